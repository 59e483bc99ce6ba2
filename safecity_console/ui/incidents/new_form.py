"""The fields of a new incident: what, kind, how grave, place, told by; the rest unfolds below.

Belongs here: the editors, their defaults and keys, the draft they make. Does not belong here: the panel and saving
(new_panel.py), what is valid (services/incidents.py).
Invariants: 1. The defaults are always the same and claim nothing: "Suspicious" is the one kind that says no more than
that somebody saw something, "S2 now" is answered within minutes without crying wolf; told by the camera where one is
selected, else by a 15 call. 2. A severity the officer chose is never changed by a kind. 3. Up and down go from row to
row, digits choose in a row, Alt with a digit chooses the kind from anywhere. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMenu, QWidget

from safecity_console.domain.access import Officer
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import PLACE_MOST, WHAT_MOST, Category, IncidentDraft, Severity, Source
from safecity_console.ui.format import ltr
from safecity_console.ui.incident_texts import (
    USUAL_CATEGORIES,
    USUAL_SOURCES,
    category_text,
    severity_help,
    severity_text,
    source_text,
)
from safecity_console.ui.incidents.new_more import MoreOfIncident
from safecity_console.ui.physical_keys import physical_name
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.words import camera_name
from safecity_console.ui.widgets.basics import label
from safecity_console.ui.widgets.chips import ChipRow
from safecity_console.ui.widgets.field import name_editor

LABEL_PX = 84
_FOLLOWING = {Category.SOS: Severity.S1, Category.INFORMATION: Severity.S4, Category.HOAX: Severity.S4}


class NewForm(QWidget):
    """The form; `changed` comes after every change, `kind_changed` with the kind."""

    changed = Signal()
    kind_changed = Signal(object)

    def __init__(self, screen: Screen, shown: Sequence[Category], officers: Sequence[Officer]) -> None:
        super().__init__()
        self._screen = screen
        self._camera: Camera | None = None
        self._own_severity, self._suggested = False, ""
        self.what, self.place = QLineEdit(), QLineEdit()
        self.what.setMaxLength(WHAT_MOST)
        self.place.setMaxLength(PLACE_MOST)
        usual = [one for one in USUAL_CATEGORIES if one in shown] or [Category.SUSPICIOUS]
        self._rest = [one for one in shown if one not in usual]
        self.kind = ChipRow(self.tr("Kind"), [(one.value, category_text(one), "") for one in usual],
                            self.tr("More…") if self._rest else "")
        self.grave = ChipRow(self.tr("How grave"), [(one.value, severity_text(one), severity_help(one))
                                                    for one in Severity])
        self.told = ChipRow(self.tr("Told by"), [(one.value, source_text(one), "") for one in USUAL_SOURCES],
                            self.tr("More…"))
        self.more = MoreOfIncident(screen, officers)
        self._rows: tuple[QWidget, ...] = (self.what, self.kind, self.grave, self.place, self.told, self.more.unfold)
        self._lay_out()
        for at, chip in enumerate(self.kind.chips[:9], start=1):
            chip.setToolTip(self.tr("Alt+{digit} chooses this from anywhere.").format(digit=ltr(at)))
        self.kind.set_key(usual[-1].value if Category.SUSPICIOUS not in usual else Category.SUSPICIOUS.value)
        self.grave.set_key(Severity.S2.value)
        self.told.set_key(Source.CALL_15.value)
        self._connect()

    @property
    def category(self) -> Category:
        """Give the chosen kind."""
        return Category(self.kind.key)

    @property
    def camera(self) -> Camera | None:
        """Give the camera it is entered from."""
        return self._camera

    @property
    def touched(self) -> bool:
        """Tell whether something was typed that would be lost."""
        return self.what.text().strip() not in ("", self._suggested) or self.more.touched

    def suggest(self, what: str) -> None:
        """Begin with words that nobody typed; they stand selected, so that typing replaces them."""
        self._suggested = what.strip()[:WHAT_MOST]
        self.what.setText(self._suggested)
        self.what.selectAll()

    def set_camera(self, camera: Camera | None) -> None:
        """Fill in from a camera: its place, told by it; without one, what it filled in goes."""
        before = self._place_of(self._camera)
        self._camera = camera
        if self.place.text() in ("", before):
            self.place.setText(self._place_of(camera))
            self.place.setCursorPosition(0)
        self.told.set_key((Source.CAMERA if camera is not None else Source.CALL_15).value)

    def draft(self) -> IncidentDraft:
        """Give what was entered; raises Refused("incident_what"), Refused("time_unreadable")."""
        if not self.what.text().strip():
            raise Refused("incident_what")
        camera = self._camera
        from_camera = camera is not None and self.place.text() == self._place_of(camera)
        made = IncidentDraft(
            what=self.what.text(), category=self.category, severity=Severity(self.grave.key),
            source=Source(self.told.key), place=self.place.text(), camera_id=camera.id if camera is not None else "",
            site_id=(camera.site_id or "") if camera is not None and from_camera else "")
        return self.more.filled(made)

    def state(self) -> dict[str, str]:
        """Give what was entered, to be put back after a lock or a change of the look."""
        own = {"what": self.what.text(), "place": self.place.text(), "kind": self.kind.key, "grave": self.grave.key,
               "told": self.told.key, "own": "yes" if self._own_severity else ""}
        return own | self.more.state()

    def put_back(self, state: dict[str, str]) -> None:
        """Put back what was entered."""
        self.what.setText(state.get("what", ""))
        self.place.setText(state.get("place", ""))
        self._put(self.kind, state.get("kind", ""), lambda key: category_text(Category(key)))
        self._put(self.told, state.get("told", ""), lambda key: source_text(Source(key)))
        self.grave.set_key(state.get("grave", Severity.S2.value))
        self._own_severity = bool(state.get("own"))
        self.more.put_back(state)
        self.more.set_category(self.category)
        self.kind_changed.emit(self.category)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let up and down go from row to row, and Alt with a digit choose the kind."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched in (self.what, self.place, self.more.unfold) and event.key() in (
                    Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._go(watched, 1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                name = physical_name(event) or event.text()
                if name.isdecimal():
                    self.kind.choose_number(int(name))
                    return True
        return super().eventFilter(watched, event)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, LABEL_PX)
        grid.setColumnStretch(1, 1)
        titles = (self.tr("What"), self.tr("Kind"), self.tr("How grave"), self.tr("Place"), self.tr("Told by"))
        for at, (title, editor) in enumerate(zip(titles, self._rows, strict=False)):
            words = label(title, "secondary")
            words.setBuddy(editor)
            words.setContentsMargins(0, 6, 0, 0)
            name_editor(editor, title)
            grid.addWidget(words, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, at, 1)
        grid.addWidget(self.more, len(titles), 0, 1, 2)
        self.what.setPlaceholderText(self.tr("In a few words"))

    def _connect(self) -> None:
        for editor in (self.what, self.place):
            editor.textEdited.connect(lambda _text: self.changed.emit())
        for watched in (*self._rows, *(field.editor for field in self.more.fields.values())):
            watched.installEventFilter(self)
        for chips in (self.kind, self.grave, self.told):
            chips.moved.connect(partial(self._go, chips))
        self.kind.chosen.connect(self._on_kind)
        self.grave.chosen.connect(self._on_grave)
        self.told.chosen.connect(self._on_told)
        self.more.changed.connect(self.changed)
        rest = [one for one in Source if one not in USUAL_SOURCES and one is not Source.ANALYTICS]
        kinds = [(one.value, category_text(one)) for one in self._rest]
        self.kind.more_wanted.connect(partial(self._open_menu, self.kind, kinds))
        self.told.more_wanted.connect(partial(self._open_menu, self.told, [(o.value, source_text(o)) for o in rest]))

    def _go(self, row: QObject, by: int) -> None:
        at = self._rows.index(row) + by
        if 0 <= at < len(self._rows):
            self._rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_kind(self, key: str) -> None:
        category = Category(key)
        if not self._own_severity:
            self.grave.set_key(_FOLLOWING.get(category, Severity.S2).value)
        self.more.set_category(category)
        self.kind_changed.emit(category)
        self.changed.emit()

    def _on_told(self, _key: str) -> None:
        self.changed.emit()

    def _on_grave(self, _key: str) -> None:
        self._own_severity = True
        self.changed.emit()

    def _open_menu(self, chips: ChipRow, choices: list[tuple[str, str]]) -> None:
        menu = QMenu(chips)
        for key, text in choices:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(partial(self._on_menu, chips, key, text))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        last = chips.chips[-1]
        menu.popup(last.mapToGlobal(QPoint(0, last.height() + 2)))

    def _on_menu(self, chips: ChipRow, key: str, text: str, _checked: bool = False) -> None:
        chips.put_last(key, text)
        chips.choose(key)

    def _put(self, chips: ChipRow, key: str, words: object) -> None:
        if key:
            if key not in [chip.key for chip in chips.chips]:
                chips.put_last(key, words(key))  # type: ignore[operator]
            chips.set_key(key)

    def _place_of(self, camera: Camera | None) -> str:
        if camera is None:
            return ""
        name = camera_name(camera, self._screen.language)
        if not camera.site_name or camera.site_name in name or name in camera.site_name:
            return name
        return self.tr("{camera}, {place}").format(camera=name, place=camera.site_name)
