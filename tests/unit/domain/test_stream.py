"""The stream machine in simulated time: its legal moves by example, its invariants against any sequence of events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecity_console.domain.stream import (
    Connected,
    Effect,
    Event,
    Failed,
    Failure,
    Fault,
    Layer,
    LoginChanged,
    PictureCame,
    RetryNow,
    StreamRules,
    StreamState,
    StreamStatus,
    Tick,
    TurnCame,
    Unwanted,
    Wanted,
    advance,
    backoff_s,
)

RULES = StreamRules()
S = StreamState
PORT = Failure(Layer.PORT, Fault.PORT_REFUSED)
LOGIN = Failure(Layer.LOGIN, Fault.WRONG_PASSWORD)


@dataclass
class Life:
    """One stream on a clock moved by hand; grants turns at once, as an idle opener would."""

    now_s: float = 1000.0
    jitter: float = 0.5
    status: StreamStatus = field(default_factory=StreamStatus)
    effects: list[Effect] = field(default_factory=list)
    grants: bool = True

    def give(self, event: Event) -> Life:
        step = advance(self.status, event, self.now_s, RULES, self.jitter)
        self.status = step.status
        self.effects += step.effects
        if self.grants and Effect.ASK_TURN in step.effects:
            self.give(TurnCame())
        return self

    def fail(self, failure: Failure = PORT) -> Life:
        return self.give(Failed(self.status.epoch, failure))

    def picture(self, lag_s: float = 0.0) -> Life:
        return self.give(PictureCame(self.status.epoch, lag_s))

    def run(self, seconds: float, pictures: bool = False, step_s: float = 0.1) -> Life:
        for _ in range(round(seconds / step_s)):
            self.now_s += step_s
            if pictures:
                self.picture()
            self.give(Tick())
        return self

    @property
    def state(self) -> StreamState:
        return self.status.state

    def opens(self) -> int:
        return self.effects.count(Effect.OPEN)


def live() -> Life:
    life = Life().give(Wanted()).give(Connected(1)).picture()
    assert life.state is S.LIVE
    return life


def test_the_way_to_a_picture() -> None:
    life = Life(grants=False).give(Wanted())
    assert (life.state, life.effects) == (S.QUEUED, [Effect.ASK_TURN])
    life.give(TurnCame())
    assert (life.state, life.status.epoch, life.status.opened) == (S.CONNECTING, 1, True)
    life.give(Connected(1))
    assert life.state is S.CONNECTING
    life.picture()
    assert (life.state, life.status.down_since_s) == (S.LIVE, None)
    life.give(Unwanted())
    assert (life.state, life.status.opened, life.effects[-1]) == (S.STOPPED, False, Effect.CLOSE)


def test_a_stall_shows_within_two_seconds_and_is_reopened_within_four() -> None:
    life = live().run(20, pictures=True)
    stalled_s = life.now_s
    while life.state is S.LIVE:
        life.run(0.1)
    assert life.state is S.LATE
    assert life.now_s - stalled_s <= 2.0
    life.grants = False
    while life.state is S.LATE:
        life.run(0.1)
    assert (life.state, life.status.failure) == (S.BACKOFF, Failure(Layer.FIRST_PACKET, Fault.STALLED))
    while life.state is S.BACKOFF:
        life.run(0.1)
    assert life.effects[-1] is Effect.ASK_TURN
    assert life.now_s - stalled_s <= 3.8  # 3 s of silence and the first, halved pause; 4 s with the looks in between


def test_a_late_stream_is_live_again_with_the_next_good_picture() -> None:
    life = live().run(2.0)
    assert life.state is S.LATE
    assert life.picture().state is S.LIVE


def test_an_old_picture_makes_it_late_and_a_very_old_one_reopens() -> None:
    life = live().picture(lag_s=1.2)
    assert (life.state, life.status.lag_s) == (S.LATE, 1.2)
    assert life.picture(lag_s=0.1).state is S.LIVE
    life.grants = False
    life.picture(lag_s=5.0)
    assert (life.state, life.status.failure) == (S.BACKOFF, Failure(Layer.FIRST_PACKET, Fault.TOO_LATE))


def test_a_picture_told_late_counts_from_when_it_came() -> None:
    life = live()
    life.now_s += 5
    life.give(PictureCame(1, 0.0, at_s=life.now_s - 2.0))
    assert life.state is S.LATE
    assert life.status.last_picture_s == life.now_s - 2.0


def test_a_wrong_password_is_tried_once_and_never_again_by_itself() -> None:
    life = Life().give(Wanted()).fail(LOGIN)
    assert (life.state, life.opens()) == (S.REFUSED, 1)
    life.run(24 * 3600, step_s=60)
    assert (life.state, life.opens()) == (S.REFUSED, 1)
    life.give(TurnCame())
    assert life.state is S.REFUSED


@pytest.mark.parametrize("event", [LoginChanged(), RetryNow()])
def test_a_changed_login_or_an_officer_tries_again(event: Event) -> None:
    life = Life().give(Wanted()).fail(LOGIN).give(event)
    assert (life.state, life.opens(), life.status.epoch) == (S.CONNECTING, 2, 2)
    assert life.picture().state is S.LIVE


def test_a_login_refused_while_live_stops_it_too() -> None:
    life = live().fail(LOGIN).run(3600, step_s=10)
    assert (life.state, life.opens()) == (S.REFUSED, 1)


def test_a_camera_that_answers_and_sends_nothing_is_given_up_at_the_deadline() -> None:
    life = Life().give(Wanted())
    life.run(RULES.attempt_deadline_s - 0.2)
    assert life.state is S.CONNECTING
    life.run(0.4)
    assert life.status.failure == Failure(Layer.RTSP, Fault.NO_ANSWER)


def test_a_camera_that_sends_packets_may_keep_us_waiting_for_its_key_frame() -> None:
    life = Life().give(Wanted()).run(5).give(Connected(1))
    life.run(30)  # a key-frame interval of 30 s is bad, not dead
    assert life.state is S.CONNECTING
    life.run(RULES.key_frame_deadline_s - 29)
    assert life.status.failure == Failure(Layer.FIRST_KEY_FRAME, Fault.NO_KEY_FRAME)


def test_each_attempt_has_its_own_deadlines() -> None:
    life = live().run(20, pictures=True).fail().run(1)
    assert (life.state, life.status.connected_s) == (S.CONNECTING, None)
    life.run(RULES.attempt_deadline_s)
    assert life.status.failure == Failure(Layer.RTSP, Fault.NO_ANSWER)


def test_pauses_grow_to_the_limit_and_are_spread_by_jitter() -> None:
    full = [backoff_s(n, RULES, 1.0) for n in range(1, 12)]
    assert full[:4] == [0.5, 1.0, 2.0, 4.0]
    assert full[-1] == RULES.backoff_most_s
    assert [backoff_s(n, RULES, 0.0) for n in range(1, 12)] == [f / 2 for f in full]
    assert backoff_s(10**9, RULES, 1.0) == RULES.backoff_most_s


def test_a_camera_that_drops_every_few_seconds_is_not_hammered() -> None:
    life = live()
    begun_s = life.now_s
    while life.now_s < begun_s + 600:
        if life.state is S.LIVE:
            life.run(3, pictures=True)
            life.fail(Failure(Layer.FIRST_PACKET, Fault.CLOSED))
        elif life.state is S.CONNECTING:
            life.picture()
        else:
            life.run(0.5)
    assert life.status.failures > 5
    assert life.opens() <= 600 / (3 + RULES.backoff_most_s * 0.75) + 12


def test_a_stream_that_held_is_forgiven() -> None:
    life = Life().give(Wanted()).fail().run(1)
    assert life.status.failures == 1
    life.picture().run(5, pictures=True)
    assert (life.status.failures, life.status.failure) == (1, PORT)
    life.run(6, pictures=True)
    assert (life.status.failures, life.status.failure) == (0, None)


def test_thirty_cameras_lost_and_back_are_live_again_within_fifteen_seconds() -> None:
    lives = [Life(jitter=n / 35) for n in range(36)]
    for life in lives:
        life.give(Wanted()).picture().run(15, pictures=True, step_s=0.5).fail()
    back_s = lives[0].now_s + 300
    for life in lives:
        while life.now_s < back_s:  # the network is gone: each try fails at once
            life.run(0.5)
            if life.state is S.CONNECTING:
                life.fail()
        while life.state is not S.LIVE:
            life.run(0.1)
            if life.state is S.CONNECTING:
                life.picture()
        assert life.now_s - back_s <= 15.5


def test_down_since_is_the_first_failure_until_a_picture() -> None:
    life = live().run(20, pictures=True)
    lost_s = life.now_s
    life.fail()
    life.run(60)
    life.fail()
    assert life.status.down_since_s == lost_s
    life.give(RetryNow())
    assert life.status.down_since_s == lost_s
    life.picture()
    assert life.status.down_since_s is None


def test_reconnects_count_lost_streams_only() -> None:
    life = Life().give(Wanted()).fail().run(1).fail().run(3)
    assert life.status.reconnects == 0
    life.picture().fail()
    assert life.status.reconnects == 1


OFFSETS = st.sampled_from([0, 0, 0, 0, -1, -2, 1])  # of the epoch: mostly the current one
# Turns come often: without one nothing opens, and the interesting half of the machine is never reached.
EVENTS = st.one_of(
    st.sampled_from([Wanted(), TurnCame(), TurnCame(), Tick()]),
    st.sampled_from([Unwanted(), LoginChanged(), RetryNow(), Tick(), Wanted(), TurnCame()]),
    st.builds(lambda d: ("connected", d), OFFSETS),
    st.builds(lambda d, lag: ("picture", d, lag), OFFSETS, st.sampled_from([0.0, 0.0, 1.0, 6.0])),
    st.builds(
        lambda d, layer, fault: ("failed", d, Failure(layer, fault)),
        OFFSETS,
        st.sampled_from(Layer),
        st.sampled_from(Fault),
    ),
)


def _event(drawn: object, epoch: int) -> tuple[Event, int | None]:
    """Give the event for the epoch drawn relative to the current one, and that epoch."""
    if not isinstance(drawn, tuple):
        return drawn, None  # type: ignore[return-value]
    kind, offset = drawn[0], epoch + drawn[1]
    if kind == "connected":
        return Connected(offset), offset
    if kind == "picture":
        return PictureCame(offset, drawn[2]), offset
    return Failed(offset, drawn[2]), offset


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.sampled_from([0.0, 0.1, 2.0, 20.0])), max_size=40), st.floats(0, 1))
def test_invariants_hold_for_any_sequence_of_events(moves: list[tuple[object, float]], jitter: float) -> None:
    status, now_s = advance(StreamStatus(), Wanted(), 1000.0, RULES).status, 1000.0
    opened, closed = Counter[int](), Counter[int]()
    for drawn, pause_s in moves:
        now_s += pause_s
        event, epoch = _event(drawn, status.epoch)
        before, step = status, advance(status, event, now_s, RULES, jitter)
        assert step == advance(before, event, now_s, RULES, jitter)  # 1. pure
        if epoch is not None and (epoch != before.epoch or not before.opened):
            assert step.status == before  # 2. older epochs change nothing
            assert step.effects == ()
        if before.state is S.REFUSED and not isinstance(event, LoginChanged | RetryNow | Unwanted):
            assert step.status == before  # 3. refused until a person acts
        for effect in step.effects:
            if effect is Effect.OPEN:
                opened[step.status.epoch] += 1
            if effect is Effect.CLOSE:
                closed[before.epoch] += 1
        status = step.status
        assert status.epoch >= before.epoch
        assert max(opened.values(), default=0) <= 1  # 4. opened once, closed once, never closed unopened
        assert max(closed.values(), default=0) <= 1
        assert all(opened[e] for e in closed)
        assert set(opened) - set(closed) == ({status.epoch} if status.opened else set())
        assert status.opened == (status.state in (S.CONNECTING, S.LIVE, S.LATE))
        assert (status.state is S.BACKOFF) == (status.retry_at_s is not None)
        if status.retry_at_s is not None and before.state is not S.BACKOFF:
            assert 0 < status.retry_at_s - now_s <= RULES.backoff_most_s
        if status.state is S.LIVE:  # 5. live only while pictures come
            assert status.last_picture_s is not None
        after = advance(status, Tick(), now_s + RULES.reopen_after_s, RULES, jitter).status
        assert not (status.state is S.LIVE and after.state is S.LIVE)


def test_after_any_outage_the_longest_pause_leaves_time_to_open() -> None:
    """Lost and back within 15 s must hold after an hour's outage too, when every camera waits its longest."""
    longest_s = max(backoff_s(n, RULES, 1.0) for n in range(1, 500))
    queue_s, look_s, first_picture_s = 36 * 0.02, 2 * 0.2, 1.0
    assert longest_s + queue_s + look_s + first_picture_s < 15.0
