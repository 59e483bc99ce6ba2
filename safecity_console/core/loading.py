"""Loading much code quickly.

Belongs here: what is done while libraries and modules are loaded. Does not belong here: what is loaded, and when.
Invariant: what was loaded is never looked through for garbage again; that also keeps a later collection short, while
the wall is playing. Thread: the main one, before others begin.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Load without collecting garbage: nothing of it is any, and looking costs a tenth of a second of every start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
