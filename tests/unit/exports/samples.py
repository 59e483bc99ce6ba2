"""Made-up incidents for papers: long, mixed in script, hostile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from safecity_console.domain.incident import Category, Incident, Severity, Source, State
from safecity_console.domain.incident_parts import (
    CameraLink,
    ClipLock,
    EventKind,
    IncidentCamera,
    IncidentDetail,
    IncidentEvent,
    Party,
    PartyKind,
    PartyRole,
    Tick,
    UnitOnIt,
)
from safecity_console.exports.paper import Imprint

T0 = datetime(2026, 11, 22, 10, 30, 4, tzinfo=UTC)
IMPRINT = Imprint("Mirpur Control Room", "S-201 Nadia Khan", T0 + timedelta(hours=1), ZoneInfo("Asia/Karachi"), "0.1.0")


def incident(**changed: object) -> Incident:
    """Make one."""
    made: dict[str, object] = {
        "id": "i1", "series": "I", "year": 2026, "serial": 2291, "station": "MPR", "what": "Street fight",
        "category": Category.PUBLIC_ORDER, "severity": Severity.S1, "source": Source.CALL_15,
        "state": State.DISPATCHED, "event_at": T0, "entered_at": T0 + timedelta(seconds=27), "entered_by": "D-104",
        "place": "Chowk Shaheedan · چوک شہیداں", "police_station": "City", "owner": "D-104",
        "acknowledged_at": T0 + timedelta(seconds=36), "verified_at": T0 + timedelta(seconds=60),
        "dispatched_at": T0 + timedelta(seconds=76), "caller_name": "Abdul Qayyum", "caller_phone": "0345 1234567",
        "rapat_no": "18", "latitude": 33.1472, "longitude": 73.7519,
    }
    return Incident(**(made | changed))  # type: ignore[arg-type]


def detail(one: Incident | None = None, notes: int = 3) -> IncidentDetail:
    """Make one with everything on it."""
    urdu = "چھ آدمی، ایک کے ہاتھ میں ڈنڈا، گاڑی LEA-1234 موقع پر کھڑی ہے۔"
    hostile = "<script>alert(1)</script> **bold** '; DROP TABLE incident;-- =HYPERLINK(\"http://x\") "
    events = [IncidentEvent("e0", "i1", EventKind.ENTERED, T0, T0 + timedelta(seconds=27), "D-104",
                            {"what": "Street fight", "source": "call_15"})]
    events += [IncidentEvent(f"e{n}", "i1", EventKind.NOTE, T0 + timedelta(minutes=n), T0 + timedelta(minutes=n + 1),
                             "D-104", {"text": (urdu, hostile, "Six men, one with a stick.")[n % 3]})
               for n in range(notes)]
    return IncidentDetail(
        one or incident(), tuple(events),
        (IncidentCamera("c1", CameraLink.ENTERED_FROM, "live"),
         IncidentCamera("c4", CameraLink.NEARBY, "offline", "route", "F-0021", 210.4)),
        (ClipLock("k1", "i1", "c1", T0 - timedelta(minutes=30), T0 + timedelta(minutes=30), None),),
        (UnitOnIt("u1", "p4", "Patrol 4", T0 + timedelta(seconds=76)),),
        (Party("p1", PartyKind.PERSON, PartyRole.SUSPECT, "نامعلوم", "tall, white shalwar"),
         Party("p2", PartyKind.VEHICLE, PartyRole.OTHER, "LEA-1234", "white Mehran"),
         Party("p3", PartyKind.PERSON, PartyRole.VICTIM, sealed=True)),
        (Tick("t1", 1, "Look at the nearest camera", required=True, done_by="D-104", done_at=T0),
         Tick("t2", 2, "Call the caller back", required=True, call_back=True)),
    )
