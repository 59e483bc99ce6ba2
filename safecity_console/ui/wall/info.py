"""Tile info: the figures of the selected camera's stream on a panel over its tile.

Belongs here: whether it is on, what it says, where it lies, its picture. Does not belong here: the figures
(services/figures.py), their words (figure_words.py), when to renew it (view.py).
Invariants: 1. The panel never leaves the wall. 2. It is rendered anew only where a line reads differently. 3. Every
change gives the region it touched. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from safecity_console.domain.camera_event import CameraEvent
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.event_texts import event_line, left_out_line
from safecity_console.ui.format import moment_text, number_text
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.figure_words import info_lines
from safecity_console.ui.wall.ink import LEFT, ON_SCRIM, Ink, draw_line, line_height, text_width
from safecity_console.ui.wall.tile import Tile
from safecity_console.ui.wall.words import camera_name

Lines = tuple[tuple[str, str], ...]
TOLD_MOST = 3
PAD_PX, GAP_PX, EDGE_PX = 12, 18, 8
VALUE_MOST_PX = 330
LINE_EXTRA_PX = 5
ALPHA = 250
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TileInfo:
    """Switched on, it follows the selection of one wall."""

    def __init__(self, services: ConsoleServices, zone: ZoneInfo, language: str) -> None:
        self._services, self._zone, self._language = services, zone, language
        self.panel = InfoPanel(rtl=language == "ur")
        self.on = False
        self._told_for, self._events = ("", -1), tuple[CameraEvent, ...]()

    def toggle(self) -> QRegion:
        """Switch it on or off; gives what to repaint."""
        self.on = not self.on
        return QRegion() if self.on else self.panel.hide()

    def renew(self, ink: Ink, tiles: Iterable[Tile], area: QRect) -> QRegion:
        """Say the newest figures of the selected tile's camera; gives what to repaint."""
        if not self.on:
            return QRegion()
        tile = next((t for t in tiles if t.selected), None)
        camera = tile.camera if tile is not None else None
        if tile is None or camera is None:
            return self.panel.hide()
        lines = (*info_lines(camera, self._services.figures.figures().get(camera.id), self._moment),
                 *self._told(camera.id))
        title = f"{number_text(camera.number)}  {camera_name(camera, self._language)}"
        return self.panel.show(ink, title, lines, tile.rect, area)

    def _told(self, camera_id: str) -> Lines:
        """Give what the camera told last, read anew where there may be something newer."""
        events = self._services.camera_events
        if (camera_id, events.generation) != self._told_for:
            self._told_for = (camera_id, events.generation)
            self._events = events.recent(camera_id, TOLD_MOST, motion=False)
        name = QCoreApplication.translate("streams", "Told by the camera")
        lines = [event_line(one, self._moment) for one in self._events]
        hearing = events.hearing(camera_id)
        if hearing is not None and hearing.dropped:
            lines.append(left_out_line(hearing.dropped))
        return tuple((name if at == 0 else "", line) for at, line in enumerate(lines))

    def _moment(self, at: datetime) -> str:
        return moment_text(at, self._services.clock.now(), self._zone, self._language)


class InfoPanel:
    """The panel; it is off until it is given lines."""

    def __init__(self, rtl: bool) -> None:
        self._rtl = rtl
        self._lines: Lines = ()
        self._title = ""
        self._pixmap: QPixmap | None = None
        self.rect = QRect()

    @property
    def lines(self) -> Lines:
        """Give what it says."""
        return self._lines

    def show(self, ink: Ink, title: str, lines: Lines, tile: QRect, area: QRect) -> QRegion:
        """Say these lines over a tile; gives what to repaint, nothing where nothing is new."""
        before, old = self._pixmap, self.rect
        if before is None or (title, lines) != (self._title, self._lines):
            self._title, self._lines = title, lines
            self._pixmap = _render(ink, title, lines, self._rtl)
        size = self._pixmap.deviceIndependentSize().toSize() if self._pixmap is not None else QSize()
        self.rect = _placed(size, tile, area)
        return QRegion() if self._pixmap is before and self.rect == old else QRegion(old) + self.rect

    def hide(self) -> QRegion:
        """Say nothing any more; gives what to repaint."""
        old, self.rect = self.rect, QRect()
        self._lines, self._title, self._pixmap = (), "", None
        return QRegion(old)

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Draw it where the region needs it."""
        if self._pixmap is not None and region.intersects(self.rect):
            painter.drawPixmap(self.rect.topLeft(), self._pixmap)


def _placed(size: QSize, tile: QRect, area: QRect) -> QRect:
    """Give where the panel lies: in its tile's upper left corner, pushed back into the wall where that is too small."""
    rect = QRect(tile.topLeft() + QPoint(EDGE_PX, EDGE_PX), size)
    if rect.right() > area.right() - EDGE_PX:
        rect.moveRight(area.right() - EDGE_PX)
    if rect.bottom() > area.bottom() - EDGE_PX:
        rect.moveBottom(area.bottom() - EDGE_PX)
    rect.moveTopLeft(QPoint(max(area.left(), rect.left()), max(area.top(), rect.top())))
    return rect


def _render(ink: Ink, title: str, lines: Lines, rtl: bool) -> QPixmap:
    names = max(text_width(ink.small, name) for name, _ in lines)
    values = min(VALUE_MOST_PX, max(text_width(ink.small, value) for _, value in lines))
    width = max(names + GAP_PX + values, min(VALUE_MOST_PX, text_width(ink.bold, title))) + 2 * PAD_PX
    high, step = line_height(ink.bold) + 10, line_height(ink.small) + LINE_EXTRA_PX
    pixmap = ink.canvas(width, 2 * PAD_PX + high + step * len(lines))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scrim = QColor(ink.theme.scrim)
    scrim.setAlpha(ALPHA)
    painter.setBrush(scrim)
    painter.setPen(QColor(DARK.hairline))
    size = pixmap.deviceIndependentSize()
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 7, 7)
    # The dark theme's words: the scrim is dark in every theme. A text reads its own way on a wall that is not mirrored.
    align = RIGHT if rtl else LEFT
    inner = width - 2 * PAD_PX
    draw_line(painter, QRect(PAD_PX, PAD_PX - 2, inner, high - 6), ink.bold, ON_SCRIM, title, align)
    for number, (name, value) in enumerate(lines):
        top = PAD_PX + high + number * step
        name_x, value_x = (width - PAD_PX - names, PAD_PX) if rtl else (PAD_PX, PAD_PX + names + GAP_PX)
        draw_line(painter, QRect(name_x, top, names, step), ink.small, DARK.secondary, name, align)
        draw_line(painter, QRect(value_x, top, inner - names - GAP_PX, step), ink.small, ON_SCRIM, value, align)
    painter.end()
    return pixmap
