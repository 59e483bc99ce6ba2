"""Who is at the desk, in the top strip, with what he may do about himself.

Belongs here: the badge's words and its menu. Does not belong here: locking and signing out (gate.py), the dialog of
one's own password (own.py). Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from safecity_console.services.desk import Session
from safecity_console.ui.access_texts import officer_line, officer_name, role_name
from safecity_console.ui.actions import ICONS, key_text
from safecity_console.ui.format import isolated, ltr, plain_tip
from safecity_console.ui.icons import spaced_icon
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import command_words

MOST_PX, NARROW_PX = 340, 150
OWN_COMMANDS = ("console.lock", "officer.password", "console.sign_out")


class OfficerBadge(QToolButton):
    """The badge; hidden while nobody is signed in. The strip's owner adds what its menu does by `serve`."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("kind", "quiet")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(spaced_icon("circle-user", screen.theme, "secondary"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Officer at the desk"))
        self._texts = ("", "")  # whole, and where the strip is narrow
        self._narrow = False
        self.menu_ = QMenu(self)
        self.setMenu(self.menu_)
        self.hide()

    def serve(self, commands: Mapping[str, Callable[[], object]]) -> None:
        """Fill the menu: lock and sign-out are given without asking the role, nobody is kept at a desk."""
        for command_id in OWN_COMMANDS:
            key = key_text(self._screen.services.keys, command_id)
            title = command_words(command_id).title
            action = self.menu_.addAction(
                spaced_icon(ICONS[command_id], self._screen.theme, "secondary"), f"{title}\t{key}" if key else title)
            action.setObjectName(command_id)
            action.triggered.connect(partial(_give, commands[command_id]))

    def show_session(self, session: Session | None) -> None:
        """Show who sits here."""
        self.setVisible(session is not None)
        if session is None:
            return
        language = self._screen.language
        pattern = self.tr("Officer {badge} · {name} · {role}")
        whole = pattern.format(badge=ltr(session.officer.badge), name=isolated(officer_name(session.officer, language)),
                               role=isolated(role_name(session.role, language)))
        self._texts = (whole, officer_line(session.officer, language))
        self.set_narrow(self._narrow)
        self.setToolTip(plain_tip(whole))
        self.setAccessibleName(self.tr("{officer} is at the desk").format(
            officer=officer_line(session.officer, language)))

    def set_narrow(self, narrow: bool) -> None:
        """Show badge and name only, where the counts need the room; the tool tip says the rest."""
        self._narrow = narrow
        most = NARROW_PX if narrow else MOST_PX
        shown = self.fontMetrics().elidedText(self._texts[narrow], Qt.TextElideMode.ElideRight, most)
        self.setText(shown.replace("&", "&&"))


def _give(command: Callable[[], object], _checked: bool = False) -> None:
    command()
