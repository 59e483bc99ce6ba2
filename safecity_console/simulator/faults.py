"""Faults: a camera's misbehaviours by name and by time, from one line of text.

Belongs here: the words, the strict parser, which faults act at a given moment.
Does not belong here: carrying them out (server, player, damage).
Grammar: clauses joined by "," or ";" or "and"; a clause is NAME [AMOUNT] [WHEN ...], WHEN is
"after T", "at T", "from T" (begin), "until T" or "for T" (end), "every T" (period); T is a number
with "s", "ms" or "min" ("s" when left out), an amount a percentage, or seconds for "gop".
"frozen after 20s" · "loss 2%" · "dies at 30s, returns at 45s" · "drop every 4s" · "gop 30s".
Invariants: 1. Times count from the plan's own start. 2. Every word is understood or named in the
error. 3. A plan never changes.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from enum import Enum


class FaultKind(Enum):
    """Name a misbehaviour; the value is its word in the grammar."""

    FROZEN = "frozen"
    DEFOCUS = "defocus"
    COVERED = "covered"
    LOSS = "loss"
    CORRUPT = "corrupt"
    BAD_PACKETS = "bad packets"
    DIES = "dies"
    RETURNS = "returns"
    STALL = "stall"
    DROP = "drop"
    NEVER_ANSWERS = "never answers"
    NEVER_SENDS = "never sends"
    GARBAGE = "garbage"
    GARBAGE_SDP = "garbage sdp"
    WRONG_PASSWORD = "wrong password"
    PATH_404 = "path 404"
    REFUSED = "refused"
    NO_SUCH_HOST = "no such host"
    ZERO_FPS = "zero fps"
    GOP = "gop"
    RESOLUTION_CHANGE = "resolution change"
    CODEC_CHANGE = "codec change"
    TIMESTAMPS_BACK = "timestamps back"


_FRACTIONS = {FaultKind.LOSS: None, FaultKind.CORRUPT: None, FaultKind.BAD_PACKETS: 0.10}
_DEFAULT_PERIOD_S = 4.0
_BEGIN, _END = ("after", "at", "from"), ("until", "for")
_NAMES = sorted(((tuple(kind.value.split()), kind) for kind in FaultKind), key=lambda item: -len(item[0]))
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s|min)?")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_UNIT_S = {"ms": 0.001, "s": 1.0, "min": 60.0, None: 1.0}


class FaultGrammarError(ValueError):
    """Name the word of a fault text that is not understood."""

    def __init__(self, word: str, text: str, reason: str) -> None:
        super().__init__(f'{reason}: "{word}" in "{text}"')
        self.word = word


@dataclass(frozen=True, slots=True)
class Fault:
    """Hold one misbehaviour: `amount` is a fraction (loss ...) or seconds (gop)."""

    kind: FaultKind
    amount: float = 0.0
    begin_s: float = 0.0
    end_s: float = math.inf
    period_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Effects:
    """Hold the faults that act now; `until_s` is when that can change."""

    faults: tuple[Fault, ...]
    until_s: float

    def has(self, *kinds: FaultKind) -> bool:
        """Tell whether any of the kinds acts."""
        return any(fault.kind in kinds for fault in self.faults)

    def amount(self, kind: FaultKind) -> float:
        """Return the acting fault's amount, 0 when it does not act."""
        return max((fault.amount for fault in self.faults if fault.kind is kind), default=0.0)

    def period_s(self, kind: FaultKind) -> float:
        """Return the acting fault's period, 0 when it does not act."""
        return max((fault.period_s for fault in self.faults if fault.kind is kind), default=0.0)


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """Hold a camera's faults over time."""

    text: str = ""
    faults: tuple[Fault, ...] = ()

    def effects(self, elapsed_s: float) -> Effects:
        """Return what acts `elapsed_s` after the plan's start."""
        acting = tuple(f for f in self.faults if f.begin_s <= elapsed_s < f.end_s)
        edges = [edge for f in self.faults for edge in (f.begin_s, f.end_s) if edge > elapsed_s]
        return Effects(acting, min(edges, default=math.inf))

    def ever(self, *kinds: FaultKind) -> bool:
        """Tell whether any of the kinds acts at some time."""
        return any(fault.kind in kinds for fault in self.faults)


def parse_plan(text: str) -> FaultPlan:
    """Parse a fault text; raise FaultGrammarError naming the first bad word."""
    faults: list[Fault] = []
    for clause in re.split(r"[,;]|\band\b", text.lower()):
        words = clause.split()
        if not words:
            if text.strip():
                raise FaultGrammarError(clause.strip(), text, "a fault is missing beside")
            continue
        fault = _parse_clause(words, text)
        if fault.kind is FaultKind.RETURNS:
            _end_latest(faults, fault, text)
        else:
            faults.append(fault)
    return FaultPlan(text, tuple(faults))


def _end_latest(faults: list[Fault], returns: Fault, text: str) -> None:
    for at in range(len(faults) - 1, -1, -1):
        if faults[at].end_s == math.inf:
            if returns.begin_s <= faults[at].begin_s:
                raise FaultGrammarError("returns", text, "comes back before it goes")
            faults[at] = replace(faults[at], end_s=returns.begin_s)
            return
    raise FaultGrammarError("returns", text, "nothing to return from")


def _parse_clause(words: list[str], text: str) -> Fault:
    kind, rest = _take_name(words, text)
    fault = Fault(kind, amount=_FRACTIONS.get(kind) or 0.0)
    if rest and rest[0] not in (*_BEGIN, *_END, "every"):
        fault, rest = _take_amount(fault, rest, text)
    elif kind in (FaultKind.LOSS, FaultKind.CORRUPT, FaultKind.GOP):
        raise FaultGrammarError(kind.value, text, "an amount is missing after")
    seen: set[str] = set()
    while rest:
        fault, rest = _take_when(fault, rest, seen, text)
    if kind is FaultKind.DROP and fault.period_s == 0.0:
        fault = replace(fault, period_s=_DEFAULT_PERIOD_S)
    if kind is FaultKind.RETURNS and not seen:
        raise FaultGrammarError("returns", text, "a time is missing after")
    return fault


def _take_name(words: list[str], text: str) -> tuple[FaultKind, list[str]]:
    for name, kind in _NAMES:
        if tuple(words[: len(name)]) == name:
            return kind, words[len(name) :]
    firsts = {name[0] for name, _ in _NAMES}
    bad = words[1] if words[0] in firsts and len(words) > 1 else words[0]
    raise FaultGrammarError(bad, text, "no such fault")


def _take_amount(fault: Fault, rest: list[str], text: str) -> tuple[Fault, list[str]]:
    if fault.kind is FaultKind.GOP:
        return replace(fault, amount=_duration(rest[0], text)), rest[1:]
    match = _PERCENT.fullmatch(rest[0])
    if fault.kind not in _FRACTIONS or match is None:
        raise FaultGrammarError(rest[0], text, "not understood")
    fraction = float(match[1]) / 100
    if fraction > 1:
        raise FaultGrammarError(rest[0], text, "more than all of it")
    return replace(fault, amount=fraction), rest[1:]


def _take_when(fault: Fault, rest: list[str], seen: set[str], text: str) -> tuple[Fault, list[str]]:
    word = rest[0]
    group = "begin" if word in _BEGIN else "end" if word in _END else word
    if group not in ("begin", "end", "every") or group in seen:
        raise FaultGrammarError(word, text, "not understood")
    if len(rest) < 2:
        raise FaultGrammarError(word, text, "a time is missing after")
    seen.add(group)
    value = _duration(rest[1], text)
    if group == "begin":
        return replace(fault, begin_s=value), rest[2:]
    if group == "every":
        if fault.kind is not FaultKind.DROP or value == 0:
            raise FaultGrammarError("every" if value else rest[1], text, "not understood")
        return replace(fault, period_s=value), rest[2:]
    end_s = value + fault.begin_s if word == "for" else value
    if end_s <= fault.begin_s:
        raise FaultGrammarError(rest[1], text, "ends before it begins")
    return replace(fault, end_s=end_s), rest[2:]


def _duration(word: str, text: str) -> float:
    match = _DURATION.fullmatch(word)
    if match is None:
        raise FaultGrammarError(word, text, "not a time")
    return float(match[1]) * _UNIT_S[match[2]]
