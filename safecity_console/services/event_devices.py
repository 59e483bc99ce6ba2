"""Opens cameras for their events: endpoint and login from the registry, what was read of the device before.

Belongs here: which device a camera is, whether it tells events at all. Does not belong here: lanes (event_lane.py),
SOAP (onvif/).
Invariants: 1. The ONVIF code is loaded when the first camera is heard, not before. 2. What was read
when a device was taken on is not read again. 3. A login that the device refused, to whoever asked, is not tried again.
Thread: any; `open` blocks.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TypeVar

from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import DeviceReport, OnvifError, OnvifFault, endpoint_of
from safecity_console.services.cameras import CameraService
from safecity_console.services.devices import DeviceService
from safecity_console.services.event_lane import EventSource, Pull

CONNECT_S = 3.0
T = TypeVar("T")


class _Point(EventSource, Protocol):
    @property
    def login_refused(self) -> bool: ...


class EventDevices:
    """The devices behind the cameras of one registry, as tellers of events."""

    def __init__(self, cameras: CameraService, devices: DeviceService) -> None:
        self._cameras, self._devices = cameras, devices

    def tells(self, camera: Camera) -> bool:
        """Tell whether a camera may tell events: it has an ONVIF address, and its device did not say otherwise."""
        if not camera.onvif_host.strip() or not camera.enabled:
            return False
        known = self._known(camera)
        return known is None or known.events

    def open(self, camera_id: str) -> EventSource:
        """Connect where nothing is known of the device; raises OnvifError, Refused."""
        camera = self._cameras.by_id(camera_id)
        if camera is None:
            raise Refused("camera_unknown")
        return self._opened(camera)

    def _opened(self, camera: Camera) -> EventSource:
        from safecity_console.onvif.device import Device  # noqa: PLC0415 - loaded when first needed
        from safecity_console.onvif.events import PullPoint  # noqa: PLC0415

        endpoint = endpoint_of(camera.onvif_host)
        login = self._devices.login_for(camera, endpoint)
        known = self._known(camera)
        device = Device(endpoint, login.user, login.password, "" if known is None else known.pinned, known)
        try:
            device.connect(CONNECT_S)
            if not device.wire.has("events"):
                raise OnvifError(OnvifFault.NOT_SUPPORTED, "events")
        except OnvifError:
            device.close()
            if device.login_refused:
                self._devices.note_refused(endpoint, login)
            raise
        return _Source(PullPoint(device.wire), lambda: self._devices.note_refused(endpoint, login))

    def _known(self, camera: Camera) -> DeviceReport | None:
        known = self._devices.known(camera.id)
        with suppress(Refused):
            return known if known is not None and known.endpoint == endpoint_of(camera.onvif_host) else None
        return None


class _Source:
    """A device's subscription whose refused login is remembered."""

    def __init__(self, point: _Point, refused: Callable[[], None]) -> None:
        self._point, self._refused = point, refused
        self.hang_up, self.leave = point.hang_up, point.leave

    def subscribe(self) -> None:
        self._asked(self._point.subscribe)

    def pull(self) -> Pull:
        return self._asked(self._point.pull)

    def _asked(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except OnvifError:
            if self._point.login_refused:
                self._refused()
            raise
