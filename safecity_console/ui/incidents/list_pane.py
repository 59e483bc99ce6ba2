"""The list of incidents with its bar: tabs, search, filters, call-backs due, a new one.

Belongs here: the widgets, keeping the selection and the order still under the pointer. Does not belong here: what is
found (feed.py), rows and their drawing (rows.py, row_painter.py).
Invariants: 1. Nothing is rearranged while the pointer is over the list; what came meanwhile is counted in words.
2. A second costs the repainting of the pills in sight that say something else, and nothing more. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
)

from safecity_console.domain.access import Permission
from safecity_console.domain.incident import Incident
from safecity_console.domain.incident_counts import IncidentCounts
from safecity_console.ui.actions import key_text, keyed_tip
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.incidents.clock_words import ClockFace
from safecity_console.ui.incidents.feed import Feed, Tab
from safecity_console.ui.incidents.filter_panel import FilterPanel
from safecity_console.ui.incidents.row_painter import IncidentRowPainter
from safecity_console.ui.incidents.rows import IncidentRows
from safecity_console.ui.incidents.tab_bar import TabBar
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, surface

NEAR_END, NARROW_PX = 20, 960


class ListPane(QFrame):
    """The list; `chosen` with an incident's id, `wanted` with what the page does."""

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        services = screen.services
        self.filters = FilterPanel(screen, self)
        self.feed = Feed(screen, self.filters, self)
        self.rows = IncidentRows(services.cameras.by_id, self)
        self.list = QListView()
        self._pills: dict[str, str] = {}
        self._wanted_id, self._due = "", 0
        self.painter = IncidentRowPainter(screen.theme, self._face(), services.cameras.by_id, services.clock.now,
                                          self.list)
        self.tabs = TabBar()
        self.search = QLineEdit()
        self._nothing = label("", "secondary", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting = label("", "small")
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def selected(self) -> Incident | None:
        """Give the selected incident."""
        return self.rows.incident(self.list.currentIndex().row())

    def select(self, incident_id: str) -> bool:
        """Select an incident; one that is not shown yet is selected when it comes. True where it is here."""
        at = self.rows.row_of(incident_id)
        self._wanted_id = "" if at >= 0 else incident_id
        if at >= 0:
            index = self.rows.index(at, 0)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        return at >= 0

    def reveal(self, incident_id: str) -> None:
        """Select an incident wherever it stands, widening the list where it must be."""
        if not self.select(incident_id):
            self.search.clear()
            if self.filters.count:
                self.filters.clear()
            self.tabs.choose(Tab.ALL)

    def forget(self) -> None:
        """Keep nothing of what an officer looked for: another one sits here."""
        self.list.clearSelection()
        self.search.clear()
        self.filters.clear()  # which asks anew

    def set_counts(self, counts: IncidentCounts) -> None:
        """Show how many are open, of this shift, and waiting for a call-back."""
        self.tabs.set_counts(counts)
        self.call_backs.setVisible(counts.call_backs_due > 0 or self.call_backs.isChecked())
        self._due = counts.call_backs_due
        self._fit()

    def tick(self) -> None:
        """Repaint the pills in sight that say something else now."""
        view, rows = self.list.viewport(), self.rows
        first = max(0, self.list.indexAt(QPoint(2, 0)).row())
        for at in range(first, min(rows.rowCount(), first + view.height() // self.painter.row_px + 2)):
            found = rows.incident(at)
            if found is None:
                continue
            text = self.painter.clock(found).text
            if self._pills.get(found.id) != text:
                self._pills[found.id] = text
                self.list.update(rows.index(at, 0))
        if len(self._pills) > 4 * NEAR_END + rows.rowCount():
            self._pills.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the bar's words where the window is small."""
        super().resizeEvent(event)
        self._fit()

    def renew_targets(self) -> None:
        """Take over other response targets."""
        self.painter.face = self._face()
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold still under the pointer, and let the search line move the selection."""
        if watched is self.list.viewport():
            if event.type() is QEvent.Type.Enter:
                self.rows.still = True
            elif event.type() is QEvent.Type.Leave:
                self._let_go()
        elif watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                if not self.list.currentIndex().isValid():
                    self.list.setCurrentIndex(self.rows.index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _face(self) -> ClockFace:
        screen = self._screen
        return ClockFace(screen.zone, screen.language, screen.services.procedures.targets())

    def _dress(self) -> None:
        screen, theme, keys = self._screen, self._screen.theme, self._screen.services.keys
        self.search.setPlaceholderText(self.tr("Search number, place, person, plate, words…"))
        self.search.setAccessibleName(self.tr("Search incidents"))
        self.search.setToolTip(keyed_tip(self.tr("Searches every incident, in English or Urdu"), keys,
                                         "incident.search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(140)
        self.search.addAction(icon("search", theme), QLineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self.call_backs = button("", "quiet", theme, "phone-call", self.tr("Call-backs due"))
        self.call_backs.setCheckable(True)
        self.filter = button(self.tr("Filters"), "quiet", theme, "filter")
        self.new = button(self.tr("New incident {key}").format(key=ltr(key_text(keys, "incident.new"))), "", theme,
                          "siren")
        if not screen.services.desk.may(Permission.LOG_INCIDENTS):
            self.new.hide()
        self.menu = button("", "quiet", theme, "ellipsis", self.tr("Export, procedures, units"))
        self.menu.setAccessibleName(self.tr("More of the list"))
        found = self.list
        found.setModel(self.rows)
        found.setItemDelegate(self.painter)
        found.setUniformItemSizes(True)
        found.setMouseTracking(True)
        found.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setAccessibleName(self.tr("Incidents"))
        found.setProperty("kind", "rows")
        found.viewport().installEventFilter(self)

    def _lay_out(self) -> None:
        bar = surface("strip")
        laid = row(self.tabs, self.search, self._waiting, self.call_backs, self.filter, self.new, self.menu,
                   margins=(12, 0, 12, 0))
        laid.setStretchFactor(self.search, 1)
        bar.setLayout(laid)
        bar.setFixedHeight(44)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self._nothing, 1)
        box.addWidget(self.list, 1)
        self._nothing.hide()
        self.setProperty("surface", "page")
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.feed.found.connect(self._on_found)
        self.feed.refused.connect(self._on_refused)
        self.search.textChanged.connect(self.feed.set_text)
        self.filters.changed.connect(self._show_filters)
        self.filter.clicked.connect(lambda: self.filters.open_below(self.filter))
        self.call_backs.clicked.connect(self.filters.call_backs.setChecked)
        self.new.clicked.connect(partial(self.wanted.emit, "new"))
        self.menu.clicked.connect(self._on_menu)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _on_tab(self, tab: Tab) -> None:
        self.rows.still = False
        self.feed.set_tab(tab)

    def _on_found(self, incidents: tuple[Incident, ...]) -> None:
        kept = self.selected.id if self.selected is not None else ""
        self.rows.set_incidents(incidents)
        self._show_waiting()
        self.list.setVisible(bool(self.rows.incidents))
        self._nothing.setVisible(not self.rows.incidents)
        if not self.rows.incidents:
            self._nothing.setText(self._nothing_text())
        wanted = self._wanted_id or kept
        if not (wanted and self.select(wanted)) and self.rows.incidents and not self._wanted_id and not kept:
            self.list.setCurrentIndex(self.rows.index(0, 0))

    def _nothing_text(self) -> str:
        if self.feed.text:
            return self.tr("Nothing matches “{text}”.").format(text=isolated(self.feed.text))
        if self.filters.count:
            return self.tr("Nothing matches the filters.")
        return {Tab.OPEN: self.tr("No incident is open."), Tab.MY_SHIFT: self.tr("No incident in this shift yet."),
                Tab.ALL: self.tr("No incident was ever entered.")}[self.feed.tab]

    def _on_refused(self, sentence: str) -> None:
        self._nothing.setText(sentence)
        self._nothing.show()
        self.list.hide()

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        found = self.rows.incident(index.row())
        if found is not None:
            self._wanted_id = ""
            self.chosen.emit(found.id)

    def _on_scrolled(self, value: int) -> None:
        if value > self.list.verticalScrollBar().maximum() - NEAR_END * self.painter.row_px:
            self.feed.more()

    def _on_menu(self) -> None:
        menu, desk = QMenu(self), self._screen.services.desk
        menu.addAction(self.tr("Export this list (CSV)…")).triggered.connect(lambda: self.wanted.emit("csv"))
        if desk.may(Permission.EDIT_PROCEDURES):
            menu.addAction(self.tr("Procedures and targets…")).triggered.connect(
                lambda: self.wanted.emit("procedures"))
        if desk.may(Permission.EDIT_PLACES):
            menu.addAction(self.tr("Units…")).triggered.connect(lambda: self.wanted.emit("units"))
        menu.popup(self.menu.mapToGlobal(QPoint(0, self.menu.height() + 2)))

    def _let_go(self) -> None:
        kept = self.selected.id if self.selected is not None else ""
        if self.rows.let_go() and kept:
            self.select(kept)
        self._show_waiting()

    def _fit(self) -> None:
        narrow, count, due = self.width() < NARROW_PX, self.filters.count, ltr(self._due)
        whole = self.tr("Call-backs due {count}").format(count=due)
        self.call_backs.setText(due if narrow else whole)
        self.call_backs.setToolTip(whole)
        self.call_backs.setAccessibleName(whole)
        words = self.tr("Filters {count}").format(count=ltr(count)) if count else self.tr("Filters")
        self.filter.setText((ltr(count) if count else "") if narrow else words)
        self.filter.setToolTip(words)
        self.filter.setAccessibleName(words)

    def _show_waiting(self) -> None:
        count = self.rows.waiting_count
        self._waiting.setText(self.tr("{count} more came").format(count=ltr(count)) if count else "")
        self._waiting.setVisible(count > 0)

    def _show_filters(self) -> None:
        self._fit()
        self.call_backs.setChecked(self.filters.call_backs.isChecked())
