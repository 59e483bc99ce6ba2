"""Pairs of interpreter and Qt that must not run together.

Belongs here: refusing a pair, with the reason as a code. Does not belong here: reading the versions (app), the sentence
(ui/texts.py).
Measured with 6.12.0 on 3.10.13, 3.11.2 and 3.11.7: every call from Qt that returns None takes one reference from it,
so nine tiles at 25 fps abort the process after about 15 s with `none_dealloc`. From 3.12 None is immortal (PEP 683);
6.11.3 loses nothing. tests/unit/test_canary.py keeps watch over versions nobody has measured yet.
"""

from __future__ import annotations

import re

FIRST_PYTHON_WITH_IMMORTAL_NONE = (3, 12)
FIRST_BAD_PYSIDE = (6, 12)


def refuse_bad_pair(python_version: tuple[int, ...], pyside_version: str) -> str | None:
    """Give the code of the reason why this pair may not start, or None where it may.

    `python_version` is like `sys.version_info[:3]`, `pyside_version` like `PySide6.__version__`. A version that cannot
    be read is refused on an old interpreter: the pair is unknown and the damage is an abort in mid-shift.
    """
    if tuple(python_version[:2]) >= FIRST_PYTHON_WITH_IMMORTAL_NONE:
        return None
    numbers = re.match(r"(\d+)\.(\d+)", pyside_version)
    if numbers is None:
        return "pyside_version_unknown"
    if (int(numbers[1]), int(numbers[2])) >= FIRST_BAD_PYSIDE:
        return "pyside_steals_none"
    return None
