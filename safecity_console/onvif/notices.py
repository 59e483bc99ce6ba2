"""Notifications of devices, read: from PullMessages and from what is sent to a consumer (WS-BaseNotification).

Belongs here: messages to notices, topics of GetEventProperties. Does not belong here: subscriptions (events.py), which
topic is which kind (domain/camera_event.py).
Invariants:
1. Whatever stands in a message, reading it ends: at most `MESSAGES_MOST` messages, `ITEMS_MOST` items, bounded depth.
2. Text of a device is cleaned and cut; what is kept of its XML holds no login.
3. A message that cannot be understood is left out and counted, never raised.
Source: ONVIF Core 9.1-9.5; OASIS WS-BaseNotification 1.3 §3; quirk 21 (message empty, odd topics).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import quoteattr

from onveef import parsers

from safecity_console.domain.camera_event import (
    RAW_MOST,
    SOURCE_MOST,
    TOPIC_MOST,
    EventKind,
    Notice,
    active_of,
    kind_of,
)
from safecity_console.domain.hygiene import clean_line

MESSAGES_MOST, ITEMS_MOST, TOPICS_MOST, DEPTH_MOST = 200, 24, 300, 12
_SECRET = re.compile(r"passw|passphrase|pwd|secret|credential|authoriz|cookie|token_?key", re.IGNORECASE)
_LOGIN = re.compile(r"(?<=://)[^/\s\"'<>@]+@")


@dataclass(frozen=True, slots=True)
class Told:
    """The notices of one document, and how many were left out."""

    notices: tuple[Notice, ...] = ()
    dropped: int = 0


def notices_of(document: str | bytes) -> Told:
    """Read the notifications of a document, of PullMessages or of Notify alike."""
    root = parsers.parse_xml(document)
    return Told() if root is None else notices_in(root)


def notices_in(root: Any) -> Told:
    """Read the notifications below an element."""
    found: list[Notice] = []
    dropped = 0
    for one in parsers.find_all_local(root, "NotificationMessage"):
        notice = _notice(one) if len(found) < MESSAGES_MOST else None
        if notice is None:
            dropped += 1
        else:
            found.append(notice)
    return Told(tuple(found), dropped)


def topics_of(document: str) -> tuple[str, ...]:
    """Read the topics that GetEventProperties lists, as "VideoSource/MotionAlarm"."""
    root = parsers.parse_xml(document)
    whole = None if root is None else parsers.find_local(root, "TopicSet")
    if whole is None:
        return ()
    found: list[str] = []
    waiting = [(child, "") for child in reversed(list(whole))]
    while waiting and len(found) < TOPICS_MOST:
        element, above = waiting.pop()
        name = _local(element.tag)
        if name == "MessageDescription" or above.count("/") >= DEPTH_MOST:
            continue
        path = f"{above}/{name}" if above else name
        below = [child for child in element if _local(child.tag) != "MessageDescription"]
        if len(below) < len(element) or not below:
            found.append(clean_line(path, TOPIC_MOST))
        waiting += [(child, path) for child in reversed(below)]
    return tuple(found)


def moment_of(text: str) -> datetime | None:
    """Read a device's moment; None where it is none. Without a zone it counts as UTC."""
    try:
        at = datetime.fromisoformat(text.strip()[:40].replace("Z", "+00:00"))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _notice(element: Any) -> Notice | None:
    topic_at = parsers.child_local(element, "Topic")
    topic = clean_line("".join(_texts(topic_at)), TOPIC_MOST) if topic_at is not None else ""
    outer = parsers.child_local(element, "Message")
    inner = None if outer is None else parsers.child_local(outer, "Message")
    message = outer if inner is None else inner
    if not topic and message is None:
        return None
    said = dict(message.attrib) if message is not None else {}
    said = {_local(name): value for name, value in said.items()}
    data, source = _items(message, "Data"), {**_items(message, "Source"), **_items(message, "Key")}
    operation = said.get("PropertyOperation", "").strip().lower()
    kind = kind_of(topic)
    return Notice(
        kind, active_of(data), topic, _source(source), clean_line(next(iter(data.values()), ""), 80),
        moment_of(said.get("UtcTime", "")), operation == "initialized", operation == "deleted",
        "" if kind is EventKind.MOTION else _raw(topic, said, source, data))


def _items(message: Any, part: str) -> dict[str, str]:
    inside = None if message is None else parsers.child_local(message, part)
    if inside is None:
        return {}
    found: dict[str, str] = {}
    for item in [one for one in inside if _local(one.tag) == "SimpleItem"][:ITEMS_MOST]:
        told = {_local(name): value for name, value in item.attrib.items()}
        name = clean_line(told.get("Name", ""), 60)
        if name and name not in found:
            found[name] = _safe(name, told.get("Value", item.text or ""))
    return found


def _safe(name: str, value: str) -> str:
    return "***" if _SECRET.search(name) else clean_line(_LOGIN.sub("***@", value[:400]), 200)


def _source(items: dict[str, str]) -> str:
    """Name what it came from: the values that tell one state of a device from another."""
    return clean_line(" ".join(value for value in items.values() if value), SOURCE_MOST)


def _raw(topic: str, said: dict[str, str], source: dict[str, str], data: dict[str, str]) -> str:
    """Give the message as XML again, as far as it was understood: no addresses, no secrets, at most `RAW_MOST`."""
    parts = [f"<Message Topic={quoteattr(topic)}"]
    parts += [f" {name}={quoteattr(clean_line(said[name], 40))}"
              for name in ("UtcTime", "PropertyOperation") if name in said]
    parts.append(">")
    for part, items in (("Source", source), ("Data", data)):
        inside = "".join(f"<SimpleItem Name={quoteattr(k)} Value={quoteattr(v)}/>" for k, v in items.items())
        parts.append(f"<{part}>{inside}</{part}>" if inside else "")
    parts.append("</Message>")
    return "".join(parts)[:RAW_MOST]


def _texts(element: Any) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:  # a topic that a device wrapped once more
        if child.text:
            yield child.text


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2]
