"""Contacts, requests, consents and complaints in words. Thread: GUI."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Site
from safecity_console.domain.liaison import Answer, ConsentState, Contact, ContactKind, LiaisonEvent, Told
from safecity_console.domain.liaison_counts import Within
from safecity_console.ui.format import age_text
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.screen import Screen

translate = QCoreApplication.translate

_KINDS: Mapping[ContactKind, str] = {
    ContactKind.COMMITTEE_MEMBER: QT_TRANSLATE_NOOP("liaison", "Committee member"),
    ContactKind.SHOP_CAMERA: QT_TRANSLATE_NOOP("liaison", "Shop with cameras"),
    ContactKind.ELDER: QT_TRANSLATE_NOOP("liaison", "Elder"),
    ContactKind.POWER_OFFICE: QT_TRANSLATE_NOOP("liaison", "Power office"),
    ContactKind.RESCUE_1122: QT_TRANSLATE_NOOP("liaison", "Rescue 1122"),
    ContactKind.HOSPITAL: QT_TRANSLATE_NOOP("liaison", "Hospital"),
    ContactKind.SCHOOL: QT_TRANSLATE_NOOP("liaison", "School"),
    ContactKind.OTHER: QT_TRANSLATE_NOOP("liaison", "Other"),
}
KIND_ICONS: Mapping[ContactKind, str] = {
    ContactKind.COMMITTEE_MEMBER: "handshake", ContactKind.SHOP_CAMERA: "cctv", ContactKind.ELDER: "user",
    ContactKind.POWER_OFFICE: "zap-off", ContactKind.RESCUE_1122: "siren", ContactKind.HOSPITAL: "building-2",
    ContactKind.SCHOOL: "building-2", ContactKind.OTHER: "user",
}
_ANSWERS: Mapping[Answer, str] = {
    Answer.WAITING: QT_TRANSLATE_NOOP("liaison", "Waiting"), Answer.GIVEN: QT_TRANSLATE_NOOP("liaison", "Given"),
    Answer.REFUSED: QT_TRANSLATE_NOOP("liaison", "Refused"),
}
_CONSENTS: Mapping[ConsentState, str] = {
    ConsentState.GOOD: QT_TRANSLATE_NOOP("liaison", "In force"),
    ConsentState.OVER: QT_TRANSLATE_NOOP("liaison", "Ended"),
    ConsentState.WITHDRAWN: QT_TRANSLATE_NOOP("liaison", "Withdrawn"),
}
_TOLD: Mapping[Told, str] = {
    Told.REQUEST_ASKED: QT_TRANSLATE_NOOP("liaison", "Asked"),
    Told.REQUEST_ANSWERED: QT_TRANSLATE_NOOP("liaison", "Answered"),
    Told.CONSENT_GIVEN: QT_TRANSLATE_NOOP("liaison", "Consent given"),
    Told.CONSENT_CHANGED: QT_TRANSLATE_NOOP("liaison", "Consent changed"),
    Told.CONSENT_WITHDRAWN: QT_TRANSLATE_NOOP("liaison", "Consent withdrawn"),
}
_WITHIN: Mapping[Within, str] = {
    Within.DAY: QT_TRANSLATE_NOOP("liaison", "Within a day"),
    Within.THREE_DAYS: QT_TRANSLATE_NOOP("liaison", "Within three days"),
    Within.WEEK: QT_TRANSLATE_NOOP("liaison", "Within a week"),
    Within.LATER: QT_TRANSLATE_NOOP("liaison", "Later"),
    Within.OPEN: QT_TRANSLATE_NOOP("liaison", "Still open"),
}


def contact_kind_word(kind: ContactKind) -> str:
    """Give a contact's kind."""
    return translate("liaison", _KINDS[kind])


def answer_word(answer: Answer) -> str:
    """Give an answer."""
    return translate("liaison", _ANSWERS[answer])


def consent_word(state: ConsentState) -> str:
    """Give a consent's state."""
    return translate("liaison", _CONSENTS[state])


def told_word(event: LiaisonEvent) -> str:
    """Give what a line of the history tells."""
    return translate("liaison", _TOLD[event.told])


def within_word(within: Within) -> str:
    """Give how soon."""
    return translate("liaison", _WITHIN[within])


def contact_name(contact: Contact, language: str) -> str:
    """Give a contact's name in the language of the screen."""
    return contact.name_ur if language == "ur" and contact.name_ur else contact.name


def site_name(site: Site, language: str) -> str:
    """Give a place's name in the language of the screen."""
    return site.name_ur if language == "ur" and site.name_ur else site.name


def due_words(due_at: datetime, screen: Screen) -> tuple[str, bool]:
    """Say when a call-back is due, and whether it is late."""
    now = screen.services.clock.now()
    if due_at < now:
        return translate("liaison", "Late by {age}").format(age=age_text(now - due_at)), True
    return translate("liaison", "Due in {age}").format(age=age_text(due_at - now)), False
