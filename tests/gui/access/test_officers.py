"""Officers, roles, camera groups on screen, and the second officer who must agree."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import OF_CAMERAS, Officer, Permission, RoleCode, TwoPerson
from safecity_console.ui.access_texts import permission_meaning, permission_title, two_person_title
from safecity_console.ui.settings.camera_groups import CameraGroupsTab
from safecity_console.ui.settings.officer_dialog import OfficerDialog, PasswordDialog
from safecity_console.ui.settings.officers import OfficersTab
from safecity_console.ui.settings.roles import RolesTab
from safecity_console.ui.signin.own import OwnCredentials
from safecity_console.ui.signin.second import SecondOfficer
from safecity_console.ui.widgets.question import Question
from tests.gui.access.conftest import ADMIN, DUTY, PASSWORD, SSP, SUPERVISOR, TECHNICIAN, Post


def _tab(post: Post, tab_id: str) -> Any:
    post.window.show_page("settings")
    tabs = post.window._pages.settings_tabs
    tabs.go_to(tab_id)
    body = tabs.body(tab_id)
    assert body is not None
    return body


def _agree(post: Post, dialog: SecondOfficer, badge: str, password: str = PASSWORD) -> None:
    dialog.reason.setText("Agreed on the phone")
    dialog.badge.setText(badge)
    dialog.password.line.setText(password)
    dialog.go.click()


def test_every_permission_and_act_of_two_has_words() -> None:
    assert all(permission_title(one) and permission_meaning(one).endswith(".") for one in Permission)
    assert len({permission_title(one) for one in Permission}) == len(Permission)
    assert all(two_person_title(one) for one in TwoPerson)


def test_an_officer_is_added_changed_and_made_inactive(post: Post) -> None:
    post.make_officers(SSP)
    post.open()
    post.at_desk(ADMIN)
    tab = cast("OfficersTab", _tab(post, "officers"))
    tab.open_add()
    dialog = tab.findChildren(OfficerDialog)[-1]
    dialog.role.setCurrentIndex(dialog.role.findData(post.role(RoleCode.DUTY_OFFICER).id))
    for line in dialog.password.lines:
        line.setText(PASSWORD)
    dialog.name.setText("Bilal <b>Ahmed</b>")
    dialog.badge.setText(SSP)
    dialog.save()
    dialog.save()
    post.until(lambda: bool(dialog.fields["badge"].refusal))
    assert "belongs to another officer" in dialog.fields["badge"].refusal
    dialog.badge.setText("d-1 04")
    dialog.save()
    post.until(lambda: tab.selected() is not None and tab.selected().badge == DUTY)  # type: ignore[union-attr]
    kept = post.services.officers.by_badge(DUTY)
    assert kept is not None
    assert kept.must_change_password
    tab.turn_active()
    question = next(one for one in tab.findChildren(Question) if one.isVisible())
    question.go.click()
    post.until(lambda: not post.services.officers.by_badge(DUTY).active)  # type: ignore[union-attr]
    post.until(lambda: tab.turn.text() == "Make active")


def test_a_new_password_for_one_who_could_agree_takes_a_third(post: Post) -> None:
    post.make_officers(SSP)
    post.open()
    post.at_desk(ADMIN)
    services, other, given = post.services, "ADM-2", "seven quiet rivers run"
    approval = services.access.countersign(TwoPerson.ADD_ADMINISTRATOR, SSP, Secret(PASSWORD), "a second one")
    services.officers.add(Officer("", other, "Officer Two", post.role(RoleCode.ADMINISTRATOR).id), Secret(PASSWORD),
                          approval, must_change=False)
    tab = cast("OfficersTab", _tab(post, "officers"))
    tab.select(SSP)
    tab.open_password()
    dialog = tab.findChildren(PasswordDialog)[-1]
    assert not dialog.go.isEnabled()
    for line in dialog.password.lines:
        line.setText(given)
    dialog.go.click()
    post.until(lambda: dialog.deed is not None and dialog.deed.dialog is not None)
    assert dialog.deed is not None
    asked = cast("SecondOfficer", dialog.deed.dialog)
    asked.reject()
    post.until(lambda: "no second officer agreed" in dialog.refusal.text())
    dialog.go.click()
    post.until(lambda: dialog.deed is not None and dialog.deed.dialog not in (None, asked))
    _agree(post, cast("SecondOfficer", dialog.deed.dialog), other)
    post.until(lambda: services.officers.by_badge(SSP).must_change_password)  # type: ignore[union-attr]


def test_the_last_administrator_stays_and_says_why(post: Post) -> None:
    post.make_officers(SSP)
    post.open()
    post.at_desk(ADMIN)
    tab = cast("OfficersTab", _tab(post, "officers"))
    tab.select(ADMIN)
    assert not tab.password.isEnabled()
    assert tab.password.toolTip()
    tab.turn_active()
    next(one for one in tab.findChildren(Question) if one.isVisible()).go.click()
    post.until(lambda: tab.refusal.text() == "Somebody must be left who can make officers.")
    assert post.services.officers.by_badge(ADMIN).active  # type: ignore[union-attr]


def test_giving_the_right_to_make_officers_takes_a_second_officer(post: Post) -> None:
    post.make_officers(SSP, TECHNICIAN, SUPERVISOR)  # a role that nobody has gives nobody anything
    post.open()
    post.at_desk(ADMIN)
    tab = cast("RolesTab", _tab(post, "roles"))
    column = [tab.model.role_at(at).code for at in range(1, tab.model.columnCount())].index("supervisor") + 1
    row = list(Permission).index(Permission.MANAGE_OFFICERS)
    cell = tab.model.index(row, column)
    assert tab.model.setData(cell, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    tab.save.click()
    post.until(lambda: tab.deed is not None and tab.deed.dialog is not None)
    assert tab.deed is not None
    dialog = cast("SecondOfficer", tab.deed.dialog)
    assert any("“\u2068Supervisor\u2069”" in one.text() for one in dialog.findChildren(QLabel))
    for badge, said in ((ADMIN, "The second officer must be another person."),
                        (TECHNICIAN, "This officer's role cannot agree to this.")):
        _agree(post, dialog, badge)
        post.until(lambda wanted=said: dialog.said.text() == wanted)  # type: ignore[misc]
    assert Permission.MANAGE_OFFICERS not in post.role("supervisor").grants
    _agree(post, dialog, SSP)
    post.until(lambda: Permission.MANAGE_OFFICERS in post.role("supervisor").grants)
    post.until(lambda: not tab.model.drafts() and not tab.busy)


def test_without_the_second_officer_nothing_happens(post: Post) -> None:
    post.make_officers(SSP, SUPERVISOR)
    post.open()
    post.at_desk(ADMIN)
    tab = cast("RolesTab", _tab(post, "roles"))
    column = [tab.model.role_at(at).code for at in range(1, tab.model.columnCount())].index("supervisor") + 1
    tab.model.set_grant(column, Permission.MANAGE_OFFICERS, True)
    tab.save.click()
    post.until(lambda: tab.deed is not None and tab.deed.dialog is not None)
    cast("SecondOfficer", tab.deed.dialog).reject()  # type: ignore[union-attr]
    assert "no second officer agreed" in tab.refusal.text()
    assert len(tab.model.drafts()) == 1, "what was not saved stays to be saved or undone"
    tab.undo.click()
    assert not tab.model.drafts()


def test_a_role_is_bound_to_a_camera_group(post: Post) -> None:
    post.make_officers()
    post.open()
    post.at_desk(ADMIN)
    groups = cast("CameraGroupsTab", _tab(post, "camera_groups"))
    groups.name.setText("Bazaar")
    groups.search.setText("02")
    shown = [at for at in range(groups.cameras.count()) if not groups.cameras.item(at).isHidden()]
    assert len(shown) == 1
    groups.cameras.item(shown[0]).setCheckState(Qt.CheckState.Checked)
    groups.save.click()
    post.until(lambda: len(post.services.officers.groups()) == 1)
    post.until(lambda: not groups.busy)
    group = post.services.officers.groups()[0]
    assert group.camera_ids == {post.room.camera(2).id}
    tab = cast("RolesTab", _tab(post, "roles"))
    for permission in OF_CAMERAS:
        tab.model.set_grant(1, permission, True, frozenset({group.id}))
    tab.save.click()
    post.until(lambda: post.role(tab.model.role_at(1).code).grants[Permission.VIEW_LIVE] == {group.id})
    post.until(lambda: not tab.busy)


def test_who_may_not_reads_why(post: Post) -> None:
    post.make_officers(DUTY)
    post.open()
    post.at_desk(DUTY)
    body = _tab(post, "officers")
    assert body.accessibleName().startswith("Your role does not allow this.")


def test_ones_own_password_and_pin(post: Post) -> None:
    post.make_officers(DUTY)
    window = post.open()
    post.at_desk(DUTY)
    window.run("officer.password")
    dialog = window.findChildren(OwnCredentials)[-1]
    dialog.current.line.setText("not the one I have")
    for line in dialog.password.lines:
        line.setText("a lantern on the roof")
    dialog.change()
    post.until(lambda: dialog.password_said.text() == "The current password is wrong.")
    dialog.pin_current.line.setText(PASSWORD)
    for pin, fit in (("123456", False), ("271828", True)):
        for line in dialog.pin.lines:
            line.setText(pin)
        assert dialog.pin_go.isEnabled() is fit
    dialog.change_pin()
    post.until(lambda: post.services.officers.by_badge(DUTY).has_pin)  # type: ignore[union-attr]
    post.until(lambda: "Your PIN is set." in window.toasts.texts())
