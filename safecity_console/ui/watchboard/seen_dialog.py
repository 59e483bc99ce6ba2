"""Noting that a wanted person, vehicle or child was seen: which camera, when, and an incident of it if wanted.

Belongs here: the dialog. Does not belong here: writing it (services/sightings.py).
Invariants: 1. The selected camera is filled in. 2. Enter notes the sighting. 3. What was typed stays where it is
refused. Thread: GUI; the writing is done off it.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.watch_notice import TEXT_MOST, Sighting, WatchNotice
from safecity_console.services.sightings import Noted
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.words import camera_name
from safecity_console.ui.watchboard.words import watch_kind_word
from safecity_console.ui.widgets.basics import button, label, roomy, row
from safecity_console.ui.widgets.field import Field

WIDE_PX, AGO_MOST_MIN = 480, 24 * 60


class SeenDialog(QDialog):
    """The dialog."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, notice: WatchNotice, camera_id: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._notice = screen, notice
        self.setWindowTitle(self.tr("Seen"))
        self.setModal(True)
        self.setMinimumWidth(WIDE_PX)
        self.setLayoutDirection(screen.direction)
        self._deeds = Deeds("watch-seen", self)
        self.camera = QComboBox()
        self.camera.addItem(self.tr("No camera"), "")
        for one in screen.services.cameras.cameras():
            name = camera_name(one, screen.language)
            self.camera.addItem(f"{number_text(one.number)} {isolated(name)}", one.id)
        self.camera.setCurrentIndex(max(0, self.camera.findData(camera_id or "")))
        self.ago = QSpinBox()
        self.ago.setRange(0, AGO_MOST_MIN)
        roomy(self.ago)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.snapshot = QCheckBox(self.tr("Keep a picture of the camera"))
        self.snapshot.setChecked(bool(camera_id) and screen.services.desk.may(Permission.SNAPSHOT))
        self.incident = QCheckBox(self.tr("Enter an incident of it"))
        self.incident.setEnabled(screen.services.desk.may(Permission.LOG_INCIDENTS))
        self.refusal = label("", "refusal", wrap=True)
        self.go = button(self.tr("Note the sighting"), "primary")
        self.go.setDefault(True)
        self._leave = button(self.tr("Cancel"))
        self._lay_out()
        self.camera.currentIndexChanged.connect(self._on_camera)
        self.go.clicked.connect(self._on_go)
        self._leave.clicked.connect(self.reject)
        self._deeds.refused.connect(self.refusal.setText)
        self._deeds.busy.connect(lambda busy: self.go.setEnabled(not busy))
        self.finished.connect(self._deeds.finish)
        self.finished.connect(self.deleteLater)
        self._on_camera()
        self.adjustSize()
        self.note.setFocus()

    def reject(self) -> None:
        """Leave, but not in the middle of a deed: its outcome must be heard."""
        if not self._deeds.running:
            super().reject()

    def sighting(self) -> Sighting:
        """Give what the fields say."""
        now, ago = self._screen.services.clock.now(), self.ago.value()
        return Sighting(self._notice.id, str(self.camera.currentData() or ""), self.note.toPlainText()[:TEXT_MOST * 2],
                        now - timedelta(minutes=ago) if ago else None,
                        self.snapshot.isChecked() and self.snapshot.isEnabled())

    def _lay_out(self) -> None:
        title = self.tr("{kind} seen: {title}").format(kind=watch_kind_word(self._notice.kind),
                                                       title=isolated(self._notice.title))
        pair = row(Field(self.tr("Camera"), self.camera), Field(self.tr("How many minutes ago"), self.ago), spacing=12)
        pair.setStretch(0, 2)
        pair.setStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(title, "title", wrap=True))
        box.addLayout(pair)
        box.addWidget(Field(self.tr("What you saw (direction, clothes, with whom)"), self.note))
        box.addWidget(self.snapshot)
        box.addWidget(self.incident)
        box.addWidget(self.refusal)
        box.addStretch(1)
        box.addLayout(row(None, self._leave, self.go))

    def _on_camera(self, _index: int = 0) -> None:
        self.snapshot.setEnabled(bool(self.camera.currentData())
                                 and self._screen.services.desk.may(Permission.SNAPSHOT))

    def _on_go(self) -> None:
        sighting, with_incident = self.sighting(), self.incident.isChecked()
        self.refusal.setText("")
        self._deeds.do(lambda: self._screen.services.sightings.note(sighting, with_incident), self._on_noted)

    def _on_noted(self, noted: object) -> None:
        if not isinstance(noted, Noted):
            return
        label_of = ltr(noted.notice.label)
        if noted.incident is not None:
            self.said.emit(self.tr("The sighting of {label} is noted; incident {incident} was entered.").format(
                label=label_of, incident=ltr(noted.incident.label)), "info")
        elif noted.refused is not None:
            self.said.emit(self.tr("The sighting of {label} is noted, but no incident was entered: {why}").format(
                label=label_of, why=world_sentence(noted.refused)), "warning")
        else:
            self.said.emit(self.tr("The sighting of {label} is noted.").format(label=label_of), "info")
        self.accept()
