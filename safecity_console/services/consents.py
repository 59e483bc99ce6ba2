"""Requests for footage from private cameras, and what their owners agreed to.

Belongs here: asking, answering, consenting, withdrawing, each with its line of history and of audit. Does not belong
here: contacts (contacts.py), the footage itself.
Invariants: 1. A request's or consent's row and its line of history are in one commit. 2. The audit holds what was
asked and answered, never the reason's text. 3. Nothing is deleted. Thread: any.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.db.consents import (
    add_liaison_event,
    put_consent,
    put_request,
    read_consent,
    read_consents,
    read_liaison_events,
    read_request,
    read_requests,
)
from safecity_console.db.door import Door
from safecity_console.db.incidents import read_incident
from safecity_console.db.liaison import read_contact
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Subject
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.hygiene import clean_note
from safecity_console.domain.incident import Category
from safecity_console.domain.liaison import (
    NOTES_MOST,
    Answer,
    Consent,
    FootageRequest,
    LiaisonEvent,
    Told,
    answered,
    fit_consent,
    fit_request,
)
from safecity_console.services.desk import Desk
from safecity_console.services.events import ContactsChanged

Line = tuple[str, str, Told, Mapping[str, str]]  # id, contact, what, content


class ConsentService:
    """The requests and consents of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk) -> None:
        self._door, self._reader, self._bus, self._clock, self._desk = door, reader, bus, clock, desk

    def requests(self) -> tuple[FootageRequest, ...]:
        """Give the requests: those that wait first, then the newest; nothing to whom it is not for."""
        return self._reader.read(read_requests) if self._desk.may(Permission.TAKE_COMPLAINTS) else ()

    def consents(self, contact_id: str = "") -> tuple[Consent, ...]:
        """Give the consents, the newest first; nothing to whom it is not for."""
        if not self._desk.may(Permission.TAKE_COMPLAINTS):
            return ()
        return self._reader.read(lambda view: read_consents(view, contact_id))

    def history(self, about: str) -> tuple[LiaisonEvent, ...]:
        """Give every change of a request or consent, the oldest first."""
        if not self._desk.may(Permission.TAKE_COMPLAINTS):
            return ()
        return self._reader.read(lambda view: read_liaison_events(view, about))

    def ask(self, request: FootageRequest) -> FootageRequest:
        """Note that footage was asked for; raises Refused("link_misconduct" | …), NotFound("contact_missing")."""
        actor = self._desk.must(Permission.TAKE_COMPLAINTS, Subject("footage_request"))
        now = self._clock.now()
        if request.asked_at > now:
            raise Refused("asked_ahead")
        fitted = replace(fit_request(request), id="", answer=Answer.WAITING, answered_at=None, asked_by=actor.badge)
        content = {"what": fitted.what, "from": fitted.from_at.isoformat(), "to": fitted.to_at.isoformat(),
                   "reason": fitted.reason, "incident": fitted.incident_label}

        def job(tx: Transaction) -> Line:
            self._contact(tx, fitted.contact_id)
            about = read_incident(tx, fitted.incident_id) if fitted.incident_id else None
            if about is not None and about.category is Category.MISCONDUCT:
                raise Refused("link_misconduct")  # everybody who takes complaints reads requests
            return put_request(tx, fitted), fitted.contact_id, Told.REQUEST_ASKED, content

        return self._request(self._write(job, "footage_request", actor))

    def answer(self, request_id: str, answer: Answer, handed_over: str = "", receipt_no: str = "",
               expected_revision: int | None = None) -> FootageRequest:
        """Note the answer of a request; raises Refused("answer_missing" | "handed_over_missing"), NotFound, Conflict.

        Answering again corrects the answer; the one before stays in the history.
        """
        actor = self._desk.must(Permission.TAKE_COMPLAINTS, Subject("footage_request", request_id))

        def job(tx: Transaction) -> Line:
            before = read_request(tx, request_id)
            if before is None:
                raise NotFound("request_missing")
            after = answered(before, answer, tx.now, handed_over, receipt_no)
            put_request(tx, after, expected_revision)
            content = {"before": before.answer.value, "answer": after.answer.value, "handed_over": after.handed_over,
                       "receipt_no": after.receipt_no}
            return request_id, before.contact_id, Told.REQUEST_ANSWERED, content

        return self._request(self._write(job, "footage_request", actor))

    def consent(self, consent: Consent) -> Consent:
        """Note what a contact agreed to, or another scope or end of it.

        Raises Refused("consent_scope_missing" | "period_backwards" | "consent_withdrawn"), NotFound, Conflict.
        """
        actor = self._desk.must(Permission.TAKE_COMPLAINTS, Subject("consent", consent.id))
        fitted = replace(fit_consent(consent), taken_by=consent.taken_by or actor.badge)

        def job(tx: Transaction) -> Line:
            self._contact(tx, fitted.contact_id)
            told = Told.CONSENT_GIVEN
            whole = fitted
            if fitted.id:
                told, before = Told.CONSENT_CHANGED, self._good(tx, fitted.id)
                whole = replace(before, scope=fitted.scope, until=fitted.until, receipt_no=fitted.receipt_no)
            consent_id = put_consent(tx, whole, consent.revision or None)
            until = whole.until.isoformat() if whole.until is not None else ""
            return consent_id, whole.contact_id, told, {"scope": whole.scope, "until": until,
                                                        "receipt_no": whole.receipt_no}

        return self._consent(self._write(job, "consent", actor))

    def withdraw(self, consent_id: str, why: str = "") -> Consent:
        """Note that a consent was withdrawn; raises Refused("consent_withdrawn"), NotFound("consent_missing")."""
        actor = self._desk.must(Permission.TAKE_COMPLAINTS, Subject("consent", consent_id))
        kept = clean_note(why, NOTES_MOST)

        def job(tx: Transaction) -> Line:
            before = self._good(tx, consent_id)
            put_consent(tx, replace(before, withdrawn_at=tx.now, why_withdrawn=kept))
            return consent_id, before.contact_id, Told.CONSENT_WITHDRAWN, {"why": kept}

        return self._consent(self._write(job, "consent", actor))

    def _write(self, change: Callable[[Transaction], Line], kind: str, actor: Actor) -> str:
        def job(tx: Transaction) -> str:
            about, contact_id, told, content = change(tx)
            add_liaison_event(tx, about, contact_id, told, actor.badge, content)
            self._desk.append(tx, Action.CONSENT, Subject(kind, about), actor=actor, told=told.value,
                              contact=contact_id, answer=content.get("answer"))
            return about

        about = self._door.write(job)
        self._bus.publish(ContactsChanged())
        return about

    def _contact(self, tx: Transaction, contact_id: str) -> None:
        if read_contact(tx, contact_id) is None:
            raise NotFound("contact_missing")

    def _good(self, tx: Transaction, consent_id: str) -> Consent:
        found = read_consent(tx, consent_id)
        if found is None:
            raise NotFound("consent_missing")
        if found.withdrawn_at is not None:
            raise Refused("consent_withdrawn")
        return found

    def _request(self, request_id: str) -> FootageRequest:
        found = self._reader.read(lambda view: read_request(view, request_id))
        if found is None:
            raise NotFound("request_missing")
        return found

    def _consent(self, consent_id: str) -> Consent:
        found = self._reader.read(lambda view: read_consent(view, consent_id))
        if found is None:
            raise NotFound("consent_missing")
        return found
