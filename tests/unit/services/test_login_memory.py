"""A refused login is not tried again by a restart; an edited one is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.services.console import ConsoleServices
from safecity_console.simulator.district import District
from safecity_console.wiring import Console, Options

Serve = Callable[..., District]
Until = Callable[..., None]


def _watch(services: ConsoleServices) -> CameraWatch | None:
    return next(iter(services.streams.watches().values()), None)


def _is(services: ConsoleServices, condition: Condition) -> bool:
    watch = _watch(services)
    return watch is not None and watch.condition is condition


def test_a_restart_does_not_try_a_refused_login_again(data_folder: Path, serve: Serve, wait_until: Until) -> None:
    district = serve(user="control", password="right")
    with Console(Options(data_folder)) as console:
        services = console.services
        services.cameras.add(CameraDraft(1, "Gate", district.url(1), user="control"), Secret("wrong"))
        console.watch()
        wait_until(lambda: _is(services, Condition.REFUSED), 8.0)
    with Console(Options(data_folder)) as console:
        services = console.services
        console.watch()
        wait_until(lambda: _is(services, Condition.REFUSED), 3.0)
        watch = _watch(services)
        assert watch is not None
        assert watch.status.epoch == 0  # no connection was ever opened
        camera = services.cameras.cameras()[0]
        services.cameras.change(camera.id, services.cameras.draft(camera), Secret("right"), camera.revision)
        wait_until(lambda: _is(services, Condition.LIVE), 8.0)
    with Console(Options(data_folder)) as console:
        console.watch()
        wait_until(lambda: _is(console.services, Condition.LIVE), 8.0)


def test_the_officer_may_have_it_tried(data_folder: Path, serve: Serve, wait_until: Until) -> None:
    district = serve(user="control", password="right")
    with Console(Options(data_folder)) as console:
        services = console.services
        camera = services.cameras.add(CameraDraft(1, "Gate", district.url(1), user="control"), Secret("wrong"))
        console.watch()
        wait_until(lambda: _is(services, Condition.REFUSED), 8.0)
        services.streams.retry(camera.id)
        wait_until(lambda: (w := _watch(services)) is not None and w.status.epoch == 2, 8.0)
        wait_until(lambda: _is(services, Condition.REFUSED), 8.0)
