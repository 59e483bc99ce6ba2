"""Incidents as a control room works them: entering, moving on, units, two screens, sealing, sight."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.db.history import Note, put_note
from safecity_console.domain.access import RoleCode, TwoPerson
from safecity_console.domain.audit import AuditFilter
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.errors import Refused
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
from safecity_console.domain.incident_clock import Targets
from safecity_console.domain.incident_parts import EventKind, PartyKind, PartyRole
from safecity_console.domain.procedure import Procedure, ProcedureStep
from safecity_console.domain.unit import Unit
from safecity_console.domain.watch import HistoryState
from safecity_console.services.console import ConsoleServices
from safecity_console.services.events import IncidentsChanged
from safecity_console.services.snapshots import SnapshotFile
from tests.fakes.staffed import begin, deeds, enter, make, open_console, password_of

DRAFT = IncidentDraft("Street fight", Category.PUBLIC_ORDER, Severity.S1, Source.CALL_15, place="Chowk Shaheedan",
                      caller_name="Akram Vendor", caller_phone="0345-1234567")
WOMEN = replace(DRAFT, what="Harassment near school", category=Category.WOMEN_CHILDREN, caller_name="Saadia Qamar",
                caller_phone="0300-7654321")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(data_folder: Path, clock: ManualClock) -> Iterator[ConsoleServices]:
    with open_console(data_folder, clock) as console:
        made = console.services
        for number, site, east in ((1, "Chowk", 0.0), (2, "Chowk", 0.0), (3, "Bridge", 0.004), (4, "Far", 0.2)):
            made.cameras.add(CameraDraft(number, f"Camera {number}", f"rtsp://192.0.2.{number}/", site=site,
                                         latitude=33.148, longitude=73.751 + east))
        yield made


@pytest.fixture
def staffed(services: ConsoleServices) -> ConsoleServices:
    """Give the same with officers: D-1 reports to S-1, he to the SSP; W-1 is the women's desk."""
    begin(services)
    ssp = make(services, "SSP", RoleCode.DISTRICT_HEAD)
    supervisor = make(services, "S-1", RoleCode.SUPERVISOR, reports_to=ssp.id)
    for badge in ("D-1", "D-2"):
        make(services, badge, RoleCode.DUTY_OFFICER, reports_to=supervisor.id)
    make(services, "W-1", RoleCode.WOMENS_DESK, reports_to=ssp.id)
    enter(services, "D-1")
    return services


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


def kinds(services: ConsoleServices, incident: Incident) -> list[str]:
    return [event.kind.value for event in services.incidents.detail(incident.id).events]


def finish(services: ConsoleServices, incident: Incident) -> None:
    """Tick every required step and call back."""
    for tick in services.incidents.detail(incident.id).ticks:
        services.incidents.tick(incident.id, tick.id, done=True)


def test_entering_keeps_everything_of_the_minute_in_one_go(services: ConsoleServices, clock: ManualClock,
                                                           tmp_path: Path) -> None:
    one, two, _three, _four = services.cameras.cameras()
    early = clock.now() - timedelta(minutes=50)
    for camera, state, layer in ((one, HistoryState.LIVE, ""), (two, HistoryState.OFFLINE, "route")):
        services.cameras._door.write(lambda tx, c=camera.id, s=state, y=layer: put_note(tx, Note(c, s, y, y, early)))
    clock.advance(60)
    services.cameras._door.write(lambda tx: put_note(tx, Note(two.id, HistoryState.LIVE, "", "", clock.now())))
    picture = tmp_path / "shot.png"
    picture.write_bytes(b"PNG of the moment")
    heard: list[IncidentsChanged] = []
    services.bus.subscribe(IncidentsChanged, heard.append)
    event_at = clock.now() - timedelta(minutes=20)
    draft = replace(DRAFT, camera_id=one.id, event_at=event_at, note="چھ افراد، ایک کے پاس ڈنڈا")
    incident = services.incidents.enter(draft, SnapshotFile(picture, "0" * 64, 1, 1, clock.now()))
    assert heard == [IncidentsChanged(frozenset({incident.id}))]
    assert (incident.label, incident.full_label, incident.state) == ("I-1", "MPR-I-2026-000001", State.NEW)
    assert (incident.event_at, incident.entered_at, incident.site_id) == (event_at, clock.now(), one.site_id)
    assert incident.call_back_due_at == clock.now() + timedelta(minutes=30)
    detail = services.incidents.detail(incident.id)
    assert [(c.link.value, c.state, c.down) for c in detail.cameras] == [
        ("entered_from", "live", False), ("nearby", "offline", True), ("nearby", "unknown", False)], \
        "the state of then, not of now; not watched is unknown; what is far is left out"
    assert detail.cameras[2].distance_m == pytest.approx(373, abs=5)
    assert {(c.from_at, c.to_at) for c in detail.clips} == {(event_at - timedelta(minutes=30),
                                                             event_at + timedelta(minutes=30))}
    assert len(detail.clips) == 3
    assert [t.text for t in detail.ticks] == [s.text for s in services.procedures.of(Category.PUBLIC_ORDER).steps]
    assert services.incidents.file_path(detail.files[0]).read_bytes() == b"PNG of the moment"
    assert [e.kind.value for e in detail.events] == ["entered", "camera_linked", "clip_locked", "file_added", "note"]
    assert detail.events[0].event_at == event_at
    assert detail.events[1].content == {"cameras": 3, "down": 1, "unknown": 1}
    assert [(o, d["late_s"]) for _a, o, _b, d in deeds(services, "incident.new")] == [("done", 1200)]


@pytest.mark.parametrize(("wrong", "code"), [
    ({"what": " \u202e \x00"}, "incident_what"), ({"latitude": 33.0}, "place_half"),
    ({"latitude": 91.0, "longitude": 0.0}, "place_range"), ({"camera_id": "x" * 36}, "camera_unknown"),
    ({"site_id": "nowhere"}, "incident_site"), ({"event_at": 5}, "time_future"),
])
def test_a_draft_that_cannot_be_is_refused_and_leaves_nothing(services: ConsoleServices, clock: ManualClock,
                                                              wrong: dict[str, Any], code: str, tmp_path: Path) -> None:
    if "event_at" in wrong:
        wrong = {"event_at": clock.now() + timedelta(minutes=wrong["event_at"])}
    picture = tmp_path / "a.png"
    picture.write_bytes(b"x")
    assert refused(lambda: services.incidents.enter(replace(DRAFT, **wrong),
                                                    SnapshotFile(picture, "", 1, 1, clock.now()))) == code
    assert services.incidents.find(Filter()) == ()
    assert services.incidents.enter(DRAFT).label == "I-1", "a refusal costs no number"
    assert not [p for p in services.paths.incident_files.rglob("*") if p.is_file()]


def test_numbers_have_no_gap_and_no_double_also_across_two_processes(data_folder: Path) -> None:
    child = ("import sys\nfrom pathlib import Path\nfrom safecity_console.core import logs\n"
             "logs.configure(None, 'ERROR')\n"
             "from safecity_console.wiring import Console, Options\n"
             "from tests.unit.services.test_incidents import DRAFT\n"
             "with Console(Options(Path(sys.argv[1]), environment={}, use_keyring=False)) as c:\n"
             "    print(*(c.services.incidents.enter(DRAFT).serial for _ in range(40)))")
    with open_console(data_folder):
        pass  # the schema is made once
    root = Path(__file__).resolve().parents[3]
    children = [subprocess.Popen([sys.executable, "-c", child, str(data_folder)], stdout=subprocess.PIPE, text=True,
                                 cwd=root) for _ in range(2)]
    given = [int(word) for one in children for word in one.communicate(timeout=60)[0].split()]
    assert sorted(given) == list(range(1, 81))


def test_each_year_and_each_station_counts_anew_by_its_own_midnight(services: ConsoleServices,
                                                                    clock: ManualClock) -> None:
    clock.set_wall(datetime(2026, 12, 31, 18, 59, 59, tzinfo=UTC))  # 23:59:59 in Mirpur
    numbers = [services.incidents.enter(DRAFT).full_label]
    clock.advance(2)
    numbers.append(services.incidents.enter(DRAFT).full_label)
    services.settings.set("place.code", "KTL")
    numbers.append(services.incidents.enter(DRAFT).full_label)
    assert numbers == ["MPR-I-2026-000001", "MPR-I-2027-000001", "KTL-I-2027-000001"]
    assert services.incidents.by_label("MPR-I-2026-000001").year == 2026
    assert services.incidents.by_label("1").station == "KTL"


def test_the_whole_way_and_the_clock_set_back_on_it(services: ConsoleServices, clock: ManualClock) -> None:
    incidents = services.incidents
    one = incidents.enter(DRAFT)
    unit, other = (services.units.put(Unit("", name)) for name in ("Patrol 4", "Patrol 5"))
    clock.set_wall(clock.now() - timedelta(minutes=10))  # NTP takes ten minutes back
    incidents.step(one.id, State.ACKNOWLEDGED)
    clock.advance(5)
    sent = incidents.tell_unit(one.id, unit.id)
    assert (sent.state, sent.dispatched_at) == (State.DISPATCHED, clock.now())
    incidents.tell_unit(one.id, other.id)
    assert refused(lambda: incidents.tell_unit(one.id, unit.id)) == "unit_told"
    incidents.step(one.id, State.VERIFIED)
    clock.advance(30)
    assert refused(lambda: incidents.step(one.id, State.ON_SCENE, event_at=clock.now() - timedelta(seconds=32))) \
        == "time_before", "nobody arrives before he was sent"
    on_it = incidents.detail(one.id).units
    assert refused(lambda: incidents.unit_on_scene(one.id, on_it[0].id, clock.now() - timedelta(hours=1))) \
        == "time_before"
    there = incidents.unit_on_scene(one.id, on_it[0].id)
    assert there.state is State.ON_SCENE
    assert refused(lambda: incidents.unit_on_scene(one.id, on_it[0].id)) == "unit_there"
    incidents.unit_clear(one.id, on_it[0].id)
    assert refused(lambda: incidents.unit_clear(one.id, on_it[0].id)) == "unit_clear"
    finish(services, one)
    incidents.step(one.id, State.RESOLVED)
    assert refused(lambda: incidents.step(one.id, State.CLOSED)) == "incident_outcome"
    closed = incidents.step(one.id, State.CLOSED, outcome="Parted by the patrol")
    assert (closed.ended, closed.outcome, closed.called_back_at is not None) == (True, "Parted by the patrol", True)
    entered = [e.entered_at for e in incidents.detail(one.id).events]
    assert entered != sorted(entered), "the clock fell, and the order stayed that of the deeds"
    assert kinds(services, one)[-1] == "step"
    assert incidents.open_ones() == ()


def test_a_first_unit_acknowledges_and_a_reopened_incident_goes_round_again(services: ConsoleServices) -> None:
    incidents = services.incidents
    one, unit = incidents.enter(DRAFT), services.units.put(Unit("", "Patrol 4"))
    assert incidents.tell_unit(one.id, unit.id).acknowledged_at is not None
    assert incidents.hoax(one.id).state is State.HOAX
    assert refused(lambda: incidents.hoax(one.id)) == "incident_already"
    for deed in (lambda: incidents.note(one.id, "late"), lambda: incidents.change(one.id, what="x"),
                 lambda: incidents.called_back(one.id), lambda: incidents.tell_unit(one.id, unit.id)):
        assert refused(deed) == "incident_ended"
    assert refused(lambda: incidents.step(one.id, State.ACKNOWLEDGED)) == "incident_reopen"
    again = incidents.review(one.id, "It was no hoax", reopen=True)
    assert (again.state, again.ended_at, again.reviewed_by) == (State.ACKNOWLEDGED, None, "setup")
    on_it = incidents.detail(one.id).units[0]
    assert incidents.unit_on_scene(one.id, on_it.id).state is State.ON_SCENE


STEPS: list[tuple[dict[str, Any], str]] = [
    ({"to": State.ON_SCENE}, "incident_step"), ({"to": State.NEW}, "incident_already"),
    ({"to": State.FALSE_ALARM}, "incident_why"), ({"to": State.DUPLICATE}, "incident_duplicate_of"),
    ({"to": State.DUPLICATE, "duplicate_of": "nothing"}, "duplicate_missing"),
    ({"to": State.DUPLICATE, "duplicate_of": "self"}, "duplicate_circle"),
    ({"to": State.TRANSFERRED}, "incident_transfer_to"),
    ({"to": State.ACKNOWLEDGED, "event_at": -3600}, "time_before"),
    ({"to": State.ACKNOWLEDGED, "event_at": 3600}, "time_future"),
    ({"to": State.ACKNOWLEDGED, "expected_revision": 7}, "changed_meanwhile"),
]


@pytest.mark.parametrize(("wish", "code"), STEPS, ids=lambda value: str(value))
def test_a_step_that_lacks_something_is_refused(services: ConsoleServices, clock: ManualClock, wish: dict[str, Any],
                                                code: str) -> None:
    one = services.incidents.enter(DRAFT)
    if "event_at" in wish:
        wish = {**wish, "event_at": clock.now() + timedelta(seconds=wish["event_at"])}
    if wish.get("duplicate_of") == "self":
        wish = {**wish, "duplicate_of": one.id}
    assert refused(lambda: services.incidents.step(one.id, **wish)) == code
    assert services.incidents.detail(one.id).incident == one


def test_duplicates_lead_to_the_first_and_never_round(services: ConsoleServices) -> None:
    incidents = services.incidents
    first, second, third = (incidents.enter(DRAFT) for _ in range(3))
    incidents.step(second.id, State.DUPLICATE, duplicate_of=first.id)
    assert incidents.step(third.id, State.DUPLICATE, duplicate_of=second.id).duplicate_of == first.id
    assert refused(lambda: incidents.step(first.id, State.DUPLICATE, duplicate_of=third.id)) == "duplicate_circle"
    secret = incidents.enter(replace(DRAFT, category=Category.MISCONDUCT))
    assert refused(lambda: incidents.step(first.id, State.DUPLICATE, duplicate_of=secret.id)) == "duplicate_unfit"
    assert incidents.step(first.id, State.TRANSFERRED, transferred_to=Transfer.RESCUE_1122).ended


def test_the_same_incident_on_two_screens(services: ConsoleServices) -> None:
    incidents = services.incidents
    one = incidents.enter(DRAFT)
    incidents.note(one.id, "A note does not get in the other screen's way")
    incidents.step(one.id, State.ACKNOWLEDGED, expected_revision=one.revision)
    assert refused(lambda: incidents.step(one.id, State.HOAX, expected_revision=one.revision)) == "changed_meanwhile"
    assert refused(lambda: incidents.change(one.id, one.revision, what="x")) == "changed_meanwhile"
    assert incidents.change(one.id, one.revision + 1, what="Brawl", beat="7").what == "Brawl"
    assert [e.content for e in incidents.detail(one.id).events if e.kind is EventKind.FIELD] == [
        {"field": "what", "before": "Street fight", "after": "Brawl"}, {"field": "beat", "before": "", "after": "7"}]
    assert refused(lambda: incidents.change(one.id, entered_by="D-9")) == "field_unknown"
    assert refused(lambda: incidents.change(one.id, category="nonsense")) == "field_unfit"


def test_a_hold_ends_by_itself_and_with_any_step(services: ConsoleServices, clock: ManualClock) -> None:
    incidents = services.incidents
    one = incidents.enter(DRAFT)
    assert refused(lambda: incidents.release(one.id)) == "hold_none"
    assert refused(lambda: incidents.hold(one.id, clock.now(), "waiting for the owner")) == "hold_time"
    incidents.hold(one.id, clock.now() + timedelta(minutes=5), "waiting for the owner")
    assert incidents.open_ones()[0].on_hold(clock.now())
    assert (incidents.counts().on_hold, incidents.counts().late) == (1, 0)
    clock.advance(301)
    assert not incidents.open_ones()[0].on_hold(clock.now())
    assert incidents.counts().late == 1
    incidents.hold(one.id, clock.now() + timedelta(minutes=5), "waiting for the owner")
    assert incidents.step(one.id, State.ACKNOWLEDGED).hold_until is None


def test_what_only_a_supervisor_may_force_is_audited_as_forced(staffed: ConsoleServices) -> None:
    incidents = staffed.incidents
    one = incidents.enter(DRAFT)
    incidents.step(one.id, State.ACKNOWLEDGED)
    assert refused(lambda: incidents.step(one.id, State.RESOLVED)) == "incident_steps_open"
    assert refused(lambda: incidents.review(one.id, "good work")) == "not_permitted"
    enter(staffed, "S-1")
    assert refused(lambda: incidents.step(one.id, State.RESOLVED)) == "incident_force_why"
    incidents.step(one.id, State.RESOLVED, why="the shop was opened again")
    assert deeds(staffed, "incident.step")[-1][2:] == ("S-1", {
        "label": one.full_label, "before": "acknowledged", "to": "resolved", "forced": True,
        "why": "the shop was opened again"})
    finish(staffed, one)
    assert incidents.step(one.id, State.CLOSED, outcome="nothing taken").ended
    assert incidents.review(one.id, "Opened again: the owner found the till empty", reopen=True).reviewed_by == "S-1"


def test_another_category_brings_its_checklist_and_keeps_what_was_done(services: ConsoleServices) -> None:
    incidents = services.incidents
    one = incidents.enter(DRAFT)
    done = incidents.detail(one.id).ticks[1]
    incidents.tick(one.id, done.id, done=True)
    incidents.tick(one.id, done.id, done=True)  # twice is once
    incidents.change(one.id, category=Category.TRAFFIC)
    texts = [t.text for t in incidents.detail(one.id).ticks]
    assert texts == [done.text, *(s.text for s in services.procedures.of(Category.TRAFFIC).steps)]
    assert kinds(services, one).count("tick") == 1
    assert refused(lambda: incidents.change(one.id, category=Category.MISCONDUCT)) == "misconduct_apart"
    incidents.link_camera(one.id, services.cameras.cameras()[3].id)
    assert [c.camera_id for c in incidents.detail(one.id).clips] == [services.cameras.cameras()[3].id]
    incidents.unlink_camera(one.id, services.cameras.cameras()[3].id)
    assert len(incidents.detail(one.id).clips) == 1, "its clip stays locked"
    called = incidents.called_back(one.id, "he is well")
    assert called.called_back_at is not None
    assert [t.done_at is not None for t in incidents.detail(one.id).ticks if t.call_back] == [True]
    assert refused(lambda: incidents.called_back(one.id)) == "called_back"


# Sealing --------------------------------------------------------------------------------------------------------------


def everything_plain(services: ConsoleServices) -> bytes:
    """Give every byte that is kept: the file with its log, whatever a query does not show included."""
    services.cameras._door.write(lambda tx: tx._db.execute("PRAGMA secure_delete").fetchall())
    return b"".join(p.read_bytes() for p in services.paths.root.glob("console.db*"))


def test_identities_of_women_and_children_are_nowhere_in_plain(staffed: ConsoleServices) -> None:
    incidents = staffed.incidents
    one = incidents.enter(WOMEN)
    party = incidents.add_party(one.id, PartyKind.PERSON, PartyRole.VICTIM, "Nabila Rauf", "lives behind the mosque")
    incidents.change(one.id, caller_phone="0301-9999999")
    incidents.change(one.id, caller_name="Saadia Qamar Bibi")
    assert (one.sealed, one.caller_name, one.routed_to, party.name) == (True, "", Transfer.WOMENS_DESK, "")
    kept = everything_plain(staffed)
    for word in ("Saadia", "7654321", "Nabila", "behind the mosque", "saadia", "nabila", "9999999"):
        assert word.encode() not in kept, word
    assert incidents.find(Filter("nabila")) == ()
    before = len(deeds(staffed))
    assert refused(lambda: incidents.open_sealed(one.id)) == "not_permitted"
    assert [d[:3] for d in deeds(staffed)[before:] if d[0].startswith("permission")] == [
        ("permission.refused", "refused", "D-1")]
    enter(staffed, "W-1")
    opened = incidents.open_sealed(one.id)
    assert opened == {"caller_name": "Saadia Qamar Bibi", "caller_phone": "0301-9999999",
                      f"party:{party.id}:name": "Nabila Rauf", f"party:{party.id}:more": "lives behind the mosque"}
    assert [d[:3] for d in deeds(staffed, "incident.sealed_open")] == [("incident.sealed_open", "done", "W-1")]
    assert kinds(staffed, one)[-1] == "sealed_opened"
    # Bytes moved to another incident do not open there.
    other = incidents.enter(replace(WOMEN, caller_name="Other", caller_phone="1"))
    staffed.cameras._door.write(lambda tx: tx._db.execute(
        "UPDATE incident SET sealed_caller = (SELECT sealed_caller FROM incident WHERE id = ?) WHERE id = ?",
        [one.id, other.id]))
    assert refused(lambda: incidents.open_sealed(other.id)) == "seal_locked"
    assert deeds(staffed, "incident.sealed_open")[-1][1] == "failed"


def test_sealing_afterwards_takes_names_out_of_rows_and_search(services: ConsoleServices) -> None:
    incidents = services.incidents
    one = incidents.enter(DRAFT)
    incidents.add_party(one.id, PartyKind.VEHICLE, PartyRole.SUSPECT, "MPR-2231", "white Corolla")
    for words in ("akram", "mpr2231", "mpr 2231", "corolla", "03451234567"):
        assert [i.id for i in incidents.find(Filter(words))] == [one.id], words
    incidents.change(one.id, category=Category.WOMEN_CHILDREN)
    detail = incidents.detail(one.id)
    assert (detail.incident.sealed, detail.incident.caller_name, detail.parties[0].name) == (True, "", "")
    assert incidents.find(Filter("akram")) == () == incidents.find(Filter("mpr2231"))
    assert set(incidents.open_sealed(one.id).values()) == {"Akram Vendor", "0345-1234567", "MPR-2231", "white Corolla"}
    assert incidents.seal(one.id).sealed


def test_a_locked_vault_refuses_to_keep_an_identity_plain(data_folder: Path) -> None:
    with open_console(data_folder) as console:
        console.services.incidents.enter(WOMEN)
    for key in data_paths_keys(data_folder):
        key.unlink()
    with open_console(data_folder) as console:
        incidents = console.services.incidents
        assert refused(lambda: incidents.enter(WOMEN)) == "seal_locked"
        assert incidents.enter(replace(WOMEN, caller_name="", caller_phone="")).label == "I-2", "help is not held up"
        assert refused(lambda: incidents.open_sealed(incidents.by_label("1").id)) == "seal_locked"


def data_paths_keys(folder: Path) -> list[Path]:
    return [p for p in (folder / "keys").iterdir() if p.is_file()]


# Misconduct -----------------------------------------------------------------------------------------------------------


def test_misconduct_is_in_no_path_for_whom_it_concerns(staffed: ConsoleServices) -> None:
    incidents, ids = staffed.incidents, {o.badge: o.id for o in staffed.officers.officers()}
    heard: list[IncidentsChanged] = []
    plain = incidents.enter(DRAFT)
    enter(staffed, "D-2")
    secret = incidents.enter(replace(DRAFT, what="Took a bribe at the bridge", category=Category.MISCONDUCT,
                                     severity=Severity.S1, named_officer_id=ids["D-1"],
                                     camera_id=staffed.cameras.cameras()[0].id))
    assert (secret.label, plain.label, incidents.enter(DRAFT).label) == ("M-1", "I-1", "I-2"), "no gap tells"
    assert incidents.detail(secret.id).clips[0].until is None
    incidents.link(secret.id, "incident", plain.id, "")
    assert refused(lambda: incidents.link(plain.id, "incident", secret.id, "")) == "link_misconduct"
    for badge in ("D-1", "S-1"):  # the named officer, and whom he reports to
        enter(staffed, badge)
        assert secret.id not in {i.id for i in incidents.open_ones()}
        assert secret.id not in {i.id for i in incidents.find(Filter())}
        assert incidents.find(Filter("bribe")) == ()
        assert incidents.find(Filter(categories=frozenset({Category.MISCONDUCT}))) == ()
        assert incidents.counts().open == 2
        assert secret.id not in {c.incident_id for c in incidents.standing_locks()}
        assert [r.id for r in incidents.detail(plain.id).related] == []
        for call in (lambda: incidents.detail(secret.id), lambda: incidents.by_label("M-1"),
                     lambda: incidents.by_label(secret.full_label), lambda: incidents.by_label(secret.id),
                     lambda: incidents.note(secret.id, "x"), lambda: incidents.hoax(secret.id),
                     lambda: incidents.seal(secret.id), lambda: incidents.step(secret.id, State.ACKNOWLEDGED),
                     lambda: incidents.step(plain.id, State.DUPLICATE, duplicate_of=secret.id)):
            assert refused(call) in ("incident_missing", "duplicate_missing")
    enter(staffed, "D-2")  # he who entered it still works it, but does not end it
    assert incidents.by_label("m 1").id == secret.id == incidents.find(Filter("bri"))[0].id
    assert incidents.step(secret.id, State.ACKNOWLEDGED).state is State.ACKNOWLEDGED
    assert refused(lambda: incidents.hoax(secret.id)) == "incident_ssp_only"
    staffed.bus.subscribe(IncidentsChanged, heard.append)
    enter(staffed, "SSP")
    assert [r.label for r in incidents.detail(plain.id).related] == ["M-1"]
    assert incidents.detail(secret.id).incident.named_officer_id == ids["D-1"]
    views = deeds(staffed, "incident.misconduct_view")
    assert [(d[2], d[3]) for d in views] == [("D-2", {}), ("SSP", {})]
    assert incidents.step(secret.id, State.FALSE_ALARM, why="another man of that name").ended
    told = json.dumps(deeds(staffed), ensure_ascii=False)
    assert "bribe" not in told.replace('"text": "bribe"', ""), "but for what was searched for"
    assert '"M-1"' not in told
    assert secret.full_label not in told


def test_who_looked_for_misconduct_is_told_only_to_who_sees_it(staffed: ConsoleServices) -> None:
    named = staffed.officers.by_badge("S-1")
    assert named is not None
    enter(staffed, "SSP")
    case = staffed.incidents.enter(replace(DRAFT, what="Took a bribe", category=Category.MISCONDUCT,
                                           named_officer_id=named.id))
    for typed in ("bribe", "M-1", case.full_label, "m 77", "chowk"):
        staffed.incidents.find(Filter(typed))
    for wanted in (AuditFilter(about=frozenset({case.id})), AuditFilter(text="M-1"), AuditFilter(text="x")):
        staffed.audit.find(wanted)
    every = {json.dumps(one[3]) for one in deeds(staffed) if one[2] == "SSP"}
    assert any('"bribe"' in one for one in every)
    enter(staffed, "S-1")
    told = [(one.action, str(dict(one.detail))) for one in staffed.audit.entries(staffed.audit.find(AuditFilter()))]
    for secret in ("bribe", "M-1", "-M-", "m 77", "chowk", case.id):  # "chowk" found the case too
        assert not [one for one in told if secret in one[1]], secret
    assert [one for one in told if "'x'" in one[1]]


def test_the_named_officer_does_not_countersign_in_his_own_case(staffed: ConsoleServices) -> None:
    named = staffed.officers.by_badge("S-1")
    assert named is not None
    enter(staffed, "SSP")
    case = staffed.incidents.enter(replace(DRAFT, category=Category.MISCONDUCT, named_officer_id=named.id,
                                           camera_id=staffed.cameras.cameras()[3].id))
    clip = staffed.incidents.detail(case.id).clips[0]
    approval = staffed.access.countersign(TwoPerson.UNLOCK_EVIDENCE, "S-1", password_of("S-1"), "let it go now")
    assert refused(lambda: staffed.incidents.unlock_clip(case.id, clip.id, approval)) == "second_unfit"
    assert staffed.incidents.detail(case.id).clips[0].released_at is None


def test_a_lock_is_given_up_by_two(staffed: ConsoleServices) -> None:
    incidents = staffed.incidents
    one = incidents.enter(replace(DRAFT, camera_id=staffed.cameras.cameras()[3].id))
    clip = incidents.detail(one.id).clips[0]
    assert refused(lambda: incidents.unlock_clip(one.id, clip.id, None)) == "not_permitted"
    enter(staffed, "S-1")
    assert refused(lambda: incidents.unlock_clip(one.id, clip.id, None)) == "second_officer_needed"
    approval = staffed.access.countersign(TwoPerson.UNLOCK_EVIDENCE, "SSP", password_of("SSP"), "kept by mistake")
    incidents.unlock_clip(one.id, clip.id, approval)
    assert incidents.detail(one.id).clips[0].released_at is not None
    assert deeds(staffed, "clip.unlock")[-1][3]["second"] == "SSP"
    assert refused(lambda: incidents.unlock_clip(one.id, clip.id, approval)) == "clip_missing"


# Around ---------------------------------------------------------------------------------------------------------------


def test_checklists_targets_and_units_are_edited_by_whom_it_behoves(staffed: ConsoleServices) -> None:
    procedures = staffed.procedures
    standard = procedures.of(Category.DRUGS)
    mine = Procedure(Category.DRUGS, (ProcedureStep(" Tell\nthe SHO ", required=True),), call_back_within_s=600)
    assert refused(lambda: procedures.put(mine)) == "not_permitted"
    enter(staffed, "S-1")
    kept = procedures.put(mine)
    assert kept.steps == (ProcedureStep("Tell the SHO", required=True),)
    assert refused(lambda: procedures.put(mine)) == "changed_meanwhile"
    assert procedures.put(replace(standard, revision=kept.revision)).steps == standard.steps
    detail = deeds(staffed, "procedure")[0][3]
    assert (detail["steps_before"], detail["steps_after"]) == (len(standard.steps), 1)
    wrong = {"procedure_steps": replace(mine, steps=mine.steps * 31),
             "procedure_text": replace(mine, steps=(ProcedureStep("\x00"),)),
             "procedure_call_back": replace(mine, call_back_within_s=1)}
    for code, one in wrong.items():
        assert refused(lambda one=one: procedures.put(one)) == code
    procedures.put_targets(Severity.S1, Targets(20, 90, 400))
    assert procedures.targets()[Severity.S1] == Targets(20, 90, 400)
    assert refused(lambda: procedures.put_targets(Severity.S2, Targets(60, 30, 1))) == "targets_unfit"
    unit = staffed.units.put(Unit("", "Patrol 4", police_station="City"))
    assert refused(lambda: staffed.units.put(Unit("", "PATROL 4"))) == "unit_taken"
    staffed.units.remove(unit.id)
    assert staffed.units.units() == () != staffed.units.units(also_inactive=True)
    for category in Category:
        steps = procedures.standard(category).steps
        assert steps
        assert all(step.text and step.text_ur and len(step.text_ur) <= 160 for step in steps)


def test_a_file_is_copied_hashed_and_bounded(services: ConsoleServices, tmp_path: Path) -> None:
    one = services.incidents.enter(DRAFT)
    source = tmp_path / "..\u202elist.PNG"
    source.write_bytes(b"bytes")
    file = services.incidents.add_file(one.id, source)
    assert (file.name, file.bytes) == ("..list.PNG", 5)
    assert services.incidents.file_path(file).read_bytes() == b"bytes"
    assert refused(lambda: services.incidents.add_file(one.id, tmp_path)) == "file_unreadable"
    assert refused(lambda: services.incidents.add_file(one.id, tmp_path / "none")) == "file_unreadable"
    assert refused(lambda: services.incidents.add_file("../../../etc".ljust(36, "x"), source)) == "incident_missing"
    assert refused(lambda: services.incidents.add_file("0" * 36, source)) == "incident_missing"
    assert len([p for p in services.paths.incident_files.rglob("*") if p.is_file()]) == 1


def test_another_process_is_heard(services: ConsoleServices, data_folder: Path) -> None:
    assert services.incidents.open_ones() == ()
    heard: list[IncidentsChanged] = []
    services.bus.subscribe(IncidentsChanged, heard.append)
    with open_console(data_folder) as other:
        entered = other.services.incidents.enter(DRAFT)
    services.incidents.reload()
    services.incidents.reload()
    assert heard == [IncidentsChanged(frozenset({entered.id}))]
    assert services.incidents.open_ones() == (entered,)


def test_what_is_looked_at_is_audited_once_while_it_stays_open(staffed: ConsoleServices) -> None:
    one, two = staffed.incidents.enter(DRAFT), staffed.incidents.enter(DRAFT)
    for incident in (one, one, one, two, one):
        staffed.incidents.detail(incident.id)
    staffed.incidents.find(Filter("fight"))
    staffed.incidents.find(Filter("fight"))  # the screen looks again
    assert len(deeds(staffed, "search")) == 1
    assert len(deeds(staffed, "incident.view")) == 3
    assert deeds(staffed, "search")[-1][3] == {"text": "fight", "found": 2}
    staffed.access.lock()
    assert staffed.incidents.open_ones() == ()
    assert staffed.incidents.counts().open == 0
    assert refused(lambda: staffed.incidents.detail(one.id)) == "console_locked"
