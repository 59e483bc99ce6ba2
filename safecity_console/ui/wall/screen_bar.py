"""The bar's button of other screens: how the wall is sent there, and whether something waits for its screen.

Belongs here: the button. Does not belong here: its menus (screen_menu.py), doing (ui/screens/desk.py).
Invariants: 1. The button promises only what is there: a screen by number, screens, or a window. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from safecity_console.domain.screens import SentKind
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.screen_menu import ScreenSource, send_menu, whole_menu


class ScreenBar(QPushButton):
    """The button; without a source it stays hidden."""

    def __init__(self, theme: Theme, done: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._done = theme, done
        self._source: ScreenSource | None = None
        self._words, self._compact = "", False
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def serve(self, source: ScreenSource) -> None:
        """Take the source of screens."""
        self._source = source
        self.show()
        self.show_state()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone where the bar is narrow."""
        self._compact = compact
        self.setText("" if compact else " " + self._words)

    def show_state(self) -> None:
        """Say what the button can do now."""
        if self._source is None:
            return
        others = [s for s in self._source.screens() if s.index != self._source.main_index()]
        waiting = sum(one.waits for one in self._source.standing())
        if waiting:
            self._words = self.tr("{count} waiting for a screen").format(count=ltr(waiting))
        elif len(others) == 1:
            self._words = self.tr("Send to screen {number}").format(number=ltr(others[0].index + 1))
        else:
            self._words = self.tr("Send to a screen") if others else self.tr("Send to a window")
        name, role = ("triangle-alert", "impaired") if waiting else ("monitor-up", "secondary")
        self.setIcon(icon(name, self._theme, role))
        self.setToolTip(self.tr("Sends the wall or the selected camera to another screen; shows what stands there"))
        self.setAccessibleName(self._words)
        self.set_compact(self._compact)

    def whole_menu(self) -> QMenu | None:
        """Make the menu of everything."""
        return self._given_back(whole_menu(self, self._theme, self._source)) if self._source is not None else None

    def ask(self, kind: SentKind) -> QMenu | None:
        """Open the menu of where the wall or the selected camera can go."""
        if self._source is None:
            return None
        menu = self._given_back(send_menu(self, self._theme, self._source, kind))
        self._open(menu)
        return menu

    def _given_back(self, menu: QMenu) -> QMenu:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._done)
        return menu

    def _on_clicked(self, _checked: bool = False) -> None:
        menu = self.whole_menu()
        if menu is not None:
            self._open(menu)

    def _open(self, menu: QMenu) -> None:
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        first = next((action for action in menu.actions() if action.isEnabled() and not action.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)
