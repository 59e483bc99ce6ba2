"""Papers of incidents: the record of one, its transfer sheet, the request to preserve data, the list of a period.

Belongs here: what stands on which paper. Does not belong here: layout (sheet.py), who may print (services/reports.py).
Invariants:
1. Only what the caller was given stands on a paper: a sealed identity is printed as "Sealed" unless it was opened.
2. A list of a period holds no caller, no party and no face.
Source: evidence-and-operations §4; PFSA and PECA practice (preserve request to a provider goes through NCCIA).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from safecity_console.domain.incident import Incident, Severity, Transfer
from safecity_console.domain.incident_clock import STANDARD_TARGETS, Targets
from safecity_console.domain.incident_parts import CameraLink, IncidentCamera, IncidentDetail, Party
from safecity_console.exports import words
from safecity_console.exports.paper import Imprint, Paper
from safecity_console.exports.sheet import Column, Sheet

CameraName = Callable[[str], str]
SEALED = "Sealed"
_SEALED_WARNING = "Sealed identity: not to be copied or read out; kept by the women's police station only."
_MISCONDUCT_WARNING = "Confidential: for the district head only."


def incident_pdf(detail: IncidentDetail, imprint: Imprint, camera_name: CameraName, folder: Path,
                 opened: Mapping[str, str] | None = None,
                 targets: Mapping[Severity, Targets] = STANDARD_TARGETS) -> Paper:
    """Print the whole record of one incident; pictures are read below `folder`."""
    one = detail.incident
    sheet = Sheet("Incident record", one.full_label, imprint, "واقعے کا ریکارڈ", _warning(one))
    sheet.fields(_main_fields(one, imprint, opened))
    _times(sheet, one, imprint, targets.get(one.severity, STANDARD_TARGETS[one.severity]))
    _parties(sheet, detail.parties, opened)
    _cameras(sheet, detail, imprint, camera_name)
    if detail.units:
        sheet.heading("Units", "نفری")
        sheet.grid((Column("Unit", 3), Column("Told", 2), Column("On scene", 2), Column("Clear", 2)),
                   [(u.name, imprint.clock(u.told_at), _clock(imprint, u.on_scene_at), _clock(imprint, u.clear_at))
                    for u in detail.units])
    if detail.ticks:
        sheet.heading("Procedure", "طریقہ کار")
        sheet.ticks((bool(t.done_by), f"{t.text}{' (required)' if t.required else ''}",
                     f"{t.done_by}, {imprint.clock(t.done_at)}" if t.done_by and t.done_at else "")
                    for t in sorted(detail.ticks, key=lambda t: t.position))
    sheet.heading("What happened", "کیا ہوا")
    sheet.grid((Column("Time", 2), Column("Entered", 2), Column("By", 1.2), Column("What", 7)),
               [(imprint.clock(e.event_at), imprint.clock(e.entered_at), e.badge, words.event_line(e))
                for e in detail.events])
    for file in detail.files:
        if file.kind == "snapshot":
            sheet.picture(folder / file.path, f"{file.name} · SHA-256 {file.sha256}")
    sheet.signatures((("Officer", ""), ("Supervisor", "")))
    return sheet.done()


def transfer_pdf(detail: IncidentDetail, imprint: Imprint, to: Transfer, reason: str,
                 opened: Mapping[str, str] | None = None) -> Paper:
    """Print the sheet that goes with an incident to another office."""
    one = detail.incident
    sheet = Sheet("Transfer sheet", one.full_label, imprint, "منتقلی فارم", _warning(one))
    sheet.fields([("To", words.TRANSFERS[to]), ("Reason", reason), ("Police station", one.police_station),
                  ("Rapat no.", one.rapat_no), ("FIR no.", one.fir_no)])
    sheet.heading("Incident", "واقعہ")
    sheet.fields(_main_fields(one, imprint, opened))
    _parties(sheet, detail.parties, opened)
    sheet.heading("Done so far", "اب تک کی کارروائی")
    sheet.grid((Column("Time", 2), Column("By", 1.2), Column("What", 8)),
               [(imprint.clock(e.event_at), e.badge, words.event_line(e)) for e in detail.events])
    sheet.heading("Handed over", "حوالگی")
    sheet.text_block("The receiving office takes the incident over with everything on this sheet and gives its own "
                     "number: ______________________")
    sheet.signatures((("Given by", ""), ("Received by (name, office, date, time)", "")))
    return sheet.done()


def preserve_pdf(detail: IncidentDetail, imprint: Imprint, what: str, provider: str,
                 opened: Mapping[str, str] | None = None) -> Paper:
    """Print the request that data be preserved until a lawful order for it can be had."""
    one = detail.incident
    sheet = Sheet("Request to preserve data", one.full_label, imprint, "ڈیٹا محفوظ رکھنے کی درخواست", _warning(one))
    sheet.fields([("To", provider), ("Through", words.TRANSFERS[Transfer.NCCIA]),
                  ("Incident", f"{one.what} ({words.CATEGORIES[one.category]})"),
                  ("When", imprint.moment(one.event_at)), ("Police station", one.police_station),
                  ("Rapat no.", one.rapat_no), ("FIR no.", one.fir_no)])
    sheet.heading("What is to be preserved", "کیا محفوظ رکھا جائے")
    sheet.text_block(what)
    _parties(sheet, detail.parties, opened)
    sheet.heading("Grounds", "وجوہات")
    sheet.text_block("The data named above is needed for the enquiry into this incident and may be lost before an "
                     "order for its production can be had. It is asked that it be kept unchanged and that nobody whom "
                     "it concerns be told. This request does not ask for the content of any data; that follows by a "
                     "lawful order through the agency competent for it.")
    sheet.signatures((("Investigating officer (name, rank, belt no.)", ""), ("Approved by", ""),
                      ("Received by the provider (date, time)", "")))
    return sheet.done()


def incidents_pdf(incidents: Sequence[Incident], imprint: Imprint, from_at: datetime, to_at: datetime) -> Paper:
    """Print the incidents of a period: counts, then a line each, without callers and parties."""
    period = f"{imprint.moment(from_at)} – {imprint.moment(to_at)}"
    sheet = Sheet("Incidents", period, imprint, "واقعات")
    sheet.heading("Counts", "تعداد")
    _counts(sheet, incidents)
    sheet.heading("List", "فہرست")
    sheet.grid(
        (Column("No.", 1.3), Column("Happened", 2.1), Column("What", 4.5), Column("Kind", 2.3), Column("", 0.7),
         Column("Place", 2.8), Column("State", 1.8)),
        [(one.label, imprint.clock(one.event_at), one.what, words.CATEGORIES[one.category], one.severity.value,
          one.place, words.STATES[one.state]) for one in incidents],
        "No incident was entered in this period.")
    return sheet.done()


def _counts(sheet: Sheet, incidents: Sequence[Incident]) -> None:
    kinds = sorted({one.category for one in incidents}, key=lambda kind: words.CATEGORIES[kind])
    rows = []
    for kind in kinds:
        of_kind = [one for one in incidents if one.category is kind]
        by_grade = [str(sum(one.severity is grade for one in of_kind)) for grade in Severity]
        rows.append((words.CATEGORIES[kind], *by_grade, str(sum(not one.ended for one in of_kind)), str(len(of_kind))))
    grades = [str(sum(one.severity is grade for one in incidents)) for grade in Severity]
    if rows:
        rows.append(("All", *grades, str(sum(not one.ended for one in incidents)), str(len(incidents))))
    sheet.grid((Column("Kind", 5), *(Column(grade.value, 1) for grade in Severity), Column("Open", 1.2),
                Column("All", 1.2)), rows, "No incident was entered in this period.")


def _main_fields(one: Incident, imprint: Imprint, opened: Mapping[str, str] | None) -> Iterable[tuple[str, str]]:
    caller = " · ".join(filter(None, (one.caller_name, one.caller_phone)))
    if one.sealed:
        caller = " · ".join(opened.get(key, "") for key in ("caller_name", "caller_phone")) if opened else SEALED
    return [
        ("What", one.what), ("Kind", words.CATEGORIES[one.category]), ("How grave", words.SEVERITIES[one.severity]),
        ("State", words.STATES[one.state]), ("Place", one.place), ("Beat", one.beat),
        ("Police station", one.police_station),
        ("Position", f"{one.latitude:.5f}, {one.longitude:.5f}"
         if one.latitude is not None and one.longitude is not None else ""),
        ("Told by", words.SOURCES[one.source]), ("Caller", caller), ("Happened", imprint.moment(one.event_at)),
        ("Entered", f"{imprint.moment(one.entered_at)} by {one.entered_by}"), ("Worked by", one.owner),
        ("Rapat no.", one.rapat_no), ("FIR no.", one.fir_no), ("Outcome", one.outcome),
        ("Reviewed by", one.reviewed_by),
    ]


def _times(sheet: Sheet, one: Incident, imprint: Imprint, aim: Targets) -> None:
    sheet.heading("Response", "ردعمل")
    since_told = one.dispatched_at or one.entered_at
    lines = (
        ("Acknowledged", one.acknowledged_at, one.entered_at, aim.acknowledge_s),
        ("Verified on camera", one.verified_at, one.entered_at, None),
        ("Dispatched", one.dispatched_at, one.entered_at, aim.dispatch_s),
        ("On scene", one.on_scene_at, since_told, aim.arrive_s),
        ("Resolved", one.resolved_at, one.entered_at, None),
        ("Ended", one.ended_at, one.entered_at, None),
        ("Caller called back", one.called_back_at, one.entered_at, None),
    )
    rows = [(name, imprint.clock(at), _span(at, since), _span_s(aim_s))
            for name, at, since, aim_s in lines if at is not None]
    sheet.grid((Column("Step", 3), Column("Time", 2), Column("Took", 1.5), Column("Target", 1.5)), rows,
               "No step was taken yet.")


def _parties(sheet: Sheet, parties: Sequence[Party], opened: Mapping[str, str] | None) -> None:
    if not parties:
        return
    sheet.heading("Persons and vehicles", "افراد اور گاڑیاں")
    sheet.grid((Column("What", 2), Column("As", 2), Column("Name or plate", 4), Column("More", 5)),
               [(words.PARTY_KINDS[p.kind], words.PARTY_ROLES[p.role], *_party_texts(p, opened)) for p in parties])


def _party_texts(party: Party, opened: Mapping[str, str] | None) -> tuple[str, str]:
    if not party.sealed:
        return party.name, party.more
    if not opened:
        return SEALED, ""
    return opened.get(f"party:{party.id}:name", ""), opened.get(f"party:{party.id}:more", "")


def _cameras(sheet: Sheet, detail: IncidentDetail, imprint: Imprint, camera_name: CameraName) -> None:
    if not detail.cameras:
        return
    sheet.heading("Cameras at that minute", "اس وقت کیمرے")
    sheet.grid((Column("Camera", 4), Column("Why", 2), Column("Distance", 1.5), Column("State then", 3)),
               [(camera_name(c.camera_id), _link(c), "" if c.distance_m is None else f"{c.distance_m:.0f} m",
                 _camera_state(c)) for c in detail.cameras])
    kept = [c for c in detail.clips if c.released_at is None]
    if kept:
        sheet.text_block("Recordings of these cameras are not to be deleted: " + "; ".join(
            f"{camera_name(c.camera_id)} {imprint.clock(c.from_at)} – {imprint.clock(c.to_at)}" for c in kept),
            small=True)


def _link(camera: IncidentCamera) -> str:
    return {CameraLink.ENTERED_FROM: "entered from it", CameraLink.LINKED: "linked",
            CameraLink.NEARBY: "nearby"}[camera.link]


def _camera_state(camera: IncidentCamera) -> str:
    state = words.CAMERA_STATES.get(camera.state, camera.state)
    more = " · ".join(filter(None, (camera.layer, camera.fault_no)))
    return f"{state} ({more})" if more and camera.down else state


def _warning(one: Incident) -> str:
    if one.series == "M":
        return _MISCONDUCT_WARNING
    return _SEALED_WARNING if one.sealed else ""


def _clock(imprint: Imprint, at: datetime | None) -> str:
    return "" if at is None else imprint.clock(at)


def _span(at: datetime, since: datetime) -> str:
    return _span_s(max(0, round((at - since).total_seconds())))


def _span_s(seconds: int | None) -> str:
    if seconds is None:
        return ""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
