"""What is said of a break of the audit that a start found.

Belongs here: the sentence by what was found. Does not belong here: where it is shown (side_column.py, gate.py), flaws
that verifying finds (verifying.py).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.audit_proof import Flaw

translate = QCoreApplication.translate


def break_sentence(kind: str) -> str:
    """Say what a start found in the audit, by the flaw's word."""
    said = {
        Flaw.CUT_OFF.value: translate("audit", "At the start of the console entries of the audit were missing at its "
                                               "end. A supervisor must look at it."),
        Flaw.REWRITTEN.value: translate("audit", "At the start of the console the audit was another than the one it "
                                                 "had written. A supervisor must look at it."),
        Flaw.HEAD_MISSING.value: translate("audit", "At the start of the console the file that proves the audit was "
                                                    "gone. A supervisor must look at it."),
        Flaw.HEAD_DAMAGED.value: translate("audit", "At the start of the console the file that proves the audit was "
                                                    "spoilt. A supervisor must look at it."),
    }
    return said.get(kind) or translate("audit", "At its start the console found the audit broken. A supervisor must "
                                                "look at it.")
