"""Persons and vehicles of an incident.

Belongs here: their lines. Does not belong here: adding one (part_hands.py), opening the seal (detail.py).
Invariant: a sealed party shows its part in it and nothing else until it was opened. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safecity_console.domain.incident_parts import Party
from safecity_console.ui.format import isolated
from safecity_console.ui.incident_texts import party_kind_text, role_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, clear, label, row


class Parties(QWidget):
    """One line each."""

    remove_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._parties: tuple[Party, ...] = ()
        self._opened: Mapping[str, str] = {}
        self._may_work = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 8, 12, 8)
        self._box.setSpacing(6)

    def show_parties(self, parties: tuple[Party, ...], may_work: bool) -> None:
        """Show them; what was opened of others is forgotten."""
        if {one.id for one in parties} != {one.id for one in self._parties}:
            self._opened = {}
        self._parties, self._may_work = parties, may_work
        self._fill()

    def show_opened(self, texts: Mapping[str, str]) -> None:
        """Show what was sealed, by the party's id."""
        self._opened = texts
        self._fill()

    def texts(self) -> list[str]:
        """Give the lines."""
        return [self._words(one) for one in self._parties]

    def _fill(self) -> None:
        clear(self._box)
        for one in self._parties:
            line = QWidget()
            words = label(self._words(one), "secondary" if self._hidden(one) else "", wrap=True)
            away = button(self.tr("Remove"), "small")
            away.clicked.connect(partial(self._on_remove, one.id))
            laid = row(words, *((away,) if self._may_work else ()))
            laid.setStretch(0, 1)
            line.setLayout(laid)
            self._box.addWidget(line)
        self.setVisible(bool(self._parties))

    def _hidden(self, one: Party) -> bool:
        return one.sealed and f"party:{one.id}:name" not in self._opened

    def _words(self, one: Party) -> str:
        figures = {"role": role_text(one.role), "kind": party_kind_text(one.kind)}
        if self._hidden(one):
            return self.tr("{role} ({kind}): sealed").format(**figures)
        texts = [self._opened.get(f"party:{one.id}:{field}", "") for field in ("name", "more")] if one.sealed else \
            [one.name, one.more]
        figures["name"] = " · ".join(isolated(text) for text in texts if text)
        return self.tr("{role} ({kind}): {name}").format(**figures)

    def _on_remove(self, party_id: str, _checked: bool = False) -> None:
        self.remove_wanted.emit(party_id)
