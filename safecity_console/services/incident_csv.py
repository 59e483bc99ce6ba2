"""A list of incidents as CSV, for a report or the SSP's office.

Belongs here: columns and cells, with codes and plain figures. Does not belong here: finding (incidents.py), where the
file goes (ui, cli).
Invariants: 1. No caller, no party and no named officer is in it, sealed or not. 2. Texts that a spreadsheet would take
for a formula are defused. 3. Column names are English and only ever added to; times are ISO 8601 UTC.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime

from safecity_console.core.spreadsheet import safe_cell
from safecity_console.domain.incident import Incident

COLUMNS = (
    "number", "what", "category", "severity", "source", "state", "event_at", "entered_at", "entered_by", "worked_by",
    "place", "police_station", "beat", "camera", "acknowledged_at", "verified_at", "dispatched_at", "on_scene_at",
    "resolved_at", "ended_at", "call_back_due_at", "called_back_at", "transferred_to", "rapat_no", "fir_no", "outcome",
    "sealed",
)  # fmt: skip
_TIMES = ("acknowledged_at", "verified_at", "dispatched_at", "on_scene_at", "resolved_at", "ended_at",
          "call_back_due_at", "called_back_at")


def incidents_csv(incidents: Iterable[Incident], camera_numbers: Mapping[str, int]) -> str:
    """Give the table, in the order given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in incidents:
        writer.writerow([safe_cell(cell) for cell in _cells(one, camera_numbers)])
    return out.getvalue()


def _cells(one: Incident, camera_numbers: Mapping[str, int]) -> tuple[object, ...]:
    moved = tuple(_iso(getattr(one, name)) for name in _TIMES)
    transferred = one.transferred_to.value if one.transferred_to is not None else ""
    return (one.full_label, one.what, one.category.value, one.severity.value, one.source.value, one.state.value,
            _iso(one.event_at), _iso(one.entered_at), one.entered_by, one.owner, one.place, one.police_station,
            one.beat, camera_numbers.get(one.camera_id, ""), *moved, transferred, one.rapat_no, one.fir_no,
            one.outcome, int(one.sealed))


def _iso(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at is not None else ""
