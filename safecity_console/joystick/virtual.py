"""A stick that only SDL sees: for tests and for trying a page where no stick is plugged in.

Belongs here: plugging in, moving, pressing, unplugging. Does not belong here: reading it (reader.py), which cannot tell
it from a real one.
Invariant: every call of SDL runs in the reader's thread, and the reader looks at once after it. Thread: any.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from safecity_console.domain.stick import StickBuild
from safecity_console.joystick.reader import StickReader
from safecity_console.joystick.sdl import FULL, Sdl

DESK = StickBuild("Virtual CCTV desk", 0x068E, 0x00CA, axes=3, buttons=12)
GAMEPAD = StickBuild("Virtual gamepad", 0x045E, 0x028E, axes=6, buttons=11, hats=1, gamepad=True)


@dataclass(frozen=True, slots=True)
class VirtualStick:
    """One virtual stick; `plug_in` makes it."""

    reader: StickReader
    handle: Any
    id: int

    @classmethod
    def plug_in(cls, reader: StickReader, build: StickBuild = DESK,
                axes: Mapping[int, float] | None = None, buttons: frozenset[int] = frozenset()) -> VirtualStick:
        """Plug one in, held as `axes` and `buttons` say."""

        def work(sdl: Sdl) -> tuple[Any, int]:
            lib = sdl.library
            index = lib.SDL_JoystickAttachVirtualEx(ctypes.byref(_described(lib, build)))
            if index < 0:
                raise OSError(lib.SDL_GetError())
            handle = lib.SDL_JoystickOpen(index)
            for axis, value in (axes or {}).items():
                lib.SDL_JoystickSetVirtualAxis(handle, axis, _raw(value))
            for button in buttons:
                lib.SDL_JoystickSetVirtualButton(handle, button, 1)
            return handle, int(lib.SDL_JoystickInstanceID(handle))

        handle, key = reader.call(work)
        return cls(reader, handle, key)

    def move(self, **axes: float) -> None:
        """Move axes at once: move(pan=1, tilt=-0.5, zoom=0) are the first three, or a0=…, a5=…."""
        numbers = {"pan": 0, "tilt": 1, "zoom": 2}

        def work(sdl: Sdl) -> None:
            for name, value in axes.items():
                number = numbers[name] if name in numbers else int(name[1:])
                sdl.library.SDL_JoystickSetVirtualAxis(self.handle, number, _raw(value))

        self.reader.call(work)

    def hold(self, button: int, down: bool = True) -> None:
        """Press a button, or let it go."""
        self.reader.call(lambda sdl: sdl.library.SDL_JoystickSetVirtualButton(self.handle, button, int(down)))

    def press(self, button: int) -> None:
        """Press a button and let it go."""
        self.hold(button)
        self.hold(button, down=False)

    def tilt_hat(self, value: int) -> None:
        """Put the hat to a direction of SDL_HAT_…."""
        self.reader.call(lambda sdl: sdl.library.SDL_JoystickSetVirtualHat(self.handle, 0, value))

    def unplug(self) -> None:
        """Pull the plug."""

        def work(sdl: Sdl) -> None:
            lib = sdl.library
            for index in range(lib.SDL_NumJoysticks()):
                if lib.SDL_JoystickGetDeviceInstanceID(index) == self.id:
                    lib.SDL_JoystickDetachVirtual(index)
                    return

        self.reader.call(work)


def _described(lib: Any, build: StickBuild) -> Any:
    described = lib.SDL_VirtualJoystickDesc()
    described.version = lib.SDL_VIRTUAL_JOYSTICK_DESC_VERSION
    described.type = lib.SDL_JOYSTICK_TYPE_GAMECONTROLLER if build.gamepad else lib.SDL_JOYSTICK_TYPE_FLIGHT_STICK
    described.naxes, described.nbuttons, described.nhats = build.axes, build.buttons, build.hats
    described.vendor_id, described.product_id, described.name = build.vendor, build.product, build.name.encode()
    return described


def _raw(value: float) -> int:
    return round(value * FULL)
