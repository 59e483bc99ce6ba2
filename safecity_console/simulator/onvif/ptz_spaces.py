"""PTZ spaces: the head's degrees and shares as ONVIF's generic spaces, and what a device says of them.

Belongs here: scaling, ranges, nodes and configurations as XML. Does not belong here: operations (ptz.py).
Source: ONVIF PTZ 24.12 §5.7. Thread: any.
"""

from __future__ import annotations

import math
from xml.etree.ElementTree import Element

from safecity_console.simulator.onvif.head import PAN, TILT, Aim
from safecity_console.simulator.onvif.quirks import Quirk, Quirks
from safecity_console.simulator.onvif.soap import SoapFault, child, figure, number_of

NODE, CONFIGURATION = "ptz_node", "ptz_config"
MAX_PRESETS = 99
LEAST_TIMEOUT_S, MOST_TIMEOUT_S, DEFAULT_TIMEOUT_S = 0.1, 60.0, 10.0
_ROOT = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/"
_ZOOM = "http://www.onvif.org/ver10/tptz/ZoomSpaces/"
FOV = _ROOT + "TranslationSpaceFov"
POSITION, STEP, VELOCITY = "Position", "Translation", "Velocity"
AUXILIARY = ("tt:Wiper|On", "tt:Wiper|Off", "tt:IRLamp|On", "tt:IRLamp|Off", "tt:IRLamp|Auto")
Shares = tuple[float | None, float | None, float | None]


def unit(quirks: Quirks) -> float:
    """Return what this device calls a whole."""
    return 100.0 if quirks.has(Quirk.WIDE_RANGES) else 1.0


def read_vector(element: Element | None, kind: str, quirks: Quirks) -> tuple[Shares, bool]:
    """Return pan, tilt and zoom within ±1 (None: not said) and whether it is in parts of the view; raise faults."""
    pan_tilt, zoom = child(element, "PanTilt"), child(element, "Zoom")
    whole, in_view = unit(quirks), False
    pan = tilt = near = None
    if pan_tilt is not None:
        space = pan_tilt.get("space", "")
        in_view = kind == STEP and space == FOV
        if space and not in_view and space != f"{_ROOT}{kind}GenericSpace":
            raise SoapFault("no such space", "ter:InvalidArgVal", "ter:SpaceNotSupported")
        scale = 1.0 if in_view else whole
        pan, tilt = (number_of(pan_tilt.get(axis, "0")) / scale for axis in "xy")
    if zoom is not None:
        if zoom.get("space") not in (None, "", f"{_ZOOM}{kind}GenericSpace"):
            raise SoapFault("no such space", "ter:InvalidArgVal", "ter:SpaceNotSupported")
        near = number_of(zoom.get("x", "0")) / whole
    low = 0.0 if kind == POSITION else -1.0
    if any(one is not None and abs(one) > 1.0001 for one in (pan, tilt, near)) or (near is not None and near < low):
        inner = {POSITION: "InvalidPosition", STEP: "InvalidTranslation", VELOCITY: "InvalidVelocity"}[kind]
        raise SoapFault(f"{kind} is out of its range", "ter:InvalidArgVal", f"ter:{inner}")
    return (pan, tilt, near), in_view


def speed_share(element: Element | None, quirks: Quirks) -> float:
    """Return the speed asked for with a place, as a share."""
    (pan, tilt, zoom), _ = read_vector(element, VELOCITY, quirks)
    said = [abs(one) for one in (pan, tilt, zoom) if one is not None]
    return max(said, default=1.0) or 1.0


def in_degrees(shares: Shares) -> Shares:
    """Return generic positions as the head's."""
    pan, tilt, zoom = shares
    return (pan * PAN.most if pan is not None else None, tilt * TILT.most if tilt is not None else None, zoom)


def position_xml(aim: Aim, tag: str, quirks: Quirks) -> str:
    """Return a place in the device's own units."""
    whole = unit(quirks)
    return (f'<{tag}><tt:PanTilt x="{figure(aim.pan_deg / PAN.most * whole)}" '
            f'y="{figure(aim.tilt_deg / TILT.most * whole)}" space="{_ROOT}PositionGenericSpace"/>'
            f'<tt:Zoom x="{figure(aim.zoom * whole)}" space="{_ZOOM}PositionGenericSpace"/></{tag}>')


def node_xml(tag: str, quirks: Quirks) -> str:
    """Return the node."""
    most = 300 if quirks.has(Quirk.MANY_PRESETS) else MAX_PRESETS
    auxiliary = "".join(f"<tt:AuxiliaryCommands>{one}</tt:AuxiliaryCommands>" for one in AUXILIARY)
    tours = ("<tt:Extension><tt:SupportedPresetTour><tt:MaximumNumberOfPresetTours>8</tt:MaximumNumberOfPresetTours>"
             + "".join(f"<tt:PTZPresetTourOperation>{one}</tt:PTZPresetTourOperation>"
                       for one in ("Start", "Stop", "Pause"))
             + "</tt:SupportedPresetTour></tt:Extension>")
    return (f'<{tag} token="{NODE}" FixedHomePosition="false" GeoMove="false"><tt:Name>dome</tt:Name>'
            f"<tt:SupportedPTZSpaces>{_spaces(quirks)}</tt:SupportedPTZSpaces>"
            f"<tt:MaximumNumberOfPresets>{most}</tt:MaximumNumberOfPresets><tt:HomeSupported>true</tt:HomeSupported>"
            f"{auxiliary}{tours}</{tag}>")


def _spaces(quirks: Quirks) -> str:
    if quirks.has(Quirk.NO_SPACES):
        return ""
    whole = 0.0 if quirks.has(Quirk.FLAT_RANGES) else unit(quirks)
    both, zoom = ("XRange", "YRange"), ("XRange",)
    return (_space("AbsolutePanTiltPositionSpace", _ROOT + "PositionGenericSpace", both, -whole, whole)
            + _space("AbsoluteZoomPositionSpace", _ZOOM + "PositionGenericSpace", zoom, 0.0, whole)
            + _space("RelativePanTiltTranslationSpace", _ROOT + "TranslationGenericSpace", both, -whole, whole)
            + _space("RelativePanTiltTranslationSpace", FOV, both, -1.0, 1.0)
            + _space("RelativeZoomTranslationSpace", _ZOOM + "TranslationGenericSpace", zoom, -whole, whole)
            + _space("ContinuousPanTiltVelocitySpace", _ROOT + "VelocityGenericSpace", both, -whole, whole)
            + _space("ContinuousZoomVelocitySpace", _ZOOM + "VelocityGenericSpace", zoom, -whole, whole)
            + _space("PanTiltSpeedSpace", _ROOT + "GenericSpeedSpace", zoom, 0.0, whole)
            + _space("ZoomSpeedSpace", _ZOOM + "ZoomGenericSpeedSpace", zoom, 0.0, whole))


def _space(tag: str, uri: str, axes: tuple[str, ...], least: float, most: float) -> str:
    ranges = "".join(f"<tt:{axis}><tt:Min>{figure(least)}</tt:Min><tt:Max>{figure(most)}</tt:Max></tt:{axis}>"
                     for axis in axes)
    return f"<tt:{tag}><tt:URI>{uri}</tt:URI>{ranges}</tt:{tag}>"


def configuration_xml(tag: str, quirks: Quirks) -> str:
    """Return the one PTZ configuration."""
    spaces = "" if quirks.has(Quirk.NO_SPACES) else (
        f"<tt:DefaultAbsolutePantTiltPositionSpace>{_ROOT}PositionGenericSpace"
        "</tt:DefaultAbsolutePantTiltPositionSpace>"
        f"<tt:DefaultContinuousPanTiltVelocitySpace>{_ROOT}VelocityGenericSpace"
        "</tt:DefaultContinuousPanTiltVelocitySpace>")
    return (f'<{tag} token="{CONFIGURATION}"><tt:Name>dome</tt:Name><tt:UseCount>2</tt:UseCount>'
            f"<tt:NodeToken>{NODE}</tt:NodeToken>{spaces}"
            f"<tt:DefaultPTZTimeout>PT{DEFAULT_TIMEOUT_S:g}S</tt:DefaultPTZTimeout></{tag}>")


def options_xml(quirks: Quirks) -> str:
    """Return the options of the configuration."""
    return (f"<tptz:PTZConfigurationOptions><tt:Spaces>{_spaces(quirks)}</tt:Spaces><tt:PTZTimeout>"
            f"<tt:Min>PT{LEAST_TIMEOUT_S:g}S</tt:Min><tt:Max>PT{MOST_TIMEOUT_S:g}S</tt:Max></tt:PTZTimeout>"
            "</tptz:PTZConfigurationOptions>")


def finite_timeout_s(asked_s: float | None, quirks: Quirks) -> float:
    """Return after how long a move ends by itself; raise the fault for a timeout this device will not have."""
    if asked_s is None:
        return math.inf if quirks.has(Quirk.TIMEOUT_IGNORED) else DEFAULT_TIMEOUT_S
    if quirks.has(Quirk.TIMEOUT_REFUSED) or not LEAST_TIMEOUT_S <= asked_s <= MOST_TIMEOUT_S:
        raise SoapFault("the timeout is not supported", "ter:InvalidArgVal", "ter:TimeoutNotSupported")
    return math.inf if quirks.has(Quirk.TIMEOUT_IGNORED) else asked_s
