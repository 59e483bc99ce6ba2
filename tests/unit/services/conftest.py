"""Districts for the services' tests; every one is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from safecity_console.simulator.district import District, simple_district
from tests.fakes import footage


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give a small clip for sub streams and a larger one for main streams."""
    folder = tmp_path_factory.mktemp("service-clips")
    return {
        "sub": footage.write(folder / "sub.mp4"),
        "main": footage.write(folder / "main.mp4", size=(640, 384)),
        "slow": footage.write(folder / "slow.mp4", fps=5, count=20, gop=5),
    }


@pytest.fixture
def serve(clips: dict[str, Path]) -> Iterator[Callable[..., District]]:
    """Give a function that starts a district, by default of one camera with two streams."""
    running: list[District] = []

    def start(fault: str = "", *, count: int = 1, **options: Any) -> District:
        wishes = {"clip": clips["sub"], "main_clip": clips["main"]} | options
        district = simple_district(count, fault=fault, **wishes)
        running.append(district)
        district.start()
        return district

    yield start
    for district in running:
        district.stop()
