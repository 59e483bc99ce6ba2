"""mpv: a process a stream, each a window of its own at the tile's place, told by its control socket what to play.

Given its best: --vo=x11 with the fast scaler, no cache, one decoder thread, RTSP over TCP, and its low-latency profile
but for fflags=nobuffer, which throws away the key frame read while probing and costs a whole GOP.
"""

from __future__ import annotations

import json
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from tests.bench.peers.players.orders import END, Orders, Show, answer

OPTIONS = ("--no-config", "--idle=yes", "--force-window=yes", "--no-terminal", "--vo=x11", "--profile=sw-fast",
           "--hwdec=no", "--no-audio", "--no-border", "--osc=no", "--osd-level=0", "--keepaspect=no", "--cache=no",
           "--no-input-default-bindings", "--input-vo-keyboard=no", "--rtsp-transport=tcp", "--untimed",
           "--audio-buffer=0", "--vd-lavc-threads=1", "--cache-pause=no", "--demuxer-lavf-probe-info=nostreams",
           "--demuxer-lavf-analyzeduration=0", "--demuxer-lavf-probesize=2048", "--video-sync=audio",
           "--interpolation=no", "--video-latency-hacks=yes", "--stream-buffer-size=4k", "--demuxer-thread=no")
START_S = 15.0


def main() -> None:
    """Show the streams."""
    show = Show.from_arguments()
    orders = Orders()
    with tempfile.TemporaryDirectory() as folder:
        controls = [Path(folder) / f"mpv{i}" for i in range(len(show.urls))]
        programs = [_start(control, rect) for control, rect in zip(controls, show.rects, strict=True)]
        try:
            lines = [_connect(control) for control in controls]
            answer(ready=True, rects=show.rects)
            while (word := orders.wait()) != END:
                if word == "go":
                    for line, url in zip(lines, show.urls, strict=True):
                        line.sendall(json.dumps({"command": ["loadfile", url]}).encode() + b"\n")
                elif word == "tell":
                    answer(late_p99=None)
        finally:
            for program in programs:
                program.kill()
            for program in programs:
                program.wait()


def _start(control: Path, rect: tuple[int, int, int, int]) -> subprocess.Popen[bytes]:
    x, y, width, height = rect
    return subprocess.Popen(["mpv", *OPTIONS, f"--geometry={width}x{height}+{x}+{y}",
                             f"--input-ipc-server={control}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def _connect(control: Path) -> socket.socket:
    until_s = time.monotonic() + START_S
    while True:
        try:
            line = socket.socket(socket.AF_UNIX)
            line.connect(str(control))
            return line
        except OSError:
            if time.monotonic() > until_s:
                raise
            time.sleep(0.05)


if __name__ == "__main__":
    main()
