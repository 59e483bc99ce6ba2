"""Pictures of notices for the screen: read and scaled off the GUI thread, kept while the board lives.

Belongs here: the job, a small store by hash and size. Does not belong here: reading and checking the file
(services/watch_pictures.py), showing (card.py).
Invariants: 1. Only pictures that the console made itself are decoded here. 2. A picture that is missing or is another
one is told as such, never left out in silence. 3. At most `KEPT` pictures are held. Thread: one of Qt's pool, answers
in the GUI's.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QPixmap

from safecity_console.core.logs import get_logger
from safecity_console.domain.errors import WorldError
from safecity_console.domain.watch_notice import WatchPicture
from safecity_console.services.watch_notices import WatchNoticeService

KEPT = 200
Key = tuple[str, int, int]


class NoticePictures(QObject):
    """Gives pictures at a size; `ready` tells that one came (its SHA-256)."""

    ready = Signal(str)
    _came = Signal(object, object)

    def __init__(self, notices: WatchNoticeService, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = notices
        self._kept: dict[Key, QPixmap] = {}
        self._asked: set[Key] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def get(self, picture: WatchPicture, size: QSize) -> QPixmap | None:
        """Give a picture that fits into a size; None: it is not there yet (it is asked for), or cannot be shown."""
        key = (picture.sha256, size.width(), size.height())
        found = self._kept.get(key)
        if found is None and key not in self._asked:
            self._asked.add(key)
            self._pool.start(_Job(self, self._notices, picture, key))
        return found if found is not None and not found.isNull() else None

    def failed(self, picture: WatchPicture, size: QSize) -> bool:
        """Tell whether a picture cannot be shown."""
        found = self._kept.get((picture.sha256, size.width(), size.height()))
        return found is not None and found.isNull()

    def release(self) -> None:
        """Wait for what is under way."""
        self._pool.clear()
        self._pool.waitForDone(2000)

    def hand_over(self, key: Key, image: QImage) -> None:
        """Take a picture over; any thread."""
        self._came.emit(key, image)

    def _on_came(self, key: Key, image: QImage) -> None:
        while len(self._kept) >= KEPT:
            gone = next(iter(self._kept))
            del self._kept[gone]
            self._asked.discard(gone)
        self._kept[key] = QPixmap.fromImage(image)
        self.ready.emit(key[0])


class _Job(QRunnable):
    def __init__(self, owner: NoticePictures, notices: WatchNoticeService, picture: WatchPicture, key: Key) -> None:
        super().__init__()
        self._owner, self._notices, self._picture, self._key = owner, notices, picture, key

    def run(self) -> None:
        """Read, decode, scale."""
        image = QImage()
        try:
            image.loadFromData(self._notices.picture(self._picture))
            if not image.isNull():
                image = image.scaled(self._key[1], self._key[2], Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                                     Qt.TransformationMode.SmoothTransformation)
        except WorldError as error:
            get_logger("watchboard").warning("picture_not_shown", error=str(error))
        self._owner.hand_over(self._key, image)
