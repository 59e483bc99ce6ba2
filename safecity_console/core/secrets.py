"""A secret that cannot be printed by mistake, and scrubbing of text on its way out.

Belongs here: the type, redaction of URLs and known secrets in any text. Does not belong here: the vault (vault.py).
Invariants: 1. str, repr, format, pickle and JSON of a `Secret` never show it. 2. `redact` never raises. Thread: any.
After bluecherry's LoggableUrl.
"""

from __future__ import annotations

import hmac
import re
from typing import NoReturn

MASK = "•••"
_URL_LOGIN = re.compile(r"(?P<scheme>[a-z][a-z0-9+.\-]{1,20}://)[^\s/@\"'<>]*(?:@[^\s/@\"'<>]*)*@", re.IGNORECASE)
_KEY = r"(?:password|passwd|pwd|token|secret|authorization)(?:\\*[\"'])?\s*[=:]\s*"
# A quoted value ends at its own quote, which stays: a line of JSON must stay one. Digest headers go to the line's end.
_LOOSE_LOGIN = re.compile(
    rf"(?P<double>{_KEY}\\*\")(?:\\(?!\")|[^\"\\\r\n])*"
    rf"|(?P<single>{_KEY}\\*')(?:\\(?!')|[^'\\\r\n])*"
    rf"|(?P<key>{_KEY})(?:Digest\s+\w+=[^\r\n]*|(?:Basic\s+|Digest\s+|Bearer\s+)?[^\s,;&\"']+)"
    r"|(?P<auth>(?:Basic|Bearer)\s+)[A-Za-z0-9+/=_\-.]{6,}|(?P<digest>Digest\s+)\w+=[^\r\n]*",
    re.IGNORECASE,
)


class Secret:
    """Text that shows itself only to `reveal`."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Give the text itself, at the place that needs it and nowhere else."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return False
        mine, theirs = (one.encode("utf-8", "surrogatepass") for one in (self._value, other._value))
        return hmac.compare_digest(mine, theirs)

    def __hash__(self) -> int:
        return hash(Secret)

    def __repr__(self) -> str:
        return f"Secret({MASK})" if self._value else "Secret()"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(repr(self), spec)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not written anywhere")


def redact(text: str) -> str:
    """Mask logins in URLs and loose password=… pairs."""
    masked = _URL_LOGIN.sub(lambda m: f"{m['scheme']}{MASK}@", text)
    return _LOOSE_LOGIN.sub(lambda m: f"{m[m.lastgroup or 0]}{MASK}", masked)
