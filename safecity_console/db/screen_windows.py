"""What stands on other screens as rows: which place, which screen, what is shown.

Belongs here: their SQL, strict reading of the two JSON columns. Does not belong here: the arrangement of the place
(walls.py keeps it as the current wall of that place), matching screens (domain/screens.py).
Invariants: 1. A row that cannot be read is given as None, never raised: one bad row must not cost the others. 2. After
a crash a row is there whole or not at all; what was sent last and committed comes back. Threads: reading any, writing
the writer's.
"""

from __future__ import annotations

import json

from safecity_console.db.rows import Readable, Row, text
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.screens import (
    TEXT_MOST,
    SentKind,
    SentWindow,
    box_from,
    box_to,
    screen_from,
    screen_to,
)
from safecity_console.domain.wall import MAIN_PLACE


def read_screen_windows(view: Readable) -> tuple[tuple[str, SentWindow | None], ...]:
    """Read every window by its place, in the order they were sent; None where a row is unreadable."""
    rows = view.rows("SELECT place, screen, content FROM screen_window ORDER BY created_at, id")
    return tuple((text(row, "place"), _read(row)) for row in rows)


def put_screen_window(transaction: Transaction, window: SentWindow) -> None:
    """Keep what stands in a place."""
    row = transaction.one("SELECT id FROM screen_window WHERE place = ?", [window.place])
    box = None if window.box is None else box_to(window.box)
    content = {"kind": window.kind.value, "camera": window.camera_id, "window": box}
    values = {
        "place": window.place,
        "screen": json.dumps(screen_to(window.screen), ensure_ascii=False),
        "content": json.dumps(content, ensure_ascii=False),
    }
    if row is None:
        transaction.insert(Table.SCREEN_WINDOW, values)
    else:
        transaction.update(Table.SCREEN_WINDOW, text(row, "id"), values)


def delete_screen_window(transaction: Transaction, place: str) -> None:
    """Forget a place; nothing happens where none is kept."""
    row = transaction.one("SELECT id FROM screen_window WHERE place = ?", [place])
    if row is not None:
        transaction.delete(Table.SCREEN_WINDOW, text(row, "id"))


def _read(row: Row) -> SentWindow | None:
    screen, content = screen_from(_json(text(row, "screen"))), _json(text(row, "content"))
    # The main window's place is never sent anywhere: a second window in it would take its wall away when it closes.
    if screen is None or not isinstance(content, dict) or text(row, "place") == MAIN_PLACE:
        return None
    kind, camera_id, window = content.get("kind"), content.get("camera"), content.get("window")
    if kind not in list(SentKind) or not isinstance(camera_id, str) or len(camera_id) > TEXT_MOST:
        return None
    box = box_from(window)
    if window is not None and box is None:
        return None
    return SentWindow(text(row, "place"), screen, SentKind(str(kind)), camera_id, box)


def _json(content: str) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
