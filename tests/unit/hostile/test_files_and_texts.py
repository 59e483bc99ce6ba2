"""Odd files where a key or a list is expected, and names made to mislead."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from safecity_console.core.vault import open_vault
from safecity_console.domain.camera import CameraDraft, validate
from safecity_console.domain.errors import Refused, VaultLocked
from safecity_console.services import camera_csv


def raised(work: Callable[[], object]) -> BaseException | None:
    """Give what a call raises; fails where it hangs."""
    got: list[BaseException | None] = []

    def run() -> None:
        try:
            work()
            got.append(None)
        except Exception as error:  # noqa: BLE001 - handed to the test
            got.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(5)
    assert got, "it hangs"
    return got[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix")
@pytest.mark.parametrize("kind", ["pipe", "folder", "binary"])
def test_an_odd_key_file_locks_the_vault(kind: str, tmp_path: Path) -> None:
    key = tmp_path / "vault.key"
    if kind == "pipe":
        os.mkfifo(key, 0o600)
    elif kind == "folder":
        key.mkdir(0o700)
    else:
        key.write_bytes(b"\xff\xfe\x00")
        key.chmod(0o600)
    assert isinstance(raised(lambda: open_vault(key, "account", use_keyring=False)), VaultLocked)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix")
def test_a_list_that_is_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "cameras.csv"
    os.mkfifo(pipe)
    assert isinstance(raised(lambda: camera_csv.read(pipe)), Refused)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u2028", "\x1b", "\x9b"])
def test_a_name_that_turns_letters_round_is_refused(sign: str) -> None:
    with pytest.raises(Refused, match="text_control"):
        validate(CameraDraft(1, f"gate{sign}exe", "rtsp://192.0.2.1/"))


def test_a_name_in_urdu_with_its_joiners_is_fine() -> None:
    assert validate(CameraDraft(1, "چوک\u200cبازار\u200f", "rtsp://192.0.2.1/")).name
