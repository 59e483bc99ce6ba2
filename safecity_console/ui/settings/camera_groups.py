"""The Camera groups tab: groups that grants may be bound to, by name and by a checklist of cameras.

Belongs here: the list, the checklist, saving one group. Does not belong here: which role reaches which group
(roles.py), the rules (services/officers.py).
Invariants: 1. A change counts when it is saved; another group is opened only after a word about what is not. 2. The
search narrows what is seen, never what is ticked. Thread: GUI, one worker a deed.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from safecity_console.domain.access import NAME_MOST, CameraGroup
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.access_tab import AccessTab
from safecity_console.ui.widgets.basics import button, label, row, surface
from safecity_console.ui.widgets.field import Field

ID_ROLE = Qt.ItemDataRole.UserRole
LIST_PX, FORM_PX = 280, 620
GROUP_PX, CAMERA_PX = 36, 28


class CameraGroupsTab(AccessTab):
    """The tab."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._open = CameraGroup("", "")
        self.new = button(self.tr("New group"), "", screen.theme, "plus")
        self.save = button(self.tr("Save"), "primary", screen.theme, "save")
        self.groups, self.cameras = QListWidget(), QListWidget()
        self.groups.setAccessibleName(self.tr("Camera groups"))
        self.groups.setFixedWidth(LIST_PX)
        self.cameras.setAccessibleName(self.tr("Cameras of the group"))
        self.cameras.setProperty("kind", "boxed")
        self.name, self.search = QLineEdit(), QLineEdit()
        self.name.setMaxLength(NAME_MOST)
        self.search.setPlaceholderText(self.tr("Number, name or place"))
        self.search.setAccessibleName(self.tr("Narrow the cameras"))
        self.search.setClearButtonEnabled(True)
        self.count = label("", "secondary")
        about = self.tr("A role can be bound to groups: its officers then see and snapshot these cameras only.")
        self.lay_out((label(about, "secondary"), None, self.new), self._body())
        self.new.clicked.connect(lambda: self.open_group(CameraGroup("", "")))
        self.save.clicked.connect(self.save_group)
        self.name.textChanged.connect(self._show_state)
        self.name.returnPressed.connect(self.save_group)
        self.search.textChanged.connect(self._narrow)
        self.cameras.itemChanged.connect(lambda _item: self._show_state())
        self.groups.currentRowChanged.connect(self._on_row)
        self.setFocusProxy(self.groups)
        self.renew()
        if self.groups.count():
            self.groups.setCurrentRow(0)
        else:
            self.open_group(self._open)

    def renew(self) -> None:
        """Show the groups as they are kept now; what is typed stays."""
        self.groups.blockSignals(True)
        self.groups.clear()
        for group in self.screen_.services.officers.groups():
            item = QListWidgetItem(f"{isolated(group.name)} · {ltr(len(group.camera_ids))}")
            item.setData(ID_ROLE, group.id)
            item.setSizeHint(QSize(0, GROUP_PX))
            self.groups.addItem(item)
            if group.id == self._open.id:
                self.groups.setCurrentItem(item)
        self.groups.blockSignals(False)
        self._show_state()

    def open_group(self, group: CameraGroup) -> None:
        """Show a group's name and cameras."""
        self._open = group
        self.refuse("")
        self.name.setText(group.name)
        self.search.clear()
        self.cameras.blockSignals(True)
        self.cameras.clear()
        urdu = self.screen_.language == "ur"
        for camera in self.screen_.services.cameras.cameras():
            name = camera.name_ur if urdu and camera.name_ur else camera.name
            parts = (number_text(camera.number), isolated(name), isolated(camera.site_name or ""))
            item = QListWidgetItem("  ".join(part for part in parts if part.strip("\u2068\u2069")))
            item.setData(ID_ROLE, camera.id)
            item.setSizeHint(QSize(0, CAMERA_PX))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            there = camera.id in group.camera_ids
            item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
            self.cameras.addItem(item)
        self.cameras.blockSignals(False)
        if not group.id:
            self.groups.clearSelection()
            self.groups.setCurrentRow(-1)
            self.name.setFocus()
        self._show_state()

    def wanted(self) -> CameraGroup:
        """Give the group as it stands on the screen."""
        items = [self.cameras.item(number) for number in range(self.cameras.count())]
        ids = frozenset(str(one.data(ID_ROLE)) for one in items if one.checkState() is Qt.CheckState.Checked)
        # Cameras that were removed meanwhile stay out; nothing else of the group is touched.
        return CameraGroup(self._open.id, self.name.text().strip(), ids, self._open.revision)

    def save_group(self) -> None:
        """Save."""
        if self.busy or not self.save.isEnabled():
            return
        officers, group = self.screen_.services.officers, self.wanted()
        kept: list[CameraGroup] = []

        def done() -> None:
            self._open = kept[0]
            self.renew()
            name = isolated(group.name)
            self.said.emit(self.tr("The camera group “{name}” is saved.").format(name=name), "info")

        self.run("", lambda _approval: kept.append(officers.put_group(group)), done)

    def _body(self) -> QFrame:
        form = QFrame()
        form.setMaximumWidth(FORM_PX)
        lines = QVBoxLayout(form)
        lines.setContentsMargins(24, 16, 24, 16)
        lines.setSpacing(12)
        lines.addWidget(Field(self.tr("Name of the group"), self.name))
        lines.addLayout(row(self.search, self.count))
        lines.addWidget(self.cameras, 1)
        lines.addLayout(row(None, self.save))
        body = QFrame()
        line = row(self.groups, surface("rail"), form, None, spacing=0)
        line.setStretch(2, 1)
        body.setLayout(line)
        return body

    def _narrow(self, text: str) -> None:
        typed = text.casefold().split()
        for number in range(self.cameras.count()):
            item = self.cameras.item(number)
            item.setHidden(not all(word in item.text().casefold() for word in typed))

    def _on_row(self, number: int) -> None:
        if number < 0:
            return
        item = self.groups.item(number)
        found = next((g for g in self.screen_.services.officers.groups() if g.id == item.data(ID_ROLE)), None)
        if found is not None and found.id != self._open.id:
            if self._changed():
                self.said.emit(self.tr("The changes of “{name}” were not saved.").format(
                    name=isolated(self._open.name or self.name.text())), "warning")
            self.open_group(found)

    def _changed(self) -> bool:
        wanted = self.wanted()
        return (wanted.name, wanted.camera_ids) != (self._open.name, self._open.camera_ids)

    def _show_state(self) -> None:
        wanted = self.wanted()
        self.count.setText(self.tr("{count} of {total} cameras").format(
            count=ltr(len(wanted.camera_ids)), total=ltr(self.cameras.count())))
        self.save.setEnabled(bool(wanted.name) and self._changed())
