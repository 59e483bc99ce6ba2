"""Titles, helps, choices and groups of the settings, by their keys.

Belongs here: the texts, marked for translation. Does not belong here: translating them (texts.py), limits
(core/settings.py).
Invariant: every setting, choice and group has its words (a test counts them).
"""

from __future__ import annotations

from safecity_console.ui.marked import QT_TRANSLATE_NOOP

SETTING_TEXTS: dict[str, tuple[str, str]] = {
    "place.name": (
        QT_TRANSLATE_NOOP("settings", "Name of this control room"),
        QT_TRANSLATE_NOOP("settings", "Stands in the top strip."),
    ),
    "screen.theme": (
        QT_TRANSLATE_NOOP("settings", "Look"),
        QT_TRANSLATE_NOOP("settings", "Dark for rooms without daylight, light for rooms with windows."),
    ),
    "screen.language": (
        QT_TRANSLATE_NOOP("settings", "Language"),
        QT_TRANSLATE_NOOP("settings", "The screen is mirrored for Urdu; pictures never are."),
    ),
    "screen.time_zone": (
        QT_TRANSLATE_NOOP("settings", "Time zone of the screen"),
        QT_TRANSLATE_NOOP("settings", "Files always carry UTC."),
    ),
    "wall.fps": (
        QT_TRANSLATE_NOOP("settings", "Pictures per second on the wall"),
        QT_TRANSLATE_NOOP("settings", "The selected camera always gets its full rate."),
    ),
    "wall.mode": (
        QT_TRANSLATE_NOOP("settings", "The wall opens with"),
        QT_TRANSLATE_NOOP("settings", "F5 changes it at any time."),
    ),
    "wall.main_from_width_px": (
        QT_TRANSLATE_NOOP("settings", "Full picture from this tile width (pixels)"),
        QT_TRANSLATE_NOOP("settings", "Narrower tiles take the camera's small stream."),
    ),
    "wall.side_column": (
        QT_TRANSLATE_NOOP("settings", "Show the column beside the wall"),
        QT_TRANSLATE_NOOP("settings", "It holds what needs attention and the list of cameras."),
    ),
    "wall.watch_board": (
        QT_TRANSLATE_NOOP("settings", "Watch board beside the wall"),
        QT_TRANSLATE_NOOP("settings", "Missing children, wanted persons and vehicles; Shift+F3 shows and hides it."),
    ),
    "tour.dwell_s": (
        QT_TRANSLATE_NOOP("settings", "A step of a tour lasts (seconds)"),
        QT_TRANSLATE_NOOP("settings", "Counts for tours and steps that have no time of their own."),
    ),
    "tour.hold_on_pointer": (
        QT_TRANSLATE_NOOP("settings", "Hold a tour while the pointer moves over the wall"),
        QT_TRANSLATE_NOOP("settings", "It goes on by itself shortly after the pointer left or rests."),
    ),
    "tour.hold_on_alarm": (
        QT_TRANSLATE_NOOP("settings", "Hold a tour when a camera has an alarm"),
        QT_TRANSLATE_NOOP("settings", "It shows that camera and goes on when the alarm is over, or on Space."),
    ),
    "stream.transport": (
        QT_TRANSLATE_NOOP("settings", "How video travels for new cameras"),
        QT_TRANSLATE_NOOP("settings", "TCP loses nothing; UDP is for old cameras; HTTP passes firewalls."),
    ),
    "stream.late_after_s": (
        QT_TRANSLATE_NOOP("settings", "Call a picture late after (seconds)"),
        QT_TRANSLATE_NOOP("settings", "The tile turns amber and says how old the picture is."),
    ),
    "stream.reopen_after_s": (
        QT_TRANSLATE_NOOP("settings", "Connect again after silence of (seconds)"),
        QT_TRANSLATE_NOOP("settings", "Must be longer than the time after which a picture is late."),
    ),
    "stream.open_spacing_ms": (
        QT_TRANSLATE_NOOP("settings", "Pause between two cameras opening (milliseconds)"),
        QT_TRANSLATE_NOOP("settings", "Spares the network when many cameras start or return at once."),
    ),
    "stream.check_tls": (
        QT_TRANSLATE_NOOP("settings", "Check the certificates of encrypted cameras"),
        QT_TRANSLATE_NOOP("settings", "Most cameras carry a certificate nobody signed; leave it off for those."),
    ),
    "video.decode": (
        QT_TRANSLATE_NOOP("settings", "Decode video with"),
        QT_TRANSLATE_NOOP("settings", "Automatic gives pictures of 1280×720 and more to a graphics device that works; "
                          "a camera it fails on goes on with the processor."),
    ),
    "video.hardware_most": (
        QT_TRANSLATE_NOOP("settings", "Cameras decoded by graphics at once, at most"),
        QT_TRANSLATE_NOOP("settings", "Graphics devices bear only so many; the selected and large tiles come first."),
    ),
    "video.draw": (
        QT_TRANSLATE_NOOP("settings", "Draw the wall with"),
        QT_TRANSLATE_NOOP("settings", "Automatic uses graphics for walls larger than 1920×1080, and only a real "
                          "graphics device."),
    ),
    "picture.check": (
        QT_TRANSLATE_NOOP("settings", "Watch the pictures themselves"),
        QT_TRANSLATE_NOOP("settings", "Finds frozen, covered, black and unsharp pictures."),
    ),
    "picture.hold_s": (
        QT_TRANSLATE_NOOP("settings", "Report a bad picture after (seconds)"),
        QT_TRANSLATE_NOOP("settings", "A picture must stay bad this long before the console says so."),
    ),
    "sound.volume": (
        QT_TRANSLATE_NOOP("settings", "Loudness of a camera's sound (percent)"),
        QT_TRANSLATE_NOOP("settings", "Shift+F9 lets the selected camera be heard; after a start all are silent."),
    ),
    "sound.follow_selection": (
        QT_TRANSLATE_NOOP("settings", "The sound goes with the selection"),
        QT_TRANSLATE_NOOP("settings", "Otherwise it stays with the camera it was switched on for."),
    ),
    "video.second_engine": (
        QT_TRANSLATE_NOOP("settings", "Second way of reading video (VLC)"),
        QT_TRANSLATE_NOOP("settings", "Tried where this console cannot read a camera's video and VLC is installed."),
    ),
    "ptz.home_after_min": (
        QT_TRANSLATE_NOOP("settings", "Send a camera home when nobody has moved it for (minutes, 0 = never)"),
        QT_TRANSLATE_NOOP("settings", "Cameras that somebody holds, and those on patrol, are left alone."),
    ),
    "camera.events": (
        QT_TRANSLATE_NOOP("settings", "Listen to what cameras tell of themselves"),
        QT_TRANSLATE_NOOP("settings", "Tampering, a turned camera, lost signal, storage and alarm inputs, by ONVIF. "
                          "Motion is only marked."),
    ),
    "camera.events_keep_days": (
        QT_TRANSLATE_NOOP("settings", "Keep what cameras told for (days)"),
        QT_TRANSLATE_NOOP("settings", "Of one camera never more than its newest 5000."),
    ),
    "load.govern": (
        QT_TRANSLATE_NOOP("settings", "Slow the least important tiles when this computer cannot keep up"),
        QT_TRANSLATE_NOOP("settings", "Each slowed tile says so. Selected, zoomed and alarmed tiles are never slowed."),
    ),
    "load.cpu_most_percent": (
        QT_TRANSLATE_NOOP("settings", "Slow tiles from this use of the processor (percent)"),
        QT_TRANSLATE_NOOP("settings", "Of all its cores. Lower leaves more for other programs."),
    ),
    "load.late_most_ms": (
        QT_TRANSLATE_NOOP("settings", "Slow tiles when the screen lags behind your hand by (milliseconds)"),
        QT_TRANSLATE_NOOP("settings", "Lower answers keys and mouse sooner under load, at the cost of the tiles."),
    ),
    "load.slow_fps": (
        QT_TRANSLATE_NOOP("settings", "Pictures per second of a slowed tile, at most"),
        QT_TRANSLATE_NOOP("settings", "Where that is not enough, pictures are left out as well."),
    ),
    "place.code": (
        QT_TRANSLATE_NOOP("settings", "Code of this station"),
        QT_TRANSLATE_NOOP("settings", "Begins the numbers of incidents on papers and names this station in the audit."),
    ),
    "console.lock_after_min": (
        QT_TRANSLATE_NOOP("settings", "Lock by itself after (minutes)"),
        QT_TRANSLATE_NOOP("settings", "Counts from the last key or move of the mouse; 0 never locks by itself."),
    ),
    "console.lock_covers_screens": (
        QT_TRANSLATE_NOOP("settings", "Locking covers the other screens too"),
        QT_TRANSLATE_NOOP("settings", "Off: the walls on other screens go on for the room."),
    ),
    "shift.camera_hold_s": (
        QT_TRANSLATE_NOOP("settings", "A camera counts as lost after (seconds)"),
        QT_TRANSLATE_NOOP("settings", "Shorter losses are neither in the running log nor on the handover form."),
    ),
    "incident.near_m": (
        QT_TRANSLATE_NOOP("settings", "A camera is near an incident within (metres)"),
        QT_TRANSLATE_NOOP("settings", "Cameras that near are noted with the state they had."),
    ),
    "incident.lock_before_min": (
        QT_TRANSLATE_NOOP("settings", "Keep recordings before an incident (minutes)"),
        QT_TRANSLATE_NOOP("settings", "Recordings of its cameras are not deleted from then on."),
    ),
    "incident.lock_after_min": (
        QT_TRANSLATE_NOOP("settings", "Keep recordings after an incident (minutes)"),
        QT_TRANSLATE_NOOP("settings", "Recordings of its cameras are not deleted until then."),
    ),
    "incident.keep_picture": (
        QT_TRANSLATE_NOOP("settings", "Keep a picture with each new incident"),
        QT_TRANSLATE_NOOP("settings", "The selected camera's picture of the moment F2 was pressed."),
    ),
}

CHOICE_TEXTS: dict[tuple[str, str], str] = {
    ("screen.theme", "dark"): QT_TRANSLATE_NOOP("settings", "Dark"),
    ("screen.theme", "light"): QT_TRANSLATE_NOOP("settings", "Light"),
    ("wall.mode", "all_places"): QT_TRANSLATE_NOOP("settings", "All places"),
    ("wall.mode", "what_works"): QT_TRANSLATE_NOOP("settings", "What works"),
    ("stream.transport", "tcp"): QT_TRANSLATE_NOOP("settings", "TCP (usual)"),
    ("stream.transport", "udp"): QT_TRANSLATE_NOOP("settings", "UDP"),
    ("stream.transport", "http"): QT_TRANSLATE_NOOP("settings", "HTTP tunnel"),
    ("video.decode", "auto"): QT_TRANSLATE_NOOP("settings", "Automatic"),
    ("video.decode", "processor"): QT_TRANSLATE_NOOP("settings", "Processor only"),
    ("video.decode", "hardware"): QT_TRANSLATE_NOOP("settings", "Graphics where possible"),
    ("video.draw", "auto"): QT_TRANSLATE_NOOP("settings", "Automatic"),
    ("video.draw", "processor"): QT_TRANSLATE_NOOP("settings", "Processor only"),
    ("video.draw", "graphics"): QT_TRANSLATE_NOOP("settings", "Graphics where possible"),
    ("video.second_engine", "off"): QT_TRANSLATE_NOOP("settings", "Never"),
    ("video.second_engine", "auto"): QT_TRANSLATE_NOOP("settings", "Where needed"),
}
OWN_NAMES = {("screen.language", "en"): "English", ("screen.language", "ur"): "اردو"}

GROUP_TEXTS: dict[str, str] = {
    "place": QT_TRANSLATE_NOOP("settings", "Place"),
    "screen": QT_TRANSLATE_NOOP("settings", "Screen"),
    "wall": QT_TRANSLATE_NOOP("settings", "Wall"),
    "tour": QT_TRANSLATE_NOOP("settings", "Tours"),
    "stream": QT_TRANSLATE_NOOP("settings", "Streams"),
    "video": QT_TRANSLATE_NOOP("settings", "Video"),
    "picture": QT_TRANSLATE_NOOP("settings", "Pictures"),
    "sound": QT_TRANSLATE_NOOP("settings", "Sound"),
    "load": QT_TRANSLATE_NOOP("settings", "Under load"),
    "console": QT_TRANSLATE_NOOP("settings", "Sign-in and lock"),
    "incident": QT_TRANSLATE_NOOP("settings", "Incidents"),
    "shift": QT_TRANSLATE_NOOP("settings", "Shifts"),
    "ptz": QT_TRANSLATE_NOOP("settings", "Steering cameras"),
    "camera": QT_TRANSLATE_NOOP("settings", "What cameras tell"),
}
