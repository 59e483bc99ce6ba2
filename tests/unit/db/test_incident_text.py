"""Searching incidents: Urdu as it is typed, hostile questions, filters against a plain count."""

from __future__ import annotations

import itertools
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safecity_console.core.clock import ManualClock
from safecity_console.db.incident_text import question_of, words
from safecity_console.db.incidents import Sight
from safecity_console.domain.access import Officer, Permission, chain_of
from safecity_console.domain.incident import Category, Filter, Incident, IncidentDraft, Severity, Source, State, sees
from safecity_console.services.console import ConsoleServices
from tests.fakes.staffed import open_console

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
DRAFT = IncidentDraft("Street fight", Category.PUBLIC_ORDER, Severity.S1, Source.CAMERA)


@pytest.fixture(scope="module")
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, clock: ManualClock) -> Iterator[ConsoleServices]:
    with open_console(tmp_path_factory.mktemp("text"), clock) as console:
        yield console.services


FOUND_BY = [
    ("موٹر سائیکل چوری ہوئی", ["موٹر", "سائيكل", "چوری", "چور", "سائیکل چوری"]),  # Arabic yeh and kaf typed
    ("مُحمّد علی كا گھر", ["محمد", "علي", "کا", "گھر"]),  # vowel marks kept, plain letters typed
    ("گاڑی نمبر ۱۲۳۴", ["1234", "۱۲۳۴", "١٢٣٤"]),
    ("رات‌کو بازارـــ میں", ["راتکو", "بازار"]),  # a joiner, a stretched letter
    ("DROP TABLE incident; -- \"quoted\" AND NOT", ["drop table", "quoted", "not", "AND", "inciden"]),
    ("<b>Café</b> & 5*3", ["cafe", "b", "5 3"]),
    ("plate LEA-19-2231 fled", ["lea 19 2231", "2231"]),
    ("\ue000sclosed", ["sclosed"]),  # a facet's word cannot be typed into a text either
]


@pytest.mark.parametrize(("text", "typed"), FOUND_BY, ids=range(len(FOUND_BY)))
def test_a_text_is_found_as_people_type_it(services: ConsoleServices, text: str, typed: list[str]) -> None:
    one = services.incidents.enter(replace(DRAFT, note=text))
    for question in typed:
        assert one.id in {i.id for i in services.incidents.find(Filter(question))}, question
    assert services.incidents.find(Filter("absentword")) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=60), st.text(alphabet='"*():^-+{}ANDORNEAR \x00\ue000\u202e', max_size=40)))
def test_no_question_is_syntax(services: ConsoleServices, clock: ManualClock, typed: str) -> None:
    found = services.incidents.find(Filter(typed))
    if typed.strip() and not words(typed):
        assert found == ()
        assert question_of(Filter(typed), clock.now()) is None


@settings(deadline=None)
@given(st.text(max_size=200))
def test_words_are_letters_and_digits_between_single_blanks(text: str) -> None:
    found = words(text)
    assert all(word and all(c.isalnum() for c in word) for word in found.split(" ") if found)


BADGES = ("a", "b", "c", "d", "")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([*range(4), None]), min_size=4, max_size=4),
       st.lists(st.tuples(st.sampled_from(["misconduct", "person"]), st.sampled_from(BADGES),
                          st.sampled_from(BADGES)), min_size=1, max_size=8),
       st.sampled_from(BADGES[:4]), st.booleans())
def test_sight_in_the_statement_is_the_rule_of_the_domain(above: list[int | None], rows: list[tuple[str, str, str]],
                                                         who: str, head: bool) -> None:
    officers = [Officer(f"id-{badge}", badge, badge, "r", reports_to="" if up is None else f"id-{BADGES[up]}")
                for badge, up in zip(BADGES, above, strict=False)]
    permissions = {Permission.LOG_INCIDENTS} | ({Permission.SEE_MISCONDUCT} if head else set())
    below = frozenset(o.id for o in officers if f"id-{who}" in chain_of(o.id, officers))
    condition, parameters = Sight(f"id-{who}", who, head, below).condition()
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE TABLE incident (n INTEGER, category TEXT, named_officer_id TEXT, entered_by TEXT)")
        expected = []
        for n, (category, named, entered_by) in enumerate(rows):
            named_id = f"id-{named}" if named else ""
            raw.execute("INSERT INTO incident VALUES (?, ?, ?, ?)", [n, category, named_id, entered_by])
            one = Incident("i", "I", 2026, 1, "M", "w", Category(category), Severity.S1, Source.CAMERA, State.NEW, NOW,
                           NOW, entered_by, named_officer_id=named_id)
            chain = chain_of(named_id, officers) if named_id else frozenset[str]()
            expected += [n] if sees(one, f"id-{who}", who, frozenset(permissions), chain) else []
        found = [n for (n,) in raw.execute(f"SELECT n FROM incident WHERE {condition} ORDER BY n", parameters)]
    assert found == expected


def test_filters_are_what_a_plain_count_finds(tmp_path: Path) -> None:
    chance, clock = random.Random(7), ManualClock()
    with open_console(tmp_path / "data", clock) as console:
        incidents = console.services.incidents
        made: list[Incident] = []
        for n in range(60):
            clock.advance(3600 * 9)
            one = incidents.enter(replace(
                DRAFT, what=chance.choice(["fight", "fire", "theft"]) + f" k{n % 5}",
                severity=chance.choice([*Severity]),
                category=chance.choice([Category.PERSON, Category.DRUGS]), source=chance.choice([*Source]),
                event_at=clock.now() - timedelta(hours=chance.randrange(40))))
            made.append(incidents.hoax(one.id) if n % 3 == 0 else one)
        choices = itertools.product(
            ("", "fight", "fi", "fire k2"), (True, False), (frozenset(), frozenset({State.HOAX}), frozenset(State)),
            (frozenset(), frozenset({Severity.S1, Severity.S3})), (frozenset(), frozenset({Category.DRUGS})),
            (None, made[20].event_at), (None, made[45].event_at), (False, True), (500, 7))
        for text, opened, states, severities, categories, from_at, to_at, due, limit in choices:
            wanted = Filter(text, opened, states, categories, severities, from_at=from_at, to_at=to_at,
                            call_back_due=due, limit=limit)
            tokens = text.split()
            plain = [i.id for i in reversed(made)
                     if all(any(w.startswith(t) if at == len(tokens) - 1 else w == t for w in i.what.split())
                            for at, t in enumerate(tokens))
                     and (not opened or not i.ended) and (not states or i.state in states)
                     and (not severities or i.severity in severities) and (not categories or i.category in categories)
                     and (from_at is None or i.event_at >= from_at) and (to_at is None or i.event_at < to_at)
                     and (not due or (i.call_back_due_at is not None and not i.ended))]
            assert [i.id for i in incidents.find(wanted)] == plain[:limit], wanted
