"""Find anything: a calm panel over the window, one line and what matches it.

Belongs here: opening, closing, asking the finder, driving the list. Does not belong here: matching
(services/finder.py), what can be chosen (sources.py), drawing a row (rows.py).
Invariants: 1. It is a part of the window and no dialog: video goes on beside and behind it, and it is opaque, so that a
wall below does not paint through it. 2. It closes on Esc, when the keyboard goes elsewhere and after what was chosen is
done; the keyboard goes back to where it was. 3. Results change only when something is typed: never under the pointer.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QStackedLayout, QWidget

from safecity_console.domain.audit import Action, Subject
from safecity_console.domain.finding import Entry, Kind
from safecity_console.domain.hygiene import clean_line
from safecity_console.ui.format import isolated
from safecity_console.ui.palette.line import PaletteLine
from safecity_console.ui.palette.rows import FoundPainter, FoundRows
from safecity_console.ui.palette.sources import PaletteSource
from safecity_console.ui.screen import Screen
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import RADIUS
from safecity_console.ui.widgets.basics import column, icon_label, label, row

WIDE_PX, ROWS, TOP_PX, EDGE_PX = 720, 10, 96, 40
LINE_PX, FOOT_PX = 52, 34
WARM_AFTER_MS, WARM_EVERY_MS, WARM_MOST = 3000, 40, 150


class Palette(QFrame):
    """The panel of one window."""

    def __init__(self, window: QWidget, screen: Screen, sources: Sequence[PaletteSource]) -> None:
        super().__init__(window)
        self._window, self._screen, self._finder = window, screen, screen.services.finder
        self._sources: dict[Kind, PaletteSource] = {}
        self._versions: dict[Kind, object] = {}
        self._only: frozenset[tuple[str, str]] | None = None
        self._before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Find anything"))
        self.setLayoutDirection(screen.direction)
        self.line, self.rows, self.list = PaletteLine(), FoundRows(self), QListView()
        self._scope, self._hint = label("", "key"), label("", "small")
        self._nothing = label("", "secondary", wrap=True)
        self._dress()
        self._lay_out()
        for source in sources:
            self.add_source(source)
        self.line.textChanged.connect(self._on_text)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self.choose)
        self.line.left.connect(self.leave)
        self.line.emptied.connect(self._widen)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._show_hint)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        window.installEventFilter(self)
        self._warming: list[tuple[Kind, object, list[Entry]]] = []
        self._warmth = QTimer(self)
        self._warmth.setSingleShot(True)
        self._warmth.timeout.connect(self._warm)
        self._warmth.start(WARM_AFTER_MS)
        self.hide()

    def add_source(self, source: PaletteSource) -> None:
        """Offer one more kind of thing."""
        self._sources[source.kind] = source

    def toggle(self) -> None:
        """Open, or close where it is open."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self._renew()
        self._narrow(None, "")
        self._settle()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close and give the keyboard back to who had it."""
        if self.isVisible():
            self._note_search()
            focused = QApplication.focusWidget()
            held = focused is not None and self.isAncestorOf(focused)
            self.hide()
            before, self._before = self._before, None
            if held and before is not None and shiboken6.isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Entry | None:
        """Give the entry that Enter would choose."""
        return self.rows.entry(self.list.currentIndex().row())

    def choose(self, large: bool = False) -> None:
        """Do what is most natural with the current entry; what cannot be done only says why."""
        entry = self.current()
        source = self._sources.get(entry.kind) if entry is not None else None
        if entry is None or source is None or entry.why_not:
            return
        self._finder.used(entry)
        if entry.kind is not Kind.PLACE:
            self.leave()  # first, so that what is done may take the keyboard
        chosen = source.choose(entry, large)
        if chosen.only is not None:
            self._narrow(chosen.only, chosen.title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes size."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        theme = self._screen.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        painter.fillRect(0, LINE_PX, self.width(), 1, QColor(theme.hairline))
        painter.fillRect(0, self.height() - FOOT_PX, self.width(), 1, QColor(theme.hairline))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(mixed(theme.text, theme.hairline, 0.22)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners: a mask keeps the panel opaque, so that nothing below paints for it."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    # ---- inside ------------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.line.setPlaceholderText(self.tr("Number, name, place, wall or command"))
        self.line.setAccessibleName(self.accessibleName())
        self.line.setProperty("kind", "palette")
        found = self.list
        found.setProperty("kind", "palette")
        found.setModel(self.rows)
        screen = self._screen
        found.setItemDelegate(FoundPainter(screen.theme, screen.language, screen.services.keys, found))
        found.setUniformItemSizes(True)
        found.setMouseTracking(True)
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setAccessibleName(self.tr("What was found"))
        found.viewport().setAutoFillBackground(False)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scope.hide()

    def _lay_out(self) -> None:
        top = row(icon_label("search", self._screen.theme, "secondary", 18), self._scope, self.line,
                  spacing=10, margins=(16, 0, 12, 0))
        line, foot, middle = QFrame(), QFrame(), QWidget()
        line.setLayout(top)
        line.setFixedHeight(LINE_PX)
        foot.setLayout(row(self._hint, None, margins=(16, 0, 16, 0)))
        foot.setFixedHeight(FOOT_PX)
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._stack.setContentsMargins(1, 1, 1, 0)
        box = column(line, middle, foot, spacing=0, margins=(1, 0, 1, 0))
        box.setStretch(1, 1)
        self.setLayout(box)

    def _settle(self) -> None:
        wide = min(WIDE_PX, self._window.width() - 2 * EDGE_PX)
        rows = ROWS * max(1, self.list.sizeHintForRow(0))
        high = min(LINE_PX + rows + FOOT_PX + 3, self._window.height() - TOP_PX - EDGE_PX)
        self.setGeometry((self._window.width() - wide) // 2, TOP_PX, wide, high)

    def _renew(self) -> None:
        for kind, source in self._sources.items():
            version = source.version()
            if self._versions.get(kind) is not version:
                self._finder.take(kind.value, source.entries())
                self._versions[kind] = version

    def _warm(self) -> None:
        """Build the index while nothing is asked, a little at a time: video must not wait for two thousand names."""
        if not self._warming:
            self._warming = [(kind, version, list(source.entries())) for kind, source in self._sources.items()
                             if self._versions.get(kind) is not (version := source.version())]
        if not self._warming:
            return
        kind, version, entries = self._warming[0]
        if self._versions.get(kind) is not version and self._finder.take_more(kind.value, entries, WARM_MOST):
            self._warmth.start(WARM_EVERY_MS)
            return
        self._versions[kind] = version
        self._warming.pop(0)
        if self._warming:
            self._warmth.start(WARM_EVERY_MS)

    def _narrow(self, only: frozenset[tuple[str, str]] | None, title: str) -> None:
        self._only = only
        self._scope.setText(isolated(title))
        self._scope.setVisible(bool(title))
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self._on_text()

    def _note_search(self) -> None:
        typed = self.line.text().strip()
        if typed:  # once for all that was typed, when it is over
            self._screen.services.desk.note(Action.SEARCH, Subject("palette"), text=clean_line(typed, 120))

    def _widen(self) -> None:
        if self._only is not None:
            self._narrow(None, "")

    def _on_text(self, _text: str = "") -> None:
        found = self._finder.find(self.line.text(), self.line.by_place(), self._only)
        self.rows.set_entries(found)
        self.list.setCurrentIndex(self.rows.index(0, 0))
        self.list.scrollToTop()
        if not found:
            self._nothing.setText(self.tr("Nothing matches “{text}”.").format(text=isolated(self.line.text().strip())))
        self._stack.setCurrentIndex(0 if found else 1)
        self._show_hint()

    def _step(self, by: int) -> None:
        last = self.rows.rowCount() - 1
        self.list.setCurrentIndex(self.rows.index(min(last, max(0, self.list.currentIndex().row() + by)), 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.choose(bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier))

    def _show_hint(self, *_indexes: QModelIndex) -> None:
        entry = self.current()
        self._hint.setText("" if entry is None else self._hint_of(entry))

    def _hint_of(self, entry: Entry) -> str:
        if entry.why_not:
            return entry.why_not
        return {
            Kind.CAMERA: self.tr("Enter: into the selected tile · Ctrl+Enter: large · Esc: close"),
            Kind.PLACE: self.tr("Enter: the cameras of this place · Esc: close"),
            Kind.COMMAND: self.tr("Enter: do it · Esc: close"),
            Kind.TOUR: self.tr("Enter: start · Esc: close"),
            Kind.INCIDENT: self.tr("Enter: open it · Esc: close"),
        }.get(entry.kind, self.tr("Enter: show · Esc: close"))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and not (now is not None and self.isAncestorOf(now)):
            self.leave()


