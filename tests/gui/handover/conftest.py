"""The real window over a console whose officers take duty."""

from __future__ import annotations

from tests.gui.frame.conftest import _fonts, app, room, window  # noqa: F401 - fixtures
