"""Questions of steering: a name for a preset, over what it is stored, whether it goes, a patrol of presets.

Belongs here: the dialogs and what follows them. Does not belong here: the grid (preset_grid.py), keeping presets and
patrols (services/ptz_presets.py, services/ptz_patrols.py).
Invariants: 1. Storing over a preset and deleting one say in a sentence what is lost. 2. A refusal stands in the dialog
that asked where it is still open, else it is said. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.ptz_plan import KeptPreset, Patrol, PatrolStep
from safecity_console.services.console import ConsoleServices
from safecity_console.services.ptz_presets import PresetStored
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.wall.ptz.hand import PtzHand
from safecity_console.ui.widgets.ask import Ask, Choice, Line
from safecity_console.ui.widgets.name_dialog import NameDialog
from safecity_console.ui.widgets.question import Question

translate = QCoreApplication.translate

DWELLS_S = (5, 10, 15, 30, 60, 120)
NUMBER_MOST = 99


class PtzAsking:
    """Asks for one wall."""

    def __init__(self, services: ConsoleServices, hand: PtzHand, parent: QWidget) -> None:
        self._services, self._hand, self._parent = services, hand, parent

    def free_number(self, camera_id: str) -> int:
        """Give the first number without a preset."""
        taken = {one.number for one in self._services.presets.of(camera_id)}
        return next((n for n in range(1, NUMBER_MOST + 1) if n not in taken), NUMBER_MOST)

    def store(self, camera_id: str, number: int) -> None:
        """Ask for a name and keep the present view under a number."""
        before = next((one for one in self._services.presets.of(camera_id) if one.number == number), None)
        if before is None:
            title, verb = translate("ptz", "Store preset {number}"), translate("ptz", "Store the preset")
        else:
            title = translate("ptz", "Store preset {number} over “{name}”")
            verb = translate("ptz", "Store it over the old view")
        named = {"number": ltr(number), "name": isolated(before.name if before is not None else "")}
        dialog = NameDialog(title.format(**named), translate("ptz", "What is seen there"),
                            before.name if before is not None else "", verb, self._parent.window())

        def stored(name: str) -> None:
            dialog.accept()
            self._hand.do(camera_id, lambda: self._services.presets.store(camera_id, number, name), self._on_stored)

        dialog.named.connect(stored)
        dialog.finished.connect(self._back)
        dialog.open()

    def rename(self, preset: KeptPreset) -> None:
        """Ask for another name."""
        dialog = NameDialog(translate("ptz", "Rename preset {number}").format(number=ltr(preset.number)),
                            translate("ptz", "What is seen there"), preset.name,
                            translate("ptz", "Rename the preset"), self._parent.window())

        def renamed(name: str) -> None:
            self._hand.write(preset.camera_id,
                             lambda: self._services.presets.rename(preset.camera_id, preset.number, name), told)

        def told(outcome: object) -> None:
            if isinstance(outcome, WorldError):
                dialog.field.refuse(world_sentence(outcome))
            else:
                dialog.accept()

        dialog.named.connect(renamed)
        dialog.finished.connect(self._back)
        dialog.open()

    def delete(self, preset: KeptPreset) -> None:
        """Ask, and have a camera forget a preset."""
        sentence = translate("ptz", "Camera {camera} forgets preset {number} “{name}”; patrols leave it out.").format(
            camera=self._number(preset.camera_id), number=ltr(preset.number), name=isolated(preset.name))
        question = Question(translate("ptz", "Delete this preset"), sentence, translate("ptz", "Delete the preset"),
                            self._parent.window())
        question.agreed.connect(lambda: self._hand.do(
            preset.camera_id, lambda: self._services.presets.delete(preset.camera_id, preset.number)))
        question.finished.connect(self._back)
        question.open()

    def patrol(self, camera_id: str, at: QPoint | None = None) -> None:
        """Stop the running patrol, else offer those there are and a new one."""
        patrols = self._services.patrols.of(camera_id)
        if any(one.running for one in patrols):
            self._hand.write(camera_id, lambda: self._services.patrols.stop(camera_id), self._say_refusal)
            return
        menu = QMenu(self._parent)
        for one in patrols:
            words = translate("ptz", "Start “{name}”").format(name=isolated(one.name))
            menu.addAction(words).triggered.connect(partial(self._start, camera_id, one.number))
        if patrols:
            menu.addSeparator()
        made = menu.addAction(translate("ptz", "New patrol of all presets…"))
        made.triggered.connect(lambda: self._new_patrol(camera_id))
        made.setEnabled(len(self._lasting(camera_id)) > 1)
        if not made.isEnabled():
            why = menu.addAction(translate("ptz", "A patrol needs two presets; store them first."))
            why.setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at if at is not None else QCursor.pos())

    def _start(self, camera_id: str, number: int, _checked: bool = False) -> None:
        self._hand.write(camera_id, lambda: self._services.patrols.start(camera_id, number), self._say_refusal)

    def _say_refusal(self, outcome: object) -> None:
        if isinstance(outcome, WorldError):
            self._hand.said.emit(world_sentence(outcome), "warning")

    def _new_patrol(self, camera_id: str) -> None:
        names = ", ".join(isolated(one.name or ltr(one.number)) for one in self._lasting(camera_id))
        dwells = tuple((str(s), translate("ptz", "{seconds} s").format(seconds=ltr(s))) for s in DWELLS_S)
        dialog = Ask(translate("ptz", "New patrol"),
                     (Line("name", translate("ptz", "Name"), translate("ptz", "Round"), most=60, must=True),
                      Choice("dwell", translate("ptz", "How long each preset is watched"), dwells, "10")),
                     translate("ptz", "Start the patrol"), self._parent.window(),
                     translate("ptz", "It goes round {presets}. It rests while an officer steers the camera.").format(
                         presets=names))
        dialog.answered.connect(partial(self._on_patrol, dialog, camera_id))
        dialog.finished.connect(self._back)
        dialog.open()

    def _on_patrol(self, dialog: Ask, camera_id: str, answers: dict[str, str]) -> None:
        taken = {one.number for one in self._services.patrols.of(camera_id)}
        number = next(n for n in range(1, NUMBER_MOST + 2) if n not in taken)
        steps = tuple(PatrolStep(one.number, int(answers["dwell"])) for one in self._lasting(camera_id))
        dialog.wait()

        def begin() -> None:
            self._services.patrols.put(Patrol(camera_id, number, answers["name"], steps))
            self._services.patrols.start(camera_id, number)

        def told(outcome: object) -> None:
            if isinstance(outcome, WorldError):
                dialog.refuse(world_sentence(outcome))
            else:
                dialog.accept()

        self._hand.write(camera_id, begin, told)

    def _lasting(self, camera_id: str) -> tuple[KeptPreset, ...]:
        return tuple(one for one in self._services.presets.of(camera_id) if not one.gone)

    def _on_stored(self, outcome: object) -> None:
        if not isinstance(outcome, PresetStored):
            return
        pattern = translate("ptz", "Preset {number} “{name}” is stored.")
        if outcome.picture_missing:
            pattern = translate("ptz", "Preset {number} “{name}” is stored; its picture could not be taken.")
        self._hand.said.emit(pattern.format(number=ltr(outcome.preset.number), name=isolated(outcome.preset.name)),
                             "info")

    def _number(self, camera_id: str) -> str:
        camera = self._hand.camera(camera_id)
        return number_text(camera.number if camera is not None else 0)

    def _back(self) -> None:
        self._parent.setFocus()
