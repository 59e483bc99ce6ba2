"""The demo as a visitor meets it: `make demo` opens the wall of thirty cameras, or says that there is no display.

The district's truth comes from the simulator (`state` of each camera in the JSON), the console's from its own history.
"""

from __future__ import annotations

import json
import re
import signal
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil
import pytest

from safecity_console.cli.demo_officers import SUPERVISOR_BADGE
from safecity_console.domain.access import RoleCode
from tests.e2e.conftest import Start
from tests.e2e.desk import ROOT, Program, rows, wait_for

LIVE = {"live", "late"}
OPEN_STATES = """SELECT camera.number AS number, state, layer, fault FROM camera_state
    JOIN camera ON camera.id = camera_state.camera_id WHERE to_at IS NULL AND camera.removed_at IS NULL"""


def states(data: Path) -> dict[int, dict[str, Any]]:
    """Give what the console's own history says of each camera now."""
    return {row["number"]: row for row in rows(data / "console.db", OPEN_STATES)}


def strip(program: Program) -> str:
    """Give all words on the screen but those painted in tiles, without the marks that isolate figures."""
    return re.sub("[\u2066-\u2069]", "", " | ".join(w.name for w in program.widgets() if w.role == "label"))


def wall_mode(data: Path) -> str:
    """Give which cameras the wall shows by the stored setting."""
    found = rows(data / "console.db", "SELECT value FROM setting WHERE key = 'wall.mode'")
    return str(json.loads(found[0]["value"])) if found else "all_places"


def wait_for_states(data: Path, live: set[int], dead: set[int], timeout_s: float) -> dict[int, dict[str, Any]]:
    """Wait until every camera that has a picture is up and every other one is down with a layer."""

    def settled() -> dict[int, dict[str, Any]]:
        seen = states(data)
        up = {n for n, row in seen.items() if row["state"] in LIVE}
        down = {n for n, row in seen.items() if row["state"] == "offline" and row["layer"]}
        return seen if up == live and down == dead else {}

    try:
        return wait_for(settled, "the states of the district", timeout_s, every_s=0.25)
    except AssertionError as never:
        raise AssertionError(f"{never}; the history says {states(data)}") from None


def served(program: Program, what: str = "cameras") -> list[dict[str, Any]]:
    """Wait for the JSON document of `demo --json` and give its cameras, or its officers."""

    def whole() -> list[dict[str, Any]]:
        if program.process.poll() is not None:
            raise AssertionError(f"ended with {program.process.returncode}: {program.stderr[-2000:]}")
        try:
            return list(json.loads(program.stdout)[what])
        except json.JSONDecodeError:
            return []

    return wait_for(whole, "the JSON document", 30.0)


def family(program: Program) -> list[psutil.Process]:
    """Give the program's process and all below it."""
    root = psutil.Process(program.process.pid)
    return [root, *root.children(recursive=True)]


def assert_secrets_kept(cameras: Iterable[dict[str, Any]], program: Program, data: Path) -> None:
    """No password of the district may stand in a log, the database, standard error or a process list."""
    passwords = [camera["password"] for camera in cameras if camera["password"]]
    passwords += [officer["password"] for officer in served(program, "officers")]
    assert passwords
    places = {"standard error": program.stderr.encode()}
    places |= {str(path): path.read_bytes() for path in data.rglob("*") if path.is_file()}
    places |= {f"command line of {p.pid}": " ".join(p.cmdline()).encode() for p in family(program)}
    leaks = [place for place, text in places.items() for password in passwords if password.encode() in text]
    assert not leaks, f"a camera's password stands in {leaks}"


def looks_alive(picture: np.ndarray[Any, Any]) -> bool:
    """Tell a screen full of things from an empty one: detail, and several colours."""
    return float(picture.std()) > 15.0 and len(np.unique(picture.reshape(-1, 3)[::97], axis=0)) > 200


@pytest.mark.crowd
def test_serving_only_prints_the_cameras_and_ends_when_told(off_desk: Start, data_folder: Path) -> None:
    program = off_desk("demo", "--serve-only", "--json", "--data", str(data_folder))
    cameras = served(program)
    assert len(cameras) == 30
    assert {"number", "name", "rtsp_url", "onvif_url", "user", "password", "state"} <= set(cameras[0])
    counted = [camera["state"] for camera in cameras]
    assert [counted.count(state) for state in ("live", "impaired", "dead")] == [6, 3, 21]
    officers = served(program, "officers")
    assert {officer["role"] for officer in officers} == {code.value for code in RoleCode}
    assert len({officer["password"] for officer in officers}) == len(officers)
    others = family(program)[1:]
    assert others, "the district is a process of its own"
    assert_secrets_kept(cameras, program, data_folder)

    program.process.send_signal(signal.SIGTERM)
    assert program.wait(10.0) == 0
    wait_for(lambda: not [p for p in others if p.is_running()], "the district to end with its parent", 10.0)
    program.said_nothing_wrong()


@pytest.mark.crowd
def test_the_district_dies_with_a_killed_parent(off_desk: Start, data_folder: Path) -> None:
    program = off_desk("demo", "--serve-only", "--json", "--data", str(data_folder))
    served(program)
    others = family(program)[1:]
    program.kill()
    wait_for(lambda: not [p for p in others if p.is_running()], "the district to end with its parent", 10.0)


@pytest.mark.crowd
def test_without_a_display_it_says_so_and_makes_a_picture(off_desk: Start, data_folder: Path) -> None:
    program = off_desk("demo", "--data", str(data_folder))
    assert program.wait(90.0) == 0, program.stderr[-3000:]
    assert "no display" in program.stdout
    (picture,) = program.folder.glob("*.png")
    assert str(picture) in program.stdout
    seen = cv2.imread(str(picture))
    assert seen is not None
    assert seen.shape == (1080, 1920, 3)
    assert looks_alive(seen)
    program.said_nothing_wrong()


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_an_evening_at_the_desk(on_desk: Start, data_folder: Path) -> None:
    """The demo in a window: six live, three impaired, 21 dead with their layers; keys; closing; a fresh start."""
    program = on_desk("demo", "--json", "--data", str(data_folder), "--as", SUPERVISOR_BADGE)
    window = program.window(timeout_s=30.0)
    assert program.display is not None
    program.activate(window)
    cameras = served(program)
    with_picture = {camera["number"] for camera in cameras if camera["state"] != "dead"}
    dead = {camera["number"] for camera in cameras if camera["state"] == "dead"}
    seen = wait_for_states(data_folder, with_picture, dead, 60.0)
    assert {seen[n]["layer"] for n in dead} >= {"name", "port", "login"}, seen
    assert looks_alive(program.display.picture())
    assert_secrets_kept(cameras, program, data_folder)
    program.display.picture(ROOT / "out" / "e2e" / "demo-all-places.png")
    program.keys("F5")
    wait_for(lambda: wall_mode(data_folder) == "what_works", "F5: what works")
    program.display.picture(ROOT / "out" / "e2e" / "demo-what-works.png")
    moving = program.display.picture()
    wait_for(lambda: np.any(program.display.picture() != moving) if program.display else True, "the wall to move")

    wait_for(lambda: "3 impaired" in strip(program), "the three impaired cameras to be noticed", 60.0, every_s=0.5)
    assert re.search(r"\b6 / 30\b", strip(program)), strip(program)
    assert "21 offline" in strip(program)
    program.display.picture(ROOT / "out" / "e2e" / "demo-impaired.png")

    others = family(program)[1:]
    program.close_window(window)
    asked_s = time.monotonic()
    assert program.wait(10.0) == 0
    assert time.monotonic() - asked_s < 5.0, "closing took too long"
    wait_for(lambda: not [p for p in others if p.is_running()], "the district to end", 5.0)
    program.said_nothing_wrong()
    assert not [row for row in states(data_folder).values() if row["state"] in LIVE], "a closed console watches nothing"
