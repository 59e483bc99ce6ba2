"""Rules of badges, passwords, waits and of what one person may not do alone, by property."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.access import (
    EVERY_PERMISSION,
    CameraGroup,
    Officer,
    Permission,
    Role,
    chain_of,
    fit_badge,
    fit_password,
    fit_pin,
    fit_reason,
    may,
    wait_after,
)
from safecity_console.domain.errors import Refused
from safecity_console.domain.staff import AGREEING, Staff, needs_second

WEIGHTY = sorted(AGREEING | {Permission.VIEW_LIVE, Permission.RELEASE_EVIDENCE})
GRANTS = st.dictionaries(st.sampled_from(WEIGHTY), st.none())


@given(st.text(max_size=40))
def test_a_badge_kept_is_fit_and_stays_what_it_is(typed: str) -> None:
    try:
        kept = fit_badge(typed)
    except Refused:
        return
    assert fit_badge(kept) == kept == fit_badge(f" {kept.lower() if kept.isascii() else kept} ")
    assert not set(kept) & set(" <>&'\"=\n\u202e")


@pytest.mark.parametrize(("password", "code"), [
    ("short one", "password_length"), ("x" * 129, "password_length"), ("aaaaaaaaaaaa", "password_obvious"),
    ("MyPassword99", "password_obvious"), ("1234567890", "password_obvious"), ("9876543210", "password_obvious"),
    ("qwertyuiop", "password_obvious"), ("abcdefghijk", "password_obvious"), ("xx MPR-118 yy", "password_obvious"),
    ("i am mahmood", "password_obvious"), ("\uff4d\uff50\uff52-118 abcde", "password_obvious"),
])
def test_a_password_too_easy_is_refused(password: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        fit_password(password, "MPR-118", "Mahmood Ali")
    assert caught.value.code == code


def test_a_good_password_is_taken_as_it_is_whatever_short_badge_stands_in_it() -> None:
    for password in ("seven red kites", "ساتویں سرخ پتنگ ہے", " lamp 1 harbour "):
        assert fit_password(password, "1", "Ali") == password
    assert fit_pin("۴۸۲۹۱۷") == "482917"
    for pin in ("12345", "1" * 6, "123456", "654321", "48291a", "4829171234567", "⁴⁸²⁹¹⁷"):
        with pytest.raises(Refused):
            fit_pin(pin)
    assert fit_reason(" court\u202e order\n 12 ") == "court order 12"


def test_the_wait_grows_from_the_third_try_and_never_beyond_a_quarter_of_an_hour() -> None:
    waits = [wait_after(n) for n in range(1001)]
    assert waits[:5] == [timedelta(), timedelta(), timedelta(), timedelta(seconds=5), timedelta(seconds=10)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(minutes=15)


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")), st.sampled_from("abcdef"))
def test_a_chain_of_superiors_ends_also_in_a_circle(superiors: dict[str, str], who: str) -> None:
    officers = [Officer(key, key, key, "r", reports_to=above) for key, above in superiors.items()]
    chain = chain_of(who, officers)
    assert who in chain
    assert all(superiors[one] in chain for one in chain if one in superiors)


@given(st.sets(st.sampled_from("ghi")), st.sampled_from(sorted(EVERY_PERMISSION)), st.sampled_from(["", "c1", "c2"]))
def test_a_grant_bound_to_groups_reaches_their_cameras_only(bound: set[str], permission: Permission,
                                                            camera: str) -> None:
    groups = (CameraGroup("g", "G", frozenset({"c1"})), CameraGroup("h", "H", frozenset({"c2"})))
    allowed = may(Role("r", "r", "R", grants={permission: frozenset(bound)}), permission, camera, groups)
    if not camera or permission not in (Permission.VIEW_LIVE, Permission.SNAPSHOT):
        assert allowed
    else:
        assert allowed is (("g" in bound and camera == "c1") or ("h" in bound and camera == "c2"))
    assert not may(Role("r", "r", "R"), permission, camera, groups)


@st.composite
def staffs(draw: st.DrawFn) -> tuple[Staff, Staff]:
    """Give officers and roles, and the same after one change such as a service can write."""
    roles = tuple(Role(key, key, key, grants=draw(GRANTS)) for key in "rst")
    people = tuple(Officer(key, key, key, draw(st.sampled_from("rst")), active=draw(st.booleans())) for key in "abcd")
    before = Staff(people, roles)
    kind = draw(st.sampled_from(["role", "officer", "new"]))
    if kind == "role":
        n = draw(st.integers(0, 2))
        return before, Staff(people, (*roles[:n], replace(roles[n], grants=draw(GRANTS)), *roles[n + 1:]))
    changed = Officer("e" if kind == "new" else draw(st.sampled_from("abcd")), "x", "x",
                      draw(st.sampled_from("rst")), active=draw(st.booleans()))
    return before, Staff((*(one for one in people if one.id != changed.id), changed), roles)


@given(staffs())
def test_alone_nobody_gains_an_ally_is_rid_of_the_witness_or_adds_to_his_rights(pair: tuple[Staff, Staff]) -> None:
    before, after = pair
    try:
        second = needs_second(before, after, "a")
    except Refused:
        return
    assert after.has_administrator()
    if second:
        assert before.able_to_agree("a"), "there is somebody who can agree"
        return
    assert after.rights("a") <= before.rights("a")
    if before.able_to_agree("a"):
        assert after.able_to_agree("a")
        assert all(not (after.rights(o.id) - before.rights(o.id)) & AGREEING for o in after.officers)
