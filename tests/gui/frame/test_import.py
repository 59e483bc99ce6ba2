"""A CSV from file to registry: the preview says what happens, and nothing happens before the button."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from safecity_console.services import camera_csv
from safecity_console.ui.cameras.csv_changes import LineChanges
from safecity_console.ui.cameras.csv_preview import CsvPreview
from safecity_console.ui.main_window import MainWindow
from tests.gui.doubles import draft
from tests.gui.frame.conftest import OpenRoom, OpenWindow

ISOLATES = str.maketrans("", "", "\u2066\u2068\u2069")
LINES = """number,name,url,user
1,New name,rtsp://10.0.0.1/main,
7,Press Club,rtsp://root:s3cret-word@10.0.0.7/x,
7,Twice,rtsp://10.0.0.8/x,
8,Bad port,rtsp://10.0.0.8:99999/x,
x,No number,rtsp://10.0.0.9/x,
"""


def open_preview(shown: MainWindow, file: Path) -> CsvPreview:
    shown.desk.preview(file)
    assert isinstance(shown.desk.open_dialog, CsvPreview)
    return shown.desk.open_dialog


def cells(preview: CsvPreview) -> list[tuple[str, ...]]:
    table = preview.table
    texts = [[table.item(row, column) for column in range(5)] for row in range(table.rowCount())]
    return [tuple(i.text().translate(ISOLATES) for i in row if i is not None) for row in texts]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "thirty.csv"
    made.write_text(LINES, encoding="utf-8")
    return made


def test_the_preview_says_what_becomes_of_every_line(window: OpenWindow, room: OpenRoom, file: Path) -> None:
    shown = window(room((1,)))
    rows = cells(open_preview(shown, file))
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("2", "01", "is changed"), ("3", "07", "is added"), ("4", "07", "is refused"), ("5", "08", "is refused"),
        ("6", "x", "is refused"),
    ]
    assert rows[0][4] == "Changes: Name"
    assert rows[4][2] == "No number", "a refused line says what it calls itself"
    assert rows[1][4] == "The login in the address was moved into the vault."
    assert rows[2][4] == "Number 7 already stands in line 3 of this file."
    assert "between 1 and 65535" in rows[3][4]
    assert "s3cret-word" not in str(rows)


def test_nothing_is_written_before_the_button(window: OpenWindow, room: OpenRoom, file: Path) -> None:
    here = room((1,))
    shown = window(here)
    preview = open_preview(shown, file)
    assert [c.number for c in here.cameras] == [1]
    assert here.camera(1).name == "Chowk Shaheedan"
    preview.reject()
    assert [c.number for c in here.cameras] == [1]


def test_the_button_takes_the_good_lines_in(window: OpenWindow, room: OpenRoom, file: Path, qtbot: Any) -> None:
    here = room((1,))
    shown = window(here)
    preview = open_preview(shown, file)
    assert "2" in preview.go.text()
    with qtbot.waitSignal(preview.imported, timeout=5000):
        preview.go.click()
        assert not preview.go.isEnabled(), "pressed once"
        preview.reject()
        assert preview.isVisible(), "an import under way is not walked away from"
    assert [(c.number, c.name) for c in here.cameras] == [(1, "New name"), (7, "Press Club")]
    assert here.camera(7).has_password
    plain = shown.toasts.texts()[0].replace("\u2066", "").replace("\u2069", "")
    assert plain == "The list is in: 1 added, 1 changed, 3 refused."


def test_a_file_changed_after_the_preview_is_not_imported(window: OpenWindow, room: OpenRoom, file: Path) -> None:
    here = room((1,))
    preview = open_preview(window(here), file)
    file.write_text(LINES.replace("New name", "Other name"), encoding="utf-8")
    preview.go.click()
    assert preview.isVisible()
    assert here.camera(1).name == "Chowk Shaheedan"


def test_a_file_that_cannot_be_read_is_said(window: OpenWindow, room: OpenRoom, tmp_path: Path) -> None:
    shown = window(room((1,)))
    shown.desk.preview(tmp_path / "missing.csv")
    assert shown.desk.open_dialog is None
    assert shown.toasts.texts() == ("This file cannot be read.",)


def test_a_wrong_header_refuses_the_whole_file(window: OpenWindow, room: OpenRoom, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("number,name,colour\n1,A,red\n", encoding="utf-8")
    preview = open_preview(window(room((1,))), wrong)
    assert not preview.go.isEnabled()
    assert cells(preview)[0][4] == "No column is called “colour”."


def test_removing_asks_first_and_says_what_happens(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2, 3))
    shown = window(here)
    shown.show_page("cameras")
    page = shown.cameras_page
    page.table.selectAll()
    asked: list[object] = []
    page.remove_wanted.connect(asked.append)
    page._on_remove()
    question = next(d for d in page.children() if type(d).__name__ == "Question")
    assert "3" in question.accessibleDescription()
    assert "history is kept" in question.accessibleDescription()
    assert len(here.cameras) == 3
    with qtbot.waitSignal(shown.desk.said, timeout=5000):
        question.go.click()
    assert here.cameras == ()
    assert len(asked) == 1
    qtbot.waitUntil(lambda: page._model.rowCount() == 0, timeout=2000)


def test_the_table_finds_by_number_name_and_place(window: OpenWindow, room: OpenRoom) -> None:
    shown = window(room(range(1, 13)))
    page = shown.cameras_page
    for typed, expected in (("07", [7]), ("press", [6]), ("پریس", [6]), ("mirpur bank", [10]), ("nowhere", [])):
        page.search.setText(typed)
        page.table.selectAll()
        assert [c.number for c in page.selected()] == expected


def test_a_new_camera_keeps_the_selection(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2))
    page = window(here).cameras_page
    page.select(here.camera(2).id)
    here.services.cameras.add(draft(3), None)
    qtbot.waitUntil(lambda: page._model.rowCount() == 3, timeout=2000)
    assert [c.number for c in page.selected()] == [2]


def test_whole_sentences_and_enter_on_the_button(window: OpenWindow, room: OpenRoom, file: Path, qtbot: Any) -> None:
    here = room((1,))
    shown = window(here)
    preview = open_preview(shown, file)
    with qtbot.waitExposed(preview):
        preview.show()
    table = preview.table
    for row in range(table.rowCount()):
        assert table.rowHeight(row) >= table.sizeHintForRow(row), "no sentence is cut"
    assert preview.focusWidget() is preview.go
    with qtbot.waitSignal(preview.imported, timeout=5000):
        qtbot.keyClick(preview.go, Qt.Key.Key_Return)
    assert len(here.cameras) == 2


def test_changes_are_named_without_their_values(room: OpenRoom, app: QApplication) -> None:
    here = room((1,))
    service = here.services.cameras
    text = "number,name,main_url,password\n1,Chowk Shaheedan,rtsp://10.0.0.1/main,s3cret-word\n"
    (line,) = camera_csv.read(text).lines
    assert LineChanges(service, "en")(line) == "Changes: Password"
    service.import_csv(text)
    assert LineChanges(service, "en")(line) == "", "it is the same now"
