"""From a spot or a box in the picture to a step of the camera.

Belongs here: the geometry. Does not belong here: the mouse (ui/), which operation does it (onvif/ptz.py).
Invariants: 1. Spots are shares of the picture from its top left corner, 0…1; what lies outside is drawn to the edge.
2. A step is in half views, as the field-of-view space counts (ONVIF PTZ §5.7.2.3): the spot at a step's end becomes the
centre. 3. A box never zooms out, and no further in than `FACTOR_MOST`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

FACTOR_MOST = 10.0
MOST_ZOOM = 20.0  # magnification at the end of the way where a camera does not say


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture as it was drawn; width and height may be negative."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ViewStep:
    """A step in half views, and by how much the view narrows."""

    pan: float = 0.0
    tilt: float = 0.0
    factor: float = 1.0


def centre_step(x: float, y: float) -> ViewStep:
    """Give the step that brings a spot to the centre."""
    return ViewStep(2 * _inside(x, 0.5) - 1, 1 - 2 * _inside(y, 0.5))


def box_step(box: Box) -> ViewStep:
    """Give the step that makes a box fill the picture."""
    left, right = sorted((_inside(box.x, 0.5), _inside(box.x + box.width, 0.5)))
    top, bottom = sorted((_inside(box.y, 0.5), _inside(box.y + box.height, 0.5)))
    step = centre_step((left + right) / 2, (top + bottom) / 2)
    most = max(right - left, bottom - top, 1.0 / FACTOR_MOST)
    return ViewStep(step.pan, step.tilt, min(FACTOR_MOST, 1.0 / most))


def zoom_way(factor: float, most_zoom: float = MOST_ZOOM) -> float:
    """Give the share of the zoom's way that narrows the view by a factor; the way is even in the logarithm."""
    if not math.isfinite(factor) or factor <= 0:
        return 0.0
    return max(-1.0, min(1.0, math.log(factor) / math.log(most_zoom)))


def _inside(value: float, otherwise: float) -> float:
    return min(1.0, max(0.0, value)) if math.isfinite(value) else otherwise
