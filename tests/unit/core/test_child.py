"""Children that do well, fail, crash, hang and talk too much."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import tracemalloc
from pathlib import Path

import psutil
import pytest

from safecity_console.core.child import OUTPUT_MOST, ChildEnd, run_child

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = {
    "well": "import sys; print('one'); print(*sys.argv[1:])",
    "fails": "import sys; print('said'); sys.exit(3)",
    "crashes": "import os; print('begun', flush=True); os.abort()",
    "hangs": "import time; print('begun', flush=True); time.sleep(60)",
    "talks": "print('x' * 100_000)",
    "floods": "import sys\nwhile True: sys.stdout.write('x' * 65_536)",
    "leaves": "import subprocess, sys\n"
              "left = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(40)'])\nprint(left.pid)",
    "garbles": "import sys; sys.stdout.buffer.write(bytes(range(128, 256)) + b'\\nafter\\n')",
    "alone": "import time\nfrom safecity_console.core.child import end_by_itself\nend_by_itself(1.0)\ntime.sleep(60)",
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    for name, text in PROGRAMS.items():
        (tmp_path / f"child_{name}.py").write_text(text)
    return {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}


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


def test_a_flood_is_not_kept_in_memory(environment: dict[str, str]) -> None:
    tracemalloc.start()
    try:
        said = run_child("child_floods", [], 2.0, environment)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert said.end is ChildEnd.HUNG
    assert sum(map(len, said.lines)) == OUTPUT_MOST
    assert most < 4_000_000


def test_a_process_it_leaves_behind_is_not_waited_for(environment: dict[str, str]) -> None:
    said = run_child("child_leaves", [], 30.0, environment)
    left = psutil.Process(int(said.lines[0]))
    assert said.end is ChildEnd.DONE
    assert left.is_running(), "it was waited for"
    left.kill()
    while any(thread.name == "child-output" for thread in threading.enumerate()):
        time.sleep(0.02)


def test_bytes_that_are_no_text_cost_their_line_only(environment: dict[str, str]) -> None:
    assert run_child("child_garbles", [], 20.0, environment).lines[-1] == "after"


def test_a_child_whose_parent_was_killed_ends_by_itself(environment: dict[str, str]) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", "from safecity_console.core.child import run_child; run_child('child_alone', [], 50.0)"],
        env=environment)
    us = psutil.Process(parent.pid)
    until_s = time.monotonic() + 15.0
    children: list[psutil.Process] = []
    while not children and time.monotonic() < until_s:
        children = us.children()
        time.sleep(0.02)
    parent.kill()
    parent.wait(10)
    assert children, "the child never began"
    _gone, alive = psutil.wait_procs(children, timeout=20)
    assert alive == []
