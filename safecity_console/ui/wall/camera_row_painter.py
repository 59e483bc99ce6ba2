"""Drawing one row of the camera list: shape of the condition, number and name, place and word.

Belongs here: the delegate. Does not belong here: rows (camera_rows.py).
Invariant: a condition is a shape and a word before it is a colour. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from safecity_console.domain.camera import Camera
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import number_text
from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.style import mixed
from safecity_console.ui.texts import condition_text
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.camera_rows import CAMERA_ROLE, MOVING_ROLE, WATCH_ROLE, Index
from safecity_console.ui.wall.ink import Ink, draw_line, line_height, text_width
from safecity_console.ui.wall.words import camera_name

SHAPES: dict[Condition, tuple[str, str]] = {
    Condition.LIVE: ("video", "secondary"),
    Condition.LATE: ("timer", "impaired"),
    Condition.IMPAIRED: ("triangle-alert", "impaired"),
    Condition.CONNECTING: ("loader", "secondary"),
    Condition.OFFLINE: ("video-off", "impaired"),
    Condition.REFUSED: ("lock-keyhole", "impaired"),
    Condition.DISABLED: ("power-off", "disabled"),
}
PAD_PX = 8
ICON_PX = 16
ALIGN = {
    Qt.LayoutDirection.LeftToRight: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Qt.LayoutDirection.RightToLeft: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class CameraRowPainter(QStyledItemDelegate):
    """The delegate."""

    def __init__(self, theme: Theme, language: str, services: ConsoleServices, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._language, self._services = theme, language, services
        self._ink = Ink(theme, language, 1.0)
        self._line_px = line_height(self._ink.plain)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * self._line_px + 2 * PAD_PX - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        camera, watch = index.data(CAMERA_ROLE), index.data(WATCH_ROLE)
        if not isinstance(camera, Camera):
            return
        rect = QRect(getattr(option, "rect"))  # noqa: B009 - the stubs do not know the option's fields
        state = getattr(option, "state")  # noqa: B009
        painter.save()
        self._background(painter, rect, state)
        direction = getattr(option, "direction")  # noqa: B009
        self._words(painter, rect, camera, watch if isinstance(watch, CameraWatch) else None, direction,
                    index.data(MOVING_ROLE) is True)
        painter.restore()

    def _background(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mixed(self._theme.selection, self._theme.panel, 0.22)))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self._theme.raised))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(self._theme.hairline))

    def _words(self, painter: QPainter, rect: QRect, camera: Camera, watch: CameraWatch | None,
               direction: Qt.LayoutDirection, moving: bool) -> None:
        theme, ink = self._theme, self._ink
        shape, role = SHAPES[watch.condition] if watch is not None else ("circle", "disabled")
        color = str(getattr(theme, role))
        align = ALIGN[direction]
        inner = rect.adjusted(PAD_PX, PAD_PX - 2, -PAD_PX, -PAD_PX + 1)

        def at(left: int, top: int, width: int, height: int) -> QRect:
            """Place a box counted from the reading edge."""
            x = left if direction is Qt.LayoutDirection.LeftToRight else inner.width() - left - width
            return QRect(inner.left() + x, inner.top() + top, max(1, width), height)

        dpr = painter.device().devicePixelRatio()
        painter.drawPixmap(at(0, 1, ICON_PX, ICON_PX).topLeft(), icon_pixmap(shape, color, ICON_PX, float(dpr)))
        left = ICON_PX + PAD_PX
        number = number_text(camera.number)
        wide = text_width(ink.bold, number)
        draw_line(painter, at(left, 0, wide, self._line_px), ink.bold, theme.text, number, align)
        room = inner.width() - left - wide - PAD_PX
        name = camera_name(camera, self._language)
        draw_line(painter, at(left + wide + PAD_PX, 0, room, self._line_px), ink.plain, theme.text, name, align)
        below = at(left, self._line_px, inner.width() - left, self._line_px)
        word = condition_text(watch.condition) if watch is not None else ""
        said = word
        if camera.site_name and camera.site_name != camera.name:
            pattern = QCoreApplication.translate("wall", "{condition} · {place}")
            said = pattern.format(condition=word, place=camera.site_name)
        if moving:  # what the camera tells, quietly: motion is never an alarm
            said = QCoreApplication.translate("wall", "{condition} · motion").format(condition=said)
        draw_line(painter, below, ink.small, color if role == "impaired" else theme.secondary, said, align)
