"""A slot for the newest value: the writer never waits, the reader takes what is newest.

Belongs here: the hand-off and its counts. Does not belong here: what is handed over.
Invariants: 1. `put` never blocks and never grows memory. 2. A value overwritten before it was taken is counted.
Threads: one writer, one reader; a store of one attribute is atomic in CPython, so there is no lock.
"""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class NewestSlot(Generic[T]):
    """The newest value and how many were put and taken."""

    __slots__ = ("_taken_puts", "_value", "puts", "taken")

    def __init__(self) -> None:
        self._value: tuple[int, T] | None = None
        self.puts = 0
        self.taken = 0
        self._taken_puts = 0

    def put(self, value: T) -> None:
        """Replace the newest value."""
        puts = self.puts + 1
        self._value = (puts, value)
        self.puts = puts

    def take_new(self) -> T | None:
        """Give the newest value if it was not taken before, else None."""
        entry = self._value
        if entry is None or entry[0] == self._taken_puts:
            return None
        self._taken_puts = entry[0]
        self.taken += 1
        return entry[1]

    def peek(self) -> T | None:
        """Give the newest value, taken or not."""
        entry = self._value
        return None if entry is None else entry[1]

    def clear(self) -> None:
        """Forget the value; counts stay."""
        self._value = None
