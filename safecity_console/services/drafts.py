"""From what was typed or read to what may be written: logins out of URLs, lengths, and a camera back as a draft.

Belongs here: preparing drafts. Does not belong here: writing them (cameras.py), reading files (camera_csv.py).
Invariants: 1. A `Prepared.draft` is valid and its URLs hold no login. 2. Refusals carry no URL and no password.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import (
    Camera,
    CameraDraft,
    Site,
    StreamRole,
    Transport,
    UrlLogin,
    take_login,
    validate,
)
from safecity_console.domain.errors import Refused

LONGEST = {"name_ur": 80, "site": 80, "user": 128, "onvif_host": 255, "notes": 2000}
PASSWORD_MAX = 256
# Some recorders want the login in the path or query (`/user=admin_password=…_channel=1`). It would lie in the
# database in clear and stand on screens, so it is refused until such URLs can be filled at the moment of opening.
_LOGIN_IN_PATH = re.compile(r"(?:password|passwd|pwd|pass|token)\s*=\s*[^&_/;?#\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft ready to be written; `password` None keeps what is there, `login_taken` says that a URL held a login."""

    draft: CameraDraft
    password: Secret | None
    login_taken: bool


def prepare(draft: CameraDraft, password: Secret | None) -> Prepared:
    """Take logins out of the URLs and check everything.

    Raises Refused: codes of `validate`, `logins_differ`, `url_password_in_path`, `text_too_long`, `password_unfit`,
    `place_half`.
    """
    logins = [take_login(url) if url.strip() else UrlLogin("") for url in (draft.main_url, draft.sub_url)]
    for login in logins:
        if _LOGIN_IN_PATH.search(unquote(login.url.split("://", 1)[-1])):
            raise Refused("url_password_in_path")
    user = _one_of({draft.user.strip(), *(login.user for login in logins)})
    secret = _one_of({password.reveal() if password else "", *(login.password for login in logins)})
    taken = any(login.user or login.password for login in logins)
    clean = replace(draft, main_url=logins[0].url, sub_url=logins[1].url, user=user)
    if clean.sub_url == clean.main_url:
        clean = replace(clean, sub_url="")
    if (clean.latitude is None) is not (clean.longitude is None):
        raise Refused("place_half")
    if clean.latitude is not None and not clean.site.strip():
        clean = replace(clean, site=clean.name)  # coordinates belong to a site; a lone camera is its own
    _check_lengths(clean)
    return Prepared(validate(clean), _password(secret, password), taken)


def _one_of(said: set[str]) -> str:
    """Give the one thing said, empty where nothing was; two different ones are a question only a person can answer."""
    said.discard("")
    if len(said) > 1:
        raise Refused("logins_differ")
    return said.pop() if said else ""


def _password(text: str, given: Secret | None) -> Secret | None:
    if len(text) > PASSWORD_MAX or any(ord(c) < 32 or ord(c) == 127 for c in text):
        raise Refused("password_unfit", longest=PASSWORD_MAX)
    if text:
        return Secret(text)
    return given  # None keeps, an empty Secret forgets


def _check_lengths(draft: CameraDraft) -> None:
    for field, longest in LONGEST.items():
        if len(str(getattr(draft, field)).strip()) > longest:
            raise Refused("text_too_long", field=field, longest=longest)
    if any(ord(c) < 32 and c not in "\t\r\n" for c in draft.notes):
        raise Refused("text_control")


def draft_of(camera: Camera, site: Site | None = None) -> CameraDraft:
    """Give a camera as a draft, to be edited and handed to `change`."""
    urls = {profile.role: profile for profile in camera.profiles}
    main, sub = urls.get(StreamRole.MAIN), urls.get(StreamRole.SUB)
    first = main or sub
    return CameraDraft(
        number=camera.number,
        name=camera.name,
        main_url=main.url if main else "",
        sub_url=sub.url if sub else "",
        name_ur=camera.name_ur,
        site=camera.site_name,
        phase=camera.phase,
        user=camera.user,
        transport=first.transport if first else Transport.TCP,
        enabled=camera.enabled,
        onvif_host=camera.onvif_host,
        notes=camera.notes,
        latitude=site.latitude if site else None,
        longitude=site.longitude if site else None,
    )


def reaches_otherwise(old: CameraDraft, new: CameraDraft) -> bool:
    """Tell whether a camera is reached or logged into differently now."""
    return (old.main_url, old.sub_url, old.user, old.transport) != (new.main_url, new.sub_url, new.user, new.transport)
