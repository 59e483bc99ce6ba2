"""Contacts, requests, consents and complaints in words. Thread: GUI."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Site
from safecity_console.domain.incident import Category, Severity, Source
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
# The same words in the same context as on the incident screens: one translation for both.
_CATEGORIES: Mapping[Category, str] = {
    Category.PERSON: QT_TRANSLATE_NOOP("incidents", "Person"),
    Category.PROPERTY: QT_TRANSLATE_NOOP("incidents", "Property"),
    Category.PUBLIC_ORDER: QT_TRANSLATE_NOOP("incidents", "Public order"),
    Category.TRAFFIC: QT_TRANSLATE_NOOP("incidents", "Traffic"),
    Category.WOMEN_CHILDREN: QT_TRANSLATE_NOOP("incidents", "Women & children"),
    Category.DRUGS: QT_TRANSLATE_NOOP("incidents", "Drugs"),
    Category.CYBER: QT_TRANSLATE_NOOP("incidents", "Cyber and fake IDs"),
    Category.MISSING: QT_TRANSLATE_NOOP("incidents", "Missing or found"),
    Category.SUSPICIOUS: QT_TRANSLATE_NOOP("incidents", "Suspicious"),
    Category.HOAX: QT_TRANSLATE_NOOP("incidents", "Hoax call"),
    Category.MISCONDUCT: QT_TRANSLATE_NOOP("incidents", "Police misconduct"),
    Category.SOS: QT_TRANSLATE_NOOP("incidents", "SOS, red alert"),
    Category.INFORMATION: QT_TRANSLATE_NOOP("incidents", "Information"),
}
_SOURCES: Mapping[Source, str] = {
    Source.COMMITTEE: QT_TRANSLATE_NOOP("incidents", "Committee"),
    Source.CITIZEN: QT_TRANSLATE_NOOP("incidents", "Citizen"),
    Source.PHONE: QT_TRANSLATE_NOOP("incidents", "Phone"),
    Source.JOURNALIST: QT_TRANSLATE_NOOP("incidents", "Journalist"),
}
_SEVERITIES: Mapping[Severity, str] = {
    Severity.S1: QT_TRANSLATE_NOOP("incidents", "Life is in danger."),
    Severity.S2: QT_TRANSLATE_NOOP("incidents", "It is going on now."),
    Severity.S3: QT_TRANSLATE_NOOP("incidents", "It is over; this comes after the fact."),
    Severity.S4: QT_TRANSLATE_NOOP("incidents", "It is information only."),
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


def category_word(category: Category) -> str:
    """Give an incident's kind."""
    return translate("incidents", _CATEGORIES[category])


def source_word(source: Source) -> str:
    """Give who told it; its code where it is no complaint's."""
    return translate("incidents", _SOURCES[source]) if source in _SOURCES else source.value


def severity_word(severity: Severity) -> str:
    """Give how grave it is, in a sentence."""
    return translate("incidents", _SEVERITIES[severity])


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
