"""`check [--deep]`: is what this folder holds whole?

Belongs here: arguments in, findings out. Does not belong here: finding them (services/check.py).
It needs no services: it must run where the console cannot open the database.
"""

from __future__ import annotations

import argparse
from typing import Any

from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.core.paths import data_paths
from safecity_console.services.check import check_data


def register(subparsers: Any) -> None:
    """Add the verb."""
    parser = subparsers.add_parser("check", parents=[common_flags()], help="look over the database and its keys")
    parser.add_argument("--deep", action="store_true", help="read every page and index (slow on large files)")


def run(args: argparse.Namespace) -> int:
    """Look the data folder over; exit code 1 where a problem was found."""
    # As in wiring.py: a folder named by hand keeps its key in a file beside it.
    problems = check_data(data_paths(args.data), args.deep, use_keyring=args.data is None)
    if args.json:
        answer({"ok": not problems, "problems": problems})
    else:
        for problem in problems:
            say(f"{problem.kind}: {problem.where}: {problem.detail}")
        say("no problems found" if not problems else f"{len(problems)} problems found")
    return Exit.REFUSED if problems else Exit.DONE
