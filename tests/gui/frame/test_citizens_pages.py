"""The Liaison page, the complaint's dialog and the watch board as an officer uses them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from safecity_console.cli.demo_liaison import seed_liaison
from safecity_console.domain.access import RoleCode
from safecity_console.domain.incident import Category, Severity, Source
from safecity_console.domain.liaison import ComplaintDraft, Contact, ContactKind
from safecity_console.domain.liaison_counts import month_of
from safecity_console.domain.watch_notice import WatchKind, WatchNotice
from safecity_console.ui.liaison.complaint_dialog import ComplaintDialog
from safecity_console.ui.liaison.page import LiaisonPage
from safecity_console.ui.liaison.printing import MonthPrinter
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.screen import screen_of
from safecity_console.ui.watchboard.editor import NoticeDialog
from safecity_console.ui.watchboard.page import WatchPage
from safecity_console.ui.watchboard.seen_dialog import SeenDialog
from tests.fakes.staffed import begin, deeds, enter, make, open_console

HOUR = timedelta(hours=1)
HTML = "<b>bold</b><img src=x>"


@pytest.fixture
def opened(room: Any, window: Any) -> tuple[Any, MainWindow]:
    made = room(numbers=range(1, 4))
    return made, window(made, 1500, 850)


def dialog_of(kind: type[QDialog]) -> Any:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def labels(widget: Any) -> list[QLabel]:
    return [one for one in widget.findChildren(QLabel) if not one.isHidden()]


def texts(widget: Any) -> str:
    return "\n".join(one.text() for one in labels(widget))


def test_a_complaint_is_taken_in_from_any_page_and_its_number_read_out(opened: Any, qtbot: Any) -> None:
    room, main = opened
    main.show_page("streams")
    main.run("complaint.new")
    dialog: ComplaintDialog = dialog_of(ComplaintDialog)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.fields["what"].refusal))
    dialog.what.setText(HTML)
    dialog.call_back.setCurrentIndex(1)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.fields["phone"].refusal))
    assert dialog.what.text() == HTML, "what was typed stays where it is refused"
    dialog.phone.setText("0300-5550111")
    qtbot.keyClick(dialog.phone, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "I-1" in texts(dialog))
    assert "MPR-I-2026-000001" in texts(dialog)
    dialog.accept()
    main.show_page("liaison")
    card = main._pages.liaison.complaints.cards[0]
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels(card))
    assert HTML in texts(card)
    card.note.setText("reached her")
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main._pages.liaison.complaints.cards == [])
    assert room.services.liaison.call_backs() == ()


def test_a_sealed_number_is_shown_only_after_it_was_opened_and_a_late_call_is_red(opened: Any, qtbot: Any) -> None:
    room, main = opened
    draft = ComplaintDraft("Harassment", Source.PHONE, Category.WOMEN_CHILDREN, Severity.S2, "Nadia", "0300-5550112",
                           call_back_by=room.clock.now() + HOUR)
    room.services.liaison.take_complaint(draft)
    main.show_page("liaison")
    tab = main._pages.liaison.complaints
    assert "0300-5550112" not in texts(tab.cards[0])
    tab.cards[0].open.click()
    qtbot.waitUntil(lambda: "0300-5550112" in texts(tab.cards[0]))
    main.show_page("wall")
    main.show_page("liaison")
    assert "0300-5550112" not in texts(tab.cards[0]), "what was opened is forgotten with the page"
    room.clock.advance(2 * 3600)
    tab.renew()
    assert tab.cards[0].late
    assert [one.property("role") for one in labels(tab.cards[0]) if "Late" in one.text()] == ["critical"]


def test_contacts_consents_and_the_month_are_shown(opened: Any, qtbot: Any) -> None:
    room, main = opened
    seed_liaison(room.services)
    room.services.contacts.put(Contact("", ContactKind.OTHER, HTML))
    main.show_page("liaison")
    page = main._pages.liaison
    page.show_tab(1)
    assert page.contacts.table.count == 10
    page.contacts.search.setText("النور")
    qtbot.waitUntil(lambda: page.contacts.table.count == 1)
    main._pages.show_contact(room.services.contacts.find("rescue")[0].id)
    assert page.contacts.table.selected()
    page.show_tab(2)
    assert (page.consents.requests.count, page.consents.consents.count) == (2, 1)
    page.show_tab(3)
    qtbot.waitUntil(lambda: page.month.counts is not None)
    assert "fewer than" in texts(page.month)


def test_the_months_sheet_is_written_whole_or_refused_in_words(opened: Any, qtbot: Any, tmp_path: Path) -> None:
    room, main = opened
    first, after = month_of(room.clock.now())
    counts = room.services.liaison.counts(first, after)
    printer = MonthPrinter(lambda a, b: SimpleNamespace(content=f"{a:%d} {b:%d}".encode()), main)
    said: list[tuple[str, str]] = []
    printer.said.connect(lambda text, kind: said.append((text, kind)))
    printer.write(counts, tmp_path / "sheet.pdf")
    qtbot.waitUntil(lambda: len(said) == 1)
    assert (tmp_path / "sheet.pdf").read_bytes() == b"01 01"
    printer.write(counts, tmp_path / "none" / "sheet.pdf")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert [kind for _text, kind in said] == ["info", "warning"]
    printer.release()


def test_the_board_stands_beside_the_wall_and_a_sighting_is_one_press(opened: Any, qtbot: Any) -> None:
    room, main = opened
    seed_liaison(room.services)
    main.run("watch.board")
    board = main.wall_page.board
    qtbot.waitUntil(lambda: len(board.cards) == 4)
    assert board.isVisible()
    assert "Missing child" in texts(board.cards[0])
    wall, beside = main.wall_page.view.geometry(), board.geometry()
    assert not wall.intersects(beside), "the board never covers video"
    main.wall_page.view.select_camera(room.camera(2).id)
    board.cards[0].seen.click()
    dialog: SeenDialog = dialog_of(SeenDialog)
    assert dialog.camera.currentData() == (main.wall_page.selected_camera() or "")
    dialog.snapshot.setChecked(False)
    dialog.note.setPlainText("at the gate")
    dialog.incident.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: len(room.services.incidents.open_ones()) == 1)
    qtbot.waitUntil(lambda: board.cards[0].one.seen == 2)
    assert room.services.incidents.open_ones()[0].severity is Severity.S1
    main.run("watch.board")
    qtbot.waitUntil(lambda: not board.isVisible())


def test_a_notice_is_posted_shown_found_and_leaves_by_itself(opened: Any, qtbot: Any) -> None:
    room, main = opened
    main.show_page("watch")
    page = main._pages.watch
    main.run("watch.new")
    dialog: NoticeDialog = dialog_of(NoticeDialog)
    dialog.kind.setCurrentIndex(list(WatchKind).index(WatchKind.VEHICLE))
    dialog.title.setText(HTML)
    dialog.issuer.setText("SHO")
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.fields["plate"].refusal))
    dialog.plate.setText("AJK-4471")
    dialog.days.setValue(1)
    dialog.go.click()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    assert HTML in texts(page.cards[0])
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels(page.detail))
    room.services.watch_notices.post(WatchNotice("", WatchKind.OTHER, "Other", room.clock.now() + HOUR, issued_by="x"))
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    page.search.setText("ajk 447i")
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    room.clock.advance(3 * 24 * 3600)
    page.renew()
    assert page.cards == []
    main._pages.show_notice(room.services.watch_notices.by_label("1").notice.id)
    qtbot.waitUntil(lambda: HTML in texts(page.detail))
    assert texts(page.detail).count("W-001") == 1, "what was shown before is gone"


def test_a_locked_console_shows_nothing_and_fills_no_audit(data_folder: Path, app: Any, qtbot: Any) -> None:
    with open_console(data_folder) as console:
        services = console.services
        begin(services)
        make(services, "S-1", RoleCode.SUPERVISOR)
        enter(services, "S-1")
        until = services.clock.now() + HOUR
        services.watch_notices.post(WatchNotice("", WatchKind.OTHER, "Other", until, issued_by="x"))
        services.liaison.take_complaint(ComplaintDraft("Noise", Source.PHONE, Category.PUBLIC_ORDER, phone="0300-1"))
        pages = LiaisonPage(screen_of(services)), WatchPage(screen_of(services))
        for page in pages:
            qtbot.addWidget(page)
            page.show()
        assert pages[0].complaints.table.count == len(pages[1].cards) == 1
        services.access.lock()
        for page in pages:
            page.renew()
        pages[0].show_tab(1)
        assert pages[0].complaints.cards == pages[1].cards == []
        assert deeds(services, "permission.refused") == []
        for page in pages:
            page.release()
