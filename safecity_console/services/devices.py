"""Finding ONVIF devices and taking them into the registry: one login, many cameras.

Belongs here: the use cases, permission, audit, what is kept of a device. Does not belong here: SOAP (onvif/), the
registry's own rules (cameras.py), steering (ptz*.py), choosing streams (domain/device_streams.py).
Invariants:
1. The ONVIF code is loaded when it is first used: the first window costs nothing of it.
2. A login is held in memory only, goes to registered or ticked hosts only, and lies sealed in the registry afterwards.
3. A login that a device refused is not sent to it again before it is changed.
4. A device's first certificate is pinned when it is taken on; another one later is refused until it is accepted.
5. One device that fails costs no other; each outcome says why.
Thread: any; these calls block for seconds. A search and a taking-on end within a second of `stop`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Protocol

from safecity_console.core.login import Login
from safecity_console.core.secrets import Secret
from safecity_console.db.door import Door
from safecity_console.db.onvif_devices import put_device, read_devices
from safecity_console.db.reader import Reader
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.camera import Camera, CameraDraft, Transport
from safecity_console.domain.device_streams import (
    ChosenProfiles,
    check_template,
    choose,
    name_by,
    usual_paths,
    words_of,
)
from safecity_console.domain.errors import NotFound, Refused, VaultLocked, WorldError
from safecity_console.domain.onvif import (
    DeviceReport,
    Endpoint,
    FoundDevice,
    MediaProfile,
    OnvifError,
    OnvifFault,
    Search,
    SearchProgress,
    endpoint_of,
)
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk
from safecity_console.services.device_matches import Matches

READERS = 8
DEVICES = Subject("onvif")
_CODES = {fault: f"onvif_{fault.value}" for fault in OnvifFault}


@dataclass(frozen=True, slots=True)
class DeviceReading:
    """A device as read: its report, its streams without logins, and what was chosen of its profiles."""

    report: DeviceReport
    main_url: str
    sub_url: str = ""
    chosen: ChosenProfiles = field(default_factory=ChosenProfiles)


@dataclass(frozen=True, slots=True)
class TakeOn:
    """How found devices become cameras: names by template, numbers from the first free one at `first_number`."""

    template: str = "{place} {n}"
    place: str = ""
    first_number: int = 1
    transport: Transport = Transport.TCP
    phase: int = 1


@dataclass(frozen=True, slots=True)
class TakenOn:
    """What became of one device: a camera, or why not."""

    found: FoundDevice
    camera: Camera | None = None
    refused: WorldError | None = None
    sources: int = 0


class NamesStreams(Protocol):
    """What choosing streams needs of a device."""

    def stream_uri(self, profile_token: str, transport: Transport = Transport.TCP) -> str:
        """Give a stream's address, without a login."""
        ...


class DeviceService:
    """Discovery and onboarding over one registry."""

    def __init__(self, door: Door, reader: Reader, desk: Desk, cameras: CameraService) -> None:
        self._door, self._reader, self._desk, self._cameras = door, reader, desk, cameras
        self._lock = threading.Lock()
        self._known: dict[str, DeviceReport] | None = None
        self._refused: set[tuple[str, int, str, Secret]] = set()

    # Finding ----------------------------------------------------------------------------------------------------------

    def discover(self, wanted: Search, progress: Callable[[SearchProgress], None] | None = None,
                 stop: threading.Event | None = None) -> tuple[FoundDevice, ...]:
        """Look for devices; those of the registry carry its number. Raises Refused."""
        from safecity_console.onvif import discovery  # noqa: PLC0415 - loaded when first used

        actor = self._desk.must(Permission.EDIT_CAMERAS, DEVICES)
        found = discovery.search(wanted, progress, stop)
        self._desk.note(Action.DISCOVER, DEVICES, Outcome.DONE, actor, found=len(found), ranges=list(wanted.ranges))
        matches = Matches(self._cameras.cameras(), self._reports())
        return tuple(replace(one, number=matches.number(one)) for one in found)

    # Reading ----------------------------------------------------------------------------------------------------------

    def read(self, endpoint: Endpoint, login: Login, pinned: str = "",
             transport: Transport = Transport.TCP) -> DeviceReading:
        """Read a device with a login; raises Refused("onvif_…")."""
        self._desk.must(Permission.EDIT_CAMERAS, Subject("onvif", endpoint.host))
        key = (endpoint.host, endpoint.port, login.user, login.password)
        if key in self._refused:
            raise refused_of(OnvifError(OnvifFault.LOGIN_STOPPED), endpoint)
        try:
            return self._reading(endpoint, login, pinned, transport)
        except OnvifError as error:
            if error.fault is OnvifFault.CERTIFICATE_NEW and not pinned:
                return self.read(endpoint, login, error.words, transport)  # first use: pinned from now on
            if error.fault in (OnvifFault.WRONG_PASSWORD, OnvifFault.CLOCK_OFF):
                self._refused.add(key)
            raise refused_of(error, endpoint) from None

    def read_again(self, camera_id: str) -> DeviceReport:
        """Read a camera's device once more and keep what was read; raises Refused, NotFound."""
        camera = self._must(camera_id)
        known = self._reports().get(camera_id)
        endpoint = self._endpoint(camera)
        pinned = known.pinned if known is not None and known.endpoint == endpoint else ""
        report = self.read(endpoint, self._cameras.login(camera_id), pinned).report
        self._keep(camera, report)
        return report

    def remember(self, camera_id: str, report: DeviceReport) -> None:
        """Keep what steering read of a device that nobody had read before; changes nothing of the registry."""
        with self._lock:
            if self._known is None:
                self._known = self._reader.read(read_devices)
            self._known = {**self._known, camera_id: report}
        self._door.submit(lambda tx: put_device(tx, camera_id, report))

    def login_for(self, camera: Camera, endpoint: Endpoint) -> Login:
        """Give a camera's login for its device.

        Raises Refused("ptz_login_locked"), and OnvifError(LOGIN_STOPPED) where the device refused this very login
        before, to whoever asked.
        """
        try:
            login = self._cameras.login(camera.id)
        except VaultLocked:
            raise Refused("ptz_login_locked", number=camera.number) from None
        if (endpoint.host, endpoint.port, login.user, login.password) in self._refused:
            raise OnvifError(OnvifFault.LOGIN_STOPPED)
        return login

    def note_refused(self, endpoint: Endpoint, login: Login) -> None:
        """Remember that a device refused this login: nobody tries it there again before it is changed."""
        self._refused.add((endpoint.host, endpoint.port, login.user, login.password))

    def known(self, camera_id: str) -> DeviceReport | None:
        """Give what is known of a camera's device, without asking it."""
        return self._reports().get(camera_id)

    def certificate(self, camera_id: str) -> str:
        """Give the certificate pinned for a camera, by its SHA-256; empty where none is."""
        known = self.known(camera_id)
        return "" if known is None else known.pinned

    # Taking on --------------------------------------------------------------------------------------------------------

    def add(self, draft: CameraDraft, reading: DeviceReading, password: Secret | None) -> Camera:
        """Add a camera with the streams of its device where the draft names none; keeps what was read."""
        urls = (draft.main_url, draft.sub_url) if draft.main_url else (reading.main_url, reading.sub_url)
        camera = self._cameras.add(replace(draft, main_url=urls[0], sub_url=urls[1],
                                           onvif_host=reading.report.endpoint.short), password)
        self._keep(camera, reading.report)
        return camera

    def take_on(self, found: Iterable[FoundDevice], login: Login, how: TakeOn = TakeOn(),
                progress: Callable[[int, int, TakenOn], None] | None = None,
                stop: threading.Event | None = None) -> tuple[TakenOn, ...]:
        """Read devices with one login and add each as a camera; gives what became of each, in order.

        Raises Refused("template_unknown" | "not_permitted"); what hinders one device is in its outcome.
        """
        self._desk.must(Permission.EDIT_CAMERAS, DEVICES)
        check_template(how.template)
        wanted, ended, done = tuple(found), stop or threading.Event(), []
        numbers = self._free_numbers(how.first_number)
        with ThreadPoolExecutor(READERS, "onvif-read") as pool:
            readings = [pool.submit(self._read_found, one, login, how, ended) for one in wanted]
            for one, future in zip(wanted, readings, strict=True):
                outcome = self._take_one(one, future.result(), login, how, numbers)
                done.append(outcome)
                if progress is not None:
                    progress(len(done), len(wanted), outcome)
        return tuple(done)

    def _take_one(self, found: FoundDevice, reading: DeviceReading | WorldError, login: Login, how: TakeOn,
                  numbers: Iterator[int]) -> TakenOn:
        if isinstance(reading, WorldError):
            return TakenOn(found, refused=reading)
        number = next(numbers)
        report = reading.report
        name = name_by(how.template, words_of(report, how.place, found.name, number)) or f"{report.endpoint.host}"
        draft = CameraDraft(number, name[:80], "", site=how.place, phase=how.phase, user=login.user,
                            transport=how.transport)
        try:
            return TakenOn(found, self.add(draft, reading, login.password), sources=reading.chosen.sources)
        except WorldError as error:
            return TakenOn(found, refused=error, sources=reading.chosen.sources)

    def _read_found(self, found: FoundDevice, login: Login, how: TakeOn,
                    stop: threading.Event) -> DeviceReading | WorldError:
        if stop.is_set():
            return refused_of(OnvifError(OnvifFault.CLOSED), found.endpoint)
        try:
            return self.read(found.endpoint, login, transport=how.transport)
        except WorldError as error:
            return error

    def _reading(self, endpoint: Endpoint, login: Login, pinned: str, transport: Transport) -> DeviceReading:
        from safecity_console.onvif.device import Device  # noqa: PLC0415 - loaded when first used

        device = Device(endpoint, login.user, login.password, pinned)
        try:
            device.connect()
            report = device.report()
            chosen = choose(report.profiles)
            main, sub = self._streams(device, report, chosen, transport)
            return DeviceReading(report, main, sub, chosen)
        finally:
            device.close()

    @staticmethod
    def _streams(device: NamesStreams, report: DeviceReport, chosen: ChosenProfiles,
                 transport: Transport) -> tuple[str, str]:
        def address(profile: MediaProfile | None) -> str:
            if profile is None:
                return ""
            try:
                return device.stream_uri(profile.token, transport)
            except OnvifError as error:
                if error.fault not in (OnvifFault.NOT_SUPPORTED, OnvifFault.DEVICE_FAULT, OnvifFault.NOT_ONVIF):
                    raise
                return ""

        main, sub = address(chosen.main), address(chosen.sub)
        usual = usual_paths(report.information.maker)
        if not main and usual is not None:
            host = f"[{report.endpoint.host}]" if ":" in report.endpoint.host else report.endpoint.host
            main, sub = f"rtsp://{host}{usual.main}", f"rtsp://{host}{usual.sub}" if usual.sub else ""
        if not main:
            raise Refused("onvif_no_stream", host=report.endpoint.host)
        return main, "" if sub == main else sub

    # What is kept -----------------------------------------------------------------------------------------------------

    def _keep(self, camera: Camera, report: DeviceReport) -> None:
        about = Subject("camera", camera.id)
        actor = self._desk.must(Permission.EDIT_CAMERAS, about)

        def job(transaction: object) -> None:
            put_device(transaction, camera.id, report)  # type: ignore[arg-type]
            self._desk.append(transaction, Action.ONBOARD, about, Outcome.DONE, actor,  # type: ignore[arg-type]
                              host=report.endpoint.host, maker=report.information.maker,
                              model=report.information.model, ptz=report.ptz is not None)

        self._door.write(job)
        with self._lock:
            self._known = {**(self._known or {}), camera.id: report}

    def _reports(self) -> dict[str, DeviceReport]:
        with self._lock:
            if self._known is None:
                self._known = self._reader.read(read_devices)
            return self._known

    def _free_numbers(self, first: int) -> Iterator[int]:
        return (one for one in count(first) if self._cameras.by_number(one) is None)

    def _must(self, camera_id: str) -> Camera:
        camera = self._cameras.by_id(camera_id)
        if camera is None:
            raise NotFound("camera_missing")
        return camera

    @staticmethod
    def _endpoint(camera: Camera) -> Endpoint:
        if not camera.onvif_host.strip():
            raise Refused("onvif_no_host", number=camera.number)
        return endpoint_of(camera.onvif_host)


def refused_of(error: OnvifError, endpoint: Endpoint) -> Refused:
    """Give a device's failure as a refusal with its sentence."""
    return Refused(_CODES[error.fault], host=endpoint.host, words=error.words, operation=error.operation)
