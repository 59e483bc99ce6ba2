"""Plates, telephone numbers, texts from outside, and the rule that no figure of the month points to a person."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.db.liaison_counts import LiaisonRows
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import COMPLAINT_SOURCES, Category
from safecity_console.domain.liaison import (
    NOTES_MOST,
    Answer,
    ComplaintDraft,
    Consent,
    ConsentState,
    Contact,
    ContactKind,
    FootageRequest,
    answered,
    fit_committee,
    fit_complaint,
    fit_consent,
    fit_contact,
    fit_phone,
    fit_request,
    found,
)
from safecity_console.domain.liaison import Committee as CommitteeOf
from safecity_console.domain.liaison_counts import FEW, SENSITIVE, CountedComplaint, month_of
from safecity_console.domain.watch_notice import (
    LONGEST,
    OnBoard,
    WatchEnd,
    WatchKind,
    WatchNotice,
    WatchState,
    board_order,
    fit_notice,
    matches,
    plate_key,
    same_plate,
)
from safecity_console.services.liaison import counted

NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANYTHING = st.text(max_size=400)
REQUEST = FootageRequest("", 0, "c", "gate", NOW - HOUR, NOW, "theft", NOW)
CONSENT = Consent("", "c", "may be asked", NOW)
NOTICE = WatchNotice("", WatchKind.VEHICLE, "White Corolla", NOW + HOUR, plate="AJK-4471", issued_by="SHO")


@pytest.mark.parametrize(("one", "other", "same"), [
    ("AJK-4471", "ajk 4471", True), ("AJK-4471", "AJK 447I", True), ("MR.882", "MR-88Z", True),
    ("LEO 10", "LE0-1O", True),
    ("AJK-4471", "AJK-4472", False), ("", "", False), ("---", "", False), ("ا ۱۲۳", "ا-123", True),
])  # fmt: skip
def test_a_plate_is_the_same_however_it_is_typed(one: str, other: str, same: bool) -> None:
    assert same_plate(one, other) is same
    assert same_plate(other, one) is same


@given(ANYTHING)
def test_a_plate_key_is_stable_and_holds_letters_and_digits_only(typed: str) -> None:
    key = plate_key(typed)
    assert plate_key(key) == key
    assert all(c.isalnum() for c in key)


@pytest.mark.parametrize(("typed", "hit"), [
    ("corolla", True), ("447l", True), ("w-007", True), ("ajk", True), ("bus", False), ("9", False), ("", True),
])  # fmt: skip
def test_a_notice_is_found_by_words_number_or_a_part_of_its_plate(typed: str, hit: bool) -> None:
    assert matches(replace(NOTICE, serial=7), typed) is hit


@given(ANYTHING, ANYTHING, ANYTHING, st.sampled_from(list(WatchKind)), st.integers(-10, 900))
def test_what_is_posted_is_refused_or_kept_clean(title: str, text: str, plate: str, kind: WatchKind, days: int) -> None:
    given_ = WatchNotice("", kind, title, NOW + timedelta(days=days), text, plate, "SHO")
    try:
        kept = fit_notice(given_, NOW)
    except Refused:
        return
    assert fit_notice(kept, NOW) == kept
    assert "\n" not in kept.title + kept.plate
    assert timedelta() < kept.expires_at - NOW <= LONGEST


def test_a_notice_leaves_the_board_by_itself_and_children_come_first() -> None:
    assert NOTICE.state(NOW) is WatchState.OPEN
    assert NOTICE.state(NOTICE.expires_at) is WatchState.EXPIRED
    assert replace(NOTICE, end=WatchEnd.FOUND).state(NOTICE.expires_at) is WatchState.FOUND
    rows = [OnBoard(replace(NOTICE, kind=kind, serial=n, year=2026)) for n, kind in enumerate(reversed(WatchKind), 1)]
    rows.append(OnBoard(replace(NOTICE, kind=WatchKind.VEHICLE, serial=9, year=2026)))
    assert [(one.notice.kind, one.notice.serial) for one in board_order(rows)] == [
        (WatchKind.MISSING_CHILD, 4), (WatchKind.WANTED_PERSON, 3), (WatchKind.VEHICLE, 9), (WatchKind.VEHICLE, 2),
        (WatchKind.OTHER, 1)]


HOSTILE = "<b>x</b>\u202e'; DROP TABLE contact;--\x00\ud800" + "ی" * 10_000


@pytest.mark.parametrize(("fit", "given_"), [
    (fit_contact, Contact("", ContactKind.OTHER, HOSTILE, HOSTILE, ("0300-1",), notes=HOSTILE, look_at=HOSTILE)),
    (fit_committee, CommitteeOf("", HOSTILE, HOSTILE, HOSTILE, "", HOSTILE)),
    (fit_request, replace(REQUEST, what=HOSTILE, reason=HOSTILE, handed_over=HOSTILE, receipt_no=HOSTILE)),
    (fit_consent, replace(CONSENT, scope=HOSTILE, receipt_no=HOSTILE)),
], ids=["contact", "committee", "request", "consent"])  # fmt: skip
def test_hostile_texts_are_kept_short_and_without_what_cannot_be_shown(fit: Any, given_: Any) -> None:
    kept = fit(given_)
    assert fit(kept) == kept
    for text in (getattr(kept, name) for name in kept.__slots__):
        if isinstance(text, str):
            assert len(text) <= NOTES_MOST
            assert not set(text) & {"\u202e", "\x00", "\ud800"}


@pytest.mark.parametrize(("typed", "kept"), [
    ("0300-1234567", "0300-1234567"), (" 15 ", "15"), ("+92 (5827) 123", "+92 (5827) 123"), ("۰۳۰۰ ۱۲۳", "0300 123"),
    ("call me", None), ("1", None), ("0" * 30, None), ("=1+1", None),
])  # fmt: skip
def test_a_telephone_number_is_digits(typed: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(Refused) as refused:
            fit_phone(typed)
        assert refused.value.code == "phone_unfit"
    else:
        assert fit_phone(typed) == kept


@pytest.mark.parametrize(("deed", "code"), [
    (lambda: fit_request(replace(REQUEST, what=" ")), "request_what_missing"),
    (lambda: fit_request(replace(REQUEST, to_at=REQUEST.from_at)), "period_backwards"),
    (lambda: fit_request(replace(REQUEST, reason="\n")), "request_reason_missing"),
    (lambda: answered(REQUEST, Answer.GIVEN, NOW, " "), "handed_over_missing"),
    (lambda: answered(REQUEST, Answer.WAITING, NOW), "answer_missing"),
    (lambda: fit_consent(replace(CONSENT, scope="")), "consent_scope_missing"),
    (lambda: fit_consent(replace(CONSENT, until=NOW)), "period_backwards"),
    (lambda: fit_contact(Contact("", ContactKind.OTHER, "a", cameras=1000)), "contact_figure"),
    (lambda: fit_contact(Contact("", ContactKind.OTHER, "\u202e")), "person_name_missing"),
    (lambda: fit_complaint(ComplaintDraft("x", next(iter(COMPLAINT_SOURCES)), Category.TRAFFIC, call_back_by=NOW)),
     "phone_missing"),
])  # fmt: skip
def test_what_a_desk_must_ask_is_asked(deed: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        deed()
    assert refused.value.code == code


def test_a_consent_counts_until_its_end_or_its_withdrawal() -> None:
    ending = replace(CONSENT, until=NOW + HOUR)
    assert [ending.state(NOW), ending.state(NOW + HOUR)] == [ConsentState.GOOD, ConsentState.OVER]
    assert replace(ending, withdrawn_at=NOW).state(NOW + HOUR) is ConsentState.WITHDRAWN


@pytest.mark.parametrize(("typed", "names"), [
    ("noor", ["Al-Noor"]), ("النور", ["Al-Noor"]), ("ألنور", ["Al-Noor"]), ("1234567", ["Al-Noor"]),
    ("300 123", ["Al-Noor"]),
    ("chowk", ["Rescue"]), ("nobody", []), ("", ["Al-Noor", "Rescue"]),
])  # fmt: skip
def test_a_contact_is_found_in_english_urdu_by_number_or_place(typed: str, names: list[str]) -> None:
    contacts = (Contact("1", ContactKind.SHOP_CAMERA, "Al-Noor", "النور", ("0300-1234567",)),
                Contact("2", ContactKind.RESCUE_1122, "Rescue", "", ("1122",), "site"))
    assert [one.name for one in found(contacts, typed, {"site": "Chowk Shaheedan چوک"})] == names


COMPLAINTS = st.lists(st.builds(
    CountedComplaint, st.sampled_from(sorted(COMPLAINT_SOURCES)), st.sampled_from(list(Category)), st.just(NOW),
    st.one_of(st.none(), st.integers(0, 400).map(lambda h: NOW + h * HOUR)), st.one_of(st.none(), st.just(NOW + HOUR)),
    st.one_of(st.none(), st.integers(0, 4).map(lambda h: NOW + h * HOUR))), max_size=30)  # fmt: skip


def _sheet(complaints: Any) -> Any:
    rows = LiaisonRows(tuple(complaints), dict.fromkeys(Answer, 0), 0, 0, 0, 0, 0)
    return counted(rows, NOW, NOW + timedelta(days=30))


@given(COMPLAINTS)
def test_no_sum_of_the_sheet_gives_a_hidden_figure_back(complaints: list[CountedComplaint]) -> None:
    """Whoever has the sheet cannot tell a hidden kind with one or two cases from one with none."""
    hidden = {kind for kind in SENSITIVE if sum(one.category is kind for one in complaints) < FEW}
    assert _sheet(complaints) == _sheet([one for one in complaints if one.category not in hidden])


@given(COMPLAINTS)
def test_the_sheets_lines_add_up(complaints: list[CountedComplaint]) -> None:
    sheet = _sheet(complaints)
    assert sheet.complaints == sum(sheet.by_source.values()) == sum(sheet.ended_within.values())
    assert sheet.complaints == sum(cell.count or 0 for cell in sheet.by_kind.values())
    assert sheet.call_backs_due == sheet.call_backs_kept + sheet.call_backs_late + sheet.call_backs_open
    assert sheet.call_backs_open >= 0


def test_months_join_without_a_gap() -> None:
    at = datetime(2026, 1, 31, 12, tzinfo=UTC)
    months = [month_of(at)]
    for _ in range(24):
        months.append(month_of(months[-1][1]))
    assert all(before[1] == after[0] for before, after in itertools.pairwise(months))
