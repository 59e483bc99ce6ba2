"""Mirpur: the thirty cameras of the demo district.

Belongs here: names, places, phases, clips, sounds and faults as data; made-up passwords.
Does not belong here: serving them (district.py).
Places are real, positions approximate, cameras, logins and faults invented. Impaired cameras are healthy for the
first IMPAIRED_AFTER_S, so that a console sees it happen.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from safecity_console.core.resources import resource_path
from safecity_console.core.secrets import Secret
from safecity_console.simulator.model import Expected, Role, SimulatedCamera, StreamSpec
from safecity_console.simulator.sound import SoundCodec, SoundSpec

IMPAIRED_AFTER_S = 3
USER = "control"


@dataclass(frozen=True, slots=True)
class _Place:
    number: int
    name: str
    site: str
    phase: int
    latitude: float
    longitude: float
    fault: str
    clip: str = "chowk"


_PLACES = (
    _Place(1, "Chowk Shaheedan", "City centre", 1, 33.1472, 73.7519, "", "chowk"),
    _Place(2, "Nangi – Mangla Rd", "Nangi", 1, 33.1391, 73.7428, "", "nangi"),
    _Place(3, "Allama Iqbal Rd", "City centre", 1, 33.1459, 73.7557, "", "iqbal"),
    _Place(4, "DHQ Hospital Gate", "Hospital", 1, 33.1438, 73.7603, "never answers"),
    _Place(5, "Mian Muhammad Town", "Mian Muhammad Town", 1, 33.1526, 73.7441, "", "mian"),
    _Place(6, "Bank Square", "City centre", 1, 33.1481, 73.7532, "refused"),
    _Place(7, "Kotli Rd Bus Stand", "Bus stand", 1, 33.1517, 73.7580, "frozen", "kotli"),
    _Place(8, "Bypass Junction", "Bypass", 2, 33.1356, 73.7645, "no such host"),
    _Place(9, "F-1 Commercial", "Sector F-1", 1, 33.1424, 73.7486, "", "commercial"),
    _Place(10, "Dadyal Rd", "Bypass", 2, 33.1603, 73.7664, "wrong password"),
    _Place(11, "Quaid-e-Azam Stadium", "Stadium", 1, 33.1497, 73.7471, "covered", "stadium"),
    _Place(12, "Jinnah Model Town", "Jinnah Model Town", 2, 33.1375, 73.7551, "path 404"),
    _Place(13, "Sector D-4 Market", "Sector D-4", 2, 33.1412, 73.7569, "never sends"),
    _Place(14, "Mangla Dam View", "Mangla", 1, 33.1429, 73.6512, "", "dam"),
    _Place(15, "Sector C-3 School", "Sector C-3", 1, 33.1538, 73.7496, "defocus", "school"),
    _Place(16, "Sector B-5 Park", "Sector B-5", 2, 33.1561, 73.7523, "drop every 4s"),
    _Place(17, "Jatlan Rd", "Jatlan", 3, 33.1204, 73.7708, "garbage"),
    _Place(18, "Press Club", "City centre", 1, 33.1466, 73.7508, "refused"),
    _Place(19, "Khari Sharif Rd", "Khari Sharif", 3, 33.0967, 73.7582, "no such host"),
    _Place(20, "Hall Rd", "City centre", 2, 33.1490, 73.7546, "never answers"),
    _Place(21, "New City Gate", "New City", 3, 33.1189, 73.7296, "wrong password"),
    _Place(22, "Sector F-2 Mosque", "Sector F-2", 2, 33.1401, 73.7463, "path 404"),
    _Place(23, "University Rd", "MUST", 2, 33.1561, 73.7372, "drop every 5s"),
    _Place(24, "Courts Complex", "City centre", 2, 33.1453, 73.7535, "never sends"),
    _Place(25, "Chakswari Rd", "Bypass", 3, 33.1655, 73.7741, "garbage"),
    _Place(26, "Islamgarh Turn", "Islamgarh", 3, 33.2011, 73.7806, "refused"),
    _Place(27, "Old Fish Market", "City centre", 2, 33.1484, 73.7562, "no such host"),
    _Place(28, "Mangla Cantt Rd", "Mangla", 3, 33.1233, 73.6604, "never answers"),
    _Place(29, "Ratta Bridge", "Bypass", 3, 33.1312, 73.7689, "drop every 3s"),
    _Place(30, "Sector E-1 Roundabout", "Sector E-1", 2, 33.1443, 73.7448, "path 404"),
)
_URDU_NAMES = {
    1: "چوک شہیداں",
    2: "نانگی – منگلا روڈ",
    3: "علامہ اقبال روڈ",
    4: "ڈی ایچ کیو ہسپتال گیٹ",
    5: "میاں محمد ٹاؤن",
    6: "بینک سکوائر",
    7: "کوٹلی روڈ بس سٹینڈ",
    8: "بائی پاس جنکشن",
    9: "ایف ون کمرشل",
    10: "ڈڈیال روڈ",
    11: "قائد اعظم سٹیڈیم",
    12: "جناح ماڈل ٹاؤن",
    13: "سیکٹر ڈی فور مارکیٹ",
    14: "منگلا ڈیم",
    15: "سیکٹر سی تھری سکول",
    16: "سیکٹر بی فائیو پارک",
    17: "جاتلاں روڈ",
    18: "پریس کلب",
    19: "کھڑی شریف روڈ",
    20: "ہال روڈ",
    21: "نیو سٹی گیٹ",
    22: "سیکٹر ایف ٹو مسجد",
    23: "یونیورسٹی روڈ",
    24: "کورٹس کمپلیکس",
    25: "چکسواری روڈ",
    26: "اسلام گڑھ موڑ",
    27: "پرانی مچھلی مارکیٹ",
    28: "منگلا کینٹ روڈ",
    29: "رٹہ پل",
    30: "سیکٹر ای ون چوک",
}
_IMPAIRING = ("frozen", "defocus", "covered")
_HEARD = {1: SoundSpec(SoundCodec.PCMA, 196), 5: SoundSpec(SoundCodec.AAC, 262), 14: SoundSpec(SoundCodec.PCMU, 147)}
_DOMES = (1, 3, 5, 9, 14)  # the others are fixed
_WITH_PICTURES = (9,)  # also serves MJPEG, so that the demo exercises every codec


def demo_clip(name: str, role: str) -> Path:
    """Return a demo clip's path; raise FileNotFoundError where it was not shipped."""
    return resource_path("demo", f"{name}_{Role(role)}.mp4")


def mirpur_cameras() -> tuple[SimulatedCamera, ...]:
    """Return the thirty cameras, each with a password made up now."""
    return tuple(_camera(place) for place in _PLACES)


def _camera(place: _Place) -> SimulatedCamera:
    impaired = place.fault in _IMPAIRING
    expected = Expected.IMPAIRED if impaired else Expected.DEAD if place.fault else Expected.LIVE
    return SimulatedCamera(
        number=place.number,
        name=place.name,
        name_ur=_URDU_NAMES[place.number],
        site=place.site,
        phase=place.phase,
        main=StreamSpec(demo_clip(place.clip, Role.MAIN), sound=_HEARD.get(place.number)),
        sub=StreamSpec(demo_clip(place.clip, Role.SUB), sound=_HEARD.get(place.number)),
        user=USER,
        password=Secret(secrets.token_urlsafe(9)),
        fault=f"{place.fault} after {IMPAIRED_AFTER_S}s" if impaired else place.fault,
        expected=expected,
        latitude=place.latitude,
        longitude=place.longitude,
        mjpeg=place.number in _WITH_PICTURES,
        onvif=True,
        ptz=place.number in _DOMES,
        lively=True,
    )
