"""The fields of a new incident few calls need: caller, when it happened, note, sealing, the named officer.

Belongs here: these editors and their meaning in a draft. Does not belong here: the fields always shown (new_form.py).
Invariants: 1. Folded or not, what stands in the fields counts. 2. For women and children sealing is said, not asked.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from safecity_console.domain.access import Officer
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import NOTE_MOST, Category, IncidentDraft
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incidents.times import event_time
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, row
from safecity_console.ui.widgets.field import Field

NOTE_PX = 78
CALLER_MOST = 80


class MoreOfIncident(QWidget):
    """The folded fields."""

    changed = Signal()

    def __init__(self, screen: Screen, officers: Sequence[Officer]) -> None:
        super().__init__()
        self._screen = screen
        self.caller, self.phone, self.when = QLineEdit(), QLineEdit(), QLineEdit()
        self.caller.setMaxLength(CALLER_MOST)
        self.phone.setMaxLength(40)
        self.phone.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.when.setMaxLength(24)
        self.when.setPlaceholderText(self.tr("now; or 14:35, or -10 for ten minutes ago"))
        self.note = QPlainTextEdit()
        self.note.setFixedHeight(NOTE_PX)
        self.note.setTabChangesFocus(True)
        self.seal = QCheckBox(self.tr("Seal the caller's identity"))
        self.named = QComboBox()
        self.named.addItem("–", "")
        for one in officers:
            self.named.addItem(f"{ltr(one.badge)} {isolated(one.name)}", one.id)
        self.fields = {
            "caller": Field(self.tr("Caller's name"), self.caller), "phone": Field(self.tr("Phone"), self.phone),
            "when": Field(self.tr("When it happened"), self.when,
                          self.tr("A late entry keeps both times: when it happened and when it was entered.")),
            "named": Field(self.tr("Officer it is about"), self.named), "note": Field(self.tr("Note"), self.note),
        }
        self.unfold = button(self.tr("Caller, time, note"), "quiet", screen.theme, "chevron-down")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._show)
        self._inside = self._laid()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row(self.unfold, None))
        box.addWidget(self._inside)
        self._inside.hide()
        self.set_category(Category.SUSPICIOUS)
        for line in (self.caller, self.phone, self.when):
            line.textEdited.connect(self._on_edited)
        self.note.textChanged.connect(self._on_edited)

    @property
    def touched(self) -> bool:
        """Tell whether anything was typed here."""
        lines = (self.caller, self.phone, self.when)
        return any(line.text().strip() for line in lines) or bool(self.note.toPlainText().strip())

    def set_category(self, category: Category) -> None:
        """Ask for the named officer where it is misconduct; sealing is not asked where it is a rule."""
        misconduct = category is Category.MISCONDUCT
        self.fields["named"].setVisible(misconduct)
        self.seal.setVisible(category is not Category.WOMEN_CHILDREN)
        if misconduct:
            self.unfold.setChecked(True)

    def filled(self, draft: IncidentDraft) -> IncidentDraft:
        """Put what stands here into a draft; raises Refused("time_unreadable")."""
        now = self._screen.services.clock.now()
        try:
            event_at = event_time(self.when.text(), now, self._screen.zone)
        except Refused:
            self.unfold.setChecked(True)
            raise
        misconduct = draft.category is Category.MISCONDUCT
        return replace(
            draft, caller_name=self.caller.text(), caller_phone=self.phone.text(), event_at=event_at,
            note=self.note.toPlainText()[:NOTE_MOST], named_officer_id=self.named.currentData() if misconduct else "",
            seal=draft.category is Category.WOMEN_CHILDREN or self.seal.isChecked())

    def state(self) -> dict[str, str]:
        """Give what was typed, to be put back later."""
        return {"caller": self.caller.text(), "phone": self.phone.text(), "when": self.when.text(),
                "note": self.note.toPlainText(), "seal": "yes" if self.seal.isChecked() else "",
                "named": self.named.currentData(), "unfolded": "yes" if self.unfold.isChecked() else ""}

    def put_back(self, state: dict[str, str]) -> None:
        """Put back what was typed."""
        self.caller.setText(state.get("caller", ""))
        self.phone.setText(state.get("phone", ""))
        self.when.setText(state.get("when", ""))
        self.note.setPlainText(state.get("note", ""))
        self.seal.setChecked(bool(state.get("seal")))
        self.named.setCurrentIndex(max(0, self.named.findData(state.get("named", ""))))
        self.unfold.setChecked(bool(state.get("unfolded")))

    def _laid(self) -> QWidget:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        who = QHBoxLayout()
        who.setSpacing(12)
        for name, share in (("caller", 3), ("phone", 2), ("when", 3)):
            who.addWidget(self.fields[name], share)
        box.addLayout(who)
        box.addWidget(self.fields["named"])
        box.addWidget(self.fields["note"])
        box.addWidget(self.seal)
        return inside

    def _show(self, on: bool) -> None:
        self._inside.setVisible(on)
        self.changed.emit()

    def _on_edited(self, _text: str = "") -> None:
        self.fields["when"].refuse("")
        self.changed.emit()
