"""The menus of other screens: where a wall, a camera or a window can go, and what stands where.

Belongs here: menus made of what a `ScreenSource` says. Does not belong here: doing it (ui/screens/desk.py), the bar's
button (screen_bar.py).
Invariants: 1. Every other screen is named with its size and what stands there. 2. An entry says before it is chosen
that it takes the place of something. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from safecity_console.domain.screens import ScreenName, SentKind
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.theme import Theme

OWN_WINDOW = -1  # in place of a screen's index: a window of its own
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Standing:
    """One window beside the main one: `at` the screen it fills, None where it waits for `screen` or is framed."""

    place: str
    title: str
    screen: ScreenName
    at: int | None
    own_window: bool

    @property
    def waits(self) -> bool:
        """Tell whether its screen is not there."""
        return self.at is None and not self.own_window


class ScreenSource(Protocol):
    """Who knows the screens and carries orders out."""

    def screens(self) -> tuple[ScreenName, ...]:
        """Give the screens that are there."""
        ...

    def main_index(self) -> int:
        """Give the main window's screen."""
        ...

    def standing(self) -> tuple[Standing, ...]:
        """Give what stands beside the main window."""
        ...

    def selected_camera(self) -> str:
        """Give the camera that would be sent, in words; empty where there is none."""
        ...

    def send(self, kind: SentKind, index: int) -> None:
        """Send the wall or the camera to a screen or OWN_WINDOW."""
        ...

    def move(self, place: str, index: int) -> None:
        """Move a window to a screen or OWN_WINDOW."""
        ...

    def show_again(self, place: str) -> None:
        """Bring a window to the front."""
        ...

    def take_back(self, place: str) -> None:
        """Close a window for good."""
        ...

    def take_all_back(self) -> None:
        """Close all of them for good."""
        ...


def screen_words(screen: ScreenName) -> str:
    """Give "Screen 2 · HDMI-2 · 1920×1080"."""
    size = ltr(f"{screen.box.width}×{screen.box.height}")
    number = ltr(screen.index + 1)
    if not screen.name:
        return translate("screens", "Screen {number} · {size}").format(number=number, size=size)
    pattern = translate("screens", "Screen {number} · {name} · {size}")
    return pattern.format(number=number, name=isolated(screen.name), size=size)


def whole_menu(parent: QWidget, theme: Theme, source: ScreenSource) -> QMenu:
    """Make the bar's menu: send the wall, send the camera, what stands elsewhere."""
    menu = QMenu(parent)
    _heading(menu, translate("screens", "This wall to"))
    _targets(menu, theme, source, partial(source.send, SentKind.WALL))
    menu.addSeparator()
    camera = source.selected_camera()
    pattern = translate("screens", "Camera {camera} alone to")
    title = pattern.format(camera=isolated(camera)) if camera else translate("screens", "Selected camera alone to")
    alone = menu.addMenu(icon("cctv", theme), _plain(title))
    alone.setEnabled(bool(camera))
    _targets(alone, theme, source, partial(source.send, SentKind.CAMERA))
    _standing(menu, theme, source)
    return menu


def send_menu(parent: QWidget, theme: Theme, source: ScreenSource, kind: SentKind) -> QMenu:
    """Make the menu of one command: where the wall, or the selected camera, can go."""
    menu = QMenu(parent)
    camera = translate("screens", "Camera {camera} alone to").format(camera=isolated(source.selected_camera()))
    _heading(menu, translate("screens", "This wall to") if kind is SentKind.WALL else camera)
    _targets(menu, theme, source, partial(source.send, kind))
    return menu


def move_menu(parent: QWidget, theme: Theme, source: ScreenSource, place: str) -> QMenu:
    """Make the menu of where a window can move."""
    menu = QMenu(parent)
    _heading(menu, translate("screens", "Move to"))
    _targets(menu, theme, source, partial(source.move, place), place)
    return menu


def _targets(menu: QMenu, theme: Theme, source: ScreenSource, go: Callable[[int], None], place: str = "") -> None:
    """List the other screens and a window of its own; `place` is the window that would move."""
    standing = {one.at: one for one in source.standing() if one.at is not None}
    others = [screen for screen in source.screens() if screen.index != source.main_index()]
    for screen in others:
        there = standing.get(screen.index)
        action = _add(menu, theme, "monitor", screen_words(screen) + "\t" + _there(there, place),
                      partial(go, screen.index))
        action.setEnabled(there is None or there.place != place)
    if not others:
        _heading(menu, translate("screens", "This computer has no other screen now."))
    own = place and any(one.place == place and one.own_window for one in source.standing())
    _add(menu, theme, "picture-in-picture-2", translate("screens", "A window of its own"),
         partial(go, OWN_WINDOW)).setEnabled(not own)


def _there(there: Standing | None, place: str) -> str:
    if there is None:
        return translate("screens", "free")
    if there.place == place:
        return translate("screens", "stands here")
    if place:
        return translate("screens", "changes places with “{title}”").format(title=there.title)
    return translate("screens", "replaces “{title}”").format(title=there.title)


def _standing(menu: QMenu, theme: Theme, source: ScreenSource) -> None:
    standing = source.standing()
    if not standing:
        return
    menu.addSeparator()
    for one in standing:
        name = "triangle-alert" if one.waits else "picture-in-picture-2" if one.own_window else "monitor-up"
        sub = menu.addMenu(icon(name, theme, "impaired" if one.waits else "secondary"), _plain(standing_words(one)))
        show = translate("screens", "Show it here in a window") if one.waits else translate("screens", "Go to it")
        _add(sub, theme, "eye", show, partial(source.show_again, one.place))
        _targets(sub, theme, source, partial(source.move, one.place), one.place)
        sub.addSeparator()
        _add(sub, theme, "monitor-x", translate("screens", "Take back"), partial(source.take_back, one.place))
    menu.addSeparator()
    _add(menu, theme, "monitor-x", translate("screens", "Take all back"), source.take_all_back)


def standing_words(one: Standing) -> str:
    """Give "City centre on screen 2", or what it waits for."""
    screen = isolated(one.screen.name) if one.screen.name else ltr(one.screen.index + 1)
    if one.own_window:
        return translate("screens", "“{title}” in a window").format(title=one.title)
    if one.at is None:
        return translate("screens", "“{title}” waits for screen {screen}").format(title=one.title, screen=screen)
    return translate("screens", "“{title}” on screen {number}").format(title=one.title, number=ltr(one.at + 1))


def _heading(menu: QMenu, text: str) -> None:
    action = QAction(_plain(text), menu)
    action.setEnabled(False)
    menu.addAction(action)


def _add(menu: QMenu, theme: Theme, name: str, text: str, do: Callable[[], None]) -> QAction:
    action = QAction(icon(name, theme), _plain(text), menu)
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)
    return action


def _plain(text: str) -> str:
    return text.replace("&", "&&")
