"""The audit chain of a data folder, as tests look at it: whole or not, and what it says."""

from __future__ import annotations

from pathlib import Path

from safecity_console.domain.audit_proof import Break
from safecity_console.services.audit_verify import verify_file


def flaws(database: Path) -> tuple[Break, ...]:
    """Give every flaw of a chain, whatever head lies beside it."""
    return verify_file(database, ()).flaws
