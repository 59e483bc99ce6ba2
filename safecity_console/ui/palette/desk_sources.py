"""Watch notices and contacts in the palette.

Belongs here: listing them and going to one. Does not belong here: matching (services/finder.py), the pages.
Invariants: 1. Whoever may not see them finds none. 2. `version` is another object exactly when the entries are others:
notices expire by themselves, so they are read anew and compared. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from safecity_console.domain.errors import WorldError
from safecity_console.domain.finding import Entry, Kind
from safecity_console.domain.liaison import Contact
from safecity_console.domain.watch_notice import OnBoard
from safecity_console.services.contacts import ContactService
from safecity_console.services.watch_notices import WatchNoticeService
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.liaison.words import contact_kind_word, contact_name
from safecity_console.ui.palette.sources import DONE, Chosen
from safecity_console.ui.watchboard.words import watch_kind_word

One = TypeVar("One")


class _Listed(Generic[One]):
    """What is read anew each time and shown whole on its page."""

    def __init__(self, read: Callable[[], tuple[One, ...]], reveal: Callable[[str], None]) -> None:
        self._read, self._reveal = read, reveal
        self._known: tuple[One, ...] = ()

    def version(self) -> object:
        """Give the list, the same object while it is the same."""
        try:
            now = self._read()
        except WorldError:
            now = ()
        if now != self._known:
            self._known = now
        return self._known

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Go to it."""
        self._reveal(entry.id)
        return DONE


class NoticeSource(_Listed[OnBoard]):
    """Watch notices that are open."""

    kind = Kind.NOTICE

    def __init__(self, notices: WatchNoticeService, reveal: Callable[[str], None]) -> None:
        super().__init__(notices.board, reveal)

    def entries(self) -> Iterable[Entry]:
        """List the open notices."""
        for one in self._known:
            notice = one.notice
            more = [watch_kind_word(notice.kind), *([ltr(notice.plate)] if notice.plate else [])]
            yield Entry(Kind.NOTICE, notice.id, notice.title, " · ".join(more),
                        (notice.label, notice.plate.replace("-", "").replace(" ", "")))


class ContactSource(_Listed[Contact]):
    """Contacts that are asked and called."""

    kind = Kind.CONTACT

    def __init__(self, contacts: ContactService, language: str, reveal: Callable[[str], None]) -> None:
        super().__init__(contacts.contacts, reveal)
        self._language = language

    def entries(self) -> Iterable[Entry]:
        """List the active contacts."""
        for one in self._known:
            if one.active:
                title = contact_name(one, self._language)
                other = one.name_ur if title == one.name else one.name
                digits = tuple("".join(c for c in phone if c.isdigit()) for phone in one.phones)
                parts = [contact_kind_word(one.kind), *map(ltr, one.phones[:2])]
                yield Entry(Kind.CONTACT, one.id, title, " · ".join(map(isolated, parts)),
                            (*([other] if other else []), *digits))
