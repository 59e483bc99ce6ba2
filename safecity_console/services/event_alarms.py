"""The alarms of cameras that wait for an officer, by camera.

Belongs here: which wait, one card a camera however often it tells. Does not belong here: rows, sight, words.
Invariants: 1. Motion is never here. 2. What an officer called no concern comes back only as a new event. 3. Of each
camera at most `EACH_MOST` are counted. Thread: its owner's, under its lock.
"""

from __future__ import annotations

from collections.abc import Iterable

from safecity_console.domain.camera_event import CameraAlarm, CameraEvent

EACH_MOST = 99


class Alarms:
    """The waiting ones."""

    def __init__(self) -> None:
        self._waiting: dict[str, dict[str, CameraEvent]] = {}

    def take(self, event: CameraEvent) -> bool:
        """Take an event as it is now; True where the alarms are others now."""
        of_camera = self._waiting.setdefault(event.camera_id, {})
        before = of_camera.get(event.id)
        if event.alarm:
            of_camera[event.id] = event
            while len(of_camera) > EACH_MOST:
                del of_camera[next(iter(of_camera))]
        elif before is not None:
            del of_camera[event.id]
        if not of_camera:
            del self._waiting[event.camera_id]
        return of_camera.get(event.id) != before

    def of(self, camera_id: str) -> tuple[CameraEvent, ...]:
        """Give what waits of one camera, oldest first."""
        return tuple(self._waiting.get(camera_id, {}).values())

    def forget(self, camera_ids: Iterable[str]) -> None:
        """Let cameras go that are no more."""
        for camera_id in camera_ids:
            self._waiting.pop(camera_id, None)

    def all(self) -> dict[str, CameraAlarm]:
        """Give one alarm a camera."""
        return {camera_id: _together(camera_id, tuple(events.values()))
                for camera_id, events in self._waiting.items()}


def _together(camera_id: str, events: tuple[CameraEvent, ...]) -> CameraAlarm:
    newest = max(reversed(events), key=lambda one: (one.lasts, one.began_at))  # what lasts goes before what is over
    kinds = tuple(dict.fromkeys(one.kind for one in reversed(events)))
    return CameraAlarm(camera_id, newest, len(events), any(one.lasts for one in events), kinds)
