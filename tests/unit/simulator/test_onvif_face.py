"""The ONVIF face of a simulated camera, as a bare client meets it: what it says is true, refusals have their codes."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import cv2
import numpy as np
import pytest
from onveef import envelopes as e
from onveef import parsers as p

from safecity_console.simulator.clips import Codec
from safecity_console.simulator.district import District, mirpur_district
from safecity_console.simulator.model import SimulatedCamera
from safecity_console.simulator.onvif.replay import ReplayDevice
from tests.unit.simulator.soap_client import PASSWORD, USER, SoapClient

Serve = Callable[..., District]
Until = Callable[..., None]
MAIN = "profile_main"
INFORMATION = e.device_get_information()


@pytest.fixture
def camera(serve: Serve) -> Iterator[tuple[District, SoapClient]]:
    """Give a dome with a login."""
    district = serve(ptz=True, user=USER, password=PASSWORD, discovery_port=0)
    return district, SoapClient(district.onvif_url(1))


@pytest.mark.parametrize("codec", [Codec.H264, Codec.H265])
def test_what_it_says_of_its_streams_is_true(serve: Serve, watch: Callable[..., object], codec: Codec) -> None:
    district = serve(codec=codec, onvif=True, user=USER, password="geheim")
    client = SoapClient(district.onvif_url(1), password="geheim")
    services = p.parse_services(client.call(e.device_get_services(include_capability=False), user="").text)
    assert set(services) == {"device", "media", "media2", "imaging", "events", "deviceio"}
    capabilities = p.parse_capabilities(client.call(e.device_get_capabilities(), user="").text)
    assert set(capabilities) == set(services) - {"media2"}
    profiles = client.profiles()
    for profile in profiles:
        said = profile["video_encoder"]
        asked = e.media_get_stream_uri(profile_token=profile["token"], use_media2=True)
        url = p.parse_stream_uri(client.call(asked).text)
        seen = watch(url, frames=2, login=f"{USER}:geheim")
        assert (said["encoding"], said["fps_limit"]) == ({"h264": "H264", "hevc": "H265"}[seen.codec], 15)
        assert seen.sizes == {(said["width"], said["height"])}
        assert "ptz" not in profile
    assert len(profiles) == 2
    assert len(client.profiles(media2=False)) == (2 if codec is Codec.H264 else 0)


def test_logins(camera: tuple[District, SoapClient]) -> None:
    district, client = camera
    body = e.build_envelope(INFORMATION).encode()
    refused = client.call(INFORMATION, user="")
    assert (refused.status, refused.subcodes) == (401, ["s:Sender", "ter:NotAuthorized"])
    for number, algorithm in enumerate(("SHA-256", "MD5")):
        challenges = client.call(INFORMATION, user="").headers.get_all("WWW-Authenticate")
        challenge = challenges[number]
        assert client.digest("POST", client.url, body, algorithm, challenge).status == 200
        again = client.digest("POST", client.url, body, algorithm, challenge)  # the same count: a replay
        assert again.status == 401
        assert "stale=true" in again.headers["WWW-Authenticate"]
        assert client.digest("POST", client.url, body, algorithm, challenge, 2).status == 200
    wrong = SoapClient(client.url, password="x")
    assert wrong.digest("POST", client.url, body, "MD5", challenges[1], 3).status == 401
    assert client.call(INFORMATION).status == 200
    token = e.build_envelope(INFORMATION, username=USER, password=PASSWORD).encode()
    assert [client.send("POST", client.url, token).status for _ in range(2)] == [200, 401]  # a replay
    assert SoapClient(client.url, offset_s=60).call(INFORMATION).status == 401
    district.set_quirks(1, "lock 3")
    assert [wrong.call(INFORMATION).status for _ in range(3)] == [401] * 3
    assert "locked" in client.call(INFORMATION).text
    assert client.call(e.device_get_system_date_time(), user="").status == 200


@pytest.mark.parametrize(
    ("body", "status", "codes"),
    [
        (e.ptz_get_status(profile_token="nobody"), 400, "ter:NoProfile"),
        (e.ptz_continuous_move(profile_token=MAIN, pan=1.5, tilt=0, zoom=None), 400, "ter:InvalidVelocity"),
        (e.ptz_continuous_move(profile_token=MAIN, pan=float("nan"), tilt=0, zoom=None), 400, "ter:InvalidArgVal"),
        (e.ptz_continuous_move(profile_token=MAIN, pan=0.1, tilt=0, zoom=None, timeout="PT900S"), 400,
         "ter:TimeoutNotSupported"),
        (e.ptz_continuous_move(profile_token=MAIN, pan=0.1, tilt=0, zoom=None, timeout="soon"), 400,
         "ter:InvalidArgVal"),
        (e.ptz_absolute_move(profile_token=MAIN, pan=None, tilt=None, zoom=-0.5), 400, "ter:InvalidPosition"),
        (e.ptz_goto_preset(profile_token=MAIN, preset_token="7"), 400, "ter:NoToken"),
        (e.ptz_remove_preset(profile_token=MAIN, preset_token="7"), 400, "ter:NoToken"),
        (e.ptz_send_auxiliary_command(profile_token=MAIN, auxiliary_data="dance"), 400, "ter:InvalidArgVal"),
        (e.ptz_operate_preset_tour(profile_token=MAIN, preset_tour_token="t", operation="Start"), 400, "ter:NoToken"),
        (e.imaging_get_settings(video_source_token="x"), 400, "ter:NoSource"),
        (e.media_get_stream_uri(profile_token="x", use_media2=True), 400, "ter:NoProfile"),
        (e.device_get_dot1x_configurations(), 500, "ter:ActionNotSupported"),
        ("<x/>", 500, "ter:ActionNotSupported"),
        (e.events_pull_messages(timeout="PT0S"), 400, "wsrf:ResourceUnknownFault"),
    ],
)  # fmt: skip
def test_faults_have_their_codes(camera: tuple[District, SoapClient], body: str, status: int, codes: str) -> None:
    reply = camera[1].call(body)
    assert (reply.status, reply.subcodes[-1]) == (status, codes)


def test_nonsense_ends_nothing(camera: tuple[District, SoapClient]) -> None:
    _, client = camera
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><s:Envelope xmlns:s="x"><s:Body><d>&b;</d></s:Body></s:Envelope>'
    for body in (b"", b"hello", b"<a", bomb, b"\x00" * 500, b"<s:Envelope xmlns:s='x'><s:Body/></s:Envelope>"):
        assert client.send("POST", client.url, body).subcodes[-1:] == ["ter:WellFormed"]
    parts = urlsplit(client.url)
    for raw in (b"\xff" * 20_000, b"POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", b"GET\r\n\r\n",
                b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"):
        with socket.create_connection((parts.hostname, parts.port), timeout=5) as made:
            made.sendall(raw)
            try:
                assert made.recv(100) == b""
            except ConnectionResetError:
                pass  # closed as well
    assert client.call(INFORMATION).status == 200


def test_presets_home_and_places(camera: tuple[District, SoapClient], wait_until: Until) -> None:
    _, client = camera

    def still() -> bool:
        return client.status()["move_status"] == {"pan_tilt": "IDLE", "zoom": "IDLE"}

    def go(body: str) -> dict:
        assert client.call(body).status == 200
        wait_until(still)
        return {axis: client.status()[axis] for axis in ("pan", "tilt", "zoom")}

    place = {"pan": 0.1, "tilt": -0.25, "zoom": 0.3}
    assert go(e.ptz_absolute_move(profile_token=MAIN, **place)) == pytest.approx(place, abs=1e-5)
    token = p.parse_set_preset_token(client.call(e.ptz_set_preset(profile_token=MAIN, preset_name="گیٹ & <1>")).text)
    assert go(e.ptz_relative_move(profile_token=MAIN, pan=-0.1, tilt=None, zoom=0.1)) == pytest.approx(
        {"pan": 0.0, "tilt": -0.25, "zoom": 0.4}, abs=1e-5)
    assert client.call(e.ptz_set_home_position(profile_token=MAIN)).status == 200
    assert go(e.ptz_goto_preset(profile_token=MAIN, preset_token=token)) == pytest.approx(place, abs=1e-5)
    assert go(e.ptz_goto_home_position(profile_token=MAIN))["zoom"] == pytest.approx(0.4, abs=1e-5)
    (preset,) = p.parse_ptz_presets(client.call(e.ptz_get_presets(profile_token=MAIN)).text)
    assert preset == {"token": token, "name": "گیٹ & <1>"} | {k: pytest.approx(v, abs=1e-5) for k, v in place.items()}
    tokens = {p.parse_set_preset_token(client.call(e.ptz_set_preset(profile_token=MAIN)).text) for _ in range(98)}
    assert len(tokens | {token}) == 99
    assert client.call(e.ptz_set_preset(profile_token=MAIN)).subcodes[-1] == "ter:TooManyPresets"


def test_a_tour_goes_round_until_a_hand_takes_over(camera: tuple[District, SoapClient], wait_until: Until) -> None:
    _, client = camera
    for number in (1, 2):
        client.call(e.ptz_absolute_move(profile_token=MAIN, pan=0.02 * number, tilt=0, zoom=None))
        wait_until(lambda: client.status()["move_status"]["pan_tilt"] == "IDLE")
        client.call(e.ptz_set_preset(profile_token=MAIN))
    made = client.call(e.ptz_create_preset_tour(profile_token=MAIN))
    token = p.parse_text_element(made.text, "PresetTourToken")
    spots = [{"preset_token": "1", "stay_time": "PT0.1S"}, {"preset_token": "2", "stay_time": "PT0.1S"}]
    change = e.ptz_modify_preset_tour(profile_token=MAIN, preset_tour_token=token, name="Gates", tour_spots=spots)
    assert client.call(change).status == 200
    operate = {one: e.ptz_operate_preset_tour(profile_token=MAIN, preset_tour_token=token, operation=one)
               for one in ("Start", "Pause", "Stop")}

    def state() -> str:
        (tour,) = p.parse_preset_tours(client.call(e.ptz_get_preset_tours(profile_token=MAIN)).text)
        assert (tour["name"], len(tour["tour_spots"])) == ("Gates", 2)
        return tour["state"]

    assert client.call(operate["Start"]).status == 200
    seen: set[float] = set()
    wait_until(lambda: seen.add(round(client.status()["pan"], 2)) or {0.02, 0.04} <= seen)
    assert state() == "Touring"
    assert client.call(change).subcodes[-1] == "ter:ActivePresetTour"
    client.call(operate["Pause"])
    assert state() == "Paused"
    client.call(operate["Start"])
    client.move(pan=0.1, timeout="PT0.2S")
    assert state() == "Idle"
    assert client.call(e.ptz_remove_preset_tour(profile_token=MAIN, preset_tour_token=token)).status == 200


def test_imaging_is_kept_whole_or_not_at_all(camera: tuple[District, SoapClient]) -> None:
    _, client = camera
    settings = lambda: p.parse_imaging_settings(client.call(e.imaging_get_settings(video_source_token="source_1")).text)  # noqa: E731
    good = ("<timg:SetImagingSettings><timg:VideoSourceToken>source_1</timg:VideoSourceToken><timg:ImagingSettings>"
            "<tt:Brightness>70</tt:Brightness><tt:IrCutFilter>OFF</tt:IrCutFilter></timg:ImagingSettings>"
            "</timg:SetImagingSettings>")
    assert client.call(good).status == 200
    assert (settings()["Brightness"], settings()["IrCutFilter"]) == (70, "OFF")
    assert client.call(good.replace("70", "20").replace("OFF", "MAYBE")).subcodes[-1] == "ter:SettingsInvalid"
    assert settings()["Brightness"] == 70
    client.call(e.imaging_move(video_source_token="source_1", focus_continuous=-1.0))
    moves = p.parse_imaging_status(client.call(e.imaging_get_status(video_source_token="source_1")).text)["focus"]
    assert moves["move_status"] == "MOVING"
    client.call(e.imaging_stop(video_source_token="source_1"))
    assert settings()["Focus"]["auto_focus_mode"] == "MANUAL"


def test_events_wait_tell_and_end_at_a_reboot(camera: tuple[District, SoapClient], wait_until: Until) -> None:
    district, client = camera

    def subscribe() -> str:
        made = client.call(e.events_create_pull_point_subscription())
        return p.parse_create_pull_point(made.text)["subscription_url"]

    def pull(timeout: str = "PT0S") -> list[tuple[str, str, str]]:
        asked = e.events_pull_messages(timeout=timeout, message_limit=50)
        told = p.parse_pull_messages(client.call(asked, url=url).text)
        return [(m["topic"].rpartition("/")[2], m["property_operation"], *m["data"].values()) for m in told["messages"]]

    url = subscribe()
    assert ("MotionAlarm", "Initialized", "false") in pull()
    assert pull() == []
    begun_s = time.monotonic()
    later = threading.Timer(0.4, lambda: district.tell(1, "motion", "true"))
    later.start()
    assert pull("PT20S") == [("MotionAlarm", "Changed", "true")]
    later.join()
    assert 0.3 < time.monotonic() - begun_s < 10
    district.set_fault(1, "covered")
    wait_until(lambda: ("Tamper", "Changed", "true") in pull("PT1S"))
    client.call(e.events_set_synchronization_point(), url=url)
    assert ("MotionAlarm", "Initialized", "true") in pull()
    assert client.call(e.events_renew(termination_time="PT30S"), url=url).status == 200
    assert client.call(e.events_renew(termination_time="-PT5S"), url=url).status == 400
    others = [subscribe() for _ in range(4)]
    assert client.call(e.events_create_pull_point_subscription()).subcodes[-1] == "wsnt:SubscribeCreationFailedFault"
    assert client.call(e.events_unsubscribe(), url=others[0]).status == 200
    assert subscribe() != others[0]  # an address is not used again
    district.with_face(1, lambda one: setattr(one, "reboot_s", 0.7))
    assert "Rebooting" in client.call("<tds:SystemReboot/>").text

    def refused() -> bool:
        try:
            client.call(INFORMATION)
        except OSError:
            return True
        return False

    wait_until(refused)
    wait_until(lambda: not refused())
    assert client.call(e.events_pull_messages(timeout="PT1S"), url=url).subcodes[-1] == "wsrf:ResourceUnknownFault"
    url = subscribe()
    assert "LastReboot" in {topic for topic, *_ in pull()}


def test_notifications_are_sent_to_a_consumer(camera: tuple[District, SoapClient]) -> None:
    district, client = camera
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)
        consumer = f"http://127.0.0.1:{server.getsockname()[1]}/notify"
        made = client.call(e.events_subscribe(consumer_address=consumer, topic_filter="tns1:VideoSource//."))
        url = p.parse_subscribe(made.text)["subscription_url"]

        def received() -> list[tuple[str, str]]:
            peer, _ = server.accept()
            with peer:
                whole = b""
                while not whole.endswith(b"Envelope>"):
                    whole += peer.recv(65_536)
                peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            return [(m["topic"], m["data"]["State"]) for m in p.parse_notification(whole.partition(b"\r\n\r\n")[2])]

        assert ("tns1:VideoSource/MotionAlarm", "false") in received()
        district.tell(1, "digital_input", "true")  # of another topic
        district.tell(1, "motion", "true")
        assert received() == [("tns1:VideoSource/MotionAlarm", "true")]
        assert client.call(e.events_unsubscribe(), url=url).status == 200


def test_a_snapshot_is_what_the_head_sees(camera: tuple[District, SoapClient], wait_until: Until) -> None:
    _, client = camera

    def picture() -> np.ndarray:
        url = p.parse_snapshot_uri(client.call(e.media_get_snapshot_uri(profile_token=MAIN, use_media2=False)).text)
        challenge = client.send("GET", url, b"").headers.get_all("WWW-Authenticate")[0]
        return cv2.imdecode(np.frombuffer(client.digest("GET", url, b"", "SHA-256", challenge).raw, np.uint8), 1)

    before = picture()
    client.call(e.ptz_absolute_move(profile_token=MAIN, pan=0.2, tilt=0, zoom=0.5))
    wait_until(lambda: client.status()["move_status"]["zoom"] == "IDLE")
    after = picture()
    assert before.shape == after.shape == (192, 320, 3)
    assert cv2.absdiff(before, after).mean() > 20


def test_the_clock_is_told_and_set(camera: tuple[District, SoapClient]) -> None:
    _, client = camera
    body = e.device_set_system_date_time(date_time_type="Manual", daylight_savings=False, timezone="PKT-5",
                                         utc_datetime=datetime(2020, 2, 29, tzinfo=UTC))
    assert client.call(body).status == 200
    assert client.call(INFORMATION).status == 401  # our token is of another time now
    told = p.parse_system_datetime(client.call(e.device_get_system_date_time(), user="").text)
    assert (told["UTCDateTime"]["year"], told["date_time_type"]) == (2020, "Manual")
    bad = body.replace("<tt:Day>29", "<tt:Day>31")
    challenge = client.call(INFORMATION, user="").headers.get_all("WWW-Authenticate")[0]
    sent = e.build_envelope(bad).encode()
    assert client.digest("POST", client.url, sent, "SHA-256", challenge).subcodes[-1] == "ter:InvalidDateTime"


def _probe(port: int, types: str, scopes: str = "", host: str = "127.0.0.1") -> list[str]:
    body = (f'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/'
            '08/addressing" xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"><s:Header><a:MessageID>uuid:7'
            f"</a:MessageID></s:Header><s:Body><d:Probe>{types}{scopes}</d:Probe></s:Body></s:Envelope>")
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
        made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, struct.pack("b", 1))
        made.settimeout(0.5)
        made.sendto(body.encode(), (host, port))
        try:
            while True:
                found.append(made.recvfrom(65_536)[0].decode())
        except TimeoutError:
            return found


def test_discovery_answers_each_way_of_asking(serve: Serve) -> None:
    district = serve(count=3, onvif=True, discovery_port=0)
    assert district.discovery_port
    for types in ("", "<d:Types>dn:NetworkVideoTransmitter</d:Types>", "<d:Types>tds:Device</d:Types>"):
        found = _probe(district.discovery_port, types)
        assert len(found) == 3
        assert all("uuid:7" in one and "ProbeMatches" in one for one in found)
        assert {district.onvif_url(n) for n in (1, 2, 3)} == {p.parse_text_element(one, "XAddrs") for one in found}
    assert len(_probe(district.discovery_port, "", host="239.255.255.250")) == 3
    assert _probe(district.discovery_port, "<d:Types>dn:Printer</d:Types>") == []
    assert len(_probe(district.discovery_port, "", "<d:Scopes>onvif://www.onvif.org/location/Bench</d:Scopes>")) == 3
    assert _probe(district.discovery_port, "", "<d:Scopes>onvif://www.onvif.org/location/Ben</d:Scopes>") == []
    district.stop_camera(2)
    assert len(_probe(district.discovery_port, "")) == 2


def test_the_picture_follows_the_head_and_comes_home(
    camera: tuple[District, SoapClient], watch: Callable[..., object], wait_until: Until
) -> None:
    district, client = camera
    login = f"{USER}:{'geheim%20%26%20%3C1%3E'}"
    home = watch(district.url(1), frames=5, login=login)
    assert home.last is not None
    client.call(e.ptz_absolute_move(profile_token=MAIN, pan=0.1, tilt=0, zoom=0.2))
    wait_until(lambda: client.status()["move_status"]["pan_tilt"] == "IDLE")
    away = watch(district.url(1), frames=5, login=login)
    assert away.sizes == home.sizes
    assert cv2.absdiff(home.last, away.last).mean() > 15
    seen: list = []
    long = threading.Thread(target=lambda: seen.append(watch(district.url(1, "main"), seconds=4.0, login=login)))
    long.start()
    wait_until(lambda: district.clients()[1] > 0)
    client.call(e.ptz_goto_home_position(profile_token=MAIN))
    wait_until(lambda: client.status()["zoom"] == 0)
    client.move(pan=0.1, timeout="PT0.2S")
    long.join()
    (whole,) = seen
    assert (whole.decode_errors, whole.error, whole.frames > 30) == (0, "", True)
    assert np.diff(whole.pts).min() > 0
    assert np.diff(whole.pts).max() < 135_000  # no client waits for the next regular key frame over a change


def test_the_thirty_of_mirpur_answer_as_far_as_they_are_there() -> None:
    with mirpur_district(discovery_port=0) as district:
        assert [one.number for one in district.cameras if one.ptz] == [1, 3, 5, 9, 14]
        found = {p.parse_text_element(one, "XAddrs") for one in _probe(district.discovery_port, "")}
        ways = {camera.number: _way(district, camera) for camera in district.cameras
                if camera.fault not in ("no such host", "never answers", "garbage")}
        assert found == {district.onvif_url(n) for n, way in ways.items() if way != "refused"} | {
            district.onvif_url(one.number) for one in district.cameras if one.fault == "garbage"}
        assert {n for n, way in ways.items() if way == "refused"} == {6, 18, 26}
        assert {n for n, way in ways.items() if way == "401"} == {10, 21}
        h265 = SoapClient(district.onvif_url(5), password=district.cameras[4].password.reveal())
        assert [one["video_encoder"]["encoding"] for one in h265.profiles()] == ["H265", "H265"]
        assert h265.profiles(media2=False) == []


def _way(district: District, camera: SimulatedCamera) -> str:
    try:
        client = SoapClient(district.onvif_url(camera.number), password=camera.password.reveal())
        return str(client.call(INFORMATION).status)
    except ConnectionRefusedError:
        return "refused"


def test_recordings_are_replayed(request: pytest.FixtureRequest) -> None:
    places = [above / "shared/media/onvif" for above in request.config.rootpath.parents]
    files = [file for place in places for file in sorted(place.glob("*.json"))]
    if not files:
        pytest.skip(f"no recorded devices: none in {places[0]}")
    for file in files:
        with ReplayDevice(file) as device:
            client = SoapClient(device.url)
            for name in {"GetDeviceInformation", "GetServices", "GetCapabilities"} & set(device.operations):
                reply = client.call(f"<tds:{name}/>")
                if file.stem == "axis_no_onvif_user":
                    assert "notauthorized" in reply.text.replace(":", "").lower()
                elif name == "GetDeviceInformation":
                    assert p.parse_device_information(reply.text)["Model"]
                else:
                    found = (p.parse_services if name == "GetServices" else p.parse_capabilities)(reply.text)
                    assert urlsplit(found["device"]).netloc == urlsplit(device.url).netloc
            assert client.call("<tds:NeverRecorded/>").status == 500
            assert device.unknown or "Fault" in device.operations
