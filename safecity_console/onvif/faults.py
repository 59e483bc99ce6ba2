"""What an answer means: a SOAP answer, or which of our faults.

Belongs here: telling them apart, once, for every operation. Does not belong here: trying again (session.py).
Invariants:
1. A fault's subcode and words count before the HTTP status: devices say "not authorised" in 200, 400, 401 and 500.
2. What is hostile by its sheer number of tags is refused before it is parsed.
3. A device's words are cleaned and cut before they go anywhere.
Source: ONVIF Core §5.8.2; quirks 6 and 7 of onvif.md.
"""

from __future__ import annotations

import re

from onveef import parsers

from safecity_console.domain.onvif import OnvifError, OnvifFault
from safecity_console.onvif.http import Answer
from safecity_console.onvif.words import clean_line

WORDS_MOST = 200
# Tags or attributes of one answer. A recorder of 64 channels tells its profiles in some 50 000; a parser holds the
# whole process up while it works, and memory grows by a hundred times the text.
TAGS_MOST = 200_000
_LOGIN = ("notauthorized", "not authorized", "not authorised", "failedauthentication", "failed authentication",
          "unauthorized", "invalidsecurity", "authentication failed", "wrong username", "wrong password",
          "invalidusername", "invalid username", "invalidsecuritytoken", "accessdenied")
_RIGHTS = ("operationprohibited", "operation prohibited", "permission", "insufficient privilege", "privilege",
           "actiondenied")
_CLOCK = ("messageexpired", "message expired", "timestamp", "time stamp", "time is not synchron", "created time")
_LOCKED = ("locked", "lockout", "too many")
_MISSING = ("actionnotsupported", "notsupported", "not supported", "not implemented", "notimplemented",
            "optionalaction", "method not found", "unknownaction", "not understood", "no such operation",
            "noptzprofile", "nohomeposition", "nosuchservice")
_PREFIX = re.compile(rb"<(?:/?)([A-Za-z_][\w.\-]*):")
_DECLARED = re.compile(rb"xmlns:([A-Za-z_][\w.\-]*)\s*=")
_ATTRIBUTE = re.compile(rb"(?<=\s)([A-Za-z_][\w.\-]*):[A-Za-z_][\w.\-]*\s*=")
_TAG = re.compile(rb"<[A-Za-z_][^<>]*>")
_BARE = re.compile(rb"(\s[A-Za-z_][\w:.\-]*=)([^\s\"'<>=/]+)(?=[\s/>])")
_MENDED_MOST = 1_000_000  # bytes; nothing that a device forgets is worth more work
_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


def soap_of(answer: Answer, operation: str) -> str:
    """Give the answer's XML, repaired where a device forgot to declare a prefix; raises OnvifError."""
    if answer.body.count(b"<") > TAGS_MOST or answer.body.count(b"=") > TAGS_MOST:
        raise OnvifError(OnvifFault.TOO_LARGE, operation)
    text = repaired(answer.body)
    fault = fault_words(text) if text else ""
    if fault:
        raise OnvifError(_fault(fault), operation, clean_line(fault, WORDS_MOST))
    if answer.status in (401, 403):
        raise OnvifError(OnvifFault.WRONG_PASSWORD, operation)
    if answer.status in (404, 405, 501):
        raise OnvifError(OnvifFault.NOT_SUPPORTED, operation, f"HTTP {answer.status}")
    if answer.status == 429 or answer.status == 503:
        raise OnvifError(OnvifFault.DEVICE_FAULT, operation, f"HTTP {answer.status}")
    if text is None or (b"Envelope" not in answer.body and b"envelope" not in answer.body):
        raise OnvifError(OnvifFault.NOT_ONVIF, operation, f"HTTP {answer.status}")
    if answer.status >= 400:
        raise OnvifError(OnvifFault.DEVICE_FAULT, operation, f"HTTP {answer.status}")
    return text


def repaired(body: bytes) -> str | None:
    """Give a document as text that can be parsed, with what devices forget put right; None where it cannot be."""
    if parsers.parse_xml(body) is not None:
        return _decoded(body)
    if b"<!" in body.replace(b"<![CDATA[", b"").replace(b"<!--", b""):
        return None  # a document type: entities are no business of a camera's
    if len(body) > _MENDED_MOST:
        return None
    mended = _TAG.sub(lambda tag: _BARE.sub(rb'\1"\2"', tag[0]), _AMPERSAND.sub(b"&amp;", body))
    used = set(_PREFIX.findall(mended)).union(*(_ATTRIBUTE.findall(tag) for tag in _TAG.findall(mended)))
    forgotten = sorted(used - set(_DECLARED.findall(mended)) - {b"xml", b"xmlns"})
    if forgotten:
        extra = b"".join(b' xmlns:%s="urn:forgotten:%s"' % (one, one) for one in forgotten[:20])
        mended = re.sub(rb"(<[A-Za-z_][\w.\-]*(?::[\w.\-]+)?)(?=[\s>/])", rb"\1" + extra, mended, count=1)
    return _decoded(mended) if parsers.parse_xml(mended) is not None else None


def fault_words(text: str) -> str:
    """Give a fault's subcodes and reason as one line; nothing where there is no fault."""
    root = parsers.parse_xml(text)
    if root is None:
        return ""
    body = parsers.find_local(root, "Body")
    fault = parsers.child_local(body, "Fault") if body is not None else None
    if fault is None:
        return ""
    codes = [(one.text or "").rpartition(":")[2] for one in parsers.find_all_local(fault, "Value")]
    codes += [(one.text or "") for tag in ("faultcode", "faultstring") for one in parsers.find_all_local(fault, tag)]
    reason = " ".join((one.text or "") for one in parsers.find_all_local(fault, "Text"))
    told = [one for one in (*codes, reason) if one.strip() and one not in ("Sender", "Receiver")]
    return " ".join(told) or "Fault"


def _fault(words: str) -> OnvifFault:
    said = words.casefold()
    if any(one in said for one in _CLOCK):
        return OnvifFault.CLOCK_OFF
    if any(one in said for one in _RIGHTS):
        return OnvifFault.NOT_AUTHORISED
    if any(one in said for one in _LOGIN) or any(one in said for one in _LOCKED):
        return OnvifFault.WRONG_PASSWORD
    return OnvifFault.NOT_SUPPORTED if any(one in said for one in _MISSING) else OnvifFault.DEVICE_FAULT


def _decoded(body: bytes) -> str:
    """Give the text without its declaration, whose encoding no longer counts."""
    match = re.match(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._\-]+)", body)
    encoding = match[1].decode() if match else "utf-8"
    try:
        text = body.decode(encoding, "replace")
    except LookupError:
        text = body.decode("utf-8", "replace")
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1)
