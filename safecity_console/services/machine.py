"""Graphics as checks of `doctor`: which devices decode, which renderer draws.

Belongs here: turning findings into checks. Does not belong here: finding (hardware.py, renderer.py, video/), other
checks (doctor.py). Invariant: nothing here fails a machine: the processor does both. Details are English: they are
read over the phone.
"""

from __future__ import annotations

from collections.abc import Sequence

from safecity_console.domain.hardware import DeviceFinding, DeviceState
from safecity_console.domain.renderer import Renderer, RendererKind
from safecity_console.domain.report import Check
from safecity_console.services.renderer import ask_renderer
from safecity_console.video.device_probe import probe_devices

_STATES = {
    DeviceState.WORKS: "decodes", DeviceState.NO_DEVICE: "no device or no driver",
    DeviceState.NO_DECODER: "does not decode it", DeviceState.WRONG_PICTURE: "decodes it wrongly",
    DeviceState.CRASHED: "crashed when tried", DeviceState.HUNG: "did not answer when tried",
}
_JUDGED = {
    RendererKind.REAL: "a real graphics device; draws walls larger than 1920x1080",
    RendererKind.VIRTUAL: "the renderer of a virtual machine ({because}); used only where video.draw is graphics",
    RendererKind.SOFTWARE: "draws on the processor itself ({because}); refused",
    RendererKind.NONE: "none ({because})",
}


def graphics_checks(has_display: bool) -> list[Check]:
    """Try the devices and ask the driver, each in a child process with a deadline."""
    devices = decode_check(probe_devices(_never))
    if not has_display:
        return [devices, Check("renderer", True, "no display in this session; not asked")]
    return [devices, renderer_check(ask_renderer(_never))]


def decode_check(findings: Sequence[DeviceFinding]) -> Check:
    """Say of each kind of device what came of trying it."""
    said = []
    for kind in dict.fromkeys(f.kind for f in findings):
        mine = [f for f in findings if f.kind == kind]
        states = dict.fromkeys(f.state for f in mine)
        if len(states) == 1:
            codecs = " " + ", ".join(f.codec for f in mine) if mine[0].works else ""
            said.append(f"{kind}: {_STATES[mine[0].state]}{codecs}")
        else:
            said.append(f"{kind}: " + ", ".join(f"{f.codec} {_STATES[f.state]}" for f in mine))
    if not said:
        return Check("decoding", True, "by the processor; this build of libav knows no graphics devices")
    return Check("decoding", True, ("by graphics: " if any(f.works for f in findings) else "by the processor; ")
                 + "; ".join(said))


def renderer_check(renderer: Renderer) -> Check:
    """Say who draws and why not."""
    judged = _JUDGED[renderer.kind].format(because=renderer.because)
    return Check("renderer", True, f"{renderer.name}: {judged}" if renderer.name else judged)


def _never() -> bool:
    return False
