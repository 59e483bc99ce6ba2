"""The table of streams as CSV, for a report or a contractor.

Belongs here: columns and cells, with codes and plain figures. Does not belong here: measuring (figures.py), where the
file goes (ui).
Invariants: 1. No address and no login is in it. 2. Texts that a spreadsheet would take for a formula are defused.
3. Column names are English and only ever added to; times are ISO 8601 UTC.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime

from safecity_console.core.spreadsheet import safe_cell
from safecity_console.domain.camera import Camera
from safecity_console.domain.figures import StreamFigures

COLUMNS = (
    "at", "number", "name", "place", "condition", "since", "stream", "codec", "width", "height", "received_fps",
    "shown_fps", "bitrate_kbit_s", "lag_s", "pictures_skipped", "packets_damaged", "transport", "reconnects_today",
    "last_error_layer", "last_error", "last_error_at", "slowed", "decoded_by",
)  # fmt: skip


def streams_csv(cameras: Iterable[Camera], figures: Mapping[str, StreamFigures], at: datetime) -> str:
    """Give the table of all cameras as it is at a moment."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for camera in cameras:
        found = figures.get(camera.id)
        writer.writerow([safe_cell(cell) for cell in (*_who(camera, at), *_what(found))])
    return out.getvalue()


def _who(camera: Camera, at: datetime) -> tuple[object, ...]:
    return _iso(at), camera.number, camera.name, camera.site_name


def _what(found: StreamFigures | None) -> tuple[object, ...]:
    if found is None:
        return ("",) * (len(COLUMNS) - 4)
    watch, facts, failure = found.watch, found.watch.facts, found.last_failure
    running = (facts.role.value, facts.codec, facts.width, facts.height, facts.received_fps,
               "" if found.shown_fps is None else round(found.shown_fps, 1),
               round(facts.bitrate_bps / 1000), round(watch.status.lag_s, 2), found.skipped, found.damaged,
               found.transport.value if found.transport is not None else "file")
    return (watch.condition.value, _iso(watch.since), *(running if watch.works else ("",) * len(running)),
            found.reconnects_today, failure.layer.value if failure else "", failure.fault.value if failure else "",
            _iso(found.last_failure_at), watch.reduction.name.lower() if watch.works and watch.reduction else "",
            (facts.hardware or "processor") if watch.works else "")


def _iso(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at is not None else ""
