"""One editor per kind of setting: choice, yes or no, number, text.

Belongs here: picking and wiring the editor. Does not belong here: limits (core/settings.py), words (ui/texts.py).
Invariants: 1. An editor can hold only values its setting allows; free text is judged when it is finished. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from safecity_console.core.settings import Setting, Value
from safecity_console.ui.texts import choice_text
from safecity_console.ui.widgets.basics import roomy

OnValue = Callable[[Value], None]
COMMON_ZONES = ("Asia/Karachi", "UTC")


def make_editor(setting: Setting, value: Value, on_value: OnValue, on_text: str = "") -> QWidget:
    """Make the editor of a setting, showing its value; `on_text` stands beside a yes-or-no box."""
    if setting.choices:
        return _choice(setting, value, on_value)
    if isinstance(value, bool):
        return _flag(value, on_value, on_text)
    if isinstance(value, int):
        return _whole(setting, value, on_value)
    if isinstance(value, float):
        return _decimal(setting, value, on_value)
    return _zone(value, on_value) if setting.key == "screen.time_zone" else _text(value, on_value)


def _choice(setting: Setting, value: Value, on_value: OnValue) -> QComboBox:
    box = QComboBox()
    for choice in setting.choices:
        box.addItem(choice_text(setting.key, choice), choice)
    box.setCurrentIndex(list(setting.choices).index(value))
    box.activated.connect(lambda index: on_value(setting.choices[index]))
    return box


def _flag(value: bool, on_value: OnValue, text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(value)
    box.toggled.connect(on_value)
    return box


def _whole(setting: Setting, value: int, on_value: OnValue) -> QSpinBox:
    box = QSpinBox()
    box.setRange(int(setting.low or 0), int(setting.high if setting.high is not None else 1_000_000))
    box.setValue(value)
    box.setKeyboardTracking(False)
    roomy(box)
    box.valueChanged.connect(on_value)
    return box


def _decimal(setting: Setting, value: float, on_value: OnValue) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setRange(setting.low or 0.0, setting.high if setting.high is not None else 1e6)
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
