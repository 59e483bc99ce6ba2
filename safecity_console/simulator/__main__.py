"""Serve a district in a process of its own: `python -m safecity_console.simulator --json`.

Belongs here: arguments, the one JSON line, waiting for the end.
Does not belong here: serving (district.py).
The JSON line holds the cameras with their logins, which were made up at the start and die with the process. It ends
when standard input closes or on SIGTERM or SIGINT.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from safecity_console.core.end_signals import end_signals_heard
from safecity_console.simulator.clips import ClipError
from safecity_console.simulator.district import District, DistrictError, mirpur_district, simple_district
from safecity_console.simulator.faults import FaultGrammarError
from safecity_console.simulator.model import Role
from safecity_console.simulator.onvif.quirks import QuirkGrammarError


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until told to end; return the exit status."""
    args = _arguments().parse_args(argv)
    ended = end_signals_heard()  # before the line that says we are ready: whoever reads it may end us at once
    try:
        district = _district(args)
        district.start()
    except (ClipError, OSError, DistrictError, FaultGrammarError, QuirkGrammarError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    try:
        _announce(district, as_json=args.json)
        _wait_for_end(ended)
    finally:
        district.stop()
    return 0


def camera_rows(district: District) -> list[dict[str, Any]]:
    """Return the running district's cameras as JSON-ready rows, logins included."""
    return [
        {
            "number": camera.number,
            "name": camera.name,
            "name_ur": camera.name_ur,
            "site": camera.site,
            "phase": camera.phase,
            "latitude": camera.latitude,
            "longitude": camera.longitude,
            "main_url": district.url(camera.number, Role.MAIN),
            "sub_url": district.url(camera.number, Role.SUB),
            "onvif_url": district.onvif_url(camera.number),
            "http_url": district.http_url(camera.number) if camera.mjpeg else "",
            "user": camera.user,
            "password": camera.password.reveal(),
            "fault": camera.fault,
            "expected": str(camera.expected),
        }
        for camera in district.cameras
    ]


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m safecity_console.simulator")
    parser.add_argument("--json", action="store_true", help="print one JSON line with the cameras when ready")
    parser.add_argument("--district", default="mirpur", help='"mirpur" or a number of like cameras')
    parser.add_argument("--clip", type=Path, help="clip of the sub streams (with a number of cameras)")
    parser.add_argument("--main-clip", type=Path, help="clip of the main streams")
    parser.add_argument("--fault", default="", help="fault of every camera, as in faults.py")
    parser.add_argument("--clock", action="store_true", help="draw the wall clock into the pictures")
    parser.add_argument("--onvif", action="store_true", help="an ONVIF face for each camera (mirpur has them)")
    parser.add_argument("--ptz", action="store_true", help="heads that turn, with ONVIF")
    parser.add_argument("--quirks", default="", help="how every face departs from ONVIF, as in onvif/quirks.py")
    parser.add_argument("--discovery-port", type=int, help="answer WS-Discovery there (3702); not without")
    parser.add_argument("--user", default="", help="login of every camera; its password is made up")
    parser.add_argument("--own-ports", action="store_true", help="a port for each camera")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    return parser


def _district(args: argparse.Namespace) -> District:
    if args.district == "mirpur":
        return mirpur_district(host=args.host, port=args.port, discovery_port=args.discovery_port)
    if not args.district.isdigit() or not 1 <= int(args.district) <= 999:
        raise DistrictError(f'no such district: "{args.district}"')
    return simple_district(
        int(args.district),
        clip=args.clip,
        main_clip=args.main_clip,
        fault=args.fault,
        clock=args.clock,
        own_ports=args.own_ports,
        user=args.user,
        password=secrets.token_urlsafe(9) if args.user else "",
        onvif=args.onvif,
        ptz=args.ptz,
        quirks=args.quirks,
        discovery_port=args.discovery_port,
        host=args.host,
        port=args.port,
    )


def _announce(district: District, *, as_json: bool) -> None:
    rows = camera_rows(district)
    if as_json:
        text = json.dumps({"cameras": rows})
    else:
        text = "\n".join(f"{row['number']:02d}  {row['sub_url']}  {row['name']}" for row in rows)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _wait_for_end(ended: threading.Event) -> None:
    """Wait until standard input closes or a signal asks to end."""
    # A daemon: nothing can wake a thread that reads standard input.
    threading.Thread(target=_read_to_end, args=(ended,), name="stdin", daemon=True).start()
    while not ended.wait(1.0):
        pass


def _read_to_end(ended: threading.Event) -> None:
    # Not sys.stdin.read: its lock, held by a thread that waits, aborts the interpreter when a signal ends it.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    ended.set()


if __name__ == "__main__":
    sys.exit(main())
