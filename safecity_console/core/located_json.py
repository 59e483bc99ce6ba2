"""JSON whose every value knows its line: so that what is wrong in a file can be named by its place.

Belongs here: bytes to located values, bounds against hostile files. Does not belong here: what the values mean
(services/wall_files.py).
Invariants: 1. Nothing is raised but Refused with `line` and `column`, counted from 1 as an editor shows them. 2. Work
and memory are bounded by `most_bytes` and `DEPTH_MOST`. 3. Strict: no comments, no NaN, no key twice, nothing after the
value. Thread: any.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder

from safecity_console.domain.errors import Refused

DEPTH_MOST = 24
NUMBER_MOST = 24
_JOINERS = "\u200c\u200d"  # Urdu words are spelt with them
_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_STRINGS = JSONDecoder()  # asked at a quotation mark only, where it reads one string and nothing else
_WORDS: tuple[tuple[str, bool | None], ...] = (("true", True), ("false", False), ("null", None))


@dataclass(frozen=True, slots=True)
class Located:
    """A value with its place; objects hold `Located` by key, arrays hold them in order."""

    value: dict[str, Located] | list[Located] | str | int | float | bool | None
    line: int
    column: int

    def refused(self, code: str, **figures: object) -> Refused:
        """Make the refusal of this value, with its place."""
        return Refused(code, line=self.line, column=self.column, **figures)


def read_json(data: bytes, most_bytes: int) -> Located:
    """Read a whole file; raises Refused.

    Codes: json_large, json_encoding, json_empty, json_syntax, json_deep, json_twice (key), json_number, json_text.
    """
    if len(data) > most_bytes:
        raise Refused("json_large", line=1, column=1, most_mb=most_bytes / 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        raise Refused("json_encoding", line=before.count(b"\n") + 1, column=column) from None
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]

    def whole(self) -> Located:
        self._skip()
        if self._at == len(self._text):
            raise self._refused("json_empty")
        made = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise self._refused("json_syntax")
        return made

    def _value(self, depth: int) -> Located:
        if depth > DEPTH_MOST:
            raise self._refused("json_deep", most=DEPTH_MOST)
        line, column = self._place(self._at)
        sign = self._text[self._at : self._at + 1]
        if sign == "{":
            return Located(self._object(depth), line, column)
        if sign == "[":
            return Located(self._array(depth), line, column)
        if sign == '"':
            return Located(self._string(), line, column)
        return Located(self._plain(), line, column)

    def _object(self, depth: int) -> dict[str, Located]:
        made: dict[str, Located] = {}
        self._at += 1
        if self._took("}"):
            return made
        while True:
            self._skip()
            began = self._at
            if self._text[began : began + 1] != '"':
                raise self._refused("json_syntax")
            key = self._string()
            if key in made:
                raise self._refused("json_twice", began, key=shown(key))
            self._need(":")
            self._skip()
            made[key] = self._value(depth + 1)
            if self._took("}"):
                return made
            self._need(",")

    def _array(self, depth: int) -> list[Located]:
        made: list[Located] = []
        self._at += 1
        if self._took("]"):
            return made
        while True:
            self._skip()
            made.append(self._value(depth + 1))
            if self._took("]"):
                return made
            self._need(",")

    def _string(self) -> str:
        began = self._at
        try:
            text, self._at = _STRINGS.raw_decode(self._text, began)
        except JSONDecodeError as error:
            raise self._refused("json_text", error.pos) from None
        if any("\ud800" <= c <= "\udfff" for c in text):
            raise self._refused("json_text", began)  # half of a character: nothing can store or show it
        return str(text)

    def _plain(self) -> int | float | bool | None:
        for word, value in _WORDS:
            if self._text.startswith(word, self._at):
                self._at += len(word)
                return value
        found = _NUMBER.match(self._text, self._at)
        if found is None:
            raise self._refused("json_syntax")
        if len(found[0]) > NUMBER_MOST:
            raise self._refused("json_number")
        self._at = found.end()
        return float(found[0]) if found[1] or found[2] else int(found[0])

    def _took(self, sign: str) -> bool:
        self._skip()
        there = self._text.startswith(sign, self._at)
        self._at += there
        return there

    def _need(self, sign: str) -> None:
        if not self._took(sign):
            raise self._refused("json_syntax")

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found is not None else self._at

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    def _refused(self, code: str, at: int | None = None, **figures: object) -> Refused:
        line, column = self._place(min(self._at if at is None else at, len(self._text)))
        return Refused(code, line=line, column=column, **figures)


def shown(text: str) -> str:
    """Give a text of a stranger's file as a sentence may quote it: short, printable, on one line."""
    return "".join(c if c.isprintable() or c in _JOINERS else "?" for c in text[:40])
