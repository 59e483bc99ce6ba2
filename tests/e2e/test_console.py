"""The console in an officer's hands: first run, adding a camera by keyboard alone, keys of the wall, a power cut.

The cameras are a real simulated district in a process of its own; what the console did is read from its database.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import Start
from tests.e2e.desk import AS, Program, begin_officers, console, end, headless, rows, wait_for

NUMBERS = {1, 2, 3, 5}
ADDRESS, USER, PASSWORD = "Address of the full picture", "User", "Password"


@pytest.fixture(scope="module")
def cameras(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, Any]]]:
    """Serve Mirpur in a process of its own; give the rows of its first four healthy cameras: 1, 2, 3 and 5."""
    district = subprocess.Popen(
        [sys.executable, "-m", "safecity_console.simulator", "--json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=headless(tmp_path_factory.mktemp("district")),
    )  # fmt: skip
    assert district.stdin is not None
    assert district.stdout is not None
    try:
        served = json.loads(district.stdout.readline())["cameras"]
        yield [camera for camera in served if camera["expected"] == "live"][:4]
    finally:
        district.stdin.close()
        district.stdout.close()
        end(district)


@pytest.fixture(scope="module")
def known(cameras: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder that knows the four cameras, filled by the command line; not for use but to be copied."""
    folder = tmp_path_factory.mktemp("known")
    for camera in cameras:
        words = ["camera", "add", "--number", str(camera["number"]), "--name", camera["name"], "--user", camera["user"]]
        words += ["--url", camera["main_url"], "--sub-url", camera["sub_url"], "--password-stdin"]
        subprocess.run(
            console(*words, "--data", str(folder / "data")), input=camera["password"] + "\n", text=True, check=True,
            capture_output=True, timeout=60, env=headless(folder / "home"),
        )  # fmt: skip
    begin_officers(folder / "data", folder / "home")
    return folder / "data"


@pytest.fixture
def filled(known: Path, data_folder: Path) -> Path:
    """Give a data folder of the test's own that knows the four cameras."""
    return Path(shutil.copytree(known, data_folder))


def live(data: Path) -> set[int]:
    """Give the numbers of the cameras whose history says live now."""
    query = """SELECT camera.number AS number FROM camera_state JOIN camera ON camera.id = camera_state.camera_id
        WHERE to_at IS NULL AND state IN ('live', 'late')"""
    return {row["number"] for row in rows(data / "console.db", query)}


def wall(data: Path) -> dict[str, Any]:
    """Give the wall on screen as the database has it: layout and camera ids by tile."""
    found = rows(data / "console.db", "SELECT layout, tiles FROM wall WHERE role = 'current'")
    return {"layout": found[0]["layout"], "tiles": json.loads(found[0]["tiles"])} if found else {}


def focused(program: Program) -> str:
    """Give the accessible name of what has the keyboard: the innermost, for a page passes its focus on."""
    names = [w.name for w in program.widgets() if "focused" in w.states and w.name]
    return names[-1] if names else ""


def tab_to(program: Program, name: str) -> None:
    """Press Tab until a field has the keyboard: what cannot be reached so cannot be used without a mouse."""
    met = []
    for _ in range(25):
        met.append(wait_for(lambda: focused(program), "anything to have the keyboard"))
        if met[-1] == name:
            return
        program.keys("Tab")
    raise AssertionError(f"Tab never reached {name!r}, only {met}")


def full_screen(program: Program, window: str) -> bool:
    """Tell whether the window manager shows the window full-screen."""
    assert program.display is not None
    return "_NET_WM_STATE_FULLSCREEN" in program.display.ask("xprop", "-id", window, "_NET_WM_STATE")


def close_in_order(program: Program, window: str) -> None:
    """Close the window and hold the program to an orderly end."""
    program.close_window(window)
    assert program.wait(5.0) == 0, program.stderr[-3000:]
    program.said_nothing_wrong()


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_a_new_user_adds_a_camera_by_keyboard(on_desk: Start, data_folder: Path, cameras: list[dict[str, Any]],
                                              tmp_path: Path) -> None:
    camera = cameras[0]
    begin_officers(data_folder, tmp_path / "home")
    program = on_desk("--data", str(data_folder), *AS)
    window = program.window()
    program.activate(window)
    program.find("push button", "^Add a camera$")
    wait_for(lambda: focused(program) == "Add a camera", "the first choice to have the keyboard")
    program.keys("Return")
    dialog = program.window("^Add a camera")
    program.activate(dialog)
    program.find("dialog", "Add a camera")

    program.type("Chowk Shaheedan")
    tab_to(program, ADDRESS)
    program.type(camera["main_url"])
    tab_to(program, USER)
    program.type(camera["user"])
    tab_to(program, PASSWORD)
    program.type(camera["password"])
    program.keys("Return")

    number = wait_for(lambda: live(data_folder), "the new camera to be live", 20.0)
    assert number == {1}
    assert camera["password"] not in program.stderr
    close_in_order(program, window)


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_keys_of_the_wall_and_a_power_cut(on_desk: Start, filled: Path, cameras: list[dict[str, Any]]) -> None:
    program = on_desk("--data", str(filled), *AS)
    window = program.window()
    program.activate(window)
    wait_for(lambda: live(filled) == NUMBERS, "four live cameras", 20.0)

    before = wall(filled)
    program.keys("F8")
    after = wait_for(lambda: wall(filled) if wall(filled).get("layout") != before.get("layout") else {}, "F8's layout")
    assert not full_screen(program, window)
    program.keys("F11")
    wait_for(lambda: full_screen(program, window), "F11: full screen")
    program.keys("F11")
    wait_for(lambda: not full_screen(program, window), "F11 again: a window")

    fifth = rows(filled / "console.db", "SELECT id FROM camera WHERE number = 5")[0]["id"]
    program.keys("3", "slash", "5", "Return")
    called = wait_for(
        lambda: wall(filled) if fifth in json.dumps(wall(filled)["tiles"]) and wall(filled) != after else {},
        "camera 5 in the third tile",
    )

    program.kill()
    again = on_desk("--data", str(filled), *AS)
    window = again.window()
    again.activate(window)
    wait_for(lambda: live(filled) == NUMBERS, "four live cameras after the power cut", 20.0)
    assert wall(filled) == called, "the wall stands as it stood"
    close_in_order(again, window)


@pytest.mark.slow
def test_a_second_console_on_the_same_folder_says_why_not(on_desk: Start, filled: Path) -> None:
    first = on_desk("--data", str(filled), *AS)
    window = first.window()
    second = on_desk("--data", str(filled), *AS)
    box = second.window()
    assert any("already" in w.name or "already" in w.text for w in second.widgets())
    second.activate(box)
    second.keys("Return")
    assert second.wait(10.0) == 1
    second.said_nothing_wrong()
    close_in_order(first, window)


def test_the_window_is_there_within_two_seconds(on_desk: Start, data_folder: Path) -> None:
    """Warm: a first start has loaded the libraries from disk."""
    taken_s = []
    for _ in range(3):
        program = on_desk("--data", str(data_folder))
        window = program.window()
        taken_s.append(round(program.age_s, 2))
        close_in_order(program, window)
    assert min(taken_s) <= 2.0, f"seconds from process start to a window: {taken_s}"


HANDLED = {
    "push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "spin button",
    "slider", "list", "table", "tree table", "menu item", "page tab",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_everything_an_officer_can_use_has_a_name(on_desk: Start, filled: Path) -> None:
    """Walk the pages and the camera dialog as a screen reader does: also an icon must say what it is."""
    program = on_desk("--data", str(filled), *AS)
    window = program.window()
    program.activate(window)
    nameless = []
    for place, keys in {"wall": "ctrl+1", "settings": "ctrl+9", "cameras": "ctrl+2", "dialog": "ctrl+Insert"}.items():
        before = {w.name for w in program.widgets()}
        program.keys(keys)
        if place != "wall":
            wait_for(lambda seen=before: {w.name for w in program.widgets()} != seen, f"the {place} to open")
        met = [w for w in program.widgets() if w.role in HANDLED]
        assert met, f"nothing to use on: {place}"
        nameless += [f"{place}: {w.role} at {w.x},{w.y} {w.width}x{w.height}" for w in met if not w.name.strip()]
    assert not nameless
    program.keys("Escape")
    close_in_order(program, window)


@pytest.mark.slow
def test_sigterm_closes_in_order(on_desk: Start, filled: Path) -> None:
    program = on_desk("--data", str(filled), *AS)
    program.window()
    wait_for(lambda: live(filled) == NUMBERS, "four live cameras", 20.0)
    program.process.terminate()
    assert program.wait(5.0) == 0
    program.said_nothing_wrong()
    assert not live(filled)
