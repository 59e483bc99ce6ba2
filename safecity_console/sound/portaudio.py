"""The sound card, through PortAudio (`sounddevice`): loaded when a sound is first wanted, and not before.

Belongs here: finding the default device, a stream that pulls. Does not belong here: what is played, when.
Why this library: Qt's own (QtMultimedia) is not in PySide6-Essentials and would triple what is installed; sounddevice
is kept, MIT, one file over cffi, its wheels bring PortAudio for Windows and macOS, Debian has it as libportaudio2.
Invariants: 1. A machine without the library or without a device is told by Refused, never by a crash: PortAudio is
looked for only in `prepare`. 2. Every native call has a deadline: a dead sound server hangs in it. 3. Devices are
looked for anew at each `prepare`, so that a headset plugged in later is found. Threads: one calls; `pull` is called
in PortAudio's.
"""

from __future__ import annotations

import importlib
import threading
from typing import Any

from safecity_console.core.deadline import NativeCalls, TookTooLong
from safecity_console.core.logs import get_logger
from safecity_console.domain.errors import Refused
from safecity_console.domain.sound import Pull, SoundFormat

CALL_S = 4.0
LATENCY_S = 0.08
RATES = (8000, 192_000)


class PortAudioOutput:
    """The default output device of this machine."""

    def __init__(self) -> None:
        self._calls = NativeCalls("portaudio", hung_most=2)
        self._library: Any = None
        self._stream: Any = None

    def prepare(self) -> SoundFormat:
        """Look for the default device; raises Refused("sound_no_player" | "sound_no_device")."""
        self.stop()
        try:
            return self._calls.within(CALL_S, self._look)
        except TookTooLong:
            raise Refused("sound_no_device") from None

    def play(self, form: SoundFormat, pull: Pull) -> None:
        """Begin to play; raises Refused("sound_no_device")."""
        library, given_up = self._library, threading.Event()

        def fill(out: Any, frames: int, _time: object, _flags: object) -> None:
            out[:] = pull(frames)

        def begin() -> Any:
            stream = library.RawOutputStream(samplerate=form.rate, channels=form.channels, dtype="int16",
                                             latency=LATENCY_S, callback=fill)
            stream.start()
            if given_up.is_set():  # nobody would ever stop it, and it would take what belongs to the next one
                stream.abort()
                stream.close()
            return stream

        try:
            self._stream = self._calls.within(CALL_S, begin)
        except (library.PortAudioError, OSError, ValueError, TookTooLong) as error:
            given_up.set()
            get_logger("sound").warning("device_refused", error=type(error).__name__)
            raise Refused("sound_no_device") from None

    def playing(self) -> bool:
        """Tell whether the stream still runs."""
        return self._stream is not None and bool(self._stream.active)

    def stop(self) -> None:
        """End playing; a device that does not let go is left behind."""
        stream, self._stream = self._stream, None
        if stream is None:
            return
        try:
            self._calls.within(CALL_S, stream.abort)
            self._calls.within(CALL_S, stream.close)
        except (self._library.PortAudioError, OSError, TookTooLong) as error:
            get_logger("sound").warning("device_did_not_stop", error=type(error).__name__)

    def _look(self) -> SoundFormat:
        self._load()
        try:
            found = self._library.query_devices(kind="output")
        except (self._library.PortAudioError, ValueError):
            raise Refused("sound_no_device") from None
        rate, channels = int(found["default_samplerate"]), int(found["max_output_channels"])
        if channels < 1 or not RATES[0] <= rate <= RATES[1]:
            raise Refused("sound_no_device")
        return SoundFormat(rate, min(2, channels))

    def _load(self) -> None:
        """Load the library, or have it look at the devices again; it has no public way to."""
        try:
            if self._library is None:
                self._library = importlib.import_module("sounddevice")
            else:
                self._library._terminate()  # noqa: SLF001 - what sounddevice's own examples do to refresh the list
                self._library._initialize()  # noqa: SLF001
        except (ImportError, OSError):  # OSError: PortAudio itself is missing
            raise Refused("sound_no_player") from None
        except Exception as error:  # noqa: BLE001 - a foreign library's edge: its error class cannot be named before it is loaded
            get_logger("sound").warning("player_failed", error=type(error).__name__)
            raise Refused("sound_no_device") from None
