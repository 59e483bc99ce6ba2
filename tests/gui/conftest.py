"""Patience for all tests of the window.

Belongs here: what every test with a `qtbot` lives under. Does not belong here: rooms and windows (frame/, wall/).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

PATIENCE_MS = 15_000


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """Wait at least so long for what must come true: a crowded machine makes a test slower, not red."""
    wait_until = QtBot.waitUntil

    def patient(self: QtBot, callback: Callable[[], object], *, timeout: int = PATIENCE_MS) -> None:
        wait_until(self, callback, timeout=max(timeout, PATIENCE_MS))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QtBot, "waitUntil", patient)
        yield
