"""Taking a complaint in at the desk or by phone, and the number to read out.

Belongs here: the fields, the number. Does not belong here: what becomes of it (services/liaison.py).
Invariants: 1. The number is shown large until the officer closes it: the citizen writes it down. 2. A named officer is
asked for only where the complaint is about one. 3. Violence against women and children is always sealed. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from safecity_console.domain.incident import PLACE_MOST, WHAT_MOST, Category, Incident, Severity, Source
from safecity_console.domain.liaison import NAME_MOST, PHONE_MOST, ComplaintDraft
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import category_text, severity_help, source_text
from safecity_console.ui.liaison.form_dialog import FormDialog, text_block, text_line
from safecity_console.ui.liaison.words import site_name
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, clear, label, row
from safecity_console.ui.widgets.field import Field

translate = QCoreApplication.translate

SOURCES = (Source.CITIZEN, Source.PHONE, Source.COMMITTEE, Source.JOURNALIST)
KINDS = (Category.PROPERTY, Category.PERSON, Category.PUBLIC_ORDER, Category.TRAFFIC, Category.WOMEN_CHILDREN,
         Category.DRUGS, Category.CYBER, Category.MISSING, Category.SUSPICIOUS, Category.MISCONDUCT,
         Category.INFORMATION)
_PLACES = {"complaint_what_missing": "what", "phone_unfit": "phone", "phone_missing": "phone",
           "call_back_past": "call_back"}


class ComplaintDialog(FormDialog):
    """The dialog; `taken` carries the incident's id."""

    taken = Signal(str)

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(screen, translate("liaison", "New complaint"), translate("liaison", "Take the complaint in"),
                         parent, 640)
        self.places = _PLACES
        self.what, self.name = text_line("", WHAT_MOST), text_line("", NAME_MOST)
        self.phone = text_line("", PHONE_MOST, ltr=True)
        self.source, self.kind, self.grave, self.officer, self.call_back, self.site = (QComboBox() for _ in range(6))
        self.note = text_block("")
        self.seal = QCheckBox(self.tr("Keep name and number sealed"))
        self._fill()
        self.fields = {
            "source": Field(self.tr("Who complains"), self.source), "kind": Field(self.tr("Kind"), self.kind),
            "what": Field(self.tr("What it is about, in a few words"), self.what),
            "grave": Field(self.tr("How grave"), self.grave), "site": Field(self.tr("Place"), self.site),
            "officer": Field(self.tr("About which officer"), self.officer),
            "name": Field(self.tr("Name"), self.name), "phone": Field(self.tr("Phone"), self.phone),
            "call_back": Field(self.tr("Call back"), self.call_back), "note": Field(self.tr("More"), self.note),
        }
        self.lay_out((("source", "kind"), ("what",), ("officer",), ("site", "grave"), ("name", "phone", "call_back"),
                      ("note",), (self.seal,)))
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.go.clicked.connect(lambda: self.do(self._make, self._on_taken))
        self._on_kind()
        self.what.setFocus()

    def draft(self) -> ComplaintDraft:
        """Give what the fields say."""
        category = Category(self.kind.currentData())
        place = self.site.currentText().strip()
        known = self.site.findText(place, Qt.MatchFlag.MatchFixedString) if place else -1
        officer = str(self.officer.currentData() or "") if category is Category.MISCONDUCT else ""
        return ComplaintDraft(
            self.what.text(), Source(self.source.currentData()), category, Severity(self.grave.currentData()),
            self.name.text(), self.phone.text(), place, str(self.site.itemData(known) or "") if known >= 0 else "",
            self.note.toPlainText(), self._by(), self.seal.isChecked(), officer)

    def _fill(self) -> None:
        services, language = self.screen_of.services, self.screen_of.language
        for source in SOURCES:
            self.source.addItem(source_text(source), source.value)
        for kind in KINDS:
            self.kind.addItem(category_text(kind), kind.value)
        for severity in Severity:
            self.grave.addItem(severity_help(severity), severity.value)
        self.grave.setCurrentIndex(list(Severity).index(Severity.S3))
        self.site.setEditable(True)
        typed = self.site.lineEdit()
        if typed is not None:
            typed.setMaxLength(PLACE_MOST)
        for site in services.cameras.sites():
            self.site.addItem(site_name(site, language), site.id)
        self.site.setCurrentIndex(-1)
        self.site.setCurrentText("")
        self.officer.addItem(self.tr("Not known yet"), "")
        for officer in services.officers.officers():
            self.officer.addItem(f"{ltr(officer.badge)} {isolated(officer.name)}", officer.id)
        for words, hours in ((self.tr("No wish"), 0), (self.tr("Within 2 hours"), 2), (self.tr("Within 8 hours"), 8),
                             (self.tr("Within a day"), 24), (self.tr("Within three days"), 72)):
            self.call_back.addItem(words, hours)

    def _by(self) -> datetime | None:
        hours = int(self.call_back.currentData())
        return self.screen_of.services.clock.now() + timedelta(hours=hours) if hours else None

    def _on_kind(self, _index: int = 0) -> None:
        kind = Category(self.kind.currentData())
        self.fields["officer"].setVisible(kind is Category.MISCONDUCT)
        always = kind is Category.WOMEN_CHILDREN
        self.seal.setEnabled(not always)
        if always or kind is Category.MISCONDUCT:
            self.seal.setChecked(True)

    def _make(self) -> Callable[[], object]:
        draft, liaison = self.draft(), self.screen_of.services.liaison
        return lambda: liaison.take_complaint(draft)

    def _on_taken(self, incident: object) -> None:
        if not isinstance(incident, Incident):
            return
        self.taken.emit(incident.id)
        while self.form.count() > 1:
            item = self.form.takeAt(1)
            widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
            if widget is not None:
                widget.hide()
            elif inner is not None:
                clear(inner)
        self._show_number(incident)

    def _show_number(self, incident: Incident) -> None:
        self.form.addWidget(label(self.tr("The complaint is taken in. Read this number out:"), wrap=True))
        self.number = label(ltr(incident.label), "headline")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form.addWidget(self.number)
        self.form.addWidget(label(ltr(incident.full_label), "secondary"))
        if incident.call_back_due_at is not None:
            self.form.addWidget(label(self.tr("Call back until {time}.").format(
                time=self.screen_of.moment(incident.call_back_due_at)), wrap=True))
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self.form.addSpacing(8)
        self.form.addLayout(row(None, close))
        close.setFocus()
        self.adjustSize()
