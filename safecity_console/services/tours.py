"""Tours kept on this workstation.

Belongs here: listing, saving, ordering, deleting, which was started last. Does not belong here: running one
(ui/wall/touring.py), SQL.
Invariants: 1. `ToursChanged` is published after the commit. 2. A stored tour that cannot be read is skipped with a log
line. 3. Whoever changes one needs ARRANGE_WALL, and it is in the audit by the same commit; which was started last is
the console's own note. What is true after a crash: every tour is as it was saved last. Thread: any.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from safecity_console.core.bus import Bus
from safecity_console.core.logs import get_logger
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.tours import TourRow, delete_tour, note_used, order_tours, put_tour, read_tours
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Detail, Outcome, Subject
from safecity_console.domain.errors import NotFound
from safecity_console.domain.tour import SavedTour, Tour, tour_name
from safecity_console.services.desk import Desk
from safecity_console.services.events import ToursChanged


class TourService:
    """The tours of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk) -> None:
        self._door, self._reader, self._bus, self._desk = door, reader, bus, desk
        self._lock = threading.Lock()
        self._rows = _readable(reader.read(read_tours))

    def tours(self) -> tuple[SavedTour, ...]:
        """Give the tours in the officers' order."""
        return tuple(saved for saved, _used in self._rows)

    def find(self, tour_id: str) -> SavedTour | None:
        """Give a tour by its id."""
        return next((one for one in self.tours() if one.id == tour_id), None)

    def last_used(self) -> SavedTour | None:
        """Give the tour that was started last, else the first; None where there is none."""
        rows = self._rows
        return max(rows, key=lambda row: row[1])[0] if rows else None

    def save(self, tour: Tour, tour_id: str | None = None, expected_revision: int | None = None) -> SavedTour:
        """Save a new tour, or another content of a kept one.

        Raises Conflict("tour_name_taken" | "changed_meanwhile"), NotFound("tour_missing").
        """
        kept_id = self._audited(lambda tx: put_tour(tx, tour, tour_id, expected_revision), "save", tour.name,
                                steps=len(tour.steps))
        found = self.find(kept_id)
        if found is None:
            raise NotFound("tour_missing")
        return found

    def rename(self, tour_id: str, name: str) -> None:
        """Rename a tour; raises Refused("tour_name"), Conflict("tour_name_taken"), NotFound("tour_missing")."""
        found = self.find(tour_id)
        if found is None:
            raise NotFound("tour_missing")
        self.save(replace(found.tour, name=tour_name(name)), tour_id)

    def delete(self, tour_id: str) -> None:
        """Delete a tour; raises NotFound("tour_missing")."""
        found = self.find(tour_id)
        self._audited(lambda tx: delete_tour(tx, tour_id), "delete", found.tour.name if found is not None else "")

    def reorder(self, tour_ids: Sequence[str]) -> None:
        """Put the tours into this order."""
        self._audited(lambda tx: order_tours(tx, tour_ids), "order")

    def note_used(self, tour_id: str) -> None:
        """Note that a tour was started; nothing is written where it was the last one already."""
        used = {saved.id: count for saved, count in self._rows}
        if used.get(tour_id) and used[tour_id] == max(used.values()):
            return
        self._change(lambda tx: note_used(tx, tour_id))

    def _audited(self, job: Callable[[Transaction], str | None], deed: str, name: str = "", **detail: Detail) -> str:
        about = Subject("tour", name)
        actor = self._desk.must(Permission.ARRANGE_WALL, about)

        def audited(transaction: Transaction) -> str | None:
            made = job(transaction)
            self._desk.append(transaction, Action.WALL_CHANGE, about, Outcome.DONE, actor, deed=deed, **detail)
            return made

        return self._change(audited)

    def _change(self, job: Callable[[Transaction], str | None]) -> str:
        with self._lock:
            made = self._door.write(job)
            self._rows = _readable(self._reader.read(read_tours))
        self._bus.publish(ToursChanged())
        return made or ""


def _readable(rows: tuple[TourRow, ...]) -> tuple[tuple[SavedTour, int], ...]:
    for row in rows:
        if row.saved is None:
            get_logger("tours").warning("stored_tour_unreadable", tour=row.name)
    return tuple((row.saved, row.used) for row in rows if row.saved is not None)
