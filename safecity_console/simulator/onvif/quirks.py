"""Quirks: how real devices depart from ONVIF, by name, from one line of text.

Belongs here: the names, what each takes, the strict parser. Does not belong here: carrying them out.
Grammar: clauses joined by ","; a clause is NAME [VALUE]; VALUE is a number, with "s" where it is a time.
"clock skew 3600s, digest only" · "lock 3" · "slow 2s" · "redirect http://192.0.2.9/". Source: onvif.md §4.
Invariants: 1. Every word is understood or named in the error. 2. Quirks never change; others are set instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Quirk(Enum):
    """Name a departure; the value is its word in the grammar, the number that of the table in onvif.md §4."""

    CLOCK_SKEW = "clock skew"  # 1: seconds, negative is behind
    CLOCK_RESETS = "clock resets at reboot"  # 1
    CLOCK_NEEDS_LOGIN = "clock needs login"  # 2
    LOCAL_TIME = "local time as utc"  # 2: hours
    WRONG_HOST = "wrong host"  # 3: addresses as behind NAT
    WRONG_PORT = "wrong port"  # 3
    DIGEST_ONLY = "digest only"  # 4
    TOKEN_ONLY = "token only"  # 4
    MD5_ONLY = "md5 only"  # 4
    LOCK = "lock"  # 5: after how many refusals
    NO_CHALLENGE = "no challenge"  # 6: 401 and nothing with it
    FAULTS_AS = "faults as"  # 6: 200, 400, 401 or 500
    USER_ONLY = "user only"  # a login that may look and not steer
    UNDECLARED_PREFIXES = "undeclared prefixes"  # 7
    BAD_XML = "bad xml"  # 7: attributes without quotes
    WRONG_NAMESPACE = "wrong namespace"  # 7
    MEDIA2_ONLY = "media2 only"  # 8
    NO_MEDIA2 = "no media2"
    NO_ENCODER = "no encoder in media1"  # 8
    NO_GET_SERVICES = "no get services"  # 9
    PTZ_IN_CAPABILITIES = "ptz in capabilities only"  # 9
    PTZ_ON_SUB_ONLY = "ptz on sub only"  # 10
    NO_SPACES = "no spaces"  # 11
    WIDE_RANGES = "wide ranges"  # 11: -100 … 100
    FLAT_RANGES = "flat ranges"  # 11: Min = Max
    RELATIVE_REFUSED = "relative refused"  # 12
    FOV_REFUSED = "fov refused"  # 12
    TIMEOUT_IGNORED = "timeout ignored"  # 13
    TIMEOUT_REFUSED = "timeout refused"  # 13
    STOP_REFUSED = "stop refused"  # 13
    STOP_IGNORED = "stop ignored"  # 13: answers well and goes on; zero velocity stops it
    LATE_MOVES = "late moves"  # 14: a move is carried out that many seconds later, Stop at once
    BOTH_AXES_REFUSED = "both axes refused"  # 15
    NO_STATUS = "no status"  # 13: GetStatus says nothing useful
    ODD_PRESETS = "odd preset names"  # 16
    MANY_PRESETS = "300 presets"  # 16
    DUPLICATE_REFUSED = "duplicate preset refused"  # 16
    SPEED_REFUSED = "speed refused"  # 16
    RENEW_REFUSED = "renew refused"  # 18
    NEEDS_MESSAGE_ID = "needs message id"  # 18
    RELATIVE_ADDRESSES = "relative addresses"  # 20
    EMPTY_PULLS = "empty pulls"  # 20: answers at once, with nothing
    SLOTS = "slots"  # 19: how many subscriptions
    MOTION_STAYS = "motion never clears"  # 21
    DROPS = "drops between calls"  # 22
    LOGIN_IN_URIS = "login in uris"  # 23: a wrong one
    SNAPSHOT_REFUSED = "snapshot refused"  # 24
    SNAPSHOT_NO_JPEG = "snapshot no jpeg"  # 24
    SLOW = "slow"  # seconds before each answer
    HUGE = "huge"  # megabytes of an answer
    BOMB = "xml bomb"
    EXTERNAL_ENTITY = "external entity"
    HTML = "html"
    REDIRECT = "redirect"  # to this address
    DRIP = "drip"  # seconds between two bytes
    TLS = "tls"  # self-signed, from the start


_DEFAULTS: Mapping[Quirk, float] = {
    Quirk.CLOCK_SKEW: 3600.0, Quirk.LOCAL_TIME: 5.0, Quirk.LOCK: 5.0, Quirk.FAULTS_AS: 200.0,
    Quirk.LATE_MOVES: 1.0, Quirk.SLOTS: 1.0, Quirk.SLOW: 2.0, Quirk.HUGE: 50.0, Quirk.DRIP: 0.2,
}  # fmt: skip
_REDIRECT_TO = "http://192.0.2.9/onvif/device_service"
_NAMES = sorted(((tuple(one.value.split()), one) for one in Quirk), key=lambda item: -len(item[0]))
_VALUE = re.compile(r"(-?\d+(?:\.\d+)?)(s|h|mb)?")


class QuirkGrammarError(ValueError):
    """Name the word of a text that is not understood."""


@dataclass(frozen=True, slots=True)
class Quirks:
    """The quirks a device has."""

    text: str = ""
    values: Mapping[Quirk, float] = field(default_factory=dict)
    redirect_to: str = _REDIRECT_TO

    def has(self, *quirks: Quirk) -> bool:
        """Tell whether it has any of them."""
        return any(one in self.values for one in quirks)

    def value(self, quirk: Quirk, default: float = 0.0) -> float:
        """Return the quirk's figure, else the default."""
        return self.values.get(quirk, default)


def parse_quirks(text: str) -> Quirks:
    """Parse a text; raise QuirkGrammarError naming the first bad clause."""
    values: dict[Quirk, float] = {}
    redirect_to = _REDIRECT_TO
    for clause in text.split(","):
        words = clause.split()
        if not words and not text.strip():
            break
        found = next((item for item in _NAMES if tuple(w.lower() for w in words[: len(item[0])]) == item[0]), None)
        if found is None:
            raise QuirkGrammarError(f'no such quirk: "{clause.strip()}" in "{text}"')
        name, quirk = found
        rest = words[len(name) :]
        if quirk is Quirk.REDIRECT and rest:
            redirect_to, rest = rest[0], rest[1:]
        values[quirk] = _value(quirk, rest, text)
    return Quirks(text, values, redirect_to)


def _value(quirk: Quirk, rest: list[str], text: str) -> float:
    if not rest:
        return _DEFAULTS.get(quirk, 1.0)
    match = _VALUE.fullmatch(rest[0].lower())
    if len(rest) > 1 or match is None or quirk not in _DEFAULTS:
        raise QuirkGrammarError(f'not understood: "{" ".join(rest)}" in "{text}"')
    return float(match[1])
