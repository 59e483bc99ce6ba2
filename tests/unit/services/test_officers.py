"""Making and changing officers: what one person may not do alone, what two at once may not do together."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import FREE_TRIES, CameraGroup, Officer, Permission, Role, RoleCode, TwoPerson
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.services.console import ConsoleServices
from safecity_console.services.desk import Approval
from tests.fakes.staffed import begin, deeds, enter, make, open_console, password_of


@pytest.fixture
def services(data_folder: Path) -> Iterator[ConsoleServices]:
    with open_console(data_folder) as console:
        begin(console.services)
        yield console.services


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


def role(services: ConsoleServices, code: RoleCode) -> Role:
    return next(one for one in services.officers.roles() if one.code == code.value)


def agreed(services: ConsoleServices, badge: str) -> Approval:
    return services.access.countersign(TwoPerson.ADD_ADMINISTRATOR, badge, password_of(badge), "asked by the SSP")


def test_one_administrator_alone_gets_no_ally_and_is_not_rid_of_the_witness(services: ConsoleServices) -> None:
    officers = services.officers
    ssp = make(services, "SSP", RoleCode.DISTRICT_HEAD)
    duty = make(services, "D-7", RoleCode.DUTY_OFFICER)
    needed = "second_officer_needed"
    assert refused(lambda: make(services, "ADM-2", RoleCode.ADMINISTRATOR)) == needed
    assert refused(lambda: make(services, "SSP-2", RoleCode.DISTRICT_HEAD)) == needed, "an ally who could agree"
    assert refused(lambda: officers.change(replace(ssp, active=False))) == needed, "the only witness"
    assert refused(lambda: officers.change(replace(ssp, role_id=duty.role_id))) == needed
    assert refused(lambda: officers.change(replace(duty, role_id=ssp.role_id))) == needed
    plain = role(services, RoleCode.DUTY_OFFICER)
    more = {**plain.grants, Permission.MANAGE_OFFICERS: None}
    assert refused(lambda: officers.put_role(replace(plain, grants=more))) == needed
    head = role(services, RoleCode.DISTRICT_HEAD)
    assert refused(lambda: officers.put_role(replace(head, grants={}))) == needed
    mine = role(services, RoleCode.ADMINISTRATOR)
    own = {**mine.grants, Permission.RELEASE_EVIDENCE: None}
    assert refused(lambda: officers.put_role(replace(mine, grants=own))) == needed, "his own rights"
    # With his agreement they do; and a refused change spends none.
    approval = agreed(services, "SSP")
    with pytest.raises(WorldError, match="badge_taken"):
        officers.add(Officer("", "D-7", "Twice", mine.id), password_of("D-7"), approval)
    assert refused(lambda: officers.add(Officer("", "ADM-2", "Two", mine.id), Secret("short"), approval)) \
        == "password_length"
    second = make(services, "ADM-2", RoleCode.ADMINISTRATOR, approval)
    assert officers.by_badge("ADM-2") == second
    # Made inactive and active again is made again.
    second = officers.change(replace(second, active=False))
    assert refused(lambda: officers.change(replace(second, active=True))) == needed
    detail = next(d for a, _o, _b, d in deeds(services, "officer.add") if d["role"] == "administrator")
    assert (detail["second"], detail["reason"]) == ("SSP", "asked by the SSP")


def test_the_last_administrator_stays_and_nobody_changes_his_own_role(data_folder: Path,
                                                                      services: ConsoleServices) -> None:
    officers = services.officers
    me = officers.officers()[0]
    mine = role(services, RoleCode.ADMINISTRATOR)
    duty = role(services, RoleCode.DUTY_OFFICER)
    assert refused(lambda: officers.change(replace(me, active=False))) == "last_administrator"
    assert refused(lambda: officers.change(replace(me, role_id=duty.id))) == "last_administrator"
    assert refused(lambda: officers.put_role(replace(mine, grants={}))) == "last_administrator"
    assert refused(lambda: officers.put_role(replace(
        mine, grants={**mine.grants, Permission.SEE_MISCONDUCT: None}))) == "own_role"
    two = make(services, "ADM-2", RoleCode.ADMINISTRATOR)
    assert refused(lambda: officers.change(replace(me, role_id=duty.id))) == "own_role"
    # Two at two desks, each making the other inactive at the same moment: one of them stays.
    make(services, "SSP", RoleCode.DISTRICT_HEAD, agreed(services, "ADM-2"))
    with open_console(data_folder) as other:
        enter(other.services, "ADM-2")
        start, failed = threading.Barrier(2), list[str]()

        def end(desk: ConsoleServices, who: Officer) -> None:
            start.wait()
            try:
                desk.officers.change(replace(who, active=False, revision=0))
            except Refused as error:
                failed.append(error.code)

        pair = [threading.Thread(target=end, args=(services, two)),
                threading.Thread(target=end, args=(other.services, me))]
        for one in pair:
            one.start()
        for one in pair:
            one.join(30)
    assert failed == ["last_administrator"]
    assert sum(one.active for one in officers.officers() if one.badge.startswith("ADM")) == 1


def test_own_passwords_are_guarded_by_the_delay_of_a_sign_in(services: ConsoleServices) -> None:
    me, officers = services.officers.officers()[0], services.officers
    wrong, new = Secret("no idea at all"), Secret("nine grey geese")
    assert refused(lambda: officers.set_password(me.id, password_of("ADM-1"), password_of("ADM-1"))) == "password_same"
    assert refused(lambda: officers.set_password(me.id, new)) == "sign_in_wrong"
    assert refused(lambda: officers.set_pin(Secret("123456"), password_of("ADM-1"))) == "pin_unfit"
    for _ in range(FREE_TRIES - 1):
        assert refused(lambda: officers.set_password(me.id, new, wrong)) == "sign_in_wrong"
    assert refused(lambda: officers.set_pin(Secret("482917"), wrong)) == "sign_in_wrong"
    assert refused(lambda: officers.set_password(me.id, new, password_of("ADM-1"))) == "sign_in_wait"
    clock = services.clock
    assert isinstance(clock, ManualClock)
    clock.advance(6)
    officers.set_password(me.id, new, password_of("ADM-1"))
    assert not officers.officers()[0].must_change_password
    services.access.confirm(new)


def test_what_is_no_officer_is_refused_and_nothing_of_it_stays(services: ConsoleServices) -> None:
    officers = services.officers
    duty = make(services, "D-7", RoleCode.DUTY_OFFICER)
    boss = make(services, "S-1", RoleCode.SUPERVISOR, reports_to=duty.id)
    before = officers.officers()
    fresh = Officer("", "N-1", "New", duty.role_id)
    nobody = "01a20640-b3f1-74b5-872a-acfc31df3fb1"
    cases: list[tuple[Officer, str]] = [
        (replace(fresh, name=" \u202e\x07 "), "person_name_missing"), (replace(fresh, badge="a b<c>"), "badge_unfit"),
        (replace(fresh, role_id=nobody), "role_missing"), (replace(fresh, reports_to=nobody), "officer_missing"),
        (replace(fresh, badge="d-7"), "badge_taken"),
        (replace(duty, reports_to=duty.id), "reports_to_self"), (replace(duty, reports_to=boss.id), "reports_to_self"),
        (replace(duty, revision=99), "changed_meanwhile"), (replace(duty, id=nobody), "officer_missing"),
    ]
    for officer, code in cases:
        with pytest.raises(WorldError) as caught:
            officers.change(officer) if officer.id else officers.add(officer, password_of("N-1"))
        assert getattr(caught.value, "code", "") == code
    assert officers.officers() == before
    enter(services, "D-7")
    for deed in (lambda: officers.add(fresh, password_of("N-1")), lambda: officers.change(duty),
                 lambda: officers.put_role(role(services, RoleCode.DUTY_OFFICER)),
                 lambda: officers.put_group(CameraGroup("", "Gate")),
                 lambda: officers.set_password(boss.id, password_of("S-1"))):
        assert refused(deed) == "not_permitted"
    assert [b for a, o, b, _d in deeds(services, "permission.refused")] == ["D-7"] * 5


def test_one_administrator_alone_gives_himself_no_second_by_a_new_password(services: ConsoleServices) -> None:
    officers = services.officers
    ssp = make(services, "SSP", RoleCode.DISTRICT_HEAD)
    other = officers.add(Officer("", "ADM-2", "Officer ADM-2", role(services, RoleCode.ADMINISTRATOR).id),
                         password_of("ADM-2"), agreed(services, "SSP"), must_change=False)
    given = password_of("given")
    for one in (ssp, other):
        assert refused(lambda one=one: officers.set_password(one.id, given)) == "second_officer_needed"
        assert refused(lambda one=one: services.access.who_is(one.badge, given)) == "sign_in_wrong", "nothing was kept"
    officers.set_password(ssp.id, given, approval=agreed(services, "ADM-2"))
    assert deeds(services, "officer.password")[-1][3]["second"] == "ADM-2"
    assert refused(lambda: services.access.who_is("SSP", given)) == "password_must_change"
