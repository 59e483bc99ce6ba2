"""What VLC is given to read: a file, bytes we fetched ourselves, or an RTSP address with its login beside it.

Belongs here: recognising a container by its first bytes, fetching over HTTP. Does not belong here: players
(vlc_reader.py), callbacks (vlc_memory.py).
Why HTTP is fetched here: VLC follows redirects to any host, offers a login to whoever asks, and cannot be told not to.
Invariants: 1. What is not surely one of `_HEADS` is never given to VLC: lists lead elsewhere, and VLC would follow.
2. No redirect is followed; a login is sent once, never a second time. 3. Every wait has a deadline. 4. A login reaches
VLC only as an option in memory, and only for RTSP. Thread: the reader's; `read` is called in VLC's.
"""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, url2pathname

from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video.source import OPEN_DEADLINE_S, SOCKET_TIMEOUT_S, SourceAddress, SourceFailed
from safecity_console.video.vlc_memory import ByteFeed

VLC = "vlc"  # the detail of every failure of this engine
HEAD_BYTES = 1024
TS_PACKET = 188


class Bytes(Protocol):
    """Something to read from and to close."""

    def read(self, most: int) -> bytes:
        """Give what is there, at most so much; nothing at the end."""
        ...

    def close(self) -> None:
        """Let it go."""
        ...


@dataclass(slots=True)
class VlcInput:
    """What a player is made to read; `close` lets go of it. Options may hold a login and are in no repr."""

    make: Callable[[Any, Any], Any]
    options: tuple[str, ...] = field(repr=False)
    feed: ByteFeed | None = None
    close: Callable[[], None] = lambda: None


def open_input(address: SourceAddress) -> VlcInput:
    """Open what a player will read; raises SourceFailed."""
    scheme = urlsplit(address.url).scheme
    if scheme == "rtsp":
        return VlcInput(lambda _vlc, instance: instance.media_new_location(address.url), _rtsp_options(address))
    source: Bytes = _file(address) if scheme == "file" else _Fetched(address)
    try:
        head = _head(source)
        demuxer = demuxer_of(head)
        if demuxer is None:
            raise SourceFailed(Failure(Layer.STREAM, Fault.UNSUPPORTED, VLC))
    except OSError:
        source.close()
        raise SourceFailed(Failure(Layer.STREAM, Fault.NO_PACKETS, VLC)) from None
    except SourceFailed:
        source.close()
        raise
    if scheme == "file":
        source.close()
        return VlcInput(lambda _vlc, instance: instance.media_new_location(address.url),
                        (f":demux={demuxer}", ":input-repeat=65535"))
    feed = ByteFeed(_after(head, source))
    return VlcInput(feed.media, (f":demux={demuxer}",), feed, source.close)


def demuxer_of(head: bytes) -> str | None:
    """Give VLC's demuxer for these first bytes; None where they are none that is allowed."""
    for at, mark, demuxer in _HEADS:
        if head[at : at + len(mark)] == mark:
            return demuxer
    if head[:1] == b"\x47" and head[TS_PACKET : TS_PACKET + 1] == b"\x47":
        return "ts"
    if b"\xff\xd8\xff" in head and b"image/jpeg" in head.lower():
        return "mjpeg"
    return _elementary(head)


_HEADS: tuple[tuple[int, bytes, str], ...] = (
    (8, b"AVI ", "avi"), (4, b"ftyp", "mp4"), (0, b"\x1a\x45\xdf\xa3", "mkv"), (0, b"\x00\x00\x01\xba", "ps"),
    (0, b"\xff\xd8\xff", "mjpeg"), (0, b"OggS", "ogg"), (0, b"FLV\x01", "flv"), (0, b"\x30\x26\xb2\x75", "asf"),
)


def _elementary(head: bytes) -> str | None:
    for code in (b"\x00\x00\x00\x01", b"\x00\x00\x01"):
        if head.startswith(code) and len(head) > len(code):
            first = head[len(code)]
            if first & 0x1F in (7, 9) and first < 0x80:
                return "h264"
            return "hevc" if first >> 1 & 0x3F in (32, 33, 35) and first < 0x80 else None
    return None


def _head(source: Bytes) -> bytes:
    found = b""
    until_s = time.monotonic() + OPEN_DEADLINE_S
    while len(found) < HEAD_BYTES:
        if time.monotonic() >= until_s:
            raise TimeoutError  # a byte now and then keeps within every socket's own deadline
        part = source.read(HEAD_BYTES - len(found))
        if not part:
            break
        found += part
    return found


def _after(head: bytes, source: Bytes) -> Callable[[int], bytes]:
    left = [head]

    def read(most: int) -> bytes:
        if left:
            part = left.pop()
            if len(part) > most:
                left.append(part[most:])
            return part[:most]
        return source.read(most)

    return read


def _rtsp_options(address: SourceAddress) -> tuple[str, ...]:
    over_tcp = () if address.transport.value == "udp" else (":rtsp-tcp",)
    if not address.user:
        return over_tcp
    return (*over_tcp, f":rtsp-user={address.user}", f":rtsp-pwd={address.password.reveal()}")


def _file(address: SourceAddress) -> Bytes:
    try:
        return cast("Bytes", Path(url2pathname(urlsplit(address.url).path)).open("rb"))
    except OSError:
        raise SourceFailed(Failure(Layer.STREAM, Fault.NOT_FOUND, "file")) from None


class _Fetched:
    """The body of one answer."""

    def __init__(self, address: SourceAddress) -> None:
        request = Request(address.url, headers={"User-Agent": "SafeCityConsole"})  # noqa: S310 - http and https only
        try:
            self._answer: http.client.HTTPResponse = _opener(address).open(request, timeout=SOCKET_TIMEOUT_S)
        except HTTPError as error:
            error.close()
            raise SourceFailed(_answered(error.code)) from None
        except (URLError, OSError, ValueError, http.client.HTTPException):
            raise SourceFailed(Failure(Layer.RTSP, Fault.NO_ANSWER, VLC)) from None

    def read(self, most: int) -> bytes:
        """Give what came."""
        try:
            return self._answer.read1(most)
        except http.client.HTTPException as error:
            raise OSError(type(error).__name__) from None

    def close(self) -> None:
        """Let the connection go."""
        self._answer.close()


def _answered(status: int) -> Failure:
    if status in (401, 403):
        return Failure(Layer.LOGIN, Fault.WRONG_PASSWORD, str(status))
    return Failure(Layer.STREAM, Fault.NOT_FOUND if status == 404 else Fault.SERVER_ERROR, str(status))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage,
                         newurl: str) -> None:
        return None


class _DigestOnce(urllib.request.HTTPDigestAuthHandler):
    """urllib would try a refused digest five times over (cameras lock accounts), and leaves each answer open."""

    def http_error_401(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any) -> Any:
        fp.close()
        return super().http_error_401(req, fp, code, msg, headers)

    def http_error_auth_reqed(self, auth_header: str, host: str, req: Request, headers: Any) -> Any:
        if cast("Any", self).retried >= 1:  # missing from the type stubs
            return None
        return super().http_error_auth_reqed(auth_header, host, req, headers)


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """urllib's own fails with a ValueError where a camera asks for a digest only."""

    def http_error_auth_reqed(self, authreq: str, host: str, req: Request, headers: Any) -> Any:
        asked = ",".join(headers.get_all(authreq, [])).lower()
        return super().http_error_auth_reqed(authreq, host, req, headers) if "basic" in asked else None


def _opener(address: SourceAddress) -> urllib.request.OpenerDirector:
    context = ssl.create_default_context()
    if not address.check_tls:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    handlers: list[urllib.request.BaseHandler] = [
        urllib.request.ProxyHandler({}), _NoRedirect(), urllib.request.HTTPSHandler(context=context)]
    if address.user:
        logins = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        logins.add_password(None, address.url, address.user, address.password.reveal())
        handlers += [_DigestOnce(logins), _Basic(logins)]
    return urllib.request.build_opener(*handlers)
