"""Measuring whether a picture is black, covered, out of focus or frozen, from its luma alone.

Belongs here: readings of one camera's pictures, a few a minute. Does not belong here: holding and raising
(domain/health.py), stored reference views (they come with the repair desk; until then only gross faults are named).
Invariants: 1. A reading never raises on any picture. 2. Thresholds are meant to stay silent on a doubtful picture: an
officer stops believing a wall that cries wolf. Sources: Crété et al. 2007 "The blur effect" (no-reference, 0 sharp … 1
blurred); flat blocks and black after evidence-and-operations §3.1 P1, P5; P3 exact equality, never "small change".
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from safecity_console.domain.health import PictureFault, PictureReading

WIDTH = 320
BLACK_MEAN = 26.0  # limited-range video: black is 16
BLACK_HIGH = 50.0
FLAT_SD = 4.0
COVERED_ANYWAY = 0.97
COVERED_PLAIN = 0.90  # enough where the whole picture is nearly of one shade
PLAIN_SD = 8.0
COVERED_RISE = 0.40
BASELINE_READINGS = 2
BASELINE_PACE = 0.02
BLUR_LIMIT = 0.48  # clean clips measured 0.14-0.39, defocused ones 0.51-0.56
DARK_MEAN = 30.0
CONTRAST_MIN = 12.0

Luma = NDArray[np.uint8]


def blur_effect(luma: Luma) -> float:
    """Give Crété's blur effect, 0 (sharp) to 1 (blurred): how little a further blur changes the picture."""
    grey = luma.astype(np.float32)
    worst = 0.0
    for size, axis in (((9, 1), 1), ((1, 9), 0)):
        blurred = cv2.blur(grey, size)
        before = np.abs(np.diff(grey, axis=axis))
        after = np.abs(np.diff(blurred, axis=axis))
        total = float(before.sum())
        if total < 1e-6:
            continue
        lost = float(np.maximum(0.0, before - after).sum())
        worst = max(worst, (total - lost) / total)
    return worst


def flat_share(luma: Luma) -> float:
    """Give the share of 16 by 40 blocks without any structure."""
    rows, columns = luma.shape[0] // 16, luma.shape[1] // 40
    if rows == 0 or columns == 0:
        return 0.0
    blocks = luma[: rows * 16, : columns * 40].reshape(rows, 16, columns, 40).astype(np.float32)
    deviations = blocks.std(axis=(1, 3))
    return float((deviations < FLAT_SD).mean())


class PictureProbe:
    """Readings of one camera; remembers the last picture's luma and how flat its view usually is.

    An empty car park is as flat as a covered lens (measured 0.85 against 0.88), so covering is judged by the rise over
    this camera's own usual share; without one yet, only a view with next to nothing in it is called covered.
    """

    def __init__(self) -> None:
        self._last: Luma | None = None
        self._usual_flat = 0.0
        self._readings = 0

    def forget(self) -> None:
        """Forget the last picture, as after a reconnect; what is usual for this view stays."""
        self._last = None

    def read(self, luma: Luma) -> PictureReading:
        """Measure one picture (8-bit luma, any size); call it at least a second apart."""
        small = _reduced(luma)
        frozen = self._last is not None and self._last.shape == small.shape and bool(np.array_equal(self._last, small))
        self._last = small
        mean = float(small.mean())
        if mean < BLACK_MEAN and float(np.percentile(small, 99)) < BLACK_HIGH:
            return PictureReading(PictureFault.BLACK, mean, BLACK_MEAN)
        covered = self._covered(small, mean)
        if covered is not None:
            return covered
        if frozen:
            return PictureReading(PictureFault.FROZEN)
        blur = blur_effect(small)
        if blur >= BLUR_LIMIT and mean >= DARK_MEAN and float(small.std()) >= CONTRAST_MIN:
            return PictureReading(PictureFault.DEFOCUS, blur, BLUR_LIMIT)
        return PictureReading(None, blur, BLUR_LIMIT)

    def _covered(self, small: Luma, mean: float) -> PictureReading | None:
        flat = flat_share(small)
        limit = COVERED_PLAIN if float(small.std()) < PLAIN_SD else COVERED_ANYWAY
        if self._readings >= BASELINE_READINGS:
            limit = min(limit, self._usual_flat + COVERED_RISE)
        if flat >= limit and mean >= DARK_MEAN:
            return PictureReading(PictureFault.COVERED, flat, limit)
        if mean >= DARK_MEAN:
            self._readings += 1
            pace = max(BASELINE_PACE, 1.0 / self._readings)
            self._usual_flat += pace * (flat - self._usual_flat)
        return None


def _reduced(luma: Luma) -> Luma:
    height, width = luma.shape
    if width <= WIDTH:
        return luma.copy()
    size = (WIDTH, max(1, round(height * WIDTH / width)))
    return np.asarray(cv2.resize(luma, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
