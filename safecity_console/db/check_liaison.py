"""Looking over contacts, consents and watch notices: what our own rules say of their rows.

Belongs here: findings in these tables. Does not belong here: pictures' files (services/check.py), the other tables
(check.py). Invariant: nothing is written, and no finding shows a name, a number or a plate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from safecity_console.db.consents import read_consents, read_liaison_events, read_requests
from safecity_console.db.liaison import read_committees, read_contacts, read_meetings
from safecity_console.db.rows import Readable, text
from safecity_console.db.watch_notices import read_all_notices, read_watch_events
from safecity_console.domain.errors import Refused
from safecity_console.domain.liaison import Answer, Told, fit_committee, fit_contact, fit_request
from safecity_console.domain.report import Problem
from safecity_console.domain.watch_notice import WatchTold, plate_key

T = TypeVar("T")


def liaison(view: Readable) -> Iterator[Problem]:
    """Find what does not fit among committees, contacts, requests and consents."""
    for committee in read_committees(view):
        yield from _fits(fit_committee, committee, "committee", committee.id)
    for contact in read_contacts(view):
        yield from _fits(fit_contact, contact, "contact", contact.id)
    known = {one.id for one in read_committees(view)}
    for meeting in read_meetings(view):
        if meeting.committee_id not in known:
            yield Problem("meeting_committee", f"meeting {meeting.id}", "its committee is missing")
    for request in read_requests(view):
        yield from _fits(fit_request, request, "request", request.label)
        told = {one.told for one in read_liaison_events(view, request.id)}
        if Told.REQUEST_ASKED not in told or (request.answer is not Answer.WAITING
                                              and Told.REQUEST_ANSWERED not in told):
            yield Problem("history_missing", f"request {request.label}", "the history does not tell of it")
    for consent in read_consents(view):
        told = {one.told for one in read_liaison_events(view, consent.id)}
        if Told.CONSENT_GIVEN not in told or (consent.withdrawn_at is not None and Told.CONSENT_WITHDRAWN not in told):
            yield Problem("history_missing", f"consent {consent.id}", "the history does not tell of it")


def watch_notices(view: Readable) -> Iterator[Problem]:
    """Find what does not fit among watch notices."""
    for row in view.rows("SELECT id, plate, plate_key FROM watch_notice"):
        if plate_key(text(row, "plate")) != text(row, "plate_key"):
            yield Problem("watch_plate", f"watch notice {text(row, 'id')}", "is found under another plate than its own")
    for one in read_all_notices(view):
        told = {event.told for event in read_watch_events(view, one.notice.id)}
        if WatchTold.POSTED not in told or (one.notice.end is not None and WatchTold.ENDED not in told):
            yield Problem("history_missing", f"watch notice {one.notice.label}", "the history does not tell of it")


def _fits(fit: Callable[[T], T], kept: T, kind: str, name: str) -> Iterator[Problem]:
    try:
        good = fit(kept) == kept
    except Refused as error:
        yield Problem("row_unfit", f"{kind} {name}", error.code)
        return
    if not good:
        yield Problem("row_unfit", f"{kind} {name}", "holds what would have been cleaned")
