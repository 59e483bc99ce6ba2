"""Sealing of identities: callers and parties as bytes that only the vault opens.

Belongs here: the form of what is sealed and whose it is. Does not belong here: who may open it (incident_views.py), the
cipher (core/vault.py).
Invariants: 1. Bytes open only for the incident and field they were sealed for: a row moved or copied is refused. 2. A
locked vault refuses what would have to be sealed; nothing is kept plain instead. Nothing to seal needs no vault.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from safecity_console.core.secrets import Secret
from safecity_console.domain.errors import Refused, VaultLocked
from safecity_console.domain.incident import Incident
from safecity_console.domain.incident_parts import Party
from safecity_console.services.safe import Safe


def seal_caller(safe: Safe, incident_id: str, name: str, phone: str) -> bytes | None:
    """Seal a caller; None where there is none. Raises Refused("seal_locked")."""
    if not name and not phone:
        return None
    return _seal(safe, {"caller_name": name, "caller_phone": phone}, f"{incident_id}:caller")


def open_caller(safe: Safe, incident_id: str, sealed: bytes) -> Mapping[str, str]:
    """Open a caller; raises Refused("seal_locked")."""
    return _open(safe, sealed, f"{incident_id}:caller")


def seal_party(safe: Safe, incident_id: str, party: Party) -> bytes:
    """Seal a party; raises Refused("seal_locked")."""
    return _seal(safe, {"name": party.name, "more": party.more}, f"{incident_id}:{party.id}:party")


def open_party(safe: Safe, incident_id: str, party_id: str, sealed: bytes) -> Mapping[str, str]:
    """Open a party; raises Refused("seal_locked")."""
    return _open(safe, sealed, f"{incident_id}:{party_id}:party")


def open_all(safe: Safe, incident: Incident, caller: bytes | None, parties: Mapping[str, bytes]) -> dict[str, str]:
    """Open everything of an incident: caller_name, caller_phone, "party:<id>:name", "party:<id>:more"."""
    found: dict[str, str] = {}
    if caller is not None:
        found.update(open_caller(safe, incident.id, caller))
    for party_id, sealed in parties.items():
        found.update({f"party:{party_id}:{field}": value
                      for field, value in open_party(safe, incident.id, party_id, sealed).items()})
    return found


def _seal(safe: Safe, content: Mapping[str, str], owner_id: str) -> bytes:
    try:
        return safe.seal(Secret(json.dumps(content, ensure_ascii=False)), owner_id)
    except VaultLocked:
        raise Refused("seal_locked") from None


def _open(safe: Safe, sealed: bytes, owner_id: str) -> Mapping[str, str]:
    try:
        said = json.loads(safe.open(sealed, owner_id).reveal())
        return {str(key): str(value) for key, value in said.items()}
    except (VaultLocked, ValueError, AttributeError):
        raise Refused("seal_locked") from None
