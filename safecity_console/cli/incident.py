"""`incident list | show | new | note | step | hoax | hold | units | call-back`: incidents from the command line.

Belongs here: arguments in, the service called, answer out. Does not belong here: rules (domain/incident.py,
services/incidents.py), papers.
Invariants: 1. Every verb acts for an officer, the reading ones too: what he may not see is not there. 2. What is sealed
is not opened here. 3. Times without an offset are of the control room's zone.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from safecity_console.cli.acting import HasAccess, signed_in
from safecity_console.cli.output import Exit, answer, common_flags, refuse, say
from safecity_console.cli.times import optional_moment, zone_of
from safecity_console.domain.errors import NotFound, Refused, WorldError
from safecity_console.domain.incident import (
    Category,
    Filter,
    Incident,
    IncidentDraft,
    Severity,
    Source,
    State,
    Transfer,
)
from safecity_console.domain.incident_parts import IncidentDetail, UnitOnIt
from safecity_console.services.cameras import CameraService
from safecity_console.services.incidents import IncidentService
from safecity_console.services.settings import SettingsService
from safecity_console.services.units import UnitService


class HasIncidents(HasAccess, Protocol):
    """What these verbs need of the program."""

    @property
    def incidents(self) -> IncidentService:
        """Give the incidents."""
        ...

    @property
    def cameras(self) -> CameraService:
        """Give the registry."""
        ...

    @property
    def units(self) -> UnitService:
        """Give the units."""
        ...

    @property
    def settings(self) -> SettingsService:
        """Give the settings."""
        ...


def register(subparsers: Any) -> None:
    """Declare the verbs."""
    parser = subparsers.add_parser("incident", help="incidents")
    verbs = parser.add_subparsers(dest="incident_verb", metavar="VERB", required=True)
    common = common_flags()
    _list_flags(verbs.add_parser("list", parents=[common], help="list incidents, newest first"))
    _new_flags(verbs.add_parser("new", parents=[common], help="enter an incident"))
    for name, help_text in (("show", "show one incident and its timeline"), ("note", "add a note"),
                            ("step", "bring an incident to another state"), ("hoax", "end one as a hoax"),
                            ("hold", "let one wait"), ("units", "send units and note their times"),
                            ("call-back", "note that the caller was called back")):
        one = verbs.add_parser(name, parents=[common], help=help_text)
        one.add_argument("label", metavar="I-N", help="its number, or its number on papers")
        _FLAGS.get(name, _no_flags)(one)


def _no_flags(parser: argparse.ArgumentParser) -> None:
    """Add nothing."""


def _list_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", default="", metavar="WORDS", help="words to be found, English or Urdu")
    parser.add_argument("--open", action="store_true", help="those that have not ended")
    parser.add_argument("--call-back-due", action="store_true")
    for name, kind in (("state", State), ("category", Category), ("severity", Severity), ("source", Source)):
        parser.add_argument(f"--{name}", action="append", default=[], choices=[one.value for one in kind])
    parser.add_argument("--camera", type=int, metavar="N")
    parser.add_argument("--badge", default="", metavar="B", help="entered or worked by")
    parser.add_argument("--from", dest="from_at", metavar="TIME")
    parser.add_argument("--to", dest="to_at", metavar="TIME")
    parser.add_argument("--limit", type=int, default=500, metavar="N")


def _new_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--what", required=True, metavar="TEXT")
    parser.add_argument("--category", required=True, choices=[one.value for one in Category])
    parser.add_argument("--severity", required=True, choices=[one.value for one in Severity])
    parser.add_argument("--source", default=Source.CALL_15.value, choices=[one.value for one in Source])
    for name in ("place", "beat", "police-station", "caller-name", "caller-phone", "rapat-no", "fir-no", "note"):
        parser.add_argument(f"--{name}", default="", metavar="TEXT")
    parser.add_argument("--camera", type=int, metavar="N")
    parser.add_argument("--at", metavar="TIME", help="when it happened; default: now")
    parser.add_argument("--seal", action="store_true", help="seal the caller's identity")
    parser.add_argument("--latitude", type=float)
    parser.add_argument("--longitude", type=float)


def _note_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--at", metavar="TIME", help="when it happened; default: now")


def _step_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("to", choices=[one.value for one in State])
    parser.add_argument("--why", default="", metavar="TEXT")
    parser.add_argument("--outcome", default="", metavar="TEXT")
    parser.add_argument("--duplicate-of", default="", metavar="I-N")
    parser.add_argument("--transfer-to", choices=[one.value for one in Transfer])
    parser.add_argument("--at", metavar="TIME", help="when it happened; default: now")


def _hold_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--until", metavar="TIME", help="when the hold ends by itself")
    parser.add_argument("--reason", default="", metavar="TEXT")
    parser.add_argument("--release", action="store_true", help="end the hold now")


def _units_flags(parser: argparse.ArgumentParser) -> None:
    chosen = parser.add_mutually_exclusive_group()
    for name in ("tell", "on-scene", "clear"):
        chosen.add_argument(f"--{name}", default="", metavar="UNIT", help="a unit's name or call sign")
    parser.add_argument("--at", metavar="TIME", help="when it happened; default: now")


def _call_back_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--note", default="", metavar="TEXT")


_FLAGS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "note": _note_flags, "step": _step_flags, "hold": _hold_flags, "units": _units_flags,
    "call-back": _call_back_flags,
}


def run(args: argparse.Namespace, services: HasIncidents) -> int:
    """Carry out a verb; gives the exit code."""
    verbs: dict[str, Callable[[argparse.Namespace, HasIncidents], int]] = {
        "list": _list, "new": _new, "show": _show, "note": _note, "step": _step, "hoax": _hoax, "hold": _hold,
        "units": _units, "call-back": _call_back,
    }
    try:
        with signed_in(args, services):
            return verbs[args.incident_verb](args, services)
    except WorldError as error:
        return refuse(error, args.json)


def incident_document(incident: Incident) -> dict[str, object]:
    """Give an incident as JSON; of a sealed one the caller is not in it."""
    left_out = {"revision", "updated_at"} | ({"caller_name", "caller_phone"} if incident.sealed else set())
    fields = {name: getattr(incident, name) for name in Incident.__dataclass_fields__ if name not in left_out}
    return {"label": incident.label, "number": incident.full_label, **fields}


def _list(args: argparse.Namespace, services: HasIncidents) -> int:
    wanted = Filter(
        text=args.text, open_only=args.open, states=frozenset(map(State, args.state)),
        categories=frozenset(map(Category, args.category)), severities=frozenset(map(Severity, args.severity)),
        sources=frozenset(map(Source, args.source)), camera_id=_camera_id(services, args.camera), badge=args.badge,
        from_at=_time(args.from_at, services), to_at=_time(args.to_at, services), call_back_due=args.call_back_due,
        limit=args.limit)
    found = services.incidents.find(wanted)
    if args.json:
        answer({"incidents": [incident_document(one) for one in found]})
        return Exit.DONE
    for one in found:
        say(f"{one.label:<8} {one.severity} {one.state.value:<12} {_shown(one.event_at, services)}  {one.what}"
            f"{f', {one.place}' if one.place else ''}")
    say(f"{len(found)} incidents")
    return Exit.DONE


def _new(args: argparse.Namespace, services: HasIncidents) -> int:
    draft = IncidentDraft(
        args.what, Category(args.category), Severity(args.severity), Source(args.source), args.place, beat=args.beat,
        police_station=args.police_station, latitude=args.latitude, longitude=args.longitude,
        event_at=_time(args.at, services), camera_id=_camera_id(services, args.camera), caller_name=args.caller_name,
        caller_phone=args.caller_phone, note=args.note, seal=args.seal, rapat_no=args.rapat_no, fir_no=args.fir_no)
    return _answered(args, services.incidents.enter(draft), "was entered")


def _show(args: argparse.Namespace, services: HasIncidents) -> int:
    detail = services.incidents.detail(services.incidents.by_label(args.label).id)
    if args.json:
        answer({"incidents": [{**incident_document(detail.incident), **_hanging(detail)}]})
        return Exit.DONE
    one = detail.incident
    say(f"{one.label}  {one.full_label}  {one.severity}  {one.state.value}")
    say(f"{one.what}{f', {one.place}' if one.place else ''}{'  (identity sealed)' if one.sealed else ''}")
    for event in detail.events:
        late = "" if event.event_at == event.entered_at else f"  (entered {_shown(event.entered_at, services)})"
        content = "  ".join(f"{key}: {value}" for key, value in event.content.items() if value not in ("", None, False))
        say(f"  {_shown(event.event_at, services)}  {event.badge:<8} {event.kind.value:<15} {content}{late}")
    return Exit.DONE


def _hanging(detail: IncidentDetail) -> dict[str, object]:
    return {"events": detail.events, "cameras": detail.cameras, "clips": detail.clips, "units": detail.units,
            "parties": detail.parties, "ticks": detail.ticks, "files": detail.files, "related": detail.related}


def _note(args: argparse.Namespace, services: HasIncidents) -> int:
    incident = services.incidents.by_label(args.label)
    services.incidents.note(incident.id, args.text, _time(args.at, services))
    return _answered(args, incident, "has a note more")


def _step(args: argparse.Namespace, services: HasIncidents) -> int:
    incidents = services.incidents
    other = incidents.by_label(args.duplicate_of).id if args.duplicate_of else ""
    transfer = Transfer(args.transfer_to) if args.transfer_to else None
    after = incidents.step(incidents.by_label(args.label).id, State(args.to), args.why, _time(args.at, services), other,
                           transfer, args.outcome)
    return _answered(args, after, f"is now {after.state.value}")


def _hoax(args: argparse.Namespace, services: HasIncidents) -> int:
    return _answered(args, services.incidents.hoax(services.incidents.by_label(args.label).id), "is a hoax")


def _hold(args: argparse.Namespace, services: HasIncidents) -> int:
    incident = services.incidents.by_label(args.label)
    if args.release:
        return _answered(args, services.incidents.release(incident.id), "waits no longer")
    until = _time(args.until, services)
    if until is None:
        raise Refused("time_unreadable")
    return _answered(args, services.incidents.hold(incident.id, until, args.reason), "is on hold")


def _units(args: argparse.Namespace, services: HasIncidents) -> int:
    incidents, at = services.incidents, _time(args.at, services)
    incident = incidents.by_label(args.label)
    if args.tell:
        named = args.tell.casefold()
        unit = next((u for u in services.units.units() if named in (u.name.casefold(), u.call_sign.casefold())), None)
        if unit is None:
            raise NotFound("unit_missing")
        incident = incidents.tell_unit(incident.id, unit.id, at)
    elif args.on_scene:
        incident = incidents.unit_on_scene(incident.id, _sent(services, incident, args.on_scene).id, at)
    elif args.clear:
        incident = incidents.unit_clear(incident.id, _sent(services, incident, args.clear).id, at)
    detail = incidents.detail(incident.id)
    if args.json:
        answer({"incidents": [{**incident_document(detail.incident), "units": detail.units}]})
        return Exit.DONE
    for one in detail.units:
        times = (("told", one.told_at), ("on scene", one.on_scene_at), ("clear", one.clear_at))
        say(f"{one.name:<24} " + "  ".join(f"{word} {_shown(at, services)}" for word, at in times if at is not None))
    say(f"{len(detail.units)} units at {incident.label}")
    return Exit.DONE


def _call_back(args: argparse.Namespace, services: HasIncidents) -> int:
    incident = services.incidents.called_back(services.incidents.by_label(args.label).id, args.note)
    return _answered(args, incident, "has had its call-back")


def _sent(services: HasIncidents, incident: Incident, name: str) -> UnitOnIt:
    sign_of = {unit.id: unit.call_sign.casefold() for unit in services.units.units(also_inactive=True)}
    for one in services.incidents.detail(incident.id).units:
        if one.clear_at is None and name.casefold() in (one.name.casefold(), sign_of.get(one.unit_id)):
            return one
    raise NotFound("unit_missing")


def _answered(args: argparse.Namespace, incident: Incident, what_of_it: str) -> int:
    if args.json:
        answer({"incidents": [incident_document(incident)]})
    else:
        say(f"{incident.label} {incident.what}: it {what_of_it}.")
    return Exit.DONE


def _camera_id(services: HasIncidents, number: int | None) -> str:
    if number is None:
        return ""
    camera = services.cameras.by_number(number)
    if camera is None:
        raise NotFound("camera_missing", number=number)
    return camera.id


def _time(text: str | None, services: HasIncidents) -> datetime | None:
    return optional_moment(text, services.settings)


def _shown(moment: datetime, services: HasIncidents) -> str:
    return moment.astimezone(zone_of(services.settings)).strftime("%Y-%m-%d %H:%M:%S")
