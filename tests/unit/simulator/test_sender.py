"""What a slow client costs: nothing is sent past the limit, a key frame comes first after, the stuck are cut off."""

from __future__ import annotations

import asyncio
import random
import struct
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.simulator.clips import Codec, read_clip
from safecity_console.simulator.faults import Effects
from safecity_console.simulator.rtp import PacketisedClip, packetise_clip
from safecity_console.simulator.sender import REPORT_EVERY_S, RtpSender
from safecity_console.simulator.sinks import STUCK_S, WAITING_LIMIT_BYTES, InterleavedSink

NOTHING = Effects((), float("inf"))


class UnreadTransport(asyncio.WriteTransport):
    """A connection whose client reads only when told."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = 0
        self.sent: list[bytes] = []
        self.aborted = False

    def is_closing(self) -> bool:
        return self.aborted

    def write(self, data: bytes) -> None:
        self.waiting += len(data)
        self.sent.append(bytes(data))

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def abort(self) -> None:
        self.aborted = True


@pytest.fixture
def clip(clips: dict[Codec, Path]) -> PacketisedClip:
    return packetise_clip(read_clip(clips[Codec.H264]))


@pytest.fixture
def transport() -> UnreadTransport:
    return UnreadTransport()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def sender(transport: UnreadTransport, clock: ManualClock) -> RtpSender:
    return RtpSender(InterleavedSink(transport, 1), clock, random.Random(1))


def test_what_waits_is_bounded(
    sender: RtpSender, transport: UnreadTransport, clip: PacketisedClip, clock: ManualClock
) -> None:
    largest = max(len(unit.blob) for unit in clip.units)
    for number in range(3000):
        unit = clip.units[number % len(clip.units)]
        sender.send_unit(unit, number * 6000, NOTHING)
        clock.advance(0.001)
    assert WAITING_LIMIT_BYTES < transport.waiting <= WAITING_LIMIT_BYTES + largest
    assert sender.units_skipped > 1000


def test_after_congestion_a_key_frame_comes_first(
    sender: RtpSender, transport: UnreadTransport, clip: PacketisedClip
) -> None:
    transport.waiting = WAITING_LIMIT_BYTES + 1
    sender.send_unit(clip.units[0], 0, NOTHING)
    transport.waiting = 0
    sequence = sender.sequence
    for number in range(1, 15):
        sender.send_unit(clip.units[number], number * 6000, NOTHING)
    assert transport.sent == []
    sender.send_unit(clip.units[15], 15 * 6000, NOTHING)
    assert len(transport.sent) == 1
    first = struct.unpack_from(">H", transport.sent[0], 4 + 2)[0]
    assert first == sequence  # what was never sent leaves no hole


def test_stuck_client_is_cut_off(
    sender: RtpSender, transport: UnreadTransport, clip: PacketisedClip, clock: ManualClock
) -> None:
    transport.waiting = WAITING_LIMIT_BYTES + 1
    sender.send_unit(clip.units[0], 0, NOTHING)
    clock.advance(STUCK_S - 0.1)
    sender.send_unit(clip.units[0], 0, NOTHING)
    assert not transport.aborted
    clock.advance(0.2)
    sender.send_unit(clip.units[0], 0, NOTHING)
    assert transport.aborted


def test_reports_tell_the_wall_clock_every_few_seconds(
    sender: RtpSender, transport: UnreadTransport, clock: ManualClock
) -> None:
    for step in range(21):
        sender.report(step * 45_000)
        clock.advance(REPORT_EVERY_S / 10)
    assert len(transport.sent) == 3
    for number, packet in enumerate(transport.sent):
        seconds, fraction, stamp = struct.unpack_from(">III", packet, 4 + 8)
        wall_s = seconds - 2_208_988_800 + fraction / (1 << 32)
        begun_s = ManualClock().now().timestamp()
        assert wall_s == pytest.approx(begun_s + number * REPORT_EVERY_S, abs=0.01)
        assert stamp == (sender.first_timestamp + number * 450_000) & 0xFFFFFFFF
