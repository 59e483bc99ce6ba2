"""The fields of one tour.

Belongs here: name, kind, tiles, times, steps; reading them as a tour. Does not belong here: the list of tours and
saving (dialog.py).
Invariants: 1. What stands in the fields is judged by the domain's rule only. 2. A change of kind keeps the steps of the
other kind until the tour is saved: changing back loses nothing. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.names import NAME_MAX
from safecity_console.domain.tour import DWELL_LEAST_S, Tour, TourKind, TourStep, TourTiles, tour_of
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import ltr, number_text
from safecity_console.ui.theme import Theme
from safecity_console.ui.tours.source import TourSource
from safecity_console.ui.tours.steps import TourSteps, dwell_box
from safecity_console.ui.wall.words import camera_name
from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field


class TourForm(QWidget):
    """The fields; `changed` after every one of an officer's changes."""

    changed = Signal()

    def __init__(self, services: ConsoleServices, theme: Theme, language: str) -> None:
        super().__init__()
        self._services = services
        self._language = language
        self._other: dict[TourKind, tuple[TourStep, ...]] = {}
        self._kind = TourKind.CAMERAS
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_MAX)
        self.kind, self.tiles = QComboBox(), QComboBox()
        self.kind.addItem(self.tr("Cameras"), TourKind.CAMERAS)
        self.kind.addItem(self.tr("Kept walls"), TourKind.WALLS)
        self.tiles.addItem(self.tr("All free tiles, page by page"), TourTiles.PAGE)
        self.tiles.addItem(self.tr("All free tiles, one after another"), TourTiles.TURN)
        self.tiles.addItem(self.tr("The selected tile alone"), TourTiles.ONE)
        usual = ltr(round(services.settings.number("tour.dwell_s")))
        self.dwell = dwell_box(self.tr("As in the settings ({seconds} s)").format(seconds=usual))
        self.skip_dead = QCheckBox(self.tr("Pass over cameras without a picture"))
        self.source, self.steps = TourSource(theme, self._language), TourSteps(theme)
        self.add = button(self.tr("Add"), "", theme, "plus", self.tr("Adds what is selected, or all that is found."))
        self.title = Field(self.tr("Name"), self.name)
        self._tiles_field = Field(self.tr("Where it is shown"), self.tiles)
        self._lay_out()
        self.name.textChanged.connect(self._on_changed)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.tiles.currentIndexChanged.connect(self._on_changed)
        self.dwell.valueChanged.connect(self._on_changed)
        self.skip_dead.toggled.connect(self._on_changed)
        self.steps.changed.connect(self._on_changed)
        self.source.chosen.connect(self.steps.add)
        self.add.clicked.connect(self.source.add_selected)

    def fill(self, tour: Tour | None) -> None:
        """Show a tour; None is one to be made."""
        with QSignalBlocker(self):
            self._other, self._kind = {}, tour.kind if tour is not None else TourKind.CAMERAS
            with QSignalBlocker(self.kind):
                self.kind.setCurrentIndex(self.kind.findData(self._kind))
            self.name.setText(tour.name if tour is not None else "")
            self.tiles.setCurrentIndex(self.tiles.findData(tour.tiles if tour is not None else TourTiles.PAGE))
            own = tour.dwell_s if tour is not None else None
            self.dwell.setValue(own if own is not None else self.dwell.minimum())
            self.skip_dead.setChecked(tour.skip_dead if tour is not None else True)
            self._show_kind()
            self.steps.fill(tour.steps if tour is not None else (), self._words_of)
            self.title.refuse("")

    def tour(self) -> Tour:
        """Give what stands in the fields; raises Refused where it is no tour."""
        seconds = self.dwell.value()
        return tour_of(self.name.text(), self._kind, self.steps.steps(), TourTiles(self.tiles.currentData()),
                       seconds if seconds >= DWELL_LEAST_S else None, self.skip_dead.isChecked())

    def refresh(self) -> None:
        """Show cameras and walls as they are now, the fields kept."""
        self._show_kind()
        self.steps.fill(self.steps.steps(), self._words_of)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title, 3)
        top.addWidget(Field(self.tr("Goes through"), self.kind), 2)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self._tiles_field, 3)
        under.addWidget(Field(self.tr("A step lasts"), self.dwell), 2)
        left, right = QVBoxLayout(), QVBoxLayout()
        sides = ((left, self.tr("To choose from"), self.source), (right, self.tr("Steps"), self.steps))
        for box, title, widget in sides:
            box.setSpacing(6)
            box.addWidget(label(title, "group"))
            box.addWidget(widget, 1)
        left.addLayout(row(None, self.add))
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addLayout(left, 1)
        lists.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(top)
        box.addLayout(under)
        box.addWidget(self.skip_dead, 0, Qt.AlignmentFlag.AlignLeading)
        box.addLayout(lists, 1)

    def _show_kind(self) -> None:
        cameras = self._kind is TourKind.CAMERAS
        self._tiles_field.setEnabled(cameras)
        self.skip_dead.setText(self.tr("Pass over cameras without a picture") if cameras
                               else self.tr("Pass over walls on which no camera has a picture"))
        if cameras:
            self.source.show_cameras([c for c in self._services.sight.cameras() if c.enabled])
        else:
            self.source.show_walls(self._services.walls.saved())

    def _words_of(self, target: str) -> str:
        if self._kind is TourKind.WALLS:
            return next((wall.name for wall in self._services.walls.saved() if wall.id == target), "")
        camera = next((c for c in self._services.sight.cameras() if c.id == target), None)
        return f"{number_text(camera.number)}  {camera_name(camera, self._language)}" if camera is not None else ""

    def _on_kind(self) -> None:
        self._other[self._kind] = self.steps.steps()
        self._kind = TourKind(self.kind.currentData())
        self._show_kind()
        self.steps.fill(self._other.get(self._kind, ()), self._words_of)
        self._on_changed()

    def _on_changed(self) -> None:
        self.title.refuse("")
        self.changed.emit()
