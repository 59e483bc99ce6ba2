"""Sparklines in the cells of the table of streams: two minutes of one figure in a glance.

Belongs here: drawing one cell. Does not belong here: measuring, the large plots (plots.py).
Invariants: 1. Time runs from left to right in every language. 2. The scale of a cell is its own, from 0 to its highest
value. 3. Where nothing was measured there is a gap, no line. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from safecity_console.services.figures import Series
from safecity_console.ui.cameras.model import ID_ROLE, Index
from safecity_console.ui.theme import Theme

PAD_X, PAD_Y = 6, 7
LINE_PX = 1.4
SeriesOf = Callable[[str], tuple[Series, ...]]


class Spark(QStyledItemDelegate):
    """Draws the series of a row's camera, the first one quiet, the last one loud."""

    def __init__(self, theme: Theme, series_of: SeriesOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph  # noqa: PLC0415 - 0.2 s that only this page needs

        self._theme, self._series_of = theme, series_of
        self._path_of = pyqtgraph.arrayToQPath

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        series = self._series_of(str(index.data(ID_ROLE)))
        rect = QRectF(option.rect).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        top = max((float(np.nanmax(one)) for one in series if np.isfinite(one).any()), default=0.0)
        if top <= 0:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = (self._theme.disabled, self._theme.selection)[-len(series):]
        for one, color in zip(series, colors, strict=True):
            pen = QPen(QColor(color), LINE_PX)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x = rect.left() + np.arange(one.size) * (rect.width() / max(1, one.size - 1))
            painter.drawPath(self._path_of(x, rect.bottom() - one / top * rect.height(), connect="finite"))
        painter.restore()
