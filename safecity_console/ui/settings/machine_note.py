"""What this machine has for a setting, under its row: graphics devices found and tried, the renderer and its judgement.

Belongs here: the sentences. Does not belong here: finding (services/hardware.py, renderer.py), the rows (row.py) and
when they are renewed (page.py).
Invariants: 1. What is not known yet is said so, never guessed. 2. Names of devices stay as their makers write them,
left-to-right. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.hardware import DecodeMode, DeviceFinding, DeviceState
from safecity_console.domain.renderer import DrawMode, Renderer, RendererKind
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import ltr

translate = QCoreApplication.translate


def decode_note(services: ConsoleServices) -> str:
    """Give what decodes here besides the processor, and what was tried in vain."""
    hardware = services.hardware
    if hardware.mode() is DecodeMode.PROCESSOR:
        return translate("settings", "Graphics devices are not looked for.")
    findings = hardware.findings()
    if findings is None:
        return translate("settings", "Graphics devices have not been tried yet in this run.")
    parts = [_works(findings) if hardware.using() else _nothing(findings)]
    parts += [_bad(f) for f in findings if f.state in _BAD]
    if hardware.using():
        busy = sum(bool(watch.facts.hardware) for watch in services.streams.watches().values())
        parts.append(translate("settings", "Cameras decoded by graphics now: {count}.").format(count=ltr(busy)))
    failed = {camera_id for camera_id, _kind in hardware.desk.failures()}
    if failed:
        pattern = translate("settings", "Graphics failed on some cameras, which go on with the processor: {count}.")
        parts.append(pattern.format(count=ltr(len(failed))))
    return " ".join(parts)


def _works(findings: tuple[DeviceFinding, ...]) -> str:
    kinds = dict.fromkeys(f.kind for f in findings if f.works)
    named = ", ".join(
        f"{kind.upper()} ({', '.join(f.codec.upper() for f in findings if f.works and f.kind == kind)})"
        for kind in kinds
    )
    return translate("settings", "Found and tried: {devices}.").format(devices=ltr(named))


def _nothing(findings: tuple[DeviceFinding, ...]) -> str:
    if not findings:
        return translate("settings", "This build knows no graphics devices.")
    tried = ", ".join(dict.fromkeys(f.kind.upper() for f in findings))
    pattern = translate("settings", "No graphics device of this computer decodes video (tried: {devices}).")
    return pattern.format(devices=ltr(tried))


def _bad(finding: DeviceFinding) -> str:
    return _BAD[finding.state]().format(device=ltr(finding.kind.upper()), codec=ltr(finding.codec.upper()))


_BAD: dict[DeviceState, Callable[[], str]] = {
    DeviceState.HUNG: lambda: translate("settings", "{device} did not answer in the test and is not used."),
    DeviceState.CRASHED: lambda: translate("settings", "{device} crashed in the test and is not used."),
    DeviceState.WRONG_PICTURE: lambda: translate("settings", "{device} decodes {codec} wrongly: not used for it."),
}


def draw_note(services: ConsoleServices) -> str:
    """Give which renderer there is and whether it draws."""
    renderer, mode = services.renderer.renderer(), services.renderer.mode()
    if mode is DrawMode.PROCESSOR:
        return translate("settings", "The graphics driver is not asked.")
    if renderer is None:
        return translate("settings", "The graphics driver has not answered yet.")
    if renderer.kind is RendererKind.NONE:
        return _none(renderer)
    if renderer.kind is RendererKind.SOFTWARE:
        pattern = translate("settings", "There is only {name}, which itself draws on the processor, far slower than "
                            "the console does: it is not used.")
    elif renderer.kind is RendererKind.VIRTUAL:
        pattern = translate("settings", "Found {name}, the renderer of a virtual machine: used only where graphics "
                            "are chosen here, not automatically.")
    else:
        pattern = translate("settings", "Found {name}, a real graphics device.")
    return pattern.format(name=ltr(renderer.name))


def _none(renderer: Renderer) -> str:
    if renderer.because in ("no_painter", "context_lost", "no_paint"):
        return translate("settings", "The graphics device failed while drawing; the processor draws until the console "
                         "is started again.")
    if renderer.because == "hung":
        return translate("settings", "The graphics driver did not answer and is not used.")
    if renderer.because == "crashed":
        return translate("settings", "The graphics driver crashed when asked and is not used.")
    return translate("settings", "There is no graphics driver here that could draw.")
