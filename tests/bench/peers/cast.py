"""Who takes part: the console, the floor and the peers, each with the Python that can run it.

Belongs here: names, modules, environments, what is missing on this machine. Does not belong here: running them
(stage.py).
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OURS = Path(sys.executable)
THEIRS = ROOT / ".venv-peers" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Player:
    """One that takes part: `module` of players/, run by `python`."""

    name: str
    module: str
    python: Path
    needs: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)

    def missing(self) -> str:
        """Say what it lacks here, empty where nothing."""
        if not self.python.exists():
            return "not set up: make bench-peers"
        if self.module == "mpv" and shutil.which("mpv") is None:
            return "mpv is not installed"
        for name in self.needs:
            if self.python == OURS:
                found = importlib.util.find_spec(name) is not None
            else:
                code = f"import {name}"
                found = subprocess.run([self.python, "-c", code], capture_output=True, timeout=60, check=False,
                                       stdin=subprocess.DEVNULL).returncode == 0
            if not found:
                return f"{name} is not installed"
        return ""


CONSOLE = Player("SafeCity Console", "console", OURS)
FLOOR = Player("bare decode", "floor", OURS)
PEERS = (
    Player("QMediaPlayer", "qmediaplayer", THEIRS, ("PySide6.QtMultimedia",),
           {"QT_FFMPEG_DECODING_HW_DEVICE_TYPES": ",", "QT_LOGGING_RULES": "*=false"}),
    Player("OpenCV", "opencv", OURS, ("cv2",),
           {"OPENCV_FFMPEG_CAPTURE_OPTIONS": "rtsp_transport;tcp|probesize;2048|analyzeduration;0",
            "OPENCV_FFMPEG_THREADS": "1", "OPENCV_FFMPEG_LOGLEVEL": "-8"}),
    Player("libVLC", "libvlc", THEIRS, ("PySide6.QtWidgets", "vlc")),
    Player("mpv", "mpv", OURS),
    Player("GStreamer", "gstreamer", THEIRS, ("PySide6.QtWidgets", "gi")),
)
