"""The lower rungs of the triage ladder, by plain sockets: name, route, port, and whether RTSP is spoken at all.

Belongs here: checks that cost a camera nothing and never use its login (a refused login counts towards its lock-out).
Does not belong here: opening the stream (source.py), the whole ladder (services/triage.py).
Invariants: 1. Every wait has a deadline; a name that does not resolve in time is given up, its thread left to end by
itself. 2. At most `ANSWER_MAX` bytes of an answer are read, and they are hostile until parsed.
RTSP 1.0: RFC 2326.
"""

from __future__ import annotations

import errno
import re
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from safecity_console.domain.stream import Failure, Fault, Layer

DEFAULT_PORTS = {"rtsp": 554, "rtsps": 322, "http": 80, "https": 443}
ANSWER_MAX = 8192
_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EACCES})


@dataclass(frozen=True, slots=True)
class Address:
    """Where a URL leads: scheme, host and port."""

    scheme: str
    host: str
    port: int


class LadderFailed(Exception):
    """A rung broke."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.layer}: {failure.fault}")
        self.failure = failure


def address_of(url: str) -> Address | None:
    """Give the address of a network URL; None for files."""
    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS:
        return None
    return Address(parts.scheme, parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme])


def resolve(address: Address, timeout_s: float = 3.0) -> list[str]:
    """Turn the name into numeric addresses; raises LadderFailed (name)."""
    found: list[str] = []
    done = threading.Event()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(row[4][0]) for row in rows))
        except (OSError, UnicodeError):
            found.clear()
        finally:
            done.set()

    if _is_numeric(address.host):
        return [address.host]
    # getaddrinfo knows no deadline, so it waits in a thread of its own that nobody waits for.
    threading.Thread(target=ask, name="resolve", daemon=True).start()
    if not done.wait(timeout_s) or not found:
        raise LadderFailed(Failure(Layer.NAME, Fault.NO_SUCH_HOST))
    return list(found)


def _is_numeric(host: str) -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
        except (OSError, ValueError):
            continue
        return True
    return False


def connect(address: Address, numeric: list[str], timeout_s: float = 3.0) -> socket.socket:
    """Open a TCP connection to the first address that takes it; raises LadderFailed (route or port)."""
    failure = Failure(Layer.PORT, Fault.PORT_TIMEOUT, str(address.port))
    for host in numeric:
        try:
            return socket.create_connection((host, address.port), timeout=timeout_s)
        except TimeoutError:
            failure = Failure(Layer.PORT, Fault.PORT_TIMEOUT, str(address.port))
        except ConnectionRefusedError:
            failure = Failure(Layer.PORT, Fault.PORT_REFUSED, str(address.port))
        except OSError as error:
            route = error.errno in _NO_ROUTE
            failure = Failure(Layer.ROUTE, Fault.NO_ROUTE) if route else failure
    raise LadderFailed(failure)


@dataclass(frozen=True, slots=True)
class RtspHello:
    """What a camera says to OPTIONS: the status and, where told, its own clock."""

    status: int
    date: datetime | None = None


def say_options(sock: socket.socket, url: str, timeout_s: float = 3.0) -> RtspHello:
    """Ask OPTIONS without login; raises LadderFailed (rtsp) for silence, a closed door or what is not RTSP."""
    sock.settimeout(timeout_s)
    request = f"OPTIONS {url} RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: SafeCityConsole\r\n\r\n"
    try:
        sock.sendall(request.encode("ascii", "replace"))
        answer = _read_head(sock, time.monotonic() + timeout_s)
    except TimeoutError:
        raise LadderFailed(Failure(Layer.RTSP, Fault.NO_ANSWER)) from None
    except (OSError, ssl.SSLError):
        raise LadderFailed(Failure(Layer.RTSP, Fault.CLOSED)) from None
    if not answer:
        raise LadderFailed(Failure(Layer.RTSP, Fault.CLOSED))
    return parse_hello(answer)


def refuse_redirect(sock: socket.socket, url: str, timeout_s: float) -> None:
    """Ask DESCRIBE without login; raises LadderFailed (stream) where the camera sends us elsewhere.

    libav would follow, to any host and without end, and answer that host's question for the login: nothing in it can be
    told not to. Silence and any other answer pass: they are libav's to judge.
    """
    request = (f"DESCRIBE {url} RTSP/1.0\r\nCSeq: 1\r\nAccept: application/sdp\r\n"
               "User-Agent: SafeCityConsole\r\n\r\n")
    try:
        sock.settimeout(timeout_s)
        sock.sendall(request.encode("ascii", "replace"))
        answer = _read_head(sock, time.monotonic() + timeout_s)
    except (OSError, ValueError):
        return
    if re.match(rb"RTSP/\d\.\d 3\d\d", answer):
        raise LadderFailed(Failure(Layer.STREAM, Fault.UNSUPPORTED, "redirect"))


def wrap_tls(sock: socket.socket, host: str, check: bool) -> ssl.SSLSocket:
    """Begin TLS on a connection; raises LadderFailed (rtsp, tls)."""
    context = ssl.create_default_context()
    if not check:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    try:
        return context.wrap_socket(sock, server_hostname=host)
    except (OSError, ssl.SSLError, ValueError):
        raise LadderFailed(Failure(Layer.RTSP, Fault.TLS)) from None


def _read_head(sock: socket.socket, until_s: float) -> bytes:
    answer = b""
    while b"\r\n\r\n" not in answer and len(answer) < ANSWER_MAX:
        # One deadline over the whole head: a camera that drips bytes must not hold us.
        sock.settimeout(max(0.001, until_s - time.monotonic()))
        part = sock.recv(2048)
        if not part:
            break
        answer += part
        if len(answer) >= 5 and not answer.startswith(b"RTSP/"):
            break
    return answer


def parse_hello(answer: bytes) -> RtspHello:
    """Read the head of an RTSP answer; raises LadderFailed (rtsp) where it is none."""
    match = re.match(rb"RTSP/\d\.\d (\d{3})", answer)
    if match is None:
        raise LadderFailed(Failure(Layer.RTSP, Fault.BAD_ANSWER))
    date = re.search(rb"\r\nDate:[ \t]*([^\r\n]{1,60})", answer, re.IGNORECASE)
    return RtspHello(int(match[1]), _date(date[1]) if date else None)


def _date(raw: bytes) -> datetime | None:
    try:
        moment = parsedate_to_datetime(raw.decode("ascii").strip())
    except (ValueError, UnicodeDecodeError):
        return None
    return moment if moment.tzinfo is not None else None


def ask_why(url: str, timeout_s: float = 3.0, check_tls: bool = False) -> Failure | None:
    """Climb from name to RTSP without login and give the rung that breaks; None when all of them hold."""
    address = address_of(url)
    if address is None:
        return None
    try:
        numeric = resolve(address, timeout_s)
        with connect(address, numeric, timeout_s) as sock:
            spoken = wrap_tls(sock, address.host, check_tls) if address.scheme in ("rtsps", "https") else sock
            with spoken:
                if address.scheme in ("rtsp", "rtsps"):
                    say_options(spoken, url, timeout_s)
    except LadderFailed as broken:
        return broken.failure
    return None
