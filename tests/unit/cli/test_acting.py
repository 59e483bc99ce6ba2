"""Who acts on the command line: nobody unasked, nobody in another's name, two where two are needed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from safecity_console.cli.main import main
from tests.fakes.staffed import deeds, open_console

ADMIN, HEAD = "nine grey geese", "ten tall trees"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb with passwords in its environment; gives the exit status and what it said."""

    def once(*words: str, password: str = ADMIN, second: str = "", new: str = "") -> tuple[int, str]:
        for name, value in {"PASSWORD": password, "SECOND_PASSWORD": second, "NEW_PASSWORD": new}.items():
            if value:
                monkeypatch.setenv(f"SAFECITY_{name}", value)
            else:
                monkeypatch.delenv(f"SAFECITY_{name}", raising=False)
        status = main([*words, "--data", str(data_folder), "--json"])
        said = capsys.readouterr()
        assert not any(secret and secret in said.out + said.err for secret in (password, second, new))
        return status, said.out

    return once


def reason(answer: tuple[int, str]) -> str:
    assert answer[0] == 1
    return str(json.loads(answer[1])["reason"])


ADD = ("camera", "add", "--number", "3", "--name", "Gate", "--url", "rtsp://192.0.2.3/a")


def test_once_officers_are_there_who_acts_must_be_said(run: Run, data_folder: Path, tmp_path: Path) -> None:
    assert run("officer", "begin", "mpr-1", "--name", "Admin", new=ADMIN)[0] == 0
    assert reason(run("officer", "begin", "mpr-2", "--name", "Other", new=ADMIN)) == "setup_done"
    csv = tmp_path / "list.csv"
    csv.write_text("number,name,main_url\n4,Park,rtsp://192.0.2.4/a\n")
    for words in (ADD, ("camera", "import", str(csv)), ("camera", "remove", "3"), ("camera", "export")):
        assert reason(run(*words)) == "say_who"
    assert reason(run(*ADD, "--as", "mpr-1", password="wrong wrong 1")) == "sign_in_wrong"
    assert run(*ADD, "--as", "mpr-1")[0] == 0
    for reading in (("camera", "list"), ("officer", "list"), ("check",)):
        assert run(*reading)[0] == 0
    with open_console(data_folder) as console:
        said = [(action, outcome, badge) for action, outcome, badge, _d in deeds(console.services)]
    assert said[-4:] == [("officer.sign_in", "refused", ""), ("officer.sign_in", "done", "MPR-1"),
                         ("camera.add", "done", "MPR-1"), ("officer.sign_out", "done", "MPR-1")]


def test_two_agree_and_whoever_was_given_a_password_changes_it_first(run: Run) -> None:
    run("officer", "begin", "mpr-1", "--name", "Admin", new=ADMIN)
    assert run("officer", "add", "ssp", "--name", "Head", "--role", "district_head", "--as", "mpr-1", new=HEAD)[0] == 0
    other = ("officer", "add", "mpr-2", "--name", "Two", "--role", "administrator", "--as", "mpr-1")
    agreed = ("--second", "ssp", "--reason", "a second shift")
    assert reason(run(*other, new=HEAD)) == "second_officer_needed"
    assert reason(run(*other, *agreed, second=HEAD, new=HEAD)) == "password_must_change"
    assert reason(run(*ADD, "--as", "ssp", password=HEAD)) == "password_must_change"
    assert run("officer", "password", "ssp", "--as", "ssp", password=HEAD, new="six slow snails")[0] == 0
    assert reason(run(*other, *agreed, second=HEAD, new=HEAD)) == "sign_in_wrong"
    assert run(*other, *agreed, second="six slow snails", new=HEAD)[0] == 0
    assert reason(run("officer", "deactivate", "nobody", "--as", "mpr-1")) == "officer_missing"
    status, text = run("officer", "list")
    officers: list[dict[str, Any]] = json.loads(text)["officers"]
    assert [(one["badge"], one["role"]) for one in officers] == [
        ("MPR-1", "administrator"), ("MPR-2", "administrator"), ("SSP", "district_head")]
    assert status == 0


def test_without_a_terminal_nobody_is_asked_in_the_open(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("officer", "begin", "mpr-1", "--name", "Admin", new=ADMIN)

    def no_terminal(*_given: object) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", no_terminal)
    assert reason(run(*ADD, "--as", "mpr-1", password="")) == "password_unasked"
