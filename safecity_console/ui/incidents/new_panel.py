"""F2: the panel of a new incident, over any page, which goes on behind it.

Belongs here: opening, keys, saving, what the foot says. Does not belong here: the fields (new_form.py), the picture
(snapshot_of_now.py), when F2 is heard and what follows a saved incident (desk.py).
Invariants: 1. It is a part of the window and no dialog: video goes on beside it, a lock covers it, and what was typed
outlives both the lock and a change of the look. 2. Enter saves, Esc leaves and asks only where something typed would be
lost. 3. Saving happens off the GUI thread; the panel closes when the incident is on the disk, and stays with a sentence
where it was refused. 4. The foot names nothing it does not know. Thread: GUI.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Category, Incident, IncidentDraft, Severity, Source
from safecity_console.domain.incident_parts import IncidentCamera
from safecity_console.ui.format import clock_text, number_text
from safecity_console.ui.incident_texts import refused_sentence
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.incidents.new_form import NewForm
from safecity_console.ui.incidents.snapshot_of_now import Snapshot, SnapshotOfNow
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, surface
from safecity_console.ui.widgets.floating import HEAD_PX, FloatingPanel
from safecity_console.ui.widgets.question import Question

WIDE_PX = 772


class NewIncident(FloatingPanel):
    """The panel; `saved` comes with the incident, `left` when it went in whatever way."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget, screen: Screen, camera: Camera | None) -> None:
        super().__init__(window, WIDE_PX)
        self._screen = screen
        services = screen.services
        self._began_at: datetime = services.clock.now()
        self._snapshot = SnapshotOfNow(services, window)  # outlives the panel: what comes late is still kept
        self._deeds = Deeds(self)
        self._down: tuple[IncidentCamera, ...] = ()
        self._before = QApplication.focusWidget()
        self.setAccessibleName(self.tr("New incident"))
        self.setLayoutDirection(screen.direction)
        shown = tuple(one.category for one in services.procedures.procedures() if one.shown)
        self.form = NewForm(screen, shown or tuple(Category), services.officers.officers())
        self._lay_out()
        self.form.set_camera(camera)
        self.form.changed.connect(self._on_changed)
        self.form.kind_changed.connect(self._show_foot)
        self._snapshot.changed.connect(self._show_head)
        if camera is not None:
            self._snapshot.take(camera.id)
        self._ask_nearby()
        self._show_head()
        self._show_foot()
        self.settle()
        self.show()
        self.raise_()
        self.form.what.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def touched(self) -> bool:
        """Tell whether something was typed."""
        return self.form.touched

    @property
    def refusal(self) -> str:
        """Give the sentence that says why it was not saved."""
        return self._refusal.text() if not self._refusal.isHidden() else ""

    @property
    def foot(self) -> str:
        """Give what the foot says."""
        return self._foot.text()

    def save(self) -> None:
        """Save what stands in the form."""
        if not self.go.isEnabled():
            return
        try:
            draft = self.form.draft()
        except Refused as error:
            self._refuse(error)
            (self.form.what if error.code == "incident_what" else self.form.more.when).setFocus()
            return
        self.go.setEnabled(False)
        self.go.setText(self.tr("Saving…"))
        picture, incidents = self._snapshot.file, self._screen.services.incidents
        self._deeds.do("incident-enter", lambda: incidents.enter(draft, picture), self._on_saved)

    def cancel(self) -> None:
        """Leave; ask where something typed would be lost."""
        if not self.form.touched:
            self.leave()
            return
        ask = Question(self.tr("Throw this away?"), self.tr("What you typed of this incident will be lost."),
                       self.tr("Throw away"), self)
        ask.agreed.connect(self.leave)
        ask.open()

    def leave(self) -> None:
        """Go, and give the keyboard back to who had it."""
        self.hide()
        try:
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            pass  # its page was made anew meanwhile
        self.left.emit()
        self.deleteLater()

    # ---- Qt ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save and leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the panel's own keys from the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) or (
                    alt and event.text().isdecimal()):
                event.accept()
                return True
        return super().event(event)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._screen.theme
        self._about = label("", "secondary")
        self._drop = button(self.tr("without camera"), "small")
        self._drop.setToolTip(self.tr("Enters the incident without the selected camera."))
        self._drop.clicked.connect(self._on_drop)
        head = surface("head_inside")
        head.setLayout(row(label(self.tr("New incident"), "strong"), None, self._about, self._drop,
                           margins=(14, 0, 14, 0)))
        head.setFixedHeight(HEAD_PX)
        head.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self._foot, self._refusal = label("", "secondary", wrap=True), label("", "refusal", wrap=True)
        self._refusal.hide()
        leave = button(self.tr("Cancel (Esc)"), "quiet")
        self.go = button(self.tr("Save (Enter)"), "primary", theme)
        leave.clicked.connect(self.cancel)
        self.go.clicked.connect(self.save)
        foot = row(self._foot, leave, self.go)
        foot.setStretch(0, 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(10)
        inside.addWidget(self.form)
        inside.addWidget(self._refusal)
        inside.addLayout(foot)
        self.body.addWidget(head)
        self.body.addLayout(inside)

    def _show_head(self) -> None:
        camera, at = self.form.camera, clock_text(self._began_at, self._screen.zone)
        self._drop.setVisible(camera is not None)
        if camera is None:
            self._about.setText(at)
            return
        figures = {"number": number_text(camera.number), "time": at}
        patterns = {
            Snapshot.NONE: self.tr("camera {number} · {time}"),
            Snapshot.UNDER_WAY: self.tr("camera {number} · {time} · taking a snapshot"),
            Snapshot.KEPT: self.tr("camera {number} · {time} · snapshot kept"),
            Snapshot.FAILED: self.tr("camera {number} · {time} · no picture to keep"),
        }
        self._about.setText(patterns[self._snapshot.state].format(**figures))

    def _show_foot(self, _kind: object = None) -> None:
        lines = []
        if self.form.category is Category.WOMEN_CHILDREN:
            lines.append(self.tr("The identity is sealed; it goes to the women's desk."))
        elif self.form.category is Category.MISCONDUCT:
            lines.append(self.tr("Only the district head and you will see this; never the named officer."))
        down = self._down_words()
        lines += [down] if down else []
        if not lines:
            lines.append(self.tr("The state of nearby cameras is noted with it."))
        self._foot.setText("\n".join(lines))
        self.settle()

    def _down_words(self) -> str:
        cameras = self._screen.services.cameras
        numbers = sorted(c.number for one in self._down if (c := cameras.by_id(one.camera_id)) is not None)
        listed = ", ".join(number_text(number) for number in numbers[:6])
        if len(numbers) == 1:
            return self.tr("Camera {number} nearby is down and will be noted.").format(number=listed)
        if len(numbers) > 6:
            return self.tr("Cameras {numbers} and others nearby are down and will be noted.").format(numbers=listed)
        return self.tr("Cameras {numbers} nearby are down and will be noted.").format(numbers=listed) if numbers else ""

    def _ask_nearby(self) -> None:
        camera, incidents = self.form.camera, self._screen.services.incidents
        if camera is None:
            self._down = ()
            return
        draft = IncidentDraft("", self.form.category, Severity.S2, Source.CAMERA, camera_id=camera.id,
                              site_id=camera.site_id or "")
        self._deeds.ask("incident-nearby", lambda: incidents.nearby(draft), self._on_nearby)

    def _on_nearby(self, outcome: object) -> None:
        if isinstance(outcome, tuple):
            self._down = tuple(one for one in outcome if isinstance(one, IncidentCamera) and one.down)
            self._show_foot()

    def _on_drop(self) -> None:
        self.form.set_camera(None)
        self._deeds.forget("incident-nearby")
        self._down = ()
        self._show_head()
        self._show_foot()
        self.form.what.setFocus()

    def _on_changed(self) -> None:
        self._refusal.hide()
        self.settle()

    def _refuse(self, outcome: object) -> None:
        self._refusal.setText(refused_sentence(outcome))
        self._refusal.show()
        self.settle()

    def _on_saved(self, outcome: object) -> None:
        self.go.setEnabled(True)
        self.go.setText(self.tr("Save (Enter)"))
        if not isinstance(outcome, Incident):
            self._refuse(outcome)
            return
        self._snapshot.give_to(outcome.id)
        self.saved.emit(outcome)
        self.leave()
