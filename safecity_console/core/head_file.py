"""The audit chain's head kept outside the database, under a key: whoever cuts rows off the chain must forge this too.

Belongs here: the file's form, writing and reading it. Does not belong here: the chain (db/audit.py), what a difference
means (domain/audit_proof.py, services/audit_verify.py).
Form: two slots of SLOT bytes, each "n:hash mac" as text, written in turn; mac = HMAC-SHA-256 over "n:hash" with a key
derived from the vault's (services give it).
Invariants: 1. It is written after the commit of the row it names, never before: it may be behind the chain, never
ahead. 2. A write is one call within one sector, so that a killed process leaves a slot as it was or as it is to be.
What is true after a crash: of the process, the file names the last group committed or the one before. Of the machine,
it names some group of the last half minute or so: it is not forced to the disk with every row, only when it is made and
when the console stops. Rows after the named one could then be cut off unseen by this file; printed heads see them too.
Thread: one writer (the door's); reading any.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from safecity_console.domain.audit import Head, head_of

SLOT = 512
PURPOSE = "audit head 1"
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)


class HeadState(StrEnum):
    """How the file was found."""

    WHOLE = "whole"
    MISSING = "missing"
    DAMAGED = "damaged"  # a slot is not readable, or its mac does not fit
    UNPROVEN = "unproven"  # there is no key to prove it with


@dataclass(frozen=True, slots=True)
class KeptHead:
    """What the file says; `head` None where it says nothing that can be read."""

    state: HeadState
    head: Head | None = None


class HeadFile:
    """One such file; `key` None where the vault is locked: it is then read unproven, and not written."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path, self._key = path, key
        self._handle: int | None = None
        self._turn = 0

    @property
    def writable(self) -> bool:
        """Tell whether there is a key to write with."""
        return self._key is not None

    def read(self) -> KeptHead:
        """Read the newest head; never raises."""
        try:
            with self._path.open("rb") as file:
                data = file.read(2 * SLOT)
        except FileNotFoundError:
            return KeptHead(HeadState.MISSING)
        except OSError:
            return KeptHead(HeadState.DAMAGED)
        found = [self._read_slot(data[:SLOT]), self._read_slot(data[SLOT:])]
        heads = [head for head in found if head is not None]
        newest = max(heads, key=lambda head: head.n, default=None)
        if len(heads) < 2:
            return KeptHead(HeadState.DAMAGED, newest)
        return KeptHead(HeadState.WHOLE if self._key is not None else HeadState.UNPROVEN, newest)

    def begin(self, head: Head) -> None:
        """Put this head into both slots, on the disk; raises OSError. In place: another process may hold it open."""
        self.close()
        handle = os.open(self._path, _FLAGS, 0o600)
        try:
            os.write(handle, self._slot(head) * 2)
            os.ftruncate(handle, 2 * SLOT)
            os.fsync(handle)
        finally:
            os.close(handle)
        if os.name == "posix":
            folder = os.open(self._path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def write(self, head: Head) -> None:
        """Name a newer head; raises OSError. Some microseconds: nothing is forced to the disk."""
        if self._key is None:
            return
        if self._handle is None:
            self._handle = os.open(self._path, _FLAGS, 0o600)
        os.lseek(self._handle, self._turn * SLOT, os.SEEK_SET)
        os.write(self._handle, self._slot(head))
        self._turn = 1 - self._turn

    def close(self) -> None:
        """Force it to the disk and let go; callable twice."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def _slot(self, head: Head) -> bytes:
        said = str(head)
        return f"{said} {self._mac(said)}\n".encode().ljust(SLOT, b" ")

    def _mac(self, said: str) -> str:
        return hmac.new(self._key or b"", said.encode(), hashlib.sha256).hexdigest()

    def _read_slot(self, data: bytes) -> Head | None:
        said, _, mac = data.decode("ascii", "replace").strip().partition(" ")
        if self._key is not None and not hmac.compare_digest(mac.encode(), self._mac(said).encode()):
            return None
        return Head() if said == str(Head()) else head_of(said)
