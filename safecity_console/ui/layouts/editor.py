"""The layout editor: the sheet, its buttons, and what becomes of the drawing.

Belongs here: the dialog, its keys, saving and applying. Does not belong here: drawing (drawing.py), the sheet
(canvas.py), its panel of buttons (tools.py).
Invariants: 1. Nothing of the wall changes before "Apply to the wall". 2. Every refusal stands in one sentence under the
sheet. 3. Every button has a key that the Urdu layout does not swallow. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.grid_edit import grid_of_layout, key_of
from safecity_console.domain.wall import Wall, with_layout
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.layouts.canvas import LayoutCanvas
from safecity_console.ui.layouts.drawing import Drawing
from safecity_console.ui.layouts.tools import EditorTools
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.words import camera_name
from safecity_console.ui.widgets.basics import button, label, row, set_role, surface

EDGE_PX = 48


class LayoutEditor(QDialog):
    """The editor of one layout; `applied` carries the key of a layout for the wall, `said` what was done."""

    applied = Signal(str)
    said = Signal(str, str)

    def __init__(self, screen: Screen, wall: Wall, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._wall = screen, wall
        self._warned = False
        self.drawing = Drawing(grid_of_layout(wall.layout))
        self.canvas = LayoutCanvas(self.drawing, screen.theme, self._would_stand)
        self.tools = EditorTools(screen, self.drawing)
        self.status = label("", "secondary", wrap=True)
        self.name = QLineEdit(name)
        self.setWindowTitle(self.tr("Edit layout"))
        self.setModal(True)
        size = parent.window().size()
        self.resize(max(900, size.width() - EDGE_PX), max(560, size.height() - EDGE_PX))
        self._lay_out()
        self.canvas.changed.connect(self._on_changed)
        self.canvas.refused.connect(self._refuse)
        self.tools.changed.connect(self._on_changed)
        self.tools.refused.connect(self._refuse)
        self._on_changed()
        self.canvas.setFocus()

    def reject(self) -> None:
        """Close; a drawing that was neither kept nor applied is lost, so that is said once before."""
        if self.drawing.can_undo and not self._warned:
            self._warned = True
            self._tell(self.tr("The drawing is not kept yet. Close once more to let it go."), "impaired")
            return
        super().reject()

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 10)
        head.setSpacing(2)
        head.addWidget(label(self.windowTitle(), "title"))
        hint = self.tr("Choose tiles with the pointer or the arrows (Shift: several). Pull an edge, or move it with"
                       " Ctrl and an arrow; with Shift the whole line moves.")
        head.addWidget(label(hint, "secondary", wrap=True))
        sheet = QVBoxLayout()
        sheet.setContentsMargins(12, 0, 12, 12)
        sheet.addWidget(self.canvas, 1)
        sheet.addWidget(self.status)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.setSpacing(0)
        middle.addLayout(sheet, 1)
        middle.addWidget(self.tools)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(middle, 1)
        box.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self.name.setMaxLength(80)
        self.name.setFixedWidth(240)
        self.name.setPlaceholderText(self.tr("Name of the layout"))
        self.name.setAccessibleName(self.tr("Name of the layout"))
        self.save = button(self.tr("Save as own layout") + f"  {ltr('F9')}", "", self._screen.theme, "save")
        QShortcut(QKeySequence("F9"), self).activated.connect(self._on_save)
        self.apply = button(self.tr("Apply to the wall") + f"  {ltr('F10')}", "primary", self._screen.theme, "check")
        QShortcut(QKeySequence("F10"), self).activated.connect(self._on_apply)
        leave = button(self.tr("Close"))
        self.save.clicked.connect(self._on_save)
        self.apply.clicked.connect(self._on_apply)
        leave.clicked.connect(self.reject)
        self.name.returnPressed.connect(self._on_save)
        foot = surface("foot")
        foot.setLayout(row(self.name, self.save, None, leave, self.apply, margins=(24, 12, 24, 12)))
        return foot

    def _would_stand(self, tile: int) -> str:
        """Give the camera that stands in a tile once the layout is applied."""
        cameras = self._screen.services.cameras.cameras()
        after = with_layout(self._wall, self.drawing.grid.text, [c.id for c in cameras if c.enabled])
        camera = next((c for c in cameras if c.id == after.tiles[tile]), None)
        if camera is None:
            return ""
        return f"{number_text(camera.number)} {isolated(camera_name(camera, self._screen.language))}"

    def _on_changed(self) -> None:
        self._warned = False
        self.canvas.update()
        self.tools.show_state()
        grid = self.drawing.grid
        chosen = sorted(tile + 1 for tile in self.drawing.chosen)
        pattern = self.tr("{count} tiles · chosen: {tiles}") if len(grid.blocks) > 1 else self.tr("One tile")
        self._tell(pattern.format(count=ltr(len(grid.blocks)), tiles=ltr(", ".join(map(str, chosen)))), "secondary")

    def _refuse(self, error: Refused) -> None:
        self._tell(world_sentence(error), "impaired")

    def _tell(self, text: str, role: str) -> None:
        self.status.setText(text)
        set_role(self.status, role)
        self.canvas.setAccessibleDescription(text)

    def _on_save(self) -> None:
        if not self.name.text().strip():
            self._tell(self.tr("Give the layout a name first."), "impaired")
            self.name.setFocus()
            return
        try:
            kept = self._screen.services.layouts.save(self.name.text(), self.drawing.grid)
        except WorldError as error:
            self._tell(world_sentence(error), "impaired")
            return
        self._warned = True  # it is kept: closing loses nothing
        self.tools.show_beginnings()
        text = self.tr("The layout is kept as “{name}”.").format(name=isolated(kept.name))
        self._tell(text, "good")
        self.said.emit(text, "info")

    def _on_apply(self) -> None:
        self.applied.emit(key_of(self.drawing.grid))
        self.accept()
