"""The audit chain's rows: added inside the transaction of what they tell, read in order.

Belongs here: number, hash and time of a new row; reading. Does not belong here: what is audited (services/), the form
of an entry and the rules of verifying (domain/audit.py).
Invariants: 1. A row and what it tells are in one commit. 2. The number is the one after the last of the file, whoever
else writes it. 3. Nothing here changes or deletes a row; triggers refuse it.
What is true after a crash: the chain ends with a row whose deed is in the file too.
"""

from __future__ import annotations

from collections.abc import Iterator

from safecity_console.db.rows import Readable, integer, text, time_text
from safecity_console.db.transaction import Log, Transaction
from safecity_console.domain.audit import Deed, Head, Row, canonical, hash_of

PAGE = 5000


def append_audit(transaction: Transaction, deed: Deed, station: str) -> Head:
    """Add a row to the chain; gives the new head."""
    head = read_head(transaction)
    n, at = head.n + 1, time_text(transaction.now)
    body = canonical(n, at, head.hash, deed, station)
    row = Row(n, at, deed.action.value, deed.actor.badge, body, hash_of(body))
    transaction.append(Log.AUDIT, {"n": row.n, "at": row.at, "action": row.action, "badge": row.badge,
                                   "body": row.body, "hash": row.hash})
    return Head(row.n, row.hash)


def read_head(view: Readable) -> Head:
    """Read the newest row's number and hash."""
    rows = view.rows("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1")
    return Head(integer(rows[0], "n"), text(rows[0], "hash")) if rows else Head()


def read_audit(view: Readable, after_n: int = 0) -> Iterator[Row]:
    """Read the rows in order, a page at a time."""
    while True:
        rows = view.rows("SELECT n, at, action, badge, body, hash FROM audit WHERE n > ? ORDER BY n LIMIT ?",
                         [after_n, PAGE])
        for row in rows:
            yield Row(integer(row, "n"), text(row, "at"), text(row, "action"), text(row, "badge"), text(row, "body"),
                      text(row, "hash"))
        if len(rows) < PAGE:
            return
        after_n = integer(rows[-1], "n")
