"""Tours as rows.

Belongs here: their SQL, reading and writing the content as JSON. Does not belong here: what makes a tour valid
(domain/tour.py).
Invariants: 1. A row whose content is not exactly a tour is reported as `None`, never raised: one bad tour must not cost
the others. 2. `used` only rises; the tour with the highest one was started last. After a crash a tour is as it was
saved last: each write is one transaction. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from safecity_console.db.layouts import POSITION_MOST
from safecity_console.db.rows import Readable, Row, integer, text
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.tour import SavedTour, Tour, TourKind, TourStep, TourTiles, tour_of

USED_MOST = 2**53
_KEYS = {"kind", "tiles", "dwell_s", "skip_dead", "steps", "used"}


@dataclass(frozen=True, slots=True)
class TourRow:
    """One stored tour; `saved` is None where its content is unreadable."""

    id: str
    name: str
    saved: SavedTour | None
    used: int = 0


def read_tours(view: Readable) -> tuple[TourRow, ...]:
    """Read every tour in the officers' order."""
    return tuple(_row(row) for row in view.rows("SELECT * FROM tour ORDER BY position, name COLLATE NOCASE"))


def put_tour(transaction: Transaction, tour: Tour, tour_id: str | None = None,
             expected_revision: int | None = None) -> str:
    """Write a tour, a new one at the end; gives its id.

    A taken name raises Conflict("tour_name_taken") at the door, a deleted row NotFound("tour_missing"), another
    revision Conflict("changed_meanwhile").
    """
    if tour_id is None:
        last = transaction.one("SELECT coalesce(max(position), 0) AS last FROM tour")
        place = min(POSITION_MOST, integer(last, "last") + 1) if last is not None else 1
        values = {"name": tour.name, "position": place, "content": _content(tour, 0)}
        return transaction.insert(Table.TOUR, values).row_id
    used = _must_be(transaction, tour_id).used
    values = {"name": tour.name, "content": _content(tour, used)}
    return transaction.update(Table.TOUR, tour_id, values, expected_revision).row_id


def delete_tour(transaction: Transaction, tour_id: str) -> None:
    """Delete a tour; raises NotFound("tour_missing")."""
    _must_be(transaction, tour_id)
    transaction.delete(Table.TOUR, tour_id)


def order_tours(transaction: Transaction, tour_ids: Sequence[str]) -> None:
    """Put tours into an order; those not named follow as they stood."""
    rows = transaction.rows("SELECT id, position FROM tour ORDER BY position, name COLLATE NOCASE")
    held = {text(row, "id"): integer(row, "position") for row in rows}
    wanted = [one for one in dict.fromkeys(tour_ids) if one in held]
    for place, tour_id in enumerate([*wanted, *(one for one in held if one not in wanted)], start=1):
        if held[tour_id] != place:
            transaction.update(Table.TOUR, tour_id, {"position": place})


def note_used(transaction: Transaction, tour_id: str) -> None:
    """Note that a tour was started last; raises NotFound("tour_missing")."""
    row = _must_be(transaction, tour_id)
    most = max((one.used for one in read_tours(transaction)), default=0)
    if row.saved is not None and (row.used < most or not row.used):
        transaction.update(Table.TOUR, tour_id, {"content": _content(row.saved.tour, min(USED_MOST, most + 1))})


def _must_be(transaction: Transaction, tour_id: str) -> TourRow:
    row = transaction.one("SELECT * FROM tour WHERE id = ?", [tour_id])
    if row is None:
        raise NotFound("tour_missing")
    return _row(row)


def _content(tour: Tour, used: int) -> str:
    steps = [[step.target, step.dwell_s] for step in tour.steps]
    return json.dumps({"kind": tour.kind.value, "tiles": tour.tiles.value, "dwell_s": tour.dwell_s,
                       "skip_dead": tour.skip_dead, "steps": steps, "used": used})


def _row(row: Row) -> TourRow:
    tour_id, name = text(row, "id"), text(row, "name")
    try:
        content = json.loads(text(row, "content"))
    except (ValueError, RecursionError):
        content = None
    tour = _tour(name, content)
    if tour is None:
        return TourRow(tour_id, name, None)
    return TourRow(tour_id, name, SavedTour(tour_id, tour, integer(row, "revision")), content["used"])


def _tour(name: str, content: object) -> Tour | None:
    """Read the content strictly: an unknown or missing key, or a value of another kind, is no tour."""
    if not isinstance(content, dict) or content.keys() != _KEYS or type(content["used"]) is not int \
            or not 0 <= content["used"] <= USED_MOST:
        return None
    steps, dwell_s, skip_dead = content["steps"], content["dwell_s"], content["skip_dead"]
    if not isinstance(steps, list) or not all(_is_step(one) for one in steps) or not _is_dwell(dwell_s) \
            or type(skip_dead) is not bool:
        return None
    try:
        kind, tiles = TourKind(content["kind"]), TourTiles(content["tiles"])
        return tour_of(name, kind, (TourStep(*one) for one in steps), tiles, dwell_s, skip_dead)
    except (ValueError, Refused):
        return None


def _is_step(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and _is_dwell(value[1])


def _is_dwell(value: object) -> bool:
    return value is None or type(value) is int
