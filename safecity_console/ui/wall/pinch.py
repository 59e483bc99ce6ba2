"""Two fingers on a touch pad or screen, as one step of a pinch.

Belongs here: reading Qt's two kinds of gesture. Does not belong here: what a pinch does (zooming.py). Thread: GUI.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

PINCHES = (QEvent.Type.NativeGesture, QEvent.Type.Gesture)
_STEP_MOST = 2.0


@dataclass(frozen=True, slots=True)
class Pinch:
    """By which factor the fingers moved apart since the last step, around which point, and how far that moved."""

    factor: float
    at: QPointF
    moved: QPointF


def pinched(event: QEvent, widget: QWidget) -> Pinch | None:
    """Read an event of `PINCHES`; None where it is another gesture."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return None
        return Pinch(_bounded(1.0 + event.value()), event.position(), QPointF())
    gesture = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(gesture, QPinchGesture):
        return None
    at = widget.mapFromGlobal(gesture.centerPoint())
    before = widget.mapFromGlobal(gesture.lastCenterPoint())
    moved = at - before if gesture.state() is Qt.GestureState.GestureUpdated else QPointF()
    return Pinch(_bounded(gesture.scaleFactor()), at, moved)


def _bounded(factor: float) -> float:
    return min(_STEP_MOST, max(1 / _STEP_MOST, factor))
