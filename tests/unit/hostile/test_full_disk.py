"""A disk that is full while an officer's desk is kept: refused in words, nothing half written, in force as before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from safecity_console.core.paths import data_paths
from safecity_console.db.door import Door
from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import parse
from safecity_console.domain.screens import ScreenName, SentWindow
from safecity_console.domain.tour import TourKind, TourStep, tour_of
from safecity_console.domain.wall import filled_wall
from safecity_console.services.check import check_data
from safecity_console.services.console import ConsoleServices
from safecity_console.wiring import Console, Options

GRID = parse("g2x1:0.0.1.1,1.0.1.1")
LONG = [(f"wall {n}", filled_wall("64", [f"{i:036d}" for i in range(64)])) for n in range(20)]


def long_tour(name: str) -> object:
    return tour_of(name, TourKind.CAMERAS, [TourStep(f"{n:036d}") for n in range(900)])


DEEDS: dict[str, Callable[[ConsoleServices], object]] = {
    "file": lambda s: s.walls.take_in(LONG, [("L", GRID.text)]),
    "tour": lambda s: s.tours.save(long_tour("T")),  # type: ignore[arg-type]
    "tour again": lambda s: s.tours.save(long_tour("kept"), s.tours.tours()[0].id),  # type: ignore[arg-type]
    "layouts": lambda s: [s.layouts.save(f"own {n} {'x' * 60}", GRID) for n in range(100)],
    "screens": lambda s: [s.screen_windows.put(SentWindow(s.screen_windows.new_place(), ScreenName("x" * 100)))
                          for _ in range(40)],
    "keys": lambda s: [s.keys.add(c, f"Ctrl+Alt+Shift+F{n}") for n, c in enumerate(COMMANDS, start=1)],
}
COMMANDS = ("wall.undo", "wall.save", "zoom.in", "zoom.out", "zoom.reset", "wall.redo")


@pytest.fixture
def services(data_folder: Path) -> Iterator[ConsoleServices]:
    with Console(Options(data_folder, environment={}, use_keyring=False)) as console:
        made = console.services
        made.walls.save("kept", filled_wall("4", []))
        made.layouts.save("kept", GRID)
        made.tours.save(tour_of("kept", TourKind.CAMERAS, [TourStep("a"), TourStep("b")]))
        made.keys.add("wall.undo", "Ctrl+Alt+F12")
        yield made


def in_force(services: ConsoleServices) -> dict[str, object]:
    return {"walls": services.walls.saved(), "layouts": services.layouts.own(), "tours": services.tours.tours(),
            "screens": services.screen_windows.windows(), "keys": [services.keys.keys_of(c) for c in COMMANDS]}


@pytest.mark.parametrize("deed", list(DEEDS))
def test_a_full_disk_is_said_and_what_is_in_force_is_what_is_kept(services: ConsoleServices, deed: str) -> None:
    door: Door = services.walls._door
    # SQLite's own way to say that there is no room: the file may not grow by a page.
    door.write(lambda tx: tx._db.execute("PRAGMA max_page_count = 1").fetchall())
    before = in_force(services)
    if deed in ("keys", "screens", "layouts"):
        with suppress(Refused):  # some find room in the pages there are
            DEEDS[deed](services)
    else:
        with pytest.raises(Refused) as caught:
            DEEDS[deed](services)
        assert caught.value.code == "disk_full"
    now = in_force(services)
    if deed in ("file", "tour", "tour again"):
        assert now == before, "half of it is in force"
    root = services.paths.root
    with Console(Options(root, environment={}, use_keyring=False)) as again:
        assert in_force(again.services) == now
    assert {p.kind for p in check_data(data_paths(root), deep=True, use_keyring=False)} <= {"wall_camera"}
    door.write(lambda tx: tx._db.execute("PRAGMA max_page_count = 1000000").fetchall())
    services.walls.take_in(LONG)
