"""Titles and helps of the commands, by the id of the command table, and what number keys do.

Belongs here: the texts, marked for translation. Does not belong here: translating them (texts.py), keys and permissions
(domain/command.py).
Invariant: every command of the table has its words, no two the same title (a test counts them).
"""

from __future__ import annotations

from safecity_console.ui.marked import QT_TRANSLATE_NOOP

COMMAND_TEXTS: dict[str, tuple[str, str]] = {
    "help.keys": (
        QT_TRANSLATE_NOOP("commands", "Keys and help"),
        QT_TRANSLATE_NOOP("commands", "Shows every key and what it does."),
    ),
    "wall.snapshot": (
        QT_TRANSLATE_NOOP("commands", "Snapshot"),
        QT_TRANSLATE_NOOP("commands", "Saves the selected camera's picture with its time and hash."),
    ),
    "wall.what_works": (
        QT_TRANSLATE_NOOP("commands", "What works / all places"),
        QT_TRANSLATE_NOOP("commands", "Gives the screen to the cameras that work, or back to all places."),
    ),
    "page.next": (
        QT_TRANSLATE_NOOP("commands", "Next page"),
        QT_TRANSLATE_NOOP("commands", "Goes to the next page of the console."),
    ),
    "page.wall": (QT_TRANSLATE_NOOP("commands", "Wall"), QT_TRANSLATE_NOOP("commands", "Goes to the video wall.")),
    "page.cameras": (
        QT_TRANSLATE_NOOP("commands", "Cameras"),
        QT_TRANSLATE_NOOP("commands", "Goes to the list of all cameras."),
    ),
    "page.settings": (
        QT_TRANSLATE_NOOP("commands", "Settings"),
        QT_TRANSLATE_NOOP("commands", "Goes to the settings of this console."),
    ),
    "wall.next_layout": (
        QT_TRANSLATE_NOOP("commands", "Next layout"),
        QT_TRANSLATE_NOOP("commands", "Changes how many tiles the wall has."),
    ),
    "window.full_screen": (
        QT_TRANSLATE_NOOP("commands", "Full screen"),
        QT_TRANSLATE_NOOP("commands", "Fills the whole screen with the console, or goes back to a window."),
    ),
    "wall.expand": (
        QT_TRANSLATE_NOOP("commands", "Expand"),
        QT_TRANSLATE_NOOP("commands", "Shows the selected camera alone, or all tiles again."),
    ),
    "wall.previous_camera": (
        QT_TRANSLATE_NOOP("commands", "Previous camera"),
        QT_TRANSLATE_NOOP("commands", "Puts the camera that was there before back into the selected tile."),
    ),
    "wall.clear_tile": (
        QT_TRANSLATE_NOOP("commands", "Clear tile"),
        QT_TRANSLATE_NOOP("commands", "Takes the camera out of the selected tile. The camera itself stays registered."),
    ),
    "wall.retry": (
        QT_TRANSLATE_NOOP("commands", "Try again now"),
        QT_TRANSLATE_NOOP("commands", "Connects to the selected camera at once instead of waiting."),
    ),
    "wall.save": (
        QT_TRANSLATE_NOOP("commands", "Save wall…"),
        QT_TRANSLATE_NOOP("commands", "Keeps this arrangement of cameras under a name."),
    ),
    "wall.find": (
        QT_TRANSLATE_NOOP("commands", "Go to camera…"),
        QT_TRANSLATE_NOOP("commands", "Finds a camera by number, name or place."),
    ),
    "camera.add": (
        QT_TRANSLATE_NOOP("commands", "Add a camera…"),
        QT_TRANSLATE_NOOP("commands", "Registers a new camera and tests it live."),
    ),
    "camera.edit": (
        QT_TRANSLATE_NOOP("commands", "Camera settings…"),
        QT_TRANSLATE_NOOP("commands", "Changes the name, address or login of the selected camera."),
    ),
    "camera.import": (
        QT_TRANSLATE_NOOP("commands", "Import a list…"),
        QT_TRANSLATE_NOOP("commands", "Takes in many cameras from a CSV file, with a preview first."),
    ),
    "app.quit": (
        QT_TRANSLATE_NOOP("commands", "Close the console"),
        QT_TRANSLATE_NOOP("commands", "Closes every stream and then the window."),
    ),
    "find.anything": (
        QT_TRANSLATE_NOOP("commands", "Find anything…"),
        QT_TRANSLATE_NOOP("commands", "Goes to any camera, place, wall, tour or command by typing a part of it."),
    ),
    "wall.edit_layout": (
        QT_TRANSLATE_NOOP("commands", "Edit layout…"),
        QT_TRANSLATE_NOOP("commands", "Splits, merges and resizes the tiles of this wall."),
    ),
    "wall.manage": (
        QT_TRANSLATE_NOOP("commands", "Walls and layouts…"),
        QT_TRANSLATE_NOOP("commands", "Orders, exports, imports and deletes kept walls and layouts."),
    ),
    "wall.lock": (
        QT_TRANSLATE_NOOP("commands", "Lock or unlock the wall"),
        QT_TRANSLATE_NOOP("commands", "A locked wall refuses every change of its arrangement."),
    ),
    "wall.hotspot": (
        QT_TRANSLATE_NOOP("commands", "Hotspot tile"),
        QT_TRANSLATE_NOOP("commands", "Makes the selected tile follow the selection, or an ordinary tile again."),
    ),
    "wall.tile_back": (
        QT_TRANSLATE_NOOP("commands", "Back in this tile"),
        QT_TRANSLATE_NOOP("commands", "Shows what stood in the selected tile before."),
    ),
    "wall.tile_forward": (
        QT_TRANSLATE_NOOP("commands", "Forward in this tile"),
        QT_TRANSLATE_NOOP("commands", "Shows again what Back took away."),
    ),
    "wall.undo": (
        QT_TRANSLATE_NOOP("commands", "Undo"),
        QT_TRANSLATE_NOOP("commands", "Takes the last change of the wall back."),
    ),
    "wall.home": (
        QT_TRANSLATE_NOOP("commands", "Go to my wall"),
        QT_TRANSLATE_NOOP("commands", "Shows the wall that you begin with."),
    ),
    "wall.redo": (
        QT_TRANSLATE_NOOP("commands", "Redo"),
        QT_TRANSLATE_NOOP("commands", "Makes the change again that was taken back."),
    ),
    "tour.toggle": (
        QT_TRANSLATE_NOOP("commands", "Start or stop the tour"),
        QT_TRANSLATE_NOOP("commands", "Shows cameras or walls in turn."),
    ),
    "tour.pause": (
        QT_TRANSLATE_NOOP("commands", "Hold the tour"),
        QT_TRANSLATE_NOOP("commands", "Keeps the step that is shown, or lets the tour go on."),
    ),
    "tour.next": (
        QT_TRANSLATE_NOOP("commands", "Next step of the tour"),
        QT_TRANSLATE_NOOP("commands", "Goes on at once."),
    ),
    "tour.previous": (
        QT_TRANSLATE_NOOP("commands", "Previous step of the tour"),
        QT_TRANSLATE_NOOP("commands", "Goes a step back."),
    ),
    "tour.pin": (
        QT_TRANSLATE_NOOP("commands", "Pin the tile"),
        QT_TRANSLATE_NOOP("commands", "A pinned tile keeps its camera while a tour runs."),
    ),
    "tour.manage": (
        QT_TRANSLATE_NOOP("commands", "Tours…"),
        QT_TRANSLATE_NOOP("commands", "Makes, changes and deletes tours."),
    ),
    "screen.send_wall": (
        QT_TRANSLATE_NOOP("commands", "Wall to another screen…"),
        QT_TRANSLATE_NOOP("commands", "Shows this wall on another screen, filling it."),
    ),
    "screen.send_camera": (
        QT_TRANSLATE_NOOP("commands", "Camera to another screen…"),
        QT_TRANSLATE_NOOP("commands", "Shows the selected camera alone on another screen, filling it."),
    ),
    "screen.take_back": (
        QT_TRANSLATE_NOOP("commands", "Take back from other screens"),
        QT_TRANSLATE_NOOP("commands", "Closes the walls and cameras that stand on other screens."),
    ),
    "zoom.in": (
        QT_TRANSLATE_NOOP("commands", "Zoom in"),
        QT_TRANSLATE_NOOP("commands", "Enlarges the selected picture, which then comes from the full stream."),
    ),
    "zoom.out": (
        QT_TRANSLATE_NOOP("commands", "Zoom out"),
        QT_TRANSLATE_NOOP("commands", "Shows more of the selected picture again."),
    ),
    "zoom.reset": (
        QT_TRANSLATE_NOOP("commands", "Whole picture"),
        QT_TRANSLATE_NOOP("commands", "Shows the whole of the selected picture."),
    ),
    "tile.info": (
        QT_TRANSLATE_NOOP("commands", "Stream figures of this tile"),
        QT_TRANSLATE_NOOP("commands", "Shows codec, size, rates, delay and the last error of the selected camera."),
    ),
    "tile.sound": (
        QT_TRANSLATE_NOOP("commands", "Sound of this camera"),
        QT_TRANSLATE_NOOP("commands", "Lets the selected camera be heard, or silences it."),
    ),
    "page.streams": (
        QT_TRANSLATE_NOOP("commands", "Streams"),
        QT_TRANSLATE_NOOP("commands", "Goes to the table of all streams."),
    ),
    "keys.assign": (
        QT_TRANSLATE_NOOP("commands", "Assign keys…"),
        QT_TRANSLATE_NOOP("commands", "Gives commands other keys."),
    ),
    "page.incidents": (
        QT_TRANSLATE_NOOP("commands", "Incidents"),
        QT_TRANSLATE_NOOP("commands", "Goes to the incidents: what is open, and what was."),
    ),
    "page.watch": (
        QT_TRANSLATE_NOOP("commands", "Watch"),
        QT_TRANSLATE_NOOP("commands", "Goes to the wanted persons, vehicles and missing children to look out for."),
    ),
    "page.liaison": (
        QT_TRANSLATE_NOOP("commands", "Liaison"),
        QT_TRANSLATE_NOOP("commands", "Goes to complaints, call-backs, contacts and consents."),
    ),
    "page.handover": (
        QT_TRANSLATE_NOOP("commands", "Handover"),
        QT_TRANSLATE_NOOP("commands", "Goes to the shift: checks, running log and handover."),
    ),
    "page.audit": (
        QT_TRANSLATE_NOOP("commands", "Audit"),
        QT_TRANSLATE_NOOP("commands", "Goes to the record of everything that was done at this console."),
    ),
    "incident.new": (
        QT_TRANSLATE_NOOP("commands", "New incident"),
        QT_TRANSLATE_NOOP("commands", "Logs an incident with the selected camera, its place and a picture of now."),
    ),
    "incident.acknowledge": (
        QT_TRANSLATE_NOOP("commands", "Acknowledge"),
        QT_TRANSLATE_NOOP("commands", "Takes the first new incident into your hand."),
    ),
    "incident.step": (
        QT_TRANSLATE_NOOP("commands", "Next step"),
        QT_TRANSLATE_NOOP("commands", "Takes the selected incident one step further."),
    ),
    "incident.note": (
        QT_TRANSLATE_NOOP("commands", "Note"),
        QT_TRANSLATE_NOOP("commands", "Adds a note to the selected incident."),
    ),
    "incident.dispatch": (
        QT_TRANSLATE_NOOP("commands", "Send a unit"),
        QT_TRANSLATE_NOOP("commands", "Tells a unit of the selected incident and notes the time."),
    ),
    "incident.hold": (
        QT_TRANSLATE_NOOP("commands", "Hold"),
        QT_TRANSLATE_NOOP("commands", "Lets the selected incident wait until a time."),
    ),
    "incident.hoax": (
        QT_TRANSLATE_NOOP("commands", "Hoax"),
        QT_TRANSLATE_NOOP("commands", "Ends the selected incident as a hoax call."),
    ),
    "incident.print": (
        QT_TRANSLATE_NOOP("commands", "Print"),
        QT_TRANSLATE_NOOP("commands", "Writes the selected incident as a PDF."),
    ),
    "incident.search": (
        QT_TRANSLATE_NOOP("commands", "Search incidents"),
        QT_TRANSLATE_NOOP("commands", "Goes to the search line of the incidents."),
    ),
    "complaint.new": (
        QT_TRANSLATE_NOOP("commands", "New complaint"),
        QT_TRANSLATE_NOOP("commands", "Takes in a citizen's complaint at the desk or by phone."),
    ),
    "watch.board": (
        QT_TRANSLATE_NOOP("commands", "Watch board beside the wall"),
        QT_TRANSLATE_NOOP("commands", "Shows or hides the board of watch notices beside the wall."),
    ),
    "watch.new": (
        QT_TRANSLATE_NOOP("commands", "New watch notice"),
        QT_TRANSLATE_NOOP("commands", "Posts a wanted person, a vehicle or a missing child."),
    ),
    "shift.log": (
        QT_TRANSLATE_NOOP("commands", "Line in the running log"),
        QT_TRANSLATE_NOOP("commands", "Adds a line to the running log of this shift."),
    ),
    "ptz.mouse": (
        QT_TRANSLATE_NOOP("commands", "PTZ mode"),
        QT_TRANSLATE_NOOP("commands", "Steers the selected camera on its picture: pull to turn, click to centre, "
                          "Ctrl and pull a box or turn the wheel to zoom; arrows and PgUp, PgDn while held."),
    ),
    "ptz.stop": (
        QT_TRANSLATE_NOOP("commands", "Stop this camera"),
        QT_TRANSLATE_NOOP("commands", "Stops the selected camera, whoever moves it."),
    ),
    "ptz.stop_all": (
        QT_TRANSLATE_NOOP("commands", "Stop all cameras"),
        QT_TRANSLATE_NOOP("commands", "Stops every camera that this console moves."),
    ),
    "ptz.home": (
        QT_TRANSLATE_NOOP("commands", "Camera to its home"),
        QT_TRANSLATE_NOOP("commands", "Turns the selected camera to its home position."),
    ),
    "ptz.patrol": (
        QT_TRANSLATE_NOOP("commands", "Patrol"),
        QT_TRANSLATE_NOOP("commands", "Starts a patrol of the selected camera's presets, or stops it."),
    ),
    "ptz.auto_focus": (
        QT_TRANSLATE_NOOP("commands", "Focus by itself"),
        QT_TRANSLATE_NOOP("commands", "Lets the selected camera focus by itself."),
    ),
    "ptz.give_back": (
        QT_TRANSLATE_NOOP("commands", "Give the camera back"),
        QT_TRANSLATE_NOOP("commands", "Lets others steer the selected camera at once."),
    ),
    "camera.discover": (
        QT_TRANSLATE_NOOP("commands", "Discover cameras"),
        QT_TRANSLATE_NOOP("commands", "Looks for ONVIF cameras in the network and takes them into the list."),
    ),
    "console.lock": (
        QT_TRANSLATE_NOOP("commands", "Lock"),
        QT_TRANSLATE_NOOP("commands", "Locks the console until you unlock it with PIN or password."),
    ),
    "console.sign_out": (
        QT_TRANSLATE_NOOP("commands", "Sign out"),
        QT_TRANSLATE_NOOP("commands", "Leaves the console; the next officer signs in."),
    ),
    "officer.password": (
        QT_TRANSLATE_NOOP("commands", "Password and PIN"),
        QT_TRANSLATE_NOOP("commands", "Changes your own password or PIN."),
    ),
}

DIGIT_KEYS: tuple[tuple[str, str], ...] = (
    ("1 2 Enter", QT_TRANSLATE_NOOP("keys", "Camera 12 into the selected tile")),
    ("1 2 * 3 Enter", QT_TRANSLATE_NOOP("keys", "Camera 12 into tile 3")),
    ("3 /", QT_TRANSLATE_NOOP("keys", "Select tile 3")),
    ("← ↑ → ↓", QT_TRANSLATE_NOOP("keys", "Move the selection; in PTZ mode turn the camera while held")),
    ("PgUp PgDn", QT_TRANSLATE_NOOP("keys", "Zoom the camera in PTZ mode while held")),
    ("5 +", QT_TRANSLATE_NOOP("keys", "Preset 5 of the selected camera")),
    ("5 Ctrl +", QT_TRANSLATE_NOOP("keys", "Store the view as preset 5, after a question")),
    ("Num -", QT_TRANSLATE_NOOP("keys", "Previous camera")),
    ("Space", QT_TRANSLATE_NOOP("keys", "Hold a tour, or let it go on")),
    ("Shift ← ↑ → ↓", QT_TRANSLATE_NOOP("keys", "Look round in an enlarged picture")),
    ("Esc", QT_TRANSLATE_NOOP(
        "keys", "Stop the camera, clear what was typed, show the whole picture, leave the large view")),
)
