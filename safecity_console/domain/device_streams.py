"""Which of a device's profiles become a camera's main and sub stream, and what cameras are called when many are added.

Belongs here: the choice, makers' usual stream paths, names by template; pure. Does not belong here: reading a device
(onvif/), adding cameras (services/devices.py).
Invariants: 1. Only codecs that the console decodes are chosen, H.264 and H.265 before JPEG. 2. The sub stream is
smaller than the main one, or there is none. 3. Makers' paths are taken only where a device gives no address itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import DeviceReport, MediaProfile

SUB_WIDTH_MOST = 800
_CODECS = ("H264", "H265", "JPEG")
_WORD = re.compile(r"\{([^{}]*)\}")
TEMPLATE_WORDS = frozenset({"place", "n", "maker", "model", "name", "address"})
_SENSIBLE = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class MakerPaths:
    """A maker's usual RTSP paths; `names` are looked for in what a device calls its maker."""

    names: tuple[str, ...]
    main: str
    sub: str = ""


# Makers' own manuals; of use where GetStreamUri fails or gives nothing.
MAKERS: tuple[MakerPaths, ...] = (
    MakerPaths(("hikvision", "ezviz", "hilook", "annke"), "/Streaming/Channels/101", "/Streaming/Channels/102"),
    MakerPaths(("dahua", "amcrest", "lorex", "cp plus", "imou"), "/cam/realmonitor?channel=1&subtype=0",
               "/cam/realmonitor?channel=1&subtype=1"),
    MakerPaths(("axis",), "/axis-media/media.amp?videocodec=h264",
               "/axis-media/media.amp?videocodec=h264&resolution=640x360"),
    MakerPaths(("uniview", "unv", "uniarch"), "/unicast/c1/s0/live", "/unicast/c1/s1/live"),
    MakerPaths(("reolink",), "/h264Preview_01_main", "/h264Preview_01_sub"),
    MakerPaths(("tp-link", "vigi", "tapo"), "/stream1", "/stream2"),
    MakerPaths(("bosch",), "/?inst=1", "/?inst=2"),
    MakerPaths(("hanwha", "samsung", "wisenet"), "/profile2/media.smp", "/profile3/media.smp"),
)


@dataclass(frozen=True, slots=True)
class ChosenProfiles:
    """The profiles a camera's streams come from; `sources` counts the device's pictures (lenses, channels)."""

    main: MediaProfile | None = None
    sub: MediaProfile | None = None
    sources: int = 0


def choose(profiles: Iterable[MediaProfile]) -> ChosenProfiles:
    """Choose main and sub stream among the profiles of the first picture source."""
    known = tuple(profiles)
    sources = list(dict.fromkeys(one.source_token for one in known))
    fitting = [one for one in known if one.source_token == (sources or [""])[0] and one.codec in ("", *_CODECS)]
    if not fitting:
        return ChosenProfiles(sources=len(sources))
    moving = [one for one in fitting if one.codec != "JPEG"] or fitting
    main = max(moving, key=lambda one: (one.width * one.height, one.bitrate_kbps, -moving.index(one)))
    less = [one for one in moving if one is not main and (one.width * one.height < main.width * main.height
                                                          or not one.width)]
    small = [one for one in less if 0 < one.width <= SUB_WIDTH_MOST]
    sub = max(small, key=_area, default=None) or min(less, key=_area, default=None)
    return ChosenProfiles(main, sub, len(sources))


def usual_paths(maker: str) -> MakerPaths | None:
    """Give the usual paths of a maker; None where it is not known."""
    said = maker.casefold()
    return next((one for one in MAKERS if any(name in said for name in one.names)), None)


def check_template(template: str) -> None:
    """Refuse a template with words it does not know; raises Refused("template_unknown")."""
    unknown = [word for word in _WORD.findall(template) if word not in TEMPLATE_WORDS]
    if unknown or not template.strip() or "{" in _WORD.sub("", template) or "}" in _WORD.sub("", template):
        raise Refused("template_unknown", word=(unknown or [template.strip()])[0][:40])


def name_by(template: str, words: Mapping[str, str]) -> str:
    """Fill a template; a word that is empty leaves no double blanks."""
    return _SENSIBLE.sub(" ", _WORD.sub(lambda match: words.get(match[1], ""), template)).strip()


def words_of(report: DeviceReport, place: str, name: str, number: int) -> dict[str, str]:
    """Give the words of a template for one device."""
    return {"place": place, "n": str(number), "maker": report.information.maker, "model": report.information.model,
            "name": name, "address": report.endpoint.host}


def _area(one: MediaProfile) -> int:
    return one.width * one.height
