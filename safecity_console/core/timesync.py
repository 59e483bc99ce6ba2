"""Whether this machine's clock is held to true time, as the kernel says.

Belongs here: reading adjtimex(2) on Linux. Does not belong here: setting clocks, asking time servers, words.
Invariants: 1. Read only: `modes` is 0. 2. Where the kernel cannot be asked, the answer is UNKNOWN and no figure.
Source: Linux include/uapi/linux/timex.h. Thread: any.
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from enum import StrEnum

_STA_UNSYNC = 0x0040
_TIME_ERROR = 5


class SyncState(StrEnum):
    """What the kernel says of its clock."""

    HELD = "held"
    NOT_HELD = "not_held"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeSync:
    """The clock's state; `error_ms` is the kernel's estimate of the error, only where HELD."""

    state: SyncState
    error_ms: float = 0.0


class _Timex(ctypes.Structure):
    """struct timex of Linux on 64 and 32 bit: longs are native, the tail is reserved."""

    _fields_ = (
        ("modes", ctypes.c_uint), ("offset", ctypes.c_long), ("freq", ctypes.c_long), ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long), ("status", ctypes.c_int), ("constant", ctypes.c_long),
        ("precision", ctypes.c_long), ("tolerance", ctypes.c_long), ("seconds", ctypes.c_long),
        ("microseconds", ctypes.c_long), ("tick", ctypes.c_long), ("rest", ctypes.c_byte * 256),
    )


def read_time_sync() -> TimeSync:
    """Ask the kernel; UNKNOWN on other systems or where the call is not allowed."""
    if sys.platform != "linux":
        return TimeSync(SyncState.UNKNOWN)
    try:
        adjtimex = ctypes.CDLL(None, use_errno=True).adjtimex
    except (OSError, AttributeError):
        return TimeSync(SyncState.UNKNOWN)
    timex = _Timex()
    answer = int(adjtimex(ctypes.byref(timex)))
    if answer < 0:
        return TimeSync(SyncState.UNKNOWN)
    return judge(answer, int(timex.status), int(timex.esterror))


def judge(answer: int, status: int, error_us: int) -> TimeSync:
    """Turn the kernel's answer into a state; `error_us` in microseconds."""
    if answer == _TIME_ERROR or status & _STA_UNSYNC:
        return TimeSync(SyncState.NOT_HELD)
    return TimeSync(SyncState.HELD, error_us / 1000)
