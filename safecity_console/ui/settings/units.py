"""The Units tab: patrols, pickets, ambulances that can be sent to an incident.

Belongs here: the list and the form of one unit. Does not belong here: sending one (ui/incidents/), the rules
(domain/unit.py).
Invariants: 1. A unit is put out of service, never deleted: incidents name it. 2. What is typed is kept where a change
was refused. Thread: GUI, one worker a deed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from safecity_console.domain.unit import CALL_SIGN_MOST, PHONE_MOST, STATION_MOST, UNIT_NAME_MOST, Unit, UnitKind
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.frame import laid_under_bar
from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field

LIST_PX, FORM_PX, ROW_PX = 320, 560, 34
ID_ROLE = Qt.ItemDataRole.UserRole
translate = QCoreApplication.translate


def unit_kind_text(kind: UnitKind) -> str:
    """Give the word of a kind of unit."""
    words = {
        UnitKind.PATROL: translate("units", "Patrol mobile"), UnitKind.MOTORCYCLE: translate("units", "Motorcycle"),
        UnitKind.FOOT: translate("units", "Foot patrol"), UnitKind.PICKET: translate("units", "Picket"),
        UnitKind.ELITE: translate("units", "Elite force"), UnitKind.TRAFFIC: translate("units", "Traffic police"),
        UnitKind.WOMEN: translate("units", "Women's police"), UnitKind.RESCUE_1122: translate("units", "Rescue 1122"),
        UnitKind.OTHER: translate("units", "Other"),
    }
    return words[kind]


class UnitsTab(QFrame):
    """The tab."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._deeds = Deeds(self)
        self._unit = Unit("", "")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Units"))
        self.list.setFixedWidth(LIST_PX)
        self.name, self.call_sign, self.phone, self.station = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        for line, most in ((self.name, UNIT_NAME_MOST), (self.call_sign, CALL_SIGN_MOST), (self.phone, PHONE_MOST),
                           (self.station, STATION_MOST)):
            line.setMaxLength(most)
        self.kind = QComboBox()
        for kind in UnitKind:
            self.kind.addItem(unit_kind_text(kind), kind.value)
        self.active = QCheckBox(self.tr("In service: can be sent"))
        self.refusal = label("", "refusal", wrap=True)
        self.new = button(self.tr("New unit"), "", screen.theme, "plus")
        self.save = button(self.tr("Save"), "primary", screen.theme, "save")
        self._lay_out()
        self.new.clicked.connect(lambda: self.open_unit(Unit("", "")))
        self.save.clicked.connect(self.save_unit)
        self.name.returnPressed.connect(self.save_unit)
        self.list.currentItemChanged.connect(self._on_item)
        self.setFocusProxy(self.list)
        self.renew()
        self.open_unit(Unit("", "")) if not self.list.count() else self.list.setCurrentRow(0)

    def renew(self) -> None:
        """Show what is kept now."""
        kept = self._unit.id
        self.list.blockSignals(True)
        self.list.clear()
        for unit in self._screen.services.units.units(also_inactive=True):
            sign = f" {ltr(unit.call_sign)}" if unit.call_sign else ""
            text = f"{isolated(unit.name)}{sign} · {unit_kind_text(unit.kind)}"
            if not unit.active:
                text = self.tr("{unit} · out of service").format(unit=text)
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, ROW_PX))
            item.setData(ID_ROLE, unit.id)
            self.list.addItem(item)
            if unit.id == kept:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def open_unit(self, unit: Unit) -> None:
        """Show a unit in the form."""
        self._unit = unit
        self.name.setText(unit.name)
        self.call_sign.setText(unit.call_sign)
        self.phone.setText(unit.phone)
        self.station.setText(unit.police_station)
        self.kind.setCurrentIndex(self.kind.findData(unit.kind.value))
        self.active.setChecked(unit.active)
        self.refusal.hide()
        if not unit.id:
            self.list.setCurrentRow(-1)
            self.name.setFocus()

    def save_unit(self) -> None:
        """Keep what stands in the form."""
        unit = replace(self._unit, name=self.name.text(), call_sign=self.call_sign.text(), phone=self.phone.text(),
                       police_station=self.station.text(), kind=UnitKind(self.kind.currentData()),
                       active=self.active.isChecked())
        units = self._screen.services.units
        self._do(lambda: units.put(unit))

    def _do(self, work: Callable[[], object]) -> None:
        self.save.setEnabled(False)
        self._deeds.do("unit", work, self._on_saved)

    def _on_saved(self, outcome: object) -> None:
        self.save.setEnabled(True)
        if not isinstance(outcome, Unit):
            self.refusal.setText(outcome_sentence(outcome))
            self.refusal.show()
            return
        self.said.emit(self.tr("{unit} is saved.").format(unit=isolated(outcome.name)), "info")
        self._unit = outcome
        self.renew()
        self.open_unit(outcome)

    def _on_item(self, item: QListWidgetItem | None, _before: object) -> None:
        unit = self._screen.services.units.by_id(item.data(ID_ROLE)) if item is not None else None
        if unit is not None:
            self.open_unit(unit)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for at, (title, editor) in enumerate((
                (self.tr("Name"), self.name), (self.tr("Kind"), self.kind), (self.tr("Call sign"), self.call_sign),
                (self.tr("Phone"), self.phone), (self.tr("Police station"), self.station))):
            grid.addWidget(Field(title, editor), at // 2, at % 2)
        form = QFrame()
        form.setMaximumWidth(FORM_PX)
        inside = QVBoxLayout(form)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(12)
        inside.addLayout(grid)
        inside.addWidget(self.active)
        inside.addWidget(self.refusal)
        inside.addLayout(row(self.save, None))
        inside.addStretch(1)
        about = self.tr("Units that can be sent to an incident; each keeps the times it was told, arrived, was free.")
        body = row(self.list, form, None, spacing=0)
        body.setStretch(1, 1)
        laid_under_bar(self, (label(about, "secondary"), None, self.new), body)
        self.refusal.hide()
