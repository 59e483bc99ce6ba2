"""Every deed of the older services: refused to who may not, without a trace but the refusal's; else one row with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import RoleCode
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.errors import Conflict, Refused
from safecity_console.domain.grid import parse
from safecity_console.domain.screens import ScreenName, SentWindow
from safecity_console.domain.tour import TourKind, TourStep, tour_of
from safecity_console.domain.wall import filled_wall
from safecity_console.services.console import ConsoleServices
from tests.fakes.chain import flaws
from tests.fakes.staffed import begin, deeds, enter, make, open_console

CSV = "number,name,main_url\n21,Gate,rtsp://192.0.2.21/a\n"
GRID = parse("g2x1:0.0.1.1,1.0.1.1")
Deed = Callable[[ConsoleServices], object]


def draft(number: int, name: str = "Gate") -> CameraDraft:
    return CameraDraft(number, name, f"rtsp://192.0.2.{number}/a", user="u")


def _camera(services: ConsoleServices, number: int = 1) -> str:
    camera = services.cameras.by_number(number)
    assert camera is not None
    return camera.id


def _change(services: ConsoleServices) -> object:
    camera = services.cameras.by_number(1)
    assert camera is not None
    return services.cameras.change(camera.id, draft(1, "Chowk"), Secret("an0ther"), camera.revision)


def _window(at: str) -> SentWindow:
    return SentWindow("screen-one", ScreenName("HDMI-1"), camera_id=at)


EDITS: list[tuple[str, Deed, dict[str, object]]] = [
    ("camera.add", lambda s: s.cameras.add(draft(2), Secret("n0t told")), {"name": "Gate"}),
    ("camera.change", _change, {"changed": ["name", "password"]}),
    ("camera.remove", lambda s: s.cameras.remove(_camera(s)), {"name": "Gate"}),
    ("camera.import", lambda s: s.cameras.import_csv(CSV), {"added": [21], "changed": [], "refused": 0}),
    ("export", lambda s: s.cameras.export_csv(), {"cameras": 1, "form": "csv"}),
]
ARRANGES: list[tuple[str, Deed, dict[str, object]]] = [
    ("wall.change", lambda s: s.walls.save("Night", filled_wall("4", [])), {"deed": "save"}),
    ("wall.change", lambda s: s.walls.rename(s.walls.saved()[0].id, "Dawn"), {"deed": "rename", "to": "Dawn"}),
    ("wall.change", lambda s: s.walls.reorder([w.id for w in s.walls.saved()]), {"deed": "order"}),
    ("wall.change", lambda s: s.walls.set_default(s.walls.saved()[0].id), {"deed": "default", "officer": ""}),
    ("wall.change", lambda s: s.walls.take_in([("A", filled_wall("1", []))], [("L", GRID.text)]),
     {"deed": "take_in", "walls": ["A"], "layouts": ["L"]}),
    ("wall.change", lambda s: s.walls.delete(s.walls.saved()[0].id), {"deed": "delete"}),
    ("wall.change", lambda s: s.layouts.save("Two", GRID), {"deed": "save"}),
    ("wall.change", lambda s: s.layouts.delete(s.layouts.own()[0].id), {"deed": "delete"}),
    ("wall.change", lambda s: s.tours.save(tour_of("Round", TourKind.CAMERAS, [TourStep("a")])),
     {"deed": "save", "steps": 1}),
    ("wall.change", lambda s: s.tours.delete(s.tours.tours()[0].id), {"deed": "delete"}),
    ("wall.change", lambda s: s.screen_windows.put(_window("")), {"deed": "send", "kind": "wall"}),
    ("wall.change", lambda s: s.screen_windows.forget("screen-one"), {"deed": "take_back"}),
]
SETS: list[tuple[str, Deed, dict[str, object]]] = [
    ("setting.change", lambda s: s.settings.set("wall.fps", 20), {"value": 20, "before": 15}),
    ("setting.change", lambda s: s.settings.set("picture.hold_s", 7.5), {"value": "7.5", "before": "20.0"}),
    ("keys.change", lambda s: s.keys.add("tile.info", "Ctrl+B"), {"keys": ["Shift+F1", "Ctrl+B"]}),
    ("keys.change", lambda s: s.keys.reset("tile.info"), {"keys": []}),
    ("keys.change", lambda s: s.keys.reset_all(), {"keys": []}),
]


@pytest.fixture
def services(data_folder: Path) -> Iterator[ConsoleServices]:
    with open_console(data_folder) as console:
        made = console.services
        made.cameras.add(draft(1), Secret("s3cret"))
        made.walls.save("Kept", filled_wall("4", []))
        made.layouts.save("Kept", GRID)
        made.tours.save(tour_of("Kept", TourKind.CAMERAS, [TourStep("a")]))
        begin(made)
        nobody = next(role for role in made.officers.roles() if role.code == RoleCode.EVIDENCE_CUSTODIAN.value)
        made.officers.put_role(type(nobody)(nobody.id, nobody.code, nobody.name, revision=nobody.revision))
        make(made, "N-0", RoleCode.EVIDENCE_CUSTODIAN)  # may do nothing at all
        make(made, "T-1", RoleCode.TECHNICIAN)
        yield made


TABLES = ("camera", "wall", "own_layout", "tour", "default_wall", "screen_window", "setting", "key_binding")


def _rows(services: ConsoleServices) -> list[object]:
    return [tuple(row.values()) for table in TABLES
            for row in services.officers._reader.rows(f"SELECT * FROM {table} ORDER BY id")]


def test_what_a_role_does_not_allow_leaves_nothing_but_its_refusal(services: ConsoleServices) -> None:
    services.screen_windows.put(_window("another camera"))
    enter(services, "N-0")
    before = _rows(services)
    every = [*EDITS, *ARRANGES, *SETS]
    for _action, deed, _detail in every:
        with pytest.raises(Refused) as caught:
            deed(services)
        assert caught.value.code == "not_permitted"
    camera_id = _camera(services)
    for look in (lambda: services.snapshots.take(camera_id), lambda: services.streams.retry(camera_id)):
        with pytest.raises(Refused, match="not_permitted"):
            look()
    services.access.lock()
    for _action, deed, _detail in every:
        with pytest.raises(Refused) as caught:
            deed(services)
        assert caught.value.code == "console_locked"
    with pytest.raises(Refused, match="console_locked"):
        services.settings.set("screen.theme", "light")
    assert _rows(services) == before
    said = [(badge, detail["reason"]) for _a, _o, badge, detail in deeds(services, "permission.refused")]
    assert said == [("N-0", "not_permitted")] * (len(every) + 2) + [("N-0", "console_locked")] * (len(every) + 1)


@pytest.mark.parametrize(("action", "deed", "detail"), [*EDITS, *ARRANGES, *SETS])
def test_what_is_allowed_is_done_and_told_in_one_commit(services: ConsoleServices, action: str, deed: Deed,
                                                        detail: dict[str, object]) -> None:
    enter(services, "T-1")
    if "take_back" in str(detail):
        services.screen_windows.put(_window(""))
    before = len(deeds(services))
    deed(services)
    (row,) = deeds(services)[before:]
    assert (row[0], row[1], row[2], row[3]) == (action, "done", "T-1", detail)
    text = str(services.officers._reader.rows("SELECT group_concat(body) AS all_of FROM audit"))
    assert not any(secret in text for secret in ("s3cret", "n0t told", "an0ther", "192.0.2"))


def test_what_fails_leaves_no_row_and_the_consoles_own_notes_are_no_deeds(services: ConsoleServices) -> None:
    enter(services, "T-1")
    before = len(deeds(services))
    with pytest.raises(Conflict):
        services.cameras.add(draft(1))
    with pytest.raises(Refused):
        services.settings.set("wall.fps", 900)
    services.walls.save("Night", filled_wall("4", []))
    enter(services, "N-0")  # may do nothing; what the console notes by itself goes on
    begun = len(deeds(services))
    services.walls.set_current(filled_wall("9", [_camera(services)]), "Kept")
    services.walls.flush()
    services.tours.note_used(services.tours.tours()[0].id)
    services.settings.set("wall.mode", "what_works")  # how whoever sits here likes it
    assert [a for a, *_ in deeds(services)[before:begun]] == ["wall.change", "officer.sign_out", "officer.sign_in"]
    assert [a for a, *_ in deeds(services)[begun:]] == ["setting.change"]
    assert flaws(services.paths.database) == ()


def test_each_officer_begins_with_his_own_wall(services: ConsoleServices) -> None:
    kept = services.walls.saved()[0]
    enter(services, "T-1")
    night = services.walls.save("Night", filled_wall("4", []))
    services.walls.set_default(night.id, "T-1")
    with pytest.raises(Refused, match="not_permitted"):
        services.walls.set_default(night.id, "N-0")
    enter(services, "ADM-1")
    services.walls.set_default(kept.id)
    assert services.walls.own_default("ADM-1") is None
    own, other = services.walls.default("T-1"), services.walls.default("ADM-1")
    assert (own and own.name, other and other.name) == ("Night", "Kept")
