"""A camera's login on its way from the vault to the wire; its repr shows no password."""

from __future__ import annotations

from dataclasses import dataclass, field

from safecity_console.core.secrets import Secret


@dataclass(frozen=True, slots=True)
class Login:
    """User and password; both empty where the camera asks for none."""

    user: str = ""
    password: Secret = field(default_factory=lambda: Secret(""))
