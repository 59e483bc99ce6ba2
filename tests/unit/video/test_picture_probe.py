"""The picture probe on the demo's own clips, on made pictures, and (where they stand beside) on recorded faults."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import av
import numpy as np
import pytest

from safecity_console.core.resources import resource_path
from safecity_console.domain.health import PictureCondition, PictureFault, judge
from safecity_console.simulator.mirpur import mirpur_cameras
from safecity_console.video.picture_probe import PictureProbe

FAULTS = Path(__file__).resolve().parents[4] / "shared" / "media" / "faults"
# Kinds gross enough to be named without a stored reference of the view. The recorded freeze lies behind a running clock
# and was encoded again, so no two of its pictures are equal; a camera whose encoder repeats itself is what we call
# frozen.
GROSS = {"black": PictureFault.BLACK, "cover": PictureFault.COVERED, "defocus": PictureFault.DEFOCUS}
HOLD_S = 3.0  # the recorded faults last six seconds


def lumas(path: Path, every_s: float) -> list[tuple[float, np.ndarray]]:
    """Give time and luma of a clip's pictures, thinned out."""
    found: list[tuple[float, np.ndarray]] = []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            if not found or frame.time - found[-1][0] >= every_s - 0.001:
                plane = frame.planes[0]
                rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
                found.append((frame.time, rows[: frame.height, : frame.width].copy()))
    return found


def named(path: Path, every_s: float = 1.0, hold_s: float = 0.0) -> Counter[PictureFault | None]:
    """Give how often each fault stood in the condition."""
    probe, condition, said = PictureProbe(), PictureCondition(), Counter()
    for at_s, luma in lumas(path, every_s):
        condition = judge(condition, probe.read(luma), at_s, hold_s)
        said[condition.fault] += 1
    return said


CLIPS = sorted({c.sub.clip for c in mirpur_cameras()} | {c.main.clip for c in mirpur_cameras()})


@pytest.mark.parametrize("clip", [c for c in CLIPS if "_sub" in c.name], ids=lambda c: c.stem)
def test_silent_on_every_normal_clip(clip: Path) -> None:
    assert len(CLIPS) == 18
    assert set(named(clip)) == {None}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("stadium_sub.covered.mp4", PictureFault.COVERED),
        ("stadium_main.covered.mp4", PictureFault.COVERED),
        ("school_sub.defocus.mp4", PictureFault.DEFOCUS),
        ("school_main.defocus.mp4", PictureFault.DEFOCUS),
    ],
)
def test_names_the_impaired_clips(name: str, fault: PictureFault) -> None:
    said = named(resource_path("demo", name), every_s=2.0)
    assert set(said) <= {None, fault}, "nothing else is named"
    assert said[None] <= 1, "from the second reading on it stands"
    assert said[fault] >= 4


def test_covering_is_seen_against_the_usual_view_and_ends_with_it() -> None:
    probe = PictureProbe()
    clear = [luma for _, luma in lumas(resource_path("demo", "stadium_sub.mp4"), 2.0)]
    dark = lumas(resource_path("demo", "stadium_sub.covered.mp4"), 2.0)[0][1]
    assert [probe.read(luma).fault for luma in clear] == [None] * len(clear)
    assert probe.read(dark).fault is PictureFault.COVERED
    assert probe.read(clear[0]).fault is None


def test_frozen_is_exact_equality_and_never_small_change() -> None:
    rng = np.random.default_rng(3)
    luma = rng.integers(40, 200, (180, 320), dtype=np.uint8)
    probe = PictureProbe()
    assert probe.read(luma).fault is None
    assert probe.read(luma.copy()).fault is PictureFault.FROZEN
    moved = luma.copy()
    moved[90, 160] += 1
    assert probe.read(moved).fault is None
    probe.read(luma)
    probe.forget()
    assert probe.read(luma).fault is None, "the first picture after a reconnect is compared with none"


def test_black_and_a_dark_night_are_two_things() -> None:
    rng = np.random.default_rng(4)
    black = np.full((180, 320), 16, np.uint8) + rng.integers(0, 3, (180, 320), dtype=np.uint8)
    night = black.copy()
    night[60:80, 100:130] = 180  # a street lamp
    probe = PictureProbe()
    assert probe.read(black).fault is PictureFault.BLACK
    assert probe.read(night).fault is None


@pytest.mark.parametrize("shape", [(1, 1), (2, 2), (1, 4000), (4000, 1), (15, 39), (16, 40), (9, 16), (2160, 3840)])
@pytest.mark.parametrize("shade", [0, 16, 128, 255, None])
def test_never_raises_on_any_picture(shape: tuple[int, int], shade: int | None) -> None:
    rng = np.random.default_rng(5)
    luma = rng.integers(0, 256, shape, dtype=np.uint8) if shade is None else np.full(shape, shade, np.uint8)
    probe = PictureProbe()
    for _ in range(3):
        assert np.isfinite(probe.read(luma).score)


def _recorded() -> list[tuple[Path, dict]]:
    if not FAULTS.is_dir():
        return []
    return [
        (labels.parent / clip["file"], clip)
        for labels in sorted(FAULTS.glob("*/labels.json"))
        for clip in json.loads(labels.read_text())["clips"]
    ]


@pytest.mark.skipif(not FAULTS.is_dir(), reason="the recorded faults (../shared/media/faults) do not stand beside")
def test_recorded_faults_no_false_alarm_and_the_gross_ones_named() -> None:
    told = {path.name: set(named(path, 0.5, HOLD_S)) - {None} for path, _ in _recorded()}
    for path, clip in _recorded():
        if not clip["expect_alarm"]:
            assert not told[path.name], f"a false alarm on {path.name}: {told[path.name]}"
        elif clip["fault"] in GROSS:
            assert told[path.name] == {GROSS[clip["fault"]]}, path.name
