"""What walls cost: ratio to bare decode, pictures shown, lateness, first pictures, memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from safecity_console.cli.simulated import DistrictProcess
from tests.bench.table import Row

if TYPE_CHECKING:
    from tests.bench.__main__ import Clips

TIMEOUT_S = 300


def bench(urls: list[str], tiles: int, seconds: float) -> dict[str, Any]:
    """Run the verb as a user does and give its document."""
    command = [
        sys.executable,
        "-m",
        "safecity_console",
        "wall",
        "bench",
        "--json",
        "--tiles",
        str(tiles),
        "--seconds",
        str(seconds),
    ]
    for url in urls:
        command += ["--url", url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=True)
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def subs(clips: Clips, count: int, seconds: float) -> list[Row]:
    """Measure a wall of small streams."""
    with DistrictProcess(clips.arguments(count)) as district:
        urls = [c.sub_url for c in district.cameras]
        found = bench(urls, count, seconds)
        one = bench(urls[:1], 1, 2.0)
    shown = 100 * found["frames_shown"] / max(1, found["frames_in"])
    rows = [
        Row(f"{count} subs: wall ÷ bare decode", found["overhead_ratio"], 1.30),
        Row(f"{count} subs: pictures shown of those received", shown, 98.0, "%", least=True),
        Row(f"{count} subs: shown per tile, median", found["shown_fps"]["median"], 14.5, "fps", least=True),
        Row(
            f"{count} subs: lateness of a 10 ms timer, p99",
            found["ui_late_ms"]["p99"],
            5.0 if count <= 36 else 10.0,
            "ms",
        ),
        Row(
            f"{count} subs opened at once: last one showing",
            found["first_picture_ms"]["max"],
            1500 if count <= 36 else 3000,
            "ms",
        ),
        Row(f"{count} subs: memory a stream", (found["rss_mb"] - one["rss_mb"]) / (count - 1), 6.0, "MB"),
    ]
    return rows if count <= 36 else [r for r in rows if "bare decode" not in r.what]


def focus(clips: Clips, seconds: float) -> list[Row]:
    """Measure 35 small streams and one full one in the large tile."""
    with DistrictProcess(clips.arguments(36)) as district:
        urls = [district.cameras[0].main_url, *(c.sub_url for c in district.cameras[1:])]
        found = bench(urls, 36, seconds)
    return [Row("35 subs + 1 main: the main's rate", found["shown_fps"]["max"], 24.5, "fps", least=True)]


def one_main(clips: Clips, seconds: float) -> list[Row]:
    """Measure one full stream alone, and sixteen small ones opened at once."""
    with DistrictProcess(clips.arguments(16)) as district:
        main = bench([district.cameras[0].main_url], 1, seconds)
        idle = bench([district.cameras[0].sub_url], 1, 2.0)
        sixteen = bench([c.sub_url for c in district.cameras], 16, 4.0)
    return [
        Row("one 1080p25 main: wall ÷ bare decode", main["overhead_ratio"], 1.15),
        Row("one 1080p25 main: memory over one sub", main["rss_mb"] - idle["rss_mb"], 25.0, "MB"),
        Row("one sub: first picture", idle["first_picture_ms"]["median"], 250, "ms"),
        Row("16 subs opened at once: last one showing", sixteen["first_picture_ms"]["max"], 1000, "ms"),
    ]
