"""The Roles tab: which role may do what, as one table of permissions by roles.

Belongs here: the table, what was changed and not saved, saving role by role. Does not belong here: the groups a grant
reaches (scope_dialog.py), the rules (services/officers.py).
Invariants: 1. Nothing counts before it is saved, and what is not saved is marked. 2. A role that gets the right to
manage officers takes two officers. Thread: GUI, one worker a deed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView

from safecity_console.domain.access import OF_CAMERAS, Permission, Role
from safecity_console.services.desk import Approval
from safecity_console.ui.access_texts import permission_meaning, permission_title, role_name
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.access_tab import AccessTab
from safecity_console.ui.settings.scope_dialog import ScopeDialog
from safecity_console.ui.widgets.basics import ElidedLabel, button, label
from safecity_console.ui.widgets.tables import quiet_table

Index = QModelIndex | QPersistentModelIndex
Grants = Mapping[Permission, frozenset[str] | None]
FIRST_PX = 240
_ROWS = tuple(Permission)
_NONE = QModelIndex()


class GrantTable(QAbstractTableModel):
    """Permissions as rows, roles as columns; a box in each cell, with its reach where a camera is touched."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._roles: tuple[Role, ...] = ()
        self._drafts: dict[str, Grants] = {}

    def take(self, roles: tuple[Role, ...]) -> None:
        """Take over what is kept; drafts of roles that are still there stay."""
        self.beginResetModel()
        self._roles = roles
        kept = {role.id: role.grants for role in roles}
        self._drafts = {key: draft for key, draft in self._drafts.items() if kept.get(key, draft) != draft}
        self.endResetModel()

    def forget(self) -> None:
        """Drop everything that is not saved."""
        self.beginResetModel()
        self._drafts = {}
        self.endResetModel()

    def drafts(self) -> tuple[tuple[Role, Role], ...]:
        """Give each changed role as it is kept and as it shall be."""
        return tuple((role, replace(role, grants=self._drafts[role.id])) for role in self._roles
                     if role.id in self._drafts)

    def grants(self, column: int) -> Grants:
        """Give what a role's column shows."""
        role = self._roles[column - 1]
        return self._drafts.get(role.id, role.grants)

    def set_grant(self, column: int, permission: Permission, granted: bool,
                  reach: frozenset[str] | None = None) -> None:
        """Grant or take away, for all cameras (None) or some groups."""
        role, grants = self._roles[column - 1], dict(self.grants(column))
        if granted:
            grants[permission] = reach
        else:
            grants.pop(permission, None)
        self._drafts[role.id] = grants
        if grants == dict(role.grants):
            del self._drafts[role.id]
        self.dataChanged.emit(self.index(0, column), self.index(len(_ROWS) - 1, column))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def role_at(self, column: int) -> Role:
        """Give the role of a column."""
        return self._roles[column - 1]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_ROWS)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._roles) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role not in (
                Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section == 0:
            return self.tr("May")
        one = self._roles[section - 1]
        name = role_name(one, self._language)
        if one.id not in self._drafts:
            return name
        return self.tr("{role} *", "a role with changes that are not saved").format(role=name)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        permission = _ROWS[index.row()]
        if index.column() == 0:
            if role == Qt.ItemDataRole.DisplayRole:
                return permission_title(permission)
            return permission_meaning(permission) if role == Qt.ItemDataRole.ToolTipRole else None
        grants = self.grants(index.column())
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if permission in grants else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole and permission in OF_CAMERAS and permission in grants:
            return self._reach(grants[permission])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            pattern = self.tr("{role}: may {permission}") if permission in grants else \
                self.tr("{role}: may not {permission}")
            return pattern.format(role=role_name(self.role_at(index.column()), self._language),
                                  permission=permission_title(permission))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.column():
            return False
        self.set_grant(index.column(), _ROWS[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _reach(self, groups: frozenset[str] | None) -> str:
        if groups is None:
            return self.tr("all cameras")
        return self.tr("1 group") if len(groups) == 1 else self.tr("{count} groups").format(count=ltr(len(groups)))


class RolesTab(AccessTab):
    """The tab."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.model = GrantTable(screen.language)
        self.save = button(self.tr("Save"), "primary", screen.theme, "save")
        self.undo = button(self.tr("Undo all changes"), "", screen.theme, "undo-2")
        self.scope = button(self.tr("Which cameras…"), "", screen.theme, "cctv",
                            self.tr("For seeing cameras and snapshots: all cameras, or some groups only."))
        self.meaning, self.unsaved = ElidedLabel(role="secondary"), label("", "impaired")
        self.table = quiet_table(self.model, self.tr("Permissions by role"), {}, 0)
        self.table.setSortingEnabled(False)
        self.table.setSelectionBehavior(self.table.SelectionBehavior.SelectItems)
        self.lay_out((self.meaning, self.unsaved, self.scope, self.undo, self.save), self.table)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_state())
        self.table.activated.connect(lambda _index: self.open_scope())
        self.model.dataChanged.connect(lambda *_: self._show_state())
        self.scope.clicked.connect(self.open_scope)
        self.undo.clicked.connect(self.forget)
        self.save.clicked.connect(self.save_next)
        self.setFocusProxy(self.table)
        self.renew()

    def renew(self) -> None:
        """Show the roles as they are kept now; what is not saved stays."""
        current = self.table.currentIndex()
        at = (current.row(), current.column()) if current.isValid() else (0, 1)
        self.model.take(self.screen_.services.officers.roles())
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(0, FIRST_PX)
        self.table.setCurrentIndex(self.model.index(*at))
        self._show_state()

    def forget(self) -> None:
        """Drop everything that is not saved."""
        self.model.forget()
        self.refuse("")
        self.renew()

    def open_scope(self) -> None:
        """Ask which cameras the grant under the cursor reaches."""
        index = self.table.currentIndex()
        permission = _ROWS[index.row()] if index.isValid() else Permission.MANAGE_OFFICERS
        if permission not in OF_CAMERAS or not index.column():
            return
        grants = self.model.grants(index.column())
        dialog = ScopeDialog(self.screen_, permission, self.model.role_at(index.column()),
                             grants.get(permission, frozenset()), self)
        dialog.chosen.connect(partial(self._on_scope, index.column(), permission))
        dialog.open()

    def save_next(self) -> None:
        """Save the first role that was changed, then the next."""
        drafts = self.model.drafts()
        if not drafts or self.busy:
            return
        officers, wanted = self.screen_.services.officers, drafts[0][1]
        sentence = self.tr("Every officer of the role “{role}” may then make officers and give every right.").format(
            role=isolated(role_name(wanted, self.screen_.language)))

        def work(approval: Approval | None) -> object:
            return officers.put_role(wanted, approval)

        self.run(sentence, work, partial(self._on_saved, wanted))

    def _on_saved(self, role: Role) -> None:
        self.renew()
        name = isolated(role_name(role, self.screen_.language))
        self.said.emit(self.tr("The role “{role}” is saved.").format(role=name), "info")
        self.save_next()

    def _on_scope(self, column: int, permission: Permission, reach: frozenset[str] | None) -> None:
        self.model.set_grant(column, permission, reach is None or bool(reach), reach)

    def _show_state(self) -> None:
        index = self.table.currentIndex()
        permission = _ROWS[index.row()] if index.isValid() else None
        self.meaning.set_whole(permission_meaning(permission) if permission is not None else "")
        self.scope.setEnabled(permission in OF_CAMERAS and index.column() > 0)
        changed = len(self.model.drafts())
        self.unsaved.setText("" if not changed else self.tr("1 role * is not saved") if changed == 1
                             else self.tr("{count} roles * are not saved").format(count=ltr(changed)))
        self.save.setEnabled(changed > 0)
        self.undo.setEnabled(changed > 0)
