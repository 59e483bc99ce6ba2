"""Talking SOAP to one device: its login scheme learnt, its clock taken into account, one refused login and no more.

Belongs here: calls. Does not belong here: what an operation asks and answers (device.py, media.py …), HTTP (http.py),
clocks (device_clock.py), threads (services/).
Invariants:
1. After one refusal that is not the clock's nothing is sent with this login any more: cameras lock accounts (quirk 5).
2. Nothing is sent with a login before the device has said how it wants it: the first call that needs one goes without,
   and its refusal tells digest (a challenge) from token (none). So a wrong password is tried once, not once a scheme.
3. A call is sent a second time only where a kept connection broke under it and the caller said that it may be.
4. Never Basic, never a password in clear (quirk 4).
5. Addresses that a device gives are used with the host it was reached by (addresses.py). After `close` nothing is sent.
Thread: one at a time; `close` from any.
"""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from onveef import envelopes

from safecity_console.core.secrets import Secret
from safecity_console.domain.onvif import AuthScheme, DeviceClock, Endpoint, OnvifError, OnvifFault
from safecity_console.onvif.addresses import Addresses
from safecity_console.onvif.device_clock import AMBIGUOUS_S, SKEW_MATTERS_S, looks_like_local_time, read_clock
from safecity_console.onvif.digest import Digest, challenge_of
from safecity_console.onvif.faults import soap_of
from safecity_console.onvif.http import Answer, Channel

READ_S, MOVE_S = 3.0, 1.0
AGENT = "SafeCity-Console"
_HARMLESS = "GetDeviceInformation"
_REFUSED = (OnvifFault.WRONG_PASSWORD, OnvifFault.CLOCK_OFF)


class Session:
    """Calls to one device with one login."""

    def __init__(self, endpoint: Endpoint, user: str, password: Secret, pinned: str = "",
                 scheme: AuthScheme | None = None) -> None:
        self.endpoint = endpoint
        self._user, self._password, self._pinned = user, password, pinned
        self._digest = Digest(user, password)
        self._channels: dict[tuple[str, int, bool], Channel] = {}
        self.scheme = scheme  # None: not learnt yet; NONE: the device asks for no login
        self._remembered = scheme is AuthScheme.TOKEN  # from another day: the device may want digest by now
        self.clock: DeviceClock | None = None
        self.calls = 0
        self._stopped = self._closed = self._clock_tried = self._accepted = False
        self.addresses = Addresses(endpoint)

    @property
    def pinned(self) -> str:
        """Give the certificate that is trusted, by its SHA-256."""
        return self._pinned

    @property
    def stopped(self) -> bool:
        """Tell whether this login was refused and is tried no more."""
        return self._stopped

    def close(self) -> None:
        """Let every connection go, for good; what waits on one ends."""
        self._closed = True
        for channel in list(self._channels.values()):
            channel.close()

    def hang_up(self) -> None:
        """End what waits for an answer now; what is asked later goes through."""
        for channel in list(self._channels.values()):
            channel.close()

    def call(self, url: str, body: str, operation: str, *, timeout_s: float = READ_S, action: str = "",
             again: bool = True, login: bool = True, header: str = "") -> str:
        """Send one operation and give the answer's XML; raises OnvifError.

        `again`: may be sent once more where a kept connection was dropped. `action`: WS-Addressing, for events.
        `header`: XML for the SOAP header, as a subscription wants it back.
        """
        if self._stopped and login:
            raise OnvifError(OnvifFault.LOGIN_STOPPED, operation)
        call = _Call(self.addresses.reachable(url), body, operation, action, again, time.monotonic() + timeout_s,
                     header)
        if not login or not self._user:
            return soap_of(self._post(call, login=False), operation)
        if self.scheme in (None, AuthScheme.NONE):
            learnt = self._learn_scheme(call)
            if learnt is not None:
                return learnt
            call.deadline_s = time.monotonic() + timeout_s  # learning is done once and must not cost a slow device this
        return self._with_login(call)

    def settle(self) -> None:
        """Take it that the device asks for no login, for it has told what is not for everybody without one."""
        self.scheme = self.scheme or AuthScheme.NONE

    def measure_clock(self, url: str, timeout_s: float = READ_S) -> DeviceClock | None:
        """Measure the device's clock by one round trip without a login; None where the device keeps it to itself."""
        body = envelopes.device_get_system_date_time()
        target = self.addresses.reachable(url)
        call = _Call(target, body, "GetSystemDateAndTime", "", True, time.monotonic() + timeout_s)
        self.clock = read_clock(self._post(call, login=False))
        return self.clock

    def _learn_scheme(self, call: _Call) -> str | None:
        """Send a call without a login; gives the answer where none was needed, else the scheme is known after it."""
        answer = self._post(call, login=False)
        challenge = challenge_of(answer.headers.get("www-authenticate", ()))
        if challenge is not None and answer.status == 401:
            self._digest.take(challenge)
            self.scheme = AuthScheme.DIGEST
            return None
        try:
            return soap_of(answer, call.operation)
        except OnvifError as error:
            # Before anything is known of a device, a fault without reason may mean that a login is missing.
            perhaps = () if self.scheme is AuthScheme.NONE else (OnvifFault.NOT_AUTHORISED, OnvifFault.DEVICE_FAULT)
            if error.fault not in (*_REFUSED, *perhaps):
                raise
        self.scheme = AuthScheme.TOKEN
        return None

    def _with_login(self, call: _Call) -> str:
        try:
            return self._tried(call)
        except OnvifError as error:
            if error.fault not in _REFUSED:
                raise
            if self._only_a_right(call):
                raise OnvifError(OnvifFault.NOT_AUTHORISED, call.operation, error.words) from None
            if self._stopped or not self._other_clock(call):
                self._stopped = True
                raise
        try:
            return self._tried(call)
        except OnvifError as error:
            self._stopped = error.fault in _REFUSED
            if self._stopped:
                raise OnvifError(OnvifFault.CLOCK_OFF, call.operation, error.words) from None
            raise

    def _tried(self, call: _Call) -> str:
        answer = self._post(call, login=True)
        challenge = challenge_of(answer.headers.get("www-authenticate", ())) if answer.status == 401 else None
        if challenge is not None and self._remembered and not self._accepted:
            self.scheme, self._remembered = AuthScheme.DIGEST, False
        if challenge is not None and self.scheme is AuthScheme.DIGEST and self._digest.deserves(challenge):
            self._digest.take(challenge)
            answer = self._post(call, login=True)
        try:
            text = soap_of(answer, call.operation)
        except OnvifError as error:
            if error.fault is OnvifFault.WRONG_PASSWORD and self.scheme is AuthScheme.DIGEST and answer.status != 401:
                # HTTP let the login in: what is refused is the deed.
                raise OnvifError(OnvifFault.NOT_AUTHORISED, call.operation, error.words) from None
            raise
        self._digest.worked()
        self._accepted = True
        return text

    def _only_a_right(self, call: _Call) -> bool:
        """Tell whether a token that was taken before is still taken: then a right is missing, not the password."""
        if self.scheme is not AuthScheme.TOKEN or not self._accepted or call.operation == _HARMLESS:
            return False
        check = _Call(self.addresses.reachable(self.endpoint.url), envelopes.device_get_information(), _HARMLESS, "",
                      True, time.monotonic() + READ_S)
        self._accepted = False
        try:
            self._tried(check)
        except OnvifError as error:
            self._accepted = error.fault not in _REFUSED
            return False
        return True

    def _other_clock(self, call: _Call) -> bool:
        """Tell whether a refused token deserves one more try with another idea of the device's clock (quirks 1, 2)."""
        if self.scheme is not AuthScheme.TOKEN or self._clock_tried:
            return False
        self._clock_tried = True
        before = self.clock
        now = self.measure_clock(self.endpoint.url, max(0.1, call.deadline_s - time.monotonic()))
        if now is None:
            return False
        if abs(now.offset_s - (before.offset_s if before else 0.0)) > SKEW_MATTERS_S:
            return True
        if looks_like_local_time(now) and abs(now.offset_s) > AMBIGUOUS_S:
            self.clock = DeviceClock(0.0, now.uncertainty_s, now.measured_at, "local time told as UTC", now.set_by_ntp,
                                     now.zone)
            return True
        return False

    def _post(self, call: _Call, login: bool) -> Answer:
        parts = urlsplit(call.target)
        channel = self._channel(parts.hostname or self.endpoint.host, parts.port, parts.scheme == "https")
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        for attempt in (1, 2):
            if self._closed:
                raise OnvifError(OnvifFault.CLOSED, call.operation)
            if channel.drops and not call.again:
                channel.close()  # quirk 22: a device that hangs up between calls gets what may come once on a new line
            was_kept = channel.kept
            self.calls += 1
            try:
                return channel.send("POST", path, self._envelope(call, login).encode(),
                                    self._headers(path, call.action, login), call.deadline_s)
            except ConnectionError:
                channel.drops = channel.drops or was_kept
                if not (was_kept and call.again and attempt == 1):
                    raise OnvifError(OnvifFault.CLOSED, call.operation) from None
            except OSError:
                raise OnvifError(OnvifFault.NO_ROUTE, call.operation) from None
            except OnvifError as error:
                raise OnvifError(error.fault, call.operation, error.words) from None
        raise OnvifError(OnvifFault.CLOSED, call.operation)

    def _envelope(self, call: _Call, login: bool) -> str:
        token = login and self.scheme is AuthScheme.TOKEN
        made = envelopes.build_envelope(
            call.body, username=self._user if token else "", password=self._password.reveal() if token else "",
            wsa_action=call.action, wsa_to=call.target if call.action else "",
            clock_offset_s=self.clock.offset_s if self.clock is not None else 0.0)
        return made.replace("</s:Header>", f"{call.header}</s:Header>", 1) if call.header else made

    def _headers(self, path: str, action: str, login: bool) -> dict[str, str]:
        kind = "application/soap+xml; charset=utf-8"
        made = {"Content-Type": f'{kind}; action="{action}"' if action else kind, "User-Agent": AGENT,
                "Accept": "application/soap+xml, text/xml", "Connection": "keep-alive"}
        if login and self.scheme is AuthScheme.DIGEST and self._digest.ready:
            made["Authorization"] = self._digest.header("POST", path)
        return made

    def _channel(self, host: str, port: int | None, tls: bool) -> Channel:
        key = (host, port or (443 if tls else 80), tls)
        if key not in self._channels:
            self._channels[key] = Channel(Endpoint(key[0], key[1], "/", tls), self._pinned)
        return self._channels[key]


class _Call:
    """One operation on its way, whatever it takes."""

    def __init__(self, target: str, body: str, operation: str, action: str, again: bool, deadline_s: float,
                 header: str = "") -> None:
        self.target, self.body, self.operation = target, body, operation
        self.action, self.again, self.deadline_s, self.header = action, again, deadline_s, header
