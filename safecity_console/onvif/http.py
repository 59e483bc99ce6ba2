"""One kept connection to one device: bytes there and back within a deadline.

Belongs here: HTTP/1.1 over http.client, the cap, TLS pinned on first use. Does not belong here: logins (digest.py,
session.py), SOAP, what a status means.
Invariants:
1. A call ends by its deadline, however slowly the device drips: each read from the socket gets what is left of it.
   Only a name's look-up is the system's own affair; devices are registered by address.
2. Never more than `ANSWER_MOST` bytes are read of an answer.
3. A redirect is not followed: a login would travel to a stranger.
4. Over TLS nothing is sent before the certificate is the pinned one; a self-signed one is as good as any, a changed one
   is refused (SHA-256 over its DER).
5. A kept connection that the device has closed meanwhile is seen before it is used again, so that also what may not be
   sent twice gets through (quirk 22).
Thread: one at a time; `close` from any.
"""

from __future__ import annotations

import hashlib
import http.client
import io
import selectors
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from safecity_console.domain.onvif import Endpoint, OnvifError, OnvifFault

ANSWER_MOST = 8_000_000
CONNECT_S = 2.0
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names are in lower case."""

    status: int
    headers: Mapping[str, tuple[str, ...]]
    body: bytes
    took_s: float

    def header(self, name: str) -> str:
        """Give a header's first value, or nothing."""
        return (self.headers.get(name) or ("",))[0]


class _Timed(io.RawIOBase):
    """The socket's reading end: every read ends by the deadline of the call under way."""

    def __init__(self, sock: socket.socket, left_s: Callable[[], float]) -> None:
        self._sock, self._left_s = sock, left_s
        self._raw = sock.makefile("rb", buffering=0)  # keeps the socket open until the answer is read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._left_s())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Answering:
    """What http.client takes for a socket when it reads an answer."""

    def __init__(self, sock: socket.socket, left_s: Callable[[], float]) -> None:
        self._sock, self._left_s = sock, left_s

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Timed(self._sock, self._left_s), _CHUNK)


class Channel:
    """A connection that is opened when first needed and kept while the device keeps it."""

    def __init__(self, endpoint: Endpoint, pinned: str = "") -> None:
        self._endpoint, self._pinned = endpoint, pinned
        self._connection: http.client.HTTPConnection | None = None
        self._deadline_s = 0.0
        self.drops = False  # whether the device was seen to hang up between calls

    @property
    def kept(self) -> bool:
        """Tell whether a connection stands that was used before: a device may have dropped it meanwhile."""
        return self._connection is not None

    def send(self, method: str, target: str, body: bytes, headers: Mapping[str, str], deadline_s: float) -> Answer:
        """Send a request and read the whole answer; `deadline_s` is monotonic. Raises OnvifError, ConnectionError."""
        self._deadline_s = deadline_s
        connection = self._open()
        began = time.monotonic()
        try:
            connection.sock.settimeout(self._left_s())
            connection.request(method, target, body, dict(headers))
            response = connection.getresponse()
            try:
                content = self._read(response)
            finally:
                response.close()  # read1 leaves it open at its length's end, and the connection takes no next request
        except TimeoutError:
            self.close()
            raise OnvifError(OnvifFault.TIMED_OUT) from None
        except (http.client.HTTPException, ValueError) as error:
            self.close()
            if isinstance(error, http.client.RemoteDisconnected):
                raise ConnectionResetError("the device closed the connection") from error
            raise OnvifError(OnvifFault.NOT_ONVIF) from None
        except OSError:
            self.close()
            raise
        if response.will_close:
            self.close()
        told: dict[str, tuple[str, ...]] = {}
        for name, value in response.getheaders():
            told[name.lower()] = (*told.get(name.lower(), ()), value)
        if 300 <= response.status < 400:
            raise OnvifError(OnvifFault.REDIRECTED)
        return Answer(response.status, told, content, time.monotonic() - began)

    def close(self) -> None:
        """Let the connection go; what waits on it ends."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError):
                if connection.sock is not None:
                    connection.sock.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _open(self) -> http.client.HTTPConnection:
        if self._connection is not None:
            if not _dropped(self._connection.sock):
                return self._connection
            self.drops = True
            self.close()
        left_s = min(CONNECT_S, self._deadline_s - time.monotonic())
        if left_s <= 0:
            raise OnvifError(OnvifFault.TIMED_OUT)
        one = self._endpoint
        made = http.client.HTTPSConnection(one.host, one.port, timeout=left_s, context=_trusting()) if one.tls \
            else http.client.HTTPConnection(one.host, one.port, timeout=left_s)
        try:
            made.connect()
            self._check(made)
        except OSError as error:
            made.close()
            raise OnvifError(_no_way(error)) from None
        except BaseException:
            made.close()
            raise
        made.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # http.client makes its answers by calling this with the socket: ours reads against the deadline.
        made.response_class = self._response  # type: ignore[assignment]
        self._connection = made
        return made

    def _check(self, connection: http.client.HTTPConnection) -> None:
        if not isinstance(connection.sock, ssl.SSLSocket):
            return
        print_ = hashlib.sha256(connection.sock.getpeercert(binary_form=True) or b"").hexdigest()
        if not self._pinned:
            raise OnvifError(OnvifFault.CERTIFICATE_NEW, words=print_)
        if print_ != self._pinned:
            raise OnvifError(OnvifFault.CERTIFICATE_CHANGED, words=print_)

    def _response(self, sock: socket.socket, *rest: Any, **more: Any) -> http.client.HTTPResponse:
        return http.client.HTTPResponse(_Answering(sock, self._left_s), *rest, **more)  # type: ignore[arg-type]

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        parts: list[bytes] = []
        size, told = 0, response.length or 0
        while max(size, told) <= ANSWER_MOST:
            part = response.read1(_CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)
            size += len(part)
        self.close()
        raise OnvifError(OnvifFault.TOO_LARGE)

    def _left_s(self) -> float:
        left_s = self._deadline_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError
        return left_s


def _dropped(sock: socket.socket | None) -> bool:
    """Tell whether a connection at rest has ended; one that speaks unasked is no better."""
    if sock is None:
        return True
    with selectors.DefaultSelector() as look:
        look.register(sock, selectors.EVENT_READ)
        return bool(look.select(0))


def _no_way(error: OSError) -> OnvifFault:
    if isinstance(error, TimeoutError):
        return OnvifFault.TIMED_OUT
    if isinstance(error, ConnectionRefusedError):
        return OnvifFault.REFUSED
    if isinstance(error, ssl.SSLError):
        return OnvifFault.NOT_ONVIF
    return OnvifFault.NO_ROUTE


def _trusting() -> ssl.SSLContext:
    """Give a context that takes any certificate: what counts is that it is the pinned one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
