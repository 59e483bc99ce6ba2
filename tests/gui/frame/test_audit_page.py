"""The Audit page: words for every action, what is found and hidden, any length, verifying with a clear end."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode
from safecity_console.domain.audit import CONSOLE, Action, Actor, AuditEntry, Outcome, Subject
from safecity_console.ui.audit.page import AuditPage
from safecity_console.ui.audit.table import PAGE_ROWS, PAGES_KEPT, AuditTable, Column
from safecity_console.ui.audit_sentences import FAILED, REFUSED, SENTENCES
from safecity_console.ui.audit_texts import GROUPS, Named, sentence
from tests.fakes.audited import Forger
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow, screen_for

NOTHING = Subject()
WHO = Actor("D-104", "Imran Khan", "duty_officer", "s")
NAMED = Named({"cam-1": 12}.get, lambda at: at.strftime("%H:%M"))


def _entry(action: str, about: Subject = NOTHING, outcome: str = "done", actor: Actor = WHO, **detail: Any
           ) -> AuditEntry:
    return AuditEntry(7, datetime(2026, 11, 26, tzinfo=UTC), action, actor, about, outcome, detail, "MPR", "{}", "0")


def _plain(text: str) -> str:
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})


def test_every_action_has_a_group_and_a_sentence_that_needs_only_who() -> None:
    grouped = [one for _title, actions in GROUPS for one in actions]
    assert sorted(grouped) == sorted(Action)
    assert set(SENTENCES) == set(Action)
    for action in Action:
        for outcome in Outcome:
            said = _plain(sentence(_entry(action.value, outcome=outcome.value), NAMED))
            assert said.endswith("."), said
            assert "{" not in said
    every = [text for table in (SENTENCES, REFUSED, FAILED) for texts in table.values() for text in texts]
    assert len(every) > 100


@pytest.mark.parametrize(("entry", "said"), [
    (_entry("camera.view", cameras=[1, 4, 9]), "D-104 viewed cameras 1, 4, 9."),
    (_entry("camera.view", cameras=[4]), "D-104 viewed camera 4."),
    (_entry("camera.view", Subject("camera", "cam-1")), "D-104 viewed camera 12."),
    (_entry("camera.snapshot", Subject("camera", "3"), file="a.png"), "D-104 took a snapshot of camera 3."),
    (_entry("incident.step", Subject("incident", "u" * 36), label="MPR-I-2026-002291", before="new", to="dispatched"),
     "D-104 took incident I-2291 from new to dispatched."),
    (_entry("permission.refused", Subject("camera", "3"), "refused", permission="edit_cameras", reason="not_permitted"),
     "D-104 was refused, camera 3: Edit cameras. Your role does not allow this."),
    (_entry("officer.sign_in", Subject("officer", "D-9"), "refused", Actor(), reason="sign_in_wrong", failures=3),
     "A sign-in as D-9 was refused, wrong try 3."),
    (_entry("clock.changed", actor=CONSOLE, before="2026-11-26T10:00:00.000Z", after="2026-11-26T09:00:00.000Z"),
     "The clock of this computer was set from 10:00 to 09:00."),
    (_entry("database.restore", Subject("database", "c.db"), second="S-1", reason="r", file="c.db",
            left="1204:" + "9f" * 32),
     "D-104 and S-1 restored the database from c.db; entries up to 1204 · 9f9f9f9f were left behind."),
    (_entry("setting.change", Subject("setting", "wall.fps"), before="15", value="12"),
     "D-104 set “Pictures per second on the wall” from 15 to 12."),
    (_entry("audit.verify", outcome="failed", flaws=0), "D-104 verified the audit; 0 flaws were found."),
    (_entry("of.tomorrow"), "D-104: of.tomorrow."),
])
def test_entries_read_as_sentences(entry: AuditEntry, said: str) -> None:
    assert _plain(sentence(entry, NAMED)) == said


_texts = st.text(max_size=30)
_values = st.one_of(st.none(), st.booleans(), st.integers(), _texts, st.lists(_texts, max_size=3),
                    st.lists(st.integers(), max_size=3))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(Action), st.sampled_from(Outcome), _texts,
       st.dictionaries(st.sampled_from(["cameras", "label", "reason", "text", "{x}", "file", "left"]) | _texts, _values,
                       max_size=5))
def test_no_entry_breaks_its_sentence(action: Action, outcome: Outcome, about: str, detail: dict[str, Any]) -> None:
    assert sentence(AuditEntry(1, datetime(2026, 1, 1, tzinfo=UTC), action.value, WHO, Subject("camera", about),
                               outcome.value, detail, "", "{}", ""), NAMED)


def _page(window: OpenWindow, here: Room, qtbot: Any) -> tuple[Any, AuditPage]:
    shown = window(here)
    shown.show_page("audit")
    page = shown.findChild(AuditPage)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=3000)
    return shown, page


def _cells(page: AuditPage, column: Column = Column.WHAT) -> list[str]:
    return [_plain(str(page.model.data(page.model.index(row, column)))) for row in range(page.model.rowCount())]


def test_the_page_finds_filters_verifies_and_writes(window: OpenWindow, room: OpenRoom, qtbot: Any,
                                                    tmp_path: Path) -> None:
    here = room((1, 2))
    desk = here.services.desk
    desk.note_now(Action.VIEW, Subject("camera", "1"), Outcome.DONE, WHO, cameras=[1, 2])
    desk.note_now(Action.SEARCH, Subject("incident"), Outcome.DONE, WHO, text="<b>loud</b>")
    desk.note_now(Action.REFUSAL, Subject("camera", "2"), Outcome.REFUSED, WHO, reason="not_permitted")
    shown, page = _page(window, here, qtbot)
    newest = page.model.rowCount()
    assert _cells(page)[0].startswith("The setup read the audit.") or "was refused" in _cells(page)[0]
    page.filters.refused.setChecked(True)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=3000)
    page.filters.refused.setChecked(False)
    page.filters.text.setText("<b>loud")
    qtbot.waitUntil(lambda: any("<b>loud</b>" in one for one in _cells(page)) and page.model.rowCount() <= 2,
                    timeout=3000)
    page.table.selectRow(page.model.rowCount() - 1)
    assert "<b>loud</b>" in page.pane.bytes.toPlainText()
    assert "give the hash" in page.pane.proof.text()
    page.filters.text.clear()
    page.filters.about.setText("camera 2")
    qtbot.waitUntil(lambda: page.model.rowCount() < newest and any("was refused" in one for one in _cells(page)),
                    timeout=3000)
    page.foot.run()
    qtbot.waitUntil(lambda: not page.foot.busy, timeout=5000)
    assert "are whole" in page.foot.verdict.accessibleName()
    page.write(tmp_path / "audit.csv")
    qtbot.waitUntil((tmp_path / "audit.csv").exists, timeout=3000)
    qtbot.waitUntil(lambda: len(shown.toasts.texts()) >= 2, timeout=3000)
    Forger(here.services.paths).rewrite(1, lambda said: said.update(detail={}))
    page.foot.run()
    qtbot.waitUntil(lambda: not page.foot.busy, timeout=5000)
    assert "Entry 1 was changed" in _plain(page.foot.verdict.accessibleName())


def test_who_may_not_read_sees_why_and_no_entry(window: OpenWindow, room: OpenRoom) -> None:
    here = room((1,))
    services, password = here.services, Secret("quiet river 31")
    services.officers.begin("A-1", "Asif", Secret("correct horse 9"))
    services.access.sign_in("A-1", Secret("correct horse 9"))
    role = next(one.id for one in services.officers.roles() if one.code == RoleCode.DUTY_OFFICER.value)
    services.officers.add(Officer("", "D-104", "Imran", role), password, must_change=False)
    services.access.sign_in("D-104", password)
    page = AuditPage(screen_for(here))
    page.show()
    assert page.refusal.isVisible()
    assert not page.table.isVisible()
    assert page.model.rowCount() == 0
    page.release()


def test_a_million_rows_cost_a_page(room: OpenRoom, app: Any) -> None:
    asked: list[int] = []

    def entries(numbers: Any) -> tuple[AuditEntry, ...]:
        asked.extend(numbers)
        return tuple(AuditEntry(n, datetime(2026, 1, 1, tzinfo=UTC), "camera.view", WHO, Subject(), "done", {}, "", "",
                                "") for n in numbers)

    table = AuditTable(screen_for(room()), NAMED, entries)
    table.set_numbers(range(1_000_000, 0, -1))
    assert table.rowCount() == 1_000_000
    for row in (0, 1, 63, 500_000, 999_999):
        assert _plain(str(table.data(table.index(row, Column.NUMBER)))) == str(1_000_000 - row)
    assert len(asked) == 3 * PAGE_ROWS
    for row in range(0, 1_000_000, PAGE_ROWS * 50):
        table.data(table.index(row, Column.WHAT))
    assert len(table._pages) <= PAGES_KEPT

