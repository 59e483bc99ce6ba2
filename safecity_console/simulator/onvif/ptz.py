"""The PTZ service: moves, stops, status, presets, home, auxiliaries.

Belongs here: those operations and the quirks they have. Does not belong here: motors (head.py), units (ptz_spaces.py),
tours (tours.py).
Invariants: 1. A move by hand ends a tour. 2. Presets are known by token; names may be anything. Thread: the server's
loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from safecity_console.simulator.onvif.head import Aim, Head
from safecity_console.simulator.onvif.ptz_spaces import (
    AUXILIARY,
    CONFIGURATION,
    MAX_PRESETS,
    NODE,
    POSITION,
    STEP,
    VELOCITY,
    configuration_xml,
    finite_timeout_s,
    in_degrees,
    node_xml,
    options_xml,
    position_xml,
    read_vector,
    speed_share,
)
from safecity_console.simulator.onvif.quirks import Quirk
from safecity_console.simulator.onvif.soap import (
    Call,
    Operations,
    SoapFault,
    attr,
    child,
    duration_s,
    esc,
    figure,
    invalid,
)
from safecity_console.simulator.onvif.state import DeviceState

_ODD = (("1", "Preset%201"), ("PTZ-7f", "گیٹ"), ("3", ""), ("4", "<b>Gate & yard</b>"), ("05", "5"),
        ("{6f9c}", "A very long name " * 8))  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptView:
    """A preset; `aim` None: a factory slot without a place."""

    name: str
    aim: Aim | None


class PtzService:
    """Answer for the dome; `known_profile` raises the fault for a profile that cannot be steered by."""

    def __init__(self, state: DeviceState, head: Head, known_profile: Callable[[str], None]) -> None:
        self._state, self.head, self._known_profile = state, head, known_profile
        self.presets: dict[str, KeptView] = {}
        self.wiper = self.lamp = ""
        self.moved: Callable[[], None] = _nothing  # a hand took over
        self.heard: list[tuple[str, float]] = []  # operations with their times, for a test; bounded
        self._late: set[asyncio.TimerHandle] = set()
        self.operations: Operations = {
            "GetNodes": self._nodes,
            "GetNode": self._node,
            "GetConfigurations": self._configurations,
            "GetConfiguration": self._configuration,
            "GetCompatibleConfigurations": self._configurations,
            "GetConfigurationOptions": self._options,
            "ContinuousMove": self._continuous,
            "RelativeMove": self._relative,
            "AbsoluteMove": self._absolute,
            "Stop": self._stop,
            "GetStatus": self._status,
            "GetPresets": self._get_presets,
            "SetPreset": self._set_preset,
            "GotoPreset": self._goto_preset,
            "RemovePreset": self._remove_preset,
            "GotoHomePosition": self._goto_home,
            "SetHomePosition": self._set_home,
            "SendAuxiliaryCommand": self._auxiliary,
        }

    def quirks_changed(self) -> None:
        """Fill the slots that a quirk comes with."""
        if self._state.quirks.has(Quirk.MANY_PRESETS):
            self.presets = {str(n): KeptView(f"Preset {n}", None) for n in range(1, 301)}
        elif self._state.quirks.has(Quirk.ODD_PRESETS):
            self.presets = {token: KeptView(name, Aim(10.0 * n)) for n, (token, name) in enumerate(_ODD)}

    def close(self) -> None:
        """Forget moves that were to come late."""
        for timer in self._late:
            timer.cancel()
        self._late.clear()

    def _known(self, call: Call) -> None:
        self._known_profile(call.text("ProfileToken"))
        self.heard.append((call.operation, asyncio.get_running_loop().time()))
        del self.heard[:-1000]

    def _nodes(self, call: Call) -> str:
        return f"<tptz:GetNodesResponse>{node_xml('tptz:PTZNode', self._state.quirks)}</tptz:GetNodesResponse>"

    def _node(self, call: Call) -> str:
        if call.text("NodeToken") != NODE:
            raise invalid("no such node", "NoEntity")
        return f"<tptz:GetNodeResponse>{node_xml('tptz:PTZNode', self._state.quirks)}</tptz:GetNodeResponse>"

    def _configurations(self, call: Call) -> str:
        inner = configuration_xml("tptz:PTZConfiguration", self._state.quirks)
        return f"<tptz:{call.operation}Response>{inner}</tptz:{call.operation}Response>"

    def _configuration(self, call: Call) -> str:
        self._known_configuration(call)
        return self._configurations(call)

    def _options(self, call: Call) -> str:
        self._known_configuration(call)
        inner = options_xml(self._state.quirks)
        return f"<tptz:GetConfigurationOptionsResponse>{inner}</tptz:GetConfigurationOptionsResponse>"

    def _known_configuration(self, call: Call) -> None:
        if call.text("PTZConfigurationToken") + call.text("ConfigurationToken") != CONFIGURATION:
            raise invalid("no such configuration", "NoConfig")

    def _take(self, act: Callable[[], None]) -> None:
        """Carry a move out: at once, or too late where the device is so."""
        self.moved()
        late_s = self._state.quirks.value(Quirk.LATE_MOVES)
        if not late_s:
            act()
            return

        def now() -> None:
            self._late.discard(timer)
            act()

        timer = asyncio.get_running_loop().call_later(late_s, now)
        self._late.add(timer)

    def _continuous(self, call: Call) -> str:
        self._known(call)
        quirks = self._state.quirks
        (pan, tilt, zoom), _ = read_vector(child(call.body, "Velocity"), VELOCITY, quirks)
        if quirks.has(Quirk.BOTH_AXES_REFUSED) and zoom is not None and pan is not None:
            raise invalid("pan, tilt and zoom at once are not supported", "InvalidVelocity")
        asked_s = duration_s(call.text("Timeout")) if call.has("Timeout") else None
        timeout_s = finite_timeout_s(asked_s, quirks)
        self._take(lambda: self.head.keep(pan, tilt, zoom, timeout_s))
        return "<tptz:ContinuousMoveResponse/>"

    def _relative(self, call: Call) -> str:
        self._known(call)
        quirks = self._state.quirks
        shares, in_view = read_vector(child(call.body, "Translation"), STEP, quirks)
        if quirks.has(Quirk.RELATIVE_REFUSED) or (in_view and quirks.has(Quirk.FOV_REFUSED)):
            raise SoapFault("not supported", "ter:ActionNotSupported", receiver=True)
        share = speed_share(child(call.body, "Speed"), quirks)
        self._take(lambda: self._go_by(*shares, in_view, share))
        return "<tptz:RelativeMoveResponse/>"

    def _go_by(self, pan: float | None, tilt: float | None, zoom: float | None, in_view: bool, share: float) -> None:
        aim = self.head.aim()
        if in_view:  # ±1 is the border of the view
            pan_deg, tilt_deg = (pan or 0.0) * aim.view_deg / 2, (tilt or 0.0) * aim.view_deg * 9 / 16 / 2
        else:
            pan_deg, tilt_deg = (one or 0.0 for one in in_degrees((pan, tilt, None))[:2])
        self.head.go(aim.pan_deg + pan_deg if pan is not None else None,
                     aim.tilt_deg + tilt_deg if tilt is not None else None,
                     aim.zoom + zoom if zoom is not None else None, share)

    def _absolute(self, call: Call) -> str:
        self._known(call)
        shares, _ = read_vector(child(call.body, "Position"), POSITION, self._state.quirks)
        share = speed_share(child(call.body, "Speed"), self._state.quirks)
        self._take(lambda: self.head.go(*in_degrees(shares), share))
        return "<tptz:AbsoluteMoveResponse/>"

    def _stop(self, call: Call) -> str:
        self._known(call)
        quirks = self._state.quirks
        if quirks.has(Quirk.STOP_REFUSED):
            raise SoapFault("Stop is not supported", "ter:ActionNotSupported", receiver=True)
        if not quirks.has(Quirk.STOP_IGNORED):
            self.moved()
            self.head.stop(call.text("PanTilt", "true") in ("true", "1"), call.text("Zoom", "true") in ("true", "1"))
        return "<tptz:StopResponse/>"

    def _status(self, call: Call) -> str:
        self._known(call)
        at = f"<tt:UtcTime>{self._state.now():%Y-%m-%dT%H:%M:%SZ}</tt:UtcTime>"
        if self._state.quirks.has(Quirk.NO_STATUS):
            return f"<tptz:GetStatusResponse><tptz:PTZStatus>{at}</tptz:PTZStatus></tptz:GetStatusResponse>"
        turning, zooming = ("MOVING" if one else "IDLE" for one in self.head.moving())
        return ("<tptz:GetStatusResponse><tptz:PTZStatus>"
                f"{position_xml(self.head.aim(), 'tt:Position', self._state.quirks)}"
                f"<tt:MoveStatus><tt:PanTilt>{turning}</tt:PanTilt><tt:Zoom>{zooming}</tt:Zoom></tt:MoveStatus>"
                f"{at}</tptz:PTZStatus></tptz:GetStatusResponse>")

    def _get_presets(self, call: Call) -> str:
        self._known(call)
        rows = "".join(
            f"<tptz:Preset token={attr(token)}><tt:Name>{esc(kept.name)}</tt:Name>"
            f"{position_xml(kept.aim or Aim(), 'tt:PTZPosition', self._state.quirks)}</tptz:Preset>"
            for token, kept in self.presets.items()
        )
        return f"<tptz:GetPresetsResponse>{rows}</tptz:GetPresetsResponse>"

    def _set_preset(self, call: Call) -> str:
        self._known(call)
        token, name = call.text("PresetToken"), call.text("PresetName")
        if token and token not in self.presets:
            raise invalid("no such preset", "NoToken")
        others = {kept.name for known, kept in self.presets.items() if known != token}
        if name in others and self._state.quirks.has(Quirk.DUPLICATE_REFUSED):
            raise invalid("a preset of that name exists", "PresetExist")
        if not token and len(self.presets) >= MAX_PRESETS:
            raise SoapFault("no more presets", "ter:Action", "ter:TooManyPresets", receiver=True)
        if sum(self.head.moving()):
            raise SoapFault("it moves", "ter:Action", "ter:MovingPTZ", receiver=True)
        token = token or next(str(n) for n in range(1, MAX_PRESETS + 1) if str(n) not in self.presets)
        known = self.presets.get(token)
        self.presets[token] = KeptView(name or (known.name if known else f"Preset {token}"), self.head.aim())
        return f"<tptz:SetPresetResponse><tptz:PresetToken>{esc(token)}</tptz:PresetToken></tptz:SetPresetResponse>"

    def aim_of(self, token: str) -> Aim:
        """Return a preset's place; raise the fault where there is none."""
        kept = self.presets.get(token)
        if kept is None or kept.aim is None:
            raise invalid("no such preset", "NoToken")
        return kept.aim

    def _goto_preset(self, call: Call) -> str:
        self._known(call)
        aim, speed = self.aim_of(call.text("PresetToken")), child(call.body, "Speed")
        if speed is not None and self._state.quirks.has(Quirk.SPEED_REFUSED):
            raise invalid("no speed is taken", "SpaceNotSupported")
        share = speed_share(speed, self._state.quirks)
        self._take(lambda: self.head.go_to(aim, share))
        return "<tptz:GotoPresetResponse/>"

    def _remove_preset(self, call: Call) -> str:
        self._known(call)
        if self.presets.pop(call.text("PresetToken"), None) is None:
            raise invalid("no such preset", "NoToken")
        return "<tptz:RemovePresetResponse/>"

    def _goto_home(self, call: Call) -> str:
        self._known(call)
        share = speed_share(child(call.body, "Speed"), self._state.quirks)
        self._take(lambda: self.head.go_to(self.head.home, share))
        return "<tptz:GotoHomePositionResponse/>"

    def _set_home(self, call: Call) -> str:
        self._known(call)
        self.head.home = self.head.aim()
        return "<tptz:SetHomePositionResponse/>"

    def _auxiliary(self, call: Call) -> str:
        self._known(call)
        wanted = call.text("AuxiliaryData")
        if wanted not in AUXILIARY:
            raise invalid("no such command", "InvalidArgVal")
        if wanted.startswith("tt:Wiper"):
            self.wiper = wanted.partition("|")[2]
        else:
            self.lamp = wanted.partition("|")[2]
        inner = f"<tptz:AuxiliaryResponse>{wanted}</tptz:AuxiliaryResponse>"
        return f"<tptz:SendAuxiliaryCommandResponse>{inner}</tptz:SendAuxiliaryCommandResponse>"


def _nothing() -> None:
    """Tell nobody."""


def speed_xml(share: float) -> str:
    """Return a speed as tours keep it."""
    return f'<tt:Speed><tt:PanTilt x="{figure(share)}" y="{figure(share)}"/></tt:Speed>'
