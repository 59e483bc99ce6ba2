"""Talking SOAP to one device: its login scheme learnt, its clock taken into account, one refused login and no more.

Belongs here: calls. Does not belong here: what an operation asks and answers (device.py, media.py …), HTTP (http.py),
threads (services/).
Invariants:
1. After one refusal that is not the clock's nothing is sent with this login any more: cameras lock accounts.
2. A read is sent a second time only where a kept connection had been dropped; what moves or changes something is not,
   but for Stop, which may come twice.
3. Never Basic, never a password in clear.
4. Addresses that a device gives are used with the host it was reached by (addresses.py).
Thread: one at a time; `close` from any.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from onveef import envelopes, parsers

from safecity_console.core.secrets import Secret
from safecity_console.domain.onvif import AuthScheme, DeviceClock, Endpoint, OnvifError, OnvifFault
from safecity_console.onvif.addresses import Addresses
from safecity_console.onvif.digest import Digest, challenge_of
from safecity_console.onvif.faults import soap_of
from safecity_console.onvif.http import Answer, Channel

READ_S, MOVE_S = 3.0, 1.0
SKEW_MATTERS_S = 4.0
AGENT = "SafeCity-Console"


class Session:
    """Calls to one device with one login."""

    def __init__(self, endpoint: Endpoint, user: str, password: Secret, pinned: str = "",
                 scheme: AuthScheme | None = None) -> None:
        self.endpoint = endpoint
        self._user, self._password, self._pinned = user, password, pinned
        self._digest = Digest(user, password)
        self._channels: dict[tuple[str, int, bool], Channel] = {}
        self.scheme = scheme  # None: not learnt yet
        self.clock: DeviceClock | None = None
        self.calls = 0
        self._stopped: OnvifFault | None = None
        self.addresses = Addresses(endpoint)

    def close(self) -> None:
        """Let every connection go."""
        for channel in list(self._channels.values()):
            channel.close()

    def call(self, url: str, body: str, operation: str, *, timeout_s: float = READ_S, action: str = "",
             again: bool = True, login: bool = True) -> str:
        """Send one operation and give the answer's XML; raises OnvifError.

        `again`: may be sent once more where a kept connection was dropped. `action`: WS-Addressing, for events.
        """
        if self._stopped is not None and login:
            raise OnvifError(OnvifFault.LOGIN_STOPPED, operation)
        deadline_s = time.monotonic() + timeout_s
        target = self.addresses.reachable(url)
        answer = self._exchange(target, body, operation, action, again, login, deadline_s)
        try:
            return soap_of(answer, operation, self._skewed())
        except OnvifError as error:
            if error.fault is OnvifFault.WRONG_PASSWORD and login:
                return self._second_try(target, body, operation, action, deadline_s, error)
            raise

    def measure_clock(self, url: str, timeout_s: float = READ_S) -> DeviceClock:
        """Measure the device's clock by one round trip, without a login; its HTTP Date where it wants one."""
        began = time.monotonic()
        answer = self._exchange(self.addresses.reachable(url), envelopes.device_get_system_date_time(),
                                "GetSystemDateAndTime", "", True, False, began + timeout_s)
        half_s, now = answer.took_s / 2, datetime.now(UTC)
        try:
            told = parsers.parse_system_datetime(soap_of(answer, "GetSystemDateAndTime"))
            at = _utc(told.get("UTCDateTime"))
        except OnvifError:
            told, at = {}, None
        if at is not None:
            offset_s = (at - now).total_seconds() + half_s + 0.5  # whole seconds are told: half of one is missing
            self.clock = DeviceClock(offset_s, half_s + 0.5, now, set_by_ntp=_by_ntp(told),
                                     zone=str(told.get("timezone", ""))[:60])
        elif (dated := _date(answer)) is not None:
            self.clock = DeviceClock((dated - now).total_seconds() + half_s + 0.5, half_s + 0.5, now, "Date")
        else:
            raise OnvifError(OnvifFault.NOT_ONVIF, "GetSystemDateAndTime")
        return self.clock

    def _second_try(self, target: str, body: str, operation: str, action: str, deadline_s: float,
                    first: OnvifError) -> str:
        """Try the other scheme or the device's clock where that may be why; else stop this login for good."""
        changed = self._learn(target)
        if changed:
            try:
                answer = self._exchange(target, body, operation, action, False, True, deadline_s)
                return soap_of(answer, operation, self._skewed())
            except OnvifError as error:
                if error.fault not in (OnvifFault.WRONG_PASSWORD, OnvifFault.CLOCK_OFF):
                    raise
                first = error
        self._stopped = first.fault
        raise first

    def _learn(self, target: str) -> bool:
        """Take over what the refusal taught; True where a second try makes sense."""
        if self.clock is None:
            self.measure_clock(target)
            if self.scheme is not AuthScheme.DIGEST and abs(self.clock.offset_s if self.clock else 0) > SKEW_MATTERS_S:
                return True
        if self.scheme is AuthScheme.TOKEN and self._digest.ready:
            self.scheme = AuthScheme.DIGEST
            return True
        if self.scheme is None and not self._digest.ready:
            self.scheme = AuthScheme.TOKEN
            return True
        return False

    def _exchange(self, target: str, body: str, operation: str, action: str, again: bool, login: bool,
                  deadline_s: float) -> Answer:
        answer = self._post(target, body, operation, action, again, login, deadline_s)
        if answer.status == 401 and login:
            challenge = challenge_of(answer.headers.get("www-authenticate", ()))
            fresh = not self._digest.ready or (challenge is not None and challenge.stale)
            if challenge is not None and fresh and self._user:
                self._digest.take(challenge)
                self.scheme = AuthScheme.DIGEST
                return self._post(target, body, operation, action, again, login, deadline_s)
        return answer

    def _post(self, target: str, body: str, operation: str, action: str, again: bool, login: bool,
              deadline_s: float) -> Answer:
        parts = urlsplit(target)
        channel = self._channel(parts.hostname or self.endpoint.host, parts.port, parts.scheme == "https")
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        self.calls += 1
        for attempt in (1, 2):
            was_kept = channel.kept
            content = self._envelope(body, action, target, login).encode()
            try:
                return channel.send("POST", path, content, self._headers(path, operation, action, login), deadline_s)
            except ConnectionError:
                if not (was_kept and again and attempt == 1):
                    raise OnvifError(OnvifFault.CLOSED, operation) from None
            except OSError:
                raise OnvifError(OnvifFault.NO_ROUTE, operation) from None
            except OnvifError as error:
                raise OnvifError(error.fault, operation, error.words) from None
        raise OnvifError(OnvifFault.CLOSED, operation)

    def _envelope(self, body: str, action: str, target: str, login: bool) -> str:
        token = login and self._user and self.scheme in (None, AuthScheme.TOKEN)
        offset_s = self.clock.offset_s if self.clock is not None else 0.0
        return envelopes.build_envelope(
            body, username=self._user if token else "", password=self._password.reveal() if token else "",
            wsa_action=action, wsa_to=target if action else "", clock_offset_s=offset_s)

    def _headers(self, path: str, operation: str, action: str, login: bool) -> dict[str, str]:
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

    def _skewed(self) -> bool:
        return self.clock is not None and abs(self.clock.offset_s) > SKEW_MATTERS_S and \
            self.scheme is not AuthScheme.DIGEST


def _utc(told: object) -> datetime | None:
    if not isinstance(told, dict):
        return None
    try:
        year, month, day, hour, minute, second = (
            int(told[part]) for part in ("year", "month", "day", "hour", "minute", "second"))
        return datetime(year, month, day, hour, minute, min(59, second), tzinfo=UTC)
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def _by_ntp(told: dict[str, object]) -> bool | None:
    kind = str(told.get("date_time_type", "")).upper()
    return None if not kind else kind == "NTP"


def _date(answer: Answer) -> datetime | None:
    try:
        dated = parsedate_to_datetime(answer.header("date"))
    except (ValueError, TypeError, IndexError):
        return None
    return dated.astimezone(UTC) if dated.tzinfo else dated.replace(tzinfo=UTC)
