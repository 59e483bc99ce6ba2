"""The desk as fixtures: one display for all tests of a run, one program at a time on it.

Belongs here: fixtures and keeping a picture of a failure. Does not belong here: the desk itself (desk.py).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.e2e.desk import ROOT, Display, Program, console, headless

TOOLS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "xprop", "import", "dbus-daemon")
Start = Callable[..., Program]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, object, object]:
    """Keep the screen of a failed test in out/e2e/."""
    report = yield
    display = getattr(item, "funcargs", {}).get("display")
    if call.when == "call" and call.excinfo is not None and isinstance(display, Display):
        display.picture(ROOT / "out" / "e2e" / (re.sub(r"\W+", "_", item.name) + ".png"))
    return report


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """Give a display of 1920×1080 with a window manager."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    assert not missing, f"`make setup-test` installs these: {missing}"
    with Display(tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture
def on_desk(display: Display, tmp_path: Path) -> Iterator[Start]:
    """Give a start of the real program in a real window: `on_desk("demo", "--data", ...)`; all are ended after."""
    started: list[Program] = []

    def start(*words: str, command: list[str] | None = None, extra: dict[str, str] | None = None) -> Program:
        environment = display.environment | (extra or {})
        folder = tmp_path / f"run{len(started)}"
        started.append(Program(command or console(*words), folder, environment, display))
        return started[-1]

    yield start
    for program in started:
        program.end()


@pytest.fixture
def off_desk(tmp_path: Path) -> Iterator[Start]:
    """Give a start of the real program with no display at all."""
    started: list[Program] = []

    def start(*words: str, extra: dict[str, str] | None = None) -> Program:
        environment = headless(tmp_path / "home") | (extra or {})
        started.append(Program(console(*words), tmp_path / f"headless{len(started)}", environment))
        return started[-1]

    yield start
    for program in started:
        program.end()
