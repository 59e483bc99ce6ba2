"""The rows of buttons under the stick: home, stop, patrol; zoom and focus while pressed; wiper and light.

Belongs here: the buttons, which of them a camera has. Does not belong here: moving (hand.py), presets (preset_grid.py).
Invariants: 1. What is held while pressed is let go when the button comes up, is hidden, or loses the pointer's press.
2. What a camera lacks has no button, or a disabled one that says why. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from safecity_console.domain.onvif import PtzAbilities
from safecity_console.domain.ptz import Velocity
from safecity_console.services.console import ConsoleServices
from safecity_console.services.ptz import Source
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.style import mark
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.ptz.hand import FOCUS_SPEED, PtzHand
from safecity_console.ui.wall.ptz.words import auxiliary_words
from safecity_console.ui.widgets.basics import button, column, row


class Tools(QWidget):
    """The rows; `patrol_wanted` brings where a menu may open."""

    patrol_wanted = Signal(object)

    def __init__(self, services: ConsoleServices, hand: PtzHand, theme: Theme) -> None:
        super().__init__()
        self._services, self._hand, self._theme = services, hand, theme
        self._camera_id = ""
        self._auxiliary: tuple[str, ...] = ()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.home = button(self.tr("Home"), "small")
        self.stop = button(self.tr("Stop {key}").format(key=ltr("Esc")), "small")
        self.patrol = button(self.tr("Patrol"), "small")
        self.home.clicked.connect(lambda: hand.home(self._camera_id))
        self.stop.clicked.connect(lambda: hand.stop(self._camera_id))
        self.patrol.clicked.connect(lambda: self.patrol_wanted.emit(
            self.patrol.mapToGlobal(QPoint(0, self.patrol.height()))))
        self.zoom_out = self._held("zoom-out", self.tr("Zoom out while pressed"))
        self.zoom_in = self._held("zoom-in", self.tr("Zoom in while pressed"))
        self.near = self._held("minus", self.tr("Focus nearer while pressed"))
        self.far = self._held("plus", self.tr("Focus farther while pressed"))
        self.auto = button("", "small", more=self.tr("Lets the camera focus by itself."))
        self.auto.setIcon(icon("focus", theme))
        self.more = button("", "small", more=self.tr("Wiper, light and the like"))
        self.more.setIcon(icon("lightbulb", theme))
        self.auto.clicked.connect(lambda: hand.auto_focus(self._camera_id))
        self.more.clicked.connect(self._show_more)
        for one, zoom in ((self.zoom_out, -1.0), (self.zoom_in, 1.0)):
            one.pressed.connect(partial(self._zoom, zoom))
            one.released.connect(hand.let_go)
        for one, speed in ((self.near, -FOCUS_SPEED), (self.far, FOCUS_SPEED)):
            one.pressed.connect(partial(self._focus, speed))
            one.released.connect(hand.end_focus)
        first = row(self.home, self.stop, self.patrol, spacing=6)
        second = row(self.zoom_out, self.zoom_in, self.near, self.auto, self.far, self.more, spacing=6)
        for laid in (first, second):
            for at in range(laid.count()):
                laid.setStretch(at, 1)
        whole = column(spacing=6)
        whole.addLayout(first)
        whole.addLayout(second)
        self.setLayout(whole)

    def show_camera(self, camera_id: str, abilities: PtzAbilities | None) -> None:
        """Show what a camera has."""
        self._camera_id = camera_id
        self._auxiliary = () if abilities is None else abilities.auxiliary
        known = self._services.devices.known(camera_id)
        focuses = known is None or known.imaging
        has_home = abilities is None or abilities.home
        self.home.setEnabled(has_home)
        self.home.setToolTip("" if has_home else self.tr("This camera has no home position."))
        zooms = abilities is None or abilities.zoom_speed is not None
        for one in (self.zoom_out, self.zoom_in):
            one.setVisible(zooms)
        for one in (self.near, self.auto, self.far):
            one.setVisible(focuses)
        self.more.setVisible(bool(self._auxiliary))
        runs = any(one.running for one in self._services.patrols.of(camera_id))
        mark(self.patrol, "kind", "small_primary" if runs else "small")
        self.patrol.setText(self.tr("End patrol") if runs else self.tr("Patrol"))
        self.patrol.setToolTip(self.tr("Ends the patrol that runs.") if runs else
                               self.tr("Goes round presets until it is ended; it rests while an officer steers."))

    def _held(self, icon_name: str, words: str) -> QPushButton:
        made = button("", "small", more=words)
        made.setIcon(icon(icon_name, self._theme))
        return made

    def _zoom(self, zoom: float) -> None:
        self._hand.steer(self._camera_id, Velocity(zoom=zoom), Source.MOUSE)

    def _focus(self, speed: float) -> None:
        self._hand.focus(self._camera_id, speed)

    def _show_more(self) -> None:
        menu, inside = QMenu(self), {}
        for text in self._auxiliary:
            name, order = auxiliary_words(text)
            if name not in inside:
                inside[name] = menu.addMenu(name)
            inside[name].addAction(order.replace("&", "&&")).triggered.connect(partial(self._send, text))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _send(self, text: str, _checked: bool = False) -> None:
        self._hand.auxiliary(self._camera_id, text)
