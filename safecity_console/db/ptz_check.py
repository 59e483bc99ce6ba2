"""Looking over what is kept of steering: presets, patrols, sectors, states, leases.

Belongs here: findings in these tables. Does not belong here: pictures' files, the other tables (check.py). Invariant:
nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from safecity_console.db.ptz import (
    read_leases,
    read_patrols,
    read_presets,
    read_sectors,
    read_states,
)
from safecity_console.db.rows import Readable
from safecity_console.domain.errors import Refused
from safecity_console.domain.ptz_plan import fit_patrol, fit_sector
from safecity_console.domain.report import Problem


def ptz(view: Readable) -> Iterator[Problem]:
    """Find what does not fit; presets that a patrol names may have been deleted: it passes over them."""
    read_presets(view)
    read_states(view)
    read_leases(view)
    for patrol in read_patrols(view):
        try:
            fit_patrol(patrol, (step.preset for step in patrol.steps))
        except Refused as error:
            yield Problem("row_unfit", f"patrol {patrol.number} of camera {patrol.camera_id}", error.code)
    for sector in read_sectors(view):
        try:
            fit_sector(sector)
        except Refused as error:
            yield Problem("row_unfit", f"privacy sector {sector.id}", error.code)
