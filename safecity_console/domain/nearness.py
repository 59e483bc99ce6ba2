"""How far two places are from each other.

Belongs here: great-circle distance. Does not belong here: which places (services/).
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_M = 6_371_008.8  # mean radius, IUGG


def distance_m(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Give the distance of two points in metres by the haversine formula; within 0.5 % on the ground."""
    one, other = radians(latitude_a), radians(latitude_b)
    across = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(radians(longitude_b - longitude_a) / 2) ** 2
    return 2 * EARTH_M * asin(sqrt(min(1.0, across)))
