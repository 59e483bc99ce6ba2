"""The handover form on screen: what the program filled in, section by section, and who has signed.

Belongs here: sections as widgets, the button that opens an incident. Does not belong here: filling the form
(services/handover_form.py), the fields the officers write in (pane.py), signing.
Invariants: 1. Nothing of a form is left out on screen; what cannot be known yet says so in a sentence. 2. All texts are
shown as they stand. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.shift import FormCamera, FormIncident, HandoverForm, LogLine, Signature
from safecity_console.ui.format import age_text, isolated, ltr, number_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import check_title, found_text, line_text, officer_text, state_text
from safecity_console.ui.widgets.basics import button, clear, icon_label, label, row
from safecity_console.ui.widgets.fading import FadingArea

CAMERAS_SHOWN = 60


class FormView(QWidget):
    """The sections; `open_wanted` carries an incident's id."""

    open_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 24)
        self._box.setSpacing(4)
        self.open_buttons: dict[str, QWidget] = {}

    def show_form(self, form: HandoverForm, reading: bool = False, preparing: bool = False) -> None:
        """Show a form; while `reading` each S1 and S2 has a button that opens it, while `preparing` the officers' own
        words stand in their fields and not here.
        """
        clear(self._box)
        self.open_buttons.clear()
        if not preparing:
            self._text(self.tr("Special events"), form.events)
            self._text(self.tr("Remarks of the outgoing officer"), form.remarks)
        if form.signed:
            self._text(self.tr("Remarks of the incoming officer"), form.incoming_remarks)
        self._incidents(form, reading, preparing)
        self._cameras(form)
        self._rest(form)
        self._written(form)
        if form.signed:
            self._signed(form)
        self._box.addStretch(1)

    # Sections ---------------------------------------------------------------------------------------------------------

    def _incidents(self, form: HandoverForm, reading: bool, preparing: bool) -> None:
        self._head(self.tr("Open incidents S1 and S2"), len(form.incidents))
        for one in form.incidents:
            self._box.addWidget(self._incident(one, form, reading, preparing))
        others = [self.tr("{severity}: {count}").format(severity=ltr(level), count=ltr(count))
                  for level, count in sorted(form.others.items()) if count]
        self._head(self.tr("Other open incidents"), sum(form.others.values()), " · ".join(others))
        self._head(self.tr("Holds that end soon"), len(form.holds))
        for one in form.holds:
            if one.hold_until is not None:
                self._line(self._named(one), self._screen.moment(one.hold_until))
        self._head(self.tr("Call-backs due"), len(form.call_backs))
        for one in form.call_backs:
            if one.call_back_due_at is not None:
                self._line(self._named(one), self._screen.moment(one.call_back_due_at))

    def _incident(self, one: FormIncident, form: HandoverForm, reading: bool, preparing: bool) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "raised")
        bar = QFrame()
        bar.setProperty("bar", "critical" if one.severity == "S1" else "impaired")
        bar.setFixedWidth(3)
        grave = label(ltr(one.severity), "strong")
        title = label(self._named(one), "strong", wrap=True)
        pattern = self.tr("{state} · {place} · entered {at}") if one.place else self.tr("{state} · entered {at}")
        more = label(pattern.format(state=state_text(one.state), place=isolated(one.place),
                                    at=self._screen.moment(one.entered_at)), "secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(more)
        box = row(bar, grave, spacing=10, margins=(8, 8, 10, 8))
        box.addLayout(words, 1)
        self._opening(box, one, form, reading, preparing)
        frame.setLayout(box)
        return frame

    def _opening(self, box: QHBoxLayout, one: FormIncident, form: HandoverForm, reading: bool,
                 preparing: bool) -> None:
        add = box.addWidget
        if one.id in form.opened:
            add(icon_label("check", self._screen.theme, "good"))
            add(label(self.tr("opened"), "secondary"))
        if reading:
            kind = "primary" if one.id not in form.opened else "quiet"
            made = button(self.tr("Open"), kind)
            made.setAccessibleName(self.tr("Open incident {label}").format(label=one.label))
            made.clicked.connect(partial(self._on_open, one.id))
            self.open_buttons[one.id] = made
            add(made)
        elif preparing:
            add(label(self.tr("your relief opens it"), "secondary"))

    def _cameras(self, form: HandoverForm) -> None:
        now = form.made_at
        self._camera_list(self.tr("Cameras lost in this shift"), form.cameras_lost, lambda one: self.tr(
            "at {at}").format(at=self._screen.moment(one.since)))
        self._camera_list(self.tr("Cameras back in this shift"), form.cameras_restored, lambda one: self.tr(
            "at {at}").format(at=self._screen.moment(one.since)))
        self._camera_list(self.tr("Cameras down now"), form.cameras_down, lambda one: self.tr(
            "for {age}").format(age=age_text(now - one.since)))

    def _camera_list(self, title: str, cameras: tuple[FormCamera, ...], when: Callable[[FormCamera], str]) -> None:
        self._head(title, len(cameras))
        if not cameras:
            return
        said = [self.tr("{number} {name} ({when})").format(number=number_text(one.number), name=isolated(one.name),
                                                          when=when(one)) for one in cameras[:CAMERAS_SHOWN]]
        self._box.addWidget(label("\n".join(said), "secondary", wrap=True))
        if len(cameras) > CAMERAS_SHOWN:
            rest = self.tr("and {count} more").format(count=ltr(len(cameras) - CAMERAS_SHOWN))
            self._box.addWidget(label(rest, "secondary"))

    def _rest(self, form: HandoverForm) -> None:
        self._head(self.tr("Clip locks that end soon"), len(form.clips))
        for one in form.clips:
            self._line(self.tr("{incident}, camera {number}").format(
                incident=ltr(one.incident), number=number_text(one.camera)), self._screen.moment(one.until))
        unknown = (
            (self.tr("Exports waiting"), form.exports_waiting,
             self.tr("Recording has not begun on this console; there is nothing to export.")),
            (self.tr("Cameras turned away from home"),
             None if form.ptz_off_home is None else len(form.ptz_off_home),
             self.tr("Not known: this console does not move cameras yet.")),
            (self.tr("Waiting for headquarters"), form.hq_waiting,
             self.tr("Headquarters is not connected yet; nothing is sent from here.")),
        )
        for title, count, sentence in unknown:
            if count is None:
                self._head(title, None, sentence)
            else:
                self._head(title, count)
        self._head(self.tr("Defects found by the checks"), len(form.defects))
        for check in form.defects:
            self._line(check_title(check, self._screen.language), found_text(check))
        if form.checks_open:
            self._box.addWidget(label(self.tr("Checks nobody answered: {count}").format(
                count=ltr(form.checks_open)), "impaired"))

    def _written(self, form: HandoverForm) -> None:
        self._head(self.tr("Written in the log"), len(form.log))
        for line in form.log:
            self._log_line(line)

    def _log_line(self, line: LogLine) -> None:
        time = label(self._screen.moment(line.event_at), "secondary")
        words = label(line_text(line), wrap=True)
        box = row(time, words, spacing=10)
        box.setStretchFactor(words, 1)
        box.setAlignment(time, Qt.AlignmentFlag.AlignTop)
        self._add(box)

    def _signed(self, form: HandoverForm) -> None:
        self._head(self.tr("Signed"), None)
        for title, one in ((self.tr("Outgoing"), form.outgoing_signature), (self.tr("Incoming"),
                                                                           form.incoming_signature)):
            if one is not None:
                self._line(title, self._signature(one))
        if form.head is not None:
            self._line(self.tr("Audit, row {n}").format(n=ltr(form.head.n)), ltr(form.head.hash[:32] + "…"))
        self._line(self.tr("SHA-256 of what was signed"), ltr(form.sha256[:32] + "…"))

    def _signature(self, one: Signature) -> str:
        return self.tr("{officer} · {at} · by password").format(officer=officer_text(one.name, one.badge),
                                                                at=self._screen.moment(one.at))

    # Parts ------------------------------------------------------------------------------------------------------------

    def _head(self, title: str, count: int | None, more: str = "") -> None:
        said = more if count is None or more else (ltr(count) if count else self.tr("none"))
        beside = label(said, "secondary", wrap=len(said) > 24)
        box = row(label(title, "group"), beside, spacing=10)
        box.setStretchFactor(beside, 1)
        box.setContentsMargins(0, 10, 0, 2)
        self._add(box)

    def _line(self, words: str, more: str) -> None:
        left, right = label(words, wrap=True), label(more, "secondary", wrap=True)
        box = row(left, right, spacing=10)
        box.setStretchFactor(left, 3)
        box.setStretchFactor(right, 4)
        self._add(box)

    def _add(self, box: QHBoxLayout) -> None:
        whole = QWidget()  # a row inside a widget goes with it when the form is shown anew
        whole.setLayout(box)
        self._box.addWidget(whole)

    def _text(self, title: str, text: str) -> None:
        if text:
            self._head(title, None)
            self._box.addWidget(label(text, wrap=True))

    def _named(self, one: FormIncident) -> str:
        words = isolated(one.what) if one.what else self.tr("misconduct; its words are not on this form")
        return f"{ltr(one.label)}  {words}"

    def _on_open(self, incident_id: str, _checked: bool = False) -> None:
        self.open_wanted.emit(incident_id)


def scrolled(view: QWidget, screen: Screen) -> FadingArea:
    """Give a view that scrolls upright and can be scrolled by keys."""
    area = FadingArea(view, screen.theme.panel)
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    area.setAccessibleName(view.accessibleName() or QCoreApplication.translate("FormView", "Scrolls with the arrows"))
    return area

