"""Feeds: what one stream of one camera shows at a moment, faults included.

Belongs here: the choice of clip by the acting faults, the frozen picture, the stream's live position.
Does not belong here: pacing (player.py), making impaired clips (variants.py).
Invariants: 1. Looking up the clip never waits: a variant not ready yet is asked for and the healthy clip goes on.
Thread: the server's loop.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.rtp import PacketisedClip, UnitPackets
from safecity_console.simulator.sender import ticks_between
from safecity_console.simulator.variants import Variant

_VARIANT_OF = {
    FaultKind.DEFOCUS: Variant.DEFOCUS,
    FaultKind.COVERED: Variant.COVERED,
    FaultKind.RESOLUTION_CHANGE: Variant.HALF_SIZE,
    FaultKind.CODEC_CHANGE: Variant.OTHER_CODEC,
    FaultKind.GOP: Variant.LONG_GOP,
}


def variant_for(effects: Effects) -> Variant:
    """Return the copy of the clip that the acting faults ask for; the first named wins."""
    for fault in effects.faults:
        if fault.kind in _VARIANT_OF:
            return _VARIANT_OF[fault.kind]
    return Variant.HEALTHY


class ClipShelf(Protocol):
    """Hand out packetised clips."""

    def ready(self, path: Path, variant: Variant, gop_s: float) -> PacketisedClip | None:
        """Return the clip if it is ready, else have it made and return nothing."""
        ...


class ClipFeed:
    """Show one clip file, as the camera's faults of the moment alter it."""

    def __init__(
        self,
        path: Path,
        shelf: ClipShelf,
        effects_at: Callable[[float], Effects],
        start_s: float,
        *,
        healthy: Variant = Variant.HEALTHY,
    ) -> None:
        """Show `path`; `healthy` is the copy shown while no fault asks for another."""
        self._path = path
        self._healthy = healthy
        self._shelf = shelf
        self._effects_at = effects_at
        self._start_s = start_s
        self._frozen: UnitPackets | None = None

    def effects(self, now_s: float) -> Effects:
        """Return the camera's faults that act now."""
        return self._effects_at(now_s)

    def clip(self, now_s: float) -> PacketisedClip:
        """Return the clip as altered now; the healthy one while an altered one is being made."""
        effects = self._effects_at(now_s)
        variant = self._variant(effects)
        if not effects.has(FaultKind.FROZEN):
            self._frozen = None
        found = self._shelf.ready(self._path, variant, effects.amount(FaultKind.GOP))
        if found is None:
            found = self._shelf.ready(self._path, self._healthy, 0.0)
        if found is None:
            raise LookupError(f"clip not loaded: {self._path.name}")
        return found

    def _variant(self, effects: Effects) -> Variant:
        if not effects.faults or self._healthy is not Variant.HEALTHY:
            return self._healthy
        return variant_for(effects)

    def live_ticks(self, now_s: float) -> int:
        """Return the stream's position since the server's start."""
        return ticks_between(self._start_s, now_s)

    def frozen_unit(self, now_s: float) -> UnitPackets:
        """Return the one key frame every client sees while the picture is frozen."""
        if self._frozen is None:
            clip = self.clip(now_s)
            self._frozen = clip.units[clip.key_at(self.live_ticks(now_s))]
        return self._frozen
