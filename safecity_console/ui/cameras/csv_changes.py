"""What a line of an import changes on its camera, in the words of the form.

Belongs here: comparing a line with the camera it names. Does not belong here: deciding that it changes one (services/),
the table (csv_preview.py).
Invariants: 1. No value is said, only which fields differ: values may hold addresses and logins. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QCoreApplication, QLocale

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Camera, CameraDraft
from safecity_console.domain.errors import WorldError
from safecity_console.services.camera_csv import ParsedLine
from safecity_console.services.cameras import CameraService
from safecity_console.services.drafts import Prepared, prepare
from safecity_console.ui.marked import QT_TRANSLATE_NOOP

_FIELD_TITLES: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("CameraForm", "Name"),
    "name_ur": QT_TRANSLATE_NOOP("CameraForm", "Name in Urdu"),
    "site": QT_TRANSLATE_NOOP("CameraForm", "Place"),
    "phase": QT_TRANSLATE_NOOP("CameraForm", "Phase"),
    "main_url": QT_TRANSLATE_NOOP("CameraForm", "Address of the full picture"),
    "sub_url": QT_TRANSLATE_NOOP("CameraForm", "Address of the small picture"),
    "user": QT_TRANSLATE_NOOP("CameraForm", "User"),
    "transport": QT_TRANSLATE_NOOP("CameraForm", "How video travels"),
    "onvif_host": QT_TRANSLATE_NOOP("CameraForm", "ONVIF address"),
    "notes": QT_TRANSLATE_NOOP("CameraForm", "Notes"),
    "latitude": QT_TRANSLATE_NOOP("CameraForm", "Latitude"),
    "longitude": QT_TRANSLATE_NOOP("CameraForm", "Longitude"),
}


class LineChanges:
    """Says what changes; called with a line whose camera is registered."""

    def __init__(self, service: CameraService, language: str) -> None:
        self._service = service
        self._locale = QLocale("ur_PK" if language == "ur" else "en_GB")

    def __call__(self, line: ParsedLine) -> str:
        """Give "Changes: Name and Place"; empty where it cannot be told."""
        camera = self._service.by_number(int(line.values.get("number", 0)))
        titles = self._titles(camera, line) if camera is not None else []
        if not titles:
            return ""
        pattern = QCoreApplication.translate("CsvPreview", "Changes: {fields}")
        return pattern.format(fields=self._locale.createSeparatedList(titles))

    def _titles(self, camera: Camera, line: ParsedLine) -> list[str]:
        known = self._service.draft(camera)
        try:
            ready = prepare(replace(known, **line.values), line.password)
            secret_differs = self._differs(camera, ready)
        except WorldError:
            return []
        differing = changed_fields(known, ready.draft)
        titles = [QCoreApplication.translate("CameraForm", title) for name, title in _FIELD_TITLES.items()
                  if name in differing]
        if secret_differs:
            titles.append(QCoreApplication.translate("CameraForm", "Password"))
        return titles

    def _differs(self, camera: Camera, ready: Prepared) -> bool:
        if ready.password is None:
            return False
        held = self._service.login(camera.id).password if camera.has_password else Secret("")
        return held != ready.password


def changed_fields(before: CameraDraft, after: CameraDraft) -> frozenset[str]:
    """Give the names of the fields that differ."""
    return frozenset(one.name for one in fields(CameraDraft) if getattr(before, one.name) != getattr(after, one.name))
