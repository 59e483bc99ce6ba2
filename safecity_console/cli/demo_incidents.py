"""The demo's units and incidents: an afternoon of Mirpur, so that screens and papers have something to show.

Belongs here: made-up data, entered through the services as an officer would. Does not belong here: cameras
(simulated.py), officers, rules.
Invariants: 1. Nothing is written but through a service: numbers, timelines and the audit are true ones. 2. The clock is
the demo's own and runs from the past to now, so that entry times and the audit's order are as on a real day.
Names, numbers and plates are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from safecity_console.core.clock import ManualClock
from safecity_console.domain.incident import Category, Incident, IncidentDraft, Severity, Source, State, Transfer
from safecity_console.domain.incident_parts import PartyKind, PartyRole
from safecity_console.domain.unit import Unit, UnitKind
from safecity_console.domain.watch import HistoryState
from safecity_console.services.cameras import CameraService
from safecity_console.services.history import HistoryService
from safecity_console.services.incidents import IncidentService
from safecity_console.services.units import UnitService

BEFORE = timedelta(minutes=190)
UNITS = (
    Unit("", "Patrol 4", UnitKind.PATROL, "Mobile-4", "05827-920104", "City"),
    Unit("", "Patrol 7", UnitKind.PATROL, "Mobile-7", "05827-920107", "Thothal"),
    Unit("", "Falcon 2", UnitKind.MOTORCYCLE, "Falcon-2", "", "City"),
    Unit("", "Traffic squad Nangi", UnitKind.TRAFFIC, "Traffic-1", "", "City"),
    Unit("", "Women's police station", UnitKind.WOMEN, "Women-1", "05827-920155", "Women"),
    Unit("", "Rescue 1122 Mirpur", UnitKind.RESCUE_1122, "1122", "1122", ""),
)


class HasIncidents(Protocol):
    """What the demo's incidents need of the program."""

    @property
    def incidents(self) -> IncidentService:
        """Give the incidents."""
        ...

    @property
    def units(self) -> UnitService:
        """Give the units."""
        ...

    @property
    def cameras(self) -> CameraService:
        """Give the registry."""
        ...

    @property
    def history(self) -> HistoryService:
        """Give the history of the cameras."""
        ...


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the demo says of a camera, as HistoryService takes it."""

    camera_id: str
    state: HistoryState
    layer: str
    fault: str
    at: datetime


def put_demo_units(services: HasIncidents) -> None:
    """Keep the demo's units; whoever sits at the desk may edit places."""
    for unit in UNITS:
        services.units.put(unit)


def live_demo_afternoon(services: HasIncidents, clock: ManualClock, down: frozenset[int],
                        named_officer_id: str = "") -> None:
    """Live through the afternoon as whoever sits at the desk; ends with the clock BEFORE further on.

    `down` are the numbers of the cameras that were not seen all the while, so that incidents can tell it; the case of
    misconduct names an officer, who then does not find it.
    """
    begun = clock.now()
    services.history.start()
    try:
        services.history.note_many([
            _Seen(one.id, HistoryState.OFFLINE if one.number in down else HistoryState.LIVE,
                  "route" if one.number in down else "", "timed_out" if one.number in down else "", begun)
            for one in services.cameras.cameras()])
        day = _Day(services, clock, named_officer_id)
        for minute, scene in ((5, day.child_found), (31, day.shutter), (62, day.hoax), (70, day.fake_card),
                              (84, day.harassment), (101, day.motorcycle), (118, day.misconduct), (130, day.signal),
                              (149, day.bag), (183, day.fight), (187, day.crowd)):
            _until(clock, begun + timedelta(minutes=minute))
            scene()
        _until(clock, begun + BEFORE)
    finally:
        services.history.stop()


def _until(clock: ManualClock, moment: datetime) -> None:
    clock.advance(max(0.0, (moment - clock.now()).total_seconds()))


class _Day:
    """The scenes of the afternoon."""

    def __init__(self, services: HasIncidents, clock: ManualClock, named_officer_id: str) -> None:
        self._named_officer_id = named_officer_id
        self._incidents, self._clock, self._cameras = services.incidents, clock, services.cameras
        self._units = {unit.name: unit.id for unit in services.units.units()}

    def child_found(self) -> None:
        """A child lost and found; closed."""
        one = self._enter("Child missing, last seen at the bus stand", Category.MISSING, Severity.S1, Source.CALL_15, 7,
                          "Kotli Rd Bus Stand", note="Boy of six, blue shalwar kameez, answers to Hamza.",
                          caller=("Tariq Mehmood", "0345-5550117"))
        self._then(9, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._send(one, "Falcon 2", 40, 260)
        self._then(300, lambda: self._incidents.note(one.id, "بچہ اڈے کے پیچھے دکان پر مل گیا، والد کے حوالے کیا گیا"))
        self._end(one, "Found unharmed behind the bus stand and given to his father")

    def shutter(self) -> None:
        """A shop broken into; resolved, its FIR noted."""
        one = self._enter("Shop shutter forced", Category.PROPERTY, Severity.S2, Source.CALL_15, 9,
                          "F-1 Commercial, mobile market", caller=("Nadeem Butt", "0300-5550142"),
                          note="Two men left on a motorcycle towards Nangi.")
        self._then(14, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._incidents.add_party(one.id, PartyKind.VEHICLE, PartyRole.SUSPECT, "MRA-19-4471", "black 70 cc motorcycle")
        self._send(one, "Patrol 7", 70, 420)
        self._then(600, lambda: self._incidents.change(one.id, rapat_no="18", fir_no="409/26"))
        self._ticks(one)
        self._incidents.step(one.id, State.RESOLVED, outcome="Report taken, footage of cameras 09 and 03 kept")

    def hoax(self) -> None:
        """A hoax, ended with one key."""
        one = self._enter("Bomb at the stadium, caller laughs", Category.SUSPICIOUS, Severity.S2, Source.CALL_15, 11,
                          "Quaid-e-Azam Stadium", caller=("", "0311-5550190"))
        self._then(35, lambda: self._incidents.hoax(one.id))

    def fake_card(self) -> None:
        """A false identity card; handed over to the cyber crime agency."""
        one = self._enter("Fake identity card shown at bank", Category.CYBER, Severity.S3, Source.PHONE, 6,
                          "Bank Square, branch office", caller=("Branch manager", "05827-550133"))
        self._then(80, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._then(500, lambda: self._incidents.step(one.id, State.TRANSFERRED, transferred_to=Transfer.NCCIA,
                                                     why="Card and copy of the form sent with the transfer sheet"))

    def harassment(self) -> None:
        """Harassment near a school; the women's desk, identities sealed."""
        one = self._enter("Harassment of girls near school", Category.WOMEN_CHILDREN, Severity.S2, Source.CITIZEN, 15,
                          "Sector C-3 School, back gate", caller=("A parent", "0333-5550161"))
        self._incidents.add_party(one.id, PartyKind.PERSON, PartyRole.WITNESS, "A teacher",
                                  "Will speak to a woman officer")
        self._then(22, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._send(one, "Women's police station", 90, None)

    def motorcycle(self) -> None:
        """A stolen motorcycle, written in Urdu; on hold until the owner brings its papers."""
        one = self._enter("موٹر سائیکل چوری", Category.PROPERTY, Severity.S3, Source.CALL_15, 13, "سیکٹر ڈی فور مارکیٹ",
                          caller=("محمد عرفان", "0346-5550128"), late_min=25,
                          note="ہنڈا 125، سرخ رنگ، مالک نماز پڑھ کر آیا تو موجود نہ تھی")
        self._incidents.add_party(one.id, PartyKind.VEHICLE, PartyRole.OTHER, "MRB-22-7310", "red Honda 125")
        self._then(60, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._then(90, lambda: self._incidents.hold(one.id, self._clock.now() + timedelta(hours=4),
                                                    "Owner brings the registration papers"))

    def misconduct(self) -> None:
        """A complaint about a policeman; seen by the district head and whoever entered it."""
        self._enter("Money asked for at a picket", Category.MISCONDUCT, Severity.S3, Source.JOURNALIST, 8,
                    "Bypass Junction picket")

    def signal(self) -> None:
        """Signal jumping; the traffic squad is on scene."""
        one = self._enter("Signal jumping, repeated", Category.TRAFFIC, Severity.S3, Source.CAMERA, 2,
                          "Nangi – Mangla Rd signal")
        self._then(50, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._send(one, "Traffic squad Nangi", 200, 420)

    def bag(self) -> None:
        """A bag left alone where the camera is down; being verified."""
        one = self._enter("Bag left at the gate", Category.SUSPICIOUS, Severity.S2, Source.PATROL, 4,
                          "DHQ Hospital Gate", note="Nearest working camera looks at the road only.")
        self._then(16, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._then(80, lambda: self._incidents.note(
            one.id, "Guard keeps people back; the owner is asked for by loudspeaker."))

    def fight(self) -> None:
        """A fight, seen on camera, a patrol on its way; told twice."""
        one = self._enter("Street fight, six men, one with a stick", Category.PERSON, Severity.S1, Source.CALL_15, 1,
                          "Chowk Shaheedan", caller=("Akram, fruit seller", "0345-5550103"))
        self._then(9, lambda: self._incidents.step(one.id, State.ACKNOWLEDGED))
        self._then(27, lambda: self._incidents.step(one.id, State.VERIFIED, why="Six men, one with a stick"))
        self._send(one, "Patrol 4", 40, None)
        again = self._enter("Men fighting at the chowk", Category.PERSON, Severity.S1, Source.CALL_15, 1,
                            "Chowk Shaheedan", caller=("", "0312-5550109"))
        self._then(20, lambda: self._incidents.step(again.id, State.DUPLICATE, duplicate_of=one.id))

    def crowd(self) -> None:
        """A crowd, just entered, in Urdu."""
        self._enter("بازار میں ہجوم جمع ہو رہا ہے", Category.PUBLIC_ORDER, Severity.S2, Source.COMMITTEE, 9,
                    "ایف ون کمرشل", note="تاجر کمیٹی نے بتایا کہ بجلی کی بندش پر احتجاج ہے")

    def _enter(self, what: str, category: Category, severity: Severity, source: Source, number: int, place: str,
               note: str = "", caller: tuple[str, str] = ("", ""), late_min: int = 0) -> Incident:
        camera = self._cameras.by_number(number)
        draft = IncidentDraft(what, category, severity, source, place, police_station="City", note=note,
                              caller_name=caller[0], caller_phone=caller[1],
                              camera_id="" if camera is None else camera.id)
        at = self._clock.now() - timedelta(minutes=late_min, seconds=20)
        named = self._named_officer_id if category is Category.MISCONDUCT else ""
        return self._incidents.enter(replace(draft, event_at=at, named_officer_id=named))

    def _then(self, seconds: float, deed: Callable[[], object]) -> None:
        self._clock.advance(seconds)
        deed()

    def _send(self, incident: Incident, unit: str, after_s: float, arrives_s: float | None) -> None:
        self._then(after_s, lambda: self._incidents.tell_unit(incident.id, self._units[unit]))
        if arrives_s is not None:
            on_it = self._incidents.detail(incident.id).units[-1]
            self._then(arrives_s, lambda: self._incidents.unit_on_scene(incident.id, on_it.id))

    def _ticks(self, incident: Incident) -> None:
        for tick in self._incidents.detail(incident.id).ticks:
            self._then(4, partial(self._incidents.tick, incident.id, tick.id, done=True))

    def _end(self, incident: Incident, outcome: str) -> None:
        self._ticks(incident)
        self._incidents.step(incident.id, State.RESOLVED)
        self._then(60, lambda: self._incidents.step(incident.id, State.CLOSED, outcome=outcome))
