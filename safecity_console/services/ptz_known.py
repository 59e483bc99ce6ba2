"""What is known of a device as JSON: for the file, so that a start asks no device, and for the watchdog's pipe.

Belongs here: writing and reading it. Does not belong here: the file (db/ptz.py), asking devices (ptz_devices.py).
Invariants: 1. No login is in it. 2. What does not read as a report is no report (None), never an error: the device is
then asked anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any

from safecity_console.domain.onvif import (
    AuthScheme,
    DeviceClock,
    DeviceReport,
    Endpoint,
    MediaProfile,
    PtzAbilities,
    Range,
)

_RANGES = ("pan_speed", "tilt_speed", "zoom_speed", "pan", "tilt", "zoom", "pan_step", "tilt_step", "zoom_step")
LONG_MOST = 200_000


def text_of(report: DeviceReport) -> str:
    """Give a report as JSON; what steering does not need is left out."""
    clock = report.clock
    return json.dumps({
        "endpoint": asdict(report.endpoint), "scheme": report.scheme.value, "services": dict(report.services),
        "profiles": [asdict(one) for one in report.profiles], "quirks": sorted(report.quirks),
        "ptz": None if report.ptz is None else asdict(report.ptz),
        "clock": None if clock is None else {**asdict(clock), "measured_at": clock.measured_at.isoformat()},
    }, ensure_ascii=False)


def report_of(text: str) -> DeviceReport | None:
    """Read a report; None where it is none."""
    try:
        said = json.loads(text[:LONG_MOST])
        return DeviceReport(
            Endpoint(**said["endpoint"]), scheme=AuthScheme(said["scheme"]), services=_words(said["services"]),
            profiles=tuple(MediaProfile(**one) for one in said["profiles"]), quirks=frozenset(said["quirks"]),
            ptz=_abilities(said["ptz"]), clock=_clock(said["clock"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def for_stopping(report: DeviceReport) -> DeviceReport:
    """Give what of a report is needed to send Stop."""
    services = {name: url for name, url in report.services.items() if name == "ptz"}
    return replace(report, services=services, profiles=(), missing={})


def _abilities(said: Mapping[str, Any] | None) -> PtzAbilities | None:
    if said is None:
        return None
    known = {one.name for one in fields(PtzAbilities)}
    made: dict[str, Any] = {key: value for key, value in said.items() if key in known}
    for name in _RANGES:
        made[name] = None if made.get(name) is None else Range(**made[name])
    return PtzAbilities(**{**made, "auxiliary": tuple(made.get("auxiliary", ()))})


def _clock(said: Mapping[str, Any] | None) -> DeviceClock | None:
    if said is None:
        return None
    return DeviceClock(**{**said, "measured_at": datetime.fromisoformat(said["measured_at"])})


def _words(said: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in said.items()}
