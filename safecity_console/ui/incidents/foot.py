"""The foot of an incident: the next usual step, note, hold, and everything rarer behind "More".

Belongs here: which buttons there are for an incident as it stands. Does not belong here: doing it (life_hands.py,
part_hands.py).
Invariants: 1. The blue button is the next usual step; it says what it does. 2. What may not be done stays visible where
it says why not. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu

from safecity_console.domain.access import Permission
from safecity_console.domain.incident import LINE, State, steps_of
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.ui.actions import keyed_tip
from safecity_console.ui.incident_texts import deed_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, row

HEIGHT_PX = 52


def next_usual(detail: IncidentDetail) -> State | None:
    """Give the next usual step: the next of the line that can follow; without a camera nothing is verified on one."""
    found = detail.incident
    if found.ended:
        return None
    linked = bool(found.camera_id) or any(one.link != "nearby" for one in detail.cameras)
    after = LINE[LINE.index(found.state) + 1:] if found.state in LINE else ()
    for state in after:
        if state not in steps_of(found) or (state is State.VERIFIED and not linked):
            continue
        return state
    return None


class Foot(QFrame):
    """The buttons; each emits what is wanted by name, steps by state."""

    step_wanted = Signal(object)
    wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._detail: IncidentDetail | None = None
        self.setProperty("surface", "foot")
        self.setFixedHeight(HEIGHT_PX)
        theme = screen.theme
        self.step = button("", "primary")
        self.step.setAccessibleName(self.tr("Next step"))
        self.note = button(self.tr("Note"), "", theme, "message-square-plus")
        self.hold = button(self.tr("Hold"), "", theme, "hourglass")
        self.more = button("", "quiet", theme, "ellipsis", self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.print = button("", "quiet", theme, "printer", self.tr("Print"))
        self.print.setAccessibleName(self.tr("Print"))
        self.setLayout(row(self.step, self.note, self.hold, None, self.print, self.more, margins=(14, 0, 10, 0)))
        self.step.clicked.connect(self._on_step)
        self.note.clicked.connect(partial(self._want, "note"))
        self.hold.clicked.connect(partial(self._want, "hold"))
        self.print.clicked.connect(partial(self._want, "print"))
        self.more.clicked.connect(self._on_more)

    def show_detail(self, detail: IncidentDetail) -> None:
        """Show the buttons of an incident."""
        self._detail = detail
        desk, found = self._screen.services.desk, detail.incident
        may_work = desk.may(Permission.WORK_INCIDENTS)
        usual = next_usual(detail)
        self.step.setVisible(usual is not None and may_work)
        if usual is not None:
            self.step.setText(deed_text(usual))
            self.step.setAccessibleName(deed_text(usual))
            self.step.setMinimumWidth(self.step.sizeHint().width())
        self.note.setVisible(desk.may(Permission.LOG_INCIDENTS) and not found.ended)
        self.hold.setVisible(may_work and not found.ended and found.state is not State.RESOLVED)
        held = found.on_hold(self._screen.services.clock.now())
        self.hold.setText(self.tr("End hold") if held else self.tr("Hold"))
        self.hold.setAccessibleName(self.hold.text())
        self.print.setVisible(desk.may(Permission.PRINT_REPORTS))
        keys = self._screen.services.keys
        for one, command in ((self.step, "incident.step"), (self.note, "incident.note"), (self.hold, "incident.hold"),
                             (self.print, "incident.print")):
            one.setToolTip(keyed_tip(one.accessibleName(), keys, command))

    def menu(self) -> QMenu:
        """Make the menu of what is rarer."""
        made, detail = QMenu(self), self._detail
        if detail is None:
            return made
        found, desk = detail.incident, self._screen.services.desk
        may_work = desk.may(Permission.WORK_INCIDENTS)
        if may_work and not found.ended:
            self._put_steps(made, detail)
            self._put(made, self.tr("Add a person or vehicle"), "party")
            self._put(made, self.tr("Link another incident"), "link_incident")
            self._put(made, self.tr("Link the wall's selected camera"), "link_camera")
            if found.call_back_due_at is not None and found.called_back_at is None:
                self._put(made, self.tr("Caller called back"), "call_back")
        if may_work:
            self._put(made, self.tr("Lock a clip…"), "lock_clip")
        if desk.may(Permission.REVIEW_INCIDENTS):
            made.addSeparator()
            self._put(made, self.tr("Review…"), "review")
            if found.ended or found.state is State.RESOLVED:
                self._put(made, self.tr("Review and reopen…"), "reopen")
        return made

    # ---- inside ------------------------------------------------------------------------------------------------

    def _put_steps(self, menu: QMenu, detail: IncidentDetail) -> None:
        usual, found = next_usual(detail), detail.incident
        rest = [state for state in _MENU if state in steps_of(found) and state is not usual]
        if found.state in (State.DISPATCHED, State.ON_SCENE) and usual is not State.DISPATCHED:
            self._put(menu, self.tr("Send another unit"), "send")
        for state in rest:
            action = menu.addAction(deed_text(state))
            action.triggered.connect(partial(self._want_step, state))
        menu.addSeparator()

    def _put(self, menu: QMenu, text: str, name: str) -> None:
        menu.addAction(text).triggered.connect(partial(self._want, name))

    def _want(self, name: str, _checked: bool = False) -> None:
        self.wanted.emit(name)

    def _want_step(self, state: State, _checked: bool = False) -> None:
        self.step_wanted.emit(state)

    def _on_step(self) -> None:
        usual = next_usual(self._detail) if self._detail is not None else None
        if usual is not None:
            self.step_wanted.emit(usual)

    def _on_more(self) -> None:
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))


_MENU = (State.VERIFIED, State.DISPATCHED, State.ON_SCENE, State.RESOLVED, State.FALSE_ALARM, State.HOAX,
         State.DUPLICATE, State.TRANSFERRED)

