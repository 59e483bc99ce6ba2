"""A device's own affairs: who made it, its clock, network, relays, restart.

Belongs here: these operations of the device and DeviceIO services. Does not belong here: measuring a clock
(session.py).
Invariants: 1. Text of a device is cleaned and cut here. 2. What changes a device is sent once and never repeated.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from onveef import envelopes, parsers

from safecity_console.domain.onvif import DeviceInformation, OnvifError, OnvifFault, Relay
from safecity_console.onvif.wire import Wire
from safecity_console.onvif.words import clean_line

LIST_MOST = 32


@dataclass(frozen=True, slots=True)
class Network:
    """How a device stands in its network."""

    mac: str = ""
    addresses: tuple[str, ...] = ()


class Upkeep:
    """These operations of one device."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def information(self) -> DeviceInformation:
        """Read who made it."""
        told = parsers.parse_device_information(
            self._wire.ask("device", envelopes.device_get_information(), "GetDeviceInformation"))
        return DeviceInformation(*(clean_line(told.get(name, ""), 80) for name in (
            "Manufacturer", "Model", "FirmwareVersion", "SerialNumber", "HardwareId")))

    def set_clock(self, at: datetime | None, zone: str = "") -> None:
        """Set the clock by hand, or have it held by NTP with None."""
        body = envelopes.device_set_system_date_time(
            date_time_type="NTP" if at is None else "Manual", daylight_savings=False, timezone=zone or "UTC0",
            utc_datetime=at)
        self._wire.ask("device", body, "SetSystemDateAndTime", again=False)

    def network(self) -> Network:
        """Read MAC and addresses; of several interfaces the first that is on."""
        told = parsers.parse_network_interfaces(
            self._wire.ask("device", envelopes.device_get_network_interfaces(), "GetNetworkInterfaces"))
        told = sorted(told[:LIST_MOST], key=lambda one: not one.get("enabled"))
        macs = [_mac(str(one.get("hardware_address") or "")) for one in told]
        found = [clean_line(str(address), 45) for one in told for address in one.get("addresses") or ()]
        return Network(next(filter(None, macs), ""), tuple(found[:LIST_MOST]))

    def ntp(self) -> tuple[str, ...]:
        """Read the time servers."""
        told = parsers.parse_ntp(self._wire.ask("device", envelopes.device_get_ntp(), "GetNTP"))
        return tuple(clean_line(str(one), 255) for one in (told.get("servers") or ())[:LIST_MOST])

    def reboot(self) -> str:
        """Restart the device; gives what it says to that."""
        text = self._wire.ask("device", envelopes.device_system_reboot(), "SystemReboot", again=False)
        return clean_line(parsers.parse_text_element(text, "Message"), 200)

    def relays(self) -> tuple[Relay, ...]:
        """Read the relay outputs, from DeviceIO where it is listed, else from the device service."""
        if self._wire.has("deviceio"):
            with suppress(OnvifError):
                found = self._relays("deviceio")
                if found:
                    return found
        return self._relays("device")

    def set_relay(self, token: str, active: bool) -> None:
        """Switch a relay."""
        state = "active" if active else "inactive"
        if self._wire.has("deviceio"):
            try:
                self._wire.ask("deviceio", envelopes.device_set_relay_output_state(
                    token=token, logical_state=state, use_deviceio=True), "SetRelayOutputState", again=False)
                return
            except OnvifError as error:
                if error.fault is not OnvifFault.NOT_SUPPORTED:
                    raise
        self._wire.ask("device", envelopes.device_set_relay_output_state(token=token, logical_state=state),
                       "SetRelayOutputState", again=False)

    def _relays(self, service: str) -> tuple[Relay, ...]:
        body = envelopes.device_get_relay_outputs(use_deviceio=service == "deviceio")
        told = parsers.parse_relay_outputs(self._wire.ask(service, body, "GetRelayOutputs"))
        return tuple(Relay(str(one["token"])[:128], clean_line(str(one.get("mode") or ""), 32),
                           clean_line(str(one.get("idle_state") or ""), 32))
                     for one in told[:LIST_MOST] if one.get("token"))


def _mac(text: str) -> str:
    """Give a MAC as aa:bb:cc:dd:ee:ff, or nothing."""
    digits = "".join(one for one in text.casefold() if one in "0123456789abcdef")
    if len(digits) != 12 or digits in ("0" * 12, "f" * 12):
        return ""
    return ":".join(digits[at:at + 2] for at in range(0, 12, 2))
