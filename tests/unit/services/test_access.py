"""Signing in, waiting, locking, agreeing: what is refused, and what no race and no restart gets round."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import FREE_TRIES, Permission, RoleCode, TwoPerson
from safecity_console.domain.errors import Refused
from safecity_console.services.console import ConsoleServices
from safecity_console.services.desk import APPROVAL_GOOD_S, Seat
from safecity_console.services.events import SeatChanged
from tests.fakes.chain import flaws
from tests.fakes.staffed import begin, deeds, enter, make, open_console, password_of

WRONG = Secret("not it at all 1")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(data_folder: Path, clock: ManualClock) -> Iterator[ConsoleServices]:
    with open_console(data_folder, clock) as console:
        yield console.services


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


def test_setting_up_ends_with_the_first_officer_and_never_comes_back(data_folder: Path,
                                                                     services: ConsoleServices) -> None:
    assert services.access.seat is Seat.SETUP
    assert services.desk.may(Permission.EDIT_CAMERAS)
    with open_console(data_folder) as other:  # another process makes him
        other.services.officers.begin("adm-1", "Admin One", password_of("ADM-1"))
    services.access.look()
    assert services.access.seat is Seat.EMPTY
    assert refused(lambda: services.desk.must(Permission.EDIT_CAMERAS)) == "not_signed_in"
    assert refused(lambda: services.officers.begin("X", "Y", password_of("X"))) == "setup_done"
    # Somebody takes the officers out of the file: nobody gets in, rather than everybody.
    services.officers._door.write(lambda tx: [tx._db.execute(f"DELETE FROM {t}") for t in ("credential", "officer")])
    with open_console(data_folder) as tampered:
        assert tampered.services.access.seat is Seat.EMPTY
        assert refused(lambda: tampered.services.officers.begin("X", "Y", password_of("X"))) == "setup_done"


def test_the_wait_outlives_a_restart_and_ends_though_the_clock_was_set_back(data_folder: Path,
                                                                           clock: ManualClock) -> None:
    with open_console(data_folder, clock) as console:
        begin(console.services)
        console.services.access.sign_out()
        for _ in range(FREE_TRIES):
            assert refused(lambda: console.services.access.sign_in("ADM-1", WRONG)) == "sign_in_wrong"
        assert refused(lambda: console.services.access.sign_in("nobody", WRONG)) == "sign_in_wrong"
    with open_console(data_folder, clock) as console:
        access = console.services.access
        assert refused(lambda: access.sign_in("ADM-1", password_of("ADM-1"))) == "sign_in_wait"
        clock.set_wall(clock.now() - timedelta(days=400))
        assert refused(lambda: access.sign_in("ADM-1", password_of("ADM-1"))) == "sign_in_wait"
        clock.advance(5.1)
        access.sign_in("ADM-1", password_of("ADM-1"))
        assert access.seat is Seat.TAKEN
        access.sign_out()
        assert refused(lambda: access.sign_in("ADM-1", WRONG)) == "sign_in_wrong"  # forgiven: no wait yet
        access.sign_in("ADM-1", password_of("ADM-1"))


def test_a_clock_set_on_shortens_no_wait(services: ConsoleServices, clock: ManualClock) -> None:
    begin(services)
    services.access.sign_out()
    for _try in range(FREE_TRIES):
        assert refused(lambda: services.access.sign_in("ADM-1", WRONG)) == "sign_in_wrong"
    clock.set_wall(clock.now() + timedelta(hours=1))
    assert refused(lambda: services.access.sign_in("ADM-1", WRONG)) == "sign_in_wait"
    clock.advance(5.0)
    services.access.sign_in("ADM-1", password_of("ADM-1"))


def test_unknown_unfit_and_inactive_are_one_answer_and_all_in_the_audit(services: ConsoleServices) -> None:
    begin(services)
    duty = make(services, "D-7", RoleCode.DUTY_OFFICER)
    services.officers.change(replace(duty, active=False, revision=0))
    services.access.sign_out()
    for badge in ("D-7", "nobody", "<b>not a badge</b>", "", "x" * 5000, "D\ud800"):
        assert refused(lambda badge=badge: services.access.sign_in(badge, password_of("D-7"))) == "sign_in_wrong"
    for strange in ("\ud800" * 12, "x" * 1_000_000, "\x00" * 10):
        assert refused(lambda s=strange: services.access.sign_in("ADM-1", Secret(s))) in ("sign_in_wrong",)
    assert [outcome for _a, outcome, _b, _d in deeds(services, "officer.sign_in")].count("refused") == 9
    body = str(services.officers._reader.rows("SELECT group_concat(body) AS all_of FROM audit"))
    assert password_of("D-7").reveal() not in body


def test_a_composed_password_and_an_urdu_keyboards_badge_are_the_same(services: ConsoleServices) -> None:
    services.officers.begin("1204", "Admin One", Secret("ca\u0301fe harbour \ufb01ne"))
    services.access.sign_in("۱۲۰۴", Secret("c\u00e1fe harbour fine"))
    assert services.access.session is not None


def test_locked_nothing_is_permitted_and_a_pin_is_good_for_three_tries(services: ConsoleServices) -> None:
    begin(services)
    services.officers.set_pin(Secret("۴۸۲۹۱۷"), password_of("ADM-1"))
    services.access.lock()
    assert services.desk.permissions == frozenset()
    assert refused(lambda: services.desk.must(Permission.VIEW_LIVE)) == "console_locked"
    assert refused(lambda: services.access.confirm(password_of("ADM-1"))) == "not_signed_in"
    assert refused(lambda: services.officers.set_pin(None, password_of("ADM-1"))) == "not_signed_in"
    services.access.unlock(Secret("482917"))
    services.access.lock()
    for _ in range(FREE_TRIES):
        assert refused(lambda: services.access.unlock(Secret("482918"))) == "sign_in_wrong"
    assert not services.access.pin_fits
    assert refused(lambda: services.access.unlock(Secret("482917"))) == "sign_in_wrong"
    services.access.unlock(password_of("ADM-1"))
    assert services.access.seat is Seat.TAKEN


def test_a_session_that_ended_while_its_password_was_checked_does_not_come_back(
        services: ConsoleServices, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(services)
    make(services, "D-7", RoleCode.DUTY_OFFICER)
    check = services.access._credentials.check
    services.access.lock()

    def slow(*given: object) -> object:
        found = check(*given)  # type: ignore[arg-type]
        services.access.sign_out()
        return found

    monkeypatch.setattr(services.access._credentials, "check", slow)
    assert refused(lambda: services.access.unlock(password_of("ADM-1"))) == "not_signed_in"
    assert services.access.seat is Seat.EMPTY
    # What was changed of an officer belongs to his own session, not to whoever sits there by then.
    monkeypatch.undo()
    enter(services, "ADM-1")
    before = services.desk.session
    enter(services, "D-7")
    assert before is not None
    assert not services.desk.regroup(before, before.role, (), before.officer)
    assert not services.desk.may(Permission.MANAGE_OFFICERS)


def test_who_is_made_inactive_or_given_another_role_loses_what_he_lost_at_once(data_folder: Path,
                                                                              services: ConsoleServices) -> None:
    begin(services)
    duty = make(services, "D-7", RoleCode.DUTY_OFFICER)
    enter(services, "D-7")
    heard: list[Seat] = []
    services.bus.subscribe(SeatChanged, lambda _event: heard.append(services.access.seat))
    with open_console(data_folder) as other:
        enter(other.services, "ADM-1")
        technician = next(r for r in other.services.officers.roles() if r.code == RoleCode.TECHNICIAN.value)
        duty = other.services.officers.change(replace(duty, role_id=technician.id, revision=0))
        services.access.look()
        assert not services.desk.may(Permission.LOG_INCIDENTS)
        assert services.desk.may(Permission.EDIT_CAMERAS)
        services.access.look()
        other.services.officers.change(replace(duty, active=False))
    services.access.look()
    assert services.access.seat is Seat.EMPTY
    assert heard == [Seat.TAKEN, Seat.EMPTY]


def test_an_approval_is_another_persons_for_one_action_once_and_not_for_long(services: ConsoleServices,
                                                                            clock: ManualClock) -> None:
    begin(services)
    make(services, "D-7", RoleCode.DUTY_OFFICER)
    ssp = make(services, "SSP", RoleCode.DISTRICT_HEAD)
    access, action = services.access, TwoPerson.ADD_ADMINISTRATOR

    def agree(badge: str, reason: str = "a second shift") -> object:
        return access.countersign(action, badge, password_of(badge), reason)

    assert refused(lambda: agree("SSP", "  \u202e ok ")) == "reason_missing"
    assert refused(lambda: agree("ADM-1")) == "second_same"
    assert refused(lambda: agree("D-7")) == "second_unfit"
    assert refused(lambda: access.countersign(TwoPerson.RELEASE_EVIDENCE, "SSP", WRONG, "because")) == "not_permitted"
    services.officers.set_password(ssp.id, password_of("PSS"))  # whoever gave it knows it
    assert refused(lambda: access.countersign(action, "SSP", password_of("PSS"), "a reason")) == "password_must_change"
    access.sign_in("SSP", password_of("PSS"))
    services.officers.set_password(ssp.id, password_of("SSP"), password_of("PSS"))
    enter(services, "ADM-1")

    first, second, third, fourth = (access.countersign(action, "SSP", password_of("SSP"), "a second shift")
                                    for _ in range(4))
    desk = services.desk
    assert desk.spend(first, action) == {"second": "SSP", "reason": "a second shift"}
    assert refused(lambda: desk.spend(first, action)) == "second_officer_needed"
    assert refused(lambda: desk.spend(second, TwoPerson.RESTORE_DATABASE)) == "second_officer_needed"
    access.lock()
    assert refused(lambda: desk.spend(second, action)) == "second_officer_needed"
    access.unlock(password_of("ADM-1"))
    enter(services, "SSP")
    assert refused(lambda: desk.spend(third, action)) == "second_officer_needed"
    enter(services, "ADM-1")
    clock.advance(APPROVAL_GOOD_S + 1)
    assert refused(lambda: desk.spend(fourth, action)) == "second_officer_needed"
    assert refused(lambda: desk.spend(None, action)) == "second_officer_needed"


def test_many_at_the_keyboard_at_once_leave_one_session_and_an_unbroken_chain(services: ConsoleServices) -> None:
    begin(services)
    badges = [f"D-{n}" for n in range(4)]
    for badge in badges:
        make(services, badge, RoleCode.DUTY_OFFICER)
    start = threading.Barrier(len(badges))

    def come_and_go(badge: str) -> None:
        start.wait()
        for _ in range(5):
            enter(services, badge)
            services.access.lock()
            services.access.sign_out()

    people = [threading.Thread(target=come_and_go, args=(badge,)) for badge in badges]
    for one in people:
        one.start()
    for one in people:
        one.join(60)
    services.access.sign_out()
    assert services.access.seat is Seat.EMPTY
    said = deeds(services, "officer.sign")
    assert sum(a == "officer.sign_in" for a, *_ in said) == sum(a == "officer.sign_out" for a, *_ in said) == 21
    assert flaws(services.paths.database) == ()
