"""What the program itself can say to a check of the shift: clock, disk, cameras, audit, headquarters.

Belongs here: looking, and judging what was seen. Does not belong here: the list of checks, ticking (shift_checks.py).
Invariants: 1. Nothing is guessed: what cannot be found out is UNKNOWN. 2. Looking changes nothing. Thread: any but the
GUI's: the audit's tail is read and hashed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from safecity_console.core.timesync import SyncState, TimeSync, read_time_sync
from safecity_console.domain.shift import CheckSource, CheckState
from safecity_console.domain.watch import Counts
from safecity_console.services.audit_verify import Verified

DISK_LOW_BYTES = 5_000_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a look found."""

    state: CheckState
    figures: Mapping[str, int | str] = field(default_factory=dict)


Probe = Callable[[], Found]


def probes(folder: Path, chain: Callable[[], Verified], counts: Callable[[], Counts],
           sync: Callable[[], TimeSync] = read_time_sync) -> Mapping[CheckSource, Probe]:
    """Give the look that answers each kind of check."""
    return {
        CheckSource.CLOCK: lambda: clock_found(sync()), CheckSource.DISK: lambda: disk_found(folder),
        CheckSource.CAMERAS: lambda: cameras_found(counts()), CheckSource.AUDIT: lambda: audit_found(chain()),
        CheckSource.HEADQUARTERS: lambda: Found(CheckState.UNKNOWN),
    }


def clock_found(sync: TimeSync) -> Found:
    """Judge the clock."""
    if sync.state is SyncState.HELD:
        return Found(CheckState.OK, {"error_ms": max(1, round(sync.error_ms))})
    return Found(CheckState.DEFECT if sync.state is SyncState.NOT_HELD else CheckState.UNKNOWN)


def disk_found(folder: Path) -> Found:
    """Judge the room on the disk."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return Found(CheckState.UNKNOWN)
    figures: dict[str, int | str] = {"free_mb": usage.free // 1_000_000, "total_mb": usage.total // 1_000_000}
    return Found(CheckState.DEFECT if usage.free < DISK_LOW_BYTES else CheckState.OK, figures)


def cameras_found(counts: Counts) -> Found:
    """Judge the cameras; none watched says nothing."""
    figures: dict[str, int | str] = {"live": counts.live, "impaired": counts.impaired, "offline": counts.offline,
                                     "total": counts.total}
    if counts.total == 0 or counts.connecting == counts.total:
        return Found(CheckState.UNKNOWN, figures)
    return Found(CheckState.DEFECT if counts.offline else CheckState.OK, figures)


def audit_found(chain: Verified) -> Found:
    """Judge the newest rows of the audit chain; the whole of it is `audit verify`'s."""
    if chain.flaws:
        return Found(CheckState.DEFECT, {"row": chain.flaws[0].n})
    return Found(CheckState.OK, {"row": chain.head.n, "checked": chain.rows})
