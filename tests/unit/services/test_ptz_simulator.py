"""Steering the simulated domes of the district, each with a quirk of real cameras."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.ptz import STILL, Position, Velocity
from safecity_console.domain.ptz_plan import Patrol
from safecity_console.simulator.district import District
from tests.fakes.steered import console_of

USER, PASSWORD = "operator", "p@ss"
Serve = Callable[..., District]


@pytest.mark.parametrize("quirks", [
    "", "timeout ignored", "timeout refused", "stop refused", "stop ignored", "late moves 0.3", "both axes refused",
    "no status", "drops between calls", "wide ranges", "slow 0.4",
])
def test_the_dome_follows_the_hand_and_rests_when_it_is_let_go(serve: Serve, tmp_path: Path, quirks: str,
                                                              wait_until: Any) -> None:
    district = serve(ptz=True, user=USER, password=PASSWORD, quirks=quirks)

    def moving() -> bool:
        return any(district.with_face(1, lambda one: one.head.moving()))  # type: ignore[union-attr]

    def aim() -> float:
        return district.with_face(1, lambda one: one.head.aim().pan_deg)  # type: ignore[union-attr]

    with console_of(tmp_path / "data") as console:
        ptz = console.services.ptz
        camera_id = console.services.cameras.add(
            CameraDraft(1, "Dome", district.url(1, "main"), user=USER,
                        onvif_host=urlsplit(district.onvif_url(1)).netloc), Secret(PASSWORD)).id
        ptz.prepare(camera_id).result(20)
        before = aim()
        until_s = time.monotonic() + 1.6
        while time.monotonic() < until_s:
            ptz.steer(camera_id, Velocity(1.0, 0.2))
            time.sleep(0.1)
        assert abs(aim() - before) > 1.0, "it followed"
        ptz.steer(camera_id, STILL)
        wait_until(lambda: not ptz.shown(camera_id).moving, 8.0)
        wait_until(lambda: not moving(), 6.0)
        seen = [aim()]

        def rests() -> bool:  # a move that was on its way may still land, and is stopped too
            seen.append(aim())
            return len(seen) > 100 and len(set(seen[-100:])) == 1

        wait_until(rests, 5.0)


def test_home_presets_tours_and_places_of_the_dome(serve: Serve, tmp_path: Path, wait_until: Any) -> None:
    district = serve(ptz=True, user=USER, password=PASSWORD)
    with console_of(tmp_path / "data") as console:
        services = console.services
        camera_id = services.cameras.add(
            CameraDraft(1, "Dome", district.url(1, "main"), user=USER,
                        onvif_host=urlsplit(district.onvif_url(1)).netloc), Secret(PASSWORD)).id
        abilities = services.ptz.prepare(camera_id).result(10)
        assert abilities.reports_position
        assert abilities.home
        services.ptz.goto(camera_id, Position(0.2, -0.2, 0.3)).result(5)
        wait_until(lambda: services.ptz.states.of(camera_id).position.pan == pytest.approx(0.2, abs=0.01), 15.0)
        stored = services.presets.store(camera_id, 9, "Bazaar").result(10)
        assert stored.preset.position.pan == pytest.approx(0.2, abs=0.01)
        services.ptz.home(camera_id).result(5)
        services.presets.refresh(camera_id).result(5)
        assert services.presets.by_number(camera_id, 9).name == "Bazaar"
        services.ptz.centre_on(camera_id, 0.75, 0.25).result(5)
        found = services.patrols.refresh(camera_id).result(5)
        assert all(isinstance(one, Patrol) for one in found)
        if abilities.tours and found:
            services.patrols.start(camera_id, found[0].number)
            services.patrols.stop(camera_id)
