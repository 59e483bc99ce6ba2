"""Drawing by OpenGL: refused where the renderer is software, equal to the processor's where let, left when it fails.

No graphics device exists where this runs. Under Xvfb there is Mesa's software renderer: refused for real, and then, its
refusal lifted in tests/fakes/gl_wall.py, painted with. Offscreen there is no OpenGL at all: the case of a driver gone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from safecity_console.domain.renderer import DrawMode, Renderer, RendererKind, draws_with_graphics
from safecity_console.services.renderer import ask_renderer
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall import drawing
from safecity_console.ui.wall.view import WallView
from tests.fakes.gl_wall import Pretended
from tests.gui.doubles import Room

needs_x = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb here")


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An X display with OpenGL by Mesa's software renderer; gives the environment."""
    reader, writer = os.pipe()
    with (tmp_path / "x.log").open("wb") as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=(writer,),
        )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        assert number.isdigit(), "Xvfb did not start"
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(Path.cwd())}
    finally:
        server.kill()
        server.wait(10.0)


@needs_x
def test_the_software_renderer_of_this_machine_is_refused_by_name(display: dict[str, str]) -> None:
    found = ask_renderer(lambda: False, display)
    if found.kind is RendererKind.NONE:
        pytest.skip(f"this Xvfb has no OpenGL: {found.because}")
    assert (found.kind, found.because) == (RendererKind.SOFTWARE, "llvmpipe")
    assert not any(draws_with_graphics(mode, found, 10**8, True) for mode in DrawMode)


@needs_x
def test_graphics_paint_what_the_processor_paints_and_leave_at_once(display: dict[str, str], tmp_path: Path) -> None:
    if ask_renderer(lambda: False, display).kind is RendererKind.NONE:
        pytest.skip("this Xvfb has no OpenGL")
    done = subprocess.run(
        [sys.executable, "-m", "tests.fakes.gl_wall", str(tmp_path / "data"), str(tmp_path)],
        env=display, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=90.0, check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["engine"] == "OpenGL2"
    assert told["surfaces"] == 1
    assert told["red"] == [0, 0, 255], "the screen shows the surface (BGR)"
    assert told["deviation"] > 20, "there is something to compare"
    assert told["unlike"] < 1.0
    assert told["worst_share"] < 0.001
    assert told["tile_changed"] > 0.9, "a new picture reaches the screen"
    assert told["others_changed"] == 0.0, "and nothing else is disturbed"
    assert told["selected_through"], "the mouse goes through to the wall"
    assert told["focus_kept"]
    assert told["failures"] == ["context_lost"]
    assert told["back"]
    assert told["painted_by_processor"] > 20
    assert told["not_again"]


@pytest.fixture
def pretend(make_room: Callable[..., Room], qtbot: QtBot) -> Iterator[Callable[..., tuple[WallView, Pretended]]]:
    """Open a wall whose renderer is taken for real."""
    opened: list[WallView] = []

    def make(size: tuple[int, int]) -> tuple[WallView, Pretended]:
        room, pretended = make_room(), Pretended()
        room.live(1, 2, 3)
        view = WallView(replace(room.services, renderer=pretended), DARK)
        qtbot.addWidget(view, before_close_func=lambda v: v.stop())
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        opened.append(view)
        return view, pretended

    yield make
    for view in opened:
        view.stop()


@pytest.mark.no_qt_log
def test_without_opengl_the_processor_paints_again_and_it_is_not_tried_twice(
    pretend: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "FIRST_PAINT_MS", 200)
    view, pretended = pretend((640, 360))
    pretended.set_to = DrawMode.GRAPHICS
    view.drawing.decide()
    assert view.drawing.surface is not None
    qtbot.waitUntil(lambda: view.drawing.surface is None, timeout=8000)
    assert len(pretended.failures) == 1
    view.drawing.decide()
    assert view.drawing.surface is None
    before = view.stats().paints
    view.update()
    qtbot.waitUntil(lambda: view.stats().paints > before)
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert np.frombuffer(picture.constBits(), np.uint8).std() > 10



@pytest.mark.no_qt_log
def test_automatic_begins_above_full_hd_and_ends_with_the_setting(pretend: Any) -> None:
    view, pretended = pretend((1280, 720))
    pretended.set_to = DrawMode.AUTO
    view.drawing.decide()
    assert view.drawing.surface is None
    view.resize(2560, 1440)
    assert view.drawing.surface is not None, "a resize is looked at by itself"
    assert view.drawing.surface.size() == view.size()
    view.resize(1280, 720)
    assert view.drawing.surface is not None, "no flapping"
    pretended.set_to = DrawMode.PROCESSOR
    view._on_setting_changed("video.draw")
    assert view.drawing.surface is None


def test_a_software_renderer_or_none_never_makes_a_surface(pretend: Any) -> None:
    view, pretended = pretend((2560, 1440))
    for found in (None, Renderer(RendererKind.SOFTWARE, "llvmpipe", "llvmpipe"), Renderer(RendererKind.NONE)):
        for mode in DrawMode:
            pretended.found, pretended.set_to = found, mode
            view.drawing.decide()
            view.drawing.eventFilter(view, QEvent(QEvent.Type.Show))
            assert view.drawing.surface is None
