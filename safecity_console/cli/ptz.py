"""`ptz N status | stop | home | move | goto | presets | preset | save | patrol`: steering from the command line.

Belongs here: arguments in, the service called, answer out. Does not belong here: how a camera is steered
(services/ptz.py). Invariants: 1. Every verb acts for an officer by the same leases, limits and audit as the window.
2. A move is held for its seconds and ends with Stop, also on Ctrl+C.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

from safecity_console.cli.acting import signed_in
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.ptz import STILL, Position, Velocity, fit
from safecity_console.services.console import ConsoleServices
from safecity_console.services.events import PtzTrouble
from safecity_console.services.ptz import Source
from safecity_console.services.ptz_ports import Opened, PtzDevice

AGAIN_S, ANSWER_S = 0.25, 10.0


def register(subparsers: Any) -> None:
    """Add the verb."""
    parser = subparsers.add_parser("ptz", help="steer a camera: move, stop, home, presets, patrols")
    parser.add_argument("number", type=int, metavar="N", help="the camera's number")
    verbs = parser.add_subparsers(dest="ptz_verb", metavar="VERB", required=True)
    for name, text in (("status", "where it looks, who holds it"), ("stop", "stop it"), ("home", "go home"),
                       ("presets", "its presets, asked anew")):
        verbs.add_parser(name, parents=[common_flags()], help=text)
    move = verbs.add_parser("move", parents=[common_flags()], help="move for some seconds, then stop")
    for axis in ("pan", "tilt", "zoom"):
        move.add_argument(f"--{axis}", type=float, default=0.0, metavar="X", help="-1 to 1")
    move.add_argument("--seconds", type=float, default=1.0, metavar="S", help="for how long")
    goto = verbs.add_parser("goto", parents=[common_flags()], help="go to a position in the camera's own space")
    for axis in ("pan", "tilt", "zoom"):
        goto.add_argument(axis, type=float)
    preset = verbs.add_parser("preset", parents=[common_flags()], help="go to a preset")
    preset.add_argument("preset", type=int, metavar="K")
    save = verbs.add_parser("save", parents=[common_flags()], help="keep the present view as a preset")
    save.add_argument("preset", type=int, metavar="K")
    save.add_argument("name", nargs="?", default="")
    patrol = verbs.add_parser("patrol", parents=[common_flags()], help="walk a patrol until Ctrl+C")
    patrol.add_argument("patrol", type=int, metavar="K")
    patrol.add_argument("--seconds", type=float, default=0.0, metavar="S", help="end by itself after so long")


def run(args: argparse.Namespace, services: ConsoleServices) -> int:
    """Carry the verb out."""
    with signed_in(args, services):
        camera = services.cameras.by_number(args.number)
        if camera is None:
            raise NotFound("camera_unknown")
        troubles: list[PtzTrouble] = []
        stop_hearing = services.bus.subscribe(PtzTrouble, troubles.append)
        try:
            _VERBS[args.ptz_verb](args, services, camera)
            if troubles and args.ptz_verb == "move":
                raise Refused(troubles[0].code, **troubles[0].figures)
        finally:
            stop_hearing()
            services.ptz.release(camera.id)
    return Exit.DONE


def _status(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    services.ptz.look()
    if services.ptz.can_steer(camera.id):
        services.ptz.prepare(camera.id).result(ANSWER_S)
    status = services.ptz.ask(camera.id, _read_status).result(ANSWER_S)
    lease = services.ptz.lease(camera.id)
    at = status.position
    if args.json:
        answer({"number": camera.number, "position": {"pan": at.pan, "tilt": at.tilt, "zoom": at.zoom},
                "moving": status.moving,
                "held_by": None if lease is None else {
                    "badge": lease.badge, "name": lease.name, "holder": lease.holder.value,
                    "seconds_left": round(lease.left_s(services.clock.monotonic_s()), 1)},
                "sectors": services.ptz.limits.keeping(camera.id).value,
                "presets": _presets_of(services, camera)})
        return
    say(f"Camera {camera.number}: pan {_figure(at.pan)}, tilt {_figure(at.tilt)}, zoom {_figure(at.zoom)}")
    say({True: "It moves.", False: "It is still."}.get(status.moving, "It does not say whether it moves."))
    say("Nobody holds it." if lease is None else f"It is held by {lease.name or lease.holder.value} {lease.badge}.")


def _read_status(device: PtzDevice, opened: Opened) -> Any:
    return device.status(opened.abilities.profile_token)


def _stop(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    services.ptz.stop(camera.id)
    _rest(services, camera)
    _told(args, camera, "Stopped.")


def _move(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    velocity = fit(Velocity(args.pan, args.tilt, args.zoom))
    if velocity.still:
        raise Refused("ptz_no_way")
    services.ptz.prepare(camera.id).result(ANSWER_S)
    until_s = time.monotonic() + max(0.0, args.seconds)
    try:
        while (left_s := until_s - time.monotonic()) > 0:
            services.ptz.steer(camera.id, velocity, Source.COMMAND_LINE)
            time.sleep(min(AGAIN_S, left_s))
    finally:
        services.ptz.steer(camera.id, STILL, Source.COMMAND_LINE)
        _rest(services, camera)
    _told(args, camera, "Moved and stopped.")


def _rest(services: ConsoleServices, camera: Camera) -> None:
    """Wait until the camera took its Stop."""
    until_s = time.monotonic() + ANSWER_S
    while services.ptz.shown(camera.id).moving and time.monotonic() < until_s:
        time.sleep(0.02)


def _home(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    services.ptz.home(camera.id).result(ANSWER_S)
    _told(args, camera, "On its way home.")


def _goto(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    services.ptz.goto(camera.id, Position(args.pan, args.tilt, args.zoom)).result(ANSWER_S)
    _told(args, camera, "On its way.")


def _presets(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    services.presets.refresh(camera.id).result(ANSWER_S)
    if args.json:
        answer({"number": camera.number, "presets": _presets_of(services, camera)})
    else:
        for one in services.presets.of(camera.id):
            say(f"{one.number:2}  {one.name}{' (lost by the camera)' if one.gone else ''}")


def _presets_of(services: ConsoleServices, camera: Camera) -> list[dict[str, object]]:
    return [{"number": one.number, "name": one.name, "token": one.token, "gone": one.gone,
             "picture": str(services.presets.picture_of(one) or "")} for one in services.presets.of(camera.id)]


def _preset(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    if not services.presets.of(camera.id):
        services.presets.refresh(camera.id).result(ANSWER_S)
    services.presets.go(camera.id, args.preset).result(ANSWER_S)
    _told(args, camera, f"On its way to preset {args.preset}.")


def _save(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    stored = services.presets.store(camera.id, args.preset, args.name).result(ANSWER_S)
    more = " without a picture" if stored.picture_missing else ""
    _told(args, camera, f"Preset {args.preset} is kept{more}.")


def _patrol(args: argparse.Namespace, services: ConsoleServices, camera: Camera) -> None:
    services.patrols.start(camera.id, args.patrol)
    began_s = time.monotonic()
    try:
        while not args.seconds or time.monotonic() - began_s < args.seconds:
            time.sleep(AGAIN_S)
    finally:
        services.patrols.stop(camera.id)
    _told(args, camera, "The patrol has ended.")


def _told(args: argparse.Namespace, camera: Camera, text: str) -> None:
    if args.json:
        answer({"ok": True, "number": camera.number, "text": text})
    else:
        say(f"Camera {camera.number}: {text}")


def _figure(value: float | None) -> str:
    return "not said" if value is None else f"{value:.3f}"


_VERBS: dict[str, Callable[[argparse.Namespace, ConsoleServices, Camera], None]] = {
    "status": _status, "stop": _stop, "home": _home, "move": _move, "goto": _goto, "presets": _presets,
    "preset": _preset, "save": _save, "patrol": _patrol,
}
