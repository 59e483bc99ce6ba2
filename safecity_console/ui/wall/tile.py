"""One tile of the wall between two ticks: its camera, place, words, newest picture, and the plan of its parts.

Belongs here: the values and taking a picture without copying it. Does not belong here: placing (tile_plan.py), painting
(tile_painter.py), when words are renewed (board.py).
Invariants: 1. `image` lies over the bytes of `picture`, which is held as long. 2. `words` and `badges` are replaced
only by something that reads differently. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPixmap

from safecity_console.core.slot import SlotReader
from safecity_console.domain.camera import Camera
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.watch import CameraWatch
from safecity_console.ui.wall.cards import Label
from safecity_console.ui.wall.words import TileWords
from safecity_console.ui.wall.zoom import Frame, Zoom
from safecity_console.ui.wall.zoom import frame as fit_frame


@dataclass(frozen=True, slots=True)
class Plan:
    """One tile's arrangement; `made_for` (held, so that no identity is used twice) and `measures` say for what."""

    made_for: tuple[object, ...]
    measures: tuple[int, ...]
    target: QRect
    bars: tuple[QRect, ...]
    ground: QColor
    words: tuple[tuple[QPoint, QPixmap], ...]


@dataclass(slots=True)
class Tile:
    """One tile on screen and what it showed last; replaced when its camera or place changes."""

    camera: Camera | None
    label: Label
    rect: QRect
    slot: SlotReader[Picture]
    since_s: float
    words: TileWords
    prominent: bool = False
    selected: bool = False
    alarmed: bool = False
    hot: bool = False  # follows the selection: its camera may stand in another tile too
    watch: CameraWatch | None = None
    picture: Picture | None = None
    image: QImage | None = None
    unpainted: bool = False
    words_due_s: float = 0.0
    badges: tuple[str, ...] = ()
    slowed: str = ""
    shown_fps: int | None = None
    shown_mark: tuple[float, int] | None = None
    shown_before: int = 0
    changed: bool = field(default=True)
    plan: Plan | None = None
    marks: tuple[str, ...] = ()
    ptz: str | None = None  # what stands beside the mark of a camera that can be steered; None: it cannot
    zoom: Zoom | None = None

    @property
    def counted_as(self) -> str:
        """Give the name its pictures are counted under: the camera's, in the hotspot another one."""
        return "" if self.camera is None else f"{self.camera.id} hotspot" if self.hot else self.camera.id

    def take(self, picture: Picture) -> None:
        """Hold a picture and the image made over its buffer."""
        self.picture = picture
        self.image = image_of(picture)
        self.unpainted = True

    def drop_picture(self) -> None:
        """Let the picture go, so that nothing old can be painted."""
        self.picture = None
        self.image = None
        self.unpainted = False

    def forget_rate(self, shown: int) -> None:
        """Begin anew to measure pictures per second, `shown` being counted so far."""
        self.shown_mark = None
        self.shown_before = shown
        self.shown_fps = None

    def frame(self) -> Frame:
        """Give the tile and its whole picture as zooming sees them."""
        image = self.image
        shape = image.size() if image is not None else self.rect.size()
        aspect = max(1, shape.width()) / max(1, shape.height())
        return fit_frame((self.rect.width(), self.rect.height()), aspect)

    def wish(self, dpr: float) -> TileWish:
        """Give the wish of this tile in device pixels."""
        scale = dpr * (self.zoom.scale if self.zoom is not None else 1.0)
        width, height = max(1, round(self.rect.width() * scale)), max(1, round(self.rect.height() * scale))
        zoomed = self.zoom is not None
        return TileWish(width, height, self.prominent or zoomed, self.selected, zoomed, self.alarmed)


def image_of(picture: Picture) -> QImage:
    """Give an image over a picture's own bytes; it is valid while the picture is held."""
    return QImage(picture.buffer, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
