"""SOAP 1.2 as a device reads and writes it.

Belongs here: requests into calls, answers and faults into text, reading arguments by local name.
Does not belong here: HTTP (http.py), logins (login.py), what operations do.
Invariants: 1. A request with a document type is refused: no entities here. 2. Text put into XML is escaped.
3. Arguments are found by local name, as lenient devices do. Thread: any.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "s": "http://www.w3.org/2003/05/soap-envelope",
    "tt": "http://www.onvif.org/ver10/schema",
    "tds": "http://www.onvif.org/ver10/device/wsdl",
    "trt": "http://www.onvif.org/ver10/media/wsdl",
    "tr2": "http://www.onvif.org/ver20/media/wsdl",
    "tptz": "http://www.onvif.org/ver20/ptz/wsdl",
    "timg": "http://www.onvif.org/ver20/imaging/wsdl",
    "tev": "http://www.onvif.org/ver10/events/wsdl",
    "tmd": "http://www.onvif.org/ver10/deviceIO/wsdl",
    "ter": "http://www.onvif.org/ver10/error",
    "tns1": "http://www.onvif.org/ver10/topics",
    "wsnt": "http://docs.oasis-open.org/wsn/b-2",
    "wsrf": "http://docs.oasis-open.org/wsrf/rw-2",
    "wsa": "http://www.w3.org/2005/08/addressing",
    "wstop": "http://docs.oasis-open.org/wsn/t-1",
    "xs": "http://www.w3.org/2001/XMLSchema",
}
PREFIX_OF = {uri: prefix for prefix, uri in NAMESPACES.items()}
_DURATION = re.compile(r"(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")


@dataclass(frozen=True, slots=True)
class Call:
    """One operation asked for; `service` is the prefix of its namespace, `body` its element."""

    service: str
    operation: str
    body: Element
    header: Element | None
    path: str

    def text(self, name: str, default: str = "") -> str:
        """Return the text of the first element of that name anywhere in the body."""
        return text_of(self.body, name, default)

    def has(self, name: str) -> bool:
        """Tell whether the body has an element of that name."""
        return find(self.body, name) is not None


Operation = Callable[[Call], str | Awaitable[str]]
Operations = Mapping[str, Operation]


class SoapFault(Exception):
    """A fault to answer with; `subcodes` from the outer to the inner, with their prefixes."""

    def __init__(self, reason: str, *subcodes: str, receiver: bool = False, status: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.subcodes, self.receiver = reason, subcodes, receiver
        self.status = status or (500 if receiver else 400)


class NotSoap(ValueError):
    """Say that a request is no SOAP."""


def invalid(reason: str, inner: str) -> SoapFault:
    """Return the fault for an argument that is wrong."""
    return SoapFault(reason, "ter:InvalidArgVal", f"ter:{inner}")


def unsupported(operation: str) -> SoapFault:
    """Return the fault for an operation the device has not."""
    return SoapFault(f"{operation} is not implemented", "ter:ActionNotSupported", receiver=True)


def parse_call(content: bytes, path: str) -> Call:
    """Read a request; raise NotSoap where it is none."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise NotSoap("a document type is not taken")
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - no document type gets here
    except ElementTree.ParseError as error:
        raise NotSoap(str(error)) from error
    body = child(root, "Body")
    if local(root.tag) != "Envelope" or body is None or not len(body):
        raise NotSoap("no envelope with a body")
    asked = body[0]
    namespace = asked.tag[1:].partition("}")[0] if asked.tag.startswith("{") else ""
    return Call(PREFIX_OF.get(namespace, namespace), local(asked.tag), asked, child(root, "Header"), path)


def local(tag: str) -> str:
    """Return a tag without its namespace."""
    return tag.rpartition("}")[2]


def child(element: Element | None, name: str) -> Element | None:
    """Return the first direct child of that local name."""
    return next((one for one in element if local(one.tag) == name), None) if element is not None else None


def each(element: Element | None, name: str) -> Iterator[Element]:
    """Give every element of that local name below."""
    if element is not None:
        yield from (one for one in element.iter() if local(one.tag) == name)


def find(element: Element | None, name: str) -> Element | None:
    """Return the first element of that local name below."""
    return next(each(element, name), None)


def text_of(element: Element | None, name: str, default: str = "") -> str:
    """Return the text of the first element of that name below."""
    found = find(element, name)
    return (found.text or "").strip() if found is not None else default


def number_of(text: str, reason: str = "not a number") -> float:
    """Return a finite number; raise the fault for a wrong argument."""
    try:
        value = float(text)
    except ValueError:
        raise invalid(reason, "InvalidArgVal") from None
    if not abs(value) < 1e12:  # also what is no number
        raise invalid(reason, "InvalidArgVal")
    return value


def duration_s(text: str) -> float:
    """Return the seconds of an xs:duration; raise the fault for a wrong argument."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        raise invalid("not a duration", "InvalidArgVal")
    sign, days, hours, minutes, seconds = found.groups()
    total = int(days or 0) * 86400 + int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds or 0)
    return -total if sign else total


def esc(value: object) -> str:
    """Return a value as text of an element."""
    return escape(str(value))


def attr(value: object) -> str:
    """Return a value as a quoted attribute."""
    return quoteattr(str(value))


def figure(value: float) -> str:
    """Return a number as devices write it."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if value else "0"


def envelope(body: str, header: str = "") -> str:
    """Return a whole answer; the prefixes used are declared at its top."""
    inner = f"<s:Header>{header}</s:Header>" if header else ""
    used = set(re.findall(r"[<\s\"/>](\w+):\w", body + inner)) | {"s"}
    declared = " ".join(f'xmlns:{name}="{NAMESPACES[name]}"' for name in NAMESPACES if name in used)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<s:Envelope {declared}>{inner}<s:Body>{body}</s:Body></s:Envelope>'


def fault_body(fault: SoapFault) -> str:
    """Return a fault as the body of an answer."""
    code = f"<s:Value>s:{'Receiver' if fault.receiver else 'Sender'}</s:Value>"
    subcode = ""
    for one in reversed(fault.subcodes):
        subcode = f"<s:Subcode><s:Value>{esc(one)}</s:Value>{subcode}</s:Subcode>"
    reason = f'<s:Reason><s:Text xml:lang="en">{esc(fault.reason)}</s:Text></s:Reason>'
    return f"<s:Fault><s:Code>{code}{subcode}</s:Code>{reason}</s:Fault>"
