"""Footage: a clip decoded once at a low rate, and what a turned and zoomed lens sees of it.

Belongs here: pictures by time, the crop, the strip that says where it looks. Does not belong here: encoding
(moving.py), motors (head.py).
Invariants: 1. Pictures are kept as JPEG, bounded. 2. One call decodes MAX_DECODED pictures at most, so that the first
turned picture comes at once. 3. Beyond its sides the scene goes on mirrored, above and below its last row does.
Thread: any.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from safecity_console.simulator.onvif.head import PAN, TILT, WIDEST_DEG, Aim
from safecity_console.simulator.variants import Picture

KEEP_EVERY = 3
MAX_KEPT = 100
MAX_DECODED = 2 * KEEP_EVERY
RATE = 5.0
_QUALITY = (cv2.IMWRITE_JPEG_QUALITY, 88)
_WHITE, _BLACK, _RED = (255, 255, 255), (0, 0, 0), (40, 40, 230)


class Footage:
    """One clip's pictures; the clip's loop began at `start_s` on the clock of `picture`."""

    def __init__(self, path: Path, start_s: float = 0.0) -> None:
        self._path, self._start_s = path, start_s
        self._lock = threading.Lock()
        self._kept: list[NDArray[np.uint8]] = []
        self._rest: Iterator[Picture] | None = None
        self._whole = False
        self._decoded = 0
        self._last: tuple[int, Picture] | None = None
        self._begun_s: float | None = None

    def picture(self, at_s: float) -> Picture:
        """Return the picture of a moment; the clip is a loop. Not to be drawn into."""
        with self._lock:
            self._begun_s = at_s if self._begun_s is None else self._begun_s
            wanted = max(0, int((at_s - self._begun_s) * RATE))
            self._decode(wanted)
            number = wanted % len(self._kept) if self._whole else min(wanted, len(self._kept) - 1)
            if self._last is None or self._last[0] != number:
                made: Picture = np.asarray(cv2.imdecode(self._kept[number], cv2.IMREAD_COLOR), np.uint8)
                self._last = (number, made)
            return self._last[1]

    def _decode(self, wanted: int) -> None:
        if self._whole or (self._kept and wanted < len(self._kept)):
            return
        if self._rest is None:
            self._rest = pictures_from(self._path, (self._begun_s or 0.0) - self._start_s)
        for _ in range(MAX_DECODED):
            picture = next(self._rest, None)
            if picture is None or len(self._kept) >= MAX_KEPT:
                self._whole, self._rest = True, None
                return
            if self._decoded % KEEP_EVERY == 0:
                self._kept.append(np.asarray(cv2.imencode(".jpg", picture, _QUALITY)[1], np.uint8))
            self._decoded += 1
            if wanted < len(self._kept):
                return


def pictures_from(path: Path, at_s: float) -> Iterator[Picture]:
    """Decode a looping clip once round, from the last key frame before a moment."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        tick_s = float(stream.time_base or 1)
        length_s = float(stream.duration or 0) * tick_s
        container.seek(int(at_s % length_s / tick_s) if length_s else 0, stream=stream)
        first: int | None = None
        for frame in container.decode(stream):
            first = frame.pts if first is None else first
            yield np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
        container.seek(0, stream=stream)
        for frame in container.decode(stream):
            if first is None or frame.pts is None or frame.pts >= first:
                return
            yield np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)


def look(picture: Picture, aim: Aim, width: int, height: int) -> Picture:
    """Return what the lens sees of the scene, in a size."""
    whole_height, whole_width = picture.shape[:2]
    share = aim.view_deg / WIDEST_DEG
    centre_x = whole_width * (0.5 + aim.pan_deg / WIDEST_DEG)
    centre_y = whole_height * (0.5 - aim.tilt_deg / (WIDEST_DEG * 9 / 16))
    step_x, step_y = whole_width * share / width, whole_height * share / height
    top, bottom = centre_y - step_y * height / 2, centre_y + step_y * height / 2
    above, below = max(0, math.ceil(-top)), max(0, math.ceil(bottom - whole_height) + 1)
    if above or below > 1:
        picture = np.asarray(cv2.copyMakeBorder(picture, above, below, 0, 0, cv2.BORDER_REPLICATE), np.uint8)
    map_to = np.array([[step_x, 0, centre_x - step_x * width / 2], [0, step_y, top + above]])
    seen = cv2.warpAffine(picture, map_to, (width, height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                          borderMode=cv2.BORDER_REFLECT_101)
    out: Picture = np.asarray(seen, np.uint8)
    return out


def draw_aim(picture: Picture, aim: Aim) -> None:
    """Draw in place where it looks: a bar each for pan (below) and tilt (right), and the figures."""
    height, width = picture.shape[:2]
    thick = max(1, height // 240)
    bar = height // 60
    left, right, top, bottom = width // 8, width - width // 8, height // 6, height - height // 6
    y, x = height - height // 20, width - width // 30
    cv2.rectangle(picture, (left, y - bar), (right, y + bar), _WHITE, thick)
    cv2.rectangle(picture, (x - bar, top), (x + bar, bottom), _WHITE, thick)
    at_x = round(left + (right - left) * (aim.pan_deg - PAN.least) / (PAN.most - PAN.least))
    at_y = round(bottom - (bottom - top) * (aim.tilt_deg - TILT.least) / (TILT.most - TILT.least))
    cv2.rectangle(picture, (at_x - bar, y - bar), (at_x + bar, y + bar), _RED, -1)
    cv2.rectangle(picture, (x - bar, at_y - bar), (x + bar, at_y + bar), _RED, -1)
    text = f"PAN {aim.pan_deg:+07.1f}   TILT {aim.tilt_deg:+06.1f}   ZOOM {aim.magnification:.1f}x"
    scale = height / 720
    for colour, stroke in ((_BLACK, 4 * thick), (_WHITE, thick)):
        cv2.putText(picture, text, (left, y - 2 * bar), cv2.FONT_HERSHEY_SIMPLEX, scale, colour, stroke)
