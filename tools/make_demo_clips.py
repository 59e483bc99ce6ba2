"""Make the demo clips of resources/demo/: `python tools/make_demo_clips.py [--only NAME] [--campus vtest.avi]`.

Belongs here: the list of scenes, encoding, the prepared impaired copies.
Does not belong here: drawing (street_scene.py, street_traffic.py).
Two cameras show real footage: Debian's opencv-doc 4.6.0, examples/data/vtest.avi (apt install opencv-doc), sped up by
half so that its 10 pictures a second make the 15 of the clips without doubling any.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from street_scene import HEIGHT, WIDTH, Light, Picture, Scene
from street_traffic import draw_pictures

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from safecity_console.simulator.variants import cover, defocus

FPS, SECONDS, GOP = 15, 12, 30
COUNT = FPS * SECONDS
MJPEG_COUNT = 60
OUT = Path(__file__).resolve().parent.parent / "resources" / "demo"
CAMPUS = Path("/usr/share/doc/opencv-doc/examples/data/vtest.avi")
MAIN_BITS, SUB_BITS = 640_000, 300_000

DAY = Light((214, 168, 112), (228, 214, 196), (214, 206, 196), 160)
HAZE = Light((150, 186, 208), (172, 206, 228), (164, 196, 216), 75, (0.86, 0.98, 1.06))
NIGHT = Light((36, 22, 16), (62, 44, 38), (40, 30, 28), 120, (0.52, 0.47, 0.46), lamps=True, noise=2.6, shadow=0.35)
DUSK = Light(
    (110, 70, 64), (112, 140, 212), (118, 112, 150), 130, (0.62, 0.56, 0.64), lamps=True, noise=2.2, shadow=0.35
)
OVERCAST = Light((196, 190, 184), (212, 208, 204), (202, 200, 198), 90, (0.90, 0.90, 0.88), shadow=0.35)
BRIGHT = Light((222, 150, 76), (236, 210, 172), (230, 208, 180), 260, (1.05, 1.08, 1.1))
MORNING = Light((206, 196, 176), (198, 218, 232), (196, 212, 222), 110, (0.95, 1.0, 1.05))

SCENES: dict[str, Scene] = {
    "chowk": Scene(
        11, DAY, road_half=8.5, monument=True, zebra_z=19, people=18, vanishing=0.48, building_high=16, cars=10
    ),
    "nangi": Scene(
        22, HAZE, road_half=4.5, trees=14, building_low=3, building_high=7, vanishing=0.62, people=8, horizon=0.36
    ),
    "iqbal": Scene(33, NIGHT, road_half=6.5, trees=4, vanishing=0.42, building_high=17, people=10, camera_height=7.5),
    "mian": Scene(
        44, DUSK, road_half=5.0, trees=3, vanishing=0.55, minaret=True, people=12, building_high=11, horizon=0.38
    ),
    "kotli": Scene(
        55,
        OVERCAST,
        road_half=7.5,
        buses=5,
        cars=5,
        people=24,
        trees=2,
        vanishing=0.36,
        pavement=5,
        zebra_z=15,
        walls=((176, 176, 170), (140, 150, 160), (120, 132, 150), (160, 150, 130)),
    ),
    "dam": Scene(
        66,
        BRIGHT,
        road_half=4.2,
        water=True,
        cars=4,
        bikes=2,
        buses=0,
        people=5,
        trees=5,
        hills=95,
        building_low=3,
        building_high=4.5,
        vanishing=0.34,
        horizon=0.40,
        camera_height=8,
    ),
    "school": Scene(
        77,
        MORNING,
        road_half=4.0,
        pavement=4.5,
        cars=4,
        people=26,
        trees=9,
        zebra_z=13,
        vanishing=0.57,
        walls=((120, 170, 210), (170, 190, 200), (110, 150, 120)),
        building_low=5,
        building_high=8,
        horizon=0.34,
    ),
}
CODECS = {"mian": "libx265"}
COPIES: dict[str, tuple[str, Callable[[Picture], Picture]]] = {
    "school": ("defocus", defocus),
    "stadium": ("covered", cover),
}


def campus_pictures(
    source: Path, start: int, crop: tuple[int, int, int, int], *, mirror: bool, grade: float
) -> Iterator[Picture]:
    """Cut COUNT pictures of the campus footage, scaled to the main stream's size."""
    x, y, width, height = crop
    with av.open(str(source)) as container:
        for frame in itertools.islice(container.decode(video=0), start, start + COUNT):
            picture = frame.to_ndarray(format="bgr24")[y : y + height, x : x + width]
            picture = cv2.resize(
                picture[:, ::-1] if mirror else picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC
            )
            toned = picture.astype(np.float32) * np.array((2 - grade, 1.0, grade), np.float32)
            yield np.clip(toned, 0, 255).astype(np.uint8)


def write_clip(path: Path, pictures: Iterable[Picture], size: tuple[int, int], codec: str, bits: int) -> int:
    """Encode pictures: key frame every GOP pictures, no B frames; return the file's size."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as container:
        stream: Any = container.add_stream(codec, rate=Fraction(FPS))
        stream.width, stream.height = size
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.options = _encoder_options(codec, bits)
        if codec == "mjpeg":
            stream.codec_context.qmin = stream.codec_context.qmax = 9
        stream.codec_context.thread_count = 1
        for number, picture in enumerate(pictures):
            scaled = picture if size == (WIDTH, HEIGHT) else cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
            frame = av.VideoFrame.from_ndarray(scaled, format="bgr24").reformat(format=stream.pix_fmt)
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path.stat().st_size


def _encoder_options(codec: str, bits: int) -> dict[str, str]:
    if codec == "mjpeg":
        return {"huffman": "default"}
    rate = f"{bits // 1000}"
    common = f"keyint={GOP}:min-keyint={GOP}:scenecut=0:bframes=0:vbv-maxrate={rate}:vbv-bufsize={2 * bits // 1000}"
    if codec == "libx265":
        return {
            "preset": "medium",
            "b": str(bits * 3 // 4),
            "x265-params": common + ":log-level=error:pools=1:open-gop=0",
        }
    return {"preset": "slow", "b": str(bits), "x264-params": common + ":open-gop=0"}


def make(name: str, pictures: list[Picture]) -> int:
    """Write the clips of one camera."""
    codec = CODECS.get(name, "libx264")
    done = write_clip(OUT / f"{name}_main.mp4", pictures, (WIDTH, HEIGHT), codec, MAIN_BITS)
    done += write_clip(OUT / f"{name}_sub.mp4", pictures, (640, 360), codec, SUB_BITS)
    if name in COPIES:
        word, alter = COPIES[name]
        altered = [alter(picture) for picture in pictures]
        done += write_clip(OUT / f"{name}_main.{word}.mp4", altered, (WIDTH, HEIGHT), codec, MAIN_BITS // 3)
        done += write_clip(OUT / f"{name}_sub.{word}.mp4", altered, (640, 360), codec, SUB_BITS // 3)
    if name == "commercial":
        done += write_clip(OUT / f"{name}_sub.mjpeg.mp4", pictures[:MJPEG_COUNT], (640, 360), "mjpeg", 0)
    return done


def main() -> None:
    """Make all clips, or those named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--campus", type=Path, default=CAMPUS)
    args = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for name in args.only or [*SCENES, "commercial", "stadium"]:
        if name == "commercial":
            pictures = list(campus_pictures(args.campus, 0, (0, 100, 720, 405), mirror=False, grade=1.06))
        elif name == "stadium":
            pictures = list(campus_pictures(args.campus, 500, (150, 110, 600, 338), mirror=True, grade=0.93))
        else:
            pictures = list(draw_pictures(SCENES[name], COUNT))
        print(f"{name}: {make(name, pictures) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
