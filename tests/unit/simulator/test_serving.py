"""A foreign client (libavformat) opens every transport and codec and decodes; the loop is seamless; logins hold."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from safecity_console.simulator.clips import Codec
from safecity_console.simulator.district import District
from safecity_console.simulator.player import StartMode

Serve = Callable[..., District]
Watch = Callable[..., object]


@pytest.mark.parametrize("transport", ["tcp", "udp", "http"])
@pytest.mark.parametrize("codec", list(Codec))
def test_every_transport_and_codec(serve: Serve, watch: Watch, codec: Codec, transport: str) -> None:
    district = serve(codec=codec, user="u", password="p w:1@/")
    seen = watch(district.url(1), frames=12, seconds=4, transport=transport, login="u:p%20w%3A1%40%2F")
    assert (seen.error, seen.codec, seen.sizes) == ("", codec.value, {(320, 192)})
    assert seen.frames >= 12
    assert seen.decode_errors == 0


def test_http_pictures(serve: Serve, watch: Watch) -> None:
    district = serve(mjpeg=True, user="u", password="p")
    seen = watch(district.http_url(1), frames=8, seconds=4, login="u:p")
    assert (seen.error, seen.codec, seen.sizes) == ("", "mjpeg", {(320, 192)})
    assert seen.frames >= 8
    assert watch(district.http_url(1), login="u:wrong").error == "HTTPUnauthorizedError"
    assert watch(district.url(1, "mjpeg"), frames=5, login="u:p").codec == "mjpeg"


def test_http_pictures_only_where_offered(serve: Serve, watch: Watch) -> None:
    assert watch(serve().http_url(1)).error == "HTTPNotFoundError"


def test_tls(serve: Serve, watch: Watch, tmp_path: Path) -> None:
    district = serve(tls=_server_tls(tmp_path))
    assert district.url(1).startswith("rtsps://")
    seen = watch(district.url(1), frames=8, seconds=4)
    assert (seen.error, seen.frames >= 8) == ("", True)


def _server_tls(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "camera")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = folder / "camera.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


@pytest.mark.parametrize("transport", ["tcp", "udp"])
def test_timestamps_rise_across_the_loop(serve: Serve, watch: Watch, transport: str) -> None:
    seen = watch(serve().url(1), seconds=4.6, transport=transport)  # the clip is two seconds long
    steps = set(np.diff(seen.pts).tolist())
    assert len(seen.pts) > 55
    assert steps == {6000}


def test_pictures_come_at_their_rate(serve: Serve, watch: Watch) -> None:
    seen = watch(serve().url(1), seconds=3.0)
    assert 40 <= seen.frames <= 48


def test_starts_on_a_key_frame(serve: Serve, watch: Watch) -> None:
    district = serve()
    for pause_s in (0.3, 0.7):
        watch(district.url(1), seconds=pause_s)
        assert watch(district.url(1), frames=1).first_s < 0.5


def test_burst_brings_what_was_since_the_key_frame(serve: Serve, watch: Watch) -> None:
    district = serve(start_mode=StartMode.BURST)
    watch(district.url(1), seconds=0.75)
    rates = [watch(district.url(1), seconds=0.3).frames for _ in range(4)]
    assert max(rates) > 0.3 * 15 + 3


def test_joining_in_mid_gop_starts_between_key_frames(serve: Serve, talk: Callable[..., bytes]) -> None:
    district = serve(start_mode=StartMode.MID_GOP)
    kinds = set()
    for _ in range(3):
        time.sleep(0.2)
        kinds.add(_first_nal_type(district, talk))
    assert 1 in kinds
    assert {_first_nal_type(serve(), talk) for _ in range(3)} == {7}


def _first_nal_type(district: District, talk: Callable[..., bytes]) -> int:
    """Return the NAL type of the first RTP packet after PLAY."""
    url = district.url(1)
    setup = f"SETUP {url}/trackID=0 RTSP/1.0\r\nCSeq: 1\r\nTransport: RTP/AVP/TCP;interleaved=0-1\r\n\r\n"
    said, more = talk(url, setup, b"\r\n\r\n")
    session = said.split(b"Session: ")[1].split(b";")[0].decode()
    play = f"PLAY {url} RTSP/1.0\r\nCSeq: 2\r\nSession: {session}\r\n\r\n"
    found = more(play, b"\r\n\r\n").split(b"\r\n\r\n", 1)[1]
    while True:  # frames of "$", channel, length and packet: a sender report may come first, and hold any bytes
        size = int.from_bytes(found[2:4], "big")
        if len(found) < 4 or len(found) < 4 + size:
            part = more("", b"")
            assert part, "the camera hung up"
            found += part
        elif found[1] == 0:
            return found[4 + 12] & 0x1F
        else:
            found = found[4 + size :]


def test_wrong_login_is_refused(serve: Serve, watch: Watch) -> None:
    district = serve(user="u", password="p")
    assert watch(district.url(1), login="u:x").error == "HTTPUnauthorizedError"
    assert watch(district.url(1)).error == "HTTPUnauthorizedError"


def test_many_cameras_on_one_port_or_each_on_its_own(serve: Serve, watch: Watch) -> None:
    shared, own = serve(count=3), serve(count=3, own_ports=True)
    assert len({shared.url(n).split("/")[2] for n in (1, 2, 3)}) == 1
    assert len({own.url(n).split("/")[2] for n in (1, 2, 3)}) == 3
    for district in (shared, own):
        for number in (1, 3):
            assert watch(district.url(number, "main"), frames=2).error == ""
    assert watch(shared.url(1).replace("cam01", "cam09")).error == "HTTPNotFoundError"
    assert watch(own.url(1).replace("/sub", "/other")).error == "HTTPNotFoundError"
