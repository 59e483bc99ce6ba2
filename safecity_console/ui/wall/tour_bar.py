"""The tour's place in the bar above the wall: what runs and when it goes on, start and stop, and the menu.

Belongs here: the button and the menu of tours. Does not belong here: running a tour (touring.py),
making one (ui/tours/).
Invariants: 1. The button is as wide while a tour runs as it was when it began: a countdown moves nothing beside it.
2. The whole line is tool tip and accessible name, however little of it finds room. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from safecity_console.domain.tour import SavedTour, TourTiles
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.actions import ICONS, key_text
from safecity_console.ui.format import plain_tip
from safecity_console.ui.icons import icon
from safecity_console.ui.texts import command_words
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.tour_words import all_cameras, tour_line, tour_place
from safecity_console.ui.wall.view import WallView

RUNNING_PX = 340
NARROW_PX = 236
NARROW_BELOW_PX = 1150
WHILE_RUNNING = ("tour.pause", "tour.previous", "tour.next", "tour.toggle")


class TourBar(QWidget):
    """Button and menu; `width_changed` asks the bar to lay out anew."""

    width_changed = Signal()

    def __init__(self, services: ConsoleServices, theme: Theme, view: WallView) -> None:
        super().__init__()
        self._services, self._theme, self._view = services, theme, view
        self._was_running = self._compact = False
        self.button = QPushButton()
        self.button.setProperty("kind", "quiet")
        self.button.setCheckable(True)
        self.button.setIcon(icon("route", theme, on_role="selection"))
        self.more = QToolButton()
        self.more.setProperty("kind", "quiet")
        self.more.setStyleSheet("QToolButton { padding: 6px 4px; }")
        self.more.setIcon(icon("chevron-down", theme))
        self.more.setAccessibleName(self.tr("Tours"))
        self.more.setToolTip(self.tr("Choose, hold or make a tour"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (self.button, self.more):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.addWidget(widget)
        self.button.clicked.connect(self._on_button)
        self.more.clicked.connect(self._on_more)
        view.touring.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show what runs now."""
        status = self._view.touring.status
        running = status is not None
        self.button.setChecked(running)
        self._take_width()
        whole = tour_line(status) if status is not None else self.tr("Tour off")
        key = key_text(self._services.keys, "tour.toggle")
        hint = self.tr("Stops the tour ({key}).") if running else self.tr("Starts the last tour ({key}).")
        self.button.setToolTip(plain_tip(f"{whole}\n{hint.format(key=key)}"))
        self.button.setAccessibleName(whole)
        metrics, room = self.button.fontMetrics(), self.button.width() - 54 if running else RUNNING_PX
        if status is not None and metrics.horizontalAdvance(whole) > room:
            # What holds it, or when it goes on, is worth more than its name.
            place = tour_place(status)
            name = metrics.elidedText(status.name, Qt.TextElideMode.ElideRight,
                                      room - metrics.horizontalAdvance(place + " · "))
            whole = f"{name} · {place}" if len(name) > 3 else place
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)
        # Fusion leaves no room between icon and words.
        self.button.setText("" if self._compact and not running else " " + shown.replace("&", "&&"))

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone where the bar is narrow; a running tour keeps its words."""
        if compact is not self._compact:
            self._compact = compact
            self.show_state()

    def menu(self) -> QMenu:
        """Make the menu of tours."""
        menu, touring = QMenu(self), self._view.touring
        for saved in self._services.tours.tours():
            action = self._add(menu, saved.tour.name, "", partial(self._start, saved))
            action.setCheckable(True)
            action.setChecked(touring.run is not None and touring.run.tour_id == saved.id)
        if not menu.isEmpty():
            menu.addSeparator()
        for title, tiles in ((self.tr("All cameras, page by page"), TourTiles.PAGE),
                             (self.tr("All cameras, one tile after another"), TourTiles.TURN),
                             (self.tr("All cameras, in the selected tile"), TourTiles.ONE)):
            self._add(menu, title, "cctv", partial(self._start_all, tiles))
        menu.addSeparator()
        for command_id in (*(WHILE_RUNNING if touring.run is not None else ()), "tour.pin", "tour.manage"):
            title = command_words(command_id).title
            # Space is the wall's own key, not one of the table.
            key = self.tr("Space") if command_id == "tour.pause" else key_text(self._services.keys, command_id)
            self._add(menu, f"{title}\t{key}" if key else title, ICONS[command_id],
                      partial(self._view.run, command_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._view.focus_soon)
        return menu

    def _take_width(self) -> None:
        """Take the width a running tour has, from its first to its last moment."""
        running = self._view.touring.status is not None
        wanted = (NARROW_PX if self._view.width() < NARROW_BELOW_PX else RUNNING_PX) if running else 0
        if running:
            self.button.setFixedWidth(wanted)
        elif self._was_running:
            self.button.setMinimumWidth(0)
            self.button.setMaximumWidth(RUNNING_PX)
        if running is not self._was_running:
            self._was_running = running
            self.width_changed.emit()

    def _add(self, menu: QMenu, title: str, icon_name: str, do: Callable[[], object]) -> QAction:
        action = QAction(title.replace("&", "&&"), menu)
        if icon_name:
            action.setIcon(icon(icon_name, self._theme))
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        return action

    def _start(self, saved: SavedTour) -> None:
        self._view.touring.start(saved.tour, saved.id)

    def _start_all(self, tiles: TourTiles) -> None:
        every = all_cameras(self._view.controller.model.cameras(), tiles)
        if every is not None:
            self._view.touring.start(every)

    def _on_button(self, _checked: bool = False) -> None:
        self._view.run("tour.toggle")
        self.show_state()
        self._view.take_focus()

    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
