"""Committees and contacts of places.

Belongs here: who may see and change them, search, who is near a place. Does not belong here: requests and consents
(consents.py), complaints (liaison.py), SQL.
Invariants: 1. Telephone numbers of citizens are given to whoever logs incidents or takes complaints, and to nobody
else. 2. Each change stands in the audit without numbers and notes. Thread: any; reads are small.
"""

from __future__ import annotations

from datetime import datetime

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.db.door import Door
from safecity_console.db.liaison import (
    add_meeting,
    liaison_stamp,
    put_committee,
    put_contact,
    read_committees,
    read_contact,
    read_contacts,
    read_meetings,
)
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Subject
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.liaison import (
    NAME_MOST,
    NOTES_MOST,
    PRESENT_MOST,
    Committee,
    Contact,
    Meeting,
    fit_committee,
    fit_contact,
    found,
)
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk
from safecity_console.services.events import ContactsChanged

_READERS = (Permission.LOG_INCIDENTS, Permission.TAKE_COMPLAINTS, Permission.EDIT_PLACES)


class ContactService:
    """The committees and contacts of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk, cameras: CameraService) -> None:
        self._door, self._reader, self._bus, self._clock, self._desk = door, reader, bus, clock, desk
        self._cameras = cameras
        self._searched = ("", "")
        self._stamp: tuple[int, ...] | None = None
        self.generation = 0  # another number when contacts may be others

    @property
    def readable(self) -> bool:
        """Tell whether the officer at the desk may see contacts."""
        return any(self._desk.may(one) for one in _READERS)

    def committees(self) -> tuple[Committee, ...]:
        """Give every committee by name; nothing to whom it is not for."""
        return self._reader.read(read_committees) if self.readable else ()

    def contacts(self) -> tuple[Contact, ...]:
        """Give every contact by name, inactive ones too; nothing to whom it is not for."""
        return self._reader.read(read_contacts) if self.readable else ()

    def by_id(self, contact_id: str) -> Contact | None:
        """Find a contact."""
        return self._reader.read(lambda view: read_contact(view, contact_id)) if self.readable else None

    def find(self, typed: str) -> tuple[Contact, ...]:
        """Give contacts that hold the typed words in name, number, place or notes; what was looked for is audited."""
        self._must_read()
        kept = clean_line(typed, NAME_MOST)
        session = self._desk.session
        whose = (session.id if session is not None else "", kept)
        if kept and whose != self._searched:  # a page that renews itself with the same words is not noted again
            self._desk.note(Action.SEARCH, Subject("contact"), text=kept)
        self._searched = whose
        return found(self.contacts(), kept, self.place_names())

    def near(self, site_id: str) -> tuple[Contact, ...]:
        """Give the active contacts of a place, its committee's members included: who can be called there."""
        own = {one.id for one in self.committees() if one.site_id == site_id and site_id}
        return tuple(one for one in self.contacts() if one.active and site_id
                     and (one.site_id == site_id or (one.committee_id and one.committee_id in own)))

    def place_names(self) -> dict[str, str]:
        """Give names, English and Urdu together, by the id of a place or committee."""
        sites = {one.id: f"{one.name} {one.name_ur}" for one in self._cameras.sites()}
        return sites | {one.id: f"{one.name} {one.name_ur}" for one in self.committees()}

    def put(self, contact: Contact) -> Contact:
        """Write a contact; raises Refused, NotFound, Conflict("changed_meanwhile")."""
        actor = self._desk.must(Permission.EDIT_PLACES, Subject("contact", contact.id))
        fitted = fit_contact(contact)
        self._must_be_there(fitted.site_id, fitted.committee_id)

        def job(tx: Transaction) -> str:
            contact_id = put_contact(tx, fitted, contact.revision or None)
            self._desk.append(tx, Action.CONTACT, Subject("contact", contact_id), actor=actor, name=fitted.name,
                              kind=fitted.kind.value, active=fitted.active, new=not contact.id)
            return contact_id

        contact_id = self._door.write(job)
        self._changed()
        kept = self._reader.read(lambda view: read_contact(view, contact_id))
        if kept is None:
            raise NotFound("contact_missing")
        return kept

    def put_committee(self, committee: Committee) -> Committee:
        """Write a committee; raises Refused, NotFound, Conflict("committee_taken" | "changed_meanwhile")."""
        actor = self._desk.must(Permission.EDIT_PLACES, Subject("committee", committee.id))
        fitted = fit_committee(committee)
        self._must_be_there(fitted.site_id, "")

        def job(tx: Transaction) -> str:
            committee_id = put_committee(tx, fitted, committee.revision or None)
            self._desk.append(tx, Action.CONTACT, Subject("committee", committee_id), actor=actor, name=fitted.name,
                              active=fitted.active, new=not committee.id)
            return committee_id

        committee_id = self._door.write(job)
        self._changed()
        return self._committee(committee_id)

    def meetings(self, committee_id: str = "") -> tuple[Meeting, ...]:
        """Give meetings, the newest first."""
        return self._reader.read(lambda view: read_meetings(view, committee_id)) if self.readable else ()

    def met(self, committee_id: str, met_at: datetime, present: int = 0, note: str = "") -> None:
        """Note that a committee met; raises Refused("meeting_ahead" | "meeting_present"), NotFound."""
        actor = self._desk.must(Permission.TAKE_COMPLAINTS, Subject("committee", committee_id))
        self._committee(committee_id)
        if met_at > self._clock.now():
            raise Refused("meeting_ahead")
        if not 0 <= present <= PRESENT_MOST:
            raise Refused("meeting_present", most=PRESENT_MOST)
        kept = clean_note(note, NOTES_MOST)

        def job(tx: Transaction) -> None:
            add_meeting(tx, committee_id, met_at, present, kept, actor.badge)
            self._desk.append(tx, Action.CONTACT, Subject("committee", committee_id), actor=actor,
                              met_at=met_at.isoformat(), present=present)

        self._door.write(job)
        self._changed()

    def _must_read(self) -> None:
        if not self.readable:
            self._desk.must(Permission.LOG_INCIDENTS, Subject("contact"))

    def _committee(self, committee_id: str) -> Committee:
        every = self._reader.read(read_committees)
        one = next((one for one in every if one.id == committee_id), None)
        if one is None:
            raise NotFound("committee_missing")
        return one

    def _must_be_there(self, site_id: str, committee_id: str) -> None:
        if site_id and site_id not in {one.id for one in self._cameras.sites()}:
            raise NotFound("site_missing")
        if committee_id:
            self._committee(committee_id)

    def look(self) -> None:
        """Tell of what another process (`contact add`) wrote under an open console."""
        stamp = self._reader.read(liaison_stamp)
        before, self._stamp = self._stamp, stamp
        if before is not None and before != stamp:
            self._changed()

    def _changed(self) -> None:
        self._stamp = self._reader.read(liaison_stamp)
        self.generation += 1
        self._bus.publish(ContactsChanged())
