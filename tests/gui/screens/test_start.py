"""How the window comes up on one screen: as a kiosk, after a safe start; and what a kiosk lets happen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from safecity_console.domain.screens import Box, ScreenName, SentKind, SentWindow
from safecity_console.domain.wall import MAIN_PLACE, filled_wall
from safecity_console.ui.kiosk import Kiosk
from safecity_console.ui.language import Language
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.opening import Opening, bring_up
from safecity_console.ui.screens.pointer import PointerRest
from safecity_console.ui.wall.registry import beginning
from safecity_console.ui.wall.screen_menu import OWN_WINDOW
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow


@pytest.fixture
def here(room: OpenRoom) -> Room:
    made = room(range(1, 5))
    made.live(1, 2)
    return made


@pytest.fixture
def kiosk(app: QApplication, here: Room) -> Iterator[tuple[MainWindow, Kiosk]]:
    made = MainWindow(here.services, app, Language(app))
    held = bring_up(made, here.services, Opening(kiosk=True))
    assert held is not None
    yield made, held
    held.agree()
    made.close()
    made.deleteLater()
    app.processEvents()


def test_a_kiosk_is_left_only_after_a_question(kiosk: tuple[MainWindow, Kiosk], qtbot: Any) -> None:
    window, held = kiosk
    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert window.isVisible()
    assert held.question is not None
    held.question.leave.click()
    assert held.question is None
    assert not window.close()
    assert held.question is not None
    assert not window.close(), "one question, however often"
    held.question.go.click()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_kiosk_stays_full_screen_and_says_so(kiosk: tuple[MainWindow, Kiosk], qtbot: Any) -> None:
    window, _held = kiosk
    qtbot.keyClick(window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: any("kiosk" in text for text in window.toasts.texts()))
    assert window.isFullScreen()


def test_who_ends_the_process_is_not_asked(kiosk: tuple[MainWindow, Kiosk]) -> None:
    window, held = kiosk
    held.agree()
    assert window.close()


def test_a_change_of_look_keeps_the_pointers_rest(here: Room, kiosk: tuple[MainWindow, Kiosk], qtbot: Any) -> None:
    window, _held = kiosk
    before = window.wall_page.view
    assert before.findChild(PointerRest) is not None
    here.services.settings.set("screen.theme", "light")
    qtbot.waitUntil(lambda: window.wall_page.view is not before)
    assert window.wall_page.view.findChild(PointerRest) is not None
    assert window.isFullScreen()


def test_the_pointer_rests_and_comes_back(here: Room, window: OpenWindow, qtbot: Any) -> None:
    view = window(here).wall_page.view
    rest = PointerRest(view)
    rest._timer.start(1)
    qtbot.waitUntil(lambda: view.cursor().shape() is Qt.CursorShape.BlankCursor)
    qtbot.mouseMove(view, QPoint(200, 200))
    qtbot.waitUntil(lambda: view.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_nobody_claims_that_screens_stay_awake_where_nobody_answers(kiosk: tuple[MainWindow, Kiosk]) -> None:
    assert kiosk[1].kept_awake is False, "there is no session bus in the tests"


def test_a_safe_start_says_so_and_stands_in_a_window(here: Room, window: OpenWindow) -> None:
    safe = replace(here.services, safe_start=True)
    folder = here.services.paths.root
    here.services = safe
    made = window(here)
    bring_up(made, safe, Opening())
    assert not made.isFullScreen()
    assert any("Safe start" in text for text in made.toasts.texts())
    assert any(label.text() == "Safe start" and label.isVisible() for label in made.findChildren(QLabel))
    made.close()
    assert not (folder / "window.place").exists(), "where it stood before is not overwritten"


def test_a_safe_start_begins_with_the_plain_wall_and_not_the_officers_own(here: Room, window: OpenWindow) -> None:
    walls = here.services.walls
    mine = walls.save("Mine", filled_wall("1", [here.services.cameras.cameras()[-1].id]))
    walls.set_default(mine.id)
    assert beginning(here.services)[1] == "Mine"
    walls.forget_current(MAIN_PLACE)
    model, name = beginning(replace(here.services, safe_start=True))
    assert (name, len(model.wall.tiles) > 1) == ("", True)


def test_an_ordinary_start_says_nothing_of_it(here: Room, window: OpenWindow) -> None:
    made = window(here)
    bring_up(made, here.services, Opening())
    assert made.toasts.texts() == ()
    assert not [label for label in made.findChildren(QLabel) if label.text() == "Safe start" and label.isVisible()]


def test_with_one_screen_a_window_of_its_own_is_offered(here: Room, window: OpenWindow) -> None:
    made = window(here)
    made.screens.stage.open()
    bar = made.wall_page.toolbar.screens
    assert bar.accessibleName() == "Send to a window"
    made.run("screen.send_wall")
    menu = next(child for child in bar.children() if type(child).__name__ == "QMenu")
    assert "no other screen" in " ".join(action.text() for action in menu.actions())  # type: ignore[attr-defined]
    menu.close()  # type: ignore[attr-defined]
    made.screens.send(SentKind.WALL, OWN_WINDOW)
    (sent,) = made.screens.stage.windows()
    assert sent.isVisible()
    sent.head.fill.click()
    assert "free" in made.toasts.texts()[-1]
    assert not sent.isFullScreen()


def test_a_window_kept_as_nothing_is_seen_all_the_same(here: Room, window: OpenWindow) -> None:
    made = window(here)
    nothing = SentWindow("screen-x", ScreenName("A"), box=Box(0, 0, 0, 0))
    here.services.screen_windows.put(nothing)
    made.screens.stage.open()
    (sent,) = made.screens.stage.windows()
    assert sent.isVisible()
    assert sent.width() >= 320
    assert sent.view.height() >= 100


def test_a_disk_that_refuses_is_said_and_nothing_half_done(here: Room, window: OpenWindow,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    from safecity_console.domain.errors import Refused

    made = window(here)

    def full(*_args: object) -> None:
        raise Refused("disk_full")

    monkeypatch.setattr(type(here.services.screen_windows), "put", full)
    made.screens.send(SentKind.WALL, OWN_WINDOW)
    assert made.screens.stage.windows() == ()
    assert made.screens.standing() == ()
    assert made.toasts.texts()


