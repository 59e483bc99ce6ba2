"""Every named departure from ONVIF shows, as a bare client meets it; words that are not understood are named."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from onveef import envelopes as e
from onveef import parsers as p

from safecity_console.simulator.district import District
from safecity_console.simulator.onvif.quirks import Quirk, QuirkGrammarError, parse_quirks
from tests.unit.simulator.soap_client import USER, SoapClient

MAIN, SUB = "profile_main", "profile_sub"
INFORMATION = e.device_get_information()
CLOCK = e.device_get_system_date_time()
PRESETS = e.ptz_get_presets(profile_token=MAIN)
PULL = e.events_pull_messages(timeout="PT0S", message_limit=50)
STOP = e.ptz_stop(profile_token=MAIN, pan_tilt=True, zoom=True)
Check = Callable[[SoapClient, District], object]


def clock_differs(client: SoapClient, hours: float) -> bool:
    """Tell whether the camera's clock is that far from ours."""
    told = datetime(**p.parse_system_datetime(client.call(CLOCK, user="").text)["UTCDateTime"], tzinfo=UTC)
    return abs((told - datetime.now(UTC)).total_seconds() - hours * 3600) < 30


def services(client: SoapClient) -> dict[str, str]:
    """Give the services."""
    return p.parse_services(client.call(e.device_get_services(include_capability=False), user="").text)


def subcode(client: SoapClient, body: str, url: str = "") -> str:
    """Give a refusal's innermost code, empty where it was done."""
    return (client.call(body, url=url).subcodes or [""])[-1]


def subscribed(client: SoapClient) -> str:
    """Subscribe and give the address."""
    return p.parse_create_pull_point(client.call(e.events_create_pull_point_subscription()).text)["subscription_url"]


def kept_on(client: SoapClient) -> bool:
    """Tell whether a connection is kept after an answer."""
    parts = urlsplit(client.url)
    made = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    made.connect()
    sent = e.build_envelope(CLOCK).encode()
    try:
        for _ in range(2):
            made.sock.sendall(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(sent), sent))
            answer = http.client.HTTPResponse(made.sock)
            answer.begin()
            answer.read()
    except (http.client.HTTPException, OSError):
        return False
    finally:
        made.close()
    return True


def moving(client: SoapClient) -> bool:
    """Tell whether the head turns."""
    return client.status()["move_status"]["pan_tilt"] == "MOVING"


def until(condition: Callable[[], bool]) -> bool:
    """Wait for a condition."""
    end_s = time.monotonic() + 10
    while not condition():
        if time.monotonic() > end_s:
            return False
        time.sleep(0.02)
    return True


def turned_late(client: SoapClient) -> bool:
    """Move, stop at once; tell whether the move comes nevertheless."""
    client.move(pan=0.5, timeout="PT5S")
    client.call(STOP)
    return not moving(client) and until(lambda: moving(client))


def stopped_by_zero(client: SoapClient) -> bool:
    """Move; tell whether Stop does nothing and zero velocity does."""
    client.move(pan=0.1, timeout="PT30S")
    client.call(STOP)
    time.sleep(0.5)
    goes_on = moving(client)
    client.move(pan=0.0, tilt=0.0)
    return goes_on and until(lambda: not moving(client))


def went_on(client: SoapClient) -> bool:
    """Tell whether a move outlasts its timeout."""
    client.move(pan=0.1, timeout="PT0.1S")
    time.sleep(0.8)
    return moving(client)


def snapshot(client: SoapClient) -> tuple[int, bytes]:
    """Give a snapshot."""
    url = client.url.replace("/onvif/device_service", "/snapshot/sub.jpg")
    challenge = client.send("GET", url, b"").headers.get_all("WWW-Authenticate")[0]
    reply = client.digest("GET", url, b"", "SHA-256", challenge)
    return reply.status, reply.raw


def refused_twice(client: SoapClient) -> bool:
    """Tell whether the second preset of a name is refused."""
    body = e.ptz_set_preset(profile_token=MAIN, preset_name="Gate")
    return [subcode(client, body) for _ in range(2)] == ["", "ter:PresetExist"]


def motion_stays(client: SoapClient, district: District) -> bool:
    """Tell whether motion begins and never ends."""
    url = subscribed(client)
    for value in ("true", "false"):
        district.tell(1, "motion", value)
    told = p.parse_pull_messages(client.call(PULL, url=url).text)["messages"]
    return [m["data"]["State"] for m in told if m["topic"].endswith("MotionAlarm")] == ["false", "true"]


def took_s(client: SoapClient) -> float:
    """Give how long an answer takes."""
    begun_s = time.monotonic()
    client.call(CLOCK, user="")
    return time.monotonic() - begun_s


def lasting_s(client: SoapClient) -> float:
    """Give how long an empty pull takes that was to wait two seconds."""
    url = subscribed(client)
    client.call(PULL, url=url)
    begun_s = time.monotonic()
    client.call(e.events_pull_messages(timeout="PT2S"), url=url)
    return time.monotonic() - begun_s


def dripping(client: SoapClient) -> bool:
    """Tell whether an answer's first bytes come one by one."""
    parts, sent = urlsplit(client.url), e.build_envelope(CLOCK).encode()
    with socket.create_connection((parts.hostname, parts.port), timeout=5) as made:
        made.sendall(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(sent), sent))
        return [len(made.recv(1000)) for _ in range(3)] == [1, 1, 1]


def huge(client: SoapClient) -> int:
    """Give the length an answer claims."""
    reply = client.send("POST", client.url, e.build_envelope(CLOCK).encode(), limit=200_000)
    return int(reply.headers["Content-Length"]) if len(reply.raw) == 200_000 else 0


def clock_reset(client: SoapClient, district: District) -> bool:
    """Reboot; tell whether the clock is years behind."""
    client.call("<tds:SystemReboot/>")
    district.with_face(1, lambda one: one.face.come_back())
    return p.parse_system_datetime(client.call(CLOCK, user="").text)["UTCDateTime"]["year"] == 2015


def head_ranges(client: SoapClient) -> dict:
    """Give the node's ranges."""
    return p.parse_ptz_nodes(client.call(e.ptz_get_nodes()).text)[0]["ranges"]


SHOWN: list[tuple[str, Check]] = [
    ("clock skew 3600s", lambda c, _: clock_differs(c, 1) and c.call(INFORMATION).status == 401),
    ("clock skew -86400s", lambda c, _: clock_differs(c, -24)),
    ("clock resets at reboot", clock_reset),
    ("clock needs login", lambda c, _: c.call(CLOCK, user="").headers["Date"] and c.call(CLOCK, user="").status == 401),
    ("local time as utc 5h", lambda c, _: clock_differs(c, 5) and c.call(INFORMATION).status == 200),
    ("wrong host", lambda c, _: "//192.0.2.64:" in services(c)["media"]),
    ("wrong port", lambda c, _: ":8899/" in services(c)["media"]),
    ("relative addresses", lambda c, _: subscribed(c) == "/onvif/subscription/1"),
    ("digest only", lambda c, _: c.call(INFORMATION).status == 401),
    ("token only", lambda c, _: not c.call(INFORMATION, user="").headers.get_all("WWW-Authenticate")),
    ("md5 only", lambda c, _: len(c.call(INFORMATION, user="").headers.get_all("WWW-Authenticate")) == 1),
    ("lock 1", lambda c, _: SoapClient(c.url, password="x").call(INFORMATION) and c.call(INFORMATION).status == 401),
    ("no challenge", lambda c, _: [(r.status, r.headers["WWW-Authenticate"]) for r in [c.call(INFORMATION, user="")]]
     == [(401, None)]),
    ("faults as 200", lambda c, _: c.call("<x/>").status == 200 and subcode(c, "<x/>")),
    ("faults as 400", lambda c, _: c.call("<x/>").status == 400),
    ("user only", lambda c, _: subcode(c, STOP) == "ter:OperationProhibited" and not subcode(c, PRESETS)),
    ("undeclared prefixes", lambda c, _: "<tt:" in c.call(CLOCK).text and "xmlns:tt=" not in c.call(CLOCK).text),
    ("bad xml", lambda c, _: "token=profile_main" in c.call(e.media_get_profiles(use_media2=True)).text),
    ("wrong namespace", lambda c, _: "ver20/schema" in c.call(CLOCK).text),
    ("media2 only", lambda c, _: (len(c.profiles(False)), len(c.profiles())) == (0, 2)),
    ("no media2", lambda c, _: "media2" not in services(c) and len(c.profiles()) == 0),
    ("no encoder in media1", lambda c, _: "video_encoder" not in c.profiles(False)[0]),
    ("no get services", lambda c, _: services(c) == {}),
    ("ptz in capabilities only", lambda c, _: "ptz" not in services(c)
     and "ptz" in p.parse_capabilities(c.call(e.device_get_capabilities()).text)),
    ("ptz on sub only", lambda c, _: ["ptz" in one for one in c.profiles()] == [False, True]
     and subcode(c, STOP) == "ter:NoPTZProfile"),
    ("no spaces", lambda c, _: head_ranges(c) == {} and not subcode(c, STOP)),
    ("wide ranges", lambda c, _: head_ranges(c)["continuous_zoom"]["x"]["max"] == 100 and c.move(pan=90).status == 200),
    ("flat ranges", lambda c, _: head_ranges(c)["continuous_pan_tilt"]["x"] == {"min": 0, "max": 0}),
    ("relative refused", lambda c, _: subcode(c, e.ptz_relative_move(profile_token=MAIN, pan=0.1, tilt=0, zoom=None))),
    ("fov refused", lambda c, _: subcode(c, e.ptz_relative_move(profile_token=MAIN, pan=0.1, tilt=0, zoom=None).replace(
        "<tt:PanTilt ", '<tt:PanTilt space="http://www.onvif.org/ver10/tptz/PanTiltSpaces/TranslationSpaceFov" '))),
    ("timeout ignored", lambda c, _: went_on(c)),
    ("timeout refused", lambda c, _: c.move(pan=0.1, timeout="PT1S").subcodes and not c.move(pan=0.1).subcodes),
    ("stop refused", lambda c, _: subcode(c, STOP) == "ter:ActionNotSupported"),
    ("stop ignored", lambda c, _: stopped_by_zero(c)),
    ("late moves 1.5s", lambda c, _: turned_late(c)),
    ("both axes refused", lambda c, _: c.move(0.1, 0.1, 0.1).subcodes and not c.move(0.1, 0.1).subcodes),
    ("no status", lambda c, _: set(c.status()) == {"utc_time"}),
    ("odd preset names", lambda c, _: "Preset%201" in c.call(PRESETS).text),
    ("300 presets", lambda c, _: len(p.parse_ptz_presets(c.call(PRESETS).text)) == 300),
    ("duplicate preset refused", lambda c, _: refused_twice(c)),
    ("odd preset names, speed refused", lambda c, _: subcode(c, e.ptz_goto_preset(
        profile_token=MAIN, preset_token="4", speed_pan=0.5, speed_tilt=0.5))),
    ("renew refused", lambda c, _: subcode(c, e.events_renew(), subscribed(c)) == "ter:ActionNotSupported"),
    ("needs message id", lambda c, _: subcode(c, e.events_create_pull_point_subscription())
     == "wsa:MessageAddressingHeaderRequired"),
    ("empty pulls", lambda c, _: lasting_s(c) < 1),
    ("slots 1", lambda c, _: subscribed(c) and subcode(c, e.events_create_pull_point_subscription())),
    ("motion never clears", motion_stays),
    ("drops between calls", lambda c, _: not kept_on(c)),
    ("login in uris", lambda c, _: "://admin:12345@" in c.call(e.media_get_stream_uri(profile_token=SUB,
                                                                                      use_media2=True)).text),
    ("snapshot refused", lambda c, _: snapshot(c)[0] == 401),
    ("snapshot no jpeg", lambda c, _: snapshot(c) == (200, b"<html>busy</html>")),
    ("slow 0.5s", lambda c, _: took_s(c) >= 0.5),
    ("huge 50mb", lambda c, _: huge(c) > 50_000_000),
    ("xml bomb", lambda c, _: "&e10;&e10;" in c.call(CLOCK).text),
    ("external entity", lambda c, _: 'SYSTEM "file:///' in c.call(CLOCK).text),
    ("html", lambda c, _: c.call(CLOCK).headers["Content-Type"] == "text/html"),
    ("redirect http://192.0.2.7/x", lambda c, _: c.call(CLOCK).headers["Location"] == "http://192.0.2.7/x"),
    ("drip 0.05s", lambda c, _: dripping(c)),
]  # fmt: skip


@pytest.fixture
def camera(serve: Callable[..., District]) -> tuple[District, SoapClient]:
    """Give a dome with a login."""
    district = serve(ptz=True, user=USER, password="geheim")
    return district, SoapClient(district.onvif_url(1), password="geheim")


@pytest.mark.parametrize(("quirks", "check"), SHOWN, ids=[text for text, _ in SHOWN])
def test_each_shows(camera: tuple[District, SoapClient], quirks: str, check: Check) -> None:
    district, client = camera
    assert client.call(INFORMATION).status == 200
    district.set_quirks(1, quirks)
    assert check(client, district)


def test_none_is_without_a_test() -> None:
    assert {one for text, _ in SHOWN for one in parse_quirks(text).values} == set(Quirk) - {Quirk.TLS}


def test_a_sound_one_keeps_its_connection_and_lets_pulls_wait(camera: tuple[District, SoapClient]) -> None:
    assert kept_on(camera[1])
    assert lasting_s(camera[1]) >= 2


def test_tls_has_a_certificate_of_its_own_which_can_change(serve: Callable[..., District]) -> None:
    district = serve(onvif=True, quirks="tls")
    address = urlsplit(district.onvif_url(1))
    assert address.scheme == "https"

    def certificate() -> str:
        return ssl.get_server_certificate((address.hostname or "", address.port or 0), timeout=5)

    first = certificate()
    assert certificate() == first
    assert SoapClient(district.onvif_url(1)).call(INFORMATION, user="").status == 200
    district.change_certificate(1)
    assert certificate() != first


@pytest.mark.parametrize("text", ["nonsense", "slow quickly", "html 3", "slow 2s 3s", "slow,,html", "clock", ","])
def test_what_is_not_understood_is_named(text: str) -> None:
    with pytest.raises(QuirkGrammarError):
        parse_quirks(text)
