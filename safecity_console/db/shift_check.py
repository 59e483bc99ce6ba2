"""Looking over the rows of shifts: spans of duty, the running log, signed handovers against their hashes and the audit.

Belongs here: findings. Does not belong here: the rest of the file (check.py), repairing.
Invariants: as in check.py; nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from safecity_console.db.handovers import read_checklist, read_checks, read_handovers
from safecity_console.db.rows import Readable, integer, text
from safecity_console.db.shifts import read_all_shifts, read_hours, read_newest_lines
from safecity_console.domain.errors import Refused
from safecity_console.domain.handover_content import form_of
from safecity_console.domain.report import Problem
from safecity_console.domain.roster import Seam, fit_hours, flaws, seam_of
from safecity_console.domain.shift import Ended, HandoverForm, HandoverRecord, Shift

_EVERY = 2**31


def shift_problems(view: Readable) -> Iterator[Problem]:
    """Find what is wrong with shifts, log and handovers."""
    hours = read_hours(view)
    if hours:
        try:
            fit_hours(hours)
        except Refused as error:
            yield Problem("shift_hours", "hours of shifts", error.code)
    read_checklist(view)
    shifts = read_all_shifts(view)
    for one in shifts:
        read_checks(view, one.id)
    yield from _spans(shifts)
    yield from _log(view)
    yield from _handovers(view, {one.id: one for one in shifts})


def _spans(shifts: Sequence[Shift]) -> Iterator[Problem]:
    for place in flaws(shifts):
        yield Problem("shift_order", f"duty {shifts[place].n}", "is backwards, over the one before, or never ended")
    if [one.n for one in shifts] != list(range(1, len(shifts) + 1)):
        yield Problem("shift_missing", "spans of duty", "a span was taken out")
    for before, after in pairwise(shifts):
        seam = seam_of(before, after)
        if seam is Seam.GAP and (after.gap_from != before.to_at or not after.reason):
            yield Problem("shift_gap_unseen", f"duty {after.n}", "nobody was on duty before it, and it does not say so")


def _log(view: Readable) -> Iterator[Problem]:
    rows = view.rows("SELECT count(*) AS lines, coalesce(max(n), 0) AS last FROM shift_log")
    if integer(rows[0], "lines") != integer(rows[0], "last"):
        yield Problem("shift_log_missing", "running log", "lines were taken out")
    read_newest_lines(view, _EVERY)


def _handovers(view: Readable, shifts: dict[str, Shift]) -> Iterator[Problem]:
    records = read_handovers(view, _EVERY)
    for record in records:
        where = f"handover of {record.signed_at.isoformat()}"
        if not record.whole:
            yield Problem("handover_changed", where, "its content does not give the hash that was signed")
            continue
        try:
            form = form_of(record.content)
        except Refused as error:
            yield Problem("handover_unreadable", where, error.code)
            continue
        yield from _against(view, record, form, where)
    signed = {record.shift_id: record.next_shift_id for record in records}
    for one in shifts.values():
        if one.ended is Ended.HANDOVER and one.id not in signed:
            yield Problem("handover_missing", f"duty {one.n}", "ended by a handover that is not there")
        after = shifts.get(signed.get(one.id, ""))
        if one.id in signed and (after is None or after.from_at != one.to_at):
            yield Problem("handover_span", f"duty {one.n}", "the next duty does not begin where it ended")


def _against(view: Readable, record: HandoverRecord, form: HandoverForm, where: str) -> Iterator[Problem]:
    """Hold a handover against the audit chain: its own row, and the head that stands in it."""
    rows = view.rows("SELECT body FROM audit WHERE action = 'shift.handover' AND badge = ?", [record.outgoing])
    if not any(record.sha256 in text(row, "body") for row in rows):
        yield Problem("handover_unaudited", where, "no row of the audit names its hash")
    head = form.head
    if head is None or not form.signed:
        yield Problem("handover_unsigned", where, "a signature or the audit's head is missing in it")
    elif head.n:
        found = view.rows("SELECT hash FROM audit WHERE n = ?", [head.n])
        if not found or text(found[0], "hash") != head.hash:
            yield Problem("handover_head", where, f"row {head.n} of the audit is not the one it was signed over")
