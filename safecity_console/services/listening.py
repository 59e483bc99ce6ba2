"""Listening to one stream: the connection, the small buffer, the device, opened and let go together.

Belongs here: one attempt's parts, waiting for what was closed. Does not belong here: whom to listen to, when to try
again (sound.py), decoding (video/), playing (sound/).
Invariants: 1. At most one connection is listened to; what was closed is only waited for. 2. While `CLOSING_MOST` closed
ones still hang in a native read no other is opened; none hangs past its deadlines. 3. The device is held only while
there is something to play. Thread: the sound service's.
"""

from __future__ import annotations

from collections.abc import Callable

from safecity_console.core.clock import Clock
from safecity_console.core.sound_buffer import SoundBuffer
from safecity_console.domain.sound import Pull, SoundFormat, SoundOutput
from safecity_console.video.sound_reader import SoundPlan, SoundReader
from safecity_console.video.source import SourceAddress

CLOSING_MOST = 2
QUIET_S = 2.0
OPENING_MOST_S = 20.0


class Listening:
    """The parts of one sound."""

    def __init__(self, output: SoundOutput, clock: Clock) -> None:
        self._output = output
        self._clock = clock
        self._closing: list[SoundReader] = []
        self._opened_s = 0.0
        self._plays = False
        self._form: SoundFormat | None = None
        self.reader: SoundReader | None = None
        self.buffer: SoundBuffer | None = None

    @property
    def crowded(self) -> bool:
        """Tell whether too many closed connections still hang."""
        return len(self._closing) >= CLOSING_MOST

    @property
    def heard(self) -> bool:
        """Tell whether sound came a moment ago and is being played."""
        reader = self.reader
        return (reader is not None and reader.heard_s is not None and self._plays
                and self._clock.monotonic_s() - reader.heard_s < QUIET_S)

    @property
    def overdue(self) -> bool:
        """Tell whether nothing came of an opening within every native deadline."""
        reader = self.reader
        return (reader is not None and reader.heard_s is None
                and self._clock.monotonic_s() - self._opened_s > OPENING_MOST_S)

    def open(self, name: str, address: SourceAddress, volume: float, wake: Callable[[], None]) -> None:
        """Begin to listen; raises Refused where this machine cannot play."""
        self._form = self._form or self._output.prepare()
        self.buffer = SoundBuffer(self._form, volume)
        self.reader = SoundReader(SoundPlan(name, address, self._form, self.buffer.push, self._clock, wake))
        self._opened_s = self._clock.monotonic_s()
        self.reader.start()

    def play_what_came(self) -> None:
        """Begin to play once sound has come; raises Refused where the device says no."""
        if not self._plays and self.reader is not None and self.reader.heard_s is not None:
            self._plays = True
            if self._form is not None and self.buffer is not None:
                self._output.play(self._form, self._buffer_pull(self._form))

    def device_lost(self) -> bool:
        """Tell whether the device stopped by itself, as one that was pulled out."""
        return self._plays and not self._output.playing()

    def hang_up(self) -> None:
        """Let the connection go, keep the device: another connection follows."""
        if self.reader is not None:
            self.reader.ask_stop()
            self._closing.append(self.reader)
        self.reader = None

    def close(self) -> None:
        """Let connection and device go."""
        self.hang_up()
        if self._plays:
            self._output.stop()
        self._plays, self._form, self.buffer = False, None, None

    def reap(self) -> None:
        """Forget closed connections that have ended."""
        self._closing = [reader for reader in self._closing if reader.alive]

    def join(self, timeout_s: float) -> None:
        """Wait for the closed connections, within one deadline."""
        until_s = self._clock.monotonic_s() + timeout_s
        for reader in self._closing:
            reader.join(max(0.0, until_s - self._clock.monotonic_s()))

    def _buffer_pull(self, form: SoundFormat) -> Pull:
        """Give what pulls from whichever buffer there is: it is another after each connection."""

        def pull(frames: int) -> bytes:
            buffer = self.buffer
            return buffer.pull(frames) if buffer is not None else bytes(frames * form.frame_bytes)

        return pull
