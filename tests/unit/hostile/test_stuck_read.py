"""A camera that feeds a closed connection without end is cut, its memory given back, whatever the next one does."""

from __future__ import annotations

import pytest

from safecity_console.services import channel as module
from tests.fakes.watching import camera
from tests.unit.services.test_channel import Play, PlayedReader


def test_one_stuck_read_is_cut_without_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlayedReader, "made", [])
    monkeypatch.setattr(module, "StreamReader", PlayedReader)
    play = Play(camera(1, "rtsp://sub/"))
    stuck = play.reader
    play.run(5, stuck)
    play.run(5)  # silent: closed and opened anew, but its thread does not end
    assert stuck.asked
    assert play.reader is not stuck
    assert play.hung == []
    good = play.reader
    play.run(5, good)
    assert play.hung, "the stuck connection was left to grow"
    assert len(play.hung) <= 2
