"""Runs two_screens.py in a process that has two screens: Qt's offscreen platform takes them from a file, once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCREENS = [
    {"name": "DP-1", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "HDMI-2", "x": 1920, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96,
     "dpr": 1},
]


@pytest.mark.timeout(300)
def test_everything_about_two_screens(tmp_path: Path) -> None:
    setup, report = tmp_path / "screens.json", tmp_path / "report.xml"
    setup.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={setup}"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--junit-xml={report}",
         str(HERE / "two_screens.py")],
        cwd=HERE.parents[2], env=environment, capture_output=True, text=True, timeout=280, stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    cases = list(ElementTree.parse(report).getroot().iter("testcase"))
    assert len(cases) > 10, "they were really run"
