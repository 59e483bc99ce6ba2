"""A sound card that plays nothing and keeps what it was given, pulling in real time from a thread of its own.

Belongs here: the output's face without a device. Does not belong here: PortAudio (tests/unit/sound/).
"""

from __future__ import annotations

import threading
import time

import numpy as np

from safecity_console.domain.errors import Refused
from safecity_console.domain.sound import Pull, SoundFormat

STEP_S = 0.01


class RecordingOutput:
    """Pulls and keeps; `refuse` is the code it answers `prepare` with, `lost` plays a device that is pulled out."""

    def __init__(self, rate: int = 16_000, channels: int = 1, refuse: str = "") -> None:
        self.form = SoundFormat(rate, channels)
        self.refuse = refuse
        self.lost = False
        self.prepared = 0
        self.kept = bytearray()
        self._thread: threading.Thread | None = None
        self._end = threading.Event()

    def prepare(self) -> SoundFormat:
        self.prepared += 1
        if self.refuse:
            raise Refused(self.refuse)
        return self.form

    def play(self, form: SoundFormat, pull: Pull) -> None:
        assert form == self.form
        assert self._thread is None, "one sound at a time"
        self._end.clear()
        self.lost = False
        self._thread = threading.Thread(target=self._run, args=(pull,), name="recording-output", daemon=True)
        self._thread.start()

    def playing(self) -> bool:
        return self._thread is not None and not self.lost

    def stop(self) -> None:
        self._end.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def loudness(self, seconds: float = 0.3) -> float:
        """Give the root mean square of the newest sound."""
        samples = self._newest(seconds)
        return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2))) if len(samples) else 0.0

    def pitch_hz(self, seconds: float = 0.5) -> float:
        """Give the strongest frequency of the newest sound."""
        samples = self._newest(seconds).astype(np.float64)
        if len(samples) < self.form.rate * seconds * 0.9:
            return 0.0
        spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
        return float(np.argmax(spectrum) * self.form.rate / len(samples))

    def _newest(self, seconds: float) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
        whole = bytes(self.kept[-round(seconds * self.form.rate) * self.form.frame_bytes :])
        return np.frombuffer(whole[: len(whole) // 2 * 2], np.int16)[:: self.form.channels]

    def _run(self, pull: Pull) -> None:
        due_s = time.monotonic()
        frames = round(self.form.rate * STEP_S)
        while not self._end.is_set():
            part = pull(frames)
            assert len(part) == frames * self.form.frame_bytes
            self.kept += part
            due_s += STEP_S
            self._end.wait(max(0.0, due_s - time.monotonic()))
