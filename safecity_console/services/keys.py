"""The keys of the commands: the table's, and over them those an officer chose.

Belongs here: giving, moving and taking keys, resetting, strict reading of what is stored. Does not belong here: which
keys may be given (domain/keys.py), SQL (db/keys.py), key events (ui).
Invariants: 1. What is in force changes after the commit, then `KeysChanged` is published. 2. A stored row that cannot
be read, names no command or holds a key that may not be given is ignored with a log line and left alone.
3. With `ignore_stored` (a safe start) the table's own keys count and the rows stay; resetting still deletes them.
4. Who gives or takes keys needs EDIT_SETTINGS, and it is in the audit by the same commit.
Thread: any; calls that write wait for the disk (some ms).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence

from safecity_console.core.bus import Bus
from safecity_console.core.logs import get_logger
from safecity_console.db.door import Door
from safecity_console.db.keys import KeyRow, forget_keys, put_keys, read_keys
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain import keys as rules
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.errors import Refused
from safecity_console.services.desk import Desk
from safecity_console.services.events import KeysChanged


class KeyService:
    """The keys of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk, ignore_stored: bool = False) -> None:
        self._door, self._desk = door, desk
        self._bus = bus
        self._lock = threading.Lock()
        self.ignores_stored = ignore_stored
        self._stored = {} if ignore_stored else _readable(reader.read(read_keys))
        self._now = rules.in_force(self._stored)

    def keys_of(self, command_id: str) -> tuple[str, ...]:
        """Give a command's keys in force, as portable text."""
        return self._now.keys.get(command_id, ())

    def owner_of(self, key: str) -> str | None:
        """Give the command that has a key."""
        return self._now.owner(key)

    def is_own(self, command_id: str) -> bool:
        """Tell whether an officer chose this command's keys."""
        return command_id in self._now.own

    def any_own(self) -> bool:
        """Tell whether an officer chose any keys."""
        return bool(self._now.own)

    def add(self, command_id: str, key: str) -> None:
        """Give a command one more key; raises Conflict("key_taken"), Refused (domain/keys.py)."""
        with self._lock:
            self._write({command_id: rules.with_key(self._now, command_id, key)})
        self._bus.publish(KeysChanged())

    def move(self, command_id: str, key: str) -> None:
        """Give a command a key and take it from whoever has it, both or neither; raises Refused."""
        with self._lock:
            wanted = rules.fitting(command_id, (*self._now.keys.get(command_id, ()), key))
            owner = self._now.owner(wanted[-1])
            bindings = {command_id: wanted}
            if owner is not None and owner != command_id:
                bindings[owner] = rules.without_key(self._now, owner, wanted[-1])
            self._write(bindings)
        self._bus.publish(KeysChanged())

    def remove(self, command_id: str, key: str) -> None:
        """Take a key from a command; raises Refused("key_help" | "command_unknown")."""
        with self._lock:
            self._write({command_id: rules.fitting(command_id, rules.without_key(self._now, command_id, key))})
        self._bus.publish(KeysChanged())

    def reset(self, command_id: str) -> tuple[str, ...]:
        """Give a command the table's keys again; gives those that stay with other commands."""
        with self._lock:
            self._write_audited(lambda tx: forget_keys(tx, command_id), command_id, ())
            self._take({c: keys for c, keys in self._stored.items() if c != command_id})
        self._bus.publish(KeysChanged())
        command = COMMAND_BY_ID.get(command_id)
        return tuple(key for key in command.keys if key not in self.keys_of(command_id)) if command is not None else ()

    def reset_all(self) -> None:
        """Give every command the table's keys again."""
        with self._lock:
            self._write_audited(forget_keys, "", ())
            self._take({})
        self._bus.publish(KeysChanged())

    def _write(self, bindings: Mapping[str, tuple[str, ...]]) -> None:
        said = next(iter(bindings))  # the command that was meant; another may lose the key to it
        self._write_audited(lambda tx: put_keys(tx, bindings), said, bindings[said])
        self._take({**self._stored, **bindings})

    def _write_audited(self, job: Callable[[Transaction], None], command_id: str, keys: Sequence[str]) -> None:
        about = Subject("command", command_id)
        actor = self._desk.must(Permission.EDIT_SETTINGS, about)

        def audited(transaction: Transaction) -> None:
            job(transaction)
            self._desk.append(transaction, Action.KEYS, about, Outcome.DONE, actor, keys=list(keys))

        self._door.write(audited)

    def _take(self, stored: dict[str, tuple[str, ...]]) -> None:
        self._stored = stored
        self._now = rules.in_force(stored)


def _readable(rows: tuple[KeyRow, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        try:
            if row.keys is None:
                raise Refused("key_unfit")
            found[row.command] = rules.fitting(row.command, row.keys)
        except Refused as error:
            get_logger("keys").warning("stored_keys_ignored", command=row.command[:80], code=error.code)
    return found
