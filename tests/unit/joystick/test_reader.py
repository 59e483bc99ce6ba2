"""Reading sticks through SDL itself, with sticks that only SDL sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from safecity_console.joystick.events import (
    ButtonPressed,
    ButtonReleased,
    HatMoved,
    ReaderEnded,
    StickCame,
    StickEvent,
    StickMoved,
    StickWent,
)
from safecity_console.joystick.kernel import KernelStick, kernel_sticks, may_have_stick
from safecity_console.joystick.reader import StickReader
from safecity_console.joystick.survey import Survey, survey
from safecity_console.joystick.virtual import DESK, GAMEPAD, VirtualStick
from safecity_console.services.doctor import stick_check

Wait = Callable[[Callable[[], bool]], None]


class Ear:
    def __init__(self) -> None:
        self.heard: list[StickEvent] = []
        self.fails = False

    def __call__(self, event: StickEvent) -> None:
        self.heard.append(event)
        if self.fails and isinstance(event, StickMoved):
            raise ValueError("a listener's bug")

    def of(self, kind: type) -> list[StickEvent]:
        return [event for event in self.heard if isinstance(event, kind)]


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def reader(ear: Ear) -> Iterator[StickReader]:
    made = StickReader(ear, wanted=lambda: False, again_s=0.01)
    made.start()
    yield made
    assert made.stop()
    assert isinstance(ear.heard[-1], ReaderEnded)


def test_a_stick_comes_as_it_is_held_moves_and_goes(reader: StickReader, ear: Ear, wait_until: Wait) -> None:
    stick = VirtualStick.plug_in(reader, axes={0: 1.0}, buttons=frozenset({2}))
    wait_until(lambda: bool(ear.heard))
    came = ear.heard[0]
    assert isinstance(came, StickCame)
    assert came.build == DESK
    assert came.state.axes == (1.0, 0.0, 0.0)
    assert came.state.buttons == {2}
    stick.move(pan=-1, tilt=0.5)
    stick.press(3)
    wait_until(lambda: bool(ear.of(ButtonReleased)))
    moved = ear.of(StickMoved)
    assert len(moved) == 1, "axes that moved together are one event"
    assert isinstance(moved[0], StickMoved)
    assert moved[0].state.axes[0] == -1.0
    assert ear.of(ButtonPressed) == [ButtonPressed(came.id, 3)]
    stick.unplug()
    wait_until(lambda: bool(ear.of(StickWent)))
    assert ear.heard.count(StickWent(came.id)) == 1


def test_two_of_one_model_are_told_apart_and_never_bear_an_old_id(reader: StickReader, ear: Ear,
                                                                  wait_until: Wait) -> None:
    first, second = VirtualStick.plug_in(reader), VirtualStick.plug_in(reader)
    wait_until(lambda: len(ear.of(StickCame)) == 2)
    second.move(tilt=1)
    wait_until(lambda: bool(ear.of(StickMoved)))
    assert {event.id for event in ear.of(StickMoved)} == {second.id}  # type: ignore[union-attr]
    second.unplug()
    wait_until(lambda: bool(ear.of(StickWent)))
    third = VirtualStick.plug_in(reader)
    wait_until(lambda: len(ear.of(StickCame)) == 3)
    assert len({first.id, second.id, third.id}) == 3


def test_a_gamepad_has_a_hat_and_triggers_at_rest(reader: StickReader, ear: Ear, wait_until: Wait) -> None:
    pad = VirtualStick.plug_in(reader, GAMEPAD)
    wait_until(lambda: bool(ear.of(StickCame)))
    came = ear.heard[0]
    assert isinstance(came, StickCame)
    assert came.build.gamepad
    assert came.state.axes[4:] == (-1.0, -1.0)
    pad.tilt_hat(1 | 2)  # up and right
    wait_until(lambda: bool(ear.of(HatMoved)))
    assert ear.of(HatMoved) == [HatMoved(came.id, (1, 1))]


def test_after_a_bug_everything_is_told_gone_and_reading_begins_again(
        reader: StickReader, ear: Ear, wait_until: Wait, expect_errors: Callable[[str], object]) -> None:
    expect_errors("joystick_reader_failed")
    stick = VirtualStick.plug_in(reader)
    wait_until(lambda: bool(ear.of(StickCame)))
    ear.fails = True
    stick.move(pan=1)
    wait_until(lambda: bool(ear.of(ReaderEnded)))
    ear.fails = False
    VirtualStick.plug_in(reader)
    wait_until(lambda: len(ear.of(StickCame)) >= 2)
    assert reader.alive


@pytest.mark.parametrize(("found", "words"), [
    (Survey("2.32.10"), "SDL 2.32.10; none plugged in"),
    (Survey("2.32.10", sticks=(DESK,)), "SDL 2.32.10; 068e:00ca:Virtual CCTV desk"),
    (Survey("2.32.10", kernel=(KernelStick("Desk", "/dev/input/event5", readable=False),)),
     "SDL 2.32.10; this user may not read Desk (/dev/input/event5)"),
    (Survey(library_error="no file"), "SDL cannot be loaded (no file): joysticks do nothing here"),
])
def test_doctor_says_what_there_is_of_joysticks(found: Survey, words: str) -> None:
    check = stick_check(found)
    assert check.ok, "a console works without a stick"
    assert check.detail == words


def test_a_survey_leaves_nothing_open() -> None:
    assert survey().version.startswith("2.")
    assert survey().sticks == ()


_STICK = '''I: Bus=0003 Vendor=068e Product=00ca Version=0111
N: Name="CH PRODUCTS IP DESKTOP"
H: Handlers=event5{js}
B: EV=1b
B: KEY={keys}
B: ABS=7
'''
_MOUSE = '''N: Name="Mouse"
H: Handlers=mouse0 event3
B: KEY=ff0000 0 0 0 0
B: REL=103
'''


@pytest.mark.parametrize(("text", "names"), [
    ("", []), (_MOUSE, []), (_MOUSE + "\n" + _STICK.format(js=" js0", keys="0"), ["CH PRODUCTS IP DESKTOP"]),
    (_STICK.format(js="", keys="fff00000000 0 0 0 0"), ["CH PRODUCTS IP DESKTOP"]),
    (_STICK.format(js="", keys="fff00000000"), []), (_STICK.format(js="", keys="zz 0 0 0 0"), []),
    ("H: Handlers=\x00\n", []),
])
def test_the_kernel_tells_whether_sdl_is_worth_loading(tmp_path: Path, text: str, names: list[str]) -> None:
    listing = tmp_path / "devices"
    listing.write_text(text, encoding="utf-8")
    found = kernel_sticks(listing)
    assert found is not None
    assert [stick.name for stick in found] == names
    assert may_have_stick(listing) is bool(names)
    assert may_have_stick(tmp_path / "no list")
