"""One channel in simulated time, its readers played by hand: what the service makes of what readers tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.governor import Ration, Reduction
from safecity_console.domain.health import PictureFault, PictureReading
from safecity_console.domain.picture import TileWish
from safecity_console.domain.stream import Failure, Fault, Layer, RetryNow, StreamState, TurnCame, Wanted
from safecity_console.services import channel as module
from safecity_console.services.channel import Channel, ChannelRules, ChannelTools
from safecity_console.video.reader import ReaderCounts, ReaderPlan
from safecity_console.video.source import SourceAddress
from tests.fakes.watching import camera

CLOSED = Failure(Layer.FIRST_PACKET, Fault.CLOSED)
BIG, SMALL = TileWish(1200, 700), TileWish(160, 90)


class PlayedReader:
    """A reader without a thread: the test says what came."""

    made: list[PlayedReader] = []

    def __init__(self, plan: ReaderPlan) -> None:
        self.plan = plan
        self.slot = plan.slot
        self.wish: TileWish | None = None
        self.fps_cap = 0.0
        self.counts = ReaderCounts()
        self.failure: Failure | None = None
        self.first_packet_s: float | None = None
        self.last_packet_s: float | None = None
        self.last_picture_s: float | None = None
        self.lag_s = 0.0
        self.ration = Ration()
        self.cut_s: float | None = None
        self.key_every_s = 0.0
        self.size, self.codec, self.told_fps = (320, 192), "h264", 0.0
        self.peers = frozenset({("192.0.2.7", 554)})
        self.hardware = ""
        self.reading: PictureReading | None = None
        self.alive, self.asked = True, False
        PlayedReader.made.append(self)

    def start(self) -> None:
        """Do nothing."""

    def take_worst_lag(self) -> float:
        return self.lag_s

    def ask_stop(self) -> None:
        self.asked = True

    def use_slot(self, slot: object) -> None:
        self.slot = slot

    def packet(self, now_s: float, picture: bool = True) -> None:
        self.counts.packets += 1
        self.counts.bytes += 1000
        self.first_packet_s = self.first_packet_s or now_s
        self.last_packet_s = now_s
        if picture:
            self.last_picture_s = now_s


@dataclass
class Play:
    """A channel, its clock, its readers."""

    camera: Camera
    rules: ChannelRules = field(default_factory=ChannelRules)
    clock: ManualClock = field(default_factory=ManualClock)
    turns: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        tools = ChannelTools(self.clock, Random(1), lambda c, r: SourceAddress(f"rtsp://{r}/"), self.turns.append,
                             lambda: None, self.hung.append)
        self.channel = Channel(self.camera, tools, self.rules)
        self.channel.set_wish(SMALL)
        self.channel.give(Wanted())
        self.channel.poll()
        self.turn()

    def turn(self) -> None:
        if self.turns:
            self.turns.clear()
            self.channel.give(TurnCame())

    @property
    def reader(self) -> PlayedReader:
        return PlayedReader.made[-1]

    @property
    def state(self) -> StreamState:
        return self.channel.status.state

    def run(self, seconds: float, *senders: PlayedReader, fps: float = 15.0, grant: bool = True) -> None:
        """Let time pass in rounds of 50 ms; senders send."""
        due = 0.0
        for _ in range(round(seconds / 0.05)):
            self.clock.advance(0.05)
            due += 0.05 * fps
            while due >= 1.0 - 1e-9:
                due -= 1.0
                for sender in senders:
                    sender.packet(self.clock.monotonic_s())
            self.channel.poll()
            if grant:
                self.turn()


@pytest.fixture(autouse=True)
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    PlayedReader.made = []
    monkeypatch.setattr(module, "StreamReader", PlayedReader)


def one() -> Play:
    return Play(camera(1, "rtsp://sub/"))


def two() -> Play:
    return Play(camera(1, "rtsp://sub/", "rtsp://main/"))


@pytest.mark.parametrize("fps", [25.0, 15.0, 5.0, 3.0])
def test_a_stall_is_late_within_two_seconds_and_closed_within_four_at_any_rate(fps: float) -> None:
    play = one()
    play.run(20, play.reader, fps=fps)
    assert play.state is StreamState.LIVE
    reader = play.reader
    play.run(2.0)
    assert play.state is StreamState.LATE
    play.run(2.0, grant=False)
    assert reader.asked
    assert play.state in (StreamState.BACKOFF, StreamState.QUEUED)


@pytest.mark.parametrize("told_fps", [1e-9, 0.001])
def test_a_camera_that_claims_a_picture_a_year_does_not_pass_for_live_with_one_that_stands(told_fps: float) -> None:
    play = one()
    reader = play.reader
    reader.told_fps = told_fps
    play.run(0.05, reader, fps=20)
    assert play.state is StreamState.LIVE
    play.run(70.0)
    assert play.state is StreamState.LATE
    play.run(60.0, grant=False)
    assert reader.asked, "it was never opened anew"


def test_a_slow_camera_is_waited_for_by_its_own_pace() -> None:
    play = one()
    play.reader.told_fps = 0.2
    play.run(60, play.reader, fps=0.2)
    assert (play.state, len(PlayedReader.made)) == (StreamState.LIVE, 1)
    reader = play.reader
    play.run(16)
    assert play.state is StreamState.LATE
    play.run(16, grant=False)
    assert reader.asked


def test_a_camera_that_slows_down_for_the_night_is_not_reopened() -> None:
    play = one()
    play.run(20, play.reader, fps=25)
    play.run(60, play.reader, fps=0.5)
    assert (play.state, len(PlayedReader.made)) == (StreamState.LIVE, 1)


def test_rates_are_of_this_connection_from_its_first_second() -> None:
    play = one()
    play.run(2.2, play.reader)
    assert 12 < play.channel.facts.received_fps < 18
    assert play.channel.facts.bitrate_bps == pytest.approx(15 * 8000, rel=0.25)
    play.run(3.0, grant=False)
    assert play.channel.facts.received_fps < 8


def test_the_larger_stream_takes_over_only_with_a_picture() -> None:
    play = two()
    sub = play.reader
    play.run(2, sub)
    play.channel.set_wish(BIG)
    play.run(1, sub)
    main = play.reader
    assert main is not sub
    assert play.channel.reader is sub
    assert main.slot is not sub.slot
    assert not sub.asked
    main.packet(play.clock.monotonic_s(), picture=False)
    play.run(0.5, sub)
    assert play.channel.reader is sub, "a packet is no picture"
    play.run(0.2, sub, main)
    assert play.channel.reader is main
    assert main.slot is play.channel.slot
    assert sub.asked
    assert play.state is StreamState.LIVE
    assert play.channel.status.epoch == 1


@pytest.mark.parametrize("failure", [CLOSED, Failure(Layer.STREAM, Fault.NOT_FOUND)])
def test_a_larger_stream_that_fails_is_left_alone_for_a_while(failure: Failure) -> None:
    play = two()
    sub = play.reader
    play.run(2, sub)
    play.channel.set_wish(BIG)
    play.run(1, sub)
    play.reader.failure = failure
    play.reader.alive = False
    play.run(10, sub)
    assert len(PlayedReader.made) == 2
    assert play.state is StreamState.LIVE
    play.run(15, sub)
    assert len(PlayedReader.made) == 3, "tried again after the pause"


def test_a_larger_stream_that_never_shows_a_picture_is_dropped() -> None:
    play = two()
    sub = play.reader
    play.run(2, sub)
    play.channel.set_wish(BIG)
    play.run(17, sub)
    assert PlayedReader.made[1].asked
    assert play.channel.reader is sub


def test_a_wish_that_goes_while_the_larger_stream_opens_drops_it() -> None:
    play = two()
    sub = play.reader
    play.run(2, sub)
    play.channel.set_wish(BIG)
    play.run(0.6, sub)
    candidate = play.reader
    assert candidate is not sub
    play.channel.set_wish(SMALL)
    play.run(3, sub)
    assert candidate.asked
    assert play.channel.reader is sub


def test_a_login_refused_to_the_larger_stream_stops_all() -> None:
    play = two()
    sub = play.reader
    play.run(2, sub)
    play.channel.set_wish(BIG)
    play.run(1, sub)
    play.reader.failure = Failure(Layer.LOGIN, Fault.WRONG_PASSWORD)
    play.run(30, sub)
    assert play.state is StreamState.REFUSED
    assert len(PlayedReader.made) == 2
    assert sub.asked


def test_after_a_broken_main_stream_the_small_one_is_opened() -> None:
    play = two()
    sub = play.reader
    play.run(2, sub)
    play.channel.set_wish(BIG)
    play.run(1, sub)
    main = play.reader
    play.run(1, sub, main)
    main.failure, main.alive = CLOSED, False
    play.run(1.5)
    assert play.reader is not main
    assert play.reader.plan.address.url == f"rtsp://{StreamRole.SUB}/"


def test_no_third_connection_while_two_hang_and_those_are_cut() -> None:
    play = one()
    for _ in range(2):
        play.run(1, play.reader)
        play.channel.give(RetryNow())
        play.turn()
    assert len(PlayedReader.made) == 2, "two closed ones still hang"
    assert play.hung == [play.camera.id]
    assert play.channel.peers == {("192.0.2.7", 554)}
    for reader in PlayedReader.made:
        reader.alive = False
    play.run(1)
    assert len(PlayedReader.made) == 3


def test_a_reader_that_ends_without_a_word_is_a_lost_stream() -> None:
    play = one()
    play.run(1, play.reader)
    play.reader.alive = False
    play.run(0.05, grant=False)
    assert play.state is StreamState.BACKOFF
    assert play.channel.status.failure == CLOSED


def test_hidden_it_lives_by_packets_shown_by_pictures() -> None:
    play = one()
    reader = play.reader
    play.run(2, reader)
    play.channel.set_wish(None)
    for _ in range(100):
        play.clock.advance(0.05)
        reader.packet(play.clock.monotonic_s(), picture=False)
        play.channel.poll()
    assert play.state is StreamState.LIVE
    play.channel.set_wish(SMALL)
    reader.packet(play.clock.monotonic_s())
    for _ in range(50):
        play.clock.advance(0.05)
        reader.packet(play.clock.monotonic_s(), picture=False)
        play.channel.poll()
    assert play.state is StreamState.LATE, "packets that make no picture do not count for a tile"


def test_reduced_to_the_small_stream_and_back_without_a_dark_moment() -> None:
    play = Play(camera(1, "rtsp://a/sub", "rtsp://a/main"))
    play.channel.set_wish(BIG)
    play.run(1, play.reader)
    play.run(3, *PlayedReader.made)
    assert play.channel.rank() is not None
    assert play.channel.rank().two_sizes
    assert play.channel.facts.role is StreamRole.MAIN
    play.channel.reduce(Reduction.SMALL, 8.0)
    play.run(0.2, *PlayedReader.made)
    assert play.reader.plan.name.startswith("cam1-sub"), "at once, not after the hold of a tile made smaller"
    play.run(2, *PlayedReader.made)
    assert play.channel.facts.role is StreamRole.SUB
    assert play.channel.reduction() is Reduction.SMALL
    play.channel.set_wish(TileWish(1200, 700, selected=True))
    assert play.channel.reduction() is Reduction.NONE
    for reader in PlayedReader.made:
        reader.alive = not reader.asked
    play.run(0.5, *PlayedReader.made)
    play.run(3, *PlayedReader.made)
    assert play.channel.facts.role is StreamRole.MAIN


def test_a_step_reaches_the_reader_and_a_spared_wish_takes_it_off_at_once() -> None:
    play = one()
    play.run(1, play.reader)
    play.channel.reduce(Reduction.KEYS, 6.0)
    assert (play.reader.fps_cap, play.reader.ration) == (6.0, Ration(6.0, True, 0.0))
    play.channel.set_wish(TileWish(160, 90, alarmed=True))
    assert (play.reader.fps_cap, play.reader.ration) == (15.0, Ration())


def test_pictures_left_out_on_purpose_are_no_silence_of_the_camera() -> None:
    play = one()
    reader = play.reader
    play.run(2, reader)
    play.channel.reduce(Reduction.KEYS, 8.0)
    for _ in range(100):
        play.clock.advance(0.05)
        reader.packet(play.clock.monotonic_s(), picture=False)
        play.channel.poll()
    assert play.state is StreamState.LIVE
    play.run(4)
    assert play.state is not StreamState.LIVE, "packets that stop are"


def test_lag_makes_it_late_and_much_lag_opens_it_anew() -> None:
    play = one()
    play.run(2, play.reader)
    play.reader.lag_s = 1.5
    play.run(0.3, play.reader)
    assert play.state is StreamState.LATE
    play.reader.lag_s = 6.0
    play.run(0.3, play.reader, grant=False)
    assert play.channel.status.failure is not None
    assert play.channel.status.failure.fault is Fault.TOO_LATE


def test_a_picture_fault_is_held_before_it_is_raised_and_is_forgotten_by_a_good_reading() -> None:
    play = one()
    bad = PictureReading(PictureFault.COVERED, 1.0, 0.9)
    for second in range(30):
        play.reader.reading = bad
        play.run(1, play.reader)
        if second != 20:
            assert (play.channel.picture.fault is PictureFault.COVERED) == (second > 20), second
    play.reader.reading = PictureReading(None)
    play.run(0.1, play.reader)
    assert play.channel.picture.fault is None


def test_closing_hands_out_what_to_wait_for() -> None:
    play = two()
    sub = play.reader
    play.run(2, sub)
    play.channel.set_wish(BIG)
    play.run(1, sub)
    waiting = play.channel.close()
    assert {id(r) for r in waiting} == {id(r) for r in PlayedReader.made}
    assert all(r.asked for r in PlayedReader.made)
    assert play.channel.slot.peek() is None
