"""Each fault does what it says, as a foreign client meets it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest

from safecity_console.simulator.clips import Codec
from safecity_console.simulator.district import District, DistrictError
from safecity_console.simulator.faults import FaultGrammarError

Serve = Callable[..., District]
Watch = Callable[..., object]
Until = Callable[[Callable[[], bool], float], None]


def at_once(*looks: Callable[[], object]) -> list[object]:
    """Watch several cameras side by side: a client mostly waits."""
    with ThreadPoolExecutor(len(looks)) as pool:
        return list(pool.map(lambda look: look(), looks))


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("refused", "ConnectionRefusedError"),
        ("wrong password", "HTTPUnauthorizedError"),
        ("path 404", "HTTPNotFoundError"),
        ("never answers", "InvalidDataError"),
        ("never sends", "TimeoutError"),
        ("garbage", "InvalidDataError"),
        ("garbage sdp", "HTTPOtherClientError"),
        ("no such host", "OSError"),
    ],
)
def test_dead_in_its_own_way(serve: Serve, watch: Watch, fault: str, error: str) -> None:
    district = serve(fault, own_ports=True, user="u", password="p")
    assert (".invalid:" in district.url(1)) == (fault == "no such host")
    seen = watch(district.url(1), login="u:p")
    assert (seen.error, seen.frames) == (error, 0)


def test_silent_camera_keeps_the_connection_open(serve: Serve, talk: Callable[..., object]) -> None:
    district = serve("never answers", own_ports=True)
    with pytest.raises(TimeoutError):
        talk(district.url(1), "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n", b"RTSP")
    assert district.clients() == {1: 1}


def test_frozen_repeats_one_picture_with_rising_times(serve: Serve, watch: Watch) -> None:
    district = serve("frozen after 1s")
    seen = watch(district.url(1), seconds=1.2)
    assert len(seen.pictures) > 5
    time.sleep(1.0)
    for seen in at_once(*[lambda: watch(district.url(1), seconds=1.5)] * 2):
        assert seen.frames > 15
        assert len(seen.pictures) == 1
        assert set(np.diff(seen.pts).tolist()) == {6000}
    last = [watch(district.url(1), frames=1).last for _ in range(2)]
    assert np.array_equal(*last)  # whoever comes sees the same picture


def _sharpness(picture: np.ndarray) -> float:
    return float(cv2.Laplacian(picture, cv2.CV_64F).var())


def test_out_of_focus_and_covered(serve: Serve, watch: Watch) -> None:
    healthy, soft, dark = (watch(serve(fault).url(1), frames=5).last for fault in ("", "defocus", "covered"))
    assert _sharpness(soft) < 0.05 * _sharpness(healthy)
    assert abs(float(soft.mean()) - float(healthy.mean())) < 12
    assert float(np.median(dark)) < 60
    assert float(dark[:, :280].std()) < 12 < float(healthy.std())


def test_impairment_comes_while_watching(serve: Serve, watch: Watch) -> None:
    district = serve()
    before = watch(district.url(1), frames=3).last
    seen: list[np.ndarray] = []
    client = threading.Thread(target=lambda: seen.append(watch(district.url(1), seconds=4.0).last))
    client.start()
    time.sleep(0.5)
    district.set_fault(1, "defocus")
    client.join()
    assert _sharpness(seen[0]) < 0.05 * _sharpness(before)
    district.clear_fault(1)
    assert _sharpness(watch(district.url(1), frames=3).last) > 0.5 * _sharpness(before)


@pytest.mark.parametrize("transport", ["tcp", "udp"])
def test_loss_takes_packets_not_the_stream(serve: Serve, watch: Watch, transport: str) -> None:
    healthy, district = serve(), serve("loss 10%")
    # Which packets are lost is chance: a whole key frame may be among them for some seconds, so it is watched again.
    for _ in range(6):
        whole, seen = at_once(*(lambda one=one: watch(one.url(1), seconds=3, transport=transport)
                                for one in (healthy, district)))
        assert (seen.error, seen.ended) == ("", False)
        if seen.frames > 0:
            break
    assert seen.frames > 0
    assert len(seen.pictures - whole.pictures) > 0 or seen.frames < whole.frames


@pytest.mark.parametrize("fault", ["corrupt 30%", "bad packets 20%"])
def test_damage_is_felt_and_the_server_lives(serve: Serve, watch: Watch, fault: str) -> None:
    district = serve(fault)
    whole, seen = at_once(*(lambda one=one: watch(one.url(1), seconds=2.2) for one in (serve(), district)))
    assert seen.pictures != whole.pictures
    district.clear_fault(1)
    assert watch(district.url(1), seconds=1.0).error == ""


def test_dies_and_returns(serve: Serve, watch: Watch, wait_until: Until) -> None:
    district = serve("dies at 1s, returns at 2s", own_ports=True)
    seen = watch(district.url(1), seconds=5)
    assert seen.frames > 5
    assert seen.ended or seen.error
    assert seen.seconds < 1.5
    assert watch(district.url(1)).error == "ConnectionRefusedError"
    wait_until(lambda: watch(district.url(1), frames=1).error == "", 3.0)


def test_stall_keeps_the_connection_and_goes_on_after(serve: Serve, watch: Watch) -> None:
    for_a_while, for_good = serve("stall at 0.6s for 1s"), serve("stall after 0.6s")
    seen, ended = at_once(lambda: watch(for_a_while.url(1), seconds=2.6), lambda: watch(for_good.url(1), seconds=6))
    assert (seen.error, seen.ended) == ("", False)
    steps = np.diff(seen.pts)
    assert steps.max() > 0.7 * 90_000  # the gap is in the timestamps too
    assert steps.min() > 0
    assert ended.error == "TimeoutError"


def test_drops_each_connection_after_its_time(serve: Serve, watch: Watch) -> None:
    district = serve("drop every 1s", own_ports=True)
    for _ in range(2):
        seen = watch(district.url(1), seconds=4)
        assert 0.8 < seen.seconds < 1.6
        assert seen.frames > 5


def test_zero_fps_is_one_picture_and_a_zero_in_the_sdp(serve: Serve, watch: Watch, talk: Callable[..., object]) -> None:
    district = serve("zero fps")
    seen = watch(district.url(1), seconds=4)
    assert (seen.frames, seen.error) == (1, "TimeoutError")
    said, _ = talk(district.url(1), f"DESCRIBE {district.url(1)} RTSP/1.0\r\nCSeq: 1\r\n\r\n", b"control")
    assert b"a=framerate:0\r\n" in said


def test_long_gop_has_one_key_frame(serve: Serve, watch: Watch) -> None:
    long, usual = at_once(*(lambda one=one: watch(one.url(1), seconds=2.6) for one in (serve("gop 30s"), serve())))
    assert (long.keys, usual.keys) == (1, 3)


def test_resolution_changes_in_band(serve: Serve, watch: Watch) -> None:
    seen = watch(serve("resolution change at 0.5s").url(1), seconds=3)
    assert seen.sizes == {(320, 192), (160, 96)}
    assert (seen.error, seen.ended) == ("", False)


def test_codec_changes_and_is_described_anew(serve: Serve, watch: Watch) -> None:
    district = serve("codec change at 0.7s")
    assert watch(district.url(1), frames=2).codec == Codec.H264.value
    # The old payload type falls silent while another's packets keep coming: libavformat's own socket timeout never
    # strikes then, only a deadline on the whole read does.
    seen = watch(district.url(1), seconds=6, patience_s=2.0)
    assert 2 < seen.seconds < 6
    assert seen.ended or seen.error
    assert watch(district.url(1), frames=2).codec == Codec.H265.value


def test_timestamps_jump_back_once(serve: Serve, watch: Watch) -> None:
    steps = np.diff(watch(serve("timestamps back at 0.8s").url(1), seconds=2).pts)
    assert (steps < 0).sum() == 1
    assert steps.min() == 6000 - 900_000


def test_faults_by_hand_and_by_a_bad_word(serve: Serve, watch: Watch) -> None:
    district = serve(count=2)
    with pytest.raises(FaultGrammarError):
        district.set_fault(1, "stal")
    district.set_fault(1, "path 404")
    assert watch(district.url(1), frames=1).error == "HTTPNotFoundError"
    assert watch(district.url(2), frames=1).error == ""
    district.stop()
    with pytest.raises(DistrictError):
        district.set_fault(1, "stall")
