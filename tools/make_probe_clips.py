"""Make resources/probe/*.mp4: a few pictures a graphics device is tried with (video/device_child.py).

A drawn test pattern of our own, 320x192 (devices refuse very small pictures), eight pictures, no B frames.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame

OUT = Path(__file__).resolve().parent.parent / "resources" / "probe"
WIDTH, HEIGHT, COUNT = 320, 192, 8
ENCODERS = {"h264": ("libx264", {"preset": "medium", "crf": "26", "x264-params": "bframes=0:keyint=4:scenecut=0"}),
            "hevc": ("libx265", {"preset": "medium", "crf": "28",
                                 "x265-params": "log-level=none:bframes=0:keyint=4:scenecut=0:pools=none"})}


def picture(number: int) -> np.ndarray:
    """Draw colour fields under a moving bar."""
    across = np.linspace(0, 255, WIDTH)[None, :].repeat(HEIGHT, 0)
    down = np.linspace(255, 0, HEIGHT)[:, None].repeat(WIDTH, 1)
    drawn = np.stack([across, down, 255 - across], axis=2).astype(np.uint8)
    drawn[:, 20 + number * 30 : 50 + number * 30] = (240, 240, 240)
    return drawn


def make(codec: str) -> None:
    """Write one clip."""
    encoder, options = ENCODERS[codec]
    with av.open(str(OUT / f"{codec}.mp4"), "w") as container:
        stream = container.add_stream(encoder, rate=15, options=options)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(COUNT):
            frame = VideoFrame.from_ndarray(picture(number), format="rgb24").reformat(format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 15)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for name in ENCODERS:
        make(name)
