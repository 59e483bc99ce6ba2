"""The sound of one stream: a connection of its own that asks for nothing but the audio track, decoded and resampled.

Belongs here: one thread from address to samples. Does not belong here: when to listen (services/sound.py), playing
(sound/), pictures (reader.py).
Why a connection of its own: opening the picture's anew with both tracks would make the tile dark for a second and bind
its life to the sound's; one RTSP session with only the audio track set up costs a camera 8 to 16 kB/s. A camera that
allows no further session refuses this one, and its picture goes on.
Invariants: 1. What answers may be hostile: only codecs cameras send are decoded; rate, channels and length of a frame
are bounded before a sample is touched; a sound that goes on being unfit ends. 2. Samples go out in the device's format
and are never queued here. 3. `NO_SOUND` is said only where the same address gives a picture but no sound: a camera out
of sessions is `REFUSED`. 4. A file repeats itself, at the speed it was recorded.
Threads: `run` in its own, nice 5 (a gap is heard sooner than one is seen); attributes are read from any.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import av.error
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet

from safecity_console.core.clock import Clock
from safecity_console.core.worker import Worker
from safecity_console.domain.sound import SoundFormat
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video.source import SourceAddress, SourceFailed, open_container, open_source

NICE = 5
# Over a whole read, which pictures go without: 50 packets a second of one camera cost nothing, and a camera that sends
# what is no packet would hold libav, and feed it memory, for good.
READ_DEADLINE_S = 4.0
CODECS = frozenset({
    "pcm_alaw", "pcm_mulaw", "pcm_s16be", "pcm_s16le", "adpcm_g722", "g722", "adpcm_g726", "adpcm_g726le", "g726",
    "g726le", "aac", "aac_latm", "opus", "libopus", "mp2", "mp2float", "mp3", "mp3float", "amrnb", "amr_nb", "speex",
})
RATE_LEAST, RATE_MOST = 4000, 192_000
CHANNELS_MOST = 8
FRAME_MOST_S = 0.5
UNFIT_MOST = 50  # frames or packets in a row; a second or so
UNTIMED_PAUSE_S = 0.02


class SoundFault(StrEnum):
    """Why a sound ended."""

    NO_SOUND = "no_sound"
    UNREADABLE = "unreadable"
    REFUSED = "refused"  # this connection; the picture may well go on
    LOGIN = "login"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class SoundPlan:
    """What a sound reader is given for its life; `sink` takes samples and must not wait."""

    name: str
    address: SourceAddress
    form: SoundFormat
    sink: Callable[[bytes], None]
    clock: Clock
    wake: Callable[[], None]


class _Unfit(Exception):
    """A frame whose figures are not to be believed."""


class SoundReader(Worker):
    """Listens to one stream until it ends or is asked to stop."""

    def __init__(self, plan: SoundPlan) -> None:
        super().__init__(plan.name, NICE)
        self._plan = plan
        self._resampler: AudioResampler | None = None
        self._made_for: tuple[int, int, str] = (0, 0, "")
        self._unfit = 0
        self.frames = 0
        self.unfit = 0
        self.codec = ""
        self.fault: SoundFault | None = None
        self.heard_s: float | None = None

    def run(self) -> None:
        """Open, listen, and say at the end why it ended."""
        try:
            container, _ = open_container(self._plan.address, "audio", READ_DEADLINE_S)
        except SourceFailed as failed:
            self.fault = self._why(failed.failure)
            self._plan.wake()
            return
        try:
            self._listen(container)
        except (av.error.FFmpegError, OSError, ValueError):
            self.fault = SoundFault.AWAY
        finally:
            container.close()
            if self.fault is None and not self.stopping:
                self.fault = SoundFault.AWAY
            self._plan.wake()

    def _why(self, failure: Failure) -> SoundFault:
        """Tell no sound from no further session: asked for a track it has not, a camera says one of many things."""
        if failure.layer is Layer.LOGIN:
            return SoundFault.LOGIN
        if failure.layer in (Layer.NAME, Layer.ROUTE, Layer.PORT) or self.stopping:
            return SoundFault.AWAY
        try:
            open_source(self._plan.address).close()
        except SourceFailed as also:
            return SoundFault.LOGIN if also.failure.layer is Layer.LOGIN else SoundFault.REFUSED
        return SoundFault.AWAY if failure.fault is Fault.NO_ANSWER else SoundFault.NO_SOUND

    def _listen(self, container: InputContainer) -> None:
        stream = next(iter(container.streams.audio), None)
        if stream is None or stream.codec_context is None:
            self.fault = SoundFault.NO_SOUND
            return
        self.codec = stream.codec_context.name
        if self.codec not in CODECS or not _believable(stream.codec_context.sample_rate or RATE_LEAST,
                                                       stream.codec_context.channels):
            self.fault = SoundFault.UNREADABLE
            return
        stream.codec_context.thread_count = 1
        pace = _Pace(self._plan.clock) if self._plan.address.is_file else None
        while self._listen_to_end(container, stream, pace) and pace is not None:
            if not self.frames or self.wait(UNTIMED_PAUSE_S):
                return
            container.seek(0)
            pace.zero_s = None

    def _listen_to_end(self, container: InputContainer, stream: AudioStream, pace: _Pace | None) -> bool:
        """Take every packet; True at the end of the stream, False when asked to stop or to no purpose."""
        for packet in container.demux(stream):
            if self.stopping or (pace is not None and self.wait(pace.pause_s(packet))):
                return False
            if packet.size > 0:
                self._take(stream, packet)
            if self._unfit >= UNFIT_MOST:
                self.fault = SoundFault.UNREADABLE
                return False
        return True

    def _take(self, stream: AudioStream, packet: Packet[AudioStream]) -> None:
        try:
            for frame in stream.codec_context.decode(packet):
                self._hand_on(frame)
        except (av.error.FFmpegError, ValueError, MemoryError, _Unfit):
            self._unfit += 1
            self.unfit += 1

    def _hand_on(self, frame: AudioFrame) -> None:
        if not _believable(frame.sample_rate, frame.layout.nb_channels):
            raise _Unfit
        if frame.samples > FRAME_MOST_S * frame.sample_rate:
            raise _Unfit
        frame.pts = None  # the device's own clock paces; gaps in a camera's must not be filled by the resampler
        for made in self._resampler_for(frame).resample(frame):
            samples = bytes(made.planes[0])[: made.samples * self._plan.form.frame_bytes]
            self._plan.sink(samples)
            self.frames += made.samples
            self._unfit = max(0, self._unfit - 1)
            if self.heard_s is None:
                self.heard_s = self._plan.clock.monotonic_s()
                self._plan.wake()
            self.heard_s = self._plan.clock.monotonic_s()

    def _resampler_for(self, frame: AudioFrame) -> AudioResampler:
        """Give the resampler of this format; one that changes again and again counts as unfit."""
        wanted = (frame.sample_rate, frame.layout.nb_channels, frame.format.name)
        if self._resampler is None or wanted != self._made_for:
            if self._resampler is not None:
                self._unfit += 2
            self._made_for = wanted
            form = self._plan.form
            self._resampler = AudioResampler("s16", "mono" if form.channels == 1 else "stereo", form.rate)
        return self._resampler


def _believable(rate: int, channels: int) -> bool:
    return RATE_LEAST <= rate <= RATE_MOST and 1 <= channels <= CHANNELS_MOST


class _Pace:
    """Holds a file's packets back to the speed they were recorded at."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.zero_s: float | None = None

    def pause_s(self, packet: Packet[AudioStream]) -> float:
        """Give how long to wait before this packet."""
        if packet.dts is None or packet.time_base is None:
            return UNTIMED_PAUSE_S if packet.size > 0 else 0.0
        at_s = float(packet.dts * packet.time_base)
        now_s = self._clock.monotonic_s()
        if self.zero_s is None:
            self.zero_s = now_s - at_s
        return min(2.0, max(0.0, self.zero_s + at_s - now_s))
