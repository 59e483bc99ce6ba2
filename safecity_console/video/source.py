"""Opening a stream with libav: addresses, options, deadlines, codec settings.

Belongs here: one call from URL to an open container and its video stream. Does not belong here: reading it (reader.py),
checks by socket (ladder.py), when to try again (services/), sound (sound_reader.py).
Invariants: 1. Every wait has a deadline: native per socket operation, and one over the whole opening. There is none
over a whole read: its callback would take the GIL at each poll (5 to 8 % of a wall's processor time, measured); a
camera that drips bytes without ever finishing a packet is given up by the supervisor's clock instead. 2. The URL with
its login lives only inside `open_source`; errors leave translated. 3. A failed open leaves nothing open. 4. What
answers
may be hostile: only the protocols and formats a camera needs are open to libav, so that no playlist, SDP or redirect of
an HTTP camera leads to a file or another host; streams and pixels are bounded. 5. Only a plain, non-empty file is
opened: a pipe or a device would hold the thread for good.
"""

from __future__ import annotations

import stat
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import av
import av.error
import av.logging
from av.codec.context import CodecContext
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Transport, with_login
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video import ladder
from safecity_console.video.decoder import StreamDecoder
from safecity_console.video.hangup import Peer
from safecity_console.video.translate import opening_failure

SOCKET_TIMEOUT_S = 3.0
OPEN_DEADLINE_S = 8.0
REDIRECT_TIMEOUT_S = 1.0
PIXELS_MAX = 40_000_000  # 8K has 33 million; libav's own limit would let one frame take gigabytes
STREAMS_MAX = 16
HTTP_FORMATS = "mpjpeg,mjpeg,jpeg_pipe,mpegts,mov,matroska,flv,h264,hevc"
# These carry no times: libav counts their pictures as if 25 came a second, whatever the camera sends.
UNTIMED_FORMATS = frozenset({"mpjpeg", "mjpeg", "jpeg_pipe", "h264", "hevc"})
FILE_FORMATS = "mov,matroska,avi,mpegts,mpeg,flv,h264,hevc,mjpeg,jpeg_pipe,mpjpeg,ogg"


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
    """An open container, the video stream chosen in it, what is asked of it for every packet, and where it leads.

    `timed` is False where the timestamps are not the camera's, so that nothing is to be read from them.
    """

    container: InputContainer
    stream: VideoStream
    time_base_s: float
    peers: frozenset[Peer] = frozenset()
    timed: bool = True
    decoder: StreamDecoder = field(init=False)
    plain: bool = False

    def __post_init__(self) -> None:
        """Set up what decodes, by processor until something better is granted."""
        self.decoder = StreamDecoder(self.stream.codec_context)

    def set_plain(self, plain: bool) -> None:
        """Go on with a decoder that leaves the loop filter out, or with one that does not; only at a key frame."""
        # libav takes it while running, PyAV only when a decoder is opened.
        old = self.stream.codec_context
        fresh = CodecContext.create(old.name, "r")
        if not isinstance(fresh, VideoCodecContext):
            return
        fresh.extradata = old.extradata
        _set_up(fresh, {"skip_loop_filter": "all"} if plain else {})
        self.decoder.use(fresh)
        self.plain = plain

    def close(self) -> None:
        """Let go of the connection and of a device; safe to call twice."""
        self.decoder.close()
        with suppress(av.error.FFmpegError):
            self.container.close()


def _options(address: SourceAddress, media: str) -> dict[str, str]:
    timeout_us = str(int(SOCKET_TIMEOUT_S * 1_000_000))
    # Both reach libav's own trial decoding while it probes; the decoder that shows pictures is told again below.
    limits = {"max_streams": str(STREAMS_MAX), "max_pixels": str(PIXELS_MAX)}
    if address.is_file:
        return limits | {"protocol_whitelist": "file", "format_whitelist": FILE_FORMATS}
    if address.url.startswith("http"):
        return limits | {"timeout": timeout_us, "rw_timeout": timeout_us, "tls_verify": str(int(address.check_tls)),
                         "user_agent": "SafeCityConsole", "max_redirects": "0",
                         "protocol_whitelist": "http,https,tcp,tls", "format_whitelist": HTTP_FORMATS}
    # fflags=nobuffer is left out on purpose: it throws away the very key frame read while probing.
    return limits | {
        "protocol_whitelist": "tcp,tls,udp,rtp,http,https",
        "format_whitelist": "rtsp",
        "rtsp_transport": address.transport.value,
        # libav probes until so many bytes came: 2 kB hold the parameter sets, 32 kB cost a small stream 0.3 s and more.
        "probesize": "2048",
        "analyzeduration": "0",
        "timeout": timeout_us,
        "tls_verify": str(int(address.check_tls)),
        "allowed_media_types": media,
        "user_agent": "SafeCityConsole",
        "max_delay": "300000",
    }


def open_source(address: SourceAddress) -> OpenSource:
    """Open a stream and set its decoder up; raises SourceFailed."""
    container, peers = open_container(address)
    stream = next(iter(container.streams.video), None)
    if stream is None or stream.codec_context is None:
        container.close()
        raise SourceFailed(Failure(Layer.STREAM, Fault.NO_VIDEO))
    codec = stream.codec_context
    _set_up(codec, {})
    timed = address.is_file or container.format.name not in UNTIMED_FORMATS
    return OpenSource(container, stream, float(stream.time_base or 0), peers, timed)


def _set_up(codec: VideoCodecContext, options: dict[str, str]) -> None:
    codec.thread_count = 1
    codec.thread_type = "SLICE"
    codec.options = {"max_pixels": str(PIXELS_MAX)} | options


def open_container(address: SourceAddress, media: str = "video",
                   read_deadline_s: float | None = None) -> tuple[InputContainer, frozenset[Peer]]:
    """Open what holds the streams, of RTSP only the tracks of one kind of media; raises SourceFailed."""
    peers = refuse_beforehand(address)
    began_s = time.monotonic()
    try:
        container = av.open(
            _target(address),
            options=_options(address, media),
            timeout=(OPEN_DEADLINE_S, read_deadline_s),
            # A session name in Latin-1 must not cost the picture.
            metadata_errors="replace",
        )
    except (av.error.FFmpegError, OSError, ValueError) as error:
        silent = time.monotonic() - began_s >= SOCKET_TIMEOUT_S
        raise SourceFailed(_why(address, opening_failure(error), silent)) from None
    return container, peers


def refuse_beforehand(address: SourceAddress) -> frozenset[Peer]:
    """Refuse what no engine may be given, odd files and dead ends; give where it leads. Raises SourceFailed."""
    _refuse_odd_file(address)
    return _refuse_dead_ends(address)


def _target(address: SourceAddress) -> str:
    """Give what libav opens; its file protocol knows no percent-encoding and no login."""
    if address.is_file:
        return "file:" + url2pathname(urlsplit(address.url).path)
    return with_login(address.url, address.user, address.password.reveal())


def _refuse_odd_file(address: SourceAddress) -> None:
    """Refuse what is no plain file with something in it; /proc and the like tell a size of 0."""
    if not address.is_file:
        return
    try:
        found = Path(url2pathname(urlsplit(address.url).path)).stat()
    except (OSError, ValueError):
        raise SourceFailed(Failure(Layer.STREAM, Fault.NOT_FOUND, "file")) from None
    if not stat.S_ISREG(found.st_mode) or found.st_size == 0:
        raise SourceFailed(Failure(Layer.STREAM, Fault.UNSUPPORTED, "file"))


def _refuse_dead_ends(address: SourceAddress) -> frozenset[Peer]:
    """Name and port first: libav would tell both as "Input/output error", and resolve without a deadline."""
    where = ladder.address_of(address.url)
    if where is None:
        return frozenset()
    try:
        numeric = ladder.resolve(where, SOCKET_TIMEOUT_S)
        with ladder.connect(where, numeric, SOCKET_TIMEOUT_S) as sock:
            # Only where there is a login to lose; under TLS libav's own check of the certificate stands before it.
            if address.user and where.scheme == "rtsp":
                ladder.refuse_redirect(sock, address.url, REDIRECT_TIMEOUT_S)
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
