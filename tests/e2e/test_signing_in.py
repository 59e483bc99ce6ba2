"""Signing in at the real window, by keyboard alone: the first administrator, then sign in, lock, unlock, sign out.

What was done is read from the audit of the data folder.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.desk import OFFICER, OFFICER_PASSWORD, Program, begin_officers, rows, wait_for

WRONG = "nine grey ducks"


def told(data: Path, action: str) -> list[tuple[str, str]]:
    """Give badge and outcome of the audit's rows of an action, oldest first."""
    bodies = [json.loads(row["body"]) for row in rows(
        data / "console.db", "SELECT body FROM audit WHERE action = ? ORDER BY n", action)]
    return [(body["badge"], body["outcome"]) for body in bodies]


def at(program: Program, name: str) -> None:
    """Wait until a field of this name has the keyboard."""
    wait_for(lambda: any(w.name == name and "focused" in w.states for w in program.widgets()),
             f"{name!r} to have the keyboard", every_s=0.2)


def tab_to(program: Program, name: str) -> None:
    """Press Tab until a field has the keyboard."""
    for _ in range(6):
        program.keys("Tab", pause_s=0.3)
        if any(w.name == name and "focused" in w.states for w in program.widgets()):
            return
    raise AssertionError(f"Tab never reached {name!r}")


def close_in_order(program: Program, window: str) -> None:
    """Close the window and hold the program to an orderly end."""
    program.close_window(window)
    assert program.wait(10.0) == 0, program.stderr[-3000:]
    program.said_nothing_wrong()
    assert OFFICER_PASSWORD not in program.stderr


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_an_officer_signs_in_locks_unlocks_and_signs_out(on_desk: Start, data_folder: Path, tmp_path: Path) -> None:
    begin_officers(data_folder, tmp_path / "home")
    program = on_desk("--data", str(data_folder))
    window = program.window()
    program.activate(window)
    at(program, "Badge")
    program.type(OFFICER.lower())
    program.keys("Return")
    at(program, "Password")
    program.type(WRONG)
    program.keys("Return")
    wait_for(lambda: ("", "refused") in told(data_folder, "officer.sign_in") or (OFFICER, "refused") in told(
        data_folder, "officer.sign_in"), "the wrong password to stand in the audit")
    at(program, "Password")
    program.type(OFFICER_PASSWORD)
    program.keys("Return")
    program.find("push button", "^Add a camera$")
    assert told(data_folder, "officer.sign_in")[-1] == (OFFICER, "done")

    program.keys("F12")
    at(program, "Password")
    assert not [w for w in program.widgets() if w.name == "Add a camera"], "a locked desk shows nothing"
    assert told(data_folder, "console.lock") == [(OFFICER, "done")]
    program.type(OFFICER_PASSWORD)
    program.keys("Return")
    program.find("push button", "^Add a camera$")
    assert told(data_folder, "console.unlock") == [(OFFICER, "done")]

    program.keys("ctrl+F12")
    at(program, "Badge")
    assert told(data_folder, "officer.sign_out") == [(OFFICER, "done")]
    close_in_order(program, window)


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_the_first_administrator_is_made_by_keyboard(on_desk: Start, data_folder: Path) -> None:
    program = on_desk("--data", str(data_folder))
    window = program.window()
    program.activate(window)
    at(program, "Badge")
    program.type(OFFICER)
    tab_to(program, "Name")
    program.type("Adeel Qureshi")
    tab_to(program, "New password")
    program.type(OFFICER_PASSWORD)
    program.keys("Return")  # not yet: the password is asked for twice
    assert told(data_folder, "officer.sign_in") == []
    tab_to(program, "The password once more")
    program.type(OFFICER_PASSWORD)
    program.keys("Return")
    program.find("push button", "^Add a camera$")
    assert told(data_folder, "officer.sign_in") == [(OFFICER, "done")]
    kept = rows(data_folder / "console.db", "SELECT badge, name FROM officer")
    assert kept == [{"badge": OFFICER, "name": "Adeel Qureshi"}]
    close_in_order(program, window)
