"""A device's words, cut before they are cleaned: cleaning looks at every letter, and a device may send millions.

Belongs here: this one step before domain/hygiene.py. Does not belong here: what a text means.
"""

from __future__ import annotations

from safecity_console.domain import hygiene

_SLACK = 8  # blanks that cleaning folds into one


def clean_line(text: str, most: int) -> str:
    """Give one line of at most `most` characters."""
    return hygiene.clean_line(text[: most * _SLACK], most)
