"""The event service: subscriptions in limited slots, pulled (PullPoint) or sent (base notification).

Belongs here: subscriptions, their queues and ends. Does not belong here: topics (topics.py), why something happens.
Invariants: 1. A queue is bounded: the oldest is let go. 2. A pull waits for its whole timeout unless there is
something. 3. A reboot ends every subscription. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from safecity_console.simulator.onvif.http import send_notification
from safecity_console.simulator.onvif.quirks import Quirk
from safecity_console.simulator.onvif.soap import (
    Call,
    Operations,
    SoapFault,
    duration_s,
    envelope,
    esc,
    find,
    invalid,
    number_of,
    text_of,
)
from safecity_console.simulator.onvif.state import DeviceState
from safecity_console.simulator.onvif.topics import TOPICS, message_xml, topic_set_xml

SLOTS = 5
MAX_QUEUE = 200
MAX_WAIT_S = 60.0
MAX_LIFE_S = 3600.0
LIFE_S = 60.0
PREFIX = "/onvif/subscription/"


@dataclass(slots=True)
class Subscription:
    """One client's subscription; `until_s` is on the loop's clock, so that setting the device's clock ends none."""

    number: int
    until_s: float
    topic_filter: tuple[str, ...]
    consumer: str = ""  # where notifications are sent; empty for a PullPoint
    queue: deque[str] = field(default_factory=lambda: deque(maxlen=MAX_QUEUE))
    news: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def wants(self, path: str) -> bool:
        """Tell whether it asked for this topic."""
        return not self.topic_filter or any(_matches(one, path) for one in self.topic_filter)


class EventService:
    """Keep subscriptions and tell what happens."""

    def __init__(self, state: DeviceState) -> None:
        self._state = state
        self._loop = asyncio.get_running_loop()
        self._numbers = itertools.count(1)
        self._subscriptions: dict[int, Subscription] = {}
        self._sending: set[asyncio.Task[None]] = set()
        self.states: dict[str, str] = {}
        self.pulls = 0  # for a test: a busy client shows
        self.subscribed: Callable[[bool], None] = _nobody  # told when the first comes and the last goes
        self.operations: Operations = {
            "GetEventProperties": self._properties,
            "CreatePullPointSubscription": self._create,
            "PullMessages": self._pull,
            "SetSynchronizationPoint": self._sync,
        }
        self.notification: Operations = {
            "Subscribe": self._subscribe,
            "Renew": self._renew,
            "Unsubscribe": self._unsubscribe,
        }

    @property
    def slots(self) -> int:
        """Return how many subscriptions there can be."""
        return int(self._state.quirks.value(Quirk.SLOTS, SLOTS))

    @property
    def count(self) -> int:
        """Return how many subscriptions live."""
        self._drop_old()
        return len(self._subscriptions)

    def tell(self, name: str, value: str) -> None:
        """Tell a topic's new state to whoever wants it; one that stays as it was is not told."""
        topic = TOPICS[name]
        if self.states.get(name) == value:
            return
        if name in ("motion", "cell_motion") and value == "false" and self._state.quirks.has(Quirk.MOTION_STAYS):
            return
        operation = "Changed" if name in self.states else "Initialized"
        self.states[name] = value
        message = message_xml(topic, value, operation, self._state.now(), esc(self._state.base()))
        self._drop_old()
        for one in self._subscriptions.values():
            if one.wants(topic.path):
                one.queue.append(message)
                one.news.set()
                self._send_on(one)

    def forget_all(self) -> None:
        """End every subscription, as a reboot does."""
        for one in list(self._subscriptions.values()):
            self._end(one)
        self.states.clear()
        for sending in self._sending:
            sending.cancel()

    def _end(self, one: Subscription) -> None:
        one.ended = True
        one.news.set()
        self._subscriptions.pop(one.number, None)
        if not self._subscriptions:
            self.subscribed(False)

    def _drop_old(self) -> None:
        for one in [s for s in self._subscriptions.values() if s.until_s <= self._loop.time()]:
            self._end(one)

    def _properties(self, call: Call) -> str:
        dialect = "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet"
        return ("<tev:GetEventPropertiesResponse><tev:TopicNamespaceLocation>"
                "http://www.onvif.org/onvif/ver10/topics/topicns.xml</tev:TopicNamespaceLocation>"
                f"<wsnt:FixedTopicSet>true</wsnt:FixedTopicSet><wstop:TopicSet>{topic_set_xml()}</wstop:TopicSet>"
                f"<wsnt:TopicExpressionDialect>{dialect}</wsnt:TopicExpressionDialect>"
                "<tev:MessageContentFilterDialect>http://www.onvif.org/ver10/tev/messageContentFilter/ItemFilter"
                "</tev:MessageContentFilterDialect></tev:GetEventPropertiesResponse>")

    def _create(self, call: Call) -> str:
        made = self._new(call, "")
        self._queue_states(made)
        return (f"<tev:CreatePullPointSubscriptionResponse>{self._reference('tev', made)}"
                f"{self._times('wsnt', made)}</tev:CreatePullPointSubscriptionResponse>")

    def _subscribe(self, call: Call) -> str:
        """Take a consumer that notifications are sent to."""
        consumer = text_of(find(call.body, "ConsumerReference"), "Address")
        if not consumer.startswith("http://"):
            raise invalid("no consumer to send to", "InvalidArgVal")
        made = self._new(call, consumer)
        self._queue_states(made)
        self._send_on(made)
        return (f"<wsnt:SubscribeResponse>{self._reference('wsnt', made)}{self._times('wsnt', made)}"
                "</wsnt:SubscribeResponse>")

    def _reference(self, prefix: str, one: Subscription) -> str:
        address = esc(self._state.address(f"{PREFIX}{one.number}"))
        return (f"<{prefix}:SubscriptionReference><wsa:Address>{address}</wsa:Address>"
                f"</{prefix}:SubscriptionReference>")

    def _send_on(self, one: Subscription) -> None:
        """Send what is queued to the consumer, if there is one."""
        if one.consumer and one.queue:
            body = f"<wsnt:Notify>{''.join(one.queue)}</wsnt:Notify>"
            one.queue.clear()
            sending = self._loop.create_task(send_notification(one.consumer, envelope(body)))
            self._sending.add(sending)
            sending.add_done_callback(self._sending.discard)

    def _new(self, call: Call, consumer: str) -> Subscription:
        self._needs_message_id(call)
        self._drop_old()
        if len(self._subscriptions) >= self.slots:
            raise SoapFault("no more subscriptions", "wsnt:SubscribeCreationFailedFault", receiver=True)
        until_s = self._until_s(call.text("InitialTerminationTime") or f"PT{LIFE_S:g}S")
        wanted = tuple(text_of(find(call.body, "Filter"), "TopicExpression").split("|"))
        topics = tuple(one.strip() for one in wanted if one.strip())
        made = Subscription(next(self._numbers), until_s, topics, consumer)
        self._subscriptions[made.number] = made
        if len(self._subscriptions) == 1:
            self.subscribed(True)
        return made

    def _until_s(self, text: str) -> float:
        """Return the end of a subscription on the loop's clock: a duration, or a moment of the device's time."""
        if text.startswith(("P", "-P")):
            life_s = duration_s(text)
        else:
            try:
                life_s = (datetime.fromisoformat(text.replace("Z", "+00:00")) - self._state.now()).total_seconds()
            except (ValueError, TypeError):
                raise invalid("no such time", "InvalidArgVal") from None
        if life_s <= 0:
            raise SoapFault("that is past", "wsnt:UnacceptableInitialTerminationTimeFault")
        return self._loop.time() + min(life_s, MAX_LIFE_S)

    def _times(self, prefix: str, one: Subscription) -> str:
        now = self._state.now()
        end = now + timedelta(seconds=one.until_s - self._loop.time())
        return (f"<{prefix}:CurrentTime>{now:%Y-%m-%dT%H:%M:%SZ}</{prefix}:CurrentTime>"
                f"<{prefix}:TerminationTime>{end:%Y-%m-%dT%H:%M:%SZ}</{prefix}:TerminationTime>")

    def _queue_states(self, one: Subscription) -> None:
        for name, value in self.states.items():
            if one.wants(TOPICS[name].path):
                one.queue.append(message_xml(TOPICS[name], value, "Initialized", self._state.now(),
                                             esc(self._state.base())))
        if one.queue:
            one.news.set()

    def _subscription(self, call: Call) -> Subscription:
        self._needs_message_id(call)
        self._drop_old()
        number = call.path.removeprefix(PREFIX)
        found = self._subscriptions.get(int(number)) if number.isdigit() else None
        if found is None:
            raise SoapFault("no such subscription", "wsrf:ResourceUnknownFault")
        return found

    def _needs_message_id(self, call: Call) -> None:
        if self._state.quirks.has(Quirk.NEEDS_MESSAGE_ID):
            for name in ("MessageID", "Action"):
                if not text_of(call.header, name):
                    raise SoapFault(f"wsa:{name} is needed", "wsa:MessageAddressingHeaderRequired")

    async def _pull(self, call: Call) -> str:
        one = self._subscription(call)
        self.pulls += 1
        limit = max(1, min(100, int(number_of(call.text("MessageLimit", "10")))))
        wait_s = min(MAX_WAIT_S, duration_s(call.text("Timeout", "PT5S")))
        if not one.queue and not self._state.quirks.has(Quirk.EMPTY_PULLS):
            one.news.clear()
            try:
                await asyncio.wait_for(one.news.wait(), wait_s)
            except TimeoutError:
                pass
        if one.ended:
            raise SoapFault("the subscription has ended", "wsrf:ResourceUnknownFault")
        one.until_s = max(one.until_s, self._loop.time() + LIFE_S / 2)  # a pull keeps it alive, ONVIF Core 9.1
        messages = "".join(one.queue.popleft() for _ in range(min(limit, len(one.queue))))
        return f"<tev:PullMessagesResponse>{self._times('tev', one)}{messages}</tev:PullMessagesResponse>"

    def _sync(self, call: Call) -> str:
        self._queue_states(self._subscription(call))
        return "<tev:SetSynchronizationPointResponse/>"

    def _renew(self, call: Call) -> str:
        one = self._subscription(call)
        if self._state.quirks.has(Quirk.RENEW_REFUSED):
            raise SoapFault("Renew is not supported", "ter:ActionNotSupported", receiver=True)
        one.until_s = self._until_s(call.text("TerminationTime") or f"PT{LIFE_S:g}S")
        now, end = self._times("wsnt", one).split("</wsnt:CurrentTime>")
        return f"<wsnt:RenewResponse>{end}{now}</wsnt:CurrentTime></wsnt:RenewResponse>"

    def _unsubscribe(self, call: Call) -> str:
        self._end(self._subscription(call))
        return "<wsnt:UnsubscribeResponse/>"


def _nobody(subscribed: bool) -> None:
    """Tell nobody."""


def _matches(asked: str, path: str) -> bool:
    """Tell whether a topic expression names a path; "//." at its end takes in what is below."""
    if asked.endswith("//."):
        return f"{path}/".startswith(asked.removesuffix("//.") + "/")
    return asked == path
