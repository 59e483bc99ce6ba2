"""Mutated packets and files through the reader's decode path; run as a child process, because that is the question:
does the interpreter survive them?

Usage: python -m tests.fakes.fuzz_decode CODEC COUNT SEED. Prints one JSON line with what came of it.
"""

from __future__ import annotations

import faulthandler
import io
import json
import random
import sys
from typing import Any

import av
import av.error
from av.packet import Packet

from safecity_console.core.clock import SystemClock
from safecity_console.core.slot import NewestSlot
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan, StreamReader
from safecity_console.video.source import OpenSource, SourceAddress
from tests.fakes import footage

WISHES = (TileWish(160, 90), TileWish(33, 17), TileWish(1, 1), TileWish(640, 360, prominent=True), None)


def mutate(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    """Give damaged bytes, by one of eight ways."""
    out = bytearray(data)
    way = rng.randrange(8)
    at = rng.randrange(len(out)) if out else 0
    if way == 0:
        for _ in range(rng.randint(1, 12)):
            out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    elif way == 1:
        del out[at:]
    elif way == 2:
        out[at : at + rng.randrange(64)] = rng.randbytes(rng.randrange(64))
    elif way == 3:
        out[at : at + 200] = b"\x00" * min(200, len(out) - at)
    elif way == 4:  # lengths and start codes
        out[:4] = rng.choice([b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff", b"\x00\x00\x00\x01"])
    elif way == 5:
        other = rng.choice(others)
        out[at:] = other[rng.randrange(len(other)) :]
    elif way == 6:  # headers: parameter sets, slice headers
        for _ in range(rng.randint(1, 4)):
            out[rng.randrange(min(40, len(out)))] = rng.randrange(256)
    else:
        out = bytearray(rng.randbytes(rng.randrange(1, 4000)))
    return bytes(out)


def fuzz_packets(codec: str, count: int, rng: random.Random) -> dict[str, Any]:
    """Feed packets, most of them damaged, to one reader."""
    data = footage.encode(codec, count=45)
    whole = [bytes(packet) for packet in footage.packets(data)]
    plan = ReaderPlan("fuzz", SourceAddress("file:///dev/null"), NewestSlot[Picture](), PictureProbe(), SystemClock(),
                      lambda: None)
    reader = StreamReader(plan)
    container = av.open(io.BytesIO(data))
    stream = container.streams.video[0]
    stream.codec_context.thread_count = 1
    stream.codec_context.thread_type = "SLICE"
    source = OpenSource(container, stream, float(stream.time_base or 0))
    for number in range(count):
        packet = Packet(whole[number % len(whole)] if rng.random() < 0.3 else mutate(rng.choice(whole), rng, whole))
        packet.stream = stream
        packet.time_base = stream.time_base
        wild = rng.choice([-number, rng.randrange(1 << 40), -(1 << 62), None])
        packet.pts = packet.dts = wild if rng.random() < 0.02 else number * 1024
        packet.is_keyframe = rng.random() < 0.2
        if rng.random() < 0.05:
            reader.wish = rng.choice(WISHES)
        if packet.size:
            reader._take(source, packet)
        reader._decoding.probe_at_s = 0.0 if rng.random() < 0.2 else 1e18
    source.close()
    return {"packets": reader.counts.packets, "decoded": reader.counts.decoded, "bad": reader.counts.bad_packets,
            "scaled": reader.counts.scaled}


def fuzz_files(codec: str, count: int, rng: random.Random) -> dict[str, Any]:
    """Open damaged files whole: the demuxer's side."""
    data = footage.encode(codec, count=20)
    opened = decoded = 0
    for _ in range(count):
        out = bytearray(data)
        for _ in range(rng.randint(1, 30)):
            out[rng.randrange(len(out)) if rng.random() < 0.5 else rng.randrange(len(out) - 1500, len(out))] = (
                rng.randrange(256)
            )
        try:
            with av.open(io.BytesIO(bytes(out))) as container:
                opened += 1
                for packet in container.demux(video=0):
                    decoded += len(packet.decode())
        except (av.error.FFmpegError, OSError, ValueError, IndexError):
            continue
    return {"files": count, "files_opened": opened, "file_pictures": decoded}


def main() -> None:
    """Run and tell."""
    faulthandler.enable()
    codec, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(seed)
    print(json.dumps(fuzz_packets(codec, count, rng) | fuzz_files(codec, count // 20, rng)))


if __name__ == "__main__":
    main()
