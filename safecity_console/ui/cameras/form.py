"""The fields of one camera: reading them as a draft, filling them from one, a login pasted with the address moved away.

Belongs here: editors and their meaning. Does not belong here: saving and testing (dialog.py), what is valid
(services/drafts.py).
Invariants: 1. A password is never shown and never filled in; an untouched field means "unchanged". 2. An address with a
login in it loses it to the fields the moment it can be read. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import (
    NAME_MAX,
    NUMBER_MAX,
    NUMBER_MIN,
    URL_MAX,
    CameraDraft,
    Transport,
    take_login,
)
from safecity_console.domain.errors import Refused
from safecity_console.ui.cameras.more_fields import MoreFields
from safecity_console.ui.texts import choice_text
from safecity_console.ui.widgets.basics import roomy, row
from safecity_console.ui.widgets.field import Field

PASSWORD_MAX = 256


class CameraForm(QWidget):
    """All fields of a camera."""

    changed = Signal()

    def __init__(self, sites: Sequence[str], keeps_password: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = CameraDraft(1, "", "")
        self._make_editors(sites, keeps_password)
        self.more = MoreFields()
        self.fields: dict[str, Field] = {**self._make_fields(), **self.more.fields}
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 0, 10, 0)
        box.setSpacing(12)
        f = self.fields
        for line in (("number", "name"), ("name_ur",), ("site", "phase"), ("main_url",), ("sub_url",),
                     ("user", "password"), ("transport",)):
            laid = row(*(f[name] for name in line), spacing=12)
            for name in line:
                laid.setStretchFactor(f[name], 2 if name in ("number", "phase") else 4)
                laid.setAlignment(f[name], Qt.AlignmentFlag.AlignTop)
            box.addLayout(laid)
        box.addWidget(self._enabled)
        box.addWidget(self.more)
        box.addStretch(1)
        self._listen()

    @property
    def first(self) -> QWidget:
        """Give the editor that is typed into first."""
        return self._name

    def fill(self, draft: CameraDraft) -> None:
        """Show a camera; what has no field here is kept for `draft`."""
        self._base = draft
        self._number.setValue(draft.number)
        self._name.setText(draft.name)
        self._name_ur.setText(draft.name_ur)
        self._site.setCurrentText(draft.site)
        self._phase.setValue(draft.phase)
        self._main.setText(draft.main_url)
        self._sub.setText(draft.sub_url)
        self._user.setText(draft.user)
        self._transport.setCurrentIndex(list(Transport).index(draft.transport))
        self._enabled.setChecked(draft.enabled)
        self.more.fill(draft)

    def put_device(self, main_url: str, sub_url: str, onvif_host: str) -> None:
        """Fill in what a camera's own device says of itself."""
        self._main.setText(main_url)
        self._sub.setText(sub_url)
        self.more.put_onvif(onvif_host)

    def draft(self) -> CameraDraft:
        """Give what the fields say, unchecked."""
        return self.more.onto(replace(
            self._base, number=self._number.value(), name=self._name.text(), name_ur=self._name_ur.text(),
            site=self._site.currentText(), phase=self._phase.value(), main_url=self._main.text(),
            sub_url=self._sub.text(), user=self._user.text(), enabled=self._enabled.isChecked(),
            transport=list(Transport)[self._transport.currentIndex()],
        ))

    def check(self) -> None:
        """Raise Refused("place_bad") where coordinates are no numbers."""
        self.more.check()

    def password(self) -> Secret | None:
        """Give the typed password; None where nothing was typed: an old one stays."""
        text = self._password.text()
        return Secret(text) if text else None

    def mark_touched(self) -> None:
        """Treat every field as touched, as when saving was tried."""
        for field in self.fields.values():
            field.touched = True

    def _make_editors(self, sites: Sequence[str], keeps_password: bool) -> None:
        self._number, self._phase = QSpinBox(), QSpinBox()
        self._number.setRange(NUMBER_MIN, NUMBER_MAX)
        self._phase.setRange(1, 99)
        roomy(self._number)
        roomy(self._phase)
        self._name, self._name_ur, self._user, self._password = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self._main, self._sub = QLineEdit(), QLineEdit()
        self._name.setMaxLength(NAME_MAX)
        self._name_ur.setMaxLength(NAME_MAX)
        self._name_ur.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for address in (self._main, self._sub, self._user, self._password):
            address.setMaxLength(URL_MAX)
            address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._main.setPlaceholderText("rtsp://192.0.2.10:554/stream1")
        self._sub.setPlaceholderText(self.tr("optional: the small stream for walls with many tiles"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setPlaceholderText(self.tr("unchanged") if keeps_password else self.tr("none"))
        self._site = QComboBox()
        self._site.setEditable(True)
        self._site.addItems(list(sites))
        self._site.setCurrentText("")
        self._transport = QComboBox()
        for transport in Transport:
            self._transport.addItem(choice_text("stream.transport", transport.value))
        self._enabled = QCheckBox(self.tr("Watch this camera"))
        self._enabled.setChecked(True)

    def _make_fields(self) -> dict[str, Field]:
        return {
            "number": Field(self.tr("Number"), self._number),
            "name": Field(self.tr("Name"), self._name),
            "name_ur": Field(self.tr("Name in Urdu"), self._name_ur),
            "site": Field(self.tr("Place"), self._site),
            "phase": Field(self.tr("Phase"), self._phase),
            "main_url": Field(self.tr("Address of the full picture"), self._main),
            "sub_url": Field(self.tr("Address of the small picture"), self._sub),
            "user": Field(self.tr("User"), self._user),
            "password": Field(self.tr("Password"), self._password),
            "transport": Field(self.tr("How video travels"), self._transport),
        }

    def _listen(self) -> None:
        for name, line in (("name", self._name), ("name_ur", self._name_ur), ("main_url", self._main),
                           ("sub_url", self._sub), ("user", self._user), ("password", self._password)):
            line.textChanged.connect(lambda _text, name=name: self._on_changed(name))
        self._number.valueChanged.connect(lambda _value: self._on_changed("number"))
        self._phase.valueChanged.connect(lambda _value: self._on_changed("phase"))
        self._site.currentTextChanged.connect(lambda _text: self._on_changed("site"))
        self._transport.currentIndexChanged.connect(lambda _index: self._on_changed("transport"))
        self._enabled.toggled.connect(lambda _on: self._on_changed("transport"))
        self.more.changed.connect(self.changed)

    def _on_changed(self, name: str) -> None:
        self.fields[name].touched = True
        if name in ("main_url", "sub_url"):
            self._move_login(self._main if name == "main_url" else self._sub)
        if name == "site":
            self.more.follow_place(self._site.currentText().strip() == self._base.site)
        self.changed.emit()

    def _move_login(self, line: QLineEdit) -> None:
        try:
            login = take_login(line.text())
        except Refused:
            return
        if login.user or login.password:
            line.setText(login.url)
            self._user.setText(login.user)
            if login.password:
                self._password.setText(login.password)
