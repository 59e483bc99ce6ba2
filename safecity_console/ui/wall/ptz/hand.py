"""An officer's hand on the cameras of one wall: what it asks of the services, what came of it in words.

Belongs here: calls of the PTZ services and their answers. Does not belong here: widgets, mouse and keys (section.py,
on_video.py, keys.py), dialogs (asking.py), deciding who may (services/ptz*.py).
Invariants: 1. Nothing here waits: answers come as futures and are heard in the GUI thread. 2. What fails is said in one
sentence. 3. When the program or its window is left, or the desk is locked, everything that is held is let go.
Thread: GUI; futures end in a lane's.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import WorldError
from safecity_console.domain.ptz import Lease, Velocity
from safecity_console.domain.ptz_view import Box
from safecity_console.services.console import ConsoleServices
from safecity_console.services.events import LeaseChanged, LeaseEnd, PtzTrouble
from safecity_console.services.ptz import PtzShown, Source
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.refusals import code_sentence, outcome_sentence, world_sentence
from safecity_console.ui.wall.ptz.held import Held
from safecity_console.ui.wall.ptz.words import by_hand, lost_sentence, taken_sentence

SPEEDS = (0.2, 0.4, 0.6, 0.8, 1.0)
FOCUS_SPEED = 0.5
Work = Callable[[], Future[Any] | None]
Done = Callable[[object], None]


class PtzHand(QObject):
    """The hand; `changed` carries the id of a camera of which something else is known now."""

    said = Signal(str, str)
    changed = Signal(str)
    _answered = Signal(object, object)

    def __init__(self, services: ConsoleServices, bridge: Bridge, parent: QObject, tells: bool = True) -> None:
        super().__init__(parent)
        self._services, self._tells = services, tells
        self.speed = SPEEDS[2]
        self.focus_by: dict[str, str] = {}  # "auto" or "hand", as this hand left it
        self.unready: dict[str, str] = {}  # why a camera did not answer
        self._asked: set[str] = set()
        self._touched: set[str] = set()
        self._focusing = ""
        self._deeds: list[Background] = []
        self.held = Held(services.ptz.steer, self)
        self.held.refused.connect(self._on_refused)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        bridge.lease_changed.connect(self._on_lease_changed)
        bridge.ptz_trouble.connect(self._on_trouble)
        bridge.ptz_changed.connect(self._on_known)
        bridge.seat_changed.connect(self.leave)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
            app.focusWindowChanged.connect(self.let_go)

    # What is known ----------------------------------------------------------------------------------------------------

    def camera(self, camera_id: str) -> Camera | None:
        """Give a camera of the registry."""
        return self._services.cameras.by_id(camera_id)

    def can_steer(self, camera_id: str | None) -> bool:
        """Tell whether a camera has an address for steering and is not known to be fixed."""
        return bool(camera_id) and self._services.ptz.can_steer(str(camera_id))

    def shown(self, camera_id: str) -> PtzShown:
        """Give what is known of a camera's steering."""
        return self._services.ptz.shown(camera_id)

    def prepare(self, camera_id: str) -> None:
        """Have a camera answer before it is needed, and tell its presets; once, or again after it did not answer."""
        if camera_id in self._asked and camera_id not in self.unready:
            return
        self._asked.add(camera_id)
        self.unready.pop(camera_id, None)
        self._ask(lambda: self._services.ptz.prepare(camera_id), lambda outcome: self._on_ready(camera_id, outcome))

    # Moving -----------------------------------------------------------------------------------------------------------

    def steer(self, camera_id: str, velocity: Velocity, source: Source = Source.MOUSE) -> None:
        """Hold a velocity, slowed to the chosen speed."""
        by, speed = velocity, self.speed
        self._touched.add(camera_id)
        self.held.hold(camera_id, Velocity(by.pan * speed, by.tilt * speed, by.zoom * speed), source)

    def let_go(self, _window: object = None) -> None:
        """Hold nothing any more."""
        self.held.let_go()
        self.end_focus()

    def leave(self) -> None:
        """Let everything go: the program was left, or the desk locked."""
        self.let_go()
        self._services.ptz.stop_all()

    def stop(self, camera_id: str) -> None:
        """Stop a camera, whoever moves it."""
        self.let_go()
        self.do(camera_id, lambda: self._services.ptz.stop(camera_id))

    def stop_all(self) -> None:
        """Stop every camera that moves by this console."""
        self.let_go()
        self._services.ptz.stop_all()
        for hold in self._services.ptz.leases.here():
            self.stop(hold.lease.camera_id)

    def centre_on(self, camera_id: str, x: float, y: float) -> None:
        """Bring a spot of the picture to its centre."""
        self.do(camera_id, lambda: self._services.ptz.centre_on(camera_id, x, y))

    def zoom_box(self, camera_id: str, box: Box) -> None:
        """Make a box of the picture fill it."""
        self.do(camera_id, lambda: self._services.ptz.zoom_box(camera_id, box))

    def home(self, camera_id: str) -> None:
        """Go home."""
        self.do(camera_id, lambda: self._services.ptz.home(camera_id))

    def go(self, camera_id: str, number: int) -> None:
        """Go to a preset."""
        self.do(camera_id, lambda: self._services.presets.go(camera_id, number))

    def give_back(self, camera_id: str) -> None:
        """Let somebody else have a camera."""
        self.let_go()
        self._services.ptz.release(camera_id)

    # Lens and what is mounted -----------------------------------------------------------------------------------------

    def focus(self, camera_id: str, speed: float) -> None:
        """Focus farther (positive) or nearer until `end_focus`."""
        self.end_focus()
        self._focusing = camera_id
        self.focus_by[camera_id] = "hand"
        self.do(camera_id, lambda: self._services.ptz.focus(camera_id, speed))

    def end_focus(self) -> None:
        """Focus no further."""
        camera_id, self._focusing = self._focusing, ""
        if camera_id:
            self.do(camera_id, lambda: self._services.ptz.focus(camera_id, None))

    def auto_focus(self, camera_id: str) -> None:
        """Let a camera focus by itself."""
        def done(_outcome: object) -> None:
            self.focus_by[camera_id] = "auto"
            self.changed.emit(camera_id)

        self.do(camera_id, lambda: self._services.ptz.auto_focus(camera_id), done)

    def auxiliary(self, camera_id: str, text: str) -> None:
        """Send an auxiliary command."""
        self.do(camera_id, lambda: self._services.ptz.auxiliary(camera_id, text))

    # Asking -----------------------------------------------------------------------------------------------------------

    def do(self, camera_id: str, work: Work, done: Done | None = None) -> None:
        """Have something done; what fails is said, `done` hears what came of it otherwise."""
        self._touched.add(camera_id)
        self._ask(work, lambda outcome: self._on_done(camera_id, outcome, done))

    def write(self, camera_id: str, work: Callable[[], object], done: Done) -> None:
        """Have something written off the GUI thread; `done` hears what came of it, a WorldError too."""
        deed = Background("ptz-write", work)
        self._deeds.append(deed)

        def ended(outcome: object) -> None:
            self._deeds.remove(deed)
            done(WorldError() if isinstance(outcome, Unfinished) else outcome)
            self.changed.emit(camera_id)

        deed.ended.connect(ended)
        deed.start()

    def _ask(self, work: Work, told: Done) -> None:
        try:
            answer = work()
        except WorldError as error:
            told(error)
            return
        if answer is None:
            told(None)
            return

        def ended(future: Future[Any]) -> None:
            with suppress(RuntimeError):  # the wall is gone meanwhile
                self._answered.emit(told, future.exception() or future.result())

        answer.add_done_callback(ended)

    def _on_answered(self, told: Done, outcome: object) -> None:
        told(outcome)

    def _on_done(self, camera_id: str, outcome: object, done: Done | None) -> None:
        if isinstance(outcome, BaseException):
            self.said.emit(outcome_sentence(outcome), "warning")
        elif done is not None:
            done(outcome)
        self.changed.emit(camera_id)

    def _on_ready(self, camera_id: str, outcome: object) -> None:
        if isinstance(outcome, BaseException):
            self.unready[camera_id] = outcome_sentence(outcome)
        elif getattr(outcome, "moves", False):
            self._ask(lambda: self._services.presets.refresh(camera_id), lambda _told: self.changed.emit(camera_id))
            if getattr(outcome, "tours", False):
                self._ask(lambda: self._services.patrols.refresh(camera_id), lambda _told: self.changed.emit(camera_id))
        self.changed.emit(camera_id)

    # What happens -----------------------------------------------------------------------------------------------------

    def _on_refused(self, error: WorldError) -> None:
        self.said.emit(world_sentence(error), "warning")

    def _on_known(self, camera_id: str) -> None:
        self.unready.pop(camera_id, None)  # it answers again
        self.changed.emit(camera_id)

    def _on_trouble(self, event: PtzTrouble) -> None:
        if event.camera_id in self._touched:
            kind = "info" if event.code == "ptz_stopped_late" else "warning"
            self.said.emit(code_sentence(event.code, event.figures), kind)

    def _on_lease_changed(self, event: LeaseChanged) -> None:
        camera, badge = self.camera(event.camera_id), self._services.desk.actor.badge
        taken = event.why is LeaseEnd.TAKEN_OVER and by_hand(event.lost)
        if camera is not None and self._tells and taken:
            if _is_of(event.lost, badge):
                self.said.emit(lost_sentence(camera, event.lease), "warning")
            elif _is_of(event.lease, badge):
                self.said.emit(taken_sentence(camera, event.lost), "info")
        if _is_of(event.lost, badge) and self.held.camera_id == event.camera_id and not _is_of(event.lease, badge):
            self.let_go()
        self.changed.emit(event.camera_id)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.leave()


def _is_of(lease: Lease | None, badge: str) -> bool:
    return by_hand(lease) and lease is not None and lease.badge == badge
