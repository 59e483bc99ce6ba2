"""Clips of the bench, encoded once from the demo's own footage: a small stream and a full one, as real cameras send
them.

Belongs here: encoding (x264 through PyAV, GOP 2 s, no B frames) into a cache folder. Does not belong here: serving,
measuring.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from safecity_console.core.resources import resource_path
from safecity_console.simulator.clock_strip import draw_clock_strip


def bench_clip(folder: Path, name: str, width: int, height: int, fps: int, kbit_s: int, seconds: int = 12,
               numbered: bool = False) -> Path:
    """Give a clip of real footage (campus, PETS 2009) at a size, rate and bit rate.

    In a numbered one each picture bears its number, from 1, as a strip along its top edge (simulator/clock_strip.py).
    """
    path = folder / f"{name}-{width}x{height}-{fps}-{kbit_s}{'-numbered' if numbered else ''}.mp4"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part.mp4")
    with av.open(str(unfinished), "w", format="mp4") as out:
        _encode(out.add_stream("libx264", rate=fps), out, (width, height, fps, kbit_s, seconds), numbered)
    unfinished.replace(path)
    return path


def _encode(stream: VideoStream, out: av.container.OutputContainer, shape: tuple[int, int, int, int, int],
            numbered: bool) -> None:
    width, height, fps, kbit_s, seconds = shape
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    stream.gop_size = fps * 2
    stream.options = {
        "preset": "veryfast",
        "bf": "0",
        "maxrate": f"{kbit_s}k",
        "bufsize": f"{kbit_s}k",
        "b": f"{kbit_s}k",
    }
    with av.open(str(resource_path("demo", "commercial_main.mp4"))) as source:
        count = 0
        while count < fps * seconds:
            source.seek(0)
            for frame in source.decode(video=0):
                scaled = frame.reformat(width, height, "yuv420p")
                if numbered:
                    scaled = _numbered(scaled, count + 1)
                scaled.pts, scaled.time_base = count, Fraction(1, fps)
                out.mux(stream.encode(scaled))
                count += 1
                if count >= fps * seconds:
                    break
    out.mux(stream.encode(None))


def _numbered(frame: VideoFrame, number: int) -> VideoFrame:
    pixels = frame.to_ndarray(format="bgr24")
    draw_clock_strip(pixels, number)
    return VideoFrame.from_ndarray(pixels, format="bgr24").reformat(format="yuv420p")
