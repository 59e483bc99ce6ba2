"""The streams service as wiring.py joins it, on real sockets, with a history kept in a list.

Belongs here: building it, asking it, stopping it. Does not belong here: cameras (simulator, scripted.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

from safecity_console.core.bus import Bus
from safecity_console.core.clock import SystemClock
from safecity_console.core.secrets import Secret
from safecity_console.db.history import Note
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import CONSOLE, NOTHING, Actor, Subject
from safecity_console.domain.camera import Camera, StreamProfile, StreamRole, Transport
from safecity_console.domain.picture import TileWish
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.services.channel import ChannelRules
from safecity_console.services.events import ConditionChanged
from safecity_console.services.streams import StreamService
from safecity_console.simulator.district import District
from safecity_console.video.source import SourceAddress

TILE = TileWish(160, 90)
BIG = TileWish(1200, 700)
USUAL = ChannelRules()


class Notes:
    """A history that only remembers."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def note_many(self, notes: Sequence[Note]) -> None:
        """Keep them."""
        self.notes += notes

    def last_worked(self) -> Mapping[str, datetime]:
        """Know of none."""
        return {}

    def of(self, camera_id: str) -> list[tuple[str, str, str]]:
        """Give a camera's notes as words."""
        return [(n.state.value, n.layer, n.fault) for n in self.notes if n.camera_id == camera_id]


class Everybody:
    """A desk at which everything is permitted."""

    def must(self, permission: Permission, about: Subject = NOTHING, camera_id: str = "") -> Actor:
        """Give the console itself."""
        return CONSOLE


class Watching:
    """A running streams service; a context manager."""

    def __init__(self, cameras: Sequence[Camera], rules: ChannelRules = USUAL, spacing_s: float = 0.02) -> None:
        self.cameras = list(cameras)
        self.logins: dict[str, tuple[str, str]] = {}
        self.transport = Transport.TCP
        self.notes = Notes()
        self.events: list[tuple[float, ConditionChanged]] = []
        bus = Bus()
        bus.subscribe(ConditionChanged, lambda event: self.events.append((time.monotonic(), event)))
        self.service = StreamService(bus, SystemClock(), self._address, self.notes, rules, Everybody(), spacing_s,
                                     Random(7))
        self.stop_took_s = 0.0

    def __enter__(self) -> Watching:
        self.service.start(self.cameras)
        # Before its first round the service knows no camera, and their slots are the empty one.
        self.until(lambda: len(self.service.watches()) == len(self.cameras), 5.0, "the first round")
        return self

    def __exit__(self, *unused: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop, and say how long it took."""
        began_s = time.monotonic()
        self.service.stop()
        self.stop_took_s = time.monotonic() - began_s

    def show(self, wish: TileWish = TILE, *numbers: int) -> None:
        """Wish to see these cameras, all where none is named."""
        chosen = numbers or [c.number for c in self.cameras]
        self.service.show("wall", {identity(n): wish for n in chosen})

    def hide(self) -> None:
        """Wish to see nothing."""
        self.service.show("wall", {})

    def take_over(self, *cameras: Camera, reopen: frozenset[str] = frozenset()) -> None:
        """Replace the registry's cameras."""
        self.cameras = list(cameras)
        self.service.set_cameras(self.cameras, reopen)

    def at(self, number: int = 1) -> CameraWatch:
        """Give what is known of a camera."""
        return self.service.watches()[identity(number)]

    def condition(self, number: int = 1) -> Condition | None:
        """Give a camera's word; None before it is known."""
        watch = self.service.watches().get(identity(number))
        return None if watch is None else watch.condition

    def all_are(self, condition: Condition) -> bool:
        """Tell whether every camera has this word."""
        return all(self.condition(c.number) is condition for c in self.cameras)

    def until(self, truth: Callable[[], object], timeout_s: float, what: str = "") -> float:
        """Wait for it; give how long it took."""
        began_s = time.monotonic()
        while not _holds(truth):
            if time.monotonic() - began_s > timeout_s:
                said = {w.number: (w.condition.value, w.status.state.value, w.failure) for w in
                        self.service.watches().values()}
                raise AssertionError(f"waited {timeout_s:g} s for {what or 'it'}: {said}")
            time.sleep(0.01)
        return time.monotonic() - began_s

    def _address(self, camera: Camera, role: StreamRole) -> SourceAddress:
        profile = camera.profile(role)
        assert profile is not None
        user, password = self.logins.get(camera.id, ("", ""))
        return SourceAddress(profile.url, user, Secret(password), self.transport)


def _holds(truth: Callable[[], object]) -> bool:
    """Ask; what is not known yet does not hold."""
    try:
        return bool(truth())
    except (KeyError, AttributeError):
        return False


def identity(number: int) -> str:
    """Give a test camera's id."""
    return f"camera-{number}"


def camera(number: int, sub: str, main: str = "", enabled: bool = True) -> Camera:
    """Give a camera of the registry."""
    profiles = [StreamProfile(StreamRole.SUB, sub)]
    if main:
        profiles.insert(0, StreamProfile(StreamRole.MAIN, main))
    return Camera(identity(number), number, f"Camera {number}", enabled=enabled, profiles=tuple(profiles))


def cameras_of(district: District, two_streams: bool = False) -> list[Camera]:
    """Give a district's cameras."""
    return [
        camera(c.number, district.url(c.number, "sub"), district.url(c.number, "main") if two_streams else "")
        for c in district.cameras
    ]


def disabled(one: Camera) -> Camera:
    """Give the camera switched off."""
    return replace(one, enabled=False)
