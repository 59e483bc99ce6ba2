"""The Urdu file: in step with the program's texts, whole, with the same placeholders, and compiled."""

from __future__ import annotations

import string
import xml.etree.ElementTree as ElementTree

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from safecity_console.core.resources import resource_path
from safecity_console.ui.language import Language
from tools.translations import is_current


def messages() -> list[tuple[str, str, str, str]]:
    """Give (context, source, translation, state) of every message."""
    root = ElementTree.parse(resource_path("i18n", "safecity_ur.ts")).getroot()
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append((context.findtext("name", ""), message.findtext("source", ""), translation.text or "",
                          translation.get("type", "")))
    return found


def test_the_committed_files_are_what_the_texts_give() -> None:
    assert is_current(), "run: python tools/translations.py, translate what is new, run it again"


def test_every_text_is_translated() -> None:
    assert len(messages()) > 250
    assert [source for _c, source, text, state in messages() if not text or state] == []


def fields(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def test_placeholders_survive() -> None:
    assert [source for _context, source, text, _state in messages() if fields(text) != fields(source)] == []


def test_urdu_mirrors_and_english_comes_back(app: QApplication) -> None:
    language = Language(app)
    language.use("ur")
    assert app.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("conditions", "Offline") == "بند"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "منسوخ"
    language.use("en")
    assert app.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("conditions", "Offline") == "Offline"


def test_a_language_without_a_file_stays_english_and_lives(app: QApplication) -> None:
    language = Language(app)
    language.use("xx")
    assert QCoreApplication.translate("conditions", "Offline") == "Offline"
