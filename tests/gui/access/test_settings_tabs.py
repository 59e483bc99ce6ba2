"""The tabs Sites, Units and Procedures: saved through the screen, refused in words, closed to whom they are not for."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from safecity_console.domain.incident import Category, Severity
from safecity_console.domain.incident_clock import Targets
from safecity_console.domain.unit import UnitKind
from tests.gui.access.conftest import ADMIN, DUTY, SSP, Post

HOSTILE = "<b>Chowk</b> &amp;"


def _tab(post: Post, tab_id: str) -> Any:
    post.window.show_page("settings")
    tabs = post.window._pages.settings_tabs
    tabs.go_to(tab_id)
    return tabs.body(tab_id)


def _saved(post: Post, tab: Any) -> None:
    tab.save.click()
    post.until(lambda: tab.save.isEnabled() and not tab._deeds.busy)


def test_sites_are_added_changed_and_removed(post: Post) -> None:
    post.make_officers()
    post.open()
    post.at_desk(ADMIN)
    tab = _tab(post, "sites")
    tab.new.click()
    tab.name.setText(HOSTILE)
    tab.latitude.setText("33,14")
    tab.longitude.setText("east")
    _saved(post, tab)
    assert tab.refusal.text() == "Latitude or longitude is not a number."
    tab.longitude.setText("73.75")
    _saved(post, tab)
    place = next(one for one in post.services.places.places() if one.name == HOSTILE)
    assert (place.latitude, place.longitude) == (33.14, 73.75)
    assert tab.refusal.isHidden()
    assert HOSTILE in tab.list.currentItem().text()
    assert not tab.remove.isHidden(), "no camera stands here"
    tab.ask_remove()
    tab.question.go.click()
    post.until(lambda: not tab._deeds.busy and all(
        one.name != HOSTILE for one in post.services.places.places()))
    tab.new.click()
    _saved(post, tab)
    assert tab.refusal.text().startswith("A site's name has")


def test_units_go_in_and_out_of_service(post: Post) -> None:
    post.make_officers()
    post.open()
    post.at_desk(ADMIN)
    tab = _tab(post, "units")
    tab.name.setText("Patrol 4")
    tab.kind.setCurrentIndex(tab.kind.findData(UnitKind.ELITE.value))
    _saved(post, tab)
    unit, = post.services.units.units()
    assert (unit.name, unit.kind) == ("Patrol 4", UnitKind.ELITE)
    tab.new.click()
    tab.name.setText("PATROL 4")
    _saved(post, tab)
    assert (tab.refusal.text(), tab.name.text()) == ("Another unit has this name.", "PATROL 4")
    tab.list.setCurrentRow(0)
    tab.active.setChecked(False)
    _saved(post, tab)
    assert post.services.units.units() == ()
    assert "out of service" in tab.list.item(0).text()


def test_procedures_and_targets_are_edited(post: Post) -> None:
    post.make_officers(SSP)
    post.open()
    post.at_desk(SSP)
    tab, procedures = _tab(post, "procedures"), post.services.procedures
    row = next(at for at in range(tab.list.count()) if tab.list.item(at).data(0x0100) == Category.DRUGS.value)
    tab.list.setCurrentRow(row)
    tab.within.setValue(45)
    tab.shown.setChecked(False)
    _saved(post, tab)
    kept = procedures.of(Category.DRUGS)
    assert (kept.call_back_within_s, kept.shown) == (45 * 60, False)
    assert kept.steps == procedures.standard(Category.DRUGS).steps
    tab.list.setCurrentRow(0)
    tab.targets[Severity.S2, "acknowledge_s"].setValue(500)
    tab.targets[Severity.S2, "dispatch_s"].setValue(20)
    _saved(post, tab)
    assert "dispatch does not come before" in tab.refusal.text()
    tab.targets[Severity.S2, "acknowledge_s"].setValue(10)
    tab.targets[Severity.S2, "arrive_s"].setValue(600)
    _saved(post, tab)
    assert procedures.targets()[Severity.S2] == Targets(10, 20, 600)


@pytest.mark.parametrize("tab_id", ["sites", "units", "procedures"])
def test_a_tab_says_why_it_is_closed(post: Post, tab_id: str) -> None:
    post.make_officers(DUTY, SSP)
    post.open()
    post.at_desk(DUTY)
    said = [one.text() for one in _tab(post, tab_id).findChildren(QLabel)]
    assert any("Your role does not allow this." in one for one in said)
