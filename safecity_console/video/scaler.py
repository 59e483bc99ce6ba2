"""Scaling a decoded frame once, straight to a tile's size and the screen's byte order.

Belongs here: fitting, the swscale contexts of a stream. Does not belong here: when to scale (reader.py), drawing
(ui/wall/).
Invariants: 1. The result keeps the picture's display aspect (to `SNAP`) and fits the tile; for a zoomed tile it is no
larger than the source. 2. BGRA rows as libav aligned them; nothing is copied: the libav frame is the buffer, and
`Picture.owner` keeps it alive. 3. Sizes are even: with an odd one swscale falls back to plain C, at two to four times
the cost (measured). 4. Every pixel of a row is written. Thread: one.
"""

from __future__ import annotations

from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from safecity_console.domain.picture import Picture

SNAP = 0.015  # an aspect this near the tile's fills it: a bar of one or two pixels helps nobody
# Scaled as they are and coloured afterwards, each by the special code swscale has for it: 0.13 ms for 0.22 in one step
# at 640x360 to 480x270. Colours are halved at the tile's size then; nobody sees it (mean difference 0.6 of 255).
TWO_STEPS = frozenset({"yuv420p", "yuvj420p"})
# At these widths, modulo 16, that special code leaves the last columns of every row as the memory was (swscale ends at
# the last whole eight pixels when a row's padding has no room for eight more): stripes of noise beside the picture.
UNFINISHED = frozenset({2, 4})


def fitted(source: tuple[int, int], aspect: float, tile: tuple[int, int], enlarge: bool = True) -> tuple[int, int]:
    """Give the largest size inside the tile with the picture's display aspect; `aspect` is a pixel's.

    Without `enlarge` neither side is larger than the source's: pixels the camera never sent cost time and show nothing.
    """
    if not enlarge and (tile[0] > source[0] or tile[1] > source[1]):
        tile = _capped(source, aspect, tile)
    width, height = max(1.0, source[0] * aspect), max(1, source[1])
    scale = min(tile[0] / width, tile[1] / height)
    if max(tile[0] - width * scale, 0) <= SNAP * tile[0] and max(tile[1] - height * scale, 0) <= SNAP * tile[1]:
        return _even(tile[0], tile[0]), _even(tile[1], tile[1])
    return _even(width * scale, tile[0]), _even(height * scale, tile[1])


def _even(length: float, limit: int) -> int:
    return max(2, min(round(length / 2) * 2, limit // 2 * 2))


def _capped(source: tuple[int, int], aspect: float, tile: tuple[int, int]) -> tuple[int, int]:
    """Give a tile of the same shape that makes no picture of this source larger than the source."""
    width, height = max(1.0, source[0] * aspect), max(1, source[1])
    share = min(tile[0] / width, tile[1] / height)
    most = min(1.0, 1.0 / aspect)
    return (tile[0], tile[1]) if share <= most else (max(2, int(tile[0] * most / share)),
                                                    max(2, int(tile[1] * most / share)))


class Scaler:
    """The swscale contexts of one stream, one for each step."""

    def __init__(self) -> None:
        self._resizer = VideoReformatter()
        self._reformatter = VideoReformatter()

    def scale(self, frame: VideoFrame, size: tuple[int, int], arrived_s: float, lag_s: float) -> Picture:
        """Make the tile's picture of a frame; raises av.error.FFmpegError for formats that cannot be converted."""
        # threads=1: swscale's default would start a pool of its own for every stream.
        sized, how = frame, Interpolation.FAST_BILINEAR
        same = size == (frame.width, frame.height)
        if size[0] % 16 in UNFINISHED:  # in one step, and where there is nothing to scale by the exact code
            how = how | Interpolation.ACCURATE_RND if same else how
        elif frame.format.name in TWO_STEPS and not same:
            sized = self._resizer.reformat(frame, *size, interpolation=Interpolation.FAST_BILINEAR, threads=1)
        scaled = self._reformatter.reformat(sized, *size, "bgra", interpolation=how, threads=1)
        plane = scaled.planes[0]
        return Picture(memoryview(plane), scaled.width, scaled.height, plane.line_size, arrived_s, lag_s,
                       frame.width, frame.height, scaled)
