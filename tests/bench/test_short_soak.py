"""The soak, short: cameras come and go, walls are switched, and threads, handles and widgets return to what they were.

Nothing is timed here; the hour is `python -m tests.bench soak`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import soak
from tests.bench.__main__ import Clips
from tests.bench.clips import bench_clip
from tests.bench.flat import BOUNDS
from tests.bench.soak import Plan

GROWTH_MB = 150.0  # decoders of full streams come and go: so soon bounded, not flat


@pytest.mark.crowd
@pytest.mark.slow
def test_threads_handles_and_widgets_return_and_memory_is_bounded(qapp: QApplication, tmp_path: Path) -> None:
    clips = Clips(bench_clip(tmp_path, "sub", 640, 360, 15, 530, seconds=4),
                  bench_clip(tmp_path, "main", 1280, 720, 15, 2000, seconds=4))
    table: list[str] = []
    outcome = soak.soak(clips, Plan(12.0, tiles=9, spare=2, rows_s=4.0, event_s=0.3), table.append)
    assert outcome.calm is not None
    before, after = outcome.calm
    assert outcome.events > 5
    assert before.live == after.live == 11, table
    assert all(row.shown > 0 for row in outcome.calm)
    for key in ("threads", "handles", "widgets"):
        assert after.of(key) - before.of(key) <= BOUNDS[key], table
    assert after.rss_mb - before.rss_mb < GROWTH_MB, table
