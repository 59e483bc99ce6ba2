"""The foot of the audit page: the chain's head, and verifying it with progress, a way to stop, and a clear sentence.

Belongs here: the run in the background and its words. Does not belong here: the rules (domain/audit_proof.py).
Invariants: 1. One run at a time; it goes on while other pages are shown. 2. A run that was stopped says nothing of the
chain. Thread: GUI, one worker.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from safecity_console.domain.audit import Head
from safecity_console.domain.audit_proof import Break, Flaw
from safecity_console.services.audit_verify import Verified
from safecity_console.ui.background import Background
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import ElidedLabel, button, icon_label, label, set_role

PULSE_MS = 100
_HASH_SHOWN, _GROUP = 16, 4


class VerifyFoot(QFrame):
    """Head, button, progress, sentence."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("surface", "foot")
        self.head = label("", "secondary")
        self.verdict = ElidedLabel("")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(self.tr("Entries verified"))
        self.bar.hide()
        tip = self.tr("Recomputes every entry and compares the chain with its head kept outside the database.")
        self.start = button(self.tr("Verify"), "", screen.theme, "shield-check", tip)
        self.start.clicked.connect(self.run)
        self.stop = button(self.tr("Stop"), "quiet")
        self.stop.clicked.connect(self.cancel)
        self.stop.hide()
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 7, 12, 7)
        box.setSpacing(10)
        box.addWidget(icon_label("link", screen.theme))
        box.addWidget(self.head)
        box.addSpacing(16)
        box.addWidget(self.verdict, 1)
        box.addWidget(self.bar)
        box.addWidget(self.stop)
        box.addWidget(self.start)
        self._deed: Background | None = None
        self._cancelled = threading.Event()
        self._done = (0, 0)
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._on_pulse)

    @property
    def busy(self) -> bool:
        """Tell whether a run is under way."""
        return self._deed is not None

    def show_head(self, head: Head) -> None:
        """Show the newest entry's number and the beginning of its hash, in groups to be read out."""
        kept = " ".join(head.hash[at:at + _GROUP] for at in range(0, _HASH_SHOWN, _GROUP))
        said = self.tr("Head of the chain: entry {number}, {hash}…").format(number=ltr(head.n), hash=ltr(kept))
        self.head.setText(said if head.n else self.tr("The chain has no entry yet."))
        self.head.setToolTip(ltr(str(head)) if head.n else "")

    def run(self) -> None:
        """Begin to verify."""
        if self._deed is not None:
            return
        self._cancelled, self._done = threading.Event(), (0, 0)
        audit, cancelled = self._screen.services.audit, self._cancelled
        self._deed = Background("verify-audit", lambda: audit.verify((), self._note, cancelled.is_set))
        self._deed.ended.connect(self._on_ended)
        self._say(self.tr("Verifying…"), "secondary")
        self._busy(True)
        self._deed.start()

    def cancel(self) -> None:
        """Stop the run soon."""
        self._cancelled.set()

    def release(self) -> None:
        """End the run, before the page goes."""
        self.cancel()
        if self._deed is not None:
            self._deed.wait(5.0)

    def _note(self, done: int, every: int) -> None:
        self._done = (done, every)

    def _busy(self, busy: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.start.setEnabled(not busy)
        if busy:
            self._pulse.start(PULSE_MS)
        else:
            self._pulse.stop()

    def _on_pulse(self) -> None:
        done, every = self._done
        self.bar.setValue(done * 100 // every if every else 0)
        if every:
            self._say(self.tr("Verifying: {done} of {count} entries.").format(done=ltr(f"{done:,}"),
                                                                             count=ltr(f"{every:,}")), "secondary")

    def _on_ended(self, outcome: object) -> None:
        self._deed = None
        self._busy(False)
        if not isinstance(outcome, Verified):
            self._say(outcome_sentence(outcome), "impaired")
        elif outcome.flaws:
            self._say(self._broken(outcome), "critical")
        elif outcome.cancelled:
            self._say(self.tr("Stopped; nothing was found out."), "secondary")
        else:
            self._say(self._whole(outcome), "strong")

    def _say(self, text: str, role: str) -> None:
        set_role(self.verdict, role)
        self.verdict.set_whole(text)

    def _whole(self, found: Verified) -> str:
        rows, seconds = ltr(f"{found.rows:,}"), ltr(f"{found.seconds:.1f}")
        if found.restored:
            last = found.restored[-1]
            return self.tr("All {count} entries are whole ({seconds} s). Entry {row} tells that the database was "
                           "restored; what stood after it up to {left} was left behind.").format(
                count=rows, seconds=seconds, row=ltr(last.n), left=ltr(last.left.n))
        return self.tr("All {count} entries are whole and fit the head kept outside ({seconds} s).").format(
            count=rows, seconds=seconds)

    def _broken(self, found: Verified) -> str:
        first = self._flaw(found.flaws[0])
        more = len(found.flaws) + found.more - 1
        if not more:
            return self.tr("The chain is not whole. {flaw}").format(flaw=first)
        return self.tr("The chain is not whole. {flaw} There are {more} more flaws; `audit verify` lists them.").format(
            flaw=first, more=ltr(more))

    def _flaw(self, flaw: Break) -> str:
        said = {
            Flaw.MISSING: self.tr("Entries are missing from {row} on ({detail})."),
            Flaw.CHANGED: self.tr("Entry {row} was changed."),
            Flaw.REORDERED: self.tr("Entry {row} stands at a wrong place."),
            Flaw.COLUMN: self.tr("A column of entry {row} was changed."),
            Flaw.CUT_OFF: self.tr("Entries were cut off from {row} on ({detail})."),
            Flaw.REWRITTEN: self.tr("Entry {row} is another than the head kept outside says."),
            Flaw.UNREADABLE: self.tr("Entry {row} cannot be read."),
            Flaw.BACKWARDS: self.tr("At entry {row} the time goes back without a word of a changed clock."),
            Flaw.TOLD: self.tr("Entry {row} tells that the chain was found broken at a start."),
            Flaw.GUARD: self.tr("A guard of the audit's table is not as it was made ({detail})."),
            Flaw.HEAD_MISSING: self.tr("The head kept outside the database is gone."),
            Flaw.HEAD_DAMAGED: self.tr("The head kept outside the database was tampered with or is spoilt."),
            Flaw.HEAD_KEY: self.tr("The vault's key is gone, so the head kept outside proves nothing."),
            Flaw.DATABASE: self.tr("The database cannot be read to its end."),
        }[flaw.flaw]
        return said.format(row=ltr(flaw.n), detail=isolated(flaw.detail))
