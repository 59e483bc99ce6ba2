"""Every transport and codec against the simulator, and every fault of its as exactly one failure."""

from __future__ import annotations

import datetime
import ssl
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Transport
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.simulator.district import District
from safecity_console.simulator.player import StartMode
from safecity_console.video import source
from safecity_console.video.reader import StreamReader
from safecity_console.video.source import SourceAddress, SourceFailed, open_source
from tests.fakes.scripted import ScriptedServer, rtsp
from tests.unit.video.conftest import PASSWORD, USER

Serve = Callable[..., District]
Read = Callable[..., StreamReader]
See = Callable[..., None]
Until = Callable[[Callable[[], bool], float], None]


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """Give a server context with a certificate that signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "camera")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1)).sign(key, hashes.SHA256())
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("tls")
    pem = folder / "camera.pem"
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


@pytest.mark.parametrize("codec", ["h264", "hevc", "mjpeg"])
@pytest.mark.parametrize("transport", list(Transport))
def test_rtsp_with_a_login(serve: Serve, read: Read, see: See, codec: str, transport: Transport) -> None:
    mjpeg = codec == "mjpeg"
    district = serve(codec="h264" if mjpeg else codec, mjpeg=mjpeg, user=USER, password=PASSWORD)
    url = district.url(1, "mjpeg" if mjpeg else "sub")
    reader = read(url, login=(USER, PASSWORD), transport=transport)
    see(reader)
    assert reader.codec == codec
    assert reader.size == (320, 192)
    assert reader.counts.bad_packets == 0


@pytest.mark.parametrize("codec", ["h264", "hevc"])
def test_rtsps_with_a_certificate_that_signed_itself(
    serve: Serve, read: Read, see: See, wait_until: Until, tls: ssl.SSLContext, codec: str
) -> None:
    url = serve(codec=codec, tls=tls, user=USER, password=PASSWORD).url(1)
    assert url.startswith("rtsps://")
    reader = read(url, login=(USER, PASSWORD))
    see(reader)
    strict = read(url, login=(USER, PASSWORD), check_tls=True)
    wait_until(lambda: not strict.alive, 10.0)
    assert strict.failure == Failure(Layer.RTSP, Fault.TLS)


@pytest.mark.parametrize("login", [("", ""), (USER, PASSWORD)])
def test_http_mjpeg(serve: Serve, read: Read, see: See, wait_until: Until, login: tuple[str, str]) -> None:
    district = serve(mjpeg=True, user=login[0], password=login[1])
    reader = read(district.http_url(1), login=login)
    see(reader)
    wait_until(lambda: reader.counts.decoded >= 5, 4.0)
    assert (reader.codec, reader.size) == ("mjpeg", (320, 192))
    if login[0]:
        refused = read(district.http_url(1), login=(USER, "wrong"))
        wait_until(lambda: not refused.alive, 8.0)
        assert refused.failure == Failure(Layer.LOGIN, Fault.WRONG_PASSWORD, "401")


@pytest.mark.parametrize("codec", ["h264", "hevc", "mjpeg"])
def test_files(clips: dict[str, Path], read: Read, see: See, codec: str) -> None:
    reader = read(clips[codec].as_uri())
    see(reader)
    assert (reader.codec, reader.size) == (codec, (320, 192))


@pytest.mark.parametrize("transport", list(Transport))
def test_joined_in_the_middle_of_a_gop(serve: Serve, read: Read, see: See, transport: Transport) -> None:
    reader = read(serve(start_mode=StartMode.MID_GOP).url(1), transport=transport)
    see(reader)
    assert reader.counts.bad_packets == 0


def test_a_key_frame_first_is_shown_within_a_quarter_second(serve: Serve, read: Read, see: See) -> None:
    url = serve().url(1)
    found = []
    for _ in range(3):
        began_s = time.monotonic()
        reader = read(url)
        see(reader)
        assert reader.last_picture_s is not None
        found.append(reader.last_picture_s - began_s)
        reader.stop()
    assert min(found) < 0.25, found


FAULTS = {
    "refused": (Layer.PORT, Fault.PORT_REFUSED),
    "wrong password": (Layer.LOGIN, Fault.WRONG_PASSWORD),
    "path 404": (Layer.STREAM, Fault.NOT_FOUND),
    "never answers": (Layer.RTSP, Fault.NO_ANSWER),
    "garbage": (Layer.RTSP, Fault.BAD_ANSWER),
    "no such host": (Layer.NAME, Fault.NO_SUCH_HOST),
    "garbage sdp": (Layer.STREAM, Fault.SERVER_ERROR),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_exactly_one_failure_without_a_login_in_it(
    serve: Serve, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "SOCKET_TIMEOUT_S", 1.0)
    district = serve(fault, own_ports=True, user=USER, password=PASSWORD)
    address = SourceAddress(district.url(1), USER, Secret(PASSWORD))
    with pytest.raises(SourceFailed) as caught:
        open_source(address)
    failure = caught.value.failure
    assert (failure.layer, failure.fault) == FAULTS[fault]
    everything = repr(caught.value) + repr(failure) + repr(address) + repr(caught.value.__context__)
    assert PASSWORD not in repr(caught.value) + repr(failure) + repr(address)
    assert caught.value.__suppress_context__ or PASSWORD not in everything


def test_opened_and_never_a_packet(
    serve: Serve, read: Read, wait_until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "SOCKET_TIMEOUT_S", 1.0)
    reader = read(serve("never sends", own_ports=True).url(1))
    wait_until(lambda: not reader.alive, 12.0)
    assert reader.failure == Failure(Layer.FIRST_PACKET, Fault.NO_PACKETS)


@pytest.mark.parametrize(
    ("url", "layer", "fault"),
    [
        ("file:///nowhere/at/all.mp4", Layer.STREAM, Fault.NOT_FOUND),
        ("rtsp://no-stream.invalid/", Layer.NAME, Fault.NO_SUCH_HOST),
    ],
)
def test_nothing_there(url: str, layer: Layer, fault: Fault) -> None:
    with pytest.raises(SourceFailed) as caught:
        open_source(SourceAddress(url))
    assert (caught.value.failure.layer, caught.value.failure.fault) == (layer, fault)


def test_a_file_that_is_no_video(tmp_path: Path) -> None:
    noise = tmp_path / "noise.mp4"
    noise.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(SourceFailed):
        open_source(SourceAddress(noise.as_uri()))


def test_a_camera_that_drips_its_answers_meets_the_deadline_over_the_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SOCKET_TIMEOUT_S", 1.0)
    monkeypatch.setattr(source, "OPEN_DEADLINE_S", 1.0)
    with ScriptedServer(lambda *_: rtsp(X_Padding="y" * 2000), drip_s=0.05) as server:
        began_s = time.monotonic()
        with pytest.raises(SourceFailed) as caught:
            open_source(SourceAddress(server.url()))
        assert time.monotonic() - began_s < 6.0
        assert caught.value.failure.layer is Layer.RTSP


@pytest.mark.parametrize("scheme", ["rtsp", "http"])
@pytest.mark.parametrize("kind", ['Digest realm="cam", nonce="abc", stale="true"', 'Basic realm="cam"'])
def test_a_refused_login_is_not_said_twice(scheme: str, kind: str) -> None:
    """Also where the camera claims that the nonce was only stale: it may be counting towards a lock-out."""

    def script(method: str, _request: str) -> bytes:
        if method == "OPTIONS":
            return rtsp(Public="OPTIONS, DESCRIBE")
        protocol = "RTSP/1.0" if scheme == "rtsp" else "HTTP/1.1"
        lines = f"{protocol} 401 Unauthorized\r\nCSeq: 0\r\nWWW-Authenticate: {kind}\r\nContent-Length: 0\r\n\r\n"
        return lines.encode()

    with ScriptedServer(script) as server:
        with pytest.raises(SourceFailed) as caught:
            open_source(SourceAddress(server.url(scheme=scheme), USER, Secret(PASSWORD)))
        assert caught.value.failure == Failure(Layer.LOGIN, Fault.WRONG_PASSWORD, "401")
        assert len(server.logins()) == 1
