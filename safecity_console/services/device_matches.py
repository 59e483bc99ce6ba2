"""Which found devices stand in the registry already.

Belongs here: the comparison. Does not belong here: finding (onvif/discovery.py), adding (devices.py).
Invariants: 1. A device is known by its ONVIF address, else by the MAC that its endpoint reference or a scope tells,
else by the host of a camera's stream where only one camera has it. 2. Two cameras of one host (channels of a recorder)
are told apart by port, or not at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import DeviceReport, FoundDevice, endpoint_of

_UUID_MAC = re.compile(r"-([0-9a-f]{12})$")


class Matches:
    """The registry, looked at by address and MAC."""

    def __init__(self, cameras: Iterable[Camera], known: Mapping[str, DeviceReport]) -> None:
        self._by_place: dict[tuple[str, int], int] = {}
        self._by_mac: dict[str, int] = {}
        by_host: defaultdict[str, list[int]] = defaultdict(list)
        for camera in cameras:
            self._take(camera, by_host)
            report = known.get(camera.id)
            if report is not None and report.mac:
                self._by_mac[_digits(report.mac)] = camera.number
        self._by_host = {host: numbers[0] for host, numbers in by_host.items() if len(numbers) == 1}

    def number(self, found: FoundDevice) -> int | None:
        """Give the number of the camera that a device is; None where it is none."""
        place = (found.endpoint.host, found.endpoint.port)
        if place in self._by_place:
            return self._by_place[place]
        tail = _UUID_MAC.search(found.reference.casefold())
        for mac in (_digits(found.mac), tail[1] if tail else ""):
            if mac and mac in self._by_mac:
                return self._by_mac[mac]
        return self._by_host.get(found.endpoint.host)

    def _take(self, camera: Camera, by_host: defaultdict[str, list[int]]) -> None:
        try:
            endpoint = endpoint_of(camera.onvif_host)
        except Refused:
            # Without an ONVIF address the stream's host is all that is known.
            hosts = {urlsplit(one.url).hostname for one in camera.profiles}
            for host in filter(None, hosts):
                by_host[host].append(camera.number)
            return
        self._by_place[(endpoint.host, endpoint.port)] = camera.number


def _digits(mac: str) -> str:
    return "".join(one for one in mac.casefold() if one in "0123456789abcdef")
