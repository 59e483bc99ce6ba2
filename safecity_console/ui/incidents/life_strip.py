"""The life cycle as a strip: where an incident stands, and how long each state took to come.

Belongs here: drawing it. Does not belong here: which state follows which (domain/incident.py).
Invariants: 1. Every state is a word; colour only marks the one it stands in. 2. An end outside the line (hoax, false
alarm, duplicate, transferred) takes the last place under its own name. Thread: GUI.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from safecity_console.domain.incident import LINE, Incident, State
from safecity_console.ui.incident_texts import state_text
from safecity_console.ui.incidents.clock_words import count_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.ink import CENTER, Ink, draw_line, line_height, text_width

GAP_PX, BAR_PX, PAD_PX = 4, 3, 16


def times_of(incident: Incident) -> dict[State, datetime | None]:
    """Give when each state of the line was first reached."""
    return {
        State.NEW: incident.entered_at, State.ACKNOWLEDGED: incident.acknowledged_at,
        State.VERIFIED: incident.verified_at, State.DISPATCHED: incident.dispatched_at,
        State.ON_SCENE: incident.on_scene_at, State.RESOLVED: incident.resolved_at, State.CLOSED: incident.ended_at,
    }


class LifeStrip(QWidget):
    """The strip."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._ink = Ink(screen.theme, screen.language, 1.0)
        self._incident: Incident | None = None
        self.setFixedHeight(12 + BAR_PX + 2 * (line_height(self._ink.small) + 1) + 10)

    def show_incident(self, incident: Incident | None) -> None:
        """Show where an incident stands."""
        if incident != self._incident:
            self._incident = incident
            self.setAccessibleName("" if incident is None else self.tr("It stands at: {state}").format(
                state=state_text(incident.state)))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, self.height())

    def words(self) -> list[tuple[str, str]]:
        """Give each state's word and how long after the entry it was reached."""
        found = self._incident
        if found is None:
            return []
        times, made = times_of(found), []
        for state in self._states():
            at = times.get(state, found.ended_at)
            reached = at is not None and state is not State.NEW
            after = count_text(at - found.entered_at) if at is not None and reached else ""
            made.append((state_text(state), after))
        return made

    def event(self, event: QEvent) -> bool:
        """Tell the whole time of a state."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._incident is not None:
            for state, box in zip(self._states(), self._boxes(), strict=True):
                at = times_of(self._incident).get(state, self._incident.ended_at)
                if box.contains(event.pos()) and at is not None:
                    text = self.tr("{state}: {time}").format(state=state_text(state), time=self._screen.moment(at))
                    QToolTip.showText(event.globalPos(), text, self)
                    return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars and words."""
        found, theme, ink = self._incident, self._screen.theme, self._ink
        if found is None:
            return
        painter = QPainter(self)
        line = line_height(ink.small) + 1
        states = self._states()
        reached = states.index(found.state) if found.state in states else len(states) - 1
        for at, (box, (word, after)) in enumerate(zip(self._boxes(), self.words(), strict=True)):
            here = at == reached
            been = bool(after) or at == 0
            bar = theme.critical if here and not found.ended else theme.selection if been else theme.hairline
            painter.fillRect(QRect(box.left(), box.top(), box.width(), BAR_PX), QColor(bar))
            shade = theme.text if here else theme.secondary if been else theme.disabled
            top = box.top() + BAR_PX + 4
            draw_line(painter, QRect(box.left(), top, box.width(), line), ink.small_bold if here else ink.small,
                      shade, word, CENTER)
            draw_line(painter, QRect(box.left(), top + line, box.width(), line), ink.small, theme.secondary, after,
                      CENTER)

    def _states(self) -> tuple[State, ...]:
        found = self._incident
        return LINE if found is None or found.state in LINE else (*LINE[:-1], found.state)

    def _boxes(self) -> list[QRect]:
        states = self._states()
        wides = [text_width(self._ink.small_bold, state_text(state)) for state in states]
        slack = (self.width() - 2 * PAD_PX - (len(states) - 1) * GAP_PX - sum(wides)) // len(states)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        boxes, x = [], PAD_PX
        for text_px in wides:
            wide = max(20, text_px + slack)
            boxes.append(QRect(self.width() - x - wide if rtl else x, 12, wide, self.height() - 12))
            x += wide + GAP_PX
        return boxes
