"""`restore FILE --as A --second B --reason TEXT`: a copy of the database in the place of the present one.

Belongs here: the verb, the lock. Does not belong here: the exchange (services/restore.py), passwords (acting.py).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from safecity_console.cli.acting import agreed, signed_in, two_person_flags
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.core.clock import SystemClock
from safecity_console.core.instance_lock import InstanceLock
from safecity_console.core.paths import data_paths
from safecity_console.domain.access import TwoPerson
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.services.audit_verify import head_key
from safecity_console.services.restore import RestoreOrder, copy_database, look_over, restore_database
from safecity_console.wiring import Console, Options


def register(subparsers: Any) -> None:
    """Declare the verb."""
    parser = subparsers.add_parser("restore", parents=[common_flags(), two_person_flags()],
                                   help="put a copy of the database in its place (two officers)")
    parser.add_argument("file", type=Path, help="the copy, as it lies in the backups folder")


def _order(args: argparse.Namespace, data: Path | None, damaged: bool = False) -> RestoreOrder:
    with Console(Options(data)) as console, signed_in(args, console.services):
        approval = agreed(args, console.services, TwoPerson.RESTORE_DATABASE)
        return console.services.audit.order_restore(args.file, approval, damaged)


def run(args: argparse.Namespace) -> int:
    """Restore; refused while a console works on the folder."""
    paths = data_paths(args.data)
    lock = InstanceLock(paths.root / "console.lock")
    lock.take()
    try:
        look_over(args.file)
        try:
            order = _order(args, args.data)
        except DatabaseDamaged:
            # Who may restore cannot be read from a file that does not open: the copy's own officers are asked.
            with tempfile.TemporaryDirectory(dir=paths.root) as folder:
                copy_database(args.file, Path(folder) / "console.db")
                order = _order(args, Path(folder), damaged=True)
        report = restore_database(paths, args.file, order, SystemClock(), head_key(paths, args.data is None))
    finally:
        lock.leave()
    if args.json:
        answer({"ok": True, "rows": report.rows, "head": str(report.head), "left": str(report.left),
                "aside": report.aside})
    else:
        say(f"The database was restored from {args.file.name}; the former one lies in {report.aside}.")
        say(f"The head left behind is {report.left}; the new one is {report.head}.")
    return Exit.DONE
