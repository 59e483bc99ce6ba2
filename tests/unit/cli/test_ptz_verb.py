"""`ptz`: steering from the command line, by the same leases and audit as the window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from safecity_console.cli.main import main
from safecity_console.domain.access import RoleCode
from safecity_console.domain.ptz_plan import Patrol, PatrolStep
from tests.fakes.staffed import begin, deeds, enter, make, password_of
from tests.fakes.steered import Steered, add, console_of


def test_steering_from_the_command_line(data_folder: Path, capsys: pytest.CaptureFixture[str],
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    camera = Steered()
    camera.ignore_timeout = True
    with console_of(data_folder) as console:
        camera_id = add(console.services, 12, camera)
        console.services.presets.refresh(camera_id).result(5)
        console.services.patrols.put(Patrol(camera_id, 1, "Round", (PatrolStep(1, 3), PatrolStep(2, 3))))
        begin(console.services)
        make(console.services, "D-1", RoleCode.DUTY_OFFICER)
        make(console.services, "S-1", RoleCode.SUPERVISOR)
    monkeypatch.setenv("SAFECITY_PASSWORD", password_of("D-1").reveal())

    def ran(*words: str, badge: str = "D-1", status: int = 0) -> dict[str, Any]:
        monkeypatch.setenv("SAFECITY_PASSWORD", password_of(badge).reveal())
        assert main(["--data", str(data_folder), "--as", badge, "ptz", "12", *words, "--json"]) == status
        answered: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answered

    try:
        ran("move", "--pan", "0.5", "--seconds", "0.6")
        assert not camera.moving
        assert [one.operation for one in camera.notes][:1] == ["ContinuousMove"]
        assert camera.said("Stop")
        status = ran("status")
        assert status["position"]["pan"] > 0
        assert status["moving"] is False
        assert [one["number"] for one in status["presets"]] == [1, 2]
        assert status["held_by"] is None, "the verb gave it back"
        ran("goto", "0.4", "0", "0")
        ran("preset", "2")
        assert camera.said("GotoPreset")[-1].x[0] == "tok-b"
        ran("home")
        assert ran("save", "5", "Gate", status=1)["reason"] == "not_permitted"
        ran("save", "5", "Gate", badge="S-1")
        assert [one["number"] for one in ran("presets")["presets"]] == [1, 2, 5]
        before = len(camera.said("GotoPreset"))
        ran("patrol", "1", "--seconds", "1.5")
        assert len(camera.said("GotoPreset")) > before
        ran("stop")
        assert ran("preset", "77", status=1)["reason"] == "preset_unknown"
        with console_of(data_folder) as console:
            enter(console.services, "S-1")
            console.services.ptz.home(camera_id).result(5)
            assert ran("move", status=1)["reason"] == "ptz_no_way"
            assert ran("move", "--pan", "1", status=1)["reason"] == "ptz_held"
            assert ran("status")["held_by"]["badge"] == "S-1"
            rows = deeds(console.services, "ptz.take")
        assert {(row[1], row[2]) for row in rows} >= {("done", "D-1"), ("done", "S-1"), ("refused", "D-1")}
    finally:
        camera.close()
