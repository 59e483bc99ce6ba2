"""Opens cameras for steering: endpoint and login from the registry, what was read before from the file.

Belongs here: which device a camera is, keeping what is known of it. Does not belong here: commands (ptz_lane.py), SOAP
(onvif/).
Invariants: 1. The ONVIF code is loaded when the first camera is taken in hand, not before. 2. What is kept is kept for
one endpoint: another address is asked anew. 3. A login that was refused is not tried again before it is changed.
Thread: any; `open` blocks.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import urlsplit

from safecity_console.db.door import Door
from safecity_console.db.ptz import put_known, read_known
from safecity_console.db.reader import Reader
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused, VaultLocked
from safecity_console.domain.onvif import DeviceReport, Endpoint, OnvifError, OnvifFault, PtzAbilities
from safecity_console.services.cameras import CameraService
from safecity_console.services.events import CamerasChanged
from safecity_console.services.ptz_known import for_stopping, report_of, text_of
from safecity_console.services.ptz_ports import Opened, StopTarget

CONNECT_S = 3.0


class PtzDevices:
    """The devices behind the cameras of one registry."""

    def __init__(self, cameras: CameraService, door: Door, reader: Reader,
                 pinned: Callable[[str], str] = lambda _camera_id: "") -> None:
        self._cameras, self._door, self._reader, self._pinned = cameras, door, reader, pinned
        self._lock = threading.Lock()
        self._known: dict[str, DeviceReport] | None = None
        self._stopped: dict[str, OnvifFault] = {}

    def abilities(self, camera_id: str) -> PtzAbilities | None:
        """Give what is known of a camera's abilities without asking it."""
        report = self._reports().get(camera_id)
        return None if report is None or not self._fits(camera_id, report) else report.ptz

    def keep(self, camera_id: str, report: DeviceReport) -> None:
        """Keep what was read of a camera's device, as onboarding has it."""
        with self._lock:
            self._reports()[camera_id] = report
        self._door.submit(lambda tx: put_known(tx, camera_id, text_of(report)))

    def open(self, camera_id: str) -> Opened:
        """Connect and learn what is not known; raises OnvifError, Refused("camera_unknown" | "ptz_no_address")."""
        from safecity_console.onvif.device import Device  # noqa: PLC0415 - loaded when first needed

        camera = self._cameras.by_id(camera_id)
        if camera is None:
            raise Refused("camera_unknown")
        if camera_id in self._stopped:
            raise OnvifError(OnvifFault.LOGIN_STOPPED)
        try:
            login = self._cameras.login(camera_id)
        except VaultLocked:
            raise Refused("vault_locked") from None
        endpoint, pinned = endpoint_of(camera), self._pinned(camera_id)
        known = self._reports().get(camera_id)
        known = known if known is not None and known.endpoint == endpoint and known.ptz is not None else None
        device = Device(endpoint, login.user, login.password, pinned, known)
        try:
            if known is None:
                device.connect(CONNECT_S)
                abilities = device.abilities()
                known = device.report()
                self.keep(camera_id, known)
            abilities = known.ptz or PtzAbilities()
        except OnvifError as error:
            device.close()
            if device.login_refused:
                self._stopped[camera_id] = error.fault
            raise
        if not abilities.moves:
            device.close()
            raise Refused("ptz_unable", number=camera.number)
        target = StopTarget(endpoint, login.user, login.password, abilities.profile_token, for_stopping(known), pinned)
        source = next((one.source_token for one in known.profiles if one.token == abilities.profile_token), "")
        return Opened(device, abilities, target, source)

    def on_cameras_changed(self, event: CamerasChanged) -> None:
        """Try a changed login again."""
        for camera_id in event.login_changed | event.removed:
            self._stopped.pop(camera_id, None)

    def _reports(self) -> dict[str, DeviceReport]:
        if self._known is None:
            kept = {key: report_of(text) for key, text in self._reader.read(read_known).items()}
            self._known = {key: report for key, report in kept.items() if report is not None}
        return self._known

    def _fits(self, camera_id: str, report: DeviceReport) -> bool:
        camera = self._cameras.by_id(camera_id)
        try:
            return camera is not None and endpoint_of(camera) == report.endpoint
        except Refused:
            return False


def endpoint_of(camera: Camera) -> Endpoint:
    """Give where a camera's device service is: "HOST", "HOST:PORT" or its whole URL; raises
    Refused("ptz_no_address")."""
    text = camera.onvif_host.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not text or not host or parts.scheme not in ("http", "https"):
        raise Refused("ptz_no_address", number=camera.number)
    tls = parts.scheme == "https"
    path = parts.path if parts.path not in ("", "/") else Endpoint("").path
    return Endpoint(host, port or (443 if tls else 80), path, tls)
