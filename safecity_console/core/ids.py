"""Row ids: UUIDv7 (RFC 9562), for identity and locality only, never for order between machines."""

from __future__ import annotations

import uuid_utils


def new_id() -> str:
    """Give a fresh id as lower-case text with hyphens."""
    return str(uuid_utils.uuid7())
