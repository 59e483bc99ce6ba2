"""The gate: nobody sees the desk or moves it who did not sign in."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from safecity_console.core.secrets import Secret
from safecity_console.domain.audit import StandingBreak
from safecity_console.domain.command import COMMANDS
from safecity_console.domain.incident import Category, IncidentDraft, Severity, Source
from safecity_console.domain.screens import SentKind
from safecity_console.services.desk import Seat
from safecity_console.ui.screens.window import Sight
from safecity_console.ui.signin.gate import Stand, sight_of
from safecity_console.ui.wall.screen_menu import OWN_WINDOW
from safecity_console.ui.widgets.question import Question
from tests.gui.access.conftest import ADMIN, DUTY, PASSWORD, SSP, TECHNICIAN, Post

KEYS = (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F12, Qt.Key.Key_1)


def test_a_fresh_console_makes_its_administrator_and_lets_him_in(post: Post, qtbot: Any) -> None:
    window = post.open()
    form = post.form
    assert window.gate.stand is Stand.SETUP
    assert not window.centralWidget().isVisible()
    assert window.focusWidget() is form.badge, "the first key goes to the form, not to the choice of language"
    for badge, name, first, again, fit in (
        ("", "", "", "", False), (ADMIN, "Sajid", "short", "short", False),
        (ADMIN, "Sajid", "sajid sajid", "sajid sajid", False), (ADMIN, "Sajid", PASSWORD, "corridor lamp", False),
        (ADMIN, "Sajid", PASSWORD, PASSWORD, True),
    ):
        for line, text in ((form.badge, badge), (form.name, name), *zip(form.new.lines, (first, again), strict=True)):
            line.setText(text)
        assert form.go.isEnabled() is fit, (badge, name, first, again)
    qtbot.keyClick(form.new.again.line, Qt.Key.Key_Return)
    qtbot.keyClick(form.new.again.line, Qt.Key.Key_Return)  # twice at once is one
    post.until(lambda: window.centralWidget().isVisible())
    assert post.services.access.session.officer.badge == ADMIN
    assert "A-001" in window._strip.officer.text()
    assert [one.badge for one in post.services.officers.officers()] == [ADMIN]


def test_while_it_is_shut_nothing_runs_and_nothing_shows(post: Post, qtbot: Any) -> None:
    post.make_officers()
    window = post.open()
    page = window.page
    assert window.gate.stand is Stand.SIGN_IN
    for key in KEYS:
        qtbot.keyClick(window.gate._cover, key)
        qtbot.keyClick(window, key)
    for command in COMMANDS:
        window.run(command.id)
        assert not window.actions_of_table.action(command.id).isEnabled()
    window._go_to("settings")
    window.toasts.say("Somebody is here", "info")
    assert (window.page, window.toasts.texts()) == (page, ())
    assert not window._parts.palette.isVisible()
    assert not window.centralWidget().isVisible()
    assert not window.isFullScreen()
    qtbot.keyClick(window.gate._cover, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert dict(post.room.streams.shown[-1:]).get("main", {}) == {}, "hidden video is decoded"


def test_a_wrong_try_is_one_sentence_and_the_delay_is_counted(post: Post, qtbot: Any) -> None:
    post.make_officers(DUTY)
    window = post.open()
    said = set()
    for badge in (DUTY, "X-999", DUTY, DUTY):
        post.sign_in(badge, "wrong word here")
        said.add(post.refused())
    assert said == {"Badge or password is wrong."}
    post.sign_in(DUTY)
    assert "again in \u20666" in post.refused()
    assert not post.form.go.isEnabled()
    post.clock.advance(3.0)
    post.until(lambda: "again in \u20663" in post.form.said.text())
    post.clock.advance(3.0)
    post.until(lambda: post.form.said.isHidden() and post.form.go.isEnabled())
    qtbot.mouseClick(post.form.go, Qt.MouseButton.LeftButton)
    post.until(lambda: not window.gate.shut)


def test_a_password_others_know_is_changed_before_the_desk_opens(post: Post, qtbot: Any) -> None:
    post.make_officers(DUTY, must_change=True)
    window = post.open()
    post.sign_in(DUTY)
    post.until(lambda: window.gate._shown is Stand.NEW_PASSWORD)
    assert window.gate.permissions == frozenset()
    assert not post.form.current.isVisible()  # it was typed this moment
    for line in post.form.new.lines:
        line.setText("a lantern on the roof")
    qtbot.keyClick(post.form.new.again.line, Qt.Key.Key_Return)
    post.until(lambda: window.centralWidget().isVisible())
    assert post.services.access.sign_in(DUTY, Secret("a lantern on the roof")).officer.badge == DUTY


def test_lock_and_unlock_by_pin_then_by_password(post: Post, qtbot: Any) -> None:
    post.make_officers(DUTY)
    window = post.open()
    post.at_desk(DUTY)
    post.services.officers.set_pin(Secret("271828"), Secret(PASSWORD))
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert window.gate._shown is Stand.LOCKED
    assert "D-104" in post.form.who.text()
    assert "15:42:07" in post.form.who.text()
    assert window.focusWidget() is post.form.secret.line
    post.form.secret.line.setText("271828")
    qtbot.keyClick(post.form.secret.line, Qt.Key.Key_Return)
    post.until(lambda: window.centralWidget().isVisible())
    window.run("console.lock")
    for _try in range(3):
        post.form.secret.line.setText("314159")
        qtbot.keyClick(post.form.secret.line, Qt.Key.Key_Return)
        said = post.refused()
    assert "password" in said
    assert post.form.secret.title.text() == "Password"
    post.form.secret.line.setText(PASSWORD)
    qtbot.keyClick(post.form.secret.line, Qt.Key.Key_Return)
    post.until(lambda: window.centralWidget().isVisible())


def test_dialogs_come_back_to_their_officer_and_to_nobody_else(post: Post, qtbot: Any) -> None:
    post.make_officers(DUTY, SSP)
    window = post.open()
    post.at_desk(DUTY)
    question = Question("Remove", "What was begun.", "Remove", window)
    question.open()
    answers: list[int] = []
    question.finished.connect(answers.append)
    window.gate.lock()
    assert not question.isVisible()
    post.form.secret.line.setText(PASSWORD)
    qtbot.keyClick(post.form.secret.line, Qt.Key.Key_Return)
    post.until(question.isVisible)
    window.gate.lock()
    built: list[bool] = []
    window.built.connect(lambda: built.append(True))
    qtbot.mouseClick(post.form.other, Qt.MouseButton.LeftButton)
    assert window.gate._shown is Stand.SIGN_IN
    post.at_desk(SSP)
    assert answers == [0]
    assert built, "another officer finds the pages made anew"
    assert "S-001" in window._strip.officer.text()


@pytest.mark.parametrize("covers", [False, True])
def test_an_untouched_desk_locks_itself(post: Post, qtbot: Any, covers: bool) -> None:
    post.make_officers(DUTY)
    post.arrange("console.lock_after_min", 5)
    post.arrange("console.lock_covers_screens", covers)
    window = post.open()
    post.at_desk(DUTY)
    post.clock.advance(299.0)
    window.gate.idle.look()
    assert any("1" in text for text in window.toasts.texts())
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    post.clock.advance(299.0)
    window.gate.idle.look()
    assert post.services.access.seat is Seat.TAKEN
    post.clock.advance(2.0)
    window.gate.idle.look()
    post.until(lambda: window.gate._shown is Stand.LOCKED)
    assert sight_of(window.gate.stand, post.services)[0] is (Sight.COVERED if covers else Sight.SEEN)
    window.gate.sign_out()
    assert sight_of(window.gate.stand, post.services)[0] is Sight.COVERED


def test_the_rail_says_why_and_the_first_permitted_page_is_shown(post: Post) -> None:
    post.make_officers(DUTY, TECHNICIAN)
    window = post.open()
    post.at_desk(DUTY)
    window.show_page("incidents")
    window.gate.sign_out()
    post.at_desk(TECHNICIAN)
    assert window.page == "wall"
    incidents = window._rail._buttons["incidents"]
    assert not incidents.isEnabled()
    assert incidents.toolTip() == "Your role does not allow this."
    assert window.actions_of_table.action("incident.new").toolTip() == "Your role does not allow this."
    window._go_to("incidents")
    assert window.page == "wall"
    assert window.toasts.texts() == ("Your role does not allow this.",)


def test_the_gate_speaks_urdu_for_this_run_and_mirrors(post: Post, qtbot: Any) -> None:
    post.make_officers(DUTY)
    window = post.open()
    post.form.badge.setText(DUTY)
    urdu = window.gate._cover.findChild(object, "language-ur")
    qtbot.mouseClick(urdu, Qt.MouseButton.LeftButton)
    assert window.gate._cover.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert post.form.badge.text() == DUTY
    assert post.services.settings.text("screen.language") == "en"
    post.at_desk(DUTY)
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_windows_on_other_screens_are_covered_and_come_back(post: Post) -> None:
    post.make_officers(DUTY)
    post.arrange("console.lock_covers_screens", True)
    window = post.open()
    post.at_desk(DUTY)
    stage = window.screens.stage
    stage.open()
    window.wall_page.view.select_camera(post.room.camera(1).id)
    window.screens.send(SentKind.CAMERA, OWN_WINDOW)
    beside = stage.windows()[0]
    assert beside.view.isVisible()
    for covers in (True, False):
        post.arrange("console.lock_covers_screens", covers)
        window.gate.lock()
        assert (beside.view.isVisible(), beside.veil.isVisible()) == (not covers, covers)
        assert not beside.view.isEnabled()
        post.form.secret.line.setText(PASSWORD)
        post.form.unlock()
        post.until(lambda: not window.gate.shut and beside.view.isVisible() and beside.view.isEnabled())
    window.gate.sign_out()
    assert beside.veil.isVisible()
    post.at_desk(DUTY)
    post.until(lambda: stage.windows()[0].view.isVisible())


def test_a_broken_audit_is_told_to_all_and_stays_until_a_reader_of_it_took_note(post: Post) -> None:
    post.make_officers(DUTY)
    post.services.audit._standing = StandingBreak(7, post.clock.now(), "cut_off")
    window = post.open()

    def cards() -> list[Any]:
        return [one for one in window.wall_page.side._cards if one.accessibleName() == "The audit does not fit"]

    post.at_desk(DUTY)
    assert any("were missing at its end" in text for text in window.toasts.texts())
    post.until(lambda: len(cards()) == 1)
    assert "were missing at its end" in cards()[0].accessibleDescription()
    assert not cards()[0].findChildren(QPushButton), "he does not read the audit"
    window.gate.sign_out()
    post.at_desk(ADMIN)
    assert any("were missing at its end" in text for text in window.toasts.texts())
    post.until(lambda: len(cards()) == 1)
    noted, look = cards()[0].findChildren(QPushButton)
    look.click()
    assert window.page == "audit"
    noted.click()
    post.until(lambda: not cards())
    assert post.services.audit.standing_break() is None


def test_who_takes_over_without_a_cover_between_finds_nothing_of_who_left(post: Post, qtbot: Any) -> None:
    post.make_officers(DUTY, SSP)
    window = post.open()
    post.at_desk(SSP)
    incidents, named = post.services.incidents, post.services.officers.by_badge(DUTY)
    case = incidents.enter(IncidentDraft("Took a bribe", Category.MISCONDUCT, Severity.S2, Source.PATROL,
                                         named_officer_id=named.id))
    window._pages.show_incident(case.id)
    page = window._pages.incidents
    page.list.search.setText("bribe")
    post.until(lambda: page.detail.detail is not None)
    post.services.access.sign_in(DUTY, Secret(PASSWORD))  # as a handover does
    post.until(lambda: "Officer 4" in window._strip.officer.text())
    page = window._pages.incidents
    post.until(lambda: case.id not in {one.id for one in page.list.rows.incidents})
    shown = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    assert (page.detail.detail, page.list.search.text(), page.list.feed.text) == (None, "", "")
    assert not [text for text in shown if "bribe" in text or "M-1" in text]
