"""Deeds on the incident that is shown: off the GUI thread, after a short form where one is needed.

Belongs here: the way of every deed and of its refusal. Does not belong here: which deeds there are (life_hands.py,
part_hands.py), rules (services/incidents.py).
Invariants: 1. Nothing is refused silently: the sentence stands in the open form, else in the detail. 2. A refusal never
throws away what was typed. 3. What changed elsewhere meanwhile is said, and the new state asked for. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from safecity_console.domain.errors import Conflict, Refused, WorldError
from safecity_console.domain.incident import Incident
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.ui.background import Unfinished
from safecity_console.ui.incident_texts import refused_sentence
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.widgets.ask import Ask, Asked

Work = Callable[[], object]
Then = Callable[[object], None]


class Asking(QObject):
    """The deeds of one detail pane."""

    refused = Signal(str)
    done = Signal()
    stale = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._deeds = Deeds(self)
        self._detail: IncidentDetail | None = None
        self.open_ask: Ask | None = None

    @property
    def detail(self) -> IncidentDetail | None:
        """Give what is shown."""
        return self._detail

    @property
    def incident(self) -> Incident | None:
        """Give the incident that is shown."""
        return None if self._detail is None else self._detail.incident

    @property
    def busy(self) -> bool:
        """Tell whether a deed is under way."""
        return self._deeds.busy

    def take(self, detail: IncidentDetail | None) -> None:
        """Work on another incident, or on its new state."""
        self._detail = detail

    def do(self, work: Work, ask: Ask | None = None, then: Then | None = None) -> None:
        """Do something, and `then` with its result; a refusal is said in the form it was asked in, else in the detail.
        """
        if ask is not None:
            ask.wait()
        self._deeds.do("incident-deed", work, lambda outcome: self._on_ended(outcome, ask, then))

    def with_id(self, work: Callable[[str], object]) -> None:
        """Do something with the id of the incident that is shown."""
        found = self.incident
        if found is not None:
            incident_id = found.id
            self.do(lambda: work(incident_id))

    def asked(self, title: str, questions: Sequence[Asked], verb: str, about: str = "") -> Ask:
        """Open a short form."""
        ask = Ask(title, questions, verb, self._owner, about)
        self.open_ask = ask
        ask.finished.connect(self._on_finished)
        ask.open()
        return ask

    def answer(self, ask: Ask, go: Callable[[Mapping[str, str]], Work], then: Then | None = None) -> None:
        """Do what `go` makes of the answers; what it refuses, and what is refused, is said in the form."""
        def answered(answers: Mapping[str, str]) -> None:
            try:
                work = go(answers)
            except Refused as error:
                ask.refuse(refused_sentence(error))
            else:
                self.do(work, ask, then)

        ask.answered.connect(answered)

    def _on_finished(self, _result: int) -> None:
        self.open_ask = None

    def _on_ended(self, outcome: object, ask: Ask | None, then: Then | None) -> None:
        failed = isinstance(outcome, WorldError | Unfinished)
        if not failed:
            if ask is not None and self.open_ask is ask:
                ask.accept()
            self.done.emit()
            if then is not None:
                then(outcome)
            return
        if isinstance(outcome, Conflict) and outcome.code == "changed_meanwhile":
            self.stale.emit()
        if ask is not None and self.open_ask is ask:
            ask.refuse(refused_sentence(outcome))
        elif not (isinstance(outcome, Conflict) and outcome.code == "changed_meanwhile"):
            self.refused.emit(refused_sentence(outcome))
