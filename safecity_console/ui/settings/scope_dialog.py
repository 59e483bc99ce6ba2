"""Which cameras one grant of one role reaches: all, or some groups.

Belongs here: the dialog. Does not belong here: making groups (camera_groups.py), saving (roles.py). Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission, Role
from safecity_console.ui.access_texts import permission_title, role_name
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row

GROUP_ID = Qt.ItemDataRole.UserRole


class ScopeDialog(QDialog):
    """The dialog; `chosen` brings the ids of groups, or None for all cameras."""

    chosen = Signal(object)

    def __init__(self, screen: Screen, permission: Permission, role: Role, reach: frozenset[str] | None,
                 parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(permission_title(permission))
        self.setModal(True)
        self.setMinimumWidth(420)
        groups = screen.services.officers.groups()
        self.every, self.some = QRadioButton(self.tr("All cameras")), QRadioButton(self.tr("Only these groups"))
        self.every.setChecked(reach is None)
        self.some.setChecked(reach is not None)
        self.some.setEnabled(bool(groups))
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Camera groups"))
        for group in groups:
            item = QListWidgetItem(f"{isolated(group.name)} · {ltr(len(group.camera_ids))}")
            item.setData(GROUP_ID, group.id)
            item.setSizeHint(QSize(0, 30))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if group.id in (reach or ()) else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        none = label(self.tr("There is no camera group yet; make one in the tab “Camera groups”."), "small", wrap=True)
        none.setVisible(not groups)
        self.go = button(self.tr("Take over"), "primary")
        leave = button(self.tr("Cancel"))
        self.go.clicked.connect(self._on_go)
        leave.clicked.connect(self.reject)
        self.some.toggled.connect(self.list.setEnabled)
        self.list.setEnabled(self.some.isChecked())
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(self.windowTitle(), "title"))
        box.addWidget(label(isolated(role_name(role, screen.language)), "secondary"))
        for one in (self.every, self.some, self.list, none):
            box.addWidget(one)
        box.addLayout(row(None, leave, self.go))
        self.finished.connect(self.deleteLater)

    def _on_go(self) -> None:
        items = [self.list.item(number) for number in range(self.list.count())]
        ids = frozenset(str(one.data(GROUP_ID)) for one in items if one.checkState() is Qt.CheckState.Checked)
        self.chosen.emit(None if self.every.isChecked() else ids)
        self.accept()
