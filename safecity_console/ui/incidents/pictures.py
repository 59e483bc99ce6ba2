"""The pictures of an incident: its camera as it is now, and the one kept when it was entered.

Belongs here: the two tiles, reading a kept picture off the GUI thread. Does not belong here: decoding, taking
snapshots, evidence.
Invariants: 1. A live picture says so and moves; one that stands says of when it is. 2. The camera is decoded for this
tile only while it is on screen, and only for who may see the camera. 3. A file that is gone says so. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QImage, QImageReader, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident_parts import IncidentDetail, IncidentFile
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.ui.format import number_text
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.screen import Screen
from safecity_console.ui.theme import RADIUS
from safecity_console.ui.wall.ink import ON_SCRIM, Ink, draw_line, line_height, text_width

HIGH_PX, MOST_PX, RENEW_MS, SCREEN = 138, 245, 125, "incident"


class PictureTile(QWidget):
    """One picture with its word in the corner, or a sentence where there is none."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._ink = Ink(screen.theme, screen.language, 1.0)
        self._image: QImage | None = None
        self._owner: object = None
        self._mark, self._words = "", ""
        self.setFixedHeight(HIGH_PX)
        self.setMaximumWidth(MOST_PX)

    @property
    def has_picture(self) -> bool:
        """Tell whether a picture stands here."""
        return self._image is not None

    def show_image(self, image: QImage | None, mark: str, words: str = "", owner: object = None) -> None:
        """Show a picture with its mark, or words; `owner` keeps the picture's bytes alive."""
        self._image, self._owner, self._mark, self._words = image, owner, mark, words
        self.setAccessibleName(mark or words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, HIGH_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture filling the tile, or the words."""
        theme, painter = self._screen.theme, QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        if self._image is None:
            painter.setPen(QColor(theme.secondary))
            painter.setFont(self._ink.small)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(12, 6, -12, -6), flags, self._words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        part = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(),
                      size.height())
        painter.drawImage(part, self._image)
        wide = text_width(self._ink.small, self._mark) + 14
        high = line_height(self._ink.small) + 4
        box = QRect(6, 6, min(wide, self.width() - 12), high)
        scrim = QColor(theme.scrim)
        scrim.setAlpha(190)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scrim)
        painter.drawRoundedRect(box, RADIUS - 2, RADIUS - 2)
        draw_line(painter, box.adjusted(7, 0, -7, 0), self._ink.small, ON_SCRIM, self._mark)


class Pictures(QWidget):
    """Both tiles side by side; hidden where there is neither."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._deeds = Deeds(self)
        self._camera_id, self._incident_id, self._shown_file = "", "", ""
        self._last: Picture | None = None
        self.live, self.kept = PictureTile(screen), PictureTile(screen)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 4)
        box.setSpacing(6)
        box.addWidget(self.live, 1)
        box.addWidget(self.kept, 1)
        box.addStretch(0)
        self._timer = QTimer(self)
        self._timer.setInterval(RENEW_MS)
        self._timer.timeout.connect(self._on_tick)

    def show_detail(self, detail: IncidentDetail | None) -> None:
        """Show an incident's pictures."""
        if detail is None or detail.incident.id != self._incident_id:
            self._shown_file, self._last = "", None
        self._incident_id = "" if detail is None else detail.incident.id
        self._take_camera(detail)
        file = None if detail is None else next((f for f in detail.files if f.kind == "snapshot"), None)
        self.kept.setVisible(file is not None)
        if file is not None and file.id != self._shown_file:
            self._shown_file = file.id
            self._read(file)
        self.setVisible(bool(self._camera_id) or file is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wish()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._screen.services.streams.show(SCREEN, {})

    # ---- inside ------------------------------------------------------------------------------------------------

    def _take_camera(self, detail: IncidentDetail | None) -> None:
        services, before = self._screen.services, self._camera_id
        linked = [] if detail is None else [one.camera_id for one in detail.cameras if one.link != "nearby"]
        first = detail.incident.camera_id if detail is not None else ""
        wanted = next((one for one in (first, *linked) if one), "")
        seen = bool(wanted) and services.cameras.by_id(wanted) is not None \
            and services.desk.may(Permission.VIEW_LIVE, wanted)
        self._camera_id = wanted if seen else ""
        self.live.setVisible(seen)
        if self._camera_id != before:
            self._last = None
            self.live.show_image(None, "", self.tr("Waiting for a picture"))
            self._wish()

    def _wish(self) -> None:
        if not self.isVisible() or not self._camera_id:
            self._timer.stop()
            self._screen.services.streams.show(SCREEN, {})
            return
        wide = round(max(160, self.live.width()) * self.devicePixelRatioF())
        self._screen.services.streams.show(SCREEN, {self._camera_id: TileWish(wide, wide * 9 // 16)})
        self._timer.start()
        self._on_tick()

    def _on_tick(self) -> None:
        services = self._screen.services
        camera = services.cameras.by_id(self._camera_id)
        if camera is None:
            return
        watch = services.streams.watches().get(camera.id)
        number = number_text(camera.number)
        if watch is None or not watch.works:
            self.live.show_image(None, "", self.tr("Camera {number} gives no picture now.").format(number=number))
            return
        picture = services.streams.slot(camera.id).peek()
        if picture is not None and picture is not self._last:
            self._last = picture
            image = QImage(picture.buffer, picture.width, picture.height, picture.stride,
                           QImage.Format.Format_RGB32)
            self.live.show_image(image, self.tr("{number} live").format(number=number), owner=picture)

    def _read(self, file: IncidentFile) -> None:
        incidents, wanted = self._screen.services.incidents, file
        size = QSize(480, 270)
        self.kept.show_image(None, "", self.tr("Reading the kept picture"))

        def work() -> QImage:
            reader = QImageReader(str(incidents.file_path(wanted)))
            whole = reader.size()
            if not whole.isValid():
                raise Refused("file_unreadable")
            reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
            image = reader.read()
            if image.isNull():
                raise Refused("file_unreadable")
            return image

        self._deeds.ask("incident-picture", work, lambda outcome: self._on_read(wanted, outcome))

    def _on_read(self, file: IncidentFile, outcome: object) -> None:
        if not isinstance(outcome, QImage):
            self.kept.show_image(None, "", self.tr("The kept picture cannot be read."))
            return
        camera = self._screen.services.cameras.by_id(file.camera_id)
        at = self._screen.moment(file.taken_at) if file.taken_at is not None else ""
        mark = self.tr("{number} at {time}").format(number=number_text(camera.number), time=at) \
            if camera is not None else self.tr("at {time}").format(time=at)
        self.kept.show_image(outcome, mark)
