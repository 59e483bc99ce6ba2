"""Signed content of a handover: the form as canonical JSON, and the form read back from it.

Belongs here: the writing and the strict reading. Does not belong here: when it is signed (services/handover.py).
Invariants: 1. Reading what was written gives the same form. 2. What a newer console added is passed over, what an older
one lacked has its default. 3. Content that is no form raises Refused("handover_unreadable"), never anything else.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from safecity_console.domain.errors import Refused
from safecity_console.domain.shift import HandoverForm, canonical, sha256_of, stamp

VERSION = 1


def content_of(form: HandoverForm) -> str:
    """Give the bytes, as text, that a form's signatures stand for; its own hash is not in them."""
    body = _plain(replace(form, sha256=""))
    return canonical({"handover": VERSION, "form": body})


def form_of(content: str) -> HandoverForm:
    """Read a form back, with the hash of the content; raises Refused("handover_unreadable")."""
    try:
        body = json.loads(content)["form"]
        form = _built(HandoverForm, body)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused("handover_unreadable") from None
    if not isinstance(form, HandoverForm):
        raise Refused("handover_unreadable")
    return replace(form, sha256=sha256_of(content))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return value


@cache
def _kinds(of: type) -> Mapping[str, Any]:
    return get_type_hints(of)


def _built(kind: Any, value: object) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _one_of(inner, value)
    if origin is tuple and isinstance(value, list):
        return tuple(_built(inner[0], one) for one in value)
    if origin is frozenset and isinstance(value, list):
        return frozenset(str(one) for one in value)
    if origin is not None and issubclass(origin, Mapping) and isinstance(value, dict):
        return {str(key): _built(inner[1], one) for key, one in value.items()}
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
        kinds = _kinds(kind)
        return kind(**{name: _built(kinds[name], one) for name, one in value.items() if name in kinds})
    if kind is datetime and isinstance(value, str):
        return datetime.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(value, str):
        return kind(value)
    if isinstance(kind, type) and type(value) is kind:
        return value
    raise TypeError(kind)


def _one_of(kinds: tuple[Any, ...], value: object) -> object:
    if value is None and type(None) in kinds:
        return None
    for kind in kinds:
        try:
            return _built(kind, value)
        except TypeError:
            continue
    raise TypeError(kinds)
