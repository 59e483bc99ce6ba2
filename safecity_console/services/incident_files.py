"""Files kept with incidents: copied below the data folder, hashed, taken away again where the incident never came.

Belongs here: bytes on the disk. Does not belong here: rows (db/incident_parts.py), who may add one.
Invariants: 1. A file is whole on the disk before its row is written. 2. A row's SHA-256 is over the bytes that lie
there. 3. What was copied for an incident that failed is removed; what a crash leaves is named by `check`. Thread: any;
waits for the disk.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from safecity_console.core.ids import new_id
from safecity_console.core.whole_file import write_whole
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.incident_parts import IncidentFile

FILE_MOST_BYTES = 50_000_000
NAME_MOST = 120
KEPT = "kept"
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


class IncidentFiles:
    """The folder of incident files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, incident_id: str, source: Path, kind: str, camera_id: str = "",
             taken_at: datetime | None = None) -> IncidentFile:
        """Copy a file in; raises Refused("file_unreadable" | "file_large" | "file_unwritable")."""
        try:
            if source.stat().st_size > FILE_MOST_BYTES:
                raise Refused("file_large", most_mb=FILE_MOST_BYTES // 1_000_000)
            if not source.is_file():
                raise Refused("file_unreadable")
            data = source.read_bytes()
        except OSError:
            raise Refused("file_unreadable") from None
        file_id = new_id()
        ending = source.suffix.lower() if _ENDING.fullmatch(source.suffix.lower()) else ""
        path = f"{KEPT}/{incident_id}/{file_id}{ending}"
        try:
            self.place(path).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self.place(path), data)
        except OSError:
            raise Refused("file_unwritable") from None
        return IncidentFile(file_id, clean_line(source.name, NAME_MOST) or "file", path,
                            hashlib.sha256(data).hexdigest(), len(data), clean_line(kind, 40) or "file", camera_id,
                            taken_at)

    def drop(self, file: IncidentFile) -> None:
        """Take a file away whose incident was not written."""
        with suppress(OSError):
            self.place(file.path).unlink()
            self.place(file.path).parent.rmdir()

    def place(self, path: str) -> Path:
        """Give where a file lies."""
        return self._folder / path
