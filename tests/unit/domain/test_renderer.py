"""Renderers judged by the names drivers really give."""

from __future__ import annotations

import pytest

from safecity_console.domain.renderer import (
    WIDE_PIXELS,
    DrawMode,
    Renderer,
    RendererKind,
    draws_with_graphics,
    judge,
)

NAMES = [
    ("Mesa/X.org", "llvmpipe (LLVM 15.0.6, 256 bits)", RendererKind.SOFTWARE, "llvmpipe"),
    ("Mesa", "softpipe", RendererKind.SOFTWARE, "softpipe"),
    ("Mesa Project", "Software Rasterizer", RendererKind.SOFTWARE, "software rasterizer"),
    ("VMware, Inc.", "llvmpipe (LLVM 10.0.0, 128 bits)", RendererKind.SOFTWARE, "llvmpipe"),
    ("Google Inc. (Google)", "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader "
     "driver)", RendererKind.SOFTWARE, "swiftshader"),
    ("Google Inc. (Microsoft)", "ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 "
     "ps_5_0, D3D11)", RendererKind.SOFTWARE, "microsoft basic render"),
    ("Microsoft Corporation", "D3D12 (Microsoft Basic Render Driver)", RendererKind.SOFTWARE, "microsoft basic render"),
    ("Microsoft Corporation", "GDI Generic", RendererKind.SOFTWARE, "gdi generic"),
    ("Mesa/X.org", "zink Vulkan 1.3(llvmpipe (LLVM 15.0.7, 256 bits) (MESA_LLVMPIPE))", RendererKind.SOFTWARE,
     "llvmpipe"),
    ("Mesa/X.org", "virgl (LLVMPIPE (LLVM 14.0.0, 256 bits))", RendererKind.SOFTWARE, "llvmpipe"),
    ("Intel Corporation", "SWR (LLVM 11.0.0, 256 bits)", RendererKind.SOFTWARE, "swr ("),
    ("Mesa", "virgl (NVIDIA GeForce GTX 1660/PCIe/SSE2)", RendererKind.VIRTUAL, "virgl"),
    ("VMware, Inc.", "SVGA3D; build: RELEASE;  LLVM;", RendererKind.VIRTUAL, "svga3d"),
    ("NVIDIA Corporation", "NVIDIA GeForce RTX 3060/PCIe/SSE2", RendererKind.REAL, ""),
    ("Intel", "Mesa Intel(R) UHD Graphics 620 (KBL GT2)", RendererKind.REAL, ""),
    ("AMD", "AMD Radeon RX 6600 (radeonsi, navi23, LLVM 15.0.7, DRM 3.49, 6.1.0)", RendererKind.REAL, ""),
    ("nouveau", "NV137", RendererKind.REAL, ""),
    ("Microsoft Corporation", "D3D12 (NVIDIA GeForce RTX 3060)", RendererKind.REAL, ""),
    ("", "", RendererKind.NONE, "nameless"),
]


@pytest.mark.parametrize(("vendor", "name", "kind", "because"), NAMES, ids=[n or "nameless" for _, n, _, _ in NAMES])
def test_names(vendor: str, name: str, kind: RendererKind, because: str) -> None:
    found = judge(vendor, name)
    assert (found.kind, found.because) == (kind, because)
    assert found.name == name


def test_a_name_of_any_length_is_cut() -> None:
    assert len(judge("x", "y" * 5000).name) == 120


REAL, VIRTUAL, SOFT, NONE = (Renderer(kind) for kind in RendererKind)


@pytest.mark.parametrize(
    ("mode", "renderer", "pixels", "drawing", "expected"),
    [
        (DrawMode.AUTO, REAL, WIDE_PIXELS, False, False),
        (DrawMode.AUTO, REAL, WIDE_PIXELS + 1, False, True),
        (DrawMode.AUTO, REAL, 100, True, True),
        (DrawMode.AUTO, VIRTUAL, 4 * WIDE_PIXELS, True, False),
        (DrawMode.AUTO, SOFT, 4 * WIDE_PIXELS, True, False),
        (DrawMode.GRAPHICS, REAL, 100, False, True),
        (DrawMode.GRAPHICS, VIRTUAL, 100, False, True),
        (DrawMode.GRAPHICS, SOFT, 4 * WIDE_PIXELS, True, False),
        (DrawMode.GRAPHICS, NONE, 4 * WIDE_PIXELS, True, False),
        (DrawMode.GRAPHICS, None, 4 * WIDE_PIXELS, True, False),
        (DrawMode.PROCESSOR, REAL, 4 * WIDE_PIXELS, True, False),
    ],
)
def test_who_draws(mode: DrawMode, renderer: Renderer | None, pixels: int, drawing: bool, expected: bool) -> None:
    assert draws_with_graphics(mode, renderer, pixels, drawing) is expected
