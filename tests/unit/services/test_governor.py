"""The governor over channels that are only what it sees of them, its clock and meter moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock, SystemClock
from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.governor import Limits, Reduction, TileRank
from safecity_console.domain.picture import TileWish
from safecity_console.domain.stream_choice import ChoiceRules
from safecity_console.services.diet import Diet, rank_of
from safecity_console.services.governor import Governor, GovernorRules, ProcessorMeter
from safecity_console.wiring import Console, Options
from tests.fakes.watching import camera

RULES = ChoiceRules()


@dataclass
class Shown:
    """A channel as the governor sees it."""

    camera: Camera
    area: int = 1000
    spared: bool = False
    hidden: bool = False
    lag_s: float = 0.0
    told: list[Reduction] = field(default_factory=list)

    def rank(self) -> TileRank | None:
        number = self.camera.number
        return None if self.hidden else TileRank(self.camera.id, number, self.area, spared=self.spared)

    def take_worst_lag(self) -> float:
        return self.lag_s

    def reduce(self, level: Reduction, slow_fps: float) -> None:
        self.told.append(level)


@dataclass
class Meter:
    """Processor time by hand."""

    own: float = 0.3
    machine: float = 0.3

    def shares(self) -> tuple[float, float]:
        return self.own, self.machine


class Desk:
    """A governor and what it steers."""

    def __init__(self, count: int = 4) -> None:
        self.clock, self.meter = ManualClock(), Meter()
        self.channels = [Shown(camera(n, "rtsp://a/")) for n in range(1, count + 1)]
        self.governor = Governor(self.clock, self.meter)

    def pass_s(self, seconds: float) -> None:
        for _ in range(round(seconds * 5)):
            self.clock.advance(0.2)
            self.governor.look(self.channels)  # type: ignore[arg-type]

    def levels(self) -> list[Reduction]:
        return [c.told[-1] for c in self.channels]


@pytest.fixture
def desk() -> Iterator[Desk]:
    return Desk()


def test_it_looks_once_a_second(desk: Desk) -> None:
    desk.pass_s(5)
    assert [len(c.told) for c in desk.channels] == [5] * 4
    assert desk.levels() == [Reduction.NONE] * 4


def test_overload_reduces_the_shown_ones_least_first_and_calm_brings_them_back(desk: Desk) -> None:
    desk.channels[0].area = 5000
    desk.channels[1].spared = True
    desk.channels[2].hidden = True
    desk.meter.own = desk.meter.machine = 0.98
    desk.pass_s(1.2)
    assert desk.levels() == [Reduction.NONE] * 4, "a wall that opens is no overload"
    desk.pass_s(1)
    assert desk.levels() == [Reduction.NONE, Reduction.NONE, Reduction.NONE, Reduction.SLOWER]
    desk.pass_s(20)
    assert desk.levels() == [Reduction.KEYS, Reduction.NONE, Reduction.NONE, Reduction.KEYS]
    desk.meter.own = desk.meter.machine = 0.2
    desk.pass_s(120)
    assert desk.levels() == [Reduction.NONE] * 4


def test_lateness_counts_by_its_last_second_only(desk: Desk) -> None:
    desk.meter.own, desk.meter.machine = 0.6, 0.95
    for _ in range(2):
        for _ in range(40):
            desk.governor.note_lateness(50.0)
        desk.pass_s(1.2)
    assert desk.governor.load.late_p95_ms == 50.0
    assert Reduction.SLOWER in desk.levels()
    desk.pass_s(1)
    assert desk.governor.load.late_p95_ms == 0.0


def test_lag_of_the_spared_one_weighs_more(desk: Desk) -> None:
    desk.meter.own, desk.meter.machine = 0.6, 0.95
    for channel in desk.channels:
        channel.lag_s = 0.22
    desk.pass_s(3)
    assert desk.levels() == [Reduction.NONE] * 4
    desk.channels[0].spared = True
    desk.pass_s(3)
    assert desk.levels()[0] is Reduction.NONE
    assert max(desk.levels()) > Reduction.NONE


def test_switched_off_it_gives_everything_back_at_once(desk: Desk) -> None:
    desk.meter.own = desk.meter.machine = 0.98
    desk.pass_s(8)
    assert max(desk.levels()) > Reduction.NONE
    desk.governor.rules = GovernorRules(on=False)
    desk.pass_s(1.2)
    assert desk.levels() == [Reduction.NONE] * 4


def test_the_processor_is_measured_against_the_cores_we_may_use() -> None:
    meter = ProcessorMeter(SystemClock())
    sum(n * n for n in range(300_000))
    own, machine = meter.shares()
    assert 0.0 < own < 1.6
    assert 0.0 <= machine <= 1.0


def test_settings_reach_it_at_once(data_folder: Path) -> None:
    with Console(Options(data=data_folder, environment={})) as console:
        settings, governor = console.services.settings, console.services.streams.governor
        assert governor.rules == GovernorRules()
        settings.set("load.cpu_most_percent", 60)
        settings.set("load.late_most_ms", 12)
        settings.set("load.slow_fps", 5)
        settings.set("load.govern", False)
        assert governor.rules == GovernorRules(False, Limits(0.6, 12.0), 5.0)


@dataclass
class Told:
    """What a reader is told."""

    wish: TileWish | None = None
    fps_cap: float = 0.0
    ration: object = None
    cut_s: float | None = None


def test_a_diet_is_told_to_the_reader_and_a_spared_wish_knows_none() -> None:
    diet, reader = Diet(), Told()
    wish = TileWish(900, 500, prominent=True)
    assert diet.set(Reduction.HALF, 6.0)
    assert not diet.set(Reduction.HALF, 6.0)
    diet.tell(reader, wish, 15.0)  # type: ignore[arg-type]
    assert (reader.fps_cap, reader.wish) == (6.0, TileWish(900, 500))
    assert diet.shown(wish, reader, 50.0) is Reduction.HALF  # type: ignore[arg-type]
    chosen = TileWish(900, 500, prominent=True, selected=True)
    diet.tell(reader, chosen, 15.0)  # type: ignore[arg-type]
    assert (reader.fps_cap, reader.wish) == (15.0, chosen)
    assert diet.shown(chosen, reader, 50.0) is Reduction.NONE  # type: ignore[arg-type]


def test_what_a_reader_left_out_by_itself_is_said_for_a_while() -> None:
    diet, reader, wish = Diet(), Told(cut_s=50.0), TileWish(300, 200, selected=True)
    assert diet.shown(wish, reader, 51.0) is Reduction.MOST  # type: ignore[arg-type]
    assert diet.shown(wish, reader, 60.0) is Reduction.NONE  # type: ignore[arg-type]
    assert diet.shown(None, reader, 51.0) is Reduction.NONE  # type: ignore[arg-type]


def test_only_a_tile_that_shows_or_asks_for_the_main_stream_can_be_given_the_small_one() -> None:
    both, one = camera(1, "rtsp://a/", "rtsp://b/"), camera(2, "rtsp://a/")
    big, mid = TileWish(900, 500), TileWish(500, 280)
    ranks = [rank_of(both, big, StreamRole.SUB, RULES), rank_of(both, mid, StreamRole.MAIN, RULES),
             rank_of(both, mid, StreamRole.SUB, RULES), rank_of(one, big, StreamRole.SUB, RULES)]
    assert [r.two_sizes for r in ranks if r is not None] == [True, True, False, False]
    assert rank_of(both, None, StreamRole.SUB, RULES) is None
