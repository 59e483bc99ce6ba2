"""Hostile and broken answers: what quirks make of one that was right.

Belongs here: altering an answer. Does not belong here: making it (face.py), bytes on the wire (http.py).
Thread: any.
"""

from __future__ import annotations

import re
from dataclasses import replace

from safecity_console.simulator.onvif.http import Answer
from safecity_console.simulator.onvif.quirks import Quirk, Quirks
from safecity_console.simulator.onvif.soap import NAMESPACES

_BOMB_LEVELS = 12
_ENVELOPE = f'<s:Envelope xmlns:s="{NAMESPACES["s"]}"><s:Body><x>&%s;</x></s:Body></s:Envelope>'
_HTML = b"<!DOCTYPE html><html><head><title>Web client</title></head><body><h1>Please update</h1></body></html>"


def spoil(answer: Answer, quirks: Quirks, date_s: float) -> Answer:
    """Return the answer as a device with these quirks gives it."""
    answer = replace(answer, date_s=date_s)
    if not quirks.values:
        return answer
    if answer.kind.startswith("application/soap"):
        answer = _other_content(answer, quirks)
    return replace(answer, close=answer.close or quirks.has(Quirk.DROPS), drip_s=quirks.value(Quirk.DRIP),
                   filler_bytes=int(quirks.value(Quirk.HUGE) * 1_000_000))


def _other_content(answer: Answer, quirks: Quirks) -> Answer:
    if quirks.has(Quirk.HTML):
        return Answer(200, _HTML, "text/html", date_s=answer.date_s)
    if quirks.has(Quirk.REDIRECT):
        return Answer(302, b"", headers=(("Location", quirks.redirect_to),), date_s=answer.date_s)
    if quirks.has(Quirk.BOMB):
        return replace(answer, body=_bomb())
    if quirks.has(Quirk.EXTERNAL_ENTITY):
        body = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + _ENVELOPE % "e"
        return replace(answer, body=body.encode())
    text = answer.body.decode()
    if quirks.has(Quirk.UNDECLARED_PREFIXES):
        text = text.replace(f' xmlns:tt="{NAMESPACES["tt"]}"', "")
    if quirks.has(Quirk.BAD_XML):
        text = re.sub(r'token="(\w+)"', r"token=\1", text)
    if quirks.has(Quirk.WRONG_NAMESPACE):
        text = text.replace(NAMESPACES["tt"], "http://www.onvif.org/ver20/schema")
    return replace(answer, body=text.encode())


def _bomb() -> bytes:
    rows = ['<!ENTITY e0 "ha">']
    rows += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, _BOMB_LEVELS)]
    return f"<!DOCTYPE x [{''.join(rows)}]>{_ENVELOPE % f'e{_BOMB_LEVELS - 1}'}".encode()
