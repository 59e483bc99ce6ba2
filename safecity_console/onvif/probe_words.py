"""WS-Discovery in words: the three probes, and what an answer says.

Belongs here: making and reading messages, pure. Does not belong here: sockets (discovery.py).
Invariants: 1. Three probes, for no single one finds every device: dn:NVT, tds:Device, no type (quirk 25). 2. An
answer's addresses lead to the host that sent it, whatever hosts it names: a login never goes where a stranger points.
3. Text is cleaned and cut; an answer that makes no sense is nothing, never an error.
Source: WS-Discovery 1.0 (2005/04); ONVIF Core §7.
"""

from __future__ import annotations

import ipaddress
import re
import uuid
from urllib.parse import unquote, urlsplit

from onveef import parsers

from safecity_console.domain.device_streams import usual_paths
from safecity_console.domain.onvif import Endpoint, FoundDevice
from safecity_console.onvif.faults import repaired
from safecity_console.onvif.words import clean_line

ANSWER_MOST = 65_535
LIST_MOST = 64
_TYPES = (
    '<d:Types xmlns:dn="http://www.onvif.org/ver10/network/wsdl">dn:NetworkVideoTransmitter</d:Types>',
    '<d:Types xmlns:tds="http://www.onvif.org/ver10/device/wsdl">tds:Device</d:Types>',
    "",
)
_SCOPE = re.compile(r"onvif://www\.onvif\.org/([A-Za-z_]+)/(.*)", re.IGNORECASE)
_ONVIF_TYPES = ("NetworkVideoTransmitter", "Device", "NetworkVideoDisplay", "NetworkVideoStorage")


def probes() -> tuple[bytes, ...]:
    """Make the three probes, each with an id of its own."""
    return tuple(
        ('<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" '
         'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" '
         'xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"><s:Header>'
         '<a:Action s:mustUnderstand="1">http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>'
         f"<a:MessageID>uuid:{uuid.uuid4()}</a:MessageID>"
         '<a:To s:mustUnderstand="1">urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>'
         f"</s:Header><s:Body><d:Probe>{types}</d:Probe></s:Body></s:Envelope>").encode() for types in _TYPES)


def read_answer(datagram: bytes, sender: str, interface: str = "") -> tuple[FoundDevice, ...]:
    """Read the devices of one answer; nothing where it is none."""
    if len(datagram) > ANSWER_MOST:
        return ()
    text = repaired(datagram)
    root = parsers.parse_xml(text) if text is not None else None
    if root is None:
        return ()
    found = []
    for match in parsers.find_all_local(root, "ProbeMatch")[:LIST_MOST]:
        said = {one: parsers.find_local(match, one) for one in ("Address", "Types", "Scopes", "XAddrs")}
        words = {name: (one.text or "").strip() if one is not None else "" for name, one in said.items()}
        if words["XAddrs"] or words["Address"]:
            found.append(_device(words, sender, interface))
    return tuple(one for one in found if one is not None)


def _device(words: dict[str, str], sender: str, interface: str) -> FoundDevice | None:
    types = tuple(clean_line(one.rpartition(":")[2], 40) for one in words["Types"].split()[:LIST_MOST])
    scopes = words["Scopes"].split()[:LIST_MOST]
    onvif = any(one in _ONVIF_TYPES for one in types) or any("onvif" in one.lower() for one in scopes)
    if not onvif and "/onvif/" not in words["XAddrs"].lower():
        return None  # printers answer a probe without a type, too
    told: dict[str, list[str]] = {}
    for one in scopes:
        match = _SCOPE.match(one)
        if match is not None:
            told.setdefault(match[1].lower(), []).append(clean_line(unquote(match[2]).replace("_", " "), 80))
    profiles = {"streaming": "S", "t": "T", "g": "G", "s": "S", "m": "M"}
    kinds = sorted({profiles[one.lower()] for one in told.get("profile", []) if one.lower() in profiles})
    macs = [one for one in told.get("mac", []) if one]
    name, hardware = (next(iter(told.get(one, [])), "") for one in ("name", "hardware"))
    return FoundDevice(
        clean_line(words["Address"], 200), _endpoint(words["XAddrs"].split()[:LIST_MOST], sender), name, hardware,
        ", ".join(told.get("location", [])[:4]), maker_of(name), types, tuple(kinds), interface,
        mac=next(iter(macs), ""))


def _endpoint(addresses: list[str], sender: str) -> Endpoint:
    """Choose the address that names the sender itself, else the first of its family, and send it back to the sender."""
    read = []
    for text in addresses:
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname:
            read.append((parts, port))
    plain = [one for one in read if one[0].scheme == "http"] or read
    own = [one for one in plain if _same_host(one[0].hostname or "", sender)] or plain
    if not own:
        return Endpoint(sender)
    parts, port = own[0]
    tls = parts.scheme == "https"
    path = parts.path if re.fullmatch(r"/[\x21-\x7e]{1,200}", parts.path) else "/onvif/device_service"
    return Endpoint(sender, port or (443 if tls else 80), path, tls)


def maker_of(name: str) -> str:
    """Give a known maker that a scope's name begins with, such as "HIKVISION DS-2CD2143"; nothing else is guessed."""
    first = name.split()[0] if name.split() else ""
    return first if usual_paths(first) is not None else ""


def _same_host(told: str, sender: str) -> bool:
    try:
        return ipaddress.ip_address(told) == ipaddress.ip_address(sender)
    except ValueError:
        return False
