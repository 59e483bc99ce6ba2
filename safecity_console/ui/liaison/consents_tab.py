"""Requests for footage and consents, each in a table, and what can be done with the selected one.

Belongs here: the two tables, opening the dialogs. Does not belong here: their fields, writing.
Invariants: 1. Requests that wait stand first. 2. Nothing here deletes. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QSplitter, QVBoxLayout, QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.liaison import Answer, Consent, ConsentState, FootageRequest
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.liaison.consent_dialogs import (
    AnswerDialog,
    ConsentDialog,
    HistoryDialog,
    RequestDialog,
    WithdrawDialog,
)
from safecity_console.ui.liaison.rows import WordsRow, WordsTable
from safecity_console.ui.liaison.words import answer_word, consent_word, contact_name
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, surface

REQUEST_WIDTHS = {0: 76, 1: 200, 3: 250, 4: 130, 5: 110, 6: 190, 7: 90}
CONSENT_WIDTHS = {0: 200, 2: 130, 3: 190, 4: 110, 5: 100}


class ConsentsTab(QWidget):
    """The tab."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._requests: dict[str, FootageRequest] = {}
        self._consents: dict[str, Consent] = {}
        self._names: dict[str, str] = {}
        theme = screen.theme
        self.ask = button(self.tr("Ask for footage…"), "primary", theme, "plus")
        self.answer = button(self.tr("Answer…"), "", theme, "check")
        self.request_history = button(self.tr("History…"), "quiet", theme, "history")
        self.agree = button(self.tr("New consent…"), "primary", theme, "plus")
        self.withdraw = button(self.tr("Withdraw…"), "", theme, "x")
        self.consent_history = button(self.tr("History…"), "quiet", theme, "history")
        self.requests = WordsTable(self.tr("Requests for footage"), (
            self.tr("No."), self.tr("Who is asked"), self.tr("What"), self.tr("From – to"), self.tr("Asked"),
            self.tr("Answer"), self.tr("Handed over"), self.tr("Receipt")), REQUEST_WIDTHS, 2, theme)
        self.consents = WordsTable(self.tr("Consents"), (
            self.tr("Who agrees"), self.tr("To what"), self.tr("Given"), self.tr("Until"), self.tr("State"),
            self.tr("Paper")), CONSENT_WIDTHS, 1, theme)
        self._note = label("", "secondary")
        self._lay_out()
        self._connect()

    def renew(self) -> None:
        """Show what stands now."""
        services = self._screen.services
        try:
            requests, consents = services.consents.requests(), services.consents.consents()
            names = {one.id: contact_name(one, self._screen.language) for one in services.contacts.contacts()}
        except WorldError as error:
            self._note.setText(world_sentence(error))
            return
        self._names = names
        self._requests = {one.id: one for one in requests}
        self._consents = {one.id: one for one in consents}
        waiting = sum(one.answer is Answer.WAITING for one in requests)
        self._note.setText(self.tr("{count} wait for an answer").format(count=ltr(waiting)))
        self.requests.set_rows([self._request_row(one) for one in requests])
        self.consents.set_rows([self._consent_row(one) for one in consents])

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._half(self.tr("Requests for footage"), self.requests,
                                   (self.request_history, self.answer, self.ask), self._note))
        split.addWidget(self._half(self.tr("Consents"), self.consents,
                                   (self.consent_history, self.withdraw, self.agree), None))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(split)
        self.setFocusProxy(self.requests)

    def _half(self, title: str, table: QWidget, buttons: Sequence[QPushButton], note: QWidget | None) -> QWidget:
        bar = surface("strip")
        bar.setFixedHeight(44)
        bar.setLayout(row(label(title, "strong"), *([note] if note is not None else []), None, *buttons,
                          margins=(12, 0, 12, 0)))
        half = QWidget()
        box = QVBoxLayout(half)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(table, 1)
        return half

    def _connect(self) -> None:
        self.ask.clicked.connect(lambda: self._open(RequestDialog(self._screen, "", self.window())))
        self.agree.clicked.connect(lambda: self._open(ConsentDialog(self._screen, "", self.window())))
        self.answer.clicked.connect(lambda: self._on_answer(self.requests.selected()))
        self.requests.chosen.connect(self._on_answer)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.request_history.clicked.connect(lambda: self._on_history(self.requests.selected()))
        self.consent_history.clicked.connect(lambda: self._on_history(self.consents.selected()))
        self.consents.chosen.connect(self._on_history)
        self.requests.selected_changed.connect(self._settle)
        self.consents.selected_changed.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        consent = self._consents.get(self.consents.selected())
        self.answer.setEnabled(bool(self.requests.selected()))
        self.request_history.setEnabled(bool(self.requests.selected()))
        self.consent_history.setEnabled(consent is not None)
        self.withdraw.setEnabled(consent is not None and consent.withdrawn_at is None)

    def _on_answer(self, request_id: str) -> None:
        request = self._requests.get(request_id)
        if request is not None:
            self._open(AnswerDialog(self._screen, request, self.window()))

    def _on_withdraw(self) -> None:
        consent = self._consents.get(self.consents.selected())
        if consent is not None:
            self._open(WithdrawDialog(self._screen, consent, self._names.get(consent.contact_id, ""), self.window()))

    def _on_history(self, about: str) -> None:
        request, consent = self._requests.get(about), self._consents.get(about)
        if request is not None:
            title = self.tr("{label}: {name}").format(label=ltr(request.label),
                                                      name=isolated(self._names.get(request.contact_id, "")))
        elif consent is not None:
            title = self.tr("Consent of {name}").format(name=isolated(self._names.get(consent.contact_id, "")))
        else:
            return
        try:
            events = self._screen.services.consents.history(about)
        except WorldError as error:
            self.said.emit(world_sentence(error), "warning")
            return
        self._open(HistoryDialog(self._screen, title, events, self.window()))

    def _open(self, dialog: QDialog) -> None:
        dialog.open()

    def _request_row(self, one: FootageRequest) -> WordsRow:
        span = self.tr("{from_at} – {to_at}").format(from_at=self._screen.moment(one.from_at),
                                                     to_at=self._screen.moment(one.to_at))
        cells = (ltr(one.label), self._names.get(one.contact_id, ""), one.what, span, self._screen.moment(one.asked_at),
                 answer_word(one.answer), one.handed_over, ltr(one.receipt_no) if one.receipt_no else "")
        shades = {3: "secondary", 4: "secondary", 5: "impaired" if one.answer is Answer.WAITING else "text",
                  6: "secondary", 7: "secondary"}
        return WordsRow(one.id, cells, {0: one.serial, 3: one.from_at.timestamp(), 4: one.asked_at.timestamp()}, shades)

    def _consent_row(self, one: Consent) -> WordsRow:
        state = one.state(self._screen.services.clock.now())
        until = self._screen.moment(one.until) if one.until is not None else self.tr("until withdrawn")
        cells = (self._names.get(one.contact_id, ""), one.scope, self._screen.moment(one.given_at), until,
                 consent_word(state), ltr(one.receipt_no) if one.receipt_no else "")
        shades = {2: "secondary", 3: "secondary", 4: "text" if state is ConsentState.GOOD else "secondary",
                  5: "secondary"}
        far = one.until.timestamp() if one.until is not None else float("inf")
        return WordsRow(one.id, cells, {2: one.given_at.timestamp(), 3: far}, shades)
