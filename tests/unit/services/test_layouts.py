"""Own layouts, the order of walls, and whose default a wall is: over a restart, and what a failed deed leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from safecity_console.domain.errors import Conflict, NotFound, Refused
from safecity_console.domain.grid_edit import plain_grid, split
from safecity_console.domain.wall import Wall, empty_wall, filled_wall
from safecity_console.services.events import WallsChanged
from safecity_console.services.layouts import OWN_MOST, LayoutService
from safecity_console.services.walls import WallService
from tests.fakes.records import Records, open_records

BAD_NAMES = ["", "  ", "x" * 81, "a\nb", "a\u202eb", "a\u2066b", "\ud800", "a\u2028b", "\ufeffa"]


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


def services(records: Records) -> tuple[WallService, LayoutService]:
    return (WallService(records.door, records.reader, records.bus, records.desk),
            LayoutService(records.door, records.reader, records.bus, records.desk))


def test_layouts_are_kept_replaced_renamed_ordered_and_deleted(records: Records) -> None:
    heard: list[WallsChanged] = []
    records.bus.subscribe(WallsChanged, heard.append)
    _walls, layouts = services(records)
    gate = layouts.save(" Gate ", plain_grid(3, 1))
    yard = layouts.save("Yard", plain_grid(2, 1))
    bank = layouts.save("bank", split(plain_grid(2, 2), 0, 2, 1))
    assert [own.name for own in layouts.own()] == ["bank", "Gate", "Yard"]
    layouts.reorder([yard.id, gate.id, "stranger"])
    assert [own.name for own in layouts.own()] == ["Yard", "Gate", "bank"]
    again = layouts.save("GATE", plain_grid(4, 1))
    assert (again.id, again.key) == (gate.id, plain_grid(4, 1).text)
    assert layouts.save("New", plain_grid(5, 1)).id == layouts.own()[-1].id
    with pytest.raises(Conflict) as caught:
        layouts.rename(bank.id, "yard")
    assert caught.value.code == "layout_name_taken"
    layouts.rename(bank.id, "Bank")
    layouts.delete(yard.id)
    fresh = services(records)[1]
    assert [own.name for own in layouts.own()] == [own.name for own in fresh.own()] == ["GATE", "Bank", "New"]
    assert fresh.own()[1].grid == split(plain_grid(2, 2), 0, 2, 1)
    assert len(heard) == 8
    for gone in (lambda: layouts.delete(yard.id), lambda: layouts.rename(yard.id, "x")):
        with pytest.raises(NotFound):
            gone()


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_can_be_seen_and_turns_nothing(records: Records, name: str) -> None:
    walls, layouts = services(records)
    with pytest.raises(Refused) as caught:
        layouts.save(name, plain_grid(1, 2))
    assert caught.value.code == "layout_name"
    with pytest.raises(Refused) as caught:
        walls.save(name, empty_wall("4"))
    assert caught.value.code == "wall_name"


def test_there_is_room_for_so_many(records: Records) -> None:
    walls, layouts = services(records)
    walls.take_in([], [(f"L{n}", plain_grid(2, 2).text) for n in range(OWN_MOST)])
    assert len(layouts.own()) == OWN_MOST
    with pytest.raises(Refused, match="layout_many"):
        layouts.save("one more", plain_grid(1, 2))
    assert layouts.save("l7", plain_grid(1, 2)).key == plain_grid(1, 2).text


def test_a_deleted_layout_harms_no_wall_and_a_spoilt_one_costs_no_other(records: Records) -> None:
    walls, layouts = services(records)
    own = layouts.save("Gate", plain_grid(3, 1))
    walls.save("Night", filled_wall(own.key, ["a"]))
    layouts.delete(own.id)
    assert services(records)[0].saved()[0].wall.tiles == ("a", None, None)
    layouts.save("Good", plain_grid(2, 1))
    bad = layouts.save("Bad", plain_grid(1, 2))
    records.door.write(lambda tx: tx._db.execute("UPDATE own_layout SET grid = 'g2x1:0.0.1.1' WHERE id = ?", [bad.id]))
    assert [one.name for one in services(records)[1].own()] == ["Good"]


def test_walls_keep_the_officers_order(records: Records) -> None:
    walls, _layouts = services(records)
    ids = {name: walls.save(name, empty_wall("4")).id for name in ("A", "B", "C")}
    walls.set_current(empty_wall("9"))
    walls.flush()
    walls.reorder([ids["C"], ids["A"], ids["B"]])
    walls.save("0 new", empty_wall("1"))
    walls.save("a", empty_wall("9"))
    assert [one.name for one in walls.saved()] == ["C", "a", "B", "0 new"]
    assert [one.name for one in services(records)[0].saved()] == ["C", "a", "B", "0 new"]


def test_each_badge_has_a_wall_to_begin_with_else_the_workstations(records: Records) -> None:
    walls, _layouts = services(records)
    night, day = walls.save("Night", empty_wall("4")), walls.save("Day", empty_wall("9"))
    assert walls.default() is None
    walls.set_default(night.id)
    walls.set_default(day.id, "D-104")
    again = services(records)[0]
    assert (again.default(), again.default("D-104"), again.default("D-1")) == (night, day, night)
    again.set_default(None, "D-104")
    assert again.default("D-104") == night
    again.set_default(None, "nobody")
    again.delete(night.id)
    assert again.default() is None
    assert records.rows("SELECT * FROM default_wall") == []
    with pytest.raises(NotFound, match="wall_missing"):
        again.set_default(night.id)


def test_a_file_is_taken_whole_or_not_at_all(records: Records) -> None:
    walls, layouts = services(records)
    with pytest.raises(Refused, match="wall_name"):
        walls.take_in([("Night", empty_wall("4")), ("\u202e", empty_wall("4"))], [("Gate", plain_grid(2, 1).text)])
    with pytest.raises(Exception, match="CHECK"):
        walls.take_in([("Night", empty_wall("4"))], [("Gate", "")])
    assert walls.saved() == ()
    assert layouts.own() == ()
    walls.take_in([("Night", Wall("4", (None,) * 4, locked=True, hotspot=2))], [("Gate", plain_grid(2, 1).text)])
    assert walls.saved()[0].wall.hotspot == 2
    assert [own.name for own in layouts.own()] == ["Gate"]
