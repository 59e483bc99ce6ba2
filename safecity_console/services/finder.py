"""What can be found by typing a part of it: an index of everything that has a name, and what was used last.

Belongs here: keeping the index up to date, asking it, remembering what was used. Does not belong here: folding and
ranking (domain/finding.py), what is offered and what choosing it does (ui/palette/).
Invariants: 1. An entry that did not change is not folded again: after a change of one camera of two thousand one is.
2. An answer holds each entry once, at most `most`, and rests on nothing that is renewed while it is shown.
3. What was used last is remembered for this run only. Thread: one, the GUI's.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from safecity_console.domain.finding import Entry, Indexed, indexed, merit, words

FOUND_MOST = 60
RECENT_MOST = 12
_BY_PLACE = 15  # what a second reading found stands after what was found as it was typed


class Finder:
    """The index of one console, in parts that are renewed one by one."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[Indexed, ...]] = {}
        self._recent: deque[tuple[str, str]] = deque(maxlen=RECENT_MOST)
        self.folded = 0

    def take(self, part: str, entries: Iterable[Entry]) -> None:
        """Replace a part of the index."""
        old = {one.entry.key: one for one in self._parts.get(part, ())}
        made = []
        for entry in entries:
            before = old.get(entry.key)
            if before is None or before.entry != entry:
                self.folded += 1
                before = indexed(entry)
            made.append(before)
        self._parts[part] = tuple(made)

    def take_more(self, part: str, entries: Sequence[Entry], most: int) -> bool:
        """Fold so many more entries of a part than it has; tell whether some are left, and until then it is not whole.
        """
        begun = len(self._parts.get(part, ()))
        self.take(part, entries[: begun + most])
        return begun + most < len(entries)

    def drop(self, part: str) -> None:
        """Take a part out of the index."""
        self._parts.pop(part, None)

    def find(self, typed: str, by_place: str = "", only: frozenset[tuple[str, str]] | None = None,
             most: int = FOUND_MOST) -> tuple[Entry, ...]:
        """Give what matches, best first; `by_place` is a second reading of the keys, `only` narrows to these keys.

        Nothing typed gives what was used last, then the rest in its order.
        """
        readings = [(words(typed), 0)]
        second = words(by_place)
        if second and second != readings[0][0]:
            readings.append((second, _BY_PLACE))
        pool = self._pool(only)
        if not readings[0][0]:
            return self._unasked(pool, most)
        best: dict[tuple[str, str], tuple[int, Indexed]] = {}
        for tokens, penalty in readings:
            for one in pool:
                found = merit(one, tokens)
                if found is None:
                    continue
                held = best.get(one.entry.key)
                if held is None or found + penalty < held[0]:
                    best[one.entry.key] = found + penalty, one
        ranked = nsmallest(most, best.values(), key=lambda pair: (pair[0], pair[1].order))
        return tuple(one.entry for _merit, one in ranked)

    def used(self, entry: Entry) -> None:
        """Note that an entry was chosen."""
        if entry.key in self._recent:
            self._recent.remove(entry.key)
        self._recent.appendleft(entry.key)

    def _pool(self, only: frozenset[tuple[str, str]] | None) -> Sequence[Indexed]:
        everything = [one for part in self._parts.values() for one in part]
        return everything if only is None else [one for one in everything if one.entry.key in only]

    def _unasked(self, pool: Sequence[Indexed], most: int) -> tuple[Entry, ...]:
        recent = {key: at for at, key in enumerate(self._recent)}
        ranked = nsmallest(most, pool, key=lambda one: (
            recent.get(one.entry.key, RECENT_MOST), bool(one.entry.why_not), one.order))
        return tuple(one.entry for one in ranked)
