"""What the palette offers, kind by kind: each source lists its entries and knows what choosing one does.

Belongs here: cameras, places, kept walls, commands, pages and settings as sources. Does not belong here: matching
(services/finder.py), the panel.
Invariants: 1. `version` is another object exactly when `entries` may be others: the index is renewed only then.
2. Choosing never asks; what cannot be done now carries why not, in a sentence. A new kind is one more class with these
four names, added in frame_parts.py. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from safecity_console.core.settings import SETTINGS
from safecity_console.domain.camera import Camera
from safecity_console.domain.command import COMMAND_BY_ID, COMMANDS, Obstacle, obstacle
from safecity_console.domain.finding import Entry, Kind
from safecity_console.services.sight import SightService
from safecity_console.services.walls import WallService
from safecity_console.ui.actions import Actions
from safecity_console.ui.command_texts import COMMAND_TEXTS
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.rail import PAGES, permitted_pages
from safecity_console.ui.setting_texts import SETTING_TEXTS
from safecity_console.ui.texts import command_words, group_text, setting_words
from safecity_console.ui.wall.model import Part, Spot
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.words import camera_name

translate = QCoreApplication.translate

OBSTACLES: dict[Obstacle, str] = {
    Obstacle.PERMISSION: QT_TRANSLATE_NOOP("palette", "Your role does not allow this."),
    Obstacle.PAGE: QT_TRANSLATE_NOOP("palette", "Only on the Wall page."),
    Obstacle.CAMERAS: QT_TRANSLATE_NOOP("palette", "There is no camera yet."),
    Obstacle.SELECTED_CAMERA: QT_TRANSLATE_NOOP("palette", "No camera is selected."),
    Obstacle.SELECTED_PICTURE: QT_TRANSLATE_NOOP("palette", "The selected camera shows no picture."),
    Obstacle.SAVED_WALL: QT_TRANSLATE_NOOP("palette", "No wall is kept yet."),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What choosing led to: done, or further choices (`only` these keys, under a `title`)."""

    only: frozenset[tuple[str, str]] | None = None
    title: str = ""


DONE = Chosen()


class PaletteSource(Protocol):
    """One kind of thing the palette offers."""

    kind: Kind

    def version(self) -> object:
        """Give an object that is another one when the entries may be others."""
        ...

    def entries(self) -> Iterable[Entry]:
        """List what can be found."""
        ...

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Do what is most natural with an entry; `large`: Ctrl was held."""
        ...


class CameraSource:
    """Cameras: into the selected tile, or large."""

    kind = Kind.CAMERA

    def __init__(self, cameras: SightService, language: str, view: WallView, go: Callable[[str], None]) -> None:
        self._cameras, self._language, self._view, self._go = cameras, language, view, go

    def version(self) -> object:
        """Give the registry's snapshot."""
        return self._cameras.cameras()

    def entries(self) -> Iterable[Entry]:
        """List every camera."""
        return [self._entry(camera) for camera in self._cameras.cameras()]

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Bring the camera into the selected tile, or show it large and leave the arrangement as it is."""
        if self._cameras.by_id(entry.id) is None:
            self._view.said.emit(translate("palette", "This camera was removed meanwhile."), "warning")
            return DONE
        self._go("wall")
        controller = self._view.controller
        if large:
            controller.model.expand(entry.id)
            controller.select(Spot(Part.TILE, 0))
        else:
            controller.call_camera(entry.id)
        self._view.take_focus()
        return DONE

    def _entry(self, camera: Camera) -> Entry:
        title = camera_name(camera, self._language)
        other = camera.name_ur if title == camera.name else camera.name
        parts = dict.fromkeys(part for part in (other, camera.site_name) if part and part != title)
        more = " · ".join(isolated(part) for part in parts)
        return Entry(Kind.CAMERA, camera.id, title, more, (other,) if other else (), camera.number)


class PlaceSource:
    """Places: the cameras that stand there, as further choices."""

    kind = Kind.PLACE

    def __init__(self, cameras: SightService, language: str) -> None:
        self._cameras, self._language = cameras, language

    def version(self) -> object:
        """Give the registry's snapshot: places are named by cameras."""
        return self._cameras.cameras()

    def entries(self) -> Iterable[Entry]:
        """List places that have cameras."""
        counts: dict[str, int] = {}
        for camera in self._cameras.cameras():
            if camera.site_id is not None:
                counts[camera.site_id] = counts.get(camera.site_id, 0) + 1
        for site in self._cameras.sites():
            if site.id in counts:
                urdu = self._language == "ur" and site.name_ur
                count = translate("palette", "{count} cameras").format(count=ltr(counts[site.id]))
                one = translate("palette", "1 camera")
                yield Entry(Kind.PLACE, site.id, site.name_ur if urdu else site.name,
                            one if counts[site.id] == 1 else count, (site.name if urdu else site.name_ur,))

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Narrow to the cameras of the place."""
        there = (camera for camera in self._cameras.cameras() if camera.site_id == entry.id)
        return Chosen(frozenset((Kind.CAMERA.value, camera.id) for camera in there), entry.title)


class WallSource:
    """Kept walls: shown at once."""

    kind = Kind.WALL

    def __init__(self, walls: WallService, view: WallView, go: Callable[[str], None]) -> None:
        self._walls, self._view, self._go = walls, view, go

    def version(self) -> object:
        """Give the kept walls."""
        return self._walls.saved()

    def entries(self) -> Iterable[Entry]:
        """List the kept walls."""
        for saved in self._walls.saved():
            count = sum(tile is not None for tile in saved.wall.tiles)
            more = translate("palette", "1 camera") if count == 1 else translate(
                "palette", "{count} cameras").format(count=ltr(count))
            yield Entry(Kind.WALL, saved.id, saved.name, more)

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Show the wall."""
        saved = next((wall for wall in self._walls.saved() if wall.id == entry.id), None)
        if saved is None:
            self._view.said.emit(translate("palette", "This wall was deleted meanwhile."), "warning")
            return DONE
        self._go("wall")
        self._view.controller.show_wall(saved.wall, saved.name)
        self._view.take_focus()
        return DONE


class CommandSource:
    """Commands of the table: given, where they can be."""

    kind = Kind.COMMAND

    def __init__(self, actions: Actions, give: Callable[[str], None]) -> None:
        self._actions, self._give = actions, give

    def version(self) -> object:
        """Give the situation: with it changes what can be done."""
        return self._actions.situation

    def entries(self) -> Iterable[Entry]:
        """List every command but those that go to a page, which are pages."""
        for command in COMMANDS:
            if command.id in _PAGE_COMMANDS or command.id == "find.anything":
                continue
            words = command_words(command.id)
            hurdle = obstacle(command, self._actions.situation)
            why_not = translate("palette", OBSTACLES[hurdle]) if hurdle is not None else ""
            also = _english(COMMAND_TEXTS[command.id][0], words.title)
            yield Entry(Kind.COMMAND, command.id, words.title, words.help, also, why_not=why_not)

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Give the command."""
        self._give(entry.id)
        return DONE


class PageSource:
    """Pages of the console."""

    kind = Kind.PAGE

    def __init__(self, actions: Actions, go: Callable[[str], None]) -> None:
        self._actions, self._go = actions, go

    def version(self) -> object:
        """Give what may be done: pages follow it."""
        return self._actions.situation.permissions

    def entries(self) -> Iterable[Entry]:
        """List the pages; one that the role does not allow says so."""
        permitted = permitted_pages(self._actions.situation.permissions)
        for name, _icon in PAGES:
            why_not = "" if name in permitted else translate("palette", OBSTACLES[Obstacle.PERMISSION])
            words = command_words(f"page.{name}")
            also = _english(COMMAND_TEXTS[f"page.{name}"][0], words.title)
            yield Entry(Kind.PAGE, f"page.{name}", words.title, words.help, also, why_not=why_not)

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Go there."""
        self._go(entry.id.removeprefix("page."))
        return DONE


class SettingSource:
    """Settings, on their page."""

    kind = Kind.SETTING

    def __init__(self, go: Callable[[str], None], reveal: Callable[[str], None]) -> None:
        self._go, self._reveal = go, reveal

    def version(self) -> object:
        """Give the declarations."""
        return SETTINGS

    def entries(self) -> Iterable[Entry]:
        """List the settings."""
        for setting in SETTINGS:
            words = setting_words(setting.key)
            more = f"{group_text(setting.key.split('.')[0])} · {words.help}"
            # The last word of its key ("theme" of "Look") is what many call it.
            also = (*_english(SETTING_TEXTS[setting.key][0], words.title), setting.key.rpartition(".")[2])
            yield Entry(Kind.SETTING, setting.key, words.title, more, also)

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Go to the setting and give it the keyboard."""
        self._go("settings")
        self._reveal(entry.id)
        return DONE


_PAGE_COMMANDS = frozenset(f"page.{name}" for name, _icon in PAGES) & COMMAND_BY_ID.keys()
KIND_WORDS: Mapping[Kind, str] = {
    Kind.CAMERA: QT_TRANSLATE_NOOP("palette", "Camera"), Kind.PLACE: QT_TRANSLATE_NOOP("palette", "Place"),
    Kind.NOTICE: QT_TRANSLATE_NOOP("palette", "Watch notice"), Kind.CONTACT: QT_TRANSLATE_NOOP("palette", "Contact"),
    Kind.WALL: QT_TRANSLATE_NOOP("palette", "Wall"), Kind.LAYOUT: QT_TRANSLATE_NOOP("palette", "Layout"),
    Kind.TOUR: QT_TRANSLATE_NOOP("palette", "Tour"), Kind.INCIDENT: QT_TRANSLATE_NOOP("palette", "Incident"),
    Kind.PAGE: QT_TRANSLATE_NOOP("palette", "Page"),
    Kind.COMMAND: QT_TRANSLATE_NOOP("palette", "Command"), Kind.SETTING: QT_TRANSLATE_NOOP("palette", "Setting"),
}


def _english(source: str, shown: str) -> tuple[str, ...]:
    """Give the English name where the screen shows another: an officer types the one that he knows."""
    return () if source == shown else (source,)
