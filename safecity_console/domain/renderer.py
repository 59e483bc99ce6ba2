"""Judging a graphics renderer by the names it gives itself, before the wall is drawn with it.

Belongs here: the table of names with reasons, the rule of the setting `video.draw`. Does not belong here: asking the
driver (ui/renderer_child.py), words (ui/, cli/).
Invariants: 1. Nothing unnamed is trusted. 2. A software renderer is never used, whatever the setting: drawing the wall
with Mesa's took 30 times the processor's own way (measured, video-pipeline.md §4). 3. A renderer of a virtual machine
is used only when asked for by name of the setting: each picture is copied through to the host, at a cost nobody here
has measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WIDE_PIXELS = 1920 * 1080  # up to here the processor's drawing is about 3 % of a core


class RendererKind(StrEnum):
    """What stands behind OpenGL."""

    REAL = "real"
    VIRTUAL = "virtual"
    SOFTWARE = "software"
    NONE = "none"


class DrawMode(StrEnum):
    """The setting `video.draw`."""

    AUTO = "auto"
    PROCESSOR = "processor"
    GRAPHICS = "graphics"


@dataclass(frozen=True, slots=True)
class Renderer:
    """A judged renderer: its own name, and the part of it or the event (`hung`, `crashed`, …) that decided."""

    kind: RendererKind
    name: str = ""
    because: str = ""


# Looked for in "vendor renderer", lower case. Software stands first: "virgl (LLVMPIPE)", "zink (llvmpipe)" and
# "D3D12 (Microsoft Basic Render Driver)" are layers over a software renderer.
SOFTWARE_NAMES: tuple[str, ...] = (
    "llvmpipe",  # Mesa, and opengl32sw.dll that comes with Qt on Windows
    "softpipe",  # Mesa's plain reference renderer
    "swrast",  # Mesa's oldest, also the name of the loader's last resort
    "lavapipe",  # llvmpipe under Vulkan, seen through zink
    "swiftshader",  # Google's, behind ANGLE
    "openswr",  # Intel's renderer on the processor, as are names that begin with "swr "
    "swr (",
    "software rasterizer",
    "software renderer",  # Apple's words
    "microsoft basic render",  # WARP: Windows without a driver
    "gdi generic",  # Windows' OpenGL 1.1 of 1996
    "mesa x11",
    "mesa offscreen",
)
VIRTUAL_NAMES: tuple[str, ...] = (
    "virgl",  # QEMU's virtio-gpu
    "svga3d",  # VMware
    "virtualbox",
    "chromium",  # VirtualBox' old pass-through
    "parallels",
    "venus",  # virtio-gpu under Vulkan
)


def judge(vendor: str, renderer: str) -> Renderer:
    """Judge a renderer by GL_VENDOR and GL_RENDERER."""
    name = renderer.strip() or vendor.strip()
    if not name:
        return Renderer(RendererKind.NONE, "", "nameless")
    both = f"{vendor} {renderer}".lower()
    for part in SOFTWARE_NAMES:
        if part in both:
            return Renderer(RendererKind.SOFTWARE, name[:120], part)
    for part in VIRTUAL_NAMES:
        if part in both:
            return Renderer(RendererKind.VIRTUAL, name[:120], part)
    return Renderer(RendererKind.REAL, name[:120])


def draws_with_graphics(mode: DrawMode, renderer: Renderer | None, pixels: int, drawing: bool = False) -> bool:
    """Tell whether a wall of so many device pixels is drawn by graphics; one that is already stays so in AUTO."""
    if renderer is None or mode is DrawMode.PROCESSOR:
        return False
    if mode is DrawMode.GRAPHICS:
        return renderer.kind in (RendererKind.REAL, RendererKind.VIRTUAL)
    return renderer.kind is RendererKind.REAL and (drawing or pixels > WIDE_PIXELS)
