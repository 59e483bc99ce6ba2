"""A sighting from the board, and the incident made of it.

Belongs here: doing both in the right order. Does not belong here: the notice (watch_notices.py), the incident
(incidents.py).
Invariants: 1. The sighting is on the disk before an incident is tried: what an officer saw is never lost to a refusal.
2. Incident and notice name each other. What is true after a crash: a sighting without its incident, or an incident that
does not name the notice yet; neither is wrong. Thread: any; blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from safecity_console.domain.errors import WorldError
from safecity_console.domain.incident import Category, Incident, IncidentDraft
from safecity_console.domain.watch_notice import Sighting, WatchNotice, incident_of
from safecity_console.services.cameras import CameraService
from safecity_console.services.watch_notices import WatchNoticeService


class LinkingBook(Protocol):
    """What a sighting needs of the incidents."""

    def enter(self, draft: IncidentDraft) -> Incident:
        """Enter an incident."""
        ...

    def link(self, incident_id: str, kind: str, other_id: str, label: str) -> None:
        """Link another thing to it."""
        ...


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of a sighting; `refused`: why there is no incident where one was wanted."""

    notice: WatchNotice
    incident: Incident | None = None
    refused: WorldError | None = None


class SightingService:
    """Notes sightings, and links notices and incidents on both sides."""

    def __init__(self, notices: WatchNoticeService, incidents: LinkingBook, cameras: CameraService) -> None:
        self._notices, self._incidents, self._cameras = notices, incidents, cameras

    def link(self, incident: Incident, label: str) -> WatchNotice:
        """Link a notice, by its number, to an incident; raises Refused, NotFound("watch_missing").

        The notice's own history, which everybody reads, tells of it unless the incident is a case of misconduct.
        """
        notice = self._notices.by_label(label).notice
        self._incidents.link(incident.id, "watch_notice", notice.id, notice.label)
        if incident.category is not Category.MISCONDUCT:
            self._notices.link_incident(notice.id, incident.id, incident.label)
        return notice

    def note(self, sighting: Sighting, with_incident: bool = False) -> Noted:
        """Note a sighting, and enter an incident of it where that is wanted; raises Refused, NotFound."""
        notice = self._notices.seen(sighting)
        if not with_incident:
            return Noted(notice)
        camera = self._cameras.by_id(sighting.camera_id)
        draft = incident_of(notice, sighting, camera.site_name if camera is not None else "",
                            (camera.site_id or "") if camera is not None else "")
        try:
            incident = self._incidents.enter(draft)
            self._incidents.link(incident.id, "watch_notice", notice.id, notice.label)
            self._notices.link_incident(notice.id, incident.id, incident.label)
        except WorldError as error:
            return Noted(notice, None, error)
        return Noted(notice, incident)
