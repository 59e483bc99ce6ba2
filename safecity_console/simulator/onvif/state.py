"""State: what one simulated device is and has been set to.

Belongs here: facts, clock, addresses as the device tells them. Does not belong here: SOAP, sockets, movement (head.py).
Invariants: 1. The device's time is the district's clock plus its own offset. 2. Quirks of address act here alone.
Thread: the server's loop.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from safecity_console.core.clock import Clock
from safecity_console.core.secrets import Secret
from safecity_console.simulator.faults import Effects
from safecity_console.simulator.model import Role
from safecity_console.simulator.onvif.quirks import Quirk, Quirks

NAT_HOST = "192.0.2.64"
NAT_PORT = 8899
AFTER_RESET = datetime(2015, 1, 1, tzinfo=UTC)
PATHS = {
    "tds": "device_service", "trt": "media_service", "tr2": "media2_service", "tptz": "ptz_service",
    "timg": "imaging_service", "tev": "event_service", "tmd": "deviceio_service",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """What a stream really is; `codec` as ONVIF writes it."""

    codec: str
    width: int
    height: int
    fps: float
    bitrate_kbps: int
    gop: int


@dataclass(slots=True)
class DeviceState:
    """One device; `url_of` gives a stream's address without a login."""

    number: int
    name: str
    site: str
    user: str
    password: Secret
    ptz: bool
    streams: Mapping[Role, StreamFacts]
    url_of: Callable[[Role], str]
    effects: Callable[[], Effects]
    clock: Clock
    quirks: Quirks = field(default_factory=Quirks)
    host: str = "127.0.0.1"
    port: int = 0
    tls: bool = False
    set_offset_s: float = 0.0  # by SetSystemDateAndTime
    by_ntp: bool = True
    zone: str = "PKT-5"
    hostname: str = ""
    ntp_server: str = "pool.ntp.org"
    relay_active: bool = False
    scopes: tuple[str, ...] = ()
    encoders: dict[Role, dict[str, float]] = field(default_factory=dict)  # set and kept, the pictures stay as they are
    started_at: datetime | None = None

    @property
    def serial(self) -> str:
        """Return its serial number."""
        return f"SIM{self.number:06d}"

    @property
    def mac(self) -> str:
        """Return its hardware address, from the range for documentation (RFC 7042)."""
        return f"00:00:5e:00:53:{self.number % 256:02x}"

    @property
    def reference(self) -> str:
        """Return its endpoint reference, which stays the same over restarts."""
        return f"urn:uuid:5afec177-0000-4000-8000-{self.number:012x}"

    def now(self) -> datetime:
        """Return the time the device believes in, UTC."""
        offset_s = self.set_offset_s + self.quirks.value(Quirk.CLOCK_SKEW)
        return self.clock.now() + timedelta(seconds=offset_s)

    def set_clock(self, to: datetime | None) -> None:
        """Set the clock by hand, or (None) take the network's time."""
        self.by_ntp = to is None
        self.set_offset_s = 0.0 if to is None else (to - self.clock.now()).total_seconds()
        values = dict(self.quirks.values)
        values.pop(Quirk.CLOCK_SKEW, None)
        self.quirks = Quirks(self.quirks.text, values, self.quirks.redirect_to)  # set right, it stays right

    def rebooted(self) -> None:
        """Come back from a reboot."""
        self.started_at = self.now()
        if self.quirks.has(Quirk.CLOCK_RESETS):
            self.set_offset_s = (AFTER_RESET - self.clock.now()).total_seconds()

    def base(self) -> str:
        """Return scheme, host and port as the device tells them."""
        host = NAT_HOST if self.quirks.has(Quirk.WRONG_HOST) else self.host
        port = NAT_PORT if self.quirks.has(Quirk.WRONG_PORT) else self.port
        return f"{'https' if self.tls else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"

    def address(self, path: str) -> str:
        """Return the address of a path as the device tells it."""
        return path if self.quirks.has(Quirk.RELATIVE_ADDRESSES) else self.base() + path

    def service(self, prefix: str) -> str:
        """Return the address of a service."""
        return self.address(f"/onvif/{PATHS[prefix]}")
