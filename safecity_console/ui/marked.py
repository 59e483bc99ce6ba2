"""Marking a text for translation where it stands in a table, to be translated when it is shown.

Belongs here: the mark that pyside6-lupdate looks for by this name. PySide6's own one is typed as giving an object.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Give the text back untouched."""
    return text
