"""What of a device's report is needed to stop it from another process.

Belongs here: the choice. Does not belong here: the report as JSON (db/onvif_devices.py), the pipe (ptz_watch.py).
"""

from __future__ import annotations

from dataclasses import replace

from safecity_console.domain.onvif import DeviceInformation, DeviceReport


def for_stopping(report: DeviceReport) -> DeviceReport:
    """Give a report that holds the steering service, how to log in, the clock, quirks and speeds, and nothing else."""
    services = {name: url for name, url in report.services.items() if name == "ptz"}
    return replace(report, information=DeviceInformation(), services=services, profiles=(), relays=(), addresses=(),
                   ntp=(), missing={}, mac="")
