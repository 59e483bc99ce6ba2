"""Layouts and tours as sources of the palette.

Belongs here: listing them, laying a layout out, starting a tour. Does not belong here: the other kinds (sources.py),
what a layout or a tour is (domain/).
Invariant: what was deleted between listing and choosing is said, nothing happens. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.finding import Entry, Kind
from safecity_console.domain.wall import LAYOUTS, is_layout, layout_of
from safecity_console.services.layouts import LayoutService
from safecity_console.services.tours import TourService
from safecity_console.ui.format import ltr
from safecity_console.ui.palette.sources import DONE, Chosen
from safecity_console.ui.wall.view import WallView

translate = QCoreApplication.translate


class LayoutSource:
    """Layouts, ready and own ones: laid out at once."""

    kind = Kind.LAYOUT

    def __init__(self, layouts: LayoutService, view: WallView, go: Callable[[str], None]) -> None:
        self._layouts, self._view, self._go = layouts, view, go

    def version(self) -> object:
        """Give the own layouts; the ready ones never change."""
        return self._layouts.own()

    def entries(self) -> Iterable[Entry]:
        """List every layout by its key."""
        named = {one.key: one.key for one in LAYOUTS} | {one.key: one.name for one in self._layouts.own()}
        for key, name in named.items():
            tiles = layout_of(key).size
            more = translate("palette", "1 tile") if tiles == 1 else translate("palette", "{count} tiles")
            yield Entry(Kind.LAYOUT, key, ltr(name) if name == key else name, more.format(count=ltr(tiles)))

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Lay the wall out so; an own layout that was deleted meanwhile still is one."""
        if is_layout(entry.id):
            self._go("wall")
            self._view.controller.set_layout(entry.id)
            self._view.take_focus()
        return DONE


class TourSource:
    """Kept tours: started."""

    kind = Kind.TOUR

    def __init__(self, tours: TourService, view: WallView, go: Callable[[str], None]) -> None:
        self._tours, self._view, self._go = tours, view, go

    def version(self) -> object:
        """Give the kept tours."""
        return self._tours.tours()

    def entries(self) -> Iterable[Entry]:
        """List the kept tours."""
        for saved in self._tours.tours():
            steps = len(saved.tour.steps)
            more = translate("palette", "1 step") if steps == 1 else translate("palette", "{count} steps")
            yield Entry(Kind.TOUR, saved.id, saved.tour.name, more.format(count=ltr(steps)))

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Start the tour."""
        saved = self._tours.find(entry.id)
        if saved is None:
            self._view.said.emit(translate("palette", "This tour was deleted meanwhile."), "warning")
            return DONE
        self._go("wall")
        self._view.touring.start(saved.tour, saved.id)
        self._view.take_focus()
        return DONE
