"""Incidents: searching 200,000 of them, and what entering one costs the machine.

Belongs here: filling a file straight through the database's own writers, timing the service. Does not belong here:
what is found (tests/unit/db/test_incident_text.py).
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from safecity_console.core.ids import new_id
from safecity_console.core.passwords import Cost
from safecity_console.db.incident_parts import append_event
from safecity_console.db.incident_text import index_anew
from safecity_console.db.incidents import insert_incident
from safecity_console.db.transaction import Transaction
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.incident import (
    Category,
    Filter,
    Incident,
    IncidentDraft,
    Severity,
    Source,
    State,
)
from safecity_console.domain.incident_parts import EventKind, IncidentEvent
from safecity_console.services.console import ConsoleServices
from safecity_console.wiring import Console, Options
from tests.bench.table import Row

MANY, BATCH, ROUNDS = 200_000, 5_000, 40
_COMMON = ["accident", "near", "market", "road", "reported", "by", "caller", "police", "sent", "quickly",
           "street", "fight", "theft", "motorcycle"]
_URDU = ["چوک", "بازار", "لڑائی", "حادثہ", "موٹرسائیکل", "چوری", "گاڑی", "ہسپتال", "تھانہ", "سڑک"]
_RARE = [f"{a}{b}{c}" for a in "bkt" for b in ("ara", "oni", "ulu", "esh")
         for c in ("pur", "gar", "abad", "wal", "kot")]
_OTHERS = [one for one in Category if one is not Category.MISCONDUCT]
_START = datetime(2025, 1, 1, tzinfo=UTC)


def incidents(many: int = MANY) -> list[Row]:
    """Give the figures of searching and entering."""
    with tempfile.TemporaryDirectory(prefix="safecity-bench-incidents-") as folder:
        options = Options(Path(folder), environment={}, use_keyring=False, password_cost=Cost(8, 1, 1))
        with Console(options) as console:
            services = console.services
            _fill(services, many)
            return [*_searches(services), *_entries(services)]


def _fill(services: ConsoleServices, many: int) -> None:
    chance = random.Random(4)
    for number in range(1, 31):
        services.cameras.add(CameraDraft(number, f"Camera {number}", f"rtsp://192.0.2.{number}/",
                                         site=f"Site {number // 3}", latitude=33.14 + number / 5000, longitude=73.75))
    cameras = [camera.id for camera in services.cameras.cameras()]
    for first in range(0, many, BATCH):
        services.incidents._door.write(
            lambda tx, first=first: _batch(tx, first, min(BATCH, many - first), chance, cameras), timeout_s=600.0)


def _batch(tx: Transaction, first: int, many: int, chance: random.Random, cameras: list[str]) -> None:
    for n in range(first, first + many):
        one = _incident(n, chance, cameras)
        insert_incident(tx, one)
        event = IncidentEvent(new_id(), one.id, EventKind.NOTE, one.event_at, one.entered_at, one.entered_by,
                              {"text": " ".join(chance.choices(_URDU + _COMMON, k=30))})
        append_event(tx, event)
        index_anew(tx, one)


def _incident(n: int, chance: random.Random, cameras: list[str]) -> Incident:
    at = _START + timedelta(seconds=n * 240)
    ended = n < MANY - 40
    misconduct = n % 997 == 0
    rare = f" {chance.choice(_RARE)}{n % 400}" if n % 50 == 0 else ""
    half = " fire" if n % 2 else ""
    return Incident(
        id=new_id(), series="M" if misconduct else "I", year=at.year, serial=n + 1, station="MPR",
        what=f"{chance.choice(_COMMON)} {chance.choice(_URDU)}{half}{rare}"[:160],
        category=Category.MISCONDUCT if misconduct else chance.choice(_OTHERS),
        severity=chance.choice(list(Severity)), source=chance.choice(list(Source)),
        state=State.CLOSED if ended else State.NEW, event_at=at - timedelta(seconds=chance.randrange(3600)),
        entered_at=at, entered_by=f"D-{100 + n % 12}", place=" ".join(chance.choices(_COMMON, k=4)),
        ended_at=at + timedelta(hours=2) if ended else None, camera_id=chance.choice(cameras),
        caller_phone=f"03{chance.randrange(10**9):09d}", updated_at=at)


def _searches(services: ConsoleServices) -> list[Row]:
    everywhere = Filter()
    week = _START + timedelta(seconds=MANY * 240 // 3)
    cases: dict[str, Filter] = {
        "rare word": replace(everywhere, text="barapur150"),
        "word in half of them": replace(everywhere, text="fire"),
        "word in nearly all, two words": replace(everywhere, text="market road"),
        "Urdu word": replace(everywhere, text="لڑائی"),
        "prefix of one letter": replace(everywhere, text="a"),
        "prefix of four letters": replace(everywhere, text="poli"),
        "common words, last a prefix": replace(everywhere, text="police sent ro"),
        "words that never meet": replace(everywhere, text="fire barapur150"),
        "phone number": replace(everywhere, text="0312345"),
        "common word, one camera, S1": replace(everywhere, text="fire", severities=frozenset({Severity.S1}),
                                               camera_id=services.cameras.cameras()[3].id),
        "common word, open only": replace(everywhere, text="fire", open_only=True),
        "common word, one week of last year": replace(everywhere, text="fire", from_at=week,
                                                      to_at=week + timedelta(days=7)),
        "misconduct only": replace(everywhere, categories=frozenset({Category.MISCONDUCT})),
        "no word, newest": everywhere,
        "no word, badge and category": replace(everywhere, badge="D-104", categories=frozenset({Category.DRUGS})),
    }
    rows: list[Row] = []
    every: list[float] = []
    for name, wanted in cases.items():
        took = _timed(lambda wanted=wanted: services.incidents.find(wanted), ROUNDS)
        every += took
        found = len(services.incidents.find(wanted))
        rows.append(Row(f"incidents: find, {name} ({found} found) p95", _p(took, 95), 100, "ms"))
    rows.append(Row("incidents: find, all of these p50", _p(every, 50), 100, "ms"))
    rows.append(Row("incidents: find, all of these p95", _p(every, 95), 100, "ms"))
    rows.append(Row("incidents: find, all of these worst", max(every), 250, "ms"))
    return rows


def _entries(services: ConsoleServices) -> list[Row]:
    camera = services.cameras.cameras()[4]
    draft = IncidentDraft("Crowd forming, shouting", Category.PUBLIC_ORDER, Severity.S2, Source.CALL_15,
                          place="F-1 Commercial, market gate", caller_name="Ali", caller_phone="0345-1234567",
                          camera_id=camera.id, note="ہجوم جمع ہو رہا ہے")
    wall = _timed(lambda: services.incidents.enter(draft), 100)
    notes = _timed(lambda: services.incidents.note(services.incidents.open_ones()[0].id, "A note " * 30), 100)
    at_hand = _timed(lambda: services.incidents.open_ones(), 400)
    counts = _timed(lambda: services.incidents.counts(), 400)
    return [
        Row("incidents: entering one, wall clock p50", _p(wall, 50), 50, "ms"),
        Row("incidents: entering one, wall clock p95", _p(wall, 95), 50, "ms"),
        Row("incidents: a note, wall clock p95", _p(notes, 95), 50, "ms"),
        Row("incidents: the open ones for the GUI thread p95", _p(at_hand, 95), 1, "ms"),
        Row("incidents: their figures for the GUI thread p95", _p(counts, 95), 2, "ms"),
    ]


def _timed(work: Callable[[], object], times: int) -> list[float]:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    return took


def _p(took: list[float], percent: int) -> float:
    return sorted(took)[min(len(took) - 1, len(took) * percent // 100)]
