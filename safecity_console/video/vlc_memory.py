"""VLC's doors into memory: pictures out of it, bytes into it, what it tells of a track.

Belongs here: the callbacks VLC calls and the buffers they fill. Does not belong here: which VLC can do what
(vlc_probe.py), a connection's life (vlc_reader.py).
Invariants: 1. A picture's size is bounded whatever a stream claims; three buffers and no more. 2. The buffer VLC
writes into is neither the newest nor the one being copied. 3. A callback never raises into C and never waits for
Python's other threads longer than a copy. 4. Whoever attached these to a player keeps them until the player was
released: `vlc` is given, so that this module loads without it. Threads: VLC's for the callbacks, one that takes.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any

import numpy as np

WIDEST, HIGHEST = 1920, 1200
LEAST = 16
BUFFERS = 3
ALIGN = 32
UNKNOWN_SIZE = 2**64 - 1
Pixels = np.ndarray[Any, np.dtype[np.uint8]]

_Words = ctypes.POINTER(ctypes.c_uint)
# python-vlc declares the chroma as text, which ctypes hands over as a copy: what is written there never reaches VLC.
_FormatCb = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p, _Words, _Words, _Words, _Words)
_CleanupCb = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_LockCb = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
_UnlockCb = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
_DisplayCb = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
_OpenCb = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p),
                           ctypes.POINTER(ctypes.c_uint64))
_ReadCb = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)
_CloseCb = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class _Track(ctypes.Structure):
    # libvlc_media_track_t of VLC 3. python-vlc 3.0.21203 takes its union for three pointers: its own .video is garbage.
    _fields_ = (("codec", ctypes.c_uint32), ("original", ctypes.c_uint32), ("id", ctypes.c_int), ("type", ctypes.c_int),
                ("profile", ctypes.c_int), ("level", ctypes.c_int), ("video", ctypes.c_void_p))


class _Video(ctypes.Structure):
    _fields_ = (("height", ctypes.c_uint), ("width", ctypes.c_uint), ("sar_num", ctypes.c_uint),
                ("sar_den", ctypes.c_uint), ("rate_num", ctypes.c_uint), ("rate_den", ctypes.c_uint))


VIDEO_TRACK = 1


def track_told(track: Any) -> tuple[str, float] | None:
    """Give codec and pictures per second of a video track of libvlc; None for other tracks."""
    ours = ctypes.cast(ctypes.byref(track), ctypes.POINTER(_Track)).contents
    if ours.type != VIDEO_TRACK or not ours.video:
        return None
    figures = ctypes.cast(ours.video, ctypes.POINTER(_Video)).contents
    name = int(ours.codec).to_bytes(4, "little").decode("ascii", "replace").lower()
    return "".join(c for c in name if c.isalnum())[:4], min(240.0, figures.rate_num / max(1, figures.rate_den))


class PictureMemory:
    """The newest picture of one player, as rows of B, G, R, X."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._fresh = threading.Event()
        self._buffers: list[Pixels] = []
        self._size = (0, 0)
        self._newest: int | None = None
        self._copying: int | None = None
        self._callbacks = (_FormatCb(self._format), _CleanupCb(self._cleanup), _LockCb(self._next), _UnlockCb(_nothing),
                           _DisplayCb(self._display))
        self.count = 0

    def attach(self, vlc: Any, player: Any) -> None:
        """Have a player show its pictures here."""
        form, cleanup, lock, unlock, display = self._callbacks
        vlc.libvlc_video_set_format_callbacks(player, form, cleanup)
        vlc.libvlc_video_set_callbacks(player, lock, unlock, display, None)

    def wait(self, timeout_s: float) -> bool:
        """Wait for a picture not taken yet."""
        return self._fresh.wait(timeout_s)

    def wake(self) -> None:
        """End the wait, picture or not."""
        self._fresh.set()

    def take(self) -> Pixels | None:
        """Give a copy of the newest picture, height x width x 4; None where there is none yet."""
        with self._lock:
            self._fresh.clear()
            index = self._copying = self._newest
            width, height = self._size
            if index is None:
                return None
            rows = self._buffers[index]
        try:
            return rows[:, : width * 4].reshape(height, width, 4).copy()
        finally:
            with self._lock:
                self._copying = None

    def _format(self, _opaque: Any, chroma: int, widths: Any, heights: Any, pitches: Any, lines: Any) -> int:
        width, height = bounded(int(widths[0]), int(heights[0]))
        pitch = -(-width * 4 // ALIGN) * ALIGN
        ctypes.memmove(chroma, b"RV32", 4)
        widths[0], heights[0], pitches[0], lines[0] = width, height, pitch, height
        with self._lock:
            self._buffers = [_aligned(height, pitch) for _ in range(BUFFERS)]
            self._size, self._newest = (width, height), None
        return BUFFERS

    def _cleanup(self, _opaque: Any) -> None:
        with self._lock:
            self._newest = None  # the buffers stay: VLC may still be writing the last one

    def _next(self, _opaque: Any, planes: Any) -> int:
        with self._lock:
            taken = (self._newest, self._copying)
            index = next(i for i in range(BUFFERS) if i not in taken)
            planes[0] = self._buffers[index].ctypes.data
        return index + 1

    def _display(self, _opaque: Any, picture: int | None) -> None:
        with self._lock:
            self._newest = (picture or 1) - 1
            self.count += 1
        self._fresh.set()


class ByteFeed:
    """Bytes VLC is given instead of an address: it opens no connection of its own."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._callbacks = (_OpenCb(_open), _ReadCb(self._give), _CloseCb(_nothing_of_one))
        self.bytes = 0
        self.ended = False

    def media(self, vlc: Any, instance: Any) -> Any:
        """Make the media that reads here."""
        opened, read, close = self._callbacks
        return vlc.libvlc_media_new_callbacks(instance, opened, read, None, close, None)

    def _give(self, _opaque: Any, target: int, most: int) -> int:
        if self.ended:
            return 0
        try:
            part = self._read(min(most, 65_536))[:most]
        except (OSError, ValueError):
            part = b""
        if not part:
            self.ended = True
            return 0
        ctypes.memmove(target, part, len(part))
        self.bytes += len(part)
        return len(part)


def bounded(width: int, height: int) -> tuple[int, int]:
    """Give the size pictures are asked for in: the stream's own, shrunk in proportion where it is larger than ours."""
    width, height = max(LEAST, width), max(LEAST, height)
    scale = min(1.0, WIDEST / width, HIGHEST / height)
    return max(LEAST, round(width * scale) // 2 * 2), max(LEAST, round(height * scale) // 2 * 2)


def _aligned(height: int, pitch: int) -> Pixels:
    whole = np.zeros(height * pitch + ALIGN, np.uint8)
    skip = -whole.ctypes.data % ALIGN
    return whole[skip : skip + height * pitch].reshape(height, pitch)


def _open(_opaque: Any, _data: Any, size: Any) -> int:
    size[0] = UNKNOWN_SIZE
    return 0


def _nothing(_opaque: Any, _picture: Any, _planes: Any) -> None:
    """Unlocking needs nothing: a buffer is chosen anew for each picture."""


def _nothing_of_one(_opaque: Any) -> None:
    """Closing needs nothing: whoever made the feed closes what it reads."""
