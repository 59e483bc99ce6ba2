"""Hashing of officers' passwords and PINs: Argon2id (RFC 9106) at OWASP's recommended cost, through argon2-cffi.

Belongs here: hash, verify, is a hash out of date. Does not belong here: what a password must be (domain/access.py),
delays after wrong ones (services/access.py).
Invariants: 1. A wrong password and an unreadable hash look the same to who asks. 2. `verify` of nobody costs as much
as of somebody, from the first call on, so that a badge cannot be found by the time it takes. 3. A password is the same
however its letters were composed (NFKC, NIST SP 800-63B §5.1.1.2). Thread: any; a call takes tens of milliseconds.
"""

from __future__ import annotations

import base64
import unicodedata
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type

from safecity_console.core.secrets import Secret


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id's parameters: memory in KiB, passes, lanes (OWASP Password Storage Cheat Sheet: 19 MiB, 2, 1)."""

    memory_kib: int = 19_456
    passes: int = 2
    lanes: int = 1


OWASP = Cost()


class Passwords:
    """Hashes and verifies at one cost."""

    def __init__(self, cost: Cost = OWASP) -> None:
        self._hasher = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes, type=Type.ID)
        plain = base64.b64encode(bytes(32)).decode().rstrip("=")
        self._nobody = (f"$argon2id$v=19$m={cost.memory_kib},t={cost.passes},p={cost.lanes}${plain[:22]}${plain}")

    def hash(self, secret: Secret) -> str:
        """Give the hash in PHC form, with its own random salt."""
        return self._hasher.hash(_bytes(secret))

    def verify(self, stored: str | None, secret: Secret) -> bool:
        """Tell whether a secret is the one hashed; None stands for nobody and is never right."""
        try:
            right = self._hasher.verify(stored or self._nobody, _bytes(secret))
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return False
        return right and stored is not None

    def out_of_date(self, stored: str) -> bool:
        """Tell whether a hash was made at another cost."""
        return self._hasher.check_needs_rehash(stored)


def _bytes(secret: Secret) -> bytes:
    return unicodedata.normalize("NFKC", secret.reveal()).encode("utf-8", "surrogatepass")
