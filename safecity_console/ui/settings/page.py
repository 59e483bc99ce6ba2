"""The Settings page: every declared setting in its group, effective at once, and what each does right now.

Belongs here: groups, finding a setting, refusing what does not fit, the doors to what is arranged elsewhere.
Does not belong here: one row (row.py), effects in words (effects.py), what a setting does (its owner hears
SettingChanged).
Invariants: 1. A setting declared in core/settings.py is on this page without a line of code here. 2. What the
environment holds cannot be edited, and the row says why. 3. Effects are renewed only while the page is shown.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from safecity_console.core.settings import SETTINGS, Setting, Value, declared, fit
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.ui.actions import ICONS
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import code_sentence, world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.effects import effect
from safecity_console.ui.settings.row import SettingRow
from safecity_console.ui.texts import command_words, group_text
from safecity_console.ui.widgets.basics import button, column, label, row, surface
from safecity_console.ui.widgets.fading import FadingArea

WIDTH_PX = 760
INDEX_PX = 210
TOP_PX = 12
REVEAL_PX = 80
EFFECT_EVERY_MS = 1000
DOORS = ("keys.assign", "wall.manage", "tour.manage")
_PARTNERS = {"stream.late_after_s": "stream.reopen_after_s", "stream.reopen_after_s": "stream.late_after_s"}


class SettingsPage(QFrame):
    """The page."""

    said = Signal(str)
    command_wanted = Signal(str)

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.rows: dict[str, SettingRow] = {}
        self._cards: dict[str, tuple[QLabel, QFrame]] = {}
        self.setProperty("surface", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Settings"))
        self._scroll = self._made_scroll()
        self.index = self._made_index()
        box = row(self.index, self._scroll, spacing=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.renew)

    @property
    def editors(self) -> dict[str, QWidget]:
        """Give the editors by key."""
        return {key: one.editor for key, one in self.rows.items()}

    def refusal(self, key: str) -> str:
        """Give the sentence that stands under a setting."""
        return self.rows[key].refusal.text()

    def renew(self) -> None:
        """Say anew what each setting does right now."""
        for key, one in self.rows.items():
            one.show_effect(effect(key, self._screen.services))

    def narrow(self, text: str) -> None:
        """Show the settings whose words hold every typed word."""
        typed = text.casefold().split()
        for group, (title, card) in self._cards.items():
            kept = [one.narrow(typed) for key, one in self.rows.items() if key.split(".")[0] == group]
            title.setVisible(any(kept))
            card.setVisible(any(kept))

    def go_to(self, group: str) -> None:
        """Bring a group to the top."""
        title, _card = self._cards[group]
        # The page is what the rows lie on together with the index; how far they are scrolled already counts too.
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + title.mapTo(self, QPoint()).y() - TOP_PX)

    def reveal(self, key: str) -> None:
        """Bring a setting into sight, whatever the line narrowed the page to, and give it the keyboard."""
        line, editor = self.index.findChild(QLineEdit), self.editors.get(key)
        if editor is None:
            return
        if isinstance(line, QLineEdit):
            line.clear()
        self._scroll.ensureWidgetVisible(editor, 0, REVEAL_PX)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew()
        self._timer.start(EFFECT_EVERY_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _made_scroll(self) -> QScrollArea:
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 24, 0, 32)
        lines.setSpacing(8)
        lines.addWidget(label(self.tr("Settings"), "title"))
        lines.addWidget(label(self.tr("Every change counts at once and is kept on this computer."), "secondary"))
        for group, settings in groupby(SETTINGS, key=lambda setting: setting.key.split(".")[0]):
            title, card = label(group_text(group), "group"), self._card(list(settings))
            lines.addSpacing(12)
            lines.addWidget(title)
            lines.addWidget(card)
            self._cards[group] = (title, card)
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
        return scroll

    def _made_index(self) -> QFrame:
        theme = self._screen.theme
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Find a setting"))
        search.setAccessibleName(self.tr("Find a setting"))
        search.setClearButtonEnabled(True)
        glass = search.addAction(icon("search", theme), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(search.accessibleName())
        search.textChanged.connect(self.narrow)
        lines = column(search, 8, spacing=2, margins=(12, 24, 12, 12))
        for group in self._cards:
            one = button(group_text(group), "quiet")
            one.setStyleSheet("text-align: left; padding-left: 10px; padding-right: 10px;")  # mirrored with the layout
            one.clicked.connect(partial(self._on_group, group))
            lines.addWidget(one)
        lines.addSpacing(16)
        lines.addWidget(label(self.tr("Arranged elsewhere"), "group"))
        for command_id in DOORS:
            words = command_words(command_id)
            one = button(words.title, "quiet", theme, ICONS[command_id], words.help)
            one.clicked.connect(partial(self._on_door, command_id))
            lines.addLayout(row(one, None))
        lines.addStretch(1)
        inside = surface("strip")
        inside.setLayout(lines)
        index = FadingArea(inside, theme.panel)  # a low window has no room for every group
        index.setFixedWidth(INDEX_PX)
        return index

    def _card(self, settings: list[Setting]) -> QFrame:
        card = surface("card")
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 4, 16, 4)
        box.setSpacing(0)
        for number, setting in enumerate(settings):
            made = SettingRow(self._screen, setting, partial(self._on_value, setting.key), first=not number)
            self.rows[setting.key] = made
            box.addWidget(made)
        return card

    def _on_group(self, group: str, _checked: bool = False) -> None:
        self.go_to(group)

    def _on_door(self, command_id: str, _checked: bool = False) -> None:
        self.command_wanted.emit(command_id)

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
        if key in self.rows:
            self.rows[key].refuse(sentence)


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
