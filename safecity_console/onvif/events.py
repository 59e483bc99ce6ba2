"""A subscription to a device's events by PullPoint: made, pulled, renewed, made anew, given back.

Belongs here: the calls and their times. Does not belong here: reading messages (notices.py), when to try again and
threads (services/event_lane.py).
Invariants:
1. A subscription that can be given back is given back before another is made: devices have three to eight (quirk 19).
2. It is renewed at 50-80 % of the time the device granted, by the device's own clock; where Renew is refused and
   pulling does not prolong it, it is made anew before it ends (quirk 18).
3. After subscribing the device is asked how everything stands (quirk 21).
4. No pull follows another sooner than `REST_S`, also where a device answers at once (quirk 20): `rest_s` says how long
   the caller rests.
5. An answer larger than `ANSWER_MOST` ends the subscription.
Thread: one at a time; `hang_up` from any.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

from onveef import envelopes, parsers

from safecity_console.domain.camera_event import Notice
from safecity_console.domain.onvif import OnvifError, OnvifFault
from safecity_console.onvif.notices import moment_of, notices_in, topics_of
from safecity_console.onvif.session import READ_S
from safecity_console.onvif.wire import Wire

LIFE_S, PULL_S, MARGIN_S, MESSAGES = 120.0, 20.0, 5.0, 50
REST_S, REST_BUSY_S = 2.0, 0.25  # between pulls that brought nothing, and something
ANSWER_MOST, HEADER_MOST = 500_000, 4_000
LEAVE_S = 1.0
_SHORT_S, _LONG_S = 10.0, 86_400.0  # what a device grants outside of this is a misreading
_EVENTS = "http://www.onvif.org/ver10/events/wsdl"
_WSN = "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager"
_WSA = "http://www.w3.org/2005/08/addressing"
_OVER = (OnvifFault.CLOSED, OnvifFault.NO_ROUTE, OnvifFault.REFUSED, OnvifFault.TIMED_OUT, OnvifFault.WRONG_PASSWORD,
         OnvifFault.CLOCK_OFF, OnvifFault.LOGIN_STOPPED)


@dataclass(frozen=True, slots=True)
class Pulled:
    """What one pull brought; `rest_s` before the next one."""

    notices: tuple[Notice, ...] = ()
    dropped: int = 0
    rest_s: float = 0.0


class PullPoint:
    """One device's events."""

    def __init__(self, wire: Wire, pull_s: float = PULL_S, life_s: float = LIFE_S,
                 monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._wire, self._pull_s, self._life_s, self._now_s = wire, pull_s, life_s, monotonic_s
        self._address, self._header = "", ""
        self._until_s = self._renew_s = 0.0
        self._absolute = self._renew_refused = False
        self._ahead = timedelta()  # of the device's clock

    @property
    def subscribed(self) -> bool:
        """Tell whether a subscription stands, as far as is known."""
        return bool(self._address)

    def topics(self) -> tuple[str, ...]:
        """Read which topics the device lists."""
        return topics_of(self._wire.ask("events", envelopes.events_get_event_properties(), "GetEventProperties",
                                        action=f"{_EVENTS}/EventPortType/GetEventPropertiesRequest"))

    def subscribe(self) -> None:
        """Make a subscription and ask how everything stands; raises OnvifError."""
        self.unsubscribe()
        body = envelopes.events_create_pull_point_subscription(termination_time=f"PT{self._life_s:.0f}S")
        answer = self._wire.ask("events", body, "CreatePullPointSubscription", again=False,
                                action=f"{_EVENTS}/EventPortType/CreatePullPointSubscriptionRequest")
        root = _parsed(answer, "CreatePullPointSubscription")
        reference = parsers.find_local(root, "SubscriptionReference")
        told = "" if reference is None else _text(parsers.find_local(reference, "Address"))
        service = self._wire.services.get("events", "")
        self._address = self._wire.session.addresses.reachable(urljoin(service, told) if told else service)
        self._header = "" if reference is None else _wanted_back(reference)
        self._until_s = self._now_s() + self._life_s
        self._take_times(root, self._life_s)
        try:
            self._call(envelopes.events_set_synchronization_point(), "SetSynchronizationPoint",
                       f"{_EVENTS}/PullPointSubscription/SetSynchronizationPointRequest")
        except OnvifError as error:
            if error.fault in _OVER:
                raise

    def pull(self) -> Pulled:
        """Wait for messages, not longer than the device waits; raises OnvifError, where the subscription is lost too.

        Renews first where it is due.
        """
        now_s = self._now_s()
        if now_s >= self._renew_s:
            self._prolong()
        began_s = self._now_s()
        wait_s = max(1.0, min(self._pull_s, (self._until_s - began_s) / 3))
        answer = self._call(envelopes.events_pull_messages(timeout=f"PT{wait_s:.0f}S", message_limit=MESSAGES),
                            "PullMessages", f"{_EVENTS}/PullPointSubscription/PullMessagesRequest",
                            wait_s + MARGIN_S, again=False)
        if len(answer) > ANSWER_MOST:
            raise OnvifError(OnvifFault.TOO_LARGE, "PullMessages")
        root = _parsed(answer, "PullMessages")
        told = notices_in(root)
        self._take_times(root, 0.0)
        least_s = REST_BUSY_S if told.notices else REST_S
        return Pulled(told.notices, told.dropped, max(0.0, least_s - (self._now_s() - began_s)))

    def unsubscribe(self, timeout_s: float = LEAVE_S) -> None:
        """Give the subscription back; a device that does not answer lets it run out."""
        if self._address:
            with suppress(OnvifError):
                self._call(envelopes.events_unsubscribe(), "Unsubscribe", f"{_WSN}/UnsubscribeRequest", timeout_s)
            self._address = ""

    def hang_up(self) -> None:
        """End the pull that waits."""
        self._wire.session.hang_up()

    def leave(self) -> None:
        """Give the subscription back and let every connection go."""
        self.unsubscribe()
        self._wire.session.close()

    @property
    def login_refused(self) -> bool:
        """Tell whether the login was refused and is tried no more."""
        return self._wire.session.stopped

    def _prolong(self) -> None:
        """Renew by a duration, by a moment, or by making another."""
        for absolute in ((True,) if self._absolute else (False, True)):
            if self._renew_refused:
                break
            try:
                self._renew(absolute)
            except OnvifError as error:
                if error.fault in _OVER:
                    raise
            else:
                self._absolute = absolute
                return
        self._renew_refused = True
        if self._until_s - self._now_s() < self._life_s * 0.25:
            self.subscribe()

    def _renew(self, absolute: bool) -> None:
        at = datetime.now(UTC) + self._ahead + timedelta(seconds=self._life_s)
        until = f"{at:%Y-%m-%dT%H:%M:%SZ}" if absolute else f"PT{self._life_s:.0f}S"
        answer = self._call(envelopes.events_renew(termination_time=until), "Renew", f"{_WSN}/RenewRequest")
        if not self._take_times(_parsed(answer, "Renew"), self._life_s) and not absolute:
            raise OnvifError(OnvifFault.DEVICE_FAULT, "Renew", "the time was misread")

    def _take_times(self, root: Any, otherwise_s: float) -> bool:
        """Learn until when the subscription lives; False where the device grants a time that cannot be meant."""
        now, end = (moment_of(_text(parsers.find_local(root, name))) for name in ("CurrentTime", "TerminationTime"))
        here = datetime.now(UTC)
        granted_s = otherwise_s
        sound = True
        if now is not None and end is not None:
            self._ahead = now - here
            granted_s = (end - now).total_seconds()
            sound = _SHORT_S / 2 <= granted_s <= _LONG_S
            granted_s = granted_s if sound else otherwise_s
        if granted_s > 0:
            until_s = self._now_s() + granted_s
            if otherwise_s or until_s > self._until_s + 1.0:  # a pull that prolonged it needs no Renew
                self._until_s = until_s
                self._renew_s = self._now_s() + granted_s * random.uniform(0.5, 0.8)  # noqa: S311
        return sound

    def _call(self, body: str, operation: str, action: str, timeout_s: float = READ_S, again: bool = True) -> str:
        if not self._address:
            raise OnvifError(OnvifFault.CLOSED, operation)
        return self._wire.session.call(self._address, body, operation, timeout_s=timeout_s, action=action, again=again,
                                       header=self._header)


def _parsed(answer: str, operation: str) -> Any:
    root = parsers.parse_xml(answer)
    if root is None:
        raise OnvifError(OnvifFault.NOT_ONVIF, operation)
    return root


def _text(element: Any) -> str:
    return "" if element is None else (element.text or "").strip()[:2000]


def _wanted_back(reference: Any) -> str:
    """Give what the device wants in the header of each call about this subscription (WS-Addressing 1.0 §2.1)."""
    made = ""
    for name in ("ReferenceParameters", "ReferenceProperties"):
        inside = parsers.find_local(reference, name)
        for child in list(inside)[:4] if inside is not None else ():
            if len(child) == 0 and len(made) < HEADER_MOST:
                child.set(f"{{{_WSA}}}IsReferenceParameter", "true")
                child.tail = None
                made += ElementTree.tostring(child, encoding="unicode")
    return made if len(made) < HEADER_MOST else ""
