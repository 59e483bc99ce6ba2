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
from typing import Any

from safecity_console import __version__
from safecity_console.cli import (
    audit,
    bench,
    camera,
    check,
    contact,
    demo,
    discover,
    doctor,
    incident,
    officer,
    opening,
    probe,
    ptz,
    report,
    restore,
    shift,
    shot,
    watch,
)
from safecity_console.cli.acting import PASSWORD, asked, opened_as, signed_in
from safecity_console.cli.output import complain, refuse
from safecity_console.core import logs
from safecity_console.core.loading import loading
from safecity_console.core.paths import data_paths
from safecity_console.domain.errors import WorldError
from safecity_console.wiring import Console, Options, open_locked

# Verbs that need the services and nothing else, by name; each declares itself by `register` and acts by `run`.
WITH_SERVICES: dict[str, Any] = {"officer": officer, "incident": incident, "shift": shift, "contact": contact,
                                 "watch": watch, "report": report, "ptz": ptz}


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
    parser.add_argument("--as", metavar="BADGE", dest="as_badge", help="the officer who acts, or opens the console")
    opening.add_options(parser, default=None)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for part in (demo, shot, check, doctor, bench, audit, restore, *WITH_SERVICES.values()):
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
        "restore": restore.run,
    }
    if args.verb in alone:
        return alone[args.verb](args)
    if args.verb == "audit" and args.audit_verb == "verify":
        return audit.run_verify(args)
    with Console(Options(args.data)) as console:
        if args.verb in WITH_SERVICES:
            return int(WITH_SERVICES[args.verb].run(args, console.services))
        if args.verb == "audit":
            return audit.run_list(args, console.services)
        if args.camera_verb == "probe":
            return probe.run(args, console.services)
        if args.camera_verb == "discover":
            with signed_in(args, console.services):
                return discover.run(args, console.services)
        return camera.run(args, console.services)


def _open_console(args: argparse.Namespace) -> int:
    opening.check(args)
    if not demo.has_display():
        complain(
            "There is no display here, so the console cannot open. Try `safecity-console shot wall --out wall.png`."
        )
        return 1
    with loading():  # Qt, only where a window is opened
        from safecity_console import app  # noqa: PLC0415

    badge = args.as_badge
    password = asked(f"Password of {badge}: ", PASSWORD) if badge is not None else None
    wanted = app.ConsoleOptions(screen=args.screen or "", wall=args.wall or "", kiosk=bool(args.kiosk))
    level = os.environ.get("SAFECITY_LOG", "").upper()
    logs.configure(data_paths(args.data).logs, level or "INFO", level or "WARNING")
    return app.run_console(opened_as(lambda: open_locked(args.data, bool(args.safe)), badge, password), wanted)

