"""What of the registry the officer at this desk may see: the one place that decides it.

Belongs here: the registry narrowed to the camera groups his role's VIEW_LIVE is bound to. Does not belong here: the
rule (domain/access.py), the whole registry (cameras.py), what a screen shows instead.
Invariants: 1. While the desk is locked its officer's sight stands (other screens may go on); while it is empty there is
none. 2. `cameras()` is the same object until something changes, and costs a look then. 3. A service that works for the
district (streams, history, figures) asks the registry, not this. Thread: any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from safecity_console.domain.access import CameraGroup, Permission, Role, may
from safecity_console.domain.camera import Camera, Site
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk, Seat

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Seen:
    of: tuple[Camera, ...]
    seat: Seat
    role: Role | None
    groups: tuple[CameraGroup, ...]
    cameras: tuple[Camera, ...]
    ids: frozenset[str]


class SightService:
    """The registry as the signed-in officer may see it."""

    def __init__(self, desk: Desk, cameras: CameraService) -> None:
        self._desk, self._registry = desk, cameras
        self._seen = self._look()

    def cameras(self) -> tuple[Camera, ...]:
        """Give the cameras he may see, by number."""
        return self._now().cameras

    def sites(self) -> tuple[Site, ...]:
        """Give all sites; those without a camera in sight are for the asker to leave out."""
        return self._registry.sites()

    def sees(self, camera_id: str) -> bool:
        """Tell whether he may see a camera."""
        return camera_id in self._now().ids

    def by_id(self, camera_id: str) -> Camera | None:
        """Find a camera he may see."""
        return self._registry.by_id(camera_id) if self.sees(camera_id) else None

    def by_number(self, number: int) -> Camera | None:
        """Find a camera he may see by its number."""
        camera = self._registry.by_number(number)
        return camera if camera is not None and self.sees(camera.id) else None

    def of(self, by_camera: Mapping[str, T]) -> Mapping[str, T]:
        """Give what concerns cameras he may see, of anything by camera id."""
        seen = self._now()
        if seen.cameras is seen.of:
            return by_camera
        return {camera_id: value for camera_id, value in by_camera.items() if camera_id in seen.ids}

    def _now(self) -> _Seen:
        seen, session = self._seen, self._desk.session
        same_officer = session is None or (session.role is seen.role and session.groups is seen.groups)
        if seen.of is not self._registry.cameras() or seen.seat is not self._desk.seat or not same_officer \
                or (session is None) is not (seen.role is None):
            self._seen = seen = self._look()
        return seen

    def _look(self) -> _Seen:
        seat, session, every = self._desk.seat, self._desk.session, self._registry.cameras()
        role, groups = (None, ()) if session is None else (session.role, session.groups)
        if seat is Seat.SETUP or (role is not None and role.grants.get(Permission.VIEW_LIVE, ()) is None):
            cameras = every
        else:
            cameras = () if role is None else tuple(
                one for one in every if may(role, Permission.VIEW_LIVE, one.id, groups))
        return _Seen(every, seat, role, groups, cameras, frozenset(one.id for one in cameras))
