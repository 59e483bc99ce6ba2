"""The sentences of the audit by action, marked for translation; the richest first, the last needs only {who}.

Belongs here: the texts. Does not belong here: choosing and filling them (audit_texts.py).
Places: who; about, camera, cameras, incident, permission, why; else a key of the entry's detail.
"""

from __future__ import annotations

from safecity_console.domain.audit import Action
from safecity_console.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[Action, tuple[str, ...]] = {
    Action.SETUP: (
        QT_TRANSLATE_NOOP("audit", "The console was set up; {about} became its first administrator."),
        QT_TRANSLATE_NOOP("audit", "{who} set the console up."),
    ),
    Action.STARTED: (
        QT_TRANSLATE_NOOP("audit", "The console was started, version {version}."),
        QT_TRANSLATE_NOOP("audit", "{who} was started."),
    ),
    Action.STOPPED: (QT_TRANSLATE_NOOP("audit", "{who} was stopped."),),
    Action.CLOCK: (
        QT_TRANSLATE_NOOP("audit", "The clock of this computer was set from {before} to {after}."),
        QT_TRANSLATE_NOOP("audit", "{who} noticed that the clock of this computer was set."),
    ),
    Action.SIGN_IN: (QT_TRANSLATE_NOOP("audit", "{who} signed in."),),
    Action.SIGN_OUT: (QT_TRANSLATE_NOOP("audit", "{who} signed out."),),
    Action.LOCK: (QT_TRANSLATE_NOOP("audit", "{who} locked the console."),),
    Action.UNLOCK: (QT_TRANSLATE_NOOP("audit", "{who} unlocked the console."),),
    Action.COUNTERSIGN: (
        QT_TRANSLATE_NOOP("audit", "{second} agreed to what {who} was about to do: {reason}"),
        QT_TRANSLATE_NOOP("audit", "{who} gave his password to sign."),
    ),
    Action.OFFICER_ADD: (
        QT_TRANSLATE_NOOP("audit", "{who} added officer {about} as {role}."),
        QT_TRANSLATE_NOOP("audit", "{who} added officer {about}."),
        QT_TRANSLATE_NOOP("audit", "{who} added an officer."),
    ),
    Action.OFFICER_CHANGE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed officer {about}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed an officer."),
    ),
    Action.PASSWORD: (
        QT_TRANSLATE_NOOP("audit", "{who} set a password or PIN of {about}."),
        QT_TRANSLATE_NOOP("audit", "{who} set a password or PIN."),
    ),
    Action.ROLE_CHANGE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed what the role {about} may do."),
        QT_TRANSLATE_NOOP("audit", "{who} changed what a role may do."),
    ),
    Action.GROUP_CHANGE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed the camera group {name}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a camera group."),
    ),
    Action.REFUSAL: (QT_TRANSLATE_NOOP("audit", "{who} was refused."),),
    Action.VIEW: (
        QT_TRANSLATE_NOOP("audit", "{who} viewed cameras {cameras}."),
        QT_TRANSLATE_NOOP("audit", "{who} viewed camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} began to view cameras {began}."),
        QT_TRANSLATE_NOOP("audit", "{who} viewed cameras {ended} no longer."),
        QT_TRANSLATE_NOOP("audit", "{who} viewed cameras."),
    ),
    Action.SNAPSHOT: (
        QT_TRANSLATE_NOOP("audit", "{who} took a snapshot of camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} took a snapshot."),
    ),
    Action.PTZ: (
        QT_TRANSLATE_NOOP("audit", "{who} moved camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} moved a camera."),
    ),
    Action.PTZ_TAKE: (
        QT_TRANSLATE_NOOP("audit", "{who} took camera {camera} over from {lost_by}."),
        QT_TRANSLATE_NOOP("audit", "{who} took camera {camera} in hand."),
        QT_TRANSLATE_NOOP("audit", "{who} took a camera in hand."),
    ),
    Action.PTZ_PRESET: (
        QT_TRANSLATE_NOOP("audit", "{who} changed preset {preset} of camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed presets or home of camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a preset."),
    ),
    Action.PTZ_PATROL: (
        QT_TRANSLATE_NOOP("audit", "{who} changed, started or ended patrol {patrol} of camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed, started or ended a patrol."),
    ),
    Action.PTZ_SECTOR: (
        QT_TRANSLATE_NOOP("audit", "{who} changed the privacy sectors of camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed privacy sectors."),
    ),
    Action.CAMERA_EVENT: (
        QT_TRANSLATE_NOOP("audit", "{who} called what camera {camera} told no concern."),
        QT_TRANSLATE_NOOP("audit", "{who} called what a camera told no concern."),
    ),
    Action.CAMERA_ADD: (
        QT_TRANSLATE_NOOP("audit", "{who} added camera {camera}, {name}."),
        QT_TRANSLATE_NOOP("audit", "{who} added camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} added a camera."),
    ),
    Action.CAMERA_CHANGE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed camera {camera}: {changed}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a camera."),
    ),
    Action.CAMERA_REMOVE: (
        QT_TRANSLATE_NOOP("audit", "{who} removed camera {camera}, {name}."),
        QT_TRANSLATE_NOOP("audit", "{who} removed camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} removed a camera."),
    ),
    Action.CAMERA_IMPORT: (
        QT_TRANSLATE_NOOP("audit", "{who} took a list of cameras in; added: {added}; changed: {changed}."),
        QT_TRANSLATE_NOOP("audit", "{who} took a list of cameras in; added: {added}."),
        QT_TRANSLATE_NOOP("audit", "{who} took a list of cameras in; changed: {changed}."),
        QT_TRANSLATE_NOOP("audit", "{who} took a list of cameras in."),
    ),
    Action.WALL_CHANGE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed the walls and layouts: {about}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed the walls and layouts."),
    ),
    Action.SETTING: (
        QT_TRANSLATE_NOOP("audit", "{who} set “{about}” from {before} to {value}."),
        QT_TRANSLATE_NOOP("audit", "{who} set “{about}” to {value}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed the setting “{about}”."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a setting."),
    ),
    Action.KEYS: (
        QT_TRANSLATE_NOOP("audit", "{who} gave the command {about} the keys {keys}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed the keys."),
    ),
    Action.STICK: (
        QT_TRANSLATE_NOOP("audit", "{who} gave the joystick “{reset_stick}” its first arrangement again."),
        QT_TRANSLATE_NOOP("audit", "{who} changed how the joystick “{stick}” is used."),
        QT_TRANSLATE_NOOP("audit", "{who} changed how a joystick is used."),
    ),
    Action.SEARCH: (
        QT_TRANSLATE_NOOP("audit", "{who} searched for “{text}” and found {found}."),
        QT_TRANSLATE_NOOP("audit", "{who} searched for “{text}”."),
        QT_TRANSLATE_NOOP("audit", "{who} searched."),
    ),
    Action.EXPORT: (
        QT_TRANSLATE_NOOP("audit", "{who} wrote {rows} rows into the file {file}."),
        QT_TRANSLATE_NOOP("audit", "{who} wrote the file {file}."),
        QT_TRANSLATE_NOOP("audit", "{who} wrote a file."),
    ),
    Action.PRINT: (
        QT_TRANSLATE_NOOP("audit", "{who} printed {kind}."),
        QT_TRANSLATE_NOOP("audit", "{who} printed {about}."),
        QT_TRANSLATE_NOOP("audit", "{who} printed a paper."),
    ),
    Action.INCIDENT_NEW: (
        QT_TRANSLATE_NOOP("audit", "{who} entered incident {incident}, {severity}."),
        QT_TRANSLATE_NOOP("audit", "{who} entered incident {incident}."),
        QT_TRANSLATE_NOOP("audit", "{who} entered an incident."),
    ),
    Action.INCIDENT_VIEW: (
        QT_TRANSLATE_NOOP("audit", "{who} read incident {incident}."),
        QT_TRANSLATE_NOOP("audit", "{who} read an incident."),
    ),
    Action.INCIDENT_STEP: (
        QT_TRANSLATE_NOOP("audit", "{who} took incident {incident} from {before} to {to}."),
        QT_TRANSLATE_NOOP("audit", "{who} took incident {incident} to {to}."),
        QT_TRANSLATE_NOOP("audit", "{who} took incident {incident} a step further."),
        QT_TRANSLATE_NOOP("audit", "{who} took an incident a step further."),
    ),
    Action.INCIDENT_CHANGE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed incident {incident}: {fields}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed incident {incident}; unit {unit}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed incident {incident}; camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed incident {incident}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed an incident."),
    ),
    Action.INCIDENT_NOTE: (
        QT_TRANSLATE_NOOP("audit", "{who} added a note to incident {incident}."),
        QT_TRANSLATE_NOOP("audit", "{who} added a note to an incident."),
    ),
    Action.SEALED_OPEN: (
        QT_TRANSLATE_NOOP("audit", "{who} opened the sealed identities of incident {incident}."),
        QT_TRANSLATE_NOOP("audit", "{who} opened sealed identities."),
    ),
    Action.MISCONDUCT_VIEW: (QT_TRANSLATE_NOOP("audit", "{who} read a case of misconduct."),),
    Action.CLIP_LOCK: (
        QT_TRANSLATE_NOOP("audit", "{who} locked footage of camera {camera} for incident {incident}."),
        QT_TRANSLATE_NOOP("audit", "{who} locked footage of camera {camera}."),
        QT_TRANSLATE_NOOP("audit", "{who} locked footage."),
    ),
    Action.CLIP_UNLOCK: (
        QT_TRANSLATE_NOOP("audit", "{who} and {second} unlocked footage: {reason}"),
        QT_TRANSLATE_NOOP("audit", "{who} unlocked footage."),
    ),
    Action.PROCEDURE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed the checklist or response times of {about}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a checklist or response times."),
    ),
    Action.PLACE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed the place {name}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a place."),
    ),
    Action.UNIT: (
        QT_TRANSLATE_NOOP("audit", "{who} changed the unit {name}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a unit."),
    ),
    Action.CONTACT: (QT_TRANSLATE_NOOP("audit", "{who} changed a contact, committee or complaint."),),
    Action.CONSENT: (QT_TRANSLATE_NOOP("audit", "{who} changed a footage request or a consent."),),
    Action.WATCH_NOTICE: (
        QT_TRANSLATE_NOOP("audit", "{who} changed watch notice {label}."),
        QT_TRANSLATE_NOOP("audit", "{who} changed a watch notice."),
    ),
    Action.WATCH_VIEW: (
        QT_TRANSLATE_NOOP("audit", "{who} saw watch notice {label}."),
        QT_TRANSLATE_NOOP("audit", "{who} saw a watch notice."),
    ),
    Action.SHIFT_TAKE: (QT_TRANSLATE_NOOP("audit", "{who} took over the shift."),),
    Action.SHIFT_LOG: (QT_TRANSLATE_NOOP("audit", "{who} wrote into the running log."),),
    Action.SHIFT_HANDOVER: (QT_TRANSLATE_NOOP("audit", "{who} signed the handover."),),
    Action.SHIFT_END: (QT_TRANSLATE_NOOP("audit", "{who} ended the shift."),),
    Action.AUDIT_READ: (
        QT_TRANSLATE_NOOP("audit", "{who} read the audit of {badge}."),
        QT_TRANSLATE_NOOP("audit", "{who} looked in the audit for “{text}”."),
        QT_TRANSLATE_NOOP("audit", "{who} read the audit."),
    ),
    Action.AUDIT_VERIFY: (
        QT_TRANSLATE_NOOP("audit", "{who} verified the audit; its {rows} entries are whole."),
        QT_TRANSLATE_NOOP("audit", "{who} verified the audit."),
    ),
    Action.AUDIT_BREAK: (
        QT_TRANSLATE_NOOP("audit", "At its start the console found the audit broken ({kind}); it had known {known}."),
        QT_TRANSLATE_NOOP("audit", "At its start the console found the audit broken ({kind})."),
        QT_TRANSLATE_NOOP("audit", "{who} found the audit broken."),
    ),
    Action.AUDIT_BREAK_SEEN: (
        QT_TRANSLATE_NOOP("audit", "{who} took note of what the start found in the audit ({kind})."),
        QT_TRANSLATE_NOOP("audit", "{who} took note of what a start found in the audit."),
    ),
    Action.DISCOVER: (
        QT_TRANSLATE_NOOP("audit", "{who} looked for cameras in the network; found: {found}."),
        QT_TRANSLATE_NOOP("audit", "{who} looked for cameras in the network."),
    ),
    Action.ONBOARD: (
        QT_TRANSLATE_NOOP("audit", "{who} read the device at {host}: {maker} {model}."),
        QT_TRANSLATE_NOOP("audit", "{who} read a camera's device."),
    ),
    Action.RESTORE: (
        QT_TRANSLATE_NOOP(
            "audit", "{who} and {second} restored the database from {file}; entries up to {left} were left behind."),
        QT_TRANSLATE_NOOP(
            "audit", "{who} restored the database from {file}; the entries up to {left} were left behind."),
        QT_TRANSLATE_NOOP("audit", "{who} began to restore the database."),
    ),
}

REFUSED: dict[Action, tuple[str, ...]] = {
    Action.REFUSAL: (
        QT_TRANSLATE_NOOP("audit", "{who} was refused, camera {camera}: {permission}. {why}"),
        QT_TRANSLATE_NOOP("audit", "{who} was refused: {permission}. {why}"),
        QT_TRANSLATE_NOOP("audit", "{who} was refused. {why}"),
        QT_TRANSLATE_NOOP("audit", "{who} was refused."),
    ),
    Action.SIGN_IN: (
        QT_TRANSLATE_NOOP("audit", "A sign-in as {about} was refused, wrong try {failures}."),
        QT_TRANSLATE_NOOP("audit", "A sign-in as {about} was refused. {why}"),
        QT_TRANSLATE_NOOP("audit", "A sign-in as {about} was refused."),
        QT_TRANSLATE_NOOP("audit", "A sign-in was refused."),
    ),
    Action.UNLOCK: (QT_TRANSLATE_NOOP("audit", "{who} could not unlock the console."),),
    Action.COUNTERSIGN: (
        QT_TRANSLATE_NOOP("audit", "The agreement of {second} to what {who} was about to do was refused. {why}"),
        QT_TRANSLATE_NOOP("audit", "A signature of {about} was refused. {why}"),
        QT_TRANSLATE_NOOP("audit", "A signature beside {who} was refused."),
    ),
}

FAILED: dict[Action, tuple[str, ...]] = {
    Action.AUDIT_VERIFY: (
        QT_TRANSLATE_NOOP("audit", "{who} verified the audit; {flaws} flaws were found."),
        QT_TRANSLATE_NOOP("audit", "{who} verified the audit; flaws were found."),
    ),
    Action.SEALED_OPEN: (QT_TRANSLATE_NOOP("audit", "{who} could not open sealed identities."),),
}
