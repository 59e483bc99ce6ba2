"""OpenCV VideoCapture: a thread a stream, resize and colour in OpenCV, painted in one QWidget.

Given its best: one decoder thread a stream, RTSP over TCP, a small probe (stage.py sets the environment).
"""

from __future__ import annotations

import threading

import cv2
from PySide6.QtGui import QImage

from tests.bench.peers.players import qt_stage
from tests.bench.peers.players.orders import Show


def main() -> None:
    """Show the streams."""
    show = Show.from_arguments()
    cv2.setNumThreads(1)
    qt_stage.application()
    tiles = qt_stage.Tiles(show)
    tiles.show()

    def open_streams() -> None:
        for index, url in enumerate(show.urls):
            threading.Thread(target=_read, args=(tiles, index, url, show.rects[index]), daemon=True).start()

    qt_stage.run(show.rects, open_streams)


def _read(tiles: qt_stage.Tiles, index: int, url: str, rect: tuple[int, int, int, int]) -> None:
    capture = cv2.VideoCapture(url, cv2.CAP_FFMPEG)
    size = rect[2], rect[3]
    while True:
        good, picture = capture.read()
        if not good:
            return
        if picture.shape[1::-1] != size:
            picture = cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR)
        shown = cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)
        image = QImage(shown.data, size[0], size[1], shown.strides[0], QImage.Format.Format_RGB32)
        image._bytes = shown  # held as long as the image
        tiles.put(index, image)


if __name__ == "__main__":
    main()
