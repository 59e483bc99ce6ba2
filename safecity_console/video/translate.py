"""libav's errors, told in the house's words, once and here.

Belongs here: which FFmpegError means which layer. Does not belong here: retry policy (domain/stream.py), sentences
(ui).
Invariant: no URL and no login passes: libav puts the whole URL, password included, into its exceptions.
"""

from __future__ import annotations

import errno

import av.error

from safecity_console.domain.stream import Failure, Fault, Layer

_BY_TYPE: tuple[tuple[type[BaseException], Layer, Fault, str], ...] = (
    (av.error.HTTPUnauthorizedError, Layer.LOGIN, Fault.WRONG_PASSWORD, "401"),
    (av.error.HTTPForbiddenError, Layer.LOGIN, Fault.WRONG_PASSWORD, "403"),
    (av.error.HTTPNotFoundError, Layer.STREAM, Fault.NOT_FOUND, "404"),
    (av.error.HTTPBadRequestError, Layer.STREAM, Fault.SERVER_ERROR, "400"),
    (av.error.HTTPOtherClientError, Layer.STREAM, Fault.SERVER_ERROR, "4xx"),
    (av.error.HTTPServerError, Layer.STREAM, Fault.SERVER_ERROR, "5xx"),
    (av.error.ConnectionRefusedError, Layer.PORT, Fault.PORT_REFUSED, ""),
    (av.error.DecoderNotFoundError, Layer.STREAM, Fault.UNSUPPORTED, "codec"),
    (av.error.ProtocolNotFoundError, Layer.STREAM, Fault.UNSUPPORTED, "protocol"),
    (av.error.DemuxerNotFoundError, Layer.STREAM, Fault.UNSUPPORTED, "format"),
    (av.error.FileNotFoundError, Layer.STREAM, Fault.NOT_FOUND, "file"),
    (av.error.TimeoutError, Layer.RTSP, Fault.NO_ANSWER, ""),
    (av.error.ExitError, Layer.RTSP, Fault.NO_ANSWER, ""),
    (av.error.InvalidDataError, Layer.RTSP, Fault.BAD_ANSWER, ""),
)
_ROUTE_ERRNOS = frozenset({errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})
_CLOSED_ERRNOS = frozenset({errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED, errno.ENOTCONN})


def opening_failure(error: BaseException) -> Failure:
    """Translate an error of opening a source."""
    number = getattr(error, "errno", None)
    if number in _ROUTE_ERRNOS:
        return Failure(Layer.ROUTE, Fault.NO_ROUTE)
    if number in _CLOSED_ERRNOS:
        return Failure(Layer.RTSP, Fault.CLOSED)
    for kind, layer, fault, detail in _BY_TYPE:
        if isinstance(error, kind):
            return Failure(layer, fault, detail)
    return Failure(Layer.RTSP, Fault.BAD_ANSWER, type(error).__name__)


def running_failure(error: BaseException, had_packet: bool) -> Failure:
    """Translate an error of reading an open source."""
    if isinstance(error, av.error.TimeoutError | av.error.ExitError | av.error.BlockingIOError):
        return Failure(Layer.FIRST_PACKET, Fault.STALLED if had_packet else Fault.NO_PACKETS)
    if getattr(error, "errno", None) in _CLOSED_ERRNOS:
        return Failure(Layer.FIRST_PACKET, Fault.CLOSED)
    if not had_packet:
        return Failure(Layer.FIRST_PACKET, Fault.NO_PACKETS, type(error).__name__)
    return Failure(Layer.FIRST_PACKET, Fault.CLOSED, type(error).__name__)
