"""The Procedures tab: the checklist of each kind of incident, and how long each severity may wait.

Belongs here: the editors of steps and of the response targets. Does not belong here: ticking (ui/incidents/), the rules
(services/procedures.py).
Invariants: 1. An edited checklist touches only incidents to come, and the tab says so. 2. What is typed is kept where a
change was refused. Thread: GUI, one worker a deed.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from safecity_console.domain.incident import Category, Severity
from safecity_console.domain.incident_clock import Targets
from safecity_console.domain.procedure import Procedure
from safecity_console.ui.incident_texts import category_text, severity_help, severity_text
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.frame import laid_under_bar
from safecity_console.ui.settings.step_table import StepTable
from safecity_console.ui.widgets.basics import button, label, roomy, row

LIST_PX, ROW_PX, KEY_ROLE, TARGETS = 280, 34, Qt.ItemDataRole.UserRole, "targets"
MINUTES_MOST, SECONDS_MOST = 60 * 24 * 7, 7 * 24 * 3600


class ProceduresTab(QFrame):
    """The tab."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._deeds = Deeds(self)
        self._procedure = Procedure(Category.PERSON)
        self.list, self._stack = QListWidget(), QStackedWidget()
        self.list.setFixedWidth(LIST_PX)
        self.list.setAccessibleName(self.tr("Kinds of incidents"))
        for key, text in ((TARGETS, self.tr("Response targets")), *((c.value, category_text(c)) for c in Category)):
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, ROW_PX))
            item.setData(KEY_ROLE, key)
            self.list.addItem(item)
        self.steps = StepTable()
        self.shown = QCheckBox(self.tr("Offered when an incident is entered"))
        self.within = QSpinBox()
        self.within.setRange(0, MINUTES_MOST)
        self.within.setSpecialValueText(self.tr("not called back"))
        self.within.setSuffix(self.tr(" min"))
        roomy(self.within)
        self.within.setAccessibleName(self.tr("Caller called back within"))
        self.targets = {(severity, name): _seconds(self) for severity in Severity
                        for name in ("acknowledge_s", "dispatch_s", "arrive_s")}
        self.refusal = label("", "refusal", wrap=True)
        self.refusal.hide()
        self.save = button(self.tr("Save"), "primary", screen.theme, "save")
        self.standard = button(self.tr("Standard steps"), "quiet", None, "", self.tr(
            "Puts the steps a fresh console has into the table; saved only by Save."))
        self._lay_out()
        self.save.clicked.connect(self.save_shown)
        self.standard.clicked.connect(self._on_standard)
        self.list.currentItemChanged.connect(self._on_item)
        self.setFocusProxy(self.list)
        self.list.setCurrentRow(1)

    def renew(self) -> None:
        """Show what is kept now, unless something is typed."""
        if not self.steps.touched:
            self._on_item(self.list.currentItem(), None)

    def save_shown(self) -> None:
        """Keep what stands there."""
        procedures = self._screen.services.procedures
        self.save.setEnabled(False)
        if self._shows_targets():
            wanted = {severity: Targets(*(self.targets[severity, name].value() for name in (
                "acknowledge_s", "dispatch_s", "arrive_s"))) for severity in Severity}
            changed = {key: value for key, value in wanted.items() if procedures.targets().get(key) != value}

            def put() -> bool:
                for severity, targets in changed.items():
                    procedures.put_targets(severity, targets)
                return True

            self._deeds.do("targets", put, self._on_saved)
            return
        minutes = self.within.value()
        procedure = Procedure(self._procedure.category, self.steps.steps(), self.shown.isChecked(),
                              minutes * 60 if minutes else None, self._procedure.revision)
        self._deeds.do("procedure", lambda: procedures.put(procedure), self._on_saved)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _shows_targets(self) -> bool:
        item = self.list.currentItem()
        return item is not None and bool(item.data(KEY_ROLE) == TARGETS)

    def _on_item(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is None:
            return
        self.refusal.hide()
        key = item.data(KEY_ROLE)
        self._stack.setCurrentIndex(0 if key == TARGETS else 1)
        self.standard.setVisible(key != TARGETS)
        if key == TARGETS:
            for severity, targets in self._screen.services.procedures.targets().items():
                for name in ("acknowledge_s", "dispatch_s", "arrive_s"):
                    self.targets[severity, name].setValue(getattr(targets, name))
        else:
            self._show(self._screen.services.procedures.of(Category(key)))

    def _show(self, procedure: Procedure) -> None:
        self._procedure = procedure
        self.steps.show_steps(procedure.steps)
        self.shown.setChecked(procedure.shown)
        self.within.setValue((procedure.call_back_within_s or 0) // 60)

    def _on_standard(self) -> None:
        standard = self._screen.services.procedures.standard(self._procedure.category)
        self.steps.show_steps(standard.steps)

    def _on_saved(self, outcome: object) -> None:
        self.save.setEnabled(True)
        if isinstance(outcome, Procedure | bool):
            self.steps.touched = False
            self._on_item(self.list.currentItem(), None)
            self.said.emit(self.tr("Saved; it counts for incidents entered from now on."), "info")
        else:
            self.refusal.setText(outcome_sentence(outcome))
            self.refusal.show()

    def _lay_out(self) -> None:
        for page in (self._targets_page(), self._steps_page()):
            self._stack.addWidget(page)
        about = self.tr("An incident keeps the checklist it began with; a change counts for incidents to come.")
        body = row(self.list, self._stack, spacing=0)
        body.setStretch(1, 1)
        laid_under_bar(self, (label(about, "secondary"), None, self.standard, self.save), body, refusal=self.refusal)

    def _targets_page(self) -> QWidget:
        page, grid = QWidget(), QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        titles = (self.tr("Acknowledged within"), self.tr("Unit sent within"),
                  self.tr("On scene, from sending, within"))
        for at, title in enumerate(titles, start=1):
            grid.addWidget(label(title, "small"), 0, at)
        for line, severity in enumerate(Severity, start=1):
            words = label(severity_text(severity), "strong")
            words.setToolTip(severity_help(severity))
            grid.addWidget(words, line, 0)
            for at, name in enumerate(("acknowledge_s", "dispatch_s", "arrive_s"), start=1):
                editor = self.targets[severity, name]
                editor.setAccessibleName(f"{severity_text(severity)} {titles[at - 1]}")
                grid.addWidget(editor, line, at)
        grid.setColumnStretch(4, 1)
        box = QVBoxLayout(page)
        box.setContentsMargins(24, 16, 24, 16)
        box.addLayout(grid)
        box.addStretch(1)
        return page

    def _steps_page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(24, 14, 24, 14)
        box.setSpacing(10)
        box.addLayout(row(self.shown, 24, label(self.tr("Caller called back within"), "secondary"), self.within, None))
        box.addWidget(self.steps, 1)
        return page


def _seconds(parent: ProceduresTab) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, SECONDS_MOST)
    made.setSuffix(parent.tr(" s"))
    made.setMinimumWidth(110)
    roomy(made)
    return made


