"""Words of incidents, by table: every code has words, clocks and typed times read as they should."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Category, Severity, Source, State, Transfer
from safecity_console.domain.incident_parts import EventKind, IncidentEvent, PartyKind, PartyRole
from safecity_console.ui import incident_texts as texts
from safecity_console.ui.incidents.event_words import event_note, event_sentence, sentenced_kinds
from safecity_console.ui.incidents.times import event_time, span_edge

ZONE = ZoneInfo("Asia/Karachi")
NOW = datetime(2026, 11, 22, 10, 42, 7, tzinfo=UTC)  # 15:42:07 in Karachi


def test_every_code_has_words() -> None:
    for words, codes in ((texts.state_text, State), (texts.category_text, Category), (texts.severity_text, Severity),
                         (texts.source_text, Source), (texts.transfer_text, Transfer),
                         (texts.party_kind_text, PartyKind), (texts.role_text, PartyRole)):
        assert all(words(code) for code in codes)  # type: ignore[operator]
    assert all(texts.deed_text(state) for state in State if state is not State.NEW)
    assert sentenced_kinds() == frozenset(EventKind)


@given(st.sampled_from(list(EventKind)),
       st.dictionaries(st.sampled_from(["text", "unit", "field", "before", "after", "to", "why", "until", "from_at",
                                        "cameras", "camera_id", "source", "label", "second"]),
                       st.one_of(st.text(max_size=12), st.integers(0, 99), st.booleans(), st.none()), max_size=5))
def test_any_event_has_a_sentence_without_a_hole(kind: EventKind, content: dict[str, str | int | bool | None]) -> None:
    event = IncidentEvent("1", "2", kind, NOW, NOW, "D-104", content)
    sentence = event_sentence(event, lambda _id: None)
    assert sentence
    if not any("{" in str(value) for value in content.values()):
        assert "{" not in sentence
    assert isinstance(event_note(event), str)


@pytest.mark.parametrize(("typed", "wanted"), [
    ("", None), ("15:40", "2026-11-22 15:40:00"), ("1540", "2026-11-22 15:40:00"), ("9.05", "2026-11-22 09:05:00"),
    ("15:42:01", "2026-11-22 15:42:01"), ("23:10", "2026-11-21 23:10:00"), ("-10", "2026-11-22 15:32:07"),
    ("21 14:35", "2026-11-21 14:35:00"), ("28 14:35", "2026-10-28 14:35:00"),
    ("2026-03-02 08:00", "2026-03-02 08:00:00"), ("۱۴:۳۵", "2026-11-22 14:35:00"),
])
def test_a_typed_time_is_read(typed: str, wanted: str | None) -> None:
    read = event_time(typed, NOW, ZONE)
    assert (None if read is None else f"{read.astimezone(ZONE):%Y-%m-%d %H:%M:%S}") == wanted


@given(st.text(max_size=20))
def test_a_typed_time_is_read_or_refused_and_never_lies_ahead_by_itself(typed: str) -> None:
    with contextlib.suppress(Refused):
        read = event_time(typed, NOW, ZONE)
        assert read is None or read <= NOW or "-" in typed


@pytest.mark.parametrize(("typed", "begins", "ends"), [
    ("21", "2026-11-21 00:00", "2026-11-22 00:00"), ("28", "2026-10-28 00:00", "2026-10-29 00:00"),
    ("2026-02-28", "2026-02-28 00:00", "2026-03-01 00:00"), ("21 14:35", "2026-11-21 14:35", "2026-11-21 14:35"),
])
def test_a_day_is_whole_at_either_end_of_a_span(typed: str, begins: str, ends: str) -> None:
    read = [span_edge(typed, NOW, ZONE, last=last) for last in (False, True)]
    assert [f"{one.astimezone(ZONE):%Y-%m-%d %H:%M}" for one in read if one is not None] == [begins, ends]
    for wrong in ("2026-02-30", "41", "yesterday", "2026-13-01"):
        with pytest.raises(Refused):
            span_edge(wrong, NOW, ZONE)
