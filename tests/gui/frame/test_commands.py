"""The command table on screen: key sheet, keys, what is enabled, pages, full screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from safecity_console.domain.command import COMMANDS
from safecity_console.domain.watch import Condition
from safecity_console.ui.key_sheet import KeySheet
from safecity_console.ui.texts import DIGIT_KEYS, command_words, digit_key_text
from safecity_console.ui.widgets.question import Question
from tests.gui.frame.conftest import OpenRoom, OpenWindow


def test_the_key_sheet_lists_every_command_and_the_digits(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)))
    qtbot.keyClick(shown, Qt.Key.Key_F1)
    sheet = next(w for w in shown.children() if isinstance(w, KeySheet))
    assert sorted(sheet.titles) == sorted(command_words(c.id).title for c in COMMANDS)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    for command in COMMANDS:
        assert command_words(command.id).help in texts
    for _keys, source in DIGIT_KEYS:
        assert digit_key_text(source) in texts
    sheet.accept()


def test_the_question_mark_opens_it_too(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)))
    qtbot.keyClick(shown, Qt.Key.Key_Question)
    sheets = [w for w in shown.children() if isinstance(w, KeySheet)]
    assert len(sheets) == 1
    sheets[0].accept()


def test_keys_go_to_pages(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)))
    for key, modifier, page in (
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, "cameras"),
        (Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier, "settings"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, "wall"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "incidents"),
        (Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier, "audit"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "settings"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "wall"),
    ):
        qtbot.keyClick(shown, key, modifier)
        assert shown.page == page


def test_f11_fills_the_screen_and_goes_back(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)))
    qtbot.keyClick(shown, Qt.Key.Key_F11)
    assert shown.isFullScreen()
    qtbot.keyClick(shown, Qt.Key.Key_F11)
    assert not shown.isFullScreen()


def test_commands_are_enabled_by_the_situation(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2))
    shown = window(here)
    here.live(1)
    here.streams.set(here.camera(2), Condition.OFFLINE)
    actions = shown.actions_of_table
    qtbot.waitUntil(lambda: actions.action("wall.what_works").isEnabled(), timeout=2000)
    shown.wall_page.view.select_camera(here.camera(2).id)
    assert actions.action("wall.retry").isEnabled()
    assert not actions.action("wall.snapshot").isEnabled(), "no picture, no snapshot"
    shown.wall_page.view.select_camera(here.camera(1).id)
    assert actions.action("wall.snapshot").isEnabled()
    shown.show_page("settings")
    assert not actions.action("wall.snapshot").isEnabled()
    assert not actions.action("camera.edit").isEnabled()


def test_an_empty_registry_enables_no_command_of_cameras(window: OpenWindow, room: OpenRoom) -> None:
    actions = window(room()).actions_of_table
    assert not actions.action("wall.what_works").isEnabled()
    assert actions.action("camera.add").isEnabled()


def test_ctrl_f2_edits_the_selected_camera(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2))
    shown = window(here)
    shown.wall_page.view.select_camera(here.camera(2).id)
    qtbot.keyClick(shown, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    dialog = shown.desk.open_dialog
    assert dialog is not None
    assert dialog.form.fields["number"].editor.value() == 2  # type: ignore[attr-defined]


def test_the_wall_is_saved_under_a_name(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2))
    shown = window(here)
    shown.run("wall.save")
    dialog = next(w for w in shown.wall_page.children() if type(w).__name__ == "NameDialog")
    dialog.line.setText("  City centre  ")
    dialog.go.click()
    assert [w.name for w in here.services.walls.saved()] == ["City centre"]
    assert "City centre" in shown.toasts.texts()[0]


def test_the_place_of_the_window_is_remembered(window: OpenWindow, room: OpenRoom) -> None:
    here = room((1,))
    first = window(here, 1200, 700)
    first.close()
    second = window(here, 1200, 700)
    second.close()
    from safecity_console.ui.window_place import restore_place

    assert restore_place(second, here.services.paths.root)
    (here.services.paths.root / "window.place").write_bytes(b"\x00garbage" * 50)
    assert not restore_place(second, here.services.paths.root)


def test_the_place_of_the_window_outlives_a_kill(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1,))
    shown = window(here, 1100, 700)
    kept = here.services.paths.root / "window.place"
    qtbot.waitUntil(kept.exists, timeout=5000)
    before = kept.read_bytes()
    shown.resize(1150, 720)
    qtbot.waitUntil(lambda: kept.read_bytes() != before, timeout=5000)


def test_the_window_fits_a_small_screen(window: OpenWindow, room: OpenRoom) -> None:
    from PySide6.QtCore import QSize

    from safecity_console.ui.window_place import fit_place

    shown = window(room((1,)), 1100, 700)
    shown.hide()
    free = shown.screen().availableGeometry()
    fit_place(shown, QSize(9000, 9000))
    least = shown.minimumSize()
    assert shown.width() <= max(free.width(), least.width())
    assert shown.height() <= max(free.height(), least.height())
    shown.move(free.right() - 10, free.bottom() - 10)
    fit_place(shown)
    assert free.contains(shown.geometry().topLeft())
    assert shown.geometry().right() <= max(free.right(), free.left() + least.width())


def test_closing_lets_all_streams_go(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2))
    here.live(1, 2)
    shown = window(here)
    qtbot.waitUntil(lambda: any(wishes for _screen, wishes in here.streams.shown), timeout=3000)
    shown.close()
    assert here.streams.shown[-1] == ("main", {})


def test_another_page_lets_all_streams_go(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2))
    here.live(1, 2)
    shown = window(here)
    qtbot.waitUntil(lambda: bool(here.streams.shown) and bool(here.streams.shown[-1][1]), timeout=3000)
    shown.show_page("settings")
    qtbot.waitUntil(lambda: here.streams.shown[-1] == ("main", {}), timeout=2000)


def test_enter_closes_the_key_sheet_and_numbers_come_first(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)), 1366, 768)
    qtbot.keyClick(shown, Qt.Key.Key_F1)
    sheet = next(w for w in shown.children() if isinstance(w, KeySheet))
    with qtbot.waitExposed(sheet):
        sheet.show()
    caps = [label for label in sheet.findChildren(QLabel) if label.property("role") == "key"]
    assert sum(cap.text() == "\u2066Num -\u2069" for cap in caps) == 2, "beside its command too"
    numbers = [cap for cap in caps if "Enter" in cap.text()]
    assert len(numbers) >= 2
    for cap in numbers:
        assert not cap.visibleRegion().isEmpty(), "in sight without scrolling"
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    assert not sheet.isVisible()


def test_a_question_is_left_by_enter(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)))
    question = Question("Remove cameras", "It leaves the list.", "Remove", shown)
    agreed: list[bool] = []
    question.agreed.connect(lambda: agreed.append(True))
    with qtbot.waitExposed(question):
        question.open()
    assert question.focusWidget() is question.leave
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert not question.isVisible()
    assert agreed == []
    again = Question("Remove cameras", "It leaves the list.", "Remove", shown)
    again.agreed.connect(lambda: agreed.append(True))
    with qtbot.waitExposed(again):
        again.open()
    qtbot.keyClick(again.go, Qt.Key.Key_Return)
    assert agreed == [True], "the focused button is the one Enter presses"
