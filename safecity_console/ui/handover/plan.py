"""Hours of the shifts and the list of checks, edited by whoever may edit procedures.

Belongs here: two small tables as text rows. Does not belong here: judging them (domain). Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import Refused
from safecity_console.domain.roster import CODE_MOST, SHIFT_NAME_MOST, ShiftHours
from safecity_console.domain.shift import CHECK_TEXT_MOST, CheckItem, CheckSource
from safecity_console.ui.handover.deed_dialog import DeedDialog
from safecity_console.ui.handover.form_view import scrolled
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, roomy, row

HEIGHT_PX = 420


class PlanDialog(DeedDialog):
    """The dialog."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PlanDialog", "Hours and checks"),
            translate("PlanDialog", "They count from the next duty on; the one that runs keeps what it began with."),
            translate("PlanDialog", "Keep"), parent)
        self._screen, self._shifts = screen, screen.services.shifts
        self.setMinimumWidth(720)
        self.hours: list[tuple[QLineEdit, QTimeEdit, QTimeEdit, QLineEdit]] = []
        self.checks: list[tuple[QLineEdit, QLineEdit, QComboBox]] = []
        self._rows: dict[int, QWidget] = {}
        self._hours_box, self._checks_box = QVBoxLayout(), QVBoxLayout()
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(8)
        self.more_hours = button(self.tr("Another shift"), "quiet", screen.theme, "plus")
        self.more_checks = button(self.tr("Another check"), "quiet", screen.theme, "plus")
        for title, part, more in ((self.tr("Shifts of the day"), self._hours_box, self.more_hours),
                                  (self.tr("Checks at the start of a shift"), self._checks_box, self.more_checks)):
            part.setSpacing(4)
            box.addWidget(label(title, "group"))
            box.addLayout(part)
            box.addLayout(row(more, None))
        box.addStretch(1)
        area = scrolled(inside, screen)
        area.setMinimumHeight(HEIGHT_PX)
        self.fields.addWidget(area)
        self.more_hours.clicked.connect(lambda: self._add_hours(ShiftHours("", 0, 0)))
        self.more_checks.clicked.connect(lambda: self._add_check(CheckItem("")))
        for hours in self._shifts.hours():
            self._add_hours(hours)
        for item in self._shifts.checks.items():
            self._add_check(item)
        self.go.setEnabled(screen.services.access.may(Permission.EDIT_PROCEDURES))
        self.work = self._deed_of

    def _add_hours(self, hours: ShiftHours) -> None:
        code, name = QLineEdit(hours.code), QLineEdit(hours.name)
        code.setMaxLength(CODE_MOST)
        code.setFixedWidth(70)
        code.setAccessibleName(self.tr("Letter of the shift"))
        name.setMaxLength(SHIFT_NAME_MOST)
        name.setPlaceholderText(self.tr("Name, where it has one"))
        name.setAccessibleName(self.tr("Name of the shift"))
        begins, ends = _clock(hours.start_min), _clock(hours.end_min)
        begins.setAccessibleName(self.tr("Begins"))
        ends.setAccessibleName(self.tr("Ends"))
        entry = (code, begins, ends, name)
        self.hours.append(entry)
        self._hours_box.addWidget(self._whole(row(code, begins, ends, name), lambda: self.hours.remove(entry)))

    def _add_check(self, item: CheckItem) -> None:
        text, text_ur, source = QLineEdit(item.text), QLineEdit(item.text_ur), QComboBox()
        for line, name in ((text, self.tr("Check")), (text_ur, self.tr("Check in Urdu"))):
            line.setMaxLength(CHECK_TEXT_MOST)
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
        words = {
            CheckSource.HAND: self.tr("the officer looks"), CheckSource.CLOCK: self.tr("the clock"),
            CheckSource.DISK: self.tr("the disk"), CheckSource.CAMERAS: self.tr("the cameras"),
            CheckSource.AUDIT: self.tr("the audit"), CheckSource.HEADQUARTERS: self.tr("headquarters"),
        }
        for kind, word in words.items():
            source.addItem(word, kind)
        source.setCurrentIndex(source.findData(item.source))
        source.setAccessibleName(self.tr("Who answers"))
        source.setFixedWidth(150)
        entry = (text, text_ur, source)
        self.checks.append(entry)
        self._checks_box.addWidget(self._whole(row(text, text_ur, source), lambda: self.checks.remove(entry)))

    def _whole(self, line: QHBoxLayout, forget: Callable[[], None]) -> QWidget:
        whole = QWidget()
        out = button("", "quiet", self._screen.theme, "trash-2", self.tr("Take out"))
        out.setAccessibleName(self.tr("Take out"))
        line.addWidget(out)
        whole.setLayout(line)

        def gone() -> None:
            forget()
            whole.hide()
            whole.deleteLater()

        out.clicked.connect(gone)
        return whole

    def _deed_of(self) -> Callable[[], object]:
        hours = tuple(ShiftHours(code.text(), _minute(begins), _minute(ends), name.text())
                      for code, begins, ends, name in self.hours)
        checks = tuple(CheckItem(text.text(), text_ur.text(), CheckSource(source.currentData()))
                       for text, text_ur, source in self.checks)
        shifts = self._shifts
        if not self._screen.services.access.may(Permission.EDIT_PROCEDURES):
            raise Refused("not_permitted")

        def work() -> None:
            if hours != shifts.hours():
                shifts.put_hours(hours)
            if checks != shifts.checks.items():
                shifts.checks.put_items(checks)

        return work


def _clock(minute: int) -> QTimeEdit:
    made = QTimeEdit(QTime(minute // 60, minute % 60))
    made.setDisplayFormat("HH:mm")
    made.setFixedWidth(90)
    roomy(made)
    return made


def _minute(editor: QTimeEdit) -> int:
    return editor.time().hour() * 60 + editor.time().minute()
