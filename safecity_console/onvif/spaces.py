"""Coordinate spaces of a PTZ node: read, and speeds scaled into them.

Belongs here: what a node or its options say, pure. Does not belong here: asking (ptz.py).
Invariants: 1. A generic space is taken before a maker's own of the same kind. 2. An axis whose range is missing or no
range at all counts as the generic one, -1…1, where the device has the axis; nothing is ever divided by a range
(quirk 11: frigate#14170, yi-hack-Allwinner-v2#767). 3. A positive speed goes towards `most`, a negative one towards
`least`, whatever the units are.
Source: ONVIF PTZ §5.7, §5.8.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onveef import parsers

from safecity_console.domain.onvif import PtzAbilities, Range
from safecity_console.onvif.words import clean_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

GENERIC = Range()
PRESETS_MOST = 10_000
FOV_SPACE = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/TranslationSpaceFov"
_DURATION = re.compile(r"-?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$")


@dataclass(frozen=True, slots=True)
class Space:
    """One space as told: its URI and the ranges of its one or two axes."""

    uri: str
    x: Range
    y: Range | None


Spaces = Mapping[str, tuple[Space, ...]]


def scaled(velocity: float, into: Range | None) -> float:
    """Scale -1…1 into a range."""
    one = into if into is not None and into.useful else GENERIC
    return velocity * one.most if velocity >= 0 else -velocity * one.least


def read_nodes(text: str) -> dict[str, PtzAbilities]:
    """Read an answer to GetNodes or GetNode, by token."""
    root = parsers.parse_xml(text)
    found: dict[str, PtzAbilities] = {}
    for node in [] if root is None else parsers.find_all_local(root, "PTZNode"):
        token = node.attrib.get("token", "")
        supported = parsers.child_local(node, "SupportedPTZSpaces")
        presets = parsers.child_text(node, "MaximumNumberOfPresets")
        extension = parsers.find_local(node, "SupportedPresetTour")
        found[token] = abilities_of(
            read_spaces(supported), node_token=token, home=_true(parsers.child_text(node, "HomeSupported")),
            home_fixed=_true(node.attrib.get("FixedHomePosition", "")),
            presets_most=min(int(presets), PRESETS_MOST) if presets.isdecimal() and len(presets) < 9 else 0,
            tours=extension is not None,
            auxiliary=tuple(clean_line(one.text or "", 64) for one in parsers.find_all_local(node, "AuxiliaryCommands")
                            if (one.text or "").strip())[:64])
    return found


def read_options(text: str) -> tuple[Spaces, float | None, float | None]:
    """Read an answer to GetConfigurationOptions: spaces, shortest and longest timeout in seconds."""
    root = parsers.parse_xml(text)
    options = None if root is None else parsers.find_local(root, "PTZConfigurationOptions")
    if options is None:
        return {}, None, None
    timeout = parsers.child_local(options, "PTZTimeout")
    least = seconds(parsers.child_text(timeout, "Min")) if timeout is not None else None
    most = seconds(parsers.child_text(timeout, "Max")) if timeout is not None else None
    return read_spaces(parsers.child_local(options, "Spaces")), least, most


def abilities_of(spaces: Spaces, **known: object) -> PtzAbilities:
    """Give what the spaces allow."""
    speed, place, step, zoom_speed, zoom, zoom_step = (_chosen(spaces, kind) for kind in (
        "ContinuousPanTiltVelocitySpace", "AbsolutePanTiltPositionSpace", "RelativePanTiltTranslationSpace",
        "ContinuousZoomVelocitySpace", "AbsoluteZoomPositionSpace", "RelativeZoomTranslationSpace"))
    fov = any(one.uri == FOV_SPACE for one in spaces.get("RelativePanTiltTranslationSpace", ()))
    return PtzAbilities(
        pan_speed=_x(speed), tilt_speed=_y(speed), zoom_speed=_x(zoom_speed), pan=_x(place), tilt=_y(place),
        zoom=_x(zoom), pan_step=_x(step), tilt_step=_y(step), zoom_step=_x(zoom_step), fov_step=fov,
        **known)  # type: ignore[arg-type]


def read_spaces(element: Element | None) -> Spaces:
    """Read the spaces below an element, by kind."""
    found: dict[str, tuple[Space, ...]] = {}
    for child in [] if element is None else list(element):
        kind = child.tag.rpartition("}")[2]
        x, y = _range(child, "XRange"), _range(child, "YRange")
        uri = parsers.child_text(child, "URI")
        found[kind] = (*found.get(kind, ()), Space(uri, x or GENERIC, y))
    return found


def seconds(text: str) -> float | None:
    """Read an ISO 8601 duration; None where it is none or none of ours (months, years)."""
    match = _DURATION.match(text.strip()[:60])
    if match is None or text.strip() in ("P", "PT"):
        return None
    days, hours, minutes, rest = (float(part or 0) for part in match.groups())
    return days * 86_400 + hours * 3600 + minutes * 60 + rest


def duration(seconds_: float) -> str:
    """Write an ISO 8601 duration; whole seconds without a point, which is all that some firmware reads."""
    return f"PT{seconds_:.0f}S" if float(seconds_).is_integer() else f"PT{seconds_:.1f}S"


def _chosen(spaces: Spaces, kind: str) -> Space | None:
    told = [one for one in spaces.get(kind, ()) if one.uri != FOV_SPACE]
    generic = [one for one in told if "Generic" in one.uri]
    return next(iter(generic or told), None)


def _x(space: Space | None) -> Range | None:
    return None if space is None else _useful(space.x)


def _y(space: Space | None) -> Range | None:
    return None if space is None else _useful(space.y or GENERIC)


def _useful(one: Range) -> Range:
    return one if one.useful else GENERIC


def _range(element: Element, name: str) -> Range | None:
    told = parsers.child_local(element, name)
    if told is None:
        return None
    try:
        least, most = float(parsers.child_text(told, "Min")), float(parsers.child_text(told, "Max"))
    except ValueError:
        return GENERIC
    fit = math.isfinite(least) and math.isfinite(most)
    return Range(max(-1e6, least), min(1e6, most)) if fit else GENERIC


def _true(text: str) -> bool:
    return text.strip().lower() in ("true", "1")
