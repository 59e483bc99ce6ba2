"""The connections of one channel that were closed and have not ended yet.

Belongs here: waiting for them, cutting those that hang, writing off those that never end. Does not belong here: closing
(channel.py), the sockets (video/hangup.py).
Invariant: at most `WRITTEN_OFF_MOST` are written off; one more keeps its place among those waited for.
Thread: the supervisor's.
"""

from __future__ import annotations

from safecity_console.core.logs import get_logger
from safecity_console.video.face import Reader

CLOSING_MOST = 2
HANG_MOST_S = 15.0
WRITTEN_OFF_MOST = 4
CUT_AFTER_S = 6.0


class Closing:
    """Closed connections of one camera."""

    def __init__(self) -> None:
        self.readers: list[Reader] = []
        self.written_off: list[Reader] = []
        self._hanging_since_s = self._cut_at_s = 0.0

    @property
    def full(self) -> bool:
        """Tell whether no further connection may be opened until one has ended."""
        return len(self.readers) >= CLOSING_MOST

    def add(self, reader: Reader) -> None:
        """Ask one to stop and wait for it from now on."""
        reader.ask_stop()
        self.readers.append(reader)

    def look(self, now_s: float, number: int) -> bool:
        """Forget what ended, write off what has hung past every native deadline; tell whether reads must be cut."""
        self.readers = [r for r in self.readers if r.alive]
        self.written_off = [r for r in self.written_off if r.alive]
        cut = now_s - self._cut_at_s > CUT_AFTER_S and any(_is_stuck(r, now_s) for r in self.readers)
        if cut:
            self._cut_at_s = now_s
        if not self.full:
            self._hanging_since_s = now_s
        elif now_s - self._hanging_since_s > HANG_MOST_S and len(self.written_off) < WRITTEN_OFF_MOST:
            self.written_off.append(self.readers.pop(0))
            get_logger("streams").warning("reader_written_off", number=number)
        return cut


def _is_stuck(closing: Reader, now_s: float) -> bool:
    """Tell whether a closed connection feeds libav without a packet coming of it: its memory grows all the while."""
    return closing.last_packet_s is not None and now_s - closing.last_packet_s > CUT_AFTER_S
