"""Cameras, their places and their streams as the registry knows them.

Belongs here: the registry's values, what makes them valid, taking a login out of a URL.
Does not belong here: passwords (core/secrets.py, core/vault.py), rows (db/), the state of a stream (stream.py).
Invariants: 1. A `StreamProfile.url` never holds user or password. 2. Camera numbers are 1..9999 and unique
among cameras that are not removed (the database holds that). 3. Ids are UUIDv7 text; times UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from safecity_console.domain.errors import Refused

NUMBER_MIN = 1
NUMBER_MAX = 9999
NAME_MAX = 80
URL_MAX = 1024


class StreamRole(StrEnum):
    """Which of a camera's streams: the full picture or the small one for walls."""

    MAIN = "main"
    SUB = "sub"


class Transport(StrEnum):
    """How RTP reaches us; `HTTP` is RTSP tunnelled over HTTP."""

    TCP = "tcp"
    UDP = "udp"
    HTTP = "http"


URL_SCHEMES = frozenset({"rtsp", "rtsps", "http", "https", "file"})


@dataclass(frozen=True, slots=True)
class Site:
    """A place with one or more cameras: a chowk, a bus stand, a hospital gate."""

    id: str
    name: str
    name_ur: str = ""
    latitude: float | None = None
    longitude: float | None = None
    revision: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StreamProfile:
    """One stream of one camera; `width`, `height`, `codec` are what was last seen, else 0 and empty."""

    role: StreamRole
    url: str
    transport: Transport = Transport.TCP
    codec: str = ""
    width: int = 0
    height: int = 0
    id: str = ""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera of the registry with its streams; `user` is the login name, the password lies in the vault."""

    id: str
    number: int
    name: str
    name_ur: str = ""
    site_id: str | None = None
    site_name: str = ""
    phase: int = 1
    user: str = ""
    has_password: bool = False
    enabled: bool = True
    profiles: tuple[StreamProfile, ...] = ()
    onvif_host: str = ""
    notes: str = ""
    revision: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def profile(self, role: StreamRole) -> StreamProfile | None:
        """Give the profile of a role, or the other role's when the camera has only one."""
        chosen = [p for p in self.profiles if p.role is role] or list(self.profiles)
        return chosen[0] if chosen else None

    @property
    def has_two_streams(self) -> bool:
        """Tell whether main and sub are different streams."""
        return len({p.url for p in self.profiles}) > 1


@dataclass(frozen=True, slots=True)
class CameraDraft:
    """What an officer or a file asks the registry to hold; `validate` it before it is written."""

    number: int
    name: str
    main_url: str
    sub_url: str = ""
    name_ur: str = ""
    site: str = ""
    phase: int = 1
    user: str = ""
    transport: Transport = Transport.TCP
    enabled: bool = True
    onvif_host: str = ""
    notes: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class UrlLogin:
    """A URL with its login taken out; `password` is raw text on its way to the vault."""

    url: str
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"UrlLogin(url={self.url!r}, user={self.user!r}, password={'***' if self.password else ''!r})"


def take_login(url: str) -> UrlLogin:
    """Split `scheme://user:password@host/…` into the clean URL and the login.

    Raises Refused with codes `url_unreadable`, `url_scheme`, `url_host`, `url_port`, `url_too_long`.
    """
    text = url.strip()
    parts = _checked_parts(text)
    if parts.scheme == "file":
        return UrlLogin(text)
    host = parts.hostname or ""
    bracketed = f"[{host}]" if ":" in host else host
    netloc = bracketed if parts.port is None else f"{bracketed}:{parts.port}"
    clean = urlunsplit((parts.scheme, netloc, parts.path, parts.query, ""))
    return UrlLogin(clean, unquote(parts.username or ""), unquote(parts.password or ""))


def _checked_parts(text: str) -> SplitResult:
    if len(text) > URL_MAX:
        raise Refused("url_too_long", longest=URL_MAX)
    if any(ord(c) < 33 or ord(c) == 127 for c in text):
        raise Refused("url_unreadable")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise Refused("url_unreadable") from None
    if parts.scheme not in URL_SCHEMES:
        raise Refused("url_scheme", scheme=parts.scheme[:20])
    if parts.scheme == "file":
        return parts
    try:
        port = parts.port
    except ValueError:
        raise Refused("url_port") from None
    if port is not None and not 1 <= port <= 65535:
        raise Refused("url_port")
    if not parts.hostname:
        raise Refused("url_host")
    return parts


def with_login(url: str, user: str, password: str) -> str:
    """Put a login into a URL, percent-encoded, for the moment of opening only; never store or log the result."""
    if not user:
        return url
    parts = urlsplit(url)
    login = quote(user, safe="") + (f":{quote(password, safe='')}" if password else "")
    return urlunsplit((parts.scheme, f"{login}@{parts.netloc}", parts.path, parts.query, ""))


def validate(draft: CameraDraft) -> CameraDraft:
    """Check a draft and give it back trimmed; its URLs must hold no login any more.

    Raises Refused: number_range, name_missing, name_too_long, url_missing, url_*, phase_range, place_range,
    text_control.
    """
    if not NUMBER_MIN <= draft.number <= NUMBER_MAX:
        raise Refused("number_range", low=NUMBER_MIN, high=NUMBER_MAX, number=draft.number)
    name = draft.name.strip()
    if not name:
        raise Refused("name_missing")
    if len(name) > NAME_MAX:
        raise Refused("name_too_long", longest=NAME_MAX)
    _refuse_control(name, draft.name_ur, draft.site, draft.user, draft.onvif_host)
    if not 1 <= draft.phase <= 99:
        raise Refused("phase_range", low=1, high=99)
    if not draft.main_url and not draft.sub_url:
        raise Refused("url_missing")
    _check_place(draft.latitude, draft.longitude)
    main, sub = (_clean(u) for u in (draft.main_url, draft.sub_url))
    return CameraDraft(
        draft.number, name, main, sub, draft.name_ur.strip(), draft.site.strip(), draft.phase, draft.user.strip(),
        draft.transport, draft.enabled, draft.onvif_host.strip(), draft.notes, draft.latitude, draft.longitude,
    )


def _clean(url: str) -> str:
    if not url.strip():
        return ""
    login = take_login(url)
    if login.user or login.password:
        raise Refused("url_holds_login")
    return login.url


def _check_place(latitude: float | None, longitude: float | None) -> None:
    if latitude is not None and not -90 <= latitude <= 90:
        raise Refused("place_range")
    if longitude is not None and not -180 <= longitude <= 180:
        raise Refused("place_range")


# Overrides and embeddings turn a name's letters round on screen, line separators break log lines; the plain marks and
# joiners that Urdu needs (U+200C to U+200F) are none of them.
_TURNING = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _refuse_control(*texts: str) -> None:
    if any(ord(c) < 32 or 127 <= ord(c) < 160 or c in _TURNING for t in texts for c in t):
        raise Refused("text_control")
