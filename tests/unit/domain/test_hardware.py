"""Who is given one of the few decoders of a graphics device."""

from __future__ import annotations

from safecity_console.domain.hardware import (
    AUTO_PIXELS,
    DecodeMode,
    DecodeRules,
    DeviceClaim,
    DeviceFinding,
    DeviceState,
    share,
    working_devices,
)

BIG, SMALL = 1920 * 1080, 640 * 360


def claim(name: str, *, pixels: int = BIG, kind: str = "cuda", prominent: bool = False,
          holds: bool = False) -> DeviceClaim:
    return DeviceClaim(name, kind, pixels, prominent, holds)


def rules(mode: DecodeMode = DecodeMode.HARDWARE, most: int = 2) -> DecodeRules:
    return DecodeRules(mode, most, {"h264": ("cuda",)})


def test_prominent_first_then_who_has_one_then_the_larger() -> None:
    claims = [claim("a"), claim("b", pixels=SMALL), claim("c", holds=True), claim("d", prominent=True)]
    assert set(share(claims, rules())) == {"d", "c"}
    assert set(share(claims, rules(most=3))) == {"d", "c", "a"}
    assert share(claims, rules(most=9)) == dict.fromkeys("abcd", "cuda")


def test_first_come_keeps_its_place_among_equals() -> None:
    assert list(share([claim("x"), claim("y"), claim("z")], rules())) == ["x", "y"]
    assert set(share([claim("x"), claim("y", holds=True), claim("z", holds=True)], rules())) == {"y", "z"}


def test_automatic_leaves_small_pictures_to_the_processor() -> None:
    claims = [claim("small", pixels=SMALL, prominent=True), claim("just", pixels=AUTO_PIXELS)]
    assert share(claims, rules(DecodeMode.AUTO)) == {"just": "cuda"}
    assert set(share(claims, rules(DecodeMode.HARDWARE))) == {"small", "just"}


def test_processor_means_processor_and_without_a_kind_nothing_is_given() -> None:
    assert share([claim("a", prominent=True)], rules(DecodeMode.PROCESSOR)) == {}
    assert share([claim("a", kind="")], rules()) == {}
    assert share([claim("a")], rules(most=0)) == {}


def test_only_kinds_that_work_count_by_codec_in_the_order_found() -> None:
    found = [
        DeviceFinding("d3d11va", "h264", DeviceState.WORKS), DeviceFinding("d3d11va", "hevc", DeviceState.NO_DECODER),
        DeviceFinding("cuda", "h264", DeviceState.WORKS), DeviceFinding("cuda", "hevc", DeviceState.WORKS),
        DeviceFinding("qsv", "h264", DeviceState.WRONG_PICTURE), DeviceFinding("amf", "h264", DeviceState.HUNG),
    ]
    assert working_devices(found) == {"h264": ("d3d11va", "cuda"), "hevc": ("cuda",)}
    assert working_devices([]) == {}
