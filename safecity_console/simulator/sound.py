"""Sound: what a simulated camera's microphone hears, coded once into RTP packets.

Belongs here: the ambience (made here by arithmetic, nobody's recording), G.711 and AAC packets, what an SDP says of
them. Does not belong here: pacing (sound_player.py), sockets (sinks.py).
Invariants: 1. A track never changes and loops without a seam in its packets. 2. The hum's pitch can be measured by who
hears it. `claims` and `payload` lie on purpose, for tests of what must not be believed. Thread: any.
"""

from __future__ import annotations

import functools
import struct
from dataclasses import dataclass
from enum import Enum

import av
import numpy as np
from av.audio.frame import AudioFrame

from safecity_console.simulator.rtp import FRAMING, RTP_HEADER, UnitPackets

LOOP_S = 8
G711_RATE = 8000
AAC_RATE = 16_000
G711_STEP = 160  # 20 ms, as nearly every camera sends it
AAC_STEP = 1024
_NUMBERS = {"pcma": 8, "pcmu": 0, "aac": 98}


class SoundCodec(Enum):
    """Name a sound codec the simulator can serve."""

    PCMA = "pcma"
    PCMU = "pcmu"
    AAC = "aac"


@dataclass(frozen=True, slots=True)
class SoundSpec:
    """Describe a stream's sound; `claims` replaces the codec, rate and channels in the SDP, `payload` every packet."""

    codec: SoundCodec = SoundCodec.PCMA
    pitch_hz: int = 220
    claims: str = ""
    payload: bytes = b""


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """Hold the packets of one loop and the SDP lines of its format; `rate` is the RTP clock's."""

    units: tuple[UnitPackets, ...]
    rate: int
    step: int
    payload_type: int
    format_lines: tuple[str, ...]


@functools.lru_cache(maxsize=16)
def sound_track(spec: SoundSpec) -> SoundTrack:
    """Make the track of a description."""
    number = _NUMBERS[spec.codec.value]
    if spec.codec is SoundCodec.AAC:
        packets, config = _aac(ambience(AAC_RATE, spec.pitch_hz))
        payloads = [struct.pack(">HH", 16, len(packet) << 3) + packet for packet in packets]
        rate, step, name = AAC_RATE, AAC_STEP, f"mpeg4-generic/{AAC_RATE}/1"
        detail = f"streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;{config}"
    else:
        coded = _g711(ambience(G711_RATE, spec.pitch_hz), spec.codec)
        payloads = [coded[at : at + G711_STEP] for at in range(0, len(coded), G711_STEP)]
        rate, step, name, detail = G711_RATE, G711_STEP, f"{spec.codec.value.upper()}/{G711_RATE}", ""
    lines = [f"a=rtpmap:{number} {spec.claims or name}"]
    if detail and not spec.claims:
        lines.append(f"a=fmtp:{number} {detail}")
    units = (_unit(spec.payload or payload, number, at * step, step) for at, payload in enumerate(payloads))
    return SoundTrack(tuple(units), rate, step, number, tuple(lines))


def ambience(rate: int, pitch_hz: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    """Make a loop of a street: a soft rumble that swells, over a steady hum."""
    times = np.arange(rate * LOOP_S) / rate
    noise = np.random.default_rng(pitch_hz).standard_normal(len(times) + 32)
    rumble = np.convolve(noise, np.ones(33) / 33, "valid")
    swell = 0.6 + 0.4 * np.sin(2 * np.pi * times / LOOP_S)
    hum = np.sin(2 * np.pi * pitch_hz * times)
    return np.asarray(np.clip(4500 * swell * rumble + 5000 * hum, -32000, 32000), np.int16)


def _g711(samples: np.ndarray[tuple[int], np.dtype[np.int16]], codec: SoundCodec) -> bytes:
    name = "pcm_alaw" if codec is SoundCodec.PCMA else "pcm_mulaw"
    return b"".join(_encode(samples, name, "s16", G711_RATE, G711_STEP)[0])


def _aac(samples: np.ndarray[tuple[int], np.dtype[np.int16]]) -> tuple[list[bytes], str]:
    packets, extradata = _encode(samples, "aac", "fltp", AAC_RATE, AAC_STEP)
    return packets, f"config={extradata.hex().upper()}"


def _encode(samples: np.ndarray[tuple[int], np.dtype[np.int16]], name: str, form: str, rate: int,
            step: int) -> tuple[list[bytes], bytes]:
    coder = av.CodecContext.create(name, "w")
    if not isinstance(coder, av.AudioCodecContext):
        raise TypeError(name)
    coder.sample_rate, coder.layout, coder.format = rate, "mono", av.AudioFormat(form)
    coder.open()
    packets: list[bytes] = []
    for at in range(0, len(samples) - step + 1, step):
        part = samples[at : at + step].reshape(1, -1)
        if form == "fltp":
            frame = AudioFrame.from_ndarray(np.ascontiguousarray(part / 32768, np.float32), "fltp", "mono")
        else:
            frame = AudioFrame.from_ndarray(np.ascontiguousarray(part), "s16", "mono")
        frame.sample_rate, frame.pts = rate, at
        packets += [bytes(packet) for packet in coder.encode(frame)]
    packets += [bytes(packet) for packet in coder.encode(None)]
    return packets, bytes(coder.extradata or b"")


def _unit(payload: bytes, number: int, at: int, step: int) -> UnitPackets:
    head = struct.pack(">BBH", 0x24, 0, RTP_HEADER + len(payload)) + bytes((0x80, 0x80 | number)) + bytes(10)
    end = FRAMING + RTP_HEADER + len(payload)
    return UnitPackets(head + payload, (FRAMING,), (end,), at, step, 0, key=True)
