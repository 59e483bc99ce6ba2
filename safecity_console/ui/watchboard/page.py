"""The watch board: whom and what to look out for. Thread: GUI."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from safecity_console.ui.screen import Screen


class WatchPage(QFrame):
    """The page; `commands` are what it answers, by id."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("surface", "page")
        self.commands: dict[str, Callable[[], object]] = {}

    def release(self) -> None:
        """Let go of what outlives a widget, before the page is made anew."""
