"""Cameras lost and back: the watch and the history say the same, and a flicker says nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.camera_losses import LossWatch, Turn, turns
from safecity_console.domain.watch import HistorySpan, HistoryState

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOLD_S = 60


def history(runs: list[tuple[bool, int]]) -> tuple[list[HistorySpan], datetime]:
    spans, at = [], START
    for number, (works, seconds) in enumerate(runs):
        end = at + timedelta(seconds=seconds)
        state = HistoryState.LIVE if works else HistoryState.OFFLINE
        spans.append(HistorySpan(str(number), "c", state, "", "", at, end))
        at = end
    return spans, at


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 180)), min_size=1, max_size=12))
def test_the_watch_as_it_happens_and_the_history_read_later_agree(runs: list[tuple[bool, int]]) -> None:
    spans, end = history(runs)
    watch, told = LossWatch(HOLD_S), list[Turn]()
    for second in range(int((end - START).total_seconds()) + 1):
        at = START + timedelta(seconds=second)
        told += watch.due(second)
        for span in spans:
            if span.from_at == at:
                watch.tell("c", span.state is HistoryState.LIVE, at, second)
    read = turns(spans, START, end, timedelta(seconds=HOLD_S))
    # The watch tells a return only of a camera whose loss it told; a camera dead from the start that comes up is none.
    first_loss = next((n for n, one in enumerate(read) if not one.back), len(read))
    assert [(one.back, one.at) for one in told] == [(one.back, one.at) for one in read[first_loss:]]
    assert [one.back for one in told] == [n % 2 == 1 for n in range(len(told))], "lost twice without coming back"


def test_a_flicker_and_time_not_watched_say_nothing() -> None:
    spans, end = history([(True, 300), (False, 20), (True, 300)])
    assert turns(spans, START, end, timedelta(seconds=HOLD_S)) == ()
    unknown = HistorySpan("u", "c", HistoryState.UNKNOWN, "", "", START, START + timedelta(hours=1))
    later = HistorySpan("v", "c", HistoryState.OFFLINE, "", "", START + timedelta(hours=1), None)
    assert turns([unknown, later], START, START + timedelta(hours=2), timedelta(seconds=HOLD_S)) == ()
