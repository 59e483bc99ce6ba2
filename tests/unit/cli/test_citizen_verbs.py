"""`contact` and `watch` for an officer who signs in for one verb."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from safecity_console.cli.main import main
from safecity_console.domain.access import RoleCode
from safecity_console.simulator.placards import person
from tests.fakes.staffed import begin, make, open_console, password_of


def run(capsys: pytest.CaptureFixture[str], folder: Path, badge: str, *words: str) -> tuple[int, Any]:
    """Run a verb as an officer; gives its status and its document."""
    verb = words if not badge else (*words, "--as", badge)
    status = main(["--data", str(folder), *verb, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_contacts_and_notices_from_the_command_line(data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    with open_console(data_folder) as console:
        begin(console.services)
        make(console.services, "S-1", RoleCode.SUPERVISOR)
        make(console.services, "T-1", RoleCode.TECHNICIAN)
    face, letter = tmp_path / "face.png", tmp_path / "letter.txt"
    face.write_bytes(person((9, 9, 90)))
    letter.write_text("no picture")
    monkeypatch.setenv("SAFECITY_PASSWORD", password_of("S-1").reveal())
    add = ("contact", "add", "--kind", "elder", "--name", "Haji", "--name-ur", "حاجی", "--phone", "0300-1234567")
    status, said = run(capsys, data_folder, "S-1", *add)
    assert (status, said["contacts"][0]["name"]) == (0, "Haji")
    assert run(capsys, data_folder, "S-1", "contact", "list", "حاجی")[1]["contacts"][0]["phones"] == ["0300-1234567"]
    post = ("watch", "add", "--kind", "vehicle", "--title", "Car", "--issued-by", "SHO")
    assert run(capsys, data_folder, "S-1", *post)[1]["reason"] == "watch_plate_missing"
    for more, reason in ((("--days", "999999999"), "watch_expiry"), (("--picture", str(letter)), "picture_kind")):
        assert run(capsys, data_folder, "S-1", *post, "--plate", "A 1", *more)[1]["reason"] == reason
    status, said = run(capsys, data_folder, "S-1", *post, "--plate", "AJK-4471", "--picture", str(face))
    assert (status, said["notices"][0]["number"], said["notices"][0]["has_picture"]) == (0, "W-001", True)
    status, said = run(capsys, data_folder, "S-1", "watch", "seen", "W-001", "--minutes-ago", "5", "--note", "gate")
    assert (status, said["notices"][0]["seen"]) == (0, 1)
    assert run(capsys, data_folder, "S-1", "watch", "seen", "1", "--camera", "7")[1]["reason"] == "camera_missing"
    assert run(capsys, data_folder, "S-1", "watch", "list", "ajk447i")[1]["notices"][0]["plate"] == "AJK-4471"
    assert run(capsys, data_folder, "S-1", "watch", "withdraw", "1", "--reason", "x")[1]["reason"] == "reason_missing"
    assert run(capsys, data_folder, "S-1", "watch", "found", "1", "--reason", "at the bridge")[0] == 0
    assert run(capsys, data_folder, "S-1", "watch", "list")[1]["notices"] == []
    assert run(capsys, data_folder, "S-1", "watch", "list", "--all")[1]["notices"][0]["state"] == "found"
    assert run(capsys, data_folder, "", "watch", "list")[1]["reason"] == "say_who"
    monkeypatch.setenv("SAFECITY_PASSWORD", password_of("T-1").reveal())
    for verb in ("contact", "watch"):
        assert run(capsys, data_folder, "T-1", verb, "list")[1]["reason"] == "not_permitted"
