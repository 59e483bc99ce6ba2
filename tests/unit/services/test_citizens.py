"""Contacts, consents, complaints and the watch board over a real database: who may, what stands in the audit, whole."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.db.reader import Reader
from safecity_console.domain.access import RoleCode
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.errors import Conflict, Refused
from safecity_console.domain.incident import Category, Severity, Source
from safecity_console.domain.liaison import (
    Answer,
    Committee,
    ComplaintDraft,
    Consent,
    Contact,
    ContactKind,
    FootageRequest,
    Told,
)
from safecity_console.domain.liaison_counts import month_of
from safecity_console.domain.watch_notice import (
    Sighting,
    WatchEnd,
    WatchKind,
    WatchNotice,
    WatchState,
    WatchTold,
)
from safecity_console.services.check import check_data
from safecity_console.services.console import ConsoleServices
from safecity_console.simulator.placards import person
from tests.fakes.chain import flaws
from tests.fakes.staffed import begin, deeds, enter, make, open_console

HOUR = timedelta(hours=1)
COMPLAINT = ComplaintDraft("Motorcycle stolen", Source.CITIZEN, Category.PROPERTY, Severity.S3, "Raja Tariq",
                           "0300-5550111", "Chowk")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(data_folder: Path, clock: ManualClock) -> Iterator[ConsoleServices]:
    with open_console(data_folder, clock) as console:
        console.services.cameras.add(CameraDraft(1, "Chowk", "rtsp://192.0.2.1/", site="Chowk Shaheedan"))
        yield console.services


@pytest.fixture
def staffed(services: ConsoleServices) -> ConsoleServices:
    """D-1 reports to S-1, he to the SSP; W-1 is the women's desk, T-1 a technician."""
    begin(services)
    ssp = make(services, "SSP", RoleCode.DISTRICT_HEAD)
    supervisor = make(services, "S-1", RoleCode.SUPERVISOR, reports_to=ssp.id)
    make(services, "D-1", RoleCode.DUTY_OFFICER, reports_to=supervisor.id)
    make(services, "W-1", RoleCode.WOMENS_DESK, reports_to=ssp.id)
    make(services, "T-1", RoleCode.TECHNICIAN)
    return services


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


def chain(services: ConsoleServices) -> str:
    """Give all the audit says, after a look whether it is whole."""
    with closing(Reader(services.paths.database)) as reader:
        rows = reader.rows("SELECT body FROM audit")
    assert flaws(services.paths.database) == ()
    return "".join(str(row["body"]) for row in rows)


def notice(clock: ManualClock, **more: Any) -> WatchNotice:
    return replace(WatchNotice("", WatchKind.VEHICLE, "White Corolla", clock.now() + 2 * HOUR, plate="AJK-4471",
                               issued_by="SHO"), **more)


def shop(services: ConsoleServices) -> Contact:
    return services.contacts.put(Contact("", ContactKind.SHOP_CAMERA, "Al-Noor", "النور", ("0300-1234567",),
                                         services.cameras.sites()[0].id, cameras=4))


def request(contact: Contact, clock: ManualClock) -> FootageRequest:
    now = clock.now()
    return FootageRequest("", 0, contact.id, "the door", now - 2 * HOUR, now - HOUR, "theft", now)


def test_who_is_near_a_place_is_its_people_and_its_committees(services: ConsoleServices) -> None:
    site = services.cameras.sites()[0]
    committee = services.contacts.put_committee(Committee("", "Traders", site_id=site.id))
    one = shop(services)
    member = services.contacts.put(Contact("", ContactKind.COMMITTEE_MEMBER, "Raja", committee_id=committee.id))
    services.contacts.put(Contact("", ContactKind.ELDER, "Far"))
    gone = services.contacts.put(Contact("", ContactKind.ELDER, "Moved away", site_id=site.id))
    services.contacts.put(replace(gone, active=False))
    assert services.contacts.near(site.id) == (one, member)
    assert services.contacts.near("") == ()
    assert refused(lambda: services.contacts.put(replace(gone, name="x"))) == "changed_meanwhile"
    assert refused(lambda: services.contacts.put_committee(Committee("", "TRADERS"))) == "committee_taken"
    assert refused(lambda: services.contacts.put(Contact("", ContactKind.ELDER, "x", site_id="none"))) == "site_missing"


def test_each_answer_and_consent_stands_in_history_and_audit(services: ConsoleServices, clock: ManualClock) -> None:
    one = shop(services)
    asked = services.consents.ask(request(one, clock))
    clock.advance(60)
    services.consents.answer(asked.id, Answer.REFUSED)
    given = services.consents.answer(asked.id, Answer.GIVEN, "USB stick", "D-114")
    assert (given.label, given.answer, given.answered_at) == ("FR-1", Answer.GIVEN, clock.now())
    assert [(e.told, e.content.get("answer")) for e in services.consents.history(asked.id)] == [
        (Told.REQUEST_ASKED, None), (Told.REQUEST_ANSWERED, "refused"), (Told.REQUEST_ANSWERED, "given")]
    consent = services.consents.consent(Consent("", one.id, "at any hour", clock.now()))
    services.consents.withdraw(consent.id, "moved")
    assert refused(lambda: services.consents.withdraw(consent.id)) == "consent_withdrawn"
    assert refused(lambda: services.consents.consent(replace(consent, scope="more"))) == "consent_withdrawn"
    with pytest.raises(Conflict):
        services.consents.answer(asked.id, Answer.REFUSED, expected_revision=asked.revision)
    told = [detail["told"] for _action, _outcome, _badge, detail in deeds(services, "consent.change")]
    assert told == ["request_asked", "request_answered", "request_answered", "consent_given", "consent_withdrawn"]
    assert "theft" not in chain(services), "a reason's text went into the audit"


@pytest.mark.parametrize("log", ["liaison_event", "committee_meeting", "watch_event"])
def test_a_history_cannot_be_rewritten(services: ConsoleServices, clock: ManualClock, log: str) -> None:
    one = shop(services)
    services.consents.ask(request(one, clock))
    committee = services.contacts.put_committee(Committee("", "Traders"))
    services.contacts.met(committee.id, clock.now())
    services.watch_notices.post(notice(clock))
    with closing(sqlite3.connect(services.paths.database)) as raw:
        for sql in (f"UPDATE {log} SET badge = 'x'", f"DELETE FROM {log}",
                    f"INSERT OR REPLACE INTO {log} SELECT * FROM {log}"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(sql)


def test_a_complaint_is_an_incident_with_the_wish_of_its_citizen(services: ConsoleServices, clock: ManualClock) -> None:
    by = clock.now() + 3 * HOUR
    late = services.liaison.take_complaint(replace(COMPLAINT, call_back_by=by))
    soon = services.liaison.take_complaint(replace(COMPLAINT, call_back_by=clock.now() + HOUR, what="Water pipe"))
    assert (late.label, late.source, late.call_back_due_at, late.caller_phone) == (
        "I-1", Source.CITIZEN, by, "0300-5550111")
    assert [one.label for one in services.liaison.call_backs()] == [soon.label, late.label]
    services.liaison.called_back(soon.id, "line engaged twice, then reached")
    assert [one.label for one in services.liaison.call_backs()] == [late.label]
    assert [one.label for one in services.liaison.complaints()] == ["I-2", "I-1"]
    past = replace(COMPLAINT, call_back_by=clock.now())
    assert refused(lambda: services.liaison.take_complaint(past)) == "call_back_past"
    assert refused(lambda: services.liaison.take_complaint(replace(COMPLAINT, source=Source.CAMERA))) \
        == "complaint_source"


def test_a_sealed_number_and_a_case_of_misconduct_are_seen_by_those_they_are_for(staffed: ConsoleServices) -> None:
    enter(staffed, "D-1")
    by = staffed.clock.now() + HOUR
    sealed = staffed.liaison.take_complaint(replace(COMPLAINT, category=Category.WOMEN_CHILDREN, call_back_by=by))
    supervisor = staffed.officers.by_badge("S-1")
    assert supervisor is not None
    about = staffed.liaison.take_complaint(replace(COMPLAINT, source=Source.JOURNALIST, named_officer_id=supervisor.id))
    assert about.label == "M-1"
    asked = FootageRequest("", 0, "", "video", by - 2 * HOUR, by - HOUR, "case", staffed.clock.now(), "", about.id,
                           about.label)
    enter(staffed, "S-1")
    contact = shop(staffed)
    enter(staffed, "D-1")
    assert refused(lambda: staffed.consents.ask(replace(asked, contact_id=contact.id))) == "link_misconduct"
    waiting = staffed.liaison.call_backs()[0]
    assert (waiting.id, waiting.caller_name, waiting.caller_phone) == (sealed.id, "", "")
    assert refused(lambda: staffed.liaison.open_sealed(sealed.id)) == "not_permitted"
    staffed.access.sign_out()
    enter(staffed, "W-1")
    assert staffed.liaison.open_sealed(sealed.id)["caller_phone"] == "0300-5550111"
    staffed.access.sign_out()
    enter(staffed, "S-1")
    assert about.id not in {one.id for one in staffed.liaison.complaints()}
    assert "Raja Tariq" not in chain(staffed)


def test_the_month_counts_what_was_entered_in_it(services: ConsoleServices, clock: ManualClock) -> None:
    first, after = month_of(clock.now())
    for category in (Category.TRAFFIC, Category.PROPERTY, Category.WOMEN_CHILDREN, Category.MISCONDUCT):
        services.liaison.take_complaint(replace(COMPLAINT, category=category, call_back_by=clock.now() + HOUR))
    services.liaison.called_back(services.liaison.complaints()[-1].id)
    committee = services.contacts.put_committee(Committee("", "Traders"))
    services.contacts.met(committee.id, clock.now(), 9)
    one = shop(services)
    services.consents.answer(services.consents.ask(request(one, clock)).id, Answer.GIVEN, "stick")
    counts = services.liaison.counts(first, after)
    assert (counts.complaints, counts.by_source[Source.CITIZEN], counts.by_kind[Category.TRAFFIC].count) == (2, 2, 1)
    assert counts.by_kind[Category.WOMEN_CHILDREN].few
    assert counts.by_kind[Category.MISCONDUCT].few
    assert (counts.call_backs_due, counts.call_backs_kept, counts.call_backs_open) == (2, 1, 1)
    assert (counts.requests[Answer.GIVEN], counts.meetings, counts.committees_met, counts.committees) == (1, 1, 1, 1)
    assert services.liaison.counts(after, month_of(after)[1]).complaints == 0


def test_what_a_role_may_not_is_refused_and_audited(staffed: ConsoleServices, clock: ManualClock) -> None:
    enter(staffed, "S-1")
    posted, one = staffed.watch_notices.post(notice(clock)), shop(staffed)
    staffed.access.sign_out()
    enter(staffed, "T-1")
    assert staffed.contacts.contacts() == staffed.contacts.near(one.site_id) == ()
    assert staffed.watch_notices.board() == staffed.consents.requests() == ()
    calls = (
        lambda: staffed.contacts.find("noor"), lambda: staffed.contacts.put(one), lambda: shop(staffed),
        lambda: staffed.consents.ask(request(one, clock)), lambda: staffed.liaison.take_complaint(COMPLAINT),
        lambda: staffed.liaison.counts(clock.now(), clock.now() + HOUR), lambda: staffed.watch_notices.find(),
        lambda: staffed.watch_notices.post(notice(clock)), lambda: staffed.watch_notices.seen(Sighting(posted.id)),
        lambda: staffed.watch_notices.end(posted.id, WatchEnd.FOUND, "found it"),
    )  # fmt: skip
    assert {refused(call) for call in calls} == {"not_permitted"}
    staffed.access.sign_out()
    assert refused(lambda: staffed.watch_notices.by_label("1")) == "not_signed_in"
    assert len(deeds(staffed, "permission.refused")) == len(calls) + 1
    enter(staffed, "D-1")
    assert refused(lambda: shop(staffed)) == "not_permitted", "a duty officer changes no contacts"
    staffed.watch_notices.seen(Sighting(posted.id))
    chain(staffed)


def test_the_board_from_posting_to_finding(services: ConsoleServices, clock: ManualClock, data_folder: Path) -> None:
    watch, camera = services.watch_notices, services.cameras.cameras()[0]
    first = watch.post(notice(clock), person((9, 9, 90)))
    second = watch.post(notice(clock, kind=WatchKind.MISSING_CHILD, title="Girl of 6", plate=""))
    assert (first.label, second.full_label) == ("W-001", "MPR-2026-W002")
    assert [one.notice.label for one in watch.board()] == ["W-002", "W-001"]
    assert first.picture is not None
    kept = data_folder / "incidents" / first.picture.path
    assert watch.picture(first.picture) == kept.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600 or os.name != "posix"
    noted = services.sightings.note(Sighting(first.id, camera.id, "towards the bridge", clock.now() - HOUR), True)
    assert noted.incident is not None
    assert (noted.incident.camera_id, noted.incident.event_at) == (camera.id, clock.now() - HOUR)
    related = services.incidents.detail(noted.incident.id).related
    assert [(one.kind, one.label) for one in related] == [("watch_notice", "W-001")]
    assert [one.told for one in watch.history(first.id)] == [WatchTold.INCIDENT, WatchTold.SEEN, WatchTold.POSTED]
    assert watch.board()[1].seen == 1
    assert [one.notice.id for one in watch.find("ajk 447i")] == [first.id]
    changed = watch.change(replace(first, title="White Corolla, dented"), drop_picture=True)
    assert (changed.title, changed.picture, changed.serial) == ("White Corolla, dented", None, 1)
    assert refused(lambda: watch.change(first)) == "changed_meanwhile"
    watch.end(first.id, WatchEnd.FOUND, "stopped at Dhangri")
    for call in (lambda: watch.end(first.id, WatchEnd.FOUND, "again"), lambda: watch.seen(Sighting(first.id)),
                 lambda: watch.change(replace(changed, revision=0))):
        assert refused(call) == "watch_ended"
    clock.advance(2 * 3600)
    assert watch.board() == (), "an expired notice leaves the board by itself"
    assert [one.notice.label for one in watch.find(state=WatchState.EXPIRED)] == ["W-002"]
    assert watch.by_label("w-1").notice.id == watch.by_label("MPR-2026-W001").notice.id == first.id
    assert refused(lambda: watch.by_label("W-9")) == "watch_missing"
    assert refused(lambda: watch.seen(Sighting(second.id, seen_at=clock.now() + HOUR))) == "seen_ahead"


def test_a_look_at_the_board_is_audited_once_a_time_at_the_desk(staffed: ConsoleServices, clock: ManualClock) -> None:
    enter(staffed, "S-1")
    staffed.watch_notices.post(notice(clock))
    for badge in ("S-1", "D-1"):
        staffed.access.sign_out()
        enter(staffed, badge)
        for _ in range(3):
            staffed.watch_notices.note_view()
            staffed.watch_notices.find("corolla")
    for action in ("watch.view", "search"):
        assert [badge for _action, _outcome, badge, _detail in deeds(staffed, action)] == ["S-1", "D-1"]
    assert "AJK" not in chain(staffed)


def _jpeg(width: int, height: int) -> bytes:
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08" + size + b"\x01\x01\x11\x00\xff\xd9" + b"\0" * 50


def _png_head(width: int, height: int) -> bytes:
    head = person((1, 1, 1))
    return head[:16] + width.to_bytes(4, "big") + height.to_bytes(4, "big") + head[24:]


@pytest.mark.parametrize(("data", "code"), [
    (b"", "picture_kind"), (b"GIF89a" + b"\0" * 99, "picture_kind"), (b"<svg onload=x/>", "picture_kind"),
    (b"\x89PNG\r\n\x1a\n", "picture_broken"), (_png_head(60_000, 60_000), "picture_pixels"),
    (_png_head(4, 4), "picture_pixels"), (_png_head(400, 400), "picture_broken"),
    (_jpeg(0xFFFF, 0xFFFF), "picture_pixels"), (_jpeg(400, 300), "picture_broken"),
    (b"\xff\xd8\xff" + b"\xff" * 500, "picture_broken"), (b"\xff\xd8\xff\xe0\xff\xff" + b"\0" * 9, "picture_broken"),
    (person((1, 1, 1))[:200], "picture_broken"), (b"\0" * (12 * 1024**2 + 1), "picture_bytes"),
])  # fmt: skip
def test_a_hostile_picture_is_refused_and_leaves_nothing(services: ConsoleServices, clock: ManualClock, tmp_path: Path,
                                                         data: bytes, code: str) -> None:
    file = tmp_path / "given.png"
    file.write_bytes(data)
    before = len(deeds(services))
    assert refused(lambda: services.watch_notices.post(notice(clock), file)) == code
    assert services.watch_notices.board() == ()
    assert [path for path in services.paths.incident_files.rglob("*") if path.is_file()] == []
    assert len(deeds(services)) == before


def test_a_picture_is_ours_alone_and_check_misses_none(services: ConsoleServices, clock: ManualClock,
                                                       data_folder: Path, tmp_path: Path) -> None:
    watch = services.watch_notices
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "none"):
        assert refused(lambda path=path: watch.post(notice(clock), path)) == "file_unreadable"
    secret = person((5, 5, 5))[:-12] + b"\0\0\0\x09tEXtGPS\x0033.14" + b"\0\0\0\0" + person((5, 5, 5))[-12:]
    posted = watch.post(notice(clock), secret)
    assert posted.picture is not None
    kept = data_folder / "incidents" / posted.picture.path
    assert b"33.14" not in kept.read_bytes()
    stray = kept.with_name("0" * 32 + ".jpg")
    stray.write_bytes(b"x")
    os.utime(stray, (0, 0))
    watch.post(notice(clock), person((7, 7, 7)))
    assert not stray.exists(), "a file that no notice names is swept"
    assert check_data(services.paths, use_keyring=False) == ()
    kept.write_bytes(b"another")
    assert refused(lambda: watch.picture(posted.picture)) == "picture_changed"
    assert [one.kind for one in check_data(services.paths, use_keyring=False)] == ["picture_changed"]
    kept.unlink()
    assert refused(lambda: watch.picture(posted.picture)) == "picture_gone"


def test_check_finds_what_does_not_fit(services: ConsoleServices, clock: ManualClock) -> None:
    shop(services)
    services.watch_notices.post(notice(clock))
    with closing(sqlite3.connect(services.paths.database)) as raw:
        raw.execute("UPDATE contact SET phones = '[\"call me\"]'")
        raw.execute("UPDATE watch_notice SET plate_key = 'X', ended = 'found', ended_at = updated_at")
        raw.commit()
    found = {one.kind for one in check_data(services.paths, use_keyring=False)}
    assert found == {"row_unfit", "watch_plate", "history_missing"}


def test_hostile_texts_stay_texts(services: ConsoleServices, clock: ManualClock) -> None:
    evil = "<img src=x>\u202e'); DROP TABLE contact;--" + "ا" * 10_000
    one = services.contacts.put(Contact("", ContactKind.OTHER, evil, evil, (), "", "", 0, evil, 0, evil))
    posted = services.watch_notices.post(notice(clock, title=evil, description=evil, issued_by=evil))
    services.watch_notices.seen(Sighting(posted.id, note=evil))
    services.consents.ask(replace(request(one, clock), what=evil, reason=evil))
    services.liaison.take_complaint(replace(COMPLAINT, what=evil, name=evil, place=evil, note=evil))
    assert services.contacts.find("'); DROP TABLE") == (one,)
    assert [row.notice.id for row in services.watch_notices.find("<img")] == [posted.id]
    assert check_data(services.paths, use_keyring=False) == ()
    chain(services)


def test_another_process_is_noticed(services: ConsoleServices, clock: ManualClock, data_folder: Path) -> None:
    services.contacts.look()
    services.watch_notices.look()
    before = services.contacts.generation, services.watch_notices.generation
    services.contacts.look()
    assert (services.contacts.generation, services.watch_notices.generation) == before
    with open_console(data_folder, clock) as other:
        shop(other.services)
        other.services.watch_notices.post(notice(clock))
    services.contacts.look()
    services.watch_notices.look()
    assert (services.contacts.generation, services.watch_notices.generation) == (before[0] + 1, before[1] + 1)
