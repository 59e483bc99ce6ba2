"""Pictures of watch notices: taken in from a file, kept below the data folder, read back whole or not at all.

Belongs here: the folder, bounds of what is read, checking what is read back. Does not belong here: decoding
(video/picture_file.py), who may post (watch_notices.py).
Invariants: 1. A file is ours before a row names it, and is named by its own SHA-256: a kill between the two leaves a
file nobody names, which is swept later. 2. What is given out has the hash its row says. 3. Pictures are private files
(0600). Thread: any; taking in blocks for a child process.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from safecity_console.core.whole_file import write_whole
from safecity_console.domain.errors import Refused
from safecity_console.domain.watch_notice import WatchPicture
from safecity_console.video.picture_file import BYTES_MOST, PictureUnfit, Unfit, header_size, made_own

FOLDER = "watch"
_CODES = {Unfit.KIND: "picture_kind", Unfit.SIZE: "picture_pixels", Unfit.BROKEN: "picture_broken"}
_SWEPT_AFTER_S = 3600.0


class WatchPictures:
    """The pictures below one folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / FOLDER

    def take_in(self, path: Path) -> WatchPicture:
        """Make a file into one of ours.

        Raises Refused("file_unreadable" | "picture_bytes" | "picture_kind" | "picture_pixels" | "picture_broken" |
        "file_unwritable").
        """
        return self.keep(read_bounded(path))

    def keep(self, data: bytes) -> WatchPicture:
        """Make bytes of a picture into one of ours; raises as `take_in`."""
        try:
            header_size(data)
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryDirectory(dir=self._folder, prefix=".in-", ignore_cleanup_errors=True) as rough:
                source = Path(rough) / "given"
                write_whole(source, data)
                own = made_own(source, Path(rough) / "own.jpg")
            digest = hashlib.sha256(own.data).hexdigest()
            name = f"{digest[:32]}.jpg"
            write_whole(self._folder / name, own.data)
        except PictureUnfit as unfit:
            raise Refused(_CODES[unfit.why]) from None
        except OSError:
            raise Refused("file_unwritable") from None
        return WatchPicture(f"{FOLDER}/{name}", digest, own.width, own.height)

    def read(self, picture: WatchPicture) -> bytes:
        """Give a picture's bytes; raises Refused("picture_gone" | "picture_changed")."""
        try:
            data = (self._root / picture.path).read_bytes()
        except OSError:
            raise Refused("picture_gone") from None
        if hashlib.sha256(data).hexdigest() != picture.sha256:
            raise Refused("picture_changed")
        return data

    def sweep(self, named: Collection[str], now_s: float) -> int:
        """Delete our files that no row names and that are old enough not to be under way; gives how many."""
        gone = 0
        with suppress(OSError):
            for path in self._folder.iterdir():
                old = now_s - path.stat().st_mtime > _SWEPT_AFTER_S
                if path.suffix == ".jpg" and old and f"{FOLDER}/{path.name}" not in named:
                    path.unlink()
                    gone += 1
        return gone


def read_bounded(path: Path) -> bytes:
    """Read a plain file of bounded size; raises Refused("file_unreadable" | "picture_bytes")."""
    try:
        # Not blocking: a pipe given as a picture would wait for its writer for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refused("file_unreadable")
            data = file.read(BYTES_MOST + 1)
    except OSError:
        raise Refused("file_unreadable") from None
    if len(data) > BYTES_MOST:
        raise Refused("picture_bytes", megabytes=BYTES_MOST // 1024 ** 2)
    return data
