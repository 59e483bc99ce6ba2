"""Keys of commands as data: what may be assigned, what is reserved and why, what is in force.

Belongs here: reading a key's text, the reserved ones, putting an officer's own keys over the table's. Does not belong
here: storing (db/keys.py), key events (ui/physical_keys.py), sentences.
Invariants: 1. A key stands with one command at most. 2. `HELP` always has F1: whoever lost all keys finds them again;
and Shift+Esc always stops every camera. 3. An officer's own key wins over one of the table, so that a newer table takes
nothing from him. Keys are Qt's portable text ("Ctrl+Shift+K"), modifiers in Qt's order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safecity_console.domain.command import COMMAND_BY_ID, COMMANDS
from safecity_console.domain.errors import Conflict, Refused

HELP = "help.keys"
HELP_KEY = "F1"
FIXED: Mapping[str, str] = {HELP: HELP_KEY, "ptz.stop_all": "Shift+Esc"}
"""The key a command always has, by its identifier."""
KEYS_MOST = 4
TEXT_MOST = 40
_MODIFIERS = ("Meta", "Ctrl", "Alt", "Shift")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = frozenset("0123456789")
_MARKS = frozenset(",.;'[]\\-=`/?*")
_FUNCTIONS = frozenset(f"F{number}" for number in range(1, 25))
_ARROWS = frozenset({"Left", "Right", "Up", "Down"})
_NUMPAD_OFF = frozenset({"Ins", "Home", "End", "PgUp", "PgDown", "Clear"})
_OTHERS = frozenset({"Del", "Return", "Enter", "Space", "Tab", "Backtab", "Backspace", "Esc", "Pause", "Print", "Menu"})
_NAMES = _LETTERS | _DIGITS | _MARKS | _FUNCTIONS | _ARROWS | _NUMPAD_OFF | _OTHERS
_WALL = _ARROWS | {"Return", "Enter", "Esc", "Space", "Backspace", "*", "/", "-"}
_TEXT_EDITING = frozenset({"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"})
_SYSTEM = frozenset({"Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Esc", "Ctrl+Esc", "Ctrl+Alt+Del", "Alt+Space"})


@dataclass(frozen=True, slots=True)
class Key:
    """One key with its modifiers."""

    name: str
    modifiers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Give the portable text."""
        return "+".join((*self.modifiers, self.name))


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The keys in force by command; `own` are the commands whose keys an officer chose."""

    keys: Mapping[str, tuple[str, ...]]
    own: frozenset[str] = frozenset()

    def owner(self, key: str) -> str | None:
        """Give the command that has a key."""
        return next((command for command, keys in self.keys.items() if key in keys), None)


def read_key(text: str) -> Key:
    """Read a key's text in whatever order its modifiers stand; raises Refused("key_unfit")."""
    parts = text.split("+") if len(text) <= TEXT_MOST else [""]
    held, name = [part.capitalize() for part in parts[:-1]], parts[-1]
    name = name.upper() if len(name) == 1 else name
    if name not in _NAMES or len(set(held)) != len(held) or not set(held) <= set(_MODIFIERS):
        raise Refused("key_unfit", key=text[:TEXT_MOST])
    return Key(name, tuple(m for m in _MODIFIERS if m in held))


def assignable(text: str) -> str:
    """Give the portable text of a key a command may have.

    Raises Refused: key_unfit, key_help, key_system, key_text, key_focus, key_digits, key_wall, key_numpad.
    """
    key = read_key(text)
    code = _reserved(key)
    if code:
        raise Refused(code, key=key.text)
    return key.text


def _reserved(key: Key) -> str:
    bare = not set(key.modifiers) - {"Shift"}
    if key.text == HELP_KEY or (bare and key.name == "?"):
        return "key_help"
    if "Meta" in key.modifiers or key.text in _SYSTEM or key.name in ("Print", "Menu"):
        return "key_system"
    if key.text in _TEXT_EDITING:
        return "key_text"
    if key.name in ("Tab", "Backtab"):
        return "key_focus"
    if bare and key.name in _DIGITS:
        return "key_digits"
    if bare and key.name in _WALL:
        return "key_wall"
    return "key_numpad" if not key.modifiers and key.name in _NUMPAD_OFF else ""


def fitting(command_id: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give a command's keys checked, each once; raises Refused("command_unknown" | "key_many" | as `assignable`)."""
    if command_id not in COMMAND_BY_ID:
        raise Refused("command_unknown", command=command_id[:TEXT_MOST])
    made = tuple(dict.fromkeys(key if is_fixed(command_id, key) else assignable(key)
                               for key in with_fixed(command_id, keys)))
    if len(made) > KEYS_MOST:
        raise Refused("key_many", most=KEYS_MOST)
    return made


def is_fixed(command_id: str, key: str) -> bool:
    """Tell whether a key cannot be taken from a command."""
    return FIXED.get(command_id) == key


def with_fixed(command_id: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give a command's keys with the one it always has."""
    fixed = FIXED.get(command_id)
    return keys if fixed is None or fixed in keys else (fixed, *keys)


def in_force(stored: Mapping[str, tuple[str, ...]]) -> KeyMap:
    """Put an officer's own keys over the table's; who comes first in the table keeps a key two have stored."""
    taken = set(FIXED.values())
    found: dict[str, tuple[str, ...]] = {}
    for own in (True, False):
        for command in COMMANDS:
            if (command.id in stored) is not own:
                continue
            keys = with_fixed(command.id, stored[command.id] if own else command.keys)
            free = tuple(key for key in keys if key not in taken or is_fixed(command.id, key))
            taken.update(free)
            found[command.id] = free
    in_order = {command.id: found[command.id] for command in COMMANDS}
    return KeyMap(in_order, frozenset(c for c in stored if c in COMMAND_BY_ID))


def with_key(now: KeyMap, command_id: str, key: str) -> tuple[str, ...]:
    """Give a command's keys with one more; raises Conflict("key_taken") naming who has it, Refused as `fitting`."""
    wanted = fitting(command_id, (*now.keys.get(command_id, ()), key))
    text = wanted[-1]
    owner = now.owner(text)
    if owner is not None and owner != command_id:
        raise Conflict("key_taken", key=text, command=owner)
    return wanted


def without_key(now: KeyMap, command_id: str, key: str) -> tuple[str, ...]:
    """Give a command's keys without one; raises Refused("key_help" | "key_wall") for the one that is always there."""
    if is_fixed(command_id, key):
        raise Refused("key_help" if command_id == HELP else "key_wall", key=key)
    return tuple(one for one in now.keys.get(command_id, ()) if one != key)
