"""The windows beside the main one and the screens they stand on: opening, placing, and what a cable changes.

Belongs here: making and closing the windows, putting each where it belongs, screens that come and go. Does not belong
here: an officer's orders (desk.py), a window (window.py), what is kept beside what is there (stands.py).
Invariants: 1. No screen holds two of these windows, and none covers the screen of the main window. 2. A window whose
screen is gone is shown in a frame on the main window's screen, or set aside there; the screen back, it goes back by
itself. Nothing of its wall is lost meanwhile. 3. A change of look makes the windows anew where they stood. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.screens import ScreenName, SentWindow, same_screen, shifted
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.screens.attached import AttachedScreens, box_of, called, name_of, names_of, rect_of
from safecity_console.ui.screens.home import MainHome
from safecity_console.ui.screens.stands import Stands
from safecity_console.ui.screens.window import ScreenWindow, Sight

FRAMED_SHARE = 0.5
STEP_PX = 36


class Stage(QObject):
    """All windows beside the main one; `open` it once the main window is shown."""

    said = Signal(str, str)
    changed = Signal()
    command_wanted = Signal(str)
    main_wanted = Signal()
    edit_wanted = Signal(str)
    move_wanted = Signal(str, QPoint)
    fill_wanted = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, main: QWidget, services: ConsoleServices, stands: Stands) -> None:
        super().__init__(main)
        self._main, self._services, self._stands = main, services, stands
        self._screen: Screen | None = None
        self._opened = False
        self._windows: dict[str, ScreenWindow] = {}
        self._aside: set[str] = set()
        self._waiting: frozenset[str] = frozenset()
        self._alarmed: frozenset[str] = frozenset()
        self._sight, self._sight_words = Sight.OPEN, ""
        self._home = MainHome(main)
        self._attached = AttachedScreens(self)
        self._attached.changed.connect(self.take_screens)
        self._attached.gone.connect(self._on_gone)

    def dress(self, screen: Screen) -> None:
        """Take over a look; windows that are open are made anew."""
        self._screen = screen
        if self._opened:
            self._close_windows()
            self.arrange()

    def open(self) -> None:
        """Bring up what stood on other screens when the console was closed."""
        self._opened = True
        self.arrange()

    def release(self) -> None:
        """Close the windows and keep them for the next start."""
        self._opened = False
        self._close_windows()

    def windows(self) -> tuple[ScreenWindow, ...]:
        """Give the windows that are open."""
        return tuple(self._windows.values())

    def set_alarmed(self, camera_ids: frozenset[str]) -> None:
        """Note which cameras have an alarm that lasts."""
        self._alarmed = camera_ids
        for window in self._windows.values():
            window.view.set_alarmed(camera_ids)

    def set_sight(self, sight: Sight, words: str = "") -> None:
        """Cover or uncover every window, those that come later too."""
        self._sight, self._sight_words = sight, words
        for window in self._windows.values():
            window.set_sight(sight, words)

    def window(self, place: str) -> ScreenWindow | None:
        """Give the window of a place, if it is open."""
        return self._windows.get(place)

    def keep(self, sent: SentWindow) -> None:
        """Keep where a window stands; a disk that refuses is said."""
        try:
            self._services.screen_windows.put(sent)
        except WorldError as error:
            self.said.emit(world_sentence(error), "warning")

    def close(self, place: str) -> None:
        """Close a window; it comes up again with the next `arrange` if it is still kept."""
        self._aside.discard(place)
        window = self._windows.pop(place, None)
        if window is not None:
            window.release()

    def set_aside(self, place: str) -> None:
        """Close a window that waits for its screen; it comes back with it."""
        self.close(place)
        self._aside.add(place)
        self.changed.emit()

    def show(self, place: str, front: bool = False) -> None:
        """Bring a window up where it belongs, one that was set aside as well; to the front where asked."""
        self._aside.discard(place)
        self.arrange()
        window = self._windows.get(place)
        if window is not None and front:
            window.raise_()
            window.activateWindow()
            window.view.take_focus()

    def take_screens(self, screens: Sequence[QScreen]) -> None:
        """Take over the screens as they are now: what lost its screen is moved, what got it back returns."""
        waited, now = self._waiting, names_of(screens)
        for gone in [one for one in self._stands.names if not any(replace(new, index=one.index) == one for new in now)]:
            self._lose(gone)
        self._stands.take(screens)
        self._home.settle(self._stands.names)
        self.arrange()
        for one in self._stands.standing():
            if one.place in self._waiting - waited:
                self.said.emit(self.tr(
                    "Screen {screen} is gone. What stood there is in a window here and goes back by itself."
                ).format(screen=called(one.screen)), "warning")

    def arrange(self) -> None:
        """Put every window where it belongs; those that stand right are not touched."""
        if self._opened and self._screen is not None and self._stands.names:
            assigned = self._stands.assigned()
            for step, (sent, at) in enumerate(zip(self._stands.sent(), assigned, strict=True)):
                if at is not None:
                    self._aside.discard(sent.place)
                if sent.place not in self._aside:
                    self._stand(self._windows.get(sent.place) or self._make(self._screen, sent), sent, at, step)
            self._waiting = frozenset(one.place for one in self._stands.standing() if one.waits)
        self.changed.emit()

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _stand(self, window: ScreenWindow, sent: SentWindow, at: int | None, step: int) -> None:
        window.sent = sent
        main = self._stands.main_index()
        home = at if at is not None else main
        if at is None and sent.box is not None:
            there = same_screen(sent.screen, self._stands.names)
            home = there if there is not None else main
        screen = self._stands.screen(home)
        if screen is None:
            return  # it went this moment; the word of it is on its way
        if at is not None:
            window.stand_on(screen, self._stands.names[home])
        elif sent.box is None:
            window.stand_in(screen, corner(screen, step), waits=True)
        else:
            box = shifted(sent.box, sent.screen.box, self._stands.names[home].box)
            window.stand_in(screen, rect_of(box), waits=False)

    def _make(self, screen: Screen, sent: SentWindow) -> ScreenWindow:
        window = ScreenWindow(screen, sent)
        window.view.set_alarmed(self._alarmed)
        for asks, told in ((window.command_wanted, self.command_wanted), (window.main_wanted, self.main_wanted),
                           (window.edit_wanted, self.edit_wanted), (window.move_wanted, self.move_wanted),
                           (window.fill_wanted, self.fill_wanted), (window.back_wanted, self.back_wanted)):
            asks.connect(told)
        window.aside_wanted.connect(self.set_aside)
        window.set_sight(self._sight, self._sight_words)
        self._windows[sent.place] = window
        return window

    def _close_windows(self) -> None:
        for place, window in list(self._windows.items()):
            if window.sent.box is not None:
                here = name_of(window.screen(), self._stands.main_index())
                self.keep(replace(window.sent, screen=here, box=box_of(window.geometry())))
            aside = set(self._aside)
            self.close(place)
            self._aside = aside

    def _on_gone(self, screen: QScreen) -> None:
        self._lose(name_of(screen, 0))

    def _lose(self, gone: ScreenName) -> None:
        if name_of(self._main.screen(), gone.index) == gone:
            self._home.lost(gone)
        self._stands.drop(gone)


def corner(screen: QScreen, step: int) -> QRect:
    """Give the place of a framed window: the lower right of a screen, each a step beside the last."""
    room = screen.availableGeometry()
    width, height = int(room.width() * FRAMED_SHARE), int(room.height() * FRAMED_SHARE)
    away = STEP_PX * (1 + step % 6)
    return QRect(room.right() - width - away, room.bottom() - height - away, width, height)
