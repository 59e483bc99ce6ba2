"""The Sites tab: places of the registry, with their names, where they lie, and the cameras that stand there.

Belongs here: the list and the form of one place. Does not belong here: who may, what fits (services/places.py,
domain/site.py), cameras themselves (ui/cameras/).
Invariants: 1. What is typed is kept where a change was refused. 2. Removing asks first, and is offered only where no
camera stands there; whether something else hangs on the place the service knows. Thread: GUI, one worker a deed.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from safecity_console.domain.camera import NAME_MAX, Site
from safecity_console.domain.errors import Refused
from safecity_console.ui.cameras.more_fields import degrees, degrees_text
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.frame import laid_under_bar
from safecity_console.ui.wall.words import camera_name
from safecity_console.ui.widgets.basics import button, label, outside_label, row
from safecity_console.ui.widgets.fading import FadingArea
from safecity_console.ui.widgets.field import Field
from safecity_console.ui.widgets.question import Question

LIST_PX, FORM_PX, ROW_PX = 320, 560, 34
ID_ROLE = Qt.ItemDataRole.UserRole
NEW = Site("", "")


class PlacesTab(QFrame):
    """The tab."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._deeds = Deeds(self)
        self._site = NEW
        self.question: Question | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sites"))
        self.list.setFixedWidth(LIST_PX)
        self.name, self.name_ur, self.latitude, self.longitude = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        for line in (self.name, self.name_ur):
            line.setMaxLength(NAME_MAX)
        for line, hint in ((self.latitude, "33.1484"), (self.longitude, "73.7515")):
            line.setMaxLength(20)
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            line.setPlaceholderText(hint)
        self.cameras = outside_label("", screen.direction)
        self.refusal = label("", "refusal", wrap=True)
        self.new = button(self.tr("New site"), "", screen.theme, "plus")
        self.save = button(self.tr("Save"), "primary", screen.theme, "save")
        self.remove = button(self.tr("Remove…"), "quiet", screen.theme, "trash-2")
        self._lay_out()
        self.new.clicked.connect(lambda: self.open_place(NEW))
        self.save.clicked.connect(self.save_place)
        self.remove.clicked.connect(self.ask_remove)
        for line in (self.name, self.name_ur, self.latitude, self.longitude):
            line.returnPressed.connect(self.save_place)
        self.list.currentItemChanged.connect(self._on_item)
        self.setFocusProxy(self.list)
        self._begin()

    def renew(self) -> None:
        """Show what is kept now."""
        kept, counts = self._site.id, self._counts()
        self.list.blockSignals(True)
        self.list.clear()
        for site in self._screen.services.places.places():
            count = counts.get(site.id, 0)
            text = self.tr("{site} · {count} cameras").format(site=isolated(self._named(site)), count=ltr(count)) \
                if count != 1 else self.tr("{site} · 1 camera").format(site=isolated(self._named(site)))
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, ROW_PX))
            item.setData(ID_ROLE, site.id)
            self.list.addItem(item)
            if site.id == kept:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show_cameras()

    def open_place(self, site: Site) -> None:
        """Show a place in the form."""
        self._site = site
        self.name.setText(site.name)
        self.name_ur.setText(site.name_ur)
        self.latitude.setText(degrees_text(site.latitude))
        self.longitude.setText(degrees_text(site.longitude))
        self.refusal.hide()
        self._show_cameras()
        if not site.id:
            self.list.setCurrentRow(-1)
            self.name.setFocus()

    def save_place(self) -> None:
        """Keep what stands in the form."""
        if not self.save.isEnabled():
            return
        found = [degrees(line.text()) for line in (self.latitude, self.longitude)]
        if any(line.text().strip() and one is None for line, one in zip((self.latitude, self.longitude), found,
                                                                        strict=True)):
            self._refuse(Refused("place_bad"))
            return
        site = replace(self._site, name=self.name.text(), name_ur=self.name_ur.text(), latitude=found[0],
                       longitude=found[1])
        places = self._screen.services.places
        self.save.setEnabled(False)
        self._deeds.do("place", lambda: places.put(site), self._on_saved)

    def ask_remove(self) -> None:
        """Ask, and remove the place that is shown."""
        site, places = self._site, self._screen.services.places
        question = Question(
            self.tr("Remove this site"),
            self.tr("“{site}” is taken out of the registry.").format(site=isolated(self._named(site))),
            self.tr("Remove"), self)
        question.agreed.connect(lambda: self._deeds.do("place", lambda: places.remove(site.id),
                                                       lambda outcome: self._on_removed(site, outcome)))
        self.question = question
        question.open()

    def _begin(self) -> None:
        self.renew()
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            self.open_place(NEW)

    def _on_saved(self, outcome: object) -> None:
        self.save.setEnabled(True)
        if not isinstance(outcome, Site):
            self._refuse(outcome)
            return
        self.said.emit(self.tr("{site} is saved.").format(site=isolated(outcome.name)), "info")
        self._site = outcome
        self.renew()
        self.open_place(outcome)

    def _on_removed(self, site: Site, outcome: object) -> None:
        if outcome is not None:
            self._refuse(outcome)
            return
        self.said.emit(self.tr("{site} is removed.").format(site=isolated(site.name)), "info")
        self._site = NEW
        self.open_place(NEW)
        self._begin()

    def _refuse(self, outcome: object) -> None:
        self.refusal.setText(outcome_sentence(outcome))
        self.refusal.show()

    def _on_item(self, item: QListWidgetItem | None, _before: object) -> None:
        site = self._screen.services.places.by_id(item.data(ID_ROLE)) if item is not None else None
        if site is not None:
            self.open_place(site)

    def _named(self, site: Site) -> str:
        return site.name_ur if self._screen.language == "ur" and site.name_ur else site.name

    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for camera in self._screen.services.cameras.cameras():
            if camera.site_id:
                counts[camera.site_id] = counts.get(camera.site_id, 0) + 1
        return counts

    def _show_cameras(self) -> None:
        here = [one for one in self._screen.services.cameras.cameras() if self._site.id == (one.site_id or "-")]
        lines = [f"{number_text(one.number)} {isolated(camera_name(one, self._screen.language))}" for one in here]
        self.cameras.setText("\n".join(lines) or self.tr("No camera stands here; a camera's own form names its site."))
        self.remove.setVisible(bool(self._site.id) and not here)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for at, (title, editor) in enumerate((
                (self.tr("Name"), self.name), (self.tr("Name in Urdu"), self.name_ur),
                (self.tr("Latitude"), self.latitude), (self.tr("Longitude"), self.longitude))):
            grid.addWidget(Field(title, editor), at // 2, at % 2)
        form = QFrame()
        form.setMaximumWidth(FORM_PX)
        inside = QVBoxLayout(form)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(12)
        inside.addLayout(grid)
        inside.addWidget(self.refusal)
        inside.addLayout(row(self.save, self.remove, None))
        inside.addSpacing(8)
        inside.addWidget(label(self.tr("Cameras here"), "strong"))
        inside.addWidget(FadingArea(self.cameras, self._screen.theme.window), 1)
        about = self.tr("Places with cameras; incidents, contacts and the search know them by these names.")
        body = row(self.list, form, None, spacing=0)
        body.setStretch(1, 1)
        laid_under_bar(self, (label(about, "secondary"), None, self.new), body)
        self.refusal.hide()
