"""HTTP Digest (RFC 7616, and 2617 for older devices): answering a challenge, then counting up on the same nonce.

Belongs here: the answer to a challenge. Does not belong here: when to send it (session.py), HTTP.
Invariants: 1. Never Basic. 2. The strongest algorithm both know is taken, SHA-256 before MD5. 3. `nc` counts up while a
nonce lasts, so that a call costs one trip. Thread: one at a time.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from safecity_console.core.secrets import Secret

_PART = re.compile(r'([a-z\-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))', re.IGNORECASE)
CHALLENGES_MOST, LENGTH_MOST = 8, 2000  # what is longer is no challenge, and costs the square of its length to search
_ALGORITHMS = {"SHA-256": hashlib.sha256, "MD5": hashlib.md5}


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a device asks for."""

    realm: str
    nonce: str
    algorithm: str = "MD5"
    session: bool = False
    opaque: str = ""
    auth_qop: bool = False
    stale: bool = False


def challenge_of(headers: Sequence[str]) -> Challenge | None:
    """Read the best Digest challenge among WWW-Authenticate headers; None where there is none."""
    found = [made for text in headers[:CHALLENGES_MOST] for part in re.split(r"(?i)(?=\bdigest\s)", text[:LENGTH_MOST])
             if part.lower().startswith("digest") and (made := _challenge(part))]
    return min(found, key=lambda one: list(_ALGORITHMS).index(one.algorithm)) if found else None


class Digest:
    """Answers for one login."""

    def __init__(self, user: str, password: Secret) -> None:
        self._user, self._password = user, password
        self._challenge: Challenge | None = None
        self._count = 0
        self._worked = False

    @property
    def ready(self) -> bool:
        """Tell whether a nonce is at hand."""
        return self._challenge is not None

    def take(self, challenge: Challenge) -> None:
        """Take a challenge over."""
        self._challenge, self._count, self._worked = challenge, 0, False

    def worked(self) -> None:
        """Note that the device took an answer made with this nonce."""
        self._worked = True

    def deserves(self, challenge: Challenge) -> bool:
        """Tell whether a challenge is no refusal: the first one, a stale nonce, or another one after one that worked.

        Devices let a nonce run out without saying `stale`.
        """
        if self._challenge is None or challenge.stale:
            return True
        return self._worked and challenge.nonce != self._challenge.nonce

    def header(self, method: str, target: str) -> str:
        """Give the Authorization header of the next request."""
        one = self._challenge
        if one is None:
            return ""
        self._count += 1
        cnonce, count = secrets.token_hex(8), f"{self._count:08x}"
        response = self._response(one, method, target, cnonce, count)
        parts = [f'username="{_quoted(self._user)}"', f'realm="{_quoted(one.realm)}"', f'nonce="{_quoted(one.nonce)}"',
                 f'uri="{_quoted(target)}"', f'response="{response}"',
                 f"algorithm={one.algorithm}{'-sess' if one.session else ''}"]
        if one.opaque:
            parts.append(f'opaque="{_quoted(one.opaque)}"')
        if one.auth_qop:
            parts += ["qop=auth", f"nc={count}", f'cnonce="{cnonce}"']
        return "Digest " + ", ".join(parts)

    def _response(self, one: Challenge, method: str, target: str, cnonce: str, count: str) -> str:
        make = _ALGORITHMS[one.algorithm]

        def hashed(text: str) -> str:
            return make(text.encode()).hexdigest()

        first = hashed(f"{self._user}:{one.realm}:{self._password.reveal()}")
        if one.session:
            first = hashed(f"{first}:{one.nonce}:{cnonce}")
        second = hashed(f"{method}:{target}")
        middle = f"{one.nonce}:{count}:{cnonce}:auth" if one.auth_qop else one.nonce
        return hashed(f"{first}:{middle}:{second}")


def _challenge(text: str) -> Challenge | None:
    said = {name.lower(): re.sub(r"\\(.)", r"\1", quoted) or bare for name, quoted, bare in _PART.findall(text)}
    algorithm = said.get("algorithm", "MD5").upper()
    session = algorithm.endswith("-SESS")
    algorithm = algorithm.removesuffix("-SESS")
    if algorithm not in _ALGORITHMS or not said.get("nonce"):
        return None
    qops = {one.strip().lower() for one in said.get("qop", "").split(",")}
    if said.get("qop") and "auth" not in qops:
        return None
    return Challenge(said.get("realm", ""), said["nonce"], algorithm, session, said.get("opaque", ""), "auth" in qops,
                     said.get("stale", "").lower() == "true")


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
