"""Senders: stamp units for one client and hand them to its sink.

Belongs here: sequence numbers, timestamps, sender reports, deliberate damage; the HTTP counterpart.
Does not belong here: pacing (player.py), sockets (sinks.py).
Invariants: 1. Sequence numbers rise by one per packet sent or deliberately lost. 2. After congestion nothing
is sent until the next key frame. Thread: the server's loop.
"""

from __future__ import annotations

import random
import secrets
from typing import Protocol

from safecity_console.core.clock import Clock
from safecity_console.simulator.clips import TICKS_PER_S
from safecity_console.simulator.damage import DAMAGING, damage_packets
from safecity_console.simulator.faults import Effects
from safecity_console.simulator.rtp import RTP_HEADER, UnitPackets, goodbye, patch_unit, sender_report
from safecity_console.simulator.sinks import Sink

REPORT_EVERY_S = 5.0
_CNAME = b"safecity-simulator"


class UnitSender(Protocol):
    """Send one client's units; `ticks` is the client's own media time, 90 kHz."""

    def send_unit(self, unit: UnitPackets, ticks: int, effects: Effects) -> None:
        """Send one unit now."""
        ...

    def report(self, ticks: int) -> None:
        """Tell the client what wall-clock time `ticks` is, if that is due."""
        ...


class RtpSender:
    """Send units as RTP to one client."""

    def __init__(self, sink: Sink, clock: Clock, rng: random.Random, *, channel: int = 0) -> None:
        self._sink = sink
        self._clock = clock
        self._rng = rng
        self._channel = channel
        self.ssrc = secrets.randbits(32)
        self.sequence = secrets.randbits(15)
        # Kept low so that a timestamp does not wrap in a session's first hours; players print it.
        self.first_timestamp = secrets.randbits(28)
        self.units_skipped = 0
        self._packets = 0
        self._octets = 0
        self._next_report_s = 0.0
        self._wait_for_key = False

    def send_unit(self, unit: UnitPackets, ticks: int, effects: Effects) -> None:
        """Stamp and send one unit, or skip it where the client does not keep up."""
        if self._sink.congested(self._clock.monotonic_s()):
            self._wait_for_key = True
        if self._wait_for_key and (not unit.key or self._sink.congested(self._clock.monotonic_s())):
            self.units_skipped += 1
            return
        self._wait_for_key = False
        blob = patch_unit(
            unit,
            channel=self._channel,
            sequence=self.sequence,
            timestamp=self.first_timestamp + ticks + unit.shown_after_ticks,
            ssrc=self.ssrc,
        )
        self.sequence = (self.sequence + len(unit.starts)) & 0xFFFF
        if effects.faults and effects.has(*DAMAGING):
            self._sink.send_packets(*damage_packets(blob, unit.starts, unit.ends, effects, self._rng))
        else:
            self._sink.send_packets(blob, unit.starts, unit.ends)
        self._packets += len(unit.starts)
        self._octets += len(unit.blob) - len(unit.starts) * (RTP_HEADER + 4)

    def report(self, ticks: int) -> None:
        """Send a sender report every REPORT_EVERY_S."""
        now_s = self._clock.monotonic_s()
        if now_s < self._next_report_s:
            return
        self._next_report_s = now_s + REPORT_EVERY_S
        self._sink.send_rtcp(
            sender_report(
                ssrc=self.ssrc,
                wall_s=self._clock.now().timestamp(),
                timestamp=self.first_timestamp + ticks,
                packets=self._packets,
                octets=self._octets,
                cname=_CNAME,
            )
        )

    def say_goodbye(self) -> None:
        """Send an RTCP BYE."""
        self._sink.send_rtcp(goodbye(self.ssrc))


def ticks_between(start_s: float, now_s: float) -> int:
    """Return the 90 kHz ticks between two monotonic times."""
    return round((now_s - start_s) * TICKS_PER_S)
