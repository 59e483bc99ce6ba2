"""kill -9 in a loop while an officer's desk is written: each deed is there whole or not at all."""

from __future__ import annotations

import random
from pathlib import Path

from safecity_console.core.paths import data_paths
from safecity_console.services.check import check_data
from safecity_console.wiring import Console, Options
from tests.fakes.killed import counted_until_killed

ROUNDS = 6
CHILD = """
import sys
from pathlib import Path
from safecity_console.core import logs
from safecity_console.domain.grid import parse
from safecity_console.domain.screens import ScreenName, SentWindow
from safecity_console.domain.tour import TourKind, TourStep, tour_of
from safecity_console.domain.wall import filled_wall
from safecity_console.wiring import Console, Options

logs.configure(None, "ERROR")
services = Console(Options(Path(sys.argv[1]), environment={}, use_keyring=False)).services
walls, keys, layouts, tours = services.walls, services.keys, services.layouts, services.tours
grids = (parse("g2x1:0.0.1.1,1.0.1.1"), parse("g1x2:0.0.1.1,0.1.1.1"))
say = lambda word: (sys.stdout.write(word + "\\n"), sys.stdout.flush())
n = int(sys.argv[2]) * 100_000
say("begun")
while True:
    n += 1
    # The file of walls: ten of one number, or ten of another.
    walls.take_in([(f"T{i}", filled_wall("4", [f"c{n}"])) for i in range(10)], [("L", grids[n % 2].text)])
    say(f"file {n}")
    walls.reorder([w.id for w in sorted(walls.saved(), key=lambda w: w.name, reverse=n % 2 == 0)])
    layouts.save(f"own {n % 7}", grids[n % 2])
    layouts.reorder([own.id for own in reversed(layouts.own())])
    tours.save(tour_of(f"round {n}", TourKind.CAMERAS, [TourStep("a"), TourStep("b")]))
    place = services.screen_windows.windows()[0].place if services.screen_windows.windows() else "screen-one"
    walls.set_current(filled_wall("9", [f"c{n}"]), "", place)
    walls.flush()
    services.screen_windows.put(SentWindow(place, ScreenName(f"HDMI-{n}")))
    say(f"sent {n}")
    # One key goes to and fro between two commands.
    keys.move(("wall.undo", "wall.save")[n % 2], "Ctrl+Alt+F9")
    walls.set_default(walls.saved()[n % 10].id)
"""


def _round(folder: Path, number: int, run_s: float) -> dict[str, int]:
    """Let a child write until it is killed; gives the last number of each deed it was told is done."""
    return counted_until_killed(CHILD, str(folder), str(number), run_s=run_s)


def test_what_an_officer_arranged_is_there_whole_after_every_kill(data_folder: Path) -> None:
    chance = random.Random(3)
    rounds = 0
    for number in range(1, ROUNDS + 1):
        done = _round(data_folder, number, chance.uniform(0.05, 0.5))
        rounds += len(done)
        with Console(Options(data_folder, environment={}, use_keyring=False)) as console:
            services = console.services
            walls = [w for w in services.walls.saved() if w.name.startswith("T")]
            brought = {w.wall.tiles[0] for w in walls}
            assert len(brought) <= 1, "half a file was taken in"
            assert len(walls) in (0, 10)
            if "file" in done:
                assert int(str(brought.pop())[1:]) >= done["file"], "what was said to be kept is gone"
            assert [w.name for w in walls] in (sorted(w.name for w in walls),
                                               sorted((w.name for w in walls), reverse=True)), "half an order"
            for window in services.screen_windows.windows():
                assert services.walls.current(window.place) is not None, "a window without its wall"
                assert "sent" not in done or int(window.screen.name[5:]) >= done["sent"]
            owners = [c for c in ("wall.undo", "wall.save") if "Ctrl+Alt+F9" in services.keys.keys_of(c)]
            assert len(owners) <= 1, "a key two commands have"
        found = {p.kind for p in check_data(data_paths(data_folder), deep=True, use_keyring=False)}
        assert found <= {"wall_camera"}, found  # the cameras of these walls were never registered
    assert rounds > 2
