"""Deeds of two on the Incidents page, and the dialogs of liaison when the console locks before them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode
from safecity_console.domain.incident import Category, IncidentDraft, Severity, Source
from safecity_console.ui.incidents.page import IncidentsPage
from safecity_console.ui.liaison.contact_dialogs import ContactDialog
from safecity_console.ui.signin.second import SecondOfficer
from tests.gui.access.conftest import ADMIN, DUTY, PASSWORD, SSP, Post

SUPERVISOR = "V-002"


def _with_supervisor(post: Post) -> None:
    post.make_officers(DUTY, SSP)
    access, officers = post.services.access, post.services.officers
    access.sign_in(ADMIN, Secret(PASSWORD))
    officers.add(Officer("", SUPERVISOR, "Officer V", post.role(RoleCode.SUPERVISOR).id), Secret(PASSWORD),
                 must_change=False)
    access.sign_out()


def _agree(dialog: SecondOfficer, badge: str) -> None:
    dialog.reason.setText("Kept by mistake")
    dialog.badge.setText(badge)
    dialog.password.line.setText(PASSWORD)
    dialog.go.click()


def test_a_clip_is_unlocked_by_two_through_the_screen(post: Post) -> None:
    _with_supervisor(post)
    incidents = post.services.incidents
    post.services.access.sign_in(DUTY, Secret(PASSWORD))
    found = incidents.enter(IncidentDraft("Theft", Category.PROPERTY, Severity.S2, Source.CAMERA,
                                          camera_id=post.room.camera(1).id))
    post.services.access.sign_out()
    window = post.open()

    def page() -> IncidentsPage:
        window.show_page("incidents")
        shown: IncidentsPage = window._pages.incidents
        shown.open_incident(found.id)
        post.until(lambda: shown.detail.detail is not None and not shown.detail.asking.busy)
        return shown

    def unlockers(shown: IncidentsPage) -> list[QPushButton]:
        return [one for one in shown.detail.units.findChildren(QPushButton) if one.text() == "Unlock…"]

    post.at_desk(DUTY)
    assert not unlockers(page()), "a duty officer unlocks nothing"
    window.gate.sign_out()
    post.at_desk(SUPERVISOR)
    shown = page()
    unlocker, standing = unlockers(shown)[0], len(unlockers(shown))

    def dialog() -> Any:
        unlocker.click()
        post.until(lambda: any(one.isVisible() for one in shown.findChildren(SecondOfficer)))
        return next(one for one in shown.findChildren(SecondOfficer) if one.isVisible())

    asked = dialog()
    for badge, said in ((SUPERVISOR, "another person"), (DUTY, "role cannot agree")):
        _agree(asked, badge)
        post.until(lambda said=said: said in asked.said.text() and not asked.attempt.busy)
    asked.reject()
    post.until(lambda: "no second officer agreed" in shown.detail.message.text())
    assert not [one for one in incidents.detail(found.id).clips if one.released_at is not None]
    asked = dialog()
    _agree(asked, SSP)
    post.until(lambda: len(unlockers(shown)) == standing - 1)
    assert len([one for one in incidents.detail(found.id).clips if one.released_at is not None]) == 1
    event = incidents.detail(found.id).events[-1]
    assert (event.kind, event.badge, event.content["second"]) == ("clip_unlocked", SUPERVISOR, SSP)


def test_a_dialog_of_liaison_waits_behind_the_lock_for_its_officer_only(post: Post, qtbot: Any) -> None:
    _with_supervisor(post)
    window = post.open()
    post.at_desk(SUPERVISOR)

    def opened() -> ContactDialog:
        window.show_page("liaison")
        tab = window._pages.liaison.contacts
        tab.new.click()
        dialog: ContactDialog = window.findChildren(ContactDialog)[-1]
        dialog.name.setText("Nadeem, union council 4")
        return dialog

    dialog = opened()
    for _times in range(2):
        window.gate.lock()
        assert not dialog.isVisible()
        post.form.secret.line.setText("not his password")
        post.form.unlock()
        post.until(lambda: bool(post.form.said.text()) and not post.form.attempt.busy)
        assert not dialog.isVisible(), "a wrong word brings nothing back"
        post.form.secret.line.setText(PASSWORD)
        post.form.unlock()
        post.until(dialog.isVisible)
        assert dialog.name.text() == "Nadeem, union council 4"
        assert dialog.isModal()
    dialog.go.click()
    post.until(lambda: len(post.services.contacts.contacts()) == 1)

    left = opened()
    answers: list[int] = []
    left.finished.connect(answers.append)
    window.gate.lock()
    qtbot.mouseClick(post.form.other, Qt.MouseButton.LeftButton)
    post.at_desk(DUTY)
    assert answers == [0]
    post.until(lambda: not [one for one in window.findChildren(ContactDialog) if one.isVisible()])
    assert len(post.services.contacts.contacts()) == 1, "nothing of what he left was written"
