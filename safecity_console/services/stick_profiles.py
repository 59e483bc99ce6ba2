"""How each model of joystick is used here: kept, given anew, as a file.

Belongs here: reading, keeping, resetting, export and import of profiles. Does not belong here: what a profile means
(domain/stick.py), its form (domain/stick_file.py), reading sticks.
Invariants: 1. A change counts after its commit, and is in the audit by the same commit. 2. Who changes needs
EDIT_SETTINGS; who looks needs nothing. 3. A kept row that cannot be read is ignored with a log line and left alone.
4. An imported file is only a proposal: nothing is kept before `put`. Thread: any; `put` and `reset` wait for the disk.
"""

from __future__ import annotations

import json
import threading
from dataclasses import replace

from safecity_console.core.located_json import Located, read_json
from safecity_console.core.logs import get_logger
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.sticks import forget_stick, put_stick, read_sticks
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.stick import StickBuild, StickProfile, fit_profile, standard_profile
from safecity_console.domain.stick_file import profile_of, values_of
from safecity_console.services.desk import Desk

BYTES_MOST = 65_536


class StickProfiles:
    """The profiles of one workstation."""

    def __init__(self, door: Door, reader: Reader, desk: Desk, ignore_stored: bool = False) -> None:
        self._door, self._desk = door, desk
        self._lock = threading.Lock()
        self._kept = {} if ignore_stored else _kept(reader)

    def of(self, build: StickBuild) -> StickProfile:
        """Give how a stick is used."""
        return self._kept.get(build.model) or standard_profile(build)

    def is_own(self, model: str) -> bool:
        """Tell whether somebody arranged this model."""
        return model in self._kept

    def put(self, profile: StickProfile) -> StickProfile:
        """Keep how a model is used; raises Refused (domain/stick.fit_profile), Conflict("changed_meanwhile")."""
        fit = fit_profile(profile)
        about = Subject("stick", fit.model)
        actor = self._desk.must(Permission.EDIT_SETTINGS, about)

        def job(transaction: Transaction) -> StickProfile:
            kept = put_stick(transaction, fit)
            self._desk.append(transaction, Action.STICK, about, Outcome.DONE, actor, stick=fit.name, axes=len(fit.axes),
                              buttons=[f"{number + 1}={word}" for number, word in fit.buttons.items()])
            return kept

        with self._lock:
            kept = self._door.write(job)
            self._kept = {**self._kept, kept.model: kept}
        return kept

    def reset(self, model: str, name: str = "") -> None:
        """Let a model have its standard profile again; `name` is how the audit calls it."""
        about = Subject("stick", model)
        actor = self._desk.must(Permission.EDIT_SETTINGS, about)

        def job(transaction: Transaction) -> None:
            if forget_stick(transaction, model):
                self._desk.append(transaction, Action.STICK, about, Outcome.DONE, actor, reset_stick=name or model)

        with self._lock:
            self._door.write(job)
            self._kept = {key: kept for key, kept in self._kept.items() if key != model}


def exported(profile: StickProfile) -> bytes:
    """Give a profile as a file."""
    return (json.dumps(values_of(profile), ensure_ascii=False, indent=2) + "\n").encode()


def imported(data: bytes, onto: StickProfile) -> StickProfile:
    """Read a file as another way to use a stick; raises Refused (json_…, stick_…)."""
    read = profile_of(_plain(read_json(data, BYTES_MOST)))
    return replace(read, model=onto.model, name=onto.name, revision=onto.revision)


def _plain(located: Located) -> object:
    value = located.value
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _kept(reader: Reader) -> dict[str, StickProfile]:
    found: dict[str, StickProfile] = {}
    for row in reader.read(read_sticks):
        if row.profile is None:
            get_logger("sticks").warning("kept_profile_ignored", model=row.model[:80])
        else:
            found[row.model] = row.profile
    return found
