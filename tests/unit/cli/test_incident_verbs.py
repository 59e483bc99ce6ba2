"""`incident …` from the command line: one afternoon worked with verbs alone; the demo's own afternoon."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from safecity_console.cli.demo_incidents import BEFORE, UNITS, live_demo_afternoon, put_demo_units
from safecity_console.cli.main import main
from safecity_console.core.clock import ManualClock
from safecity_console.core.paths import data_paths
from safecity_console.domain.access import RoleCode
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.incident import Category, Filter
from safecity_console.domain.unit import Unit
from safecity_console.services.check import check_data
from tests.fakes.chain import flaws
from tests.fakes.staffed import begin, enter, make, open_console, password_of


@pytest.fixture
def folder(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with open_console(data_folder) as console:
        begin(console.services)
        ssp = make(console.services, "SSP", RoleCode.DISTRICT_HEAD)
        make(console.services, "D-1", RoleCode.DUTY_OFFICER, reports_to=ssp.id)
        console.services.cameras.add(CameraDraft(1, "Chowk", "rtsp://192.0.2.1/"))
        console.services.units.put(Unit("", "Patrol 4", call_sign="M-4"))
    monkeypatch.setenv("SAFECITY_PASSWORD", password_of("D-1").reveal())
    return data_folder


def said(capsys: pytest.CaptureFixture[str], folder: Path, *words: str, status: int = 0) -> Any:
    code = main(["incident", *words, "--data", str(folder), "--as", "D-1", "--json"])
    out = capsys.readouterr().out
    assert code == status, out
    return json.loads(out)


def test_an_incident_is_worked_with_verbs_alone(folder: Path, capsys: pytest.CaptureFixture[str],
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    new = said(capsys, folder, "new", "--what", "لڑائی", "--category", "person", "--severity", "S1", "--camera", "1",
               "--caller-name", "Akram", "--note", "six men", "--at", "2026-01-05T10:00")["incidents"][0]
    assert (new["label"], new["event_at"], new["state"]) == ("I-1", "2026-01-05T05:00:00+00:00", "new")
    listed = said(capsys, folder, "list", "لڑائی", "--open", "--severity", "S1", "--camera", "1")["incidents"]
    assert [one["label"] for one in listed] == ["I-1"]
    said(capsys, folder, "note", "I-1", "a second note")
    assert said(capsys, folder, "units", "1", "--tell", "m-4")["incidents"][0]["units"][0]["name"] == "Patrol 4"
    assert said(capsys, folder, "units", "1", "--on-scene", "patrol 4")["incidents"][0]["state"] == "on_scene"
    said(capsys, folder, "units", "1", "--clear", "Patrol 4")
    assert said(capsys, folder, "hold", "1", "--until", "soon", "--reason", "waiting", status=1)["reason"] \
        == "time_unreadable"
    assert said(capsys, folder, "call-back", "1", "--note", "he is well")["incidents"][0]["called_back_at"]
    assert said(capsys, folder, "step", "1", "resolved", status=1)["reason"] == "incident_steps_open"
    shown = said(capsys, folder, "show", new["number"])["incidents"][0]
    assert [event["kind"] for event in shown["events"]][:3] == ["entered", "camera_linked", "clip_locked"]
    assert said(capsys, folder, "hoax", "I-1")["incidents"][0]["state"] == "hoax"
    assert said(capsys, folder, "hoax", "I-1", status=1)["reason"] == "incident_already"
    assert said(capsys, folder, "show", "77", status=1)["reason"] == "incident_missing"
    sealed = said(capsys, folder, "new", "--what", "harassment", "--category", "women_children", "--severity", "S2",
                  "--caller-name", "Saadia")["incidents"][0]
    assert "caller_name" not in sealed
    assert main(["incident", "list", "--data", str(folder), "--as", "D-1"]) == 0
    assert "harassment" in capsys.readouterr().out
    assert main(["incident", "list", "--data", str(folder)]) == 1, "nobody said who he is"
    monkeypatch.setenv("SAFECITY_PASSWORD", password_of("SSP").reveal())
    assert main(["incident", "list", "--data", str(folder), "--as", "SSP"]) == 0
    assert "harassment" in capsys.readouterr().out, "what another entered is listed too"


def test_the_demos_afternoon_is_a_true_one(data_folder: Path) -> None:
    clock = ManualClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
    with open_console(data_folder, clock) as console:
        services = console.services
        for number in range(1, 16):
            services.cameras.add(CameraDraft(number, f"Camera {number}", f"rtsp://192.0.2.{number}/", site="City"))
        put_demo_units(services)
        begin(services)
        make(services, "D-1", RoleCode.DUTY_OFFICER)
        enter(services, "D-1")
        live_demo_afternoon(services, clock, frozenset({4, 7}))
        assert clock.now() == datetime(2026, 11, 23, 9, tzinfo=UTC) + BEFORE
        found = services.incidents.find(Filter())
        assert len(found) == 12
        assert {one.category for one in found} >= {Category.WOMEN_CHILDREN, Category.MISCONDUCT, Category.CYBER}
        assert len({one.state for one in found}) >= 8
        assert len(services.units.units()) == len(UNITS)
        cameras = services.incidents.detail(services.incidents.by_label("9").id).cameras
        assert sum(one.down for one in cameras) == 2
        enter(services, "ADM-1")
        assert flaws(services.paths.database) == ()
    assert check_data(data_paths(data_folder), deep=True, use_keyring=False) == ()
