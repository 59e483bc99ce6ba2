"""What devices do otherwise than they should, by the name under which it is remembered.

Belongs here: names of what is learnt of one device, with reason and source. Does not belong here: the handling, which
stands where the operation is (ptz.py, media.py, session.py, faults.py, addresses.py).
Invariants: 1. A name is learnt from a device's own fault, never from its maker's name. 2. Names go into the report of a
device and are only ever added to. Numbers are those of the table in onvif.md §4.

Handled without being remembered, because it costs nothing: 1, 2 clocks (session.py, device_clock.py); 3, 20 addresses
(addresses.py); 4, 5 logins (session.py); 6, 7 faults and broken XML (faults.py); 8, 9 Media2, services (media.py,
wire.py); 10 profiles (ptz.py); 11 ranges (spaces.py); 16 presets (presets.py); 22 dropped connections (http.py,
session.py); 23 logins of stream addresses (addresses.py drops them); 25 discovery (discovery.py).
"""

from __future__ import annotations

from enum import StrEnum


class Quirk(StrEnum):
    """Something learnt of one device."""

    NO_TIMEOUT = "no_timeout"  # 13: ContinuousMove with Timeout is refused (scrypted#2124, python-onvif-zeep-async#155)
    STOP_BY_ZERO = "stop_by_zero"  # 13: Stop is refused or does nothing; zero velocity stops it (iris#177)
    SPLIT_AXES = "split_axes"  # 15: pan/tilt and zoom in one request are refused (agsh/onvif#268)
    NO_ZOOM_SPEED = "no_zoom_speed"  # 15: a Zoom element at all is refused
    NO_FOV_STEP = "no_fov_step"  # 12: TranslationSpaceFov is announced and refused (frigate#7504, #8568)
    NO_STEP = "no_step"  # 12: RelativeMove is refused altogether (frigate#16066)
    NO_POSITION = "no_position"  # 12: AbsoluteMove is refused
    USUAL_PATHS = "usual_paths"  # 9: services are listed nowhere and were found at the usual paths
    ONE_MEDIA = "one_media"  # 8: Media2 is listed and gives nothing; Media1 answers
