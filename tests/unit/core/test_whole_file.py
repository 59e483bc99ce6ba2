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


def test_what_lies_in_the_way_neither_leads_elsewhere_nor_lets_others_read(tmp_path: Path) -> None:
    victim, path = tmp_path / "victim", tmp_path / "record.pdf"
    victim.write_bytes(b"mine")
    (tmp_path / ".record.pdf.new").symlink_to(victim)
    write_whole(path, b"sealed name")
    assert (victim.read_bytes(), path.is_symlink()) == (b"mine", False)
    (tmp_path / ".record.pdf.new").write_bytes(b"")
    (tmp_path / ".record.pdf.new").chmod(0o666)
    write_whole(path, b"sealed name")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_paper_does_not_take_the_place_of_a_consoles_data(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "console.db").write_bytes(b"rows")
    (tmp_path / "way").symlink_to(data)
    for name in ("data/console.db", "data/audit.head", "way/console.db", "data/keys/vault.key"):
        with pytest.raises(PermissionError):
            write_whole(tmp_path / name, b"a table", SHARED)
    assert (data / "console.db").read_bytes() == b"rows"
    write_whole(tmp_path / "beside.csv", b"a table", SHARED)
