"""What the console knows of an ONVIF device, in its own words.

Belongs here: faults, facts of a device, its profiles, clock, abilities, what discovery finds. Does not belong here:
SOAP (onvif/), moving a camera (ptz.py), events (camera_event.py), sentences.
Invariants: 1. No value here holds a password, nor a URL with one. 2. Text of a device is hostile: the adapter cleans
it before it stands here. 3. What a device did not say is None or empty, never a guess.
Source: ONVIF Core, Media, Media2, PTZ, Imaging 24.12; Profiles S and T.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from safecity_console.domain.errors import Refused, WorldError


class OnvifFault(StrEnum):
    """Why a device did not do what was asked; each has one sentence."""

    NO_ROUTE = "no_route"  # name unknown, network or host unreachable
    REFUSED = "refused"  # nothing listens there
    TIMED_OUT = "timed_out"
    WRONG_PASSWORD = "wrong_password"
    NOT_AUTHORISED = "not_authorised"  # the login is right, the user may not do this
    CLOCK_OFF = "clock_off"  # the login is refused because the clocks differ
    NOT_SUPPORTED = "not_supported"
    DEVICE_FAULT = "device_fault"  # with its words
    NOT_ONVIF = "not_onvif"  # HTML, nonsense, another service
    TOO_LARGE = "too_large"
    REDIRECTED = "redirected"  # to another host; not followed
    CERTIFICATE_NEW = "certificate_new"  # first seen: to be accepted by a person
    CERTIFICATE_CHANGED = "certificate_changed"
    CLOSED = "closed"  # our own connection was closed meanwhile
    LOGIN_STOPPED = "login_stopped"  # refused before; not tried again until it is changed


class OnvifError(WorldError):
    """A device's failure in our words; `words` are the device's own, cleaned and short."""

    def __init__(self, fault: OnvifFault, operation: str = "", words: str = "") -> None:
        super().__init__(f"{fault.value} {operation} {words}".strip())
        self.fault, self.operation, self.words = fault, operation, words


class AuthScheme(StrEnum):
    """How a device wants to be logged in to."""

    NONE = "none"
    DIGEST = "digest"  # HTTP, RFC 7616
    TOKEN = "token"  # WS-UsernameToken, digest form


DEVICE_PATH = "/onvif/device_service"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a device's device service is: "http://192.0.2.10:80/onvif/device_service"."""

    host: str
    port: int = 80
    path: str = DEVICE_PATH
    tls: bool = False

    @property
    def url(self) -> str:
        """Give its URL, which holds no login."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{self.path}"

    @property
    def short(self) -> str:
        """Give it as the registry holds it: "HOST", "HOST:PORT", or its URL where nothing less says it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        if self.tls or self.path != DEVICE_PATH:
            return self.url
        return host if self.port == 80 else f"{host}:{self.port}"


def endpoint_of(text: str) -> Endpoint:
    """Read "HOST", "HOST:PORT" or a URL; raises Refused("onvif_address")."""
    said = text.strip()
    if said.count(":") > 1 and "[" not in said and "://" not in said:
        said = f"[{said}]"
    try:
        parts = urlsplit(said if "://" in said else f"http://{said}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in ("http", "https") or any(ord(c) < 33 for c in said) or len(said) > 255:
        raise Refused("onvif_address", address=text[:60])
    tls = parts.scheme == "https"
    path = parts.path if parts.path not in ("", "/") else DEVICE_PATH
    return Endpoint(host, port or (443 if tls else 80), path, tls)


@dataclass(frozen=True, slots=True)
class DeviceInformation:
    """Who made it."""

    maker: str = ""
    model: str = ""
    firmware: str = ""
    serial: str = ""
    hardware: str = ""


@dataclass(frozen=True, slots=True)
class DeviceClock:
    """A device's clock against ours: `offset_s` > 0 is ahead; true to ± `uncertainty_s`, half the round trip."""

    offset_s: float
    uncertainty_s: float
    measured_at: datetime
    source: str = "GetSystemDateAndTime"  # or "Date" of HTTP
    set_by_ntp: bool | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class MediaProfile:
    """A profile of Media1 or Media2, merged by token; sizes in pixels, 0 where not said."""

    token: str
    name: str = ""
    codec: str = ""  # "H264", "H265", "JPEG", as devices say it, in capitals
    width: int = 0
    height: int = 0
    fps: float = 0.0
    bitrate_kbps: int = 0
    source_token: str = ""
    encoder_token: str = ""
    ptz_token: str = ""  # PTZ configuration
    node_token: str = ""
    media2: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """A range of a space; `least` == `most` where a device gives nonsense."""

    least: float = -1.0
    most: float = 1.0

    @property
    def useful(self) -> bool:
        """Tell whether anything can be scaled into it."""
        return self.most > self.least


@dataclass(frozen=True, slots=True)
class PtzAbilities:
    """What a PTZ node can do; None: it cannot. Velocities are scaled into their range by the adapter."""

    profile_token: str = ""
    node_token: str = ""
    pan_speed: Range | None = None
    tilt_speed: Range | None = None
    zoom_speed: Range | None = None
    pan: Range | None = None  # absolute positions
    tilt: Range | None = None
    zoom: Range | None = None
    pan_step: Range | None = None  # relative translation
    tilt_step: Range | None = None
    zoom_step: Range | None = None
    fov_step: bool = False  # TranslationSpaceFov: steps in parts of the view
    timeout_least_s: float | None = None
    timeout_most_s: float | None = None
    home: bool = False
    home_fixed: bool = False
    presets_most: int = 0
    tours: bool = False
    auxiliary: tuple[str, ...] = ()
    reports_position: bool | None = None  # None: not known yet
    reports_moving: bool | None = None

    @property
    def moves(self) -> bool:
        """Tell whether it can be steered at all."""
        return self.pan_speed is not None or self.zoom_speed is not None

    @property
    def absolute(self) -> bool:
        """Tell whether it can be sent to a position."""
        return self.pan is not None or self.zoom is not None


@dataclass(frozen=True, slots=True)
class Imaging:
    """Imaging settings as read; None where a device has none of it. `options`: the limits as the device gave them."""

    brightness: float | None = None
    contrast: float | None = None
    saturation: float | None = None
    sharpness: float | None = None
    exposure_mode: str = ""
    iris: float | None = None
    gain: float | None = None
    exposure_time_us: float | None = None
    focus_mode: str = ""
    ir_cut: str = ""  # ON, OFF, AUTO
    wide_dynamic: str = ""
    backlight: str = ""
    white_balance: str = ""
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relay:
    """A relay output."""

    token: str
    mode: str = ""
    idle_state: str = ""


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """Everything read of a device when it is taken on; what failed is in `missing` by operation."""

    endpoint: Endpoint
    information: DeviceInformation = DeviceInformation()
    scheme: AuthScheme = AuthScheme.NONE
    clock: DeviceClock | None = None
    services: Mapping[str, str] = field(default_factory=dict)  # name → address, without login
    profiles: tuple[MediaProfile, ...] = ()
    ptz: PtzAbilities | None = None
    events: bool = False
    imaging: bool = False
    relays: tuple[Relay, ...] = ()
    mac: str = ""
    addresses: tuple[str, ...] = ()
    ntp: tuple[str, ...] = ()
    quirks: frozenset[str] = frozenset()
    missing: Mapping[str, str] = field(default_factory=dict)
    calls: int = 0
    took_s: float = 0.0
    pinned: str = ""  # SHA-256 of its certificate, where it is reached over TLS


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """What discovery found; the endpoint reference tells one device from another, whatever address it has."""

    reference: str
    endpoint: Endpoint
    name: str = ""
    hardware: str = ""
    location: str = ""
    maker: str = ""
    types: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()  # "S", "T", "G"
    interface: str = ""
    number: int | None = None  # of the camera of the registry that it is
    mac: str = ""  # where a scope tells it


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look for devices: for how long, on one interface or on all, and in which addresses one by one.

    `ranges` are "192.0.2.0/24", "192.0.2.10-192.0.2.40", "192.0.2.10-40" or a host.
    """

    seconds: float = 5.0
    interface: str = ""
    multicast: bool = True
    ranges: tuple[str, ...] = ()
    ports: tuple[int, ...] = (80, 8000, 8080, 8899, 2020)


@dataclass(frozen=True, slots=True)
class SearchProgress:
    """How far a search is; `asked` and `to_ask` count addresses of ranges."""

    share: float
    found: int
    asked: int = 0
    to_ask: int = 0
