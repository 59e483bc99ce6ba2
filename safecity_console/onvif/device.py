"""One ONVIF device, whole: what services use of it.

Belongs here: connecting, the report, one method for each thing a device can be asked. Does not belong here: the
operations themselves (media.py, ptz.py, presets.py, imaging.py, upkeep.py), events (events.py), threads (services/).
Invariants:
1. Every call blocks no longer than its deadline and raises OnvifError, nothing else.
2. `connect` costs nothing on the wire where a report is `known`; else it tells whether the login is taken.
3. No address that is given holds a login.
Thread: one at a time; `close` from any, after which the device is of no more use.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Literal, TypeVar

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Transport
from safecity_console.domain.onvif import (
    AuthScheme,
    DeviceClock,
    DeviceInformation,
    DeviceReport,
    Endpoint,
    Imaging,
    MediaProfile,
    OnvifError,
    OnvifFault,
    PtzAbilities,
    Relay,
)
from safecity_console.domain.ptz import CameraTour, Position, Preset, Status, TourOrder, Velocity
from safecity_console.onvif.imaging import ImagingPart, ImagingValue
from safecity_console.onvif.media import Media
from safecity_console.onvif.presets import Presets
from safecity_console.onvif.ptz import Ptz
from safecity_console.onvif.quirks import Quirk
from safecity_console.onvif.session import Session
from safecity_console.onvif.upkeep import Network, Upkeep
from safecity_console.onvif.wire import Wire

T = TypeVar("T")
CONNECT_S = 3.0
# What ends a reading: whatever else is asked would fail the same way.
_FATAL = frozenset(OnvifFault) - {OnvifFault.NOT_SUPPORTED, OnvifFault.DEVICE_FAULT, OnvifFault.NOT_AUTHORISED,
                                  OnvifFault.NOT_ONVIF, OnvifFault.TOO_LARGE, OnvifFault.REDIRECTED}


class Device:
    """A device with one login; `known` spares reading again what was read before."""

    def __init__(self, endpoint: Endpoint, user: str, password: Secret, pinned: str = "",
                 known: DeviceReport | None = None) -> None:
        self._session = Session(endpoint, user, password, pinned, known.scheme if known is not None else None)
        self._session.clock = known.clock if known is not None else None
        self.wire = Wire(self._session, known.services if known else None, known.quirks if known else frozenset())
        self._known = known
        self._information = known.information if known else None
        self._profiles: tuple[MediaProfile, ...] | None = known.profiles if known and known.profiles else None
        self._media, self._upkeep = Media(self.wire), Upkeep(self.wire)
        self._imaging, self._presets = ImagingPart(self.wire), Presets(self.wire)
        self._ptz = Ptz(self.wire, known.ptz if known else None)

    # Connecting -------------------------------------------------------------------------------------------------------

    def connect(self, timeout_s: float = CONNECT_S) -> None:
        """Learn clock, services and how to log in; raises OnvifError. `timeout_s` is for the first answer."""
        if self.wire.services:
            return
        self._session.measure_clock(self._session.endpoint.url, timeout_s)
        self.wire.find_services()
        try:
            self.information()
        except OnvifError as error:
            if error.fault is OnvifFault.NOT_SUPPORTED and Quirk.USUAL_PATHS in self.wire.quirks:
                raise OnvifError(OnvifFault.NOT_ONVIF, error.operation, error.words) from None
            raise
        self._session.settle()

    @property
    def calls(self) -> int:
        """Count the requests sent."""
        return self._session.calls

    @property
    def login_refused(self) -> bool:
        """Tell whether the login was refused and is tried no more."""
        return self._session.stopped

    @property
    def quirks(self) -> frozenset[str]:
        """Give what was learnt of the device's oddities."""
        return frozenset(str(one) for one in self.wire.quirks)

    def close(self) -> None:
        """Let every connection go, for good."""
        self._session.close()

    def report(self) -> DeviceReport:
        """Read all that is needed to take a device on; what it does not do is in `missing`. Raises OnvifError."""
        began, before = time.monotonic(), self._session.calls
        missing: dict[str, str] = {}
        information = _tried(self.information, "GetDeviceInformation", missing) or DeviceInformation()
        profiles = self.profiles()
        ptz = _tried(self.abilities, "PTZ", missing) if self.wire.has("ptz") else None
        network = _tried(self.network, "GetNetworkInterfaces", missing) or Network()
        relays = _tried(self.relays, "GetRelayOutputs", missing) if self.wire.relays_told else ()
        return DeviceReport(
            self._session.endpoint, information, self._session.scheme or AuthScheme.NONE, self._session.clock,
            dict(self.wire.services), profiles, ptz, self.wire.has("events"), self.wire.has("imaging"), relays or (),
            network.mac, network.addresses, (), self.quirks, missing, self._session.calls - before,
            time.monotonic() - began, self._session.pinned)

    # Media ------------------------------------------------------------------------------------------------------------

    def information(self) -> DeviceInformation:
        """Give who made it; read once."""
        if self._information is None:
            self._information = self._upkeep.information()
        return self._information

    def profiles(self) -> tuple[MediaProfile, ...]:
        """Give the profiles of Media1 and Media2; read once."""
        if self._profiles is None:
            self._profiles = self._media.profiles()
        return self._profiles

    def stream_uri(self, profile_token: str, transport: Transport = Transport.TCP) -> str:
        """Give a stream's address, without a login."""
        return self._media.stream_uri(self._profile(profile_token), transport)

    def snapshot_uri(self, profile_token: str) -> str:
        """Give a snapshot's address, without a login."""
        return self._media.snapshot_uri(self._profile(profile_token))

    # The device itself ------------------------------------------------------------------------------------------------

    def clock(self) -> DeviceClock | None:
        """Measure the device's clock; None where it keeps it to itself."""
        return self._session.measure_clock(self._session.endpoint.url)

    def set_clock(self, at: datetime | Literal["ntp"]) -> None:
        """Set the clock, or have it held by NTP."""
        self._upkeep.set_clock(at if isinstance(at, datetime) else None)
        with suppress(OnvifError):
            self.clock()

    def network(self) -> Network:
        """Read MAC and addresses."""
        return self._upkeep.network()

    def ntp(self) -> tuple[str, ...]:
        """Read the time servers."""
        return self._upkeep.ntp()

    def reboot(self) -> str:
        """Restart it; gives what it says to that."""
        return self._upkeep.reboot()

    def relays(self) -> tuple[Relay, ...]:
        """Read the relay outputs."""
        return self._upkeep.relays()

    def set_relay(self, token: str, active: bool) -> None:
        """Switch a relay."""
        self._upkeep.set_relay(token, active)

    # Imaging ----------------------------------------------------------------------------------------------------------

    def imaging(self, source_token: str) -> Imaging:
        """Read imaging settings and their limits."""
        return self._imaging.read(source_token)

    def set_imaging(self, source_token: str, changes: Mapping[str, ImagingValue]) -> None:
        """Set imaging settings by the fields of `Imaging`; what is not named stays."""
        self._imaging.change(source_token, changes)

    def focus(self, source_token: str, speed: float | None) -> None:
        """Begin to focus, towards far with a positive speed; None stops."""
        if speed is None:
            self._imaging.focus_stop(source_token)
        else:
            self._imaging.focus(source_token, speed)

    def focus_stop(self, source_token: str) -> None:
        """End focusing."""
        self._imaging.focus_stop(source_token)

    # PTZ --------------------------------------------------------------------------------------------------------------

    def abilities(self, profile_token: str = "") -> PtzAbilities:
        """Read what can be done with a profile; without one, with the profile that can be steered."""
        return self._ptz.abilities(self.profiles(), profile_token)

    def move(self, profile_token: str, velocity: Velocity, timeout_s: float | None) -> None:
        """Move with a velocity until it is stopped or the timeout ends."""
        self._ptz.move(profile_token, velocity, timeout_s)

    def stop(self, profile_token: str, pan_tilt: bool = True, zoom: bool = True) -> None:
        """Stop; a zero velocity follows where that is needed."""
        self._ptz.stop(profile_token, pan_tilt, zoom)

    def stop_by_zero(self) -> None:
        """Remember that Stop alone does not stop this device."""
        self._ptz.stop_by_zero()

    def move_by(self, profile_token: str, pan: float, tilt: float, zoom: float, in_view: bool = False) -> None:
        """Move by a step, of the range or of the view."""
        self._ptz.move_by(profile_token, pan, tilt, zoom, in_view)

    def move_to(self, profile_token: str, position: Position) -> None:
        """Move to a position."""
        self._ptz.move_to(profile_token, position)

    def status(self, profile_token: str) -> Status:
        """Read where it looks and whether it moves."""
        return self._ptz.status(profile_token)

    def presets(self, profile_token: str) -> tuple[Preset, ...]:
        """Read the presets."""
        return self._presets.presets(profile_token)

    def goto_preset(self, profile_token: str, preset_token: str) -> None:
        """Move to a preset."""
        self._presets.goto_preset(profile_token, preset_token)

    def set_preset(self, profile_token: str, name: str, preset_token: str = "") -> str:
        """Keep the present view; gives the preset's token."""
        return self._presets.set_preset(profile_token, name, preset_token)

    def remove_preset(self, profile_token: str, preset_token: str) -> None:
        """Forget a preset."""
        self._presets.remove_preset(profile_token, preset_token)

    def home(self, profile_token: str) -> None:
        """Move to the home position."""
        self._presets.home(profile_token)

    def set_home(self, profile_token: str) -> None:
        """Make the present view the home position."""
        self._presets.set_home(profile_token)

    def tours(self, profile_token: str) -> tuple[CameraTour, ...]:
        """Read the camera's own tours."""
        return self._presets.tours(profile_token)

    def operate_tour(self, profile_token: str, tour_token: str, order: TourOrder) -> None:
        """Start, stop or pause a tour of the camera."""
        self._presets.operate_tour(profile_token, tour_token, order)

    def auxiliary(self, profile_token: str, text: str) -> None:
        """Send an auxiliary command."""
        self._presets.auxiliary(profile_token, text)

    def _profile(self, token: str) -> MediaProfile | str:
        return next((one for one in self._profiles or () if one.token == token), token)


def _tried(read: Callable[[], T], operation: str, missing: dict[str, str]) -> T | None:
    """Read something that a device may lack; raises only what would hinder everything else too."""
    try:
        return read()
    except OnvifError as error:
        if error.fault in _FATAL:
            raise
        missing[error.operation or operation] = error.fault.value
        return None
