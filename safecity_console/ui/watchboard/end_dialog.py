"""Ending a watch notice with a reason: found, or withdrawn. Thread: GUI; the writing is done off it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.access import REASON_MOST
from safecity_console.domain.watch_notice import WatchEnd, WatchNotice
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field


class EndDialog(QDialog):
    """Says what will happen, asks why, does it."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, notice: WatchNotice, end: WatchEnd, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._notice, self._end = screen, notice, end
        found = end is WatchEnd.FOUND
        title = self.tr("Found") if found else self.tr("Withdraw the notice")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(460)
        self.setLayoutDirection(screen.direction)
        self._deeds = Deeds("watch-end", self)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_MOST)
        self.field = Field(self.tr("Where and by whom") if found else self.tr("Why"), self.reason)
        self.go = button(self.tr("It was found") if found else self.tr("Withdraw"), "primary" if found else "danger")
        self.go.setDefault(True)
        leave = button(self.tr("Cancel"))
        pattern = self.tr("{label} {title} leaves the board and cannot be opened again; its history stays.")
        sentence = label(pattern.format(label=ltr(notice.label), title=isolated(notice.title)), wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(title, "title"))
        box.addWidget(sentence)
        box.addWidget(self.field)
        box.addLayout(row(None, leave, self.go))
        self.go.clicked.connect(self._on_go)
        leave.clicked.connect(self.reject)
        self._deeds.refused.connect(self.field.refuse)
        self._deeds.busy.connect(lambda busy: self.go.setEnabled(not busy))
        self.finished.connect(self._deeds.finish)
        self.finished.connect(self.deleteLater)
        self.reason.setFocus()

    def reject(self) -> None:
        """Leave, but not in the middle of a deed: its outcome must be heard."""
        if not self._deeds.running:
            super().reject()

    def _on_go(self) -> None:
        reason, watch = self.reason.text(), self._screen.services.watch_notices
        self.field.refuse("")
        self._deeds.do(lambda: watch.end(self._notice.id, self._end, reason), self._on_ended)

    def _on_ended(self, _notice: object) -> None:
        self.said.emit(self.tr("{label} left the board.").format(label=ltr(self._notice.label)), "info")
        self.accept()
