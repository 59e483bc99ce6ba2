"""Clock overlay: a stream encoded live with the wall-clock time in its picture, to measure sent-to-painted latency.

Belongs here: drawing the time over the clip's pictures, encoding at once, handing units to every client.
Does not belong here: the strip's layout (clock_strip.py), looping without encoding (player.py).
Invariants: 1. The encoder runs only while somebody watches. 2. Each new client starts at a key frame made for it.
3. The time drawn is read right before drawing; drawing and encoding (2-4 ms at 640x360) count as latency.
4. Faults of the connection, the flow and the packets act here too; those of the picture do not.
Threads: encoding on a worker of its own; handing out on the server's loop.
"""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
from av.video.frame import VideoFrame

from safecity_console.core.clock import Clock
from safecity_console.core.worker import Worker
from safecity_console.simulator.clips import (
    TICKS_PER_S,
    AccessUnit,
    Clip,
    ClipError,
    Codec,
    is_parameter_set,
    read_clip,
    split_annex_b,
)
from safecity_console.simulator.clock_strip import draw_clock_strip
from safecity_console.simulator.faults import Effects
from safecity_console.simulator.player import HOLDING, Player, StartMode
from safecity_console.simulator.rtp import PacketisedClip, UnitPackets, packetise_clip, packetise_unit
from safecity_console.simulator.sender import UnitSender
from safecity_console.simulator.sound import SoundTrack
from safecity_console.simulator.variants import Picture, decode_pictures

GOP_S = 2.0
MAX_BACKGROUND = 60  # decoded pictures kept: 60 x 640x360 BGR = 41 MB


class ClockStream:
    """Offer one live-encoded stream."""

    def __init__(self, path: Path, clock: Clock, effects_at: Callable[[float], Effects]) -> None:
        clip = read_clip(path)
        self._clock = clock
        self._effects_at = effects_at
        self._loop = asyncio.get_running_loop()
        self._pictures = tuple(itertools.islice(decode_pictures(path), MAX_BACKGROUND))
        if not self._pictures:
            raise ClipError(f"no pictures in {path.name}")
        self._fps = clip.fps
        self.sound: SoundTrack | None = None
        self._sample = self._encode_sample()
        self._players: set[LivePlayer] = set()
        self._encoder: ClockEncoder | None = None

    def describe(self, now_s: float) -> PacketisedClip:
        """Return what a DESCRIBE says: the parameters of the live encoder."""
        return packetise_clip(self._sample)

    def player(self, sender: UnitSender, mode: StartMode) -> Player:
        """Return a player for one client; it starts at a key frame whatever the mode."""
        return LivePlayer(self, sender)

    def close(self) -> None:
        """End the encoder."""
        self._players.clear()
        self._stop_encoder()

    def join(self, player: LivePlayer) -> None:
        """Send to this player from the next key frame, which is asked for."""
        self._players.add(player)
        if self._encoder is None:
            self._encoder = ClockEncoder(self._pictures, self._fps, self._clock, self._sample, self._hand_over)
            self._encoder.start()
        self._encoder.ask_key_frame()

    def leave(self, player: LivePlayer) -> None:
        """Send nothing more to this player."""
        self._players.discard(player)
        if not self._players:
            self._stop_encoder()

    def _stop_encoder(self) -> None:
        if self._encoder is not None:
            self._encoder.stop()
            self._encoder = None

    def _hand_over(self, unit: UnitPackets) -> None:
        try:
            self._loop.call_soon_threadsafe(self._send, unit)
        except RuntimeError:
            return  # the loop ended first; the encoder is stopped next

    def _send(self, unit: UnitPackets) -> None:
        effects = self._effects_at(self._loop.time())
        for player in tuple(self._players):
            player.send(unit, effects)

    def _encode_sample(self) -> Clip:
        """Encode one picture to learn the parameter sets the live encoder will use."""
        encoder = open_encoder(self._pictures[0], self._fps)
        frame = VideoFrame.from_ndarray(self._pictures[0], format="bgr24").reformat(format="yuv420p")
        frame.pts = 0
        nals = split_annex_b(b"".join(bytes(packet) for packet in encoder.encode(frame)))
        height, width = self._pictures[0].shape[:2]
        sets = tuple(nal for nal in nals if is_parameter_set(Codec.H264, nal))
        unit = AccessUnit(nals, 0, 0, True)
        length = round(TICKS_PER_S / self._fps)
        return Clip(Codec.H264, width, height, self._fps, sets, (unit,), length)


class LivePlayer:
    """Pass live units to one client."""

    def __init__(self, stream: ClockStream, sender: UnitSender) -> None:
        self._stream = stream
        self._sender = sender
        self._first_ticks: int | None = None
        self._wait_for_key = True

    def start(self) -> None:
        """Join the stream."""
        self._stream.join(self)

    def stop(self) -> None:
        """Leave the stream."""
        self._stream.leave(self)

    def send(self, unit: UnitPackets, effects: Effects) -> None:
        """Send one unit; the first one is a key frame."""
        if effects.faults and effects.has(*HOLDING):
            self._wait_for_key = True
            return
        if self._wait_for_key and not unit.key:
            return
        self._wait_for_key = False
        if self._first_ticks is None:
            self._first_ticks = unit.at_ticks
        ticks = unit.at_ticks - self._first_ticks
        self._sender.report(ticks)
        self._sender.send_unit(unit, ticks, effects)


class ClockEncoder(Worker):
    """Draw and encode at the stream's rate."""

    def __init__(
        self,
        pictures: tuple[Picture, ...],
        fps: float,
        clock: Clock,
        sample: Clip,
        hand_over: Callable[[UnitPackets], None],
    ) -> None:
        super().__init__("simulator-clock-encoder")
        self._pictures = pictures
        self._fps = fps
        self._clock = clock
        self._sample = sample
        self._hand_over = hand_over
        self._key_asked = threading.Event()

    def ask_key_frame(self) -> None:
        """Make the next picture a key frame."""
        self._key_asked.set()

    def run(self) -> None:
        """Encode until stopped."""
        encoder = open_encoder(self._pictures[0], self._fps)
        start_s = self._clock.monotonic_s()
        for number in itertools.count():
            if self.wait(max(0.0, start_s + number / self._fps - self._clock.monotonic_s())):
                return
            unit = self._encode(encoder, number)
            if unit is not None:
                self._hand_over(unit)

    def _encode(self, encoder: Any, number: int) -> UnitPackets | None:
        picture = self._pictures[number % len(self._pictures)].copy()
        draw_time(picture, self._clock)
        frame = VideoFrame.from_ndarray(picture, format="bgr24").reformat(format="yuv420p")
        frame.pts = number
        key = self._key_asked.is_set() or number % round(GOP_S * self._fps) == 0
        self._key_asked.clear()
        frame.pict_type = av.video.frame.PictureType.I if key else 0
        packets = encoder.encode(frame)
        if not packets:
            return None
        nals = split_annex_b(b"".join(bytes(packet) for packet in packets))
        at = round(number * TICKS_PER_S / self._fps)
        return packetise_unit(self._sample, AccessUnit(nals, at, 0, packets[0].is_keyframe), 0)


def draw_time(picture: Picture, clock: Clock) -> None:
    """Draw the wall-clock time as text and as a strip, in place."""
    now = clock.now()
    draw_clock_strip(picture, round(now.timestamp() * 1000))
    text = now.strftime("%Y-%m-%d %H:%M:%S.") + f"{now.microsecond // 1000:03d} UTC"
    scale = picture.shape[1] / 960
    place = (round(16 * scale), picture.shape[0] // 12 + round(40 * scale))
    for colour, width in (((0, 0, 0), 5), ((255, 255, 255), 2)):
        cv2.putText(picture, text, place, cv2.FONT_HERSHEY_SIMPLEX, scale, colour, width, cv2.LINE_AA)


def open_encoder(picture: Picture, fps: float) -> Any:
    """Open an x264 encoder that holds no picture back."""
    encoder: Any = av.CodecContext.create("libx264", "w")
    encoder.height, encoder.width = picture.shape[:2]
    encoder.pix_fmt = "yuv420p"
    rate = Fraction(fps).limit_denominator(1001)
    encoder.framerate, encoder.time_base = rate, 1 / rate
    encoder.thread_count = 1
    encoder.gop_size = 100_000
    encoder.options = {
        "preset": "ultrafast",
        "tune": "zerolatency",
        "crf": "26",
        "forced-idr": "1",
        "x264-params": "scenecut=0:repeat-headers=1",
    }
    return encoder
