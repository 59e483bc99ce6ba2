"""The camera registry: who is in it, adding, changing, removing, importing, logins.

Belongs here: the use cases and the snapshot everybody reads. Does not belong here: SQL (db/registry.py), CSV
(camera_csv.py), streams (streams.py), what a valid camera is (domain/camera.py).
Invariants: 1. The snapshot is immutable and replaced whole, after the commit. 2. Passwords go to the safe and come
out by `login` only. 3. An import is one transaction; a dry run writes nothing. 4. Events are published after the
snapshot. 5. Who edits needs EDIT_CAMERAS; what he did stands in the audit by the same commit, without addresses.
Thread: any. Calls that write wait for the disk (some ms); keep them off the GUI thread where many follow each
other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.login import Login
from safecity_console.core.secrets import Secret
from safecity_console.db.door import Door
from safecity_console.db.history import close_open
from safecity_console.db.reader import Reader
from safecity_console.db.registry import (
    insert_camera,
    put_sealed,
    put_seen,
    read_cameras,
    read_sealed,
    read_sites,
    remove_camera,
    site_named,
    update_camera,
)
from safecity_console.db.rows import Readable
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.camera import Camera, CameraDraft, Site, StreamRole
from safecity_console.domain.errors import Conflict, NotFound, VaultLocked
from safecity_console.domain.report import ImportReport
from safecity_console.services import camera_csv
from safecity_console.services.camera_plan import Plan, Planned, Verb, plan_import
from safecity_console.services.desk import Desk
from safecity_console.services.drafts import Prepared, draft_of, prepare, reaches_otherwise
from safecity_console.services.events import CamerasChanged
from safecity_console.services.safe import Safe

IMPORT_TIMEOUT_S = 60.0
REGISTRY = Subject("cameras")


@dataclass(frozen=True, slots=True)
class _Snapshot:
    cameras: tuple[Camera, ...]
    sites: tuple[Site, ...]
    by_id: MappingProxyType[str, Camera]
    by_number: MappingProxyType[int, Camera]
    site_by_id: MappingProxyType[str, Site]


def _snapshot(view: Readable) -> _Snapshot:
    cameras, sites = read_cameras(view), read_sites(view)
    return _Snapshot(
        cameras,
        sites,
        MappingProxyType({c.id: c for c in cameras}),
        MappingProxyType({c.number: c for c in cameras}),
        MappingProxyType({s.id: s for s in sites}),
    )


class CameraService:
    """The registry's use cases over one database."""

    def __init__(self, door: Door, reader: Reader, safe: Safe, bus: Bus, clock: Clock, desk: Desk) -> None:
        self._door = door
        self._reader = reader
        self._safe = safe
        self._bus = bus
        self._clock = clock
        self._desk = desk
        self._lock = threading.RLock()  # writes one after another, so that a snapshot never goes back
        self._now = reader.read(_snapshot)

    def cameras(self) -> tuple[Camera, ...]:
        """Give all cameras by number."""
        return self._now.cameras

    def sites(self) -> tuple[Site, ...]:
        """Give all sites by name."""
        return self._now.sites

    def by_id(self, camera_id: str) -> Camera | None:
        """Find a camera by id."""
        return self._now.by_id.get(camera_id)

    def by_number(self, number: int) -> Camera | None:
        """Find a camera by number."""
        return self._now.by_number.get(number)

    def draft(self, camera: Camera) -> CameraDraft:
        """Give a camera as a draft for `change`, its site's coordinates included."""
        return draft_of(camera, self._now.site_by_id.get(camera.site_id or ""))

    def add(self, draft: CameraDraft, password: Secret | None = None) -> Camera:
        """Add a camera; raises Refused, Conflict("number_taken")."""
        actor, about = self._must(draft.number)
        prepared = prepare(draft, password)

        def job(transaction: Transaction) -> str:
            camera_id = self._insert(transaction, prepared, move_site=True)
            self._desk.append(transaction, Action.CAMERA_ADD, about, Outcome.DONE, actor, name=prepared.draft.name)
            return camera_id

        with self._lock:
            camera_id = self._door.write(job)
            self._reload()
        self._bus.publish(CamerasChanged(added=frozenset({camera_id})))
        return self._known(camera_id)

    def change(self, camera_id: str, draft: CameraDraft, password: Secret | None, revision: int) -> Camera:
        """Change a camera; `password` None keeps it, an empty one forgets it.

        Raises Refused, NotFound("camera_missing"), Conflict("changed_meanwhile" | "number_taken").
        """
        known = self._known(camera_id)
        actor, about = self._must(known.number)
        prepared = prepare(draft, password)
        with self._lock:
            before = self._known(camera_id)
            if before.revision != revision:
                raise Conflict("changed_meanwhile", kind="camera", expected=revision, found=before.revision)
            if prepared.draft == self.draft(before) and prepared.password is None:
                return before
            changed = _changed_fields(self.draft(before), prepared)

            def job(transaction: Transaction) -> None:
                self._update(transaction, before, prepared, move_site=True)
                self._desk.append(transaction, Action.CAMERA_CHANGE, about, Outcome.DONE, actor, changed=changed)

            self._door.write(job)
            self._reload()
        login = prepared.password is not None or reaches_otherwise(draft_of(before), prepared.draft)
        touched = frozenset({camera_id})
        self._bus.publish(CamerasChanged(changed=touched, login_changed=touched if login else frozenset()))
        return self._known(camera_id)

    def remove(self, camera_id: str) -> None:
        """Take a camera out of the registry; its history stays. Raises NotFound("camera_missing")."""

        camera = self._known(camera_id)
        actor, about = self._must(camera.number)

        def job(transaction: Transaction) -> None:
            remove_camera(transaction, camera_id)
            close_open(transaction, self._clock.now(), camera_id)
            self._desk.append(transaction, Action.CAMERA_REMOVE, about, Outcome.DONE, actor, name=camera.name)

        with self._lock:
            self._door.write(job)
            self._reload()
        self._bus.publish(CamerasChanged(removed=frozenset({camera_id})))

    def login(self, camera_id: str) -> Login:
        """Give user and password of a camera; raises NotFound("camera_missing"), VaultLocked."""
        camera = self._known(camera_id)
        sealed = self._reader.read(lambda view: read_sealed(view, camera_id))
        return Login(camera.user, Secret("") if sealed is None else self._safe.open(sealed, camera_id))

    def note_seen(self, camera_id: str, role: StreamRole, codec: str, width: int, height: int) -> None:
        """Keep what a stream turned out to be; does not wait and publishes nothing (the picture says it already)."""
        self._door.submit(lambda tx: put_seen(tx, camera_id, role, codec, width, height))

    def import_csv(self, source: Path | str, dry_run: bool = False) -> ImportReport:
        """Take in a CSV file (Path) or its text (str): good lines kept, others refused with line and reason.

        Raises Refused where the database does; what is wrong with the file is in the report.
        """
        actor = self._desk.must(Permission.EDIT_CAMERAS, REGISTRY)
        parsed = camera_csv.read(source)
        with self._lock:
            plan = plan_import(parsed, self._now.by_number, self._now.site_by_id, self._same_password)
            if dry_run or not plan.steps:
                return plan.report
            ids = self._door.write(lambda tx: self._carry_out(tx, plan, actor), IMPORT_TIMEOUT_S)
            self._reload()
        self._bus.publish(ids)
        return plan.report

    def export_csv(self) -> str:
        """Give the registry as CSV text without passwords; `import_csv` takes it back unchanged. Raises Refused."""
        actor, now = self._desk.must(Permission.EDIT_CAMERAS, REGISTRY), self._now
        self._desk.note(Action.EXPORT, REGISTRY, Outcome.DONE, actor, cameras=len(now.cameras), form="csv")
        return camera_csv.write(draft_of(c, now.site_by_id.get(c.site_id or "")) for c in now.cameras)

    def write_places(self, job: Callable[[Transaction], str], site_id: str) -> str:
        """Write a place by `job` (services/places.py decides) and tell its cameras; gives the job's place."""
        with self._lock:
            written = self._door.write(job)
            self._reload()
        touched = frozenset(one.id for one in self._now.cameras if site_id and one.site_id == site_id)
        self._bus.publish(CamerasChanged(changed=touched))
        return written

    def reload(self) -> None:
        """Read the registry anew, as when another process (the command line) wrote it, and tell what changed."""
        with self._lock:
            before = self._now
            self._reload()
            event = _difference(before, self._now)
        if event != CamerasChanged():
            self._bus.publish(event)

    def _must(self, number: int) -> tuple[Actor, Subject]:
        about = Subject("camera", str(number))
        return self._desk.must(Permission.EDIT_CAMERAS, about), about

    def _known(self, camera_id: str) -> Camera:
        camera = self._now.by_id.get(camera_id)
        if camera is None:
            raise NotFound("camera_missing")
        return camera

    def _reload(self) -> None:
        self._now = self._reader.read(_snapshot)

    def _insert(self, transaction: Transaction, prepared: Prepared, move_site: bool) -> str:
        site_id = site_named(transaction, prepared.draft, move_site)
        camera_id = insert_camera(transaction, prepared.draft, site_id)
        if prepared.password:
            put_sealed(transaction, camera_id, self._safe.seal(prepared.password, camera_id))
        return camera_id

    def _update(self, transaction: Transaction, before: Camera, prepared: Prepared, move_site: bool) -> None:
        site_id = site_named(transaction, prepared.draft, move_site)
        update_camera(transaction, before.id, prepared.draft, site_id, before.revision)
        if prepared.password is not None:
            sealed = self._safe.seal(prepared.password, before.id) if prepared.password else None
            put_sealed(transaction, before.id, sealed)

    def _carry_out(self, transaction: Transaction, plan: Plan, actor: Actor) -> CamerasChanged:
        added, changed, login_changed = set(), set(), set()
        for step in plan.steps:
            if step.verb is Verb.ADD or step.before is None:
                added.add(self._insert(transaction, step.prepared, move_site=False))
                continue
            self._update(transaction, step.before, step.prepared, move_site=False)
            changed.add(step.before.id)
            if _login_touched(step):
                login_changed.add(step.before.id)
        report = plan.report
        self._desk.append(transaction, Action.CAMERA_IMPORT, REGISTRY, Outcome.DONE, actor, added=list(report.added),
                          changed=list(report.changed), refused=len(report.refused))
        return CamerasChanged(frozenset(added), frozenset(changed), frozenset(), frozenset(login_changed))

    def _same_password(self, camera: Camera, password: Secret) -> bool:
        try:
            return self.login(camera.id).password == password
        except VaultLocked:
            return False


def _changed_fields(before: CameraDraft, prepared: Prepared) -> list[str]:
    """Give the names of what is another now; addresses and passwords themselves stand in no audit."""
    now = prepared.draft
    names = [one.name for one in fields(CameraDraft) if getattr(before, one.name) != getattr(now, one.name)]
    return names if prepared.password is None else [*names, "password"]


def _login_touched(step: Planned) -> bool:
    if step.prepared.password is not None or step.before is None:
        return True
    return reaches_otherwise(draft_of(step.before), step.prepared.draft)


def _difference(before: _Snapshot, now: _Snapshot) -> CamerasChanged:
    both = before.by_id.keys() & now.by_id.keys()
    changed = {one for one in both if before.by_id[one] != now.by_id[one]}
    added, removed = now.by_id.keys() - both, before.by_id.keys() - both
    # Whether a password is among what changed cannot be seen from here: each change may be one of the login.
    return CamerasChanged(frozenset(added), frozenset(changed), frozenset(removed), frozenset(changed))
