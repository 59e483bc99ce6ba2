"""Asking the graphics driver who it is, in a process of its own: a driver may hang or crash.

Belongs here: an OpenGL context nobody sees, its two names as one line of JSON. Does not belong here: judging them
(domain/renderer.py), starting this (services/renderer.py). Run as `python -m safecity_console.ui.renderer_child`; the
platform is the environment's, as for the console itself. Thread: main.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

from safecity_console.core.child import end_by_itself

GL_VENDOR, GL_RENDERER = 0x1F00, 0x1F01


def names() -> dict[str, str]:
    """Give vendor and renderer, or the error that kept them back."""
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    # Functions of a context that is not current end the process: each step is asked first.
    if not surface.isValid() or not context.create():
        return {"error": "no_context"}
    if not context.makeCurrent(surface):
        return {"error": "not_current"}
    functions = context.functions()
    told = {"vendor": functions.glGetString(GL_VENDOR) or "", "renderer": functions.glGetString(GL_RENDERER) or ""}
    context.doneCurrent()
    return {key: str(value) for key, value in told.items()}


def main() -> int:
    """Say them."""
    end_by_itself()
    application = QGuiApplication([sys.argv[0]])
    sys.stdout.write(json.dumps(names()) + "\n")
    sys.stdout.flush()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
