"""What may become of a console's officers and roles: who must always be left, what one person may not do alone.

Belongs here: pure rules over the officers and roles before and after a change. Does not belong here: what a permission
allows (access.py), writing (services/officers.py).
Invariants: 1. There is always an active officer who can make officers. 2. Where somebody else could agree, nobody comes
to administer or to agree without that, and the last one who could agree does not go without it: one person alone can
neither make himself an ally nor be rid of the only witness. 3. Nobody adds to his own rights alone. 4. Nobody alone
gives a password to one who could agree, where a third could: whoever gives it can sign in with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from safecity_console.domain.access import SECOND_NEEDS, Officer, Permission, Role, TwoPerson
from safecity_console.domain.errors import Refused

AGREEING = SECOND_NEEDS[TwoPerson.ADD_ADMINISTRATOR]


@dataclass(frozen=True, slots=True)
class Staff:
    """All officers and roles at one moment."""

    officers: tuple[Officer, ...] = ()
    roles: tuple[Role, ...] = ()

    def rights(self, officer_id: str) -> frozenset[Permission]:
        """Give what an officer may do; nothing while he is inactive."""
        role_id = next((one.role_id for one in self.officers if one.id == officer_id and one.active), None)
        return next((role.permissions for role in self.roles if role.id == role_id), frozenset())

    def able_to_agree(self, first_id: str) -> frozenset[str]:
        """Give the officers, besides the first, who may agree to a new administrator."""
        return frozenset(one.id for one in self.officers if one.id != first_id and self.rights(one.id) & AGREEING)

    def has_administrator(self) -> bool:
        """Tell whether anybody can make officers."""
        return any(Permission.MANAGE_OFFICERS in self.rights(one.id) for one in self.officers)


def needs_second(before: Staff, after: Staff, acting_id: str) -> bool:
    """Tell whether a change needs a second officer; raises Refused("own_role" | "last_administrator")."""
    if after.officers and not after.has_administrator():
        raise Refused("last_administrator")
    role_ids = {one.role_id for staff in (before, after) for one in staff.officers if one.id == acting_id}
    if len(role_ids) > 1:
        raise Refused("own_role")
    others = before.able_to_agree(acting_id)
    if after.rights(acting_id) - before.rights(acting_id):
        if not others:
            raise Refused("own_role")
        return True
    gained = any((after.rights(one.id) - before.rights(one.id)) & AGREEING for one in after.officers)
    return bool(others) and (gained or not after.able_to_agree(acting_id))


def password_needs_second(staff: Staff, acting_id: str, officer_id: str) -> bool:
    """Tell whether giving another officer a password needs a second one."""
    others = staff.able_to_agree(acting_id)
    return officer_id in others and len(others) > 1
