"""`camera discover` and `camera add --onvif`: JSON, exit codes, no password in sight."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from safecity_console.cli.main import main
from tests.fakes.onvif_server import PASSWORD, USER, OnvifServer, StrictDevice, whole_device


def test_a_device_is_discovered_added_and_known_afterwards(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with OnvifServer(StrictDevice(whole_device(), token=True)) as server:
        where = f"127.0.0.1:{server.port}"
        look = ["camera", "discover", "--no-multicast", "--range", "127.0.0.1", "--port", str(server.port), "--json",
                "--data", str(tmp_path)]
        assert main(look) == 0
        (one,) = json.loads(capsys.readouterr().out)["devices"]
        assert (one["onvif"], one["camera"]) == (where, None)
        add = ["camera", "add", "--number", "4", "--name", "Gate", "--onvif", where, "--user", USER, "--password-stdin",
               "--json", "--data", str(tmp_path)]
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        assert main(add) == 0
        said = capsys.readouterr()
        document = json.loads(said.out)
        assert document["cameras"][0]["main_url"] == "rtsp://127.0.0.1/live/main"
        assert (document["device"]["login"], document["device"]["calls"] <= 10) == ("token", True)
        assert PASSWORD not in said.out + said.err
        assert main(look) == 0
        assert json.loads(capsys.readouterr().out)["devices"][0]["camera"] == 4
        monkeypatch.setattr("sys.stdin", io.StringIO("wrong\n"))
        assert main([*add[:3], "5", *add[4:]]) == 1
        said = capsys.readouterr()
        assert json.loads(said.out)["reason"] == "onvif_wrong_password"
        assert "refused user and password" in said.err


@pytest.mark.parametrize(("range_", "reason"), [("10.0.0.0/8", "range_too_large"), ("here", "range_unreadable")])
def test_a_range_that_will_not_do_is_refused(range_: str, reason: str, tmp_path: Path,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["camera", "discover", "--range", range_, "--no-multicast", "--json", "--data", str(tmp_path)]) == 1
    assert json.loads(capsys.readouterr().out)["reason"] == reason
