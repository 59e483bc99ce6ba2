"""The gate of the desk: whether its window may be seen now, by whom, and what stands there instead.

Belongs here: reading the seat, the cover, putting dialogs aside and back, lock and sign-out. Does not belong here: the
forms (forms.py, locked.py), credentials (services/access.py), other screens' windows (ui/screens/).
Invariants: 1. While it is shut the pages are hidden (their video is not decoded), no command runs, and nothing that was
said or opened shows through. 2. Dialogs come back only to the officer who left them; to anybody else they are gone.
3. Whoever comes new to the desk finds its pages made anew. 4. A desk being set up is shut only where the program was
opened for work (`gated`). Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QToolTip

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Permission
from safecity_console.services.console import ConsoleServices
from safecity_console.services.desk import Seat
from safecity_console.ui.access_texts import officer_line
from safecity_console.ui.audit.break_words import break_sentence
from safecity_console.ui.leaving import ask_before_leaving
from safecity_console.ui.screen import Screen
from safecity_console.ui.screens.window import Sight
from safecity_console.ui.signin.cover import Cover, DemoOfficer
from safecity_console.ui.signin.forms import FirstAdministrator, ForcedPassword, GateForm, SignIn
from safecity_console.ui.signin.idle import IdleLock
from safecity_console.ui.signin.locked import Locked
from safecity_console.ui.toast import Toasts


class Stand(Enum):
    """What stands over the window."""

    NOTHING = "nothing"
    SETUP = "setup"
    SIGN_IN = "sign_in"
    LOCKED = "locked"
    NEW_PASSWORD = "new_password"


class Gate(QObject):
    """The gate of one main window; `dress` it after each building."""

    settled = Signal()  # who may see what changed
    came_new = Signal()  # another officer than before is at the desk
    language_wanted = Signal(str)
    full_screen_wanted = Signal()
    said = Signal(str, str)

    def __init__(self, window: QMainWindow, services: ConsoleServices, gated: bool,
                 demo: Sequence[DemoOfficer] = ()) -> None:
        super().__init__(window)
        self._window, self._services, self._gated, self._demo = window, services, gated, tuple(demo)
        self._screen: Screen | None = None
        self._cover: Cover | None = None
        self._toasts: Toasts | None = None
        self._leave_popups: Callable[[], None] | None = None
        self._shown, self._stood_for = Stand.NOTHING, ""
        self._other = False  # over a locked desk another officer signs in
        self._locked_at: datetime = services.clock.now()
        self._was_locked = False
        self._known = Secret("")
        self._aside: list[QDialog] = []
        self._session_id = self._sessions_now()
        self.idle = IdleLock(services, self)
        self.idle.said.connect(self.said)
        window.installEventFilter(self)
        self.commands: dict[str, Callable[[], object]] = {
            "console.lock": self.lock, "console.sign_out": self.sign_out}

    @property
    def stand(self) -> Stand:
        """Give what stands over the window, by the seat as it is now."""
        access = self._services.access
        if access.seat is Seat.SETUP:
            return Stand.SETUP if self._gated else Stand.NOTHING
        if access.seat is Seat.EMPTY or access.session is None:
            return Stand.SIGN_IN
        if access.seat is Seat.LOCKED:
            return Stand.SIGN_IN if self._other else Stand.LOCKED
        return Stand.NEW_PASSWORD if access.session.officer.must_change_password else Stand.NOTHING

    @property
    def shut(self) -> bool:
        """Tell whether the window may not be seen."""
        return self.stand is not Stand.NOTHING

    @property
    def permissions(self) -> frozenset[Permission]:
        """Give what may be done at this window now."""
        return frozenset() if self.shut else self._services.access.permissions

    @property
    def form(self) -> GateForm | None:
        """Give the form that stands now."""
        return self._cover.form if self._cover is not None and self._shown is not Stand.NOTHING else None

    def dress(self, screen: Screen, toasts: Toasts, leave_popups: Callable[[], None]) -> None:
        """Take over a look and the frame made with it; a cover that stands is made anew."""
        self._screen, self._toasts, self._leave_popups = screen, toasts, leave_popups
        badge = self.form.badge.text() if isinstance(self.form, SignIn) else ""
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
        self._cover = cover = Cover(screen, self._window, self._demo)
        cover.language_wanted.connect(self.language_wanted)
        cover.full_screen_wanted.connect(self.full_screen_wanted)
        cover.hide()
        self._shown = Stand.NOTHING
        self.settle(badge)

    def lock(self) -> None:
        """Lock the desk; said where nobody sits there."""
        if self._services.access.seat is Seat.TAKEN:
            self._services.access.lock()
            self.settle()
        else:
            self.said.emit(self.tr("Nobody is signed in; there is nothing to lock."), "info")

    def sign_out(self) -> None:
        """Leave the desk; asked about first where the officer is on duty."""
        if self._services.access.session is not None and self._screen is not None:
            ask_before_leaving(self._screen, self._window, self._leave)
        else:
            self.said.emit(self.tr("Nobody is signed in."), "info")

    def _leave(self) -> None:
        self._services.access.sign_out()
        self.settle()

    def settle(self, badge: str = "") -> None:
        """Bring what stands in line with the seat."""
        locked = self._services.access.seat is Seat.LOCKED
        if locked and not self._was_locked:
            self._locked_at = self._services.clock.now()
        self._was_locked, self._other = locked, self._other and locked
        if self.form is not None and self.form.attempt.busy:
            return  # its outcome settles; a form in use does not change under the hand
        wanted, session = self.stand, self._sessions_now()
        if wanted is Stand.NOTHING:
            self._known = Secret("")
        if (wanted, session) != (self._shown, self._stood_for):
            before, self._shown, self._stood_for = self._shown, wanted, session
            if wanted is Stand.NOTHING:
                self._open(before)
            else:
                self._close(wanted, before, badge)
        self.idle.follow()
        self.settled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the cover over the whole window, and the keyboard in its form when the window comes to the front."""
        if event.type() is QEvent.Type.Resize and self._cover is not None:
            self._cover.setGeometry(self._window.rect())
        elif event.type() in (QEvent.Type.Show, QEvent.Type.WindowActivate) and self.form is not None:
            held = self._window.focusWidget()  # what was given before the first show is forgotten
            if held is None or self._cover is None or not self._cover.isAncestorOf(held):
                self.form.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        return super().eventFilter(watched, event)

    def release(self) -> None:
        """Let go before the window closes."""
        self.idle.release()

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _open(self, before: Stand) -> None:
        """Give the window to who is at the desk."""
        same = self._session_id == self._sessions_now()
        self._session_id = self._sessions_now()
        if not same:
            self._dialogs_back(same=False)
            if before is not Stand.NOTHING:
                self.came_new.emit()  # and before anything is shown
        if self._cover is None or self._toasts is None:
            return
        self._cover.hide()
        central = self._window.centralWidget()
        if central is not None:
            central.show()
        self._toasts.let_go(show=same)
        self._dialogs_back(same)
        found = self._services.audit.standing_break()
        if found is not None and not same:
            self.said.emit(break_sentence(found.kind), "warning")

    def _close(self, wanted: Stand, before: Stand, badge: str) -> None:
        if self._cover is None or self._screen is None or self._toasts is None:
            return
        if before is Stand.NOTHING:
            self._put_aside()
            self._toasts.hold()
            self._services.sound.off()
            central = self._window.centralWidget()
            if central is not None:
                central.hide()
        if not self._services.access.session:
            self._dialogs_back(same=False)
        form = self._made(wanted, badge, self._screen)
        form.attempt.succeeded.connect(lambda _outcome: self.settle())
        form.attempt.refused.connect(lambda _code: self.settle())
        self._cover.show_form(form)
        self._cover.setGeometry(self._window.rect())
        self._cover.show()
        self._cover.raise_()
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, wanted: Stand, badge: str, screen: Screen) -> GateForm:
        if wanted is Stand.SETUP:
            return FirstAdministrator(screen)
        if wanted is Stand.LOCKED:
            locked = Locked(screen, self._locked_at)
            locked.other_wanted.connect(self._on_other)
            return locked
        if wanted is Stand.NEW_PASSWORD:
            forced = ForcedPassword(screen, self._known)
            forced.sign_out_wanted.connect(self.sign_out)
            return forced
        session = self._services.access.session
        made = SignIn(screen, badge, officer_line(session.officer, screen.language) if session is not None else "")
        made.back_wanted.connect(self._on_back)
        made.passed.connect(self._on_passed)
        return made

    def _put_aside(self) -> None:
        if self._leave_popups is not None:
            self._leave_popups()
        QToolTip.hideText()
        for _most in range(8):  # a menu may have opened menus
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                self._aside.append(top)
                top.destroyed.connect(self._forget(top))
                top.hide()

    def _forget(self, dialog: QDialog) -> Callable[[], None]:
        return lambda: self._aside.remove(dialog) if dialog in self._aside else None

    def _dialogs_back(self, same: bool) -> None:
        aside, self._aside = self._aside, []
        for dialog in aside:
            if same:
                dialog.show()
            else:
                dialog.done(QDialog.DialogCode.Rejected)

    def _sessions_now(self) -> str:
        session = self._services.access.session
        return session.id if session is not None else ""

    def _on_other(self) -> None:
        self._other = True
        self.settle()

    def _on_back(self) -> None:
        self._other = False
        self.settle()

    def _on_passed(self, secret: Secret) -> None:
        self._known = secret
        self.settle()


def sight_of(stand: Stand, services: ConsoleServices) -> tuple[Sight, str]:
    """Give what of other screens' windows may be seen, and the line on those that are covered."""
    if stand is Stand.NOTHING:
        return Sight.OPEN, ""
    if services.access.seat is not Seat.LOCKED:
        return Sight.COVERED, QCoreApplication.translate("signin", "Nobody is signed in at this console.")
    covered = services.settings.flag("console.lock_covers_screens")
    return Sight.COVERED if covered else Sight.SEEN, QCoreApplication.translate("signin", "The console is locked.")
