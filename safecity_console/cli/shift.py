"""`shift show|log|take|checks`: the shift from the command line, for the officer of `--as`.

Belongs here: arguments in, services asked, answers out. Does not belong here: handing over (two officers at one desk do
that on screen), `report shift` (report.py), English for codes (sentences.py).
"""

from __future__ import annotations

import argparse
from typing import Any

from safecity_console.cli.acting import signed_in
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.cli.times import optional_moment
from safecity_console.domain.errors import Refused
from safecity_console.domain.shift import Check, LogLine, Shift
from safecity_console.services.console import ConsoleServices


def register(subparsers: Any) -> None:
    """Add the verb."""
    parser = subparsers.add_parser("shift", help="who is on duty, the running log, the checks")
    verbs = parser.add_subparsers(dest="shift_verb", metavar="VERB", required=True)
    verbs.add_parser("show", parents=[common_flags()], help="who is on duty, since when")
    log = verbs.add_parser("log", parents=[common_flags()], help="read the running log, or add a line to it")
    log.add_argument("text", nargs="?", default="", help="the line; without it the log is read")
    log.add_argument("--at", metavar="TIME", default="", help="when it happened, ISO 8601 with an offset")
    take = verbs.add_parser("take", parents=[common_flags()], help="take duty from nobody")
    take.add_argument("--shift", metavar="LETTER", default="", help="which shift; default: the one that is due")
    take.add_argument("--reason", metavar="TEXT", default="", help="why nobody was on duty")
    verbs.add_parser("checks", parents=[common_flags()], help="the checks of the running shift")


def run(args: argparse.Namespace, services: ConsoleServices) -> int:
    """Carry the verb out."""
    verb: str = args.shift_verb
    if verb == "show":
        return _show(args, services)
    with signed_in(args, services):
        if verb == "take":
            _told(args, services.shifts.take(args.shift, args.reason))
        elif verb == "checks":
            _checks(args, services)
        else:
            _log(args, services)
    return Exit.DONE


def _show(args: argparse.Namespace, services: ConsoleServices) -> int:
    _told(args, services.shifts.on_duty())
    return Exit.DONE


def _told(args: argparse.Namespace, shift: Shift | None) -> None:
    if args.json:
        answer({"shift": None if shift is None else {
            "id": shift.id, "code": shift.code, "badge": shift.badge, "officer": shift.officer, "from": shift.from_at,
            "planned_from": shift.planned_from, "planned_to": shift.planned_to, "gap_from": shift.gap_from,
            "absent_since": shift.absent_since}})
    elif shift is None:
        say("Nobody is on duty.")
    else:
        say(f"Shift {shift.code}: {shift.officer} ({shift.badge}) since {shift.from_at.isoformat(timespec='seconds')}")


def _log(args: argparse.Namespace, services: ConsoleServices) -> None:
    if args.text:
        services.shifts.log(args.text, optional_moment(args.at, services.settings))
    lines = services.shifts.lines()
    if args.json:
        answer({"lines": [_line(one) for one in lines]})
    else:
        for one in lines:
            figures = " ".join(f"{key}={value}" for key, value in one.content.items())
            said = one.text or f"[{one.kind.value}] {figures}"
            say(f"{one.event_at.isoformat(timespec='seconds')}  {one.badge or '-':8}  {said}")


def _line(one: LogLine) -> dict[str, object]:
    return {"id": one.id, "shift": one.shift_id, "kind": one.kind.value, "event_at": one.event_at,
            "entered_at": one.entered_at, "badge": one.badge, "text": one.text, "content": dict(one.content)}


def _checks(args: argparse.Namespace, services: ConsoleServices) -> None:
    shift = services.shifts.on_duty()
    if shift is None:
        raise Refused("shift_nobody")
    checks = services.shifts.checks.of(shift.id)
    if args.json:
        answer({"checks": [_check(one) for one in checks]})
    else:
        for one in checks:
            say(f"{one.state.value:8} {one.text}{': ' + one.note if one.note else ''}")


def _check(one: Check) -> dict[str, object]:
    return {"text": one.text, "source": one.source.value, "state": one.state.value, "note": one.note,
            "figures": dict(one.figures), "badge": one.badge, "at": one.at}
