"""People, vehicles, files and footage of an incident.

Belongs here: parties, files, clip locks, opening what is sealed, the note that it was printed. Does not belong here:
the cipher's use (incident_seal.py), bytes on the disk (incident_files.py), footage itself (later).
Invariants: 1. No line of a timeline and no audit row holds a party's texts. 2. What is sealed is shown only after its
opening stands in the timeline and the audit, on the disk. 3. A lock is given up by two officers, misconduct's by those
who see misconduct. 4. What concerns evidence may be done to an ended incident.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from safecity_console.core.ids import new_id
from safecity_console.db.incident_parts import (
    insert_clip,
    insert_file,
    put_party,
    read_clips,
    read_parties,
    read_sealed_parties,
    release_clip,
)
from safecity_console.db.incidents import read_sealed
from safecity_console.db.officers import read_officers, read_roles
from safecity_console.db.transaction import Table
from safecity_console.domain.access import Permission, TwoPerson, chain_of
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.errors import NotFound, Refused, WorldError
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.incident import SEALED_MOST, Category
from safecity_console.domain.incident_parts import ClipLock, EventKind, IncidentFile, Party, PartyKind, PartyRole
from safecity_console.domain.staff import Staff
from safecity_console.services.desk import Approval
from safecity_console.services.incident_core import Act, IncidentCore
from safecity_console.services.incident_entry import NAME_MOST, told_of
from safecity_console.services.incident_seal import open_all, seal_party
from safecity_console.services.snapshots import SnapshotFile

PARTIES_MOST, FILES_MOST, CLIPS_MOST = 100, 200, 200


class IncidentEvidence(IncidentCore):
    """Parties, files and footage of incidents."""

    def add_party(self, incident_id: str, kind: PartyKind, role: PartyRole, name: str, more: str = "",
                  seal: bool = False) -> Party:
        """Add a person or vehicle, sealed where asked or where the incident is; raises Refused("party_name" | …)."""
        party = Party(new_id(), kind, role, clean_line(name, NAME_MOST), clean_note(more, SEALED_MOST))
        if not party.name and not party.more:
            raise Refused("party_name")
        kept: list[Party] = []

        def deed(act: Act) -> None:
            if len(read_parties(act.tx, act.id)) >= PARTIES_MOST:
                raise Refused("party_many", most=PARTIES_MOST)
            sealed = seal_party(self._around.safe, act.id, party) if seal or act.incident.sealed else None
            put_party(act.tx, act.id, party, sealed)
            act.found_anew = True
            act.tell(EventKind.PARTY_ADDED, kind=kind.value, role=role.value, sealed=sealed is not None)
            act.audit(Action.INCIDENT_CHANGE, party=role.value, sealed=sealed is not None)
            kept.extend(one for one in read_parties(act.tx, act.id) if one.id == party.id)

        self._act(incident_id, Permission.LOG_INCIDENTS, deed)
        return kept[0]

    def remove_party(self, incident_id: str, party_id: str) -> None:
        """Take a party out; raises NotFound("party_missing")."""

        def deed(act: Act) -> None:
            party = next((one for one in read_parties(act.tx, act.id) if one.id == party_id), None)
            if party is None:
                raise NotFound("party_missing")
            act.tx.delete(Table.INCIDENT_PARTY, party_id)
            act.found_anew = True
            act.tell(EventKind.PARTY_REMOVED, kind=party.kind.value, role=party.role.value, sealed=party.sealed)
            act.audit(Action.INCIDENT_CHANGE, party=party.role.value, removed=True)

        self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    def open_sealed(self, incident_id: str) -> Mapping[str, str]:
        """Open the identities: caller_name, caller_phone, "party:<id>:name", "party:<id>:more".

        Raises Refused("seal_locked"), which is audited; nothing is given before its opening is on the disk.
        """
        opened: dict[str, str] = {}

        def deed(act: Act) -> None:
            opened.update(open_all(self._around.safe, act.incident, read_sealed(act.tx, act.id),
                                   read_sealed_parties(act.tx, act.id)))
            act.tell(EventKind.SEALED_OPENED)
            act.audit(Action.SEALED_OPEN)

        try:
            self._act(incident_id, Permission.OPEN_SEALED, deed, also_ended=True)
        except Refused as error:
            if error.code == "seal_locked":
                self._desk.note_now(Action.SEALED_OPEN, Subject("incident", incident_id), Outcome.FAILED)
            raise
        return dict(opened)

    def add_file(self, incident_id: str, source: Path | SnapshotFile, kind: str = "file",
                 camera_id: str = "") -> IncidentFile:
        """Keep a copy of a file with its SHA-256; raises Refused("file_*")."""
        path, taken_at = (source.path, source.taken_at) if isinstance(source, SnapshotFile) else (source, None)
        self._desk.must(Permission.LOG_INCIDENTS, Subject("incident", incident_id[:36]))
        if len(incident_id) != 36 or not all(c.isalnum() or c == "-" for c in incident_id):
            raise NotFound("incident_missing")
        file = self._files.keep(incident_id, path, kind, camera_id, taken_at)

        def deed(act: Act) -> None:
            insert_file(act.tx, act.id, file)
            act.tell(EventKind.FILE_ADDED, kind=file.kind, name=file.name, sha256=file.sha256)
            act.audit(Action.INCIDENT_CHANGE, file_sha256=file.sha256, bytes=file.bytes)

        try:
            self._act(incident_id, Permission.LOG_INCIDENTS, deed)
        except WorldError as error:
            if not (isinstance(error, Refused) and error.code == "database_slow"):
                self._files.drop(file)
            raise
        return file

    def file_path(self, file: IncidentFile) -> Path:
        """Give where a file lies on this machine."""
        return self._files.place(file.path)

    def lock_clip(self, incident_id: str, camera_id: str, from_at: datetime, to_at: datetime,
                  until: datetime | None = None, reason: str = "") -> ClipLock:
        """Keep a camera's recording of a span; raises Refused("clip_span" | "clip_many"), NotFound."""
        camera = self._around.cameras.by_id(camera_id)
        if camera is None:
            raise NotFound("camera_unknown")
        if not from_at < to_at or (until is not None and until < to_at):
            raise Refused("clip_span")
        clip = ClipLock(new_id(), incident_id, camera_id, from_at, to_at, until, clean_line(reason, 500))

        def deed(act: Act) -> None:
            if len(read_clips(act.tx, act.id)) >= CLIPS_MOST:
                raise Refused("clip_many", most=CLIPS_MOST)
            insert_clip(act.tx, clip)
            act.tell(EventKind.CLIP_LOCKED, camera_id=camera_id, number=camera.number, **told_of(clip))
            act.audit(Action.CLIP_LOCK, camera=camera.number, from_at=from_at.isoformat(), to_at=to_at.isoformat())

        self._act(incident_id, Permission.WORK_INCIDENTS, deed, also_ended=True)
        self._around.keeper.keep(clip)
        return clip

    def unlock_clip(self, incident_id: str, clip_id: str, approval: Approval | None) -> None:
        """Give a lock up, by two officers; raises Refused("second_officer_needed" | "clip_missing" | …)."""

        def deed(act: Act) -> None:
            clip = next((one for one in read_clips(act.tx, act.id) if one.id == clip_id), None)
            if clip is None or clip.released_at is not None:
                raise NotFound("clip_missing")
            if act.incident.category is Category.MISCONDUCT and Permission.SEE_MISCONDUCT not in act.eyes.permissions:
                raise Refused("incident_ssp_only")
            if approval is not None and self._concerns(act, approval.second):
                raise Refused("second_unfit", action=approval.action.value, badge=approval.second)
            second = self._desk.spend(approval, TwoPerson.UNLOCK_EVIDENCE)
            release_clip(act.tx, clip_id)
            act.tell(EventKind.CLIP_UNLOCKED, camera_id=clip.camera_id, **second)
            act.audit(Action.CLIP_UNLOCK, **second)

        self._act(incident_id, Permission.UNLOCK_EVIDENCE, deed, also_ended=True)
        self._around.keeper.release(clip_id)

    def _concerns(self, act: Act, badge: str) -> bool:
        """Tell whether a case of misconduct names this officer, or one who reports to him and he may not see it."""
        staff = Staff(read_officers(act.tx), read_roles(act.tx))
        chain = chain_of(act.incident.named_officer_id, staff.officers)
        return any(one.badge == badge and one.id in chain
                   and (one.id == act.incident.named_officer_id
                        or Permission.SEE_MISCONDUCT not in staff.rights(one.id)) for one in staff.officers)

    def printed(self, incident_id: str, paper: str) -> None:
        """Note that a paper of an incident was made ("pdf", "transfer", "preserve"), before it is handed out."""
        kept = clean_line(paper, 60)

        def deed(act: Act) -> None:
            act.tell(EventKind.PRINTED, paper=kept)
            act.audit(Action.PRINT, paper=kept)

        self._act(incident_id, Permission.PRINT_REPORTS, deed, also_ended=True)
