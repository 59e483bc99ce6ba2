"""One kept connection to one device: bytes there and back within a deadline.

Belongs here: HTTP/1.1 over http.client, the cap, TLS pinned on first use. Does not belong here: logins (digest.py,
session.py), SOAP, what a status means.
Invariants:
1. A call ends by its deadline, however slowly the device drips.
2. Never more than `ANSWER_MOST` bytes are read of an answer.
3. A redirect is not followed: a login would travel to a stranger.
4. Over TLS nothing is sent before the certificate is the pinned one; a self-signed one is as good as any, a changed one
   is refused (SHA-256 over its DER).
Thread: one at a time; `close` from any.
"""

from __future__ import annotations

import hashlib
import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

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


class Channel:
    """A connection that is opened when first needed and kept while the device keeps it."""

    def __init__(self, endpoint: Endpoint, pinned: str = "") -> None:
        self._endpoint, self._pinned = endpoint, pinned
        self._connection: http.client.HTTPConnection | None = None

    @property
    def kept(self) -> bool:
        """Tell whether a connection stands that was used before: a device may have dropped it meanwhile."""
        return self._connection is not None

    def send(self, method: str, target: str, body: bytes, headers: Mapping[str, str], deadline_s: float) -> Answer:
        """Send a request and read the whole answer; `deadline_s` is monotonic. Raises OnvifError, ConnectionError."""
        began = time.monotonic()
        connection = self._open(deadline_s)
        try:
            self._arm(connection, deadline_s)
            connection.request(method, target, body, dict(headers))
            response = connection.getresponse()
            content = self._read(connection, response, deadline_s)
        except TimeoutError:
            self.close()
            raise OnvifError(OnvifFault.TIMED_OUT) from None
        except (http.client.HTTPException, ValueError) as error:
            self.close()
            if isinstance(error, http.client.RemoteDisconnected | http.client.BadStatusLine):
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

    def _open(self, deadline_s: float) -> http.client.HTTPConnection:
        if self._connection is not None:
            return self._connection
        left_s = min(CONNECT_S, deadline_s - time.monotonic())
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

    def _read(self, connection: http.client.HTTPConnection, response: http.client.HTTPResponse,
              deadline_s: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        while True:
            self._arm(connection, deadline_s)
            part = response.read1(_CHUNK)
            if not part:
                return b"".join(parts)
            size += len(part)
            if size > ANSWER_MOST:
                self.close()
                raise OnvifError(OnvifFault.TOO_LARGE)
            parts.append(part)

    @staticmethod
    def _arm(connection: http.client.HTTPConnection, deadline_s: float) -> None:
        left_s = deadline_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(left_s)


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
