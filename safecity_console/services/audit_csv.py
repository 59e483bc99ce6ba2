"""Entries of the audit chain as CSV, for a file of the inquiry.

Belongs here: columns and cells. Does not belong here: which entries (audit.py), where the file goes (ui, cli).
Invariants: 1. Texts that a spreadsheet would take for a formula are defused. 2. Column names are English and only ever
added to; times are ISO 8601 UTC. 3. `body` is the entry's canonical text: its SHA-256 is `hash`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from safecity_console.core.spreadsheet import safe_cell
from safecity_console.domain.audit import AuditEntry

COLUMNS = ("n", "at", "badge", "name", "role", "action", "about_kind", "about", "outcome", "detail", "station", "hash",
           "body")


def audit_csv(entries: Iterable[AuditEntry]) -> str:
    """Give the table of entries in the order given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in entries:
        detail = json.dumps(one.detail, ensure_ascii=False, sort_keys=True) if one.detail else ""
        at = one.at.isoformat(timespec="milliseconds")
        cells = (one.n, at, one.actor.badge, one.actor.name, one.actor.role, one.action, one.about.kind, one.about.id,
                 one.outcome, detail, one.station, one.hash, one.body)
        writer.writerow([safe_cell(cell) for cell in cells])
    return out.getvalue()
