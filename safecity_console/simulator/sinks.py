"""Sinks: where one client's stamped packets go.

Belongs here: interleaved RTP on the RTSP connection, RTP and RTCP over UDP, multipart JPEG over HTTP.
Does not belong here: when to send (player.py), what to stamp (sender.py).
Invariants: 1. Nothing waits here. 2. What a client does not read is bounded: over the limit `congested`
is true and the caller sends no more; a client stuck for STUCK_S is cut off. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import secrets
import struct
from collections.abc import Sequence
from typing import Protocol

WAITING_LIMIT_BYTES = 1_000_000
STUCK_S = 15.0
SEND_BUFFER_BYTES = 1 << 20


class Sink(Protocol):
    """Carry packets to one client."""

    def send_packets(self, blob: bytearray, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Send the interleaved blob, whose RTP packets lie between starts and ends."""
        ...

    def send_rtcp(self, packet: bytes) -> None:
        """Send one RTCP packet."""
        ...

    def congested(self, now_s: float) -> bool:
        """Tell whether the client reads too slowly to be sent more."""
        ...


class Waiting:
    """Watch how much of one transport waits unsent; cut it off when nothing moves."""

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self._transport = transport
        self._since_s: float | None = None

    def congested(self, now_s: float) -> bool:
        """Tell whether too much waits; abort the connection after STUCK_S of that."""
        if self._transport.is_closing():
            return True
        limit = WAITING_LIMIT_BYTES if self._since_s is None else WAITING_LIMIT_BYTES // 2
        if self._transport.get_write_buffer_size() <= limit:
            self._since_s = None
            return False
        if self._since_s is None:
            self._since_s = now_s
        elif now_s - self._since_s > STUCK_S:
            self._transport.abort()
        return True


class InterleavedSink:
    """Send RTP and RTCP on the RTSP connection (RFC 2326, 10.12)."""

    def __init__(self, transport: asyncio.WriteTransport, rtcp_channel: int) -> None:
        self._transport = transport
        self._rtcp_channel = rtcp_channel
        self._waiting = Waiting(transport)

    def send_packets(self, blob: bytearray, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Send the blob as it is."""
        if not self._transport.is_closing():
            self._transport.write(blob)

    def send_rtcp(self, packet: bytes) -> None:
        """Send one RTCP packet."""
        if not self._transport.is_closing():
            self._transport.write(struct.pack(">BBH", 0x24, self._rtcp_channel, len(packet)) + packet)

    def congested(self, now_s: float) -> bool:
        """Tell whether too much waits unsent."""
        return self._waiting.congested(now_s)


class _UdpEnd(asyncio.DatagramProtocol):
    """Note when the client was last heard on a UDP port; what it says is not needed."""

    def __init__(self) -> None:
        self.heard = 0

    def datagram_received(self, data: bytes, addr: object) -> None:
        self.heard += 1

    def error_received(self, exc: Exception) -> None:
        """Ignore it: the client's port is closed; its RTSP connection tells the same."""


class UdpSink:
    """Send RTP and RTCP from a port pair of our own (RFC 3550, 11)."""

    def __init__(
        self, rtp: asyncio.DatagramTransport, rtcp: asyncio.DatagramTransport, client: tuple[str, int, int]
    ) -> None:
        self._rtp = rtp
        self._rtcp = rtcp
        self._rtp_address = (client[0], client[1])
        self._rtcp_address = (client[0], client[2])

    @property
    def ports(self) -> tuple[int, int]:
        """Return the server's own RTP and RTCP ports."""
        return self._rtp.get_extra_info("sockname")[1], self._rtcp.get_extra_info("sockname")[1]

    def send_packets(self, blob: bytearray, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Send each packet as a datagram."""
        if self._rtp.is_closing():
            return
        view = memoryview(blob)
        for start, end in zip(starts, ends, strict=True):
            self._rtp.sendto(view[start:end], self._rtp_address)

    def send_rtcp(self, packet: bytes) -> None:
        """Send one RTCP datagram."""
        if not self._rtcp.is_closing():
            self._rtcp.sendto(packet, self._rtcp_address)

    def congested(self, now_s: float) -> bool:
        """Tell whether the socket refuses more."""
        # Present in every loop's implementation, missing from the abstract class.
        waiting: int = self._rtp.get_write_buffer_size()  # type: ignore[attr-defined]
        return waiting > WAITING_LIMIT_BYTES

    def close(self) -> None:
        """Free both ports."""
        self._rtp.close()
        self._rtcp.close()


async def open_udp(local_host: str, client: tuple[str, int, int], tries: int = 40) -> UdpSink:
    """Open an even/odd port pair towards a client (host, RTP port, RTCP port); raise OSError when none is free."""
    loop = asyncio.get_running_loop()
    last = OSError("no UDP port pair is free")
    for _ in range(tries):
        port = 20_000 + 2 * secrets.randbelow(20_000)
        try:
            rtp, _ = await loop.create_datagram_endpoint(_UdpEnd, local_addr=(local_host, port))
        except OSError as error:
            last = error
            continue
        try:
            rtcp, _ = await loop.create_datagram_endpoint(_UdpEnd, local_addr=(local_host, port + 1))
        except OSError as error:
            rtp.close()
            last = error
            continue
        return UdpSink(rtp, rtcp, client)
    raise last
