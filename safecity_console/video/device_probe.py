"""Finding out which graphics devices decode here, without risking the console.

Belongs here: starting the child, reading its lines, going on after the kind at which it hung or crashed. Does not
belong here: the tries themselves (device_child.py), using what was found.
Invariants: 1. It ends: one deadline a child, and each child that ended early costs one kind. 2. Only lines that
read as a finding count: what a driver prints on the way is passed over. Thread: any; blocks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from safecity_console.core.child import ChildEnd, ChildSaid, run_child
from safecity_console.domain.hardware import CODECS, DeviceFinding, DeviceState
from safecity_console.video.devices import decoder_name, device_kinds

DEADLINE_S = 20.0
CHILD = "safecity_console.video.device_child"

RunChild = Callable[[Sequence[str]], ChildSaid]


def probe_devices(stopping: Callable[[], bool]) -> tuple[DeviceFinding, ...]:
    """Try every kind this build of libav has a decoder for."""
    kinds = [k for k in device_kinds() if any(decoder_name(codec, k) for codec in CODECS)]
    return try_kinds(kinds, lambda left: run_child(CHILD, left, DEADLINE_S, stopping=stopping))


def try_kinds(kinds: Sequence[str], run: RunChild) -> tuple[DeviceFinding, ...]:
    """Try kinds in children until all are told of, or nobody wants to know any more."""
    found: list[DeviceFinding] = []
    left = list(kinds)
    while left:
        said = run(left)
        fresh, begun = _read(said.lines, left)
        found += fresh
        if said.end is ChildEnd.DONE or said.end is ChildEnd.STOPPED:
            break
        kind, codec = begun or (left[0], CODECS[0])
        state = DeviceState.HUNG if said.end is ChildEnd.HUNG else DeviceState.CRASHED
        found.append(DeviceFinding(kind, codec, state))
        # The rest of this kind is not tried either: the same driver.
        left = left[left.index(kind) + 1 :]
    # A kind that hung or crashed on one codec is not to be trusted with another.
    bad = {f.kind for f in found if f.state in (DeviceState.HUNG, DeviceState.CRASHED)}
    return tuple(f for f in found if f.kind not in bad or not f.works)


def _read(lines: Sequence[str], kinds: Sequence[str]) -> tuple[list[DeviceFinding], tuple[str, str] | None]:
    """Give what was found, and what was begun and not ended."""
    found: list[DeviceFinding] = []
    begun: tuple[str, str] | None = None
    for line in lines:
        try:
            told = json.loads(line)
            kind, codec, state = str(told["kind"]), str(told["codec"]), str(told["state"])
            if kind not in kinds or codec not in CODECS:
                continue
            if state == "begun":
                begun = kind, codec
                continue
            found.append(DeviceFinding(kind, codec, DeviceState(state), str(told.get("detail", ""))[:120]))
            begun = None
        except (ValueError, KeyError, TypeError):
            continue
    return found, begun
