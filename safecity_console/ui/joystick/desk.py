"""Joysticks of the whole window: focus told to the service, buttons made commands, what happens to a stick said.

Belongs here: the hop between services.sticks and the window. Does not belong here: the page (page.py), presets and
steering (ui of PTZ: `preset_wanted`).
Invariants: 1. The service knows whether any window of the console has the focus, from the first moment on. 2. The stick
is aimed at the wall's selected camera while the wall is in sight, at none otherwise: nobody moves what he does not see.
3. A command of a button goes the way of a key: it does nothing where its key would do nothing. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.stick import preset_number
from safecity_console.services.events import StickHeldBack, StickRefused
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import isolated
from safecity_console.ui.joystick.texts import axes_text
from safecity_console.ui.refusals import code_sentence
from safecity_console.ui.screen import Screen

AIM_MS = 150  # a tour or another officer of the wall may change what is selected


class StickDesk(QObject):
    """Who hears the sticks for the window."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    preset_wanted = Signal(int)

    def __init__(self, screen: Screen, parent: QObject, seen_camera: Callable[[], str | None]) -> None:
        super().__init__(parent)
        self._seen_camera = seen_camera
        self._timer = QTimer(self)
        self._timer.setInterval(AIM_MS)
        self._timer.timeout.connect(self.aim)
        self._sticks = screen.services.sticks
        self._known = {one.id: one.build.name for one in self._sticks.sticks()}
        self._bridge = Bridge(screen.services.bus, self)
        self._bridge.sticks_changed.connect(self._on_changed)
        self._bridge.stick_held_back.connect(self._on_held_back)
        self._bridge.stick_refused.connect(self._on_refused)
        self._bridge.stick_commanded.connect(self._on_commanded)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.on_state)
            self.on_state(application.applicationState())
        self._on_changed()

    def release(self) -> None:
        """Hear nothing more; nothing is steered until another desk says that there is a window."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.disconnect(self.on_state)
        self._bridge.close()
        self._timer.stop()
        self._sticks.focus(on=False)
        self._sticks.aim_at("")

    def on_state(self, state: Qt.ApplicationState) -> None:
        """Tell the service whether any of our windows has the focus."""
        self._sticks.focus(on=state is Qt.ApplicationState.ApplicationActive)

    def aim(self) -> None:
        """Aim the active stick at the camera that is selected in sight; nothing happens where no stick is there."""
        if self._timer.isActive():
            self._sticks.aim_at(self._seen_camera() or "")

    def _on_commanded(self, command: str) -> None:
        number = preset_number(command)
        if number is not None:
            self.preset_wanted.emit(number)
        elif command in COMMAND_BY_ID:
            self.command_wanted.emit(command)

    def _on_changed(self) -> None:
        now = {one.id: one.build.name for one in self._sticks.sticks()}
        for key, name in now.items():
            if key not in self._known:
                self.said.emit(self.tr("Joystick {name} is plugged in.").format(name=isolated(name)), "info")
        for key, name in self._known.items():
            if key not in now:
                self.said.emit(self.tr("Joystick {name} is gone; nothing is steered by it.").format(
                    name=isolated(name)), "warning")
        self._known = now
        if now and not self._timer.isActive():
            self._timer.start()
            self.aim()
        elif not now:
            self._timer.stop()

    def _on_refused(self, event: StickRefused) -> None:
        self.said.emit(code_sentence(event.code, event.figures), "warning")

    def _on_held_back(self, event: StickHeldBack) -> None:
        if event.axes:
            text = self.tr("Let joystick {name} go once; until then it moves nothing. These axes are away from their "
                           "centre: {axes}.").format(name=isolated(event.name), axes=axes_text(event.axes))
        else:
            text = self.tr("Let joystick {name} go once; until then it moves nothing.").format(
                name=isolated(event.name))
        self.said.emit(text, "warning")
