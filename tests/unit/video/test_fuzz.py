"""Hostile packets and files: the interpreter survives them, in a child process that would take nobody along."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
COUNT, SEED = 2500, 20261123


@pytest.mark.parametrize("codec", ["h264", "hevc", "mjpeg"])
def test_the_interpreter_survives_mutated_packets_and_files(codec: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fakes.fuzz_decode", codec, str(COUNT), str(SEED)],
        cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"killed by {done.returncode}: {done.stderr[-2000:]}"
    told = json.loads(done.stdout)
    # It really was fed, it really was damaged, and pictures came out all the same.
    assert told["packets"] > 0.95 * COUNT
    assert told["bad"] > 0.05 * COUNT
    assert told["decoded"] > 50
    assert told["scaled"] > 20
    assert told["files_opened"] > 30
