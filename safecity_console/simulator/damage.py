"""Damage: packets lost, corrupted or malformed on purpose.

Belongs here: turning one client's stamped packets into damaged ones.
Does not belong here: when to do so (faults.py), sending.
Invariants: 1. The framing of interleaved packets stays right: the wire is damaged, not the socket.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Sequence

from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.rtp import RTP_HEADER

DAMAGING = (FaultKind.LOSS, FaultKind.CORRUPT, FaultKind.BAD_PACKETS)


def damage_packets(
    blob: bytearray, starts: Sequence[int], ends: Sequence[int], effects: Effects, rng: random.Random
) -> tuple[bytearray, list[int], list[int]]:
    """Return the blob and its packet bounds after the acting faults."""
    loss = effects.amount(FaultKind.LOSS)
    corrupt = effects.amount(FaultKind.CORRUPT)
    bad = effects.amount(FaultKind.BAD_PACKETS)
    out = bytearray()
    new_starts: list[int] = []
    new_ends: list[int] = []
    for start, end in zip(starts, ends, strict=True):
        if rng.random() < loss:
            continue
        packet = bytes(blob[start:end])
        if rng.random() < corrupt:
            packet = _flip_bits(packet, rng)
        if rng.random() < bad:
            packet = _malform(packet, rng)
        channel = blob[start - 3]
        out += struct.pack(">BBH", 0x24, channel, len(packet))
        new_starts.append(len(out))
        out += packet
        new_ends.append(len(out))
    return out, new_starts, new_ends


def _flip_bits(packet: bytes, rng: random.Random) -> bytes:
    """Flip a few bits of the payload; the RTP header stays whole."""
    changed = bytearray(packet)
    if len(changed) > RTP_HEADER:
        for _ in range(rng.randint(1, 8)):
            changed[rng.randrange(RTP_HEADER, len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _malform(packet: bytes, rng: random.Random) -> bytes:
    """Return a packet no RTP receiver may trust: one of five ways."""
    way = rng.randrange(5)
    if way == 0:
        return packet[: rng.randrange(1, RTP_HEADER)]  # header cut short
    if way == 1:
        return b"\x00" + packet[1:]  # RTP version 0
    if way == 2:
        return packet[:1] + bytes((packet[1] ^ 0x15,)) + packet[2:]  # another payload type
    if way == 3:
        return b"\xbf" + packet[1:-1] + b"\xff"  # claims 15 CSRCs, an extension and padding
    return rng.randbytes(len(packet))
