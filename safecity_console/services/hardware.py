"""Decoding by graphics devices: found once a run, shared as the settings say.

Belongs here: when to try the devices, turning settings and findings into the desk's rules. Does not belong here: the
tries (video/device_probe.py), granting (decode_desk.py), words (ui/, cli/).
Invariants: 1. No device is used that did not decode the test pictures in a child process in this run. 2. With the
setting `processor` nothing is tried at all. 3. The tries begin after the first cameras had their turn. Nothing is
stored. Threads: any for the methods; one probes, one grants.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.rounds import OnceLater
from safecity_console.domain.hardware import DecodeMode, DecodeRules, DeviceFinding, working_devices
from safecity_console.services.decode_desk import Connections, DecodeDesk
from safecity_console.services.events import MachineProbed, SettingChanged
from safecity_console.services.settings import SettingsService
from safecity_console.video.device_probe import probe_devices
from safecity_console.video.devices import Accelerator, LibavAccelerator

PROBE_AFTER_S = 3.0
STOP_S = 3.0

Findings = tuple[DeviceFinding, ...]
Probe = Callable[[Callable[[], bool]], Findings]


class HardwareService:
    """What devices there are, and who decodes on them."""

    def __init__(self, settings: SettingsService, bus: Bus, streams: Connections, clock: Clock,
                 probe: Probe = probe_devices, accelerator: Accelerator | None = None) -> None:
        self._settings = settings
        self._bus = bus
        self._probe = probe
        self._lock = threading.Lock()
        self._worker: OnceLater[Findings] | None = None
        self._started = False
        self._findings: Findings | None = None
        self.desk = DecodeDesk(streams, clock, accelerator or LibavAccelerator())
        self._stop_hearing = bus.subscribe(SettingChanged, self._on_setting_changed)

    def start(self, after_s: float = PROBE_AFTER_S) -> None:
        """Begin to grant, and to try the devices unless the setting forbids them."""
        self._started = True
        self.desk.start()
        self._take_over(after_s)

    def stop(self) -> None:
        """Stop trying and granting."""
        self._stop_hearing()
        with self._lock:
            worker, self._started = self._worker, False
        if worker is not None:
            worker.stop(STOP_S)
        self.desk.stop(STOP_S)

    def mode(self) -> DecodeMode:
        """Give the setting."""
        return DecodeMode(self._settings.text("video.decode"))

    def findings(self) -> Findings | None:
        """Give what was found in this run; None while nothing was looked for."""
        return self._findings

    def using(self) -> frozenset[str]:
        """Give the kinds of device that decoded the test pictures."""
        return frozenset(f.kind for f in self._findings or () if f.works)

    def _on_setting_changed(self, event: SettingChanged) -> None:
        if event.key.startswith("video."):
            self._take_over(0.0)

    def _take_over(self, after_s: float) -> None:
        mode = self.mode()
        self.desk.set_rules(DecodeRules(mode, int(self._settings.number("video.hardware_most")),
                                        working_devices(self._findings or ())))
        with self._lock:
            if self._started and self._worker is None and mode is not DecodeMode.PROCESSOR:
                self._worker = OnceLater("device-probe", self._probe, self._found, after_s)
                self._worker.start()

    def _found(self, findings: Findings) -> None:
        self._findings = findings
        get_logger("video").info("devices_probed", works=sorted(self.using()),
                                 states={f"{f.kind}/{f.codec}": f.state.value for f in findings})
        self._take_over(0.0)
        self._bus.publish(MachineProbed())
