"""One window on another screen: a wall of its own, a line that hides itself, all keys of the wall.

Belongs here: the window, its keys, its head, standing full-screen or framed. Does not belong here: which screen
(desk.py), the wall (ui/wall/), what is kept (services/screen_windows.py).
Invariants: 1. Selection and typed numbers here are this wall's own; the main window's stay as they are. 2. Coming up
never takes the keyboard from where it is. 3. Closing it by the window system asks the desk, who takes it back.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QFrame

from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.screens import ScreenName, SentWindow
from safecity_console.ui.actions import Actions
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.key_sheet import KeySheet
from safecity_console.ui.physical_keys import physical_sequence
from safecity_console.ui.screen import Screen
from safecity_console.ui.screens.attached import called, put_on
from safecity_console.ui.screens.head import HEIGHT_PX, Head
from safecity_console.ui.screens.pointer import PointerRest
from safecity_console.ui.screens.stands import title_of
from safecity_console.ui.screens.veil import Veil
from safecity_console.ui.toast import Toasts
from safecity_console.ui.wall.screen_menu import screen_words
from safecity_console.ui.wall.view import WallView

HEAD_SHOWN_MS = 3000
LEAST_PX = (320, 216)
HEAD_EDGE_PX = 90  # the pointer this near to the upper edge asks for the head
LOOK_MS = 1000


class Sight(Enum):
    """What of a window on another screen may be seen and touched while the desk is locked or empty."""

    OPEN = "open"
    SEEN = "seen"  # the pictures go on, nothing can be done
    COVERED = "covered"


class ScreenWindow(QFrame):
    """The window; what it asks of the desk are signals that carry its place."""

    command_wanted = Signal(str)
    edit_wanted = Signal(str)
    main_wanted = Signal()
    move_wanted = Signal(str, QPoint)
    fill_wanted = Signal(str)
    aside_wanted = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, screen: Screen, sent: SentWindow) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.sent = sent
        self.full = False
        self.waits = False
        self._leaving = False
        self._where = ""
        self._services = screen.services
        self.setProperty("surface", "page")
        self.setLayoutDirection(screen.direction)
        self.setMinimumSize(*LEAST_PX)  # one kept as nothing would stand there unseen, its cameras decoded for nobody
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.view = WallView(screen.services, screen.theme, self, sent.place, screen.language)
        self.head = Head(screen.theme, self)
        self.toasts = Toasts(self, screen.theme)
        self.veil = Veil(screen, self)
        self.sight = Sight.OPEN
        self._actions = Actions(self, screen.theme, screen.services.keys)
        self._own: dict[str, Callable[[], object]] = {
            "help.keys": self._show_keys, "window.full_screen": lambda: self.fill_wanted.emit(sent.place),
            "camera.edit": self._edit, "wall.find": self._say_how_to_find,
            "find.anything": self._say_how_to_find,
            "screen.send_camera": self._ask_move, "screen.send_wall": self._ask_move,
        }
        self._head_timer = QTimer(self)
        self._head_timer.setSingleShot(True)
        self._head_timer.setInterval(HEAD_SHOWN_MS)
        self._head_timer.timeout.connect(self._on_head_due)
        self._look = QTimer(self)
        self._look.timeout.connect(self._show_situation)
        self._look.start(LOOK_MS)
        self._connect()
        self.setFocusProxy(self.view)
        self.show_title()

    @property
    def title(self) -> str:
        """Give what stands here in a few words."""
        return title_of(self._services, self.sent)

    def stand_on(self, screen: QScreen, name: ScreenName) -> None:
        """Fill a screen."""
        rect, self._where = screen.geometry(), screen_words(name)
        if self.full and not self.waits and self.screen() is screen and self.geometry() == rect:
            return
        self.full, self.waits = True, False
        self._frame(False)
        put_on(self, screen, rect)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setVisible(True)  # showFullScreen() would take the keyboard as well
        self.show_title()
        self.show_head()

    def stand_in(self, screen: QScreen, rect: QRect, waits: bool) -> None:
        """Stand in a framed window; `waits` where it belongs on a screen that is not there."""
        if self.full or not self.isVisible() or waits is not self.waits:
            self.full, self.waits = False, waits
            self._frame(True)
            put_on(self, screen, rect)
            self.setVisible(True)
        self.show_title()

    def show_title(self) -> None:
        """Say in the head, in the title and to a screen reader what stands here."""
        screen = self.sent.screen
        waits = self.tr("waits for screen {screen}").format(screen=called(screen)) if self.waits else ""
        where = self._where if self.full else self.tr("In a window of its own")
        self.head.show_state(self.title, where, waits, self.full)
        self.setWindowTitle(self.tr("{what} – SafeCity Console").format(what=self.title))
        self._place()

    def set_sight(self, sight: Sight, words: str = "") -> None:
        """Show and answer, show only, or stand covered with a line of words; a covered wall decodes nothing."""
        self.sight = sight
        self.veil.words.setText(words)
        self.veil.setVisible(sight is Sight.COVERED)
        self.view.setVisible(sight is not Sight.COVERED)
        self.view.setEnabled(sight is Sight.OPEN)
        self.head.setEnabled(sight is Sight.OPEN)
        self._show_situation()
        self._place()

    def release(self) -> None:
        """Close without asking; the wall's streams go, what is kept stays."""
        self._leaving = True
        self._look.stop()
        self._head_timer.stop()
        self.view.stop()
        self._actions.release(self)
        self.hide()
        self.close()
        self.deleteLater()

    def run(self, command_id: str) -> None:
        """Carry out a command of the table for this window; what is the console's goes to the main window."""
        own = self._own.get(command_id)
        if own is not None:
            own()
        elif self.view.controller.answers(command_id):
            self.view.run(command_id)
        elif command_id == "screen.take_back":
            self.command_wanted.emit(command_id)
        elif COMMAND_BY_ID[command_id].page == "wall":
            self.toasts.say(self.tr("This can be done on the main window's wall only."), "warning")
        else:
            self.command_wanted.emit(command_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Match letters by their place, and let Esc give the keyboard back to the main window."""
        action = self._actions.by_sequence(physical_sequence(event))
        if action is not None:
            action.trigger()
        elif event.key() == Qt.Key.Key_Escape:
            self.main_wanted.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to be taken back; only who made the window closes it."""
        if self._leaving:
            event.accept()
        else:
            event.ignore()
            self.back_wanted.emit(self.sent.place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay wall and head anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Draw the wall anew in another pixel density."""
        if event.type() is QEvent.Type.DevicePixelRatioChange and self.view.isVisible():
            self.view.hide()  # shown again it looks at the density
            self.view.show()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the head where the pointer comes to the upper edge."""
        moved = event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent)
        if self.full and moved and cast("QMouseEvent", event).position().y() <= HEAD_EDGE_PX:
            self.show_head()
        return super().eventFilter(watched, event)

    def show_head(self) -> None:
        """Show the head for a while."""
        self.head.setVisible(self.sight is not Sight.COVERED)
        self.head.raise_()
        self._head_timer.start()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bridge = Bridge(self._services.bus, self)
        bridge.keys_changed.connect(self._actions.take_keys)
        place = self.sent.place
        self._actions.wanted.connect(self.run)
        self.view.command_wanted.connect(self.run)
        self.view.said.connect(self.toasts.say)
        self.view.state_changed.connect(self.show_title)
        self.view.state_changed.connect(self._show_situation)
        self.view.controller.find_wanted.connect(self._say_how_to_find)
        self.view.installEventFilter(self)
        self._rest = PointerRest(self.view)
        self.head.move_wanted.connect(self._ask_move)
        self.head.fill_wanted.connect(lambda: self.fill_wanted.emit(place))
        self.head.aside_wanted.connect(lambda: self.aside_wanted.emit(place))
        self.head.back_wanted.connect(lambda: self.back_wanted.emit(place))
        self._show_situation()

    def _frame(self, framed: bool) -> None:
        self.hide()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, not framed)
        self.setWindowState(Qt.WindowState.WindowNoState)

    def _place(self) -> None:
        head = HEIGHT_PX
        self.head.setGeometry(0, 0, self.width(), head)
        self.veil.setGeometry(self.rect())
        self.veil.raise_()
        top = 0 if self.full else head  # a window has room for its head; a full screen belongs to the video
        self.view.setGeometry(0, top, self.width(), max(0, self.height() - top))
        if not self.full:
            self._head_timer.stop()
            self.head.setVisible(self.sight is not Sight.COVERED)

    def _on_head_due(self) -> None:
        if self.full:
            if self.head.underMouse():
                self._head_timer.start()
            else:
                self.head.hide()

    def _show_situation(self) -> None:
        situation = self.view.situation()
        self._actions.set_situation(
            situation if self.sight is Sight.OPEN else replace(situation, permissions=frozenset()))

    def _ask_move(self) -> None:
        self.show_head()
        self.move_wanted.emit(self.sent.place, self.head.mapToGlobal(self.head.move_to.geometry().bottomLeft()))

    def _edit(self) -> None:
        camera_id = self.view.selected_camera()
        if camera_id is not None:
            self.main_wanted.emit()
            self.edit_wanted.emit(camera_id)

    def _say_how_to_find(self) -> None:
        self.toasts.say(self.tr("Type the camera's number, then Enter."), "info")

    def _show_keys(self) -> None:
        sheet = KeySheet(self, self._services.keys, "wall")
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
