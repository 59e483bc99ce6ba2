"""A device that tells events by PullPoint, at the socket: subscriptions in slots, lost at a restart, misbehaviours.

Belongs here: the fake and its messages. Does not belong here: what a simulated camera does
(safecity_console/simulator).
"""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.fakes.onvif_server import INFORMATION, PASSWORD, Heard, OnvifServer, Reply, StrictDevice, fault, soap

SUBSCRIPTION = "/onvif/sub/"
NAMESPACES = (' xmlns:tev="http://www.onvif.org/ver10/events/wsdl" xmlns:wsnt="http://docs.oasis-open.org/wsn/b-2"'
              ' xmlns:wsa="http://www.w3.org/2005/08/addressing" xmlns:tt="http://www.onvif.org/ver10/schema"'
              ' xmlns:tns1="http://www.onvif.org/ver10/topics"')


def message(topic: str, data: str = "", source: str = "V1", operation: str = "Changed", at: str = "") -> str:
    """Make one notification; `data` is "Name=Value"."""
    name, _, value = data.partition("=")
    inside = f'<tt:Data><tt:SimpleItem Name="{name}" Value="{value}"/></tt:Data>' if data else ""
    at = at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (f'<wsnt:NotificationMessage><wsnt:Topic Dialect="d">{topic}</wsnt:Topic><wsnt:Message>'
            f'<tt:Message UtcTime="{at}" PropertyOperation="{operation}"><tt:Source>'
            f'<tt:SimpleItem Name="VideoSourceToken" Value="{source}"/></tt:Source>{inside}</tt:Message></wsnt:Message>'
            "</wsnt:NotificationMessage>")


MOTION = "tns1:VideoSource/MotionAlarm"
TAMPER = "tns1:RuleEngine/TamperDetector/Tamper"


class Telling:
    """One camera; `states` is what it tells as initial: topic → "Name=Value"."""

    def __init__(self, password: str = PASSWORD) -> None:
        self.empty_at_once = self.refuse_renew = self.refuse_duration = self.relative = self.needs_message_id = False
        self.wants_parameters = self.mute_pulls = False
        self.slots, self.life_s, self.pulls_prolong = 8, 60.0, False
        self.states: dict[str, str] = {}
        self.next_pull: Reply | None = None
        self.number = 1000
        self.ahead_s = 0.0  # of the device's clock
        self.subscriptions: dict[int, list[str]] = {}
        self.ends: dict[int, datetime] = {}
        self._news = threading.Condition()
        self._closed = False
        answers: dict[str, Any] = {name: getattr(self, "_" + name) for name in (
            "CreatePullPointSubscription", "PullMessages", "Renew", "Unsubscribe", "SetSynchronizationPoint")}
        answers["GetDeviceInformation"] = INFORMATION
        answers["GetServices"] = (
            "<tds:GetServicesResponse><tds:Service><tds:Namespace>http://www.onvif.org/ver10/events/wsdl"
            "</tds:Namespace><tds:XAddr>http://192.0.2.77/onvif/events</tds:XAddr></tds:Service>"
            "</tds:GetServicesResponse>")
        answers["GetEventProperties"] = (
            f'<tev:GetEventPropertiesResponse{NAMESPACES} xmlns:wstop="urn:t"><wstop:TopicSet><tns1:VideoSource>'
            "<MotionAlarm><tt:MessageDescription/></MotionAlarm></tns1:VideoSource></wstop:TopicSet>"
            "</tev:GetEventPropertiesResponse>")
        self.device = StrictDevice(answers, token=True, password=password)
        self.server = OnvifServer(self.device)

    def __enter__(self) -> Telling:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def close(self) -> None:
        """End everything."""
        with self._news:
            self._closed = True
            self._news.notify_all()
        self.server.close()

    def said(self, operation: str) -> list[Heard]:
        """Give the requests of one operation."""
        return self.server.said(operation)

    def tell(self, topic: str, data: str, **more: str) -> None:
        """Tell a change to whoever listens."""
        with self._news:
            self.states[topic] = data
            for queue in self.subscriptions.values():
                queue.append(message(topic, data, **more))
            self._news.notify_all()

    def restart(self) -> None:
        """Lose every subscription and every connection, as a reboot does."""
        with self._news:
            self.subscriptions.clear()
            self._news.notify_all()
        self.server.drop_connections()

    def _now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.ahead_s)

    def _initial(self) -> list[str]:
        return [message(topic, data, operation="Initialized") for topic, data in self.states.items()]

    def _times(self, prefix: str, number: int) -> str:
        now = self._now()
        return (f"<{prefix}:CurrentTime>{now:%Y-%m-%dT%H:%M:%SZ}</{prefix}:CurrentTime>"
                f"<{prefix}:TerminationTime>{self.ends[number]:%Y-%m-%dT%H:%M:%SZ}</{prefix}:TerminationTime>")

    def _CreatePullPointSubscription(self, heard: Heard) -> Reply | str:
        with self._news:
            if self.needs_message_id and not re.search(r"MessageID>[^<]+<", heard.body):
                return fault("MessageAddressingHeaderRequired")
            if len(self.subscriptions) >= self.slots:
                return fault("SubscribeCreationFailedFault", "no more subscriptions", 500)
            self.number += 1
            self.subscriptions[self.number] = self._initial()
            self.ends[self.number] = self._now() + timedelta(seconds=self.life_s)
            base = "sub/" if self.relative else f"http://192.0.2.77{SUBSCRIPTION}"
            parameters = ('<wsa:ReferenceParameters><x:SubscriptionId xmlns:x="urn:maker">7</x:SubscriptionId>'
                          "</wsa:ReferenceParameters>") if self.wants_parameters else ""
            return soap(f"<tev:CreatePullPointSubscriptionResponse{NAMESPACES}><tev:SubscriptionReference><wsa:Address>"
                        f"{base}{self.number}</wsa:Address>{parameters}</tev:SubscriptionReference>"
                        f"{self._times('wsnt', self.number)}</tev:CreatePullPointSubscriptionResponse>")

    def _number_of(self, heard: Heard) -> int | None:
        number = int(heard.path.removeprefix(SUBSCRIPTION)) if heard.path.startswith(SUBSCRIPTION) else None
        if self.needs_message_id and "MessageID" not in heard.body:
            return None
        if self.wants_parameters and "SubscriptionId" not in heard.body:
            return None
        return number if number in self.subscriptions else None

    def _PullMessages(self, heard: Heard) -> Reply | str:
        wait = re.search(r"Timeout>PT(\d+)S<", heard.body)
        with self._news:
            number = self._number_of(heard)
            if self.next_pull is not None:
                reply, self.next_pull = self.next_pull, None
                return reply
            if number is None:
                return fault("ResourceUnknownFault", "no such subscription", 500)
            if not self.empty_at_once:
                self._news.wait_for(lambda: self._closed or number not in self.subscriptions
                                    or bool(self.subscriptions[number]), float(wait[1]) if wait else 5.0)
            if number not in self.subscriptions:
                return fault("ResourceUnknownFault", "no such subscription", 500)
            if self.pulls_prolong:
                self.ends[number] = self._now() + timedelta(seconds=self.life_s)
            told, self.subscriptions[number] = self.subscriptions[number], []
            return soap(f"<tev:PullMessagesResponse{NAMESPACES}>{self._times('tev', number)}{''.join(told)}"
                        "</tev:PullMessagesResponse>")

    def _SetSynchronizationPoint(self, heard: Heard) -> Reply | str:
        with self._news:
            number = self._number_of(heard)
            if number is not None:
                self.subscriptions[number] += self._initial()
            return soap(f"<tev:SetSynchronizationPointResponse{NAMESPACES}/>")

    def _Renew(self, heard: Heard) -> Reply | str:
        with self._news:
            number = self._number_of(heard)
            if number is None or self.refuse_renew or (self.refuse_duration and ">PT" in heard.body):
                return fault("ActionNotSupported", "no Renew here", 500)
            self.ends[number] = self._now() + timedelta(seconds=self.life_s)
            return soap(f"<wsnt:RenewResponse{NAMESPACES}>{self._times('wsnt', number)}</wsnt:RenewResponse>")

    def _Unsubscribe(self, heard: Heard) -> Reply | str:
        with self._news:
            number = self._number_of(heard)
            if number is None:
                return fault("ResourceUnknownFault", "no such subscription", 500)
            del self.subscriptions[number]
            self._news.notify_all()
            return soap(f"<wsnt:UnsubscribeResponse{NAMESPACES}/>")
