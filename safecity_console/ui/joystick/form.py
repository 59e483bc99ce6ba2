"""How one model of stick is used, with what it does now beside each figure.

Belongs here: the axes, calibration and buttons of one stick together. Does not belong here: which stick, keeping
(page.py).
Invariant: what is shown of the hand follows the draft, not what is kept: a change is felt before it is saved. Thread:
GUI.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from safecity_console.domain.stick import StickBuild, StickProfile, StickState
from safecity_console.ui.joystick.axes import AxisGrid
from safecity_console.ui.joystick.buttons import ButtonEditor
from safecity_console.ui.joystick.calibration import Calibration
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import column, label, surface


class StickForm(QWidget):
    """The form; `edited` whenever the draft changed."""

    edited = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._profile = StickProfile("", "")
        self._build, self._filling = StickBuild(""), False
        self.hat = QCheckBox(self.tr("The small cross on top steers too, at half speed"))
        self.calibration = Calibration()
        self.axes, self.buttons = AxisGrid(screen, self.hat, self.calibration), ButtonEditor(screen)
        self._axes_card = surface("card")
        self._axes_card.setLayout(column(label(self.tr("Axes"), "group"), self.axes, spacing=12,
                                         margins=(16, 12, 16, 14)))
        self._buttons_card = surface("card")
        self._buttons_card.setLayout(column(label(self.tr("Buttons"), "group"), self.buttons, spacing=10,
                                            margins=(16, 12, 16, 14)))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 16)
        box.setSpacing(14)
        box.addWidget(self._axes_card)
        box.addWidget(self._buttons_card)
        box.addStretch(1)
        self.axes.edited.connect(self._on_edited)
        self.buttons.edited.connect(self._on_edited)
        self.hat.toggled.connect(self._on_edited)
        self.calibration.learnt.connect(self._on_learnt)

    @property
    def profile(self) -> StickProfile:
        """Give the draft."""
        return self._profile

    def show_profile(self, build: StickBuild, profile: StickProfile, editable: bool) -> None:
        """Show how a stick is used."""
        self._build, self._profile = build, profile
        self._filling = True
        self.axes.show_axes(build.axes, profile.axes, editable)
        self.buttons.show_buttons(build.buttons, profile.buttons, editable)
        self.hat.setChecked(profile.hat_steers)
        self.hat.setVisible(build.hats > 0)
        self.hat.setEnabled(editable)
        self.calibration.allow(editable and build.axes > 0)
        self._axes_card.setVisible(build.axes > 0)
        self._buttons_card.setVisible(build.buttons > 0)
        self._filling = False

    def show_state(self, state: StickState) -> None:
        """Show what the hand does now."""
        self.axes.show_state(state)
        self.buttons.show_held(state.buttons)
        self.calibration.show_state(state, self._profile)

    def _on_edited(self) -> None:
        if self._filling:
            return
        known = [use for use in self._profile.axes if use.axis >= self._build.axes]  # of another build of this model
        self._profile = replace(self._profile, axes=(*self.axes.uses(), *known), buttons=self.buttons.words(),
                                hat_steers=self.hat.isChecked())
        self.edited.emit()

    def _on_learnt(self, profile: StickProfile) -> None:
        self.show_profile(self._build, profile, editable=True)
        self.edited.emit()
