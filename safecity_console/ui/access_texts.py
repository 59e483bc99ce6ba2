"""Words of roles, permissions, officers and what needs two of them.

Belongs here: titles and meanings by code, how an officer and a role are named on screen. Does not belong here: what a
role allows (domain/access.py), refusals (refusals.py).
Invariants: 1. Every permission and every action of two officers has its words (a test counts them). 2. What is shown
of a person is data: isolated, never a pattern. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.access import Officer, Permission, Role, TwoPerson
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.marked import QT_TRANSLATE_NOOP

PERMISSION_TEXTS: dict[Permission, tuple[str, str]] = {
    Permission.VIEW_LIVE: (
        QT_TRANSLATE_NOOP("permissions", "See cameras"),
        QT_TRANSLATE_NOOP("permissions", "Live pictures and sound, of all cameras or of some groups.")),
    Permission.ARRANGE_WALL: (
        QT_TRANSLATE_NOOP("permissions", "Arrange the wall"),
        QT_TRANSLATE_NOOP("permissions", "Layouts, saved walls, tours and other screens.")),
    Permission.SNAPSHOT: (
        QT_TRANSLATE_NOOP("permissions", "Take snapshots"),
        QT_TRANSLATE_NOOP("permissions", "Keep single pictures, of all cameras or of some groups.")),
    Permission.EDIT_CAMERAS: (
        QT_TRANSLATE_NOOP("permissions", "Edit cameras"),
        QT_TRANSLATE_NOOP("permissions", "Add, change, import and remove cameras with their logins.")),
    Permission.EDIT_SETTINGS: (
        QT_TRANSLATE_NOOP("permissions", "Change settings"),
        QT_TRANSLATE_NOOP("permissions", "Settings of this console and its keys.")),
    Permission.LOG_INCIDENTS: (
        QT_TRANSLATE_NOOP("permissions", "Log incidents"),
        QT_TRANSLATE_NOOP("permissions", "Enter and read incidents, and add notes.")),
    Permission.WORK_INCIDENTS: (
        QT_TRANSLATE_NOOP("permissions", "Work incidents"),
        QT_TRANSLATE_NOOP("permissions", "Take incidents through their steps, send units, hold and link.")),
    Permission.REVIEW_INCIDENTS: (
        QT_TRANSLATE_NOOP("permissions", "Review incidents"),
        QT_TRANSLATE_NOOP("permissions", "A supervisor's review; resolve with steps open, and reopen.")),
    Permission.OPEN_SEALED: (
        QT_TRANSLATE_NOOP("permissions", "Open sealed identities"),
        QT_TRANSLATE_NOOP("permissions", "Identities of women and children; every opening is kept in the audit.")),
    Permission.SEE_MISCONDUCT: (
        QT_TRANSLATE_NOOP("permissions", "See police misconduct"),
        QT_TRANSLATE_NOOP("permissions", "Cases about officers; never shown to whom they name.")),
    Permission.EDIT_PROCEDURES: (
        QT_TRANSLATE_NOOP("permissions", "Edit procedures"),
        QT_TRANSLATE_NOOP("permissions", "Checklists, categories and response targets.")),
    Permission.EDIT_PLACES: (
        QT_TRANSLATE_NOOP("permissions", "Edit places"),
        QT_TRANSLATE_NOOP("permissions", "Sites, units, contacts and committees.")),
    Permission.TAKE_COMPLAINTS: (
        QT_TRANSLATE_NOOP("permissions", "Take complaints"),
        QT_TRANSLATE_NOOP("permissions", "Complaints and footage requests of citizens.")),
    Permission.POST_WATCH: (
        QT_TRANSLATE_NOOP("permissions", "Post watch notices"),
        QT_TRANSLATE_NOOP("permissions", "Wanted persons, plates and missing children on the board.")),
    Permission.TAKE_DUTY: (
        QT_TRANSLATE_NOOP("permissions", "Take duty"),
        QT_TRANSLATE_NOOP("permissions", "Begin a shift, keep its log and hand it over.")),
    Permission.PRINT_REPORTS: (
        QT_TRANSLATE_NOOP("permissions", "Print reports"),
        QT_TRANSLATE_NOOP("permissions", "Incidents, shifts and monthly sheets as papers.")),
    Permission.READ_AUDIT: (
        QT_TRANSLATE_NOOP("permissions", "Read the audit"),
        QT_TRANSLATE_NOOP("permissions", "Who did, saw and was refused what at this console.")),
    Permission.MANAGE_OFFICERS: (
        QT_TRANSLATE_NOOP("permissions", "Manage officers"),
        QT_TRANSLATE_NOOP("permissions", "Make officers, give roles and draw camera groups.")),
    Permission.RELEASE_EVIDENCE: (
        QT_TRANSLATE_NOOP("permissions", "Release evidence"),
        QT_TRANSLATE_NOOP("permissions", "Hand footage out of the control room; two officers.")),
    Permission.UNLOCK_EVIDENCE: (
        QT_TRANSLATE_NOOP("permissions", "Unlock evidence"),
        QT_TRANSLATE_NOOP("permissions", "Take the lock off kept footage; two officers.")),
    Permission.SHORTEN_RETENTION: (
        QT_TRANSLATE_NOOP("permissions", "Shorten retention"),
        QT_TRANSLATE_NOOP("permissions", "Have footage deleted sooner; two officers.")),
    Permission.RESTORE_DATABASE: (
        QT_TRANSLATE_NOOP("permissions", "Restore the database"),
        QT_TRANSLATE_NOOP("permissions", "Put a backup in place of what is kept; two officers.")),
}
TWO_PERSON_TEXTS: dict[TwoPerson, str] = {
    TwoPerson.RELEASE_EVIDENCE: QT_TRANSLATE_NOOP("two_person", "Release evidence"),
    TwoPerson.UNLOCK_EVIDENCE: QT_TRANSLATE_NOOP("two_person", "Unlock evidence"),
    TwoPerson.SHORTEN_RETENTION: QT_TRANSLATE_NOOP("two_person", "Shorten retention"),
    TwoPerson.ADD_ADMINISTRATOR: QT_TRANSLATE_NOOP("two_person", "Give the right to manage officers"),
    TwoPerson.RESTORE_DATABASE: QT_TRANSLATE_NOOP("two_person", "Restore the database"),
    TwoPerson.OPEN_MISCONDUCT: QT_TRANSLATE_NOOP("two_person", "Open misconduct footage"),
}


def permission_title(permission: Permission) -> str:
    """Give what a permission is called."""
    return QCoreApplication.translate("permissions", PERMISSION_TEXTS[permission][0])


def permission_meaning(permission: Permission) -> str:
    """Give what a permission allows, in one line."""
    return QCoreApplication.translate("permissions", PERMISSION_TEXTS[permission][1])


def two_person_title(action: TwoPerson) -> str:
    """Give what an action of two officers is called."""
    return QCoreApplication.translate("two_person", TWO_PERSON_TEXTS[action])


def role_name(role: Role, language: str) -> str:
    """Give a role's name in the language of the screen."""
    return (role.name_ur or role.name) if language == "ur" else role.name


def officer_name(officer: Officer, language: str) -> str:
    """Give an officer's name in the language of the screen."""
    return (officer.name_ur or officer.name) if language == "ur" else officer.name


def officer_line(officer: Officer, language: str) -> str:
    """Give badge and name as one reads them: "D-104 · Bilal Ahmed"."""
    return f"{ltr(officer.badge)} · {isolated(officer_name(officer, language))}"


def role_names(roles: Iterable[Role], language: str) -> str:
    """Give the names of roles as a list."""
    return QCoreApplication.translate("two_person", ", ").join(role_name(one, language) for one in roles)
