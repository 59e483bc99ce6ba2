"""Face: one simulated camera over ONVIF: who asks, whether he may, what is answered and how badly.

Belongs here: from an HTTP request to an HTTP answer; logins, dispatch, quirks of the answer.
Does not belong here: operations (device.py, media.py, ptz.py …), sockets (http.py).
Invariants: 1. A request can crash nothing: what is wrong with it becomes a fault. 2. What needs a login gets none
without. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Awaitable, Callable, Mapping

from safecity_console.core.logs import get_logger
from safecity_console.simulator.faults import FaultKind
from safecity_console.simulator.model import Role
from safecity_console.simulator.onvif.device import DeviceService
from safecity_console.simulator.onvif.events import EventService
from safecity_console.simulator.onvif.head import Head
from safecity_console.simulator.onvif.hostile import spoil
from safecity_console.simulator.onvif.http import Answer
from safecity_console.simulator.onvif.imaging import ImagingService
from safecity_console.simulator.onvif.login import Door, Judgement
from safecity_console.simulator.onvif.media import MediaService
from safecity_console.simulator.onvif.ptz import PtzService
from safecity_console.simulator.onvif.quirks import Quirk, Quirks
from safecity_console.simulator.onvif.soap import (
    Call,
    NotSoap,
    Operations,
    SoapFault,
    envelope,
    fault_body,
    invalid,
    parse_call,
    unsupported,
)
from safecity_console.simulator.onvif.state import DeviceState
from safecity_console.simulator.onvif.topics import TOLD_BY_FAULT, TOPICS
from safecity_console.simulator.onvif.tours import TourService
from safecity_console.simulator.wire import Request

Snapshot = Callable[[Role], Awaitable[bytes]]
ANONYMOUS = {"GetWsdlUrl", "GetServices", "GetServiceCapabilities", "GetCapabilities", "GetHostname",
             "GetSystemDateAndTime", "GetEndpointReference"}  # fmt: skip
_CHANGES = re.compile(r"^(Set|System|Create|Remove|Modify|Operate|Add|Send|Goto|.*Move$|Stop$)")
_REASONS = {
    Judgement.CLOCK: "Sender not authorized: message time is out of range",
    Judgement.LOCKED: "The user is locked",
}


class OnvifFace:
    """Answer for one camera; `reboot` begins its outage and gives the seconds."""

    def __init__(self, state: DeviceState, head: Head | None, snapshot: Snapshot, reboot: Callable[[], float]) -> None:
        self.state = state
        self.head = head
        self._snapshot = snapshot
        self._log = get_logger("simulator")
        self.door = Door(state)
        self.events = EventService(state)
        self.media = MediaService(state)
        self.imaging = ImagingService(state)
        self.device = DeviceService(state, reboot, self._relay_changed, lambda: self.events.slots)
        self.asked: list[str] = []  # operations, the newest last; for a test; bounded
        self.ptz: PtzService | None = None
        self.tours: TourService | None = None
        self._services: dict[str, Operations] = {
            "tds": self.device.operations,
            "tmd": self.device.operations,
            "trt": self.media.media1,
            "tr2": self.media.media2,
            "timg": self.imaging.operations,
            "tev": self.events.operations,
            "wsnt": self.events.notification,
        }
        if head is not None:
            self._add_ptz(head)
        state.rebooted()
        self._tell_reboot()

    def _add_ptz(self, head: Head) -> None:
        ptz = PtzService(self.state, head, self._known_profile)
        tours = TourService(ptz)
        self._services["tptz"] = {**ptz.operations, **tours.operations}
        ptz.quirks_changed()
        self.ptz, self.tours = ptz, tours

    def _known_profile(self, token: str) -> None:
        if not self.media.has_ptz(self.media.role_of(token)):
            raise invalid("the profile has no PTZ", "NoPTZProfile")

    def set_quirks(self, quirks: Quirks) -> None:
        """Depart from ONVIF in other ways from now on."""
        self.state.quirks = quirks
        if self.ptz is not None:
            self.ptz.quirks_changed()

    def obey_faults(self) -> None:
        """Tell what the camera's faults do to its picture."""
        effects = self.state.effects()
        for name, kinds in TOLD_BY_FAULT.items():
            self.events.tell(name, TOPICS[name].value(effects.has(*kinds)))

    def go_down(self) -> None:
        """Lose what does not survive a reboot."""
        self.events.forget_all()
        if self.tours is not None:
            self.tours.interrupt()

    def come_back(self) -> None:
        """Be there again."""
        self.state.rebooted()
        self._tell_reboot()

    def close(self) -> None:
        """End what runs by itself."""
        self.go_down()
        if self.ptz is not None:
            self.ptz.close()

    def _tell_reboot(self) -> None:
        if self.state.started_at is not None:
            self.events.tell("reboot", f"{self.state.started_at:%Y-%m-%dT%H:%M:%SZ}")
        self.events.tell("relay", "inactive")
        self.events.tell("motion", "false")
        self.events.tell("digital_input", "false")
        self.obey_faults()

    def _relay_changed(self, active: bool) -> None:
        self.events.tell("relay", "active" if active else "inactive")

    async def answer(self, request: Request) -> Answer:
        """Answer one request."""
        effects, quirks = self.state.effects(), self.state.quirks
        if effects.has(FaultKind.NEVER_ANSWERS):
            await asyncio.sleep(3600.0)
        if effects.has(FaultKind.GARBAGE):
            return Answer(200, bytes(range(256)), "application/octet-stream")
        if quirks.has(Quirk.SLOW):
            await asyncio.sleep(quirks.value(Quirk.SLOW))
        try:
            made = await (self._picture(request) if request.path.startswith("/snapshot/") else self._soap(request))
        except Exception:  # noqa: BLE001 - a device's edge: a request must not end it
            self._log.exception("onvif_answer_failed", camera=self.state.number)
            made = self._fault(SoapFault("internal error", "ter:Action", receiver=True))
        return spoil(made, quirks, self.state.now().timestamp())

    async def _soap(self, request: Request) -> Answer:
        if request.method != "POST":
            return Answer(405, b"", "text/plain")
        try:
            call = parse_call(request.body, request.path)
        except NotSoap as error:
            return self._fault(SoapFault(str(error), "ter:WellFormed"))
        self.asked.append(call.operation)
        del self.asked[:-1000]
        refused = self._refusal(request, call)
        if refused is not None:
            return refused
        try:
            body = await self._dispatch(call)
        except SoapFault as fault:
            return self._fault(fault)
        return Answer(200, envelope(body, _addressing(call)).encode())

    async def _dispatch(self, call: Call) -> str:
        operations: Mapping[str, object] = self._services.get(call.service, {})
        operation = operations.get(call.operation)
        if call.operation == "GetServiceCapabilities" and call.service in self.device.services():
            operation = self.device.get_service_capabilities
        if not callable(operation) or (call.service == "tr2" and self.state.quirks.has(Quirk.NO_MEDIA2)):
            raise unsupported(call.operation)
        if self.state.quirks.has(Quirk.USER_ONLY) and _CHANGES.match(call.operation):
            raise SoapFault("The user may not do this", "ter:NotAuthorized", "ter:OperationProhibited")
        made = operation(call)
        return str(await made if inspect.isawaitable(made) else made)

    def _refusal(self, request: Request, call: Call) -> Answer | None:
        """Return the refusal of a request that needs a login and has none that is right."""
        clock_open = not self.state.quirks.has(Quirk.CLOCK_NEEDS_LOGIN) or call.operation != "GetSystemDateAndTime"
        if call.operation in ANONYMOUS and clock_open:
            return None
        found = self.door.judge(request.method, request.url, request.headers.get("authorization", ""), call.header)
        if self.state.effects().has(FaultKind.WRONG_PASSWORD):
            found = Judgement.REFUSED
        if found is Judgement.ACCEPTED:
            return None
        reason = _REASONS.get(found, "Sender not authorized")
        challenges = tuple(self.door.challenges(stale=found is Judgement.STALE))
        return self._fault(SoapFault(reason, "ter:NotAuthorized", status=401 if challenges or self.state.quirks.has(
            Quirk.NO_CHALLENGE) else 400), challenges)

    def _fault(self, fault: SoapFault, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
        status = int(self.state.quirks.value(Quirk.FAULTS_AS, fault.status))
        return Answer(status, envelope(fault_body(fault)).encode(), headers=headers)

    async def _picture(self, request: Request) -> Answer:
        name = request.path.removeprefix("/snapshot/").removesuffix(".jpg")
        if request.method != "GET" or name not in (Role.MAIN, Role.SUB):
            return Answer(404, b"", "text/plain")
        header = request.headers.get("authorization", "")
        found = self.door.judge("GET", request.url, header, None)
        if found is not Judgement.ACCEPTED or self.state.quirks.has(Quirk.SNAPSHOT_REFUSED):
            return Answer(401, b"", "text/plain", tuple(self.door.challenges(stale=found is Judgement.STALE)))
        if self.state.quirks.has(Quirk.SNAPSHOT_NO_JPEG):
            return Answer(200, b"<html>busy</html>", "image/jpeg")
        return Answer(200, await self._snapshot(Role(name)), "image/jpeg")


def _addressing(call: Call) -> str:
    """Return the answer's WS-Addressing headers where the request had some."""
    if call.header is None:
        return ""
    said = {name: "".join(e.text or "" for e in call.header if e.tag.endswith("}" + name)) for name in
            ("Action", "MessageID")}
    if not said["Action"]:
        return ""
    related = f"<wsa:RelatesTo>{_clean(said['MessageID'])}</wsa:RelatesTo>" if said["MessageID"] else ""
    return f"<wsa:Action>{_clean(said['Action']).replace('Request', 'Response')}</wsa:Action>{related}"


def _clean(text: str) -> str:
    return re.sub(r"[^\w:/.\-]", "", text)[:200]
