"""Footage made for tests: moving pictures in any codec, with the properties a test asks for.

Belongs here: making files and packets. Does not belong here: serving (simulator), scripted sockets (scripted.py).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.frame import VideoFrame

WIDTH, HEIGHT, FPS, COUNT, GOP = 320, 192, 15, 30, 15
ENCODERS = {"h264": "libx264", "hevc": "libx265", "mjpeg": "mjpeg"}


def pictures(count: int = COUNT, width: int = WIDTH, height: int = HEIGHT) -> Iterator[np.ndarray[Any, Any]]:
    """Give BGR pictures of a bright box crossing a noisy ground."""
    rng = np.random.default_rng(7)
    ground = rng.integers(60, 190, (height, width, 3), dtype=np.uint8)
    for number in range(count):
        picture = ground.copy()
        left = number * 8 % max(1, width - 60)
        picture[height // 3 : height * 2 // 3, left : left + 60] = (30, 200, 240)
        yield picture


def encode(codec: str = "h264", *, count: int = COUNT, size: tuple[int, int] = (WIDTH, HEIGHT), fps: int = FPS,
           gop: int = GOP, b_frames: int = 0, pixel_aspect: Fraction | None = None) -> bytes:
    """Give an MP4 file's bytes."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream: Any = container.add_stream(ENCODERS[codec], rate=fps)
        stream.width, stream.height = size
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.codec_context.thread_count = 1
        if codec == "mjpeg":
            stream.options = {"huffman": "default"}
        else:
            stream.codec_context.gop_size = gop
            stream.options = {"preset": "ultrafast", "crf": "28", "forced-idr": "1"}
            if codec == "h264":
                stream.options |= {"x264-params": f"scenecut=0:bframes={b_frames}:b-adapt=0:keyint={gop}"}
            else:
                wishes = f"log-level=none:bframes={b_frames}:scenecut=0:keyint={gop}:pools=none"
                stream.options |= {"x265-params": wishes}
        if pixel_aspect is not None:
            stream.codec_context.sample_aspect_ratio = pixel_aspect
        for number, picture in enumerate(pictures(count, *size)):
            frame = VideoFrame.from_ndarray(picture, format="bgr24").reformat(format=stream.pix_fmt)
            frame.pts, frame.time_base = number, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def write(path: Path, codec: str = "h264", **wishes: Any) -> Path:
    """Write an MP4 file and give its path."""
    path.write_bytes(encode(codec, **wishes))
    return path


def packets(data: bytes) -> list[Any]:
    """Give the packets of a file with something in them."""
    with av.open(io.BytesIO(data)) as container:
        return [packet for packet in container.demux(video=0) if packet.size]
