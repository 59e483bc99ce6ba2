"""What happened, line by line, with both times of what was entered late.

Belongs here: the widgets of the timeline. Does not belong here: its sentences (event_words.py).
Invariants: 1. Everything an officer wrote is shown as text. 2. A line that stands is not made again. 3. Of a long
timeline the newest lines are shown, the earlier ones on demand. Thread: GUI.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.incident_parts import IncidentEvent
from safecity_console.ui.format import ltr
from safecity_console.ui.incidents.event_words import dot_role, event_note, event_sentence
from safecity_console.ui.incidents.row_words import CameraOf
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label

SHOWN, FOLDED_CHARS, LATE_S = 60, 600, 5.0
DOT_PX = 8


class _Dot(QWidget):
    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = QColor(color)
        self.setFixedSize(QSize(DOT_PX, 18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawEllipse(1, 6, DOT_PX - 2, DOT_PX - 2)


class EventLine(QWidget):
    """One event."""

    def __init__(self, screen: Screen, event: IncidentEvent, sentence: str) -> None:
        super().__init__()
        when = screen.moment(event.event_at)
        late = (event.entered_at - event.event_at).total_seconds() > LATE_S
        words = QVBoxLayout()
        words.setSpacing(2)
        text = self.tr("{time} {sentence}").format(time=when, sentence=sentence)
        if late:
            pattern = self.tr("{time} {sentence} (entered {entered})")
            text = pattern.format(time=when, sentence=sentence, entered=screen.moment(event.entered_at))
        self.head = label(text, "secondary", wrap=True)
        words.addWidget(self.head)
        self._note = event_note(event)
        if self._note:
            folded = len(self._note) > FOLDED_CHARS
            self.note = label(self._note[:FOLDED_CHARS] + ("…" if folded else ""), wrap=True)
            self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(self.note)
            if folded:
                whole = button(self.tr("Show all of it"), "small")
                whole.clicked.connect(lambda: self.note.setText(self._note))
                whole.clicked.connect(whole.hide)
                words.addWidget(whole, 0, Qt.AlignmentFlag.AlignLeading)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 3, 16, 3)
        box.setSpacing(10)
        dot = _Dot(str(getattr(screen.theme, dot_role(event.kind))))
        box.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)


class Timeline(QWidget):
    """All lines, oldest first."""

    def __init__(self, screen: Screen, camera_of: CameraOf) -> None:
        super().__init__()
        self._screen, self._camera_of = screen, camera_of
        self._events: tuple[IncidentEvent, ...] = ()
        self._lines: dict[str, EventLine] = {}
        self._all = False
        self._earlier = button("", "quiet")
        self._earlier.setAccessibleName(self.tr("Show what was earlier"))
        self._earlier.clicked.connect(self._on_earlier)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 8, 0, 12)
        self._box.setSpacing(2)
        self._box.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeading)
        self._earlier.hide()

    def show_events(self, events: tuple[IncidentEvent, ...], anew: bool) -> None:
        """Show a timeline; `anew`: it is another incident's."""
        if anew:
            self._all = False
            for line in self._lines.values():
                line.hide()
                line.deleteLater()
            self._lines = {}
        self._events = events
        self._fill()

    def texts(self) -> list[str]:
        """Give the shown lines."""
        return [line.head.text() for line in self._lines.values()]

    def _fill(self) -> None:
        shown = self._events if self._all else self._events[-SHOWN:]
        hidden = len(self._events) - len(shown)
        self._earlier.setVisible(hidden > 0)
        self._earlier.setText(self.tr("Show {count} earlier").format(count=ltr(hidden)))
        for at, event in enumerate(shown):
            if event.id not in self._lines:
                sentence = event_sentence(event, self._camera_of, self._read, self._screen.language == "ur")
                self._lines[event.id] = EventLine(self._screen, event, sentence)
                self._box.insertWidget(at + 1, self._lines[event.id])

    def _on_earlier(self) -> None:
        self._all = True
        self._fill()

    def _read(self, value: object) -> str:
        try:
            return self._screen.moment(datetime.fromisoformat(str(value)))
        except ValueError:
            return ltr(value)
