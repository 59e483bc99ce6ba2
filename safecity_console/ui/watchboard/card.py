"""One notice as a card: its picture, what it is, until when, who saw it last, and the button "Seen".

Belongs here: the widgets of a card. Does not belong here: which notices there are (board.py, page.py).
Invariants: 1. A missing child is red and says so in words. 2. A picture that cannot be shown says so. 3. All texts of
people are plain text. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from safecity_console.domain.watch_notice import OnBoard, WatchKind, WatchPicture, WatchState
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.screen import Screen
from safecity_console.ui.style import mark
from safecity_console.ui.watchboard.pictures import NoticePictures
from safecity_console.ui.watchboard.words import KIND_ICONS, seen_words, until_words, watch_kind_word
from safecity_console.ui.widgets.basics import button, column, label, outside_label, row

FACE, CHILD_FACE = QSize(84, 104), QSize(104, 128)
ROUND_PX = 6
_ICON_PX = 34


class Face(QWidget):
    """The picture of a notice, or its kind's icon where it has none."""

    def __init__(self, screen: Screen, pictures: NoticePictures, kind: WatchKind, picture: WatchPicture | None,
                 size: QSize = FACE) -> None:
        super().__init__()
        self._screen, self._pictures, self._kind, self._picture = screen, pictures, kind, picture
        self.setFixedSize(size)
        self.setAccessibleName(watch_kind_word(kind))
        if picture is not None:
            pictures.ready.connect(self._on_ready)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, its middle where it is longer than the frame."""
        theme, painter = self._screen.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), ROUND_PX, ROUND_PX)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), QColor(theme.control))
        dpr = self.devicePixelRatioF()
        wanted = QSize(round(self.width() * dpr), round(self.height() * dpr))
        shown = self._pictures.get(self._picture, wanted) if self._picture is not None else None
        if shown is not None:
            cut = QRectF((shown.width() - wanted.width()) / 2, (shown.height() - wanted.height()) / 2,
                         wanted.width(), wanted.height())
            painter.drawPixmap(QRectF(self.rect()), shown, cut)
            return
        failed = self._picture is not None and self._pictures.failed(self._picture, wanted)
        drawn = icon_pixmap("image-off" if failed else KIND_ICONS[self._kind], theme.secondary, _ICON_PX, dpr)
        painter.drawPixmap((self.width() - _ICON_PX) // 2, (self.height() - _ICON_PX) // 2, drawn)

    def _on_ready(self, sha256: str) -> None:
        if self._picture is not None and sha256 == self._picture.sha256:
            if self._pictures.failed(self._picture, self.size()):
                self.setToolTip(self.tr("The picture cannot be shown: its file is missing or was changed."))
            self.update()


class NoticeCard(QFrame):
    """The card; a press or Enter chooses it."""

    chosen = Signal(str)
    seen_wanted = Signal(str)

    def __init__(self, screen: Screen, pictures: NoticePictures, one: OnBoard) -> None:
        super().__init__()
        notice = one.notice
        self.notice_id = notice.id
        self._screen, self._one = screen, one
        self.setProperty("surface", "entry")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        child, open_now = notice.kind is WatchKind.MISSING_CHILD, notice.state(screen.services.clock.now())
        bar = QFrame()
        bar.setProperty("bar", "critical" if child and open_now is WatchState.OPEN else "quiet")
        bar.setFixedWidth(3)
        kind = label(watch_kind_word(notice.kind), "critical" if child else "secondary")
        number = label(ltr(notice.label), "secondary")
        title = outside_label(notice.title, screen.direction, "strong")
        self._until = outside_label("", screen.direction, "small")
        self._seen = outside_label("", screen.direction, "small")
        lines = column(spacing=3)
        lines.addLayout(row(kind, None, number))
        lines.addWidget(title)
        if notice.plate:
            plate = label(ltr(notice.plate), "key")
            lines.addLayout(row(plate, None))
        lines.addStretch(1)
        lines.addWidget(self._until)
        lines.addWidget(self._seen)
        self.seen = button(self.tr("Seen"), "small", screen.theme, "eye",
                           self.tr("Notes that you see it now, with the selected camera."))
        self.seen.clicked.connect(lambda: self.seen_wanted.emit(self.notice_id))
        self.seen.setVisible(open_now is WatchState.OPEN)
        lines.addLayout(row(self.seen, None))
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(10)
        box.addWidget(bar)
        face = Face(screen, pictures, notice.kind, notice.picture, CHILD_FACE if child else FACE)
        box.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(lines, 1)
        self.setAccessibleName(f"{watch_kind_word(notice.kind)} · {notice.title}")
        self.renew()

    @property
    def one(self) -> OnBoard:
        """Give what the card shows."""
        return self._one

    def mark_chosen(self, chosen: bool) -> None:
        """Show that this one is seen whole beside the cards."""
        mark(self, "chosen", "yes" if chosen else "no")

    def renew(self) -> None:
        """Say anew what depends on the time."""
        self._until.setText(until_words(self._one.notice, self._screen))
        self._seen.setText(seen_words(self._one, self._screen))
        self.setAccessibleDescription(f"{self._until.text()} · {self._seen.text()}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.notice_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose it by Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.notice_id)
        else:
            super().keyPressEvent(event)
