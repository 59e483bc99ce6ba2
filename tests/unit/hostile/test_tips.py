"""Tool tips show a camera's name as it stands; Qt reads what looks like HTML as HTML, pictures from disk included."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from safecity_console.ui.format import plain_tip


@pytest.mark.parametrize("name", ["<img src=file:///etc/hostname>Gate", "<b>Gate</b> & co", "Gate {0} %s", "Gate < 5"])
def test_a_tip_says_the_name_itself(name: str) -> None:
    shown = QTextDocument()
    tip = plain_tip(name)
    if tip.startswith("<qt>"):
        shown.setHtml(tip)
        tip = shown.toPlainText()
    assert tip == name
