"""WS-Discovery: the cameras answer a Probe, sent to all or to one.

Belongs here: one UDP socket, probes in, matches out. Does not belong here: which cameras are there (faces.py).
Invariants: 1. What comes in is bounded and may be nonsense. 2. A probe for another type or scope is not answered.
3. Where the port or the group cannot be had the district runs without. 4. Cameras that are reached from this machine
alone answer this machine alone: their addresses would mislead another console. Thread: the server's loop.
Source: WS-Discovery 2005/04, ONVIF Core 7.
"""

from __future__ import annotations

import asyncio
import re
import socket
import struct
import sys
import uuid
from collections.abc import Callable, Iterable
from typing import cast
from urllib.parse import unquote
from xml.etree import ElementTree

import psutil

from safecity_console.core.logs import get_logger
from safecity_console.simulator.onvif.soap import esc, find, local, text_of
from safecity_console.simulator.onvif.state import DeviceState

GROUP, PORT = "239.255.255.250", 3702
MAX_PROBE = 8192
TYPES = ("NetworkVideoTransmitter", "Device")
_SPACES = {
    "s": "http://www.w3.org/2003/05/soap-envelope",
    "a": "http://schemas.xmlsoap.org/ws/2004/08/addressing",
    "d": "http://schemas.xmlsoap.org/ws/2005/04/discovery",
    "dn": "http://www.onvif.org/ver10/network/wsdl",
    "tds": "http://www.onvif.org/ver10/device/wsdl",
}


class Discovery(asyncio.DatagramProtocol):
    """Answer probes for the devices that are there."""

    def __init__(self, devices: Callable[[], Iterable[DeviceState]]) -> None:
        self._devices = devices
        self._transport: asyncio.DatagramTransport | None = None
        self._only_own = True
        self.port = 0
        self.probes = 0

    async def open(self, host: str, port: int = PORT) -> bool:
        """Listen on every interface; tell whether it could be."""
        self._only_own = host.startswith("127.") or host == "localhost"
        try:
            made = _group_socket(port)
        except OSError as error:
            get_logger("simulator").warning("discovery_not_open", port=port, reason=str(error))
            return False
        self.port = made.getsockname()[1]
        await asyncio.get_running_loop().create_datagram_endpoint(lambda: self, sock=made)
        return True

    def close(self) -> None:
        """Answer no more."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the socket."""
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, address: tuple[str, int]) -> None:
        """Answer a probe, each device with a datagram of its own."""
        if len(data) > MAX_PROBE or self._transport is None or (self._only_own and address[0] not in own_addresses()):
            return
        asked = _read_probe(data)
        if asked is None:
            return
        self.probes += 1
        message, types, scopes = asked
        for device in self._devices():
            if all(one in TYPES for one in types) and all(_in_scope(one, device.scopes) for one in scopes):
                self._transport.sendto(_match(device, message).encode(), address)

    def error_received(self, error: Exception) -> None:
        """Go on: who asked has left."""


def own_addresses() -> set[str]:
    """Return the IPv4 addresses of this machine, loopback with them."""
    found = {one.address for each in psutil.net_if_addrs().values() for one in each if one.family == socket.AF_INET}
    return found | {"127.0.0.1"}


def _group_socket(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if sys.platform == "linux" and port:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.bind(("", port))
        made.setblocking(False)
        for own in sorted(own_addresses()):
            try:
                made.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP,
                                struct.pack("4s4s", socket.inet_aton(GROUP), socket.inet_aton(own)))
            except OSError:
                continue  # no such interface or no multicast there: probes to one still come in
    except OSError:
        made.close()
        raise
    return made


def _read_probe(data: bytes) -> tuple[str, list[str], list[str]] | None:
    """Return the message's id, the types and the scopes asked for, or nothing where it is no probe."""
    if b"<!" in data:
        return None
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - no document type gets here
    except ElementTree.ParseError:
        return None
    probe = next((one for one in root.iter() if local(one.tag) == "Probe"), None)
    if probe is None:
        return None
    types = [one.rpartition(":")[2] for one in text_of(find(probe, "Types"), "Types").split()]
    return text_of(root, "MessageID"), types, text_of(probe, "Scopes").split()


def _in_scope(asked: str, scopes: tuple[str, ...]) -> bool:
    wanted = unquote(asked).rstrip("/").lower()
    return any(f"{unquote(one).lower()}/".startswith(f"{wanted}/") for one in scopes)


def _match(device: DeviceState, message: str) -> str:
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
    message = re.sub(r"[^\w:.\-]", "", message)[:120]
    address = esc(device.base() + "/onvif/device_service")
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<s:Envelope {declared}><s:Header>'
            f"<a:MessageID>urn:uuid:{uuid.uuid4()}</a:MessageID><a:RelatesTo>{message}</a:RelatesTo>"
            "<a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>"
            f"<a:Action>{_SPACES['d']}/ProbeMatches</a:Action></s:Header><s:Body><d:ProbeMatches><d:ProbeMatch>"
            f"<a:EndpointReference><a:Address>{device.reference}</a:Address></a:EndpointReference>"
            "<d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types>"
            f"<d:Scopes>{esc(' '.join(device.scopes))}</d:Scopes><d:XAddrs>{address}</d:XAddrs>"
            "<d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>")
