"""What a row and a card say of an incident: title, where, what is happening; and the colour of its bar.

Belongs here: words made of an incident's values. Does not belong here: drawing, clocks (clock_words.py).
Invariant: nothing sealed can be here: an incident's values hold none. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Camera
from safecity_console.domain.incident import Category, Incident, Severity, State
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.incident_texts import state_text, transfer_text

translate = QCoreApplication.translate
CameraOf = Callable[[str], Camera | None]


def bar_role(incident: Incident) -> str:
    """Give the role of the bar: red for life, amber for what goes on, grey for the rest and for what is over."""
    if incident.ended:
        return "disabled"
    return {Severity.S1: "critical", Severity.S2: "impaired"}.get(incident.severity, "disabled")


def camera_words(camera: Camera | None) -> str:
    """Give "camera 09"; empty where there is none."""
    if camera is None:
        return ""
    return translate("incidents", "camera {number}").format(number=number_text(camera.number))


def happening(incident: Incident) -> str:
    """Give what is happening with it, in a few words."""
    owner = ltr(incident.owner)
    if incident.state is State.ACKNOWLEDGED and incident.owner:
        return translate("incidents", "seen by {badge}").format(badge=owner)
    if incident.state is State.TRANSFERRED and incident.transferred_to is not None:
        return translate("incidents", "handed to {whom}").format(whom=transfer_text(incident.transferred_to))
    words = {
        State.NEW: translate("incidents", "not seen yet"),
        State.ACKNOWLEDGED: translate("incidents", "seen"),
        State.VERIFIED: translate("incidents", "verified on camera"),
        State.DISPATCHED: translate("incidents", "unit on the way"),
        State.ON_SCENE: translate("incidents", "unit on scene"),
        State.RESOLVED: translate("incidents", "resolved, not closed yet"),
        State.DUPLICATE: translate("incidents", "the same as another"),
    }
    return words.get(incident.state) or state_text(incident.state)


def row_words(incident: Incident, camera: Camera | None) -> str:
    """Give the second line: place · camera · what is happening."""
    parts = [isolated(incident.place) if incident.place else "", camera_words(camera), happening(incident)]
    if incident.sealed:
        parts.append(translate("incidents", "identity sealed"))
    if incident.category is Category.MISCONDUCT:
        parts.append(translate("incidents", "for the district head only"))
    if incident.fir_no:
        parts.append(translate("incidents", "FIR {number}").format(number=ltr(incident.fir_no)))
    return " · ".join(part for part in parts if part)
