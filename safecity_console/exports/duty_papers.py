"""Papers of duty: the handover sheet both officers sign, and the report of a shift or a period.

Belongs here: what stands on them. Does not belong here: filling the form (services/), layout (sheet.py).
Invariants: 1. The sheet bears the audit's head and the SHA-256 of the signed content: what is on paper can be held
against the file. 2. What this console cannot know is said in words, never left out and never nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from safecity_console.domain.audit import Head
from safecity_console.domain.shift import (
    Check,
    FormCamera,
    FormIncident,
    HandoverForm,
    LogLine,
    Shift,
    Signature,
)
from safecity_console.exports import words
from safecity_console.exports.paper import Imprint, Paper
from safecity_console.exports.sheet import Column, Sheet

_NO_RECORDING = "Recording has not begun on this console; no export can wait."
_NO_PTZ = "This console does not steer cameras yet; whether one stands off its home view is not known."
_NO_HQ = "This console is not connected to headquarters yet; nothing is sent or waits."


def handover_pdf(form: HandoverForm, imprint: Imprint) -> Paper:
    """Print a handover, signed or still in preparation."""
    shift = form.shift
    warning = "" if form.signed else "Draft: not signed by both officers."
    sheet = Sheet("Handover of duty", f"{form.place} · {form.station} · shift {shift.code}", imprint, "ڈیوٹی کی حوالگی",
                  warning)
    sheet.fields(_head_fields(form, imprint))
    _incidents(sheet, "Open incidents to be read", form.incidents, imprint, form.opened)
    if form.others:
        counted = ", ".join(f"{grade} {n}" for grade, n in sorted(form.others.items()))
        sheet.text_block(f"Other open incidents: {counted}")
    _incidents(sheet, "On hold", form.holds, imprint)
    _incidents(sheet, "Call-backs due", form.call_backs, imprint)
    for title, cameras in (("Cameras lost in this shift", form.cameras_lost),
                           ("Cameras restored in this shift", form.cameras_restored),
                           ("Cameras down now", form.cameras_down)):
        _cameras(sheet, title, cameras, imprint)
    _clips_and_unknown(sheet, form, imprint)
    _defects(sheet, form.defects, form.checks_open)
    sheet.heading("Running log", "رواں لاگ")
    _log(sheet, form.log, imprint)
    for title, text in (("Special events", form.events), ("Remarks of the outgoing officer", form.remarks),
                        ("Remarks of the incoming officer", form.incoming_remarks)):
        if text:
            sheet.heading(title)
            sheet.text_block(text)
    _seal(sheet, form.head, form.sha256)
    sheet.signatures((("Outgoing officer", _signed(form.outgoing_signature, imprint)),
                      ("Incoming officer", _signed(form.incoming_signature, imprint))))
    return sheet.done()


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """What a report of a period of duty is made of; `incidents` counts of entered ones by severity."""

    from_at: datetime
    to_at: datetime
    duties: tuple[Shift, ...]
    gaps: tuple[tuple[datetime, datetime], ...]
    log: tuple[LogLine, ...]
    incidents: Mapping[str, int]
    ended: int
    open_now: int
    checks: tuple[Check, ...] = ()
    head: Head | None = None


def shift_pdf(report: ShiftReport, imprint: Imprint) -> Paper:
    """Print who was on duty in a period and what was written."""
    period = f"{imprint.moment(report.from_at)} – {imprint.moment(report.to_at)}"
    sheet = Sheet("Shift report", period, imprint, "شفٹ رپورٹ")
    sheet.heading("On duty", "ڈیوٹی پر")
    sheet.grid((Column("Shift", 1), Column("Officer", 3), Column("From", 2), Column("To", 2), Column("Note", 4)),
               [(one.code, f"{one.badge} {one.officer}".strip(), imprint.clock(one.from_at),
                 imprint.clock(one.to_at) if one.to_at else "on duty", _duty_note(one)) for one in report.duties],
               "Nobody was on duty in this period.")
    for from_at, to_at in report.gaps:
        sheet.text_block(f"The desk stood without a duty officer from {imprint.clock(from_at)} to "
                         f"{imprint.clock(to_at)}.")
    sheet.heading("Incidents", "واقعات")
    sheet.fields([("Entered", ", ".join(f"{grade} {n}" for grade, n in sorted(report.incidents.items())) or "none"),
                  ("Ended", str(report.ended)), ("Open at the end", str(report.open_now))])
    if report.checks:
        sheet.heading("Checks at the start", "ابتدائی جانچ")
        sheet.ticks((one.state.value == "ok", one.text, _check_note(one)) for one in report.checks)
    sheet.heading("Running log", "رواں لاگ")
    _log(sheet, report.log, imprint)
    _seal(sheet, report.head, "")
    return sheet.done()


def _head_fields(form: HandoverForm, imprint: Imprint) -> Iterable[tuple[str, str]]:
    shift = form.shift
    following = ""
    if form.next_code and form.next_from and form.next_to:
        following = f"{form.next_code} · {imprint.clock(form.next_from)} – {imprint.clock(form.next_to)}"
    return [
        ("Outgoing", f"{shift.badge} {shift.rank} {shift.officer}"),
        ("Incoming", f"{form.incoming_badge} {form.incoming_name}"),
        ("On duty since", imprint.moment(shift.from_at)),
        ("Hours of the shift", f"{imprint.clock(shift.planned_from)} – {imprint.clock(shift.planned_to)}"),
        ("Next shift", following), ("Form made", imprint.moment(form.made_at)),
    ]


def _incidents(sheet: Sheet, title: str, incidents: Sequence[FormIncident], imprint: Imprint,
               opened: frozenset[str] | None = None) -> None:
    if not incidents and opened is None:
        return
    sheet.heading(title)
    sheet.grid((Column("No.", 1.2), Column("", 0.7), Column("What", 4), Column("Place", 3), Column("State", 2),
                Column("Entered", 2), Column("Read", 1)),
               [(one.label, one.severity, one.what, one.place, _state(one), imprint.clock(one.entered_at),
                 "yes" if opened is not None and one.id in opened else "") for one in incidents], "None.")


def _state(one: FormIncident) -> str:
    return next((text for state, text in words.STATES.items() if state.value == one.state), one.state)


def _cameras(sheet: Sheet, title: str, cameras: Sequence[FormCamera], imprint: Imprint) -> None:
    sheet.heading(title)
    sheet.grid((Column("Camera", 5), Column("Since", 2), Column("What failed", 3)),
               [(f"{one.number:02d} {one.name}", imprint.clock(one.since),
                  " · ".join(filter(None, (one.layer, one.fault)))) for one in cameras],
               "None.")


def _clips_and_unknown(sheet: Sheet, form: HandoverForm, imprint: Imprint) -> None:
    sheet.heading("Recordings, exports, PTZ, headquarters")
    if form.clips:
        sheet.grid((Column("Incident", 2), Column("Camera", 1), Column("From", 2), Column("To", 2), Column("Until", 2)),
                   [(one.incident, str(one.camera), imprint.clock(one.from_at), imprint.clock(one.to_at),
                     imprint.clock(one.until)) for one in form.clips])
    off_home = None if form.ptz_off_home is None else ", ".join(f"{c.number:02d} {c.name}" for c in form.ptz_off_home)
    sheet.fields([
        ("Locks that end soon", "" if form.clips else "none"),
        ("Exports waiting", _NO_RECORDING if form.exports_waiting is None else str(form.exports_waiting)),
        ("PTZ off home", _NO_PTZ if off_home is None else off_home or "none"),
        ("Headquarters", _NO_HQ if form.hq_waiting is None else f"{form.hq_waiting} records wait"),
    ])


def _defects(sheet: Sheet, defects: Sequence[Check], still_open: int) -> None:
    sheet.heading("Defects found by the checks")
    sheet.grid((Column("Check", 5), Column("Note", 6)), [(one.text, _check_note(one)) for one in defects], "None.")
    if still_open:
        sheet.text_block(f"Checks not done: {still_open}.")


def _check_note(one: Check) -> str:
    figures = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in one.figures.items())
    return " · ".join(filter(None, ("" if one.state.value == "ok" else one.state.value, one.note, figures, one.badge)))


def _log(sheet: Sheet, log: Sequence[LogLine], imprint: Imprint) -> None:
    sheet.grid((Column("Time", 2), Column("Entered", 2), Column("By", 1.2), Column("Line", 7)),
               [(imprint.clock(one.event_at), imprint.clock(one.entered_at), one.badge or "–", words.log_line(one))
                for one in log], "Nothing was written.")


def _seal(sheet: Sheet, head: Head | None, sha256: str) -> None:
    sheet.heading("Proof", "ثبوت")
    sheet.fields([("Audit head", str(head) if head is not None else "not read"), ("SHA-256 of content", sha256)])
    sheet.text_block("Later this head is held against the console by: safecity-console audit verify --head N:HASH",
                     small=True)


def _signed(signature: Signature | None, imprint: Imprint) -> str:
    if signature is None:
        return "not signed"
    who = " ".join(filter(None, (signature.badge, signature.rank, signature.name)))
    return f"{who}\nsigned {imprint.moment(signature.at)} by {signature.method}"


def _duty_note(one: Shift) -> str:
    parts = [
        f"before it nobody since {one.gap_from:%d %b %H:%M} UTC: {one.reason}" if one.gap_from else "",
        f"ended by order of {one.ended_by}: {one.end_reason}" if one.ended_by else "",
        "signed out without a handover" if one.absent_since else "",
    ]
    return " · ".join(filter(None, parts))
