"""An incident as the incoming officer reads it at the handover: what, where, how far, and its whole timeline.

Belongs here: reading only. Does not belong here: working an incident (ui/incidents/), noting that it was opened
(services/handover.py). Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from safecity_console.domain.incident_parts import IncidentDetail, IncidentEvent
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.handover.form_view import scrolled
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import state_text
from safecity_console.ui.widgets.basics import button, label, row

SIZE = (640, 560)


class IncidentSheet(QDialog):
    """The sheet."""

    def __init__(self, screen: Screen, detail: object, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setModal(True)
        self.resize(*SIZE)
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 8, 0)
        self._box.setSpacing(6)
        shut = button(self.tr("Read"), "primary")
        shut.setDefault(True)
        shut.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        if isinstance(detail, IncidentDetail):
            title = f"{ltr(detail.incident.label)} · {isolated(detail.incident.what)}"
            self.setWindowTitle(detail.incident.label)
            box.addWidget(label(title, "title", wrap=True))
            self._fill(detail)
        self._box.addStretch(1)
        box.addWidget(scrolled(inside, screen), 1)
        box.addLayout(row(None, shut))
        self.finished.connect(self.deleteLater)
        shut.setFocus()

    def _fill(self, detail: IncidentDetail) -> None:
        one, moment = detail.incident, self._screen.moment
        self._pair(self.tr("Severity"), ltr(one.severity.value))
        self._pair(self.tr("State"), state_text(one.state.value))
        self._pair(self.tr("Place"), isolated(one.place) if one.place else "")
        self._pair(self.tr("Happened"), moment(one.event_at))
        self._pair(self.tr("Entered"), self.tr("{at} by {badge}").format(at=moment(one.entered_at),
                                                                       badge=ltr(one.entered_by)))
        self._pair(self.tr("Worked by"), ltr(one.owner) if one.owner else "")
        self._pair(self.tr("On hold until"), moment(one.hold_until) if one.hold_until else "")
        self._pair(self.tr("Call-back due"), moment(one.call_back_due_at) if one.call_back_due_at else "")
        self._pair(self.tr("Units"), ", ".join(isolated(unit.name) for unit in detail.units))
        self._pair(self.tr("Cameras"), self._cameras(detail))
        open_steps = [tick.text for tick in detail.ticks if not tick.done_by]
        self._pair(self.tr("Steps still open"), "\n".join(isolated(text) for text in open_steps))
        self._box.addSpacing(8)
        self._box.addWidget(label(self.tr("What happened"), "group"))
        for event in detail.events:
            self._event(event)

    def _cameras(self, detail: IncidentDetail) -> str:
        services, said = self._screen.services, []
        for link in detail.cameras:
            camera = services.cameras.by_id(link.camera_id)
            if camera is not None:
                pattern = self.tr("{number} (down)") if link.down else self.tr("{number}")
                said.append(pattern.format(number=number_text(camera.number)))
        return ", ".join(said)

    def _event(self, event: IncidentEvent) -> None:
        said = " · ".join(isolated(str(value)) for value in event.content.values() if value not in (None, ""))
        time = label(self._screen.moment(event.event_at), "secondary")
        words = label(said or event.kind.value.replace("_", " "), wrap=True)
        line = row(time, label(ltr(event.badge), "secondary"), words, spacing=10)
        line.setStretchFactor(words, 1)
        self._box.addLayout(line)

    def _pair(self, title: str, value: str) -> None:
        if not value:
            return
        name, words = label(title, "secondary"), label(value, wrap=True)
        name.setFixedWidth(130)
        line = row(name, words, spacing=10)
        line.setStretchFactor(words, 1)
        self._box.addLayout(line)
