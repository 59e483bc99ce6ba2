"""Logs: JSON lines on disk, plain lines on standard error, redacted and without floods.

Belongs here: setting up structlog over stdlib logging, redaction, the repeat filter. Does not belong here: audit.
Invariants: 1. Every line passes `redact`, tracebacks included. 2. The same event of the same logger is written at most
once a second; the next line says how many were kept back. 3. Nothing is ever written to standard output.
"""

from __future__ import annotations

import logging
import logging.handlers
import sys
import threading
import time
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

import structlog

from safecity_console.core.secrets import redact

Logger = structlog.stdlib.BoundLogger
REPEAT_WINDOW_S = 1.0
FILE_BYTES = 5_000_000
FILES_KEPT = 5
KEYS_KEPT = 2000


class RepeatFilter(logging.Filter):
    """Lets one record of a kind through each second and counts the rest."""

    def __init__(self, window_s: float = REPEAT_WINDOW_S, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._window_s = window_s
        self._monotonic_s = monotonic_s
        self._lock = threading.Lock()
        self._seen: dict[tuple[str, int, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Decide on one record; adds `repeated` where earlier ones were kept back."""
        key = (record.name, record.levelno, _kind(record))
        now_s = self._monotonic_s()
        with self._lock:
            last_s, held = self._seen.get(key, (float("-inf"), 0))
            if now_s - last_s < self._window_s:
                self._seen[key] = (last_s, held + 1)
                return False
            if len(self._seen) >= KEYS_KEPT:
                self._seen.clear()
            self._seen[key] = (now_s, 0)
        if held:
            record.repeated = held
        return True


def _kind(record: logging.LogRecord) -> str:
    if isinstance(record.msg, dict):
        return "|".join(str(record.msg.get(k, "")) for k in ("event", "camera", "number", "layer"))
    return str(record.msg)[:200]


def _redact_all(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {k: redact(v if isinstance(v, str) else str(v)) if not _plain(v) else v for k, v in event.items()}


def _plain(value: Any) -> bool:
    return value is None or isinstance(value, bool | int | float) or type(value).__name__ == "LogRecord"


def _add_repeats(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    held = getattr(event.get("_record"), "repeated", 0)
    if held:
        event["repeated"] = held
    return event


class RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """The last gate: the finished line, whatever library wrote it."""

    def format(self, record: logging.LogRecord) -> str:
        """Format and mask."""
        return redact(super().format(record))


def _formatter(renderer: Any) -> RedactingFormatter:
    shared = _shared_processors()
    tail = [_add_repeats, structlog.stdlib.ProcessorFormatter.remove_processors_meta, _redact_all, renderer]
    return RedactingFormatter(processors=tail, foreign_pre_chain=shared)


def _shared_processors() -> list[Any]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]


def configure(folder: Path | None, level: str = "INFO", on_stderr: str = "") -> None:
    """Set up logging for the process; with a folder, rotating JSON lines go there too; `on_stderr`: its own level."""
    structlog.configure(
        processors=[*_shared_processors(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    handlers[0].setFormatter(_formatter(structlog.dev.ConsoleRenderer(colors=False)))
    handlers[0].setLevel(on_stderr or level)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
            folder / "console.jsonl", maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True
        )
        file.setFormatter(_formatter(structlog.processors.JSONRenderer()))
        handlers.append(file)
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
        old.close()
    # A line that cannot be formatted would be dumped raw on standard error, past every gate.
    logging.raiseExceptions = False
    gate = RepeatFilter()
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(level)
    # One gate before all handlers: a filter per handler would count each record twice.
    for handler in handlers:
        handler.addFilter(_Once(gate))


class _Once(logging.Filter):
    """Asks the shared gate once per record and repeats its answer for the next handler."""

    def __init__(self, gate: RepeatFilter) -> None:
        super().__init__()
        self._gate = gate

    def filter(self, record: logging.LogRecord) -> bool:
        """Give the gate's decision for this record."""
        decided = getattr(record, "safecity_let_through", None)
        if decided is None:
            decided = self._gate.filter(record)
            record.safecity_let_through = decided
        return bool(decided)


def get_logger(name: str) -> Logger:
    """Give the logger of a part of the program."""
    logger: Logger = structlog.stdlib.get_logger(f"safecity.{name}")
    return logger
