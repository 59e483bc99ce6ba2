"""Places by themselves: who may, what fits, who hears, and what keeps one from going."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from safecity_console.domain.access import RoleCode
from safecity_console.domain.camera import CameraDraft, Site
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Category, IncidentDraft, Severity, Source
from safecity_console.services.console import ConsoleServices
from safecity_console.services.events import CamerasChanged
from tests.fakes.staffed import begin, deeds, enter, make, open_console


@pytest.fixture
def services(data_folder: Path) -> Iterator[ConsoleServices]:
    with open_console(data_folder) as console:
        made = console.services
        made.cameras.add(CameraDraft(1, "Gate", "rtsp://192.0.2.1/", site="Chowk", latitude=33.1, longitude=73.7))
        begin(made)
        make(made, "D-1", RoleCode.DUTY_OFFICER)
        yield made


def _code(services: ConsoleServices, site: Site) -> str:
    with pytest.raises(Refused) as met:
        services.places.put(site)
    return met.value.code


def test_a_place_is_kept_told_and_audited_or_refused_in_words(services: ConsoleServices) -> None:
    heard: list[CamerasChanged] = []
    services.bus.subscribe(CamerasChanged, heard.append)
    chowk = services.places.places()[0]
    kept = services.places.put(replace(chowk, name=" Chowk\nShaheedan\u202e ", name_ur="چوک شہیداں", latitude=33.2))
    camera = services.cameras.cameras()[0]
    assert (kept.name, kept.name_ur, kept.latitude) == ("Chowk Shaheedan", "چوک شہیداں", 33.2)
    assert camera.site_name == "Chowk Shaheedan"
    assert heard == [CamerasChanged(changed=frozenset({camera.id}))], "its streams need no new login"
    stand = services.places.put(Site("", "Bus stand"))
    assert [one.name for one in services.places.places()] == ["Bus stand", "Chowk Shaheedan"]
    wrong = {"place_name": Site("", " \u200f\n"), "place_half": Site("", "X", latitude=1.0),
             "place_range": Site("", "X", latitude=float("nan"), longitude=0.0),
             "place_taken": Site("", "BUS STAND"), "changed_meanwhile": chowk,
             "place_missing": Site("0" * 36, "X")}
    assert {code: _code(services, site) for code, site in wrong.items()} == {code: code for code in wrong}
    services.places.remove(stand.id)
    told = [(outcome, detail.get("name"), detail.get("removed", False)) for _a, outcome, _b, detail
            in deeds(services, "place")]
    assert told == [("done", "Chowk Shaheedan", False), ("done", "Bus stand", False), ("done", "Bus stand", True)]


def test_a_place_that_something_hangs_on_stays_and_not_everybody_edits(services: ConsoleServices) -> None:
    chowk, stand = services.places.places()[0], services.places.put(Site("", "Bus stand"))
    enter(services, "D-1")
    services.incidents.enter(IncidentDraft("Theft", Category.PROPERTY, Severity.S3, Source.PATROL, site_id=stand.id))
    enter(services, "ADM-1")
    services.cameras.remove(services.cameras.cameras()[0].id)
    for site in (chowk, stand):
        with pytest.raises(Refused, match="place_in_use"):
            services.places.remove(site.id)
    enter(services, "D-1")
    assert _code(services, Site("", "Elsewhere")) == "not_permitted"
    with pytest.raises(Refused, match="not_permitted"):
        services.places.remove(stand.id)
    assert len(services.places.places()) == 2
    assert [row[1:3] for row in deeds(services, "permission")] == [("refused", "D-1")] * 2
