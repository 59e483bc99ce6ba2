"""What can be wrong with a picture that arrives, as codes and scores.

Belongs here: the codes, the verdict, the hold rule. Does not belong here: measuring pixels (video/picture.py), words
(ui).
Invariants: 1. A condition is raised only after it held for `hold_s` without a break. 2. One good reading ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PictureFault(StrEnum):
    """What a picture suffers from; codes P1, P3, P4, P5 of the fault taxonomy."""

    BLACK = "black"
    FROZEN = "frozen"
    DEFOCUS = "defocus"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class PictureReading:
    """One measurement: `score` against `threshold`, `fault` None for a good picture."""

    fault: PictureFault | None
    score: float = 0.0
    threshold: float = 0.0


@dataclass(frozen=True, slots=True)
class PictureCondition:
    """The condition of one camera's picture; `since_s` is when the raised fault began (monotonic)."""

    fault: PictureFault | None = None
    since_s: float = 0.0
    suspected: PictureFault | None = None
    suspected_since_s: float = 0.0


def judge(condition: PictureCondition, reading: PictureReading, now_s: float, hold_s: float) -> PictureCondition:
    """Fold one reading into the condition."""
    if reading.fault is None:
        return PictureCondition()
    if reading.fault is condition.fault:
        return condition
    if reading.fault is not condition.suspected:
        return PictureCondition(condition.fault, condition.since_s, reading.fault, now_s)
    if now_s - condition.suspected_since_s >= hold_s:
        return PictureCondition(reading.fault, condition.suspected_since_s, reading.fault, condition.suspected_since_s)
    return condition
