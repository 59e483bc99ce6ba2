"""Dialogs of contacts and committees: writing one, noting that a committee met.

Belongs here: their fields. Does not belong here: what fits (domain/liaison.py), the table. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from safecity_console.domain.liaison import (
    CAMERAS_MOST,
    KEPT_DAYS_MOST,
    LINE_MOST,
    NAME_MOST,
    PRESENT_MOST,
    Committee,
    Contact,
    ContactKind,
)
from safecity_console.ui.liaison.form_dialog import FormDialog, text_block, text_line
from safecity_console.ui.liaison.words import contact_kind_word, site_name
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import roomy
from safecity_console.ui.widgets.field import Field

translate = QCoreApplication.translate

_CAMERA_KINDS = (ContactKind.SHOP_CAMERA, ContactKind.SCHOOL, ContactKind.HOSPITAL, ContactKind.OTHER)


class ContactDialog(FormDialog):
    """Writes a contact; a new one where its id is empty."""

    def __init__(self, screen: Screen, contact: Contact, parent: QWidget) -> None:
        title = translate("liaison", "Change the contact") if contact.id else translate("liaison", "New contact")
        super().__init__(screen, title, translate("liaison", "Save the contact"), parent)
        self._contact = contact
        self.places = {"person_name_missing": "name", "phone_unfit": "phones"}
        self.kind, self.site, self.committee = QComboBox(), _sites(screen, contact.site_id), QComboBox()
        for kind in ContactKind:
            self.kind.addItem(contact_kind_word(kind), kind.value)
        self.kind.setCurrentIndex(list(ContactKind).index(contact.kind))
        self.committee.addItem(self.tr("None"), "")
        for one in screen.services.contacts.committees():
            self.committee.addItem(one.name, one.id)
        self.committee.setCurrentIndex(max(0, self.committee.findData(contact.committee_id)))
        self.name, self.name_ur = text_line(contact.name, NAME_MOST), text_line(contact.name_ur, NAME_MOST, rtl=True)
        self.phones = text_line(", ".join(contact.phones), 160, ltr=True)
        self.cameras, self.days = _number(contact.cameras, CAMERAS_MOST), _number(contact.kept_days, KEPT_DAYS_MOST)
        self.look_at, self.notes = text_line(contact.look_at, LINE_MOST), text_block(contact.notes)
        self.active = QCheckBox(self.tr("Is asked and called"))
        self.active.setChecked(contact.active)
        self.fields = {
            "kind": Field(self.tr("Kind"), self.kind), "name": Field(self.tr("Name"), self.name),
            "name_ur": Field(self.tr("Name in Urdu"), self.name_ur),
            "phones": Field(self.tr("Phones, with commas between them"), self.phones),
            "site": Field(self.tr("Place"), self.site), "committee": Field(self.tr("Committee"), self.committee),
            "cameras": Field(self.tr("Private cameras"), self.cameras),
            "days": Field(self.tr("Footage is kept (days)"), self.days),
            "look_at": Field(self.tr("What they look at"), self.look_at), "notes": Field(self.tr("Notes"), self.notes),
        }
        self.lay_out((("kind", "site"), ("name", "name_ur"), ("phones", "committee"), ("cameras", "days", "look_at"),
                      ("notes",), (self.active,)))
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.go.clicked.connect(lambda: self.do(self._make, lambda _done: self.accept()))
        self._on_kind()
        self.name.setFocus()

    def contact(self) -> Contact:
        """Give what the fields say."""
        kind = ContactKind(self.kind.currentData())
        some = kind in _CAMERA_KINDS
        return replace(
            self._contact, kind=kind, name=self.name.text(), name_ur=self.name_ur.text(),
            phones=tuple(self.phones.text().replace("،", ",").split(",")), site_id=str(self.site.currentData() or ""),
            committee_id=str(self.committee.currentData() or ""), cameras=self.cameras.value() if some else 0,
            look_at=self.look_at.text() if some else "", kept_days=self.days.value() if some else 0,
            notes=self.notes.toPlainText(), active=self.active.isChecked())

    def _on_kind(self, _index: int = 0) -> None:
        some = ContactKind(self.kind.currentData()) in _CAMERA_KINDS
        for name in ("cameras", "days", "look_at"):
            self.fields[name].setVisible(some)

    def _make(self) -> Callable[[], object]:
        contact, contacts = self.contact(), self.screen_of.services.contacts
        return lambda: contacts.put(contact)


class CommitteeDialog(FormDialog):
    """Writes a committee; a new one where its id is empty."""

    def __init__(self, screen: Screen, committee: Committee, parent: QWidget) -> None:
        title = translate("liaison", "Change the committee") if committee.id else translate("liaison", "New committee")
        super().__init__(screen, title, translate("liaison", "Save the committee"), parent)
        self._committee = committee
        self.places = {"person_name_missing": "name", "committee_taken": "name"}
        self.name = text_line(committee.name, NAME_MOST)
        self.name_ur = text_line(committee.name_ur, NAME_MOST, rtl=True)
        self.site, self.place = _sites(screen, committee.site_id), text_line(committee.place, LINE_MOST)
        self.notes = text_block(committee.notes)
        self.active = QCheckBox(self.tr("Still meets"))
        self.active.setChecked(committee.active)
        self.fields = {
            "name": Field(self.tr("Name"), self.name), "name_ur": Field(self.tr("Name in Urdu"), self.name_ur),
            "site": Field(self.tr("Place"), self.site), "place": Field(self.tr("Where it meets"), self.place),
            "notes": Field(self.tr("Notes"), self.notes),
        }
        self.lay_out((("name", "name_ur"), ("site", "place"), ("notes",), (self.active,)))
        self.go.clicked.connect(lambda: self.do(self._make, lambda _done: self.accept()))
        self.name.setFocus()

    def _make(self) -> Callable[[], object]:
        committee = replace(
            self._committee, name=self.name.text(), name_ur=self.name_ur.text(), place=self.place.text(),
            site_id=str(self.site.currentData() or ""), notes=self.notes.toPlainText(), active=self.active.isChecked())
        contacts = self.screen_of.services.contacts
        return lambda: contacts.put_committee(committee)


class MeetingDialog(FormDialog):
    """Notes that a committee met."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(screen, translate("liaison", "A committee met"), translate("liaison", "Note the meeting"),
                         parent)
        self.places = {"given_time_unreadable": "at", "meeting_ahead": "at", "meeting_present": "present"}
        self.committee, self.present = QComboBox(), _number(0, PRESENT_MOST)
        for one in screen.services.contacts.committees():
            if one.active:
                self.committee.addItem(one.name, one.id)
        self.at, self.note = self.time_line(screen.services.clock.now()), text_block("")
        self.fields = {
            "committee": Field(self.tr("Committee"), self.committee), "at": Field(self.tr("When"), self.at),
            "present": Field(self.tr("How many were there"), self.present),
            "note": Field(self.tr("What was spoken about, without names of complainants"), self.note),
        }
        self.lay_out((("committee",), ("at", "present"), ("note",)))
        self.go.setEnabled(self.committee.count() > 0)
        self.go.clicked.connect(lambda: self.do(self._make, lambda _done: self.accept()))

    def _make(self) -> Callable[[], object]:
        committee_id, at, present = str(self.committee.currentData()), self.time(self.at), self.present.value()
        note, contacts = self.note.toPlainText(), self.screen_of.services.contacts
        return lambda: contacts.met(committee_id, at, present, note)


def _sites(screen: Screen, site_id: str) -> QComboBox:
    made = QComboBox()
    made.addItem(translate("liaison", "No place"), "")
    for site in screen.services.cameras.sites():
        made.addItem(site_name(site, screen.language), site.id)
    made.setCurrentIndex(max(0, made.findData(site_id)))
    return made


def _number(value: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    made.setValue(value)
    roomy(made)
    return made
