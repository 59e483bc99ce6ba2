"""One editor per kind of setting: choice, yes or no, number, text.

Belongs here: picking and wiring the editor. Does not belong here: limits (core/settings.py), words (ui/texts.py).
Invariants: 1. No number is bent silently to what is allowed: what does not fit is handed on and
refused in words. 2. Text is judged when it is finished. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from safecity_console.core.settings import Setting, Value
from safecity_console.ui.texts import choice_text
from safecity_console.ui.widgets.basics import roomy

OnValue = Callable[[Value], None]
MOST_TYPED = 99_999  # beyond every limit, so that a number too high can be typed and refused
COMMON_ZONES = ("Asia/Karachi", "UTC")


def make_editor(setting: Setting, value: Value, on_value: OnValue,
                states: tuple[str, str] = ("", "")) -> QWidget:
    """Make the editor of a setting, showing its value; `states` are the words beside a box: unticked, ticked."""
    if setting.choices:
        return _choice(setting, value, on_value)
    if isinstance(value, bool):
        return _flag(value, on_value, states)
    if isinstance(value, int):
        return _whole(value, on_value)
    if isinstance(value, float):
        return _decimal(value, on_value)
    return _zone(value, on_value) if setting.key == "screen.time_zone" else _text(value, on_value)


def _choice(setting: Setting, value: Value, on_value: OnValue) -> QComboBox:
    box = QComboBox()
    for choice in setting.choices:
        box.addItem(choice_text(setting.key, choice), choice)
    box.setCurrentIndex(list(setting.choices).index(value))
    box.activated.connect(lambda index: on_value(setting.choices[index]))
    return box


def _flag(value: bool, on_value: OnValue, states: tuple[str, str]) -> QCheckBox:
    box = QCheckBox(states[value])
    box.setChecked(value)
    box.toggled.connect(lambda on: box.setText(states[on]))
    box.toggled.connect(on_value)
    return box


def _whole(value: int, on_value: OnValue) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, MOST_TYPED)
    box.setValue(value)
    box.setKeyboardTracking(False)
    roomy(box)
    box.valueChanged.connect(on_value)
    return box


def _decimal(value: float, on_value: OnValue) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setRange(0.0, MOST_TYPED)
    box.setValue(value)
    box.setKeyboardTracking(False)
    roomy(box)
    box.valueChanged.connect(on_value)
    return box


def _zone(value: str, on_value: OnValue) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.addItems(list(dict.fromkeys((*COMMON_ZONES, value))))
    box.setCurrentText(value)
    box.activated.connect(lambda _index: on_value(box.currentText()))
    line = box.lineEdit()
    if line is not None:
        line.editingFinished.connect(lambda: on_value(box.currentText()))
    return box


def _text(value: str, on_value: OnValue) -> QLineEdit:
    line = QLineEdit(value)
    line.setMaxLength(80)
    line.editingFinished.connect(lambda: on_value(line.text().strip()))
    return line
