"""Cutting a read that hangs for good, and only that one."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

from safecity_console.simulator.district import District
from safecity_console.video.hangup import hang_up
from safecity_console.video.reader import StreamReader

Serve = Callable[..., District]
Read = Callable[..., StreamReader]
See = Callable[..., None]
Until = Callable[[Callable[[], bool], float], None]


def test_only_connections_to_the_address_are_cut() -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours, socket.create_server(("127.0.0.1", 0)) as other:
        addresses = [one.getsockname() for one in (ours, other)]
        mine, kept = (socket.create_connection(address, timeout=1.0) for address in addresses)
        far = [one.accept()[0] for one in (ours, other)]
        with mine, kept, far[0], far[1]:
            assert hang_up(frozenset({addresses[0]})) == 1
            assert mine.recv(1) == b""
            far[1].sendall(b"x")
            assert kept.recv(1) == b"x"
            assert mine.fileno() >= 0, "shut down, not closed under its owner"
            assert hang_up(frozenset()) == 0


def test_a_reader_that_libav_keeps_for_ever_comes_back(
    serve: Serve, read: Read, see: See, wait_until: Until
) -> None:
    # A payload type that changes under way: packets go on coming, none of them is one of the stream's.
    district = serve("codec change at 1s")
    reader = read(district.url(1))
    see(reader)
    wait_until(lambda: time.monotonic() - (reader.last_packet_s or 0.0) > 1.0, 8.0)
    reader.ask_stop()
    time.sleep(4.0)
    assert reader.alive, "longer than the socket's own deadline"
    assert hang_up(reader.peers) >= 1
    assert reader.join(2.0)
    assert not reader.crashed
