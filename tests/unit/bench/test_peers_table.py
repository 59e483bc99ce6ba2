"""The pure parts of the bench against peers: strips read off a screen, ratios, who is ahead, the table."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from safecity_console.simulator.clock_strip import draw_clock_strip
from tests.bench.peers import players
from tests.bench.peers.cast import PEERS
from tests.bench.peers.figures import FIGURES, NO_REASON, Column, Figure, losses, markdown, merged, ratio
from tests.bench.peers.players.orders import Show
from tests.bench.peers.screen import Strip, Watcher

RECT = (480, 270, 480, 270)


def screen_with(number: int, size: tuple[int, int] = (480, 270)) -> np.ndarray:
    picture = np.full((360, 640, 3), 120, np.uint8)
    draw_clock_strip(picture, number)
    screen = np.zeros((1080, 1920, 4), np.uint8)
    x, y = RECT[0] + (480 - size[0]) // 2, RECT[1] + (270 - size[1]) // 2
    screen[y : y + size[1], x : x + size[0], :3] = cv2.resize(picture, size)
    return screen


@pytest.mark.parametrize("size", [(480, 270), (478, 268), (479, 269)])
@pytest.mark.parametrize("number", [1, 180, 1_764_110_000_123])
def test_a_strip_is_read_off_the_screen_where_the_tile_is(number: int, size: tuple[int, int]) -> None:
    assert Strip(screen_with(number, size), RECT).read() == number


def test_no_strip_is_read_where_there_is_none() -> None:
    assert Strip(np.zeros((1080, 1920, 4), np.uint8), RECT).read() is None
    noise = np.random.default_rng(1).integers(0, 255, (1080, 1920, 4), np.uint8)
    assert Strip(noise, RECT).read() is None


class Looked:
    """A screen whose pixels a test paints."""

    def __init__(self) -> None:
        self.pixels = np.zeros((1080, 1920, 4), np.uint8)


def test_a_picture_is_counted_once_however_often_it_is_seen() -> None:
    screen = Looked()
    watcher = Watcher(screen, [RECT])  # type: ignore[arg-type]
    for at, number in enumerate((5, 5, 6, 6, 6, 8)):
        screen.pixels[:] = screen_with(number)
        watcher.look(at / 10, 1000.0 + number)
    assert watcher.shown == [3]
    assert watcher.first_s == [0.0]
    assert watcher.ages_ms == [1000.0, 1000.0, 1000.0]
    assert watcher.all_showing


def test_what_stood_there_before_does_not_count_as_shown() -> None:
    screen = Looked()
    screen.pixels[:] = screen_with(5)
    watcher = Watcher(screen, [RECT])  # type: ignore[arg-type]
    watcher.look(0.0, 0.0)
    assert watcher.shown == [0]
    assert not watcher.all_showing


def test_a_ratio_is_by_picture_shown_so_that_dropping_does_not_pay() -> None:
    assert ratio(3.0, 100, 2.0, 100) == 1.5
    assert ratio(3.0, 50, 2.0, 100) == 3.0
    assert ratio(3.0, 0, 2.0, 100) == "shows nothing"
    assert ratio(3.0, 10, 0.0, 0) == "no floor"


def test_rounds_are_merged_by_their_median_and_failures_do_not_hide_a_figure() -> None:
    assert merged([3.0, 1.0, 100.0]) == 3.0
    assert merged(["shows nothing", 2.0]) == 2.0
    assert merged(["shows nothing"]) == "shows nothing"
    assert merged([]) == "not measured"


LESS, MORE = Figure("less", "less is better", "ms"), Figure("more", "more is better", "fps", 1, more=True, slack=0.2)


@pytest.mark.parametrize(
    ("mine", "theirs", "behind"),
    [(100.0, 120.0, False), (100.0, 98.0, False), (100.0, 90.0, True), (100.0, "opens nothing", False)],
)
def test_ahead_is_judged_where_less_is_better(mine: float, theirs: float | str, behind: bool) -> None:
    peers = [Column("peer", {"less": theirs}), Column("slow", {"less": 900.0})]
    found = losses(Column("we", {"less": mine}), peers, [LESS])
    assert [(x.who, x.best) for x in found] == ([("peer", theirs)] if behind else [])


@pytest.mark.parametrize(("mine", "theirs", "behind"), [(15.0, 10.0, False), (14.9, 15.0, False), (10.0, 15.0, True)])
def test_ahead_is_judged_where_more_is_better(mine: float, theirs: float, behind: bool) -> None:
    found = losses(Column("we", {"more": mine}), [Column("peer", {"more": theirs})], [MORE])
    assert bool(found) is behind


def test_a_figure_we_lack_and_a_peer_has_is_a_loss() -> None:
    assert losses(Column("we", {"less": "shows nothing"}), [Column("peer", {"less": 1.0})], [LESS])


def test_the_table_has_a_row_a_figure_and_names_each_loss_with_its_reason() -> None:
    ours = Column("Console", {f.key: 10.0 for f in FIGURES})
    better = {"first_ms": 1.0, "memory_mb": 1.0, "late_ms": "its own process"}
    peer = Column("Peer", {f.key: 10.0 for f in FIGURES} | better)
    text = markdown([ours, peer], "a machine.", ["a note"], {"first_ms": "it guesses"})
    lines = text.splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == len(FIGURES) + 1
    assert {row.count("|") for row in rows} == {4}
    assert "a machine." in lines
    assert "- a note" in lines
    assert any("1 ms of Peer: it guesses." in line for line in lines)
    assert any(f"1.0 MB of Peer: {NO_REASON}." in line for line in lines)
    assert "Ahead in every row." in markdown([ours], "a machine.", [])


def test_tiles_of_a_show_fill_the_screen_in_reading_order() -> None:
    show = Show(("a",) * 16, 1920, 1080, 4)
    assert show.rects[0] == (0, 0, 480, 270)
    assert show.rects[5] == (480, 270, 480, 270)
    assert show.rects[15] == (1440, 810, 480, 270)


def test_every_peer_has_a_module_of_its_name() -> None:
    folder = Path(players.__path__[0])
    assert all((folder / f"{peer.module}.py").exists() for peer in PEERS)
