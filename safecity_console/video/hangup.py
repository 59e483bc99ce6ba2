"""Ending a connection that a reader hangs in for good.

Belongs here: cutting our own TCP connections to an address. Does not belong here: when that is right
(services/streams.py).
Why it is needed: an interleaved packet shorter than eight bytes costs libavformat its place in the stream; it then
reads on and on without ever giving a packet back, and PyAV has no way to interrupt a read that was begun without a
deadline (one over every read would take the GIL at each poll). Shut down, the read ends by itself.
Invariants: 1. Only connected TCP sockets of this process to exactly these addresses are touched; they are shut down,
never closed, so that the descriptor stays its owner's. 2. Where the system does not tell descriptors nothing is done.
Thread: any.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Set

import psutil

Peer = tuple[str, int]


def hang_up(peers: Set[Peer]) -> int:
    """Cut our connections to these numeric addresses; gives how many were cut."""
    cut = 0
    for found in psutil.Process().net_connections(kind="tcp"):
        if found.fd < 0 or not found.raddr or (found.raddr.ip, found.raddr.port) not in peers:
            continue
        try:
            with socket.socket(fileno=os.dup(found.fd)) as twin:
                # The descriptor may have been used anew since it was listed.
                if twin.getpeername()[:2] in peers:
                    twin.shutdown(socket.SHUT_RDWR)
                    cut += 1
        except OSError:
            continue
    return cut
