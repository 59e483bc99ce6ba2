"""`make bench`: the issue's speed and memory targets against this machine, one table, exit status 1 where one is
missed.

Belongs here: serving the bench's streams, running each measurement, the table. Does not belong here: asserting in
`make test`:
a busy machine must not fail a change. Run it on an otherwise idle one; `others` says how busy it was.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil

from safecity_console.cli.simulated import DistrictProcess
from safecity_console.core import logs
from tests.bench import (
    audit,
    incidents,
    latency,
    lost_and_back,
    overload,
    palette,
    ptz,
    soak,
    startup,
    switching,
    walls,
)
from tests.bench.clips import bench_clip
from tests.bench.table import Row, print_table


@dataclass(frozen=True, slots=True)
class Clips:
    """The two streams every measurement uses."""

    sub: Path
    main: Path

    def arguments(self, count: int, *more: str) -> list[str]:
        """Give the arguments of a district of so many cameras."""
        return ["--district", str(count), "--clip", str(self.sub), "--main-clip", str(self.main), *more]


def main() -> int:
    """Measure what is asked for (all by default) and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("what", nargs="*",
                        help="wall36 wall64 focus main overload latency start back palette stall switch incidents "
                             "audit ptz; or soak")
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--minutes", type=float, default=60.0, help="of the soak")
    args = parser.parse_args()
    logs.configure(None, "ERROR")
    cache = Path(tempfile.gettempdir()) / "safecity-bench-clips"
    clips = Clips(bench_clip(cache, "sub", 640, 360, 15, 530), bench_clip(cache, "main", 1920, 1080, 25, 4000))
    if args.what == ["soak"]:
        return soak.run(clips, args.minutes)
    measurements = {
        "wall36": lambda: walls.subs(clips, 36, args.seconds),
        "wall64": lambda: walls.subs(clips, 64, args.seconds),
        "focus": lambda: walls.focus(clips, args.seconds),
        "main": lambda: walls.one_main(clips, args.seconds),
        "overload": lambda: overload.overload(clips, args.seconds),
        "latency": lambda: latency.sent_to_painted(args.seconds),
        "start": lambda: startup.first_window(),
        "back": lambda: lost_and_back.all_back(clips, 36),
        "palette": lambda: palette.palette(),
        "stall": lambda: lost_and_back.stall(clips),
        "switch": lambda: switching.switches(clips),
        "incidents": lambda: incidents.incidents(),
        "audit": lambda: audit.audit(),
        "ptz": lambda: ptz.steering(clips),
    }
    rows: list[Row] = []
    for name in args.what or measurements:
        rows += measurements[name]()
    print_table(
        f"{platform.processor() or platform.machine()}, {psutil.cpu_count()} cores, Python {platform.python_version()}",
        rows,
    )
    return 0 if all(row.met for row in rows) else 1


__all__ = ["DistrictProcess", "main"]

if __name__ == "__main__":
    sys.exit(main())
