"""Reading of row values: what a column holds becomes a Python value of the expected kind, or the file is damaged.

Belongs here: typed access to one row, times as text. Does not belong here: tables (registry.py, history.py,
walls.py).
Invariants: 1. A value of a wrong kind raises DatabaseDamaged naming the column, never a TypeError. 2. Times are UTC
ISO 8601 text with milliseconds and Z, so that text order is time order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from safecity_console.domain.errors import DatabaseDamaged

Row = Mapping[str, Any]
E = TypeVar("E", bound=StrEnum)


class Readable(Protocol):
    """What queries need: the writer's transaction and a reader's view both have it."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Read all rows of a statement."""
        ...


def time_text(moment: datetime) -> str:
    """Give the stored form of an aware time."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is not stored")
    utc = moment.astimezone(UTC)
    return f"{utc.isoformat()[:19]}.{utc.microsecond // 1000:03d}Z"


def parse_time(text: object, column: str) -> datetime:
    """Read a stored time; raises DatabaseDamaged."""
    try:
        if isinstance(text, str) and text.endswith("Z"):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise DatabaseDamaged(f"column {column} holds no time")


def text(row: Row, column: str) -> str:
    """Give a text column."""
    value = row.get(column)
    if not isinstance(value, str):
        raise DatabaseDamaged(f"column {column} holds no text")
    return value


def optional_text(row: Row, column: str) -> str | None:
    """Give a text column that may be NULL."""
    return None if row.get(column) is None else text(row, column)


def integer(row: Row, column: str) -> int:
    """Give an integer column."""
    value = row.get(column)
    if not isinstance(value, int):
        raise DatabaseDamaged(f"column {column} holds no whole number")
    return value


def flag(row: Row, column: str) -> bool:
    """Give a column of 0 or 1."""
    value = integer(row, column)
    if value not in (0, 1):
        raise DatabaseDamaged(f"column {column} holds neither 0 nor 1")
    return value == 1


def optional_real(row: Row, column: str) -> float | None:
    """Give a number column that may be NULL."""
    value = row.get(column)
    if value is None:
        return None
    if not isinstance(value, int | float):
        raise DatabaseDamaged(f"column {column} holds no number")
    return float(value)


def blob(row: Row, column: str) -> bytes:
    """Give a bytes column."""
    value = row.get(column)
    if not isinstance(value, bytes):
        raise DatabaseDamaged(f"column {column} holds no bytes")
    return value


def moment(row: Row, column: str) -> datetime:
    """Give a time column."""
    return parse_time(row.get(column), column)


def optional_moment(row: Row, column: str) -> datetime | None:
    """Give a time column that may be NULL."""
    return None if row.get(column) is None else moment(row, column)


def word(row: Row, column: str, kind: type[E]) -> E:
    """Give a column that holds one word of an enum."""
    try:
        return kind(text(row, column))
    except ValueError:
        raise DatabaseDamaged(f"column {column} holds an unknown word") from None
