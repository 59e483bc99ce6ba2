"""Settings, worker, bus, slot, clock: tools without opinions."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.core import settings as module
from safecity_console.core.bus import Bus
from safecity_console.core.clock import ManualClock, SystemClock
from safecity_console.core.settings import SETTING_BY_KEY, SETTINGS, Setting, declared, fit, from_environment, parse
from safecity_console.core.slot import NewestSlot, SlotReader
from safecity_console.core.timesync import SyncState, judge, read_time_sync
from safecity_console.core.worker import Worker
from safecity_console.domain.errors import Refused


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_default_fits_its_own_declaration(setting: Setting) -> None:
    assert fit(setting, setting.default) == setting.default
    assert parse(setting, str(setting.default)) == setting.default
    assert declared(setting.key) is setting


def test_keys_are_declared_once_and_former_names_hide_none() -> None:
    assert len(SETTING_BY_KEY) == len(SETTINGS)
    former = [old for setting in SETTINGS for old in setting.former]
    assert not set(former) & set(SETTING_BY_KEY)
    names = ["SAFECITY_" + s.key.replace(".", "_").upper() for s in SETTINGS]
    assert len(set(names)) == len(names)


def test_a_former_name_is_read_as_the_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module._FORMER, "wall.rate", "wall.fps")
    assert declared("wall.rate").key == "wall.fps"


@pytest.mark.parametrize("key", ["", "wall", "wall.fps ", "x" * 500])
def test_an_unknown_key_is_refused(key: str) -> None:
    with pytest.raises(Refused) as caught:
        declared(key)
    assert caught.value.code == "setting_unknown"
    assert len(str(caught.value.figures["key"])) <= 60


@given(st.none() | st.text() | st.integers() | st.floats() | st.booleans() | st.binary() | st.lists(st.integers()))
def test_a_value_fits_or_is_refused_for_every_setting(value: object) -> None:
    for setting in SETTINGS:
        try:
            found = fit(setting, value)
        except Refused as error:
            if error.code != "setting_value":
                raise
            continue
        assert type(found) is type(setting.default)
        assert not setting.choices or found in setting.choices
        if isinstance(found, int | float) and not isinstance(found, bool):
            assert setting.low is None or setting.low <= found
            assert setting.high is None or found <= setting.high


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("SAFECITY_WALL_FPS", "12", "wall.fps", 12),
        ("SAFECITY_STREAM_LATE_AFTER_S", "2.5", "stream.late_after_s", 2.5),
        ("SAFECITY_PICTURE_CHECK", "0", "picture.check", False),
        ("SAFECITY_PICTURE_CHECK", "TRUE", "picture.check", True),
        ("SAFECITY_SCREEN_THEME", "light", "screen.theme", "light"),
    ],
)
def test_the_environment_is_read(name: str, text: str, key: str, value: object) -> None:
    assert from_environment({name: text, "SAFECITY_PASSWORD": "x", "WALL_FPS": "1"}) == {key: value}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SAFECITY_WALL_FPS", "1.5"),
        ("SAFECITY_WALL_FPS", ""),
        ("SAFECITY_PICTURE_CHECK", "yes"),
        ("SAFECITY_SCREEN_THEME", "pink"),
    ],
)
def test_an_unfit_environment_is_refused(name: str, text: str) -> None:
    with pytest.raises(Refused) as caught:
        from_environment({name: text})
    assert caught.value.code == "setting_value"


class Loop(Worker):
    def __init__(self, work: Callable[[Loop], None]) -> None:
        super().__init__("test-loop")
        self.work = work
        self.rounds = 0

    def run(self) -> None:
        self.work(self)


def _turning(loop: Loop) -> None:
    while not loop.wait(0.005):
        loop.rounds += 1


def test_a_worker_lives_once(wait_until: Callable[[Callable[[], bool], float], None]) -> None:
    loop = Loop(_turning)
    assert (loop.alive, loop.stopping) == (False, False)
    loop.start()
    wait_until(lambda: loop.rounds > 2, 5.0)
    assert loop.stop()
    assert loop.stop()
    assert (loop.alive, loop.stopping, loop.crashed) == (False, True, False)
    with pytest.raises(RuntimeError):
        loop.start()


def test_a_worker_never_started_can_be_stopped() -> None:
    assert Loop(_turning).stop()


def test_a_worker_that_does_not_stop_in_time_is_said_so() -> None:
    gate = threading.Event()
    loop = Loop(lambda _: gate.wait(5) and None)
    loop.start()
    assert not loop.stop(timeout_s=0.05)
    gate.set()
    assert loop.join(5)


def test_a_worker_that_dies_of_a_bug_is_remembered(expect_errors) -> None:
    expect_errors("worker_crashed")

    def broken(_: Loop) -> None:
        raise ValueError("bug")

    loop = Loop(broken)
    loop.start()
    assert loop.join(5)
    assert loop.crashed


@pytest.mark.skipif(sys.platform != "linux", reason="threads have a niceness of their own on Linux only")
def test_a_nice_worker_is_nicer_than_the_others() -> None:
    found: list[int] = []

    class Nice(Worker):
        def run(self) -> None:
            found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    nice = Nice("nice", nice=before + 5)
    nice.start()
    assert nice.join(5)
    assert found == [before + 5]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


@dataclass(frozen=True)
class Happened:
    what: str


@dataclass(frozen=True)
class HappenedMore(Happened):
    pass


def test_the_bus_tells_by_exact_type_and_in_order() -> None:
    bus, heard = Bus(), []
    stop = bus.subscribe(Happened, lambda e: heard.append(("first", e.what)))
    bus.subscribe(Happened, lambda e: heard.append(("second", e.what)))
    bus.publish(Happened("a"))
    bus.publish(HappenedMore("not for us"))
    bus.publish("nobody hears text")
    stop()
    stop()
    bus.publish(Happened("b"))
    assert heard == [("first", "a"), ("second", "a"), ("second", "b")]


def test_a_listener_that_fails_is_logged_and_the_others_hear(expect_errors) -> None:
    expect_errors("listener_failed")
    bus, heard = Bus(), []

    def bad(_: Happened) -> None:
        raise ValueError("bug")

    bus.subscribe(Happened, bad)
    bus.subscribe(Happened, heard.append)
    bus.publish(Happened("a"))
    assert heard == [Happened("a")]


def test_a_listener_may_leave_while_it_hears() -> None:
    bus, heard = Bus(), []
    stops: list[Callable[[], None]] = []

    def once(event: Happened) -> None:
        heard.append(event.what)
        stops[0]()

    stops.append(bus.subscribe(Happened, once))
    bus.publish(Happened("a"))
    bus.publish(Happened("b"))
    assert heard == ["a"]


def test_the_slot_gives_the_newest_once() -> None:
    slot: NewestSlot[int] = NewestSlot()
    reader = SlotReader(slot)
    assert reader.take_new() is None
    assert slot.peek() is None
    slot.put(1)
    slot.put(2)
    assert (slot.peek(), reader.take_new(), reader.take_new(), slot.peek()) == (2, 2, None, 2)
    slot.put(2)
    assert reader.take_new() == 2
    slot.clear()
    assert (slot.peek(), reader.take_new(), slot.puts, reader.taken) == (None, None, 3, 2)


def test_two_readers_of_a_slot_take_nothing_from_each_other() -> None:
    slot: NewestSlot[int] = NewestSlot()
    first, second = SlotReader(slot), SlotReader(slot)
    slot.put(1)
    assert (first.take_new(), second.take_new(), first.take_new()) == (1, 1, None)
    slot.put(2)
    slot.put(3)
    assert (second.take_new(), second.take_new(), first.take_new()) == (3, None, 3)
    assert (first.taken, second.taken) == (2, 2)


def test_the_slot_between_two_threads_never_goes_back() -> None:
    slot: NewestSlot[int] = NewestSlot()
    reader = SlotReader(slot)
    taken: list[int] = []
    writer = threading.Thread(target=lambda: [slot.put(n) for n in range(1, 50_001)])
    writer.start()
    while writer.is_alive() or slot.peek() != (taken[-1] if taken else None):
        value = reader.take_new()
        if value is not None:
            taken.append(value)
    writer.join()
    assert taken == sorted(set(taken))
    assert taken[-1] == slot.puts == 50_000
    assert reader.taken == len(taken)


def test_clocks_are_in_utc_and_move_as_told() -> None:
    clock = ManualClock()
    begin, begin_s = clock.now(), clock.monotonic_s()
    clock.advance(2.5)
    assert (clock.now() - begin, clock.monotonic_s() - begin_s) == (timedelta(seconds=2.5), 2.5)
    clock.set_wall(datetime(2009, 1, 1, tzinfo=UTC))
    assert (clock.now().year, clock.monotonic_s() - begin_s) == (2009, 2.5)
    real = SystemClock()
    assert real.now().tzinfo is UTC
    assert abs(real.now().timestamp() - time.time()) < 1
    assert real.monotonic_s() <= real.monotonic_s()


def test_the_kernels_answer_on_its_clock_is_read() -> None:
    assert judge(0, 0x0001, 2500).state is SyncState.HELD
    assert judge(0, 0x0001, 2500).error_ms == 2.5
    assert judge(0, 0x0041, 2500).state is SyncState.NOT_HELD
    assert judge(5, 0x0001, 2500).state is SyncState.NOT_HELD
    assert read_time_sync().state in SyncState


@pytest.mark.parametrize("code", ["M", " M", "M-X", "\u202eM"])
def test_no_place_is_named_so_that_its_incidents_are_hidden_as_misconduct(code: str) -> None:
    with pytest.raises(Refused, match="setting_value"):
        fit(declared("place.code"), code)
    assert fit(declared("place.code"), "MPR") == "MPR"
