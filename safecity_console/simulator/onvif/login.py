"""Logins of a device: HTTP Digest (RFC 7616, SHA-256 and MD5) and WS-UsernameToken.

Belongs here: challenges, judging, the clock check, locking an account. Does not belong here: what needs a login.
Invariants: 1. A count of a nonce is taken once; a token's nonce is taken once. 2. What is kept is bounded. 3. Never
Basic. Thread: the server's loop.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from xml.etree.ElementTree import Element

from safecity_console.simulator.onvif.quirks import Quirk
from safecity_console.simulator.onvif.soap import find, text_of
from safecity_console.simulator.onvif.state import DeviceState

TOKEN_CLOCK_S = 10.0
NONCE_LIFE_S = 300.0
LOCKED_S = 1800.0
MAX_KEPT = 512
_FIELD = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))')
_HASHES: Mapping[str, Callable[[bytes], Any]] = {"SHA-256": hashlib.sha256, "MD5": hashlib.md5}


class Judgement(Enum):
    """Say how a request's login was judged."""

    ACCEPTED = "accepted"
    NONE = "none"  # nothing given
    REFUSED = "refused"
    STALE = "stale"
    CLOCK = "clock"  # the token's time is too far off
    LOCKED = "locked"


class Door:
    """Judge the logins of one device."""

    def __init__(self, state: DeviceState) -> None:
        self._state = state
        self._realm = f"IP Camera {state.number:02d}"
        self._nonces: OrderedDict[str, tuple[float, int]] = OrderedDict()  # made, highest count
        self._tokens: OrderedDict[str, None] = OrderedDict()
        self._locked_until_s = 0.0
        self.refusals = 0  # in a row

    def challenges(self, *, stale: bool = False) -> list[tuple[str, str]]:
        """Return the WWW-Authenticate headers of a refusal."""
        quirks = self._state.quirks
        if quirks.has(Quirk.NO_CHALLENGE, Quirk.TOKEN_ONLY):
            return []
        nonce = secrets.token_hex(16)
        self._keep(self._nonces, nonce, (self._state.clock.monotonic_s(), 0))
        names = ("MD5",) if quirks.has(Quirk.MD5_ONLY) else ("SHA-256", "MD5")
        end = ", stale=true" if stale else ""
        return [
            ("WWW-Authenticate", f'Digest realm="{self._realm}", qop="auth", nonce="{nonce}", algorithm={name}{end}')
            for name in names
        ]

    def judge(self, method: str, url: str, authorization: str, header: Element | None) -> Judgement:
        """Judge one request."""
        if not self._state.user:
            return Judgement.ACCEPTED
        token = find(header, "UsernameToken")
        if not authorization and token is None:
            return Judgement.NONE
        if self._state.clock.monotonic_s() < self._locked_until_s:
            return Judgement.LOCKED
        quirks = self._state.quirks
        if authorization and not quirks.has(Quirk.TOKEN_ONLY):
            found = self._judge_digest(method, url, authorization)
        elif token is not None and not quirks.has(Quirk.DIGEST_ONLY):
            found = self._judge_token(token)
        else:
            return Judgement.NONE  # in a form this device does not look at
        return self._counted(found)

    def _counted(self, found: Judgement) -> Judgement:
        if found is Judgement.ACCEPTED:
            self.refusals = 0
        elif found in (Judgement.REFUSED, Judgement.CLOCK):
            self.refusals += 1
            if self._state.quirks.has(Quirk.LOCK) and self.refusals >= self._state.quirks.value(Quirk.LOCK):
                self._locked_until_s = self._state.clock.monotonic_s() + LOCKED_S
        return found

    def _judge_digest(self, method: str, url: str, authorization: str) -> Judgement:
        scheme, _, rest = authorization.partition(" ")
        if scheme.lower() != "digest":
            return Judgement.REFUSED
        said = {key.lower(): quoted or bare for key, quoted, bare in _FIELD.findall(rest)}
        make = _HASHES.get(said.get("algorithm", "MD5").upper())
        made_s, highest = self._nonces.get(said.get("nonce", ""), (-1e9, 0))
        if make is None or said.get("uri") != url:
            return Judgement.REFUSED
        if not _right(make, said, method, self._state.user, self._realm, self._state.password.reveal()):
            return Judgement.REFUSED
        try:
            count = int(said.get("nc", ""), 16)
        except ValueError:
            return Judgement.REFUSED
        if self._state.clock.monotonic_s() - made_s > NONCE_LIFE_S or count <= highest:
            return Judgement.STALE
        self._keep(self._nonces, said["nonce"], (made_s, count))
        return Judgement.ACCEPTED

    def _judge_token(self, token: Element) -> Judgement:
        created, given = text_of(token, "Created"), text_of(token, "Password")
        try:
            nonce = base64.b64decode(text_of(token, "Nonce"), validate=True)
            made = datetime.fromisoformat(created.replace("Z", "+00:00"))
        except (binascii.Error, ValueError):
            return Judgement.REFUSED
        wanted = hashlib.sha1(nonce + created.encode() + self._state.password.reveal().encode()).digest()
        right = hmac.compare_digest(base64.b64encode(wanted).decode(), given)
        if text_of(token, "Username") != self._state.user or not right:
            return Judgement.REFUSED
        made = made if made.tzinfo else made.replace(tzinfo=UTC)
        if abs((made - self._state.now()).total_seconds()) > TOKEN_CLOCK_S:
            return Judgement.CLOCK
        if nonce.hex() in self._tokens:
            return Judgement.REFUSED  # a replay
        self._keep(self._tokens, nonce.hex(), None)
        return Judgement.ACCEPTED

    @staticmethod
    def _keep(kept: OrderedDict[str, Any], key: str, value: object) -> None:
        kept[key] = value
        kept.move_to_end(key)
        while len(kept) > MAX_KEPT:
            kept.popitem(last=False)


def _right(make: Callable[[bytes], Any], said: Mapping[str, str], method: str, user: str, realm: str,
           password: str) -> bool:
    """Tell whether a digest response is right (RFC 7616 3.4.1)."""

    def hashed(text: str) -> str:
        return str(make(text.encode()).hexdigest())

    first, second = hashed(f"{user}:{realm}:{password}"), hashed(f"{method}:{said.get('uri', '')}")
    middle = f"{said.get('nonce', '')}:{said.get('nc', '')}:{said.get('cnonce', '')}:{said.get('qop', '')}"
    wanted = hashed(f"{first}:{middle}:{second}")
    same = hmac.compare_digest(wanted.encode(), said.get("response", "").lower().encode())
    return same and said.get("username") == user and said.get("qop") == "auth"
