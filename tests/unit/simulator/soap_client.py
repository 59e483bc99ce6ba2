"""A bare SOAP client for the simulator's tests: http.client, onveef's envelopes, digest written out here again."""

from __future__ import annotations

import hashlib
import http.client
import re
import ssl
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from onveef import envelopes, parsers

USER, PASSWORD = "control", "geheim & <1>"


@dataclass
class Reply:
    """What came back."""

    status: int
    text: str
    headers: http.client.HTTPMessage
    raw: bytes = b""

    @property
    def subcodes(self) -> list[str]:
        """Give the fault's codes from the outer to the inner; empty where it is none."""
        return re.findall(r"<s:Value>([^<]+)</s:Value>", self.text)


@dataclass
class SoapClient:
    """Calls one camera; `url` is its device service."""

    url: str
    user: str = USER
    password: str = PASSWORD
    offset_s: float = 0.0
    options: dict[str, str] = field(default_factory=dict)

    def send(self, method: str, url: str, body: bytes, headers: dict[str, str] | None = None, limit: int = -1) -> Reply:
        """Send one request on a connection of its own."""
        parts = urlsplit(url)
        if parts.scheme == "https":
            context = ssl._create_unverified_context()
            made: http.client.HTTPConnection = http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=10,
                                                                           context=context)
        else:
            made = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
        try:
            made.request(method, parts.path, body, headers or {})
            answer = made.getresponse()
            raw = answer.read() if limit < 0 else answer.read(limit)
            return Reply(answer.status, raw.decode(errors="replace"), answer.headers, raw)
        finally:
            made.close()

    def call(self, body: str, *, url: str = "", action: str = "", user: str | None = None) -> Reply:
        """Call with a token; `user` empty: without a login."""
        name = self.user if user is None else user
        sent = envelopes.build_envelope(body, username=name, password=self.password if name else "",
                                        clock_offset_s=self.offset_s, wsa_action=action, **self.options)
        return self.send("POST", url or self.url, sent.encode(), {"Content-Type": "application/soap+xml"})

    def digest(self, method: str, url: str, body: bytes, algorithm: str, challenge: str, count: int = 1) -> Reply:
        """Call with HTTP digest on a challenge that was given."""
        said = dict(re.findall(r'(\w+)="([^"]*)"', challenge))
        make = {"SHA-256": hashlib.sha256, "MD5": hashlib.md5}[algorithm]

        def hashed(text: str) -> str:
            return make(text.encode()).hexdigest()

        path = urlsplit(url).path
        first, second = hashed(f"{self.user}:{said['realm']}:{self.password}"), hashed(f"{method}:{path}")
        response = hashed(f"{first}:{said['nonce']}:{count:08x}:ab12:auth:{second}")
        header = (f'Digest username="{self.user}", realm="{said["realm"]}", nonce="{said["nonce"]}", uri="{path}", '
                  f'algorithm={algorithm}, qop=auth, nc={count:08x}, cnonce="ab12", response="{response}"')
        return self.send(method, url, body, {"Authorization": header, "Content-Type": "application/soap+xml"})

    def profiles(self, media2: bool = True) -> list[dict]:
        """Give the profiles."""
        body = envelopes.media_get_profiles(use_media2=False)
        if media2:
            body = envelopes.media2_get_profiles(types=["All"])
        return parsers.parse_profiles(self.call(body).text)

    def status(self) -> dict:
        """Give the head's status."""
        return parsers.parse_ptz_status(self.call(envelopes.ptz_get_status(profile_token="profile_main")).text)

    def move(self, pan: float | None = None, tilt: float | None = None, zoom: float | None = None,
             timeout: str = "") -> Reply:
        """Turn."""
        return self.call(envelopes.ptz_continuous_move(profile_token="profile_main", pan=pan, tilt=tilt, zoom=zoom,
                                                       timeout=timeout))
