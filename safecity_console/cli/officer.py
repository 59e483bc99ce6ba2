"""`officer begin | list | add | password | deactivate`: the officers from the command line.

Belongs here: arguments in, services called, answer out. Does not belong here: rules (services/officers.py).
Invariants: 1. A password is typed or comes from a variable, never from an argument, and is never printed. 2. The new
password of an officer comes from SAFECITY_NEW_PASSWORD or is typed twice.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from safecity_console.cli.acting import agreed, asked, signed_in, two_person_flags
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode, TwoPerson, fit_badge
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.services.console import ConsoleServices

NEW_PASSWORD = "SAFECITY_NEW_PASSWORD"


def register(subparsers: Any) -> None:
    """Declare the verb and its own."""
    parser = subparsers.add_parser("officer", help="the officers of this console")
    verbs = parser.add_subparsers(dest="officer_verb", metavar="VERB", required=True)
    common, second = common_flags(), two_person_flags()
    first = verbs.add_parser("begin", parents=[common], help="make the first administrator of a fresh console")
    made = verbs.add_parser("add", parents=[common, second], help="make an officer, who changes his password first")
    for parser_of_one in (first, made):
        parser_of_one.add_argument("badge", metavar="BADGE")
        parser_of_one.add_argument("--name", required=True, metavar="T")
    made.add_argument("--role", required=True, metavar="CODE",
                      help="its code: " + ", ".join(one.value for one in RoleCode))
    made.add_argument("--name-ur", default="", metavar="T")
    made.add_argument("--rank", default="", metavar="T")
    made.add_argument("--reports-to", default="", metavar="BADGE")
    verbs.add_parser("list", parents=[common], help="list the officers")
    changed = verbs.add_parser("password", parents=[common, second], help="give an officer, or oneself, a new password")
    gone = verbs.add_parser("deactivate", parents=[common, second], help="let an officer sign in no more")
    for parser_of_one in (changed, gone):
        parser_of_one.add_argument("badge", metavar="BADGE")


def run(args: argparse.Namespace, services: ConsoleServices) -> int:
    """Carry out a verb; gives the exit code."""
    verb: Callable[[argparse.Namespace, ConsoleServices], Sequence[Officer]] = {
        "begin": _begin, "list": lambda _args, all_of: all_of.officers.officers(), "add": _add,
        "password": _password, "deactivate": _deactivate,
    }[args.officer_verb]
    officers = verb(args, services)
    rows = [_row(one, services) for one in officers]
    if args.json:
        answer({"officers": rows})
        return Exit.DONE
    for row in rows:
        off = "" if row["active"] else "  (inactive)"
        say("{badge:<12} {role:<20} {rank:<14} {name}".format(**row) + off)
    return Exit.DONE


def _row(officer: Officer, services: ConsoleServices) -> dict[str, object]:
    by_id = {one.id: one.badge for one in services.officers.officers()}
    return {"badge": officer.badge, "name": officer.name, "name_ur": officer.name_ur, "rank": officer.rank,
            "role": services.officers.role_of(officer).code, "reports_to": by_id.get(officer.reports_to, ""),
            "active": officer.active, "must_change_password": officer.must_change_password}


def _begin(args: argparse.Namespace, services: ConsoleServices) -> Sequence[Officer]:
    return [services.officers.begin(args.badge, args.name, _new_password(args.badge))]


def _add(args: argparse.Namespace, services: ConsoleServices) -> Sequence[Officer]:
    role_id = next((role.id for role in services.officers.roles() if role.code == args.role), None)
    with signed_in(args, services):
        if role_id is None:
            raise NotFound("role_missing")
        superior = _officer(services, args.reports_to).id if args.reports_to else ""
        officer = Officer("", args.badge, args.name, role_id, args.name_ur, args.rank, superior)
        password = _new_password(args.badge)
        return [services.officers.add(officer, password, agreed(args, services, TwoPerson.ADD_ADMINISTRATOR))]


def _password(args: argparse.Namespace, services: ConsoleServices) -> Sequence[Officer]:
    with signed_in(args, services, must_change_too=_same(args.badge, getattr(args, "as_badge", None))) as current:
        officer = _officer(services, args.badge)
        services.officers.set_password(officer.id, _new_password(officer.badge), current,
                                       agreed(args, services, TwoPerson.ADD_ADMINISTRATOR))
        return [_officer(services, args.badge)]


def _deactivate(args: argparse.Namespace, services: ConsoleServices) -> Sequence[Officer]:
    with signed_in(args, services):
        officer = _officer(services, args.badge)
        return [services.officers.change(replace(officer, active=False),
                                         agreed(args, services, TwoPerson.ADD_ADMINISTRATOR))]


def _officer(services: ConsoleServices, badge: str) -> Officer:
    found = services.officers.by_badge(fit_badge(badge))
    if found is None:
        raise NotFound("officer_missing")
    return found


def _same(badge: str, other: str | None) -> bool:
    try:
        return other is not None and fit_badge(badge) == fit_badge(other)
    except Refused:
        return False


def _new_password(badge: str) -> Secret:
    first = asked(f"New password of {badge}: ", NEW_PASSWORD)
    if NEW_PASSWORD not in os.environ and asked("The same once more: ", NEW_PASSWORD) != first:
        raise Refused("passwords_differ")
    return first
