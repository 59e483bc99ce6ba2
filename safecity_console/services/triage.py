"""The triage ladder: from the name to the picture, rung by rung, naming the one that breaks.

Belongs here: the order of the rungs and what each says. Does not belong here: sockets and libav (video/), sentences.
Invariants: 1. At most one login is tried. 2. Rungs above the broken one are not listed. 3. The whole climb is bounded
by its deadlines (about 30 s for a camera that says nothing, 70 s for one with rare key frames, unless stopped).
Thread: any; blocking.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from safecity_console.core.clock import Clock
from safecity_console.core.secrets import Secret
from safecity_console.core.slot import NewestSlot, SlotReader
from safecity_console.domain.camera import Transport
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.report import LayerResult, ProbeReport
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video import ladder
from safecity_console.video.gop import VideoPacket
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan, StreamReader
from safecity_console.video.source import SourceAddress

OPEN_PATIENCE_S = 20.0
KEY_FRAME_PATIENCE_S = 60.0
WATCH_S = 2.5
WATCH_MOST_S = 6.0
CLOCK_OFF_S = 10.0
SLICE_S = 0.05

OnLayer = Callable[[LayerResult], None]


@dataclass(slots=True)
class _Climb:
    """One climb's notes."""

    clock: Clock
    on_layer: OnLayer
    stop: threading.Event
    layers: list[LayerResult] = field(default_factory=list)
    began_s: float = 0.0
    clock_offset_s: float | None = None

    def begin(self) -> None:
        self.began_s = self.clock.monotonic_s()

    def say(self, layer: Layer, ok: bool, detail: str = "") -> None:
        ms = (self.clock.monotonic_s() - self.began_s) * 1000
        result = LayerResult(layer.value, ok, round(ms, 1), detail)
        self.layers.append(result)
        self.on_layer(result)
        self.begin()


class TriageService:
    """Climbs the ladder for one address at a time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def probe(self, url: str, user: str, password: Secret, transport: Transport, on_layer: OnLayer,
              stop: threading.Event, on_picture: Callable[[Picture], None] | None = None,
              check_tls: bool = False) -> ProbeReport:
        """Climb until a rung breaks; `on_picture` gets a preview about 480 wide. Never raises for a bad camera."""
        climb = _Climb(self._clock, on_layer, stop)
        address = SourceAddress(url, user, password, transport, check_tls)
        try:
            self._by_socket(climb, url)
        except ladder.LadderFailed as broken:
            return _broken(climb, broken.failure)
        return self._by_stream(climb, address, on_picture)

    def _by_socket(self, climb: _Climb, url: str) -> None:
        where = ladder.address_of(url)
        if where is None:
            return
        climb.begin()
        numeric = ladder.resolve(where)
        climb.say(Layer.NAME, True, numeric[0])
        try:
            sock = ladder.connect(where, numeric)
        except ladder.LadderFailed as broken:
            if broken.failure.layer is Layer.PORT:
                climb.say(Layer.ROUTE, True)
            raise
        with sock:
            climb.say(Layer.ROUTE, True)
            climb.say(Layer.PORT, True, str(where.port))
            if where.scheme in ("rtsp", "rtsps"):
                self._hello(climb, sock, where, url)

    def _hello(self, climb: _Climb, sock: socket.socket, where: ladder.Address, url: str) -> None:
        spoken = ladder.wrap_tls(sock, where.host, check=False) if where.scheme == "rtsps" else sock
        hello = ladder.say_options(spoken, url)
        climb.say(Layer.RTSP, True, str(hello.status))
        if hello.date is not None:
            climb.clock_offset_s = (hello.date - self._clock.now()).total_seconds()

    def _by_stream(self, climb: _Climb, address: SourceAddress,
                   on_picture: Callable[[Picture], None] | None) -> ProbeReport:
        slot: NewestSlot[Picture] = NewestSlot()
        pictures = SlotReader(slot)
        stamps = _Stamps()
        plan = ReaderPlan("probe", address, slot, PictureProbe(), self._clock, _nobody, taps=(stamps.note,))
        reader = StreamReader(plan)
        reader.wish = TileWish(480, 270, prominent=True)
        reader.start()
        try:
            failure = self._follow(climb, reader)
            if failure is not None:
                return _broken(climb, failure)
            return self._watch(climb, reader, stamps, pictures, on_picture)
        finally:
            reader.stop()

    def _follow(self, climb: _Climb, reader: StreamReader) -> Failure | None:
        """Say login, stream, first packet, key frame and picture as they come."""
        climb.begin()
        if not self._wait(climb, reader, lambda: reader.first_packet_s is not None, OPEN_PATIENCE_S):
            failure = reader.failure or Failure(Layer.FIRST_PACKET, Fault.NO_PACKETS)
            if failure.layer in (Layer.STREAM, Layer.FIRST_PACKET):
                climb.say(Layer.LOGIN, True)
            if failure.layer is Layer.FIRST_PACKET:
                climb.say(Layer.STREAM, True)
            return failure
        climb.say(Layer.LOGIN, True)
        climb.say(Layer.STREAM, True, reader.codec)
        climb.say(Layer.FIRST_PACKET, True)
        if not self._wait(climb, reader, lambda: reader.counts.key_frames > 0, KEY_FRAME_PATIENCE_S):
            return reader.failure or Failure(Layer.FIRST_KEY_FRAME, Fault.NO_KEY_FRAME)
        climb.say(Layer.FIRST_KEY_FRAME, True)
        if not self._wait(climb, reader, lambda: reader.last_picture_s is not None, OPEN_PATIENCE_S):
            return reader.failure or Failure(Layer.FIRST_PICTURE, Fault.UNDECODABLE)
        climb.say(Layer.FIRST_PICTURE, True, f"{reader.size[0]}x{reader.size[1]}")
        return None

    def _wait(self, climb: _Climb, reader: StreamReader, come: Callable[[], bool], patience_s: float) -> bool:
        until_s = self._clock.monotonic_s() + patience_s
        while not come():
            if climb.stop.wait(SLICE_S) or self._clock.monotonic_s() > until_s or not reader.alive:
                return come()
        return True

    def _watch(self, climb: _Climb, reader: StreamReader, stamps: _Stamps, slot: SlotReader[Picture],
               on_picture: Callable[[Picture], None] | None) -> ProbeReport:
        """Look at the running stream for a while: rate, GOP, clock, picture."""
        began_s = self._clock.monotonic_s()
        while reader.alive and not climb.stop.wait(SLICE_S):
            picture = slot.take_new()
            if picture is not None and on_picture is not None:
                on_picture(picture)
            watched_s = self._clock.monotonic_s() - began_s
            if watched_s > (WATCH_S if len(stamps.keys_s) > 1 else WATCH_MOST_S):
                break
        self._say_clock(climb)
        reading = reader.reading
        fault = reading.fault.value if reading is not None and reading.fault is not None else ""
        climb.say(Layer.PICTURE_QUALITY, not fault, fault)
        size = f"{reader.size[0]}x{reader.size[1]}"
        broken = next((rung.layer for rung in climb.layers if not rung.ok), None)
        return ProbeReport(tuple(climb.layers), broken, fault, reader.codec, size, stamps.fps(), stamps.gop_s())

    def _say_clock(self, climb: _Climb) -> None:
        """Say how far the camera's clock is off, where it tells it; only a camera that lies fails here."""
        offset_s = climb.clock_offset_s
        if offset_s is None:
            climb.say(Layer.CLOCK, True, "not told")
        else:
            climb.say(Layer.CLOCK, abs(offset_s) <= CLOCK_OFF_S, f"{offset_s:+.0f} s")


class _Stamps:
    """Presentation times of the packets that came, in seconds."""

    def __init__(self) -> None:
        self.keys_s: list[float] = []
        self._count = 0
        self._first_s: float | None = None
        self._last_s = 0.0

    def note(self, packet: VideoPacket) -> None:
        """Take one packet."""
        if packet.pts is None or packet.time_base is None:
            return
        at_s = float(packet.pts * packet.time_base)
        self._count += 1
        self._first_s = at_s if self._first_s is None else self._first_s
        self._last_s = max(self._last_s, at_s)
        if packet.is_keyframe:
            self.keys_s.append(at_s)

    def fps(self) -> float:
        """Give pictures a second; 0 where fewer than two came."""
        span_s = self._last_s - (self._first_s or 0.0)
        return round((self._count - 1) / span_s, 1) if self._count > 1 and span_s > 0 else 0.0

    def gop_s(self) -> float:
        """Give the mean distance of key frames; 0 where fewer than two came while watched."""
        keys = sorted(self.keys_s)
        return round((keys[-1] - keys[0]) / (len(keys) - 1), 2) if len(keys) > 1 else 0.0


def _nobody() -> None:
    """Wake nobody: the ladder looks by itself."""


def _broken(climb: _Climb, failure: Failure) -> ProbeReport:
    # A rung that held at first (OPTIONS answered, DESCRIBE not) stands once, as it ended.
    climb.layers = [rung for rung in climb.layers if rung.layer != failure.layer.value]
    climb.say(failure.layer, False, failure.fault.value + (f" {failure.detail}" if failure.detail else ""))
    return ProbeReport(tuple(climb.layers), failure.layer.value, failure.fault.value)
