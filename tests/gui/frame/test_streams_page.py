"""The table of streams and tile info: what they say, that they follow, and that nothing runs while hidden."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from safecity_console.domain.governor import Reduction
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.domain.watch import Condition
from safecity_console.ui.streams.model import Column
from safecity_console.ui.streams.page import StreamsPage
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow

DOWN = Failure(Layer.PORT, Fault.PORT_REFUSED)


def _page(window: OpenWindow, here: Room) -> tuple[Any, StreamsPage]:
    shown = window(here)
    shown.show_page("streams")
    return shown, shown.streams_page


def _cell(page: StreamsPage, row: int, column: Column) -> str:
    model = page.table.model()
    return str(model.data(model.index(row, column))).strip("\u2066\u2069")


@pytest.fixture
def here(room: OpenRoom) -> Room:
    made = room((1, 2, 3))
    made.live(1)
    made.streams.set(made.camera(2), Condition.OFFLINE, failure=DOWN)
    made.figures.sample()
    return made


def test_every_stream_has_a_row_in_words(window: OpenWindow, here: Room) -> None:
    _shown, page = _page(window, here)
    assert page.table.model().rowCount() == 3
    assert [_cell(page, 0, c) for c in (Column.NUMBER, Column.CONDITION, Column.CODEC, Column.RECEIVED)] == [
        "01", "Live", "H.264", "15.0"]
    assert _cell(page, 1, Column.CONDITION) == "Offline"
    assert _cell(page, 1, Column.ERROR) == "Nothing listens on its port"
    assert _cell(page, 1, Column.RECEIVED) == "–", "a figure that is not there is no zero"
    assert _cell(page, 2, Column.CONDITION) == "–"


def test_a_slowed_stream_says_so_in_table_and_tile_info(window: OpenWindow, here: Room) -> None:
    here.streams.set(here.camera(1), Condition.LIVE, codec="h264", reduction=Reduction.SMALL)
    here.figures.sample()
    shown, page = _page(window, here)
    assert _cell(page, 0, Column.CONDITION) == "slowed: small stream"
    shown.show_page("wall")
    view = shown.wall_page.view
    view.select_camera(here.camera(1).id)
    shown.run("tile.info")
    assert dict(view.info.panel.lines)["Under load"] == "slowed: small stream"


def test_figures_renew_in_place_while_shown_and_rest_while_hidden(window: OpenWindow, here: Room, qtbot: Any) -> None:
    shown, page = _page(window, here)
    here.streams.set(here.camera(1), Condition.LIVE, codec="hevc", fps=24.0)
    here.figures.sample()
    qtbot.waitUntil(lambda: _cell(page, 0, Column.RECEIVED) == "24.0", timeout=3000)
    shown.show_page("settings")
    here.streams.set(here.camera(1), Condition.LIVE, codec="hevc", fps=12.0)
    here.figures.sample()
    qtbot.wait(1200)
    assert _cell(page, 0, Column.RECEIVED) == "24.0"
    shown.show_page("streams")
    assert _cell(page, 0, Column.RECEIVED) == "12.0"


def test_the_plots_follow_the_selected_row(window: OpenWindow, here: Room) -> None:
    _shown, page = _page(window, here)
    assert page.plots is not None
    curves = page.plots.curves
    assert page.selected_camera() == here.camera(1).id
    assert next(iter(curves.values())).getData()[1][-1] == 15.0
    page.select(here.camera(2).id)
    assert next(iter(curves.values())).getData()[1][-1] == 0.0


def test_typing_narrows_and_activating_goes_to_the_wall(window: OpenWindow, here: Room, qtbot: Any) -> None:
    shown, page = _page(window, here)
    page.search.setText("nothing listens")
    assert page.table.model().rowCount() == 1
    assert "1" in page.count.text()
    page.select(here.camera(2).id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert shown.page == "wall"
    assert shown.wall_page.selected_camera() == here.camera(2).id


def test_the_table_is_written_as_a_file_or_refused(window: OpenWindow, here: Room, tmp_path: Path) -> None:
    shown, page = _page(window, here)
    page.write(tmp_path / "streams.csv")
    text = (tmp_path / "streams.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].startswith("at,number,name")
    assert len(text.splitlines()) == 4
    page.write(tmp_path / "no-such-folder" / "streams.csv")
    assert not (tmp_path / "no-such-folder").exists()
    assert len(shown.toasts.texts()) == 2


def test_tile_info_follows_the_selection_until_it_is_switched_off(window: OpenWindow, here: Room, qtbot: Any) -> None:
    shown = window(here)
    view = shown.wall_page.view
    view.select_camera(here.camera(1).id)
    assert view.info.panel.lines == ()
    qtbot.keyClick(shown, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    said = dict(view.info.panel.lines)
    assert said["State"] == "Live"
    assert "H.264" in said["Stream"]
    assert view.rect().contains(view.info.panel.rect)
    view.select_camera(here.camera(2).id)
    assert dict(view.info.panel.lines)["Last error"].startswith("Nothing listens on its port")
    here.streams.set(here.camera(2), Condition.LIVE, codec="h264")
    here.figures.sample()
    here.clock.advance(1.0)  # the panel is renewed now and then by this clock, and the first time may be over
    qtbot.waitUntil(lambda: dict(view.info.panel.lines)["State"] == "Live", timeout=3000)
    qtbot.keyClick(shown, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert view.info.panel.lines == ()
    assert view.info.panel.rect.isEmpty()
