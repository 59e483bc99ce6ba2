"""GStreamer: rtspsrc, avdec_h264, videoscale, videoconvert, ximagesink into a native window a tile of a Qt process.

Given its best: no jitter buffer, RTSP over TCP, one decoder thread, pictures drawn when they come.
"""

from __future__ import annotations

from typing import Any

import gi
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.bench.peers.players import qt_stage
from tests.bench.peers.players.orders import Show

gi.require_version("Gst", "1.0")
gi.require_version("GstVideo", "1.0")
from gi.repository import Gst, GstVideo  # noqa: E402, F401 - GstVideo lends the sinks set_window_handle

RTSP = "rtspsrc location={url} latency=0 protocols=tcp ! rtph264depay ! h264parse"
HTTP = "souphttpsrc location={url} is-live=true ! tsdemux latency=0 ! h264parse"
REST = (" ! avdec_h264 max-threads=1 ! videoscale method=bilinear ! videoconvert n-threads=1"
        " ! video/x-raw,width={width},height={height} ! ximagesink name=sink sync=false force-aspect-ratio=false")


def main() -> None:
    """Show the streams."""
    show = Show.from_arguments()
    qt_stage.application()
    Gst.init(None)
    window = QWidget()
    window.setGeometry(0, 0, show.width, show.height)
    tiles = [_native(window, rect) for rect in show.rects]
    window.show()
    pipelines: list[Any] = []

    def open_streams() -> None:
        for url, tile, rect in zip(show.urls, tiles, show.rects, strict=True):
            text = (RTSP if url.startswith("rtsp") else HTTP) + REST
            pipeline = Gst.parse_launch(text.format(url=url, width=rect[2], height=rect[3]))
            pipeline.get_by_name("sink").set_window_handle(int(tile.winId()))
            pipeline.set_state(Gst.State.PLAYING)
            pipelines.append(pipeline)

    qt_stage.run(show.rects, open_streams)


def _native(window: QWidget, rect: tuple[int, int, int, int]) -> QWidget:
    tile = QWidget(window)
    tile.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
    tile.setAttribute(Qt.WidgetAttribute.WA_PaintOnScreen)
    tile.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    tile.setGeometry(*rect)
    return tile


if __name__ == "__main__":
    main()
