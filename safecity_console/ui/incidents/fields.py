"""The fields of an incident, edited where they stand: what, kind, how grave, place, told by, register, outcome.

Belongs here: the editors and the caller's line with its seal. Does not belong here: saving (part_hands.py), units
(unit_lines.py), rules.
Invariants: 1. What is being typed outlives a change made on another screen, and says that there was one. 2. A sealed
identity is shown only after it was opened, until another incident is shown or the console is left. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.incident import PLACE_MOST, WHAT_MOST, Category, Incident, Severity
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import category_text, field_text, severity_text, source_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.inline import InlineChoice, InlineLine

LABEL_PX = 104
_LINES: Mapping[str, int] = {"what": WHAT_MOST, "place": PLACE_MOST, "police_station": 80, "beat": 80, "rapat_no": 40,
                             "fir_no": 40, "outcome": 2000}


class Fields(QWidget):
    """The fields; `committed` with name and value, `open_wanted` to open the seal."""

    committed = Signal(str, str)
    open_wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._shown_id = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, LABEL_PX)
        self._grid.setColumnStretch(1, 1)
        self.lines = {name: InlineLine(name, most) for name, most in _LINES.items()}
        self.category, self.severity = InlineChoice("category"), InlineChoice("severity")
        for category in Category:
            self.category.addItem(category_text(category), category.value)
        for severity in Severity:
            self.severity.addItem(severity_text(severity), severity.value)
        self._told, self._entered = label("", wrap=True), label("", "secondary", wrap=True)
        self.opened = label("", wrap=True)
        self.open_seal = button(self.tr("Open (audited)"), "small", screen.theme, "lock-keyhole", self.tr(
            "Shows the sealed identity; that you opened it is written into the audit first."))
        self.open_seal.clicked.connect(self.open_wanted)
        self._lay_out()
        self._connect()

    @property
    def stale(self) -> bool:
        """Tell whether something is being typed over a value that changed elsewhere."""
        return any(line.stale for line in self.lines.values())

    def show_detail(self, detail: IncidentDetail) -> None:
        """Show an incident's fields."""
        found = detail.incident
        anew = found.id != self._shown_id
        if anew:
            self.close_seal()
        self._shown_id = found.id
        may_work = self._screen.services.desk.may(Permission.WORK_INCIDENTS) and not found.ended
        for name, line in self.lines.items():
            line.set_value(str(getattr(found, name)), anew)
            line.setReadOnly(not may_work)
        for choice, value in ((self.category, found.category), (self.severity, found.severity)):
            choice.set_value(value.value)
            choice.setEnabled(may_work)
        self.lines["outcome"].setVisible(bool(found.outcome))
        self._outcome_title.setVisible(bool(found.outcome))
        self._show_told(found)

    def show_opened(self, texts: Mapping[str, str]) -> None:
        """Show what was sealed."""
        parts = [isolated(text) for key, text in texts.items() if text and key.startswith("caller_")]
        self.opened.setText(" · ".join(parts) if parts else self.tr("Nobody's name was noted."))
        self.opened.show()
        self.open_seal.hide()

    def close_seal(self) -> None:
        """Show no sealed identity any more."""
        self.opened.clear()
        self.opened.hide()

    def give_back(self) -> None:
        """Show choices as they are kept: a change was refused."""
        self.category.give_back()
        self.severity.give_back()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _show_told(self, found: Incident) -> None:
        who = " · ".join(isolated(text) for text in (found.caller_name, found.caller_phone) if text)
        told = source_text(found.source)
        if found.sealed:
            self._told.setText(self.tr("{source}, caller sealed").format(source=told))
        else:
            self._told.setText(self.tr("{source}, {caller}").format(source=told, caller=who) if who else told)
        may_open = found.sealed and self._screen.services.desk.may(Permission.OPEN_SEALED)
        self.open_seal.setVisible(may_open and self.opened.isHidden())
        figures = {"badge": ltr(found.entered_by or "setup"), "entered": self._screen.moment(found.entered_at),
                   "happened": self._screen.moment(found.event_at)}
        late = (found.entered_at - found.event_at).total_seconds() > 5
        text = self.tr("happened {happened}, entered {entered} by {badge}") if late else self.tr(
            "entered {entered} by {badge}")
        self._entered.setText(text.format(**figures))

    def _lay_out(self) -> None:
        caller = QWidget()
        laid = row(self._told, self.open_seal, spacing=10, margins=(9, 4, 0, 4))
        laid.setStretch(0, 1)
        caller.setLayout(laid)
        self.opened.setContentsMargins(9, 0, 0, 4)
        self.opened.hide()
        self._entered.setContentsMargins(9, 4, 0, 4)
        register = QWidget()
        register.setLayout(row(label(field_text("rapat_no"), "small"), self.lines["rapat_no"],
                               label(field_text("fir_no"), "small"), self.lines["fir_no"], spacing=4,
                               margins=(9, 0, 0, 0)))
        kind = QWidget()
        kind.setLayout(row(self.category, self.severity, None, spacing=8))
        area = QWidget()
        area.setLayout(row(self.lines["police_station"], self.lines["beat"], spacing=8))
        self.lines["police_station"].setPlaceholderText(field_text("police_station"))
        self.lines["beat"].setPlaceholderText(field_text("beat"))
        self._put(self.tr("What"), self.lines["what"])
        self._put(self.tr("Kind"), kind)
        self._put(self.tr("Place"), self.lines["place"])
        self._put("", area)
        self._put(self.tr("Told by"), caller)
        self._put("", self.opened)
        self._put(self.tr("Register"), register)
        self._outcome_title = self._put(self.tr("Outcome"), self.lines["outcome"])
        self._put(self.tr("Entered"), self._entered)
        for name, line in self.lines.items():
            line.setAccessibleName(field_text(name))
            if self._screen.direction is Qt.LayoutDirection.RightToLeft:  # beside its title, whatever its letters
                line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
                                  | Qt.AlignmentFlag.AlignVCenter)
        self.category.setAccessibleName(field_text("category"))
        self.severity.setAccessibleName(field_text("severity"))

    def _put(self, title: str, editor: QWidget) -> QWidget:
        at = self._grid.rowCount()
        words = label(title, "secondary")
        words.setContentsMargins(0, 5, 0, 0)
        if title:
            self._grid.addWidget(words, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(editor, at, 1)
        return words

    def _connect(self) -> None:
        for name, line in self.lines.items():
            line.committed.connect(partial(self.committed.emit, name))
        self.category.committed.connect(partial(self.committed.emit, "category"))
        self.severity.committed.connect(partial(self.committed.emit, "severity"))
