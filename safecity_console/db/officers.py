"""Rows of roles, camera groups, officers, their credentials and wrong tries.

Belongs here: SQL and strict reading. Does not belong here: hashing, who may change what (services/).
Invariants: 1. A hash leaves this module only as the answer of `read_credential`. 2. Officers are never deleted, only
made inactive: the audit names them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from safecity_console.db.rows import Readable, Row, flag, integer, moment, optional_text, text, time_text
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.access import CameraGroup, Officer, Permission, Role
from safecity_console.domain.audit import Action
from safecity_console.domain.errors import Conflict, DatabaseDamaged

_KNOWN = frozenset(one.value for one in Permission)  # a newer program's grants are passed over


@dataclass(frozen=True, slots=True, repr=False)
class Credential:
    """What a password and a PIN are checked against."""

    password_hash: str
    pin_hash: str | None
    must_change: bool


def read_roles(view: Readable) -> tuple[Role, ...]:
    """Read every role, in the order they were made."""
    return tuple(_role(row) for row in view.rows("SELECT * FROM role ORDER BY created_at, id"))


def read_groups(view: Readable) -> tuple[CameraGroup, ...]:
    """Read every camera group by name."""
    rows = view.rows("SELECT * FROM camera_group ORDER BY name COLLATE NOCASE")
    return tuple(CameraGroup(text(row, "id"), text(row, "name"), frozenset(_texts(row, "cameras")),
                             integer(row, "revision")) for row in rows)


def read_officers(view: Readable) -> tuple[Officer, ...]:
    """Read every officer by badge."""
    rows = view.rows("SELECT o.*, c.pin_hash IS NOT NULL AS has_pin, c.must_change FROM officer o "
                     "JOIN credential c ON c.officer_id = o.id ORDER BY o.badge")
    return tuple(_officer(row) for row in rows)


def was_set_up(view: Readable) -> bool:
    """Tell whether a first officer was ever made here, also where his row was taken out of the file since."""
    return bool(view.rows("SELECT 1 AS one FROM officer UNION ALL SELECT 1 FROM audit WHERE action = ? LIMIT 1",
                          [Action.SETUP.value]))


def read_credential(view: Readable, officer_id: str) -> Credential | None:
    """Read what an officer's password is checked against."""
    rows = view.rows("SELECT * FROM credential WHERE officer_id = ?", [officer_id])
    if not rows:
        return None
    return Credential(text(rows[0], "password_hash"), optional_text(rows[0], "pin_hash"), flag(rows[0], "must_change"))


def put_role(transaction: Transaction, role: Role, expected_revision: int | None = None) -> str:
    """Write a role, a new one where its id is empty; a taken code raises Conflict("role_taken")."""
    taken = transaction.one("SELECT id FROM role WHERE code = ? AND id <> ?", [role.code, role.id])
    if taken is not None:
        raise Conflict("role_taken")
    grants = {one.value: sorted(bound) if bound is not None else None for one, bound in sorted(role.grants.items())}
    values = {"code": role.code, "name": role.name, "name_ur": role.name_ur, "grants": json.dumps(grants)}
    if not role.id:
        return transaction.insert(Table.ROLE, values).row_id
    return transaction.update(Table.ROLE, role.id, values, expected_revision).row_id


def put_group(transaction: Transaction, group: CameraGroup, expected_revision: int | None = None) -> str:
    """Write a camera group; a taken name raises Conflict("group_taken")."""
    taken = transaction.one("SELECT id FROM camera_group WHERE name = ? COLLATE NOCASE AND id <> ?",
                            [group.name, group.id])
    if taken is not None:
        raise Conflict("group_taken")
    values = {"name": group.name, "cameras": json.dumps(sorted(group.camera_ids))}
    if not group.id:
        return transaction.insert(Table.CAMERA_GROUP, values).row_id
    return transaction.update(Table.CAMERA_GROUP, group.id, values, expected_revision).row_id


def put_officer(transaction: Transaction, officer: Officer, expected_revision: int | None = None) -> str:
    """Write an officer without his credential; a taken badge raises Conflict("badge_taken")."""
    taken = transaction.one("SELECT id FROM officer WHERE badge = ? AND id <> ?", [officer.badge, officer.id])
    if taken is not None:
        raise Conflict("badge_taken", badge=officer.badge)
    values = {"badge": officer.badge, "name": officer.name, "name_ur": officer.name_ur, "rank": officer.rank,
              "role_id": officer.role_id, "reports_to": officer.reports_to or None, "active": int(officer.active)}
    if not officer.id:
        return transaction.insert(Table.OFFICER, values).row_id
    return transaction.update(Table.OFFICER, officer.id, values, expected_revision).row_id


def put_password(transaction: Transaction, officer_id: str, password_hash: str, must_change: bool) -> None:
    """Write a password's hash; the PIN stays."""
    transaction.upsert(Table.CREDENTIAL, officer_id, {"password_hash": password_hash, "must_change": int(must_change)})


def put_pin(transaction: Transaction, officer_id: str, pin_hash: str | None) -> None:
    """Write or take away a PIN's hash."""
    transaction.update(Table.CREDENTIAL, officer_id, {"pin_hash": pin_hash})


def read_tries(view: Readable, badge: str) -> tuple[int, datetime | None]:
    """Read how often a badge was tried wrongly since it was right, and when last."""
    rows = view.rows("SELECT failures, last_at FROM wrong_try WHERE badge = ?", [badge])
    return (integer(rows[0], "failures"), moment(rows[0], "last_at")) if rows else (0, None)


TRIED_MOST = 500  # badges; a stranger who types ever new ones fills no disk


def put_wrong_try(transaction: Transaction, badge: str) -> int:
    """Count one more wrong try; gives how many there are now."""
    failures = min(1000, read_tries(transaction, badge)[0] + 1)
    transaction.upsert(Table.WRONG_TRY, badge, {"failures": failures, "last_at": time_text(transaction.now)})
    for row in transaction.rows("SELECT badge FROM wrong_try WHERE badge <> ? ORDER BY failures > 2 DESC, last_at DESC "
                                "LIMIT -1 OFFSET ?", [badge, TRIED_MOST]):
        transaction.delete(Table.WRONG_TRY, text(row, "badge"))
    return failures


def move_tries(transaction: Transaction, badge: str) -> None:
    """Let a wait begin now, where the clock was set back behind its last try."""
    if transaction.revision(Table.WRONG_TRY, badge) is not None:
        transaction.update(Table.WRONG_TRY, badge, {"last_at": time_text(transaction.now)})


def forget_tries(transaction: Transaction, badge: str) -> None:
    """Forget wrong tries after a right one."""
    if transaction.revision(Table.WRONG_TRY, badge) is not None:
        transaction.delete(Table.WRONG_TRY, badge)


def _role(row: Row) -> Role:
    try:
        said = json.loads(text(row, "grants"))
        grants = {Permission(key): None if bound is None else frozenset(map(str, bound))
                  for key, bound in said.items() if key in _KNOWN}
    except (ValueError, AttributeError, TypeError, RecursionError):
        raise DatabaseDamaged("column grants holds no grants") from None
    return Role(text(row, "id"), text(row, "code"), text(row, "name"), text(row, "name_ur"), grants,
                integer(row, "revision"))


def _officer(row: Row) -> Officer:
    return Officer(text(row, "id"), text(row, "badge"), text(row, "name"), text(row, "role_id"), text(row, "name_ur"),
                   text(row, "rank"), optional_text(row, "reports_to") or "", flag(row, "active"),
                   flag(row, "has_pin"), flag(row, "must_change"), integer(row, "revision"), moment(row, "created_at"))


def _texts(row: Row, column: str) -> list[str]:
    try:
        found = json.loads(text(row, column))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise DatabaseDamaged(f"column {column} holds no list of texts")
    return found
