"""Which keys a command may have, and what is in force."""

from __future__ import annotations

import pytest

from safecity_console.domain.command import COMMAND_BY_ID, COMMANDS
from safecity_console.domain.errors import Conflict, Refused
from safecity_console.domain.keys import (
    HELP,
    HELP_KEY,
    KEYS_MOST,
    assignable,
    fitting,
    in_force,
    read_key,
    with_key,
    without_key,
)


def code(text: str) -> str:
    with pytest.raises(Refused) as refused:
        assignable(text)
    return refused.value.code


@pytest.mark.parametrize(("text", "wanted"), [
    ("ctrl+k", "Ctrl+K"), ("Shift+Ctrl+F5", "Ctrl+Shift+F5"), ("B", "B"), ("Alt+PgDown", "Alt+PgDown"), ("F12", "F12"),
    ("Del", "Del"), ("Ctrl+,", "Ctrl+,"), ("Ctrl+1", "Ctrl+1"),
])
def test_a_key_is_read_and_written_in_one_form(text: str, wanted: str) -> None:
    assert assignable(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("5", "key_digits"), ("Return", "key_wall"), ("Esc", "key_wall"), ("Shift+Esc", "key_wall"), ("Left", "key_wall"),
    ("Shift+Down", "key_wall"), ("Space", "key_wall"), ("/", "key_wall"), ("F1", "key_help"), ("?", "key_help"),
    ("Shift+?", "key_help"), ("Tab", "key_focus"), ("Shift+Backtab", "key_focus"), ("Home", "key_numpad"),
    ("Ctrl+C", "key_text"), ("Meta+K", "key_system"), ("Alt+F4", "key_system"), ("", "key_unfit"), ("F99", "key_unfit"),
    ("Ctrl+Ctrl+K", "key_unfit"), ("Ctrl+", "key_unfit"), ("کلید", "key_unfit"), ("K" * 5000, "key_unfit"),
    ("Hyper+K", "key_unfit"), ("+" * 30, "key_unfit"),
])
def test_reserved_and_unreadable_keys_are_refused_with_a_reason(text: str, wanted: str) -> None:
    assert code(text) == wanted


def test_every_key_of_the_table_may_be_given_back() -> None:
    for command in COMMANDS:
        assert fitting(command.id, command.keys) == command.keys


def test_the_table_counts_until_an_officer_says_otherwise() -> None:
    now = in_force({})
    assert {c: keys for c, keys in now.keys.items() if keys} == {c.id: c.keys for c in COMMANDS if c.keys}
    assert not now.own


def test_an_own_key_wins_over_the_table_and_stands_once() -> None:
    now = in_force({"tile.info": ("F5", "B")})
    assert now.keys["tile.info"] == ("F5", "B")
    assert now.keys["wall.what_works"] == ()
    assert now.owner("F5") == "tile.info"
    assert now.owner("Shift+F1") is None
    assert now.own == {"tile.info"}
    both = in_force({"tile.info": ("B",), "wall.snapshot": ("B", "F4")})
    assert both.keys["wall.snapshot"] == ("B", "F4"), "the first of the table keeps it"
    assert both.keys["tile.info"] == ()


def test_help_is_never_lost() -> None:
    assert in_force({HELP: ()}).owner(HELP_KEY) == HELP
    assert fitting(HELP, ()) == (HELP_KEY,)
    assert fitting(HELP, ("Ctrl+H",)) == (HELP_KEY, "Ctrl+H")
    with pytest.raises(Refused, match="key_help"):
        without_key(in_force({}), HELP, HELP_KEY)


def test_every_camera_is_always_stopped_by_the_same_key() -> None:
    assert in_force({"ptz.stop_all": ("Ctrl+H",)}).keys["ptz.stop_all"] == ("Shift+Esc", "Ctrl+H")
    with pytest.raises(Refused, match="key_wall"):
        without_key(in_force({}), "ptz.stop_all", "Shift+Esc")
    with pytest.raises(Refused, match="key_wall"):
        fitting("tile.info", ("Shift+Esc",))


def test_a_taken_key_names_who_has_it() -> None:
    with pytest.raises(Conflict) as conflict:
        with_key(in_force({}), "tile.info", "F5")
    assert conflict.value.figures == {"key": "F5", "command": "wall.what_works"}
    assert with_key(in_force({}), "tile.info", "ctrl+b") == (*COMMAND_BY_ID["tile.info"].keys, "Ctrl+B")


def test_a_command_has_so_many_keys_and_no_more() -> None:
    with pytest.raises(Refused, match="key_many"):
        fitting("tile.info", tuple("ABCDE"[: KEYS_MOST + 1]))
    with pytest.raises(Refused, match="command_unknown"):
        fitting("tile.explode", ("B",))
    assert read_key("Ctrl+-").name == "-"
