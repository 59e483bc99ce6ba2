"""The console's own faces, loaded from resources, and the fonts made of them.

Belongs here: loading, one font by language, size and weight. Does not belong here: colours (style.py).
Invariants: 1. Families are named ours ("SafeCity …"), so that a system font of the same name never shadows them.
2. Figures are tabular in the files themselves. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from safecity_console.core.logs import get_logger
from safecity_console.core.resources import resource_path
from safecity_console.ui.theme import BASE_PX, LATIN_FAMILIES, URDU_FAMILIES

URDU_BASE_PX = BASE_PX + 1  # Naskh letters stand smaller than Latin ones in the same size


def load_fonts() -> None:
    """Make the shipped faces known to Qt; one that cannot be read is logged and the next family is used."""
    for file in sorted(resource_path("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            get_logger("fonts").warning("font_unreadable", file=file.name)


def ui_font(language: str, px: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give the console's font; `px` 0 is the base size of the language."""
    font = QFont()
    font.setFamilies(list(URDU_FAMILIES if language == "ur" else LATIN_FAMILIES))
    font.setPixelSize(px or base_px(language))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def base_px(language: str) -> int:
    """Give the base size of a language in pixels."""
    return URDU_BASE_PX if language == "ur" else BASE_PX
