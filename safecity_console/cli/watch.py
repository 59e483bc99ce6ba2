"""`watch list | add | withdraw | found | seen`: the watch board from the command line.

Belongs here: arguments in, service called, answer out. Does not belong here: rules (domain/watch_notice.py), who may
(services/watch_notices.py). Invariant: no picture leaves by a list: only whether there is one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from safecity_console.cli.acting import signed_in
from safecity_console.cli.output import Exit, answer, common_flags, refuse, say
from safecity_console.domain.errors import NotFound, WorldError
from safecity_console.domain.watch_notice import (
    LONGEST,
    OnBoard,
    Sighting,
    WatchEnd,
    WatchKind,
    WatchNotice,
    WatchState,
)
from safecity_console.services.console import ConsoleServices

USUAL_DAYS = 30


def register(subparsers: Any) -> None:
    """Declare the verbs."""
    parser = subparsers.add_parser("watch", help="wanted persons, vehicles, missing children: the watch board")
    verbs = parser.add_subparsers(dest="watch_verb", metavar="VERB", required=True)
    common = common_flags()
    listed = verbs.add_parser("list", parents=[common], help="list notices")
    listed.add_argument("text", nargs="?", default="", metavar="TEXT", help="words, a plate or a part of one")
    listed.add_argument("--all", action="store_true", help="ended and expired ones too")
    _add_flags(verbs.add_parser("add", parents=[common], help="post a notice"))
    for name, words in (("withdraw", "take a notice off the board"), ("found", "say that it was found")):
        ended = verbs.add_parser(name, parents=[common], help=words)
        ended.add_argument("notice", metavar="W-001")
        ended.add_argument("--reason", required=True, metavar="TEXT")
    seen = verbs.add_parser("seen", parents=[common], help="note that it was seen")
    seen.add_argument("notice", metavar="W-001")
    seen.add_argument("--camera", type=int, metavar="N")
    seen.add_argument("--minutes-ago", type=int, default=0, metavar="M")
    seen.add_argument("--note", default="", metavar="TEXT")


def _add_flags(add: argparse.ArgumentParser) -> None:
    add.add_argument("--kind", choices=[one.value for one in WatchKind], required=True)
    add.add_argument("--title", required=True, metavar="TEXT", help="who or what is looked for")
    add.add_argument("--description", default="", metavar="TEXT")
    add.add_argument("--plate", default="", metavar="PLATE")
    add.add_argument("--issued-by", required=True, metavar="TEXT")
    add.add_argument("--days", type=int, default=USUAL_DAYS, metavar="DAYS", help=f"1 to {LONGEST.days}")
    add.add_argument("--picture", type=Path, metavar="FILE", help="PNG or JPEG")


def run(args: argparse.Namespace, services: ConsoleServices) -> int:
    """Carry out a verb; gives the exit code."""
    verbs: dict[str, Callable[[argparse.Namespace, ConsoleServices], int]] = {
        "list": _list, "add": _add, "withdraw": _end, "found": _end, "seen": _seen,
    }
    try:
        with signed_in(args, services):
            return verbs[args.watch_verb](args, services)
    except WorldError as error:
        return refuse(error, args.json)


def _list(args: argparse.Namespace, services: ConsoleServices) -> int:
    found = services.watch_notices.find(args.text, None if args.all else WatchState.OPEN)
    if args.json:
        answer({"notices": [_document(one, services) for one in found]})
        return Exit.DONE
    for one in found:
        notice = one.notice
        state = notice.state(services.clock.now())
        say(f"{notice.label:<7} {notice.kind.value:<14} {state.value:<10} {notice.plate:<12} {notice.title}"
            f"  (until {notice.expires_at.isoformat(timespec='minutes')}, seen {one.seen})")
    say(f"{len(found)} notices")
    return Exit.DONE


def _add(args: argparse.Namespace, services: ConsoleServices) -> int:
    # What lies outside is refused by the rule; the bound here only keeps the sum a date.
    days = max(-1, min(args.days, LONGEST.days + 1))
    made = services.watch_notices.post(WatchNotice(
        "", WatchKind(args.kind), args.title, services.clock.now() + timedelta(days=days), args.description, args.plate,
        args.issued_by), args.picture)
    return _told(args, services, made, f"{made.label} is on the board.")


def _end(args: argparse.Namespace, services: ConsoleServices) -> int:
    notice = services.watch_notices.by_label(args.notice).notice
    end = WatchEnd.FOUND if args.watch_verb == "found" else WatchEnd.WITHDRAWN
    ended = services.watch_notices.end(notice.id, end, args.reason)
    return _told(args, services, ended, f"{ended.label} left the board.")


def _seen(args: argparse.Namespace, services: ConsoleServices) -> int:
    notice = services.watch_notices.by_label(args.notice).notice
    camera = services.cameras.by_number(args.camera) if args.camera is not None else None
    if args.camera is not None and camera is None:
        raise NotFound("camera_missing", number=args.camera)
    ago = max(-1, min(args.minutes_ago, 60 * 24 * 31))
    seen_at = services.clock.now() - timedelta(minutes=ago) if ago else None
    sighting = Sighting(notice.id, camera.id if camera is not None else "", args.note, seen_at)
    noted = services.watch_notices.seen(sighting)
    return _told(args, services, noted, f"The sighting of {noted.label} is noted.")


def _told(args: argparse.Namespace, services: ConsoleServices, notice: WatchNotice, sentence: str) -> int:
    if args.json:
        one = services.watch_notices.by_id(notice.id)
        answer({"notices": [_document(one, services)] if one is not None else []})
    else:
        say(sentence)
    return Exit.DONE


def _document(one: OnBoard, services: ConsoleServices) -> dict[str, object]:
    notice = one.notice
    return {
        "id": notice.id, "number": notice.label, "full_number": notice.full_label, "kind": notice.kind,
        "state": notice.state(services.clock.now()), "title": notice.title, "description": notice.description,
        "plate": notice.plate, "issued_by": notice.issued_by, "posted_at": notice.posted_at,
        "posted_by": notice.posted_by, "expires_at": notice.expires_at, "has_picture": notice.picture is not None,
        "seen": one.seen, "last_seen_at": one.last_seen.at if one.last_seen is not None else None,
        "end_reason": notice.end_reason,
    }
