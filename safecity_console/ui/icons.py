"""Icons: Lucide outlines from resources, tinted and drawn at run time.

Belongs here: drawing and caching. Does not belong here: which icon means what (the widgets name them).
Invariants: 1. One stroke width, 1.75 of 24. 2. QtSvg knows no `currentColor`: it is replaced in the text.
3. The cache is bounded by the names, colours and sizes the program asks for. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from safecity_console.core.resources import resource_path
from safecity_console.ui.theme import Theme

STROKE = "1.75"
GAP_PX = 4


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=512)
def icon_pixmap(name: str, color: str, size_px: int, dpr: float = 1.0) -> QPixmap:
    """Draw an icon in a colour (#rrggbb), `size_px` logical pixels wide; raises FileNotFoundError."""
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))
    side = round(size_px * dpr)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


def icon(name: str, theme: Theme, role: str = "secondary", on_role: str = "", size_px: int = 18) -> QIcon:
    """Give an icon for buttons: `role` when off, `on_role` when checked, the disabled role when disabled."""
    return _of_shades(theme, role, on_role, lambda color, dpr: icon_pixmap(name, color, size_px, dpr))


def spaced_icon(name: str, theme: Theme, role: str = "secondary", size_px: int = 16) -> QIcon:
    """Give an icon with room on the side of the words, `size_px` + GAP_PX wide: Qt's own four pixels are too few."""
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return _of_shades(theme, role, "", lambda color, dpr: _spaced(name, color, size_px, dpr, rtl))


def _spaced(name: str, color: str, size_px: int, dpr: float, rtl: bool) -> QPixmap:
    pixmap = QPixmap(round((size_px + GAP_PX) * dpr), round(size_px * dpr))
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(dpr)
    painter = QPainter(pixmap)
    painter.drawPixmap(GAP_PX if rtl else 0, 0, icon_pixmap(name, color, size_px, dpr))
    painter.end()
    return pixmap


def _of_shades(theme: Theme, role: str, on_role: str, draw: Callable[[str, float], QPixmap]) -> QIcon:
    made = QIcon()
    shades = (
        (QIcon.Mode.Normal, QIcon.State.Off, role),
        (QIcon.Mode.Normal, QIcon.State.On, on_role or role),
        (QIcon.Mode.Disabled, QIcon.State.Off, "disabled"),
        (QIcon.Mode.Disabled, QIcon.State.On, "disabled"),
    )
    for mode, state, shade in shades:
        for dpr in (1.0, 2.0):
            made.addPixmap(draw(str(getattr(theme, shade)), dpr), mode, state)
    return made
