"""Labels, buttons, frames and the meter, dressed by properties of the style sheet.

Belongs here: construction in one line, eliding, the thin meter. Does not belong here: words, services.
Thread: GUI.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from safecity_console.ui.format import plain_tip
from safecity_console.ui.icons import GAP_PX, icon_pixmap, spaced_icon
from safecity_console.ui.style import mark
from safecity_console.ui.theme import Theme

_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """Make a label of a role; `wrap` lets it take several lines."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def outside_label(text: str, direction: Qt.LayoutDirection, role: str = "") -> QLabel:
    """Make a label of a text from outside, of several lines: it begins at the screen's edge whatever its language."""
    made = label(text, role, wrap=True)
    edge = Qt.AlignmentFlag.AlignRight if direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
    return made


class Wrapped(QLabel):
    """A text of several lines that always has the height its width asks for, in forms that layouts would squeeze."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        """Show a text and take its height."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self.heightForWidth(self.width()) if self.text() else 0
        if wanted != self.minimumHeight():
            self.setMinimumHeight(max(0, wanted))


def icon_label(name: str, theme: Theme, role: str = "secondary", size_px: int = 16) -> QLabel:
    """Make a decorative icon; it says nothing that no word beside it says."""
    made = QLabel()
    made.setPixmap(icon_pixmap(name, str(getattr(theme, role)), size_px, made.devicePixelRatioF()))
    made.setFixedSize(size_px, size_px)
    return made


class Button(QPushButton):
    """A button that Enter presses too: in a dialog Qt gives Enter to the default button, wherever the focus is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, kind: str = "", theme: Theme | None = None, icon_name: str = "", more: str = "") -> Button:
    """Make a button; `more` becomes its tool tip and accessible description."""
    made = Button(text)
    made.setAccessibleName(text.replace("&", "") or more)
    if kind:
        made.setProperty("kind", kind)
    if theme is not None and icon_name:
        made.setIcon(spaced_icon(icon_name, theme, "text" if kind in ("primary", "danger") else "secondary"))
        made.setIconSize(QSize(16 + GAP_PX, 16))
    if more:
        made.setToolTip(more)
        made.setAccessibleDescription(more)
    made.setAutoDefault(False)
    return made


def roomy(spin: QAbstractSpinBox) -> None:
    """Give a number box the side margins of a text field: style sheets do not reach its inner line."""
    spin.lineEdit().setTextMargins(6, 0, 6, 0)


def surface(kind: str, parent: QWidget | None = None) -> QFrame:
    """Make a frame the style sheet paints."""
    made = QFrame(parent)
    made.setProperty("surface", kind)
    return made


def row(*items: QWidget | int | None, spacing: int = 8,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Lay widgets side by side; an int is a gap, None a stretch."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def column(*items: QWidget | int | None, spacing: int = 8,
           margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Stack widgets; an int is a gap, None a stretch."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def _filled(box: _Box, items: tuple[QWidget | int | None, ...], spacing: int,
            margins: tuple[int, int, int, int]) -> _Box:
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        else:
            box.addWidget(item)
    return box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and of layouts inside it, and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class ElidedLabel(QLabel):
    """One line that ends in "…" where the space does; the whole text stays its tool tip and accessible name."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show a text."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(24, super().minimumSizeHint().height())

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")
        self.setText(shown)


class Meter(QWidget):
    """The thin meter: shares of a whole in colours of roles, beginning at the reading edge."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: tuple[tuple[str, float], ...] = ()
        self.setFixedHeight(6)
        self.setMinimumWidth(60)

    def set_shares(self, *shares: tuple[str, float]) -> None:
        """Show (role, share of 0..1) side by side."""
        if shares != self._shares:
            self._shares = shares
            self.update()

    def sizeHint(self) -> QSize:
        """Give a width that reads well in the top strip."""
        return QSize(112, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and its shares."""
        painter = QPainter(self)
        width = float(self.width())
        painter.fillRect(QRectF(0, 0, width, self.height()), QColor(self._theme.control))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = width if rtl else 0.0
        for role, share in self._shares:
            part = width * max(0.0, min(1.0, share))
            left = x - part if rtl else x
            painter.fillRect(QRectF(left, 0, part, self.height()), QColor(str(getattr(self._theme, role))))
            x = left if rtl else x + part


def set_role(widget: QLabel, role: str) -> None:
    """Change the role of a label."""
    mark(widget, "role", role)
