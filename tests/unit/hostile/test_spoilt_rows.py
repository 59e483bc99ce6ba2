"""Rows of the desk's tables spoilt by hand: the console starts, says so, and loses nothing else."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from safecity_console.core.paths import data_paths
from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.domain.grid import parse
from safecity_console.domain.tour import TourKind, TourStep, tour_of
from safecity_console.domain.wall import MAIN_PLACE, filled_wall
from safecity_console.services.check import check_data
from safecity_console.wiring import Console, Options

HUGE = 2**63 - 1
TIME = "'2026-11-25T00:00:00.000Z'"
SCREEN = json.dumps({"name": "A", "model": "", "manufacturer": "", "serial": "", "box": [0, 0, 1, 1], "index": 0})


@pytest.fixture
def folder(data_folder: Path) -> Path:
    """A data folder with a wall, a default, a layout, two tours and a key of an officer's own."""
    with opened(data_folder) as console:
        services = console.services
        services.walls.set_default(services.walls.save("Night", filled_wall("4", [])).id)
        services.walls.set_current(filled_wall("16", []), "Morning")
        services.walls.flush()
        services.layouts.save("Gate", parse("g2x1:0.0.1.1,1.0.1.1"))
        for name in ("Round", "Square"):
            services.tours.save(tour_of(name, TourKind.CAMERAS, [TourStep("a"), TourStep("b")]))
        services.keys.add("wall.undo", "Ctrl+Alt+F9")
    return data_folder


def opened(folder: Path) -> Console:
    return Console(Options(folder, environment={}, use_keyring=False))


def spoil(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(data_paths(folder).database, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def problems(folder: Path) -> set[str]:
    return {problem.kind for problem in check_data(data_paths(folder), False, use_keyring=False)}


def row(number: int) -> str:
    return f"'{number:036d}'"


def test_every_kind_of_spoilt_row_at_once_costs_itself_only(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    spoil(
        folder,
        "INSERT INTO wall (id, role, name, layout, tiles, revision, created_at, updated_at, options)"
        f" VALUES ({row(1)}, 'saved', 'Odd', '4', '[null, null, null, null]', 1, {TIME}, {TIME}, '[[[]]]')",
        f"INSERT INTO own_layout VALUES ({row(2)}, 'Holes', 5, 'g9x9:0.0.1.1', 1, {TIME}, {TIME})",
        f"INSERT INTO tour VALUES ({row(3)}, 'Nowhere', 5, '{'[' * 900}{']' * 900}', 1, {TIME}, {TIME})",
        f"INSERT INTO screen_window VALUES ({row(4)}, 'screen-x', '[]', '[]', 1, {TIME}, {TIME})",
        f"INSERT INTO key_binding VALUES ({row(5)}, 'no.such', '[\"F5\"]', 1, {TIME}, {TIME})",
        f"INSERT INTO key_binding VALUES ({row(6)}, 'wall.save', '{json.dumps(['F5'] * 5000 + ['F1'])}', 1,"
        f" {TIME}, {TIME})")
    with opened(folder) as console:
        services = console.services
        assert [saved.name for saved in services.walls.saved()] == ["Night", "Odd"]
        default, current = services.walls.default(), services.walls.current()
        assert default is not None
        assert default.name == "Night"
        assert current is not None
        assert current[1] == "Morning"
        assert [own.name for own in services.layouts.own()] == ["Gate"]
        assert [saved.tour.name for saved in services.tours.tours()] == ["Round", "Square"]
        assert services.screen_windows.windows() == ()
        assert "Ctrl+Alt+F9" in services.keys.keys_of("wall.undo")
        assert services.keys.keys_of("wall.save") == COMMAND_BY_ID["wall.save"].keys
        assert "F1" in services.keys.keys_of("help.keys")
    for said in ("stored_wall_options_ignored", "stored_layout_unreadable", "stored_tour_unreadable",
                 "screen_window_unreadable", "stored_keys_ignored"):
        assert said in caplog.text
    assert problems(folder) == {"wall_options", "layout_unreadable", "tour_unreadable", "screen_window_unreadable",
                                "keys_unreadable"}


def test_a_position_at_the_end_of_all_numbers_keeps_nobody_from_saving(folder: Path) -> None:
    spoil(folder, *(f"UPDATE {table} SET position = {HUGE}" for table in ("wall", "own_layout")),
          f"UPDATE tour SET position = {HUGE} WHERE name = 'Round'")
    with opened(folder) as console:
        services = console.services
        services.walls.save("Day", filled_wall("9", []))
        services.layouts.save("Two", parse("g1x2:0.0.1.1,0.1.1.1"))
        services.tours.save(tour_of("New", TourKind.CAMERAS, [TourStep("a"), TourStep("b")]))
        services.walls.reorder([saved.id for saved in services.walls.saved()])
        assert {saved.name for saved in services.walls.saved()} == {"Night", "Day"}
        assert {own.name for own in services.layouts.own()} == {"Gate", "Two"}
        assert {saved.tour.name for saved in services.tours.tours()} == {"Round", "Square", "New"}


def test_a_revision_at_the_end_of_all_numbers_is_refused_in_words(folder: Path) -> None:
    spoil(folder, f"UPDATE wall SET revision = {HUGE}")
    with opened(folder) as console, pytest.raises(DatabaseDamaged):
        console.services.walls.save("Night", filled_wall("9", []))


def test_a_count_of_starts_with_thousands_of_digits_is_no_tour(folder: Path) -> None:
    spoil(folder, "UPDATE tour SET content = replace(content, '\"used\": 0', '\"used\": ' ||"
                  f" '{'9' * 4300}') WHERE name = 'Round'")
    with opened(folder) as console:
        tours = console.services.tours
        assert [saved.tour.name for saved in tours.tours()] == ["Square"]
        tours.note_used(tours.tours()[0].id)
        assert tours.last_used() == tours.tours()[0]


def test_no_window_stands_in_the_place_of_the_main_one(folder: Path) -> None:
    content = json.dumps({"kind": "wall", "camera": "", "window": None})
    spoil(folder, f"INSERT INTO screen_window VALUES ({row(4)}, '{MAIN_PLACE}', '{SCREEN}', '{content}', 1, {TIME},"
                  f" {TIME})")
    with opened(folder) as console:
        assert console.services.screen_windows.windows() == ()
    assert problems(folder) == {"screen_window_unreadable"}
