"""Watch notices: posting, changing, ending, and who saw what.

Belongs here: permission, numbers of a station's year, the board's rows, sightings. Does not belong here: pictures'
bytes (watch_pictures.py), the incident somebody makes of a sighting (services/incidents.py), SQL.
Invariants: 1. What expired leaves the board by itself: the board is asked with the time. 2. Looking at the board is
audited once per officer's time at the desk, each search when its words are others. 3. Ended notices change no more.
4. The audit names a notice by its number, never a person's name or plate. Thread: any; posting with a picture waits for
a child process and belongs off the GUI thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.ids import new_id
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.db.watch_notices import (
    add_watch_event,
    put_notice,
    read_all_notices,
    read_board,
    read_notice,
    read_pictures,
    read_watch_events,
    watch_stamp,
)
from safecity_console.domain.access import Permission, fit_reason
from safecity_console.domain.audit import Action, Actor, Detail, Outcome, Subject
from safecity_console.domain.errors import NotFound, Refused, WorldError
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.watch_notice import (
    TEXT_MOST,
    TITLE_MOST,
    OnBoard,
    Sighting,
    WatchEnd,
    WatchEvent,
    WatchNotice,
    WatchPicture,
    WatchState,
    WatchTold,
    board_order,
    fit_notice,
    matches,
)
from safecity_console.services.desk import Desk
from safecity_console.services.events import WatchNoticesChanged
from safecity_console.services.snapshots import SnapshotService
from safecity_console.services.watch_pictures import WatchPictures


@dataclass(frozen=True, slots=True)
class Place:
    """Who numbers notices here: the station's code, and the year of a moment by the officers' clock."""

    station: Callable[[], str]
    year_of: Callable[[datetime], int]


class WatchNoticeService:
    """The watch notices of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk, pictures: WatchPictures,
                 snapshots: SnapshotService, place: Place) -> None:
        self._door, self._reader, self._bus, self._clock, self._desk = door, reader, bus, clock, desk
        self._pictures, self._snapshots, self._place = pictures, snapshots, place
        self._lock = threading.Lock()
        self._viewed = ""  # whose time at the desk the look at the board stands in the audit for
        self._searched = ("", "")
        self._stamp: int | None = None
        self.generation = 0  # another number when notices may be others

    # Looking ----------------------------------------------------------------------------------------------------------

    def board(self) -> tuple[OnBoard, ...]:
        """Give what is open now in the board's order; nothing to whom it is not for."""
        if not self._desk.may(Permission.LOG_INCIDENTS):
            return ()
        now = self._clock.now()
        return board_order(self._reader.read(lambda view: read_board(view, now)))

    def note_view(self) -> None:
        """Note that the board is looked at: once per officer's time at the desk."""
        session = self._desk.session
        whose = session.id if session is not None else self._desk.seat.value
        with self._lock:
            if whose == self._viewed or not self._desk.may(Permission.LOG_INCIDENTS):
                return
            self._viewed = whose
        labels = [one.notice.label for one in self.board()]
        self._desk.note(Action.WATCH_VIEW, Subject("watch_board"), open=len(labels), notices=labels[:50])

    def find(self, typed: str = "", state: WatchState | None = None) -> tuple[OnBoard, ...]:
        """Give notices of one state or any; typed words are audited."""
        self._desk.must(Permission.LOG_INCIDENTS, Subject("watch_notice"))
        kept, now = clean_line(typed, TITLE_MOST), self._clock.now()
        self._note_search(kept)
        every = self._reader.read(read_all_notices)
        rows = tuple(one for one in every if (state is None or one.notice.state(now) is state)
                     and (not kept or matches(one.notice, kept)))
        return board_order(rows) if state is WatchState.OPEN else rows

    def by_id(self, notice_id: str) -> OnBoard | None:
        """Find a notice; nothing to whom it is not for."""
        if not self._desk.may(Permission.LOG_INCIDENTS):
            return None
        return self._reader.read(lambda view: read_notice(view, notice_id))

    def by_label(self, label: str) -> OnBoard:
        """Find a notice by "W-001", "1", its full number or its id; raises NotFound("watch_missing")."""
        self._desk.must(Permission.LOG_INCIDENTS, Subject("watch_notice"))
        wanted = label.strip().upper()
        digits = wanted.removeprefix("W-").removeprefix("W")
        for one in self._reader.read(read_all_notices):
            notice = one.notice
            number = digits.isascii() and digits.isdigit() and digits.lstrip("0") == str(notice.serial)
            if number or wanted == notice.full_label or label == notice.id:
                return one
        raise NotFound("watch_missing")

    def history(self, notice_id: str) -> tuple[WatchEvent, ...]:
        """Give a notice's history, the newest first."""
        if not self._desk.may(Permission.LOG_INCIDENTS):
            return ()
        return self._reader.read(lambda view: read_watch_events(view, notice_id))

    def picture(self, picture: WatchPicture) -> bytes:
        """Give a picture's bytes for the board; raises Refused("picture_gone" | "picture_changed" | …)."""
        self._desk.must(Permission.LOG_INCIDENTS, Subject("watch_notice"))
        return self._pictures.read(picture)

    # Posting ----------------------------------------------------------------------------------------------------------

    def post(self, notice: WatchNotice, picture: Path | bytes | None = None) -> WatchNotice:
        """Put a notice on the board; raises Refused."""
        actor = self._desk.must(Permission.POST_WATCH, Subject("watch_notice"))
        fitted = replace(fit_notice(notice, self._clock.now()), id=new_id(), serial=0, end=None, ended_at=None)
        own = self._taken_in(picture)
        placed = replace(fitted, picture=own, station=self._place.station(), posted_by=actor.badge,
                         year=self._place.year_of(self._clock.now()))
        return self._write(lambda tx: put_notice(tx, placed), WatchTold.POSTED, actor,
                           kind=placed.kind.value, picture=own is not None)

    def change(self, notice: WatchNotice, picture: Path | bytes | None = None, drop_picture: bool = False
               ) -> WatchNotice:
        """Change an open notice; raises Refused("watch_ended"), NotFound, Conflict("changed_meanwhile")."""
        actor = self._desk.must(Permission.POST_WATCH, Subject("watch_notice", notice.id))
        fitted = fit_notice(notice, self._clock.now())
        own = self._taken_in(picture)

        def job(tx: Transaction) -> str:
            before = _open(tx, notice.id)
            shown = own or (None if drop_picture else before.picture)
            put_notice(tx, replace(before, kind=fitted.kind, title=fitted.title, description=fitted.description,
                                   plate=fitted.plate, issued_by=fitted.issued_by, expires_at=fitted.expires_at,
                                   picture=shown), notice.revision or None)
            return notice.id

        return self._write(job, WatchTold.CHANGED, actor, expires=fitted.expires_at.isoformat())

    def end(self, notice_id: str, end: WatchEnd, reason: str) -> WatchNotice:
        """Withdraw a notice or say that it was found; raises Refused("reason_missing" | "watch_ended"), NotFound."""
        actor = self._desk.must(Permission.POST_WATCH, Subject("watch_notice", notice_id))
        kept = fit_reason(clean_note(reason, TEXT_MOST))

        def job(tx: Transaction) -> str:
            before = _open(tx, notice_id)
            put_notice(tx, replace(before, end=end, ended_at=tx.now, ended_by=actor.badge, end_reason=kept))
            return notice_id

        return self._write(job, WatchTold.ENDED, actor, {"end": end.value, "reason": kept}, end=end.value)

    # Seeing -----------------------------------------------------------------------------------------------------------

    def seen(self, sighting: Sighting) -> WatchNotice:
        """Add who saw it; raises Refused("watch_ended" | "seen_ahead"), NotFound("watch_missing").

        A snapshot that cannot be taken is told in the line, not refused: the sighting counts.
        """
        actor = self._desk.must(Permission.LOG_INCIDENTS, Subject("watch_notice", sighting.notice_id))
        now = self._clock.now()
        if sighting.seen_at is not None and sighting.seen_at > now:
            raise Refused("seen_ahead")
        content = {"note": clean_note(sighting.note, TEXT_MOST), **self._snapshot(sighting)}

        def job(tx: Transaction) -> str:
            _open(tx, sighting.notice_id)
            add_watch_event(tx, sighting.notice_id, WatchTold.SEEN, actor.badge, sighting.seen_at or now,
                            sighting.camera_id, content)
            return sighting.notice_id

        return self._write(job, None, actor, seen=True, camera=sighting.camera_id)

    def link_incident(self, notice_id: str, incident_id: str, label: str) -> None:
        """Note that an incident came of a notice; the incident's own link is its service's."""
        actor = self._desk.must(Permission.LOG_INCIDENTS, Subject("watch_notice", notice_id))
        content = {"incident_id": incident_id[:36], "label": clean_line(label, 40)}
        self._write(lambda tx: _there(tx, notice_id), WatchTold.INCIDENT, actor, content, incident=incident_id[:36])

    def _note_search(self, text: str) -> None:
        """Note what was looked for; a page that renews itself with the same words is not noted again."""
        whose = (self._desk.session.id if self._desk.session is not None else "", text)
        with self._lock:
            if whose == self._searched:
                return
            self._searched = whose
        if text:
            self._desk.note(Action.SEARCH, Subject("watch_notice"), text=text)

    def look(self) -> None:
        """Tell of what another process (`watch add`) wrote under an open console."""
        stamp = self._reader.read(watch_stamp)
        before, self._stamp = self._stamp, stamp
        if before is not None and before != stamp:
            self.generation += 1
            self._bus.publish(WatchNoticesChanged())

    def _snapshot(self, sighting: Sighting) -> dict[str, str]:
        if not sighting.with_snapshot or not sighting.camera_id:
            return {}
        try:
            taken = self._snapshots.take(sighting.camera_id)
        except (WorldError, OSError):
            return {"snapshot": ""}
        return {"snapshot": taken.path.name, "pixels_sha256": taken.sha256}

    def _taken_in(self, picture: Path | bytes | None) -> WatchPicture | None:
        if picture is None:
            return None
        self._pictures.sweep({one.path for one in self._reader.read(read_pictures)}, self._clock.now().timestamp())
        return self._pictures.keep(picture) if isinstance(picture, bytes) else self._pictures.take_in(picture)

    def _write(self, change: Callable[[Transaction], str], told: WatchTold | None, actor: Actor,
               content: Mapping[str, str] | None = None, **detail: Detail) -> WatchNotice:
        def job(tx: Transaction) -> str:
            notice_id = change(tx)
            if told is not None:
                add_watch_event(tx, notice_id, told, actor.badge, content=content)
            found = read_notice(tx, notice_id)
            label = found.notice.label if found is not None else ""
            self._desk.append(tx, Action.WATCH_NOTICE, Subject("watch_notice", label or notice_id), Outcome.DONE, actor,
                              told=told.value if told is not None else WatchTold.SEEN.value, id=notice_id, **detail)
            return notice_id

        notice_id = self._door.write(job)
        self._stamp = self._reader.read(watch_stamp)
        self.generation += 1
        self._bus.publish(WatchNoticesChanged())
        found = self._reader.read(lambda view: read_notice(view, notice_id))
        if found is None:
            raise NotFound("watch_missing")
        return found.notice


def _there(tx: Transaction, notice_id: str) -> str:
    if read_notice(tx, notice_id) is None:
        raise NotFound("watch_missing")
    return notice_id


def _open(tx: Transaction, notice_id: str) -> WatchNotice:
    found = read_notice(tx, notice_id)
    if found is None:
        raise NotFound("watch_missing")
    if found.notice.end is not None:
        raise Refused("watch_ended", label=found.notice.label)
    return found.notice
