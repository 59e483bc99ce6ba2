"""Names that people give to walls and layouts, checked the same way wherever they come from.

Belongs here: what a name may be. Does not belong here: cameras' names (camera.py has its own bounds), uniqueness.
Invariants: 1. A clean name can be stored and shown: no control characters, no lone surrogates, nothing that turns the
direction of what stands after it (Unicode TR 9: such a name could make one wall look like another).
"""

from __future__ import annotations

import unicodedata

NAME_MAX = 80
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})


def clean_name(name: str) -> str | None:
    """Give a name without spaces around it; None where it cannot be one."""
    clean = name.strip()
    if not 1 <= len(clean) <= NAME_MAX:
        return None
    return None if any(c in _TURNING or unicodedata.category(c) in _UNSEEN for c in clean) else clean
