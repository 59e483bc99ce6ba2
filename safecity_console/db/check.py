"""Looking over the whole file: what SQLite says of it, and what our own rules say of its rows.

Belongs here: findings inside the database. Does not belong here: files beside it (services/check.py), repairing.
Invariants: 1. Nothing is written. 2. A finding never ends the look: each part is tried on its own. 3. No finding
shows a password or a URL.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise

from sqlite_utils import Database

from safecity_console.db.camera_events import event_problems
from safecity_console.db.check_liaison import liaison, watch_notices
from safecity_console.db.history import Recorded, read_all_spans
from safecity_console.db.incident_check import check_around, check_incidents
from safecity_console.db.keys import read_keys
from safecity_console.db.layouts import read_defaults, read_layouts
from safecity_console.db.migrations import STEPS
from safecity_console.db.ptz_check import ptz
from safecity_console.db.registry import read_cameras, read_sites
from safecity_console.db.rows import Readable, Row, text
from safecity_console.db.screen_windows import read_screen_windows
from safecity_console.db.shift_check import shift_problems
from safecity_console.db.sticks import read_sticks
from safecity_console.db.tours import read_tours
from safecity_console.db.translate import translated
from safecity_console.db.walls import read_walls
from safecity_console.domain.camera import take_login
from safecity_console.domain.errors import DatabaseDamaged, Refused
from safecity_console.domain.keys import fitting
from safecity_console.domain.report import Problem

_SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"


def inspect(view: Readable, deep: bool) -> tuple[Problem, ...]:
    """Look the file over; `deep` reads every page and index instead of a quick pass."""
    problems: list[Problem] = []
    every, incidents = (_full, _every_incident) if deep else (_quick, _incidents)
    for part in (every, _foreign_keys, _schema, _registry, _walls, _defaults, _layouts, _tours, _screens, _keys,
                 _sticks, _history, incidents, check_around, _shifts, liaison, watch_notices, ptz, event_problems):
        problems += _guarded(part, view)
    return tuple(problems)


def expected_schema() -> dict[str, str]:
    """Give the schema that all steps lead to, statement by name."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        db = Database(raw, execute_plugins=False)
        for step in STEPS:
            step(db)
        return {str(name): plain_sql(str(sql)) for _, name, sql in raw.execute(_SCHEMA)}


def schema_of(view: Readable) -> dict[str, str]:
    """Give a file's schema, statement by name."""
    return {text(row, "name"): plain_sql(text(row, "sql")) for row in view.rows(_SCHEMA)}


def plain_sql(sql: str) -> str:
    """Give a statement without the accidents of its layout (a rebuilt table gets its name quoted)."""
    return re.sub(r"\s+", " ", sql).replace('"', "").strip()


def _guarded(part: Callable[[Readable], Iterator[Problem]], view: Readable) -> list[Problem]:
    found: list[Problem] = []
    try:
        found.extend(part(view))
    except sqlite3.Error as error:
        found.append(Problem("database_damaged", part.__name__.strip("_"), str(translated(error))))
    except DatabaseDamaged as error:
        found.append(Problem("row_unreadable", part.__name__.strip("_"), str(error)))
    return found


def _quick(view: Readable) -> Iterator[Problem]:
    return _integrity(view.rows("PRAGMA quick_check"))


def _full(view: Readable) -> Iterator[Problem]:
    return _integrity(view.rows("PRAGMA integrity_check"))


def _incidents(view: Readable) -> Iterator[Problem]:
    return check_incidents(view, deep=False)


def _every_incident(view: Readable) -> Iterator[Problem]:
    return check_incidents(view, deep=True)


def _integrity(rows: list[Row]) -> Iterator[Problem]:
    for row in rows:
        said = str(next(iter(row.values())))
        if said != "ok":
            yield Problem("integrity", "database", said)


def _foreign_keys(view: Readable) -> Iterator[Problem]:
    for row in view.rows("PRAGMA foreign_key_check"):
        yield Problem("foreign_key", f"{row['table']} row {row['rowid']}", f"its {row['parent']} is missing")


def _schema(view: Readable) -> Iterator[Problem]:
    found, wanted = schema_of(view), expected_schema()
    for name in sorted(found.keys() | wanted.keys()):
        if name not in found:
            yield Problem("schema", name, "missing")
        elif name not in wanted:
            yield Problem("schema", name, "not of this program")
        elif found[name] != wanted[name]:
            yield Problem("schema", name, "differs from what the migrations make")


def _registry(view: Readable) -> Iterator[Problem]:
    read_sites(view)
    for camera in read_cameras(view):
        where = f"camera {camera.number}"
        if not camera.profiles:
            yield Problem("camera_without_stream", where, "has no stream profile")
        for profile in camera.profiles:
            try:
                login = take_login(profile.url)
            except Refused as error:
                yield Problem("profile_url", f"{where} {profile.role}", error.code)
                continue
            if login.user or login.password:
                yield Problem("profile_url", f"{where} {profile.role}", "url_holds_login")


def _walls(view: Readable) -> Iterator[Problem]:
    # Removed cameras count as known: their tiles are just empty.
    known = {text(row, "id") for row in view.rows("SELECT id FROM camera")}
    for row in read_walls(view):
        where = f"wall {row.name or row.role}"
        if row.saved is None:
            yield Problem("wall_unreadable", where, "layout or tiles do not fit")
            continue
        if not row.options_fit:
            yield Problem("wall_options", where, "lock, hotspot or pins do not fit and are passed over")
        strangers = [tile for tile in row.saved.wall.tiles if tile is not None and tile not in known]
        if strangers:
            yield Problem("wall_camera", where, f"{len(strangers)} tiles name cameras that were never here")


def _defaults(view: Readable) -> Iterator[Problem]:
    kept = {text(row, "id") for row in view.rows("SELECT id FROM wall WHERE role = 'saved'")}
    for badge, wall_id in read_defaults(view).items():
        if wall_id not in kept:
            yield Problem("default_wall", f"default wall of {badge or 'the workstation'}", "is no saved wall")


def _layouts(view: Readable) -> Iterator[Problem]:
    for row in read_layouts(view):
        if row.grid is None:
            yield Problem("layout_unreadable", f"layout {row.name}", "its tiles do not cover a grid")


def _tours(view: Readable) -> Iterator[Problem]:
    # Steps may name what was removed: a tour passes over it.
    for row in read_tours(view):
        if row.saved is None:
            yield Problem("tour_unreadable", f"tour {row.name}", "its content is no tour")


def _screens(view: Readable) -> Iterator[Problem]:
    for place, window in read_screen_windows(view):
        if window is None:
            yield Problem("screen_window_unreadable", f"window {place}", "its screen or content does not fit")


def _keys(view: Readable) -> Iterator[Problem]:
    for row in read_keys(view):
        try:
            if row.keys is None:
                raise Refused("key_unfit")
            fitting(row.command, row.keys)
        except Refused as error:
            yield Problem("keys_unreadable", f"keys of {row.command}", error.code)


def _sticks(view: Readable) -> Iterator[Problem]:
    for row in read_sticks(view):
        if row.profile is None:
            yield Problem("stick_profile_unreadable", f"joystick {row.model}", "its content is no arrangement")


def _shifts(view: Readable) -> Iterator[Problem]:
    return shift_problems(view)


def _history(view: Readable) -> Iterator[Problem]:
    by_camera: dict[str, list[Recorded]] = {}
    for one in read_all_spans(view):
        by_camera.setdefault(one.span.camera_id, []).append(one)
    for camera_id, recorded in by_camera.items():
        where = f"history of camera {camera_id}"
        open_spans = sum(one.span.to_at is None for one in recorded)
        if open_spans > 1:
            yield Problem("history_open", where, f"{open_spans} spans are open at once")
        for before, after in pairwise(recorded):
            if before.span.to_at != after.span.from_at and not after.clock_stepped:
                yield Problem("history_order", where, f"no span joins the one of {after.span.from_at.isoformat()}")
        for one in recorded:
            if one.span.to_at is not None and one.span.to_at < one.span.from_at:
                yield Problem("history_backwards", where, f"ends before it begins: {one.span.from_at.isoformat()}")
