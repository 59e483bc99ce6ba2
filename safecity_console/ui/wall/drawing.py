"""Who draws the wall, the processor or graphics: changed at once, and back without a word where graphics fail.

Belongs here: making and dropping the surface of OpenGL, passing on what is dirty. Does not belong here: judging
renderers (domain/renderer.py), painting (view.py, gl_surface.py).
Invariants: 1. Without a real renderer no context of OpenGL is ever made in this process. 2. A surface that was lost, or
has not painted `FIRST_PAINT_MS` after it was shown, goes; the processor paints the whole wall at once and the renderer
is not used again in this run. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from safecity_console.domain.renderer import DrawMode, draws_with_graphics
from safecity_console.services.renderer import RendererService
from safecity_console.ui.wall.gl_surface import GlSurface, Paint

FIRST_PAINT_MS = 3000
_LOOK_AT = (QEvent.Type.Resize, QEvent.Type.Show)


class Drawing(QObject):
    """The surface of one wall, where there is one."""

    def __init__(self, view: QWidget, renderer: RendererService, paint: Paint) -> None:
        super().__init__(view)
        self._view = view
        self._renderer = renderer
        self._paint = paint
        self.surface: GlSurface | None = None
        self._beginning = False
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.setInterval(FIRST_PAINT_MS)
        self._watchdog.timeout.connect(self._on_watchdog)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() in _LOOK_AT:
            self.decide()
            if self.surface is not None:
                self.surface.setGeometry(self._view.rect())
        return False

    def decide(self) -> None:
        """Look at setting, renderer and size anew."""
        size, ratio = self._view.size(), self._view.devicePixelRatioF()
        pixels = round(size.width() * ratio) * round(size.height() * ratio)
        mode = DrawMode(self._renderer.mode())
        wanted = draws_with_graphics(mode, self._renderer.renderer(), pixels, self.surface is not None)
        if wanted and self.surface is None and self._view.isVisible() and not self._beginning:
            self._begin()
        elif not wanted and self.surface is not None:
            self.end()

    def renew(self, area: QRegion | QRect | None) -> bool:
        """Have a part of the surface painted again (None: all); False where the processor draws."""
        if self.surface is None:
            return False
        self.surface.renew(area)
        return True

    def end(self) -> None:
        """Give the wall back to the processor."""
        if self.surface is not None:
            self._watchdog.stop()
            gone, self.surface = self.surface, None
            gone.lost.disconnect(self._on_lost)
            gone.hide()
            gone.deleteLater()
            self._view.update()

    def _begin(self) -> None:
        # The first surface of a window makes the window anew, which shows the view again while this still runs.
        self._beginning = True
        self.surface = GlSurface(self._paint, self._view)
        self._beginning = False
        self.surface.lost.connect(self._on_lost)
        self.surface.show()
        self.surface.renew()
        self._watchdog.start()

    def _on_watchdog(self) -> None:
        surface = self.surface
        if surface is None or surface.paints:
            return
        if self._view.isVisible() and not self._view.window().isMinimized():
            self._on_lost("no_paint")
        else:
            self._watchdog.start()  # nothing is painted of what nobody can see

    def _on_lost(self, why: str) -> None:
        self.end()
        self._renderer.failed(why)
