"""The fields of the discovery dialog: where to look, and how what is found becomes cameras.

Belongs here: editors and their meaning. Does not belong here: searching and adding (dialog.py).
Invariant: a password is never filled in and never shown. Thread: GUI.
"""

from __future__ import annotations

import re

import psutil
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from safecity_console.core.login import Login
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import NUMBER_MAX, NUMBER_MIN
from safecity_console.domain.onvif import Search
from safecity_console.services.devices import TakeOn
from safecity_console.ui.cameras.form import PASSWORD_MAX
from safecity_console.ui.format import ltr
from safecity_console.ui.widgets.basics import roomy, row
from safecity_console.ui.widgets.field import Field

translate = QCoreApplication.translate

TEMPLATE = "{place} {n}"
SECONDS = 5.0


class Where(QWidget):
    """Where to look."""

    def __init__(self) -> None:
        super().__init__()
        self.ranges, self.network = QLineEdit(), QComboBox()
        self.ranges.setPlaceholderText("192.0.2.0/24, 192.0.2.10-40")
        self.ranges.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.ranges.setMaxLength(400)
        self.network.addItem(translate("discover", "All networks of this computer"), "")
        for name, addresses in sorted(psutil.net_if_addrs().items()):
            found = next((one.address for one in addresses if one.family.name == "AF_INET"), "")
            if found:
                self.network.addItem(ltr(f"{name} · {found}"), name)
        hint = translate("discover", "Also asks these addresses one by one, as cameras behind a router need it.")
        self.ranges_field = Field(translate("discover", "Address ranges (optional)"), self.ranges, hint)
        laid = row(self.ranges_field, Field(translate("discover", "Network"), self.network), spacing=12)
        laid.setStretch(0, 3)
        laid.setStretch(1, 2)
        self.setLayout(laid)

    def search(self) -> Search:
        """Give what to look for."""
        ranges = tuple(one for one in re.split(r"[,;\s]+", self.ranges.text().strip()) if one)
        return Search(SECONDS, str(self.network.currentData()), True, ranges)


class How(QWidget):
    """How devices become cameras: one login, names by a template, numbers from the first free one."""

    def __init__(self, first_number: int, sites: list[str]) -> None:
        super().__init__()
        self.user, self.password, self.template, self.number = QLineEdit(), QLineEdit(), QLineEdit(TEMPLATE), QSpinBox()
        self.place = QComboBox()
        self.place.setEditable(True)
        self.place.addItems(sites)
        self.place.setCurrentText("")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for line in (self.user, self.password, self.template):
            line.setMaxLength(PASSWORD_MAX)
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.number.setRange(NUMBER_MIN, NUMBER_MAX)
        self.number.setValue(first_number)
        roomy(self.number)
        words = translate("discover", "{place}, {n}, {maker}, {model}, {name} and {address} are filled in.")
        self.template_field = Field(translate("discover", "Names"), self.template, words)
        fields = (Field(translate("discover", "User of all of them"), self.user),
                  Field(translate("discover", "Password"), self.password),
                  Field(translate("discover", "Place"), self.place), self.template_field,
                  Field(translate("discover", "Numbers from"), self.number))
        laid = row(*fields, spacing=12)
        for at, share in enumerate((3, 3, 3, 3, 2)):
            laid.setStretch(at, share)
            laid.setAlignment(fields[at], Qt.AlignmentFlag.AlignTop)
        self.setLayout(laid)

    def login(self) -> Login:
        """Give the login."""
        return Login(self.user.text().strip(), Secret(self.password.text()))

    def take_on(self) -> TakeOn:
        """Give how."""
        return TakeOn(self.template.text(), self.place.currentText().strip(), self.number.value())
