"""One connection to one stream by VLC, for what PyAV cannot read: the same face as StreamReader.

Belongs here: the engine all these share, the loop of one thread. Does not belong here: when VLC is asked
(services/engines.py), what it is given (vlc_input.py), its doors into memory (vlc_memory.py).
Invariants: 1. No login and no address reaches a log: VLC's own log is switched off. 2. Every native call has a
deadline; a player that does not end keeps its seat, and there are `SEATS`. 3. Nothing of VLC is loaded before its
trial in a child (vlc_probe.py) passed for the scheme. 4. Pictures are counted where VLC shows them: it tells neither
packets nor a delay, so `lag_s` stays 0 and lateness is told by silence alone.
Threads: `run` in its own, nice 10; VLC's call into memory; attributes are read from any.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import av.error
import numpy as np
from av.video.frame import VideoFrame

from safecity_console.core.deadline import NativeCalls, TookTooLong
from safecity_console.core.logs import get_logger
from safecity_console.core.slot import NewestSlot
from safecity_console.core.worker import Worker
from safecity_console.domain.governor import Ration
from safecity_console.domain.health import PictureReading
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video.hangup import Peer
from safecity_console.video.lag import Budget
from safecity_console.video.reader import NICE, PROBE_EVERY_S, ReaderCounts, ReaderPlan
from safecity_console.video.scaler import Scaler, fitted
from safecity_console.video.source import SourceAddress, SourceFailed, refuse_beforehand
from safecity_console.video.vlc_input import VLC, VlcInput, open_input
from safecity_console.video.vlc_memory import PictureMemory, Pixels, track_told
from safecity_console.video.vlc_probe import ARGUMENTS, VlcAbilities, VlcState, probe_vlc

SEATS = 4  # more players in one process bring processor spikes (peers.md, GridPlayer #15)
CALL_S = 5.0
FIRST_PICTURE_S = 10.0
LOOK_EVERY_S = 1.0
WAIT_S = 0.25
_SCHEMES = {"file": "file", "http": "http", "https": "http", "rtsp": "rtsp"}
Probe = Callable[[Callable[[], bool]], VlcAbilities]


class VlcEngine:
    """VLC in this process: found out about once, loaded when first needed, a few players at most."""

    def __init__(self, probe: Probe = lambda stopping: probe_vlc(stopping=stopping), seats: int = SEATS) -> None:
        self._probing = _Probing(probe)
        self._began = threading.Lock()
        self._loading = threading.Lock()
        self._seats = threading.BoundedSemaphore(seats)
        self._loaded: tuple[Any, Any] | None = None
        self.calls = NativeCalls("vlc", hung_most=2 * seats)

    def can_open(self, address: SourceAddress) -> bool:
        """Tell whether VLC passed its trial for this kind of address; False until it is known. Never waits."""
        if self._began.acquire(blocking=False):
            self._probing.start()
        found = self._probing.found
        return found is not None and _SCHEMES.get(urlsplit(address.url).scheme) in found.schemes

    def reader(self, plan: ReaderPlan) -> VlcReader:
        """Make a reader; it takes its seat when it begins."""
        return VlcReader(plan, self)

    def stop(self) -> None:
        """End a trial under way."""
        if self._probing.alive:
            self._probing.stop(CALL_S)

    def sit_down(self) -> bool:
        """Take a seat; False where none is free."""
        return self._seats.acquire(blocking=False)

    def get_up(self) -> None:
        """Give a seat back."""
        self._seats.release()

    def load(self) -> tuple[Any, Any]:
        """Give the library and its one instance; raises TookTooLong, SourceFailed."""
        with self._loading:
            if self._loaded is None:
                self._loaded = self.calls.within(2 * CALL_S, _load)
            return self._loaded


class _Probing(Worker):
    """Finds out in the background: a trial takes seconds."""

    def __init__(self, probe: Probe) -> None:
        super().__init__("vlc-probe", NICE)
        self._probe = probe
        self.found: VlcAbilities | None = None

    def run(self) -> None:
        """Try VLC out once."""
        found = self._probe(lambda: self.stopping)
        if found.state is VlcState.WORKS:
            get_logger("vlc").info("vlc_tried_out", version=found.version, schemes=",".join(sorted(found.schemes)))
        self.found = found


def _load() -> tuple[Any, Any]:
    try:
        vlc = importlib.import_module("vlc")
        instance = vlc.Instance(list(ARGUMENTS))
    except (ImportError, NameError, OSError, RuntimeError, AttributeError):
        instance = None
    if instance is None:
        raise SourceFailed(Failure(Layer.STREAM, Fault.UNSUPPORTED, VLC))
    vlc.libvlc_log_unset(instance)
    return vlc, instance


class VlcReader(Worker):
    """Reads one connection by VLC until it ends or is asked to stop."""

    def __init__(self, plan: ReaderPlan, engine: VlcEngine) -> None:
        super().__init__(plan.name, NICE)
        self._plan, self._engine = plan, engine
        self._slot = plan.slot
        self._memory = PictureMemory()
        self._scaler = Scaler()
        self._budget = (0.0, Budget(1.0))
        self._frame: VideoFrame | None = None
        self._probe_at_s = 0.0
        self.wish: TileWish | None = None
        self.fps_cap = 15.0
        self.ration = Ration()  # VLC heeds the rate alone: what it decodes is its own affair
        self.counts = ReaderCounts()
        self.failure: Failure | None = None
        self.first_packet_s: float | None = None
        self.last_packet_s: float | None = None
        self.last_picture_s: float | None = None
        self.lag_s = 0.0
        self.size = (0, 0)
        self.codec = VLC
        self.peers: frozenset[Peer] = frozenset()
        self.told_fps = 0.0
        self.reading: PictureReading | None = None

    @property
    def cut_s(self) -> float | None:
        """Give None: VLC says nothing of what it leaves out."""
        return None

    @property
    def key_every_s(self) -> float:
        """Give 0: VLC says nothing of key frames."""
        return 0.0

    def take_worst_lag(self) -> float:
        """Give the lag as it is now."""
        return self.lag_s

    @property
    def hardware(self) -> str:
        """Give nothing: what VLC decodes with is its own affair."""
        return ""

    @property
    def last_frame(self) -> VideoFrame | None:
        """Give the newest picture at the stream's own size: VLC hands it over a line or two higher."""
        frame, size = self._frame, self.size
        return frame if frame is None or (frame.width, frame.height) == size else frame.reformat(*size)

    def use_slot(self, slot: NewestSlot[Picture]) -> None:
        """Hand pictures to another slot from now on."""
        self._slot = slot

    def ask_stop(self) -> None:
        """Ask it to stop and wake it."""
        super().ask_stop()
        self._memory.wake()

    def run(self) -> None:
        """Open, read, and say at the end why it ended."""
        if not self._engine.sit_down():
            self._end(Failure(Layer.STREAM, Fault.UNSUPPORTED, VLC))
            return
        session: _Session | None = None
        try:
            self.peers = refuse_beforehand(self._plan.address)
            session = _Session(self._engine, open_input(self._plan.address), self._memory)
            session.play()
            self._end(self._watch(session))
        except SourceFailed as failed:
            self._end(failed.failure)
        except TookTooLong:
            self._end(Failure(Layer.STREAM, Fault.UNSUPPORTED, VLC))
        finally:
            self._frame = None
            if session is None or session.close():
                self._engine.get_up()

    def _end(self, failure: Failure | None) -> None:
        if not self.stopping:
            self.failure = failure
        self._plan.wake()

    def _watch(self, session: _Session) -> Failure | None:
        clock = self._plan.clock
        began_s = clock.monotonic_s()
        look_at_s = began_s + LOOK_EVERY_S
        while not self.stopping:
            if self._memory.wait(WAIT_S):
                pixels = self._memory.take()
                if pixels is not None:
                    self._take(session, pixels, clock.monotonic_s())
            now_s = clock.monotonic_s()
            if now_s >= look_at_s:
                look_at_s = now_s + LOOK_EVERY_S
                self.counts.bytes = session.bytes_read()
                if session.over():
                    break
            if self.first_packet_s is None and now_s - began_s > FIRST_PICTURE_S:
                break
        if self.first_packet_s is None:
            return Failure(Layer.FIRST_PICTURE, Fault.UNDECODABLE, VLC)
        return Failure(Layer.FIRST_PACKET, Fault.CLOSED, VLC)

    def _take(self, session: _Session, pixels: Pixels, now_s: float) -> None:
        counts = self.counts
        counts.packets = counts.decoded = self._memory.count
        self.last_packet_s = now_s
        if self.first_packet_s is None:
            told = session.told()
            height, width = pixels.shape[:2]
            self.size = told.size if told.fits(width, height) else (width, height)
            self.codec, self.told_fps = told.codec, told.fps
            self.first_packet_s = now_s
        pixels[..., 3] = 255
        frame = VideoFrame.from_ndarray(pixels, format="bgra")
        self._frame, first, self.last_picture_s = frame, self.last_picture_s is None, now_s
        if self._plan.check_picture and now_s >= self._probe_at_s:
            self._probe_at_s = now_s + PROBE_EVERY_S
            self._probe(frame)
        self._show(frame, now_s)
        if first:
            self._plan.wake()

    def _probe(self, frame: VideoFrame) -> None:
        plane = frame.reformat(format="gray").planes[0]
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        self.reading = self._plan.probe.read(rows[: frame.height, : frame.width])

    def _show(self, frame: VideoFrame, now_s: float) -> None:
        wish = self.wish
        if wish is None:
            return
        cap = 60.0 if wish.prominent else self.fps_cap
        if self._budget[0] != cap:
            self._budget = (cap, Budget(cap))
        if not self._budget[1].allow(now_s):
            self.counts.reduced += 1
            return
        size = fitted(self.size, 1.0, (wish.width, wish.height))
        try:
            self._slot.put(self._scaler.scale(frame, size, now_s, self.lag_s))
            self.counts.scaled += 1
        except (av.error.FFmpegError, ValueError):
            self.counts.bad_packets += 1


class _Told:
    """What VLC tells of a stream."""

    def __init__(self, size: tuple[int, int] = (0, 0), codec: str = VLC, fps: float = 0.0) -> None:
        self.size, self.codec, self.fps = size, codec, fps

    def fits(self, width: int, height: int) -> bool:
        """Tell whether the told size is that of a picture handed over so high and wide, but for its padding."""
        if min(self.size) < 16 or max(self.size) > 16_384:
            return False
        return abs(self.size[0] / self.size[1] * height / width - 1) < 0.15


class _Session:
    """One player and everything it may still touch; held by whoever still calls into it."""

    def __init__(self, engine: VlcEngine, given: VlcInput, memory: PictureMemory) -> None:
        self._engine, self._given, self._memory = engine, given, memory
        self._player: Any = None
        self._media: Any = None
        self._given_up = False

    def play(self) -> None:
        """Begin; raises TookTooLong, SourceFailed."""
        vlc, instance = self._engine.load()
        try:
            self._engine.calls.within(CALL_S, lambda: self._begin(vlc, instance))
        except TookTooLong:
            self._given_up = True
            raise

    def over(self) -> bool:
        """Tell whether the player ended or failed, or does not answer."""
        try:
            return self._engine.calls.within(CALL_S, lambda: str(self._player.get_state())) in (
                "State.Ended", "State.Error", "State.Stopped")
        except TookTooLong:
            return True

    def told(self) -> _Told:
        """Give what VLC tells of the stream."""
        try:
            return self._engine.calls.within(CALL_S, self._ask)
        except TookTooLong:
            return _Told()

    def bytes_read(self) -> int:
        """Give how much was read of the stream."""
        if self._given.feed is not None:
            return self._given.feed.bytes
        try:
            return self._engine.calls.within(CALL_S, self._read_so_far)
        except TookTooLong:
            return 0

    def close(self) -> bool:
        """End the player; False where it does not let go."""
        if self._given.feed is not None:
            self._given.feed.ended = True
        try:
            if self._given_up:
                return False
            if self._player is not None:
                self._engine.calls.within(CALL_S, self._finish)
            return True
        except TookTooLong:
            get_logger("vlc").warning("player_did_not_stop")
            return False
        finally:
            self._given.close()

    def _begin(self, vlc: Any, instance: Any) -> None:
        player, media = instance.media_player_new(), self._given.make(vlc, instance)
        for option in self._given.options:
            media.add_option(option)
        self._memory.attach(vlc, player)
        player.set_media(media)
        self._player, self._media = player, media
        player.play()
        if self._given_up:
            self._finish()

    def _finish(self) -> None:
        self._player.stop()
        self._player.release()
        self._media.release()

    def _ask(self) -> _Told:
        width, height = self._player.video_get_size(0) or (0, 0)
        codec, fps = VLC, 0.0
        for told in map(track_told, self._media.tracks_get() or ()):
            if told is not None:
                codec, fps = f"{told[0]} {VLC}", told[1]
        return _Told((int(width), int(height)), codec, fps)

    def _read_so_far(self) -> int:
        vlc, _ = self._engine.load()
        stats = vlc.MediaStats()
        return max(0, int(stats.demux_read_bytes)) if self._media.get_stats(stats) else 0
