"""What verbs share: their common flags, one answer on standard output, complaints on standard error.

Belongs here: printing and exit codes. Does not belong here: sentences (sentences.py), verbs.
Invariants: 1. With `--json` standard output holds one JSON document and nothing else. 2. Text leaves redacted. 3. A
terminal that cannot show Urdu gets question marks, never a traceback.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum, IntEnum
from pathlib import Path
from typing import TextIO

from safecity_console.cli.sentences import sentence_of
from safecity_console.core.secrets import redact
from safecity_console.domain.errors import Refused, WorldError


class Exit(IntEnum):
    """How a verb ends."""

    DONE = 0
    REFUSED = 1
    USAGE = 2


def common_flags() -> argparse.ArgumentParser:
    """Give the flags every verb takes, as a parent parser."""
    parent = argparse.ArgumentParser(add_help=False)
    default = argparse.SUPPRESS  # else the verb would forget a --data given before it
    parent.add_argument("--data", metavar="DIR", type=Path, default=default, help="data folder of this workstation")
    parent.add_argument("--json", action="store_true", help="print one JSON document")
    parent.add_argument("--as", metavar="BADGE", dest="as_badge", default=default,
                        help="the officer who acts; his password from SAFECITY_PASSWORD or a prompt")
    return parent


def say(text: str) -> None:
    """Print a line for people."""
    _print(redact(text), sys.stdout)


def complain(text: str) -> None:
    """Print a line on standard error."""
    _print(redact(text), sys.stderr)


def answer(document: Mapping[str, object]) -> None:
    """Print the one JSON document."""
    _print(json.dumps(plain(document), ensure_ascii=True, indent=2), sys.stdout)


def refuse(error: WorldError, as_json: bool) -> int:
    """Tell why something was refused; gives the exit code."""
    text = sentence_of(error)
    if as_json:
        reason = error.code if isinstance(error, Refused) else type(error).__name__
        answer({"ok": False, "reason": reason, "text": text})
    complain(text)
    return Exit.REFUSED


def plain(value: object) -> object:
    """Give a value as JSON knows it: dataclasses as objects, times as ISO 8601 with their offset."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def _print(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream)
