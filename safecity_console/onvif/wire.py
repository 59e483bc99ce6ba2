"""Where a device's services are, and asking one of them.

Belongs here: the services' addresses from GetServices and GetCapabilities, the call by service name. Does not belong
here: logins (session.py), what operations mean (media.py, ptz.py …).
Invariants: 1. Both lists count, GetServices first: devices leave services out of one of them (quirk 9). 2. Where
neither lists anything the usual paths are taken. 3. What was learnt of the device is kept in `quirks`.
Thread: one at a time.
"""

from __future__ import annotations

from collections.abc import Mapping

from onveef import envelopes, parsers

from safecity_console.domain.onvif import OnvifError, OnvifFault
from safecity_console.onvif.quirks import Quirk
from safecity_console.onvif.session import READ_S, Session

# quirk 9: where services usually are (quatanium/python-onvif#30, agsh/onvif#155).
_USUAL = {
    "media": "/onvif/media_service", "media2": "/onvif/media2_service", "ptz": "/onvif/ptz_service",
    "imaging": "/onvif/imaging_service", "events": "/onvif/event_service", "deviceio": "/onvif/deviceio_service",
}
_LACKING = (OnvifFault.NOT_SUPPORTED, OnvifFault.DEVICE_FAULT, OnvifFault.NOT_AUTHORISED)
_GUESSED = ("media", "ptz")  # the others are of use only where a device says that it has them


class Wire:
    """Calls by the name of a service."""

    def __init__(self, session: Session, services: Mapping[str, str] | None = None,
                 quirks: frozenset[str] = frozenset()) -> None:
        self.session = session
        self.services: dict[str, str] = dict(services or {})
        self.quirks: set[str] = set(quirks)
        self.relays_told: int | None = None

    def has(self, service: str) -> bool:
        """Tell whether the device lists a service."""
        return service in self.services

    def ask(self, service: str, body: str, operation: str, *, timeout_s: float = READ_S, again: bool = True,
            action: str = "") -> str:
        """Ask a service; raises OnvifError, NOT_SUPPORTED where the device has no such service."""
        url = self.session.endpoint.url if service == "device" else self.services.get(service, "")
        if not url:
            raise OnvifError(OnvifFault.NOT_SUPPORTED, operation)
        return self.session.call(url, body, operation, timeout_s=timeout_s, again=again, action=action)

    def find_services(self) -> None:
        """Learn where the services are; raises what hinders every call, such as no route or a refused login."""
        listed: dict[str, str] = {}
        for body, operation, read in (
                (envelopes.device_get_capabilities(), "GetCapabilities", parsers.parse_capabilities),
                (envelopes.device_get_services(), "GetServices", parsers.parse_services)):
            try:
                text = self.ask("device", body, operation)
            except OnvifError as error:
                if error.fault not in _LACKING:
                    raise
                continue
            listed |= read(text)
            if operation == "GetCapabilities":
                self.relays_told = _relays(text)
        if not listed:
            self.quirks.add(Quirk.USUAL_PATHS)
            listed = {name: _USUAL[name] for name in _GUESSED}
        self.session.addresses.learn(listed.get("device", ""))
        self.services = {name: self._reachable(url) for name, url in listed.items() if self._reachable(url)}

    def _reachable(self, url: str) -> str:
        try:
            return self.session.addresses.reachable(url)
        except OnvifError:
            return ""


def _relays(text: str) -> int | None:
    """Give how many relays GetCapabilities tells of; None where it does not say."""
    root = parsers.parse_xml(text)
    found = None if root is None else parsers.find_local(root, "RelayOutputs")
    said = (found.text or "").strip() if found is not None else ""
    return int(said) if said.isdecimal() and len(said) < 6 else None
