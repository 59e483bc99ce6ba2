"""The top strip: place, counts with their thin meter, room on the disk, clock and whether the clock is true.

Belongs here: showing figures it is given or can read at once. Does not belong here: counting (domain/watch.py).
Invariants: 1. Nothing here is invented: what cannot be known is not shown. 2. The clock turns with the second. Thread:
GUI.
"""

from __future__ import annotations

import shutil

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from safecity_console.core.timesync import SyncState, TimeSync, read_time_sync
from safecity_console.domain.watch import Counts
from safecity_console.ui.format import clock_text, date_text, ltr, size_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.officer_badge import OfficerBadge
from safecity_console.ui.widgets.basics import ElidedLabel, Meter, icon_label, label, row, set_role

HEIGHT_PX = 44
SLOW_MS = 30_000
NARROW_BELOW_PX = 1500
DISK_LOW_BYTES = 5_000_000_000


class TopStrip(QFrame):
    """The strip over all pages."""

    _shift_text = ""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setProperty("surface", "strip")
        self.setFixedHeight(HEIGHT_PX)
        theme = screen.theme
        self._place = label(screen.services.settings.text("place.name"), "strong")
        self._safe = label(self.tr("Safe start"), "impaired")
        self._safe.setToolTip(self.tr("Saved walls, other screens, tours and assigned keys are not used in this run."))
        self._safe.setVisible(screen.services.safe_start)
        self._live, self._live_word = label("", "strong"), label(self.tr("live"), "secondary")
        self._meter = Meter(theme)
        self._rest = ElidedLabel(role="secondary")
        self._disk = label("", "secondary")
        self.officer = OfficerBadge(screen)
        self.shift, self._shift_text = ElidedLabel(role="secondary"), ""
        self.shift.hide()
        self._clock = label("", "clock")
        self._date, self._sync = label("", "secondary"), label("", "secondary")
        counts_icon = icon_label("cctv", theme)
        self._counted = (counts_icon, self._live, self._live_word, self._meter, self._rest)
        self._gap = QWidget()
        strip = row(
            self._place, self._safe, 12, self.officer, self.shift, 12, *self._counted, self._gap, 16,
            icon_label("hard-drive", theme), self._disk, 16,
            icon_label("clock", theme), self._clock, self._date, self._sync, margins=(14, 0, 14, 0),
        )
        strip.setStretchFactor(self._rest, 4)
        strip.setStretchFactor(self.shift, 3)
        strip.setStretchFactor(self._gap, 1)
        self.setLayout(strip)
        self._fast, self._slow = QTimer(self), QTimer(self)
        self._fast.setSingleShot(True)
        self._fast.setTimerType(Qt.TimerType.PreciseTimer)
        self._fast.timeout.connect(self._on_second)
        self._slow.timeout.connect(self._on_slow)
        self._slow.start(SLOW_MS)
        self._on_second()
        self._on_slow()
        self.set_counts(Counts())

    def set_place(self, name: str) -> None:
        """Show another name of the place."""
        self._place.setText(name)

    def set_shift(self, text: str) -> None:
        """Show whose shift it is beside the officer; empty hides it, and a narrow strip has no room for it."""
        self._shift_text = text
        self.shift.set_whole(text)
        self.shift.setVisible(bool(text) and self.width() >= NARROW_BELOW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the counts the room first."""
        super().resizeEvent(event)
        self.officer.set_narrow(self.width() < NARROW_BELOW_PX)
        self.set_shift(self._shift_text)

    def set_counts(self, counts: Counts) -> None:
        """Show how many cameras live, are impaired, are offline."""
        for widget in self._counted:
            widget.setVisible(counts.total > 0)
        if counts.total == 0:
            return
        self._live.setText(ltr(f"{counts.live} / {counts.total}"))
        self._meter.set_shares(("good", counts.live / counts.total), ("impaired", counts.impaired / counts.total))
        self._rest.set_whole(_rest_text(counts))
        spoken = self.tr("{live} of {total} cameras are live").format(live=ltr(counts.live), total=ltr(counts.total))
        self._meter.setAccessibleName(spoken)
        self._meter.setToolTip(spoken)

    def _on_second(self) -> None:
        now = self._screen.services.clock.now()
        self._clock.setText(clock_text(now, self._screen.zone))
        self._date.setText(date_text(now, self._screen.zone, self._screen.language))
        self._fast.start(1000 - now.microsecond // 1000 + 1)

    def _on_slow(self) -> None:
        try:
            free = shutil.disk_usage(self._screen.services.paths.root).free
        except OSError:
            self._disk.setText(self.tr("Disk cannot be read"))
            set_role(self._disk, "critical")
        else:
            self._disk.setText(self.tr("{size} free").format(size=size_text(free)))
            set_role(self._disk, "impaired" if free < DISK_LOW_BYTES else "secondary")
        self._show_sync(read_time_sync())

    def _show_sync(self, sync: TimeSync) -> None:
        self._sync.setVisible(sync.state is not SyncState.UNKNOWN)
        if sync.state is SyncState.HELD:
            self._sync.setText(self.tr("NTP {error}").format(error=ltr(f"±{max(1, round(sync.error_ms))} ms")))
        else:
            self._sync.setText(self.tr("clock not synchronised"))
            self._sync.setToolTip(self.tr("No time server holds this computer's clock; times may be wrong."))
        set_role(self._sync, "secondary" if sync.state is SyncState.HELD else "impaired")


def _rest_text(counts: Counts) -> str:
    figures = {"impaired": ltr(counts.impaired), "offline": ltr(counts.offline), "waiting": ltr(counts.connecting)}
    if counts.connecting:
        pattern = QCoreApplication.translate(
            "TopStrip", "{impaired} impaired · {offline} offline · {waiting} connecting")
    else:
        pattern = QCoreApplication.translate("TopStrip", "{impaired} impaired · {offline} offline")
    return pattern.format(**figures)
