"""The settings' values: what is stored, what the environment says instead, telling who cares.

Belongs here: get, set, precedence. Does not belong here: declarations and limits (core/settings.py), titles
(ui/texts.py).
Invariants: 1. The environment wins over the file, the file over the default. 2. A stored value that does not fit
(an older or newer program wrote it) is left alone and the default counts. 3. Who sets needs EDIT_SETTINGS, or only to
be signed in where the setting is his own; it is in the audit by the same commit. Thread: any.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from safecity_console.core.bus import Bus
from safecity_console.core.logs import get_logger
from safecity_console.core.settings import Value, declared, fit, from_environment
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.db.walls import put_setting, read_settings
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.services.desk import Desk
from safecity_console.services.events import SettingChanged


class SettingsService:
    """The program's settings over one database."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, environment: Mapping[str, str], desk: Desk,
                 instead: Mapping[str, Value] | None = None) -> None:
        """Read what is stored; values of `instead` count in its place until an officer sets one (a safe start)."""
        self._door, self._desk = door, desk
        self._bus = bus
        self._lock = threading.Lock()
        self._overrides = from_environment(environment)
        self._stored = _fitting(reader.read(read_settings))
        self._instead = dict(instead or {})

    def get(self, key: str) -> Value:
        """Give a setting's value; raises Refused("setting_unknown")."""
        setting = declared(key)
        if setting.key in self._overrides:
            return self._overrides[setting.key]
        if setting.key in self._instead:
            return self._instead[setting.key]
        return self._stored.get(setting.key, setting.default)

    def text(self, key: str) -> str:
        """Give a setting of text."""
        value = self.get(key)
        if not isinstance(value, str):
            raise TypeError(f"{key} is no text")
        return value

    def number(self, key: str) -> float:
        """Give a setting of a number."""
        value = self.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(f"{key} is no number")
        return value

    def flag(self, key: str) -> bool:
        """Give a setting of yes or no."""
        value = self.get(key)
        if not isinstance(value, bool):
            raise TypeError(f"{key} is no flag")
        return value

    def overridden(self, key: str) -> bool:
        """Tell whether the environment holds this setting for this process."""
        return declared(key).key in self._overrides

    def set(self, key: str, value: object) -> None:
        """Store a value; raises Refused("setting_unknown" | "setting_value" | "not_permitted" …)."""
        setting = declared(key)
        about = Subject("setting", setting.key)
        actor = self._desk.must_be_in(about) if setting.own else self._desk.must(Permission.EDIT_SETTINGS, about)
        fitted = fit(setting, value)

        def job(transaction: Transaction) -> None:
            put_setting(transaction, setting.key, fitted)
            self._desk.append(transaction, Action.SETTING, about, Outcome.DONE, actor, value=_said(fitted),
                              before=_said(self._stored.get(setting.key, setting.default)))

        with self._lock:
            held_off = self._instead.pop(setting.key, None) is not None
            if not held_off and setting.key in self._stored and self._stored[setting.key] == fitted:
                return
            self._door.write(job)
            self._stored = {**self._stored, setting.key: fitted}
        self._bus.publish(SettingChanged(setting.key))


def _said(value: Value) -> str | int | bool:
    return str(value) if isinstance(value, float) else value  # an audit's numbers are whole


def _fitting(raw: Mapping[str, object]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key, value in raw.items():
        try:
            setting = declared(key)
            fitted = fit(setting, value)
        except Refused as error:
            get_logger("settings").warning("stored_setting_left_alone", key=key, code=error.code)
            continue
        if setting.key == key or setting.key not in raw:
            found[setting.key] = fitted
    return found
