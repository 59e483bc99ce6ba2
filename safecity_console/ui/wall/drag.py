"""Dragging cameras: from the list to a tile as MIME data, from tile to tile by the wall itself.

Belongs here: the MIME form, the state of a drag on the wall. Does not belong here: what a drop does (controller.py).
Invariants: 1. Dropped data is a camera id of at most `ID_MAX` characters or nothing: other programs may drop anything.
Thread: GUI.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint

MIME = "application/x-safecity-camera"
ID_MAX = 64


@dataclass(slots=True)
class TileDrag:
    """A tile in the officer's hand: where it was pressed, where the pointer is, whether it was really pulled."""

    tile: int
    pressed_at: QPoint
    at: QPoint
    pulled: bool = False


def camera_mime(camera_id: str) -> QMimeData:
    """Give a camera as MIME data."""
    data = QMimeData()
    data.setData(MIME, camera_id.encode())
    return data


def camera_of(data: QMimeData) -> str | None:
    """Give the camera id of dropped data, or None where it is something else."""
    if not data.hasFormat(MIME):
        return None
    raw = bytes(data.data(MIME).data())
    try:
        text = raw.decode("ascii")
    except UnicodeDecodeError:
        return None
    return text if 0 < len(text) <= ID_MAX else None
