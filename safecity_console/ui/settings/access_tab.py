"""What the tabs of officers, roles and camera groups have in common: a bar, a sentence, a deed that may need two.

Belongs here: the frame and running a deed. Does not belong here: what is listed and changed (officers.py, roles.py,
camera_groups.py). Thread: GUI, one worker a deed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from safecity_console.domain.access import TwoPerson
from safecity_console.services.desk import Approval
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.frame import laid_under_bar
from safecity_console.ui.signin.second import TwoPersonDeed
from safecity_console.ui.widgets.basics import label


class AccessTab(QFrame):
    """A tab; `said` brings what came of a deed."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen_ = screen
        self.refusal = label("", "critical", wrap=True)
        self.refusal.hide()
        self.busy = False
        self.deed: TwoPersonDeed | None = None

    def lay_out(self, bar: Sequence[QWidget | int | None], *bodies: QWidget) -> None:
        """Put the bar over what the tab holds."""
        laid_under_bar(self, bar, *bodies, refusal=self.refusal)

    def run(self, sentence: str, work: Callable[[Approval | None], object], done: Callable[[], None]) -> None:
        """Do something off the GUI thread, with a second officer where services ask for one; once at a time."""
        if self.busy:
            return
        self.busy = True
        self.refuse("")
        self.deed = TwoPersonDeed(self, self.screen_, TwoPerson.ADD_ADMINISTRATOR, sentence, work)
        self.deed.done.connect(lambda _outcome: self._on_ended("", done))
        self.deed.refused.connect(lambda _code, said: self._on_ended(said, done))
        self.deed.start()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was changed; an empty sentence takes it away."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _on_ended(self, refusal: str, done: Callable[[], None]) -> None:
        self.busy, self.deed = False, None
        self.refuse(refusal)
        if not refusal:
            done()
