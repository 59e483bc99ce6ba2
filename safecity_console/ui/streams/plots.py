"""Three plots of the selected stream over the last two minutes: pictures a second, bit rate, delay.

Belongs here: the pyqtgraph widgets and their look. Does not belong here: measuring, the table.
Invariants: 1. Time runs from left to right in every language. 2. Colours are the theme's roles. 3. Nothing can be
dragged out of sight: the plots follow the newest second. Thread: GUI.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.figures import SERIES_S, Measure
from safecity_console.services.figures import FigureService
from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import label

HEIGHT_PX = 176
SECONDS = np.arange(SERIES_S) - (SERIES_S - 1.0)


class Plots(QFrame):
    """The plots of one camera."""

    def __init__(self, theme: Theme, figures: FigureService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strip")
        self.setFixedHeight(HEIGHT_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._theme, self._figures = theme, figures
        self.curves: dict[Measure, Any] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(16)
        translate = QCoreApplication.translate
        fps = translate("streams", "Pictures a second: received and shown")
        for title, measures, name, least in (
            (fps, (Measure.RECEIVED_FPS, Measure.SHOWN_FPS), "fps", 5.0),
            (translate("streams", "Bit rate, kbit/s"), (Measure.KBIT_S,), "rate", 100.0),
            (translate("streams", "Behind, seconds"), (Measure.LAG_S,), "lag", 0.5),
        ):
            box.addLayout(self._plot(title, measures, name, least), 1)

    def show_camera(self, camera_id: str | None) -> None:
        """Draw a camera's series as they are now; None draws nothing."""
        for measure, curve in self.curves.items():
            values = self._figures.series(camera_id, measure) if camera_id is not None else np.full(SERIES_S, np.nan)
            curve.setData(SECONDS, values, connect="finite")

    def _plot(self, title: str, measures: tuple[Measure, ...], name: str, least: float) -> QVBoxLayout:
        import pyqtgraph as pg  # noqa: PLC0415 - 0.2 s that only this page needs

        theme = self._theme
        plot = pg.PlotWidget(background=theme.panel)
        plot.setObjectName(f"plot-{name}")
        plot.setAccessibleName(title)
        plot.getPlotItem().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setXRange(-SERIES_S + 1, 0, padding=0.01)
        plot.setLimits(yMin=0, minYRange=least)
        plot.plot([SECONDS[0], 0.0], [0.0, 0.0], pen=None)  # the scale begins at nothing, whatever the figures
        plot.enableAutoRange(axis="y")
        plot.showGrid(x=False, y=True, alpha=0.15)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(theme.hairline)
            axis.setTextPen(theme.secondary)
        colors = (theme.secondary, theme.selection)[-len(measures):]
        for measure, color in zip(measures, colors, strict=True):
            self.curves[measure] = plot.plot(pen=pg.mkPen(color, width=1.5), antialias=True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(title, "small"))
        column.addWidget(plot, 1)
        return column
