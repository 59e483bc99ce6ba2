"""Opening a stream with libav: addresses, options, deadlines, codec settings.

Belongs here: one call from URL to an open container and its video stream. Does not belong here: reading it (reader.py),
checks by socket (ladder.py), when to try again (services/).
Invariants: 1. Every wait has a deadline: native per socket operation, and one over the whole opening. There is none
over a whole read: its callback would take the GIL at each poll (5 to 8 % of a wall's processor time, measured); a
camera that drips bytes without ever finishing a packet is given up by the supervisor's clock instead. 2. The URL with
its login lives only inside `open_source`; errors leave translated. 3. A failed open leaves nothing open.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import url2pathname

import av
import av.error
import av.logging
from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Transport, with_login
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video import ladder
from safecity_console.video.hangup import Peer
from safecity_console.video.translate import opening_failure

SOCKET_TIMEOUT_S = 3.0
OPEN_DEADLINE_S = 8.0


@dataclass(frozen=True, slots=True)
class SourceAddress:
    """What is opened: a URL without login, the login apart."""

    url: str
    user: str = ""
    password: Secret = Secret("")
    transport: Transport = Transport.TCP
    check_tls: bool = False

    @property
    def is_file(self) -> bool:
        """Tell whether this is a file, which paces and repeats itself."""
        return self.url.startswith("file:")


class SourceFailed(Exception):
    """The source could not be opened."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.layer}: {failure.fault}")
        self.failure = failure


@dataclass(slots=True)
class OpenSource:
    """An open container, the video stream chosen in it, what is asked of it for every packet, and where it leads."""

    container: InputContainer
    stream: VideoStream
    time_base_s: float
    decode: Callable[[Packet[VideoStream] | None], list[VideoFrame]]
    peers: frozenset[Peer] = frozenset()

    def close(self) -> None:
        """Let go of the connection; safe to call twice."""
        with suppress(av.error.FFmpegError):
            self.container.close()


def _options(address: SourceAddress) -> dict[str, str]:
    timeout_us = str(int(SOCKET_TIMEOUT_S * 1_000_000))
    if address.is_file:
        return {}
    if address.url.startswith("http"):
        return {"timeout": timeout_us, "rw_timeout": timeout_us, "tls_verify": str(int(address.check_tls)),
                "user_agent": "SafeCityConsole"}
    # fflags=nobuffer is left out on purpose: it throws away the very key frame read while probing.
    return {
        "rtsp_transport": address.transport.value,
        # libav probes until so many bytes came: 2 kB hold the parameter sets, 32 kB cost a small stream 0.3 s and more.
        "probesize": "2048",
        "analyzeduration": "0",
        "timeout": timeout_us,
        "tls_verify": str(int(address.check_tls)),
        "allowed_media_types": "video",
        "user_agent": "SafeCityConsole",
        "max_delay": "300000",
    }


def open_source(address: SourceAddress) -> OpenSource:
    """Open a stream and set its decoder up; raises SourceFailed."""
    peers = _refuse_dead_ends(address)
    began_s = time.monotonic()
    try:
        container = av.open(
            _target(address),
            options=_options(address),
            timeout=(OPEN_DEADLINE_S, None),
        )
    except (av.error.FFmpegError, OSError, ValueError) as error:
        silent = time.monotonic() - began_s >= SOCKET_TIMEOUT_S
        raise SourceFailed(_why(address, opening_failure(error), silent)) from None
    stream = next(iter(container.streams.video), None)
    if stream is None or stream.codec_context is None:
        container.close()
        raise SourceFailed(Failure(Layer.STREAM, Fault.NO_VIDEO))
    stream.codec_context.thread_count = 1
    stream.codec_context.thread_type = "SLICE"
    return OpenSource(container, stream, float(stream.time_base or 0), stream.codec_context.decode,
                      peers)


def _target(address: SourceAddress) -> str:
    """Give what libav opens; its file protocol knows no percent-encoding and no login."""
    if address.is_file:
        return "file:" + url2pathname(urlsplit(address.url).path)
    return with_login(address.url, address.user, address.password.reveal())


def _refuse_dead_ends(address: SourceAddress) -> frozenset[Peer]:
    """Name and port first: libav would tell both as "Input/output error", and resolve without a deadline."""
    where = ladder.address_of(address.url)
    if where is None:
        return frozenset()
    try:
        numeric = ladder.resolve(where, SOCKET_TIMEOUT_S)
        ladder.connect(where, numeric, SOCKET_TIMEOUT_S).close()
        return frozenset((host, where.port) for host in numeric)
    except ladder.LadderFailed as broken:
        raise SourceFailed(broken.failure) from None


def _why(address: SourceAddress, failure: Failure, silent: bool) -> Failure:
    """Tell silence, garbage and a broken TLS apart: libav calls them all invalid data or an input error."""
    if failure.layer is not Layer.RTSP or address.is_file:
        return failure
    broken = ladder.ask_why(address.url, SOCKET_TIMEOUT_S, address.check_tls)
    if broken is not None or not address.url.startswith("rtsp"):
        return broken or failure
    if silent:
        # OPTIONS was answered, what came after it was not.
        return Failure(Layer.RTSP, Fault.NO_ANSWER)
    # RTSP is spoken, so what could not be read is the description of the stream.
    return Failure(Layer.STREAM, Fault.NO_VIDEO, failure.detail) if failure.fault is Fault.BAD_ANSWER else failure
