"""Finding by a part of a name: folding of letters and ranking of what matches.

Belongs here: what counts as the same letter, how well an entry matches what was typed. Does not belong here: what can
be found and keeping it at hand (services/finder.py), words of the screen.
Invariants: 1. Latin and Urdu names are found whatever the case, accents, vowel marks or the Arabic or Urdu form of a
letter. 2. Every typed word must be found in an entry. 3. A number begins with the typed digits before a name does, the
beginning of a word comes before its middle, and what can be done now before what cannot.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

TYPED_MOST = 120


class Kind(StrEnum):
    """What an entry is; at equal merit the kinds come in this order."""

    CAMERA = "camera"
    PLACE = "place"
    NOTICE = "notice"
    CONTACT = "contact"
    WALL = "wall"
    LAYOUT = "layout"
    TOUR = "tour"
    INCIDENT = "incident"
    PAGE = "page"
    COMMAND = "command"
    SETTING = "setting"


_ORDER = {kind: at for at, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: `title` and `more` are shown, `also` are other names of it; `number` of a camera.

    `why_not` is a code or sentence where it cannot be done now.
    """

    kind: Kind
    id: str
    title: str
    more: str = ""
    also: tuple[str, ...] = ()
    number: int | None = None
    why_not: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Give what tells it from all others."""
        return self.kind.value, self.id


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry with its words folded: `hay` begins and ends with a blank, the title's words end at `title_end`."""

    entry: Entry
    hay: str
    squeezed: str
    title_end: int
    digits: str
    order: tuple[int, int, str]


# Letters that Arabic and Urdu keyboards write differently, after decomposition took hamza and madda away.
_LETTERS = {
    "ي": "ی", "ى": "ی", "ے": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۃ": "ہ", "ھ": "ہ", "ۀ": "ہ", "ٱ": "ا",
    "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
}
_FOLDED: dict[int, str | None] = {ord(a): b for a, b in _LETTERS.items()}
_FOLDED |= {first + n: str(n) for first in (0x0660, 0x06F0) for n in range(10)}
_FOLDED |= dict.fromkeys((0x0640, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0xFEFF, *range(0x202A, 0x202F),
                          *range(0x2066, 0x206A)), None)
_FOLDED |= {ord(c): " " for c in "-–—_/\\.,:;()[]{}#'’\"“”|+*·،؛۔&…"}


def fold(text: str) -> str:
    """Give a text as it is compared: small letters, no accents, no vowel marks, one form of each letter, one blank."""
    small = text.casefold()
    if not small.isascii():
        small = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return " ".join(small.translate(_FOLDED).split())


def indexed(entry: Entry) -> Indexed:
    """Fold an entry once, so that it is compared many times."""
    title, rest = fold(" ".join((entry.title, *entry.also))), fold(entry.more)
    hay = f" {title} {rest} "
    digits = "" if entry.number is None else str(entry.number)
    order = (_ORDER[entry.kind], entry.number or 0, title)
    return Indexed(entry, hay, hay.replace(" ", ""), len(title) + 1, digits, order)


_EXACT, _NUMBER, _TITLE_START, _TITLE_WORD, _OTHER_WORD, _INSIDE = 0, 10, 20, 30, 40, 60
_WHOLE_WORD = -5
_CANNOT = 25


def merit(one: Indexed, tokens: Sequence[str]) -> int | None:
    """Tell how well an entry matches folded words, less being better; None where one of them is not in it."""
    total = _CANNOT if one.entry.why_not else 0
    hay = one.hay
    for token in tokens:
        if one.digits and token.isdecimal() and one.digits.startswith(token.lstrip("0") or "0"):
            total += _EXACT if one.digits == token.lstrip("0") else _NUMBER
            continue
        at = hay.find(f" {token}")
        if at >= 0:
            total += _TITLE_START if at == 0 else _TITLE_WORD if at < one.title_end else _OTHER_WORD
            total += _WHOLE_WORD if hay[at + 1 + len(token)] == " " else 0
        elif token in one.squeezed:
            total += _INSIDE
        else:
            return None
    if len(tokens) > 1 and hay.startswith(f" {' '.join(tokens)} "):  # its very name, as in "1+5": one whole word
        return (_CANNOT if one.entry.why_not else 0) + _TITLE_START + _WHOLE_WORD
    return total


def words(typed: str) -> list[str]:
    """Give the folded words of what was typed."""
    return fold(typed[:TYPED_MOST]).split()
