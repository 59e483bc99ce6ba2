"""Units sent to an incident, with their times against the target; and what else it is linked to.

Belongs here: these lines and their buttons. Does not belong here: deeds (life_hands.py), the targets
(domain/incident_clock.py).
Invariants: 1. A running time counts with the page's one tick. 2. Late is a word, not only a colour. Thread: GUI.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.incident_clock import STANDARD_TARGETS, Targets
from safecity_console.domain.incident_parts import ClipLock, IncidentDetail, UnitOnIt
from safecity_console.ui.format import clock_text, isolated, ltr, number_text
from safecity_console.ui.incidents.clock_words import count_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, clear, label, row, set_role


class UnitLines(QWidget):
    """One line a unit; the others below."""

    on_scene = Signal(str)
    clear_wanted = Signal(str)
    unlock_wanted = Signal(str)
    incident_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._running: list[tuple[UnitOnIt, QLabel]] = []
        self._targets: Targets | None = None
        self._open_clips = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 4, 12, 8)
        self._box.setSpacing(4)

    def show_detail(self, detail: IncidentDetail) -> None:
        """Show units and links."""
        clear(self._box)
        self._running = []
        found = detail.incident
        targets = self._screen.services.procedures.targets()
        self._targets = targets.get(found.severity, STANDARD_TARGETS[found.severity])
        may_work = self._screen.services.desk.may(Permission.WORK_INCIDENTS) and not found.ended
        for unit in detail.units:
            self._box.addWidget(self._unit(unit, may_work))
        for line in self._links(detail):
            self._box.addWidget(line)
        self.setVisible(self._box.count() > 0)

    def tick(self, now: datetime) -> None:
        """Count on."""
        for unit, words in self._running:
            text, late = self._unit_words(unit, now)
            words.setText(text)
            set_role(words, "critical" if late else "")

    def _unit(self, unit: UnitOnIt, may_work: bool) -> QWidget:
        text, late = self._unit_words(unit, self._screen.services.clock.now())
        words = label(text, "critical" if late else "", wrap=True)
        if unit.on_scene_at is None and unit.clear_at is None:
            self._running.append((unit, words))
        buttons: list[QWidget] = []
        if may_work and unit.on_scene_at is None and unit.clear_at is None:
            arrived = button(self.tr("On scene"), "small")
            arrived.clicked.connect(partial(self._emit, self.on_scene, unit.id))
            buttons.append(arrived)
        if may_work and unit.clear_at is None:
            free = button(self.tr("Clear"), "small")
            free.clicked.connect(partial(self._emit, self.clear_wanted, unit.id))
            buttons.append(free)
        line = QWidget()
        laid = row(words, *buttons)
        laid.setStretch(0, 1)
        line.setLayout(laid)
        return line

    def _unit_words(self, unit: UnitOnIt, now: datetime) -> tuple[str, bool]:
        zone, aim_s = self._screen.zone, self._targets.arrive_s if self._targets is not None else 0
        figures = {"unit": isolated(unit.name), "told": clock_text(unit.told_at, zone),
                   "aim": count_text(timedelta(seconds=aim_s))}
        end = unit.on_scene_at or unit.clear_at or now
        took = end - unit.told_at
        figures["took"] = count_text(took)
        late = took.total_seconds() > aim_s
        if unit.clear_at is not None:
            figures["clear"] = clock_text(unit.clear_at, zone)
            return self.tr("{unit} · told {told} · clear {clear}").format(**figures), False
        if unit.on_scene_at is not None:
            pattern = self.tr("{unit} · told {told} · on scene after {took}, aim {aim}, late") if late else self.tr(
                "{unit} · told {told} · on scene after {took}")
            return pattern.format(**figures), late
        pattern = self.tr("{unit} · told {told} · {took} so far, aim {aim}, late") if late else self.tr(
            "{unit} · told {told} · {took} so far, aim {aim}")
        return pattern.format(**figures), late

    def _links(self, detail: IncidentDetail) -> list[QWidget]:
        lines: list[QWidget] = []
        standing = [clip for clip in detail.clips if clip.released_at is None]
        lines += self._clips(standing)
        gone = len(detail.clips) - len(standing)
        if gone:
            lines.append(label(self.tr("Clips unlocked: {count}").format(count=ltr(gone)), "secondary"))
        for one in detail.related:
            link = button(self.tr("Linked: {label}").format(label=ltr(one.label or one.id[:8])), "small")
            link.setEnabled(one.kind == "incident")
            link.clicked.connect(partial(self._emit, self.incident_wanted, one.id))
            line = QWidget()
            line.setLayout(row(link, None))
            lines.append(line)
        return lines

    def _clips(self, standing: list[ClipLock]) -> list[QWidget]:
        """Give one line for all locked clips, and one for each once it was opened."""
        if not standing:
            return []
        text = self.tr("1 clip locked") if len(standing) == 1 else self.tr("{count} clips locked").format(
            count=ltr(len(standing)))
        opener = button(text, "small", self._screen.theme, "lock")
        opener.setCheckable(True)
        opener.setToolTip(self.tr("Shows every locked clip."))
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for clip in standing:
            box.addWidget(self._clip(clip))
        if not self._open_clips:
            inside.hide()
        opener.setChecked(self._open_clips)
        opener.toggled.connect(inside.setVisible)
        opener.toggled.connect(self._on_opened)
        line = QWidget()
        line.setLayout(row(opener, None))
        return [line, inside]

    def _clip(self, clip: ClipLock) -> QWidget:
        camera = self._screen.services.cameras.by_id(clip.camera_id)
        zone = self._screen.zone
        figures = {"camera": number_text(camera.number) if camera is not None else "–",
                   "from_at": clock_text(clip.from_at, zone), "to_at": clock_text(clip.to_at, zone)}
        words = label(self.tr("Camera {camera}, {from_at} to {to_at}").format(**figures), "secondary", wrap=True)
        free = button(self.tr("Unlock…"), "small")
        free.clicked.connect(partial(self._emit, self.unlock_wanted, clip.id))
        line = QWidget()
        laid = row(words, *((free,) if self._screen.services.desk.may(Permission.UNLOCK_EVIDENCE) else ()))
        laid.setStretch(0, 1)
        line.setLayout(laid)
        return line

    def _on_opened(self, on: bool) -> None:
        self._open_clips = on

    def _emit(self, signal: object, key: str, _checked: bool = False) -> None:
        signal.emit(key)  # type: ignore[attr-defined]
