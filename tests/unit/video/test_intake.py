"""Which packets are decoded: shares of a GOP, catching up, streams of odd make."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecity_console.video.intake import LAG_KEY_S, LAG_SKIP_S, Intake


class Feed:
    """A stream of 25 packets a second with a key frame every `gop`."""

    def __init__(self, gop: int) -> None:
        self.gop, self.at = gop, 0
        self.intake = Intake()

    def take(self, count: int, share: float = 1.0, lag_s: float = 0.0) -> list[bool]:
        taken = []
        for _ in range(count):
            is_key = self.gop > 0 and self.at % self.gop == 0
            taken.append(self.intake.wants(is_key, self.at / 25, lag_s, share))
            self.at += 1
        return taken


def test_all_is_taken_where_nothing_is_reduced() -> None:
    assert all(Feed(50).take(500))


@pytest.mark.parametrize(("share", "of_fifty"), [(0.75, 38), (0.5, 25), (0.25, 13), (0.0, 1)])
def test_a_share_is_the_beginning_of_each_gop(share: float, of_fifty: int) -> None:
    feed = Feed(50)
    assert all(feed.take(50, share)), "how long a GOP is shows only at its end"
    for _ in range(3):
        taken = feed.take(50, share)
        assert sum(taken) == of_fifty
        assert all(taken[:of_fifty]), "from the key frame on, without a gap"
    feed.take(50, share)
    assert all(feed.take(50, 1.0))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 40), st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0)), st.floats(0.0, 3.0)),
                max_size=40), st.integers(1, 60))
def test_nothing_is_ever_decoded_after_a_gap_but_a_key_frame(
    parts: list[tuple[int, float, float]], gop: int
) -> None:
    feed = Feed(gop)
    taken = [one for count, share, lag_s in parts for one in feed.take(count, share, lag_s)]
    for index, (before, after) in enumerate(pairwise(taken), start=1):
        if after and not before:
            assert index % gop == 0


def test_a_share_given_back_mid_gop_counts_from_the_next_key_frame() -> None:
    feed = Feed(50)
    feed.take(50)
    feed.take(30, 0.5)
    assert not any(feed.take(20, 1.0))
    assert feed.intake.restarts is False
    assert feed.take(1, 1.0) == [True]
    assert feed.intake.restarts


def test_a_hiccup_is_worked_off_without_a_gap() -> None:
    feed = Feed(50)
    feed.take(60)
    assert all(feed.take(5, lag_s=0.6))
    assert all(feed.take(100, lag_s=0.1))
    assert feed.intake.cut_s is None


@pytest.mark.parametrize(("lag_s", "at_most"), [(0.6, 8), (1.4, 4)])
def test_a_lasting_backlog_is_thrown_away_up_to_a_key_frame_that_is_not_late(lag_s: float, at_most: int) -> None:
    feed = Feed(50)
    feed.take(60)
    taken = feed.take(20, lag_s=lag_s)
    assert 0 < sum(taken) <= at_most
    assert feed.intake.catching_up
    assert feed.intake.cut_s is not None
    assert not any(feed.take(20, lag_s=0.0)), "the rest of the GOP rests on what is missing"
    assert all(feed.take(50, lag_s=0.0))
    assert not feed.intake.catching_up


def test_while_the_network_itself_is_late_key_frames_prove_the_stream() -> None:
    feed = Feed(25)
    feed.take(50)
    taken = feed.take(250, lag_s=2.0)
    assert 8 <= sum(taken[25:]) <= 10, "one a second, or it would be taken for silence"


def test_a_lone_key_frame_may_be_later_than_other_pictures() -> None:
    feed = Feed(25)
    feed.take(50)
    assert feed.intake.lag_most_s == LAG_SKIP_S
    feed.take(20, lag_s=0.8)
    assert feed.intake.lag_most_s == LAG_KEY_S


@pytest.mark.parametrize(("share", "low", "high"), [(0.5, 120, 130), (0.25, 60, 70), (0.0, 9, 11), (1.0, 250, 250)])
def test_where_every_picture_is_a_key_frame_the_share_is_spread(share: float, low: int, high: int) -> None:
    feed = Feed(1)
    feed.take(2)
    assert low <= sum(feed.take(250, share)) <= high


def test_an_intra_stream_that_falls_behind_drops_pictures_too() -> None:
    feed = Feed(1)
    feed.take(50)
    assert sum(feed.take(100, lag_s=0.8)) < 20
    assert all(feed.take(10, lag_s=0.0))


def test_without_key_frames_a_share_would_never_end() -> None:
    feed = Feed(0)
    assert all(feed.take(200, share=0.0))
    assert not all(feed.take(50, lag_s=1.5))
    assert all(feed.take(50, lag_s=0.1))


def test_a_gop_decoded_while_hidden_counts() -> None:
    feed = Feed(50)
    feed.at = 30
    feed.intake.resumed(30)
    assert all(feed.take(20))
    feed.take(50)
    assert feed.intake.gop_length == 50


def test_how_often_key_frames_come_is_told_by_the_cameras_clock() -> None:
    intake = Intake()
    for pts_s in (100.0, 102.0, 104.0):
        intake.note_key(pts_s)
    assert intake.key_every_s == 2.0
    intake.note_key(3.0)
    assert intake.key_every_s == 2.0, "a clock set anew is no interval"
    intake.note_key(4.0)
    assert intake.key_every_s == 1.0
