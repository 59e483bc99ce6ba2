"""How each model of joystick is used, as rows.

Belongs here: their SQL. Does not belong here: the form of a profile (domain/stick_file.py), profiles of models nobody
arranged (domain/stick.py).
Invariants: 1. One row a model; no row: the model's standard profile. 2. A row that cannot be read is reported with
`profile` None, never raised: one bad row must not cost the others. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from safecity_console.db.rows import Readable, integer, text
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.errors import Refused
from safecity_console.domain.stick import StickProfile
from safecity_console.domain.stick_file import profile_of, values_of


@dataclass(frozen=True, slots=True)
class StickRow:
    """One kept profile; None where it is unreadable."""

    model: str
    profile: StickProfile | None


def read_sticks(view: Readable) -> tuple[StickRow, ...]:
    """Read every kept profile."""
    rows = view.rows("SELECT model, arranged, revision FROM stick_profile ORDER BY model")
    return tuple(StickRow(text(row, "model"), _profile(text(row, "model"), text(row, "arranged"),
                                                       integer(row, "revision"))) for row in rows)


def put_stick(transaction: Transaction, profile: StickProfile) -> StickProfile:
    """Keep how a model is used; raises Conflict where somebody else changed it since `revision`."""
    values = {"model": profile.model, "arranged": json.dumps(values_of(profile), ensure_ascii=False, sort_keys=True)}
    row_id = _row_id(transaction, profile.model)
    if row_id is None:
        change = transaction.insert(Table.STICK_PROFILE, values)
    else:
        change = transaction.update(Table.STICK_PROFILE, row_id, values, profile.revision)
    return replace(profile, revision=change.revision)


def forget_stick(transaction: Transaction, model: str) -> bool:
    """Delete what is kept of a model; tells whether there was anything."""
    row_id = _row_id(transaction, model)
    if row_id is not None:
        transaction.delete(Table.STICK_PROFILE, row_id)
    return row_id is not None


def _row_id(transaction: Transaction, model: str) -> str | None:
    row = transaction.one("SELECT id FROM stick_profile WHERE model = ?", [model])
    return None if row is None else text(row, "id")


def _profile(model: str, arranged: str, revision: int) -> StickProfile | None:
    try:
        return replace(profile_of(json.loads(arranged)), model=model, revision=revision)
    except (ValueError, RecursionError, Refused):
        return None
