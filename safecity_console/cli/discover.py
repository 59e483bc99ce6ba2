"""`camera discover`, and `camera add --onvif`: devices found and read from the command line.

Belongs here: arguments in, DeviceService called, answer out. Does not belong here: searching and reading
(services/devices.py).
Invariants: 1. No password is printed. 2. Ctrl-C ends a search and gives what was found until then.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import Any, Protocol

from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.core.login import Login
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Camera, CameraDraft, StreamRole
from safecity_console.domain.onvif import DeviceReport, FoundDevice, MediaProfile, Search, endpoint_of
from safecity_console.services.devices import DeviceService

SECONDS_MOST = 60.0


class HasDevices(Protocol):
    """What these verbs need of the program."""

    @property
    def devices(self) -> DeviceService:
        """Give the finding and reading of devices."""
        ...


def register(camera_verbs: Any) -> None:
    """Add `discover` to the verbs of `camera`."""
    parser = camera_verbs.add_parser("discover", parents=[common_flags()], help="look for ONVIF cameras")
    parser.add_argument("--seconds", type=float, default=5.0, metavar="S", help="how long to listen (default 5)")
    parser.add_argument("--interface", default="", metavar="IP", help="one interface, by name or address; else all")
    parser.add_argument("--range", action="append", default=[], metavar="CIDR|A-B", dest="ranges",
                        help="ask these addresses one by one; may be repeated")
    parser.add_argument("--port", action="append", type=int, default=[], metavar="P", dest="ports",
                        help="port to ask in ranges; may be repeated")
    parser.add_argument("--no-multicast", action="store_true", help="ask only the ranges")


def run(args: argparse.Namespace, services: HasDevices) -> int:
    """Search and print."""
    stop = threading.Event()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, lambda *_: stop.set())
    usual = Search()
    wanted = Search(max(0.1, min(SECONDS_MOST, args.seconds)), args.interface, not args.no_multicast,
                    tuple(args.ranges), tuple(args.ports) or usual.ports)
    found = services.devices.discover(wanted, stop=stop)
    if args.json:
        answer({"devices": [found_document(one) for one in found]})
        return Exit.DONE
    for one in found:
        known = f"camera {one.number}" if one.number is not None else ""
        say(f"{one.endpoint.short:<24}  {one.name or one.hardware:<32}  {one.location:<20}  {known}".rstrip())
    say(f"{len(found)} devices")
    return Exit.DONE


def add(args: argparse.Namespace, services: HasDevices, draft: CameraDraft) -> int:
    """Read a device and add it as a camera with its streams."""
    password = Secret(sys.stdin.readline().rstrip("\r\n")) if args.password_stdin else Secret("")
    reading = services.devices.read(endpoint_of(args.onvif), Login(args.user, password), transport=draft.transport)
    camera = services.devices.add(draft, reading, password or None)
    report = reading.report
    if args.json:
        answer({"cameras": [_camera_document(camera)], "device": report_document(report)})
        return Exit.DONE
    maker = " ".join(filter(None, (report.information.maker, report.information.model)))
    say(f"Camera {camera.number} {camera.name} was added: {maker or report.endpoint.host}, "
        f"{len(report.profiles)} profiles, {'can be steered' if report.ptz else 'fixed'}.")
    return Exit.DONE


def found_document(one: FoundDevice) -> dict[str, object]:
    """Give a found device as JSON."""
    return {
        "host": one.endpoint.host, "port": one.endpoint.port, "url": one.endpoint.url, "onvif": one.endpoint.short,
        "reference": one.reference, "name": one.name, "hardware": one.hardware, "location": one.location,
        "maker": one.maker, "types": one.types, "profiles": one.profiles, "interface": one.interface, "mac": one.mac,
        "camera": one.number,
    }


def report_document(report: DeviceReport) -> dict[str, object]:
    """Give what was read of a device as JSON."""
    clock = report.clock
    return {
        "url": report.endpoint.url, "information": report.information, "login": report.scheme,
        "clock_offset_s": None if clock is None else round(clock.offset_s, 1), "services": sorted(report.services),
        "profiles": [_profile_document(one) for one in report.profiles], "ptz": report.ptz, "events": report.events,
        "imaging": report.imaging, "relays": report.relays, "mac": report.mac, "quirks": sorted(report.quirks),
        "missing": report.missing, "calls": report.calls, "took_s": round(report.took_s, 3),
        "certificate": report.pinned,
    }


def _profile_document(one: MediaProfile) -> dict[str, object]:
    return {"token": one.token, "name": one.name, "codec": one.codec, "width": one.width, "height": one.height,
            "fps": one.fps, "bitrate_kbps": one.bitrate_kbps, "ptz": bool(one.ptz_token)}


def _camera_document(camera: Camera) -> dict[str, object]:
    urls = {profile.role: profile.url for profile in camera.profiles}
    return {"number": camera.number, "name": camera.name, "main_url": urls.get(StreamRole.MAIN, ""),
            "sub_url": urls.get(StreamRole.SUB, ""), "onvif": camera.onvif_host, "user": camera.user,
            "has_password": camera.has_password, "id": camera.id}
