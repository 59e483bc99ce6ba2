"""What stands under the settings that depend on the machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from safecity_console.domain.hardware import DeviceFinding, DeviceState
from safecity_console.domain.renderer import judge
from safecity_console.domain.watch import Condition
from safecity_console.ui.settings.machine_note import decode_note, draw_note
from tests.gui.doubles import Room

OpenRoom = Callable[..., Room]


def find(room: Room, *findings: tuple[str, str, DeviceState]) -> None:
    """Have devices found, as the probe would."""
    room.services.hardware._found(tuple(DeviceFinding(*f) for f in findings))


def test_decoding_before_after_and_without_the_probe(app: QApplication, room: OpenRoom) -> None:
    opened = room(range(1, 4))
    services = opened.services
    assert "not been tried yet" in decode_note(services)
    find(opened, ("cuda", "h264", DeviceState.NO_DEVICE), ("qsv", "h264", DeviceState.NO_DEVICE))
    assert "CUDA, QSV" in decode_note(services)
    find(opened, ("cuda", "h264", DeviceState.WORKS), ("cuda", "hevc", DeviceState.WRONG_PICTURE),
         ("qsv", "h264", DeviceState.HUNG), ("amf", "h264", DeviceState.CRASHED))
    opened.streams.set(opened.camera(1), Condition.LIVE, codec="h264", hardware="cuda")
    opened.streams.set(opened.camera(2), Condition.LIVE, codec="h264")
    said = "".join(c for c in decode_note(services) if c.isprintable())
    assert "Found and tried: CUDA (H264)." in said
    assert "CUDA decodes HEVC wrongly" in said
    assert "QSV did not answer" in said
    assert "AMF crashed" in said
    assert "Cameras decoded by graphics now: 1." in said
    services.hardware.desk._failed["one", "cuda"] = "no pictures"
    assert "failed on some cameras" in decode_note(services)
    services.settings.set("video.decode", "processor")
    assert "not looked for" in decode_note(services)


@pytest.mark.parametrize(
    ("vendor", "name", "words"),
    [("Mesa", "llvmpipe (LLVM 15.0.6)", "is not used"), ("NVIDIA", "GeForce", "a real graphics device"),
     ("Mesa", "virgl (NVIDIA)", "virtual machine"), ("", "", "no graphics driver")],
)
def test_drawing(app: QApplication, room: OpenRoom, vendor: str, name: str, words: str) -> None:
    services = room().services
    assert "has not answered yet" in draw_note(services)
    services.renderer._found(judge(vendor, name))
    assert words in draw_note(services)
    assert name in draw_note(services)
    services.renderer.failed("context_lost")
    assert "failed while drawing" in draw_note(services)
    for because, said in (("hung", "did not answer"), ("crashed", "crashed when asked")):
        services.renderer.failed(because)
        assert said in draw_note(services)
    services.settings.set("video.draw", "processor")
    assert "not asked" in draw_note(services)


def test_both_lines_stand_on_the_page_and_follow_what_is_found_and_set(window: Any, room: OpenRoom, qtbot: Any) -> None:
    opened = room()
    main = window(opened)
    main.show_page("settings")

    def said(key: str) -> str:
        return str(main.findChild(QLabel, f"{key}.effect").text())

    qtbot.waitUntil(lambda: "not been tried yet" in said("video.decode"), timeout=4000)
    assert "has not answered yet" in said("video.draw")
    find(opened, ("cuda", "h264", DeviceState.WORKS))
    qtbot.waitUntil(lambda: "CUDA" in said("video.decode"), timeout=4000)
    opened.services.settings.set("video.draw", "processor")
    qtbot.waitUntil(lambda: "not asked" in said("video.draw"), timeout=4000)
