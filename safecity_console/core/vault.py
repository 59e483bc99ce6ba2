"""Sealing of camera passwords: AES-256-GCM, the camera's id as associated data (NIST SP 800-38D).

Belongs here: seal, open, the key's source. Does not belong here: where sealed bytes are kept (db/), whose they are.
Invariants: 1. A sealed password opens only for the camera it was sealed for: a moved row is refused. 2. Nonces are 96
random bits, never reused by design. 3. The key lies in the system keyring, else in a 0600 file outside the database; a
keyring backend that keeps plain text is refused by name. Thread: any.
"""

from __future__ import annotations

import base64
import binascii
import os
import stat
from collections.abc import Callable
from pathlib import Path

import keyring
import keyring.errors
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from safecity_console.core.logs import get_logger
from safecity_console.core.secrets import Secret
from safecity_console.domain.errors import VaultLocked

KEY_BYTES = 32
NONCE_BYTES = 12
FORMAT = b"\x01"
SERVICE = "safecity-console"
_PLAIN_BACKENDS = ("keyrings.alt", "keyring.backends.fail", "keyring.backends.null")


class Vault:
    """Seals and opens with one key."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)
        self._key = key

    def __repr__(self) -> str:
        return "Vault()"

    def seal(self, secret: Secret, owner_id: str) -> bytes:
        """Seal a secret for one owner: format byte, nonce, ciphertext with tag."""
        nonce = os.urandom(NONCE_BYTES)
        return FORMAT + nonce + self._cipher.encrypt(nonce, secret.reveal().encode(), owner_id.encode())

    def derived(self, purpose: str) -> bytes:
        """Give a key of its own for another purpose (HKDF-SHA-256, RFC 5869); it tells nothing of the vault's key."""
        return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"safecity {purpose}".encode()).derive(self._key)

    def open(self, sealed: bytes, owner_id: str) -> Secret:
        """Open what was sealed for this owner; raises VaultLocked where key, owner or bytes do not fit."""
        if sealed[:1] != FORMAT or len(sealed) < 1 + NONCE_BYTES + 16:
            raise VaultLocked("sealed bytes of an unknown form")
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return Secret(self._cipher.decrypt(nonce, body, owner_id.encode()).decode())
        except InvalidTag:
            raise VaultLocked("the key does not fit this password") from None


def open_vault(key_file: Path, account: str, use_keyring: bool = True, may_create: bool = True) -> Vault:
    """Open the vault of a data folder, making its key on first use.

    A key file that exists wins, so that a folder once opened without a keyring stays readable. `may_create` is False
    where passwords are already sealed: a fresh key would only hide that the old one is lost. Raises VaultLocked.
    """
    if key_file.exists():
        return Vault(_read_key(key_file))
    key = _keyring_get(account) if use_keyring else None
    if key is not None:
        return Vault(key)
    if not may_create:
        raise VaultLocked("the key of the credential vault is missing")
    fresh = AESGCM.generate_key(bit_length=KEY_BYTES * 8)
    if not (use_keyring and _keyring_set(account, fresh)):
        _write_key(key_file, fresh)
    return Vault(fresh)


def _read_key(key_file: Path) -> bytes:
    found = key_file.stat()
    if not stat.S_ISREG(found.st_mode):
        # A pipe would hold the start for good.
        raise VaultLocked("the vault's key file is no plain file")
    if os.name == "posix" and found.st_mode & 0o077:
        raise VaultLocked("others can read the key file; set its mode to 0600")
    try:
        return _decode(key_file.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        raise VaultLocked("the vault's key is unreadable") from None


def _write_key(key_file: Path, key: bytes) -> None:
    """Write the key so that after a power cut it is whole or not there."""
    temporary = key_file.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(key))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(key_file)
    folder = os.open(key_file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _decode(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise VaultLocked("the vault's key is unreadable") from None
    if len(key) != KEY_BYTES:
        raise VaultLocked("the vault's key has a wrong length")
    return key


def _safe_backend() -> bool:
    return not type(keyring.get_keyring()).__module__.startswith(_PLAIN_BACKENDS)


def _guarded(work: Callable[[], str | None]) -> str | None:
    """Run a keyring call; a keyring that fails is as good as none, and that is said in the log."""
    try:
        return work() if _safe_backend() else None
    except keyring.errors.KeyringError as error:
        get_logger("vault").info("keyring_unusable", error=type(error).__name__)
        return None


def _keyring_get(account: str) -> bytes | None:
    text = _guarded(lambda: keyring.get_password(SERVICE, account))
    return None if text is None else _decode(text)


def _keyring_set(account: str, key: bytes) -> bool:
    encoded = base64.b64encode(key).decode()

    def put() -> str | None:
        keyring.set_password(SERVICE, account, encoded)
        return keyring.get_password(SERVICE, account)

    return _guarded(put) == encoded
