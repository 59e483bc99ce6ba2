"""The start options of a window, shared by the console and `demo`.

Belongs here: declaring and checking them. Does not belong here: carrying them out (ui/opening.py).
Invariants: 1. `--safe` stands alone: it means that nothing kept is used and the console opens in a window.
"""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from safecity_console.domain.errors import Refused

TEXT_MOST = 120


def add_options(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Declare the options; a verb leaves those alone that stood before it, the program itself gives None."""
    add = partial(parser.add_argument, default=default)
    add("--screen", metavar="N|NAME", help="open on this screen: its number, from 1, or its name")
    add("--wall", metavar="NAME", help="open with this saved wall")
    add("--kiosk", action="store_true", help="fill the screen without a frame; closing asks first, the pointer hides")
    add("--safe", action="store_true",
        help="safe start: ignore saved walls, other screens, tours and keys, and change none of them")


def check(args: argparse.Namespace) -> None:
    """Refuse what does not go together or cannot be a name; raises Refused("safe_alone" | "option_long")."""
    if args.safe and (args.wall or args.kiosk or args.screen):
        raise Refused("safe_alone")
    for word in ("screen", "wall"):
        if len(getattr(args, word) or "") > TEXT_MOST:
            raise Refused("option_long", option=f"--{word}", most=TEXT_MOST)
