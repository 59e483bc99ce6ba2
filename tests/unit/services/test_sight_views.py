"""What an officer may see of the registry, and the rows that say what was watched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.domain.access import CameraGroup, Permission, RoleCode
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.errors import Refused
from safecity_console.services.console import ConsoleServices
from safecity_console.services.view_log import AWAY_S, CAMERAS_MOST, EVERY_S
from tests.fakes.staffed import begin, deeds, enter, make, open_console


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(data_folder: Path, clock: ManualClock) -> Iterator[ConsoleServices]:
    with open_console(data_folder, clock) as console:
        made = console.services
        for number in (1, 2, 3):
            made.cameras.add(CameraDraft(number, f"Camera {number}", f"rtsp://192.0.2.{number}/a"))
        begin(made)
        make(made, "D-7", RoleCode.DUTY_OFFICER)
        make(made, "S-1", RoleCode.SUPERVISOR)
        yield made


def ids(services: ConsoleServices, *numbers: int) -> list[str]:
    return [camera.id for camera in services.cameras.cameras() if camera.number in numbers]


def seen(services: ConsoleServices) -> list[int]:
    return [camera.number for camera in services.sight.cameras()]


def bind(services: ConsoleServices, *numbers: int) -> None:
    """Bind what a duty officer sees to a group of these cameras, as the administrator does it."""
    enter(services, "ADM-1")
    group = services.officers.put_group(CameraGroup("", "Bazaar", frozenset(ids(services, *numbers))))
    duty = next(role for role in services.officers.roles() if role.code == RoleCode.DUTY_OFFICER.value)
    bound = {**duty.grants, Permission.VIEW_LIVE: frozenset({group.id})}
    services.officers.put_role(replace(duty, grants=bound))


def test_a_role_bound_to_groups_sees_their_cameras_only_and_at_once(services: ConsoleServices) -> None:
    bind(services, 2)
    assert seen(services) == [1, 2, 3]
    enter(services, "D-7")
    assert seen(services) == [2]
    assert services.sight.cameras() is services.sight.cameras()
    outside = ids(services, 1)[0]
    assert not services.sight.sees(outside)
    assert services.sight.by_number(1) is services.sight.by_id(outside) is None
    assert services.sight.of({outside: 1, ids(services, 2)[0]: 2}) == {ids(services, 2)[0]: 2}
    for barred in (lambda: services.snapshots.take(outside), lambda: services.streams.retry(outside)):
        with pytest.raises(Refused, match="not_permitted"):
            barred()
    services.access.lock()
    assert seen(services) == [2], "other screens may go on"
    services.access.sign_out()
    assert seen(services) == []
    enter(services, "D-7")
    with open_console(services.paths.root) as other:  # the group grows at another desk
        enter(other.services, "ADM-1")
        group = other.services.officers.groups()[0]
        other.services.officers.put_group(replace(group, camera_ids=frozenset(ids(services, 2, 3))))
    services.access.look()
    assert seen(services) == [2, 3]
    services.cameras.reload()
    enter(services, "S-1")
    assert seen(services) == [1, 2, 3]


def test_a_tour_of_an_hour_is_two_rows_a_camera(services: ConsoleServices, clock: ManualClock) -> None:
    enter(services, "S-1")
    views, (one, two, three) = services.views, ids(services, 1, 2, 3)
    for step in range(720):
        views.shown("main", [one, (two, three)[step % 2]])
        views.write_due()
        clock.advance(EVERY_S)
    views.shown("main", [one])
    ended = clock.now()
    for _ in range(int(AWAY_S / EVERY_S) + 2):
        views.write_due()
        clock.advance(EVERY_S)
    rows = [detail for _a, _o, badge, detail in deeds(services, "camera.view") if badge == "S-1"]
    assert rows[:2] == [{"began": [1, 2]}, {"began": [3]}]
    assert [n for row in rows[2:] for n in row["ended"]] == [2, 3]
    assert rows[-1]["last_seen"][-1] == f"{ended:%Y-%m-%dT%H:%M:%SZ}"


def test_another_officer_begins_his_own_spans_and_no_row_is_too_long(services: ConsoleServices,
                                                                     clock: ManualClock) -> None:
    enter(services, "S-1")
    views = services.views
    views._number_of = lambda camera_id: int(camera_id)  # type: ignore[method-assign]
    views.shown("main", [str(n) for n in range(250)])
    for _ in range(3):
        views.write_due()
    clock.advance(1.0)
    enter(services, "D-7")
    views.shown("main", [])
    services.access.sign_out()
    rows = [(badge, detail) for _a, _o, badge, detail in deeds(services, "camera.view")]
    for badge in ("S-1", "D-7"):
        began = [n for who, detail in rows if who == badge for n in detail.get("began", [])]
        ended = [n for who, detail in rows if who == badge for n in detail.get("ended", [])]
        assert sorted(began) == sorted(ended) == list(range(250))
    assert all(len(detail.get("ended", [])) <= CAMERAS_MOST and "cut" not in detail for _who, detail in rows)
    assert "camera.view" not in [a for a, _o, badge, _d in deeds(services) if not badge]
