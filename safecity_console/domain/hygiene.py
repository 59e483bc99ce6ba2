"""Text from outside made fit to keep: what cannot be stored, shown or printed is taken out, nothing else is changed.

Belongs here: lines and notes of people, cameras, files. Does not belong here: names that must be refused (names.py),
escaping for HTML, PDF or spreadsheets (each writer's own), folding for search.
Invariants: 1. No control characters, lone surrogates, line separators other than "\\n" in notes, and nothing that turns
the direction of what stands after it (Unicode TR 9 §2); the joiners that Urdu needs stay. 2. Cleaning twice gives the
same. 3. The result is NFC and within its length in characters.
"""

from __future__ import annotations

import unicodedata

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp", "Co", "Cn"})


def clean_line(text: str, most: int) -> str:
    """Give one line: white space of any kind is one blank, cut at `most` characters."""
    return _cut(" ".join(_kept(text, "").split()), most)


def clean_note(text: str, most: int) -> str:
    """Give a text of lines, cut at `most` characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _cut("\n".join(line.rstrip() for line in _kept(lines, "\n").split("\n")).strip(), most)


def _kept(text: str, also: str) -> str:
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    blanked = (" " if c in "\t\x0b\x0c\x85\u2028\u2029" or (c in "\r\n" and c not in also) else c for c in composed)
    return "".join(c for c in blanked if c in also or (c not in _TURNING and unicodedata.category(c) not in _UNSEEN))


def _cut(text: str, most: int) -> str:
    return text[:most].rstrip()
