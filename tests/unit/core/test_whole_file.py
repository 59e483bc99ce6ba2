"""A file is there whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from safecity_console.core import whole_file
from safecity_console.core.whole_file import SHARED, write_whole


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "shot.png"
    write_whole(path, b"first")
    assert path.read_bytes() == b"first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def no_room(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_file.os, "fsync", no_room)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"second")
    assert path.read_bytes() == b"first", "what was there is still there"
    assert list(path.parent.iterdir()) == [path], "half a file was left beside it"


def test_a_file_for_others_is_theirs_to_read(tmp_path: Path) -> None:
    path = tmp_path / "walls.json"
    before = os.umask(0o022)
    try:
        write_whole(path, b"1\n2\n", SHARED)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert path.read_bytes() == b"1\n2\n"
