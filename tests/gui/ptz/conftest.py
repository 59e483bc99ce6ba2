"""A wall whose first camera is steered: the real window and services, over a device that notes what arrives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safecity_console.core.clock import SystemClock
from safecity_console.core.secrets import Secret
from safecity_console.ui.fonts import load_fonts
from safecity_console.ui.language import Language
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.style import apply_look
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.ptz.wall_ptz import WallPtz
from safecity_console.ui.wall.view import WallView
from tests.fakes.steered import PASSWORD, USER, Steered
from tests.gui.doubles import Room

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """The window, its wall, the steered camera 1, and hands."""

    window: MainWindow
    room: Room
    device: Steered
    app: QApplication
    qtbot: QtBot

    @property
    def view(self) -> WallView:
        return self.window.wall_page.view

    @property
    def ptz(self) -> WallPtz:
        return self.view.ptz

    @property
    def camera_id(self) -> str:
        return self.room.camera(1).id

    def wait(self, what: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(what()))

    def mouse(self, kind: QEvent.Type, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Send one event: QTest waits between a press and a double click, a hand does not."""
        up = kind is QEvent.Type.MouseButtonRelease
        which = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
        self.app.sendEvent(self.view, QMouseEvent(kind, QPointF(at), self.view.mapToGlobal(QPointF(at)), which,
                                                  Qt.MouseButton.NoButton if up else LEFT, held))

    def wheel(self, at: QPoint, units: int) -> None:
        self.app.sendEvent(self.view, QWheelEvent(
            QPointF(at), self.view.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, units), Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False))

    def key(self, key: Qt.Key, down: bool = True, repeat: bool = False, held: Qt.KeyboardModifier = NONE,
            text: str = "") -> None:
        kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
        self.app.sendEvent(self.view, QKeyEvent(kind, key, held, text, repeat))

    def middle(self, tile: int = 0) -> QPoint:
        return self.view.places.tiles[tile].center()


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, data_folder: Path) -> Iterator[Desk]:
    load_fonts()
    apply_look(qapp, DARK, "en")
    device, room = Steered(), Room(data_folder, range(1, 5), clock=SystemClock())
    camera = room.camera(1)
    draft = replace(room.services.cameras.draft(camera), user=USER, onvif_host=f"127.0.0.1:{device.server.port}")
    room.services.cameras.change(camera.id, draft, Secret(PASSWORD), camera.revision)
    room.live(1, 2, 3, 4)
    language = Language(qapp)
    window = MainWindow(room.services, qapp, language)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    made = Desk(window, room, device, qapp, qtbot)
    made.view.select_camera(camera.id)
    yield made
    if window.desk.open_dialog is not None:
        window.desk.open_dialog.done(0)
    window.close()
    window.deleteLater()
    room.close()
    device.close()
    qapp.processEvents()
