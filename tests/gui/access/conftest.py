"""The gated window over real services with officers, at Argon2's least cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from safecity_console.core.clock import ManualClock
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, Role, RoleCode
from safecity_console.services.console import ConsoleServices
from safecity_console.services.desk import Seat
from safecity_console.ui.fonts import load_fonts
from safecity_console.ui.language import Language
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.style import apply_look
from safecity_console.ui.theme import DARK
from tests.gui.doubles import Room

PASSWORD = "corridor lamp nine"
ADMIN, DUTY, SSP, TECHNICIAN, SUPERVISOR = "A-001", "D-104", "S-001", "T-009", "S-201"
_ROLES = {DUTY: RoleCode.DUTY_OFFICER, SSP: RoleCode.DISTRICT_HEAD, TECHNICIAN: RoleCode.TECHNICIAN,
          SUPERVISOR: RoleCode.SUPERVISOR}


class Post:
    """A control room with its window, and the hands of a test."""

    def __init__(self, room: Room, app: QApplication, qtbot: Any) -> None:
        self.room, self.app, self._qtbot = room, app, qtbot
        self.services: ConsoleServices = room.services
        self.clock: ManualClock = room.clock
        self.language = Language(app)
        self.window: MainWindow

    def open(self) -> MainWindow:
        self.window = MainWindow(self.services, self.app, self.language, gated=True)
        self.window.resize(1366, 768)
        with self._qtbot.waitExposed(self.window):
            self.window.show()
        return self.window

    def make_officers(self, *badges: str, must_change: bool = False) -> None:
        """Make the administrator and others, and leave the desk empty."""
        officers, access = self.services.officers, self.services.access
        officers.begin(ADMIN, "Sajid Mahmood", Secret(PASSWORD))
        access.sign_in(ADMIN, Secret(PASSWORD))
        for badge in badges:
            officers.add(Officer("", badge, f"Officer {badge[-1]}", self.role(_ROLES[badge]).id), Secret(PASSWORD),
                         must_change=must_change)
        access.sign_out()

    def arrange(self, key: str, value: object) -> None:
        """Change a setting as somebody who may, whoever sits here."""
        desk = self.services.desk
        seat, session = desk.seat, desk.session
        desk.sit(Seat.SETUP)
        self.services.settings.set(key, value)  # type: ignore[arg-type]
        desk.sit(seat, session)

    def role(self, code: str) -> Role:
        return next(one for one in self.services.officers.roles() if one.code == code)

    @property
    def form(self) -> Any:
        return self.window.gate.form

    def until(self, truth: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(truth, timeout=20_000)

    def sign_in(self, badge: str, password: str = PASSWORD) -> None:
        """Type and send by the keyboard."""
        self.form.badge.setText(badge)
        self.form._on_badge(badge)
        self.form.password.line.setText(password)
        self._qtbot.keyClick(self.form.password.line, Qt.Key.Key_Return)

    def at_desk(self, badge: str) -> None:
        """Sign in and wait for the open desk."""
        self.sign_in(badge)
        self.until(lambda: not self.window.gate.shut and self.window.centralWidget().isVisible())

    def refused(self) -> str:
        """Wait for a sentence under the form and give it."""
        self.until(lambda: not self.form.attempt.busy and not self.form.said.isHidden())
        return str(self.form.said.text())


@pytest.fixture
def post(qapp: QApplication, qtbot: Any, data_folder: Path) -> Iterator[Post]:
    load_fonts()
    apply_look(qapp, DARK, "en")
    room = Room(data_folder, (1, 2, 3), quick=True)
    made = Post(room, qapp, qtbot)
    yield made
    if hasattr(made, "window"):
        made.until(lambda: made.form is None or not made.form.attempt.busy)
        made.window.close()
        made.window.deleteLater()
    made.language.use("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.processEvents()
    room.close()
