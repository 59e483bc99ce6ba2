"""Looking for devices: WS-Discovery on every interface, and address ranges host by host.

Belongs here: sockets, who was found, progress, being cancelled. Does not belong here: messages (probe_words.py), ranges
(ranges.py), whether a device is in the registry already (services/devices.py).
Invariants:
1. Each probe goes out on every interface, three times (quirk 25: multicast gets lost, and hosts have several networks).
2. Of one device there is one finding: same host and endpoint reference, or same host and port without one. Two
   hosts with one reference stay two: clones of cheap devices share it, and a stranger may copy it.
3. Answers are hostile: at most `DATAGRAMS_MOST` are read and `FOUND_MOST` kept; what makes no sense is nothing.
4. No login is sent, ever. 5. A cancelled search gives what was found until then, within a second.
Thread: the caller's; ranges are asked by a few threads that end with the call.
"""

from __future__ import annotations

import selectors
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from itertools import islice

import psutil
from onveef import envelopes

from safecity_console.core.secrets import Secret
from safecity_console.domain.onvif import Endpoint, FoundDevice, OnvifError, OnvifFault, Search, SearchProgress
from safecity_console.onvif.probe_words import ANSWER_MOST, probes, read_answer
from safecity_console.onvif.ranges import hosts_of
from safecity_console.onvif.session import Session

GROUP, PORT = "239.255.255.250", 3702
SENDS, BETWEEN_S = 3, 0.4
DATAGRAMS_MOST, FOUND_MOST = 20_000, 2048
ASKERS = 32
CONNECT_S, ASK_S = 0.6, 2.0
_WAIT_S = 0.2

Progress = Callable[[SearchProgress], None]


@dataclass(frozen=True, slots=True)
class Interface:
    """A network interface with an IPv4 address; `usable` where multicast can be sent on it."""

    name: str
    address: str
    usable: bool


class Finds:
    """What was found so far, each device once."""

    def __init__(self) -> None:
        self._found: list[FoundDevice] = []

    def add(self, one: FoundDevice) -> None:
        """Take a finding in, or complete the one that is there."""
        for at, known in enumerate(self._found):
            same_port = known.endpoint.port == one.endpoint.port
            named = bool(known.reference and one.reference)
            if known.endpoint.host == one.endpoint.host and (known.reference == one.reference if named else same_port):
                self._found[at] = _completed(known, one)
                return
        if len(self._found) < FOUND_MOST:
            self._found.append(one)

    @property
    def all(self) -> tuple[FoundDevice, ...]:
        """Give the findings, by address."""
        return tuple(sorted(self._found, key=lambda one: (_by_address(one.endpoint.host), one.endpoint.port)))


def interfaces(only: str = "") -> tuple[Interface, ...]:
    """Give the interfaces that are up; `only` names one by name or address."""
    up = {name for name, one in psutil.net_if_stats().items() if one.isup}
    return tuple(
        Interface(name, told.address, _can_send(told.address))
        for name, addresses in psutil.net_if_addrs().items() if name in up
        for told in addresses if told.family == socket.AF_INET and only in ("", name, told.address))


def search(wanted: Search, progress: Progress | None = None, stop: threading.Event | None = None,
           target: tuple[str, int] = (GROUP, PORT)) -> tuple[FoundDevice, ...]:
    """Look for devices; raises Refused for ranges that are none or too large."""
    hosts, ended, finds = hosts_of(wanted.ranges), stop or threading.Event(), Finds()
    tell = progress or _ignore
    parts = (1.0 if wanted.multicast else 0.0) + (1.0 if hosts else 0.0)
    if wanted.multicast:
        _multicast(wanted, finds, ended, lambda share: tell(SearchProgress(share / parts, len(finds.all))), target)
    if hosts and not ended.is_set():
        before = parts - 1.0
        _ask_each(hosts, wanted.ports, finds, ended, lambda done: tell(SearchProgress(
            (before + done / len(hosts)) / parts, len(finds.all), done, len(hosts))))
    tell(SearchProgress(1.0, len(finds.all), len(hosts) if not ended.is_set() else 0, len(hosts)))
    return finds.all


def _multicast(wanted: Search, finds: Finds, stop: threading.Event, tell: Callable[[float], None],
               target: tuple[str, int]) -> None:
    with ExitStack() as stack:
        ears = stack.enter_context(selectors.DefaultSelector())
        mouths = []
        for one in interfaces(wanted.interface):
            sock = _mouth(one.address)
            if sock is not None:
                stack.callback(sock.close)
                ears.register(sock, selectors.EVENT_READ, one.name)
                mouths.append(sock)
        began = time.monotonic()
        sent, heard = 0, 0
        while (past_s := time.monotonic() - began) < wanted.seconds and not stop.is_set() and mouths:
            if sent < SENDS and past_s >= sent * BETWEEN_S:
                sent += 1
                _send(mouths, target)
            tell(min(1.0, past_s / wanted.seconds))
            for key, _ in ears.select(min(_WAIT_S, max(0.0, wanted.seconds - past_s))):
                heard += 1
                if heard <= DATAGRAMS_MOST and isinstance(key.fileobj, socket.socket):
                    _hear(key.fileobj, str(key.data), finds)


def _hear(sock: socket.socket, interface: str, finds: Finds) -> None:
    try:
        datagram, sender = sock.recvfrom(ANSWER_MOST + 1)
    except OSError:
        return  # an ICMP refusal of an earlier datagram, or nothing after all
    for one in read_answer(datagram, str(sender[0]), interface):
        finds.add(one)


def _send(mouths: list[socket.socket], target: tuple[str, int]) -> None:
    for sock in mouths:
        for probe in probes():
            with suppress(OSError):
                sock.sendto(probe, target)


def _mouth(address: str) -> socket.socket | None:
    """Open a socket that sends multicast on one interface; None where it does not."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.bind((address, 0))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
        sock.setblocking(False)
    except OSError:
        sock.close()
        return None
    return sock


def _can_send(address: str) -> bool:
    sock = _mouth(address)
    if sock is None:
        return False
    with sock:
        try:
            sock.sendto(probes()[2], (GROUP, PORT))
        except OSError:
            return False
    return True


def _ask_each(hosts: tuple[str, ...], ports: tuple[int, ...], finds: Finds, stop: threading.Event,
              tell: Callable[[int], None]) -> None:
    left, done = iter(hosts), 0
    with ThreadPoolExecutor(ASKERS, "onvif-ask") as pool:
        running: set[Future[FoundDevice | None]] = set()
        while not stop.is_set():
            running |= {pool.submit(ask_host, host, ports, stop) for host in islice(left, ASKERS - len(running))}
            if not running:
                return
            ended, running = wait(running, _WAIT_S, FIRST_COMPLETED)
            for one in ended:
                done += 1
                found = one.result()
                if found is not None:
                    finds.add(found)
            tell(done)


def ask_host(host: str, ports: tuple[int, ...], stop: threading.Event) -> FoundDevice | None:
    """Ask one host on each port whether it is a device, by its clock, which needs no login; None where it is none."""
    for port in ports:
        if stop.is_set():
            return None
        try:
            socket.create_connection((host, port), CONNECT_S).close()
        except OSError:
            continue
        if _speaks_onvif(Endpoint(host, port)):
            return _probe_host(host, port) or FoundDevice("", Endpoint(host, port))
    return None


def _speaks_onvif(endpoint: Endpoint) -> bool:
    """Ask for the clock, which needs no login; a SOAP fault is an answer too, another server's page is none."""
    session = Session(endpoint, "", Secret(""))
    try:
        session.call(endpoint.url, envelopes.device_get_system_date_time(), "GetSystemDateAndTime", timeout_s=ASK_S,
                     login=False)
    except OnvifError as error:
        return bool(error.words) and not error.words.startswith("HTTP ") and error.fault in (
            OnvifFault.WRONG_PASSWORD, OnvifFault.NOT_AUTHORISED, OnvifFault.DEVICE_FAULT, OnvifFault.CLOCK_OFF,
            OnvifFault.NOT_SUPPORTED)
    finally:
        session.close()
    return True


def _probe_host(host: str, port: int) -> FoundDevice | None:
    """Send a device the probe without a type, to learn its name; behind one address there may be others with theirs."""
    until_s = time.monotonic() + CONNECT_S
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.connect((host, PORT))
        sock.send(probes()[2])
        while (left_s := until_s - time.monotonic()) > 0:
            sock.settimeout(left_s)
            for one in read_answer(sock.recv(ANSWER_MOST + 1), host):
                if one.endpoint.port == port:
                    return one
    return None


def _completed(known: FoundDevice, more: FoundDevice) -> FoundDevice:
    """Fill in what an earlier answer left out; its address stays, for a later answer may be a stranger's."""
    return replace(
        known, reference=known.reference or more.reference, name=known.name or more.name,
        hardware=known.hardware or more.hardware, location=known.location or more.location,
        maker=known.maker or more.maker, types=known.types or more.types, mac=known.mac or more.mac,
        profiles=known.profiles or more.profiles, interface=known.interface or more.interface,
        endpoint=known.endpoint if known.reference or not more.reference else more.endpoint)


def _by_address(host: str) -> tuple[int, ...]:
    parts = host.split(".")
    return tuple(int(one) for one in parts) if len(parts) == 4 and all(one.isdecimal() for one in parts) else (999,)


def _ignore(_told: SearchProgress) -> None:
    """Say nothing."""
