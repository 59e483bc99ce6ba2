"""The command table: every action of an officer as data, shared by menus, keys and later joystick and audit.

Belongs here: id, keys, permission, when it is enabled. Does not belong here: titles and help (ui/texts.py, by id),
doing it.
Invariants: 1. Ids are unique and never change: audit entries will hold them. 2. No key stands twice. 3. Every command
an officer needs more than once a shift has a function key, digit or numpad key (letters fail under the Urdu layout).
Keys are in Qt's portable text form ("F5", "Ctrl+1"), parsed by ui.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safecity_console.domain.access import Permission


class Needs(StrEnum):
    """What must be there for a command to make sense."""

    NOTHING = "nothing"
    CAMERAS = "cameras"
    SELECTED_CAMERA = "selected_camera"
    SELECTED_PICTURE = "selected_picture"
    SAVED_WALL = "saved_wall"


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table."""

    id: str
    permission: Permission
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.NOTHING
    page: str = ""  # enabled only on this page; empty: everywhere


@dataclass(frozen=True, slots=True)
class Situation:
    """What `enabled` needs to know of the screen."""

    permissions: frozenset[Permission]
    page: str = "wall"
    has_cameras: bool = False
    selected_camera: bool = False
    selected_picture: bool = False
    saved_wall: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("help.keys", Permission.VIEW_LIVE, ("F1",)),
    Command("wall.snapshot", Permission.SNAPSHOT, ("F4",), Needs.SELECTED_PICTURE, "wall"),
    Command("wall.what_works", Permission.VIEW_LIVE, ("F5",), Needs.CAMERAS, "wall"),
    Command("page.next", Permission.VIEW_LIVE, ("F6",)),
    Command("page.wall", Permission.VIEW_LIVE, ("Ctrl+1",)),
    Command("page.cameras", Permission.VIEW_LIVE, ("Ctrl+2",)),
    Command("page.settings", Permission.VIEW_LIVE, ("Ctrl+9",)),
    Command("wall.next_layout", Permission.ARRANGE_WALL, ("F8",), Needs.NOTHING, "wall"),
    Command("window.full_screen", Permission.VIEW_LIVE, ("F11",)),
    Command("wall.expand", Permission.VIEW_LIVE, ("Ctrl+Return",), Needs.SELECTED_CAMERA, "wall"),
    Command("wall.previous_camera", Permission.ARRANGE_WALL, (), Needs.SELECTED_CAMERA, "wall"),
    Command("wall.clear_tile", Permission.ARRANGE_WALL, ("Del",), Needs.SELECTED_CAMERA, "wall"),
    Command("wall.retry", Permission.VIEW_LIVE, ("Ctrl+F5",), Needs.SELECTED_CAMERA, "wall"),
    Command("wall.save", Permission.ARRANGE_WALL, ("Ctrl+F8",), Needs.CAMERAS, "wall"),
    Command("wall.find", Permission.VIEW_LIVE, ("Ctrl+F",), Needs.CAMERAS, "wall"),
    Command("find.anything", Permission.VIEW_LIVE, ("Ctrl+K",)),
    Command("wall.edit_layout", Permission.ARRANGE_WALL, ("Shift+F8",), Needs.NOTHING, "wall"),
    Command("wall.manage", Permission.ARRANGE_WALL, (), Needs.NOTHING, "wall"),
    Command("wall.lock", Permission.ARRANGE_WALL, ("Ctrl+L",), Needs.CAMERAS, "wall"),
    Command("wall.hotspot", Permission.ARRANGE_WALL, ("Shift+F7",), Needs.CAMERAS, "wall"),
    Command("wall.tile_back", Permission.ARRANGE_WALL, ("Alt+Left",), Needs.CAMERAS, "wall"),
    Command("wall.tile_forward", Permission.ARRANGE_WALL, ("Alt+Right",), Needs.CAMERAS, "wall"),
    Command("wall.undo", Permission.ARRANGE_WALL, ("Ctrl+Z",), Needs.NOTHING, "wall"),
    Command("wall.home", Permission.ARRANGE_WALL, ("Ctrl+Home",), Needs.CAMERAS, "wall"),
    Command("wall.redo", Permission.ARRANGE_WALL, ("Ctrl+Y",), Needs.NOTHING, "wall"),
    Command("tour.toggle", Permission.VIEW_LIVE, ("Ctrl+F7",), Needs.CAMERAS, "wall"),
    # Space is heard by the wall itself: as a shortcut of the window it would take the key away from every button.
    Command("tour.pause", Permission.VIEW_LIVE, (), Needs.CAMERAS, "wall"),
    Command("tour.next", Permission.VIEW_LIVE, ("Ctrl+PgDown",), Needs.CAMERAS, "wall"),
    Command("tour.previous", Permission.VIEW_LIVE, ("Ctrl+PgUp",), Needs.CAMERAS, "wall"),
    Command("tour.pin", Permission.ARRANGE_WALL, ("Ctrl+F6",), Needs.CAMERAS, "wall"),
    Command("tour.manage", Permission.ARRANGE_WALL, (), Needs.CAMERAS, "wall"),
    Command("screen.send_wall", Permission.ARRANGE_WALL, ("Shift+F11",), Needs.CAMERAS, "wall"),
    Command("screen.send_camera", Permission.ARRANGE_WALL, ("Ctrl+F11",), Needs.SELECTED_CAMERA, "wall"),
    Command("screen.take_back", Permission.ARRANGE_WALL, (), Needs.CAMERAS, "wall"),
    Command("zoom.in", Permission.VIEW_LIVE, ("Shift+PgUp",), Needs.SELECTED_PICTURE, "wall"),
    Command("zoom.out", Permission.VIEW_LIVE, ("Shift+PgDown",), Needs.SELECTED_PICTURE, "wall"),
    Command("zoom.reset", Permission.VIEW_LIVE, ("Shift+Home",), Needs.SELECTED_PICTURE, "wall"),
    Command("ptz.mouse", Permission.PTZ, ("Ctrl+F3",), Needs.SELECTED_CAMERA, "wall"),
    # Esc is heard by the wall itself: it also clears what was typed.
    Command("ptz.stop", Permission.PTZ, (), Needs.SELECTED_CAMERA, "wall"),
    Command("ptz.stop_all", Permission.PTZ, ("Shift+Esc",), Needs.CAMERAS, "wall"),
    Command("ptz.home", Permission.PTZ, ("Alt+Home",), Needs.SELECTED_CAMERA, "wall"),
    Command("ptz.patrol", Permission.PTZ, (), Needs.SELECTED_CAMERA, "wall"),
    Command("ptz.auto_focus", Permission.PTZ, (), Needs.SELECTED_CAMERA, "wall"),
    Command("ptz.give_back", Permission.PTZ, (), Needs.SELECTED_CAMERA, "wall"),
    Command("tile.info", Permission.VIEW_LIVE, ("Shift+F1",), Needs.SELECTED_CAMERA, "wall"),
    Command("tile.sound", Permission.VIEW_LIVE, ("Shift+F9",), Needs.SELECTED_CAMERA, "wall"),
    Command("page.streams", Permission.VIEW_LIVE, ("Ctrl+3",)),
    Command("page.incidents", Permission.LOG_INCIDENTS, ("Ctrl+4",)),
    Command("page.watch", Permission.LOG_INCIDENTS, ("Ctrl+5",)),
    Command("page.liaison", Permission.TAKE_COMPLAINTS, ("Ctrl+6",)),
    Command("page.handover", Permission.TAKE_DUTY, ("Ctrl+7",)),
    Command("page.audit", Permission.READ_AUDIT, ("Ctrl+8",)),
    Command("incident.new", Permission.LOG_INCIDENTS, ("F2",)),
    Command("incident.acknowledge", Permission.WORK_INCIDENTS, ("F7",)),
    Command("incident.step", Permission.WORK_INCIDENTS, ("Alt+Return",), Needs.NOTHING, "incidents"),
    Command("incident.note", Permission.LOG_INCIDENTS, ("Alt+N",), Needs.NOTHING, "incidents"),
    Command("incident.dispatch", Permission.WORK_INCIDENTS, ("Alt+D",), Needs.NOTHING, "incidents"),
    Command("incident.hold", Permission.WORK_INCIDENTS, ("Alt+O",), Needs.NOTHING, "incidents"),
    Command("incident.hoax", Permission.WORK_INCIDENTS, ("Alt+H",), Needs.NOTHING, "incidents"),
    Command("incident.print", Permission.PRINT_REPORTS, ("Ctrl+P",), Needs.NOTHING, "incidents"),
    Command("incident.search", Permission.LOG_INCIDENTS, ("Alt+F",), Needs.NOTHING, "incidents"),
    Command("complaint.new", Permission.TAKE_COMPLAINTS, ("Shift+F2",)),
    Command("watch.board", Permission.LOG_INCIDENTS, ("Shift+F3",)),
    Command("watch.new", Permission.POST_WATCH),
    Command("shift.log", Permission.TAKE_DUTY, ("Shift+F6",)),
    Command("console.lock", Permission.VIEW_LIVE, ("F12",)),
    Command("console.sign_out", Permission.VIEW_LIVE, ("Ctrl+F12",)),
    Command("officer.password", Permission.VIEW_LIVE),
    Command("keys.assign", Permission.EDIT_SETTINGS),
    Command("camera.add", Permission.EDIT_CAMERAS, ("Ctrl+Ins",)),
    Command("camera.edit", Permission.EDIT_CAMERAS, ("Ctrl+F2",), Needs.SELECTED_CAMERA),
    Command("camera.import", Permission.EDIT_CAMERAS),
    Command("camera.discover", Permission.EDIT_CAMERAS),
    Command("app.quit", Permission.VIEW_LIVE, ("Ctrl+Q",)),
)
COMMAND_BY_ID: dict[str, Command] = {c.id: c for c in COMMANDS}


class Obstacle(StrEnum):
    """Why a command cannot be given now."""

    PERMISSION = "permission"
    PAGE = "page"
    CAMERAS = "cameras"
    SELECTED_CAMERA = "selected_camera"
    SELECTED_PICTURE = "selected_picture"
    SAVED_WALL = "saved_wall"


def obstacle(command: Command, situation: Situation) -> Obstacle | None:
    """Tell why a command cannot be given now; None where it can."""
    if command.permission not in situation.permissions:
        return Obstacle.PERMISSION
    if command.page and command.page != situation.page:
        return Obstacle.PAGE
    there = {
        Needs.NOTHING: True,
        Needs.CAMERAS: situation.has_cameras,
        Needs.SELECTED_CAMERA: situation.selected_camera,
        Needs.SELECTED_PICTURE: situation.selected_picture,
        Needs.SAVED_WALL: situation.saved_wall,
    }[command.needs]
    return None if there else Obstacle(command.needs.value)


def enabled(command: Command, situation: Situation) -> bool:
    """Tell whether a command may be given now."""
    return obstacle(command, situation) is None
