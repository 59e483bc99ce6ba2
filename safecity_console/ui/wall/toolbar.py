"""The bar above the wall: which wall, which layout, locked or not, what works or all places, go to a camera.

Belongs here: the bar's widgets. Does not belong here: its menus (bar_menus.py), the wall itself (view.py), the dialog
that saves it (the frame's, command `wall.save`).
Invariants: 1. The bar shows what is on screen, whoever changed it. 2. Layouts that find no room stand in the menu at
their end, own ones always; its button says which own one is on screen. 3. Long names are elided, whole in the tool tip.
Thread: GUI.
"""

from __future__ import annotations

from enum import IntEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.wall import LAYOUT_BY_KEY, LAYOUTS
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.actions import key_text, keyed_tip
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import isolated, ltr, plain_tip
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import code_sentence
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.bar_menus import BarMenus
from safecity_console.ui.wall.model import Mode
from safecity_console.ui.wall.screen_bar import ScreenBar
from safecity_console.ui.wall.tour_bar import TourBar
from safecity_console.ui.wall.view import WallView

ALWAYS = ("1", "4", "9", "16", "25", "36")
HEIGHT_PX = 44
MARGIN_PX, GAP_PX = 12, 8
PICKER_MOST_PX = 220
OWN_MOST_PX = 120


class Stage(IntEnum):
    """How much of itself the bar shows."""

    WHOLE = 0
    USUAL_LAYOUTS = 1
    SCREENS = 2
    FIND = 3
    WORDLESS = 4
    ONE_LAYOUT = 5


class WallToolbar(QFrame):
    """The bar."""

    def __init__(self, services: ConsoleServices, theme: Theme, view: WallView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._theme, self._view = services, theme, view
        self._menus = BarMenus(services, theme, view, self)
        self.setProperty("surface", "strip")
        self.setFixedHeight(HEIGHT_PX)
        self.picker = self._make_picker()
        self._layouts = QButtonGroup(self)
        self.segments = self._make_segments()
        self.more = self._make_more()
        self.lock = self._make_lock()
        self.works = self._make_works()
        self.go_to = self._make_find()
        self.new_incident = self._make_new_incident()
        self._words = {self.works: "", **{one: one.text() for one in (self.go_to, self.new_incident)}}
        self.tour = TourBar(services, theme, view)
        self.tour.width_changed.connect(self._fit)
        self.screens = ScreenBar(theme, view.focus_soon)
        box = QHBoxLayout(self)
        box.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        box.setSpacing(GAP_PX)
        for widget in (self.picker, self.segments, self.more, self.lock, self.works, self.tour, self.screens):
            box.addWidget(widget)
        for button in (self.picker, self.more, self.lock, self.works, self.go_to, self.new_incident,
                       *self._layouts.buttons()):
            # A click leaves the focus on the wall, so that the number keys go on; Tab still reaches the bar.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.addStretch(1)
        box.addWidget(self.go_to)
        box.addWidget(self.new_incident)
        view.state_changed.connect(self.show_state)
        self._bridge = Bridge(services.bus, self)
        for told in (self._bridge.walls_changed, self._bridge.seat_changed, self._bridge.officers_changed):
            told.connect(self.show_state)
        self._bridge.keys_changed.connect(self.show_keys)
        self.show_keys()
        self.show_state()

    def show_state(self) -> None:
        """Show what is on screen now."""
        wall, name = self._view.wall(), self._view.controller.wall_name
        saved = self._view.controller.saved_wall()
        title = name if saved is not None else self.tr("Unsaved wall")
        if saved is not None and saved.wall != wall:
            title = self.tr("{name} (changed)").format(name=name)
        shown = self.picker.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, PICKER_MOST_PX - 60)
        self.picker.setText(" " + shown.replace("&", "&&"))  # Fusion leaves no room between icon and words
        self.picker.setAccessibleName(self.tr("Wall on screen: {name}").format(name=title))
        works = self._view.mode() is Mode.WHAT_WORKS
        self._layouts.setExclusive(False)
        for button in self._layouts.buttons():
            button.setChecked(not works and button.property("layout_key") == wall.layout)
        self._layouts.setExclusive(not works)
        self.works.setChecked(works)
        self._words[self.works] = " " + (self.tr("What works") if works else self.tr("All places"))
        self._show_own(wall.layout if not works else "")
        self._show_lock(wall.locked)
        self._show_permitted()
        self._fit()

    def show_keys(self) -> None:
        """Show the keys in force in the tool tips."""
        keys = self._services.keys
        self.works.setToolTip(
            keyed_tip(self.tr("Shows only cameras with a picture, or all places"), keys, "wall.what_works"))
        self.go_to.setToolTip(
            keyed_tip(self.tr("Finds a camera, place, wall or command by a part of its name"), keys, "find.anything"))
        words = self.tr("New incident {key}").format(key=ltr(key_text(keys, "incident.new")))
        self._words[self.new_incident] = f" {words.strip()}"
        self.new_incident.setToolTip(
            keyed_tip(self.tr("Logs an incident of the selected camera"), keys, "incident.new"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def walls_menu(self) -> QMenu:
        """Make the menu of saved walls."""
        return self._menus.walls()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _make_picker(self) -> QPushButton:
        made = QPushButton()
        made.setIcon(icon("layout-grid", self._theme))
        made.setMaximumWidth(PICKER_MOST_PX)
        made.clicked.connect(self._on_picker)
        return made

    def _make_segments(self) -> QFrame:
        frame = QFrame()
        frame.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        frame.setObjectName("segments")
        theme = self._theme
        frame.setStyleSheet(
            f"QFrame#segments {{ background: {theme.raised}; border-radius: 6px; }}"
            f"QFrame#segments QToolButton {{ background: transparent; border: 1px solid transparent;"
            f" border-radius: 5px; padding: 4px 7px; color: {theme.secondary}; min-width: 16px; }}"
            f"QFrame#segments QToolButton:hover {{ color: {theme.text}; background: {theme.control}; }}"
            f"QFrame#segments QToolButton:focus {{ border: 1px solid {theme.selection}; }}"
            f"QFrame#segments QToolButton:checked {{ color: {theme.text}; font-weight: 600;"
            f" background: {mixed(theme.selection, theme.control, 0.22)}; }}"
        )
        box = QHBoxLayout(frame)
        box.setContentsMargins(2, 2, 2, 2)
        box.setSpacing(0)
        for layout in LAYOUTS:
            button = QToolButton()
            button.setText(layout.key)
            button.setCheckable(True)
            button.setProperty("layout_key", layout.key)
            button.setAccessibleName(self.tr("Layout {key}").format(key=layout.key))
            button.clicked.connect(partial(self._on_layout, layout.key))
            self._layouts.addButton(button)
            box.addWidget(button)
        return frame

    def _make_more(self) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "quiet")
        made.setIcon(icon("ellipsis", self._theme))
        made.setAccessibleName(self.tr("More layouts"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        made.clicked.connect(self._on_more)
        return made

    def _make_lock(self) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "quiet")
        made.setCheckable(True)
        made.setObjectName("wall-lock")
        made.clicked.connect(self._on_lock)
        return made

    def _make_works(self) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setIcon(icon("eye", self._theme, on_role="selection"))
        made.setAccessibleName(self.tr("What works"))
        made.clicked.connect(self._on_works)
        return made

    def _make_find(self) -> QPushButton:
        made = QPushButton(" " + self.tr("Find anything…"))
        made.setProperty("kind", "quiet")
        made.setIcon(icon("search", self._theme))
        made.setAccessibleName(self.tr("Find anything"))
        made.clicked.connect(self._on_find)
        return made

    def _make_new_incident(self) -> QPushButton:
        made = QPushButton(" " + self.tr("New incident"))
        made.setIcon(icon("siren", self._theme))
        made.setAccessibleName(self.tr("New incident"))
        made.clicked.connect(partial(self._view.command_wanted.emit, "incident.new"))
        return made

    def _show_own(self, layout: str) -> None:
        """Name the own layout on screen on the button whose menu it stands in."""
        own = next((one.name for one in self._services.layouts.own() if one.key == layout), "")
        drawn = not own and bool(layout) and layout not in LAYOUT_BY_KEY
        title = own or (self.tr("Own layout") if drawn else "")
        shown = self.more.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, OWN_MOST_PX)
        self.more.setText(f" {shown}".replace("&", "&&") if shown else "")
        self.more.setChecked(bool(title))
        tip = self.tr("More layouts: {name} is on screen").format(name=isolated(title)) if title \
            else self.tr("More layouts")
        self.more.setToolTip(plain_tip(tip))

    def _show_lock(self, locked: bool) -> None:
        self.lock.setChecked(locked)
        self.lock.setIcon(icon("lock" if locked else "lock-open", self._theme, on_role="impaired"))
        text = self.tr("The wall is locked against changes; unlock it") if locked \
            else self.tr("Lock the wall against changes")
        self.lock.setToolTip(keyed_tip(text, self._services.keys, "wall.lock"))
        self.lock.setAccessibleName(text)

    def _show_permitted(self) -> None:
        """Disable what arranges the wall where the role does not allow it, and say so."""
        permitted = Permission.ARRANGE_WALL in self._view.controller.permissions
        self.picker.setToolTip(self.tr("Choose, save, rename or delete a wall"))
        self.segments.setToolTip("")
        for one in (self.picker, self.segments, self.more, self.lock):
            one.setEnabled(permitted)
            if not permitted:
                one.setToolTip(code_sentence("not_permitted", {}))

    def _fit(self) -> None:
        """Show as much as finds room: fewer layouts first, then icons without words, at last the one layout alone."""
        for stage in Stage:
            self._narrow(stage)
            if self._wanted_px() <= self.width():
                return

    def _narrow(self, stage: Stage) -> None:
        for button in self._layouts.buttons():
            usual = button.property("layout_key") in ALWAYS and stage < Stage.ONE_LAYOUT
            button.setVisible(stage is Stage.WHOLE or usual or button.isChecked())
        self.screens.set_compact(stage >= Stage.SCREENS)
        self.tour.set_compact(stage >= Stage.WORDLESS)
        for button, least in ((self.go_to, Stage.FIND), (self.works, Stage.WORDLESS),
                              (self.new_incident, Stage.WORDLESS)):
            button.setText("" if stage >= least else self._words[button])

    def _wanted_px(self) -> int:
        always = (self.picker, self.more, self.lock, self.works, self.tour, self.screens, self.go_to,
                  self.new_incident)
        layouts = sum(b.sizeHint().width() for b in self._layouts.buttons() if not b.isHidden())
        return sum(w.sizeHint().width() for w in always) + layouts + 4 + 2 * MARGIN_PX + len(always) * GAP_PX

    def _on_picker(self) -> None:
        self.walls_menu().popup(self.picker.mapToGlobal(self.picker.rect().bottomLeft()))

    def _on_more(self) -> None:
        on_bar = {b.property("layout_key") for b in self._layouts.buttons() if b.isVisible()}
        self._menus.layouts(on_bar).popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_lock(self, _checked: bool = False) -> None:
        self._view.run("wall.lock")
        self._view.take_focus()

    def _on_layout(self, key: str, _checked: bool = False) -> None:
        self._view.controller.set_layout(key)
        self._view.take_focus()

    def _on_works(self, _checked: bool = False) -> None:
        self._view.run("wall.what_works")
        self._view.take_focus()

    def _on_find(self) -> None:
        self._view.command_wanted.emit("find.anything")
