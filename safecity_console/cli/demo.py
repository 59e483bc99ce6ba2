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
from pathlib import Path
from typing import Any

from safecity_console.cli import opening
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.cli.simulated import DistrictCamera, DistrictProcess, fill_registry
from safecity_console.core.end_signals import end_signals_heard
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
            with Console(Options(folder)) as console:
                prepare_demo(console, cameras)
            # Heard before the cameras are printed: whoever reads them may end us at once.
            ended = end_signals_heard() if args.serve_only else None
            _announce(args, folder, cameras)
            if ended is not None:
                ended.wait()
                return Exit.DONE
            return _open(args, folder, cameras)
    finally:
        if temporary:
            shutil.rmtree(folder, ignore_errors=True)


def prepare_demo(console: Console, cameras: tuple[DistrictCamera, ...]) -> None:
    """Fill the registry and shorten the hold of picture faults, so that a visitor sees them within seconds."""
    fill_registry(console.services, cameras)
    console.services.settings.set("picture.hold_s", DEMO_HOLD_S)


def _folder(data: Path | None) -> tuple[Path, bool]:
    if data is None:
        return Path(tempfile.mkdtemp(prefix="safecity-demo-")), True
    if data.exists() and any(data.iterdir()):
        raise Refused("demo_folder_used", folder=str(data))
    return data, False


def _announce(args: argparse.Namespace, folder: Path, cameras: tuple[DistrictCamera, ...]) -> None:
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
        answer({"data": str(folder), "cameras": rows, "officers": []})
        sys.stdout.flush()
        return
    if args.serve_only:
        for row in rows:
            say("{number:>3}  {state:<9} {name:<26} {rtsp_url}  {user} {password}".format(**row))
    else:
        say(f"Simulated district of {len(rows)} cameras; data in {folder}")
    sys.stdout.flush()


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(args: argparse.Namespace, folder: Path, cameras: tuple[DistrictCamera, ...]) -> int:
    # Qt is loaded only where a window or a picture is made: the other verbs run without it.
    from safecity_console import app  # noqa: PLC0415

    if has_display():
        wanted = app.ConsoleOptions(screen=args.screen or "", wall=args.wall or "", kiosk=bool(args.kiosk))
        return app.run_console(lambda: open_locked(folder, bool(args.safe)), wanted)
    say(
        f"There is no display here, so no window can be opened. "
        f"A picture of the wall of {len(cameras)} cameras is made instead…"
    )
    sys.stdout.flush()
    with Console(Options(folder)) as console:
        console.watch()
        app.render_page(console.services, "wall", (1920, 1080), PICTURE_AFTER_S, "", "", PICTURE.absolute())
    say(f"The wall as it looks now: {PICTURE.absolute()}")
    return Exit.DONE
