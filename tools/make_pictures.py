"""Makes the pictures of docs/ from the real program on the simulated district: wall, palette, tile info, editor, …

Run: python tools/make_pictures.py [NAME …]. Takes about two minutes; needs no display.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs"
SIZE = (1920, 1080)
SCREENS = [
    {"name": "DP-1", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "HDMI-2", "x": 1920, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96,
     "dpr": 1},
]
_config = Path(tempfile.mkdtemp(prefix="safecity-pictures-")) / "screens.json"
_config.write_text(json.dumps({"screens": SCREENS}))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_config}"
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from safecity_console import app as program  # noqa: E402
from safecity_console.cli.demo import demo_clock, prepare_demo  # noqa: E402
from safecity_console.cli.demo_officers import SUPERVISOR_BADGE, TECHNICIAN_BADGE, of_badge  # noqa: E402
from safecity_console.cli.simulated import DistrictProcess  # noqa: E402
from safecity_console.core import logs  # noqa: E402
from safecity_console.domain.ptz import Velocity  # noqa: E402
from safecity_console.domain.screens import SentKind  # noqa: E402
from safecity_console.ui.language import Language  # noqa: E402
from safecity_console.ui.main_window import MainWindow  # noqa: E402
from safecity_console.ui.palette.panel import Palette  # noqa: E402
from safecity_console.wiring import Console, Options  # noqa: E402
from tests.bench.clips import bench_clip  # noqa: E402


class Stage:
    """The real window over real streams, and time for them to come."""

    def __init__(self, console: Console, app: QApplication) -> None:
        self.services, self.app = console.services, app
        self.window = MainWindow(console.services, app, Language(app))
        self.window.resize(*SIZE)
        self.window.show()
        self.view = self.window.wall_page.view

    def run(self, seconds: float) -> None:
        """Let the program run."""
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            self.app.processEvents()
            time.sleep(0.003)

    def camera(self, number: int) -> str:
        """Give a camera's id."""
        found = self.services.cameras.by_number(number)
        if found is None:
            raise LookupError(number)
        return found.id

    def save(self, picture: QPixmap, name: str) -> None:
        """Write a picture."""
        if not picture.save(str(OUT / f"{name}.png"), "PNG"):
            raise OSError(name)


def wall(stage: Stage) -> None:
    """The wall as it comes up."""
    stage.save(stage.window.grab(), "wall")


def palette(stage: Stage) -> None:
    """Find anything, typed into."""
    stage.window.run("find.anything")
    stage.run(0.5)
    panel = stage.window.findChild(Palette)
    if panel is None:
        raise LookupError("palette")
    panel.line.setText("ma")
    stage.run(1.0)
    stage.save(stage.window.grab(), "palette")
    stage.window.run("find.anything")


def tile_info(stage: Stage) -> None:
    """Figures over a tile, and of all streams."""
    stage.view.controller.set_layout("9")
    stage.view.select_camera(stage.camera(1))
    stage.window.run("tile.info")
    stage.run(5.0)
    stage.save(stage.window.grab(), "tile-info")
    stage.window.run("tile.info")
    stage.window.show_page("streams")
    stage.run(6.0)
    stage.save(stage.window.grab(), "streams")
    stage.window.show_page("wall")


def editor(stage: Stage) -> None:
    """A layout half drawn."""
    stage.view.controller.set_layout("1+5")
    stage.run(1.0)
    stage.window.run("wall.edit_layout")
    stage.run(1.0)
    dialog = next(w for w in stage.app.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
    stage.app.sendEvent(dialog, _key(Qt.Key.Key_F2))
    stage.run(0.5)
    stage.save(dialog.grab(), "layout-editor")
    dialog.done(0)
    dialog.deleteLater()


def two_screens(stage: Stage) -> None:
    """A wall on the other screen."""
    stage.view.controller.set_layout("16")
    stage.run(1.0)
    stage.window.screens.send(SentKind.WALL, 1)
    stage.run(0.5)
    stage.view.controller.set_layout("4")
    stage.run(5.0)
    other = stage.window.screens.stage.windows()[0]
    both = QPixmap(SIZE[0] + 1280, SIZE[1])
    both.fill(Qt.GlobalColor.black)
    painter = QPainter(both)
    painter.drawPixmap(0, 0, stage.window.grab())
    painter.drawPixmap(SIZE[0], 0, other.grab())
    painter.end()
    stage.save(both, "two-screens")
    stage.window.screens.take_all_back()


def pages(stage: Stage) -> None:
    """The control room's own work, a page each; and a new incident over the wall."""
    for page in ("incidents", "handover", "watch", "liaison", "audit"):
        stage.window.show_page(page)
        stage.run(3.0)
        stage.save(stage.window.grab(), page)
    stage.window.show_page("wall")
    stage.view.select_camera(stage.camera(9))
    stage.run(2.0)
    stage.window.run("incident.new")
    stage.run(3.0)
    stage.save(stage.window.grab(), "new-incident")


def ptz(stage: Stage) -> None:
    """The first camera taken in hand, and a strip of its picture following the hand."""
    camera_id, hand = stage.camera(1), stage.services.ptz
    stage.view.select_camera(camera_id)
    stage.run(3.0)
    strip: list[QPixmap] = []
    stage.view.controller.set_layout("1")
    stage.run(6.0)
    for velocity in (Velocity(), Velocity(pan=0.2), Velocity(tilt=0.12), Velocity(zoom=0.2), Velocity(pan=-0.5)):
        until_s = time.monotonic() + 1.6
        while not velocity.still and time.monotonic() < until_s:
            hand.steer(camera_id, velocity)
            stage.run(0.2)
        hand.stop(camera_id)
        stage.run(1.0)
        strip.append(stage.view.grab().scaledToWidth(480, Qt.TransformationMode.SmoothTransformation))
    stage.save(stage.window.grab(), "ptz")
    whole = QPixmap(484 * len(strip), strip[0].height())
    whole.fill(Qt.GlobalColor.black)
    painter = QPainter(whole)
    for at, one in enumerate(strip):
        painter.drawPixmap(484 * at, 0, one)
    painter.end()
    stage.save(whole, "ptz-strip")
    hand.release(camera_id)


def overloaded() -> None:
    """A wall that may use little of this machine: sixteen full streams, most of them slowed."""
    cache = Path(tempfile.gettempdir()) / "safecity-bench-clips"
    clips = bench_clip(cache, "sub", 640, 360, 15, 530), bench_clip(cache, "main", 1920, 1080, 25, 4000)
    words = ["--district", "16", "--clip", str(clips[0]), "--main-clip", str(clips[1])]
    with opened(words, 0.0, TECHNICIAN_BADGE) as stage:
        stage.services.settings.set("wall.main_from_width_px", 320)
        stage.services.settings.set("load.cpu_most_percent", 50)
        stage.view.controller.set_layout("16")
        stage.view.select_camera(stage.camera(1))
        stage.run(25.0)
        stage.save(stage.window.grab(), "overloaded-wall")


PICTURES: dict[str, Callable[[Stage], None]] = {
    "wall": wall, "palette": palette, "tile-info": tile_info, "layout-editor": editor, "two-screens": two_screens,
    "pages": pages, "ptz": ptz,
}


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


@contextmanager
def opened(arguments: list[str], seconds: float, badge: str = SUPERVISOR_BADGE) -> Iterator[Stage]:
    """Open the console on a district and let it come up."""
    folder = tempfile.mkdtemp(prefix="safecity-pictures-")
    with DistrictProcess(arguments) as district:
        clock = demo_clock()
        with Console(Options(Path(folder)), clock) as console:
            who = of_badge(prepare_demo(console, district.cameras, clock), badge)
        with Console(Options(Path(folder))) as console:
            console.services.access.sign_in(who.badge, who.password, via="pictures")
            console.watch()
            stage = Stage(console, program.application())
            stage.run(seconds)
            yield stage
            stage.window.close()
    shutil.rmtree(folder, ignore_errors=True)


def main(names: list[str]) -> None:
    """Make them all, or those named."""
    logs.configure(None, "ERROR")
    usual = [name for name in names or PICTURES if name in PICTURES]
    if usual:
        with opened([], 22.0) as stage:
            for name in usual:
                PICTURES[name](stage)
    if not names or "overloaded-wall" in names:
        overloaded()


if __name__ == "__main__":
    main(sys.argv[1:])
