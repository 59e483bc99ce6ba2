"""`demo`: the simulated district on a fresh data folder, and the console on it.

Belongs here: the verb. Does not belong here: the district's process (simulated.py), windows (app.py).
Without a display it says so and makes a picture of the wall instead.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from safecity_console.cli import opening
from safecity_console.cli.acting import opened_as
from safecity_console.cli.demo_incidents import BEFORE, live_demo_afternoon, put_demo_units
from safecity_console.cli.demo_liaison import seed_liaison
from safecity_console.cli.demo_officers import (
    DUTY_BADGE,
    NAMED_BADGE,
    SUPERVISOR_BADGE,
    MadeOfficer,
    make_officers,
    of_badge,
    officer_lines,
    officer_rows,
)
from safecity_console.cli.demo_shift import take_demo_duty
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.cli.simulated import DistrictCamera, DistrictProcess, fill_registry
from safecity_console.core.clock import ManualClock
from safecity_console.core.end_signals import end_signals_heard
from safecity_console.core.loading import loading
from safecity_console.domain.errors import Refused
from safecity_console.wiring import Console, Options, open_locked

PICTURE = Path("safecity-wall.png")
PICTURE_AFTER_S = 25.0
DEMO_HOLD_S = 5.0


def register(subparsers: Any) -> None:
    """Declare the verb."""
    parser = subparsers.add_parser("demo", parents=[common_flags()], help="open the console on a simulated district")
    parser.add_argument("--cameras", type=int, default=30, metavar="N", help="how many of the thirty cameras (1-30)")
    parser.add_argument("--serve-only", action="store_true", help="print the cameras and keep serving until stopped")
    parser.add_argument("--no-discovery", action="store_true", help="the cameras do not answer when looked for (ONVIF)")
    opening.add_options(parser)


def run(args: argparse.Namespace) -> int:
    """Serve, fill the registry, open the console."""
    if not 1 <= args.cameras <= 30:
        raise Refused("camera_count", low=1, high=30)
    opening.check(args)
    folder, temporary = _folder(args.data)
    try:
        with DistrictProcess([] if args.no_discovery else ["--discovery-port", "3702"]) as district:
            cameras = district.cameras[: args.cameras]
            clock = demo_clock()
            with Console(Options(folder), clock) as console:
                officers = prepare_demo(console, cameras, clock)
            entering = None if args_badge(args) is None else of_badge(officers, str(args_badge(args)))
            # Heard before the cameras are printed: whoever reads them may end us at once.
            ended = end_signals_heard() if args.serve_only else None
            _announce(args, folder, cameras, officers)
            if ended is not None:
                ended.wait()
                return Exit.DONE
            return _open(args, folder, officers, entering)
    finally:
        if temporary:
            shutil.rmtree(folder, ignore_errors=True)


def demo_clock() -> ManualClock:
    """Give the clock of the afternoon that the demo looks back on."""
    return ManualClock(datetime.now(UTC) - BEFORE - timedelta(seconds=1))


def prepare_demo(console: Console, cameras: tuple[DistrictCamera, ...],
                 clock: ManualClock) -> tuple[MadeOfficer, ...]:
    """Fill the registry, make officers, live through an afternoon as one of them.

    The hold of picture faults is shortened, so that a visitor sees them within seconds.
    """
    fill_registry(console.services, cameras)
    put_demo_units(console.services)
    console.services.settings.set("picture.hold_s", DEMO_HOLD_S)
    officers = make_officers(console.services)
    duty = of_badge(officers, DUTY_BADGE)
    console.services.access.sign_in(duty.badge, duty.password, via="demo")
    try:
        take_demo_duty(console.services)
        down = frozenset(camera.number for camera in cameras if camera.expected == "dead")
        named = console.services.officers.by_badge(NAMED_BADGE)
        live_demo_afternoon(console.services, clock, down, "" if named is None else named.id)
    finally:
        console.services.access.sign_out("demo")
    supervisor = of_badge(officers, SUPERVISOR_BADGE)  # committees and contacts are a supervisor's to keep
    console.services.access.sign_in(supervisor.badge, supervisor.password, via="demo")
    try:
        seed_liaison(console.services)
    finally:
        console.services.access.sign_out("demo")
    return officers


def args_badge(args: argparse.Namespace) -> str | None:
    """Give the badge of `--as`, if it was given."""
    badge: str | None = getattr(args, "as_badge", None)
    return badge


def _folder(data: Path | None) -> tuple[Path, bool]:
    if data is None:
        return Path(tempfile.mkdtemp(prefix="safecity-demo-")), True
    if data.exists() and any(data.iterdir()):
        raise Refused("demo_folder_used", folder=str(data))
    return data, False


def _announce(args: argparse.Namespace, folder: Path, cameras: tuple[DistrictCamera, ...],
              officers: tuple[MadeOfficer, ...]) -> None:
    rows = [
        {
            "number": c.number,
            "name": c.name,
            "rtsp_url": c.main_url,
            "sub_url": c.sub_url,
            "onvif_url": c.onvif_url,
            "user": c.user,
            "password": c.password.reveal(),
            "state": c.expected,
        }
        for c in cameras
    ]
    if args.json:
        answer({"data": str(folder), "cameras": rows, "officers": officer_rows(officers)})
        sys.stdout.flush()
        return
    if args.serve_only:
        for row in rows:
            say("{number:>3}  {state:<9} {name:<26} {rtsp_url}  {user} {password}".format(**row))
    else:
        say(f"Simulated district of {len(rows)} cameras; data in {folder}")
    say("Officers, made for this run (badge, role, name, password):")
    for line in officer_lines(officers):
        say(line)
    sys.stdout.flush()


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(args: argparse.Namespace, folder: Path, officers: tuple[MadeOfficer, ...],
          entering: MadeOfficer | None) -> int:
    with loading():  # Qt, only where a window or a picture is made: the other verbs run without it
        from safecity_console import app  # noqa: PLC0415

    if has_display():
        shown = tuple(app.DemoOfficer(one.badge, one.role, one.password.reveal()) for one in officers)
        wanted = app.ConsoleOptions(screen=args.screen or "", wall=args.wall or "", kiosk=bool(args.kiosk),
                                    demo_officers=shown)
        badge, password = (None, None) if entering is None else (entering.badge, entering.password)
        return app.run_console(opened_as(lambda: open_locked(folder, bool(args.safe)), badge, password), wanted)
    say("There is no display here, so no window can be opened. A picture of the wall is made instead…")
    sys.stdout.flush()
    who = entering or of_badge(officers, SUPERVISOR_BADGE)
    with opened_as(lambda: Console(Options(folder)), who.badge, who.password)() as console:
        console.watch()
        app.render_page(console.services, "wall", (1920, 1080), PICTURE_AFTER_S, "", "", PICTURE.absolute())
    say(f"The wall as it looks now: {PICTURE.absolute()}")
    return Exit.DONE
