"""What notices come to: what is news, what is not, what is ended by us, what a mad camera may fill."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.camera_event import CLEAR_AFTER_S, CameraEvent, EventKind, Notice
from safecity_console.services.camera_event_book import A_MINUTE, BURST, STATES_MOST, EventBook

START = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


class Desk:
    """A book with a clock of its own."""

    def __init__(self, *lasting: CameraEvent) -> None:
        self.now_s = 0.0
        self.book = EventBook("c", 0.0, lasting)

    def say(self, kind: EventKind, active: bool | None, initial: bool = False, **more: str) -> CameraEvent | None:
        notice = Notice(kind, active, more.get("topic", kind.value), more.get("source", ""), more.get("value", ""),
                        initial=initial)
        return self.book.fold(notice, START + timedelta(seconds=self.now_s), self.now_s)

    def clear(self) -> tuple[CameraEvent, ...]:
        return self.book.clear(START + timedelta(seconds=self.now_s), self.now_s)


def test_after_a_restart_what_lasted_is_no_news() -> None:
    desk = Desk()
    begun = desk.say(EventKind.TAMPER, True)
    assert begun is not None
    assert begun.lasts
    assert not begun.initial
    assert desk.say(EventKind.TAMPER, True, initial=True) is None
    assert desk.say(EventKind.TAMPER, True) is None, "told as changed after SetSynchronizationPoint"
    after = Desk(begun)  # the console itself began anew
    assert after.say(EventKind.TAMPER, True, initial=True) is None
    ended = after.say(EventKind.TAMPER, False, initial=True)
    assert ended is not None
    assert ended.id == begun.id
    assert not ended.lasts
    assert not ended.timed_out


def test_what_lasts_already_at_subscribing_begins_as_such() -> None:
    desk = Desk()
    begun = desk.say(EventKind.DIGITAL_INPUT, True, initial=True)
    assert begun is not None
    assert begun.initial
    assert desk.say(EventKind.BLUR, False, initial=True) is None
    assert desk.say(EventKind.OTHER, None, initial=True) is None
    moment = desk.say(EventKind.OTHER, None)
    assert moment is not None
    assert moment.moment
    assert not moment.lasts


def test_two_inputs_are_two_states() -> None:
    desk = Desk()
    assert desk.say(EventKind.DIGITAL_INPUT, True, source="1")
    assert desk.say(EventKind.DIGITAL_INPUT, True, source="2")
    ended = desk.say(EventKind.DIGITAL_INPUT, False, source="1")
    assert ended is not None
    assert ended.source == "1"
    assert len(desk.book.lasting) == 1


def test_motion_never_cleared_is_ended_by_us_and_says_so_but_tampering_lasts() -> None:
    desk = Desk()
    desk.say(EventKind.MOTION, True)
    desk.say(EventKind.TAMPER, True)
    desk.now_s = CLEAR_AFTER_S - 1
    desk.say(EventKind.MOTION, True)  # still moving: the time begins anew
    desk.now_s += CLEAR_AFTER_S - 1
    assert desk.clear() == ()
    desk.now_s += 1
    (ended,) = desk.clear()
    assert ended.kind is EventKind.MOTION
    assert ended.timed_out
    assert not ended.lasts
    desk.now_s += 1e6
    assert desk.clear() == ()
    assert [one.kind for one in desk.book.lasting] == [EventKind.TAMPER]


def test_a_restart_is_told_when_its_moment_is_another() -> None:
    desk = Desk()
    assert desk.say(EventKind.REBOOT, None, initial=True, value="2026-01-01T00:00:00Z") is None
    assert desk.say(EventKind.REBOOT, None, initial=True, value="2026-01-01T00:00:00Z") is None
    happened = desk.say(EventKind.REBOOT, None, initial=True, value="2026-11-26T02:59:00Z")
    assert happened is not None
    assert happened.moment


@given(st.lists(st.tuples(st.sampled_from([EventKind.MOTION, EventKind.TAMPER, EventKind.OTHER]),
                          st.sampled_from([True, False, None]), st.integers(0, 400), st.floats(0, 3)), max_size=600))
def test_no_camera_makes_more_than_its_allowance_and_every_end_has_a_beginning(
        said: list[tuple[EventKind, bool | None, int, float]]) -> None:
    desk, begun, ended = Desk(), dict[str, CameraEvent](), set[str]()
    for kind, active, source, passed_s in said:
        desk.now_s += passed_s
        told = desk.say(kind, active, source=str(source))
        for event in (*([told] if told else []), *desk.clear()):
            assert event.id not in ended
            if event.id not in begun:
                begun[event.id] = event
            if not event.lasts:
                ended.add(event.id)
    assert len(begun) <= BURST + desk.now_s * A_MINUTE / 60 + 1
    assert {one.id for one in desk.book.lasting} == begun.keys() - ended
    assert len(desk.book.lasting) <= STATES_MOST
