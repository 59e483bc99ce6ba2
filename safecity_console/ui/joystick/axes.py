"""The axes of a stick: each with its bar, what it steers, and how gently.

Belongs here: the rows and the curve beside them. Does not belong here: painting (drawing.py), calibration
(calibration.py), keeping (page.py).
Invariants: 1. An axis that steers nothing keeps its figures while the page stands: taking it back costs nothing. 2. The
curve is that of the row which has the focus. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from safecity_console.domain.stick import CURVE_LEAST, CURVE_MOST, DEAD_MOST, AxisUse, Motion, StickState, shaped
from safecity_console.ui.format import ltr
from safecity_console.ui.joystick.drawing import AxisBar, CurveView
from safecity_console.ui.joystick.texts import axis_text, motion_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import clear, column, label, roomy, row
from safecity_console.ui.widgets.quiet_wheel import QuietWheel

COMBO_PX, SPIN_PX, FIGURE_PX = 164, 80, 52
PERCENT = 100


@dataclass(frozen=True, slots=True)
class _Row:
    axis: int
    bar: AxisBar
    figure: QLabel
    motion: QComboBox
    invert: QCheckBox
    dead: QSpinBox
    curve: QDoubleSpinBox

    @property
    def editors(self) -> tuple[QWidget, ...]:
        return self.motion, self.invert, self.dead, self.curve


class AxisGrid(QFrame):
    """The rows; `edited` whenever an officer changed one."""

    edited = Signal()

    def __init__(self, screen: Screen, *below: QWidget) -> None:
        super().__init__()
        self._theme = screen.theme
        self._rows: list[_Row] = []
        self._wheel = QuietWheel(self)
        self._uses: dict[int, AxisUse] = {}
        self._chosen, self._filling, self._editable = 0, False, False
        self._state = StickState()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.curve_title = label("", "small")
        self.curve = CurveView(screen.theme)
        self.curve.setAccessibleName(self.tr("How fast the camera goes at each place of the axis"))
        side = column(self.curve_title, self.curve, None, spacing=6)
        rows = column(spacing=12)
        rows.addLayout(self._grid)
        for widget in below:
            rows.addWidget(widget)
        rows.addStretch(1)
        self._line: QBoxLayout = row(spacing=24)
        self._line.addLayout(rows, 1)
        self._line.addLayout(side)
        self.setLayout(self._line)

    @property
    def rows(self) -> tuple[_Row, ...]:
        """Give the rows, one an axis."""
        return tuple(self._rows)

    def set_narrow(self, narrow: bool) -> None:
        """Put the curve under the rows where there is no room beside them."""
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def show_axes(self, count: int, uses: tuple[AxisUse, ...], editable: bool) -> None:
        """Show a stick's axes."""
        if count != len(self._rows) or editable != self._editable:
            self._editable = editable
            self._build(count)
        self._filling = True
        for axis in range(count):
            self._uses[axis] = AxisUse(axis, Motion.PAN)
        self._uses |= {use.axis: use for use in uses}
        used = {use.axis for use in uses}
        for one in self._rows:
            self._fill(one, self._uses[one.axis], one.axis in used)
        self._filling = False
        self._choose(min(self._chosen, max(0, count - 1)))

    def uses(self) -> tuple[AxisUse, ...]:
        """Give how the axes are used."""
        return tuple(self._uses[one.axis] for one in self._rows if one.motion.currentData())

    def show_state(self, state: StickState) -> None:
        """Show where the axes stand."""
        self._state = state
        for one in self._rows:
            use, raw = self._use_of(one), self._raw(one.axis)
            one.bar.show_axis(raw, use)
            value = 0.0 if use is None else shaped(raw, use)
            text = ltr(f"{round(value * PERCENT):+d} %" if round(value * PERCENT) else "0 %") if use is not None else ""
            if one.figure.text() != text:
                one.figure.setText(text)
        self._show_curve()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the curve of the row that has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            for one in self._rows:
                if watched in one.editors:
                    self._choose(one.axis)
        return super().eventFilter(watched, event)

    # Building ---------------------------------------------------------------------------------------------------------

    def _build(self, count: int) -> None:
        clear(self._grid)
        self._rows, self._uses = [], {}
        heads = ("", self.tr("Now"), "", self.tr("Steers"), self.tr("Reversed"), self.tr("Dead zone"),
                 self.tr("Curve"))
        for at, text in enumerate(heads):
            self._grid.addWidget(label(text, "small"), 0, at)
        for axis in range(count):
            made = self._make(axis)
            self._rows.append(made)
            widgets: tuple[QWidget, ...] = (label(axis_text(axis)), made.bar, made.figure, *made.editors)
            for at, widget in enumerate(widgets):
                self._grid.addWidget(widget, axis + 1, at)
        self._grid.setRowStretch(count + 1, 1)

    def _make(self, axis: int) -> _Row:
        motion, invert, dead, curve = QComboBox(), QCheckBox(), QSpinBox(), QDoubleSpinBox()
        motion.setFixedWidth(COMBO_PX)
        for one in (None, *Motion):
            motion.addItem(motion_text(one), one.value if one is not None else "")
        dead.setRange(0, round(DEAD_MOST * PERCENT))
        dead.setSuffix(self.tr(" %"))
        curve.setRange(CURVE_LEAST, CURVE_MOST)
        curve.setSingleStep(0.25)
        for spin in (dead, curve):
            spin.setFixedWidth(SPIN_PX)
            roomy(spin)
        made = _Row(axis, AxisBar(self._theme), label(""), motion, invert, dead, curve)
        made.figure.setFixedWidth(FIGURE_PX)
        made.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        names = (self.tr("{axis}: what it steers"), self.tr("{axis}: reversed"), self.tr("{axis}: dead zone"),
                 self.tr("{axis}: curve"))
        for editor, name in zip(made.editors, names, strict=True):
            editor.setAccessibleName(name.format(axis=axis_text(axis)))
            editor.setEnabled(self._editable)
            editor.installEventFilter(self)
        self._wheel.quiet(motion, dead, curve)
        curve.setToolTip(self.tr("1 is a straight line; the more, the gentler about the centre."))
        made.bar.setAccessibleName(self.tr("{axis}: where it stands").format(axis=axis_text(axis)))
        on_edited = partial(self._on_edited, made)
        motion.currentIndexChanged.connect(on_edited)
        invert.toggled.connect(on_edited)
        dead.valueChanged.connect(on_edited)
        curve.valueChanged.connect(on_edited)
        return made

    def _fill(self, one: _Row, use: AxisUse, used: bool) -> None:
        one.motion.setCurrentIndex(one.motion.findData(use.motion.value if used else ""))
        one.invert.setChecked(use.invert)
        one.dead.setValue(round(use.dead_zone * PERCENT))
        one.curve.setValue(use.curve)
        self._allow(one)

    def _allow(self, one: _Row) -> None:
        for editor in one.editors[1:]:
            editor.setEnabled(self._editable and bool(one.motion.currentData()))

    def _on_edited(self, one: _Row, *_value: object) -> None:
        if self._filling:
            return
        before = self._uses[one.axis]
        motion = Motion(one.motion.currentData()) if one.motion.currentData() else before.motion
        # What the box cannot show to the last digit is not changed by showing it.
        dead = one.dead.value() / PERCENT
        self._uses[one.axis] = replace(
            before, motion=motion, invert=one.invert.isChecked(), curve=one.curve.value(),
            dead_zone=before.dead_zone if round(before.dead_zone * PERCENT) == one.dead.value() else dead)
        self._allow(one)
        self.show_state(self._state)
        self.edited.emit()

    # The curve --------------------------------------------------------------------------------------------------------

    def _choose(self, axis: int) -> None:
        self._chosen = axis
        self.curve_title.setText(self.tr("Curve of {axis}").format(axis=axis_text(axis)))
        self._show_curve()

    def _show_curve(self) -> None:
        if self._chosen < len(self._rows):
            self.curve.show_axis(self._raw(self._chosen), self._use_of(self._rows[self._chosen]))

    def _use_of(self, one: _Row) -> AxisUse | None:
        return self._uses[one.axis] if one.motion.currentData() else None

    def _raw(self, axis: int) -> float:
        return self._state.axes[axis] if axis < len(self._state.axes) else 0.0
