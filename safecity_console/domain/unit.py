"""A unit that can be sent: a patrol, a picket, an ambulance.

Belongs here: the type and what makes one fit. Does not belong here: its times at an incident (incident_parts.py).
Invariant: a unit that was ever sent is never deleted, only put out of service.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line

UNIT_NAME_MOST, CALL_SIGN_MOST, PHONE_MOST, STATION_MOST = 80, 20, 40, 80


class UnitKind(StrEnum):
    """What a unit is; words of the file, only added to."""

    PATROL = "patrol"  # a mobile
    MOTORCYCLE = "motorcycle"
    FOOT = "foot"
    PICKET = "picket"
    ELITE = "elite"
    TRAFFIC = "traffic"
    WOMEN = "women"
    RESCUE_1122 = "rescue_1122"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; `id` empty: not kept yet."""

    id: str
    name: str
    kind: UnitKind = UnitKind.PATROL
    call_sign: str = ""
    phone: str = ""
    police_station: str = ""
    active: bool = True
    revision: int = 0


def fit_unit(unit: Unit) -> Unit:
    """Give a unit as it is kept; raises Refused("unit_name")."""
    name = clean_line(unit.name, UNIT_NAME_MOST)
    if not name:
        raise Refused("unit_name", longest=UNIT_NAME_MOST)
    return replace(unit, name=name, call_sign=clean_line(unit.call_sign, CALL_SIGN_MOST),
                   phone=clean_line(unit.phone, PHONE_MOST),
                   police_station=clean_line(unit.police_station, STATION_MOST))
