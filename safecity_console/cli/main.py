"""The command line: which verbs there are, and one way for all of them to start and to be refused.

Belongs here: parsing, building services where a verb needs them, the last catch. Does not belong here: what verbs do.
Invariants: 1. Exit status 0 done or holds, 1 does not hold or refused (the reason in one sentence), 2 wrong usage.
2. No verb but `demo`, `shot`, `wall bench` and the console itself loads Qt. 3. Logs go to standard error.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from safecity_console import __version__
from safecity_console.cli import bench, camera, check, demo, discover, doctor, opening, probe, shot
from safecity_console.cli.output import complain, refuse
from safecity_console.core import logs
from safecity_console.core.paths import data_paths
from safecity_console.domain.errors import WorldError
from safecity_console.wiring import Console, Options, open_locked


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb, or open the console; gives the exit status."""
    args = _parser().parse_args(argv)
    # Verbs write no log file; the console sets up its own when it opens.
    level = os.environ.get("SAFECITY_LOG", "WARNING").upper()
    logs.configure(None, level)
    try:
        return int(_run(args))
    except WorldError as error:
        return refuse(error, bool(getattr(args, "json", False)))
    except KeyboardInterrupt:
        complain("Stopped.")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="safecity-console",
        description="Control-room console of a district's cameras. Without a verb it opens the console.",
    )
    parser.add_argument("--version", action="version", version=f"safecity-console {__version__}")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder of this workstation")
    opening.add_options(parser, default=None)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for part in (demo, shot, check, doctor, bench):
        part.register(verbs)
    camera_verbs = camera.register(verbs)
    probe.register(camera_verbs)
    discover.register(camera_verbs)
    return parser


def _run(args: argparse.Namespace) -> int:
    if args.verb is None:
        return _open_console(args)
    alone: dict[str, Callable[[argparse.Namespace], int]] = {
        "demo": demo.run, "shot": shot.run, "check": check.run, "doctor": doctor.run, "wall": bench.run,
    }
    if args.verb in alone:
        return alone[args.verb](args)
    with Console(Options(args.data)) as console:
        if args.camera_verb == "probe":
            return probe.run(args, console.services)
        if args.camera_verb == "discover":
            return discover.run(args, console.services)
        return camera.run(args, console.services)


def _open_console(args: argparse.Namespace) -> int:
    opening.check(args)
    if not demo.has_display():
        complain(
            "There is no display here, so the console cannot open. Try `safecity-console shot wall --out wall.png`."
        )
        return 1
    # Qt is loaded only where a window is opened.
    from safecity_console import app  # noqa: PLC0415

    wanted = app.ConsoleOptions(screen=args.screen or "", wall=args.wall or "", kiosk=bool(args.kiosk))
    level = os.environ.get("SAFECITY_LOG", "").upper()
    logs.configure(data_paths(args.data).logs, level or "INFO", level or "WARNING")
    return app.run_console(lambda: open_locked(args.data, bool(args.safe)), wanted)

