"""One try of a form that costs an Argon2: off the GUI thread, once at a time, its refusal in words, its delay counted.

Belongs here: the try's life around its form's button, fields and sentence. Does not belong here: what is tried, which
fields there are.
Invariants: 1. While a try runs no second one begins, however often Enter is pressed. 2. A delay that services ask for
is counted down where it can be read, and the button waits with it. 3. An outcome that comes after the form is gone is
let go. Thread: GUI, one worker a try.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from safecity_console.core.clock import Clock
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.refusals import code_sentence, outcome_sentence

COUNT_MS = 200


class Attempt(QObject):
    """The tries of one form; `succeeded` brings what the work gave, `refused` the code of why it did not."""

    succeeded = Signal(object)
    refused = Signal(str)

    def __init__(self, form: QWidget, clock: Clock, go: QPushButton, said: QLabel, lines: Sequence[QLineEdit],
                 own_words: Mapping[str, str] | None = None) -> None:
        super().__init__(form)
        self._clock, self._go, self._said, self._lines = clock, go, said, lines
        self._own_words = dict(own_words or {})
        self._verb = go.text()
        self._fit = True
        self.busy = False
        self._until_s: float | None = None
        self._gone: list[bool] = []
        gone = self._gone
        self.destroyed.connect(lambda: gone.append(True))
        self._timer = QTimer(self)
        self._timer.setInterval(COUNT_MS)
        self._timer.timeout.connect(self._on_count)
        said.hide()

    @property
    def waits(self) -> bool:
        """Tell whether a delay is being counted."""
        return self._until_s is not None

    def set_fit(self, fit: bool) -> None:
        """Note whether what was typed can be tried at all."""
        self._fit = fit
        self._show()

    def begin(self, name: str, work: Callable[[], object]) -> None:
        """Try; nothing happens while a try runs, a delay is counted or the fields do not fit."""
        if self.busy or self.waits or not self._fit:
            return
        self.busy = True
        self.say("")
        self._show()
        deed, gone = Background(name, work), self._gone

        def ended(outcome: object) -> None:
            deed.deleteLater()  # held by this very function until now
            if not gone:
                self._on_ended(outcome)

        deed.ended.connect(ended)
        deed.start()

    def say(self, sentence: str) -> None:
        """Show a sentence under the fields; an empty one takes it away."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def forget(self) -> None:
        """Take sentence and delay away: somebody else is typed in."""
        self._until_s = None
        self._timer.stop()
        self.say("")
        self._show()

    def _on_ended(self, outcome: object) -> None:
        self.busy = False
        if isinstance(outcome, (WorldError, Unfinished)):
            self._refuse(outcome)
        else:
            self.succeeded.emit(outcome)
        self._show()

    def _refuse(self, outcome: object) -> None:
        code = outcome.code if isinstance(outcome, Refused) else ""
        if isinstance(outcome, Refused) and code == "sign_in_wait":
            self._until_s = self._clock.monotonic_s() + float(str(outcome.figures.get("seconds", 1)))
            self._timer.start()
            self._on_count()
        else:
            self.say(self._own_words.get(code) or outcome_sentence(outcome))
        self.refused.emit(code)

    def _on_count(self) -> None:
        if self._until_s is None:
            return
        left = math.ceil(self._until_s - self._clock.monotonic_s())
        if left <= 0:
            self.forget()
        else:
            self.say(code_sentence("sign_in_wait", {"seconds": left}))
            self._show()

    def _show(self) -> None:
        self._go.setText(self.tr("Checking…") if self.busy else self._verb)
        self._go.setEnabled(self._fit and not self.busy and not self.waits)
        for line in self._lines:
            line.setReadOnly(self.busy)
