"""libav's errors in the house's words: every mapping, and nothing of a URL in any of them."""

from __future__ import annotations

import errno

import av.error
import pytest

from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video.source import SourceFailed
from safecity_console.video.translate import opening_failure, running_failure

URL = "rtsp://control:Pa55word@192.0.2.7/live"
E = av.error


def made(kind: type[BaseException], number: int = 1) -> BaseException:
    """Make an error as libav raises it: the whole URL, login included, stands in it."""
    return kind(number, f"something about {URL}", URL)


@pytest.mark.parametrize(
    ("kind", "layer", "fault", "detail"),
    [
        (E.HTTPUnauthorizedError, Layer.LOGIN, Fault.WRONG_PASSWORD, "401"),
        (E.HTTPForbiddenError, Layer.LOGIN, Fault.WRONG_PASSWORD, "403"),
        (E.HTTPNotFoundError, Layer.STREAM, Fault.NOT_FOUND, "404"),
        (E.HTTPBadRequestError, Layer.STREAM, Fault.SERVER_ERROR, "400"),
        (E.HTTPOtherClientError, Layer.STREAM, Fault.SERVER_ERROR, "4xx"),
        (E.HTTPServerError, Layer.STREAM, Fault.SERVER_ERROR, "5xx"),
        (E.ConnectionRefusedError, Layer.PORT, Fault.PORT_REFUSED, ""),
        (E.DecoderNotFoundError, Layer.STREAM, Fault.UNSUPPORTED, "codec"),
        (E.ProtocolNotFoundError, Layer.STREAM, Fault.UNSUPPORTED, "protocol"),
        (E.DemuxerNotFoundError, Layer.STREAM, Fault.UNSUPPORTED, "format"),
        (E.FileNotFoundError, Layer.STREAM, Fault.NOT_FOUND, "file"),
        (E.TimeoutError, Layer.RTSP, Fault.NO_ANSWER, ""),
        (E.ExitError, Layer.RTSP, Fault.NO_ANSWER, ""),
        (E.InvalidDataError, Layer.RTSP, Fault.BAD_ANSWER, ""),
        (E.EOFError, Layer.RTSP, Fault.BAD_ANSWER, "EOFError"),
        (ValueError, Layer.RTSP, Fault.BAD_ANSWER, "ValueError"),
    ],
)
def test_opening(kind: type[BaseException], layer: Layer, fault: Fault, detail: str) -> None:
    failure = opening_failure(made(kind))
    assert failure == Failure(layer, fault, detail)
    for text in (repr(failure), str(SourceFailed(failure)), repr(SourceFailed(failure))):
        assert "Pa55word" not in text
        assert "192.0.2.7" not in text


@pytest.mark.parametrize("number", [errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTDOWN])
def test_no_way_there(number: int) -> None:
    assert opening_failure(made(OSError, number)) == Failure(Layer.ROUTE, Fault.NO_ROUTE)


@pytest.mark.parametrize("number", [errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED, errno.ENOTCONN])
def test_closed_on_us(number: int) -> None:
    assert opening_failure(made(OSError, number)) == Failure(Layer.RTSP, Fault.CLOSED)
    assert running_failure(made(OSError, number), True) == Failure(Layer.FIRST_PACKET, Fault.CLOSED)


@pytest.mark.parametrize("kind", [E.TimeoutError, E.ExitError, E.BlockingIOError])
def test_silence_while_running(kind: type[BaseException]) -> None:
    assert running_failure(made(kind), True) == Failure(Layer.FIRST_PACKET, Fault.STALLED)
    assert running_failure(made(kind), False) == Failure(Layer.FIRST_PACKET, Fault.NO_PACKETS)


@pytest.mark.parametrize("had_packet", [True, False])
def test_any_other_end_of_a_running_stream(had_packet: bool) -> None:
    failure = running_failure(made(E.InvalidDataError), had_packet)
    wanted = Fault.CLOSED if had_packet else Fault.NO_PACKETS
    assert failure == Failure(Layer.FIRST_PACKET, wanted, "InvalidDataError")
    assert "Pa55word" not in repr(failure)
