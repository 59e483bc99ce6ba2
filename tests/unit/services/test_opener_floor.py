"""Turns for opening, the decode floor of the bench, and what doctor looks at."""

from __future__ import annotations

import shutil
from collections import namedtuple
from collections.abc import Callable

import pytest

from safecity_console.core.paths import data_paths
from safecity_console.services import doctor
from safecity_console.services.decode_floor import measure_floor
from safecity_console.services.opener import Opener
from safecity_console.simulator.district import District


def test_first_come_first_served_and_apart() -> None:
    opener = Opener(spacing_s=0.1)
    assert opener.give(0.0, 0) is None
    assert opener.wait_s(0.0) is None
    for name in ("a", "b", "c", "a"):
        opener.ask(name)
    assert opener.give(10.0, 0) == "a"
    assert opener.wait_s(10.02) == pytest.approx(0.08)
    assert opener.give(10.05, 0) is None
    opener.leave("b")
    assert opener.give(10.1, 0) == "c"
    opener.leave("never there")
    assert opener.give(11.0, 0) is None


def test_never_too_many_at_once() -> None:
    opener = Opener(spacing_s=0.0, at_once=2)
    opener.ask("a")
    assert opener.give(1.0, 2) is None
    assert opener.give(1.0, 1) == "a"


def test_thirty_that_fail_together_are_called_one_by_one() -> None:
    opener, given, now_s = Opener(spacing_s=0.02), [], 5.0
    for number in range(30):
        opener.ask(str(number))
    while (wait_s := opener.wait_s(now_s)) is not None:
        now_s += wait_s + 1e-9
        name = opener.give(now_s, 0)
        given += [(now_s, name)] if name else []
    assert [name for _, name in given] == [str(n) for n in range(30)]
    assert given[-1][0] - given[0][0] == pytest.approx(29 * 0.02, abs=0.01)


def test_the_floor_decodes_every_picture_and_nothing_for_a_dead_camera(serve: Callable[..., District]) -> None:
    good, bad = serve(), serve("refused", own_ports=True)
    figures = measure_floor([good.url(1), good.url(1), bad.url(1)], 1.5)
    assert figures.decoded_per_s == pytest.approx(30, rel=0.3)
    assert figures.cores > 0


Usage = namedtuple("Usage", "total used free")


def test_doctor_sees_a_full_disk_and_missing_codecs(
    data_folder: object, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    paths = data_paths(tmp_path)  # type: ignore[arg-type]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 10**12 - 10**9, 10**9))
    monkeypatch.setattr(doctor, "missing_decoders", lambda: ["hevc"])
    checks = {check.name: check for check in doctor.machine_checks(paths)}
    assert (checks["disk"].ok, checks["codecs"].ok) == (False, False)
    assert "hevc" in checks["codecs"].detail
    assert all(check.remedy for check in checks.values() if not check.ok)
    assert all(check.ok for check in doctor.optional_checks()), "good to have, never needed"
