"""Keeps the streams in step with the registry and the settings.

Belongs here: which change of theirs means what to the streams. Does not belong here: doing it (streams.py).
Invariant: an edited address or login opens the stream anew, one stopped by a wrong password included; nothing else
does.
Thread: the publisher's.
"""

from __future__ import annotations

from collections.abc import Callable

from safecity_console.core.bus import Bus
from safecity_console.core.logs import get_logger
from safecity_console.core.secrets import Secret
from safecity_console.core.worker import Worker
from safecity_console.domain.camera import Camera, StreamRole, Transport
from safecity_console.domain.errors import VaultLocked, WorldError
from safecity_console.domain.governor import Limits
from safecity_console.domain.stream import StreamRules
from safecity_console.domain.stream_choice import ChoiceRules
from safecity_console.services.cameras import CameraService
from safecity_console.services.channel import ChannelRules
from safecity_console.services.events import CamerasChanged, SettingChanged
from safecity_console.services.governor import GovernorRules
from safecity_console.services.settings import SettingsService
from safecity_console.services.streams import StreamService
from safecity_console.video.source import SourceAddress

REGISTRY_EVERY_S = 5.0
STREAM_KEYS = ("stream.", "picture.", "wall.fps", "wall.main_from_width_px")


def rules_of(settings: SettingsService) -> ChannelRules:
    """Read the figures of the streams from the settings."""
    return ChannelRules(
        stream=StreamRules(late_after_s=settings.number("stream.late_after_s"),
                           reopen_after_s=settings.number("stream.reopen_after_s")),
        choice=ChoiceRules(main_above_px=int(settings.number("wall.main_from_width_px"))),
        fps_cap=settings.number("wall.fps"),
        check_picture=settings.flag("picture.check"),
        hold_s=settings.number("picture.hold_s"),
    )


def governor_rules_of(settings: SettingsService) -> GovernorRules:
    """Read the figures of the governor from the settings."""
    limits = Limits(settings.number("load.cpu_most_percent") / 100, settings.number("load.late_most_ms"))
    return GovernorRules(settings.flag("load.govern"), limits, settings.number("load.slow_fps"))


def spacing_s(settings: SettingsService) -> float:
    """Read the pause between two openings."""
    return settings.number("stream.open_spacing_ms") / 1000.0


class Addresses:
    """Finds what to open for a camera, login included."""

    def __init__(self, cameras: CameraService, settings: SettingsService) -> None:
        self._cameras = cameras
        self._settings = settings

    def address(self, camera: Camera, role: StreamRole) -> SourceAddress:
        """Give the address of a camera's stream; without its login where the vault is locked (it then refuses)."""
        profile = camera.profile(role)
        if profile is None:
            return SourceAddress("rtsp://no-stream.invalid/")
        user, password = camera.user, Secret("")
        try:
            login = self._cameras.login(camera.id)
            user, password = login.user, login.password
        except VaultLocked:
            get_logger("streams").warning("vault_locked", number=camera.number)
        transport = self._wanted(profile.transport)
        return SourceAddress(profile.url, user, password, transport, self._settings.flag("stream.check_tls"))

    def transport(self, camera: Camera, role: StreamRole) -> Transport | None:
        """Give how a camera's video travels; None for a file."""
        profile = camera.profile(role)
        if profile is None or profile.url.startswith("file:"):
            return None
        return self._wanted(profile.transport) if profile.url.startswith("rtsp") else Transport.HTTP

    def _wanted(self, transport: Transport) -> Transport:
        return Transport(self._settings.text("stream.transport")) if transport is Transport.TCP else transport


class RegistryWatch(Worker):
    """Looks now and then whether another process (`camera add`, `officer deactivate`, `incident new`) wrote under
    an open console."""

    def __init__(self, *reloads: Callable[[], None]) -> None:
        super().__init__("registry-watch")
        self._reloads = reloads

    def run(self) -> None:
        """Look until stopped; a database that says no is asked again."""
        while not self.wait(REGISTRY_EVERY_S):
            try:
                for reload in self._reloads:
                    reload()
            except WorldError as error:
                get_logger("registry").warning("registry_unread", error=str(error))


class Follower:
    """Hears the bus and tells the streams."""

    def __init__(self, bus: Bus, cameras: CameraService, settings: SettingsService, streams: StreamService) -> None:
        self._cameras = cameras
        self._settings = settings
        self._streams = streams
        streams.governor.rules = governor_rules_of(settings)
        bus.subscribe(CamerasChanged, self._on_cameras_changed)
        bus.subscribe(SettingChanged, self._on_setting_changed)

    def _on_cameras_changed(self, event: CamerasChanged) -> None:
        get_logger("registry").info("cameras_changed", added=len(event.added), changed=len(event.changed),
                                    removed=len(event.removed), logins=len(event.login_changed))
        self._streams.set_cameras(self._cameras.cameras(), event.login_changed)

    def _on_setting_changed(self, event: SettingChanged) -> None:
        if event.key.startswith("load."):
            self._streams.governor.rules = governor_rules_of(self._settings)
        if not event.key.startswith(STREAM_KEYS):
            return
        self._streams.set_rules(rules_of(self._settings), spacing_s(self._settings))
        if event.key in ("stream.transport", "stream.check_tls"):
            cameras = self._cameras.cameras()
            self._streams.set_cameras(cameras, frozenset(c.id for c in cameras))
