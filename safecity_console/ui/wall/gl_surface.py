"""A surface of OpenGL over the wall, painted by the wall's own paint function.

Belongs here: what is dirty, giving the function a painter on the graphics device, noticing that it is gone. Does not
belong here: what is painted (view.py), whether graphics draw at all (drawing.py).
Invariants: 1. One paint path: the function gets a painter and a region, as a paint event of the processor's would.
2. What is not dirty keeps its pixels: the surface is updated in part. 3. It takes no mouse, no drop and no focus.
4. `lost` is told once, and never from inside a paint. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEngine, QPainter, QRegion
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget

GL_NO_ERROR, GL_CONTEXT_LOST = 0, 0x0507
ERRORS_READ_MOST = 8

Paint = Callable[[QPainter, QRegion], None]


class GlSurface(QOpenGLWidget):
    """Covers its parent."""

    lost = Signal(str)

    def __init__(self, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self._dirty = QRegion()
        self._told = False
        self.paints = 0
        self.setUpdateBehavior(QOpenGLWidget.UpdateBehavior.PartialUpdate)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(parent.rect())

    def renew(self, area: QRegion | QRect | None = None) -> None:
        """Have a part painted again, or everything."""
        self._dirty += self.rect() if area is None else area
        if not self._dirty.isEmpty():
            self.update()

    def resizeGL(self, _width: int, _height: int) -> None:
        """Take everything as dirty: the pixels were made anew."""
        self._dirty = QRegion(self.rect())

    def paintGL(self) -> None:
        """Paint what is dirty; called with the context current, or redirected where the widget is grabbed."""
        painter = QPainter()
        if not painter.begin(self):
            self._tell("no_painter")
            return
        engine = painter.paintEngine()
        if engine is None or engine.type() is not QPaintEngine.Type.OpenGL2:
            # A grab paints on an image: the whole wall, and what is dirty here stays so.
            self._paint(painter, QRegion(self.rect()))
            painter.end()
            return
        # Asked to paint by the window itself (it was uncovered): everything, as nothing says what was kept.
        dirty, self._dirty = self._dirty or QRegion(self.rect()), QRegion()
        painter.setClipRegion(dirty)
        self._paint(painter, dirty)
        painter.end()
        self.paints += 1
        context = self.context()
        if context is None or not context.isValid() or self._context_lost():
            self._tell("context_lost")

    def _context_lost(self) -> bool:
        functions = self.context().functions()
        for _ in range(ERRORS_READ_MOST):
            error = functions.glGetError()
            if error == GL_CONTEXT_LOST:
                return True
            if error == GL_NO_ERROR:
                return False
        return False

    def _tell(self, why: str) -> None:
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, lambda: self.lost.emit(why))
