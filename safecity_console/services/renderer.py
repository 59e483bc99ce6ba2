"""Which renderer draws on this machine: asked once a run, in a child process, and judged.

Belongs here: asking when the setting wants to know, what was found, a renderer that failed while drawing. Does not
belong here: the names (domain/renderer.py), asking the driver (ui/renderer_child.py), drawing (ui/wall/).
Invariants: 1. Qt is loaded only in the child: a driver that hangs or crashes costs no console. 2. A renderer that
failed while drawing is not used again in this run. Nothing is stored. Threads: any; one asks.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping

from safecity_console.core.bus import Bus
from safecity_console.core.child import ChildEnd, ChildSaid, run_child
from safecity_console.core.logs import get_logger
from safecity_console.core.rounds import OnceLater
from safecity_console.domain.renderer import DrawMode, Renderer, RendererKind, judge
from safecity_console.services.events import MachineProbed, SettingChanged
from safecity_console.services.settings import SettingsService

CHILD = "safecity_console.ui.renderer_child"
DEADLINE_S = 15.0
STOP_S = 3.0
ASK_AFTER_S = 4.0  # after the first pictures, and not beside the devices' child

Ask = Callable[[Callable[[], bool]], Renderer]


def ask_renderer(stopping: Callable[[], bool], environment: Mapping[str, str] | None = None) -> Renderer:
    """Ask the driver in a child process and judge its answer."""
    return read_answer(run_child(CHILD, (), DEADLINE_S, environment, stopping))


def read_answer(said: ChildSaid) -> Renderer:
    """Judge what the child said; a child that ended otherwise than well has no renderer."""
    if said.end is not ChildEnd.DONE:
        return Renderer(RendererKind.NONE, "", "no_window" if said.end is ChildEnd.FAILED else said.end.value)
    for line in reversed(said.lines):
        try:
            told = json.loads(line)
            if told.get("error"):
                return Renderer(RendererKind.NONE, "", str(told["error"])[:60])
            return judge(str(told["vendor"]), str(told["renderer"]))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return Renderer(RendererKind.NONE, "", "nameless")


class RendererService:
    """The judged renderer."""

    def __init__(self, settings: SettingsService, bus: Bus, ask: Ask = ask_renderer) -> None:
        self._settings = settings
        self._bus = bus
        self._ask = ask
        self._lock = threading.Lock()
        self._worker: OnceLater[Renderer] | None = None
        self._started = False
        self._renderer: Renderer | None = None
        self._stop_hearing = bus.subscribe(SettingChanged, self._on_setting_changed)

    def start(self, after_s: float = ASK_AFTER_S) -> None:
        """Begin to ask, unless the setting forbids graphics."""
        self._started = True
        self._ask_once(after_s)

    def stop(self) -> None:
        """Stop asking."""
        self._stop_hearing()
        with self._lock:
            worker, self._started = self._worker, False
        if worker is not None:
            worker.stop(STOP_S)

    def mode(self) -> DrawMode:
        """Give the setting."""
        return DrawMode(self._settings.text("video.draw"))

    def renderer(self) -> Renderer | None:
        """Give what was found in this run; None while nobody asked or the answer is awaited."""
        return self._renderer

    def failed(self, why: str) -> None:
        """Note that drawing with it failed: it is not used again in this run."""
        get_logger("wall").warning("graphics_failed", why=why)
        name = self._renderer.name if self._renderer is not None else ""
        self._found(Renderer(RendererKind.NONE, name, why))

    def _on_setting_changed(self, event: SettingChanged) -> None:
        if event.key == "video.draw":
            self._ask_once(0.0)

    def _ask_once(self, after_s: float) -> None:
        with self._lock:
            if self._started and self._worker is None and self.mode() is not DrawMode.PROCESSOR:
                self._worker = OnceLater("renderer-probe", self._ask, self._found, after_s)
                self._worker.start()

    def _found(self, renderer: Renderer) -> None:
        self._renderer = renderer
        get_logger("wall").info("renderer_probed", kind=renderer.kind.value, name=renderer.name,
                                because=renderer.because)
        self._bus.publish(MachineProbed())
