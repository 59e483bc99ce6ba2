"""Logins that cameras have refused, remembered over restarts: cameras lock accounts after a few wrong tries.

Belongs here: recognising the very same login. Does not belong here: stopping the stream (domain/stream.py, channel.py).
Invariants: 1. What is kept is a fingerprint over address, user and the sealed password's bytes, not over the password;
a password entered anew is sealed anew and so counts as another login. 2. Notes do not wait for the disk. Thread: any.
"""

from __future__ import annotations

import hashlib

from safecity_console.core.logs import get_logger
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.registry import put_refused, read_refused, read_sealed
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import WorldError


class LoginMemory:
    """Remembers refused logins by camera."""

    def __init__(self, door: Door, reader: Reader) -> None:
        self._door = door
        self._reader = reader
        self._refused = reader.read(read_refused)

    def refused(self, camera: Camera) -> bool:
        """Tell whether the camera refused the login it has now."""
        return camera.id in self._refused and self._refused[camera.id] == self._fingerprint(camera)

    def note(self, camera: Camera) -> None:
        """Remember that the camera refused its present login."""
        self._keep(camera.id, self._fingerprint(camera))

    def forget(self, camera_id: str) -> None:
        """Forget a refusal, as when the camera shows a picture after all."""
        if camera_id in self._refused:
            self._keep(camera_id, None)

    def _keep(self, camera_id: str, login: str | None) -> None:
        if self._refused.get(camera_id) == login:
            return
        if login is None:
            self._refused.pop(camera_id, None)
        else:
            self._refused[camera_id] = login
        try:
            self._door.submit(lambda tx: put_refused(tx, camera_id, login))
        except WorldError as error:
            get_logger("streams").warning("refusal_not_kept", error=str(error))

    def _fingerprint(self, camera: Camera) -> str:
        sealed = self._reader.read(lambda view: read_sealed(view, camera.id)) or b""
        parts = [camera.user, *sorted(p.url for p in camera.profiles), hashlib.sha256(sealed).hexdigest()]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()
