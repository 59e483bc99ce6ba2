"""A device as services see it: connecting, the report within its calls, and every quirk of steering by its number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Transport
from safecity_console.domain.onvif import AuthScheme, Endpoint, OnvifError, OnvifFault, Range
from safecity_console.domain.ptz import STILL, Position, Status, TourOrder, Velocity
from safecity_console.onvif import presets, spaces
from safecity_console.onvif.device import Device
from tests.fakes.onvif_server import (
    PASSWORD,
    USER,
    Heard,
    OnvifServer,
    Reply,
    StrictDevice,
    fault,
    node_answer,
    profile,
    profiles_answer,
    services_answer,
    soap,
    space,
    whole_device,
)

Open = Callable[..., tuple[Device, OnvifServer]]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Give a function that makes a device of answers and connects to it."""
    ends: list[Any] = []

    def start(answers: dict[str, Any] | None = None, connect: bool = True, **strict: Any) -> tuple[Device, OnvifServer]:
        server = OnvifServer(StrictDevice(whole_device(**(answers or {})), **strict))
        device = Device(Endpoint("127.0.0.1", server.port), USER, Secret(PASSWORD))
        ends.extend((device, server))
        if connect:
            device.connect()
        return device, server

    yield start
    for one in ends:
        one.close()


def refusal(work: Callable[[], Any]) -> OnvifError:
    with pytest.raises(OnvifError) as caught:
        work()
    return caught.value


def axes(heard: Heard) -> tuple[str | None, str | None]:
    """Give pan/tilt and zoom of a move as sent; None where the axis was left out."""
    pan_tilt = re.search(r'PanTilt[^>]* x="([^"]+)" y="([^"]+)"', heard.body)
    zoom = re.search(r'Zoom[^>]* x="([^"]+)"', heard.body)
    return (f"{pan_tilt[1]} {pan_tilt[2]}" if pan_tilt else None, zoom[1] if zoom else None)


# Connecting and the report --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("strict", [{}, {"digest": True}, {"token": True}])
def test_a_device_is_read_within_ten_calls_and_opened_again_with_none(opened: Open, strict: dict[str, bool]) -> None:
    device, server = opened(**strict)
    before = len(server.heard)
    report = device.report()
    urls = [device.stream_uri(token) for token in ("main", "sub")]
    assert len(server.heard) - before <= 10
    assert report.took_s < 1.0
    assert (report.information.maker, report.information.serial) == ("Test", "S1")
    assert [(p.token, p.codec, p.width, p.fps, p.bitrate_kbps) for p in report.profiles] == [
        ("main", "H264", 1920, 25.0, 4096), ("sub", "H264", 640, 25.0, 4096)]
    assert report.ptz is not None
    assert (report.ptz.profile_token, report.ptz.home, report.ptz.auxiliary) == ("main", True, ("tt:Wiper|On",))
    assert (report.ptz.reports_position, report.ptz.reports_moving) == (True, True)
    assert "GetNetworkInterfaces" in report.missing
    assert urls == ["rtsp://127.0.0.1/live/main", "rtsp://127.0.0.1/live/sub"]  # quirks 3 and 23
    again = Device(report.endpoint, USER, Secret(PASSWORD), known=report)
    before = len(server.heard)
    again.connect()
    assert len(server.heard) == before
    again.move("main", Velocity(pan=1.0), 1.0)
    assert len(server.heard) - before <= 2
    assert again.report().scheme is report.scheme
    again.close()


def test_a_wrong_password_is_told_at_connecting_and_sent_once() -> None:
    device = StrictDevice(whole_device(), token=True, open_to_all=())
    with OnvifServer(device) as server:
        one = Device(Endpoint("127.0.0.1", server.port), USER, Secret("wrong"))
        assert refusal(one.connect).fault is OnvifFault.WRONG_PASSWORD
        for work in (one.connect, one.report, lambda: one.stop("main"), lambda: one.status("main")):
            assert refusal(work).fault in (OnvifFault.LOGIN_STOPPED, OnvifFault.NOT_SUPPORTED)
        assert len(server.logins()) == 1
        assert one.login_refused
        one.close()


@pytest.mark.parametrize(("services", "capabilities", "quirk"), [
    (services_answer(names=("media",)), "", ""),
    (None, "usual", ""),
    (None, None, "usual_paths"),
])  # fmt: skip
def test_quirk_9_services_come_from_both_lists_else_from_the_usual_paths(
        opened: Open, services: str | None, capabilities: str | None, quirk: str) -> None:
    told = ("<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Media><tt:XAddr>http://192.0.2.9/onvif/media</tt:XAddr>"
            "</tt:Media><tt:PTZ><tt:XAddr>http://192.0.2.9/onvif/ptz</tt:XAddr></tt:PTZ></tds:Capabilities>"
            "</tds:GetCapabilitiesResponse>")
    lacking = fault("ActionNotSupported", "", 500)
    device, _ = opened({"GetServices": services or lacking,
                        "GetCapabilities": lacking if capabilities is None else told})
    device.move("main", Velocity(pan=0.5), None)
    assert [p.token for p in device.profiles()] == ["main", "sub"]
    assert device.quirks == (frozenset({quirk}) if quirk else frozenset())


def test_quirk_8_media2_is_asked_first_and_what_it_leaves_out_comes_from_media1(opened: Open) -> None:
    def profiles(heard: Heard) -> str:
        if "trt2:" in heard.body:
            return soap('<tr2:GetProfilesResponse><tr2:Profiles token="main"><tr2:Name>m</tr2:Name><tr2:Configurations>'
                        '<tr2:VideoEncoder token="e"><tt:Encoding>H265</tt:Encoding><tt:Resolution><tt:Width>3840'
                        '</tt:Width><tt:Height>2160</tt:Height></tt:Resolution></tr2:VideoEncoder></tr2:Configurations>'
                        '</tr2:Profiles><tr2:Profiles token="sub"><tr2:Configurations/></tr2:Profiles>'
                        "</tr2:GetProfilesResponse>")
        return soap(profiles_answer(profile("main", 0, 0, ""), profile("sub", 640, 360), profile("old", 320, 240)))

    device, server = opened({"GetServices": services_answer(names=("media", "media2", "ptz")), "GetProfiles": profiles})
    found = {p.token: (p.codec, p.width, p.ptz_token) for p in device.profiles()}
    assert found == {"main": ("H265", 3840, "PTZ_1"), "sub": ("H264", 640, "PTZ_1"), "old": ("H264", 320, "PTZ_1")}
    device.stream_uri("main", Transport.UDP)
    assert "RtspUnicast" in server.said("GetStreamUri")[-1].body


def test_a_codec_told_in_an_attribute_counts(opened: Open) -> None:
    told = profiles_answer(profile("main", 1920, 1080)).replace('token="main-e"', 'token="main-e" encoding="H265"')
    device, _ = opened({"GetProfiles": told})
    assert device.profiles()[0].codec == "H265"


def test_one_bad_profile_costs_no_other(opened: Open) -> None:
    odd = profile("odd", 1, 1).replace("<tt:Width>1<", "<tt:Width>wide<").replace("4096", "-7")
    nameless = profile("", 640, 480)
    device, _ = opened({"GetProfiles": profiles_answer(odd, nameless, profile("main", 1920, 1080))})
    assert [(p.token, p.width, p.bitrate_kbps) for p in device.profiles()] == [("odd", 0, 0), ("main", 1920, 4096)]


# Steering -------------------------------------------------------------------------------------------------------------


def test_quirk_10_the_profile_with_a_ptz_configuration_is_chosen(opened: Open) -> None:
    device, _ = opened({"GetProfiles": profiles_answer(profile("a", 640, 360, ptz=""), profile("b", 1920, 1080))})
    assert device.abilities().profile_token == "b"
    assert device.abilities("a").profile_token == "a"


@pytest.mark.parametrize(("least", "most", "sent"), [
    (-100, 100, "50.0 -100.0"), (-1, 1, "0.5 -1.0"), (0, 0, "0.5 -1.0"), (5, -5, "0.5 -1.0"), ("nan", "x", "0.5 -1.0"),
])  # fmt: skip
def test_quirk_11_speeds_are_scaled_into_the_range_that_is_told(
        opened: Open, least: Any, most: Any, sent: str) -> None:
    nodes = node_answer(space("ContinuousPanTiltVelocitySpace", least, most)
                        + space("ContinuousZoomVelocitySpace", -1, 1))
    device, server = opened({"GetNodes": nodes})
    device.abilities()
    device.move("main", Velocity(0.5, -1.0, 0.0), 1.0)
    assert axes(server.said("ContinuousMove")[-1]) == (sent, None)


@given(some.floats(-1, 1), some.floats(-1e6, 1e6), some.floats(-1e6, 1e6))
def test_a_speed_lies_in_its_range_and_is_nought_at_rest(velocity: float, one: float, other: float) -> None:
    into = Range(min(one, other, 0.0), max(one, other, 0.0))
    sent = spaces.scaled(velocity, into)
    low, high = (into.least, into.most) if into.useful else (-1.0, 1.0)
    assert low - 1e-6 <= sent <= high + 1e-6
    assert spaces.scaled(0.0, into) == 0.0


FOV = space("RelativePanTiltTranslationSpace", -1, 1, spaces.FOV_SPACE)
STEP = space("RelativePanTiltTranslationSpace", -1, 1)
PLACE = space("AbsolutePanTiltPositionSpace", -1, 1)
SPEED = space("ContinuousPanTiltVelocitySpace", -1, 1)


@pytest.mark.parametrize(("told", "in_view", "refused", "sent", "quirks"), [
    (FOV + SPEED, True, (), "RelativeMove", set()),
    (FOV + SPEED + PLACE, True, ("RelativeMove",), "AbsoluteMove", {"no_fov_step"}),
    (STEP + SPEED, False, (), "RelativeMove", set()),
    (STEP + SPEED + PLACE, False, ("RelativeMove",), "AbsoluteMove", {"no_step"}),
    (STEP + SPEED + PLACE, False, ("RelativeMove", "AbsoluteMove"), "Stop", {"no_step", "no_position"}),
    (SPEED, True, (), "Stop", set()),
])  # fmt: skip
def test_quirk_12_a_step_that_is_refused_becomes_a_position_or_a_short_move(
        opened: Open, told: str, in_view: bool, refused: tuple[str, ...], sent: str, quirks: set[str]) -> None:
    faults = {one: fault("InvalidArgVal", "bad space") for one in refused}
    device, server = opened({"GetNodes": node_answer(told), **faults})
    device.abilities()
    for _ in range(2):
        device.move_by("main", 0.1, 0.0, 0.0, in_view=in_view)
        assert server.heard[-1].operation == sent
    assert device.quirks == quirks
    assert all(len(server.said(one)) == 1 for one in refused)  # asked once and remembered
    if sent == "RelativeMove":
        assert (spaces.FOV_SPACE in server.heard[-1].body) is in_view


def test_quirk_13_a_refused_timeout_is_left_out_and_remembered(opened: Open) -> None:
    def moved(heard: Heard) -> Reply | str:
        return fault("InvalidArgVal", "timeout") if "Timeout" in heard.body else soap("<tptz:ContinuousMoveResponse/>")

    device, server = opened({"ContinuousMove": moved})
    for speed in (0.2, 0.4):
        device.move("main", Velocity(pan=speed), 1.0)
    assert ["Timeout" in one.body for one in server.said("ContinuousMove")] == [True, False, False]
    assert device.quirks == {"no_timeout"}


def test_quirk_13_the_timeout_lies_within_what_the_device_takes(opened: Open) -> None:
    options = ("<tptz:GetConfigurationOptionsResponse><tptz:PTZConfigurationOptions><tt:PTZTimeout><tt:Min>PT2S"
               "</tt:Min><tt:Max>PT1M</tt:Max></tt:PTZTimeout></tptz:PTZConfigurationOptions>"
               "</tptz:GetConfigurationOptionsResponse>")
    device, server = opened({"GetConfigurationOptions": options})
    assert (device.abilities().timeout_least_s, device.abilities().timeout_most_s) == (2.0, 60.0)
    for timeout_s, sent in ((0.5, "PT2S"), (3.5, "PT3.5S"), (600.0, "PT60S")):
        device.move("main", Velocity(pan=timeout_s / 1000), timeout_s)
        assert f">{sent}<" in server.heard[-1].body


def test_quirk_13_stop_is_followed_by_zero_where_it_is_refused(opened: Open) -> None:
    device, server = opened({"Stop": fault("ActionNotSupported", "", 500)})
    device.abilities()
    device.move("main", Velocity(0.5, 0.0, 0.5), 1.0)
    device.stop("main")
    assert [axes(one) for one in server.heard[-2:]] == [("0.0 0.0", None), (None, "0.0")]
    assert device.quirks == {"stop_by_zero"}


def test_quirk_13_stop_alone_is_one_call_until_a_status_shows_otherwise(opened: Open) -> None:
    device, server = opened()
    device.abilities()
    heard = len(server.heard)
    device.stop("main")
    assert [one.operation for one in server.heard[heard:]] == ["Stop"]
    device.stop_by_zero()
    device.stop("main")
    assert [one.operation for one in server.heard[heard + 1:]] == ["Stop", "ContinuousMove", "ContinuousMove"]


def test_a_stop_that_nothing_takes_is_told(opened: Open) -> None:
    refused = fault("ActionNotSupported", "", 500)
    device, _ = opened({"Stop": refused, "ContinuousMove": refused})
    assert refusal(lambda: device.stop("main")).operation == "Stop"


def test_quirk_15_only_axes_that_move_are_sent_and_both_are_split_on_a_fault(opened: Open) -> None:
    def one_axis(heard: Heard) -> Reply | str:
        both = None not in axes(heard)
        return fault("InvalidArgVal", "one axis only") if both else soap("<tptz:ContinuousMoveResponse/>")

    device, server = opened({"ContinuousMove": one_axis})
    device.move("main", Velocity(pan=0.5), None)
    device.move("main", Velocity(zoom=0.5), None)  # pan comes to rest: both axes changed
    device.move("main", Velocity(zoom=0.6), None)
    device.move("main", STILL, None)
    assert [axes(one) for one in server.said("ContinuousMove")] == [
        ("0.5 0.0", None), ("0.0 0.0", "0.5"), ("0.0 0.0", None), (None, "0.5"), (None, "0.6"), (None, "0.0")]
    assert device.quirks == {"split_axes"}


def test_quirk_15_a_device_without_zoom_is_asked_for_it_once(opened: Open) -> None:
    def no_zoom(heard: Heard) -> Reply | str:
        return fault("InvalidArgVal", "zoom") if axes(heard)[1] else soap("<tptz:ContinuousMoveResponse/>")

    device, server = opened({"ContinuousMove": no_zoom})
    for speed in (0.5, 0.7):
        device.move("main", Velocity(speed, 0.0, 0.5), None)
    assert [axes(one)[1] for one in server.said("ContinuousMove")] == ["0.5", None, "0.5", None]
    assert device.quirks == {"no_zoom_speed"}


def test_a_missing_right_is_no_quirk(opened: Open) -> None:
    refused = fault("OperationProhibited", "not your user")
    device, _ = opened({"ContinuousMove": refused, "Stop": refused})
    assert refusal(lambda: device.move("main", Velocity(0.5, 0.0, 0.5), 1.0)).fault is OnvifFault.NOT_AUTHORISED
    assert refusal(lambda: device.stop("main")).fault is OnvifFault.NOT_AUTHORISED
    assert device.quirks == frozenset()


# Presets, home, tours, status -----------------------------------------------------------------------------------------


def _presets(*named: tuple[str, str]) -> str:
    each = "".join(f'<tptz:Preset token="{token}"><tt:Name>{name}</tt:Name></tptz:Preset>' for token, name in named)
    return f"<tptz:GetPresetsResponse>{each}</tptz:GetPresetsResponse>"


def test_quirk_16_presets_go_by_token_and_factory_slots_are_left_out(opened: Open) -> None:
    slots = [(str(n), f"Preset {n:03}") for n in range(1, 301)]
    slots[6] = ("7", "Chowk%20Shaheedan")
    device, server = opened({"GetPresets": _presets(*slots)})
    assert [(one.token, one.name) for one in device.presets("main")] == [("7", "Chowk Shaheedan")]
    few = presets.read_presets(soap(_presets(("1", "Preset 1"), ("2", "100% gate"))))
    assert [one.name for one in few] == ["Preset 1", "100% gate"]
    device.goto_preset("main", "7")
    assert "<tptz:PresetToken>7<" in server.heard[-1].body
    assert "Speed" not in server.heard[-1].body


def test_quirk_16_a_name_that_is_taken_gets_another(opened: Open) -> None:
    def kept(heard: Heard) -> Reply | str:
        if "PresetName>Gate<" in heard.body:
            return fault("PresetExist", "The preset name already exists")
        return soap("<tptz:SetPresetResponse><tptz:PresetToken>9</tptz:PresetToken></tptz:SetPresetResponse>")

    device, server = opened({"SetPreset": kept})
    assert device.set_preset("main", "Gate") == "9"
    assert ">Gate 2<" in server.heard[-1].body


def test_tours_home_auxiliary_and_status(opened: Open) -> None:
    tours = ('<tptz:GetPresetToursResponse><tptz:PresetTour token="t1"><tt:Name>Night</tt:Name><tt:Status><tt:State>'
             "Idle</tt:State></tt:Status><tt:AutoStart>true</tt:AutoStart></tptz:PresetTour></tptz:GetPresetToursResponse>")
    device, server = opened({"GetPresetTours": tours, "OperatePresetTour": "<tptz:OperatePresetTourResponse/>",
                             "SetHomePosition": fault("CannotOverwriteHome"), "SendAuxiliaryCommand": "<a/>"})
    (tour,) = device.tours("main")
    assert (tour.token, tour.name, tour.state, tour.auto_start) == ("t1", "Night", "Idle", True)
    device.operate_tour("main", "t1", TourOrder.PAUSE)
    assert ">Pause<" in server.heard[-1].body
    device.home("main")
    device.auxiliary("main", "tt:Wiper|On")
    assert refusal(lambda: device.set_home("main")).words.startswith("CannotOverwriteHome")
    assert device.status("main") == Status(Position(0.5, -0.25, 0.1), False)


# The rest of it -------------------------------------------------------------------------------------------------------


def test_imaging_sends_what_is_named_in_the_order_of_the_schema(opened: Open) -> None:
    read = ("<timg:GetImagingSettingsResponse><timg:ImagingSettings><tt:Brightness>50</tt:Brightness><tt:Exposure>"
            "<tt:Mode>MANUAL</tt:Mode><tt:Iris>3.5</tt:Iris></tt:Exposure><tt:IrCutFilter>AUTO</tt:IrCutFilter>"
            "</timg:ImagingSettings></timg:GetImagingSettingsResponse>")
    device, server = opened({"GetServices": services_answer(names=("media", "ptz", "imaging")),
                             "GetImagingSettings": read, "SetImagingSettings": "<a/>", "Move": "<a/>",
                             "Stop": "<timg:StopResponse/>"})
    one = device.imaging("VS1")
    assert (one.brightness, one.exposure_mode, one.iris, one.ir_cut) == (50.0, "MANUAL", 3.5, "AUTO")
    assert one.contrast is None
    device.set_imaging("VS1", {"ir_cut": "OFF", "iris": 2.0, "exposure_mode": "MANUAL", "brightness": 40})
    assert re.findall(r"<tt:(\w+)>[^<]+<", server.heard[-1].body) == ["Brightness", "Mode", "Iris", "IrCutFilter"]
    assert server.heard[-1].body.count("<tt:Exposure>") == server.heard[-1].body.count("</tt:Exposure>") == 1
    with pytest.raises(ValueError, match="imaging setting"):
        device.set_imaging("VS1", {"colour": 1.0})
    device.focus("VS1", 0.5)
    device.focus("VS1", None)
    assert server.heard[-1].operation == "Stop"


def test_clock_network_time_servers_and_relays(opened: Open) -> None:
    network = ("<tds:GetNetworkInterfacesResponse><tds:NetworkInterfaces token='e0'><tt:Enabled>true</tt:Enabled>"
               "<tt:Info><tt:HwAddress>AA-BB-CC-00-11-22</tt:HwAddress></tt:Info></tds:NetworkInterfaces>"
               "</tds:GetNetworkInterfacesResponse>")
    ntp = ("<tds:GetNTPResponse><tds:NTPInformation><tt:FromDHCP>false</tt:FromDHCP><tt:NTPManual><tt:DNSname>time.lan"
           "</tt:DNSname></tt:NTPManual></tds:NTPInformation></tds:GetNTPResponse>")
    relays = ('<tds:GetRelayOutputsResponse><tds:RelayOutputs token="r1"><tt:Properties><tt:Mode>Bistable</tt:Mode>'
              "<tt:IdleState>open</tt:IdleState></tt:Properties></tds:RelayOutputs></tds:GetRelayOutputsResponse>")
    device, server = opened({"GetNetworkInterfaces": network, "GetNTP": ntp, "GetRelayOutputs": relays,
                             "SetRelayOutputState": "<a/>", "SetSystemDateAndTime": "<a/>",
                             "SystemReboot": "<tds:SystemRebootResponse><tds:Message>in 30 s</tds:Message>"
                                             "</tds:SystemRebootResponse>"})
    assert device.network().mac == "aa:bb:cc:00:11:22"
    assert device.ntp() == ("time.lan",)
    assert [one.token for one in device.relays()] == ["r1"]
    device.set_relay("r1", True)
    assert ">active<" in server.heard[-1].body
    device.set_clock(datetime(2026, 11, 26, 3, 4, 5, tzinfo=UTC))
    assert "<tt:Hour>3</tt:Hour>" in server.said("SetSystemDateAndTime")[-1].body
    device.set_clock("ntp")
    assert ">NTP<" in server.said("SetSystemDateAndTime")[-1].body
    assert device.reboot() == "in 30 s"


@pytest.mark.parametrize(("text", "value"), [
    ("PT1S", 1.0), ("PT1M30.5S", 90.5), ("P1DT1H", 90_000.0), ("PT", None), ("P1Y", None), ("", None), ("PT1S;x", None),
])  # fmt: skip
def test_durations(text: str, value: float | None) -> None:
    assert spaces.seconds(text) == value


def test_a_device_that_is_closed_is_of_no_more_use(opened: Open) -> None:
    device, server = opened()
    device.close()
    assert refusal(lambda: device.stop("main")).fault is OnvifFault.CLOSED
    assert server.heard[-1].operation != "Stop"


def test_no_login_is_learnt_where_none_is_asked_for(opened: Open) -> None:
    device, server = opened()
    assert device.report().scheme is AuthScheme.NONE
    assert not server.logins()
