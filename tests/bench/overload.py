"""A wall with twice the work its machine can do: the officer's hand, the selected tile, the others, lag."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from safecity_console.cli.simulated import DistrictProcess
from tests.bench.table import Row

if TYPE_CHECKING:
    from tests.bench.__main__ import Clips

TILES = (16, 36)  # a quick machine of two cores decodes the first; nothing but a large one the second
SETTLE_S = 20.0
TIMEOUT_S = 300


def overload(clips: Clips, seconds: float) -> list[Row]:
    """Measure walls of full streams, after the governor has had time to settle."""
    return [row for tiles in TILES for row in _rows(clips, tiles, seconds)]


def _rows(clips: Clips, tiles: int, seconds: float) -> list[Row]:
    with DistrictProcess(clips.arguments(tiles)) as district:
        found = bench_settled([c.main_url for c in district.cameras], max(20.0, seconds))
    told = ("cpu_cores", "decode_only_cores", "ui_late_ms", "selected_fps", "rest_fps", "lag_s", "unsaid_age_s",
            "reductions")
    print(f"{tiles} mains:", json.dumps({key: found[key] for key in told}))
    rest = found["rest_fps"]
    return [
        Row(f"{tiles} mains: lateness of a 10 ms timer, p99", found["ui_late_ms"]["p99"], 30.0, "ms"),
        Row(f"{tiles} mains: the selected tile", found["selected_fps"], 24.0, "fps", least=True),
        Row(f"{tiles} mains: the others, slowest ÷ quickest", rest["min"] / max(0.01, rest["max"]), 0.7, least=True),
        Row(f"{tiles} mains: the others, median", rest["median"], 5.0 if tiles <= 16 else 2.0, "fps", least=True),
        Row(f"{tiles} mains: lag of what is shown, largest", found["lag_s"]["max"], 1.0, "s"),
        Row(f"{tiles} mains: oldest picture on a tile that does not say so", found["unsaid_age_s"], 1.0, "s"),
    ]


def bench_settled(urls: list[str], seconds: float) -> dict[str, Any]:
    """Run the verb as a user does, with time to settle, and give its document."""
    command = [sys.executable, "-m", "safecity_console", "wall", "bench", "--json", "--tiles", str(len(urls)),
               "--seconds", str(seconds), "--settle", str(SETTLE_S)]
    for url in urls:
        command += ["--url", url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=True)
    document: dict[str, Any] = json.loads(done.stdout)
    return document
