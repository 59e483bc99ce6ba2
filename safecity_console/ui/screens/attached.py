"""The screens of this computer as Qt has them, and word when they change.

Belongs here: naming a QScreen, hearing that screens came, went or changed, putting a window on a screen. Does not
belong here: what stands where (desk.py), matching (domain/screens.py).
Invariants: 1. Many signals of one change (a dock, a cable) are one word, `SETTLE_MS` after the last. 2. No QScreen is
kept: PySide calls it deleted as soon as any widget dies that was asked for its `screen()`. What is kept are names;
`screen_named` gives the screen itself. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from safecity_console.domain.screens import TEXT_MOST, Box, ScreenName
from safecity_console.ui.format import isolated, ltr

SETTLE_MS = 250


class AttachedScreens(QObject):
    """Listens to Qt; `changed` brings the list of screens as it is now."""

    changed = Signal(list)
    gone = Signal(QScreen)  # at once, while it can still be told from the others

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._on_settled)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_added)
            app.screenRemoved.connect(self._on_removed)
            app.primaryScreenChanged.connect(self._on_change)
        for screen in QGuiApplication.screens():
            self._listen(screen)

    def _listen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_change)
        screen.physicalDotsPerInchChanged.connect(self._on_change)

    def _on_added(self, screen: QScreen) -> None:
        self._listen(screen)
        self._on_change()

    def _on_removed(self, screen: QScreen) -> None:
        self.gone.emit(screen)
        self._on_change()

    def _on_change(self, *_what: object) -> None:
        self._timer.start()

    def _on_settled(self) -> None:
        self.changed.emit(QGuiApplication.screens())


def box_of(rect: QRect) -> Box:
    """Give a rectangle of Qt as ours."""
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def rect_of(box: Box) -> QRect:
    """Give a rectangle of ours as Qt's."""
    return QRect(box.x, box.y, box.width, box.height)


def name_of(screen: QScreen, index: int) -> ScreenName:
    """Give what a screen is known by; what a monitor says of itself is cut to a sane length."""
    name, model, maker, serial = (
        text[:TEXT_MOST] for text in (screen.name(), screen.model(), screen.manufacturer(), screen.serialNumber()))
    return ScreenName(name, model, maker, serial, box_of(screen.geometry()), index)


def names_of(screens: Sequence[QScreen]) -> tuple[ScreenName, ...]:
    """Give what the screens are known by, in their order."""
    return tuple(name_of(screen, index) for index, screen in enumerate(screens))


def screen_named(name: ScreenName, among: Sequence[ScreenName] = ()) -> QScreen | None:
    """Give the screen that bears this name now; of mirrored ones that look the same, the one in the same order."""
    alike = [screen for screen in QGuiApplication.screens() if name_of(screen, name.index) == name]
    before = sum(replace(other, index=name.index) == name for other in among if other.index < name.index)
    return alike[min(before, len(alike) - 1)] if alike else None


def called(screen: ScreenName) -> str:
    """Give a screen's own name as it stands in a line."""
    return isolated(screen.name) if screen.name else ltr(screen.index + 1)


def put_on(window: QWidget, screen: QScreen, rect: QRect) -> None:
    """Give a window its screen and place before it is shown there: a window shown first appears on the wrong one."""
    window.winId()
    handle = window.windowHandle()
    if handle is not None and handle.screen() is not screen:
        handle.setScreen(screen)
    window.setGeometry(rect)
