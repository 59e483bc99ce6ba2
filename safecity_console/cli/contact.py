"""`contact list | add`: the committees and contacts from the command line.

Belongs here: arguments in, service called, answer out. Does not belong here: rules (domain/liaison.py), who may
(services/contacts.py). Invariant: numbers of citizens are read by whoever signs in and may; each search is audited.
"""

from __future__ import annotations

import argparse
from typing import Any

from safecity_console.cli.acting import signed_in
from safecity_console.cli.output import Exit, answer, common_flags, refuse, say
from safecity_console.domain.errors import NotFound, WorldError
from safecity_console.domain.finding import fold
from safecity_console.domain.liaison import Contact, ContactKind
from safecity_console.services.console import ConsoleServices


def register(subparsers: Any) -> None:
    """Declare the verbs."""
    parser = subparsers.add_parser("contact", help="committees, shops with cameras, offices: who is near a place")
    verbs = parser.add_subparsers(dest="contact_verb", metavar="VERB", required=True)
    common = common_flags()
    listed = verbs.add_parser("list", parents=[common], help="list contacts")
    listed.add_argument("text", nargs="?", default="", metavar="TEXT", help="a part of name, number, place or notes")
    listed.add_argument("--site", default="", metavar="PLACE", help="only who is near this place")
    listed.add_argument("--kind", choices=[one.value for one in ContactKind])
    add = verbs.add_parser("add", parents=[common], help="add a contact")
    add.add_argument("--kind", choices=[one.value for one in ContactKind], required=True)
    add.add_argument("--name", required=True, metavar="T")
    add.add_argument("--name-ur", default="", metavar="T")
    add.add_argument("--phone", action="append", default=[], metavar="NUMBER", help="may be given several times")
    add.add_argument("--site", default="", metavar="PLACE")
    add.add_argument("--committee", default="", metavar="NAME")
    add.add_argument("--cameras", type=int, default=0, metavar="N", help="private cameras")
    add.add_argument("--looks-at", default="", metavar="TEXT")
    add.add_argument("--kept-days", type=int, default=0, metavar="DAYS")
    add.add_argument("--notes", default="", metavar="TEXT")


def run(args: argparse.Namespace, services: ConsoleServices) -> int:
    """Carry out a verb; gives the exit code."""
    try:
        with signed_in(args, services):
            return _list(args, services) if args.contact_verb == "list" else _add(args, services)
    except WorldError as error:
        return refuse(error, args.json)


def _list(args: argparse.Namespace, services: ConsoleServices) -> int:
    found = services.contacts.find(args.text)
    if args.site:
        near = {one.id for one in services.contacts.near(_site(services, args.site))}
        found = tuple(one for one in found if one.id in near)
    if args.kind:
        found = tuple(one for one in found if one.kind.value == args.kind)
    places = {site.id: site.name for site in services.cameras.sites()}
    if args.json:
        answer({"contacts": [_document(one, places) for one in found]})
        return Exit.DONE
    for one in found:
        phones = ", ".join(one.phones)
        say(f"{one.kind.value:<18} {one.name:<32} {phones:<26} {places.get(one.site_id, '')}")
    say(f"{len(found)} contacts")
    return Exit.DONE


def _add(args: argparse.Namespace, services: ConsoleServices) -> int:
    committee = ""
    if args.committee:
        known = {fold(one.name): one.id for one in services.contacts.committees()}
        committee = known.get(fold(args.committee), "")
        if not committee:
            raise NotFound("committee_missing")
    made = services.contacts.put(Contact(
        "", ContactKind(args.kind), args.name, args.name_ur, tuple(args.phone),
        _site(services, args.site) if args.site else "", committee, args.cameras, args.looks_at, args.kept_days,
        args.notes))
    if args.json:
        answer({"contacts": [_document(made, {site.id: site.name for site in services.cameras.sites()})]})
    else:
        say(f"{made.name} was added.")
    return Exit.DONE


def _site(services: ConsoleServices, name: str) -> str:
    wanted = fold(name)
    found = next((one.id for one in services.cameras.sites() if wanted in (fold(one.name), fold(one.name_ur))), None)
    if found is None:
        raise NotFound("site_missing")
    return found


def _document(one: Contact, places: dict[str, str]) -> dict[str, object]:
    return {
        "id": one.id, "kind": one.kind, "name": one.name, "name_ur": one.name_ur, "phones": one.phones,
        "site": places.get(one.site_id, ""), "committee_id": one.committee_id, "cameras": one.cameras,
        "looks_at": one.look_at, "kept_days": one.kept_days, "notes": one.notes, "active": one.active,
    }
