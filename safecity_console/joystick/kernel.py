"""Whether this machine has a joystick at all, without loading SDL.

Belongs here: reading what the Linux kernel lists of input devices. Does not belong here: reading sticks (sdl.py).
Invariants: 1. Nothing is opened. 2. Where it cannot be told (another system, no list) the answer is None: SDL must
look. Cost: a tenth of a millisecond.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.stick import NAME_MOST

DEVICES = Path("/proc/bus/input/devices")
_X_AND_Y = 0b11
_FIRST_KEY, _LAST_KEY = 0x120, 0x13F  # BTN_JOYSTICK … BTN_THUMBR of linux/input-event-codes.h: sticks and gamepads


@dataclass(frozen=True, slots=True)
class KernelStick:
    """A joystick the kernel knows; `node` is its file, `readable` whether this user may read it."""

    name: str
    node: str
    readable: bool


def kernel_sticks(listing: Path = DEVICES) -> tuple[KernelStick, ...] | None:
    """Give the joysticks the kernel lists; None where it cannot be told."""
    try:
        text = listing.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return tuple(stick for block in text.split("\n\n") if (stick := _stick(block)) is not None)


def may_have_stick(listing: Path = DEVICES) -> bool:
    """Tell whether a stick may be plugged in."""
    found = kernel_sticks(listing)
    return found is None or bool(found)


def _stick(block: str) -> KernelStick | None:
    handlers = _line(block, r"H: Handlers=(.*)").split()
    node = next((one for one in handlers if re.fullmatch(r"event\d+", one)), "")
    known = any(re.fullmatch(r"js\d+", one) for one in handlers)
    if not node or not (known or _looks_like_one(block)):
        return None
    path = f"/dev/input/{node}"
    return KernelStick(clean_line(_line(block, r'N: Name="(.*)"'), NAME_MOST), path, os.access(path, os.R_OK))


def _looks_like_one(block: str) -> bool:
    """Tell a stick by its axes and keys, where the kernel was built without /dev/input/js*."""
    keys = _bits(_line(block, r"B: KEY=(.*)"))
    wanted = ((1 << (_LAST_KEY - _FIRST_KEY + 1)) - 1) << _FIRST_KEY
    return _bits(_line(block, r"B: ABS=(.*)")) & _X_AND_Y == _X_AND_Y and bool(keys & wanted)


def _bits(words: str) -> int:
    """Read a bit mask: words of 64 bits in hexadecimal, the highest first."""
    value = 0
    for word in words.split():
        if not re.fullmatch(r"[0-9a-fA-F]{1,16}", word):
            return 0
        value = value << 64 | int(word, 16)
    return value


def _line(block: str, pattern: str) -> str:
    found = re.search(f"^{pattern}$", block, re.MULTILINE)
    return found[1].strip() if found else ""
