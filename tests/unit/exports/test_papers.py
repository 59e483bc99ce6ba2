"""Papers: every code has words, every text is shown as text, sealed stays sealed, same content gives same bytes."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from safecity_console.domain.audit import Head
from safecity_console.domain.incident import Category, Severity, Source, State, Transfer
from safecity_console.domain.incident_parts import EventKind, IncidentDetail, IncidentEvent, PartyKind, PartyRole
from safecity_console.domain.shift import (
    FormCamera,
    FormIncident,
    HandoverForm,
    LineKind,
    LogLine,
    Shift,
    Signature,
)
from safecity_console.exports import words
from safecity_console.exports.duty_papers import ShiftReport, handover_pdf, shift_pdf
from safecity_console.exports.incident_papers import incident_pdf, incidents_pdf, preserve_pdf, transfer_pdf
from safecity_console.exports.paper import Paper
from safecity_console.exports.sheet import Column, Sheet
from tests.unit.exports.samples import IMPRINT, T0, detail, incident


def raw(paper: Paper) -> bytes:
    """Give the file with its streams unpacked."""
    parts = [paper.content]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", paper.content, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            parts.append(stream)
    return b"\n".join(parts)


def name(camera_id: str) -> str:
    return camera_id


@pytest.mark.parametrize(("known", "kind"), [
    (words.STATES, State), (words.CATEGORIES, Category), (words.SEVERITIES, Severity), (words.SOURCES, Source),
    (words.TRANSFERS, Transfer), (words.PARTY_KINDS, PartyKind), (words.PARTY_ROLES, PartyRole),
    (words._EVENTS, EventKind), (words._LINES, LineKind),
])
def test_every_code_has_its_words(known: dict[object, str], kind: type) -> None:
    assert set(known) == set(kind)
    assert len(set(known.values())) == len(known)


def test_a_paper_is_the_same_bytes_each_time_and_holds_nothing_that_acts() -> None:
    first = incident_pdf(detail(notes=60), IMPRINT, name, Path())
    again = incident_pdf(detail(notes=60), IMPRINT, name, Path())
    assert first == again
    assert first.content.startswith(b"%PDF-")
    assert first.pages > 1
    for word in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile", b"/OpenAction /"):
        assert word not in raw(first)


def test_hostile_and_endless_texts_are_laid_out_as_text() -> None:
    text = "‮" + "<b>&amp;</b> {pages} **x** \x00\x1b[31m ےہ " * 400
    one = replace(incident(), what=text[:160], place=text[:160], outcome=text)
    events = (IncidentEvent("e", "i1", EventKind.NOTE, T0, T0, "D-1", {"text": "w" * 9_999, "odd": None}),)
    paper = incident_pdf(replace(detail(one), events=events), IMPRINT, name, Path())
    assert paper.pages >= 3


def test_a_sealed_identity_is_printed_only_where_it_was_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(Sheet, "fields", lambda _self, pairs: said.extend(str(p) for p in pairs))
    monkeypatch.setattr(Sheet, "grid", lambda _self, _columns, rows, _empty="": said.extend(str(r) for r in rows))
    sealed = replace(incident(), sealed=True, caller_name="", caller_phone="", category=Category.WOMEN_CHILDREN)
    opened = {"caller_name": "Aisha", "caller_phone": "0300", "party:p3:name": "Bano", "party:p3:more": "12"}
    incident_pdf(detail(sealed), IMPRINT, name, Path())
    assert any("Sealed" in line for line in said)
    assert not any("Aisha" in line or "Bano" in line for line in said)
    transfer_pdf(detail(sealed), IMPRINT, Transfer.WOMENS_DESK, "hers", opened)
    assert any("Aisha · 0300" in line for line in said)
    assert any("Bano" in line for line in said)


def test_the_list_of_a_period_names_no_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(Sheet, "grid", lambda _self, _columns, rows, _empty="": said.extend(str(r) for r in rows))
    incidents_pdf([incident(), incident(serial=2292, severity=Severity.S3, state=State.CLOSED)], IMPRINT, T0,
                  T0 + timedelta(days=1))
    assert "('Public order', '1', '0', '1', '0', '1', '2')" in said
    assert not any("Qayyum" in line for line in said)


@pytest.mark.parametrize("make", [
    lambda: transfer_pdf(detail(), IMPRINT, Transfer.NCCIA, "cyber"),
    lambda: preserve_pdf(detail(), IMPRINT, "login records", "a provider"),
    lambda: incidents_pdf([], IMPRINT, T0, T0),
    lambda: incident_pdf(IncidentDetail(incident(series="M")), IMPRINT, name, Path()),
])
def test_every_paper_can_be_made(make: object) -> None:
    assert make().pages == 1  # type: ignore[operator]


def test_a_table_cut_at_its_most_rows_and_a_picture_that_is_none(tmp_path: Path) -> None:
    sheet = Sheet("t", "n", IMPRINT)
    assert sheet.grid((Column("a", 1),), [], "none") == 0
    bad = tmp_path / "x.png"
    bad.write_bytes(b"\x89PNG not at all")
    sheet.picture(bad, "words")
    assert sheet.done().pages == 1


def _shift() -> Shift:
    return Shift("s1", 7, "B", "o1", "D-104", "Bilal Ahmed", T0, T0 + timedelta(hours=8), T0, rank="ASI",
                 gap_from=T0 - timedelta(minutes=9), reason="relief was late")


def handover(signed: bool) -> HandoverForm:
    """Make a filled form."""
    one = FormIncident("i1", "I-2291", "S1", "public_order", "Street fight <b>", "Chowk", "dispatched", "D-104",
                       T0, 3, must_open=True)
    log = tuple(LogLine(f"l{n}", "s1", kind, T0, T0, "D-104", "لکھا ہوا %s {x}", {"number": 4, "name": "{y}"})
                for n, kind in enumerate(LineKind))
    by = Signature("D-104", "Bilal Ahmed", "ASI", "duty_officer", T0)
    return HandoverForm("MPR", "Mirpur Control Room", T0, _shift(), "C", T0, T0 + timedelta(hours=8), (one,),
                        {"S3": 4, "S4": 1}, (one,), (), (FormCamera(4, "DHQ Hospital Gate", T0, "route", "timeout"),),
                        (), (), log=log, events="Cricket match at the stadium", remarks="راستہ بند ہے",
                        incoming_badge="D-105", incoming_name="Sana Mir", opened=frozenset({"i1"}),
                        head=Head(812, "ab" * 32), outgoing_signature=by if signed else None,
                        incoming_signature=by if signed else None, sha256="cd" * 32 if signed else "")


@pytest.mark.parametrize("signed", [True, False])
def test_a_handover_says_its_head_and_what_is_not_known(signed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    fields = Sheet.fields
    monkeypatch.setattr(Sheet, "fields", lambda self, pairs: (said.extend(map(str, kept := list(pairs))),
                                                              fields(self, kept))[1])
    assert handover_pdf(handover(signed), IMPRINT).pages >= 2
    assert any("812:" + "ab" * 32 in line for line in said)
    assert sum("not connected" in line or "not begun" in line or "not known" in line for line in said) == 3


def test_a_shift_report_tells_gaps() -> None:
    report = ShiftReport(T0, T0 + timedelta(hours=8), (_shift(),), ((T0 - timedelta(minutes=9), T0),),
                         handover(True).log, {"S1": 1}, 2, 3, head=Head(812, "ab" * 32))
    assert shift_pdf(report, IMPRINT).pages >= 1


def test_a_picture_that_is_a_bomb_or_none_spoils_no_paper(tmp_path: Path) -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    size = (30_000).to_bytes(4, "big") * 2
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x02\0\0\0") + chunk(b"IDAT", zlib.compress(b"\0" * 9999))
    sheet = Sheet("Incident record", "I-1", IMPRINT)
    for name, content in (("a.png", bomb), ("b.png", bomb[:40]), ("c.jpg", b""), ("d.svg", b"<svg><image/></svg>")):
        (tmp_path / name).write_bytes(content)
        sheet.picture(tmp_path / name, name)
    assert sheet.done().pages == 1
