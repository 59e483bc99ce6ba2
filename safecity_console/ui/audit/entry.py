"""One entry of the audit beside the table: its sentence, its facts, its bytes as they are hashed.

Belongs here: showing it. Does not belong here: reading it. Everything is plain text. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout

from safecity_console.domain.audit import AuditEntry, hash_of
from safecity_console.ui.audit_texts import Named, about_text, sentence
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import clear, label, set_role

WIDTH_PX = 400


class EntryPane(QFrame):
    """The pane; empty where nothing is selected."""

    def __init__(self, screen: Screen, named: Named) -> None:
        super().__init__()
        self._screen, self._named = screen, named
        rtl = screen.direction is Qt.LayoutDirection.RightToLeft
        self.setProperty("surface", "side_rtl" if rtl else "side")
        self.setFixedWidth(WIDTH_PX)
        # A label lays Latin values out from the left also where the screen is mirrored: far from their names.
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute if rtl else Qt.AlignmentFlag.AlignLeft
        self._beside_names = side | Qt.AlignmentFlag.AlignTop
        self.title = label("", "strong")
        self.said = label("", "", wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._bytes_title = label(self.tr("As it stands in the chain"), "group")
        self.bytes = QPlainTextEdit()
        self.bytes.setReadOnly(True)
        self.bytes.setTabChangesFocus(True)
        self.bytes.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.bytes.setAccessibleName(self._bytes_title.text())
        self.bytes.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.proof = label("", "secondary", wrap=True)
        self.hash = label("", "small", wrap=True)
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hash.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(self.title)
        box.addWidget(self.said)
        box.addLayout(self._facts)
        box.addWidget(self._bytes_title)
        box.addWidget(self.bytes, 1)
        box.addWidget(self.proof)
        box.addWidget(self.hash)
        self.show_entry(None)

    def show_entry(self, entry: AuditEntry | None) -> None:
        """Show an entry, or nothing."""
        for part in (self._bytes_title, self.bytes, self.proof, self.hash):
            part.setVisible(entry is not None)
        clear(self._facts)
        if entry is None:
            self.title.setText(self.tr("No entry selected"))
            self.said.setText(self.tr("Select an entry to see all that stands in it."))
            return
        self.title.setText(self.tr("Entry {number}").format(number=ltr(entry.n)))
        self.said.setText(sentence(entry, self._named))
        for line, (name, value) in enumerate(self._lines(entry)):
            shown = label(value, "", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAlignment(self._beside_names)
            self._facts.addWidget(label(name, "secondary"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(shown, line, 1)
        self.bytes.setPlainText(entry.body)
        fits = hash_of(entry.body.encode("utf-8", "replace").decode()) == entry.hash
        self.proof.setText(self.tr("These bytes give the hash below.") if fits
                           else self.tr("These bytes do not give the hash below: the entry was changed."))
        set_role(self.proof, "secondary" if fits else "critical")
        self.hash.setText(" ".join(entry.hash[at:at + 8] for at in range(0, len(entry.hash), 8)))

    def _lines(self, entry: AuditEntry) -> list[tuple[str, str]]:
        outcome = {"done": self.tr("Done"), "refused": self.tr("Refused"), "failed": self.tr("Failed")}
        lines = [
            (self.tr("Time"), self._screen.moment(entry.at)),
            (self.tr("UTC"), ltr(entry.at.strftime("%Y-%m-%d %H:%M:%S.%f")[:-3])),
            (self.tr("Officer"), isolated(f"{entry.actor.badge}  {entry.actor.name}".strip())),
            (self.tr("Role"), isolated(entry.actor.role)),
            (self.tr("About"), about_text(entry, self._named)),
            (self.tr("Outcome"), outcome.get(entry.outcome, ltr(entry.outcome))),
            (self.tr("Action"), ltr(entry.action)),
            (self.tr("Station"), isolated(entry.station)),
        ]
        return [(name, value) for name, value in lines if value.strip("\u2066\u2068\u2069 ")]


def lines_of(grid: QGridLayout) -> dict[str, str]:
    """Give a grid of facts as words, for tests and screen readers."""
    found: dict[str, str] = {}
    for line in range(grid.rowCount()):
        cells = [grid.itemAtPosition(line, column) for column in (0, 1)]
        widgets = [cell.widget() if cell is not None else None for cell in cells]
        if isinstance(widgets[0], QLabel) and isinstance(widgets[1], QLabel):
            found[widgets[0].text()] = widgets[1].text()
    return found
