"""Contrast of the tokens, icons, fonts, and that nothing is cut in a small window in either language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QRawFont
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from safecity_console.core.resources import resource_path
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.domain.watch import Condition
from safecity_console.ui.actions import ICONS
from safecity_console.ui.cameras.dialog import CameraDialog
from safecity_console.ui.fonts import ui_font
from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.key_sheet import KeySheet
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.style import mixed, style_sheet
from safecity_console.ui.theme import THEMES, Theme
from safecity_console.ui.widgets.basics import ElidedLabel
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow, screen_for

LEAST = 4.5
SURFACES = ("window", "panel", "raised", "control")
WORDS = ("text", "secondary", "impaired", "critical", "selection")


def luminance(color: str) -> float:
    """Give the relative luminance of WCAG 2.1."""
    parts = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
@pytest.mark.parametrize("role", WORDS)
@pytest.mark.parametrize("surface", SURFACES)
def test_words_can_be_read(theme: Theme, role: str, surface: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, surface)) >= LEAST


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_words_on_colours_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_impaired, theme.impaired) >= LEAST
    assert contrast(theme.text, mixed(theme.selection, theme.panel, 0.32)) >= LEAST, "primary button"
    assert contrast(theme.text, mixed(theme.selection, theme.panel, 0.22)) >= LEAST, "selected row"
    assert contrast(theme.text, mixed(theme.critical, theme.panel, 0.28)) >= LEAST, "danger button"
    assert contrast(theme.good, theme.panel) >= LEAST, "the test's verdict"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_the_style_sheet_leaves_no_token_open(theme: Theme) -> None:
    sheet = style_sheet(theme, 13)
    assert "@" not in sheet
    assert theme.hairline in sheet


def test_the_faces_are_our_own(app: QApplication) -> None:
    assert QFontInfo(ui_font("en")).family() == "SafeCity Inter"
    naskh = QFont()
    naskh.setFamilies(["SafeCity Naskh"])
    assert QFontInfo(naskh).family() == "SafeCity Naskh"
    assert QRawFont(str(resource_path("fonts", "SafeCityNaskh-Regular.ttf")), 13.0).supportsCharacter(ord("ٹ"))
    figures = QFontMetrics(ui_font("en", 26))
    assert len({figures.horizontalAdvance(digit) for digit in "0123456789"}) == 1, "a clock must not jump"


def test_every_icon_draws_in_the_colour_asked_for(app: QApplication) -> None:
    names = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
    assert len(names) >= 50
    assert set(ICONS.values()) <= set(names)
    for name in names:
        image = icon_pixmap(name, "#4da3ff", 24, 2.0).toImage()
        assert image.width() == 48
        seen = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 250]
        assert seen, name
        assert all(abs(c.red() - 0x4D) + abs(c.green() - 0xA3) + abs(c.blue() - 0xFF) <= 3 for c in seen), name


def busy(here: Room) -> None:
    """Give the strip, the rail and the column something to say."""
    here.live(1, 2, 3)
    for number in range(4, 13):
        here.streams.set(here.camera(number), Condition.OFFLINE, failure=Failure(Layer.PORT, Fault.PORT_REFUSED))


def cut(root: QWidget) -> Iterator[str]:
    """Give the words that have less room than they need, and the fields that are lower than they must be."""
    for field in (one for kind in (QLineEdit, QComboBox, QAbstractSpinBox) for one in root.findChildren(kind)):
        inner = isinstance(field.parent(), QComboBox | QAbstractSpinBox)
        if field.isVisible() and not inner and field.height() < field.minimumSizeHint().height() - 1:
            yield f"{field.accessibleName()!r} needs {field.minimumSizeHint().height()} px, has {field.height()}"
    for widget in root.findChildren(QWidget):
        worded = isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, ElidedLabel)
        if not widget.isVisible() or not worded or isinstance(widget.parent(), QLineEdit):
            continue
        need = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        high = widget.heightForWidth(widget.width()) if wraps else need.height()
        if not widget.text():
            continue
        wide = need.width() if isinstance(widget, QLabel) else widget.fontMetrics().horizontalAdvance(widget.text()) + 4
        if not wraps and wide > widget.width():
            yield f"{widget.text()!r} needs {wide} px of width, has {widget.width()}"
        if high > widget.height() + 1:
            yield f"{widget.text()!r} needs {high} px of height, has {widget.height()}"


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("page", ["wall", "cameras", "settings"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 640), (1920, 1080)])
def test_nothing_is_cut(window: OpenWindow, room: OpenRoom, qtbot: Any, language: str, page: str,
                        size: tuple[int, int]) -> None:
    here = room(range(1, 13), {"screen.language": language})
    busy(here)
    shown = window(here, *size)
    shown.show_page(page)
    qtbot.wait(400)
    assert (shown.width(), shown.height()) == size, "the window could not become so small"
    assert list(cut(shown)) == []


@pytest.mark.parametrize("language", ["en", "ur"])
def test_nothing_is_cut_on_the_first_page_and_in_dialogs(window: OpenWindow, room: OpenRoom, qtbot: Any,
                                                        language: str) -> None:
    here = room((), {"screen.language": language})
    shown = window(here, 1024, 640)
    qtbot.wait(50)
    assert list(cut(shown)) == []
    for dialog in (CameraDialog(screen_for(here), None, shown), KeySheet(shown, here.services.keys, "wall")):
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert dialog.minimumHeight() <= 600
        assert dialog.width() <= 1024
        assert list(cut(dialog)) == []
        dialog.resize(dialog.width(), dialog.minimumHeight())
        qtbot.wait(50)
        assert list(cut(dialog)) == []
        dialog.reject()


def test_urdu_mirrors_the_frame_and_not_the_wall(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room(range(1, 13), {"screen.language": "ur"})
    shown = window(here)
    rail, wall = shown._rail, shown.wall_page
    assert rail.mapTo(shown, rail.rect().center()).x() > shown.width() * 0.9, "the rail stands at the right"
    assert wall.side.mapTo(shown, wall.side.rect().center()).x() < shown.width() * 0.3
    assert wall.view.layoutDirection() is Qt.LayoutDirection.LeftToRight
    strip = shown._strip
    assert strip._place.mapTo(shown, strip._place.rect().center()).x() > shown.width() / 2
    assert "\u2066" in strip._clock.text(), "times stay left-to-right"


PARTED = ("QSpinBox", "QDoubleSpinBox", "QComboBox", "QTableView", "QHeaderView", "QLineEdit", "QTableWidget", "QMenu",
          "QListView")


def unnamed(root: QWidget) -> Iterator[str]:
    """Give the widgets one can use that no screen reader could name."""
    for widget in root.findChildren(QWidget):
        usable = isinstance(widget, QAbstractButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = widget.objectName().startswith("qt_") or type(widget).__name__ in ("QScrollBar", "QStackedWidget")
        part = type(widget.parent()).__name__ in PARTED
        if usable and not inner and not part and widget.isEnabled() and widget.window() is root.window():
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or words):
                yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def test_everything_one_can_use_has_a_name(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room(range(1, 13))
    busy(here)
    shown: MainWindow = window(here)
    for page in ("wall", "cameras", "settings"):
        shown.show_page(page)
        qtbot.wait(350)
        found = list(unnamed(shown))
        assert not found, "; ".join(found)
    dialog = CameraDialog(screen_for(here), here.camera(1), shown)
    assert list(unnamed(dialog)) == []
    dialog.reject()


def test_icon_only_buttons_have_names(window: OpenWindow, room: OpenRoom) -> None:
    shown = window(room((1,)))
    silent = [b for b in shown.findChildren(QAbstractButton)
              if not b.text() and not b.icon().isNull() and not b.accessibleName()
              and type(b.parent()).__name__ != "QLineEdit"]
    assert silent == []
