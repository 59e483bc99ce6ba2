"""The watchdog's own process: stops every camera that moves when the console's pipe closes or its lanes fall silent.

Belongs here: reading the pipe, sending Stop. Does not belong here: starting this (ptz_watch.py).
Invariants:
1. It touches no camera while its lane is heard, and none that was let go.
2. The pipe's end (the console was killed, crashed, closed) means: stop what moves, each in a thread of its own, tried
   until the camera takes it or `GIVE_UP_S` have passed, then end.
3. A lane that is silent for `SILENT_S` (the console hangs) means: stop its camera, once per silence.
4. It writes nothing anywhere: its pipe holds logins.
Run by `python -m safecity_console.services.ptz_watchdog`; not for people.
"""

from __future__ import annotations

import json
import queue
import signal
import sys
import threading
import time
from dataclasses import dataclass
from typing import BinaryIO

from safecity_console.core.secrets import Secret
from safecity_console.db.onvif_devices import report_from
from safecity_console.domain.onvif import DeviceReport, Endpoint, OnvifError, OnvifFault
from safecity_console.onvif.device import Device

SILENT_S = 3.0
GIVE_UP_S = 20.0
AGAIN_S = 0.3
SECOND_STOP_S = 0.5  # a move that was on its way may land behind the first one
HOPELESS = (OnvifFault.WRONG_PASSWORD, OnvifFault.LOGIN_STOPPED, OnvifFault.NOT_AUTHORISED,
            OnvifFault.CERTIFICATE_CHANGED)


@dataclass
class Charge:
    """A camera that moves."""

    endpoint: Endpoint
    user: str
    password: Secret
    token: str
    pinned: str
    known: DeviceReport | None
    heard_s: float
    stopped: bool = False


class Guard:
    """What moves now, by camera."""

    def __init__(self) -> None:
        self._charges: dict[str, Charge] = {}
        self._threads: list[threading.Thread] = []

    def hear(self, line: bytes, now_s: float) -> None:
        """Take one message; what is none is passed over."""
        try:
            said = json.loads(line)
            camera, do = str(said["camera"]), said["do"]
            if do == "moving":
                self._charges[camera] = Charge(
                    Endpoint(**said["endpoint"]), str(said["user"]), Secret(str(said["password"])), str(said["token"]),
                    str(said["pinned"]), report_from(said["known"]), now_s)
            elif do == "still":
                self._charges.pop(camera, None)
            elif camera in self._charges:
                self._charges[camera].heard_s, self._charges[camera].stopped = now_s, False
        except (ValueError, TypeError, KeyError):
            return

    def look(self, now_s: float) -> None:
        """Stop cameras whose lanes are silent."""
        for charge in self._charges.values():
            if not charge.stopped and now_s - charge.heard_s >= SILENT_S:
                charge.stopped = True
                self._stop(charge)

    def stop_all(self) -> None:
        """Stop everything that moves, and wait for it."""
        for charge in self._charges.values():
            self._stop(charge)
        for thread in self._threads:
            thread.join(GIVE_UP_S + 5.0)

    def _stop(self, charge: Charge) -> None:
        thread = threading.Thread(target=stop, args=(charge,), name="stop", daemon=True)
        thread.start()
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]


def stop(charge: Charge) -> None:
    """Send Stop until it is taken, and once more."""
    device = Device(charge.endpoint, charge.user, charge.password, charge.pinned, charge.known)
    device.stop_by_zero()  # nobody looks here whether Stop alone is enough
    until_s = time.monotonic() + GIVE_UP_S
    taken = 0
    while time.monotonic() < until_s and taken < 2:
        try:
            device.connect()
            device.stop(charge.token)
            taken += 1
            time.sleep(SECOND_STOP_S)
        except OnvifError as error:
            if error.fault in HOPELESS:
                break
            time.sleep(AGAIN_S)
    device.close()


def watch(pipe: BinaryIO) -> None:
    """Watch until the pipe ends."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        for line in pipe:
            lines.put(line)
        lines.put(b"")

    threading.Thread(target=read, name="pipe", daemon=True).start()
    guard = Guard()
    while True:
        try:
            line = lines.get(timeout=0.2)
        except queue.Empty:
            guard.look(time.monotonic())
            continue
        if not line:
            guard.stop_all()
            return
        guard.hear(line, time.monotonic())
        guard.look(time.monotonic())


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the console's, which tells by its pipe
    watch(sys.stdin.buffer)
