"""PullPoint against a device at the socket, misbehaviour by misbehaviour; messages of real and hostile devices read."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera_event import RAW_MOST, EventKind, Notice
from safecity_console.domain.onvif import Endpoint, OnvifError, OnvifFault
from safecity_console.onvif.device import Device
from safecity_console.onvif.events import REST_S, PullPoint
from safecity_console.onvif.notices import MESSAGES_MOST, notices_of, topics_of
from tests.fakes.onvif_server import PASSWORD, USER, Reply, soap
from tests.fakes.telling import MOTION, NAMESPACES, TAMPER, Telling, message
from tests.unit.onvif.test_recorded import RECORDINGS


@pytest.fixture
def camera() -> Iterator[Telling]:
    with Telling() as made:
        yield made


@pytest.fixture
def device(camera: Telling) -> Iterator[Device]:
    made = Device(Endpoint("127.0.0.1", camera.server.port), USER, Secret(PASSWORD))
    made.connect()
    yield made
    made.close()


def point_of(device: Device, life_s: float = 60.0, pull_s: float = 1.0) -> PullPoint:
    point = PullPoint(device.wire, pull_s, life_s)
    point.subscribe()
    return point


def test_a_subscription_is_made_asked_how_all_stands_pulled_and_given_back(camera: Telling, device: Device) -> None:
    camera.states[TAMPER] = "IsTamper=true"
    point = point_of(device)
    (first, again) = point.pull().notices
    assert (first.kind, first.active, first.initial, first.source) == (EventKind.TAMPER, True, True, "V1")
    assert again.initial, "SetSynchronizationPoint was heard"
    camera.tell(MOTION, "State=true")
    (moving,) = point.pull().notices
    assert (moving.kind, moving.active, moving.initial) == (EventKind.MOTION, True, False)
    point.unsubscribe()
    assert camera.subscriptions == {}
    assert not point.subscribed
    assert "InitialTerminationTime>PT60S<" in camera.said("CreatePullPointSubscription")[0].body
    assert point_of(device).topics() == ("VideoSource/MotionAlarm",)


@pytest.mark.parametrize("misbehaviour", ["needs_message_id", "relative", "wants_parameters"])
def test_addresses_and_headers_as_the_device_wants_them(camera: Telling, device: Device, misbehaviour: str) -> None:
    setattr(camera, misbehaviour, True)
    point = point_of(device)
    camera.tell(MOTION, "State=true")
    assert [one.kind for one in point.pull().notices][-1] is EventKind.MOTION
    point.unsubscribe()
    assert camera.subscriptions == {}


def test_busy_empty_pulls_are_rested_after(camera: Telling, device: Device) -> None:
    camera.empty_at_once = True
    pulled = point_of(device).pull()
    assert not pulled.notices
    assert REST_S * 0.8 < pulled.rest_s <= REST_S


@pytest.mark.parametrize(("refuse", "prolong", "renews", "made"), [
    ("", False, 1, 1), ("duration", False, 2, 1), ("renew", False, 2, 2), ("renew", True, 0, 1)])
def test_it_is_renewed_by_duration_or_by_moment_or_made_anew(
        camera: Telling, device: Device, refuse: str, prolong: bool, renews: int, made: int) -> None:
    camera.refuse_renew, camera.refuse_duration = refuse == "renew", refuse == "duration"
    camera.pulls_prolong, camera.empty_at_once = prolong, True
    camera.slots = 1  # the old one is given back before another is made
    point = PullPoint(device.wire, 1.0, 60.0, lambda: camera.ahead_s)
    point.subscribe()
    for _ in range(6):  # 48 s of the 60 s granted
        camera.ahead_s += 8.0
        point.pull()
    assert len(camera.said("CreatePullPointSubscription")) == made
    assert min(len(camera.said("Renew")), 2) == renews
    assert len(camera.subscriptions) == 1


def test_few_slots_are_a_fault_and_not_a_loop(camera: Telling, device: Device) -> None:
    camera.slots = 0
    with pytest.raises(OnvifError) as caught:
        PullPoint(device.wire).subscribe()
    assert caught.value.fault is OnvifFault.DEVICE_FAULT
    assert len(camera.said("CreatePullPointSubscription")) == 1


def test_a_lost_subscription_is_told(camera: Telling, device: Device) -> None:
    point = point_of(device)
    camera.restart()
    with pytest.raises(OnvifError):
        point.pull()
    point.subscribe()
    camera.tell(MOTION, "State=true")
    assert point.pull().notices


BOMB = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>&b;</s:Body></s:Envelope>')
EXTERNAL = BOMB.replace('<!ENTITY a "aaaaaaaaaa">', '<!ENTITY a SYSTEM "file:///etc/passwd">')


@pytest.mark.parametrize(("reply", "expected"), [
    (Reply(BOMB), OnvifFault.NOT_ONVIF), (Reply(EXTERNAL), OnvifFault.NOT_ONVIF),
    (Reply("<html><body>Login</body></html>"), OnvifFault.NOT_ONVIF),
    (Reply(soap(f"<PullMessagesResponse>{' ' * 600_000}</PullMessagesResponse>")), OnvifFault.TOO_LARGE),
    (Reply(chunks=[b"HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n", *[b"x" * 100_000] * 3]),
     OnvifFault.TOO_LARGE),
    (Reply(status=302, headers=[("Location", "http://192.0.2.9/")]), OnvifFault.REDIRECTED),
])
def test_hostile_answers_end_the_pull(camera: Telling, device: Device, reply: Reply, expected: OnvifFault) -> None:
    point = point_of(device)
    camera.next_pull = reply
    with pytest.raises(OnvifError) as caught:
        point.pull()
    assert caught.value.fault is expected


def notify(*messages: str) -> str:
    return soap(f"<wsnt:Notify{NAMESPACES}>{''.join(messages)}</wsnt:Notify>")


def one_of(text: str) -> Notice:
    (notice,) = notices_of(notify(text)).notices
    return notice


@pytest.mark.parametrize(("topic", "data", "kind", "active"), [
    ("tns1:RuleEngine/CellMotionDetector/Motion", "IsMotion=true", EventKind.MOTION, True),
    ("tns1:RuleEngine/CellMotionDetector/Motion//.", "IsMotion=0", EventKind.MOTION, False),
    ("tns1:VideoAnalytics/tnsaxis:MotionDetection", "motion=1", EventKind.MOTION, True),
    ("tns1:RuleEngine/MyRuleDetector/Motion", "State=TRUE", EventKind.MOTION, True),
    ("tns1:VideoSource/tnsaxis:Tampering", "tampering=1", EventKind.TAMPER, True),
    ("tnsaxis:Storage/Disruption", "disruption=1", EventKind.STORAGE, True),
    ("tns1:Device/HardwareFailure/StorageFailure", "Failed=true", EventKind.STORAGE, True),
    ("tns1:Device/tnsaxis:IO/Port", "state=0", EventKind.DIGITAL_INPUT, False),
    ("tns1:Device/Trigger/DigitalInput", "LogicalState=true", EventKind.DIGITAL_INPUT, True),
    ("tns1:VideoSource/GlobalSceneChange/ImagingService", "State=true", EventKind.SCENE_CHANGE, True),
    ("tns1:VideoSource/SignalLoss", "State=true", EventKind.SIGNAL_LOSS, True),
    ("tns1:Monitoring/OperatingTime/LastReboot", "Status=2022-10-13T06:47:30Z", EventKind.REBOOT, None),
    ("tns1:RuleEngine/FieldDetector/ObjectsInside", "IsInside=true", EventKind.OTHER, True),
    ("tns1:RuleEngine/MyRuleDetector/FaceDetect", "State=true", EventKind.OTHER, True),
    ("something of its own", "", EventKind.OTHER, None),
])
def test_topics_of_many_makers_are_made_alike(topic: str, data: str, kind: EventKind, active: bool | None) -> None:
    notice = one_of(message(topic, data))
    assert (notice.kind, notice.active, notice.topic) == (kind, active, topic)


def test_what_is_kept_of_a_message_holds_no_login_and_is_bounded() -> None:
    text = message("tns1:Own/Thing", "Password=hunter2").replace(
        "</tt:Source>", '<tt:SimpleItem Name="Uri" Value="rtsp://admin:hunter2@192.0.2.1/x"/></tt:Source>')
    notice = one_of(text)
    assert "hunter2" not in notice.raw + notice.source + notice.value
    assert "192.0.2.1" in notice.raw
    long = one_of(message("tns1:Own/" + "x" * 5000, "State=" + "y" * 5000, source="z" * 5000))
    assert len(long.raw) <= RAW_MOST
    assert len(long.topic) <= 200
    assert len(long.source) <= 120


def test_odd_messages_are_left_out_counted_or_survived() -> None:
    many = notices_of(notify(*[message(MOTION, "State=true")] * (MESSAGES_MOST + 5)))
    assert (len(many.notices), many.dropped) == (MESSAGES_MOST, 5)
    empty = "<wsnt:NotificationMessage><wsnt:Topic>tns1:Own/Thing</wsnt:Topic></wsnt:NotificationMessage>"
    nothing = "<wsnt:NotificationMessage/>"
    told = notices_of(notify(empty, nothing))
    assert ([one.active for one in told.notices], told.dropped) == ([None], 1)
    deep = "<wsnt:NotificationMessage>" * 3000 + "</wsnt:NotificationMessage>" * 3000
    assert notices_of(notify(deep)).notices == ()
    assert topics_of(f"<TopicSet>{'<a>' * 2000}{'</a>' * 2000}</TopicSet>") == ()
    assert one_of(message(MOTION, "State=true", at="0000-99-99")).device_at is None
    assert notices_of("no xml").notices == ()


@pytest.mark.skipif(RECORDINGS is None, reason="the recordings of real devices are not on this machine")
def test_a_recorded_device_is_understood() -> None:
    assert RECORDINGS is not None
    exchanges = json.loads((RECORDINGS / "hikvision_ipc.json").read_text())["exchanges"]
    (answer,) = [one["response"] for one in exchanges if one["op"] == "PullMessages"]
    told = notices_of(answer)
    kinds = {one.kind for one in told.notices}
    assert told.dropped == 0
    assert all(one.initial and one.device_at for one in told.notices)
    assert {EventKind.MOTION, EventKind.SCENE_CHANGE, EventKind.DARK, EventKind.REBOOT, EventKind.CLOCK_SYNC} <= kinds
    assert not any(one.active for one in told.notices)
