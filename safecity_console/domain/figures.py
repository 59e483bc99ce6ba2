"""The figures of one camera's stream as an officer asks for them: now, and over the last minutes.

Belongs here: the values, counting losses out of a history. Does not belong here: measuring (services/figures.py), words
and units (ui).
Invariants: 1. Figures are those of the running connection; where there is none they are 0 and the last failure stands.
2. A series has one value a second, oldest first; NaN where nothing was measured, which is not 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from safecity_console.domain.camera import Transport
from safecity_console.domain.stream import Failure
from safecity_console.domain.watch import CameraWatch, HistoryState

SERIES_S = 120


class Measure(StrEnum):
    """What is kept over time; rates are per second."""

    RECEIVED_FPS = "received_fps"
    SHOWN_FPS = "shown_fps"
    KBIT_S = "kbit_s"
    LAG_S = "lag_s"


@dataclass(frozen=True, slots=True)
class StreamFigures:
    """One camera now.

    `shown_fps` is that of the screen that shows most of it; None where no screen shows it now. `skipped` counts
    pictures of this connection that were decoded and not converted (over the tile's rate, late), `damaged` packets
    that could not be decoded.
    `reconnects_today` counts losses of a running stream since local midnight. `last_failure` is kept after the stream
    is well again, with when it was seen.
    """

    watch: CameraWatch
    shown_fps: float | None = None
    skipped: int = 0
    damaged: int = 0
    transport: Transport | None = None
    reconnects_today: int = 0
    last_failure: Failure | None = None
    last_failure_at: datetime | None = None


def losses(states: Iterable[HistoryState]) -> int:
    """Count how often a stream that ran was lost, out of its states in order."""
    count, ran = 0, False
    for state in states:
        if state is HistoryState.OFFLINE:
            count += ran
            ran = False
        elif state in (HistoryState.LIVE, HistoryState.LATE):
            ran = True
    return count
