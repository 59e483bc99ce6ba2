"""Steering by stick, through SDL itself: who steers, when, and that it stops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from safecity_console.core.bus import Bus
from safecity_console.core.clock import ManualClock
from safecity_console.db.database import prepare_database
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Table
from safecity_console.domain.errors import Conflict, Refused
from safecity_console.domain.ptz import STILL, Velocity
from safecity_console.domain.stick import AxisUse, Motion, StickProfile, StickState, standard_profile
from safecity_console.joystick.events import ReaderEnded, StickCame, StickEvent, StickMoved
from safecity_console.joystick.reader import StickReader
from safecity_console.joystick.virtual import DESK, VirtualStick
from safecity_console.services.desk import Desk, Seat
from safecity_console.services.events import SeatChanged, StickCommanded, StickHeldBack, StickRefused
from safecity_console.services.stick_aim import Hand
from safecity_console.services.stick_profiles import BYTES_MOST, StickProfiles, exported, imported
from safecity_console.services.stick_steering import YIELD_AFTER_S
from safecity_console.services.sticks import HANG_S, REHEARSE_S, SticksService
from tests.gui.doubles import START

Wait = Callable[[Callable[[], bool]], None]


class Hands:
    """Who takes what the stick wants."""

    def __init__(self) -> None:
        self.got: list[Velocity] = []
        self.moved: list[str] = []
        self.focused: list[float | None] = []
        self.refuses: set[str] = set()

    def steer(self, camera_id: str, velocity: Velocity) -> None:
        if camera_id in self.refuses:
            raise Refused("not_permitted")
        self.got.append(velocity)
        self.moved.append(camera_id)

    def focus(self, camera_id: str, speed: float | None) -> None:
        self.focused.append(speed)

    @property
    def last(self) -> Velocity:
        return self.got[-1] if self.got else STILL


class House:
    """Sticks over a database, with a seat, a focus and hands."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock(START)
        path = folder / "console.db"
        prepare_database(path, folder / "backups", self.clock)
        self.door, self.reader, self.bus = Door(path, self.clock), Reader(path), Bus()
        self.door.start()
        self.desk = Desk(self.door, self.clock, lambda: "TST")
        self.desk.sit(Seat.SETUP)
        self.hands = Hands()
        self.commands: list[str] = []
        self.held: list[StickHeldBack] = []
        self.bus.subscribe(StickCommanded, lambda event: self.commands.append(event.command))
        self.bus.subscribe(StickHeldBack, self.held.append)
        self.sticks = SticksService(self.profiles(), self.bus, self.desk, self.clock, self._make_reader)
        self.sticks.serve(Hand(self.hands.steer, self.hands.focus))
        self.sticks.aim_at("C1")
        self.refused: list[str] = []
        self.bus.subscribe(StickRefused, lambda event: self.refused.append(event.camera_id))
        self.sticks.focus(on=True)

    def profiles(self) -> StickProfiles:
        return StickProfiles(self.door, self.reader, self.desk)

    def _make_reader(self, listener: Callable[[StickEvent], None]) -> StickReader:
        self.hear = listener
        return StickReader(listener, wanted=lambda: False, clock=self.clock, again_s=0.01)

    def plug_in(self, wait: Wait, **more: object) -> VirtualStick:
        stick = VirtualStick.plug_in(self.sticks.reader, **more)  # type: ignore[arg-type]
        wait(lambda: any(seen.id == stick.id for seen in self.sticks.sticks()))
        return stick

    @property
    def active(self) -> int | None:
        return next((seen.id for seen in self.sticks.sticks() if seen.active), None)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.sticks.stop()
    made.door.stop()
    made.reader.close()


@pytest.fixture
def live(house: House) -> House:
    """With SDL at work."""
    house.sticks.start()
    return house


RIGHT = Velocity(pan=1.0)


def test_a_stick_steers_and_its_loss_stops_at_once(live: House, wait_until: Wait) -> None:
    stick = live.plug_in(wait_until)
    stick.move(pan=1)
    wait_until(lambda: live.hands.last == RIGHT)
    stick.unplug()
    wait_until(lambda: live.active is None)
    assert live.hands.last.still
    again = live.plug_in(wait_until)
    again.move(pan=1)
    wait_until(lambda: live.hands.last == RIGHT)


def test_a_stick_held_when_it_comes_moves_nothing_until_it_was_let_go(live: House, wait_until: Wait) -> None:
    stick = live.plug_in(wait_until, axes={0: 1.0})
    wait_until(lambda: bool(live.held))
    assert live.held == [StickHeldBack(DESK.name, (0,))]
    stick.move(tilt=1)
    stick.press(0)
    stick.move(pan=0.9)
    wait_until(lambda: live.sticks.sticks()[0].state.axes[0] < 1)
    assert all(one.still for one in live.hands.got)
    assert live.commands == []
    stick.move(pan=0, tilt=0)
    stick.move(pan=1)
    wait_until(lambda: live.hands.last == RIGHT)


def test_buttons_give_commands_of_the_table_and_presets(live: House, wait_until: Wait) -> None:
    profile = replace(standard_profile(DESK), buttons={0: "preset:3", 1: "wall.snapshot", 3: "stick.stop"})
    live.sticks.put(profile)
    stick = live.plug_in(wait_until)
    for button in (0, 1, 2):
        stick.press(button)
    wait_until(lambda: len(live.commands) == 2)
    assert live.commands == ["preset:3", "wall.snapshot"]
    stick.move(pan=1)
    wait_until(lambda: live.hands.last == RIGHT)
    stick.press(3)
    wait_until(lambda: live.hands.last.still)
    assert live.sticks.sticks()[0].last_button == 3


# From here the events are given by hand: the rules are the same whatever thread they come from.


def came(house: House, stick_id: int = 1, *axes: float) -> None:
    house.hear(StickCame(stick_id, DESK, StickState(axes or (0.0, 0.0, 0.0))))


def moved(house: House, stick_id: int, *axes: float) -> None:
    house.hear(StickMoved(stick_id, StickState(axes)))


def _lock(house: House) -> None:
    house.desk.sit(Seat.LOCKED)
    house.bus.publish(SeatChanged())


def _unlock(house: House) -> None:
    house.desk.sit(Seat.TAKEN)
    house.bus.publish(SeatChanged())


def _sign_out(house: House) -> None:
    house.desk.sit(Seat.EMPTY)
    house.bus.publish(SeatChanged())


@pytest.mark.parametrize(("shut", "reopen"), [
    (lambda h: h.sticks.focus(False), lambda h: h.sticks.focus(True)), (_lock, _unlock), (_sign_out, _unlock),
    (lambda h: h.sticks.rehearse(), lambda h: h.sticks.rehearsed()),
    (lambda h: h.sticks.rehearse(), lambda h: h.clock.advance(REHEARSE_S + 0.1)),
    (lambda h: h.sticks.stop_all(), lambda h: None),
    (lambda h: h.sticks.put(standard_profile(DESK)), lambda h: None),
    (lambda h: (h.clock.advance(HANG_S + 0.1), h.sticks.look_after()), lambda h: None),
])
def test_what_shuts_the_gate_stops_at_once_and_the_stick_must_be_let_go(
        house: House, shut: Callable[[House], object], reopen: Callable[[House], object]) -> None:
    came(house)
    moved(house, 1, 1.0, 0.0, 0.0)
    assert house.hands.last == RIGHT
    shut(house)
    assert house.hands.last.still
    moved(house, 1, 0.9, 0.0, 0.0)
    reopen(house)
    moved(house, 1, 1.0, 0.0, 0.0)
    assert house.hands.last.still, "what was held before is no wish"
    moved(house, 1, 0.0, 0.0, 0.0)
    moved(house, 1, 1.0, 0.0, 0.0)
    assert house.hands.last == RIGHT


def test_a_dead_reader_leaves_nothing_moving(house: House) -> None:
    came(house)
    moved(house, 1, 1.0, 0.0, 0.0)
    house.hear(ReaderEnded())
    assert house.hands.last.still
    assert house.sticks.sticks() == ()


def test_a_hanging_reader_is_seen_by_the_watch(house: House, wait_until: Wait) -> None:
    house.sticks.start()
    came(house)
    moved(house, 1, 1.0, 0.0, 0.0)
    hung = house.sticks.reader
    hung.stop()
    came(house)
    moved(house, 1, 0.0, 0.0, 0.0)
    moved(house, 1, 1.0, 0.0, 0.0)
    house.clock.advance(HANG_S * 2)
    wait_until(lambda: house.hands.last.still)


def test_one_of_two_sticks_steers_and_the_other_may_have_it_after_a_rest(house: House) -> None:
    came(house, 1)
    came(house, 2)
    moved(house, 1, 1.0, 0.0, 0.0)
    moved(house, 2, -1.0, 0.0, 0.0)
    assert house.hands.last == RIGHT
    moved(house, 2, 0.0, 0.0, 0.0)
    moved(house, 1, 0.0, 0.0, 0.0)
    moved(house, 2, -1.0, 0.0, 0.0)
    assert house.active == 1, "it rests only just now"
    assert house.hands.last.still
    house.clock.advance(YIELD_AFTER_S)
    moved(house, 2, -0.9, 0.0, 0.0)
    assert house.active == 2
    assert house.hands.last.pan < 0
    house.sticks.take(1)
    assert house.active == 1
    assert house.hands.last.still


def test_what_was_meant_for_one_camera_never_moves_another(house: House) -> None:
    came(house)
    moved(house, 1, 1.0, 0.0, 0.0)
    house.sticks.aim_at("C2")
    assert house.hands.last.still
    assert house.hands.moved == ["C1", "C1"]
    moved(house, 1, 0.9, 0.0, 0.0)
    assert house.hands.last.still
    moved(house, 1, 0.0, 0.0, 0.0)
    moved(house, 1, 1.0, 0.0, 0.0)
    assert (house.hands.last, house.hands.moved[-1]) == (RIGHT, "C2")


def test_a_refusal_is_told_once_until_the_stick_is_let_go(house: House) -> None:
    house.hands.refuses = {"C1"}
    came(house)
    for pan in (0.5, 0.7, 1.0):
        moved(house, 1, pan, 0.0, 0.0)
    assert house.refused == ["C1"]
    moved(house, 1, 0.0, 0.0, 0.0)
    moved(house, 1, 1.0, 0.0, 0.0)
    assert house.refused == ["C1", "C1"]
    assert house.hands.got == []


def test_what_is_held_is_said_again_while_the_reader_looks(live: House, wait_until: Wait) -> None:
    stick = live.plug_in(wait_until)
    stick.move(pan=1)
    wait_until(lambda: live.hands.got.count(RIGHT) >= 3)


def test_an_axis_may_drive_the_focus(house: House) -> None:
    house.sticks.put(StickProfile(DESK.model, DESK.name, (AxisUse(0, Motion.FOCUS),)))
    came(house)
    moved(house, 1, 1.0, 0.0, 0.0)
    house.sticks.focus(on=False)
    assert house.hands.focused == [1.0, None]


def test_a_profile_is_kept_by_model_audited_and_reset(house: House) -> None:
    profile = replace(standard_profile(DESK), buttons={4: "incident.new"}, hat_steers=False)
    kept = house.sticks.put(profile)
    assert house.profiles().of(DESK) == kept
    with pytest.raises(Conflict, match="changed_meanwhile"):
        house.sticks.put(replace(kept, revision=7))
    house.desk.sit(Seat.EMPTY)
    with pytest.raises(Refused, match="not_signed_in"):
        house.sticks.put(kept)
    with pytest.raises(Refused, match="not_signed_in"):
        house.sticks.reset(DESK)
    house.desk.sit(Seat.SETUP)
    house.sticks.reset(DESK)
    assert house.profiles().of(DESK) == standard_profile(DESK)
    actions = [row["action"] for row in house.reader.rows("SELECT action FROM audit ORDER BY n")]
    assert actions.count("stick.change") == 2


def test_an_unreadable_row_costs_only_itself(house: House) -> None:
    house.door.write(lambda tx: tx.insert(Table.STICK_PROFILE, {"model": DESK.model, "arranged": '{"axes": 3}'}))
    assert house.profiles().of(DESK) == standard_profile(DESK)


def test_files_go_out_and_come_back_and_hostile_ones_do_not() -> None:
    profile = replace(standard_profile(DESK), name="اسٹک")
    assert imported(exported(profile), profile) == profile
    for hostile in (b"", b"{", b"[" * 5000, b"\xff\xfe", b"x" * (BYTES_MOST + 1), b'{"format": NaN}', b"[]"):
        with pytest.raises(Refused):
            imported(hostile, profile)
