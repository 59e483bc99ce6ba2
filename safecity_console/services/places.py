"""Places of the registry: adding, changing, removing what nothing hangs on.

Belongs here: the use cases of a place by itself. Does not belong here: places that come with a camera (cameras.py),
SQL (db/registry.py), what a fit place is (domain/site.py).
Invariants: 1. A place that a camera (a removed one too), an incident, a contact or a committee names is never removed.
2. Who edits needs EDIT_PLACES; what he did stands in the audit by the same commit. Thread: any; writing waits for the
disk.
"""

from __future__ import annotations

from safecity_console.db.registry import put_site, remove_site
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.camera import Site
from safecity_console.domain.errors import NotFound
from safecity_console.domain.site import fit_site
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk


class PlaceService:
    """The places of one district; the registry keeps them."""

    def __init__(self, desk: Desk, cameras: CameraService) -> None:
        self._desk, self._cameras = desk, cameras

    def places(self) -> tuple[Site, ...]:
        """Give the places by name."""
        return self._cameras.sites()

    def by_id(self, site_id: str) -> Site | None:
        """Find a place."""
        return next((one for one in self._cameras.sites() if one.id == site_id), None)

    def put(self, site: Site) -> Site:
        """Keep a place, a new one where its id is empty; gives it as it is kept now.

        Raises Refused("place_name" | "place_half" | "place_range"), NotFound("place_missing"),
        Conflict("place_taken" | "changed_meanwhile").
        """
        actor = self._desk.must(Permission.EDIT_PLACES, Subject("place", site.id[:36]))
        fitted = fit_site(site)
        known = self._must_be(site.id) if site.id else None
        moved = known is not None and (known.latitude, known.longitude) != (fitted.latitude, fitted.longitude)

        def job(transaction: Transaction) -> str:
            site_id = put_site(transaction, fitted)
            self._desk.append(transaction, Action.PLACE, Subject("place", site_id), Outcome.DONE, actor,
                              name=fitted.name, new=not site.id, moved=moved)
            return site_id

        site_id = self._cameras.write_places(job, site.id)
        return self._must_be(site_id)

    def remove(self, site_id: str) -> None:
        """Remove a place that nothing hangs on; raises NotFound("place_missing"), Conflict("place_in_use")."""
        actor = self._desk.must(Permission.EDIT_PLACES, Subject("place", site_id[:36]))
        known = self._must_be(site_id)

        def job(transaction: Transaction) -> str:
            remove_site(transaction, site_id)
            self._desk.append(transaction, Action.PLACE, Subject("place", site_id), Outcome.DONE, actor,
                              name=known.name, removed=True)
            return site_id

        self._cameras.write_places(job, site_id)

    def _must_be(self, site_id: str) -> Site:
        site = self.by_id(site_id)
        if site is None:
            raise NotFound("place_missing")
        return site
