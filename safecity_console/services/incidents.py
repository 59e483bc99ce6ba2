"""Incidents: everything a screen or a verb may ask of them, in one service.

Belongs here: joining the parts. Does not belong here: their work: incident_core.py (the frame of a deed),
incident_entry.py (entering), incident_steps.py (life cycle and units), incident_work.py (notes, fields, checklist,
links), incident_evidence.py (people, files, clips, seals), incident_views.py (looking).
Invariants: those of the parts. Thread: any; what writes waits for the disk.
"""

from __future__ import annotations

from safecity_console.services.incident_core import Around, ClipKeeper, RowsOnly
from safecity_console.services.incident_entry import IncidentEntry
from safecity_console.services.incident_evidence import IncidentEvidence
from safecity_console.services.incident_steps import IncidentSteps
from safecity_console.services.incident_views import IncidentViews
from safecity_console.services.incident_work import IncidentWork

__all__ = ["Around", "ClipKeeper", "IncidentService", "RowsOnly"]


class IncidentService(IncidentEntry, IncidentSteps, IncidentWork, IncidentEvidence, IncidentViews):
    """The incidents of one workstation."""
