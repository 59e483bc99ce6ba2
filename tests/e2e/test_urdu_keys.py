"""Keys by their place under a real Urdu keyboard layout, and the number pad with NumLock off.

The layout is the display's own (setxkbmap), the keys are pressed by key code, as a keyboard sends them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from safecity_console.core.clock import SystemClock
from safecity_console.db.door import Door
from safecity_console.db.keys import put_keys
from tests.e2e.conftest import Start
from tests.e2e.desk import AS, Display, Program, begin_officers, console, headless, rows, wait_for

# X key codes: the places of the letters on every keyboard, and of the number pad.
A, B, K, N = 38, 56, 45, 57
PAD_2, PAD_ENTER = 88, 104
NAMES = {1: "Chowk Shaheedan", 2: "Press Club", 3: "Bank Square"}


@pytest.fixture
def urdu(display: Display) -> Iterator[None]:
    display.ask("setxkbmap", "pk")
    assert "pk" in display.ask("setxkbmap", "-query")
    yield
    display.ask("setxkbmap", "us")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a registry of three cameras nobody serves, and the letter B as a second key of "next layout"."""
    folder = tmp_path_factory.mktemp("known")
    data = folder / "data"
    for number, name in NAMES.items():
        words = ["camera", "add", "--number", str(number), "--name", name, "--url", f"rtsp://127.0.0.1:9/{number}"]
        subprocess.run(console(*words, "--data", str(data)), check=True, capture_output=True, timeout=60,
                       stdin=subprocess.DEVNULL, env=headless(folder / "home"))
    door = Door(data / "console.db", SystemClock())
    door.start()
    door.write(lambda tx: put_keys(tx, {"wall.next_layout": ("F8", "B")}))
    door.stop()
    begin_officers(data, folder / "home")
    return data


@pytest.fixture
def filled(known: Path, data_folder: Path) -> Path:
    return Path(shutil.copytree(known, data_folder))


def press(program: Program, *codes: object) -> None:
    program.keys(*(str(code) for code in codes), pause_s=0.1)


def first_tile(data: Path) -> int | None:
    """Give the number of the camera in the first tile, as the database has it."""
    found = rows(data / "console.db", "SELECT tiles FROM wall WHERE role = 'current'")
    tile = json.loads(found[0]["tiles"])[0] if found else None
    numbers = rows(data / "console.db", "SELECT number FROM camera WHERE id = ?", tile)
    return numbers[0]["number"] if numbers else None


def layout(data: Path) -> str:
    found = rows(data / "console.db", "SELECT layout FROM wall WHERE role = 'current'")
    return str(found[0]["layout"]) if found else ""


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.usefixtures("urdu")
def test_letters_work_by_their_place_under_the_urdu_layout(on_desk: Start, filled: Path) -> None:
    program = on_desk("--data", str(filled), *AS)
    window = program.window()
    program.activate(window)
    wait_for(lambda: layout(filled), "the wall to be kept")
    before = layout(filled)
    press(program, B)
    wait_for(lambda: layout(filled) != before, "the bare letter B to change the layout")
    press(program, f"ctrl+{K}")
    program.find("text", "Find anything")
    press(program, B, A, N, K)
    press(program, "Return")
    wait_for(lambda: first_tile(filled) == 3, "the camera whose name the places of the keys spell")
    program.close_window(window)
    assert program.wait(15) == 0
    program.said_nothing_wrong()


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.usefixtures("urdu")
def test_the_number_pad_calls_cameras_with_numlock_off(on_desk: Start, filled: Path) -> None:
    program = on_desk("--data", str(filled), *AS)
    window = program.window()
    program.activate(window)
    wait_for(lambda: first_tile(filled) == 1, "the wall to be kept")
    press(program, PAD_2, PAD_ENTER)
    wait_for(lambda: first_tile(filled) == 2, "camera 2 in the first tile")
    program.close_window(window)
    assert program.wait(15) == 0
    program.said_nothing_wrong()
