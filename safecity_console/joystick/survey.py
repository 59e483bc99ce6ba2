"""One look at what this machine has of joysticks, for `doctor`.

Belongs here: SDL's version, the sticks it sees, those the kernel lists. Does not belong here: reading them (reader.py),
sentences. Invariant: nothing is left open. Thread: one that runs no reader.
"""

from __future__ import annotations

from dataclasses import dataclass

from safecity_console.domain.stick import StickBuild
from safecity_console.joystick.events import StickCame
from safecity_console.joystick.kernel import KernelStick, kernel_sticks
from safecity_console.joystick.sdl import Sdl, SdlMissing


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is; `library_error` is not empty where SDL cannot be had."""

    version: str = ""
    library_error: str = ""
    sticks: tuple[StickBuild, ...] = ()
    kernel: tuple[KernelStick, ...] = ()


def survey() -> Survey:
    """Look once."""
    kernel = kernel_sticks() or ()
    sdl = Sdl()
    try:
        sdl.open()
        found = [*sdl.look(), *sdl.look()]  # a device is told of one look after it was opened
        return Survey(sdl.version, "", tuple(e.build for e in found if isinstance(e, StickCame)), kernel)
    except SdlMissing as error:
        return Survey(library_error=str(error), kernel=kernel)
    finally:
        sdl.close()
