"""libVLC by its memory output (vmem, RV32 at the tile's size), painted in one QWidget.

Given its best: no cache beyond what keeps it playing, one decoder thread, no sound, no hardware. `--can-open` tells
whether this build opens an address at all: Debian's has no live555 and opens no rtsp.
"""

from __future__ import annotations

import ctypes
import sys
import time
from typing import Any

import vlc
from PySide6.QtGui import QImage

from tests.bench.peers.players import qt_stage
from tests.bench.peers.players.orders import Show, answer

OPTIONS = ("--no-audio", "--avcodec-threads=1", "--avcodec-hw=none", "--network-caching=300", "--live-caching=300",
           "--no-video-title-show", "--no-spu", "--no-osd", "--quiet", "--no-xlib")
RTSP_BY_TCP = ":rtsp-tcp"  # of one medium: a build without live555 does not know it and would refuse to start
TRIAL_S = 6.0


class Screen:
    """Two buffers a tile: libVLC writes one while the other is painted."""

    def __init__(self, player: Any, tiles: qt_stage.Tiles, index: int, size: tuple[int, int]) -> None:
        self._tiles, self._index, self._size = tiles, index, size
        self._buffers = [ctypes.create_string_buffer(size[0] * size[1] * 4) for _ in range(3)]
        self._images = [QImage(memoryview(b), *size, size[0] * 4, QImage.Format.Format_RGB32) for b in self._buffers]
        self._at = 0
        # The callbacks are held here: libVLC keeps only their addresses.
        self.callbacks = (vlc.CallbackDecorators.VideoLockCb(self._lock),
                          vlc.CallbackDecorators.VideoDisplayCb(self._display))
        player.video_set_callbacks(self.callbacks[0], None, self.callbacks[1], None)
        player.video_set_format("RV32", size[0], size[1], size[0] * 4)

    def _lock(self, _opaque: Any, planes: Any) -> int:
        self._at = (self._at + 1) % len(self._buffers)
        ctypes.cast(planes, ctypes.POINTER(ctypes.c_void_p))[0] = ctypes.addressof(self._buffers[self._at])
        return self._at

    def _display(self, _opaque: Any, picture: Any) -> None:
        self._tiles.put(self._index, self._images[picture or 0])


def main() -> None:
    """Show the streams, or tell whether one can be opened."""
    if sys.argv[1] == "--can-open":
        answer(can_open=_can_open(sys.argv[2]))
        return
    show = Show.from_arguments()
    qt_stage.application()
    tiles = qt_stage.Tiles(show)
    tiles.show()
    instance = vlc.Instance(*OPTIONS)
    held: list[Any] = []

    def open_streams() -> None:
        for index, url in enumerate(show.urls):
            player = instance.media_player_new()
            held.append((player, Screen(player, tiles, index, show.rects[index][2:])))
            player.set_media(instance.media_new(url, RTSP_BY_TCP))
            player.play()

    qt_stage.run(show.rects, open_streams)


def _can_open(url: str) -> bool:
    instance = vlc.Instance(*OPTIONS, "--vout=dummy")
    player = instance.media_player_new()
    player.set_media(instance.media_new(url, RTSP_BY_TCP))
    player.play()
    until_s = time.monotonic() + TRIAL_S
    while time.monotonic() < until_s:
        if player.get_time() > 0 or player.video_get_size(0) != (0, 0):
            return True
        time.sleep(0.05)
    return False


if __name__ == "__main__":
    main()
