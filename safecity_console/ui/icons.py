"""Icons: Lucide outlines from resources, tinted and drawn at run time.

Belongs here: drawing and caching. Does not belong here: which icon means what (the widgets name them).
Invariants: 1. One stroke width, 1.75 of 24. 2. QtSvg knows no `currentColor`: it is replaced in the text.
3. The cache is bounded by the names, colours and sizes the program asks for. Thread: GUI.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from safecity_console.core.resources import resource_path
from safecity_console.ui.theme import Theme

STROKE = "1.75"


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=512)
def icon_pixmap(name: str, color: str, size_px: int, dpr: float = 1.0) -> QPixmap:
    """Draw an icon in a colour (#rrggbb), `size_px` logical pixels wide; raises FileNotFoundError for an unknown name."""
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
    made = QIcon()
    shades = (
        (QIcon.Mode.Normal, QIcon.State.Off, role),
        (QIcon.Mode.Normal, QIcon.State.On, on_role or role),
        (QIcon.Mode.Disabled, QIcon.State.Off, "disabled"),
        (QIcon.Mode.Disabled, QIcon.State.On, "disabled"),
    )
    for mode, state, shade in shades:
        for dpr in (1.0, 2.0):
            made.addPixmap(icon_pixmap(name, str(getattr(theme, shade)), size_px, dpr), mode, state)
    return made
