"""Two real screens: a wall sent to the second is there again after a power cut, a kiosk fills the one it is told.

Xvfb gives two screens of one name: what tells them apart is their geometry. No window manager serves the second, which
is the harder case: nobody places the window but the program.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from safecity_console.cli.demo_officers import SUPERVISOR_BADGE
from tests.e2e.conftest import TOOLS
from tests.e2e.desk import Display, Program, console, rows, wait_for

SECOND = (1280, 720)


@pytest.fixture
def two_screens(tmp_path: Path) -> Iterator[Display]:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    assert not missing, f"`make setup-test` installs these: {missing}"
    with Display(tmp_path / "desk", "1920x1080", "1280x720") as made:
        yield made


def on_second(display: Display, program: Program) -> tuple[int, ...]:
    """Give x, y, width and height of the program's window on the second screen; empty where there is none."""
    second = f"DISPLAY={display.environment['DISPLAY']}.1"
    pid = str(program.process.pid)
    for window in display.ask("env", second, "xdotool", "search", "--all", "--onlyvisible", "--pid", pid,
                              "--name", "SafeCity").split():
        said = dict(re.findall(r"(\w+)=(-?\d+)", display.ask("env", second, "xdotool", "getwindowgeometry", "--shell",
                                                             window)))
        if said.get("SCREEN") == "1":
            return tuple(int(said[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
    return ()


def video_share(display: Display) -> float:
    """Give the share of the second screen that is brighter than the ground behind video."""
    return float(np.mean(display.picture(screen=1).max(axis=2) > 40))


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_a_sent_wall_stands_where_it_stood_after_a_power_cut(two_screens: Display, data_folder: Path,
                                                             tmp_path: Path) -> None:
    password: list[str] = []  # the demo's own; the console after it asks for it

    def start(name: str, *words: str) -> Program:
        environment = two_screens.environment | ({"SAFECITY_PASSWORD": password[0]} if password else {})
        return Program(console(*words, "--data", str(data_folder), "--as", SUPERVISOR_BADGE), tmp_path / name,
                       environment, two_screens)

    database = data_folder / "console.db"
    first = start("first", "demo", "--cameras", "4", "--json")
    try:
        window = first.window("^SafeCity Console$", 60.0)
        officers = json.loads(first.stdout)["officers"]
        password += [one["password"] for one in officers if one["badge"] == SUPERVISOR_BADGE]
        first.activate(window)
        wait_for(lambda: rows(database, "SELECT 1 FROM wall WHERE role = 'current'"), "the wall to be kept")
        assert on_second(two_screens, first) == ()
        first.keys("shift+F11")
        wait_for(lambda: on_second(two_screens, first), "a window on the second screen")
        assert on_second(two_screens, first) == (0, 0, *SECOND)
        wait_for(lambda: video_share(two_screens) > 0.2, "video on the second screen", 30.0)
        (kept,) = rows(database, "SELECT place, screen FROM screen_window")
        first.kill()
        first.said_nothing_wrong()
    finally:
        first.end()
    assert json.loads(kept["screen"])["box"] == [0, 0, *SECOND]

    again = start("again")
    try:
        again.window("^SafeCity Console$", 60.0)
        wait_for(lambda: on_second(two_screens, again) == (0, 0, *SECOND), "the wall where it stood", 20.0)
        tiles = {row["place"]: row["tiles"] for row in rows(database, "SELECT place, tiles FROM wall")}
        assert tiles[kept["place"]] == tiles["main"]
        again.process.terminate()
        assert again.wait(10.0) == 0
        again.said_nothing_wrong()
    finally:
        again.end()

    safe = start("safe", "--safe")
    try:
        safe.window("^SafeCity Console$", 60.0)
        safe.find("label", "^Safe start$", 15.0)
        assert on_second(two_screens, safe) == ()
        assert [row["place"] for row in rows(database, "SELECT place FROM screen_window")] == [kept["place"]]
    finally:
        safe.end()


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_kiosk_fills_the_second_screen_and_ends_when_the_system_says_so(two_screens: Display, data_folder: Path,
                                                          tmp_path: Path) -> None:
    kiosk = Program(console("--data", str(data_folder), "--kiosk", "--screen", "2"), tmp_path / "kiosk",
                    two_screens.environment, two_screens)
    try:
        wait_for(lambda: on_second(two_screens, kiosk) == (0, 0, *SECOND), "the kiosk on the second screen", 60.0)
        kiosk.process.terminate()
        assert kiosk.wait(10.0) == 0, "who ends the process is not asked"
        kiosk.said_nothing_wrong()
    finally:
        kiosk.end()
