"""Lens: draws what a dome's head looks at and encodes it at once.

Belongs here: the thread, its rate, the encoder. Does not belong here: clients (moving.py), drawing (footage.py).
Invariants: 1. Codec and size are the clip's own. 2. Rates are low enough that one dome with both streams watched
takes about a third of a core. 3. After REST_S at rest at home it says so, once a second. Thread: its own.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import av
from av.video.frame import VideoFrame

from safecity_console.core.worker import Worker
from safecity_console.simulator.clips import AccessUnit, Clip, Codec, is_parameter_set, split_annex_b
from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.onvif.footage import Footage, draw_aim, look
from safecity_console.simulator.onvif.head import Head
from safecity_console.simulator.rtp import PacketisedClip, UnitPackets, packetise_unit
from safecity_console.simulator.variants import Picture, cover, defocus

REST_S = 1.0
GOP_S = 2.0
SMALL_WIDTH = 800
_RATES = {(Codec.H264, True): 15, (Codec.H264, False): 12, (Codec.H265, True): 8, (Codec.H265, False): 5}
_OPTIONS = {"preset": "ultrafast", "tune": "zerolatency", "crf": "28", "forced-idr": "1"}
_X264 = {"x264-params": "scenecut=0:repeat-headers=1"}
_X265 = {"x265-params": "log-level=none:bframes=0:scenecut=0:keyint=-1:pools=none:frame-threads=1:repeat-headers=1"}


class Lens(Worker):
    """Draw and encode; `hand_over` takes units, and none when the head has come to rest at home."""

    def __init__(
        self,
        clip: PacketisedClip,
        head: Head,
        footage: Footage,
        effects_at: Callable[[float], Effects],
        hand_over: Callable[[UnitPackets | None], None],
    ) -> None:
        super().__init__("simulator-lens")
        self._clip, self._head, self._footage = clip, head, footage
        self._effects_at, self._hand_over = effects_at, hand_over
        self._rate = _RATES[clip.codec, clip.width <= SMALL_WIDTH]
        self._key_asked = threading.Event()
        self._frozen: Picture | None = None

    def ask_key_frame(self) -> None:
        """Make the next picture a key frame."""
        self._key_asked.set()

    def run(self) -> None:
        """Encode until stopped."""
        encoder = open_encoder(self._clip, self._rate)
        start_s = rested_s = time.monotonic()
        for number in itertools.count():
            if self.wait(max(0.0, start_s + number / self._rate - time.monotonic())):
                return
            now_s = time.monotonic()
            if now_s - (start_s + number / self._rate) > 1 / self._rate:
                start_s = now_s - number / self._rate  # late: do not rush after
            if self._head.away:
                rested_s = now_s
            unit = self._encode(encoder, number, self._see(now_s))
            if unit is not None and not self.stopping:
                self._hand_over(unit)
            if now_s - rested_s >= REST_S:
                rested_s = now_s
                self._hand_over(None)

    def _see(self, now_s: float) -> Picture:
        effects = self._effects_at(now_s)
        if effects.faults and effects.has(FaultKind.FROZEN) and self._frozen is not None:
            return self._frozen
        aim = self._head.aim()
        picture = look(self._footage.picture(now_s), aim, self._clip.width, self._clip.height)
        if effects.faults:
            picture = cover(picture) if effects.has(FaultKind.COVERED) else picture
            picture = defocus(picture) if effects.has(FaultKind.DEFOCUS) else picture
        draw_aim(picture, aim)
        self._frozen = picture
        return picture

    def _encode(self, encoder: Any, number: int, picture: Picture) -> UnitPackets | None:
        frame = VideoFrame.from_ndarray(picture, format="bgr24").reformat(format="yuv420p")
        frame.pts = number
        key = self._key_asked.is_set() or number % round(GOP_S * self._rate) == 0
        self._key_asked.clear()
        frame.pict_type = av.video.frame.PictureType.I if key else 0
        packets = encoder.encode(frame)
        if not packets:
            return None
        codec = self._clip.codec
        nals = split_annex_b(b"".join(bytes(packet) for packet in packets))
        sets = tuple(nal for nal in nals if is_parameter_set(codec, nal))
        unit = AccessUnit(nals, 0, 0, packets[0].is_keyframe)
        sample = Clip(codec, self._clip.width, self._clip.height, self._rate, sets, (unit,), 0)
        return packetise_unit(sample, unit, 0)


def open_encoder(clip: PacketisedClip, rate: int) -> Any:
    """Open an encoder that holds no picture back."""
    encoder: Any = av.CodecContext.create("libx265" if clip.codec is Codec.H265 else "libx264", "w")
    encoder.width, encoder.height = clip.width, clip.height
    encoder.pix_fmt = "yuv420p"
    encoder.framerate, encoder.time_base = Fraction(rate), Fraction(1, rate)
    encoder.thread_count = 1
    encoder.gop_size = 100_000
    encoder.options = _OPTIONS | (_X265 if clip.codec is Codec.H265 else _X264)
    return encoder
