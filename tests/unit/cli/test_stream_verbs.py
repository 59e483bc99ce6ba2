"""The verbs that touch streams or draw, as processes: their fields, their exit statuses, their orderly end.

`demo --serve-only` and the demo without a display as a whole are in tests/e2e/; here stand their edges.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtGui import QImage

from safecity_console.cli.main import main
from safecity_console.simulator.district import simple_district
from tests.fakes import footage

Run = Callable[..., subprocess.CompletedProcess[str]]
BENCH_FIELDS = {
    "tiles", "seconds", "frames_in", "frames_decoded", "frames_shown", "shown_fps", "cpu_cores", "decode_only_cores",
    "overhead_ratio", "ui_late_ms", "first_picture_ms", "rss_mb", "reduced_tiles",
}  # fmt: skip


def headless() -> dict[str, str]:
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {key: value for key, value in os.environ.items() if key not in without}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a verb headless: `run("doctor", "--json")`."""

    def start(*words: str, timeout_s: float = 90.0) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "safecity_console", *words], cwd=tmp_path, env=headless(),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout_s, check=False,
        )  # fmt: skip

    return start


ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
def test_bench_gives_its_fields_and_true_figures(run: Run, tmp_path: Path) -> None:
    clip = footage.write(tmp_path / "clip.mp4", size=(640, 360))
    with simple_district(2, clip=clip) as district:
        words = [word for number in (1, 2) for word in ("--url", district.url(number))]
        done = run("wall", "bench", *words, "--tiles", "2", "--seconds", "2", "--size", "1280x720", "--json")
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout)
    assert set(told) >= BENCH_FIELDS
    assert told["tiles"] == 2
    assert told["seconds"] == pytest.approx(2.0, abs=0.5)
    # The counts are read one after the other while the streams run on: a few frames may stand in one only.
    assert told["frames_in"] + 6 >= told["frames_decoded"]
    assert told["frames_decoded"] + 6 >= told["frames_shown"] > 0
    assert told["frames_in"] == pytest.approx(2 * 15 * told["seconds"], rel=0.3)
    assert set(told["shown_fps"]) >= {"min", "median"}
    assert 0 < told["shown_fps"]["min"] <= told["shown_fps"]["median"] < 17
    assert told["cpu_cores"] > 0
    assert told["decode_only_cores"] > 0
    assert told["overhead_ratio"] == pytest.approx(told["cpu_cores"] / told["decode_only_cores"], rel=0.05)
    assert set(told["ui_late_ms"]) >= {"p50", "p99", "max"}
    assert 0 <= told["ui_late_ms"]["p50"] <= told["ui_late_ms"]["p99"] <= told["ui_late_ms"]["max"]
    assert 0 < told["first_picture_ms"]["median"] <= told["first_picture_ms"]["max"]
    assert told["rss_mb"] > 20


@pytest.mark.parametrize(("page", "size"), [("wall", "1280x720"), ("settings", "1024x768")])
def test_shot_writes_a_picture_of_the_size_asked(
    run: Run, tmp_path: Path, data_folder: Path, page: str, size: str
) -> None:
    out = tmp_path / "new" / "shot.png"
    done = run("shot", page, "--out", str(out), "--size", size, "--after", "0.5", "--data", str(data_folder), "--json")
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert (told["page"], told["size"], told["seconds"]) == (page, size, 0.5)
    image = QImage(str(out))
    assert f"{image.width()}x{image.height()}" == size


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("shot", "nowhere", "--out", "x.png"), 1),
        (("shot", "wall", "--out", "x.png", "--size", "wide"), 1),
        (("shot", "wall", "--out", "x.png", "--size", "1x1"), 1),
        (("shot", "wall", "--out", "/proc/none/x.png"), 1),
        (("shot", "wall"), 2),
        (("shot", "wall", "--out", "x.png", "--lang", "fr"), 2),
        (("wall", "bench", "--url", "rtsp://127.0.0.1:9/x", "--tiles", "65"), 1),
        (("wall", "bench"), 2),
        (("wall",), 2),
        (("demo", "--cameras", "0"), 1),
        (("demo", "--cameras", "31"), 1),
        (("camera", "probe", "99"), 1),
        (("camera", "probe", "gopher://x/"), 1),
        (("camera", "probe"), 2),
    ],
)
def test_refusals_are_one_sentence_and_status_one_wrong_usage_is_two(
    data_folder: Path, words: tuple[str, ...], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        ended: object = main([*words, "--data", str(data_folder)])
    except SystemExit as wrong:
        ended = wrong.code
    said = capsys.readouterr()
    assert ended == status, said.err
    assert said.out == ""
    if status == 1:
        assert len(said.err.strip().splitlines()) == 1, said.err
        assert said.err.strip().endswith(".")


def test_without_a_display_the_console_says_so(run: Run, data_folder: Path) -> None:
    done = run("--data", str(data_folder))
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "shot" in done.stderr


def test_demo_keeps_its_hands_off_a_used_folder(run: Run, data_folder: Path) -> None:
    data_folder.mkdir()
    (data_folder / "theirs.txt").write_text("precious")
    done = run("demo", "--serve-only", "--json", "--data", str(data_folder))
    assert done.returncode == 1
    assert json.loads(done.stdout)["reason"] == "demo_folder_used"
    assert [p.name for p in data_folder.iterdir()] == ["theirs.txt"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_demo_serves_until_told_and_its_district_ends_with_it(data_folder: Path, number: signal.Signals) -> None:
    words = ["demo", "--serve-only", "--json", "--cameras", "3", "--data", str(data_folder)]
    process = subprocess.Popen(
        [sys.executable, "-m", "safecity_console", *words], env=headless(), cwd=ROOT,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        text = ""
        while not text.rstrip().endswith("\n}"):
            line = process.stdout.readline()
            assert line, process.stderr.read() if process.stderr else ""
            text += line
        told = json.loads(text)
        assert {"data", "cameras", "officers"} <= set(told)
        fields = {"number", "name", "rtsp_url", "onvif_url", "user", "password", "state"}
        assert all(fields <= set(row) for row in told["cameras"])
        assert len(told["cameras"]) == 3
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        assert not any(told["cameras"][0]["password"] in " ".join(c.cmdline()) for c in children)
        process.send_signal(number)
        assert process.wait(10.0) == 0
        until_s = time.monotonic() + 5.0
        while any(child.is_running() for child in children) and time.monotonic() < until_s:
            time.sleep(0.05)
        assert not [child for child in children if child.is_running()]
    finally:
        process.kill()
        process.communicate()


def test_doctor_has_a_remedy_for_what_lacks_and_tells_of_graphics(run: Run, data_folder: Path) -> None:
    done = run("doctor", "--json", "--data", str(data_folder))
    told = json.loads(done.stdout)
    assert done.returncode == (0 if told["ok"] else 1)
    checks = {check["name"]: check for check in told["checks"]}
    assert {"python", "codecs", "disk", "clock", "display", "keyring", "libvlc", "joystick"} <= set(checks)
    assert len(checks) == len(told["checks"])
    for check in told["checks"]:
        assert set(check) >= {"name", "ok", "detail", "remedy"}
        assert check["detail"]
        assert check["ok"] or check["remedy"]
    assert not checks["display"]["ok"], "this test has no display"
    assert checks["decoding"]["ok"], "the processor decodes anyway"
    assert "cuda" in checks["decoding"]["detail"]
    assert checks["renderer"]["detail"] == "no display in this session; not asked"
