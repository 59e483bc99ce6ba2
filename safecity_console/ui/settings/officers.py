"""The Officers tab: who there is, what each may do, making and changing them.

Belongs here: the list and its orders. Does not belong here: the dialogs (officer_dialog.py), the rules
(services/officers.py).
Invariants: 1. Officers are never deleted here, only made inactive. 2. Making one inactive is asked once, and says what
it means. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit

from safecity_console.domain.access import Officer
from safecity_console.ui.access_texts import officer_line, officer_name, role_name
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.access_tab import AccessTab
from safecity_console.ui.settings.officer_dialog import OfficerDialog, PasswordDialog
from safecity_console.ui.widgets.basics import button
from safecity_console.ui.widgets.question import Question
from safecity_console.ui.widgets.tables import quiet_table

ID_ROLE = Qt.ItemDataRole.UserRole
WIDTHS = {0: 120, 1: 230, 2: 130, 3: 210, 4: 210}


class OfficersTab(AccessTab):
    """The tab."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        theme = screen.theme
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Badge, name or role"))
        self.search.setAccessibleName(self.tr("Find an officer"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(240)
        self.add = button(self.tr("Add an officer…"), "primary", theme, "user-plus")
        self.change = button(self.tr("Change…"), "", theme, "pencil")
        self.password = button(self.tr("New password…"), "", theme, "key-round")
        self.turn = button(self.tr("Make inactive"), "", theme, "ban")
        self._model = QStandardItemModel(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self._model)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filter.setFilterKeyColumn(-1)
        self._model.setHorizontalHeaderLabels([
            self.tr("Badge"), self.tr("Name"), self.tr("Rank"), self.tr("Role"), self.tr("Reports to"),
            self.tr("State")])
        self.table = quiet_table(self._filter, self.tr("All officers"), WIDTHS, 5)
        self.lay_out((self.search, 8, self.change, self.password, self.turn, None, self.add), self.table)
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_orders())
        self.table.activated.connect(lambda _index: self.open_change())
        self.add.clicked.connect(self.open_add)
        self.change.clicked.connect(self.open_change)
        self.password.clicked.connect(self.open_password)
        self.turn.clicked.connect(self.turn_active)
        self.setFocusProxy(self.table)
        self.renew()
        self.table.selectRow(0)

    def renew(self) -> None:
        """Show the officers as they are kept now; the selection stays."""
        chosen = self.selected()
        services, language = self.screen_.services, self.screen_.language
        officers = services.officers.officers()
        roles = {role.id: role_name(role, language) for role in services.officers.roles()}
        lines = {one.id: officer_line(one, language) for one in officers}
        self._model.removeRows(0, self._model.rowCount())
        for one in officers:
            texts = (one.badge, officer_name(one, language), one.rank, roles.get(one.role_id, "–"),
                     lines.get(one.reports_to, ""), self._state(one))
            self._model.appendRow([self._item(text, one) for text in texts])
        if chosen is not None:
            self.select(chosen.badge)
        self._show_orders()

    def select(self, badge: str) -> None:
        """Select an officer's row."""
        for number in range(self._filter.rowCount()):
            index = self._filter.index(number, 0)
            if index.data() == badge:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.table.selectionModel().setCurrentIndex(index, flags)

    def selected(self) -> Officer | None:
        """Give the officer of the selected row."""
        rows = self.table.selectionModel().selectedRows()
        officer_id = rows[0].data(ID_ROLE) if rows else ""
        officers = self.screen_.services.officers.officers() if officer_id else ()
        return next((one for one in officers if one.id == officer_id), None)

    def open_add(self) -> None:
        """Open the dialog of a new officer."""
        self._open(OfficerDialog(self.screen_, None, self))

    def open_change(self) -> None:
        """Open the dialog of the selected officer."""
        officer = self.selected()
        if officer is not None:
            self._open(OfficerDialog(self.screen_, officer, self))

    def open_password(self) -> None:
        """Open the dialog of a new password for the selected officer."""
        officer = self.selected()
        if officer is not None:
            dialog = PasswordDialog(self.screen_, officer, self)
            dialog.said.connect(self.said)
            dialog.open()

    def turn_active(self) -> None:
        """Make the selected officer inactive after a question, or active again."""
        officer = self.selected()
        if officer is None or self.busy:
            return
        if not officer.active:
            self._turn(officer, active=True)
            return
        question = Question(self.tr("Make inactive"), self.tr(
            "{officer} can no longer sign in, and is signed out at once where he sits. What he did stays in the audit."
        ).format(officer=officer_line(officer, self.screen_.language)), self.tr("Make inactive"), self)
        question.agreed.connect(lambda: self._turn(officer, active=False))
        question.open()

    def _open(self, dialog: OfficerDialog) -> None:
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, officer: Officer) -> None:
        self.renew()
        self.select(officer.badge)
        line = officer_line(officer, self.screen_.language)
        self.said.emit(self.tr("{officer} is saved.").format(officer=line), "info")

    def _turn(self, officer: Officer, active: bool) -> None:
        line, officers = officer_line(officer, self.screen_.language), self.screen_.services.officers
        sentence = self.tr("{officer} can sign in again with the right to manage officers.").format(officer=line)
        told = (self.tr("{officer} can sign in again.") if active else self.tr("{officer} can no longer sign in."))

        def done() -> None:
            self.renew()
            self.said.emit(told.format(officer=line), "info")

        self.run(sentence, lambda approval: officers.change(replace(officer, active=active), approval), done)

    def _state(self, officer: Officer) -> str:
        if not officer.active:
            return self.tr("Inactive")
        return self.tr("Active; chooses a password at sign-in") if officer.must_change_password else self.tr("Active")

    def _item(self, text: str, officer: Officer) -> QStandardItem:
        item = QStandardItem(text)
        item.setData(officer.id, ID_ROLE)
        if not officer.active:
            item.setForeground(QColor(self.screen_.theme.secondary))
        return item

    def _show_orders(self) -> None:
        officer = self.selected()
        for one in (self.change, self.password, self.turn):
            one.setEnabled(officer is not None)
        active = officer is None or officer.active
        self.turn.setText(self.tr("Make inactive") if active else self.tr("Make active"))
        session = self.screen_.services.access.session
        own = officer is not None and session is not None and officer.id == session.officer.id
        why = self.tr("Your own password is changed in the menu of your badge, in the top strip.") if own else ""
        self.password.setEnabled(officer is not None and not own)
        self.password.setToolTip(why)
