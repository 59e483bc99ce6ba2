"""`shift`: duty, log and checks from the command line, for the officer of `--as`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from safecity_console.cli.main import main
from tests.fakes.duty import WORD, DutyRoom


def test_duty_log_and_checks(data_folder: Path, capsys: pytest.CaptureFixture[str],
                             monkeypatch: pytest.MonkeyPatch) -> None:
    DutyRoom(data_folder).console.close()
    monkeypatch.setenv("SAFECITY_PASSWORD", WORD.reveal())
    data, as_a1 = ["--data", str(data_folder), "--json"], ["--as", "A1"]

    def said(*words: str) -> dict[str, object]:
        assert main(["shift", *words, *data]) == 0
        answered: dict[str, object] = json.loads(capsys.readouterr().out)
        return answered

    assert said("show") == {"shift": None}
    assert said("take", "--shift", "B", *as_a1)["shift"]["badge"] == "A1"  # type: ignore[index]
    lines = said("log", "generator tested", *as_a1)["lines"]
    assert [one["text"] for one in lines] == ["", "generator tested"]  # type: ignore[attr-defined]
    assert len(said("checks", *as_a1)["checks"]) >= 6  # type: ignore[arg-type]
    for wrong in (["take", *as_a1], ["log", "x", "--at", "yesterday", *as_a1], ["log", "x", "--as", "T1"]):
        assert main(["shift", *wrong, *data]) == 1
        capsys.readouterr()
