"""`report transfer` and `report preserve`: papers of one incident from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from safecity_console.cli.main import main
from safecity_console.domain.access import RoleCode
from safecity_console.domain.incident import Category, IncidentDraft, Severity, Source
from tests.fakes.staffed import begin, deeds, enter, make, open_console, password_of


def test_papers_of_one_incident(data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                monkeypatch: pytest.MonkeyPatch) -> None:
    with open_console(data_folder) as console:
        begin(console.services)
        make(console.services, "D-1", RoleCode.DUTY_OFFICER)
        enter(console.services, "D-1")
        for kind in (Category.CYBER, Category.WOMEN_CHILDREN):
            console.services.incidents.enter(IncidentDraft("Fake ID", kind, Severity.S3, Source.CITIZEN))
    monkeypatch.setenv("SAFECITY_PASSWORD", password_of("D-1").reveal())
    out = tmp_path / "paper.pdf"
    transfer = ["transfer", "I-1", "--to", "nccia", "--reason", "theirs by law"]
    preserve = ["preserve", "1", "--what", "logins of May", "--provider", "a provider"]

    def said(*words: str, status: int = 0) -> object:
        code = main(["report", *words, "--out", str(out), "--data", str(data_folder), "--as", "D-1", "--json"])
        answered = json.loads(capsys.readouterr().out)
        assert code == status, answered
        return answered["pages"] if not status else answered["reason"]

    for words in (transfer, preserve):
        assert said(*words) == 1
        assert out.read_bytes().startswith(b"%PDF")
        out.unlink()
    assert said("preserve", "2", *preserve[2:], status=1) == "preserve_kind"
    assert said(*transfer, "--with-sealed", status=1) == "not_permitted"
    assert not out.exists()
    with open_console(data_folder) as console:
        assert [row[3]["paper"] for row in deeds(console.services, "print")] == ["transfer_sheet", "preserve_request"]
