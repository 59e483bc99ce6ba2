"""What makes a site fit to keep.

Belongs here: the rule of a site that is edited by itself. Does not belong here: the type, and sites that come with a
camera's draft (camera.py).
Invariants: 1. A kept site has a name. 2. It has both coordinates or none, within the Earth's.
"""

from __future__ import annotations

from dataclasses import replace

from safecity_console.domain.camera import NAME_MAX, Site
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line

LATITUDE_MOST, LONGITUDE_MOST = 90.0, 180.0


def fit_site(site: Site) -> Site:
    """Give a site as it is kept; raises Refused("place_name" | "place_half" | "place_range")."""
    name = clean_line(site.name, NAME_MAX)
    if not name:
        raise Refused("place_name", longest=NAME_MAX)
    if (site.latitude is None) is not (site.longitude is None):
        raise Refused("place_half")
    for value, most in ((site.latitude, LATITUDE_MOST), (site.longitude, LONGITUDE_MOST)):
        if value is not None and not -most <= value <= most:  # NaN fits nowhere either
            raise Refused("place_range")
    return replace(site, name=name, name_ur=clean_line(site.name_ur, NAME_MAX))
