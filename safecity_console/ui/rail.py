"""The left rail: the pages that exist, with counts where a count means something.

Belongs here: the buttons and their counts. Does not belong here: pages. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.incident_counts import IncidentCounts
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.incidents.figures import IncidentFigures
from safecity_console.ui.refusals import code_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import command_words
from safecity_console.ui.theme import Theme

WIDTH_PX = 80
PAGES: tuple[tuple[str, str], ...] = (
    ("wall", "layout-grid"), ("incidents", "siren"), ("watch", "binoculars"), ("liaison", "handshake"),
    ("handover", "notebook-pen"), ("cameras", "cctv"), ("streams", "activity"), ("audit", "scroll-text"),
    ("settings", "settings"),
)


def permitted_pages(permissions: Collection[Permission]) -> tuple[str, ...]:
    """Give the pages a role may open, in the order of the rail."""
    return tuple(name for name, _icon in PAGES if COMMAND_BY_ID[f"page.{name}"].permission in permissions)


class RailButton(QToolButton):
    """A page's button: icon over word, a count in its corner, a bar at the edge of the page that is shown."""

    def __init__(self, title: str, icon_name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = self._meaning = self._why_not = ""
        self._urgent = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setIcon(icon(icon_name, theme, "secondary", "text", 22))
        self.setIconSize(QSize(22, 22))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)
        self.setProperty("kind", "rail")
        self.setFixedWidth(WIDTH_PX - 10)

    def set_count(self, text: str, meaning: str, urgent: bool = False) -> None:
        """Show a count in the corner, red where urgent; `meaning` is read out with it. Empty text hides it."""
        if (text, meaning, urgent) != (self._count, self._meaning, self._urgent):
            self._count, self._meaning, self._urgent = text, meaning, urgent
            self._tell()
            self.update()

    def allow(self, why_not: str) -> None:
        """Enable it, or disable it with the reason in its tool tip."""
        self._why_not = why_not
        self.setEnabled(not why_not)
        self._tell()

    def set_low(self, low: bool) -> None:
        """Show the icon alone where the window is too low for words; they go into the tool tip."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if low else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        if style is not self.toolButtonStyle():
            self.setToolButtonStyle(style)
            self._tell()

    def _tell(self) -> None:
        said = self._why_not or self._meaning
        low = self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setAccessibleDescription(said)
        self.setToolTip("\n".join(filter(None, (self.text(), said))) if low else said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the count over the button."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            painter.fillRect(self.width() - 3 if rtl else 0, 10, 3, self.height() - 20, QColor(self._theme.selection))
        if self._count:
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(10)
        font.setBold(True)
        painter.setFont(font)
        width = max(16, painter.fontMetrics().horizontalAdvance(self._count) + 8)
        corner = QPoint(self.width() // 2 + 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.critical if self._urgent else self._theme.impaired))
        painter.drawRoundedRect(corner.x(), corner.y(), width, 14, 7, 7)
        painter.setPen(QColor("#ffffff" if self._urgent else self._theme.on_impaired))
        painter.drawText(corner.x(), corner.y(), width, 14, Qt.AlignmentFlag.AlignCenter, self._count)


class Rail(QFrame):
    """The rail itself."""

    page_wanted = Signal(str)

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rtl = screen.direction is Qt.LayoutDirection.RightToLeft
        self.setProperty("surface", "rail_rtl" if rtl else "rail")
        self.setFixedWidth(WIDTH_PX)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 8, 4, 8)
        box.setSpacing(4)
        self._buttons: dict[str, RailButton] = {}
        for page, icon_name in PAGES:
            if page == "settings":
                box.addStretch(1)
            made = RailButton(command_words(f"page.{page}").title, icon_name, screen.theme)
            made.clicked.connect(partial(self._on_clicked, page))
            box.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons[page] = made
        self._wanted_px = sum(one.sizeHint().height() for one in self._buttons.values()) + 4 * len(PAGES) + 16
        self._figures = IncidentFigures(screen.services, self)
        self._figures.counted.connect(self.set_incidents)
        self._figures.count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where they have no room; nothing is cut."""
        super().resizeEvent(event)
        for one in self._buttons.values():
            one.set_low(self.height() < self._wanted_px)

    def minimumSizeHint(self) -> QSize:
        """Allow a low window: the words give way."""
        return QSize(WIDTH_PX, 34 * len(PAGES))

    def show_page(self, page: str) -> None:
        """Mark the page that is shown."""
        for name, one in self._buttons.items():
            one.setChecked(name == page)

    def allow(self, permitted: Collection[str]) -> None:
        """Disable the pages that are not among the permitted ones, with the reason; none is hidden."""
        for name, one in self._buttons.items():
            one.allow("" if name in permitted else code_sentence("not_permitted", {}))

    def set_incidents(self, counts: IncidentCounts) -> None:
        """Show how many incidents are open at the Incidents page, in red where one is new or late."""
        figures = {"count": ltr(counts.open), "new": ltr(counts.new), "late": ltr(counts.late)}
        meaning = self.tr("{count} incidents are open: {new} new, {late} late").format(**figures) if counts.open else ""
        self._buttons["incidents"].set_count(str(counts.open) if counts.open else "", meaning,
                                             urgent=counts.new + counts.late > 0)

    def set_offline(self, count: int) -> None:
        """Show how many cameras are down at the Cameras page."""
        meaning = self.tr("{count} cameras are offline").format(count=ltr(count)) if count else ""
        self._buttons["cameras"].set_count(str(count) if count else "", meaning)

    def _on_clicked(self, page: str, _checked: bool = False) -> None:
        self.page_wanted.emit(page)
