"""Tours over a restart, in their order, and what a spoilt row costs."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from safecity_console.domain.errors import Conflict, NotFound, Refused
from safecity_console.domain.tour import TourKind, TourStep, TourTiles, tour_of
from safecity_console.services.check import check_data
from safecity_console.services.events import ToursChanged
from safecity_console.services.tours import TourService
from tests.fakes.records import Records, open_records

NIGHT = tour_of("Night", TourKind.CAMERAS, [TourStep("a"), TourStep("b", 30)], TourTiles.TURN, 7, skip_dead=False)
DAY = tour_of("Day", TourKind.WALLS, [TourStep("w")])


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


def service(records: Records) -> TourService:
    return TourService(records.door, records.reader, records.bus, records.desk)


def names(tours: TourService) -> list[str]:
    return [one.tour.name for one in tours.tours()]


def test_tours_are_saved_changed_renamed_and_deleted(records: Records) -> None:
    heard: list[ToursChanged] = []
    records.bus.subscribe(ToursChanged, heard.append)
    tours = service(records)
    assert tours.last_used() is None
    night, day = tours.save(NIGHT), tours.save(DAY)
    assert service(records).tours() == tours.tours() == (night, day)
    assert night.tour == NIGHT
    shorter = tour_of("Night", TourKind.CAMERAS, [TourStep("b")])
    assert tours.save(shorter, night.id, night.revision).revision == 2
    with pytest.raises(Conflict) as caught:
        tours.save(NIGHT, night.id, night.revision)
    assert caught.value.code == "changed_meanwhile"
    for taken in (lambda: tours.rename(day.id, "NIGHT"), lambda: tours.save(NIGHT)):
        with pytest.raises(Conflict) as caught:
            taken()
        assert caught.value.code == "tour_name_taken"
    tours.rename(day.id, " Morning ")
    assert names(tours) == ["Night", "Morning"]
    with pytest.raises(Refused):
        tours.rename(day.id, "")
    tours.delete(day.id)
    assert names(service(records)) == ["Night"]
    assert len(heard) == 5
    for gone in (lambda: tours.delete(day.id), lambda: tours.save(DAY, day.id), lambda: tours.rename(day.id, "x"),
                 lambda: tours.note_used(day.id)):
        with pytest.raises(NotFound):
            gone()


def test_the_order_is_the_officers(records: Records) -> None:
    tours = service(records)
    ids = {name: tours.save(tour_of(name, TourKind.WALLS, [TourStep("w")])).id for name in "CABD"}
    assert names(tours) == list("CABD")
    tours.reorder([ids["B"], ids["C"], "unknown"])
    assert names(service(records)) == list("BCAD")
    before = {one.id: one.revision for one in tours.tours()}
    tours.reorder([ids[name] for name in "BCAD"])
    assert {one.id: one.revision for one in tours.tours()} == before


def test_the_last_one_started_is_known_after_a_restart(records: Records) -> None:
    tours = service(records)
    night, day = tours.save(NIGHT), tours.save(DAY)
    assert tours.last_used() == night
    tours.note_used(day.id)
    found = service(records).last_used()
    assert found is not None
    assert found.id == day.id
    commits = records.door.commits
    tours.note_used(day.id)
    assert records.door.commits == commits
    tours.note_used(night.id)
    found = service(records).last_used()
    assert found is not None
    assert (found.id, found.tour) == (night.id, NIGHT)


def _content(**change: object) -> str:
    whole: dict[str, object] = {"kind": "walls", "tiles": "page", "dwell_s": None, "skip_dead": True,
                                "steps": [["w", None]], "used": 0}
    return json.dumps({**whole, **change})


@pytest.mark.parametrize("content", [
    "[]", "null", "{}", "1", '"x"', "[" * 3000 + "]" * 3000,
    _content(kind="trains"), _content(tiles=None), _content(tiles=["page"]), _content(dwell_s=1),
    _content(dwell_s="7"), _content(dwell_s=True), _content(skip_dead=1), _content(steps=[]), _content(steps="w"),
    _content(steps=["w"]), _content(steps=[["w"]]), _content(steps=[["w", None, 3]]), _content(steps=[[5, None]]),
    _content(steps=[["w", 2.5]]), _content(steps=[["w", None], ["w", None]]), _content(used="1"), _content(more=1),
    _content(steps=[[str(n), None] for n in range(2001)]),
])
def test_a_spoilt_tour_is_skipped_with_a_line_and_found_by_check(
    data_folder: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    with open_records(data_folder) as records:
        service(records).save(NIGHT)
        spoilt = service(records).save(DAY)
        with closing(sqlite3.connect(records.paths.database)) as raw:
            raw.execute("PRAGMA ignore_check_constraints=ON")
            raw.execute("UPDATE tour SET content = ? WHERE id = ?", [content, spoilt.id])
            raw.commit()
        with caplog.at_level(logging.WARNING):
            assert names(service(records)) == ["Night"]
        assert "stored_tour_unreadable" in caplog.text
        paths = records.paths
    assert "tour_unreadable" in {problem.kind for problem in check_data(paths, False, use_keyring=False)}
