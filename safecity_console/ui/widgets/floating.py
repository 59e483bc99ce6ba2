"""A panel that floats over the window's pages: part of the window, moved by its head, Tab stays inside.

Belongs here: place, size, mask, moving, the ring of focus. Does not belong here: what is in it.
Invariants: 1. It is opaque and no dialog: what is behind goes on. 2. It never leaves the frame it lies on. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from safecity_console.ui.theme import RADIUS

EDGE_PX, HEAD_PX = 24, 40


class FloatingPanel(QFrame):
    """The panel; its subclass fills `body`, whose first widget is the head."""

    def __init__(self, frame: QWidget, wide_px: int) -> None:
        super().__init__(frame)
        self._frame, self._wide_px = frame, wide_px
        self._grip: QPoint | None = None
        self._placed = self._moved = False
        self.setProperty("surface", "floating")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        frame.installEventFilter(self)

    def settle(self) -> None:
        """Take the size the content wants now, and once more when wrapped lines know their height."""
        self._settle()
        QTimer.singleShot(0, self, self._settle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay inside the frame."""
        if watched is self._frame and event.type() is QEvent.Type.Resize:
            self._placed = self._placed and self._moved  # where no hand put it, it stays in the middle
            self._settle()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the panel."""
        start: QWidget = QApplication.focusWidget() or self
        at = start
        while True:
            following = at.nextInFocusChain() if forward else at.previousInFocusChain()
            if following is None or following is start:
                return False
            at = following
            if self.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisibleTo(self) \
                    and at.isEnabled():
                at.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners by a mask, so that the panel stays opaque."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(self.rect().toRectF(), RADIUS + 2, RADIUS + 2)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the panel by its head."""
        self._grip = event.position().toPoint() if event.position().y() <= HEAD_PX else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it out of the way of a picture."""
        if self._grip is not None:
            self._moved = True
            self._place(self.pos() + event.position().toPoint() - self._grip)

    def _settle(self) -> None:
        wide = min(self._wide_px, self._frame.width() - 2 * EDGE_PX)
        self.setFixedWidth(wide)
        self.body.activate()
        high = max(self.body.heightForWidth(wide), self.body.minimumSize().height())
        self.resize(wide, min(high, self._frame.height() - 2 * EDGE_PX))
        if not self._placed:
            self._placed = True
            above = max(EDGE_PX, (self._frame.height() - high) * 2 // 5)
            self._place(QPoint((self._frame.width() - wide) // 2, above))
        else:
            self._place(self.pos())

    def _place(self, at: QPoint) -> None:
        x = min(max(0, at.x()), max(0, self._frame.width() - self.width()))
        y = min(max(0, at.y()), max(0, self._frame.height() - self.height()))
        self.move(x, y)
