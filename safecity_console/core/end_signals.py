"""Hearing SIGINT and SIGTERM as an event, for processes that serve until told to end.

Belongs here: the two handlers. Does not belong here: what ending means. Thread: the main one.
"""

from __future__ import annotations

import signal
import threading


def end_signals_heard() -> threading.Event:
    """Give an event that is set by SIGINT or SIGTERM from now on."""
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    return ended
