"""Walls and layouts as a file: there and back, and every way such a file can lie."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.camera import Camera, StreamProfile, StreamRole
from safecity_console.domain.errors import Refused
from safecity_console.domain.grid_edit import plain_grid, split
from safecity_console.domain.wall import SavedWall, Wall, filled_wall
from safecity_console.services.layouts import OwnLayout
from safecity_console.services.wall_files import BYTES_MOST, ENTRIES_MOST, parsed, read, written
from safecity_console.ui.refusals import known_codes

CAMERAS = tuple(Camera(f"id-{n}", n, f"Chowk {n}", profiles=(
    StreamProfile(StreamRole.MAIN, f"rtsp://10.9.8.{n}/secret-path"),)) for n in range(1, 10))
OWN = split(plain_grid(2, 2), 0, 2, 1)
LAYOUTS = (OwnLayout("l1", "Gate", OWN.text), OwnLayout("l2", "چوک", plain_grid(5, 2).text))
WALLS = (
    SavedWall("w1", "City centre", filled_wall("9", [c.id for c in CAMERAS])),
    SavedWall("w2", "Night \"2\"", replace(filled_wall(OWN.text, ["id-3", "id-1"]), locked=True, hotspot=4,
                                           pinned=frozenset({0, 2}))),
    SavedWall("w3", "Empty", Wall("1", (None,))),
)


def test_a_file_comes_back_as_it_went() -> None:
    text = written(WALLS, LAYOUTS, CAMERAS)
    back = parsed(text.encode(), CAMERAS)
    assert [(one.name, one.wall) for one in back.walls] == [(one.name, one.wall) for one in WALLS]
    assert [(own.name, own.grid.text) for own in back.layouts] == [(own.name, own.key) for own in LAYOUTS]
    assert not any(one.unknown or one.renamed for one in back.walls)
    assert [own.line for own in back.layouts] == [5, 6]
    assert json.loads(text)["version"] == 1


def test_no_address_login_or_id_is_written() -> None:
    text = written(WALLS, LAYOUTS, CAMERAS)
    assert not re.search(r"rtsp|10\.9\.8|secret|id-\d|\bw1\b", text)
    assert '"number": 3, "name": "Chowk 3"' in text


def test_unknown_cameras_leave_their_tiles_empty_and_are_named() -> None:
    text = written(WALLS, LAYOUTS, CAMERAS)
    there = [replace(CAMERAS[0], name="Other\u202e name"), *CAMERAS[1:8]]
    back = parsed(text.encode(), there)
    assert back.walls[0].unknown == ((9, "Chowk 9"),)
    assert back.walls[0].wall.tiles[8] is None
    assert back.walls[0].renamed == ((1, "Chowk 1"),)
    assert back.walls[0].wall.tiles[0] == "id-1"


def base() -> dict[str, Any]:
    return json.loads(written(WALLS, LAYOUTS, CAMERAS))


# Each: where in the file (keys from the top), what to put there (None: take it out), the code that must come.
GONE = object()
SPOILT = [
    (("format",), "other", "file_not_walls"), (("format",), GONE, "file_not_walls"), (("format",), 7, "file_not_walls"),
    (("version",), 2, "file_newer"), (("version",), 0, "file_field"), (("version",), "1", "file_field"),
    (("version",), True, "file_field"), (("version",), GONE, "file_field"),
    (("extra",), 1, "file_key"), (("walls",), {}, "file_field"), (("walls",), None, "file_field"),
    (("layouts",), "x", "file_field"), (("walls", 0), 5, "file_field"), (("walls", 0), [], "file_field"),
    (("walls", 0, "name"), "", "file_name"), (("walls", 0, "name"), "x" * 81, "file_name"),
    (("walls", 0, "name"), "a\u202eb", "file_name"), (("walls", 0, "name"), "a\u0000b", "file_name"),
    (("walls", 0, "name"), "\u2067x", "file_name"), (("walls", 0, "name"), 5, "file_field"),
    (("walls", 0, "name"), "x" * 300, "file_field"), (("walls", 0, "name"), GONE, "file_missing"),
    (("walls", 1, "name"), "CITY CENTRE", "file_name_twice"), (("layouts", 1, "name"), "gate", "file_name_twice"),
    (("walls", 0, "layout"), "17", "file_layout"), (("walls", 0, "layout"), OWN.text, "file_layout"),
    (("walls", 0, "layout"), 16, "file_field"), (("walls", 0, "layout"), None, "file_field"),
    (("walls", 0, "layout"), "4", "file_number"),
    (("walls", 0, "locked"), "yes", "file_field"), (("walls", 0, "locked"), 1, "file_field"),
    (("walls", 0, "hotspot"), 10, "file_number"), (("walls", 0, "hotspot"), 0, "file_number"),
    (("walls", 0, "hotspot"), 1.5, "file_number"), (("walls", 0, "hotspot"), True, "file_number"),
    (("walls", 0, "pinned"), [10], "file_number"), (("walls", 0, "pinned"), 3, "file_field"),
    (("walls", 0, "cameras"), {}, "file_field"), (("walls", 0, "cameras", 0), 1, "file_field"),
    (("walls", 0, "cameras", 0, "tile"), 10, "file_number"), (("walls", 0, "cameras", 0, "tile"), -1, "file_number"),
    (("walls", 0, "cameras", 0, "tile"), 2, "file_tile_twice"),
    (("walls", 0, "cameras", 0, "tile"), "1", "file_number"),
    (("walls", 0, "cameras", 0, "number"), 2, "file_camera_twice"),
    (("walls", 0, "cameras", 0, "number"), 10**18, "file_number"),
    (("walls", 0, "cameras", 0, "number"), GONE, "file_missing"),
    (("walls", 0, "cameras", 0, "name"), ["x"], "file_field"),
    (("walls", 0, "cameras", 0, "url"), "rtsp://u:p@h/", "file_key"),
    (("layouts", 0, "columns"), 0, "file_number"), (("layouts", 0, "columns"), 49, "file_number"),
    (("layouts", 0, "rows"), 1, "layout_block"), (("layouts", 0, "rows"), 5, "layout_gap"),
    (("layouts", 0, "tiles"), [], "layout_count"), (("layouts", 0, "tiles", 0), [0, 0, 2], "file_four"),
    (("layouts", 0, "tiles", 0), [0, 0, 2, 1], "layout_overlap"), (("layouts", 0, "tiles", 0), "x", "file_field"),
    (("layouts", 0, "tiles", 0), [0, 0, 1, 0], "layout_block"), (("layouts", 0, "tiles", 0, 0), -1, "file_number"),
    (("layouts", 0, "tiles"), [[0, 0, 1, 1]] * 65, "file_many"),
    (("layouts",), [{"name": f"L{n}"} for n in range(ENTRIES_MOST + 1)], "file_many"),
]


@pytest.mark.parametrize(("path", "value", "code"), SPOILT, ids=[f"{c}-{'.'.join(map(str, p))}" for p, _, c in SPOILT])
def test_a_spoilt_entry_is_refused_with_its_line(path: tuple[Any, ...], value: object, code: str) -> None:
    content = base()
    inner: Any = content
    for key in path[:-1]:
        inner = inner[key]
    if value is GONE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    text = json.dumps(content, indent=1, ensure_ascii=False)
    with pytest.raises(Refused) as caught:
        parsed(text.encode(), CAMERAS)
    assert caught.value.code == code
    assert code in known_codes()
    line, column = int(str(caught.value.figures["line"])), int(str(caught.value.figures["column"]))
    found = text.split("\n")[line - 1]
    assert 1 <= column <= len(found) + 1
    elsewhere = {"file_tile_twice", "file_camera_twice", "layout_block", "layout_gap"}  # seen where it collides
    if type(value) in (str, int) and value != "4" and code not in elsewhere:
        assert json.dumps(value, ensure_ascii=False) in found, "another line is named than the one that is wrong"


def test_the_line_is_the_line_of_the_file_as_it_is_written() -> None:
    text = written(WALLS, LAYOUTS, CAMERAS)
    line = next(at for at, one in enumerate(text.split("\n"), 1) if '"tile": 5' in one)
    with pytest.raises(Refused) as caught:
        parsed(text.replace('"tile": 5', '"tile": 55', 1).encode(), CAMERAS)
    assert (caught.value.code, caught.value.figures["line"]) == ("file_number", line)


@pytest.mark.parametrize("data", [
    b"", b"null", b"[]", b"42", b'"x"', b"{}", b"\x00" * 50, b"[" * 100_000, b"x" * (BYTES_MOST + 1),
    "{}".encode("utf-16"), b'{"format": "safecity-walls", "version": 1}',
    b'{"format": "safecity-walls", "version": 1, "walls": [' + b"[" * 9999,
])
def test_what_is_no_such_file_is_refused_with_a_line(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        parsed(data, CAMERAS)
    assert caught.value.figures["line"] >= 1
    assert caught.value.code in known_codes()


@given(st.data())
def test_a_file_cut_or_bitten_anywhere_is_read_or_refused_with_a_line(data: st.DataObject) -> None:
    text = bytearray(written(WALLS, LAYOUTS, CAMERAS).encode())
    at = data.draw(st.integers(0, len(text) - 1))
    if data.draw(st.booleans()):
        del text[at:]
    else:
        text[at] = data.draw(st.integers(0, 255))
    try:
        parsed(bytes(text), CAMERAS)
    except Refused as error:
        if "line" not in error.figures:
            raise


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(Refused, match="file_unreadable"):
            read(path, CAMERAS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_a_folder_and_no_file_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "walls.json"
    os.mkfifo(pipe)
    for file in (pipe, tmp_path, tmp_path / "none", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(Refused) as caught:
            read(file, [])
        assert caught.value.code == "file_unreadable"
