"""`shot PAGE`: a picture of one page of the real program, rendered without a screen.

Belongs here: the verb. Does not belong here: rendering (app.py).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from safecity_console.cli.acting import signed_in
from safecity_console.cli.demo import args_badge, demo_clock, prepare_demo
from safecity_console.cli.demo_officers import SUPERVISOR_BADGE, MadeOfficer, of_badge
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.cli.simulated import DistrictProcess
from safecity_console.domain.errors import Refused
from safecity_console.wiring import Console, Options

SIGN_IN_PAGE = "signin"
LEAST, MOST = (640, 480), (7680, 4320)


def register(subparsers: Any) -> None:
    """Declare the verb."""
    parser = subparsers.add_parser("shot", parents=[common_flags()], help="render one page of the console to a PNG")
    parser.add_argument("page", help="wall, incidents, settings …; a wrong one lists them")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument(
        "--after", type=float, default=5.0, metavar="S", help="seconds to run before the picture is taken"
    )
    parser.add_argument("--lang", choices=("en", "ur"))
    parser.add_argument("--theme", choices=("dark", "light"))
    parser.add_argument("--demo", action="store_true", help="on a simulated district with a temporary data folder")


def parse_size(text: str) -> tuple[int, int]:
    """Read "1920x1080"; raises Refused("size_unreadable")."""
    match = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if match is None:
        raise Refused("size_unreadable", size=text[:20])
    size = int(match[1]), int(match[2])
    if not all(low <= value <= high for low, value, high in zip(LEAST, size, MOST, strict=True)):
        raise Refused("size_unreadable", size=text[:20])
    return size


def _enter(stack: ExitStack, args: argparse.Namespace, console: Console, officers: tuple[MadeOfficer, ...]) -> None:
    """Sign in as `--as` says; in the demo as its supervisor where nothing is said."""
    if officers:
        who = of_badge(officers, args_badge(args) or SUPERVISOR_BADGE)
        console.services.access.sign_in(who.badge, who.password, via="shot")
    else:
        stack.enter_context(signed_in(args, console.services))


def run(args: argparse.Namespace) -> int:
    """Render the page."""
    # Qt is loaded only where a picture is made.
    from safecity_console import app  # noqa: PLC0415
    from safecity_console.ui.rail import PAGES  # noqa: PLC0415

    size = parse_size(args.size)
    pages = [*(name for name, _icon in PAGES), app.SIGN_IN_PAGE]
    if args.page not in pages:
        raise Refused("page_unknown", page=args.page[:30], pages=", ".join(pages))
    seconds = max(0.0, min(600.0, args.after))
    try:
        args.out.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refused("file_unwritable") from None
    with ExitStack() as stack:
        officers: tuple[MadeOfficer, ...] = ()
        folder = getattr(args, "data", None)
        if args.demo:
            folder = Path(tempfile.mkdtemp(prefix="safecity-shot-"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            district = stack.enter_context(DistrictProcess())
            clock = demo_clock()
            with Console(Options(folder), clock) as console:
                officers = prepare_demo(console, district.cameras, clock)
        environment = {**os.environ, **({"SAFECITY_SCREEN_LANGUAGE": args.lang} if args.lang else {})}
        console = stack.enter_context(Console(Options(folder, environment)))
        if args.page != SIGN_IN_PAGE:  # which nobody has passed yet
            _enter(stack, args, console, officers)
        console.watch()
        try:
            app.render_page(console.services, args.page, size, seconds, args.theme or "", args.lang or "", args.out)
        except OSError:
            raise Refused("file_unwritable") from None
    if args.json:
        answer({"page": args.page, "size": f"{size[0]}x{size[1]}", "seconds": seconds, "out": str(args.out)})
    else:
        say(f"{args.page} → {args.out}")
    return Exit.DONE
