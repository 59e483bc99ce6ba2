"""The fields of a camera few officers need: where it stands, its ONVIF address, notes; folded away until wanted.

Belongs here: these editors and their meaning. Does not belong here: what is valid (services/drafts.py).
Invariants: 1. Coordinates belong to the place: another place does not inherit them, and the first one's come back with
its name. 2. Folded or not, what stands in the fields counts. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.errors import Refused
from safecity_console.services.drafts import LONGEST
from safecity_console.ui.widgets.basics import button, row
from safecity_console.ui.widgets.field import Field

NOTES_PX = 72
translate = QCoreApplication.translate


class MoreFields(QWidget):
    """The folded fields."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._base = CameraDraft(1, "", "")
        self._latitude, self._longitude, self._onvif = QLineEdit(), QLineEdit(), QLineEdit()
        self._notes = QPlainTextEdit()
        self._notes.setFixedHeight(NOTES_PX)
        self._notes.setTabChangesFocus(True)
        for line in (self._latitude, self._longitude, self._onvif):
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._onvif.setMaxLength(LONGEST["onvif_host"])
        self._latitude.setPlaceholderText("33.1484")
        self._longitude.setPlaceholderText("73.7515")
        self._onvif.setPlaceholderText("192.0.2.10:80")
        self.fields = {
            "latitude": Field(translate("CameraForm", "Latitude"), self._latitude),
            "longitude": Field(translate("CameraForm", "Longitude"), self._longitude),
            "onvif_host": Field(translate("CameraForm", "ONVIF address"), self._onvif),
            "notes": Field(translate("CameraForm", "Notes"), self._notes),
        }
        self.unfold = button(self.tr("More fields"), "quiet")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._show)
        self._inside = self._laid()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(self.unfold, None))
        box.addWidget(self._inside)
        self._show(False)
        for name, line in (("latitude", self._latitude), ("longitude", self._longitude), ("onvif_host", self._onvif)):
            line.textChanged.connect(lambda _text, name=name: self._on_changed(name))
        self._notes.textChanged.connect(lambda: self._on_changed("notes"))

    def fill(self, draft: CameraDraft) -> None:
        """Show a camera's; unfolded where it has one of them."""
        self._base = draft
        self._put_place(draft)
        self._onvif.setText(draft.onvif_host)
        self._notes.setPlainText(draft.notes)
        self.unfold.setChecked(bool(draft.latitude is not None or draft.onvif_host or draft.notes))

    def put_onvif(self, host: str) -> None:
        """Show another ONVIF address."""
        self._onvif.setText(host)
        self.unfold.setChecked(True)

    def onto(self, draft: CameraDraft) -> CameraDraft:
        """Give a draft with what these fields say; coordinates that are no numbers count as none."""
        return replace(draft, latitude=degrees(self._latitude.text()), longitude=degrees(self._longitude.text()),
                       onvif_host=self._onvif.text(), notes=self._notes.toPlainText())

    def check(self) -> None:
        """Raise Refused("place_bad") where coordinates are no numbers."""
        for line in (self._latitude, self._longitude):
            if line.text().strip() and degrees(line.text()) is None:
                raise Refused("place_bad")

    def follow_place(self, same: bool) -> None:
        """Drop the first place's coordinates where another is named, and bring them back with it."""
        held = (degrees_text(self._base.latitude), degrees_text(self._base.longitude))
        stands = (self._latitude.text(), self._longitude.text())
        if not same and stands == held:
            self._put_place(replace(self._base, latitude=None, longitude=None))
        elif same and stands == ("", ""):
            self._put_place(self._base)

    def _laid(self) -> QWidget:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for line in (("latitude", "longitude"), ("onvif_host",), ("notes",)):
            laid = row(*(self.fields[name] for name in line), spacing=12)
            for name in line:
                laid.setAlignment(self.fields[name], Qt.AlignmentFlag.AlignTop)
            box.addLayout(laid)
        return inside

    def _put_place(self, draft: CameraDraft) -> None:
        self._latitude.setText(degrees_text(draft.latitude))
        self._longitude.setText(degrees_text(draft.longitude))

    def _show(self, unfolded: bool) -> None:
        self._inside.setVisible(unfolded)
        self.unfold.setText(self.tr("Fewer fields") if unfolded else self.tr("More fields"))
        self.unfold.setAccessibleName(self.unfold.text())

    def _on_changed(self, name: str) -> None:
        self.fields[name].touched = True
        self.changed.emit()


def degrees(text: str) -> float | None:
    """Read typed degrees; None where they are none."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def degrees_text(value: float | None) -> str:
    """Give degrees as they are typed."""
    return "" if value is None else repr(value)
