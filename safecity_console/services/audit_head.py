"""Keeping the audit chain's head outside the database, joined to the door that writes the chain.

Belongs here: the key, the hook after each commit. Does not belong here: the file (core/head_file.py), what a difference
means (audit_verify.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from safecity_console.core.head_file import PURPOSE, HeadFile
from safecity_console.db.transaction import Log
from safecity_console.domain.audit import Head
from safecity_console.domain.errors import VaultLocked
from safecity_console.services.safe import Safe


def head_file_of(path: Path, safe: Safe) -> HeadFile:
    """Give the file that keeps a chain's head; it is not written where the vault is locked."""
    try:
        return HeadFile(path, safe.derived(PURPOSE))
    except VaultLocked:
        return HeadFile(path, None)


def keeping(head_file: HeadFile) -> Callable[[Mapping[Log, Mapping[str, object]]], None]:
    """Give what the door calls after each commit with the last line of each log."""

    def keep(lines: Mapping[Log, Mapping[str, object]]) -> None:
        if Log.AUDIT in lines:
            head_file.write(Head(int(str(lines[Log.AUDIT]["n"])), str(lines[Log.AUDIT]["hash"])))

    return keep
