"""SDL's joysticks of this process, as our events.

Belongs here: loading SDL, its hints, opening and closing devices, turning its events into ours, virtual sticks for
tests. Does not belong here: the thread and when to look (reader.py), profiles (domain/stick.py).
Invariants: 1. Only SDL_INIT_JOYSTICK: no window, no sound, no signal handlers, no screen saver. 2. SDL is loaded by
`open` and not by importing this module: without a stick the console has neither its 0.15 s nor its 12 MB. 3. A device
is told of one look after it was opened, once SDL has read where its axes stand: opening itself says 0. 4. What a device
says of itself is bounded and cleaned.
The mapping interface for gamepads is not used: CCTV desks are not in its list. Thread: one, the same for all calls.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import Any

from safecity_console.core.logs import get_logger
from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.stick import AXES_MOST, BUTTONS_MOST, NAME_MOST, StickBuild, StickState
from safecity_console.joystick.events import (
    ButtonPressed,
    ButtonReleased,
    HatMoved,
    StickCame,
    StickEvent,
    StickMoved,
    StickWent,
)

FULL = 32767
EVENTS_MOST = 2000  # of one look: a device that floods cannot keep the thread
STICKS_MOST = 8
_HINTS = {
    b"SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS": b"1",  # SDL has no window, so it never has the focus
    b"SDL_NO_SIGNAL_HANDLERS": b"1",
    b"SDL_JOYSTICK_THREAD": b"1",  # Windows: its messages need a thread where there is no SDL window
}


class SdlMissing(Exception):
    """SDL cannot be loaded or started on this machine."""


@dataclass(slots=True)
class _Open:
    handle: Any
    build: StickBuild
    axes: list[float] = field(default_factory=list)
    buttons: set[int] = field(default_factory=set)
    hat: tuple[int, int] = (0, 0)
    told: bool = False
    moved: bool = False

    @property
    def state(self) -> StickState:
        return StickState(tuple(self.axes), frozenset(self.buttons), self.hat)


class Sdl:
    """Joysticks through SDL; `open`, `look` again and again, `close`."""

    def __init__(self) -> None:
        self._sdl: Any = None
        self._event: Any = None
        self._open: dict[int, _Open] = {}
        self._log = get_logger("joystick")

    @property
    def opened(self) -> bool:
        """Tell whether SDL is at work."""
        return self._sdl is not None

    @property
    def library(self) -> Any:
        """Give SDL itself, for virtual sticks."""
        return self._sdl

    @property
    def any_stick(self) -> bool:
        """Tell whether a stick is plugged in."""
        return bool(self._open)

    @property
    def version(self) -> str:
        """Give SDL's version, empty before `open`."""
        if self._sdl is None:
            return ""
        found = self._sdl.SDL_version()
        self._sdl.SDL_GetVersion(found)
        return f"{found.major}.{found.minor}.{found.patch}"

    def open(self) -> None:
        """Load and start SDL; raises SdlMissing."""
        try:
            importlib.import_module("sdl2dll")  # before sdl2: it tells where the library lies
            sdl = importlib.import_module("sdl2")
        except (ImportError, OSError, RuntimeError) as error:
            raise SdlMissing(str(error)) from error
        for name, value in _HINTS.items():
            sdl.SDL_SetHint(name, value)
        if sdl.SDL_InitSubSystem(sdl.SDL_INIT_JOYSTICK) != 0:
            raise SdlMissing(_text(sdl.SDL_GetError()))
        self._sdl, self._event = sdl, sdl.SDL_Event()

    def close(self) -> None:
        """Let every device go and stop SDL; idempotent."""
        sdl, self._sdl = self._sdl, None
        if sdl is None:
            return
        for one in self._open.values():
            sdl.SDL_JoystickClose(one.handle)
        self._open.clear()
        sdl.SDL_FlushEvents(sdl.SDL_FIRSTEVENT, sdl.SDL_LASTEVENT)
        sdl.SDL_QuitSubSystem(sdl.SDL_INIT_JOYSTICK)

    def look(self) -> list[StickEvent]:
        """Give what happened since the last look, in order; moves of one stick are one event."""
        found: list[StickEvent] = []
        waiting = [(key, one) for key, one in self._open.items() if not one.told]
        self._sdl.SDL_JoystickUpdate()
        for key, one in waiting:
            self._read_whole(one)
            one.told = True
            found.append(StickCame(key, one.build, one.state))
        for _ in range(EVENTS_MOST):
            if self._sdl.SDL_PollEvent(self._event) == 0:
                break
            self._take(found)
        for key, one in self._open.items():
            self._tell_move(key, one, found)
        return found

    # Events -----------------------------------------------------------------------------------------------------------

    def _take(self, found: list[StickEvent]) -> None:
        sdl, event = self._sdl, self._event
        kind = event.type
        if kind == sdl.SDL_JOYDEVICEADDED:
            self._add(event.jdevice.which)
        elif kind == sdl.SDL_JOYDEVICEREMOVED:
            self._remove(event.jdevice.which, found)
        elif kind == sdl.SDL_JOYAXISMOTION:
            one = self._open.get(event.jaxis.which)
            if one is not None and event.jaxis.axis < len(one.axes):
                value = _share(event.jaxis.value)
                if one.axes[event.jaxis.axis] != value:  # opening sends repeats
                    one.axes[event.jaxis.axis] = value
                    one.moved = True
        elif kind in (sdl.SDL_JOYBUTTONDOWN, sdl.SDL_JOYBUTTONUP):
            self._take_button(event.jbutton.which, event.jbutton.button, kind == sdl.SDL_JOYBUTTONDOWN, found)
        elif kind == sdl.SDL_JOYHATMOTION and event.jhat.hat == 0:
            one = self._open.get(event.jhat.which)
            hat = self._hat_of(event.jhat.value)
            if one is not None and one.hat != hat:
                one.hat, one.moved = hat, True
                if one.told:
                    found.append(HatMoved(event.jhat.which, hat))

    def _take_button(self, key: int, button: int, down: bool, found: list[StickEvent]) -> None:
        one = self._open.get(key)
        if one is None or not 0 <= button < BUTTONS_MOST or (button in one.buttons) is down:
            return
        (one.buttons.add if down else one.buttons.discard)(button)
        if one.told:
            self._tell_move(key, one, found)  # where the stick was when the button went down
            found.append(ButtonPressed(key, button) if down else ButtonReleased(key, button))

    @staticmethod
    def _tell_move(key: int, one: _Open, found: list[StickEvent]) -> None:
        if one.moved and one.told:
            one.moved = False
            found.append(StickMoved(key, one.state))

    # Devices ----------------------------------------------------------------------------------------------------------

    def _add(self, index: int) -> None:
        sdl = self._sdl
        if len(self._open) >= STICKS_MOST:
            self._log.warning("stick_not_opened", why="too many sticks")
            return
        handle = sdl.SDL_JoystickOpen(index)
        if not handle:
            self._log.warning("stick_not_opened", why=_text(sdl.SDL_GetError()))
            return
        key = sdl.SDL_JoystickInstanceID(handle)
        if key in self._open:
            sdl.SDL_JoystickClose(handle)  # SDL counts its openings
            return
        build = StickBuild(
            clean_line(_text(sdl.SDL_JoystickName(handle)), NAME_MOST),
            int(sdl.SDL_JoystickGetVendor(handle)), int(sdl.SDL_JoystickGetProduct(handle)),
            max(0, min(AXES_MOST, sdl.SDL_JoystickNumAxes(handle))),
            max(0, min(BUTTONS_MOST, sdl.SDL_JoystickNumButtons(handle))),
            max(0, min(1, sdl.SDL_JoystickNumHats(handle))),
            sdl.SDL_JoystickGetType(handle) == sdl.SDL_JOYSTICK_TYPE_GAMECONTROLLER)
        self._open[key] = _Open(handle, build, [0.0] * build.axes)

    def _remove(self, key: int, found: list[StickEvent]) -> None:
        one = self._open.pop(key, None)
        if one is None:
            return
        self._sdl.SDL_JoystickClose(one.handle)
        if one.told:
            found.append(StickWent(key))

    def _read_whole(self, one: _Open) -> None:
        sdl = self._sdl
        one.axes = [_share(sdl.SDL_JoystickGetAxis(one.handle, n)) for n in range(one.build.axes)]
        one.buttons = {n for n in range(one.build.buttons) if sdl.SDL_JoystickGetButton(one.handle, n)}
        one.hat = self._hat_of(sdl.SDL_JoystickGetHat(one.handle, 0)) if one.build.hats else (0, 0)
        one.moved = False

    def _hat_of(self, value: int) -> tuple[int, int]:
        sdl = self._sdl
        return (bool(value & sdl.SDL_HAT_RIGHT) - bool(value & sdl.SDL_HAT_LEFT),
                bool(value & sdl.SDL_HAT_UP) - bool(value & sdl.SDL_HAT_DOWN))


def _share(value: int) -> float:
    return max(-1.0, min(1.0, value / FULL))


def _text(content: bytes | None) -> str:
    return (content or b"").decode("utf-8", "replace")
