"""The language of the whole application: translator and direction of the layout.

Belongs here: installing the one translator. Does not belong here: texts. Invariants: 1. At most one translator of ours
is installed. 2. A missing translation file leaves English and is logged. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from safecity_console.core.logs import get_logger
from safecity_console.core.resources import resource_path

SOURCE_LANGUAGE = "en"


class Language:
    """Switches the language of an application."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None
        self.current = SOURCE_LANGUAGE

    def use(self, language: str) -> None:
        """Speak a language from now on; widgets made afterwards speak it."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        self.current = language
        if language != SOURCE_LANGUAGE:
            self._install(language)
        rtl = language == "ur"
        self._app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)

    def _install(self, language: str) -> None:
        translator = QTranslator(self._app)
        try:
            path = resource_path("i18n", f"safecity_{language}.qm")
        except FileNotFoundError:
            get_logger("language").warning("translation_missing", language=language)
            return
        if translator.load(str(path)):
            self._app.installTranslator(translator)
            self._translator = translator
