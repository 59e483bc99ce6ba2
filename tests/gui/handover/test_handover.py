"""A whole handover at one desk: duty taken, checks, log, the form read by the incoming officer, both sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from safecity_console.domain.incident import Category, IncidentDraft, Severity, Source, State
from safecity_console.domain.shift import CheckSource, CheckState
from safecity_console.ui.handover.deed_dialog import DeedDialog
from safecity_console.ui.handover.incident_sheet import IncidentSheet
from safecity_console.ui.handover.page import HandoverPage
from safecity_console.ui.handover.pane import Step
from safecity_console.ui.leaving import ask_before_leaving
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.screen import screen_of
from tests.fakes.duty import WORD, DutyRoom

HOSTILE = "<b>loud</b><img src=x> \u202eevil"


@pytest.fixture
def duty(data_folder: Path) -> Iterator[DutyRoom]:
    made = DutyRoom(data_folder, real_incidents=True)
    yield made
    made.console.close()


@pytest.fixture
def desk(duty: DutyRoom, window: Callable[..., MainWindow], qtbot: Any) -> Callable[[], HandoverPage]:
    def open_page() -> HandoverPage:
        made = window(duty, 1600, 900)
        made.show_page("handover")
        page = made.findChild(HandoverPage)
        assert page is not None
        return page

    return open_page


def settled(qtbot: Any, page: HandoverPage, truth: Callable[[], bool]) -> None:
    qtbot.waitUntil(truth, timeout=8000)
    qtbot.waitUntil(lambda: page._filling is None and not page._deeds and not page._soon.isActive(), timeout=8000)


def give(qtbot: Any, page: HandoverPage, *texts: str) -> DeedDialog:
    """Fill the open dialog's lines in order and press Enter."""
    dialog = page.dialog
    assert dialog is not None
    lines = [one for one in dialog.findChildren(QLineEdit) if one.isVisible() and not one.objectName()]
    for line, text in zip(lines, texts, strict=True):
        line.setText(text)
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    return dialog


def shown(page: HandoverPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def enter(duty: DutyRoom, what: str, severity: Severity) -> str:
    incidents = duty.services.incidents
    made = incidents.enter(IncidentDraft(what, Category.PUBLIC_ORDER, severity, Source.CALL_15, place="Chowk"))
    incidents.step(made.id, State.ACKNOWLEDGED)
    return made.id


def test_two_officers_hand_a_shift_over(duty: DutyRoom, desk: Callable[[], HandoverPage], qtbot: Any) -> None:
    services, word = duty.services, WORD.reveal()
    duty.sit("A1")
    page = desk()
    settled(qtbot, page, lambda: page.card.take.isVisible())
    assert page.pane.step is Step.NONE
    page.card.take.click()
    give(qtbot, page)
    settled(qtbot, page, lambda: services.shifts.on_duty() is not None and page.card.order.isVisible())
    shift = services.shifts.on_duty()
    assert shift is not None
    window = page.window()
    assert isinstance(window, MainWindow)
    assert "14:00–22:00" in window._strip.shift.accessibleName()

    radio = next(one for one in services.shifts.checks.of(shift.id) if one.source is CheckSource.HAND)
    page.checks.buttons[radio.id, CheckState.DEFECT].click()
    give(qtbot, page, "")  # a defect without a note is not kept
    qtbot.waitUntil(lambda: page.dialog is not None and page.dialog.go.isEnabled())
    give(qtbot, page, "no answer")
    settled(qtbot, page, lambda: page.dialog is None)
    page.log.entry.setText(HOSTILE)
    QTest.keyClick(page.log.entry, Qt.Key.Key_Return)
    settled(qtbot, page, lambda: not page.log.entry.text())
    window.run("shift.log")
    give(qtbot, page, "from anywhere")
    settled(qtbot, page, lambda: page.dialog is None)
    grave, second = enter(duty, HOSTILE, Severity.S1), enter(duty, "bag left", Severity.S2)
    enter(duty, "signal jumped", Severity.S3)
    duty.clock.advance(8.5 * 3600)

    page.pane.begin.click()
    settled(qtbot, page, lambda: page.pane.step is Step.PREPARE)
    page.pane.remarks.setPlainText("watch the bus stand")
    page.pane.identify.click()
    give(qtbot, page, "A1", word)  # the outgoing himself
    qtbot.waitUntil(lambda: page.dialog is not None and page.dialog.refusal.isVisible())
    give(qtbot, page, "A2", word)
    settled(qtbot, page, lambda: page.pane.step is Step.READ and len(page.pane.view.open_buttons) == 2)
    assert not page.pane.sign.isEnabled()
    settled(qtbot, page, lambda: "<b>loud</b>" in shown(page))
    assert "\u202e" not in shown(page)
    for number, incident_id in enumerate((grave, second), 1):
        page.pane.view.open_buttons[incident_id].click()
        qtbot.waitUntil(lambda: bool(_sheets(page)), timeout=8000)
        for sheet in _sheets(page):
            sheet.accept()
        settled(qtbot, page, lambda done=number: page._form is not None and len(page._form.opened) == done)
    settled(qtbot, page, page.pane.sign.isEnabled)
    page.pane.sign.click()
    give(qtbot, page, word, "wrong-for-sure")
    qtbot.waitUntil(lambda: page.dialog is not None and page.dialog.go.isEnabled(), timeout=8000)
    assert services.shifts.on_duty() == shift
    give(qtbot, page, word, word)
    settled(qtbot, page, lambda: page.dialog is None and page.pane.step is Step.NONE)

    begun, session = services.shifts.on_duty(), services.access.session
    assert begun is not None
    assert session is not None
    assert (begun.badge, session.officer.badge) == ("A2", "A2")
    page.tabs[1].click()
    settled(qtbot, page, lambda: page.past.list.count() == 1)
    form = page.past._form
    assert form is not None
    assert form.signed
    assert form.remarks == "watch the bus stand"
    assert [one.text for one in form.log] == [HOSTILE.replace("\u202e", ""), "from anywhere"]
    settled(qtbot, page, lambda: form.sha256[:32] in shown(page))
    page.tabs[2].click()
    settled(qtbot, page, lambda: page.roster.isVisible())


def _sheets(page: HandoverPage) -> list[QDialog]:
    return [one for one in page.findChildren(IncidentSheet) if one.isVisible()]


def test_who_may_not_does_not_and_leaving_asks(duty: DutyRoom, desk: Callable[[], HandoverPage], qtbot: Any) -> None:
    services = duty.services
    duty.sit("T1")
    page = desk()
    settled(qtbot, page, lambda: page.card.isVisible())
    assert not page.card.take.isEnabled()
    assert not page.log.entry.isEnabled()
    duty.sit("A1")
    services.shifts.take()
    settled(qtbot, page, lambda: page.card.order.isVisible() and page.pane.begin.isVisible())
    left: list[bool] = []
    question = ask_before_leaving(screen_of(services), page, lambda: left.append(True))
    assert question is not None
    assert not left
    question.go.click()
    assert left == [True]
    page.card.order.click()
    give(qtbot, page, "A2", WORD.reveal(), "he is ill")  # no supervisor
    qtbot.waitUntil(lambda: page.dialog is not None and page.dialog.refusal.isVisible(), timeout=8000)
    give(qtbot, page, "S1", WORD.reveal(), "he is ill")
    settled(qtbot, page, lambda: page.dialog is None and page.card.take.isVisible())
    assert services.shifts.on_duty() is None
    assert ask_before_leaving(screen_of(services), page, lambda: left.append(False)) is None
    assert left == [True, False]
