"""Writing a file so that it is there whole or not at all.

Belongs here: the one way to write what somebody will want to read back. Does not belong here: what is in it.
Invariants: 1. After a full disk or a power cut the file is the old one or the new one, never a part of one. 2. A failed
write leaves nothing beside it. 3. What is for others never takes the place of a console's own data: a save dialog
could else rub out the audit. Thread: any; waits for the disk.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

PRIVATE, SHARED = 0o600, 0o666
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # Windows would turn \n into \r\n


def write_whole(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Write a file in place of the one that bears its name; raises OSError."""
    if mode == SHARED and _is_of_a_console(path):
        raise PermissionError(errno.EPERM, "a paper does not go into a console's data folder", str(path))
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.unlink(missing_ok=True)  # what lies there may be a link, or let others read what is written
        handle = os.open(temporary, _FLAGS, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def _is_of_a_console(path: Path) -> bool:
    """Tell whether a path leads below a folder with a console's database."""
    return any((folder / "console.db").exists() for folder in path.resolve().parents)
