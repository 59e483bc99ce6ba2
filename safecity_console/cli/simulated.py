"""The simulated district as a process of its own, and the console's registry filled with it.

Belongs here: starting, reading its one line, ending it with us. Does not belong here: serving (simulator/), opening
windows.
Invariants: 1. The district dies with its parent, however the parent dies: it ends when its standard input closes.
2. Passwords travel by pipe, never by argument or environment.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.errors import Refused
from safecity_console.services.console import ConsoleServices

END_S = 10.0


@dataclass(frozen=True, slots=True)
class DistrictCamera:
    """A simulated camera as its process told it; the password shows in no repr."""

    number: int
    name: str
    site: str
    phase: int
    latitude: float
    longitude: float
    main_url: str
    sub_url: str
    user: str
    password: Secret
    expected: str
    name_ur: str = ""
    onvif_url: str = ""

    @property
    def onvif_host(self) -> str:
        """Give "HOST:PORT" of its ONVIF face, empty without one."""
        return urlsplit(self.onvif_url).netloc


class DistrictProcess:
    """A running district; a context manager."""

    def __init__(self, arguments: Sequence[str] = ()) -> None:
        command = [sys.executable, "-m", "safecity_console.simulator", "--json", *arguments]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        self.cameras = self._read_cameras()

    def __enter__(self) -> DistrictProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """Give the process id."""
        return self._process.pid

    def stop(self) -> None:
        """End the district and wait for it."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(END_S)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def wait(self) -> None:
        """Wait until the district ends by itself."""
        self._process.wait()

    def _read_cameras(self) -> tuple[DistrictCamera, ...]:
        line = self._process.stdout.readline() if self._process.stdout is not None else ""
        if not line:
            self.stop()
            raise Refused("district_failed")
        return tuple(_camera(row) for row in json.loads(line)["cameras"])


def _camera(row: dict[str, Any]) -> DistrictCamera:
    return DistrictCamera(
        row["number"], row["name"], row["site"], row["phase"], row["latitude"], row["longitude"],
        row["main_url"], row["sub_url"], row["user"], Secret(row["password"]), row["expected"], row["name_ur"],
        row["onvif_url"],
    )  # fmt: skip


def fill_registry(services: ConsoleServices, cameras: Sequence[DistrictCamera]) -> None:
    """Put the district's cameras into an empty registry."""
    for camera in cameras:
        draft = CameraDraft(number=camera.number, name=camera.name, name_ur=camera.name_ur, main_url=camera.main_url,
                            sub_url=camera.sub_url, onvif_host=camera.onvif_host,
                            site=camera.site, phase=camera.phase, user=camera.user,
                            latitude=camera.latitude or None, longitude=camera.longitude or None)
        services.cameras.add(draft, camera.password if camera.password else None)
