"""Replay: a recorded device answers again, from a file of its exchanges, on a port of its own.

Belongs here: finding the recorded answer, moving the addresses in it to here. Does not belong here: devices of our own
(face.py).
File: {device, exchanges: [{op, service, path, status, request_body, response}]}, see media/SOURCES.md.
Invariants: 1. An answer goes out as it was recorded, but for service addresses where `relocate` is set. 2. What was
not recorded gets the recorded fault, or ActionNotSupported. 3. Any login is taken: none was recorded.
Thread: its own; `asked` may be read from any.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from safecity_console.core.worker import Worker
from safecity_console.simulator.onvif.http import Answer, DevicePort
from safecity_console.simulator.onvif.soap import NotSoap, envelope, fault_body, parse_call, unsupported
from safecity_console.simulator.wire import Request

START_LIMIT_S = 10.0
_SERVICES: Mapping[str, tuple[str, ...]] = {
    "tds": ("device", "device_management"), "trt": ("media", "media1"), "tr2": ("media2",), "tptz": ("ptz",),
    "timg": ("imaging",), "tev": ("event", "events"), "wsnt": ("event", "events"), "tmd": ("deviceio",),
}  # fmt: skip
_ADDRESS = re.compile(r"(<(?:\w+:)?(?:XAddr|Address)[^>]*>\s*https?://)[^/<\s]+")


class ReplayDevice(Worker):
    """A recorded device; a context manager."""

    def __init__(self, recording: Path, *, host: str = "127.0.0.1", relocate: bool = True) -> None:
        super().__init__("simulator-replay")
        told = json.loads(recording.read_text(encoding="utf-8"))
        self.device: Mapping[str, Any] = told["device"]
        self._exchanges: list[dict[str, Any]] = [one for one in told["exchanges"] if one.get("response")]
        self._host, self._relocate = host, relocate
        self._ready: concurrent.futures.Future[int] = concurrent.futures.Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._authority = ""
        self.asked: list[tuple[str, str]] = []  # service, operation
        self.unknown: list[tuple[str, str]] = []  # asked and not recorded

    def __enter__(self) -> ReplayDevice:
        self.start()
        self._ready.result(START_LIMIT_S)
        return self

    def __exit__(self, *unused: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Return the address of its device service."""
        return f"http://{self._authority}/onvif/device_service"

    @property
    def operations(self) -> tuple[str, ...]:
        """Return what was recorded."""
        return tuple(sorted({one["op"] for one in self._exchanges}))

    def run(self) -> None:
        """Serve until asked to stop."""
        asyncio.run(self._serve())

    def ask_stop(self) -> None:
        """Ask the loop to end."""
        super().ask_stop()
        if self._loop is not None and self._task is not None and not self._loop.is_closed():
            try:
                self._loop.call_soon_threadsafe(self._task.cancel)
            except RuntimeError:
                return  # the loop ended in between

    async def _serve(self) -> None:
        self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        port: DevicePort | None = None
        try:
            port = DevicePort(self._answer, host=self._host, port=0)
            await port.listen()
            self._authority = f"{self._host}:{port.port}"
            self._ready.set_result(port.port)
            await asyncio.Event().wait()
        except OSError as error:
            self._ready.set_exception(error)
        except asyncio.CancelledError:
            if not self.stopping:
                raise
        finally:
            if port is not None:
                await port.close()

    async def _answer(self, request: Request) -> Answer:
        try:
            call = parse_call(request.body, request.path)
        except NotSoap:
            return Answer(400, b"", "text/plain")
        self.asked.append((call.service, call.operation))
        found = self._recorded(call.service, call.operation, set(_texts(call.body)))
        if found is None:
            self.unknown.append((call.service, call.operation))
            return Answer(500, envelope(fault_body(unsupported(call.operation))).encode())
        text = str(found["response"])
        if self._relocate:
            text = _ADDRESS.sub(lambda match: match[1] + self._authority, text)
        return Answer(int(found.get("status") or (500 if found["op"] == "Fault" else 200)), text.encode())

    def _recorded(self, service: str, operation: str, texts: set[str]) -> dict[str, Any] | None:
        """Return the exchange most like what is asked."""
        names = _SERVICES.get(service, ())
        fitting = [one for one in self._exchanges if one["op"] == operation and one["service"].lower() in names]
        if fitting:
            return max(fitting, key=lambda one: (len(texts & _body_texts(one)), one.get("status") in (None, 200)))
        return next((one for one in self._exchanges if one["op"] == "Fault"), None)


def _body_texts(exchange: dict[str, Any]) -> set[str]:
    try:
        return set(_texts(ElementTree.fromstring(exchange.get("request_body") or "<x/>")))  # noqa: S314 - our own file
    except ElementTree.ParseError:
        return set()


def _texts(element: Element) -> Iterable[str]:
    return (one.text.strip() for one in element.iter() if one.text and one.text.strip())
