"""Refusals of steering in words.

Belongs here: code to sentence. Does not belong here: the other refusals (refusals.py). Thread: GUI.
"""

from __future__ import annotations

from safecity_console.ui.marked import QT_TRANSLATE_NOOP

PTZ_REFUSALS: dict[str, str] = {
    "ptz_held": QT_TRANSLATE_NOOP(
        "refusals", "This camera is held by {name}; unmoved it is free in {seconds} s."),
    "ptz_lost": QT_TRANSLATE_NOOP("refusals", "This camera was taken over by somebody else."),
    "ptz_login_locked": QT_TRANSLATE_NOOP(
        "refusals", "The camera's password cannot be read: the vault is locked."),
    "ptz_unable": QT_TRANSLATE_NOOP("refusals", "This camera cannot do that."),
    "ptz_not_stopped": QT_TRANSLATE_NOOP(
        "refusals", "The camera does not take the order to stop yet; it is tried again."),
    "ptz_stopped_late": QT_TRANSLATE_NOOP("refusals", "The camera has stopped now."),
    "ptz_no_way": QT_TRANSLATE_NOOP("refusals", "Say which way the camera is to move."),
    "ptz_ended": QT_TRANSLATE_NOOP("refusals", "Steering has ended; try again."),
    "privacy_sector": QT_TRANSLATE_NOOP(
        "refusals", "The privacy sector “{sector}” is closed; a supervisor may look into it."),
    "preset_number": QT_TRANSLATE_NOOP("refusals", "A preset's or patrol's number lies between {low} and {high}."),
    "preset_unknown": QT_TRANSLATE_NOOP("refusals", "This camera has no preset {number}."),
    "preset_gone": QT_TRANSLATE_NOOP("refusals", "The camera has lost preset {number}; store it again."),
    "ptz_name": QT_TRANSLATE_NOOP("refusals", "A name has 1 to {longest} letters that can be seen."),
    "patrol_unknown": QT_TRANSLATE_NOOP("refusals", "This camera has no patrol {number}."),
    "patrol_steps": QT_TRANSLATE_NOOP("refusals", "A patrol has {least} to {most} presets."),
    "patrol_dwell": QT_TRANSLATE_NOOP("refusals", "A preset of a patrol is watched for {least} to {most} seconds."),
    "sector_unfit": QT_TRANSLATE_NOOP("refusals", "A privacy sector needs edges that enclose something."),
}
