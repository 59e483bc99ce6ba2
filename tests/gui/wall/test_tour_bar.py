"""The tour's place in the bar and the dialog of tours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from safecity_console.domain.health import PictureFault
from safecity_console.domain.tour import SavedTour, TourKind, TourStep, TourTiles, tour_of
from safecity_console.domain.wall import filled_wall
from safecity_console.domain.watch import Condition
from safecity_console.ui.theme import DARK
from safecity_console.ui.tours.dialog import ToursDialog
from safecity_console.ui.wall.toolbar import WallToolbar
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.widgets.question import Question
from tests.gui.doubles import Room

ALL = range(1, 13)


class Page(QWidget):
    """Bar and wall in one window."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.view = WallView(room.services, DARK)
        self.bar = WallToolbar(room.services, DARK, self.view)
        box = QVBoxLayout(self)
        box.addWidget(self.bar)
        box.addWidget(self.view, 1)
        self.resize(1280, 800)


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    made = make_room(ALL)
    made.live(*ALL)
    return made


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[Page]:
    made = Page(room)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.view.controller.set_layout("4")
    yield made
    made.view.stop()


def keep(room: Room, name: str = "Night round") -> SavedTour:
    return room.services.tours.save(
        tour_of(name, TourKind.CAMERAS, [TourStep(room.camera(n).id) for n in ALL], dwell_s=9))


def plain(text: str) -> str:
    return "".join(letter for letter in text if letter not in "\u2066\u2068\u2069").strip()


def open_dialog(page: Page, qtbot: QtBot) -> ToursDialog:
    dialog = ToursDialog(page.view._services, DARK, page)
    dialog.start_wanted.connect(lambda saved: page.view.touring.start(saved.tour, saved.id))
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_the_bar_says_what_runs_and_why_it_stands(room: Room, page: Page, qtbot: QtBot) -> None:
    bar = page.bar.tour
    assert plain(bar.button.text()) == "Tour off"
    keep(room)
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    page.view.controller.model.pointer_left()
    page.view.touring.tick()
    assert plain(bar.button.accessibleName()) == "Tour: Night round · 1 of 3 · next in 9 s"
    assert plain(bar.button.text()) == "Tour: Night round · 1 of 3 · next in 9 s"
    assert bar.button.isChecked()
    room.streams.set(room.camera(7), Condition.IMPAIRED, fault=PictureFault.FROZEN)
    page.view.set_alarmed(frozenset({room.camera(7).id}))
    page.view.touring.tick()
    assert plain(bar.button.accessibleName()) == "Tour: Night round · 2 of 3 · held: alarm 07"
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert plain(bar.button.text()) == "Tour off"
    assert not bar.button.isChecked()


def test_a_countdown_moves_nothing_in_the_bar(room: Room, page: Page) -> None:
    keep(room)
    page.view.run("tour.toggle")
    before = [w.geometry() for w in page.bar.findChildren(QWidget)]
    for _ in range(5):
        room.clock.advance(1)
        page.view.touring.tick()
    assert [w.geometry() for w in page.bar.findChildren(QWidget)] == before


@pytest.mark.parametrize("width", [1000, 1280, 1900])
def test_nothing_of_the_bar_is_cut(room: Room, page: Page, qtbot: QtBot, width: int) -> None:
    keep(room, "A round of every gate, stand and market of the district")
    page.resize(width, 800)
    page.view.run("tour.toggle")
    qtbot.wait(50)
    bar = page.bar
    assert bar.go_to.geometry().right() <= bar.width()
    assert bar.tour.geometry().right() < bar.go_to.geometry().left()
    assert "next in" in plain(bar.tour.button.text())
    shown = [b for b in bar.segments.findChildren(QToolButton) if b.isVisible()]
    assert shown
    assert all(b.width() >= b.sizeHint().width() for b in shown), [b.text() for b in shown]


def test_the_menu_lists_the_tours_and_marks_the_one_that_runs(room: Room, page: Page) -> None:
    keep(room, "Gates & stands")
    bar = page.bar.tour
    assert bar.menu().actions()[0].text() == "Gates && stands"
    bar.menu().actions()[0].trigger()
    menu = bar.menu()
    assert menu.actions()[0].isChecked()
    assert any("Space" in a.text() for a in menu.actions())
    next(a for a in menu.actions() if a.text().startswith("Next step")).trigger()
    status = page.view.touring.status
    assert status is not None
    assert status.position == 2
    next(a for a in menu.actions() if "selected tile" in a.text()).trigger()
    assert page.view.touring.run is not None
    assert page.view.touring.run.tour.tiles is TourTiles.ONE


def test_a_tour_is_made_saved_and_started(room: Room, page: Page, qtbot: QtBot) -> None:
    dialog = open_dialog(page, qtbot)
    form = dialog.form
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(form.name, "Stadium")
    assert "at least one step" in dialog.note.text()
    qtbot.keyClicks(form.source.search, "01")
    qtbot.keyClick(form.source.search, Qt.Key.Key_Return)
    assert len(form.steps.steps()) == 4  # 01, 10, 11, 12
    form.source.search.clear()
    form.source.add_selected()
    assert len(form.steps.steps()) == 12  # nothing twice
    form.steps.list.setCurrentRow(0)
    form.steps.dwell.setValue(30)
    form.dwell.setValue(5)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    saved = room.services.tours.tours()[0]
    assert (saved.tour.name, saved.tour.dwell_s, saved.tour.steps[0].dwell_s) == ("Stadium", 5, 30)
    assert page.view.touring.run is not None
    assert page.view.touring.run.tour_id == saved.id


def test_steps_are_moved_and_taken_out_by_hand_and_keys(room: Room, page: Page, qtbot: QtBot) -> None:
    keep(room)
    dialog = open_dialog(page, qtbot)
    steps = dialog.form.steps

    def order() -> list[int]:
        cameras = {c.id: c.number for c in room.cameras}
        return [cameras[one.target] for one in steps.steps()]

    steps.list.setCurrentRow(2)
    qtbot.keyClick(steps.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order()[:3] == [1, 3, 2]
    qtbot.mouseClick(steps.up, Qt.MouseButton.LeftButton)
    assert order()[:3] == [3, 1, 2]
    assert steps.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)  # as a drag does
    assert order()[:3] == [1, 2, 3]
    qtbot.keyClick(steps.list, Qt.Key.Key_Delete)
    assert len(order()) == 11
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert len(room.services.tours.tours()[0].tour.steps) == 11
    assert "saved" in dialog.note.text()


def test_what_was_typed_is_not_lost_without_a_question(room: Room, page: Page, qtbot: QtBot) -> None:
    keep(room)
    keep(room, "Second")
    dialog = open_dialog(page, qtbot)
    dialog.form.name.setText("Another name")
    dialog.list.setCurrentRow(1)
    question = dialog.findChild(Question)
    assert question is not None
    assert dialog.form.name.text() == "Another name"
    assert dialog.list.currentRow() == 0
    question.leave.click()
    dialog.reject()
    assert dialog.isVisible()
    questions = [q for q in dialog.findChildren(Question) if q.isVisible()]
    questions[-1].go.click()
    assert not dialog.isVisible()
    assert [one.tour.name for one in room.services.tours.tours()] == ["Night round", "Second"]


def test_a_name_taken_is_refused_beside_it_and_nothing_is_lost(room: Room, page: Page, qtbot: QtBot) -> None:
    keep(room)
    dialog = open_dialog(page, qtbot)
    qtbot.mouseClick(dialog.new, Qt.MouseButton.LeftButton)
    dialog.form.name.setText("night ROUND")
    dialog.form.source.add_selected()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "already" in dialog.form.title.refusal
    assert len(dialog.form.steps.steps()) == 12
    dialog.form.name.setText("Day round")
    assert dialog.form.title.refusal == ""
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert len(room.services.tours.tours()) == 2


def test_a_tour_over_kept_walls(room: Room, page: Page, qtbot: QtBot) -> None:
    for name, at in (("Gates", 0), ("Stands", 4)):
        room.services.walls.save(name, filled_wall("4", [room.camera(n).id for n in ALL][at : at + 4]))
    dialog = open_dialog(page, qtbot)
    dialog.form.name.setText("Walls")
    dialog.form.kind.setCurrentIndex(1)
    assert not dialog.form.tiles.isEnabled()
    dialog.form.source.add_selected()
    assert [dialog.form.steps.list.item(n).text() for n in range(2)] == ["Gates", "Stands"]
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    status = page.view.touring.status
    assert status is not None
    assert (status.place, status.of) == ("Gates", 2)


def test_a_tour_is_deleted_after_a_sentence_and_ordered_by_drag(room: Room, page: Page, qtbot: QtBot) -> None:
    for name in ("First", "Second", "Third"):
        keep(room, name)
    dialog = open_dialog(page, qtbot)
    assert dialog.list.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    assert [one.tour.name for one in room.services.tours.tours()] == ["Third", "First", "Second"]
    opened = dialog.form.name.text()
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    question = dialog.findChild(Question)
    assert question is not None
    assert opened in question.accessibleDescription()
    question.go.click()
    assert opened not in [one.tour.name for one in room.services.tours.tours()]
    assert dialog.list.count() == 2
