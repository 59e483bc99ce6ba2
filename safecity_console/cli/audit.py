"""`audit verify` and `audit list`: is the chain whole, and what stands in it.

Belongs here: arguments in, findings and lines out. Does not belong here: verifying (services/audit_verify.py), who may
read (services/audit.py).
`verify` needs no services and nobody signed in: it runs beside a working console and where none can open the database.
"""

from __future__ import annotations

import argparse
from typing import Any

from safecity_console.cli.acting import signed_in
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.cli.times import optional_moment
from safecity_console.core.paths import data_paths
from safecity_console.domain.audit import Action, AuditEntry, AuditFilter, Head, head_of
from safecity_console.domain.errors import Refused
from safecity_console.services.audit_verify import Verified, problem_of, verify_folder
from safecity_console.services.console import ConsoleServices
from safecity_console.services.settings import SettingsService

LIST_MOST = 100_000


def register(subparsers: Any) -> None:
    """Add the verbs."""
    parser = subparsers.add_parser("audit", help="the chain of everything that was done here")
    verbs = parser.add_subparsers(dest="audit_verb", metavar="VERB", required=True)
    verify = verbs.add_parser("verify", parents=[common_flags()], help="is the chain whole? needs nobody signed in")
    verify.add_argument("--head", metavar="N:HASH", action="append", default=[],
                        help="a head as printed on a handover sheet; may be given several times")
    listed = verbs.add_parser("list", parents=[common_flags()], help="entries, newest first (--as BADGE)")
    listed.add_argument("--from", dest="from_at", metavar="TIME", default="", help="ISO 8601 with an offset")
    listed.add_argument("--to", dest="to_at", metavar="TIME", default="")
    listed.add_argument("--badge", default="", help="only this officer's")
    listed.add_argument("--action", action="append", default=[], metavar="WORD", help="like camera.view; several times")
    listed.add_argument("--about", action="append", default=[], metavar="ID", help="of this camera, incident, officer")
    listed.add_argument("--refused", action="store_true", help="only what was refused or failed")
    listed.add_argument("--text", default="", help="only entries that hold this text")
    listed.add_argument("--limit", type=int, default=100)


def run_verify(args: argparse.Namespace) -> int:
    """Verify; exit code 1 where a flaw was found."""
    heads = [_head(text) for text in args.head]
    found = verify_folder(data_paths(args.data), heads, use_keyring=args.data is None)
    if args.json:
        answer(_document(found))
    else:
        _say(found)
    return Exit.DONE if found.ok else Exit.REFUSED


def run_list(args: argparse.Namespace, services: ConsoleServices) -> int:
    """List entries, newest first."""
    wanted = _filter(args, services.settings)
    with signed_in(args, services):
        numbers = services.audit.find(wanted)
        shown = services.audit.entries(numbers[:max(1, min(LIST_MOST, args.limit))])
    if args.json:
        answer({"ok": True, "count": len(numbers), "entries": [_entry(one) for one in shown]})
        return Exit.DONE
    for one in shown:
        about = " ".join(part for part in (one.about.kind, one.about.id) if part)
        detail = " ".join(f"{key}={value}" for key, value in sorted(one.detail.items()))
        who = one.actor.badge or one.actor.name
        say(f"{one.n:>8}  {one.at.isoformat(timespec='milliseconds')}  {who:<12}  {one.action:<22} {one.outcome:<8} "
            f"{about}  {detail}".rstrip())
    say(f"{len(shown)} of {len(numbers)} entries")
    return Exit.DONE


def _head(text: str) -> Head:
    found = head_of(text)
    if found is None:
        raise Refused("audit_head_unreadable", text=text[:40])
    return found


def _filter(args: argparse.Namespace, settings: SettingsService) -> AuditFilter:
    known = {one.value for one in Action}
    for word in args.action:
        if word not in known:
            raise Refused("audit_action_unknown", word=word[:40])
    return AuditFilter(args.badge.strip().upper(), frozenset(args.action), frozenset(args.about),
                       optional_moment(args.from_at, settings), optional_moment(args.to_at, settings), args.refused,
                       args.text)



def _document(found: Verified) -> dict[str, object]:
    return {
        "ok": found.ok, "problems": [problem_of(one) for one in found.flaws], "more_problems": found.more,
        "rows": found.rows, "head": str(found.head), "seconds": round(found.seconds, 3),
        "restored": [{"row": one.n, "left": str(one.left)} for one in found.restored],
        "left_behind": [str(one) for one in found.left_behind],
    }


def _say(found: Verified) -> None:
    for one in map(problem_of, found.flaws):
        say(f"{one.kind}: {one.where}: {one.detail}")
    if found.more:
        say(f"and {found.more} more")
    for restored in found.restored:
        say(f"note: row {restored.n} tells that the database was restored; rows {restored.n} to {restored.left.n} of "
            "the chain before were left behind")
    for head in found.left_behind:
        say(f"note: head {head.n} belongs to the rows that a restore left behind")
    end = "the chain is whole" if found.ok else f"the chain is NOT whole: {len(found.flaws) + found.more} problems"
    say(f"{found.rows} rows in {found.seconds:.1f} s, head {found.head}: {end}")


def _entry(one: AuditEntry) -> dict[str, object]:
    return {"n": one.n, "at": one.at, "badge": one.actor.badge, "name": one.actor.name, "role": one.actor.role,
            "action": one.action, "about": {"kind": one.about.kind, "id": one.about.id}, "outcome": one.outcome,
            "detail": one.detail, "station": one.station, "hash": one.hash}
