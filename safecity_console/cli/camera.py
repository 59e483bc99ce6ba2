"""`camera add | list | import | export | remove`: the registry from the command line.

Belongs here: arguments in, registry called, answer out. Does not belong here: probing (probe.py), rules
(services/cameras.py).
Invariants: 1. No password and no login of a URL is ever printed. 2. `--password-stdin` reads one line and shows
nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from safecity_console.cli.acting import HasAccess, signed_in
from safecity_console.cli.output import Exit, answer, common_flags, complain, refuse, say
from safecity_console.cli.sentences import sentence
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Camera, CameraDraft, StreamRole, Transport, take_login
from safecity_console.domain.errors import NotFound, Refused, WorldError
from safecity_console.domain.report import ImportReport, LineRefused
from safecity_console.services.cameras import CameraService
from safecity_console.services.sight import SightService


class HasCameras(HasAccess, Protocol):
    """What these verbs need of the program."""

    @property
    def cameras(self) -> CameraService:
        """Give the registry."""
        ...

    @property
    def sight(self) -> SightService:
        """Give what of it the officer of `--as` may see."""
        ...


def register(subparsers: Any) -> Any:
    """Add `camera` and its verbs; gives their subparsers, to which other modules add theirs (probe, discover)."""
    parser = subparsers.add_parser("camera", help="the camera registry")
    verbs = parser.add_subparsers(dest="camera_verb", metavar="VERB", required=True)
    common = common_flags()
    _add_flags(verbs.add_parser("add", parents=[common], help="add a camera"))
    verbs.add_parser("list", parents=[common], help="list the cameras")
    taken = verbs.add_parser("import", parents=[common], help="take in a CSV file")
    taken.add_argument("file", type=Path, metavar="FILE.csv")
    taken.add_argument("--dry-run", action="store_true", help="say what would be done and write nothing")
    given = verbs.add_parser("export", parents=[common], help="write the registry as CSV, without passwords")
    given.add_argument("--out", type=Path, metavar="FILE.csv", help="default: standard output")
    gone = verbs.add_parser("remove", parents=[common], help="take a camera out; its history stays")
    gone.add_argument("number", type=int, metavar="N")
    return verbs


def _add_flags(add: argparse.ArgumentParser) -> None:
    add.add_argument("--number", type=int, required=True, metavar="N")
    add.add_argument("--name", required=True, metavar="T")
    add.add_argument("--name-ur", default="", metavar="T")
    add.add_argument("--url", default="", metavar="RTSP")
    add.add_argument("--sub-url", default="", metavar="RTSP")
    add.add_argument("--onvif", default="", metavar="HOST[:PORT]")
    add.add_argument("--user", default="", metavar="U")
    add.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    add.add_argument("--site", default="", metavar="S")
    add.add_argument("--phase", type=int, default=1, metavar="P")
    add.add_argument("--transport", choices=[t.value for t in Transport], default=Transport.TCP.value)
    add.add_argument("--latitude", type=float)
    add.add_argument("--longitude", type=float)
    add.add_argument("--notes", default="", metavar="TEXT")


def run(args: argparse.Namespace, services: HasCameras) -> int:
    """Carry out a verb; gives the exit code."""
    verb: Callable[[argparse.Namespace, HasCameras], int] = {
        "add": _add,
        "list": _list,
        "import": _import,
        "export": _export,
        "remove": _remove,
    }[args.camera_verb]
    try:
        if args.camera_verb == "list" and getattr(args, "as_badge", None) is None:
            return verb(args, services)
        with signed_in(args, services):
            return verb(args, services)
    except WorldError as error:
        return refuse(error, args.json)


def camera_document(camera: Camera) -> dict[str, object]:
    """Give a camera as the JSON of `camera list`."""
    urls = {profile.role: profile.url for profile in camera.profiles}
    main = camera.profile(StreamRole.MAIN)
    return {
        "number": camera.number,
        "name": camera.name,
        "name_ur": camera.name_ur,
        "site": camera.site_name,
        "phase": camera.phase,
        "main_url": urls.get(StreamRole.MAIN, ""),
        "sub_url": urls.get(StreamRole.SUB, ""),
        "transport": main.transport.value if main else "",
        "user": camera.user,
        "has_password": camera.has_password,
        "enabled": camera.enabled,
        "onvif": camera.onvif_host,
        "notes": camera.notes,
        "id": camera.id,
        "revision": camera.revision,
        "created_at": camera.created_at,
        "updated_at": camera.updated_at,
    }


def _add(args: argparse.Namespace, services: HasCameras) -> int:
    password = Secret(sys.stdin.readline().rstrip("\r\n")) if args.password_stdin else None
    if args.url and take_login(args.url).password:
        complain("A password on the command line can be seen by others on this machine; use --password-stdin.")
    draft = CameraDraft(
        number=args.number,
        name=args.name,
        main_url=args.url,
        sub_url=args.sub_url,
        name_ur=args.name_ur,
        site=args.site,
        phase=args.phase,
        user=args.user,
        transport=Transport(args.transport),
        onvif_host=args.onvif,
        notes=args.notes,
        latitude=args.latitude,
        longitude=args.longitude,
    )
    camera = services.cameras.add(draft, password)
    if args.json:
        answer({"cameras": [camera_document(camera)]})
    else:
        say(f"Camera {camera.number} {camera.name} was added.")
    return Exit.DONE


def _list(args: argparse.Namespace, services: HasCameras) -> int:
    known = (services.cameras if getattr(args, "as_badge", None) is None else services.sight).cameras()
    if args.json:
        answer({"cameras": [camera_document(camera) for camera in known]})
        return Exit.DONE
    for camera in known:
        main = camera.profile(StreamRole.MAIN)
        off = "" if camera.enabled else "  (switched off)"
        say(f"{camera.number:>4}  {camera.name:<32}  {camera.site_name:<24}  {main.url if main else ''}{off}")
    say(f"{len(known)} cameras")
    return Exit.DONE


def _import(args: argparse.Namespace, services: HasCameras) -> int:
    report = services.cameras.import_csv(args.file, args.dry_run)
    if args.json:
        answer(_import_document(report, args.dry_run))
    else:
        _say_import(report, args.dry_run)
    kept = report.added or report.changed or report.unchanged
    return Exit.REFUSED if report.refused and not kept else Exit.DONE


def _import_document(report: ImportReport, dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": dry_run,
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "refused": [_line_document(one) for one in report.refused],
        "mended": [_line_document(one) for one in report.mended],
    }


def _line_document(one: LineRefused) -> dict[str, object]:
    return {"line": one.line, "reason": one.reason, "text": sentence(one.reason, one.figures), **one.figures}


def _say_import(report: ImportReport, dry_run: bool) -> None:
    for one in report.refused:
        say(f"line {one.line}: refused. {sentence(one.reason, one.figures)}")
    for one in report.mended:
        say(f"line {one.line}: mended. {sentence(one.reason, one.figures)}")
    counts = f"{len(report.added)} added, {len(report.changed)} changed, {len(report.unchanged)} unchanged"
    say(f"{counts}, {len(report.refused)} refused" + ("; nothing was written (dry run)" if dry_run else ""))


def _export(args: argparse.Namespace, services: HasCameras) -> int:
    text = services.cameras.export_csv()
    count = len(services.cameras.cameras())
    if args.out is None:
        if args.json:
            answer({"csv": text, "cameras": count})
        else:
            say(text.replace("\r\n", "\n").rstrip("\n"))
        return Exit.DONE
    try:
        # With a byte-order mark, so that a spreadsheet reads the Urdu names as they are.
        args.out.write_text(text, encoding="utf-8-sig", newline="")
    except OSError:
        raise Refused("file_unwritable") from None
    if args.json:
        answer({"path": args.out, "cameras": count})
    else:
        say(f"{count} cameras were written to {args.out}.")
    return Exit.DONE


def _remove(args: argparse.Namespace, services: HasCameras) -> int:
    camera = services.cameras.by_number(args.number)
    if camera is None:
        raise NotFound("camera_missing", number=args.number)
    services.cameras.remove(camera.id)
    if args.json:
        answer({"removed": camera.number})
    else:
        say(f"Camera {camera.number} {camera.name} was removed.")
    return Exit.DONE
