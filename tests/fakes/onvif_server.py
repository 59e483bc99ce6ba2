"""A device of HTTP alone: answers by operation what a test says, checks logins, counts what it heard.

Belongs here: the server, digest and token checked as a strict device does, replays of recorded answers. Does not belong
here: what a simulated camera does (safecity_console/simulator). Invariant: `close` ends every thread and socket.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

ENVELOPE = ('<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"'
            ' xmlns:tt="http://www.onvif.org/ver10/schema" xmlns:tds="http://www.onvif.org/ver10/device/wsdl"'
            ' xmlns:trt="http://www.onvif.org/ver10/media/wsdl" xmlns:tr2="http://www.onvif.org/ver20/media/wsdl"'
            ' xmlns:tptz="http://www.onvif.org/ver20/ptz/wsdl" xmlns:timg="http://www.onvif.org/ver20/imaging/wsdl"'
            ' xmlns:ter="http://www.onvif.org/ver10/error"><s:Body>{}</s:Body></s:Envelope>')
USER, PASSWORD = "operator", "p@ss/%?"


@dataclass
class Heard:
    """One request."""

    path: str
    operation: str
    body: str
    headers: dict[str, str]

    @property
    def token(self) -> bool:
        return "UsernameToken" in self.body

    @property
    def login(self) -> bool:
        return self.token or "authorization" in self.headers


@dataclass
class Reply:
    """One answer; `chunks` are sent one by one with `drip_s` between them, without a length."""

    body: str | bytes = ""
    status: int = 200
    headers: list[tuple[str, str]] = field(default_factory=list)
    chunks: Iterable[bytes] | None = None
    drip_s: float = 0.0
    close: bool = False
    hang_up: bool = False  # no answer at all


Script = Callable[[Heard], "Reply | str"]


def soap(inner: str) -> str:
    """Wrap a body."""
    return ENVELOPE.format(inner)


def fault(subcode: str, reason: str = "", status: int = 400) -> Reply:
    """Make a fault."""
    return Reply(soap(f"<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:{subcode}</s:Value>"
                      f"</s:Subcode></s:Code><s:Reason><s:Text xml:lang='en'>{reason}</s:Text></s:Reason></s:Fault>"),
                 status)


class OnvifServer:
    """Serves a script on loopback."""

    def __init__(self, script: Script, certificate: Path | None = None) -> None:
        self.heard: list[Heard] = []
        self.connections = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def setup(self) -> None:
                super().setup()
                outer.connections += 1

            def do_POST(self) -> None:
                text = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
                operation = re.search(r"Body[^>]*>\s*<(?:[\w.-]+:)?([A-Za-z]+)", text)
                heard = Heard(self.path, operation[1] if operation else "", text,
                              {k.lower(): v for k, v in self.headers.items()})
                outer.heard.append(heard)
                answered = script(heard)
                self._answer(answered if isinstance(answered, Reply) else Reply(answered))

            def _answer(self, reply: Reply) -> None:
                if reply.hang_up:
                    self.close_connection = True
                    return
                if reply.chunks is not None:
                    self.close_connection = True
                    for chunk in reply.chunks:
                        self.wfile.write(chunk)
                        self.wfile.flush()
                        time.sleep(reply.drip_s)
                    return
                body = reply.body if isinstance(reply.body, bytes) else reply.body.encode()
                self.send_response_only(reply.status)
                for name, value in reply.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                if reply.close:
                    self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(body)

            def handle(self) -> None:
                with contextlib.suppress(OSError):
                    super().handle()

            def log_message(self, *unused: object) -> None:
                """Say nothing."""

        self._server = _Server(("127.0.0.1", 0), Handler)
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), name="onvif-fake", daemon=True)
        self._thread.start()

    def __enter__(self) -> OnvifServer:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def close(self) -> None:
        """End everything."""
        self._server.shutdown()
        self._server.end_all()
        self._server.server_close()
        self._thread.join(3.0)

    def said(self, operation: str) -> list[Heard]:
        """Give the requests of one operation."""
        return [one for one in self.heard if one.operation == operation]

    def logins(self) -> list[Heard]:
        """Give the requests that carried a login."""
        return [one for one in self.heard if one.login]

    def drop_connections(self) -> None:
        """End the connections that stand, as a device does that has had enough of waiting."""
        self._server.end_all()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *rest: Any) -> None:
        super().__init__(*rest)
        self._open: list[socket.socket] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.append(request)
        super().process_request(request, client_address)

    def handle_error(self, *unused: object) -> None:
        """Say nothing: clients hang up as they like."""

    def end_all(self) -> None:
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._open.clear()


class StrictDevice:
    """A script that checks logins as a strict device does; `answers` by operation: a body, a reply, or a script."""

    def __init__(self, answers: dict[str, Any] | None = None, *, digest: bool = False, token: bool = False,
                 offset_s: float = 0.0, told_offset_s: float | None = None, password: str = PASSWORD,
                 open_to_all: tuple[str, ...] = ("GetSystemDateAndTime", "GetServices", "GetCapabilities")) -> None:
        self.answers = answers or {}
        self.digest, self.token, self.offset_s, self.password = digest, token, offset_s, password
        self.told_offset_s = offset_s if told_offset_s is None else told_offset_s
        self.open_to_all = open_to_all
        self.nonce = "n1"
        self.refusals = 0
        self.dated = False

    def __call__(self, heard: Heard) -> Reply | str:
        guarded = (self.digest or self.token) and heard.operation not in self.open_to_all
        if guarded and not self._let_in(heard):
            self.refusals += heard.login
            return self._refusal()
        if heard.operation == "GetSystemDateAndTime" and heard.operation not in self.answers:
            return clock_answer(datetime.now(UTC) + timedelta(seconds=self.told_offset_s))
        answer = self.answers.get(heard.operation)
        if answer is None:
            return fault("ActionNotSupported", "Optional Action Not Implemented", 500)
        return answer(heard) if callable(answer) else answer if isinstance(answer, Reply) else soap(answer)

    def _refusal(self) -> Reply:
        reply = fault("NotAuthorized", "Sender not Authorized", 401 if self.digest else 400)
        if self.digest:
            reply.headers.append(("WWW-Authenticate", f'Digest realm="cam", qop="auth", nonce="{self.nonce}", '
                                  'algorithm=MD5'))
        if self.dated:
            at = datetime.now(UTC) + timedelta(seconds=self.offset_s)
            reply.headers.append(("Date", at.strftime("%a, %d %b %Y %H:%M:%S GMT")))
        return reply

    def _let_in(self, heard: Heard) -> bool:
        return (self.digest and self._digest_right(heard)) or (self.token and self._token_right(heard))

    def _digest_right(self, heard: Heard) -> bool:
        said = dict(re.findall(r'(\w+)="?([^",]+)"?', heard.headers.get("authorization", "")))
        if said.get("nonce") != self.nonce:
            return False
        first = hashlib.md5(f"{USER}:cam:{self.password}".encode()).hexdigest()
        second = hashlib.md5(f"POST:{heard.path}".encode()).hexdigest()
        whole = f"{first}:{self.nonce}:{said.get('nc')}:{said.get('cnonce')}:auth:{second}"
        return said.get("response") == hashlib.md5(whole.encode()).hexdigest()

    def _token_right(self, heard: Heard) -> bool:
        said = dict(re.findall(r"<ws\w+:(\w+)[^>]*>([^<]*)<", heard.body))
        if "Created" not in said:
            return False
        at = datetime.fromisoformat(said["Created"].replace("Z", "+00:00"))
        here = datetime.now(UTC) + timedelta(seconds=self.offset_s)
        right = base64.b64encode(hashlib.sha1(base64.b64decode(said["Nonce"]) + said["Created"].encode()
                                              + self.password.encode()).digest()).decode()
        return abs((at - here).total_seconds()) <= 5 and said["Password"] == right


def clock_answer(at: datetime) -> str:
    """Make an answer to GetSystemDateAndTime."""
    return soap(
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType>"
        f"<tt:UTCDateTime><tt:Time><tt:Hour>{at.hour}</tt:Hour><tt:Minute>{at.minute}</tt:Minute>"
        f"<tt:Second>{at.second}</tt:Second></tt:Time><tt:Date><tt:Year>{at.year}</tt:Year>"
        f"<tt:Month>{at.month}</tt:Month><tt:Day>{at.day}</tt:Day></tt:Date></tt:UTCDateTime>"
        "</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>")


INFORMATION = ("<tds:GetDeviceInformationResponse><tds:Manufacturer>Test</tds:Manufacturer><tds:Model>M1</tds:Model>"
               "<tds:FirmwareVersion>1</tds:FirmwareVersion><tds:SerialNumber>S1</tds:SerialNumber>"
               "<tds:HardwareId>H</tds:HardwareId></tds:GetDeviceInformationResponse>")


def services_answer(base: str = "http://192.0.2.77", names: tuple[str, ...] = ("media", "ptz")) -> str:
    """Make an answer to GetServices; the addresses are those the device believes to have."""
    spaces = {"media": "http://www.onvif.org/ver10/media/wsdl", "media2": "http://www.onvif.org/ver20/media/wsdl",
              "ptz": "http://www.onvif.org/ver20/ptz/wsdl", "imaging": "http://www.onvif.org/ver20/imaging/wsdl",
              "deviceio": "http://www.onvif.org/ver10/deviceIO/wsdl"}
    each = "".join(f"<tds:Service><tds:Namespace>{spaces[name]}</tds:Namespace><tds:XAddr>{base}/onvif/{name}"
                   "</tds:XAddr></tds:Service>" for name in names)
    return f"<tds:GetServicesResponse>{each}</tds:GetServicesResponse>"


def profile(token: str, width: int, height: int, codec: str = "H264", ptz: str = "PTZ_1") -> str:
    """Make one profile of Media1."""
    steered = f'<tt:PTZConfiguration token="{ptz}"><tt:NodeToken>N1</tt:NodeToken></tt:PTZConfiguration>' if ptz else ""
    return (f'<trt:Profiles token="{token}"><tt:Name>{token} name</tt:Name>'
            '<tt:VideoSourceConfiguration token="vs"><tt:SourceToken>VS1</tt:SourceToken>'
            "</tt:VideoSourceConfiguration>"
            f'<tt:VideoEncoderConfiguration token="{token}-e"><tt:Encoding>{codec}</tt:Encoding><tt:Resolution>'
            f"<tt:Width>{width}</tt:Width><tt:Height>{height}</tt:Height></tt:Resolution><tt:RateControl>"
            f"<tt:FrameRateLimit>25</tt:FrameRateLimit><tt:BitrateLimit>4096</tt:BitrateLimit></tt:RateControl>"
            f"</tt:VideoEncoderConfiguration>{steered}</trt:Profiles>")


def profiles_answer(*profiles: str) -> str:
    """Make an answer to GetProfiles of Media1."""
    return f"<trt:GetProfilesResponse>{''.join(profiles)}</trt:GetProfilesResponse>"


def uri_answer(heard: Heard) -> str:
    """Answer GetStreamUri with the host the device believes to have, and a login it should not tell."""
    token = re.search(r"ProfileToken>([^<]+)<", heard.body)
    return soap("<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>rtsp://admin:12345@192.0.2.77:554/live/"
                f"{token[1] if token else ''}\r\n</tt:Uri></trt:MediaUri></trt:GetStreamUriResponse>")


def node_answer(spaces: str = "") -> str:
    """Make an answer to GetNodes."""
    usual = _space("ContinuousPanTiltVelocitySpace", -1, 1) + _space("ContinuousZoomVelocitySpace", -1, 1)
    return ('<tptz:GetNodesResponse><tptz:PTZNode token="N1"><tt:SupportedPTZSpaces>' + (spaces or usual)
            + "</tt:SupportedPTZSpaces><tt:MaximumNumberOfPresets>300</tt:MaximumNumberOfPresets>"
            "<tt:HomeSupported>true</tt:HomeSupported><tt:AuxiliaryCommands>tt:Wiper|On</tt:AuxiliaryCommands>"
            "</tptz:PTZNode></tptz:GetNodesResponse>")


def _space(kind: str, least: float, most: float, uri: str = "urn:Generic") -> str:
    axis = f"<tt:Min>{least}</tt:Min><tt:Max>{most}</tt:Max>"
    return (f"<tt:{kind}><tt:URI>{uri}</tt:URI><tt:XRange>{axis}</tt:XRange><tt:YRange>{axis}</tt:YRange></tt:{kind}>")


space = _space


def whole_device(**more: Any) -> dict[str, Any]:
    """Give the answers of a device with two streams that can be steered."""
    done = {name: f"<tptz:{name}Response/>" for name in ("ContinuousMove", "Stop", "RelativeMove", "AbsoluteMove",
                                                         "GotoPreset", "GotoHomePosition")}
    return {
        "GetDeviceInformation": INFORMATION, "GetServices": services_answer(),
        "GetProfiles": profiles_answer(profile("main", 1920, 1080), profile("sub", 640, 360, ptz="")),
        "GetStreamUri": uri_answer, "GetNodes": node_answer(),
        "GetStatus": '<tptz:GetStatusResponse><tptz:PTZStatus><tt:Position><tt:PanTilt x="0.5" y="-0.25"/>'
                     '<tt:Zoom x="0.1"/></tt:Position><tt:MoveStatus><tt:PanTilt>IDLE</tt:PanTilt></tt:MoveStatus>'
                     "</tptz:PTZStatus></tptz:GetStatusResponse>",
        **done, **more}  # fmt: skip


def replay(recording: Path) -> StrictDevice:
    """Make a script of recorded answers: by service, operation and body, else by service and operation."""
    exchanges = json.loads(recording.read_text(encoding="utf-8"))["exchanges"]
    by_body, by_name = {}, {}
    for one in exchanges:
        answer = Reply(one["response"], one.get("status") or (500 if "Fault>" in one["response"] else 200))
        by_body.setdefault((one["op"], _words(one.get("request_body", ""))), answer)
        if one["op"] != "Fault":
            by_name.setdefault((_service(one["service"]), one["op"]), answer)

    class Replay(StrictDevice):
        def __call__(self, heard: Heard) -> Reply | str:
            body = re.search(r"Body[^>]*>(.*)</s:Body>", heard.body, re.S)
            exact = by_body.get((heard.operation, _words(body[1] if body else "")))
            if exact is not None and heard.operation != "GetProfiles":
                return exact
            prefix = re.search(rf"<(\w+):{heard.operation}", heard.body)
            service = {"trt2": "media2", "trt": "media", "tptz": "ptz", "timg": "imaging", "tds": "device",
                       "tmd": "deviceio"}.get(prefix[1] if prefix else "", "device")
            return by_name.get((service, heard.operation)) or fault("ActionNotSupported", "not recorded", 500)

    return Replay()


def _service(name: str) -> str:
    lower = name.lower()
    return {"device_management": "device", "media1": "media"}.get(lower, lower)


def _words(body: str) -> str:
    return " ".join(sorted(re.findall(r">([^<>\s]+)<", body)))
