"""Trying graphics devices for real, in a process of its own: a driver may hang or crash.

Belongs here: decoding the test clips on a kind of device and comparing with the processor's pictures; one line of JSON
before and after each try, so that the parent knows at which one it ended. Does not belong here: starting it
(device_probe.py). Run as `python -m safecity_console.video.device_child KIND…`; the clips are those of the
repository, 320x192, made by tools/make_probe_clips.py. Thread: main.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import av
import av.error
import numpy as np
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from safecity_console.core.child import end_by_itself
from safecity_console.core.resources import resource_path
from safecity_console.domain.hardware import CODECS, DeviceState
from safecity_console.video.devices import Accelerator, DeviceFailed, LibavAccelerator
from safecity_console.video.gop import VideoPacket

UNLIKE_MOST = 3.0  # mean difference of eight-bit RGB; conversion from NV12 instead of yuv420p makes less than 1


def main(kinds: Sequence[str]) -> int:
    """Try each kind with each codec and say what came of it."""
    end_by_itself()
    accelerator = LibavAccelerator()
    for kind in kinds:
        for codec in CODECS:
            _say(kind, codec, "begun", "")
            state, detail = try_device(kind, resource_path("probe", f"{codec}.mp4"), accelerator)
            _say(kind, codec, state.value, detail)
    return 0


def try_device(kind: str, clip: Path, accelerator: Accelerator) -> tuple[DeviceState, str]:
    """Decode a clip on a device and by processor and compare; give the state and a short English detail."""
    with av.open(str(clip)) as container:
        stream = container.streams.video[0]
        packets = [p for p in container.demux(stream) if p.size > 0]
        expected = _pictures(stream.codec_context, packets)
        try:
            device = accelerator.open(kind, stream.codec_context)
        except DeviceFailed as failed:
            return DeviceState.NO_DEVICE, str(failed)
        try:
            found = _pictures(device, packets)
        except (av.error.FFmpegError, OSError, RuntimeError) as error:
            return DeviceState.NO_DECODER, type(error).__name__
    if len(found) != len(expected):
        return DeviceState.WRONG_PICTURE, f"{len(found)} pictures of {len(expected)}"
    unlike = max(_unlike(a, b) for a, b in zip(expected, found, strict=True))
    if unlike > UNLIKE_MOST:
        return DeviceState.WRONG_PICTURE, f"differs by {unlike:.0f} of 255"
    return DeviceState.WORKS, found[0].format.name


def _pictures(context: VideoCodecContext, packets: Iterable[VideoPacket]) -> list[VideoFrame]:
    made = [frame for packet in packets for frame in context.decode(packet)]
    return made + list(context.decode(None))


def _unlike(one: VideoFrame, other: VideoFrame) -> float:
    if (one.width, one.height) != (other.width, other.height):
        return 255.0
    left, right = (np.asarray(f.to_ndarray(format="rgb24"), np.int16) for f in (one, other))
    return float(np.abs(left - right).mean())


def _say(kind: str, codec: str, state: str, detail: str) -> None:
    sys.stdout.write(json.dumps({"kind": kind, "codec": codec, "state": state, "detail": detail[:120]}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
