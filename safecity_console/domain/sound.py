"""The sound of one camera: what is heard, what is said of it, and the port it is played through.

Belongs here: the values and the output's face. Does not belong here: decoding (video/), a sound card (sound/), when to
be silent (services/sound.py), words (ui).
Invariant: at most one camera is heard. Samples are signed 16 bit, interleaved, in the machine's byte order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class SoundState(StrEnum):
    """What the officer hears of the camera whose sound is on."""

    OFF = "off"
    OPENING = "opening"
    HEARD = "heard"
    MUTED = "muted"  # no screen shows the camera
    WAITING = "waiting"  # the camera or its sound is away; it is tried again
    NONE = "none"  # the sound follows the selection, and this camera sends none


@dataclass(frozen=True, slots=True)
class SoundStatus:
    """Whose sound is on and how it is; `refusal` is the code of why it was switched off by itself, else empty."""

    state: SoundState = SoundState.OFF
    camera_id: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """What a device wants to be given."""

    rate: int
    channels: int

    @property
    def frame_bytes(self) -> int:
        """Give the bytes of one sample of all channels."""
        return 2 * self.channels


Pull = Callable[[int], bytes]  # so many frames wanted; gives exactly as many, silence included, and never waits


class SoundOutput(Protocol):
    """A place where sound is played; used by one thread."""

    def prepare(self) -> SoundFormat:
        """Look for a device and say what it wants; raises Refused("sound_no_player" | "sound_no_device")."""
        ...

    def play(self, form: SoundFormat, pull: Pull) -> None:
        """Begin to play what `pull` gives; raises Refused("sound_no_device")."""
        ...

    def playing(self) -> bool:
        """Tell whether it still plays; a device pulled out does not."""
        ...

    def stop(self) -> None:
        """End playing; safe to call twice."""
        ...
