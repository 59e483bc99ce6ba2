"""Logins: RFC 2617 Digest (MD5) and, where asked for, Basic.

Belongs here: challenges and the check of an Authorization header.
Does not belong here: who may see what, sockets.
Invariants: 1. No state per client: a nonce proves itself (time plus keyed digest), so a flood of
challenges costs no memory. 2. A password never leaves this module in any text. Thread: any.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from enum import Enum

NONCE_LIFE_S = 300.0
_FIELD = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))')


class Verdict(Enum):
    """Say how an Authorization header was judged."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    STALE = "stale"


class Authenticator:
    """Judge logins of one camera."""

    def __init__(self, realm: str, user: str, password: str, *, allow_basic: bool = False) -> None:
        self._realm = realm
        self._user = user
        self._password = password
        self._allow_basic = allow_basic
        self._key = secrets.token_bytes(16)

    def __repr__(self) -> str:
        return f"Authenticator(realm={self._realm!r})"

    def challenges(self, now_s: float, *, stale: bool = False) -> list[str]:
        """Return the WWW-Authenticate values of a refusal."""
        nonce = self._nonce(int(now_s))
        digest = f'Digest realm="{self._realm}", nonce="{nonce}", algorithm="MD5"'
        found = [digest + (', stale="true"' if stale else "")]
        if self._allow_basic:
            found.append(f'Basic realm="{self._realm}"')
        return found

    def judge(self, header: str, method: str, now_s: float) -> Verdict:
        """Judge one Authorization header for a request of `method`."""
        scheme, _, rest = header.partition(" ")
        if scheme.lower() == "basic" and self._allow_basic:
            return self._judge_basic(rest)
        if scheme.lower() != "digest":
            return Verdict.REFUSED
        fields = {key.lower(): quoted or bare for key, quoted, bare in _FIELD.findall(rest)}
        return self._judge_digest(fields, method, now_s)

    def _judge_basic(self, text: str) -> Verdict:
        try:
            given = base64.b64decode(text.strip(), validate=True)
        except binascii.Error:
            return Verdict.REFUSED
        wanted = f"{self._user}:{self._password}".encode()
        return Verdict.ACCEPTED if hmac.compare_digest(given, wanted) else Verdict.REFUSED

    def _judge_digest(self, fields: dict[str, str], method: str, now_s: float) -> Verdict:
        nonce = fields.get("nonce", "")
        stamp, _, _ = nonce.partition("-")
        if not re.fullmatch(r"[0-9a-f]{8,12}", stamp):
            return Verdict.REFUSED
        made_s = int(stamp, 16)
        if not hmac.compare_digest(self._nonce(made_s).encode(), nonce.encode()):
            return Verdict.STALE
        wanted = digest_response(method, self._user, self._realm, self._password, fields | {"nonce": nonce})
        right = hmac.compare_digest(wanted.encode(), fields.get("response", "").lower().encode())
        if fields.get("username") != self._user or not right:
            return Verdict.REFUSED
        return Verdict.STALE if now_s - made_s > NONCE_LIFE_S else Verdict.ACCEPTED

    def _nonce(self, made_s: int) -> str:
        stamp = f"{made_s:08x}"
        return f"{stamp}-{hmac.new(self._key, stamp.encode(), hashlib.sha256).hexdigest()[:24]}"


def digest_response(method: str, user: str, realm: str, password: str, fields: dict[str, str]) -> str:
    """Return the response of RFC 2617 3.2.2 for nonce, uri and (with qop) nc and cnonce in fields."""
    first = _md5(f"{user}:{realm}:{password}")
    second = _md5(f"{method}:{fields.get('uri', '')}")
    nonce = fields.get("nonce", "")
    if fields.get("qop"):
        middle = f"{nonce}:{fields.get('nc', '')}:{fields.get('cnonce', '')}:{fields['qop']}"
        return _md5(f"{first}:{middle}:{second}")
    return _md5(f"{first}:{nonce}:{second}")


def _md5(text: str) -> str:
    # RFC 2617 asks for MD5; it guards a simulated camera, nothing else.
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
