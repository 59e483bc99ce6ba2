"""A slot for the newest value: the writer never waits, each reader takes what is newest.

Belongs here: the hand-off and its counts. Does not belong here: what is handed over.
Invariants: 1. `put` never blocks and never grows memory. 2. Every reader sees each value at most once, whatever the
others took: a camera may stand on several screens. Threads: one writer, any readers, each its own; a store of one
attribute is atomic in CPython, so there is no lock.
"""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class NewestSlot(Generic[T]):
    """The newest value and how many were put."""

    __slots__ = ("_value", "puts")

    def __init__(self) -> None:
        self._value: tuple[int, T] | None = None
        self.puts = 0

    def put(self, value: T) -> None:
        """Replace the newest value."""
        puts = self.puts + 1
        self._value = (puts, value)
        self.puts = puts

    def newer(self, than: int) -> tuple[int, T] | None:
        """Give the newest value with its number, unless its number is `than`."""
        entry = self._value
        return None if entry is None or entry[0] == than else entry

    def peek(self) -> T | None:
        """Give the newest value, taken or not."""
        entry = self._value
        return None if entry is None else entry[1]

    def clear(self) -> None:
        """Forget the value; the count stays."""
        self._value = None


class SlotReader(Generic[T]):
    """One reader of a slot: takes each value once."""

    __slots__ = ("_seen", "slot", "taken")

    def __init__(self, slot: NewestSlot[T]) -> None:
        self.slot = slot
        self.taken = 0
        self._seen = 0

    def take_new(self) -> T | None:
        """Give the newest value if this reader has not taken it before, else None."""
        entry = self.slot.newer(self._seen)
        if entry is None:
            return None
        self._seen = entry[0]
        self.taken += 1
        return entry[1]
