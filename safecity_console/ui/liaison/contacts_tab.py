"""Contacts: committees, members, shops with cameras, elders, offices, found by a part of name, number or place.

Belongs here: search, kind, the table, opening the dialogs. Does not belong here: their fields, writing.
Invariants: 1. What may not be changed is shown without the buttons that change it. 2. Inactive ones are grey and come
last. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import WorldError
from safecity_console.domain.liaison import NAME_MOST, Committee, Contact, ContactKind
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.liaison.contact_dialogs import CommitteeDialog, ContactDialog, MeetingDialog
from safecity_console.ui.liaison.rows import WordsRow, WordsTable
from safecity_console.ui.liaison.words import contact_kind_word, contact_name, site_name
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, surface

WIDTHS = {0: 260, 1: 150, 2: 160, 3: 160, 4: 250, 5: 80}
TYPED_MS = 250
COMMITTEES = "committees"


class ContactsTab(QWidget):
    """The tab."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._contacts: dict[str, Contact] = {}
        self._committees: dict[str, Committee] = {}
        self.search, self.kind = QLineEdit(), QComboBox()
        self.count = label("", "secondary")
        theme = screen.theme
        self.new = button(self.tr("New contact"), "primary", theme, "plus")
        self.new_committee = button(self.tr("New committee"), "", theme, "plus")
        self.change = button(self.tr("Change…"), "", theme, "pencil")
        self.met = button(self.tr("A committee met…"), "", theme, "calendar-clock")
        titles = (self.tr("Name"), self.tr("Kind"), self.tr("Phone"), self.tr("Place"), self.tr("Committee"),
                  self.tr("Cameras"), self.tr("They look at"))
        self.table = WordsTable(self.tr("Contacts"), titles, WIDTHS, 6, theme)
        self._typed = QTimer(self)
        self._lay_out()
        self._connect()

    def renew(self) -> None:
        """Show who is found."""
        contacts = self._screen.services.contacts
        try:
            found = contacts.find(self.search.text()) if contacts.readable else ()
            committees = contacts.committees()
        except WorldError as error:
            self.count.setText(world_sentence(error))
            self.table.set_rows([])
            return
        self._contacts = {one.id: one for one in found}
        self._committees = {one.id: one for one in committees}
        wanted = self.kind.currentData()
        if wanted == COMMITTEES:
            rows = [self._committee_row(one) for one in committees]
        else:
            shown = [one for one in found if not wanted or one.kind.value == wanted]
            rows = [self._row(one) for one in sorted(shown, key=lambda one: not one.active)]
        self.table.set_rows(rows)
        self.count.setText(self.tr("{count} shown").format(count=ltr(len(rows))))

    def reveal(self, contact_id: str) -> None:
        """Select a contact whatever the filters say."""
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.renew()
        self.table.select(contact_id)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Name, number, place or notes"))
        self.search.setAccessibleName(self.tr("Find a contact"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(NAME_MOST)
        self.search.setFixedWidth(270)
        glass = self.search.addAction(icon("search", self._screen.theme), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.search.accessibleName())
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.addItem(self.tr("Every kind"), "")
        for kind in ContactKind:
            self.kind.addItem(contact_kind_word(kind), kind.value)
        self.kind.addItem(self.tr("Committees"), COMMITTEES)
        bar = surface("strip")
        bar.setLayout(row(self.search, self.kind, self.count, None, self.met, self.change, self.new_committee, self.new,
                          margins=(12, 7, 12, 7)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self.table, 1)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self.renew)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self.kind.currentIndexChanged.connect(lambda _at: self.renew())
        self.table.chosen.connect(self._open)
        self.table.selected_changed.connect(self._settle)
        self.change.clicked.connect(lambda: self._open(self.table.selected()))
        self.new.clicked.connect(lambda: self._show(lambda: ContactDialog(
            self._screen, Contact("", ContactKind.SHOP_CAMERA, ""), self.window())))
        self.new_committee.clicked.connect(lambda: self._show(lambda: CommitteeDialog(
            self._screen, Committee("", ""), self.window())))
        self.met.clicked.connect(lambda: self._show(lambda: MeetingDialog(self._screen, self.window())))
        self._settle()

    def _settle(self) -> None:
        may = self._screen.services.desk.may(Permission.EDIT_PLACES)
        for one in (self.new, self.new_committee, self.change):
            one.setVisible(may)
        self.change.setEnabled(bool(self.table.selected()))
        self.met.setVisible(self._screen.services.desk.may(Permission.TAKE_COMPLAINTS))
        self.met.setEnabled(any(one.active for one in self._committees.values()))

    def _open(self, row_id: str) -> None:
        if not self._screen.services.desk.may(Permission.EDIT_PLACES):
            return
        contact, committee = self._contacts.get(row_id), self._committees.get(row_id)
        if contact is not None:
            self._show(lambda: ContactDialog(self._screen, contact, self.window()))
        elif committee is not None:
            self._show(lambda: CommitteeDialog(self._screen, committee, self.window()))

    def _show(self, make: Callable[[], QDialog]) -> None:
        make().open()

    def _place(self, site_id: str) -> str:
        sites = self._screen.services.cameras.sites()
        found = next((one for one in sites if one.id == site_id), None)
        return site_name(found, self._screen.language) if found is not None else ""

    def _row(self, one: Contact) -> WordsRow:
        committee = self._committees.get(one.committee_id)
        cameras = ltr(one.cameras) if one.cameras else ""
        look_at = self.tr("{look_at} · kept for {days} days").format(
            look_at=one.look_at, days=ltr(one.kept_days)) if one.look_at and one.kept_days else one.look_at
        kind = contact_kind_word(one.kind) if one.active else self.tr("{kind} (not asked any more)").format(
            kind=contact_kind_word(one.kind))
        cells = (contact_name(one, self._screen.language), kind, " · ".join(map(ltr, one.phones)),
                 self._place(one.site_id), committee.name if committee is not None else "", cameras, look_at)
        shades = dict.fromkeys(range(1, 7), "secondary") | {2: "text"}
        return WordsRow(one.id, cells, {5: one.cameras},
                        shades if one.active else dict.fromkeys(range(7), "disabled"))

    def _committee_row(self, one: Committee) -> WordsRow:
        members = sum(contact.committee_id == one.id and contact.active for contact in self._contacts.values())
        name = one.name_ur if self._screen.language == "ur" and one.name_ur else one.name
        cells = (name, self.tr("Committee"), "", self._place(one.site_id) or one.place,
                 self.tr("{count} members").format(count=ltr(members)), "", one.notes)
        return WordsRow(one.id, cells, {}, dict.fromkeys(range(1, 7), "secondary") if one.active
                        else dict.fromkeys(range(7), "disabled"))
