"""The word of a tile, the counts of the strip, the history's words; picture conditions, stream choice, commands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.access import EVERY_PERMISSION, Permission
from safecity_console.domain.camera import StreamRole
from safecity_console.domain.command import COMMAND_BY_ID, COMMANDS, Command, Needs, Situation, enabled
from safecity_console.domain.health import PictureCondition, PictureFault, PictureReading, judge
from safecity_console.domain.picture import TileWish
from safecity_console.domain.stream import Failure, Fault, Layer, StreamState, StreamStatus
from safecity_console.domain.stream_choice import Choice, ChoiceRules, choose
from safecity_console.domain.watch import (
    CameraWatch,
    Condition,
    Counts,
    HistoryState,
    condition_of,
    count,
    failing_layer,
    history_state,
)

GOOD, FROZEN = PictureCondition(), PictureCondition(PictureFault.FROZEN)
PORT = Failure(Layer.PORT, Fault.PORT_REFUSED)
NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "picture", "condition"),
    [
        (StreamStatus(StreamState.STOPPED), GOOD, Condition.DISABLED),
        (StreamStatus(StreamState.QUEUED), GOOD, Condition.CONNECTING),
        (StreamStatus(StreamState.CONNECTING), GOOD, Condition.CONNECTING),
        (StreamStatus(StreamState.CONNECTING, failure=PORT, failures=1), GOOD, Condition.OFFLINE),
        (StreamStatus(StreamState.QUEUED, failure=PORT, failures=1), GOOD, Condition.OFFLINE),
        (StreamStatus(StreamState.BACKOFF, failure=PORT, failures=1), FROZEN, Condition.OFFLINE),
        (StreamStatus(StreamState.REFUSED, failure=PORT), GOOD, Condition.REFUSED),
        (StreamStatus(StreamState.LIVE), GOOD, Condition.LIVE),
        (StreamStatus(StreamState.LIVE), FROZEN, Condition.IMPAIRED),
        (StreamStatus(StreamState.LATE), FROZEN, Condition.LATE),
        # Back after a long outage it is live at once; one that keeps dropping is not until it has held.
        (StreamStatus(StreamState.LIVE, failure=PORT, failures=9, drops=1), GOOD, Condition.LIVE),
        (StreamStatus(StreamState.LIVE, failure=PORT, failures=2, drops=2), GOOD, Condition.OFFLINE),
    ],
)
def test_every_state_has_its_word(status: StreamStatus, picture: PictureCondition, condition: Condition) -> None:
    assert condition_of(status, picture) is condition
    assert condition_of(status, picture, enabled=False) is Condition.DISABLED


def _watch(condition: Condition, failure: Failure | None = None) -> CameraWatch:
    return CameraWatch("i", 1, "n", condition, NOW, StreamStatus(), failure)


@given(st.lists(st.sampled_from(Condition)))
def test_counts_add_up_and_leave_disabled_ones_out(conditions: list[Condition]) -> None:
    counts = count(_watch(c) for c in conditions)
    assert counts.total == counts.live + counts.impaired + counts.offline + counts.connecting
    assert counts.total == sum(c is not Condition.DISABLED for c in conditions)
    assert counts.offline == sum(c in (Condition.OFFLINE, Condition.REFUSED) for c in conditions)


def test_no_camera_counts_nothing() -> None:
    assert count([]) == Counts()


def test_the_history_has_a_word_for_all_but_the_first_try() -> None:
    assert {c: history_state(c) for c in Condition} == {
        Condition.LIVE: HistoryState.LIVE,
        Condition.IMPAIRED: HistoryState.LIVE,
        Condition.LATE: HistoryState.LATE,
        Condition.OFFLINE: HistoryState.OFFLINE,
        Condition.REFUSED: HistoryState.OFFLINE,
        Condition.DISABLED: HistoryState.DISABLED,
        Condition.CONNECTING: None,
    }


def test_only_a_camera_that_does_not_work_has_a_failing_layer() -> None:
    assert failing_layer(_watch(Condition.OFFLINE, PORT)) is Layer.PORT
    assert failing_layer(_watch(Condition.LIVE, PORT)) is None
    assert failing_layer(_watch(Condition.OFFLINE)) is None
    assert [c for c in Condition if _watch(c).works] == [Condition.LIVE, Condition.LATE, Condition.IMPAIRED]


BLACK = PictureReading(PictureFault.BLACK, 0.9, 0.5)
COVERED = PictureReading(PictureFault.COVERED, 0.9, 0.5)
FINE = PictureReading(None)


def _judged(readings: list[tuple[float, PictureReading]], hold_s: float = 20.0) -> PictureCondition:
    condition = PictureCondition()
    for now_s, reading in readings:
        condition = judge(condition, reading, now_s, hold_s)
    return condition


def test_a_fault_is_raised_only_after_it_held_and_dates_from_its_beginning() -> None:
    assert _judged([(0, BLACK), (19.9, BLACK)]).fault is None
    raised = _judged([(5, BLACK), (15, BLACK), (25, BLACK)])
    assert (raised.fault, raised.since_s) == (PictureFault.BLACK, 5)


def test_one_good_reading_ends_a_fault_and_a_suspicion() -> None:
    assert _judged([(0, BLACK), (20, BLACK), (25, FINE)]) == PictureCondition()
    assert _judged([(0, BLACK), (15, FINE), (25, BLACK)]).fault is None


def test_another_fault_must_hold_by_itself_and_the_raised_one_stays_until_then() -> None:
    condition = _judged([(0, BLACK), (20, BLACK), (25, COVERED), (40, COVERED)])
    assert condition.fault is PictureFault.BLACK
    condition = judge(condition, COVERED, 45, 20)
    assert (condition.fault, condition.since_s) == (PictureFault.COVERED, 25)


RULES = ChoiceRules()


def _chosen(widths: list[tuple[float, int]], role: StreamRole = StreamRole.SUB) -> StreamRole:
    choice = Choice(role)
    for now_s, width in widths:
        choice = choose(choice, TileWish(width, width * 9 // 16), now_s, RULES)
    return choice.role


def test_main_comes_soon_and_goes_late() -> None:
    assert _chosen([(0, 1000), (0.2, 1000)]) is StreamRole.SUB
    assert _chosen([(0, 1000), (0.3, 1000)]) is StreamRole.MAIN
    assert _chosen([(0, 300), (1.9, 300)], StreamRole.MAIN) is StreamRole.MAIN
    assert _chosen([(0, 300), (2.1, 300)], StreamRole.MAIN) is StreamRole.SUB


@given(st.sampled_from(StreamRole), st.integers(479, 639))
def test_between_the_limits_nothing_changes(role: StreamRole, width: int) -> None:
    assert _chosen([(n, width) for n in range(100)], role) is role


def test_a_tile_that_flickers_does_not_flip_the_stream() -> None:
    flicker = [(n * 0.1, 1000 if n % 2 else 300) for n in range(100)]
    assert _chosen(flicker) is StreamRole.SUB
    assert _chosen(flicker, StreamRole.MAIN) is StreamRole.MAIN


def test_a_zoomed_tile_wants_the_main_stream_however_small() -> None:
    small = TileWish(300, 170, zoomed=True)
    assert choose(choose(Choice(), small, 0, RULES), small, 3, RULES).role is StreamRole.MAIN
    assert choose(choose(Choice(), TileWish(300, 170), 0, RULES), TileWish(300, 170), 3, RULES).role is StreamRole.SUB


def test_nobody_wishing_is_the_small_stream() -> None:
    assert choose(choose(Choice(StreamRole.MAIN), None, 0, RULES), None, 3, RULES).role is StreamRole.SUB


def test_commands_have_one_id_and_no_key_stands_twice() -> None:
    assert len(COMMAND_BY_ID) == len(COMMANDS)
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_enabled_where_all_it_needs_is_there(command: Command) -> None:
    all_there = Situation(EVERY_PERMISSION, command.page or "wall", True, True, True, True)
    assert enabled(command, all_there)
    assert not enabled(
        command, Situation(EVERY_PERMISSION - {command.permission}, command.page or "wall", True, True, True, True)
    )
    if command.page:
        assert not enabled(command, Situation(EVERY_PERMISSION, "nowhere", True, True, True, True))
    nothing_there = Situation(frozenset({command.permission}), command.page or "wall")
    assert enabled(command, nothing_there) is (command.needs is Needs.NOTHING)


def test_permissions_are_words_that_can_be_stored() -> None:
    assert {Permission(str(p)) for p in EVERY_PERMISSION} == set(Permission)
