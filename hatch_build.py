"""Pack `resources/` into the wheel as `safecity_console/_resources`.

Belongs here: that one step. A static force-include would also copy it beside every editable install, where
core/resources.py never looks because the checkout's own folder is nearer.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):
    """Adds the folder to standard wheels only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder before the build."""
        if version == "standard":
            build_data["force_include"]["resources"] = "safecity_console/_resources"
