"""Whose eyes look at incidents now: the seat's permissions and, for misconduct, who reports to whom.

Belongs here: joining the desk with the rule of sight. Does not belong here: the rule (domain/incident.py), its SQL
(db/incidents.py).
Invariants: 1. An empty or locked desk sees nothing. 2. Officers are read only where an incident of misconduct asks for
them. Thread: one call's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from safecity_console.db.incidents import Sight
from safecity_console.db.officers import read_officers
from safecity_console.db.reader import Reader
from safecity_console.domain.access import BADGE_MOST, Officer, Permission, chain_of
from safecity_console.domain.audit import Actor
from safecity_console.domain.incident import Incident, sees
from safecity_console.services.desk import Desk


@dataclass(frozen=True)
class Eyes:
    """One officer's sight, for one call."""

    officer_id: str
    badge: str
    permissions: frozenset[Permission]
    _reader: Reader = field(repr=False)

    def sees(self, incident: Incident) -> bool:
        """Tell whether he may know of it."""
        chain = chain_of(incident.named_officer_id, self._officers) if incident.named_officer_id else frozenset[str]()
        return sees(incident, self.officer_id, self.badge, self.permissions, chain)

    @cached_property
    def sight(self) -> Sight:
        """Give the rule for a statement."""
        every = Permission.SEE_MISCONDUCT in self.permissions
        below = frozenset() if every else frozenset(
            one.id for one in self._officers if self.officer_id in chain_of(one.id, self._officers))
        return Sight(self.officer_id, self.badge, every, below)

    @cached_property
    def _officers(self) -> tuple[Officer, ...]:
        return self._reader.read(read_officers)


def eyes_of(desk: Desk, reader: Reader, actor: Actor) -> Eyes:
    """Give the eyes of who acts; where another sits down meanwhile they see nothing."""
    session, permissions = desk.session, desk.permissions
    if actor.session != ("" if session is None else session.id):
        permissions = frozenset()
    return Eyes("" if session is None else session.officer.id, who(actor), permissions, reader)


def who(actor: Actor) -> str:
    """Give the word an incident keeps of who did something: his badge, or "setup" while there are no officers."""
    return actor.badge or actor.name[:BADGE_MOST]
