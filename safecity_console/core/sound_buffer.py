"""A bounded buffer between who decodes sound and the device that plays it, each at its own clock.

Belongs here: holding at most `MOST_S`, dropping the oldest, padding with silence, volume. Does not belong here:
decoding (video/), devices (sound/).
Invariants: 1. No more than `MOST_S` of sound is ever held: when it fills up, the oldest goes until `CALM_S` is left (a
camera's clock runs fast: one small gap now and then, not a crackle at each packet). 2. `pull` gives exactly what was
asked for and never waits; after running dry it plays silence until `CALM_S` has gathered again (the clock runs slow,
the network stutters). Threads: one pushes, one pulls; one lock, held for a copy.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np

from safecity_console.domain.sound import SoundFormat

MOST_S = 0.3
CALM_S = 0.15  # half way: as much room for a stutter of the network as for a clock that runs fast


@dataclass(slots=True)
class SoundCounts:
    """Frames (samples of all channels) that went by."""

    pushed: int = 0
    played: int = 0
    dropped: int = 0
    padded: int = 0


class SoundBuffer:
    """Holds a little sound."""

    def __init__(self, form: SoundFormat, volume: float = 1.0) -> None:
        self.form = form
        self.volume = volume
        self.counts = SoundCounts()
        self._lock = threading.Lock()
        self._held = bytearray()
        self._gathering = True

    @property
    def held_s(self) -> float:
        """Give how many seconds are held."""
        return len(self._held) / self.form.frame_bytes / self.form.rate

    def push(self, samples: bytes) -> None:
        """Take sound; whole frames."""
        frame = self.form.frame_bytes
        with self._lock:
            self._held += samples
            self.counts.pushed += len(samples) // frame
            if len(self._held) > self._bytes(MOST_S):
                over = len(self._held) - self._bytes(CALM_S)
                del self._held[:over]
                self.counts.dropped += over // frame

    def pull(self, frames: int) -> bytes:
        """Give so many frames."""
        wanted = frames * self.form.frame_bytes
        with self._lock:
            if self._gathering and len(self._held) < self._bytes(CALM_S):
                self.counts.padded += frames
                return bytes(wanted)
            found = bytes(self._held[:wanted])
            del self._held[:wanted]
            self._gathering = len(found) < wanted
            self.counts.played += len(found) // self.form.frame_bytes
            self.counts.padded += (wanted - len(found)) // self.form.frame_bytes
        return self._loud(found) + bytes(wanted - len(found))

    def clear(self) -> None:
        """Forget what is held."""
        with self._lock:
            self._held.clear()
            self._gathering = True

    def _loud(self, samples: bytes) -> bytes:
        volume = self.volume
        if volume >= 1.0 or not samples:
            return samples
        # The square is how loudness is felt: half way down sounds half as loud.
        scaled = np.frombuffer(samples, np.int16) * np.float32(volume * volume)
        return scaled.astype(np.int16).tobytes()

    def _bytes(self, seconds: float) -> int:
        return round(seconds * self.form.rate) * self.form.frame_bytes
