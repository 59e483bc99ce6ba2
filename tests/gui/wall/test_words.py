"""Every state of a camera has words an officer understands."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from safecity_console.domain.camera import Camera, StreamProfile, StreamRole
from safecity_console.domain.governor import Reduction
from safecity_console.domain.health import PictureFault
from safecity_console.domain.stream import Failure, Fault, Layer, StreamState, StreamStatus
from safecity_console.domain.watch import CameraWatch, Condition, StreamFacts
from safecity_console.ui.wall import words
from safecity_console.ui.wall.words import (
    Face,
    Moment,
    fault_sentence,
    picture_fault_word,
    port_of,
    slowed_badge,
    spoken_words,
    tile_words,
)
from tests.gui.doubles import START

CAMERA = Camera("id", 4, "DHQ Hospital Gate", profiles=(StreamProfile(StreamRole.SUB, "rtsp://10.0.0.4/sub"),))
NOW = Moment(START, 1000.0, ZoneInfo("Asia/Karachi"), "en")
PLAIN = str.maketrans("", "", "\u2066\u2069")


def watch(condition: Condition, state: StreamState = StreamState.LIVE, **given: object) -> CameraWatch:
    status = StreamStatus(state, lag_s=float(given.pop("lag_s", 0.0)), retry_at_s=given.pop("retry_at_s", None),
                          failures=int(given.pop("failures", 1)))
    since = given.pop("since", START - timedelta(days=2))
    return CameraWatch("id", 4, "DHQ Hospital Gate", condition, since, status, **given)


@pytest.mark.parametrize("layer", list(Layer))
@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_a_plain_sentence(fault: Fault, layer: Layer) -> None:
    said = fault_sentence(Failure(layer, fault, "rtsp://root:secret@10.0.0.4 errno 111"), 554, 1)
    assert len(said) > 8
    assert said[0].isupper()
    assert fault.value not in said
    assert "secret" not in said
    assert "10.0.0.4" not in said


def test_the_sentences_tell_faults_apart() -> None:
    assert len({fault_sentence(Failure(Layer.RTSP, f)) for f in Fault}) == len(Fault)


def test_sentences_carry_port_and_count() -> None:
    refused = fault_sentence(Failure(Layer.PORT, Fault.PORT_REFUSED), 8554)
    assert refused.translate(PLAIN) == "Nothing listens on its port 8554"
    dropped = fault_sentence(Failure(Layer.FIRST_PACKET, Fault.CLOSED), 554, 7)
    assert dropped.translate(PLAIN) == "Drops the connection again and again (7 times)"


@pytest.mark.parametrize("fault", list(PictureFault))
def test_every_picture_fault_stands_on_the_amber_strip(fault: PictureFault) -> None:
    since = START - timedelta(minutes=14)
    said = tile_words(watch(Condition.IMPAIRED, picture_fault=fault, picture_since=since), CAMERA, NOW, 0.1)
    assert said.face is Face.PICTURE
    assert said.strip == picture_fault_word(fault)
    assert said.strip_more.translate(PLAIN) == "14 min"
    assert said.amber


@pytest.mark.parametrize("condition", list(Condition))
@pytest.mark.parametrize("age_s", [None, 0.1, 3.0, 500.0])
def test_every_condition_says_something(condition: Condition, age_s: float | None) -> None:
    said = tile_words(watch(condition, failure=Failure(Layer.PORT, Fault.PORT_TIMEOUT)), CAMERA, NOW, age_s)
    assert said.short
    assert said.title or said.strip or (said.face is Face.PICTURE and age_s is not None and age_s < 1)


@pytest.mark.parametrize("condition", [Condition.LIVE, Condition.LATE, Condition.IMPAIRED])
def test_an_old_picture_never_looks_live(condition: Condition) -> None:
    said = tile_words(watch(condition, picture_fault=PictureFault.DEFOCUS), CAMERA, NOW, 3.0)
    assert said.muted
    assert said.amber
    assert said.strip.translate(PLAIN) == "No picture for 3.0 s"


def test_late_says_how_far_behind() -> None:
    said = tile_words(watch(Condition.LATE, StreamState.LATE, lag_s=1.84), CAMERA, NOW, 0.05)
    assert said.strip.translate(PLAIN) == "1.8 s behind"
    assert said.muted


def test_a_frozen_picture_is_muted_and_an_unsharp_one_is_not() -> None:
    frozen = tile_words(watch(Condition.IMPAIRED, picture_fault=PictureFault.FROZEN), CAMERA, NOW, 0.1)
    unsharp = tile_words(watch(Condition.IMPAIRED, picture_fault=PictureFault.DEFOCUS), CAMERA, NOW, 0.1)
    assert frozen.muted
    assert not unsharp.muted


def test_offline_says_since_when_why_and_when_it_is_tried_again() -> None:
    failure = Failure(Layer.PORT, Fault.PORT_TIMEOUT)
    down = watch(Condition.OFFLINE, StreamState.BACKOFF, failure=failure, retry_at_s=1007.6)
    said = tile_words(down, CAMERA, NOW, 0.1)
    assert said.face is Face.CARD
    assert said.title == "Offline"
    assert said.one_line.translate(PLAIN) == "since 20 Nov 15:42:07 · No answer on port 554"
    assert said.countdown.translate(PLAIN) == "next try in 8 s"
    assert said.amber


@pytest.mark.parametrize(("state", "said"), [
    (StreamState.CONNECTING, "trying now"), (StreamState.QUEUED, "waits for its turn to try"),
    (StreamState.LIVE, "answers now; waiting whether it holds"),
])
def test_the_countdown_says_what_happens_instead(state: StreamState, said: str) -> None:
    assert words.countdown(watch(Condition.OFFLINE, state), 1000.0) == said


def test_a_wrong_password_is_not_tried_again() -> None:
    said = tile_words(watch(Condition.REFUSED, StreamState.REFUSED), CAMERA, NOW, None)
    assert said.title == "Wrong password"
    assert said.lines[0] == "Not tried again until the login is changed (cameras lock accounts)"
    assert not said.countdown


@pytest.mark.parametrize(("url", "port"), [
    ("rtsp://10.0.0.4/sub", 554), ("rtsp://10.0.0.4:8554/x", 8554), ("rtsps://h/x", 322), ("http://h/x", 80),
    ("file:///tmp/x.mp4", None), ("rtsp://h:99999999/x", None),
])
def test_the_port_is_the_one_that_is_asked(url: str, port: int | None) -> None:
    assert port_of(Camera("id", 1, "x", profiles=(StreamProfile(StreamRole.MAIN, url),))) == port


def test_the_badge_names_the_device_that_decodes() -> None:
    plain = "".join(c for c in words.stream_badge(StreamRole.MAIN, "h264") if c.isprintable())
    device = "".join(c for c in words.stream_badge(StreamRole.SUB, "hevc", "d3d11va") if c.isprintable())
    assert (plain, device) == ("main · H264", "sub · HEVC · D3D11VA")


@pytest.mark.parametrize(("level", "fps", "said"), [
    (Reduction.NONE, 15, ""),
    (Reduction.SMALL, 15, "slowed: small stream"),
    (Reduction.SLOWER, 8, "slowed: 8 fps"),
    (Reduction.SLOWER, None, "slowed"),
    (Reduction.HALF, 6, "slowed: 6 fps"),
    (Reduction.FEW, 0, "slowed: a picture every 2 s"),
    (Reduction.KEYS, 1, "slowed: a picture every 2 s"),
])
def test_a_slowed_tile_says_what_it_still_shows(level: Reduction, fps: int | None, said: str) -> None:
    assert slowed_badge(level, fps, 2.0).translate(PLAIN) == said


def test_each_step_of_reduction_has_words() -> None:
    assert all(slowed_badge(level, 5, 0.0) for level in Reduction if level)


def test_a_tile_of_key_frames_is_missing_only_when_those_fail_to_come() -> None:
    facts = StreamFacts(key_every_s=4.0)
    slowed = watch(Condition.LIVE, reduction=Reduction.KEYS, facts=facts)
    assert tile_words(slowed, CAMERA, NOW, 4.4).strip == ""
    assert "No picture" in tile_words(slowed, CAMERA, NOW, 5.1).strip
    whole = watch(Condition.LIVE, facts=facts)
    assert "No picture" in tile_words(whole, CAMERA, NOW, 2.1).strip


def test_a_screen_reader_hears_that_a_tile_is_slowed() -> None:
    live = tile_words(watch(Condition.LIVE), CAMERA, NOW, 0.1)
    assert spoken_words("04", "Gate", live, "slowed: 8 fps").endswith("slowed: 8 fps")
