"""The registry as a CSV file: reading what offices send, writing what they can open.

Belongs here: bytes to lines with typed fields, each refusal with its line and reason. Does not belong here: the
registry (camera_plan.py, cameras.py), what a valid camera is (domain/camera.py).
Invariants: 1. Nothing raises but Refused for an unreadable path; what is wrong with the file is in `refused`. 2. A
wrong header refuses the whole file with line 1. 3. Lines count from 1 as an editor shows them. 4. Passwords are
never written. 5. Text that a spreadsheet would take for a formula stays text: written with a leading apostrophe,
read without it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from safecity_console.core.secrets import Secret
from safecity_console.core.spreadsheet import plain_cell, safe_cell
from safecity_console.domain.camera import CameraDraft, Transport
from safecity_console.domain.errors import Refused
from safecity_console.domain.report import LineRefused

BYTES_MAX = 5_000_000
LINES_MAX = 5000
REQUIRED = ("number", "name", "main_url")
EXPORTED = (
    "number", "name", "name_ur", "site", "phase", "main_url", "sub_url", "user", "transport",
    "latitude", "longitude", "onvif", "notes",
)  # fmt: skip
_ALIASES: dict[str, str] = {
    alias: column
    for column, aliases in {
        "number": "no nr num camera camera_no camera_number",
        "name": "title camera_name",
        "name_ur": "urdu urdu_name name_urdu",
        "site": "place location site_name",
        "phase": "",
        "main_url": "url rtsp rtsp_url stream stream_url main main_stream",
        "sub_url": "sub sub_stream substream",
        "user": "username user_name login",
        "password": "pass passwd pwd",
        "transport": "protocol",
        "latitude": "lat",
        "longitude": "lon lng long",
        "onvif_host": "onvif onvif_address",
        "notes": "note remark remarks comment comments",
    }.items()
    for alias in (column, *aliases.split())
}


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """One readable line: `values` are fields of a CameraDraft, only those whose column the file has."""

    line: int
    values: dict[str, Any] = field(repr=False)  # a URL in it may still hold a login
    password: Secret | None = None


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What the file holds."""

    lines: tuple[ParsedLine, ...] = ()
    refused: tuple[LineRefused, ...] = ()


def read(source: Path | str) -> ParsedFile:
    """Read a file (Path) or its text (str); raises Refused("file_unreadable")."""
    try:
        text = source if isinstance(source, str) else _decode(_bytes(source))
        return _read_text(text)
    except _WholeFile as error:
        return ParsedFile((), (LineRefused(error.line, error.code, error.figures),))


def write(drafts: Iterable[CameraDraft]) -> str:
    """Write drafts as CSV text with a header, lines ended by CR LF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(EXPORTED)
    for draft in drafts:
        values = {**{field: getattr(draft, field) for field in draft.__slots__}, "onvif": draft.onvif_host}
        writer.writerow([safe_cell(values[column]) for column in EXPORTED])
    return out.getvalue()


class _WholeFile(Exception):
    def __init__(self, line: int, code: str, **figures: object) -> None:
        super().__init__(code)
        self.line = line
        self.code = code
        self.figures = figures


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # A pipe would hold the caller until somebody writes into it.
            raise Refused("file_unreadable", why="no plain file")
        with path.open("rb") as file:
            return file.read(BYTES_MAX + 1)
    except OSError as error:
        raise Refused("file_unreadable", why=type(error).__name__) from None


def _decode(raw: bytes) -> str:
    if len(raw) > BYTES_MAX:
        raise _WholeFile(1, "csv_too_large", most_mb=BYTES_MAX // 1_000_000)
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _WholeFile(raw[: error.start].count(b"\n") + 1, "csv_encoding") from None


def _read_text(text: str) -> ParsedFile:
    if len(text) > BYTES_MAX:
        raise _WholeFile(1, "csv_too_large", most_mb=BYTES_MAX // 1_000_000)
    text = text.removeprefix("\ufeff")
    delimiter, skip = _delimiter(text)
    refused: list[LineRefused] = []
    lines: list[ParsedLine] = []
    columns: list[str] | None = None
    for line, cells, broken in _rows(text, delimiter):
        if line <= skip or not (broken or any(cell.strip() for cell in cells)):
            continue
        if columns is None:
            columns = _columns(line, cells, broken)
        elif broken or len(lines) + len(refused) >= LINES_MAX:
            # After a quote that never closes nothing more can be told apart; what came before is kept.
            refused.append(LineRefused(line, "csv_quote" if broken else "csv_too_many_lines", {"most": LINES_MAX}))
            break
        else:
            try:
                lines.append(_line(line, columns, cells))
            except Refused as error:
                refused.append(LineRefused(line, error.code, {**error.figures, **_said(columns, cells)}))
    if columns is None:
        raise _WholeFile(1, "csv_empty")
    return ParsedFile(tuple(lines), tuple(refused))


def _delimiter(text: str) -> tuple[str, int]:
    """Give the delimiter and how many lines stand before the header.

    Excel may name it in a first line of its own (`sep=;`); else the header's most frequent one counts.
    """
    head = text.lstrip("\r\n").split("\n", 2)
    told = head[0].lower().strip(" \r")
    if told.startswith("sep="):
        header = head[1] if len(head) > 1 else ""
        return (told[4:5] if told[4:5] in (",", ";", "\t") else max(",;\t", key=header.count)), 1
    return max(",;\t", key=head[0].count), 0


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str], bool]]:
    """Give (line where the row begins, cells, broken)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader), False
        except StopIteration:
            return
        except csv.Error:
            yield line, [], True
            return


def _columns(line: int, cells: list[str], broken: bool) -> list[str]:
    if broken:
        raise _WholeFile(line, "csv_quote", most=LINES_MAX)
    columns: list[str] = []
    headers: dict[str, str] = {}
    for cell in cells:
        key = "_".join(cell.strip().lower().replace("-", " ").replace("_", " ").split())
        column = _ALIASES.get(key, "")
        if not column:
            raise _WholeFile(line, "column_unknown", column=_shown(cell))
        if column in columns:
            raise _WholeFile(line, "column_twice", column=column, first=headers[column], second=_shown(cell))
        columns.append(column)
        headers[column] = _shown(cell)
    for needed in REQUIRED:
        if needed not in columns:
            raise _WholeFile(line, "column_missing", column=needed)
    return columns


def _said(columns: list[str], cells: list[str]) -> dict[str, object]:
    """Give what a line that cannot be taken calls itself, so that it can be found again."""
    named = zip(columns, cells, strict=False)
    return {f"said_{column}": _shown(cell) for column, cell in named if column in ("number", "name") and cell.strip()}


def _shown(cell: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in cell.strip())[:40]


def _line(line: int, columns: list[str], cells: list[str]) -> ParsedLine:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise Refused("cells_extra", expected=len(columns), found=len(cells))
    padded = [*cells, *[""] * (len(columns) - len(cells))]
    raw = {column: plain_cell(cell) for column, cell in zip(columns, padded, strict=False)}
    # A password may begin with any sign and with spaces: it is taken as it stands.
    password = padded[columns.index("password")] if "password" in columns else ""
    raw.pop("password", None)
    values = {column: _PARSERS.get(column, str)(cell) for column, cell in raw.items()}
    return ParsedLine(line, values, Secret(password) if password else None)


def _number(cell: str) -> int:
    if not cell.isdecimal() or len(cell) > 9:
        raise Refused("number_bad")
    return int(cell)


def _phase(cell: str) -> int:
    if not cell:
        return 1
    if not cell.isdecimal() or len(cell) > 9:
        raise Refused("phase_bad")
    return int(cell)


def _degrees(cell: str) -> float | None:
    if not cell:
        return None
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        raise Refused("place_bad") from None


def _transport(cell: str) -> Transport:
    try:
        return Transport(cell.lower()) if cell else Transport.TCP
    except ValueError:
        raise Refused("transport_bad") from None


_PARSERS: dict[str, Callable[[str], Any]] = {
    "number": _number,
    "phase": _phase,
    "latitude": _degrees,
    "longitude": _degrees,
    "transport": _transport,
}
