"""Dialogs of requests for footage and consents: asking, answering, consenting, withdrawing, the history.

Belongs here: their fields. Does not belong here: what fits (domain/liaison.py), the tables. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from safecity_console.domain.errors import NotFound, WorldError
from safecity_console.domain.liaison import LINE_MOST, Answer, Consent, FootageRequest, LiaisonEvent
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.liaison.form_dialog import FormDialog, text_block, text_line
from safecity_console.ui.liaison.words import answer_word, contact_name, told_word
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, outside_label, row
from safecity_console.ui.widgets.fading import FadingArea
from safecity_console.ui.widgets.field import Field

translate = QCoreApplication.translate


class RequestDialog(FormDialog):
    """Notes that a contact was asked for footage."""

    def __init__(self, screen: Screen, contact_id: str, parent: QWidget) -> None:
        super().__init__(screen, translate("liaison", "Footage is asked for"),
                         translate("liaison", "Note the request"), parent)
        self.places = {"request_what_missing": "what", "period_backwards": "to", "request_reason_missing": "reason",
                       "incident_missing": "incident"}
        now = screen.services.clock.now()
        self.contact = _contacts(screen, contact_id)
        self.what, self.incident = text_line("", LINE_MOST), text_line("", 40, ltr=True)
        self.incident.setPlaceholderText("I-2291")
        self.begin, self.end = self.time_line(now - timedelta(hours=1)), self.time_line(now)
        self.reason = text_block("")
        self.fields = {
            "contact": Field(self.tr("Who is asked"), self.contact),
            "incident": Field(self.tr("Incident, where it is for one"), self.incident),
            "what": Field(self.tr("Which camera, what it should show"), self.what),
            "from": Field(self.tr("From"), self.begin), "to": Field(self.tr("To"), self.end),
            "reason": Field(self.tr("Why"), self.reason),
        }
        self.lay_out((("contact", "incident"), ("what",), ("from", "to"), ("reason",)))
        self.go.setEnabled(self.contact.count() > 0)
        self.go.clicked.connect(lambda: self.do(self._make, lambda _done: self.accept()))
        self.what.setFocus()

    def _make(self) -> Callable[[], object]:
        services, typed = self.screen_of.services, self.incident.text().strip()
        begin, end = self.time(self.begin), self.time(self.end)
        contact_id, what, reason = str(self.contact.currentData()), self.what.text(), self.reason.toPlainText()

        def work() -> object:
            incident_id, incident_label = "", ""
            if typed:
                found = services.incidents.by_label(typed)
                incident_id, incident_label = found.id, found.label
            return services.consents.ask(FootageRequest("", 0, contact_id, what, begin, end, reason,
                                                        services.clock.now(), "", incident_id, incident_label))

        return work


class AnswerDialog(FormDialog):
    """Notes what came of a request."""

    def __init__(self, screen: Screen, request: FootageRequest, parent: QWidget) -> None:
        super().__init__(screen, translate("liaison", "Answer of {label}").format(label=ltr(request.label)),
                         translate("liaison", "Note the answer"), parent)
        self._request = request
        self.places = {"handed_over_missing": "handed"}
        self.answer = QComboBox()
        for one in (Answer.GIVEN, Answer.REFUSED):
            self.answer.addItem(answer_word(one), one.value)
        self.answer.setCurrentIndex(max(0, self.answer.findData(request.answer.value)))
        self.handed, self.receipt = text_line(request.handed_over, LINE_MOST), text_line(request.receipt_no, 40)
        self.handed.setPlaceholderText(self.tr("USB stick, recorder taken along, copied at the shop"))
        self.fields = {
            "answer": Field(self.tr("Answer"), self.answer),
            "handed": Field(self.tr("How it was handed over"), self.handed),
            "receipt": Field(self.tr("Receipt no."), self.receipt),
        }
        self.lay_out((("answer", "receipt"), ("handed",)))
        self.answer.currentIndexChanged.connect(self._on_answer)
        self.go.clicked.connect(lambda: self.do(self._make, lambda _done: self.accept()))
        self._on_answer()

    def _on_answer(self, _index: int = 0) -> None:
        self.fields["handed"].setVisible(self.answer.currentData() == Answer.GIVEN.value)

    def _make(self) -> Callable[[], object]:
        answer, handed, receipt = Answer(self.answer.currentData()), self.handed.text(), self.receipt.text()
        consents, request = self.screen_of.services.consents, self._request
        return lambda: consents.answer(request.id, answer, handed, receipt, request.revision)


class ConsentDialog(FormDialog):
    """Notes what a contact agreed to."""

    def __init__(self, screen: Screen, contact_id: str, parent: QWidget) -> None:
        super().__init__(screen, translate("liaison", "A consent"), translate("liaison", "Note the consent"), parent)
        self.places = {"consent_scope_missing": "scope", "period_backwards": "until", "given_time_unreadable": "until"}
        self.contact, self.scope, self.until = _contacts(screen, contact_id), text_block(""), self.time_line(None)
        self.receipt = text_line("", 40)
        self.fields = {
            "contact": Field(self.tr("Who agrees"), self.contact),
            "scope": Field(self.tr("To what: which cameras, for whom, how"), self.scope),
            "until": Field(self.tr("Until, or empty until it is withdrawn"), self.until),
            "receipt": Field(self.tr("Paper no."), self.receipt),
        }
        self.lay_out((("contact",), ("scope",), ("until", "receipt")))
        self.go.setEnabled(self.contact.count() > 0)
        self.go.clicked.connect(lambda: self.do(self._make, lambda _done: self.accept()))
        self.scope.setFocus()

    def _make(self) -> Callable[[], object]:
        services = self.screen_of.services
        until = self.time(self.until) if self.until.text().strip() else None
        consent = Consent("", str(self.contact.currentData()), self.scope.toPlainText(), services.clock.now(), until,
                          receipt_no=self.receipt.text())
        return lambda: services.consents.consent(consent)


class WithdrawDialog(FormDialog):
    """Notes that a consent was withdrawn."""

    def __init__(self, screen: Screen, consent: Consent, name: str, parent: QWidget) -> None:
        title = translate("liaison", "{name} withdraws the consent").format(name=isolated(name))
        super().__init__(screen, title, translate("liaison", "Withdraw the consent"), parent)
        self._consent = consent
        self.why = text_line("", LINE_MOST)
        self.fields = {"why": Field(self.tr("Why, if a reason was given"), self.why)}
        self.lay_out((("why",),))
        self.go.clicked.connect(lambda: self.do(self._make, lambda _done: self.accept()))
        self.why.setFocus()

    def _make(self) -> Callable[[], object]:
        consents, consent_id, why = self.screen_of.services.consents, self._consent.id, self.why.text()
        return lambda: consents.withdraw(consent_id, why)


class HistoryDialog(QDialog):
    """Every change of a request or consent, the oldest first; nothing of it can be changed."""

    def __init__(self, screen: Screen, title: str, events: tuple[LiaisonEvent, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self.setModal(True)
        self.setLayoutDirection(screen.direction)
        self.resize(520, 420)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for event in events:
            lines.addLayout(row(label(told_word(event), "strong"), None, label(screen.moment(event.at), "small"),
                                *([label(ltr(event.badge), "small")] if event.badge else [])))
            parts = [answer_word(Answer(event.content["answer"]))] if event.content.get("answer") in set(Answer) else []
            parts += [value for key, value in event.content.items()
                      if value and key not in ("before", "from", "to", "answer", "until")]
            said = " · ".join(map(isolated, parts))
            if said:
                lines.addWidget(outside_label(said, screen.direction, "secondary"))
        lines.addStretch(1)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(title, "title", wrap=True))
        box.addWidget(FadingArea(inside, screen.theme.panel), 1)
        box.addLayout(row(None, close))


def contact_named(screen: Screen, contact_id: str) -> str:
    """Give a contact's name, empty where he is not there."""
    try:
        found = screen.services.contacts.by_id(contact_id)
    except (NotFound, WorldError):
        return ""
    return contact_name(found, screen.language) if found is not None else ""


def _contacts(screen: Screen, contact_id: str) -> QComboBox:
    made = QComboBox()
    for one in screen.services.contacts.contacts():
        if one.active or one.id == contact_id:
            made.addItem(contact_name(one, screen.language), one.id)
    made.setCurrentIndex(max(0, made.findData(contact_id)))
    return made
