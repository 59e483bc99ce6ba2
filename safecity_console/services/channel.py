"""One camera's stream from the console's side: runs the state machine, owns the connection, changes main and sub.

Belongs here: turning what readers tell into events, effects into connections. Does not belong here: threads of its own,
deciding the next state (domain/stream.py), turns (opener.py), history and screens (streams.py).
Invariants: 1. At most one current connection and one candidate; what was closed is only waited for. 2. A stream is
exchanged when the new one has shown a picture, never before: the tile does not go dark. 3. No third connection is
opened while two closed ones still hang in a native wait; one that hangs longer than any native deadline is written off:
a camera that goes on sending what is no packet of ours (a changed payload type) keeps libav from ever returning. 4. A
refused login of a candidate stops the camera like any other.
Thread: the supervisor's only, but for `slot`, which the screens read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from safecity_console.core.clock import Clock
from safecity_console.core.slot import NewestSlot
from safecity_console.domain import stream as machine
from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.governor import Reduction, TileRank
from safecity_console.domain.health import PictureCondition, judge
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.stream import Effect, Event, Failed, Failure, Fault, Layer, StreamRules, StreamStatus
from safecity_console.domain.stream_choice import Choice, ChoiceRules, choose
from safecity_console.domain.watch import StreamFacts
from safecity_console.services.closing import Closing
from safecity_console.services.diet import Diet, rank_of
from safecity_console.services.engines import Engines
from safecity_console.video.face import Reader
from safecity_console.video.hangup import Peer
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan, StreamReader
from safecity_console.video.source import SourceAddress

CANDIDATE_PATIENCE_S = 15.0
CANDIDATE_PAUSE_S = 20.0
SLOW_FPS = 2.0
INTERVAL_MOST_S = 20.0  # whoever claims to send more seldom may not have a picture that stands pass for live

AddressOf = Callable[[Camera, StreamRole], SourceAddress]


@dataclass(frozen=True, slots=True)
class ChannelTools:
    """What every channel is given; `ask_turn` joins the opener's queue, `hang_up` cuts the reads a camera hangs in."""

    clock: Clock
    random: Random
    address_of: AddressOf
    ask_turn: Callable[[str], None]
    wake: Callable[[], None]
    hang_up: Callable[[str], None]
    engines: Engines = field(default_factory=Engines)


@dataclass(frozen=True, slots=True)
class ChannelRules:
    """The figures in force, from the settings."""

    stream: StreamRules = StreamRules()
    choice: ChoiceRules = ChoiceRules()
    fps_cap: float = 15.0
    check_picture: bool = True
    hold_s: float = 20.0


class Channel:
    """Runs one camera."""

    def __init__(self, camera: Camera, tools: ChannelTools, rules: ChannelRules) -> None:
        self.camera = camera
        self.rules = rules
        self.slot: NewestSlot[Picture] = NewestSlot()
        self.status = StreamStatus()
        self.picture = PictureCondition()
        self.choice = Choice()
        self.facts = StreamFacts()
        self._tools = tools
        self._probe = PictureProbe()
        self._wish: TileWish | None = None
        self._wish_since_s = 0.0
        self._reader: Reader | None = None
        self._role = StreamRole.SUB
        self._candidate: Reader | None = None
        self._candidate_since_s = 0.0
        self._no_candidate_until_s = 0.0
        self._closing = Closing()
        self._rate_at_s = 0.0
        self._rate_counts = (0, 0)
        self._pace = _Pace()
        self._diet = Diet()

    @property
    def reader(self) -> Reader | None:
        """Give the current connection."""
        return self._reader

    @property
    def connecting(self) -> bool:
        """Tell whether an attempt is under way that has not brought a packet yet."""
        return self.status.state is machine.StreamState.CONNECTING and self.status.connected_s is None

    @property
    def peers(self) -> frozenset[Peer]:
        """Give the numeric addresses its connections lead to, those being closed included."""
        readers = (self._reader, self._candidate, *self._closing.readers, *self._closing.written_off)
        return frozenset().union(*(r.peers for r in readers if r is not None))

    def give(self, event: Event) -> None:
        """Feed the machine one event and carry out what it asks."""
        step = machine.advance(self.status, event, self._tools.clock.monotonic_s(),
                               self._pace.patient(self.rules.stream, self._reader),
                               self._tools.random.random())
        self.status = step.status
        for effect in step.effects:
            if effect is Effect.CLOSE:
                self._close_all()
            elif effect is Effect.OPEN:
                self._open()
            else:
                self._tools.ask_turn(self.camera.id)

    def set_camera(self, camera: Camera, reopen: bool) -> None:
        """Take over an edited camera."""
        self.camera = camera
        if reopen:
            self._probe = PictureProbe()
            self.give(machine.LoginChanged())

    def set_wish(self, wish: TileWish | None) -> None:
        """Take over how the screens want this camera."""
        if (wish is None) != (self._wish is None):
            self._wish_since_s = self._tools.clock.monotonic_s()
            if wish is None:
                self.slot.clear()
        self._wish = wish
        self._tell_all()

    def rank(self) -> TileRank | None:
        """Give its rank among what is shown; None while nobody sees it."""
        return rank_of(self.camera, self._wish, self._role, self.rules.choice)

    def reduce(self, level: Reduction, slow_fps: float) -> None:
        """Take over a step of the governor."""
        if self._diet.set(level, slow_fps):
            self._tell_all()

    def reduction(self) -> Reduction:
        """Give what its tile says of being reduced."""
        return self._diet.shown(self._wish, self._reader, self._tools.clock.monotonic_s())

    def take_worst_lag(self) -> float:
        """Give the largest lag since last asked."""
        return self._reader.take_worst_lag() if self._reader is not None else 0.0

    def _tell_all(self) -> None:
        for reader in (self._reader, self._candidate):
            if reader is not None:
                self._diet.tell(reader, self._wish, self.rules.fps_cap)

    def set_rules(self, rules: ChannelRules) -> None:
        """Take over changed settings."""
        self.rules = rules
        self.set_wish(self._wish)

    def poll(self) -> None:
        """Look at the connections and move on; called several times a second."""
        now_s = self._tools.clock.monotonic_s()
        if self._closing.look(now_s, self.camera.number):
            self._tools.hang_up(self.camera.id)
        self._poll_reader(now_s)
        self._poll_candidate(now_s)
        self.give(machine.Tick())
        self._choose_stream(now_s)
        self._judge_picture(now_s)
        self._measure(now_s)

    def close(self) -> list[Reader]:
        """Stop everything; give the readers to wait for."""
        self.give(machine.Unwanted())
        self._close_all()
        return self._closing.readers

    def _open(self) -> None:
        if self._closing.full:
            self._tools.hang_up(self.camera.id)
            self.give(Failed(self.status.epoch, Failure(Layer.RTSP, Fault.NO_ANSWER)))
            return
        self._role = self.choice.role
        if self._role is StreamRole.MAIN and self.status.failures and self.camera.has_two_streams:
            # A broken main stream must not hide a working small one.
            self._role = StreamRole.SUB
            self._no_candidate_until_s = self._tools.clock.monotonic_s() + CANDIDATE_PAUSE_S
        self._probe.forget()
        self._reader = self._start(self._role)

    def _start(self, role: StreamRole) -> Reader:
        plan = ReaderPlan(
            name=f"cam{self.camera.number}-{role}-{self.status.epoch}",
            address=self._tools.address_of(self.camera, role), slot=NewestSlot(), probe=self._probe,
            clock=self._tools.clock, wake=self._tools.wake, check_picture=self.rules.check_picture,
        )
        if self._reader is None or role is self._role:
            plan = replace(plan, slot=self.slot)
        reader = self._tools.engines.reader(plan, self.status.failure, StreamReader)
        self._diet.tell(reader, self._wish, self.rules.fps_cap)
        reader.start()
        return reader

    def _close_all(self) -> None:
        self._drop_candidate()
        if self._reader is not None:
            self._closing.add(self._reader)
            self._reader = None
        self.slot.clear()

    def _drop_candidate(self) -> None:
        if self._candidate is not None:
            self._closing.add(self._candidate)
            self._candidate = None

    def _poll_reader(self, now_s: float) -> None:
        reader = self._reader
        if reader is None:
            return
        if reader.first_packet_s is not None and self.status.connected_s is None:
            self.give(machine.Connected(self.status.epoch))
        good_s = self._good_s(reader, now_s)
        if good_s is not None and good_s != self.status.last_picture_s:
            self.give(machine.PictureCame(self.status.epoch, reader.lag_s, good_s))
        if reader.failure is not None or not reader.alive:
            failure = reader.failure or Failure(Layer.FIRST_PACKET, Fault.CLOSED)
            self.give(Failed(self.status.epoch, failure))

    def _good_s(self, reader: Reader, now_s: float) -> float | None:
        """Give when the stream last proved itself: by a picture where decoded, by a packet where only watched."""
        if reader.last_picture_s is None:
            return None
        if self.reduction().sparse:
            return reader.last_packet_s
        if self._wish is not None and reader.last_picture_s >= self._wish_since_s:
            return reader.last_picture_s
        return reader.last_packet_s

    def _choose_stream(self, now_s: float) -> None:
        if not self.camera.has_two_streams:
            self.choice = Choice(self.camera.profiles[0].role if self.camera.profiles else StreamRole.SUB)
            return
        small = self._diet.level(self._wish) >= Reduction.SMALL
        self.choice = choose(self.choice, self._wish, now_s, self.rules.choice, small)
        running = self._reader is not None and self.status.state in (machine.StreamState.LIVE, machine.StreamState.LATE)
        if self.choice.role is self._role or not running:
            self._drop_candidate()
        elif self._candidate is None and now_s >= self._no_candidate_until_s and not self._closing.full:
            self._candidate = self._start(self.choice.role)
            self._candidate_since_s = now_s

    def _poll_candidate(self, now_s: float) -> None:
        candidate = self._candidate
        if candidate is None:
            return
        failure = candidate.failure
        if failure is not None and failure.layer is Layer.LOGIN:
            self.give(Failed(self.status.epoch, failure))
        elif failure is not None or now_s - self._candidate_since_s > CANDIDATE_PATIENCE_S:
            self._drop_candidate()
            self._no_candidate_until_s = now_s + CANDIDATE_PAUSE_S
        elif candidate.last_picture_s is not None:
            self._exchange(candidate)

    def _exchange(self, candidate: Reader) -> None:
        old = self._reader
        self._reader, self._candidate, self._role = candidate, None, self.choice.role
        candidate.use_slot(self.slot)
        self._rate_counts = (0, 0)
        if old is not None:
            self._closing.add(old)

    def _judge_picture(self, now_s: float) -> None:
        reader = self._reader
        if reader is None or self.status.state is not machine.StreamState.LIVE:
            return
        reading, reader.reading = reader.reading, None
        if reading is not None:
            self.picture = judge(self.picture, reading, now_s, self.rules.hold_s)

    def _measure(self, now_s: float) -> None:
        """Work out the rates once a second."""
        reader = self._reader
        if reader is None:
            self.facts = replace(self.facts, received_fps=0.0, bitrate_bps=0.0)
            self._rate_counts = (0, 0)
            self._rate_at_s = now_s
            return
        span_s = now_s - self._rate_at_s
        if span_s < 1.0:
            return
        counts = reader.counts
        came = max(0, counts.packets - self._rate_counts[0])
        fps = came / span_s
        if came:
            self._pace.note(came, reader, self._rate_counts == (0, 0))
        bits = max(0, counts.bytes - self._rate_counts[1]) * 8 / span_s
        first = self._rate_counts == (0, 0)
        self._rate_counts = (counts.packets, counts.bytes)
        self._rate_at_s = now_s
        # A slow average keeps cameras of less than one picture a second from reading 0 or 1 by turns.
        smooth = fps if first or self.facts.received_fps == 0.0 else 0.6 * self.facts.received_fps + 0.4 * fps
        self.facts = StreamFacts(self._role, reader.codec, reader.size[0], reader.size[1], round(smooth, 2),
                                 round(bits), counts.packets, counts.decoded, counts.bad_packets, reader.hardware,
                                 round(reader.key_every_s, 1))


@dataclass(slots=True)
class _Pace:
    """How many pictures a second a camera usually sends; silence does not count.

    One slow second halves it at most: a stall must not talk itself into our patience.
    """

    usual_fps: float = 0.0
    at_s: float = 0.0

    def note(self, came: int, reader: Reader, first: bool) -> None:
        """Count from packet to packet; the first one of a connection ends no interval."""
        at_s = reader.last_packet_s or 0.0
        since_s = (reader.first_packet_s or 0.0) if first else self.at_s
        steps = came - first
        if steps > 0 and at_s > since_s:
            self.usual_fps = max(steps / (at_s - since_s), 0.5 * self.usual_fps)
        self.at_s = at_s

    def patient(self, rules: StreamRules, reader: Reader | None) -> StreamRules:
        """Be patient with cameras that send a picture only now and then."""
        fps = self.usual_fps or (reader.told_fps if reader is not None else 0.0)
        if not 0.0 < fps < SLOW_FPS:
            return rules
        interval_s = min(INTERVAL_MOST_S, 1.0 / fps)
        return replace(rules, late_after_s=max(rules.late_after_s, 3.0 * interval_s),
                       reopen_after_s=max(rules.reopen_after_s, 6.0 * interval_s))
