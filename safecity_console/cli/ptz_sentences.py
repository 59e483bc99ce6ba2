"""Refusals of steering in words.

Belongs here: code to sentence. Does not belong here: the other refusals (sentences.py). Thread: any.
"""

from __future__ import annotations

PTZ_SENTENCES: dict[str, str] = {
    "ptz_held": "Camera {number} is held by {name} {badge}; unmoved it is free in {seconds} s.",
    "ptz_lost": "Camera {number} was taken over by somebody else.",
    "ptz_login_locked": "The password of camera {number} cannot be read: the vault is locked.",
    "ptz_unable": "Camera {number} cannot do that.",
    "ptz_not_stopped": "The camera does not take the order to stop yet; it is tried again.",
    "ptz_stopped_late": "The camera has stopped now.",
    "ptz_no_way": "Say which way the camera is to move: --pan, --tilt or --zoom.",
    "ptz_ended": "Steering has ended.",
    "privacy_sector": "The privacy sector '{sector}' is closed; a supervisor may look into it.",
    "preset_number": "A preset's or patrol's number lies between {low} and {high}.",
    "preset_unknown": "The camera has no preset {number}.",
    "preset_gone": "The camera has lost preset {number}; store it again.",
    "ptz_name": "A name has 1 to {longest} letters.",
    "patrol_unknown": "The camera has no patrol {number}.",
    "patrol_steps": "A patrol has {least} to {most} presets.",
    "patrol_dwell": "A preset of a patrol is watched for {least} to {most} seconds.",
    "sector_unfit": "A privacy sector needs edges that enclose something.",
}
