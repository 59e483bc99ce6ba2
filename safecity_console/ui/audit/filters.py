"""The bar above the audit: whose entries, of what kind, about what, since when, only refusals, words in them.

Belongs here: the fields and the filter they make. Does not belong here: finding (page.py, services/audit.py).
Invariants: 1. What is typed counts when the typing rests or Enter is pressed, so that not every letter is a search in
the audit. Thread: GUI.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QSizePolicy, QSpacerItem

from safecity_console.domain.access import fit_badge
from safecity_console.domain.audit import AuditFilter
from safecity_console.domain.errors import Refused
from safecity_console.ui.audit_texts import GROUPS, group_words
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import row
from safecity_console.ui.widgets.field import name_editor

REST_MS = 600
LEAST_PX = 118
TEXT_MOST = 200
_DAYS = (1, 7, 30, 365)


class FilterBar(QFrame):
    """The fields; `changed` carries the filter they make."""

    changed = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.text = self._line(self.tr("Words in the entry"), self.tr("Find words in the entries"), 250)
        glass = self.text.addAction(icon("search", screen.theme), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.text.accessibleName())
        self.who, self.what, self.when = QComboBox(), QComboBox(), QComboBox()
        self.about = self._line(self.tr("Camera, incident, badge"), self.tr("What the entries are about"), 190)
        self.refused = QCheckBox(self.tr("Only refusals"))
        self.refused.setToolTip(self.tr("Only what was refused, or failed."))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._tell)
        self._fill()
        self._connect()
        fields = row(self.text, self.who, self.what, self.about, self.when, self.refused, margins=(0, 0, 0, 0))
        fields.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))
        self.setLayout(fields)

    def wanted(self) -> AuditFilter:
        """Give the filter."""
        actions = GROUPS[self.what.currentIndex() - 1][1] if self.what.currentIndex() > 0 else ()
        days = _DAYS[self.when.currentIndex() - 1] if self.when.currentIndex() > 0 else 0
        since = self._screen.services.clock.now() - timedelta(days=days) if days else None
        return AuditFilter(self._badge(), frozenset(one.value for one in actions), self._about(), since, None,
                           self.refused.isChecked(), self.text.text().strip())

    def _line(self, hint: str, name: str, width: int) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.setClearButtonEnabled(True)
        line.setMaxLength(TEXT_MOST)
        line.setMinimumWidth(LEAST_PX)
        line.setMaximumWidth(width)
        return line

    def _fill(self) -> None:
        self.who.setEditable(True)
        self.who.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.who.addItem(self.tr("All officers"), "")
        for officer in self._screen.services.officers.officers():
            self.who.addItem(isolated(f"{officer.badge}  {officer.name}"), officer.badge)
        self.what.addItem(self.tr("Everything"))
        for title, _actions in GROUPS:
            self.what.addItem(group_words(title))
        self.when.addItem(self.tr("All time"))
        for words in (self.tr("Last 24 hours"), self.tr("Last 7 days"), self.tr("Last 30 days"),
                      self.tr("Last 12 months")):
            self.when.addItem(words)
        for box, name, width in ((self.who, self.tr("Who"), 190), (self.what, self.tr("What"), 190),
                                 (self.when, self.tr("Since when"), 130)):
            name_editor(box, name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.setMinimumWidth(LEAST_PX)
            box.setMaximumWidth(width)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.who.setToolTip(self.tr("Choose an officer or type a badge, also one who is no longer here."))

    def _connect(self) -> None:
        for line in (self.text, self.about):
            line.textChanged.connect(lambda _text: self._rest.start())
            line.returnPressed.connect(self._tell)
        typed = self.who.lineEdit()
        if typed is not None:
            typed.setMaxLength(TEXT_MOST)
            typed.returnPressed.connect(self._tell)
            typed.textEdited.connect(lambda _text: self._rest.start())
        self.who.activated.connect(lambda _index: self._tell())
        for box in (self.what, self.when):
            box.currentIndexChanged.connect(lambda _index: self._tell())
        self.refused.toggled.connect(lambda _on: self._tell())

    def _badge(self) -> str:
        typed = self.who.currentText()
        index = self.who.findText(typed)
        if index >= 0:
            return str(self.who.itemData(index))
        try:
            return fit_badge(typed.split()[0]) if typed.split() else ""
        except Refused:
            return ltr(typed)  # no badge at all: nothing is found

    def _about(self) -> frozenset[str]:
        """Give what is typed as numbers and ids; "camera 12" and "12" mean the camera by number and by its id."""
        words = self.about.text().split()
        if not words:
            return frozenset()
        last = words[-1]
        known = {camera.id for camera in self._screen.services.cameras.cameras()
                 if last.isdigit() and camera.number == int(last)}
        return frozenset({last, last.upper(), *known})

    def _tell(self) -> None:
        self._rest.stop()
        self.changed.emit(self.wanted())
