"""`doctor`: what this machine has and lacks, and what to do about it.

Belongs here: the verb and what needs a child process (Qt is tried in one, so that a missing library costs no crash).
Does not belong here: the checks that need no window (services/doctor.py).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import Any

from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.core.paths import data_paths
from safecity_console.domain.report import Check
from safecity_console.services import doctor
from safecity_console.services.machine import graphics_checks

WINDOW_S = 20.0
_TRY_WINDOW = """
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
a = QApplication([])
sizes = ", ".join(f"{s.name()} {s.size().width()}x{s.size().height()}" for s in a.screens())
print(f"{a.platformName()} {len(a.screens())} screen(s): {sizes}")
bus = QDBusConnection.sessionBus()
print(bus.isConnected() and bus.interface().isServiceRegistered("org.freedesktop.ScreenSaver").value())
"""


def register(subparsers: Any) -> None:
    """Add the verb."""
    subparsers.add_parser("doctor", parents=[common_flags()], help="say what this machine has and lacks")


def run(args: argparse.Namespace) -> int:
    """Look; exit code 1 where something needed is missing."""
    window = _window()
    checks = [*doctor.machine_checks(data_paths(args.data)), *window, *graphics_checks(window[0].ok),
              *doctor.optional_checks()]
    well = all(check.ok for check in checks)
    if args.json:
        answer({"ok": well, "checks": checks})
        return Exit.DONE if well else Exit.REFUSED
    for check in checks:
        say(f"{'ok  ' if check.ok else 'LACK'}  {check.name:<10}  {check.detail}")
        if check.remedy:
            say(f"      {'':<10}  → {check.remedy}")
    say("This machine is ready." if well else "Something is missing; see above.")
    return Exit.DONE if well else Exit.REFUSED


def _window() -> list[Check]:
    """Open a QApplication in a child: Qt aborts the process where a platform library is missing."""
    packages = (
        "apt-get install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
        "libxcb-shape0 libxcb-xkb1"
    )
    if sys.platform == "linux" and not any(
        os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return [Check(
            "display", False, "no display in this session", "start it from the desktop; `shot` works without one"
        )]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, a fixed text
            [sys.executable, "-c", _TRY_WINDOW], capture_output=True, text=True, timeout=WINDOW_S, check=False
        )
    except subprocess.TimeoutExpired:
        return [Check("display", False, "the window system does not answer", "look at the display server")]
    said = done.stdout.splitlines()
    if done.returncode == 0 and len(said) == 2:
        return [Check("display", True, said[0].strip()), _awake(said[1].strip() == "True")]
    return [Check("display", False, "Qt cannot open a window", packages)]


def _awake(service: bool) -> Check:
    """Say whether `--kiosk` can keep the screens from going dark; it is good to have, not needed."""
    if service or sys.platform == "win32":
        return Check("kiosk", True, "--kiosk keeps the screens from going dark")
    return Check("kiosk", True, "no desktop service keeps screens awake: --kiosk cannot keep them from going dark",
                 "switch blanking off in the session, on X11 by `xset s off -dpms`")
