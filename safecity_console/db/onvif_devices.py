"""What is known of the ONVIF device behind a camera, as rows: its report, its certificate, its clock.

Belongs here: their SQL and the report as JSON. Does not belong here: reading a device (onvif/), deciding
(services/devices.py).
Invariants: 1. No row holds a login: reports have none, and their addresses were freed of it. 2. A row that cannot be
read is left out, never raised: the device can be asked again. 3. A removed camera's row goes with it.
Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from safecity_console.db.rows import Readable, text
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.onvif import (
    AuthScheme,
    DeviceClock,
    DeviceInformation,
    DeviceReport,
    Endpoint,
    MediaProfile,
    PtzAbilities,
    Range,
    Relay,
)

_FIELDS_OF_RANGE = (
    "pan_speed", "tilt_speed", "zoom_speed", "pan", "tilt", "zoom", "pan_step", "tilt_step", "zoom_step")  # fmt: skip


def read_devices(view: Readable) -> dict[str, DeviceReport]:
    """Read every known device by camera id."""
    found = {}
    for row in view.rows("SELECT camera_id, report FROM onvif_device"):
        report = report_from(text(row, "report"))
        if report is not None:
            found[text(row, "camera_id")] = report
    return found


def put_device(transaction: Transaction, camera_id: str, report: DeviceReport) -> None:
    """Keep what is known of a camera's device."""
    clock = report.clock
    transaction.upsert(Table.ONVIF_DEVICE, camera_id, {
        "report": report_to(report), "certificate": report.pinned,
        "clock_offset_s": None if clock is None else clock.offset_s})


def report_to(report: DeviceReport) -> str:
    """Give a report as JSON."""
    return json.dumps(_plain(report), ensure_ascii=False, sort_keys=True)


def report_from(stored: str) -> DeviceReport | None:
    """Read a report; None where it is none of ours."""
    try:
        told = json.loads(stored)
        ptz, clock = told.get("ptz"), told.get("clock")
        return DeviceReport(
            _made(Endpoint, told["endpoint"]), _made(DeviceInformation, told.get("information", {})),
            AuthScheme(told.get("scheme", AuthScheme.NONE)), None if clock is None else _clock(clock),
            {str(k): str(v) for k, v in told.get("services", {}).items()},
            tuple(_made(MediaProfile, one) for one in told.get("profiles", ())), None if ptz is None else _ptz(ptz),
            bool(told.get("events")), bool(told.get("imaging")),
            tuple(_made(Relay, one) for one in told.get("relays", ())), str(told.get("mac", "")),
            tuple(map(str, told.get("addresses", ()))), tuple(map(str, told.get("ntp", ()))),
            frozenset(map(str, told.get("quirks", ()))), {str(k): str(v) for k, v in told.get("missing", {}).items()},
            int(told.get("calls", 0)), float(told.get("took_s", 0.0)), str(told.get("pinned", "")))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _made(kind: Any, told: Mapping[str, Any]) -> Any:
    """Make a flat dataclass of what it knows of the values."""
    made = {}
    for one in fields(kind):
        if one.name in told:
            made[one.name] = tuple(told[one.name]) if isinstance(told[one.name], list) else told[one.name]
    return kind(**made)


def _clock(told: Mapping[str, Any]) -> DeviceClock:
    return _made(DeviceClock, {**told, "measured_at": datetime.fromisoformat(told["measured_at"])})  # type: ignore[no-any-return]


def _ptz(told: Mapping[str, Any]) -> PtzAbilities:
    ranges = {name: None if told.get(name) is None else _made(Range, told[name]) for name in _FIELDS_OF_RANGE}
    return _made(PtzAbilities, {**told, **ranges})  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
