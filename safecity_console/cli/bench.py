"""`wall bench`: what the real wall costs, against bare decode of the same streams in the same run.

Belongs here: the verb, the registry made for it, the figures. Does not belong here: measuring (ui/wall_measure.py,
services/decode_floor.py). Wall and floor take turns, so that a busy machine disturbs both alike.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from safecity_console.cli.output import Exit, answer, common_flags, complain, say
from safecity_console.cli.shot import parse_size
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft, take_login, with_login
from safecity_console.domain.errors import Refused
from safecity_console.domain.wall import LAYOUTS, filled_wall
from safecity_console.services.console import ConsoleServices
from safecity_console.services.decode_floor import measure_floor
from safecity_console.wiring import Console, Options

ROUNDS = 2
SETTLE_S = 2.0
TILES_MOST = 64


def register(subparsers: Any) -> None:
    """Add the verb."""
    wall = subparsers.add_parser("wall", help="the video wall").add_subparsers(
        dest="wall_verb", metavar="VERB", required=True
    )
    parser = wall.add_parser("bench", parents=[common_flags()], help="measure the wall against bare decode")
    parser.add_argument(
        "--url", action="append", required=True, metavar="URL", help="a stream; more than once for more"
    )
    parser.add_argument("--tiles", type=int, default=36, metavar="N")
    parser.add_argument("--seconds", type=float, default=10.0, metavar="S")
    parser.add_argument("--settle", type=float, default=SETTLE_S, metavar="S", help="let the wall run so long first")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--user", default="", metavar="U", help="login of the addresses")
    parser.add_argument("--password-stdin", action="store_true", help="read its password from standard input")


def run(args: argparse.Namespace) -> int:
    """Measure and print."""
    if not 1 <= args.tiles <= TILES_MOST:
        raise Refused("tile_count", low=1, high=TILES_MOST)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    size, seconds = parse_size(args.size), max(1.0, min(3600.0, args.seconds))
    urls = list(islice(cycle(_with_login(args)), args.tiles))
    folder = Path(tempfile.mkdtemp(prefix="safecity-bench-"))
    try:
        settle_s = max(0.0, min(600.0, args.settle))
        document = _measure(folder, urls, size, (seconds, settle_s))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if args.json:
        answer(document)
    else:
        for key, value in document.items():
            say(f"{key:<20} {value}")
    return Exit.DONE


def _with_login(args: argparse.Namespace) -> list[str]:
    """Put the login of --user and --password-stdin into addresses without one, in memory only."""
    password = sys.stdin.readline().rstrip("\r\n") if args.password_stdin else ""
    for url in args.url:
        if take_login(url).password:
            complain("A password on the command line can be seen by others on this machine; use --password-stdin.")
    return [url if take_login(url).user else with_login(url, args.user, password) for url in args.url]


def _measure(folder: Path, urls: Sequence[str], size: tuple[int, int], times: tuple[float, float]) -> dict[str, object]:
    # Qt is loaded only by the verbs that draw.
    from safecity_console import app  # noqa: PLC0415
    from safecity_console.ui.wall_measure import OPEN_PATIENCE_S, WallMeasure  # noqa: PLC0415

    application = app.application()
    part_s, settle_s = times[0] / ROUNDS, times[1]
    walls, floors = [], []
    for _ in range(ROUNDS):
        with Console(Options(folder)) as console:
            _prepare(console.services, urls)
            console.watch()
            wall = WallMeasure(console.services, size)
            if wall.open(len(urls)) == 0:
                wall.close()
                raise Refused("bench_no_picture", seconds=OPEN_PATIENCE_S)
            _settle(application, settle_s)
            walls.append(wall.measure(part_s))
            wall.close()
        floors.append(measure_floor(urls, part_s))
    return _document(len(urls), walls, floors)


def _settle(application: Any, seconds: float) -> None:
    until_s = time.monotonic() + seconds
    while time.monotonic() < until_s:
        application.processEvents()
        time.sleep(0.002)


def _prepare(services: ConsoleServices, urls: Sequence[str]) -> None:
    if not services.cameras.cameras():
        for number, url in enumerate(urls, start=1):
            login = take_login(url)
            draft = CameraDraft(number, f"Camera {number}", login.url, user=login.user)
            services.cameras.add(draft, Secret(login.password) if login.password else None)
    layout = next(one for one in sorted(LAYOUTS, key=lambda x: x.size) if one.size >= len(urls))
    services.walls.set_current(filled_wall(layout.key, [c.id for c in services.cameras.cameras()]), "")


def _document(tiles: int, walls: Sequence[Any], floors: Sequence[Any]) -> dict[str, object]:
    cores = statistics.mean(w.cores for w in walls)
    floor = statistics.mean(f.cores for f in floors)
    late = sorted(ms for w in walls for ms in w.late_ms)
    first = [ms for w in walls for ms in w.first_picture_ms]
    fps = [count / w.seconds for w in walls for count in w.shown.values()]
    return {
        "tiles": tiles,
        "seconds": round(sum(w.seconds for w in walls), 1),
        "frames_in": sum(w.packets for w in walls),
        "frames_decoded": sum(w.decoded for w in walls),
        "frames_shown": sum(sum(w.shown.values()) for w in walls),
        "shown_fps": {
            "min": round(min(fps, default=0.0), 2),
            "median": round(statistics.median(fps or [0.0]), 2),
            "max": round(max(fps, default=0.0), 2),
        },
        "cpu_cores": round(cores, 3),
        "decode_only_cores": round(floor, 3),
        "overhead_ratio": round(cores / floor, 3) if floor > 0 else None,
        "ui_late_ms": {
            "p50": _quantile(late, 0.5),
            "p99": _quantile(late, 0.99),
            "max": round(late[-1], 2) if late else None,
        },
        "first_picture_ms": {
            "median": round(statistics.median(first)) if first else None,
            "max": round(max(first)) if first else None,
        },
        "rss_mb": round(max(w.rss_mb for w in walls), 1),
        "reduced_tiles": max(w.reduced_tiles for w in walls),
    } | _under_load(walls)


def _under_load(walls: Sequence[Any]) -> dict[str, object]:
    """Say what a reduced wall still gives: the selected tile, the others, how late and how old what is shown."""
    rates = [(cid == w.selected, count / w.seconds) for w in walls for cid, count in w.shown.items()]
    rest = [fps for selected, fps in rates if not selected]
    lags = sorted(lag_s for w in walls for lag_s in w.lags_s)
    levels = Counter(level.name.lower() for w in walls for level in w.reductions.values() if level)
    return {
        "selected_fps": round(min((fps for selected, fps in rates if selected), default=0.0), 2),
        "rest_fps": {"min": round(min(rest, default=0.0), 2), "median": round(statistics.median(rest or [0.0]), 2),
                     "max": round(max(rest, default=0.0), 2)},
        "lag_s": {"p50": _quantile(lags, 0.5), "p99": _quantile(lags, 0.99), "max": _quantile(lags, 1.0)},
        "unsaid_age_s": round(max((age_s for w in walls for age_s in w.unsaid_ages_s), default=0.0), 2),
        "reductions": dict(levels),
    }


def _quantile(ordered: Sequence[float], share: float) -> float | None:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2) if ordered else None
