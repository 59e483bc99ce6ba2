"""Where camera passwords and identities are sealed and opened: the vault, or a locked one where its key is lost.

Belongs here: choosing between them at start. Does not belong here: the cipher (core/vault.py), the rows
(db/registry.py).
Invariants: 1. A fresh key is made only where nothing is sealed yet. 2. With a lost key the console still runs:
only what needs a password raises VaultLocked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from safecity_console.core.logs import get_logger
from safecity_console.core.secrets import Secret
from safecity_console.core.vault import open_vault
from safecity_console.db.incidents import any_sealed
from safecity_console.db.reader import Reader
from safecity_console.db.registry import read_all_sealed
from safecity_console.domain.errors import VaultLocked

KEY_FILE = "vault.key"


class Safe(Protocol):
    """What seals and opens passwords."""

    def seal(self, secret: Secret, owner_id: str) -> bytes:
        """Seal a secret for its owner; raises VaultLocked."""
        ...

    def open(self, sealed: bytes, owner_id: str) -> Secret:
        """Open what was sealed for this owner; raises VaultLocked."""
        ...

    def derived(self, purpose: str) -> bytes:
        """Give a key of its own for another purpose; raises VaultLocked."""
        ...


class LockedSafe:
    """Stands in where the key is missing or unreadable; `reason` is a short English one without secrets."""

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def seal(self, secret: Secret, owner_id: str) -> bytes:
        """Refuse; raises VaultLocked."""
        raise VaultLocked(self.reason)

    def open(self, sealed: bytes, owner_id: str) -> Secret:
        """Refuse; raises VaultLocked."""
        raise VaultLocked(self.reason)

    def derived(self, purpose: str) -> bytes:
        """Refuse; raises VaultLocked."""
        raise VaultLocked(self.reason)


def open_safe(keys: Path, reader: Reader, account: str, use_keyring: bool = True) -> Safe:
    """Open the vault of a data folder (`keys` its key folder, `account` its name in the keyring), or a locked one."""
    sealed_already = reader.read(lambda view: bool(read_all_sealed(view)) or any_sealed(view))
    try:
        return open_vault(keys / KEY_FILE, account, use_keyring, may_create=not sealed_already)
    except VaultLocked as error:
        get_logger("safe").warning("vault_locked", reason=str(error))
        return LockedSafe(str(error))
