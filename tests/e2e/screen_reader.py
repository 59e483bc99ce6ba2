"""What a screen reader hears of a process: AT-SPI 2 over D-Bus, spoken directly (atspi's xml/*.xml name the calls).

Belongs here: finding the process on the accessibility bus and walking what shows. Does not belong here: judging it.
Spoken with jeepney, which the keyring brings along, because Debian's pyatspi lives in another Python than ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT_PATH = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
# Bits of AtspiStateType this project asks for.
STATES = {"checked": 4, "enabled": 8, "focused": 12, "selected": 23, "showing": 25}
TIMEOUT_S = 5.0
DEEPEST = 40


@dataclass(frozen=True)
class Widget:
    """One widget as a screen reader knows it; the place is on the screen, px."""

    role: str
    name: str
    text: str
    states: frozenset[str]
    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        """Give the middle."""
        return self.x + self.width // 2, self.y + self.height // 2


class ScreenReader:
    """A connection to the accessibility bus of one session; a context manager."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(session_bus) as session:
            asked = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = _ask(session, new_method_call(asked, "GetAddress"))
        self._bus: DBusConnection = open_dbus_connection(address)

    def __enter__(self) -> ScreenReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.close()

    def widgets(self, pid: int) -> list[Widget]:
        """Give every showing widget of a process; none where it is not on the bus."""
        return [
            widget
            for owner, path in self._children("org.a11y.atspi.Registry", ROOT_PATH)
            if self._pid(owner) == pid
            for widget in self._walk(owner, path, 0)
        ]

    def _pid(self, owner: str) -> int:
        asked = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        answer = self._try(new_method_call(asked, "GetConnectionUnixProcessID", "s", (owner,)))
        return int(answer[0]) if answer else 0

    def _children(self, owner: str, path: str) -> list[tuple[str, str]]:
        answer = self._try(new_method_call(DBusAddress(path, owner, ACCESSIBLE), "GetChildren"))
        return [(str(bus), str(child)) for bus, child in answer[0]] if answer else []

    def _walk(self, owner: str, path: str, depth: int) -> Iterator[Widget]:
        """Give a branch; one that vanishes while it is read is left out."""
        seen = self._describe(owner, path)
        if seen is None or depth > DEEPEST:
            return
        if depth > 0:
            if "showing" not in seen.states:
                return
            yield seen
        for child_owner, child in self._children(owner, path):
            yield from self._walk(child_owner, child, depth + 1)

    def _describe(self, owner: str, path: str) -> Widget | None:
        here = DBusAddress(path, owner, ACCESSIBLE)
        role = self._try(new_method_call(here, "GetRoleName"))
        name = self._try(Properties(here).get("Name"))
        states = self._try(new_method_call(here, "GetState"))
        if not role or not name or not states:
            return None
        bits = sum(int(word) << (32 * index) for index, word in enumerate(states[0]))
        place = self._try(
            new_method_call(DBusAddress(path, owner, "org.a11y.atspi.Component"), "GetExtents", "u", (0,))
        )
        text = self._try(new_method_call(DBusAddress(path, owner, "org.a11y.atspi.Text"), "GetText", "ii", (0, -1)))
        x, y, width, height = place[0] if place else (0, 0, 0, 0)
        return Widget(
            str(role[0]),
            str(name[0][1]),
            str(text[0]) if text else "",
            frozenset(state for state, bit in STATES.items() if bits >> bit & 1),
            x, y, width, height,
        )  # fmt: skip

    def _try(self, message: Message) -> tuple[Any, ...]:
        """Ask; empty where the widget does not speak this interface or is gone."""
        try:
            return _ask(self._bus, message)
        except (DBusErrorResponse, TimeoutError):
            return ()


def _ask(bus: DBusConnection, message: Message) -> tuple[Any, ...]:
    reply = bus.send_and_get_reply(message, timeout=TIMEOUT_S)
    if reply.header.message_type is MessageType.error:
        raise DBusErrorResponse(reply)
    return tuple(reply.body)
