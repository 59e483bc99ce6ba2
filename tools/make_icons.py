"""Copies the icons the console uses out of an unpacked lucide-static package (ISC) into resources/icons.

Run: python tools/make_icons.py LUCIDE_PACKAGE. Comments and the class are dropped; colour and stroke are set at run
time.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "icons"
NAMES = (
    "activity", "app-window", "arrow-left", "arrow-right", "baby", "badge-check", "ban", "bell-ring", "binoculars",
    "blend", "bookmark", "building-2", "calendar-clock", "camera", "car", "cctv", "chart-line", "check",
    "chevron-down", "chevron-left", "chevron-right", "chevron-up", "circle", "circle-alert", "circle-check",
    "circle-dot", "circle-gauge", "circle-user", "circle-x", "clock", "clock-alert", "combine", "command", "copy",
    "cpu", "crosshair", "download", "ellipsis", "expand", "eye", "eye-off", "file-down", "file-text", "file-up",
    "filter", "focus", "folder-open", "gauge", "grid-2x2", "grip-vertical", "hand", "handshake", "hard-drive",
    "history", "hourglass", "id-card", "image-off", "info", "key-round", "keyboard", "languages", "layers",
    "layout-grid", "link", "list", "list-checks", "list-video", "loader", "lock", "lock-keyhole", "lock-open",
    "log-out", "magnet", "mail", "map-pin", "maximize", "message-square-plus", "minimize", "monitor", "monitor-up",
    "monitor-x", "moon", "move", "network", "notebook-pen", "panel-right", "paperclip", "pause", "pencil", "phone",
    "phone-call", "phone-incoming", "phone-off", "picture-in-picture-2", "pin", "pin-off", "play", "plug-zap",
    "plus", "power-off", "printer", "radio", "redo-2", "refresh-cw", "replace", "rotate-cw", "route", "rows-3",
    "save", "scan-eye", "scroll-text", "search", "send", "server-off", "settings", "shield", "shield-alert",
    "shield-check", "shrink", "siren", "skip-back", "skip-forward", "snowflake", "square",
    "square-split-horizontal", "square-split-vertical", "stamp", "star", "sun", "table", "test-tube-diagonal",
    "timer", "trash-2", "triangle-alert", "undo-2", "unplug", "upload", "user", "user-plus", "users", "video",
    "video-off", "volume-2", "volume-x", "wifi-off", "x", "zap-off", "zoom-in", "zoom-out",
)


def main(package: Path) -> None:
    """Write the icons and the licence."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        text = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.DOTALL)
        text = re.sub(r'\s+class="[^"]*"', "", text)
        (OUT / f"{name}.svg").write_text(re.sub(r"\s*\n\s*", " ", text).strip() + "\n", encoding="utf-8")
    shutil.copy(package / "LICENSE", OUT / "LICENSE-lucide.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
