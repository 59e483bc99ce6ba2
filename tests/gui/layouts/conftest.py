"""A window's wall with its desk, over real services."""

from __future__ import annotations

from tests.gui.frame.conftest import _fonts, app, room, window  # noqa: F401 - fixtures
