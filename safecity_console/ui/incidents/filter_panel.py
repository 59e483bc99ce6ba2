"""What narrows the list: state, kind, how grave, told by, camera, place, officer, time, call-backs due.

Belongs here: the popover and the part of a filter it makes. Does not belong here: the search line, asking the service
(list_pane.py).
Invariants: 1. What narrows is counted on the button that opens this, so that nothing narrows unseen. 2. An unreadable
time narrows nothing and says so. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Category, Filter, Severity, Source, State
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.incident_texts import category_text, refused_sentence, severity_text, source_text, state_text
from safecity_console.ui.incidents.times import span_edge
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.words import camera_name
from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field

WIDE_PX = 460
SPANS_H = (0, 8, 24, 24 * 7, 24 * 30)


class FilterPanel(QFrame):
    """The popover; `changed` after every change."""

    changed = Signal()

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._screen = screen
        self.setProperty("surface", "floating")
        self.setLayoutDirection(screen.direction)
        self.setFixedWidth(WIDE_PX)
        self.state = _choice((one.value, state_text(one)) for one in State)
        self.category = _choice((one.value, category_text(one)) for one in Category)
        self.severity = _choice((one.value, severity_text(one)) for one in Severity)
        self.source = _choice((one.value, source_text(one)) for one in Source)
        self.camera, self.site, self.span = _choice(()), _choice(()), QComboBox()
        self.badge, self.from_at, self.to_at = QLineEdit(), QLineEdit(), QLineEdit()
        for line in (self.badge, self.from_at, self.to_at):
            line.setMaxLength(20)
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for line, hint in ((self.from_at, "21 14:35"), (self.to_at, "2026-11-22")):
            line.setPlaceholderText(hint)
        self.times = {"from": Field(self.tr("From"), self.from_at), "to": Field(self.tr("To"), self.to_at)}
        self.call_backs = QCheckBox(self.tr("Only where a call-back is due"))
        for hours in SPANS_H:
            self.span.addItem(self._span_text(hours), hours)
        self._lay_out()
        for combo in (self.state, self.category, self.severity, self.source, self.camera, self.site, self.span):
            combo.currentIndexChanged.connect(self._on_changed)
        self.badge.textChanged.connect(self._on_changed)
        for line in (self.from_at, self.to_at):
            line.textChanged.connect(self._on_time)
            line.editingFinished.connect(self._judge)
        self.call_backs.toggled.connect(self._on_changed)

    @property
    def count(self) -> int:
        """Count what narrows."""
        combos = (self.state, self.category, self.severity, self.source, self.camera, self.site, self.span)
        return sum(bool(combo.currentData()) for combo in combos) + bool(self.badge.text().strip()) + \
            self.call_backs.isChecked() + sum(edge is not None for edge in self._typed_span())

    def narrowed(self, wanted: Filter, now: datetime) -> Filter:
        """Give a filter narrowed by what is chosen here."""
        hours = int(self.span.currentData() or 0)
        typed, until = self._typed_span()
        since = [one for one in (wanted.from_at, typed, now - timedelta(hours=hours) if hours else None) if one]
        return replace(
            wanted,
            states=frozenset({State(self.state.currentData())} if self.state.currentData() else ()),
            categories=frozenset({Category(self.category.currentData())} if self.category.currentData() else ()),
            severities=frozenset({Severity(self.severity.currentData())} if self.severity.currentData() else ()),
            sources=frozenset({Source(self.source.currentData())} if self.source.currentData() else ()),
            camera_id=self.camera.currentData() or "", site_id=self.site.currentData() or "",
            badge=self.badge.text().strip().upper() or wanted.badge,
            from_at=max(since, default=None), to_at=until,
            call_back_due=self.call_backs.isChecked())

    def clear(self) -> None:
        """Narrow nothing."""
        self.blockSignals(True)
        for combo in (self.state, self.category, self.severity, self.source, self.camera, self.site, self.span):
            combo.setCurrentIndex(0)
        for line in (self.badge, self.from_at, self.to_at):
            line.clear()
        self.call_backs.setChecked(False)
        self.blockSignals(False)
        self.changed.emit()

    def open_below(self, anchor: QWidget) -> None:
        """Open under a button."""
        self._fill_places()
        self.adjustSize()
        at = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            at = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        self.move(at)
        self.show()
        self.state.setFocus()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        fields = (
            (self.tr("State"), self.state), (self.tr("Kind"), self.category), (self.tr("How grave"), self.severity),
            (self.tr("Told by"), self.source), (self.tr("Camera"), self.camera), (self.tr("Place"), self.site),
            (self.tr("Happened"), self.span), (self.tr("Officer's badge"), self.badge),
        )
        for at, (title, editor) in enumerate(fields):
            grid.addWidget(Field(title, editor), at // 2, at % 2)
        for at, field in enumerate(self.times.values()):
            grid.addWidget(field, len(fields) // 2, at, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        clear = button(self.tr("Narrow nothing"), "quiet")
        clear.clicked.connect(self.clear)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(10)
        box.addWidget(label(self.tr("Narrow the list"), "strong"))
        box.addLayout(grid)
        box.addWidget(self.call_backs)
        box.addLayout(row(None, clear))

    def _fill_places(self) -> None:
        cameras, language = self._screen.services.cameras, self._screen.language
        _refill(self.camera, ((c.id, f"{number_text(c.number)} {isolated(camera_name(c, language))}")
                              for c in cameras.cameras()))
        _refill(self.site, ((s.id, isolated(s.name_ur if language == "ur" and s.name_ur else s.name))
                            for s in cameras.sites()))

    def _span_text(self, hours: int) -> str:
        if not hours:
            return self.tr("At any time")
        if hours < 48:
            return self.tr("In the last {hours} hours").format(hours=ltr(hours))
        return self.tr("In the last {days} days").format(days=ltr(hours // 24))

    def _typed_span(self) -> tuple[datetime | None, datetime | None]:
        """Give the typed ends; what cannot be read, or ends before it begins, narrows nothing."""
        try:
            begins, ends = (self._edge(line) for line in (self.from_at, self.to_at))
        except Refused:
            return None, None
        return (None, None) if begins and ends and begins >= ends else (begins, ends)

    def _edge(self, line: QLineEdit) -> datetime | None:
        return span_edge(line.text(), self._screen.services.clock.now(), self._screen.zone, last=line is self.to_at)

    def _judge(self) -> None:
        """Say what is wrong with the typed ends."""
        read: list[datetime | None] = []
        for field, line in zip(self.times.values(), (self.from_at, self.to_at), strict=True):
            try:
                read.append(self._edge(line))
                field.refuse("")
            except Refused as error:
                read.append(None)
                field.refuse(refused_sentence(error))
        begins, ends = read
        if begins and ends and begins >= ends:
            self.times["to"].refuse(refused_sentence(Refused("period_backwards")))
        self.adjustSize()

    def _on_time(self) -> None:
        if any(field.refusal for field in self.times.values()):
            self._judge()
        self._on_changed()

    def _on_changed(self, _value: object = None) -> None:
        self.changed.emit()


def _choice(choices: Iterable[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setMinimumContentsLength(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    _refill(made, choices)
    return made


def _refill(combo: QComboBox, choices: Iterable[tuple[str, str]]) -> None:
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    combo.addItem("–", "")
    for key, text in choices:
        combo.addItem(text, key)
    combo.setCurrentIndex(max(0, combo.findData(kept)) if kept else 0)
    combo.blockSignals(False)
