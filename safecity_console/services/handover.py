"""Handing a shift over: the draft, who takes over, what he opened, both signatures.

Belongs here: permission, act, audit, publish. Does not belong here: filling the form (handover_form.py), taking duty
from nobody (shifts.py), words, printing.
Invariants: 1. Nobody signs before the incoming officer opened each S1 and S2 as it stands now. 2. Both passwords are
given at the signing; what both signed, the end of one duty, the beginning of the other and their audit rows are one
commit. 3. The audit's head in the content is the one before these rows. 4. Until that commit the outgoing officer is on
duty; the draft outlives a power cut, who identified himself does not.
Thread: any; `form`, `identify` and `sign` are not the GUI's: history is read, Argon2 is paid.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.secrets import Secret
from safecity_console.db.audit import read_head
from safecity_console.db.door import Door
from safecity_console.db.handovers import (
    append_handover,
    begin_checks,
    drop_draft,
    put_draft,
    read_draft,
    read_handover,
    read_handovers,
)
from safecity_console.db.reader import Reader
from safecity_console.db.shifts import append_line, close_shift, now_of, open_shift, read_hours, read_open_shift
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Conflict, Refused
from safecity_console.domain.handover_content import content_of, form_of
from safecity_console.domain.incident import Category
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.domain.roster import CODE_MOST, STANDARD_HOURS, Window, proposed, window
from safecity_console.domain.shift import (
    Began,
    Ended,
    HandoverDraft,
    HandoverForm,
    HandoverRecord,
    LineKind,
    Shift,
    Signature,
    fit_notes,
    sha256_of,
)
from safecity_console.services.access import AccessService
from safecity_console.services.desk import Desk, Session
from safecity_console.services.events import ShiftChanged
from safecity_console.services.handover_form import FormFiller, Incoming, OpenIncidents, without_misconduct
from safecity_console.services.shift_checks import ShiftChecks


class HandoverService:
    """The handovers of one console."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk, access: AccessService,
                 zone: Callable[[], tzinfo], filler: FormFiller, incidents: OpenIncidents,
                 checks: ShiftChecks) -> None:
        self._door, self._reader, self._bus, self._clock = door, reader, bus, clock
        self._desk, self._access, self._zone, self._filler = desk, access, zone, filler
        self._incidents, self._checks = incidents, checks
        self._incoming: Incoming | None = None
        self._log = get_logger("handover")

    # The draft --------------------------------------------------------------------------------------------------------

    @property
    def incoming(self) -> Incoming | None:
        """Give who identified himself to take over."""
        return self._incoming

    def draft(self) -> HandoverDraft | None:
        """Give the draft of the running shift's handover."""
        shift = self._reader.read(read_open_shift)
        return None if shift is None else self._reader.read(lambda view: read_draft(view, shift.id))

    def begin(self) -> HandoverDraft:
        """Begin to prepare, or go on with what was kept; raises Refused("shift_nobody" | "shift_not_yours")."""
        shift = self._own_shift()
        if self.draft() is None:
            self._change(lambda draft: draft)
            self._bus.publish(ShiftChanged())
        return self.draft() or HandoverDraft("", shift.id)

    def keep(self, events: str | None = None, remarks: str | None = None, incoming_remarks: str | None = None,
             next_code: str | None = None) -> None:
        """Keep what was written; parts that are None stay as they are. Raises Refused."""
        self._own_shift()

        def kept(draft: HandoverDraft) -> HandoverDraft:
            return replace(
                draft, events=draft.events if events is None else fit_notes(events),
                remarks=draft.remarks if remarks is None else fit_notes(remarks),
                incoming_remarks=draft.incoming_remarks if incoming_remarks is None else fit_notes(incoming_remarks),
                next_code=draft.next_code if next_code is None else next_code[:CODE_MOST])

        self._change(kept)

    def drop(self) -> None:
        """Give the handover up; the shift goes on."""
        shift = self._own_shift()
        self._door.write(lambda tx: drop_draft(tx, shift.id))
        self._incoming = None
        self._bus.publish(ShiftChanged())

    def identify(self, badge: str, password: Secret) -> Incoming:
        """Let the incoming officer say who he is.

        Raises Refused("incoming_same" | "incoming_unfit" | "shift_not_yours") and as `sign_in` does.
        """
        shift = self._own_shift()
        officer, role = self._access.who_is(badge, password)
        if officer.id == shift.officer_id:
            raise Refused("incoming_same")
        if Permission.TAKE_DUTY not in role.permissions:
            self._desk.note(Action.REFUSAL, Subject("shift", shift.id), Outcome.REFUSED,
                            Actor(officer.badge, officer.name, role.code), reason="incoming_unfit")
            raise Refused("incoming_unfit")
        self._change(lambda draft: draft if draft.incoming_id == officer.id
                     else replace(draft, incoming_id=officer.id, opened={}, incoming_remarks=""))
        self._incoming = Incoming(officer, role)
        self._bus.publish(ShiftChanged())
        return self._incoming

    def step_back(self) -> None:
        """Let the incoming officer leave the form; the outgoing one prepares on."""
        self._incoming = None
        self._bus.publish(ShiftChanged())

    # The form ---------------------------------------------------------------------------------------------------------

    def form(self) -> HandoverForm:
        """Give the form as it stands now; raises Refused("shift_nobody")."""
        shift = self._reader.read(read_open_shift)
        if shift is None:
            raise Refused("shift_nobody")
        draft = self.draft() or HandoverDraft("", shift.id)
        return self._filler.fill(shift, draft, self._window(draft.next_code, shift.code), self._incoming,
                                 self._clock.now())

    def open(self, incident_id: str) -> IncidentDetail:
        """Open an incident for the incoming officer, which is noted on the form; raises Refused."""
        self._own_shift()
        incoming = self._incoming
        if incoming is None:
            raise Refused("handover_nobody")
        if incident_id not in {one.id for one in self.form().incidents}:
            raise Refused("handover_incident")
        detail = self._incidents.detail(incident_id)
        actor = _actor(incoming)

        def job(tx: Transaction) -> None:
            shift, draft = self._open_draft(tx)
            put_draft(tx, replace(draft, opened={**draft.opened, incident_id: detail.incident.revision}))
            misconduct = detail.incident.category is Category.MISCONDUCT
            self._desk.append(tx, Action.MISCONDUCT_VIEW if misconduct else Action.INCIDENT_VIEW,
                              Subject("incident", incident_id), Outcome.DONE, actor, handover=shift.id)

        self._door.write(job)
        self._bus.publish(ShiftChanged())
        return detail

    def past(self) -> tuple[HandoverRecord, ...]:
        """Give the signed handovers, newest first; raises Refused("not_permitted")."""
        self._desk.must(Permission.TAKE_DUTY, Subject("handover"))
        return self._reader.read(read_handovers)

    def read(self, record_id: str) -> HandoverForm:
        """Give what was signed; raises NotFound, Refused("handover_changed" | "handover_unreadable")."""
        self._desk.must(Permission.TAKE_DUTY, Subject("handover", record_id[:40]))
        record = self._reader.read(lambda view: read_handover(view, record_id))
        if not record.whole:
            raise Refused("handover_changed")
        form, session = form_of(record.content), self._desk.session
        own = session is not None and session.officer.badge in (record.outgoing, record.incoming)
        return form if own or self._desk.may(Permission.SEE_MISCONDUCT) else without_misconduct(form)

    # Signing ----------------------------------------------------------------------------------------------------------

    def sign(self, outgoing: Secret, incoming: Secret) -> HandoverRecord:
        """Take both signatures; duty passes, and the incoming officer sits at the desk.

        Raises Refused("handover_nobody" | "handover_unopened", count=…, labels=…) and as `sign_in` does.
        """
        shift, taker = self._own_shift(), self._incoming
        if taker is None:
            raise Refused("handover_nobody")
        form = self.form()
        if form.to_open:
            labels = ", ".join(one.label for one in form.to_open[:10])
            raise Refused("handover_unopened", count=len(form.to_open), labels=labels)
        session = self._confirmed(outgoing, "outgoing")
        taker = self._again(taker, incoming)
        signed = replace(form, incoming_badge=taker.officer.badge, incoming_name=taker.officer.name)
        record = self._door.write(lambda tx: self._pass(tx, shift, signed, session, taker))
        self._incoming = None
        self._seat(taker, incoming)
        self._checks.fill()
        return record

    def _pass(self, tx: Transaction, shift: Shift, form: HandoverForm, session: Session,
              taker: Incoming) -> HandoverRecord:
        """Write it all: one job, one commit."""
        now, officer = now_of(tx), taker.officer
        if self._open_draft(tx)[0].id != shift.id:
            raise Conflict("shift_ended")
        head, ended = read_head(tx), close_shift(tx, shift.id, Ended.HANDOVER)
        giver = session.officer
        final = replace(
            form, shift=ended, made_at=now, head=head,
            outgoing_signature=Signature(giver.badge, giver.name, giver.rank, session.role.code, now),
            incoming_signature=Signature(officer.badge, officer.name, officer.rank, taker.role.code, now))
        content = content_of(final)
        sha256 = sha256_of(content)
        begun = open_shift(tx, officer, self._window(form.next_code, shift.code), Began.HANDOVER)
        begin_checks(tx, begun.id, self._checks.items())
        record = HandoverRecord("", shift.id, begun.id, giver.badge, officer.badge, now, content, sha256)
        record = replace(record, id=append_handover(tx, record))
        append_line(tx, shift.id, LineKind.HANDED_OVER, giver.badge, content={
            "officer": officer.name, "badge": officer.badge, "sha256": sha256})
        append_line(tx, begun.id, LineKind.TAKEN, officer.badge, content={"code": begun.code, "from": giver.name})
        drop_draft(tx, shift.id)
        self._desk.append(tx, Action.SHIFT_HANDOVER, Subject("shift", shift.id), Outcome.DONE, session.actor,
                          incoming=officer.badge, sha256=sha256, handover=record.id)
        self._desk.append(tx, Action.SHIFT_TAKE, Subject("shift", begun.id), Outcome.DONE, _actor(taker),
                          code=begun.code, outgoing=giver.badge, sha256=sha256, clock_stepped=begun.clock_stepped)
        return record

    def _seat(self, taker: Incoming, password: Secret) -> None:
        """Give the desk over; duty has passed already, so a refusal here only leaves the desk empty."""
        try:
            self._access.sign_in(taker.officer.badge, password)
        except Refused as error:
            self._log.warning("incoming_not_signed_in", code=error.code)
            self._access.sign_out("handover")

    def _confirmed(self, password: Secret, side: str) -> Session:
        try:
            return self._access.confirm(password)
        except Refused as error:
            raise Refused(error.code, **{**error.figures, "side": side}) from None

    def _again(self, taker: Incoming, password: Secret) -> Incoming:
        try:
            officer, role = self._access.who_is(taker.officer.badge, password)
        except Refused as error:
            raise Refused(error.code, **{**error.figures, "side": "incoming"}) from None
        if Permission.TAKE_DUTY not in role.permissions:
            raise Refused("incoming_unfit")
        return Incoming(officer, role)

    # Parts ------------------------------------------------------------------------------------------------------------

    def _own_shift(self) -> Shift:
        """Give the running shift of the officer who sits here; raises Refused."""
        shift = self._reader.read(read_open_shift)
        self._desk.must(Permission.TAKE_DUTY, Subject("shift", "" if shift is None else shift.id))
        if shift is None:
            raise Refused("shift_nobody")
        session = self._desk.session
        if session is None or session.officer.id != shift.officer_id:
            raise Refused("shift_not_yours", officer=shift.officer, badge=shift.badge)
        return shift

    def _change(self, change: Callable[[HandoverDraft], HandoverDraft]) -> None:
        self._door.write(lambda tx: put_draft(tx, change(self._open_draft(tx)[1])))

    def _open_draft(self, tx: Transaction) -> tuple[Shift, HandoverDraft]:
        shift = read_open_shift(tx)
        if shift is None:
            raise Refused("shift_nobody")
        return shift, read_draft(tx, shift.id) or HandoverDraft("", shift.id)

    def _window(self, code: str, after: str) -> Window:
        plan, now = self._reader.read(read_hours) or STANDARD_HOURS, self._clock.now()
        named = next((one for one in plan if one.code == code), None)
        return proposed(plan, now, self._zone(), after) if named is None else window(named, now, self._zone())


def _actor(incoming: Incoming) -> Actor:
    return Actor(incoming.officer.badge, incoming.officer.name, incoming.role.code)

