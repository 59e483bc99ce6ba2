"""Cameras lost and back, and a stall: how soon the wall says so and how soon it shows them again."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.picture import TileWish
from safecity_console.domain.watch import Condition
from safecity_console.services.console import ConsoleServices
from safecity_console.simulator.district import District, simple_district
from safecity_console.wiring import Console, Options
from tests.bench.table import Row

if TYPE_CHECKING:
    from tests.bench.__main__ import Clips

PATIENCE_S = 60.0


def _watch_all(console: Console, district: District) -> ConsoleServices:
    services = console.services
    for camera in district.cameras:
        services.cameras.add(CameraDraft(camera.number, camera.name, district.url(camera.number)))
    console.watch()
    services.streams.show("bench", {c.id: TileWish(316, 178) for c in services.cameras.cameras()})
    return services


def _until(holds: Callable[[], bool]) -> float:
    """Wait until something holds; give the seconds it took."""
    began_s = time.monotonic()
    while not holds() and time.monotonic() - began_s < PATIENCE_S:
        time.sleep(0.01)
    return time.monotonic() - began_s


def _all(services: ConsoleServices, condition: Condition) -> bool:
    watches = services.streams.watches().values()
    return bool(watches) and all(w.condition is condition for w in watches)


def all_back(clips: Clips, count: int) -> list[Row]:
    """Take all cameras off the net for twenty seconds and put them back."""
    with (
        simple_district(count, clip=clips.sub) as district,
        tempfile.TemporaryDirectory() as folder,
        Console(Options(Path(folder))) as console,
    ):
        services = _watch_all(console, district)
        _until(lambda: _all(services, Condition.LIVE))
        district.stop_cameras()
        time.sleep(20.0)
        district.restart_cameras()
        back_s = _until(lambda: _all(services, Condition.LIVE))
    return [Row(f"{count} cameras lost for 20 s: all live after their return", back_s, 15.0, "s")]


def stall(clips: Clips) -> list[Row]:
    """Let a camera fall silent with its connection open."""
    with (
        simple_district(1, clip=clips.sub) as district,
        tempfile.TemporaryDirectory() as folder,
        Console(Options(Path(folder))) as console,
    ):
        services = _watch_all(console, district)
        _until(lambda: _all(services, Condition.LIVE))
        camera_id = services.cameras.cameras()[0].id
        before = services.streams.watches()[camera_id].status.epoch
        district.set_fault(1, "stall")
        said_s = _until(lambda: services.streams.watches()[camera_id].condition is not Condition.LIVE)
        given_up_s = said_s + _until(
            lambda: (
                services.streams.watches()[camera_id].status.epoch > before
                or not services.streams.watches()[camera_id].status.opened
            )
        )
    return [
        Row("a stall shows on the tile", said_s, 2.0, "s"),
        Row("a stalled stream is given up", given_up_s, 4.0, "s"),
    ]
