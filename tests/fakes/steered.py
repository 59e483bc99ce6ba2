"""A camera that is steered over real sockets and notes what arrives when, with misbehaviours by name.

Belongs here: the moving device behind tests/fakes/onvif_server.py, a console with such cameras. Does not belong here:
what must follow (the tests).
"""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from safecity_console.core.clock import SystemClock
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.services.console import ConsoleServices
from safecity_console.wiring import Console, Options
from tests.fakes.onvif_server import (
    USER,
    Heard,
    OnvifServer,
    Reply,
    StrictDevice,
    fault,
    node_answer,
    soap,
    space,
    whole_device,
)
from tests.fakes.staffed import QUICK

PASSWORD = "p@ss"


@dataclass
class Note:
    """One command as it arrived."""

    at_s: float
    operation: str
    pan: float | None = None
    timeout: str = ""
    x: tuple[str, ...] = field(default=())


class Steered:
    """One camera: moves while told to, obeys Timeout unless told otherwise."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.moving_until_s = 0.0
        self.pan, self._pan_s, self._speed = 0.0, time.monotonic(), 0.0
        self.ignore_timeout = self.refuse_timeout = self.refuse_stop = self.silent_place = self.down = False
        self.slow_s = 0.0
        self.drop_next = self.fail_stops = 0
        self.presets = {"1": "Gate", "tok-b": "Bazaar"}
        self.home_set = self.tour = ""
        self._lock = threading.Lock()
        spaces = "".join(space(kind, -1, 1) for kind in (
            "ContinuousPanTiltVelocitySpace", "AbsolutePanTiltPositionSpace", "RelativePanTiltTranslationSpace"))
        spaces += "".join(space(kind, 0 if "Position" in kind else -1, 1) for kind in (
            "ContinuousZoomVelocitySpace", "AbsoluteZoomPositionSpace", "RelativeZoomTranslationSpace"))
        own = {name: getattr(self, "_" + name) for name in (
            "ContinuousMove", "Stop", "GetStatus", "GetPresets", "SetPreset", "RemovePreset", "GotoPreset",
            "AbsoluteMove", "GotoHomePosition", "SetHomePosition", "RelativeMove", "GetPresetTours",
            "OperatePresetTour")}
        self.server = OnvifServer(StrictDevice(whole_device(GetNodes=node_answer(spaces), **own), token=True,
                                               password=PASSWORD))

    @property
    def moving(self) -> bool:
        with self._lock:
            return time.monotonic() < self.moving_until_s

    def said(self, operation: str) -> list[Note]:
        return [one for one in list(self.notes) if one.operation == operation]

    def close(self) -> None:
        self.server.close()

    def _note(self, heard: Heard) -> Reply | None:
        pan = re.search(r'PanTilt[^>]* x="([^"]+)"', heard.body)
        timeout = re.search(r"Timeout>([^<]+)<", heard.body)
        names = "PresetToken|PresetTourToken|PresetName|Operation"
        tokens = tuple(re.findall(rf"<(?:\w+:)?(?:{names})>([^<]*)<", heard.body))
        self.notes.append(Note(time.monotonic(), heard.operation, float(pan[1]) if pan else None,
                               timeout[1] if timeout else "", tokens))
        if self.slow_s:
            time.sleep(self.slow_s)
        if self.down or self.drop_next > 0:
            self.drop_next -= 1
            return Reply(hang_up=True)
        return None

    def _go(self, until_s: float, speed: float) -> None:
        with self._lock:
            self._here()
            self.moving_until_s, self._speed = until_s, speed

    def _here(self) -> None:
        now_s = time.monotonic()
        moved_s = max(0.0, min(now_s, self.moving_until_s) - self._pan_s)
        self.pan = max(-1.0, min(1.0, self.pan + self._speed * moved_s))
        self._pan_s = now_s

    def _ContinuousMove(self, heard: Heard) -> Reply | str:
        if (odd := self._note(heard)) is not None:
            return odd
        note = self.notes[-1]
        if note.timeout and self.refuse_timeout:
            return fault("InvalidArgVal", "Timeout not supported")
        told_s = re.match(r"PT([\d.]+)S", note.timeout)
        lasts_s = 1e6 if self.ignore_timeout or not told_s else float(told_s[1])
        if note.pan is not None:  # a zoom alone leaves the rest as it is
            self._go(time.monotonic() + (lasts_s if note.pan else 0.0), note.pan or 0.0)
        return soap("<tptz:ContinuousMoveResponse/>")

    def _Stop(self, heard: Heard) -> Reply | str:
        if (odd := self._note(heard)) is not None:
            return odd
        if self.fail_stops > 0:
            self.fail_stops -= 1
            return Reply(hang_up=True)
        if self.refuse_stop:
            return fault("ActionNotSupported", "Stop", 500)
        self._go(0.0, 0.0)
        return soap("<tptz:StopResponse/>")

    def _GetStatus(self, heard: Heard) -> Reply | str:
        if self.down:
            return Reply(hang_up=True)
        with self._lock:
            self._here()
            pan, moving = self.pan, time.monotonic() < self.moving_until_s
        place = "" if self.silent_place else (f'<tt:Position><tt:PanTilt x="{pan:.4f}" y="0.0"/><tt:Zoom x="0.0"/>'
                                              "</tt:Position>")
        word = "MOVING" if moving else "IDLE"
        return soap(f"<tptz:GetStatusResponse><tptz:PTZStatus>{place}<tt:MoveStatus><tt:PanTilt>{word}</tt:PanTilt>"
                    "</tt:MoveStatus></tptz:PTZStatus></tptz:GetStatusResponse>")

    def _GetPresets(self, heard: Heard) -> Reply | str:
        each = "".join(f'<tptz:Preset token="{token}"><tt:Name>{name}</tt:Name></tptz:Preset>'
                       for token, name in self.presets.items())
        return soap(f"<tptz:GetPresetsResponse>{each}</tptz:GetPresetsResponse>")

    def _SetPreset(self, heard: Heard) -> Reply | str:
        self._note(heard)
        token = re.search(r"PresetToken>([^<]+)<", heard.body)
        name = re.search(r"PresetName>([^<]+)<", heard.body)
        made = token[1] if token else f"made-{len(self.presets)}"
        self.presets[made] = name[1] if name else ""
        return soap(f"<tptz:SetPresetResponse><tptz:PresetToken>{made}</tptz:PresetToken></tptz:SetPresetResponse>")

    def _RemovePreset(self, heard: Heard) -> Reply | str:
        self._note(heard)
        self.presets.pop(self.notes[-1].x[0], None)
        return soap("<tptz:RemovePresetResponse/>")

    def _simple(self, heard: Heard) -> Reply | str:
        odd = self._note(heard)
        return odd if odd is not None else soap(f"<tptz:{heard.operation}Response/>")

    def _AbsoluteMove(self, heard: Heard) -> Reply | str:
        answer = self._simple(heard)
        with self._lock:
            self.pan, self._speed, self._pan_s = self.notes[-1].pan or 0.0, 0.0, time.monotonic()
        return answer

    def _GetPresetTours(self, heard: Heard) -> Reply | str:
        return soap('<tptz:GetPresetToursResponse><tptz:PresetTour token="T1"><tt:Name>Round</tt:Name><tt:Status>'
                    "<tt:State>Idle</tt:State></tt:Status></tptz:PresetTour></tptz:GetPresetToursResponse>")

    _GotoPreset = _GotoHomePosition = _SetHomePosition = _RelativeMove = _OperatePresetTour = _simple


def console_of(folder: Path) -> Console:
    """Open a console on real clocks."""
    return Console(Options(folder, environment={}, use_keyring=False, password_cost=QUICK), SystemClock())


def add(services: ConsoleServices, number: int, camera: Steered) -> str:
    """Register a camera; gives its id."""
    draft = CameraDraft(number, f"Camera {number}", "rtsp://127.0.0.1:9/x", user=USER,
                        onvif_host=f"127.0.0.1:{camera.server.port}")
    return services.cameras.add(draft, Secret(PASSWORD)).id
