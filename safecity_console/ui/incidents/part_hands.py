"""What hangs on an incident: notes, fields, checklist, parties, cameras, clips, links.

Belongs here: the deeds and their questions. Does not belong here: the way of a deed (asking.py), rules
(services/incidents.py), widgets.
Invariant: what a deed must bring is asked before, never guessed. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QObject

from safecity_console.domain.errors import Refused
from safecity_console.domain.incident_parts import PartyKind, PartyRole
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import numbered, party_kind_text, role_text
from safecity_console.ui.incidents.asking import Asking, Work
from safecity_console.ui.incidents.times import event_time
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.ask import Choice, Flag, Line, Note


class PartHands(QObject):
    """The deeds."""

    def __init__(self, screen: Screen, asking: Asking) -> None:
        super().__init__(asking)
        self._screen, self._asking = screen, asking

    def note(self) -> None:
        """Ask for a note."""
        found, services = self._asking.incident, self._screen.services
        if found is None:
            return
        ask = self._asking.asked(self.tr("Note on {number}").format(number=numbered(found)), (
            Note("text", self.tr("What happened, in English or Urdu"), must=True),
            Line("at", self.tr("When it happened"), hint=self.tr("now; or 14:35, or -10 for ten minutes ago"))),
            self.tr("Save the note"))

        def go(answers: Mapping[str, str]) -> Work:
            at = event_time(answers["at"], services.clock.now(), self._screen.zone)
            return lambda: services.incidents.note(found.id, answers["text"], at)

        self._asking.answer(ask, go)

    def change(self, field: str, value: str) -> None:
        """Change one field, if nobody else changed the incident meanwhile."""
        found, incidents = self._asking.incident, self._screen.services.incidents
        if found is not None:
            self._asking.do(lambda: incidents.change(found.id, expected_revision=found.revision, **{field: value}))

    def tick(self, tick_id: str, done: bool) -> None:
        """Tick a step of the checklist, or open it again."""
        self._asking.with_id(lambda incident_id: self._screen.services.incidents.tick(incident_id, tick_id, done))

    def call_back(self) -> None:
        """Note that the caller was called back."""
        found, incidents = self._asking.incident, self._screen.services.incidents
        if found is None:
            return
        ask = self._asking.asked(self.tr("Caller called back"), (Note("note", self.tr("What was said")),),
                          self.tr("Note it"))
        self._asking.answer(ask, lambda answers: lambda: incidents.called_back(found.id, answers["note"]))

    def add_party(self) -> None:
        """Ask for a person or a vehicle."""
        found, incidents = self._asking.incident, self._screen.services.incidents
        if found is None:
            return
        kinds = tuple((one.value, party_kind_text(one)) for one in PartyKind)
        roles = tuple((one.value, role_text(one)) for one in PartyRole)
        ask = self._asking.asked(self.tr("Person or vehicle"), (
            Choice("kind", self.tr("What"), kinds), Choice("role", self.tr("Part in it"), roles, PartyRole.SUSPECT),
            Line("name", self.tr("Name, or number plate"), most=80, must=True),
            Note("more", self.tr("More: age, clothes, colour, where to")),
            Flag("seal", self.tr("Seal this: only the women's desk opens it"), found.sealed)), self.tr("Add"))
        self._asking.answer(ask, lambda a: lambda: incidents.add_party(
            found.id, PartyKind(a["kind"]), PartyRole(a["role"]), a["name"], a["more"], seal=bool(a["seal"])))

    def remove_party(self, party_id: str) -> None:
        """Take a party away; the timeline keeps that it was there."""
        self._asking.with_id(lambda incident_id: self._screen.services.incidents.remove_party(incident_id, party_id))

    def link_incident(self) -> None:
        """Ask for another incident it belongs with."""
        found, incidents = self._asking.incident, self._screen.services.incidents
        if found is None:
            return
        ask = self._asking.asked(self.tr("Link another incident"),
                          (Line("number", self.tr("Its number"), hint=ltr("I-2291"), must=True),), self.tr("Link"))

        def go(answers: Mapping[str, str]) -> Work:
            def link() -> object:
                other = incidents.by_label(answers["number"])
                incidents.link(found.id, "incident", other.id, other.label)
                return other
            return link

        self._asking.answer(ask, go)

    def link_notice(self) -> None:
        """Ask for a watch notice it belongs with."""
        found, sightings = self._asking.incident, self._screen.services.sightings
        if found is None:
            return
        ask = self._asking.asked(self.tr("Link a watch notice"),
                          (Line("number", self.tr("Its number"), hint=ltr("W-014"), must=True),), self.tr("Link"))
        self._asking.answer(ask, lambda answers: lambda: sightings.link(found, answers["number"]))

    def link_camera(self, camera_id: str) -> None:
        """Link a camera; its state at the event's minute is noted with it."""
        self._asking.with_id(lambda incident_id: self._screen.services.incidents.link_camera(incident_id, camera_id))

    def lock_clip(self) -> None:
        """Ask which span of a linked camera's recording is to be kept."""
        detail, services = self._asking.detail, self._screen.services
        if detail is None:
            return
        found = detail.incident
        cameras = [services.cameras.by_id(one.camera_id) for one in detail.cameras if one.link != "nearby"]
        choices = tuple((one.id, f"{ltr(one.number)} {isolated(one.name)}") for one in cameras if one is not None)
        if not choices:
            self._asking.refused.emit(self.tr("No camera is linked to this incident; link one first."))
            return
        before, after = (services.settings.number(f"incident.lock_{end}_min") for end in ("before", "after"))
        ask = self._asking.asked(self.tr("Lock a clip"), (
            Choice("camera", self.tr("Camera"), choices),
            Line("before", self.tr("Minutes before"), str(int(before)), most=4),
            Line("after", self.tr("Minutes after"), str(int(after)), most=4),
            Line("reason", self.tr("Why"))), self.tr("Lock"), self.tr(
                "The recording of that time is not deleted while the lock stands. Unlocking needs a second officer."))

        def go(answers: Mapping[str, str]) -> Work:
            span = _minutes(answers["before"]), _minutes(answers["after"])
            return lambda: services.incidents.lock_clip(
                found.id, answers["camera"], found.event_at - span[0], found.event_at + span[1],
                reason=answers["reason"])

        self._asking.answer(ask, go)


def _minutes(text: str) -> timedelta:
    try:
        return timedelta(minutes=min(24 * 60, max(0, int(text.strip() or "0"))))
    except ValueError:
        raise Refused("minutes_unreadable") from None
