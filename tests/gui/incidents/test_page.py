"""The Incidents page over real services: clocks, steps and refusals, seals, two screens, hostile texts, Urdu."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from safecity_console.domain.incident import Category, Incident, Severity, Source, State
from safecity_console.domain.incident_parts import PartyKind, PartyRole
from safecity_console.ui.incidents.clock_words import Tone
from safecity_console.ui.incidents.feed import Tab
from safecity_console.ui.incidents.page import IncidentsPage
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenWindow
from tests.gui.incidents.conftest import Enter

HOSTILE = "<b>x</b>&amp; =cmd|'/C calc'!A0 \u202etxt.exe'; DROP TABLE incident;--"


def _page(shown: Any) -> IncidentsPage:
    shown.show_page("incidents")
    page: IncidentsPage = shown._pages.incidents
    assert shown.isActiveWindow(), "a widget without a parent was shown and took the keyboard away"
    return page


def _shown(page: IncidentsPage, qtbot: Any, incident_id: str) -> None:
    page.open_incident(incident_id)
    qtbot.waitUntil(lambda: page.detail.detail is not None
                    and page.detail.detail.incident.id == incident_id, timeout=5000)


def _wait_state(here: Room, qtbot: Any, page: IncidentsPage, incident_id: str, state: State) -> None:
    qtbot.waitUntil(lambda: page.detail.detail is not None and page.detail.detail.incident.state is state
                    and not page.detail.asking.busy, timeout=5000)
    assert here.services.incidents.detail(incident_id).incident.state is state


def _texts(page: IncidentsPage) -> str:
    return "\n".join(one.text() for one in page.detail.findChildren(QLabel) if one.isVisibleTo(page.detail))


def test_clocks_count_against_their_target_and_rows_stay_under_the_pointer(window: OpenWindow, here: Room,
                                                                         enter: Enter) -> None:
    grave, calm = enter("Knife", Severity.S1), enter("Parking", Severity.S4)
    page = _page(window(here))
    clock = page.list.painter.clock
    steps = [(0, Tone.QUIET, "0:00"), (12, Tone.NEARLY, "0:12"), (8, Tone.LATE, "0:20")]
    for seconds, tone, count in steps:
        here.clock.advance(seconds)
        words = clock(page.list.rows.incidents[0])
        assert (words.tone, count in words.text) == (tone, True), seconds
    assert [one.id for one in page.list.rows.incidents] == [grave.id, calm.id]
    page.list.rows.still = True  # the pointer is here
    newer = enter("Gun", Severity.S1)
    here.services.incidents.step(calm.id, State.ACKNOWLEDGED)
    page.list.feed.ask()
    assert [one.id for one in page.list.rows.incidents] == [grave.id, calm.id]
    assert page.list.rows.incidents[1].state is State.ACKNOWLEDGED, "what a row says is true all the same"
    assert page.list.rows.waiting_count == 1
    page.list._let_go()
    assert [one.id for one in page.list.rows.incidents] == [grave.id, newer.id, calm.id]


def test_steps_by_keys_and_what_is_refused_is_said_where_it_was_asked(window: OpenWindow, here: Room, enter: Enter,
                                                                     qtbot: Any) -> None:
    found = enter(camera=1, source=Source.CALL_15)
    shown = window(here)
    page = _page(shown)
    _shown(page, qtbot, found.id)
    for state in (State.ACKNOWLEDGED, State.VERIFIED, State.DISPATCHED):
        qtbot.keyClick(page.list.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        _wait_state(here, qtbot, page, found.id, state)
    assert [word for word, after in page.detail.strip.words() if after] == ["Seen", "Verified", "Dispatched"]
    page.detail.life.step(State.RESOLVED)
    ask = page.detail.asking.open_ask
    assert ask is not None
    ask.editors["outcome"].setPlainText("Both went home")  # type: ignore[attr-defined]
    ask.go.click()
    qtbot.waitUntil(lambda: bool(ask.refusal), timeout=5000)
    assert ask.answers()["outcome"] == "Both went home", "a refusal throws nothing away"
    ask.editors["why"].setText("agreed with the SHO")  # type: ignore[attr-defined]
    ask.go.click()
    _wait_state(here, qtbot, page, found.id, State.RESOLVED)
    page.detail.life.step(State.ON_SCENE)
    qtbot.waitUntil(lambda: bool(page.detail.message.text()), timeout=5000)
    assert "“Resolved”" in page.detail.message.text().replace("\u2066", "").replace("\u2069", "")


def test_a_step_of_the_checklist_is_ticked_and_unticked_by_a_click(window: OpenWindow, here: Room, enter: Enter,
                                                                   qtbot: Any) -> None:
    found = enter(camera=1, source=Source.CALL_15)
    page = _page(window(here))
    _shown(page, qtbot, found.id)

    def done(tick_id: str) -> bool:
        return any(one.id == tick_id and bool(one.done_by) for one in here.services.incidents.detail(found.id).ticks)

    step = next(one for one in here.services.incidents.detail(found.id).ticks if not one.call_back)
    for wanted in (True, False):
        qtbot.waitUntil(lambda after=wanted: page.detail.checklist.boxes[step.id].isChecked() is not after)
        page.detail.checklist.boxes[step.id].click()
        qtbot.waitUntil(lambda after=wanted: done(step.id) is after)


def test_what_is_sealed_is_shown_only_after_it_was_opened(window: OpenWindow, here: Room, enter: Enter,
                                                        qtbot: Any) -> None:
    other = enter("Something else")
    found = enter("Complaint", category=Category.WOMEN_CHILDREN, caller_name="Ayesha Noor", caller_phone="0300 1112223",
                  source=Source.CALL_15)
    here.services.incidents.add_party(found.id, PartyKind.PERSON, PartyRole.VICTIM, "Ayesha Noor", "in a red shawl")
    page = _page(window(here))
    _shown(page, qtbot, found.id)
    assert "Ayesha" not in _texts(page)
    assert "red shawl" not in _texts(page)
    page.detail.fields.open_seal.click()
    qtbot.waitUntil(lambda: "Ayesha" in _texts(page) and "red shawl" in _texts(page), timeout=5000)
    _shown(page, qtbot, other.id)
    _shown(page, qtbot, found.id)
    assert "Ayesha" not in _texts(page)
    assert any("was opened" in text for text in page.detail.timeline.texts())


def test_a_change_on_another_screen_is_shown_and_keeps_what_is_typed(window: OpenWindow, here: Room, enter: Enter,
                                                                   qtbot: Any) -> None:
    found = enter(place="Chowk")
    page = _page(window(here))
    _shown(page, qtbot, found.id)
    line = page.detail.fields.lines["place"]
    line.setFocus()
    line.setText("Chowk Shaheedan, north side")
    here.services.incidents.change(found.id, place="Nangi", fir_no="409/26")
    qtbot.waitUntil(lambda: line.stale, timeout=5000)
    assert line.text() == "Chowk Shaheedan, north side"
    assert page.detail.fields.lines["fir_no"].text() == "409/26"
    assert "another screen" in page.detail.message.text()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: here.services.incidents.by_label(found.id).place == "Chowk Shaheedan, north side",
                    timeout=5000)
    qtbot.waitUntil(lambda: not line.typing, timeout=5000)
    assert not line.stale


def test_hostile_texts_are_text_everywhere(window: OpenWindow, here: Room, enter: Enter, qtbot: Any,
                                           tmp_path: Path) -> None:
    found = enter(HOSTILE, Severity.S1, place=HOSTILE, note="=1+1\n" + HOSTILE * 100)
    here.services.incidents.add_party(found.id, PartyKind.VEHICLE, PartyRole.SUSPECT, HOSTILE[:80], HOSTILE)
    shown = window(here)
    page = _page(shown)
    _shown(page, qtbot, found.id)
    assert "<b>x</b>&amp;" in page.detail.title.accessibleName()
    for one in shown.findChildren(QLabel):
        if "<b>" in one.text():
            assert one.textFormat() is Qt.TextFormat.PlainText
    file = tmp_path / "list.csv"
    page.papers.write_csv(page.list.rows.incidents, file)
    qtbot.waitUntil(file.exists, timeout=5000)
    page.papers.write_csv(page.list.rows.incidents, tmp_path / "none" / "list.csv")
    qtbot.waitUntil(lambda: any("written" in text for text in shown.toasts.texts()), timeout=5000)
    text = file.read_text(encoding="utf-8-sig")
    assert "DROP TABLE" in text
    assert "\u202e" not in text


def test_searching_and_filters_narrow_and_the_newest_answer_wins(window: OpenWindow, here: Room, enter: Enter,
                                                                qtbot: Any) -> None:
    fire, fight = enter("Fire in a shop", Severity.S1), enter("لڑائی چوک میں")
    here.services.incidents.hoax(enter("Hoax fire").id)
    page = _page(window(here))

    def shown() -> list[str]:
        return [one.id for one in page.list.rows.incidents]

    page.list.search.setText("fir")
    page.list.search.setText("لڑائی")
    qtbot.waitUntil(lambda: shown() == [fight.id], timeout=5000)
    page.list.search.setText("fire")
    qtbot.waitUntil(lambda: shown() == [fire.id], timeout=5000)
    page.list.filters.severity.setCurrentIndex(page.list.filters.severity.findData("S4"))
    qtbot.waitUntil(lambda: shown() == [], timeout=5000)
    page.list.search.clear()
    page.list.filters.clear()
    qtbot.waitUntil(lambda: shown() == [fire.id, fight.id], timeout=5000)


def test_a_typed_span_narrows_beside_the_presets(window: OpenWindow, here: Room, enter: Enter, qtbot: Any) -> None:
    now = here.clock.now()
    old, new = enter("Old", event_at=now - timedelta(days=2)), enter("New", event_at=now - timedelta(hours=1))
    page = _page(window(here))
    page.list.tabs.choose(Tab.ALL)
    filters, local = page.list.filters, (now - timedelta(days=2)).astimezone(page._screen.zone)

    def shown(*wanted: Incident) -> None:
        qtbot.waitUntil(lambda: {one.id for one in page.list.rows.incidents} == {one.id for one in wanted})

    shown(new, old)
    filters.to_at.setText(f"{local:%Y-%m-%d}")
    shown(old)
    assert filters.count == 1
    filters.from_at.setText("-5")
    shown(new, old)  # it would end before it begins: nothing narrows, and that is said
    filters.from_at.editingFinished.emit()
    assert filters.times["to"].refusal == "The end must come after the beginning."
    filters.to_at.setText("soon")
    assert filters.times["to"].refusal.startswith("This time cannot be read")
    assert filters.count == 0
    filters.to_at.clear()
    filters.from_at.setText("-90")
    shown(new)
    assert not filters.times["to"].refusal
    filters.span.setCurrentIndex(filters.span.findData(24 * 7))
    shown(new)  # both narrow; the later beginning counts
    filters.clear()
    shown(new, old)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_page_mirrors(window: OpenWindow, here: Room, enter: Enter, qtbot: Any, language: str) -> None:
    here.services.settings.set("screen.language", language)
    found = enter()
    page = _page(window(here))
    _shown(page, qtbot, found.id)
    assert (page.detail.x() < page.list.x()) == (language == "ur")
    first, last = page.detail.strip._boxes()[0], page.detail.strip._boxes()[-1]
    assert (first.left() > last.left()) == (language == "ur")


def test_the_wall_queues_new_ones_counts_all_and_f7_acknowledges(window: OpenWindow, here: Room, enter: Enter,
                                                               qtbot: Any) -> None:
    shown = window(here)
    calm, grave = enter("Parking", Severity.S3), enter("Knife", Severity.S1)
    side = shown.wall_page.side
    qtbot.waitUntil(lambda: len(side.incidents.cards) == 2, timeout=5000)
    assert side.incidents.new_count == 1
    qtbot.waitUntil(lambda: shown._rail._buttons["incidents"]._count == "2", timeout=5000)
    for wanted in (grave, calm):  # the gravest first
        qtbot.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_F7)
        qtbot.waitUntil(lambda wanted=wanted: here.services.incidents.by_label(wanted.id).state is State.ACKNOWLEDGED,
                        timeout=5000)
    qtbot.waitUntil(lambda: side.incidents.new_count == 0, timeout=5000)
    side.incidents.cards[0].chosen.emit(grave.id)
    assert shown.page == "incidents"
    assert shown._pages.incidents.detail.incident_id == grave.id
    source = next(one for one in shown._parts.palette._sources.values() if one.kind == "incident")
    qtbot.waitUntil(lambda: len(list(source.entries())) == 2, timeout=5000)
    shown.run("find.anything")
    shown._parts.palette.line.setText("i-2 knife")
    entry = shown._parts.palette.current()
    assert entry is not None
    assert entry.id == grave.id
