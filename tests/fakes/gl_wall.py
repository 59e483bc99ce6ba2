"""The wall drawn by processor and by OpenGL, in a process with a display of its own; one line of JSON says how it went.

Run by tests/gui/wall/test_graphics.py under Xvfb, where the only renderer is Mesa's software one: its refusal is lifted
here, by telling the wall that it is real. Arguments: a fresh data folder, and a folder for the two pictures.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from safecity_console.domain.renderer import DrawMode, Renderer, RendererKind
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.domain.watch import Condition
from safecity_console.ui.fonts import load_fonts
from safecity_console.ui.style import apply_look
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.gl_surface import GlSurface
from safecity_console.ui.wall.view import WallView
from tests.gui.doubles import Room, picture

SIZE = (1280, 720)


class Pretended:
    """A renderer taken for real."""

    def __init__(self) -> None:
        self.found: Renderer | None = Renderer(RendererKind.REAL, "taken for real")
        self.set_to = DrawMode.PROCESSOR
        self.failures: list[str] = []

    def mode(self) -> DrawMode:
        return self.set_to

    def renderer(self) -> Renderer | None:
        return self.found

    def failed(self, why: str) -> None:
        self.failures.append(why)
        self.found = Renderer(RendererKind.NONE, "", why)


def spin(app: QApplication, until: Callable[[], object], seconds: float = 10.0) -> None:
    """Turn the event loop until something holds; RuntimeError if it never does."""
    until_s = time.monotonic() + seconds
    while not until():
        if time.monotonic() > until_s:
            raise RuntimeError("waited in vain")
        app.processEvents()
        time.sleep(0.005)


def rgb(image: QImage) -> np.ndarray[Any, Any]:
    """Give an image's pixels."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    return rows[:, : made.width() * 4].reshape(made.height(), made.width(), 4)[..., :3].astype(int)


def seen(app: QApplication, view: WallView) -> QImage:
    """Give what the X server shows of the wall: `grab` would paint anew, by processor."""
    spin_for(app, 0.4)
    corner = view.mapToGlobal(QPoint(0, 0))
    return view.screen().grabWindow(0, corner.x(), corner.y(), view.width(), view.height()).toImage()


def spin_for(app: QApplication, seconds: float) -> None:
    """Turn the event loop for a while."""
    until_s = time.monotonic() + seconds
    spin(app, lambda: time.monotonic() > until_s)


def engine_of(surface: Any) -> str:
    """Give the paint engine of a paint on the surface."""
    names: list[str] = []
    real = surface._paint

    def note(painter: Any, region: Any) -> None:
        names.append(painter.paintEngine().type().name)
        real(painter, region)

    surface._paint = note
    surface.grabFramebuffer()
    surface._paint = real
    return names[-1]


def main(folder: Path, out: Path) -> dict[str, Any]:
    """Draw both ways and compare."""
    app = QApplication(["gl-wall"])
    load_fonts()
    apply_look(app, DARK, "en")
    room, pretended = Room(folder), Pretended()
    services = replace(room.services, renderer=pretended)
    room.live(1, 2, 3, 5, 7, 9, size=(426, 240))
    room.streams.set(room.camera(4), Condition.OFFLINE, failure=Failure(Layer.PORT, Fault.PORT_REFUSED), since_s=900)
    view = WallView(services, DARK)
    view.resize(*SIZE)
    view.show()
    view.controller.run("layout.9")
    spin(app, lambda: len(view.stats().shown) == 6)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.places.tiles[1].center())
    spin(app, view._timer.isActive)
    view._timer.stop()
    told: dict[str, Any] = {}

    raster = seen(app, view)
    pretended.set_to = DrawMode.GRAPHICS
    view.drawing.decide()
    surface = view.drawing.surface
    assert surface is not None
    spin(app, lambda: surface.paints > 0)
    drawn = seen(app, view)
    told["engine"] = engine_of(surface)
    told["surfaces"] = len(view.findChildren(GlSurface))
    raster.save(str(out / "raster.png"))
    drawn.save(str(out / "graphics.png"))
    told["unlike"] = float(np.abs(rgb(raster) - rgb(drawn)).mean())
    told["worst_share"] = float((np.abs(rgb(raster) - rgb(drawn)).max(axis=2) > 24).mean())
    told["deviation"] = float(rgb(drawn).std())

    # What the surface paints is what the screen shows.
    real, surface._paint = surface._paint, lambda painter, region: painter.fillRect(region.boundingRect(), Qt.red)
    surface.renew()
    told["red"] = rgb(seen(app, view))[360, 640].tolist()
    surface._paint = real
    surface.renew()

    # One tile's new picture: that tile changes, every other pixel stays.
    view._board.take_pictures(True)
    room.streams.put(room.camera(2), picture(426, 240, room.clock.monotonic_s(), 200))
    paints = surface.paints
    view._on_tick()
    spin(app, lambda: surface.paints > paints)
    # A grab, as of `shot`, paints on an image and takes nothing from the screen.
    assert np.abs(rgb(view.grab().toImage()) - rgb(view.grab().toImage())).max() == 0
    after = rgb(seen(app, view))
    changed = np.abs(after - rgb(drawn)).max(axis=2) > 8
    tile = view.places.tiles[1]
    inner = tile.adjusted(9, 40, -9, -40)
    told["tile_changed"] = float(changed[inner.top() : inner.bottom(), inner.left() : inner.right()].mean())
    changed[tile.top() : tile.bottom() + 1, tile.left() : tile.right() + 1] = False
    told["others_changed"] = float(changed.mean())

    # The hand goes through the surface.
    QTest.mouseClick(view.window().windowHandle(), Qt.MouseButton.LeftButton,
                     Qt.KeyboardModifier.NoModifier, QPoint(view.places.tiles[4].center()))
    spin(app, lambda: view.selected_camera() == room.camera(5).id)
    told["selected_through"] = view.selected_camera() == room.camera(5).id
    told["focus_kept"] = not surface.hasFocus()

    view.resize(1000, 600)
    spin(app, lambda: surface.size() == view.size())
    told["follows_size"] = True

    surface._tell("context_lost")
    spin(app, lambda: bool(pretended.failures))
    told["failures"], told["back"] = pretended.failures, view.drawing.surface is None
    paints = view.stats().paints
    view.update()
    spin(app, lambda: view.stats().paints > paints)
    told["painted_by_processor"] = float(rgb(seen(app, view)).std())
    view.drawing.decide()
    told["not_again"] = view.drawing.surface is None
    view.stop()
    view.close()
    app.processEvents()
    room.close()
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))) + "\n")
