"""The imaging service: settings kept and told, options, a focus that moves.

Belongs here: those operations. Does not belong here: altering pictures: the settings are kept, the footage stays.
Thread: the server's loop.
"""

from __future__ import annotations

import asyncio

from safecity_console.simulator.onvif.media import SOURCE
from safecity_console.simulator.onvif.soap import (
    Call,
    Operations,
    SoapFault,
    child,
    figure,
    find,
    invalid,
    number_of,
    text_of,
)
from safecity_console.simulator.onvif.state import DeviceState

_LEVELS = {"Brightness": 50.0, "ColorSaturation": 50.0, "Contrast": 50.0, "Sharpness": 50.0}
_MODES = {  # path: the choices, the first is the setting at the start
    "BacklightCompensation": ("OFF", "ON"),
    "Exposure": ("AUTO", "MANUAL"),
    "Focus": ("AUTO", "MANUAL"),
    "IrCutFilter": ("AUTO", "ON", "OFF"),
    "WideDynamicRange": ("OFF", "ON"),
    "WhiteBalance": ("AUTO", "MANUAL"),
}
_EXPOSURE = {"ExposureTime": (20000.0, 10.0, 40000.0), "Gain": (0.0, 0.0, 100.0), "Iris": (0.0, -22.0, 0.0)}
FOCUS_SPEED = 0.5  # of the whole way in a second


class ImagingService:
    """Answer for the lens and the sensor."""

    def __init__(self, state: DeviceState) -> None:
        self._state = state
        self.levels = dict(_LEVELS)
        self.modes = {name: choices[0] for name, choices in _MODES.items()}
        self.exposure = {name: values[0] for name, values in _EXPOSURE.items()}
        self._focus_at, self._focus_to, self._focus_speed, self._focus_s = 0.5, 0.5, 0.0, 0.0
        self.operations: Operations = {
            "GetImagingSettings": self._get,
            "SetImagingSettings": self._set,
            "GetOptions": self._options,
            "GetMoveOptions": self._move_options,
            "GetStatus": self._status,
            "Move": self._move,
            "Stop": self._stop,
        }

    def _known(self, call: Call) -> None:
        if call.text("VideoSourceToken") != SOURCE:
            raise SoapFault("no such source", "ter:InvalidArgVal", "ter:NoSource")

    def _get(self, call: Call) -> str:
        self._known(call)
        mode = self.modes
        rows = {name: f"<tt:{name}>{figure(value)}</tt:{name}>" for name, value in self.levels.items()}
        rows["BacklightCompensation"] = _mode("BacklightCompensation", mode["BacklightCompensation"])
        exposure = "".join(f"<tt:{name}>{figure(value)}</tt:{name}>" for name, value in self.exposure.items())
        rows["Exposure"] = f"<tt:Exposure><tt:Mode>{mode['Exposure']}</tt:Mode>{exposure}</tt:Exposure>"
        rows["Focus"] = f"<tt:Focus><tt:AutoFocusMode>{mode['Focus']}</tt:AutoFocusMode></tt:Focus>"
        rows["IrCutFilter"] = f"<tt:IrCutFilter>{mode['IrCutFilter']}</tt:IrCutFilter>"
        rows["WideDynamicRange"] = _mode("WideDynamicRange", mode["WideDynamicRange"])
        rows["WhiteBalance"] = _mode("WhiteBalance", mode["WhiteBalance"])
        inner = "".join(rows[name] for name in sorted(rows))
        settings = f"<timg:ImagingSettings>{inner}</timg:ImagingSettings>"
        return f"<timg:GetImagingSettingsResponse>{settings}</timg:GetImagingSettingsResponse>"

    def _set(self, call: Call) -> str:
        self._known(call)
        given = find(call.body, "ImagingSettings")
        levels, modes, exposure = dict(self.levels), dict(self.modes), dict(self.exposure)
        for name in _LEVELS:
            if child(given, name) is not None:
                levels[name] = _within(text_of(given, name), 0.0, 100.0)
        for name, choices in _MODES.items():
            element = child(given, name)
            if element is None:
                continue
            said = (text_of(element, "AutoFocusMode") if name == "Focus" else
                    (element.text or "").strip() if name == "IrCutFilter" else text_of(element, "Mode"))
            if said and said not in choices:
                raise invalid(f"{name} cannot be {said}", "SettingsInvalid")
            modes[name] = said or modes[name]
        for name, (_, least, most) in _EXPOSURE.items():
            if text_of(child(given, "Exposure"), name):
                exposure[name] = _within(text_of(child(given, "Exposure"), name), least, most)
        self.levels, self.modes, self.exposure = levels, modes, exposure  # all or nothing
        return "<timg:SetImagingSettingsResponse/>"

    def _options(self, call: Call) -> str:
        self._known(call)
        rows = {name: _range(name, 0, 100) for name in _LEVELS}
        for name, choices in _MODES.items():
            if name == "IrCutFilter":
                rows[name] = "".join(f"<tt:IrCutFilterModes>{one}</tt:IrCutFilterModes>" for one in choices)
                continue
            tag = "AutoFocusModes" if name == "Focus" else "Mode"
            inner = "".join(f"<tt:{tag}>{one}</tt:{tag}>" for one in choices)
            if name == "Exposure":
                inner += "".join(_range(part, least, most) for part, (_, least, most) in _EXPOSURE.items())
            rows[name] = f"<tt:{name}>{inner}</tt:{name}>"
        inner = "".join(rows[name] for name in sorted(rows))
        return f"<timg:GetOptionsResponse><timg:ImagingOptions>{inner}</timg:ImagingOptions></timg:GetOptionsResponse>"

    def _move_options(self, call: Call) -> str:
        self._known(call)
        absolute = _range("Position", 0, 1) + _range("Speed", 0, 1)
        relative = _range("Distance", -1, 1) + _range("Speed", 0, 1)
        return (f"<timg:GetMoveOptionsResponse><timg:MoveOptions><tt:Absolute>{absolute}</tt:Absolute>"
                f"<tt:Relative>{relative}</tt:Relative><tt:Continuous>{_range('Speed', -1, 1)}</tt:Continuous>"
                "</timg:MoveOptions></timg:GetMoveOptionsResponse>")

    def focus(self) -> tuple[float, bool]:
        """Return where the focus is, 0 near to 1 far, and whether it moves."""
        elapsed_s = max(0.0, self._now_s() - self._focus_s)
        way = self._focus_to - self._focus_at
        done = self._focus_speed * elapsed_s
        if self._focus_speed <= 0 or done >= abs(way):
            return (self._focus_to if self._focus_speed > 0 else self._focus_at), False
        return self._focus_at + (done if way > 0 else -done), True

    @staticmethod
    def _now_s() -> float:
        return asyncio.get_running_loop().time()

    def _go(self, to: float, speed: float) -> None:
        self._focus_at, _ = self.focus()
        self._focus_to, self._focus_speed, self._focus_s = max(0.0, min(1.0, to)), speed, self._now_s()

    def _status(self, call: Call) -> str:
        self._known(call)
        at, moves = self.focus()
        return ("<timg:GetStatusResponse><timg:Status><tt:FocusStatus20>"
                f"<tt:Position>{figure(at)}</tt:Position><tt:MoveStatus>{'MOVING' if moves else 'IDLE'}</tt:MoveStatus>"
                "</tt:FocusStatus20></timg:Status></timg:GetStatusResponse>")

    def _move(self, call: Call) -> str:
        self._known(call)
        focus = find(call.body, "Focus")
        absolute, relative, going = (child(focus, name) for name in ("Absolute", "Relative", "Continuous"))
        if absolute is not None:
            self._go(_within(text_of(absolute, "Position"), 0.0, 1.0), FOCUS_SPEED)
        elif relative is not None:
            self._go(self.focus()[0] + _within(text_of(relative, "Distance"), -1.0, 1.0), FOCUS_SPEED)
        elif going is not None:
            speed = _within(text_of(going, "Speed"), -1.0, 1.0)
            self._go(1.0 if speed > 0 else 0.0, abs(speed) * FOCUS_SPEED)
        else:
            raise invalid("no way of moving", "InvalidArgVal")
        self.modes["Focus"] = "MANUAL"
        return "<timg:MoveResponse/>"

    def _stop(self, call: Call) -> str:
        self._known(call)
        self._go(self.focus()[0], 0.0)
        return "<timg:StopResponse/>"


def _mode(name: str, mode: str) -> str:
    return f"<tt:{name}><tt:Mode>{mode}</tt:Mode></tt:{name}>"


def _range(name: str, least: float, most: float) -> str:
    return f"<tt:{name}><tt:Min>{figure(least)}</tt:Min><tt:Max>{figure(most)}</tt:Max></tt:{name}>"


def _within(text: str, least: float, most: float) -> float:
    value = number_of(text)
    if not least <= value <= most:
        raise invalid("out of its range", "SettingsInvalid")
    return value
