"""The Settings page: every declared setting in its group, effective at once.

Belongs here: the rows, refusing what does not fit, showing what the environment holds. Does not belong here: what a
setting does (its owner hears SettingChanged).
Invariants: 1. A setting declared in core/settings.py is on this page without a line of code here. 2. What the
environment holds cannot be edited, and the row says why. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from safecity_console.core.settings import SETTINGS, Setting, Value, declared, fit
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.ui.format import ltr
from safecity_console.ui.refusals import code_sentence, world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.editors import make_editor
from safecity_console.ui.texts import group_text, setting_words
from safecity_console.ui.widgets.basics import icon_label, label, row, surface
from safecity_console.ui.widgets.field import name_editor

WIDTH_PX = 760
EDITOR_PX = 260
_PARTNERS = {"stream.late_after_s": "stream.reopen_after_s", "stream.reopen_after_s": "stream.late_after_s"}


class SettingsPage(QFrame):
    """The page."""

    said = Signal(str)

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.editors: dict[str, QWidget] = {}
        self._refusals: dict[str, QLabel] = {}
        self.setProperty("surface", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Settings"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 24, 0, 32)
        lines.setSpacing(8)
        lines.addWidget(label(self.tr("Settings"), "title"))
        lines.addWidget(label(self.tr("Every change counts at once and is kept on this computer."), "secondary"))
        for group, settings in groupby(SETTINGS, key=lambda setting: setting.key.split(".")[0]):
            lines.addSpacing(12)
            lines.addWidget(label(group_text(group), "group"))
            lines.addWidget(self._card(list(settings)))
        lines.addStretch(1)
        inside.setMaximumWidth(WIDTH_PX)
        holder = QWidget()
        holder.setLayout(row(24, inside, 24, spacing=0))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        for quiet in (scroll.viewport(), holder, inside):
            quiet.setAutoFillBackground(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)

    def refusal(self, key: str) -> str:
        """Give the sentence that stands under a setting."""
        return self._refusals[key].text()

    def _card(self, settings: list[Setting]) -> QFrame:
        card = surface("card")
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 4, 16, 4)
        box.setSpacing(0)
        for number, setting in enumerate(settings):
            if number:
                line = QFrame()
                line.setProperty("bar", "line")
                line.setFixedHeight(1)
                box.addWidget(line)
            box.addWidget(self._row(setting))
        return card

    def _row(self, setting: Setting) -> QWidget:
        words = setting_words(setting.key)
        service = self._screen.services.settings
        editor = make_editor(setting, service.get(setting.key), partial(self._on_value, setting.key),
                             (self.tr("Off"), self.tr("On")))
        editor.setFixedWidth(EDITOR_PX)
        editor.setObjectName(setting.key)
        name_editor(editor, words.title)
        editor.setAccessibleDescription(words.help)
        self.editors[setting.key] = editor
        said = QVBoxLayout()
        said.setSpacing(2)
        title = label(words.title, wrap=True)
        title.setBuddy(editor)
        said.addWidget(title)
        said.addWidget(label(words.help, "small", wrap=True))
        refusal = label("", "refusal", wrap=True)
        refusal.hide()
        self._refusals[setting.key] = refusal
        said.addWidget(refusal)
        if service.overridden(setting.key):
            editor.setEnabled(False)
            said.addLayout(self._locked(setting))
        made = QWidget()
        line = row(editor, spacing=16, margins=(0, 10, 0, 10))
        line.insertLayout(0, said, 1)
        made.setLayout(line)
        return made

    def _locked(self, setting: Setting) -> QVBoxLayout:
        name = "SAFECITY_" + setting.key.replace(".", "_").upper()
        why = self.tr("Held by {variable} in the environment of this console.").format(variable=ltr(name))
        words = label(why, "impaired", wrap=True)
        holder = QVBoxLayout()
        holder.addLayout(row(icon_label("lock-keyhole", self._screen.theme, "impaired", 14), words))
        return holder

    def _on_value(self, key: str, value: Value) -> None:
        service = self._screen.services.settings
        if service.get(key) == value:
            self._refuse(key, "")
            return
        try:
            fit(declared(key), value)
            unfit = _unfit(key, value, service.number)
            if unfit is not None:
                self._refuse(key, code_sentence(*unfit))
                return
            service.set(key, value)
        except Refused as error:
            ranged = error.code == "setting_value" and "low" in error.figures
            figures = {**error.figures, "kept": service.get(key)}
            self._refuse(key, code_sentence("setting_range" if ranged else error.code, figures))
        except WorldError as error:
            self._refuse(key, world_sentence(error))
        else:
            self._refuse(key, "")
            self._judge_partner(key)

    def _judge_partner(self, key: str) -> None:
        """Try the other one of a pair again where it was refused: it may fit now."""
        partner = _PARTNERS.get(key, "")
        editor = self.editors.get(partner)
        if isinstance(editor, QDoubleSpinBox) and self.refusal(partner):
            self._on_value(partner, editor.value())

    def _refuse(self, key: str, sentence: str) -> None:
        self._refusals[key].setText(sentence)
        self._refusals[key].setVisible(bool(sentence))


def _unfit(key: str, value: Value, number: Callable[[str], float]) -> tuple[str, dict[str, object]] | None:
    """Give code and figures where the console cannot work with what the declaration allows; None where it can."""
    if key == "screen.time_zone" and not _is_zone(str(value)):
        return "time_zone", {}
    if key == "place.name" and not str(value).strip():
        return "setting_empty", {}
    if key == "stream.late_after_s" and float(value) >= number("stream.reopen_after_s"):
        return "setting_late", {"other": number("stream.reopen_after_s")}
    if key == "stream.reopen_after_s" and float(value) <= number("stream.late_after_s"):
        return "setting_reopen", {"other": number("stream.late_after_s")}
    return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
