"""Link: one client's connection and the camera it reached, with that camera's faults of the connection.

Belongs here: belonging to a camera, silence, garbage, regular drops, cutting off.
Does not belong here: protocols (session.py, http_mjpeg.py), listening (server.py).
Invariants: 1. A link belongs to one camera for life. 2. After `close` its camera has forgotten it. Thread: the
server's loop.
"""

from __future__ import annotations

import asyncio
import random
import secrets

from safecity_console.simulator.camera import Camera
from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.sinks import WAITING_LIMIT_BYTES

GARBAGE_BYTES = 4096
LINGER_S = 5.0
_NOTHING = Effects((), float("inf"))


class CloseConnection(Exception):
    """Say that the conversation ends here."""


class Link:
    """Tie a client's transport to a camera."""

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self.transport = transport
        self.rng = random.Random(secrets.randbits(64))
        self._loop = asyncio.get_running_loop()
        self._camera: Camera | None = None
        self._drop_timer: asyncio.TimerHandle | None = None

    def attach(self, camera: Camera) -> None:
        """Belong to a camera from now on; raise CloseConnection for a second one."""
        if self._camera is camera:
            return
        if self._camera is not None:
            raise CloseConnection
        self._camera = camera
        camera.attach(self)
        self.obey_changes()

    def obey_changes(self) -> None:
        """Start or end what the camera's faults do to a connection by time."""
        if self._drop_timer is not None:
            self._drop_timer.cancel()
            self._drop_timer = None
        period_s = self.effects().period_s(FaultKind.DROP)
        if period_s:
            self._drop_timer = self._loop.call_later(period_s, self.abort)

    def effects(self) -> Effects:
        """Return the faults that act on this connection now."""
        return _NOTHING if self._camera is None else self._camera.faults.at(self._loop.time())

    def greet(self) -> None:
        """Do what a camera does that speaks first: only one that sends garbage does."""
        if self.effects().has(FaultKind.GARBAGE):
            self.transport.write(self.rng.randbytes(GARBAGE_BYTES))

    def may_answer(self) -> bool:
        """Tell whether a request is answered properly; raise CloseConnection where the link is to end."""
        if self._camera is not None and self._camera.dead(self._loop.time()):
            self.transport.abort()
            raise CloseConnection
        if self.transport.is_closing() or self.transport.get_write_buffer_size() > 2 * WAITING_LIMIT_BYTES:
            raise CloseConnection
        effects = self.effects()
        if effects.has(FaultKind.GARBAGE):
            self.transport.write(self.rng.randbytes(GARBAGE_BYTES))
            return False
        return not effects.has(FaultKind.NEVER_ANSWERS)

    def abort(self) -> None:
        """Cut the client off at once."""
        self.transport.abort()

    def close(self) -> None:
        """Leave the camera and close the transport."""
        if self._drop_timer is not None:
            self._drop_timer.cancel()
        if self._camera is not None:
            self._camera.detach(self)
        if self.transport.is_closing():
            return  # a TLS transport closed twice breaks
        waiting = self.transport.get_write_buffer_size()
        self.transport.close()
        if waiting:
            # What is left is sent to a client that reads; one that does not must not hold it for ever.
            self._loop.call_later(LINGER_S, self.transport.abort)
