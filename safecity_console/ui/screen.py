"""What every page of the frame is made with: services, look, language, time zone.

Belongs here: the value handed to constructors. Does not belong here: state that changes while a page lives (a change of
theme, language or zone builds the pages anew).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import moment_text, zone_of
from safecity_console.ui.theme import DARK, THEMES, Theme


@dataclass(frozen=True)
class Screen:
    """The surroundings of a page."""

    services: ConsoleServices
    theme: Theme
    language: str
    zone: ZoneInfo

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Give the direction of the layout."""
        rtl = self.language == "ur"
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight

    def moment(self, at: datetime) -> str:
        """Give a time as it stands on this screen."""
        return moment_text(at, self.services.clock.now(), self.zone, self.language)


@dataclass(frozen=True, slots=True)
class Look:
    """Theme and language for this run only, as a picture of a page wants them; empty follows the settings."""

    theme: str = ""
    language: str = ""


FROM_SETTINGS = Look()


def screen_of(services: ConsoleServices, look: Look = FROM_SETTINGS) -> Screen:
    """Read the surroundings from the settings, or from `look` where it says something."""
    settings = services.settings
    theme = THEMES.get(look.theme or settings.text("screen.theme"), DARK)
    return Screen(services, theme, look.language or settings.text("screen.language"),
                  zone_of(settings.text("screen.time_zone")))
