"""Children that do well, fail, crash, hang and talk too much."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from safecity_console.core.child import OUTPUT_MOST, ChildEnd, run_child

PROGRAMS = {
    "well": "import sys; print('one'); print(*sys.argv[1:])",
    "fails": "import sys; print('said'); sys.exit(3)",
    "crashes": "import os; print('begun', flush=True); os.abort()",
    "hangs": "import time; print('begun', flush=True); time.sleep(60)",
    "talks": "print('x' * 100_000)",
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    for name, text in PROGRAMS.items():
        (tmp_path / f"child_{name}.py").write_text(text)
    return {**os.environ, "PYTHONPATH": str(tmp_path)}


def test_its_lines_come_back(environment: dict[str, str]) -> None:
    said = run_child("child_well", ["a", "b"], 20.0, environment)
    assert (said.end, said.lines) == (ChildEnd.DONE, ("one", "a b"))


def test_what_it_said_before_it_failed_or_crashed_is_kept(environment: dict[str, str]) -> None:
    assert run_child("child_fails", [], 20.0, environment).lines == ("said",)
    assert run_child("child_fails", [], 20.0, environment).end is ChildEnd.FAILED
    crashed = run_child("child_crashes", [], 20.0, environment)
    assert (crashed.end, crashed.lines) == (ChildEnd.CRASHED, ("begun",))


def test_one_that_hangs_is_killed_at_its_deadline(environment: dict[str, str]) -> None:
    began_s = time.monotonic()
    said = run_child("child_hangs", [], 2.0, environment)
    assert (said.end, said.lines) == (ChildEnd.HUNG, ("begun",))
    assert time.monotonic() - began_s < 20.0, "not the child's own minute"


def test_it_is_killed_when_nobody_waits_any_more(environment: dict[str, str]) -> None:
    assert run_child("child_hangs", [], 50.0, environment, lambda: True).end is ChildEnd.STOPPED


def test_what_it_says_is_bounded(environment: dict[str, str]) -> None:
    assert sum(map(len, run_child("child_talks", [], 20.0, environment).lines)) == OUTPUT_MOST
