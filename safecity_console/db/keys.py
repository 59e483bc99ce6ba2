"""Keys an officer gave to commands, as rows.

Belongs here: their SQL, reading keys from JSON. Does not belong here: which keys may be given (domain/keys.py).
Invariants: 1. A row whose keys are no list of texts is reported as `None`, never raised: one bad row must not cost the
others. 2. One row a command; no row: the table's own keys. After a crash the rows are those of the last commit.
Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from safecity_console.db.rows import Readable, text
from safecity_console.db.transaction import Table, Transaction


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One stored binding; `keys` is None where it is unreadable."""

    command: str
    keys: tuple[str, ...] | None


def read_keys(view: Readable) -> tuple[KeyRow, ...]:
    """Read every stored binding."""
    rows = view.rows("SELECT command, keys FROM key_binding ORDER BY command")
    return tuple(KeyRow(text(row, "command"), _keys(text(row, "keys"))) for row in rows)


def put_keys(transaction: Transaction, bindings: Mapping[str, tuple[str, ...]]) -> None:
    """Write the keys of commands, in place of what they had."""
    for command, keys in bindings.items():
        values = {"command": command, "keys": json.dumps(list(keys), ensure_ascii=False)}
        row = transaction.one("SELECT id FROM key_binding WHERE command = ?", [command])
        if row is None:
            transaction.insert(Table.KEY_BINDING, values)
        else:
            transaction.update(Table.KEY_BINDING, text(row, "id"), values)


def forget_keys(transaction: Transaction, command: str | None = None) -> None:
    """Delete the binding of a command, or of all; nothing happens where there is none."""
    for row in transaction.rows("SELECT id, command FROM key_binding"):
        if command in (None, row["command"]):
            transaction.delete(Table.KEY_BINDING, text(row, "id"))


def _keys(content: str) -> tuple[str, ...] | None:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        return None
    return tuple(found)
