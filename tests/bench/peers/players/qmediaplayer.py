"""QMediaPlayer with a QVideoSink a stream, painted in one QWidget.

Not QVideoWidget: it draws by OpenGL, which on a screen without a graphics card costs some twenty times a raster paint.
Given its best: playback for low latency, the smallest probe, RTSP over TCP.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer, QPlaybackOptions, QVideoFrame, QVideoSink

from tests.bench.peers.players import qt_stage
from tests.bench.peers.players.orders import Show


def main() -> None:
    """Show the streams."""
    show = Show.from_arguments()
    qt_stage.application()
    tiles = qt_stage.Tiles(show)
    tiles.show()
    players: list[tuple[QMediaPlayer, QVideoSink]] = []

    def open_streams() -> None:
        for index, url in enumerate(show.urls):
            players.append(_player(tiles, index, url))

    qt_stage.run(show.rects, open_streams)


def _player(tiles: qt_stage.Tiles, index: int, url: str) -> tuple[QMediaPlayer, QVideoSink]:
    player, sink = QMediaPlayer(), QVideoSink()
    options = QPlaybackOptions()
    options.setPlaybackIntent(QPlaybackOptions.PlaybackIntent.LowLatencyStreaming)
    options.setProbeSize(2048)
    player.setPlaybackOptions(options)

    def take(frame: QVideoFrame) -> None:
        if frame.isValid():
            tiles.put(index, QVideoFrame(frame))

    sink.videoFrameChanged.connect(take)
    player.setVideoSink(sink)
    # libav's own way to say TCP in an address; Qt has no option for it.
    player.setSource(QUrl(url + "?tcp" if url.startswith("rtsp") else url))
    player.play()
    return player, sink


if __name__ == "__main__":
    main()
