"""Posting a watch notice, or changing one.

Belongs here: the dialog's fields. Does not belong here: what may be posted (domain/watch_notice.py), taking a picture
in (services/watch_pictures.py).
Invariants: 1. A picture chosen here is not decoded in this process: it is shown once it was taken in and is one of
ours. 2. What was typed stays where it is refused. 3. An expiry that was not touched stays to the second. Thread: GUI;
posting is done off it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from safecity_console.domain.errors import Refused
from safecity_console.domain.watch_notice import (
    ISSUER_MOST,
    LONGEST,
    PLATE_MOST,
    TITLE_MOST,
    WatchKind,
    WatchNotice,
)
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.watchboard.words import watch_kind_word
from safecity_console.ui.widgets.basics import ElidedLabel, button, label, roomy, row
from safecity_console.ui.widgets.field import Field

WIDE_PX, USUAL_DAYS, CHILD_DAYS = 560, 30, 3
_FIELDS = {"watch_title_missing": "title", "watch_issuer_missing": "issuer", "watch_plate_missing": "plate",
           "watch_expiry": "days"}


class NoticeDialog(QDialog):
    """The dialog; `notice` None posts a new one."""

    said = Signal(str, str)
    posted = Signal(str)

    def __init__(self, screen: Screen, notice: WatchNotice | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._notice = screen, notice
        self._picture: Path | None = None
        self._drop = False
        self.setWindowTitle(self.tr("New watch notice") if notice is None else self.tr("Change the watch notice"))
        self.setModal(True)
        self.setMinimumWidth(WIDE_PX)
        self.setLayoutDirection(screen.direction)
        self._deeds = Deeds("watch-post", self)
        self._make_editors()
        self.fields = {
            "kind": Field(self.tr("Kind"), self.kind), "title": Field(self.tr("Who or what"), self.title),
            "plate": Field(self.tr("Plate"), self.plate), "text": Field(self.tr("How to know it"), self.text),
            "issuer": Field(self.tr("Issued by"), self.issuer), "days": Field(self.tr("Days on the board"), self.days),
        }
        self.file_name = ElidedLabel("", "secondary")
        self.refusal = label("", "refusal", wrap=True)
        self.go = button(self.tr("Post the notice") if notice is None else self.tr("Save the notice"), "primary")
        self.go.setDefault(True)
        self._lay_out()
        self._fill()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.go.clicked.connect(self._on_go)
        self._deeds.refused.connect(self._on_refused)
        self._deeds.busy.connect(lambda busy: self.go.setEnabled(not busy))
        self.finished.connect(self._deeds.finish)
        self.finished.connect(self.deleteLater)
        self.adjustSize()
        self.title.setFocus()

    def reject(self) -> None:
        """Leave, but not in the middle of a deed: its outcome must be heard."""
        if not self._deeds.running:
            super().reject()

    def take(self, file: Path) -> None:
        """Take a picture's file; it is checked when the notice is posted."""
        self._picture, self._drop = file, False
        self._show_picture()

    def wanted(self) -> WatchNotice:
        """Give what the fields say."""
        now = self._screen.services.clock.now()
        before = self._notice or WatchNotice("", WatchKind.OTHER, "", now)
        expires = now + timedelta(days=self.days.value())
        if self._notice is not None and not self.fields["days"].touched:
            expires = self._notice.expires_at
        return replace(before, kind=WatchKind(self.kind.currentData()), title=self.title.text(),
                       plate=self.plate.text(), description=self.text.toPlainText(), issued_by=self.issuer.text(),
                       expires_at=expires)

    def _make_editors(self) -> None:
        self.kind, self.days = QComboBox(), QSpinBox()
        for kind in WatchKind:
            self.kind.addItem(watch_kind_word(kind), kind.value)
        self.title, self.plate, self.issuer, self.text = QLineEdit(), QLineEdit(), QLineEdit(), QPlainTextEdit()
        for line, most in ((self.title, TITLE_MOST), (self.plate, PLATE_MOST), (self.issuer, ISSUER_MOST)):
            line.setMaxLength(most)
        self.plate.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.plate.setPlaceholderText(self.tr("for example: {plate}").format(plate=ltr("AJK-1234")))
        self.issuer.setPlaceholderText(self.tr("for example: SHO Thothal"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.text.setPlaceholderText(self.tr("Age, height, clothes, colour, last known place"))
        self.days.setRange(1, LONGEST.days)
        roomy(self.days)

    def _lay_out(self) -> None:
        f = self.fields
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(self.windowTitle(), "title"))
        for names in (("kind", "days"), ("title",), ("plate",), ("text",), ("issuer",)):
            line = row(*(f[name] for name in names), spacing=12)
            for at in range(len(names)):
                line.setStretch(at, 1)
            box.addLayout(line)
        choose = button(self.tr("Choose a picture…"), "", self._screen.theme, "paperclip")
        choose.clicked.connect(self._choose)
        self.drop = button(self.tr("No picture"), "quiet")
        self.drop.clicked.connect(self._on_drop)
        picture = row(choose, self.file_name, self.drop)
        picture.setStretch(1, 1)
        box.addLayout(picture)
        box.addWidget(label(self.tr("Faces are shown on this console alone: no list, paper or table carries them."),
                            "small", wrap=True))
        box.addWidget(self.refusal)
        box.addStretch(1)
        leave = button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        box.addLayout(row(None, leave, self.go))

    def _fill(self) -> None:
        notice = self._notice
        if notice is not None:
            self.kind.setCurrentIndex(list(WatchKind).index(notice.kind))
            self.title.setText(notice.title)
            self.plate.setText(notice.plate)
            self.text.setPlainText(notice.description)
            self.issuer.setText(notice.issued_by)
            left = notice.expires_at - self._screen.services.clock.now()
            self.days.setValue(max(1, round(left.total_seconds() / 86400)))
        else:
            self.kind.setCurrentIndex(list(WatchKind).index(WatchKind.WANTED_PERSON))
            self.days.setValue(USUAL_DAYS)
        self.days.valueChanged.connect(self._on_days)
        self._on_kind()
        self._show_picture()

    def _on_kind(self, _index: int = 0) -> None:
        kind = WatchKind(self.kind.currentData())
        self.fields["plate"].setVisible(kind in (WatchKind.VEHICLE, WatchKind.OTHER))
        if self._notice is None and not self.fields["days"].touched:
            self.days.blockSignals(True)
            self.days.setValue(CHILD_DAYS if kind is WatchKind.MISSING_CHILD else USUAL_DAYS)
            self.days.blockSignals(False)

    def _on_days(self, _days: int) -> None:
        self.fields["days"].touched = True

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a picture"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures (*.png *.jpg *.jpeg)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen)))
        dialog.open()

    def _on_drop(self) -> None:
        self._picture, self._drop = None, True
        self._show_picture()

    def _show_picture(self) -> None:
        there = self._notice is not None and self._notice.picture is not None and not self._drop
        if self._picture is not None:
            self.file_name.set_whole(isolated(self._picture.name))
        else:
            self.file_name.set_whole(self.tr("The picture of now stays.") if there else self.tr("No picture"))
        self.drop.setVisible(self._picture is not None or there)

    def _on_go(self) -> None:
        for field in self.fields.values():
            field.refuse("")
        self.refusal.setText("")
        notice, picture, drop = self.wanted(), self._picture, self._drop
        watch = self._screen.services.watch_notices
        if self._notice is None:
            self._deeds.do(lambda: watch.post(notice, picture), self._on_posted)
        else:
            self._deeds.do(lambda: watch.change(notice, picture, drop), self._on_posted)

    def _on_refused(self, sentence: str) -> None:
        code = self._deeds.error.code if isinstance(self._deeds.error, Refused) else ""
        field = self.fields.get(_FIELDS.get(code, ""))
        if field is not None:
            field.refuse(sentence)
            field.editor.setFocus()
        else:
            self.refusal.setText(sentence)

    def _on_posted(self, notice: object) -> None:
        if isinstance(notice, WatchNotice):
            pattern = self.tr("{label} is on the board.") if self._notice is None else self.tr("{label} was changed.")
            self.said.emit(pattern.format(label=ltr(notice.label)), "info")
            self.posted.emit(notice.id)
            self.accept()
