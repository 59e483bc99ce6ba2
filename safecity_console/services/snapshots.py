"""Snapshots: what a camera shows now, at full size, as a PNG that says whose and when.

Belongs here: taking one. Does not belong here: PNG bytes (video/still.py), evidence packages (later).
Invariants: 1. The picture is the stream's own size, not the tile's. 2. Its metadata names camera, place, UTC and local
time, console version and the SHA-256 of its pixels. 3. No old picture is passed off as now. Thread: any; blocks for the
encoding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from safecity_console import __version__
from safecity_console.core.clock import Clock
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.services.cameras import CameraService
from safecity_console.services.settings import SettingsService
from safecity_console.services.streams import StreamService
from safecity_console.video import still

FRESH_S = 2.0


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """A snapshot on disk; `sha256` is over its RGB pixels."""

    path: Path
    sha256: str
    width: int
    height: int
    taken_at: datetime


class SnapshotService:
    """Takes snapshots into one folder."""

    def __init__(self, cameras: CameraService, streams: StreamService, settings: SettingsService, clock: Clock,
                 folder: Path) -> None:
        self._cameras = cameras
        self._streams = streams
        self._settings = settings
        self._clock = clock
        self._folder = folder

    def take(self, camera_id: str) -> SnapshotFile:
        """Write the camera's picture of now; raises Refused("no_picture"), Refused("camera_unknown"), OSError."""
        camera = self._cameras.by_id(camera_id)
        if camera is None:
            raise Refused("camera_unknown")
        reader = self._streams.reader_of(camera_id)
        frame = reader.last_frame if reader is not None else None
        seen_s = reader.last_picture_s if reader is not None else None
        if frame is None or seen_s is None or self._clock.monotonic_s() - seen_s > FRESH_S:
            raise Refused("no_picture", number=camera.number)
        taken_at = self._clock.now()
        try:
            rgb = still.rgb_of(frame)
            digest = still.pixels_sha256(rgb)
            data = still.png_bytes(rgb, self._texts(camera, taken_at, digest))
        except still.StillFailed:
            raise Refused("no_picture", number=camera.number) from None
        path = self._folder / self._name(camera, taken_at)
        still.write_whole(path, data)
        return SnapshotFile(path, digest, int(rgb.shape[1]), int(rgb.shape[0]), taken_at)

    def _texts(self, camera: Camera, taken_at: datetime, digest: str) -> dict[str, str]:
        local = taken_at.astimezone(ZoneInfo(str(self._settings.get("screen.time_zone"))))
        return {
            "Title": f"Camera {camera.number} {camera.name}",
            "Camera-Number": str(camera.number),
            "Camera-Name": camera.name,
            "Camera-Id": camera.id,
            "Place": camera.site_name,
            "Taken-UTC": taken_at.isoformat(timespec="milliseconds"),
            "Taken-Local": local.isoformat(timespec="milliseconds"),
            "Pixels-SHA256": digest,
            "Software": f"SafeCity Console {__version__}",
        }

    def _name(self, camera: Camera, taken_at: datetime) -> str:
        plain = re.sub(r"[^a-z0-9]+", "-", camera.name.lower()).strip("-")[:40] or "camera"
        return f"{taken_at:%Y%m%dT%H%M%S}{taken_at.microsecond // 1000:03d}Z_{camera.number:02d}_{plain}.png"
