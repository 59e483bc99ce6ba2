"""One connection to one stream: open, demux, decode what is wanted, hand over the newest picture.

Belongs here: the loop of one thread and what it tells. Does not belong here: reconnecting (services/streams.py),
sockets (source.py, ladder.py), drawing.
Invariants: 1. Packets reach every tap before and whether or not they are decoded: recording needs no decoder. 2. A bad
packet is counted and skipped; the end of the loop, silent or not, is a lost stream. 3. Nothing is shown before the
first key frame. 4. Pictures are scaled only while somebody wishes to see them; what is behind is not shown but caught
up with, by leaving packets out up to a key frame where need be (intake.py). 5. One attribute store hands a value to
other threads.
Threads: `run` in its own, nice 10; attributes are read from any. After a crash nothing remains: no state on disk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import av.error
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from safecity_console.core.clock import Clock
from safecity_console.core.slot import NewestSlot
from safecity_console.core.worker import Worker
from safecity_console.domain.governor import Ration
from safecity_console.domain.health import PictureReading
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video.decoder import StreamDecoder
from safecity_console.video.devices import DeviceGrant
from safecity_console.video.gop import GopKeeper, VideoPacket
from safecity_console.video.hangup import Peer
from safecity_console.video.intake import Intake
from safecity_console.video.lag import Budget, DrainMeter, LagMeter
from safecity_console.video.luma import luma_of
from safecity_console.video.pace import UNTIMED_PAUSE_S, FilePace
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.scaler import Scaler, fitted
from safecity_console.video.source import OpenSource, SourceAddress, SourceFailed, open_source
from safecity_console.video.translate import running_failure

NICE = 10
PROBE_EVERY_S = 4.0
PROBE_FIRST_S = 1.0
PROBES_FIRST = 3
PROBE_HIDDEN_EVERY_S = 5.0
KEYLESS_GRACE_S = 40.0  # past a GOP of 30 s, before the machine's own deadline (StreamRules.key_frame_deadline_s)
UNDECODABLE_AFTER = 100

PacketTap = Callable[[VideoPacket], None]
Wake = Callable[[], None]


@dataclass(slots=True)
class ReaderCounts:
    """What one connection has done so far."""

    packets: int = 0
    bytes: int = 0
    key_frames: int = 0
    decoded: int = 0
    scaled: int = 0
    bad_packets: int = 0
    reduced: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ReaderPlan:
    """What a reader is given for its life."""

    name: str
    address: SourceAddress
    slot: NewestSlot[Picture]
    probe: PictureProbe
    clock: Clock
    wake: Wake
    check_picture: bool = True
    taps: tuple[PacketTap, ...] = ()


class StreamReader(Worker):
    """Reads one connection until it ends or is asked to stop."""

    def __init__(self, plan: ReaderPlan) -> None:
        super().__init__(plan.name, NICE)
        self._plan = plan
        self._clock = plan.clock
        self._slot = plan.slot
        self.wish: TileWish | None = None
        self.fps_cap = 15.0
        self.ration = Ration()
        self.taps: tuple[PacketTap, ...] = plan.taps
        self.counts = ReaderCounts()
        self.failure: Failure | None = None
        self.first_packet_s: float | None = None
        self.last_packet_s: float | None = None
        self.last_picture_s: float | None = None
        self.lag_s = 0.0
        self._worst_lag_s = 0.0
        self.size = (0, 0)
        self.codec = ""
        self.peers: frozenset[Peer] = frozenset()
        self.told_fps = 0.0
        self.reading: PictureReading | None = None
        self.last_frame: VideoFrame | None = None
        self.grant: DeviceGrant | None = None
        self.decoder: StreamDecoder | None = None
        self._decoding = _Decoding()

    @property
    def hardware(self) -> str:
        """Give the kind of device that decodes; empty where the processor does."""
        return self.decoder.kind if self.decoder is not None else ""

    @property
    def cut_s(self) -> float | None:
        """Give when pictures were last left out to catch up (monotonic)."""
        return self._decoding.intake.cut_s

    @property
    def key_every_s(self) -> float:
        """Give the seconds from one key frame to the next, 0 before two came."""
        return self._decoding.intake.key_every_s

    def take_worst_lag(self) -> float:
        """Give the largest lag of a packet since last asked."""
        worst_s, self._worst_lag_s = self._worst_lag_s, 0.0
        return worst_s

    def use_slot(self, slot: NewestSlot[Picture]) -> None:
        """Hand pictures to another slot from now on."""
        self._slot = slot

    def run(self) -> None:
        """Open, read, and say at the end why it ended."""
        try:
            source = open_source(self._plan.address)
        except SourceFailed as failed:
            self.failure = failed.failure
            self._plan.wake()
            return
        try:
            self._read(source)
        except (av.error.FFmpegError, OSError, ValueError) as error:
            self.failure = running_failure(error, self.counts.packets > 0)
        finally:
            self.last_frame = None
            source.close()
            if self.failure is None and not self.stopping:
                self.failure = _silent_end(self.counts.packets > 0)
            self._plan.wake()

    def _read(self, source: OpenSource) -> None:
        self.codec = source.stream.codec_context.name
        self.peers = source.peers
        self.decoder = source.decoder
        self.told_fps = float(source.stream.average_rate or 0.0)
        self._decoding = _Decoding()
        pace = FilePace(self._clock) if self._plan.address.is_file else None
        before = 0
        while self._read_to_end(source, pace) and pace is not None:
            # A file is footage for training: it begins again at its end, unless there was nothing in it.
            if self.counts.packets == before or self.wait(UNTIMED_PAUSE_S):
                return
            before = self.counts.packets
            source.container.seek(0)
            source.decoder.flush()
            pace.restart()
            self._decoding.lag = LagMeter()

    def _read_to_end(self, source: OpenSource, pace: FilePace | None) -> bool:
        """Take every packet; True at the end of the stream, False when asked to stop."""
        for packet in source.container.demux(source.stream):
            if self.stopping or (pace is not None and self.wait(pace.pause_s(packet))):
                return False
            if packet.size > 0:
                self._take(source, packet)
                self._give_up_undecodable()
            if not source.timed:
                self._decoding.drain.ask(self._clock.monotonic_s())
        return True

    def _give_up_undecodable(self) -> None:
        if self.counts.decoded or self.counts.bad_packets < UNDECODABLE_AFTER:
            return
        self.failure = Failure(Layer.FIRST_PICTURE, Fault.UNDECODABLE, self.codec)
        self.ask_stop()

    def _take(self, source: OpenSource, packet: VideoPacket) -> None:
        now_s = self._clock.monotonic_s()
        counts = self.counts
        counts.packets += 1
        counts.bytes += packet.size
        is_key = packet.is_keyframe
        counts.key_frames += is_key
        self.last_packet_s = now_s
        for tap in self.taps:
            tap(packet)
        pts = packet.pts if source.timed else None
        if pts is not None:
            pts_s = pts * source.time_base_s
            self.lag_s = self._decoding.lag.measure(now_s, pts_s)
            if is_key:
                self._decoding.intake.note_key(pts_s)
        elif not source.timed:
            self.lag_s = self._decoding.drain.came(now_s)
        self._worst_lag_s = max(self._worst_lag_s, self.lag_s)
        if self.first_packet_s is None:
            self.first_packet_s = now_s
            self._plan.wake()
        if not self._decoding.key_seen and not self._seen_key(is_key, now_s):
            return
        if self.wish is not None:
            self._decode_wanted(source, packet, now_s)
        else:
            self._watch_hidden(source, packet, now_s)

    def _seen_key(self, is_key: bool, now_s: float) -> bool:
        """Tell whether decoding may begin; cameras that never mark a key frame are tried after a long grace."""
        begins = is_key or now_s - (self.first_packet_s or now_s) > KEYLESS_GRACE_S
        self._decoding.key_seen = begins
        return begins

    def _decode_wanted(self, source: OpenSource, packet: VideoPacket, now_s: float) -> None:
        if not self._resume(source, packet, now_s):
            return
        ration, intake = self.ration, self._decoding.intake
        was_late = intake.catching_up
        wanted = intake.wants(packet.is_keyframe, now_s, self.lag_s, ration.share)
        if intake.catching_up and not was_late:
            self._plan.wake()  # the tile must say so before its picture is a second old
        if not wanted:
            self.counts.left_out += 1
            return
        if packet.is_keyframe and ration.plain is not source.plain:
            source.set_plain(ration.plain)
        elif intake.restarts:
            source.decoder.flush()
        frames = self._decode(source, packet, now_s)
        if not frames and packet.is_keyframe and (ration.share == 0.0 or intake.catching_up):
            # Nothing follows that would push a lone key frame out of a decoder that reorders.
            frames = self._decode(source, None, now_s)
            source.decoder.flush()
        for frame in frames:
            self._show(source, frame, now_s)

    def _resume(self, source: OpenSource, packet: VideoPacket, now_s: float) -> bool:
        """Catch up after a hidden spell; False while the pictures would still be broken."""
        state = self._decoding
        if not state.skipped:
            return True
        kept = state.gop.take()
        if not packet.is_keyframe and not kept:
            return False
        source.decoder.flush()
        for earlier in [] if packet.is_keyframe else kept:
            self._decode(source, earlier, now_s)
        if not packet.is_keyframe:
            state.intake.resumed(len(kept))
        state.skipped = False
        return True

    def _decode(self, source: OpenSource, packet: VideoPacket | None, now_s: float) -> list[VideoFrame]:
        try:
            frames = source.decoder.decode(packet, self.grant)
        except av.error.FFmpegError:
            self.counts.bad_packets += 1
            return []
        if frames:
            self.counts.decoded += len(frames)
            self._note_picture(frames[-1], now_s)
        return frames

    def _note_picture(self, frame: VideoFrame, now_s: float) -> None:
        first = self.last_picture_s is None
        self.last_frame = frame
        self.last_picture_s = now_s
        self.size = (frame.width, frame.height)
        state = self._decoding
        if self._plan.check_picture and now_s >= state.probe_at_s:
            state.probes += 1
            state.probe_at_s = now_s + (PROBE_FIRST_S if state.probes <= PROBES_FIRST else PROBE_EVERY_S)
            self._probe(frame)
        if first:
            self._plan.wake()

    def _probe(self, frame: VideoFrame) -> None:
        luma = luma_of(frame)
        if luma is not None:
            self.reading = self._plan.probe.read(luma)

    def _show(self, source: OpenSource, frame: VideoFrame, now_s: float) -> None:
        wish = self.wish
        if wish is None:
            return
        if self.lag_s > self._decoding.intake.lag_most_s or not self._due(now_s, wish):
            self.counts.reduced += 1
            return
        size = self._decoding.size_for(frame, source.decoder.context, wish)
        try:
            picture = self._decoding.scaler.scale(frame, size, now_s, self.lag_s)
        except (av.error.FFmpegError, ValueError):
            self.counts.bad_packets += 1
            return
        self.counts.scaled += 1
        self._slot.put(picture)

    def _due(self, now_s: float, wish: TileWish) -> bool:
        state = self._decoding
        cap = 60.0 if wish.prominent else self.fps_cap
        if state.budget is None or state.budget_cap != cap:
            state.budget, state.budget_cap = Budget(cap), cap
        return state.budget.allow(now_s)

    def _watch_hidden(self, source: OpenSource, packet: VideoPacket, now_s: float) -> None:
        """Keep the GOP ready for the moment the tile is shown, and look at a key frame now and then."""
        state = self._decoding
        state.skipped = True
        state.gop.push(packet)
        if not packet.is_keyframe or (self.last_picture_s is not None and now_s < state.probe_at_s):
            return
        state.probe_at_s = 0.0
        try:
            source.decoder.flush()
            # Drained at once: a decoder that reorders would keep a lone key frame for itself.
            frames = self._decode(source, packet, now_s) or self._decode(source, None, now_s)
            source.decoder.flush()
        except av.error.FFmpegError:
            frames = []
        state.probe_at_s = now_s + (PROBE_HIDDEN_EVERY_S if frames else 0.0)


class _Decoding:
    """What the decode side of one connection remembers."""

    __slots__ = (
        "budget",
        "budget_cap",
        "drain",
        "gop",
        "intake",
        "key_seen",
        "lag",
        "probe_at_s",
        "probes",
        "scaler",
        "skipped",
        "_size",
        "_size_key",
    )

    def __init__(self) -> None:
        self.lag = LagMeter()
        self.drain = DrainMeter()
        self.gop = GopKeeper()
        self.scaler = Scaler()
        self.budget: Budget | None = None
        self.budget_cap = 0.0
        self.key_seen = False
        self.intake = Intake()
        self.skipped = False
        self.probe_at_s = 0.0
        self.probes = 0
        self._size_key: tuple[int, int, int, int, bool] = (0, 0, 0, 0, False)
        self._size = (0, 0)

    def size_for(self, frame: VideoFrame, context: VideoCodecContext, wish: TileWish) -> tuple[int, int]:
        """Give the size to scale to, worked out again only when picture or tile changed."""
        key = (frame.width, frame.height, wish.width, wish.height, wish.zoomed)
        if key != self._size_key:
            self._size = fitted((frame.width, frame.height), _pixel_aspect(context), (wish.width, wish.height),
                                enlarge=not wish.zoomed)
            self._size_key = key
        return self._size


def _pixel_aspect(context: VideoCodecContext) -> float:
    # PyAV's frames do not tell; the decoder has it from the stream's own headers once a picture was decoded.
    ratio = context.sample_aspect_ratio
    return float(ratio) if ratio and 0.2 < float(ratio) < 5 else 1.0


def _silent_end(had_packet: bool) -> Failure:
    """A clean close ends the loop without an exception; it is a loss all the same."""
    return Failure(Layer.FIRST_PACKET, Fault.CLOSED if had_packet else Fault.NO_PACKETS)
