"""Papers of an incident from its menu: transfer sheet, request to preserve, sealed choice, and links by number."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from safecity_console.domain.incident import Category, Incident, Severity, State
from safecity_console.domain.watch_notice import WatchKind, WatchNotice
from safecity_console.ui.incidents.page import IncidentsPage
from safecity_console.ui.widgets.ask import Ask
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenWindow
from tests.gui.incidents.conftest import Enter


def _open(window: OpenWindow, here: Room, qtbot: Any, found: Incident) -> IncidentsPage:
    shown: Any = window(here)
    shown.show_page("incidents")
    page: IncidentsPage = shown._pages.incidents
    page.open_incident(found.id)
    qtbot.waitUntil(lambda: page.detail.detail is not None and page.detail.detail.incident.id == found.id)
    return page


def _menu(page: IncidentsPage) -> list[str]:
    return [action.text() for action in page.detail.foot.menu().actions() if action.text()]


def _choose(page: IncidentsPage, title: str) -> None:
    next(action for action in page.detail.foot.menu().actions() if action.text() == title).trigger()


def _fill(ask: Ask | None, **answers: str) -> Ask:
    assert ask is not None
    for name, text in answers.items():
        editor: Any = ask.editors[name]
        (editor.setPlainText if hasattr(editor, "setPlainText") else editor.setText)(text)
    return ask


def _save(qtbot: Any, ask: Ask, file: Path) -> None:
    ask.go.click()
    dialog = ask.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(file))
    dialog.reject()


def test_the_sheet_is_offered_after_a_transfer_and_keeps_what_was_typed(window: OpenWindow, here: Room, enter: Enter,
                                                                        qtbot: Any, tmp_path: Path) -> None:
    found = enter("Complaint", category=Category.WOMEN_CHILDREN, caller_name="Ayesha Noor")
    page = _open(window, here, qtbot, found)
    assert "Request to preserve data…" not in _menu(page), "of cyber incidents only"
    page.detail.life.step(State.TRANSFERRED)
    step = _fill(page.detail.asking.open_ask, why="hers by rule")
    step.go.click()
    qtbot.waitUntil(lambda: page.papers.open_ask is not None)
    ask = page.papers.open_ask
    assert ask is not None
    assert ask.answers()["reason"] == "hers by rule"
    assert ask.answers()["to"] == here.services.incidents.by_label(found.id).transferred_to
    ask.editors["sealed"].setChecked(True)  # type: ignore[attr-defined]
    _save(qtbot, ask, tmp_path / "none" / "sheet.pdf")
    qtbot.waitUntil(lambda: bool(ask.refusal))
    assert ask.answers()["reason"] == "hers by rule"
    _save(qtbot, ask, tmp_path / "sheet.pdf")
    qtbot.waitUntil(lambda: page.papers.open_ask is None and not page.papers._deeds.busy)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    kinds = [event.kind for event in here.services.incidents.detail(found.id).events]
    assert kinds.count("sealed_opened") == 2, "each paper opens the seal anew"
    assert "Transfer sheet…" in _menu(page), "also when it has ended"


def test_a_request_to_preserve_and_links_by_number(window: OpenWindow, here: Room, enter: Enter, qtbot: Any,
                                                   tmp_path: Path) -> None:
    other, found = enter("Theft"), enter("Fake ID", Severity.S3, category=Category.CYBER)
    watch = here.services.watch_notices
    notice = watch.post(WatchNotice("", WatchKind.WANTED_PERSON, "Bearded man", here.clock.now() + timedelta(days=3),
                                    "with a bag", issued_by="SSP office"))
    page = _open(window, here, qtbot, found)
    _choose(page, "Request to preserve data…")
    ask = _fill(page.papers.open_ask, provider="A provider", what="Account x, from May")
    assert "sealed" not in ask.editors, "nothing is sealed here"
    _save(qtbot, ask, tmp_path / "ask.pdf")
    qtbot.waitUntil(lambda: page.papers.open_ask is None and (tmp_path / "ask.pdf").exists())
    _choose(page, "Link a watch notice…")
    ask = _fill(page.detail.asking.open_ask, number="W-999")
    ask.go.click()
    qtbot.waitUntil(lambda: bool(ask.refusal))
    _fill(ask, number=notice.label).go.click()
    qtbot.waitUntil(lambda: page.detail.asking.open_ask is None)
    _choose(page, "Link another incident…")
    _fill(page.detail.asking.open_ask, number=other.label).go.click()
    qtbot.waitUntil(lambda: page.detail.asking.open_ask is None)
    linked = {(one.kind, one.label) for one in here.services.incidents.detail(found.id).related}
    assert linked == {("watch_notice", notice.label), ("incident", other.label)}
    assert any(found.label in str(event.content) for event in watch.history(notice.id))
