"""Calibration: where a stick rests, and how far it goes.

Belongs here: the two buttons and taking note of moments. Does not belong here: what comes of the moments
(domain/stick.py), keeping (page.py).
Invariants: 1. Nothing is changed before enough moments were seen. 2. A stick that goes meanwhile ends it without a
change. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from safecity_console.domain.stick import (
    Learnt,
    StickProfile,
    StickState,
    begin_learning,
    learn,
    with_centre,
    with_learnt,
)
from safecity_console.ui.joystick.texts import axes_text
from safecity_console.ui.widgets.basics import button, label, row

MOMENTS = 8


class Calibration(QFrame):
    """The buttons; `learnt` brings the profile with what was learnt."""

    learnt = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._profile = StickProfile("", "")
        self._moments: list[StickState] | None = None
        self._known: tuple[Learnt, ...] | None = None
        self._state = StickState()
        self.centre = button(self.tr("Centre now"), "", None, "", self.tr(
            "Let the joystick go first: where it rests now becomes its centre."))
        self.range = button(self.tr("Learn range"), "", None, "", self.tr(
            "Learns how far each axis goes: for a joystick that never reaches full speed."))
        self.word = label("", "secondary", wrap=True)
        line = row(self.centre, self.range, self.word, spacing=8)
        line.setStretch(2, 1)
        self.setLayout(line)
        self.centre.clicked.connect(self._on_centre)
        self.range.clicked.connect(self._on_range)

    @property
    def learning(self) -> bool:
        """Tell whether the range is being learnt."""
        return self._known is not None

    def allow(self, yes: bool) -> None:
        """Let the buttons be pressed."""
        for one in (self.centre, self.range):
            one.setEnabled(yes)

    def drop(self) -> None:
        """End it without a change."""
        self._moments, self._known = None, None
        self._show("")

    def show_state(self, state: StickState, profile: StickProfile) -> None:
        """Take note of a moment."""
        self._state, self._profile = state, profile
        if self._known is not None:
            self._known = learn(self._known, state)
        if self._moments is not None:
            self._moments.append(state)
            if len(self._moments) >= MOMENTS:
                moments, self._moments = self._moments, None
                self._show(self.tr("The centre is taken over. Save keeps it."))
                self.learnt.emit(with_centre(profile, moments))

    def _on_centre(self) -> None:
        self._known, self._moments = None, []
        self._show("")

    def _on_range(self) -> None:
        if self._known is None:
            self._moments, self._known = None, begin_learning(self._state)
            self._show(self.tr("Move every axis to both its ends, let the joystick go, then press Done."))
            return
        profile, unmoved = with_learnt(self._profile, self._known)
        self._known = None
        if unmoved:
            self._show(self.tr("These axes were not moved far enough and keep their range: {axes}.").format(
                axes=axes_text(tuple(sorted(unmoved)))))
        else:
            self._show(self.tr("The range is taken over. Save keeps it."))
        self.learnt.emit(profile)

    def _show(self, sentence: str) -> None:
        self.word.setText(sentence)
        text = self.tr("Done") if self.learning else self.tr("Learn range")
        self.range.setText(text)
        self.range.setAccessibleName(text)
