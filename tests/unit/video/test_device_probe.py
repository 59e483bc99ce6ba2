"""Trying devices in children: what is read, what a hang or a crash costs, what really happens on this machine."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from safecity_console.core.child import ChildEnd, ChildSaid
from safecity_console.core.resources import resource_path
from safecity_console.domain.hardware import CODECS, DeviceFinding, DeviceState
from safecity_console.video.device_child import try_device
from safecity_console.video.device_probe import probe_devices, try_kinds
from tests.fakes.devices import FakeAccelerator

WORKS, HUNG, CRASHED = DeviceState.WORKS, DeviceState.HUNG, DeviceState.CRASHED


def line(kind: str, codec: str, state: str) -> str:
    return json.dumps({"kind": kind, "codec": codec, "state": state, "detail": "nv12"})


def tried(kind: str, *codecs: str) -> list[str]:
    return [line(kind, codec, state) for codec in codecs for state in ("begun", "works")]


class Children:
    """Answers in turn; remembers what each child was asked."""

    def __init__(self, *answers: ChildSaid) -> None:
        self.answers = list(answers)
        self.asked: list[list[str]] = []

    def __call__(self, kinds: Sequence[str]) -> ChildSaid:
        self.asked.append(list(kinds))
        return self.answers.pop(0)


def said(end: ChildEnd, *lines: str) -> ChildSaid:
    return ChildSaid(end, lines)


def states(found: Sequence[DeviceFinding]) -> dict[tuple[str, str], DeviceState]:
    return {(f.kind, f.codec): f.state for f in found}


def test_what_a_child_found_is_read_and_a_drivers_chatter_is_passed_over() -> None:
    noise = ["libva info: VA-API", "{", "[1, 2]", '{"kind": "cuda"}', line("other", "h264", "works"),
             line("cuda", "h264", "splendid")]
    found = try_kinds(["cuda"], Children(said(ChildEnd.DONE, *noise, *tried("cuda", *CODECS))))
    assert states(found) == {("cuda", "h264"): WORKS, ("cuda", "hevc"): WORKS}


@pytest.mark.parametrize(("end", "state"), [(ChildEnd.HUNG, HUNG), (ChildEnd.CRASHED, CRASHED),
                                            (ChildEnd.FAILED, CRASHED)])
def test_a_kind_that_takes_its_child_along_costs_only_itself(end: ChildEnd, state: DeviceState) -> None:
    children = Children(said(end, *tried("a", *CODECS), *tried("b", "h264"), line("b", "hevc", "begun")),
                        said(ChildEnd.DONE, *tried("c", *CODECS)))
    found = try_kinds(["a", "b", "c"], children)
    assert children.asked == [["a", "b", "c"], ["c"]]
    assert states(found) == {("a", "h264"): WORKS, ("a", "hevc"): WORKS, ("b", "hevc"): state,
                             ("c", "h264"): WORKS, ("c", "hevc"): WORKS}, "b is not trusted with h264 either"


def test_a_child_that_says_nothing_costs_one_kind_each() -> None:
    children = Children(*[said(ChildEnd.CRASHED)] * 3)
    assert set(states(try_kinds(["a", "b", "c"], children)).values()) == {CRASHED}
    assert children.asked == [["a", "b", "c"], ["b", "c"], ["c"]]


def test_nobody_waits_any_more() -> None:
    children = Children(said(ChildEnd.STOPPED, *tried("a", "h264")))
    assert states(try_kinds(["a", "b"], children)) == {("a", "h264"): WORKS}


CLIPS = [resource_path("probe", f"{codec}.mp4") for codec in CODECS]


@pytest.mark.parametrize("clip", CLIPS, ids=CODECS)
@pytest.mark.parametrize(
    ("fault", "state"),
    [("", WORKS), ("open", DeviceState.NO_DEVICE), ("first", DeviceState.NO_DECODER),
     ("mute", DeviceState.WRONG_PICTURE), ("wrong", DeviceState.WRONG_PICTURE), ("later", DeviceState.NO_DECODER)],
)
def test_a_device_works_only_where_its_pictures_are_the_processors(clip: Path, fault: str, state: DeviceState) -> None:
    assert try_device("cuda", clip, FakeAccelerator(fault, good=5))[0] is state


def test_the_children_of_this_machine_end_and_tell() -> None:
    found = probe_devices(lambda: False)
    assert found, "this build of libav knows cuda at least"
    assert {f.codec for f in found} <= set(CODECS)
