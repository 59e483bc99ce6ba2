"""The Liaison page: complaints and call-backs, contacts, requests and consents, the month in figures.

Belongs here: the tabs, keeping the shown one up to date, the command of a new complaint. Does not belong here: a tab's
content.
Invariants: 1. Only the tab that is shown is renewed. 2. A complaint can be taken in from any page. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from safecity_console.domain.liaison_counts import LiaisonCounts
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.liaison.complaint_dialog import ComplaintDialog
from safecity_console.ui.liaison.complaints_tab import ComplaintsTab
from safecity_console.ui.liaison.consents_tab import ConsentsTab
from safecity_console.ui.liaison.contacts_tab import ContactsTab
from safecity_console.ui.liaison.month_tab import MonthTab
from safecity_console.ui.liaison.printing import MonthPrinter, sheet_maker
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, surface

RENEW_MS = 20_000


class LiaisonPage(QFrame):
    """The page; `commands` are what it answers, by id."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    page_wanted = Signal(str)
    incident_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("surface", "page")
        self.setAccessibleName(self.tr("Liaison"))
        self.commands: dict[str, Callable[[], object]] = {"complaint.new": self.take_complaint}
        self.complaints, self.contacts = ComplaintsTab(screen), ContactsTab(screen)
        self.consents, self.month = ConsentsTab(screen), MonthTab(screen)
        self._tabs = QStackedWidget()
        self._group = QButtonGroup(self)
        self._lay_out()
        self.complaints.new_wanted.connect(self.take_complaint)
        self.complaints.incident_wanted.connect(self._on_incident)
        make = sheet_maker(screen)
        self.printer = MonthPrinter(make, self) if make is not None else None
        self.month.print.setVisible(make is not None)
        if self.printer is not None:
            self.printer.said.connect(self.said)
        self.month.print_wanted.connect(self._on_print)
        for tab in (self.complaints, self.contacts, self.consents, self.month):
            tab.said.connect(self.said)
        self._bridge = Bridge(screen.services.bus, self)
        self._bridge.contacts_changed.connect(self._on_changed)
        self._bridge.incidents_changed.connect(lambda _ids: self._on_changed())
        self._bridge.seat_changed.connect(self._on_seat)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)

    @property
    def tab(self) -> QWidget:
        """Give the tab that is shown."""
        return (self.complaints, self.contacts, self.consents, self.month)[max(0, self._tabs.currentIndex())]

    def show_tab(self, number: int) -> None:
        """Show a tab."""
        chosen = self._group.button(number)
        if chosen is not None:
            chosen.setChecked(True)
        self._tabs.setCurrentIndex(number)
        self.setFocusProxy(self.tab)
        self.renew()

    def reveal_contact(self, contact_id: str) -> None:
        """Show a contact."""
        self.show_tab(1)
        self.contacts.reveal(contact_id)

    def take_complaint(self) -> None:
        """Open the dialog of a new complaint, from any page."""
        dialog = ComplaintDialog(self._screen, self.window())
        dialog.taken.connect(lambda _id: self._on_changed())
        dialog.open()

    def renew(self) -> None:
        """Bring the tab that is shown up to date."""
        if self.isVisible():
            for tab in (self.complaints, self.contacts, self.consents, self.month):
                if tab is self.tab:
                    tab.renew()

    def release(self) -> None:
        """Let go of what outlives a widget, before the page is made anew."""
        self._timer.stop()
        self._bridge.close()
        self.complaints.release()
        self.month.release()
        if self.printer is not None:
            self.printer.release()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date."""
        super().showEvent(event)
        self.renew()
        self._timer.start(RENEW_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def _lay_out(self) -> None:
        names = (self.tr("Complaints and call-backs"), self.tr("Contacts"), self.tr("Requests and consents"),
                 self.tr("Month"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 7, 12, 7)
        head.setSpacing(4)
        for number, (name, tab) in enumerate(zip(names, (self.complaints, self.contacts, self.consents, self.month),
                                                 strict=True)):
            made = button(name, "quiet")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(made, number)
            head.addWidget(made)
            self._tabs.addWidget(tab)
        head.addStretch(1)
        self._group.idClicked.connect(self.show_tab)
        bar = surface("strip")
        bar.setLayout(head)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self._tabs, 1)
        self.show_tab(0)

    def _on_time(self) -> None:
        if self.tab is self.complaints:
            self.complaints.renew()

    def _on_changed(self) -> None:
        if self.tab is not self.month:
            self.renew()

    def _on_seat(self) -> None:
        self.complaints.forget()
        self._on_changed()

    def _on_incident(self, incident_id: str) -> None:
        self.page_wanted.emit("incidents")
        self.incident_wanted.emit(incident_id)

    def _on_print(self, counts: object) -> None:
        if isinstance(counts, LiaisonCounts) and self.printer is not None:
            self.printer.choose(counts)
