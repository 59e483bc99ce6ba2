"""The one way to files that ship with the program.

In a checkout `resources/` lies beside the package; in the wheel it is packed inside as `_resources`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_path(*parts: str) -> Path:
    """Give the path of a shipped file or folder; raises FileNotFoundError naming what is missing."""
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("resources/" + "/".join(parts))
