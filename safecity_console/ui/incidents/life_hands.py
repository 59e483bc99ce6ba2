"""An incident's way through its life cycle: steps, units, hold, review.

Belongs here: the deeds and their questions. Does not belong here: the way of a deed (asking.py), rules
(services/incidents.py), widgets.
Invariant: what a deed must bring is asked before, never guessed. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from safecity_console.domain.incident import Incident, State, Transfer
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import deed_text, numbered, titled, transfer_text
from safecity_console.ui.incidents.asking import Asking, Work
from safecity_console.ui.incidents.times import event_time
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.ask import Choice, Line, Note

HOLDS_MIN = (15, 30, 60, 120, 480)


class LifeHands(QObject):
    """The deeds; `transferred` with the incident and what was said, so that its sheet can be offered."""

    transferred = Signal(object, str)

    def __init__(self, screen: Screen, asking: Asking) -> None:
        super().__init__(asking)
        self._screen, self._asking = screen, asking

    def step(self, to: State) -> None:
        """Take a step, asking for what it must bring."""
        found = self._asking.incident
        if found is None:
            return
        asks: dict[State, Callable[[], None]] = {
            State.DISPATCHED: self.send_unit, State.ON_SCENE: self._on_scene, State.FALSE_ALARM: self._false_alarm,
            State.DUPLICATE: self._duplicate, State.TRANSFERRED: self._transfer, State.RESOLVED: self._resolve,
            State.CLOSED: self._close, State.HOAX: self.hoax,
        }
        if to in asks:
            asks[to]()
        else:
            self._asking.do(self._stepping(found.id, to))

    def hoax(self) -> None:
        """End it as a hoax call, with one key."""
        found, incidents = self._asking.incident, self._screen.services.incidents
        if found is not None:
            incident_id = found.id
            self._asking.do(lambda: incidents.hoax(incident_id))

    def send_unit(self) -> None:
        """Ask which unit, and note that it was told."""
        found, services = self._asking.incident, self._screen.services
        if found is None:
            return
        units = [unit for unit in services.units.units() if unit.active]
        if not units:
            self._asking.do(self._stepping(found.id, State.DISPATCHED))
            return
        names = tuple((unit.id, " · ".join(isolated(part) for part in (unit.name, unit.call_sign) if part))
                      for unit in units)
        ask = self._asking.asked(self.tr("Send a unit"), (Choice("unit", self.tr("Unit"), names),
                          Line("at", self.tr("Told at"), hint=self.tr("now; or 14:35, or -10 for ten minutes ago"))),
                          self.tr("Note that it was told"))

        def go(answers: Mapping[str, str]) -> Work:
            at = event_time(answers["at"], services.clock.now(), self._screen.zone)
            return lambda: services.incidents.tell_unit(found.id, answers["unit"], at)

        self._asking.answer(ask, go)

    def unit_on_scene(self, unit_on_it_id: str) -> None:
        """Note that a unit arrived."""
        incidents = self._screen.services.incidents
        self._asking.with_id(lambda incident_id: incidents.unit_on_scene(incident_id, unit_on_it_id))

    def unit_clear(self, unit_on_it_id: str) -> None:
        """Note that a unit is free again."""
        self._asking.with_id(lambda incident_id: self._screen.services.incidents.unit_clear(incident_id, unit_on_it_id))

    def hold(self) -> None:
        """Ask how long and why, or end a hold."""
        found, services = self._asking.incident, self._screen.services
        if found is None:
            return
        if found.on_hold(services.clock.now()):
            incident_id = found.id
            self._asking.do(lambda: services.incidents.release(incident_id))
            return
        spans = tuple((str(minutes), self._span_text(minutes)) for minutes in HOLDS_MIN)
        ask = self._asking.asked(self.tr("Hold {number}").format(number=numbered(found)), (
            Choice("minutes", self.tr("For how long"), spans, "30"), Line("reason", self.tr("Why"), must=True)),
            self.tr("Hold"), self.tr("Its clock is not late while it is on hold; the hold ends by itself."))

        def go(answers: Mapping[str, str]) -> Work:
            until = services.clock.now() + timedelta(minutes=int(answers["minutes"]))
            return lambda: services.incidents.hold(found.id, until, answers["reason"])

        self._asking.answer(ask, go)

    def review(self, reopen: bool) -> None:
        """Ask for a supervisor's review."""
        found, incidents = self._asking.incident, self._screen.services.incidents
        if found is None:
            return
        title = self.tr("Review and reopen {number}") if reopen else self.tr("Review {number}")
        ask = self._asking.asked(title.format(number=numbered(found)),
                          (Note("text", self.tr("What the review found"), must=True),),
                          self.tr("Reopen") if reopen else self.tr("Save the review"))
        self._asking.answer(ask, lambda answers: lambda: incidents.review(found.id, answers["text"], reopen))

    def _on_scene(self) -> None:
        detail = self._asking.detail
        waiting = [] if detail is None else [u for u in detail.units if u.on_scene_at is None and u.clear_at is None]
        if waiting:
            self.unit_on_scene(waiting[0].id)
        elif detail is not None:
            self._asking.do(self._stepping(detail.incident.id, State.ON_SCENE))

    def _false_alarm(self) -> None:
        self._ask_step(State.FALSE_ALARM, (Line("why", self.tr("Why it was none"), must=True),))

    def _resolve(self) -> None:
        self._ask_step(State.RESOLVED, (Note("outcome", self.tr("How it ended")), *self._why_open()))

    def _close(self) -> None:
        found = self._asking.incident
        outcome = found.outcome if found is not None else ""
        self._ask_step(State.CLOSED, (Note("outcome", self.tr("How it ended"), outcome, must=True), *self._why_open()))

    def _why_open(self) -> tuple[Line, ...]:
        """Ask for a reason where required steps stand open: a supervisor may go on with one."""
        detail = self._asking.detail
        open_steps = 0 if detail is None else sum(one.required and not one.done_by for one in detail.ticks)
        waits = detail is not None and detail.incident.call_back_due_at is not None \
            and detail.incident.called_back_at is None
        if not open_steps and not waits:
            return ()
        return (Line("why", self.tr("Required steps are open; a supervisor goes on with a reason")),)

    def _transfer(self) -> None:
        places = tuple((one.value, transfer_text(one)) for one in Transfer)
        self._ask_step(State.TRANSFERRED, (Choice("transferred_to", self.tr("To"), places),
                                           Line("why", self.tr("What they were told"))), self._on_transferred)

    def _on_transferred(self, outcome: object, answers: Mapping[str, str]) -> None:
        if isinstance(outcome, Incident):
            self.transferred.emit(outcome, answers["why"])

    def _duplicate(self) -> None:
        found, incidents = self._asking.incident, self._screen.services.incidents
        if found is None:
            return
        ask = self._asking.asked(self.tr("{number} is a duplicate").format(number=numbered(found)), (
            Line("number", self.tr("Number of the other"), hint=ltr("I-2291"), must=True),), deed_text(State.DUPLICATE))

        def go(answers: Mapping[str, str]) -> Work:
            def step() -> object:
                other = incidents.by_label(answers["number"])
                return incidents.step(found.id, State.DUPLICATE, duplicate_of=other.id)
            return step

        self._asking.answer(ask, go)

    def _ask_step(self, to: State, questions: tuple[Line | Note | Choice, ...],
                  then: Callable[[object, Mapping[str, str]], None] | None = None) -> None:
        found = self._asking.incident
        if found is None:
            return
        ask = self._asking.asked(titled(found), questions, deed_text(to).rstrip("…"))

        said: dict[str, str] = {}

        def go(answers: Mapping[str, str]) -> Work:
            said.update(answers)
            more: dict[str, Any] = {key: value for key, value in answers.items() if value}
            if "transferred_to" in more:
                more["transferred_to"] = Transfer(str(more["transferred_to"]))
            return self._stepping(found.id, to, **more)

        self._asking.answer(ask, go, None if then is None else lambda outcome: then(outcome, said))

    def _stepping(self, incident_id: str, to: State, **more: Any) -> Work:
        incidents = self._screen.services.incidents
        return lambda: incidents.step(incident_id, to, **more)

    def _span_text(self, minutes: int) -> str:
        if minutes < 60:
            return self.tr("{minutes} minutes").format(minutes=ltr(minutes))
        if minutes == 60:
            return self.tr("1 hour")
        return self.tr("{hours} hours").format(hours=ltr(minutes // 60))
