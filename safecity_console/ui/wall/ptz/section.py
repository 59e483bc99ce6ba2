"""The part of the wall's column that steers the selected camera.

Belongs here: stick, figures, rows and presets of one camera, folded where it cannot be steered. Does not belong here:
moving (hand.py), the video's own mouse (pointer.py).
Invariants: 1. It stands there only for a camera that can be steered; another selected camera takes one quiet line.
2. A selection that only passes by asks no camera: it must rest for `REST_MS`. 3. Stick and grid stay left-to-right.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.ptz import STILL
from safecity_console.services.ptz import PtzShown, Source
from safecity_console.ui.format import isolated, number_text
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import code_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.ptz.hand import SPEEDS
from safecity_console.ui.wall.ptz.preset_grid import PresetGrid
from safecity_console.ui.wall.ptz.stick import SIZES_PX, Stick
from safecity_console.ui.wall.ptz.tools import Tools
from safecity_console.ui.wall.ptz.wall_ptz import WallPtz
from safecity_console.ui.wall.ptz.words import holder_text, holder_tip, place_text, speed_text, zoom_text
from safecity_console.ui.wall.words import camera_name
from safecity_console.ui.widgets.basics import ElidedLabel, button, label, row, surface

REST_MS, TICK_MS = 400, 500
LOW_PX = 800


class PtzSection(QFrame):
    """The section of one wall; `folded` tells that it takes more or less height than before."""

    folded = Signal()

    def __init__(self, screen: Screen, ptz: WallPtz) -> None:
        super().__init__()
        self._screen, self._ptz, self._hand = screen, ptz, ptz.hand
        self._camera_id, self._was_steered = "", False
        self.setProperty("surface", "entry_still")
        self._title = ElidedLabel("", "strong")
        self.mode = button("", "quiet", more=self.tr("PTZ mode: steer on the picture itself"))
        self.mode.setIcon(icon("move", screen.theme, on_role="selection"))
        self.mode.setCheckable(True)
        self.mode.setFixedWidth(36)
        self.mode.clicked.connect(lambda: ptz.toggle())
        self.quiet = label("", "secondary", wrap=True)
        self.quiet.setContentsMargins(12, 8, 12, 8)
        self.again = button(self.tr("Try again"), "small")
        self.again.clicked.connect(lambda: self._hand.prepare(self._camera_id))
        self.stick = Stick(screen.theme)
        self.stick.moved.connect(lambda velocity: self._hand.steer(self._camera_id, velocity, Source.MOUSE))
        self.stick.released.connect(self._hand.let_go)
        self.figures = {name: label("", "") for name in ("pan", "tilt", "zoom", "focus", "speed", "held")}
        self.speed = button("", "small", more=self.tr("How fast stick and keys steer; press for the next speed."))
        self.speed.clicked.connect(self._next_speed)
        self.tools = Tools(screen.services, self._hand, screen.theme)
        self.tools.patrol_wanted.connect(self._on_patrol)
        self.grid = PresetGrid(self._hand, ptz.asking, screen.services.presets.picture_of)
        self._names: list[QLabel] = []
        self._body = self._laid()
        self._head = surface("head")
        self._head.setLayout(row(self._title, self.mode, margins=(12, 0, 8, 0)))
        self._head.setFixedHeight(40)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self._head, self.quiet, self._body):
            box.addWidget(part)
        box.addLayout(row(self.again, None, margins=(12, 0, 12, 0)))
        self._rest, self._timer = self._timers()
        self._hand.changed.connect(self._on_changed)
        ptz.mode_changed.connect(self.renew)
        self.show_camera(None)

    def show_camera(self, camera_id: str | None) -> None:
        """Show another camera; None: none."""
        self._camera_id = camera_id or ""
        self._rest.start()
        self.renew()

    @property
    def steers(self) -> bool:
        """Tell whether it is unfolded."""
        return self._was_steered

    def set_low(self, low: bool) -> None:
        """Take less height on a low screen."""
        size = SIZES_PX[0 if low else 1]
        self.stick.setFixedSize(size, size)
        self._names[list(self.figures).index("focus")].setVisible(not low)
        self.figures["focus"].setVisible(not low)

    def renew(self) -> None:
        """Show what is known now."""
        camera = self._hand.camera(self._camera_id)
        services = self._screen.services
        self.setVisible(camera is not None)
        if camera is None:
            return
        steers, why = self._hand.can_steer(camera.id), self._hand.unready.get(camera.id, "")
        may = services.desk.may(Permission.PTZ, camera.id)
        name = isolated(camera_name(camera, self._screen.language))
        number = number_text(camera.number)
        self._title.set_whole(self.tr("PTZ · {number} {name}").format(number=number, name=name))
        asked = steers and self._hand.shown(camera.id).abilities is not None
        self._head.setVisible(asked or bool(why))
        self._body.setVisible(asked and may and not why)
        self.mode.setEnabled(may)
        self.mode.setChecked(self._ptz.mode_camera == camera.id)
        self.again.setVisible(steers and may and bool(why))
        self.quiet.setText(text := self._quiet_text(steers, may, asked, why, number))
        self.quiet.setVisible(bool(text))
        unfolded = not self._body.isHidden()
        if self._was_steered is not unfolded:
            self._was_steered = unfolded
            self.folded.emit()
        if unfolded:
            self._show(self._hand.shown(camera.id))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _quiet_text(self, steers: bool, may: bool, asked: bool, why: str, number: str) -> str:
        if not steers:
            return self.tr("Camera {number} cannot be turned.").format(number=number)
        if not may:
            return code_sentence("not_permitted", {})
        if why or asked:
            return why
        return self.tr("Asking camera {number} whether it can be turned…").format(number=number)

    def _timers(self) -> tuple[QTimer, QTimer]:
        rest, tick = QTimer(self), QTimer(self)
        rest.setSingleShot(True)
        rest.setInterval(REST_MS)
        rest.timeout.connect(self._on_rest)
        tick.setInterval(TICK_MS)
        tick.timeout.connect(self.renew)
        return rest, tick

    def _laid(self) -> QWidget:
        names = {"pan": self.tr("Pan"), "tilt": self.tr("Tilt"), "zoom": self.tr("Zoom"), "focus": self.tr("Focus"),
                 "speed": self.tr("Speed"), "held": self.tr("Held by")}
        table = QGridLayout()
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(8)
        table.setVerticalSpacing(2)
        for line, (key, words) in enumerate(names.items()):
            title = label(words, "secondary")
            self._names.append(title)
            value: QWidget = self.speed if key == "speed" else self.figures[key]
            table.addWidget(title, line, 0)
            table.addWidget(value, line, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnStretch(1, 1)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(12, 10, 12, 12)
        box.setSpacing(8)
        top = row(self.stick, spacing=12)
        top.addLayout(table, 1)
        box.addLayout(top)
        box.addWidget(self.tools)
        box.addWidget(self.grid)
        return body

    def _show(self, shown: PtzShown) -> None:
        abilities, at = shown.abilities, shown.status.position
        pan, tilt, zoom = (None, None, None) if abilities is None else (abilities.pan, abilities.tilt, abilities.zoom)
        values = {
            "pan": place_text(at.pan, pan), "tilt": place_text(at.tilt, tilt), "zoom": zoom_text(at.zoom, zoom),
            "focus": {"auto": self.tr("Auto"), "hand": self.tr("By hand")}.get(
                self._hand.focus_by.get(shown.camera_id, ""), "–"),
            "held": holder_text(shown, self._screen.services.clock.monotonic_s()),
        }
        for name, text in values.items():
            self.figures[name].setText(text)
        tip = self.tr("Shares of the way to either end: this camera does not count in degrees.")
        for name in ("pan", "tilt"):
            self.figures[name].setToolTip(tip if "%" in values[name] else "")
        self.figures["held"].setToolTip(holder_tip(shown))
        self.speed.setText(speed_text(self._hand.speed))
        self.speed.setAccessibleName(self.tr("Speed {speed}").format(speed=speed_text(self._hand.speed)))
        self.tools.show_camera(shown.camera_id, abilities)
        services = self._screen.services
        self.grid.show_presets(shown.camera_id, services.presets.of(shown.camera_id), shown.state.preset,
                               services.desk.may(Permission.EDIT_PRESETS, shown.camera_id))
        self.stick.show_velocity(self._hand.held.velocity if self._hand.held.camera_id else STILL)

    def _next_speed(self) -> None:
        at = SPEEDS.index(self._hand.speed)
        self._hand.speed = SPEEDS[(at + 1) % len(SPEEDS)]
        self.renew()

    def _on_patrol(self, at: QPoint) -> None:
        self._ptz.asking.patrol(self._camera_id, at)

    def _on_rest(self) -> None:
        if self._camera_id and self.isVisible() and self._hand.can_steer(self._camera_id) \
                and self._screen.services.desk.may(Permission.PTZ, self._camera_id):
            self._hand.prepare(self._camera_id)

    def _on_changed(self, camera_id: str) -> None:
        if camera_id == self._camera_id:
            self.renew()
