"""`camera probe N|URL`: the triage ladder in the terminal.

Belongs here: which camera, rungs as lines or JSON. Does not belong here: climbing (services/triage.py).
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import Any

from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import StreamRole, Transport, take_login
from safecity_console.domain.errors import NotFound
from safecity_console.domain.report import LayerResult, ProbeReport
from safecity_console.services.console import ConsoleServices


def register(camera_verbs: Any) -> None:
    """Add the verb to those of `camera`."""
    parser = camera_verbs.add_parser("probe", parents=[common_flags()], help="find the layer at which a camera fails")
    parser.add_argument("camera", metavar="N|URL")
    parser.add_argument("--stream", choices=[r.value for r in StreamRole], default=StreamRole.MAIN.value)
    parser.add_argument("--user", default="", metavar="U", help="login for a URL")
    parser.add_argument("--password-stdin", action="store_true", help="read its password from standard input")


def run(args: argparse.Namespace, services: ConsoleServices) -> int:
    """Climb; exit code 1 where a rung breaks."""
    url, user, password, transport = _target(args, services)
    stop = threading.Event()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, lambda *_: stop.set())
    on_layer = _ignore if args.json else _say_layer
    check_tls = services.settings.flag("stream.check_tls")
    report = services.triage.probe(url, user, password, transport, on_layer, stop, check_tls=check_tls)
    _conclude(args, report)
    return Exit.DONE if report.failing_layer is None else Exit.REFUSED


def _target(args: argparse.Namespace, services: ConsoleServices) -> tuple[str, str, Secret, Transport]:
    usual = Transport(services.settings.text("stream.transport"))
    if not args.camera.isdecimal():
        login = take_login(args.camera)
        password = Secret(sys.stdin.readline().rstrip("\r\n")) if args.password_stdin else Secret(login.password)
        return login.url, args.user or login.user, password, usual
    camera = services.cameras.by_number(int(args.camera))
    profile = camera.profile(StreamRole(args.stream)) if camera is not None else None
    if camera is None or profile is None:
        raise NotFound("camera_missing", number=args.camera)
    known = services.cameras.login(camera.id)
    # As the streams open it (services/follow.py): TCP is the profile's word for "as set".
    transport = usual if profile.transport is Transport.TCP else profile.transport
    return profile.url, known.user, known.password, transport


def _ignore(result: LayerResult) -> None:
    """Say nothing: the document comes at the end."""


def _say_layer(result: LayerResult) -> None:
    mark = "ok  " if result.ok else "FAIL"
    say(f"{mark}  {result.layer:<16} {result.ms:>8.0f} ms  {result.detail}")
    sys.stdout.flush()


def _conclude(args: argparse.Namespace, report: ProbeReport) -> None:
    if args.json:
        answer({"layers": report.layers, "failing_layer": report.failing_layer, "fault": report.fault,
                "codec": report.codec, "size": report.size, "fps": report.fps, "gop_s": report.gop_s})
    elif report.failing_layer is None:
        say(
            f"It works: {report.codec} {report.size}, {report.fps} pictures a second, "
            f"a key frame every {report.gop_s} s."
        )
    else:
        say(f"It fails at: {report.failing_layer} ({report.fault or 'see above'}).")
