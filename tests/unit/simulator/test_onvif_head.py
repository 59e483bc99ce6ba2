"""The head of a simulated dome: limits, braking, Timeout, places reached exactly."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.simulator.onvif.head import PAN, TILT, ZOOM, Aim, Head

SHARES = st.floats(-1.0, 1.0)
MOVES = st.lists(st.tuples(SHARES, SHARES, SHARES, st.sampled_from([0.3, 2.0, math.inf]), st.floats(0.01, 5.0)),
                 max_size=8)


class Hand:
    """A clock moved by hand."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def rested(head: Head, hand: Hand, limit_s: float = 30.0) -> float:
    """Let time go until the head rests; give how long it took."""
    begun_s = hand.now_s
    while any(head.moving()):
        hand.now_s += 0.02
        assert hand.now_s - begun_s < limit_s
    return hand.now_s - begun_s


@given(MOVES, st.tuples(st.floats(-400, 400), st.floats(-400, 400), st.floats(-2, 2)))
def test_never_beyond_its_stops_and_exactly_where_sent(
    moves: list[tuple[float, ...]], place: tuple[float, ...]
) -> None:
    hand = Hand()
    head = Head(hand)
    for pan, tilt, zoom, timeout_s, pause_s in moves:
        head.keep(pan, tilt, zoom, timeout_s)
        before = head.aim()
        hand.now_s += pause_s
        aim = head.aim()
        for motor, at, was in zip((PAN, TILT, ZOOM), (aim.pan_deg, aim.tilt_deg, aim.zoom),
                                  (before.pan_deg, before.tilt_deg, before.zoom), strict=True):
            assert motor.least <= at <= motor.most
            assert abs(at - was) <= motor.speed * (pause_s + 0.02)
    head.stop()
    assert rested(head, hand) <= 0.4  # seconds to brake from the full speed
    head.go_to(Aim(*place))
    rested(head, hand)
    reached = head.aim()
    wanted = [max(m.least, min(m.most, one)) for m, one in zip((PAN, TILT, ZOOM), place, strict=True)]
    assert [reached.pan_deg, reached.tilt_deg, reached.zoom] == pytest.approx(wanted, abs=1e-9)


def test_timeout_stops_it_and_a_longer_one_takes_its_place() -> None:
    hand = Hand()
    head = Head(hand)
    head.keep(0.2, None, None, 1.0)
    hand.now_s += 0.5
    head.keep(0.2, None, None, 1.0)
    hand.now_s += 0.9
    assert head.moving() == (True, False)
    hand.now_s += 0.5
    assert not any(head.moving())
    assert head.aim().pan_deg == pytest.approx(20 * 1.5, abs=1.5)
    assert head.away
    head.keep(None, None, 1.0, 0.5)  # the other axis is left alone
    hand.now_s += 5.0
    assert 0.2 < head.aim().zoom < 0.3
    assert head.aim().pan_deg == pytest.approx(20 * 1.5, abs=1.5)
