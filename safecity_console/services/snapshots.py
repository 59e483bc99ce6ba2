"""Snapshots: what a camera shows now, at full size, as a PNG that says whose and when.

Belongs here: taking one. Does not belong here: PNG bytes (video/still.py), evidence packages (later).
Invariants: 1. The picture is the camera's main stream at its own size, not the tile's; where that does not come within
`FULL_PATIENCE_S`, the small stream's picture of the very moment is kept, and its name and text say so. 2. Its metadata
names camera, place, stream, UTC and local time, console version and the SHA-256 of its pixels. 3. No old picture is
passed off as now. 4. Who takes one needs to see the camera and SNAPSHOT for it; each is in the audit with its SHA-256.
Thread: any; blocks for the main stream and the encoding.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from av.video.frame import VideoFrame

from safecity_console import __version__
from safecity_console.core.clock import Clock
from safecity_console.core.slot import NewestSlot
from safecity_console.core.whole_file import write_whole
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.errors import Refused
from safecity_console.domain.picture import TileWish
from safecity_console.services.cameras import CameraService
from safecity_console.services.channel import AddressOf
from safecity_console.services.desk import Desk
from safecity_console.services.settings import SettingsService
from safecity_console.services.streams import StreamService
from safecity_console.video import still
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan, StreamReader

FRESH_S = 2.0
FULL_PATIENCE_S = 1.5
SLICE_S = 0.01


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """A snapshot on disk; `sha256` is over its RGB pixels, `role` the stream it came from."""

    path: Path
    sha256: str
    width: int
    height: int
    taken_at: datetime
    role: StreamRole = StreamRole.MAIN


class SnapshotService:
    """Takes snapshots into one folder."""

    def __init__(self, cameras: CameraService, streams: StreamService, address_of: AddressOf,
                 settings: SettingsService, clock: Clock, folder: Path, desk: Desk) -> None:
        self._cameras = cameras
        self._streams = streams
        self._address_of = address_of
        self._settings = settings
        self._clock = clock
        self._folder = folder
        self._desk = desk

    def take(self, camera_id: str) -> SnapshotFile:
        """Write the camera's picture of now; raises Refused("no_picture"), Refused("camera_unknown"), OSError."""
        camera = self._cameras.by_id(camera_id)
        if camera is None:
            raise Refused("camera_unknown")
        about = Subject("camera", str(camera.number))
        self._desk.must(Permission.VIEW_LIVE, about, camera_id)
        actor = self._desk.must(Permission.SNAPSHOT, about, camera_id)
        reader = self._streams.reader_of(camera_id)
        frame = reader.last_frame if reader is not None else None
        seen_s = reader.last_picture_s if reader is not None else None
        # libav hands out the last picture it holds when it gives a silent connection up: it is as old as it is behind.
        age_s = None if reader is None or seen_s is None else self._clock.monotonic_s() - seen_s + reader.lag_s
        if frame is None or age_s is None or age_s > FRESH_S:
            raise Refused("no_picture", number=camera.number)
        taken_at = self._clock.now()
        role = self._role_of(camera)
        if role is StreamRole.SUB and camera.has_two_streams:
            full = self._full_frame(camera)
            frame, role = (full, StreamRole.MAIN) if full is not None else (frame, role)
        try:
            rgb = still.rgb_of(frame)
            digest = still.pixels_sha256(rgb)
            data = still.png_bytes(rgb, self._texts(camera, role, taken_at, digest))
        except still.StillFailed:
            raise Refused("no_picture", number=camera.number) from None
        width, height = int(rgb.shape[1]), int(rgb.shape[0])
        path = self._folder / self._name(camera, taken_at, f"{width}x{height}")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, data)
        self._desk.note(Action.SNAPSHOT, about, Outcome.DONE, actor, sha256=digest, file=path.name, stream=role.value)
        return SnapshotFile(path, digest, width, height, taken_at, role)

    def _role_of(self, camera: Camera) -> StreamRole:
        watch = self._streams.watches().get(camera.id)
        return watch.facts.role if watch is not None else StreamRole.SUB

    def _full_frame(self, camera: Camera) -> VideoFrame | None:
        """Open the main stream for one picture; None where it does not come in time."""
        plan = ReaderPlan("snapshot", self._address_of(camera, StreamRole.MAIN), NewestSlot(), PictureProbe(),
                          self._clock, _nobody, check_picture=False)
        reader = StreamReader(plan)
        reader.wish = TileWish(16, 16)
        reader.start()
        until_s = self._clock.monotonic_s() + FULL_PATIENCE_S
        try:
            while reader.alive and self._clock.monotonic_s() < until_s:
                frame = reader.last_frame
                if frame is not None:
                    return frame
                time.sleep(SLICE_S)
            return None
        finally:
            reader.ask_stop()

    def _texts(self, camera: Camera, role: StreamRole, taken_at: datetime, digest: str) -> dict[str, str]:
        local = taken_at.astimezone(ZoneInfo(str(self._settings.get("screen.time_zone"))))
        return {
            "Title": f"Camera {camera.number} {camera.name}",
            "Camera-Number": str(camera.number),
            "Camera-Name": camera.name,
            "Camera-Id": camera.id,
            "Place": camera.site_name,
            "Stream": role.value,
            "Taken-UTC": taken_at.isoformat(timespec="milliseconds"),
            "Taken-Local": local.isoformat(timespec="milliseconds"),
            "Pixels-SHA256": digest,
            "Software": f"SafeCity Console {__version__}",
        }

    def _name(self, camera: Camera, taken_at: datetime, size: str) -> str:
        plain = re.sub(r"[^a-z0-9]+", "-", camera.name.lower()).strip("-")[:40] or "camera"
        return f"{taken_at:%Y%m%dT%H%M%S}{taken_at.microsecond // 1000:03d}Z_{camera.number:02d}_{plain}_{size}.png"


def _nobody() -> None:
    """Wake nobody: the frame is looked for."""
