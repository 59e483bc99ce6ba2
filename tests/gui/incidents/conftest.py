"""The whole window over real services, with incidents entered by a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from safecity_console.domain.incident import Category, Incident, IncidentDraft, Severity, Source
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, _fonts, app, room, window  # noqa: F401 - fixtures

Enter = Callable[..., Incident]


@pytest.fixture
def here(room: OpenRoom) -> Room:  # noqa: F811
    made = room(range(1, 5))
    made.live(1, 2)
    return made


@pytest.fixture
def enter(here: Room) -> Enter:
    """Enter an incident: `enter("Street fight", Severity.S1, camera=1, …)`."""

    def make(what: str = "Street fight", severity: Severity = Severity.S2, camera: int = 0,
             category: Category = Category.PUBLIC_ORDER, source: Source = Source.PATROL, **more: Any) -> Incident:
        camera_id = here.camera(camera).id if camera else ""
        return here.services.incidents.enter(
            IncidentDraft(what, category, severity, source, camera_id=camera_id, **more))

    return make
