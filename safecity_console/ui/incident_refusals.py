"""Refusals about incidents, procedures and units in words.

Belongs here: code to sentence. Does not belong here: showing them (refusals.py), the command line's words.
"""

from __future__ import annotations

from safecity_console.ui.marked import QT_TRANSLATE_NOOP

INCIDENT_REFUSALS: dict[str, str] = {
    "incident_missing": QT_TRANSLATE_NOOP("refusals", "There is no such incident."),
    "incident_already": QT_TRANSLATE_NOOP("refusals", "The incident stands there already."),
    "incident_ended": QT_TRANSLATE_NOOP("refusals", "This incident has ended; only a supervisor's review reopens it."),
    "incident_what": QT_TRANSLATE_NOOP("refusals", "Say in a few words what happened."),
    "incident_site": QT_TRANSLATE_NOOP("refusals", "There is no such place any more."),
    "incident_why": QT_TRANSLATE_NOOP("refusals", "Say why it was a false alarm."),
    "incident_outcome": QT_TRANSLATE_NOOP("refusals", "Say how it ended before it is closed."),
    "incident_duplicate_of": QT_TRANSLATE_NOOP("refusals", "Name the incident that this one repeats."),
    "incident_transfer_to": QT_TRANSLATE_NOOP("refusals", "Say to whom the incident is handed over."),
    "incident_force_why": QT_TRANSLATE_NOOP(
        "refusals", "Something required is still open; give the reason why it goes on all the same."),
    "duplicate_missing": QT_TRANSLATE_NOOP("refusals", "The incident that this one repeats is not there."),
    "duplicate_circle": QT_TRANSLATE_NOOP("refusals", "An incident cannot repeat itself, not even by way of others."),
    "duplicate_unfit": QT_TRANSLATE_NOOP(
        "refusals", "A case of misconduct and another incident never repeat each other."),
    "time_unreadable": QT_TRANSLATE_NOOP(
        "refusals", "This time cannot be read; write 14:35, or 21 14:35 for a day, or -10 for ten minutes ago."),
    "minutes_unreadable": QT_TRANSLATE_NOOP("refusals", "Write the minutes as a number."),
    "time_future": QT_TRANSLATE_NOOP("refusals", "This time lies in the future."),
    "time_too_old": QT_TRANSLATE_NOOP("refusals", "This time lies too far back."),
    "time_before": QT_TRANSLATE_NOOP("refusals", "This time lies before what it follows."),
    "hold_time": QT_TRANSLATE_NOOP("refusals", "A hold ends in the future, {most_days} days from now at the latest."),
    "hold_none": QT_TRANSLATE_NOOP("refusals", "The incident is not on hold."),
    "note_empty": QT_TRANSLATE_NOOP("refusals", "The note is empty."),
    "called_back": QT_TRANSLATE_NOOP("refusals", "The caller was called back already."),
    "tick_missing": QT_TRANSLATE_NOOP("refusals", "This step is no longer on the checklist."),
    "field_unknown": QT_TRANSLATE_NOOP("refusals", "An incident has no field “{field}” that can be changed."),
    "field_unfit": QT_TRANSLATE_NOOP("refusals", "This value does not fit."),
    "misconduct_apart": QT_TRANSLATE_NOOP(
        "refusals", "Misconduct is entered on its own; no other incident becomes it or ceases to be it."),
    "link_kind": QT_TRANSLATE_NOOP("refusals", "This cannot be linked to an incident."),
    "link_self": QT_TRANSLATE_NOOP("refusals", "An incident is not linked to itself."),
    "link_misconduct": QT_TRANSLATE_NOOP(
        "refusals", "Link it from the case of misconduct, where nobody else reads of it."),
    "camera_unlinked": QT_TRANSLATE_NOOP("refusals", "This camera does not stand in the incident."),
    "party_name": QT_TRANSLATE_NOOP("refusals", "A person or vehicle needs a name, a plate or a description."),
    "party_many": QT_TRANSLATE_NOOP("refusals", "An incident names {most} people and vehicles at most."),
    "party_missing": QT_TRANSLATE_NOOP("refusals", "This person or vehicle no longer stands in the incident."),
    "seal_locked": QT_TRANSLATE_NOOP(
        "refusals", "The vault is locked, so this identity can be neither sealed nor opened."),
    "file_large": QT_TRANSLATE_NOOP("refusals", "The file is larger than {most_mb} MB."),
    "clip_span": QT_TRANSLATE_NOOP("refusals", "A recording is kept from an earlier to a later time."),
    "clip_many": QT_TRANSLATE_NOOP("refusals", "An incident keeps {most} recordings at most."),
    "clip_missing": QT_TRANSLATE_NOOP("refusals", "This recording is no longer kept for the incident."),
    "unit_name": QT_TRANSLATE_NOOP("refusals", "A unit's name has 1 to {longest} letters."),
    "place_name": QT_TRANSLATE_NOOP("refusals", "A site's name has 1 to {longest} letters."),
    "place_taken": QT_TRANSLATE_NOOP("refusals", "Another place has this name."),
    "place_missing": QT_TRANSLATE_NOOP("refusals", "There is no such place any more."),
    "place_in_use": QT_TRANSLATE_NOOP(
        "refusals", "Cameras, incidents or contacts belong to this place, perhaps from earlier; it stays."),
    "unit_taken": QT_TRANSLATE_NOOP("refusals", "Another unit has this name."),
    "unit_missing": QT_TRANSLATE_NOOP("refusals", "There is no such unit in service."),
    "unit_told": QT_TRANSLATE_NOOP("refusals", "Unit {name} is on its way already."),
    "unit_there": QT_TRANSLATE_NOOP("refusals", "Unit {name} has arrived already."),
    "unit_clear": QT_TRANSLATE_NOOP("refusals", "Unit {name} is free already."),
    "unit_many": QT_TRANSLATE_NOOP("refusals", "At most {most} units are sent to one incident."),
    "procedure_steps": QT_TRANSLATE_NOOP("refusals", "A checklist has {most} steps at most."),
    "procedure_text": QT_TRANSLATE_NOOP("refusals", "Each step of a checklist has 1 to {longest} letters."),
    "procedure_call_back": QT_TRANSLATE_NOOP("refusals", "A caller is called back within a minute to a week."),
    "targets_unfit": QT_TRANSLATE_NOOP(
        "refusals", "Targets are times of a second to a week, and dispatch does not come before acknowledging."),
}
