"""Hands the few decoders of graphics devices to the cameras on screen, and remembers which camera failed on which.

Belongs here: asking the running connections, granting, the memory of this run. Does not belong here: the rule
(domain/hardware.py), changing over (video/decoder.py), finding devices (hardware.py).
Invariants: 1. A camera that failed on a kind of device is not granted it again this run, also after it connected anew;
a kind on which `GIVEN_UP_AFTER` cameras failed is granted to none. 2. A call into a driver that lasts `HUNG_AFTER_S`
counts as failed: the supervisor opens the camera anew, by processor. 3. A changed setting is a new chance: the memory
is cleared. Nothing is kept over a restart: the next run tries again. Thread: its own; `failures` any.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Protocol

from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker
from safecity_console.domain.hardware import DecodeRules, DeviceClaim, share
from safecity_console.domain.watch import CameraWatch
from safecity_console.video.devices import Accelerator, DeviceGrant, Sessions
from safecity_console.video.face import Reader
from safecity_console.video.reader import StreamReader

EVERY_S = 0.5
HUNG_AFTER_S = 2.0
GIVEN_UP_AFTER = 3
HUNG = "did not answer"


class Connections(Protocol):
    """The cameras watched and their running connections (services/streams.py)."""

    def watches(self) -> Mapping[str, CameraWatch]:
        """Give what is known of every camera."""
        ...

    def reader_of(self, camera_id: str) -> Reader | None:
        """Give a camera's running connection."""
        ...


class DecodeDesk(Worker):
    """Grants devices twice a second."""

    def __init__(self, streams: Connections, clock: Clock, accelerator: Accelerator) -> None:
        super().__init__("decode-desk")
        self._streams = streams
        self._clock = clock
        self._accelerator = accelerator
        self._lock = threading.Lock()
        self._rules = DecodeRules()
        self._sessions = Sessions(self._rules.most)
        self._failed: dict[tuple[str, str], str] = {}
        self._seen: dict[str, tuple[StreamReader, int, float]] = {}

    def set_rules(self, rules: DecodeRules) -> None:
        """Take over changed settings or findings."""
        with self._lock:
            if rules != self._rules:
                self._failed.clear()
            self._rules = rules
            self._sessions.most = rules.most

    def failures(self) -> Mapping[tuple[str, str], str]:
        """Give the reasons by camera id and kind of device."""
        with self._lock:
            return dict(self._failed)

    def run(self) -> None:
        """Grant until stopped."""
        while not self.wait(EVERY_S):
            self.grant()

    def grant(self) -> None:
        """Look at every connection once and grant anew."""
        found = {cid: self._streams.reader_of(cid) for cid in self._streams.watches()}
        readers = {cid: r for cid, r in found.items() if isinstance(r, StreamReader)}
        with self._lock:
            self._remember(readers)
            claims = [self._claim(cid, reader) for cid, reader in readers.items()]
            granted = share([c for c in claims if c is not None], self._rules)
        for camera_id, reader in readers.items():
            kind = granted.get(camera_id, "")
            if kind != (reader.grant.kind if reader.grant is not None else ""):
                reader.grant = DeviceGrant(kind, self._accelerator, self._sessions) if kind else None

    def _claim(self, camera_id: str, reader: StreamReader) -> DeviceClaim | None:
        wish = reader.wish
        kind = next((k for k in self._rules.devices.get(reader.codec, ()) if self._may(camera_id, k)), "")
        if wish is None or not kind:
            return None
        return DeviceClaim(camera_id, kind, reader.size[0] * reader.size[1], wish.prominent, bool(reader.hardware))

    def _may(self, camera_id: str, kind: str) -> bool:
        failed_on_it = sum(failed == kind for _, failed in self._failed)
        return failed_on_it < GIVEN_UP_AFTER and (camera_id, kind) not in self._failed

    def _remember(self, readers: Mapping[str, StreamReader]) -> None:
        now_s = self._clock.monotonic_s()
        self._seen = {cid: seen for cid, seen in self._seen.items() if readers.get(cid) is seen[0]}
        for camera_id, reader in readers.items():
            decoder = reader.decoder
            if decoder is None:
                continue
            for kind, reason in decoder.refused.items():
                self._note(camera_id, kind, reason)
            call, seen = decoder.inside, self._seen.get(camera_id)
            if call == 0 or seen is None or seen[1] != call:
                self._seen[camera_id] = (reader, call, now_s)
            elif now_s - seen[2] >= HUNG_AFTER_S:
                self._note(camera_id, decoder.kind or (reader.grant.kind if reader.grant is not None else ""), HUNG)

    def _note(self, camera_id: str, kind: str, reason: str) -> None:
        if kind and (camera_id, kind) not in self._failed:
            self._failed[camera_id, kind] = reason
            get_logger("streams").warning("device_failed", camera=camera_id, kind=kind, reason=reason)
