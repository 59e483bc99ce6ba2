"""Opens cameras for steering: endpoint and login from the registry, what was read of the device before.

Belongs here: which device a camera is, what of it lanes and watchdog need. Does not belong here: commands
(ptz_lane.py), reading devices for the registry (devices.py), SOAP (onvif/).
Invariants: 1. The ONVIF code is loaded when the first camera is taken in hand, not before. 2. What was read is used for
the endpoint it was read at: another address is asked anew. 3. Faults leave here as refusals with their sentences. 4. A
login that was refused is not tried again before it is changed. Thread: any; `open` blocks.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.onvif import (
    DeviceReport,
    Endpoint,
    OnvifError,
    OnvifFault,
    PtzAbilities,
    endpoint_of,
)
from safecity_console.services.cameras import CameraService
from safecity_console.services.devices import DeviceService, refused_of
from safecity_console.services.events import CamerasChanged
from safecity_console.services.ptz_known import for_stopping
from safecity_console.services.ptz_ports import Opened, StopTarget

CONNECT_S = 3.0


class PtzDevices:
    """The devices behind the cameras of one registry."""

    def __init__(self, cameras: CameraService, devices: DeviceService) -> None:
        self._cameras, self._devices = cameras, devices
        self._stopped: dict[str, OnvifFault] = {}

    def abilities(self, camera_id: str) -> PtzAbilities | None:
        """Give what is known of a camera's abilities without asking it."""
        camera = self._cameras.by_id(camera_id)
        known = None if camera is None else self._known(camera)
        return None if known is None else known.ptz or PtzAbilities()

    def open(self, camera_id: str) -> Opened:
        """Connect and learn what is not known; raises Refused("camera_unknown" | "onvif_…" | "ptz_unable")."""
        camera = self._cameras.by_id(camera_id)
        if camera is None:
            raise Refused("camera_unknown")
        endpoint = _address(camera)
        if camera_id in self._stopped:
            raise refused_of(OnvifError(OnvifFault.LOGIN_STOPPED), endpoint)
        try:
            return self._opened(camera, endpoint)
        except OnvifError as error:
            raise refused_of(error, endpoint) from None

    def learnt(self, camera_id: str, opened: Opened) -> None:
        """Remember what quirks came to light, for the next time."""
        known = self._devices.known(camera_id)
        if known is not None and known.endpoint == opened.target.endpoint and known.quirks != opened.device.quirks:
            with suppress(WorldError):  # the door closes: it will come to light again
                self._devices.remember(camera_id, replace(known, quirks=opened.device.quirks))

    def on_cameras_changed(self, event: CamerasChanged) -> None:
        """Try a changed login again."""
        for camera_id in event.login_changed | event.removed:
            self._stopped.pop(camera_id, None)

    def _opened(self, camera: Camera, endpoint: Endpoint) -> Opened:
        from safecity_console.onvif.device import Device  # noqa: PLC0415 - loaded when first needed

        login = self._devices.login_for(camera, endpoint)
        known = self._known(camera)
        pinned = "" if known is None else known.pinned
        device = Device(endpoint, login.user, login.password, pinned, known)
        try:
            if known is None:
                device.connect(CONNECT_S)
                known = device.report()
                self._devices.remember(camera.id, known)
        except OnvifError as error:
            device.close()
            if device.login_refused:
                self._stopped[camera.id] = error.fault
                self._devices.note_refused(endpoint, login)
            raise
        abilities = known.ptz or PtzAbilities()
        if not abilities.moves:
            device.close()
            raise Refused("ptz_unable", number=camera.number)
        target = StopTarget(endpoint, login.user, login.password, abilities.profile_token, for_stopping(known), pinned)
        return Opened(device, abilities, target, _source(known, abilities))

    def _known(self, camera: Camera) -> DeviceReport | None:
        """Give what was read of a camera's device where it still stands at the same address."""
        known = self._devices.known(camera.id)
        try:
            return known if known is not None and known.endpoint == _address(camera) else None
        except Refused:
            return None


def _address(camera: Camera) -> Endpoint:
    if not camera.onvif_host.strip():
        raise Refused("onvif_no_host", number=camera.number)
    return endpoint_of(camera.onvif_host)


def _source(known: DeviceReport, abilities: PtzAbilities) -> str:
    return next((one.source_token for one in known.profiles if one.token == abilities.profile_token), "")
