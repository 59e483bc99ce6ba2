"""The look applied to Qt: palette with every role, and the style sheet, both made of the theme's tokens.

Belongs here: Fusion's palette, QSS. Does not belong here: token values (theme.py), widgets.
Invariants: 1. No colour is written here: tokens only, and mixes of two tokens. 2. Focus is always visible (selection
role). Widgets choose by dynamic properties: `role` (secondary, title, headline, impaired, critical) on labels, `kind`
(primary, quiet, danger) on buttons, `surface` (panel, raised, strip, card) on frames. Thread: GUI.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from safecity_console.core.resources import resource_path
from safecity_console.ui.fonts import base_px, ui_font
from safecity_console.ui.theme import HEADLINE_PX, RADIUS, Theme


def mixed(over: str, under: str, share: float) -> str:
    """Mix two colours: `share` of the first on the second."""
    a, b = QColor(over), QColor(under)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x * share + y * (1 - share)) for x, y in pairs)).name()


def palette(theme: Theme) -> QPalette:
    """Give a palette with all roles of the three groups, as Fusion draws from them."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel, QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.raised, QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.text, QPalette.ColorRole.PlaceholderText: theme.secondary,
        QPalette.ColorRole.Button: theme.control, QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.critical, QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text, QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.window, QPalette.ColorRole.Link: theme.selection,
        QPalette.ColorRole.LinkVisited: theme.evidence, QPalette.ColorRole.Accent: theme.selection,
        QPalette.ColorRole.Light: theme.control, QPalette.ColorRole.Midlight: theme.control,
        QPalette.ColorRole.Mid: theme.hairline, QPalette.ColorRole.Dark: theme.window,
        QPalette.ColorRole.Shadow: theme.window,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText,
                 QPalette.ColorRole.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(theme.hairline))
    return made


def apply_look(app: QApplication, theme: Theme, language: str) -> None:
    """Dress the whole application; one dressed so already is left alone: a sheet set again polishes all widgets."""
    sheet, font = style_sheet(theme, base_px(language)), ui_font(language)
    if app.styleSheet() == sheet and app.font().families() == font.families():
        return
    app.setStyle("Fusion")
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(sheet)


def mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet selects by, and draw the widget anew where it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def style_sheet(theme: Theme, px: int) -> str:
    """Give the style sheet of a theme at a base size."""
    values = {name: str(getattr(theme, name)) for name in theme.__slots__}
    values |= {
        "radius": str(RADIUS), "headline": str(HEADLINE_PX), "small": str(px - 2), "title": str(px + 5),
        "selected": mixed(theme.selection, theme.panel, 0.22), "primary": mixed(theme.selection, theme.panel, 0.32),
        "primary_hover": mixed(theme.selection, theme.panel, 0.42), "hover": mixed(theme.text, theme.control, 0.06),
        "danger": mixed(theme.critical, theme.panel, 0.28),
        "chosen": mixed(theme.critical, theme.panel, 0.18), "warm": mixed(theme.impaired, theme.panel, 0.14),
        "edge": mixed(theme.text, theme.hairline, 0.22),
    }
    text = resource_path("themes", "console.qss").read_text(encoding="utf-8")
    values["check"] = resource_path("themes", f"check-{theme.name}.svg").as_posix()
    values["chevron"] = resource_path("themes", f"chevron-{theme.name}.svg").as_posix()
    return re.sub(r"@([a-z_]+?)(px)?\b", lambda m: values[m[1]] + (m[2] or ""), text)
