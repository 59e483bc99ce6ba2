"""Granting devices to real connections, and what becomes of the picture where a device fails (a fake one: see
tests/fakes/devices.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from safecity_console.core.clock import ManualClock, SystemClock
from safecity_console.core.slot import SlotReader
from safecity_console.domain.hardware import DecodeMode, DecodeRules
from safecity_console.domain.picture import TileWish
from safecity_console.domain.watch import Condition
from safecity_console.services.channel import ChannelRules
from safecity_console.services.decode_desk import GIVEN_UP_AFTER, HUNG, HUNG_AFTER_S, DecodeDesk
from safecity_console.simulator.district import District
from tests.fakes.devices import FakeAccelerator
from tests.fakes.watching import Watching, cameras_of, identity
from tests.gui.doubles import START

Serve = Callable[..., District]
ALL = DecodeRules(DecodeMode.HARDWARE, 8, {"h264": ("cuda",)})
PATIENT = ChannelRules()


class Room:
    """Watched cameras with a desk that is asked by hand."""

    def __init__(self, watching: Watching, accelerator: FakeAccelerator, clock: Any = None) -> None:
        self.watching = watching
        self.accelerator = accelerator
        self.desk = DecodeDesk(watching.service, clock or SystemClock(), accelerator)

    def reader(self, number: int = 1) -> Any:
        return self.watching.service.reader_of(identity(number))

    def kinds(self) -> list[str]:
        self.desk.grant()
        return [self.reader(c.number).hardware for c in self.watching.cameras]

    def until(self, truth: Callable[[], object], what: str) -> None:
        self.watching.until(lambda: (self.desk.grant(), truth())[1], 10.0, what)


@pytest.fixture
def open_room(serve: Serve) -> Iterator[Callable[..., Room]]:
    opened: list[Room] = []

    def make(fault: str = "", *, count: int = 1, rules: DecodeRules = ALL, clock: Any = None, **known: Any) -> Room:
        watching = Watching(cameras_of(serve(count=count)), PATIENT)
        watching.__enter__()
        room = Room(watching, FakeAccelerator(fault, **known), clock)
        opened.append(room)
        watching.show()
        watching.until(lambda: watching.all_are(Condition.LIVE), 8.0, "live")
        room.desk.set_rules(rules)
        return room

    yield make
    for room in opened:
        room.accelerator.release.set()
        room.watching.stop()


def test_a_camera_on_screen_is_decoded_by_the_device_says_so_and_loses_it_when_hidden(open_room: Any) -> None:
    room = open_room()
    reconnects = room.watching.at().status.epoch
    room.until(lambda: room.reader().hardware == "cuda", "the device")
    room.watching.until(lambda: room.watching.at().facts.hardware == "cuda", 5.0, "the fact")
    slot = SlotReader(room.watching.service.slot(identity(1)))
    slot.take_new()
    room.watching.until(lambda: slot.take_new() is not None, 3.0, "a picture decoded on the device")
    room.watching.hide()
    room.until(lambda: room.reader().hardware == "", "letting go")
    assert room.desk.failures() == {}
    assert room.watching.at().status.epoch == reconnects, "no connection was opened anew"


def test_a_changed_setting_counts_at_once_and_without_a_new_connection(open_room: Any) -> None:
    room = open_room()
    room.until(lambda: room.reader().hardware == "cuda", "the device")
    epoch = room.watching.at().status.epoch
    room.desk.set_rules(DecodeRules(DecodeMode.PROCESSOR, 8, ALL.devices))
    room.until(lambda: room.reader().hardware == "", "the processor")
    room.desk.set_rules(DecodeRules(DecodeMode.AUTO, 8, ALL.devices))
    before = room.reader().counts.key_frames
    room.until(lambda: room.reader().counts.key_frames >= before + 2, "two key frames")
    assert room.reader().hardware == "", "320x192 is left to the processor"
    room.desk.set_rules(ALL)
    room.until(lambda: room.reader().hardware == "cuda", "the device again")
    assert room.watching.at().status.epoch == epoch
    assert room.watching.condition() is Condition.LIVE


@pytest.mark.parametrize("fault", ["open", "first", "later"])
def test_where_the_device_fails_the_picture_goes_on_and_it_is_remembered(open_room: Any, fault: str) -> None:
    room = open_room(fault, good=5)
    slot = SlotReader(room.watching.service.slot(identity(1)))
    room.until(lambda: room.desk.failures(), "the failure")
    assert set(room.desk.failures()) == {(identity(1), "cuda")}
    slot.take_new()
    room.watching.until(lambda: slot.take_new() is not None, 3.0, "a picture by processor")
    assert room.watching.condition() is Condition.LIVE
    assert room.reader().hardware == ""
    room.watching.service.retry(identity(1))  # a new connection
    old = room.reader()
    room.watching.until(lambda: room.reader() not in (None, old) and room.reader().counts.key_frames >= 2, 8.0, "anew")
    room.kinds()
    assert room.reader().grant is None, "not tried again on this camera"
    room.desk.set_rules(DecodeRules(DecodeMode.HARDWARE, 7, ALL.devices))
    room.kinds()
    assert room.reader().grant is not None, "a changed setting is a new chance"


def test_no_more_than_allowed_and_the_prominent_one_takes_it_over(open_room: Any) -> None:
    room = open_room(count=3, rules=DecodeRules(DecodeMode.HARDWARE, 1, ALL.devices))
    room.until(lambda: sorted(room.kinds()) == ["", "", "cuda"], "one of three")
    other = room.kinds().index("") + 1
    wishes = {identity(n): TileWish(160, 90, prominent=n == other) for n in (1, 2, 3)}
    room.watching.service.show("wall", wishes)
    room.until(lambda: room.reader(other).hardware == "cuda", "the prominent one")
    assert sum(k != "" for k in room.kinds()) == 1
    assert room.desk.failures() == {}


def test_a_call_that_hangs_is_noticed_and_the_camera_comes_back_by_processor(open_room: Any) -> None:
    clock = ManualClock(START)
    room = open_room("hang", good=3, clock=clock)
    stuck = room.reader()
    room.until(lambda: stuck.decoder.inside and stuck.counts.decoded, "the hang")
    room.kinds()
    clock.advance(HUNG_AFTER_S - 0.1)
    room.kinds()
    assert room.desk.failures() == {}, "not hurried"
    clock.advance(HUNG_AFTER_S)
    room.kinds()
    assert room.desk.failures() == {(identity(1), "cuda"): HUNG}
    room.watching.until(lambda: room.reader() not in (None, stuck) and room.watching.condition() is Condition.LIVE,
                        12.0, "live again")
    room.kinds()
    assert room.reader().hardware == ""
    assert room.reader().grant is None


def test_a_kind_on_which_many_cameras_fail_is_given_to_none(open_room: Any) -> None:
    room = open_room("first", count=GIVEN_UP_AFTER + 1, rules=DecodeRules(DecodeMode.HARDWARE, GIVEN_UP_AFTER,
                                                                          ALL.devices))
    room.until(lambda: len(room.desk.failures()) >= GIVEN_UP_AFTER, "failures")
    room.kinds()
    assert all(room.reader(c.number).grant is None for c in room.watching.cameras)


