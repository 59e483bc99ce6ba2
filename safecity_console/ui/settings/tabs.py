"""The tabs of the Settings page: the console's own settings, and what else is arranged by whom may.

Belongs here: the tabs, which permission each asks for, making one when it is first wanted. Does not belong here: what
a tab holds (page.py, officers.py, roles.py, camera_groups.py).
Invariants: 1. A tab is one line in TABS. 2. No tab is hidden from anybody: whom the role does not allow it reads why.
3. A tab is made anew when who may do what changed. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.services.desk import Seat
from safecity_console.ui.access_texts import permission_title
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import isolated
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.camera_groups import CameraGroupsTab
from safecity_console.ui.settings.officers import OfficersTab
from safecity_console.ui.settings.page import SettingsPage
from safecity_console.ui.settings.places import PlacesTab
from safecity_console.ui.settings.procedures import ProceduresTab
from safecity_console.ui.settings.roles import RolesTab
from safecity_console.ui.settings.units import UnitsTab
from safecity_console.ui.widgets.basics import icon_label, label, row, surface


class TabBody(Protocol):
    """What a tab's widget offers beside being a widget."""

    said: SignalInstance

    def renew(self) -> None:
        """Show what is kept now, keeping what the officer has not saved."""
        ...


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its id, its title, whom it is for, and its widget (a QWidget that is a TabBody)."""

    id: str
    title: str
    permission: Permission
    make: Callable[[Screen], QWidget]


TABS: tuple[Tab, ...] = (
    Tab("officers", QT_TRANSLATE_NOOP("SettingsTabs", "Officers"), Permission.MANAGE_OFFICERS, OfficersTab),
    Tab("roles", QT_TRANSLATE_NOOP("SettingsTabs", "Roles"), Permission.MANAGE_OFFICERS, RolesTab),
    Tab("camera_groups", QT_TRANSLATE_NOOP("SettingsTabs", "Camera groups"), Permission.MANAGE_OFFICERS,
        CameraGroupsTab),
    Tab("procedures", QT_TRANSLATE_NOOP("SettingsTabs", "Procedures"), Permission.EDIT_PROCEDURES, ProceduresTab),
    Tab("sites", QT_TRANSLATE_NOOP("SettingsTabs", "Sites"), Permission.EDIT_PLACES, PlacesTab),
    Tab("units", QT_TRANSLATE_NOOP("SettingsTabs", "Units"), Permission.EDIT_PLACES, UnitsTab),
)


class SettingsTabs(QFrame):
    """The Settings page with its tabs; the first one is the console's own settings."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, console: SettingsPage) -> None:
        super().__init__()
        self._screen, self._console = screen, console
        self.setProperty("surface", "page")
        self.setAccessibleName(self.tr("Settings"))
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("Parts of the settings"))
        self.bar.addTab(self.tr("This console"))
        self._stack = QStackedWidget()
        self._stack.addWidget(console)
        self._made: dict[str, tuple[QWidget, tuple[str, bool]]] = {}
        for tab in TABS:
            self.bar.addTab(QCoreApplication.translate("SettingsTabs", tab.title))
            self._stack.addWidget(QWidget())
        head = surface("strip")
        head.setLayout(row(self.bar, None, margins=(12, 0, 12, 0)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self._stack, 1)
        self._bridge = Bridge(screen.services.bus, self)
        self._bridge.seat_changed.connect(self._on_changed)
        self._bridge.officers_changed.connect(self._on_changed)
        self._bridge.cameras_changed.connect(lambda _event: self._on_changed())
        self.bar.currentChanged.connect(self._show)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(console)

    def release(self) -> None:
        """Hear the bus no more."""
        self._bridge.close()

    def go_to(self, tab_id: str) -> None:
        """Bring a tab to the front; empty: the console's own settings."""
        ids = ["", *(tab.id for tab in TABS)]
        self.bar.setCurrentIndex(ids.index(tab_id))

    def body(self, tab_id: str) -> QWidget | None:
        """Give a tab's widget, if it was made."""
        made = self._made.get(tab_id)
        return made[0] if made is not None else None

    def reveal(self, key: str) -> None:
        """Bring a setting into sight."""
        self.go_to("")
        self._console.reveal(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show(self.bar.currentIndex())

    def _show(self, index: int) -> None:
        if index > 0 and self.isVisible():
            self._make(index, TABS[index - 1])
        self._stack.setCurrentIndex(index)

    def _make(self, index: int, tab: Tab) -> None:
        """Make a tab's widget where there is none for who is at the desk now."""
        access = self._screen.services.access
        session = access.session
        setting_up = access.seat is Seat.SETUP
        wanted = (session.id if session is not None else "", access.may(tab.permission) and not setting_up)
        if tab.id in self._made and self._made[tab.id][1] == wanted:
            return
        if wanted[1]:
            body = tab.make(self._screen)
            cast("TabBody", body).said.connect(self.said)
        else:
            body = self._closed(tab, setting_up)
        old = self._stack.widget(index)
        self._stack.insertWidget(index, body)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._made[tab.id] = (body, wanted)

    def _closed(self, tab: Tab, setting_up: bool) -> QWidget:
        """Say why there is nothing here for this officer."""
        if setting_up:
            why = self.tr("No officer was made yet. The console asks for the administrator when it is opened for work.")
        else:
            why = self.tr("Your role does not allow this. It takes the permission “{permission}”.").format(
                permission=isolated(permission_title(tab.permission)))
        body = QFrame()
        body.setAccessibleName(why)
        box = QVBoxLayout(body)
        box.addStretch(2)
        box.addLayout(row(None, icon_label("lock-keyhole", self._screen.theme), label(why, "secondary"), None))
        box.addStretch(3)
        return body

    def _on_changed(self) -> None:
        index = self.bar.currentIndex()
        for tab in TABS:
            made = self._made.get(tab.id)
            if made is not None and made[1][1]:
                cast("TabBody", made[0]).renew()
        self._show(index)
