"""Findings that commands print and screens show: ladder rungs, checks, problems, import results.

Belongs here: the values. Does not belong here: finding them (services/, db/, video/) or wording them (cli/, ui/).
Field names are those of the command line's JSON and are only ever added to.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LayerResult:
    """One rung of the triage ladder; `ms` is how long it took, `detail` short English without logins."""

    layer: str
    ok: bool
    ms: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """The whole ladder; rungs above the failing one are not listed as tried."""

    layers: tuple[LayerResult, ...]
    failing_layer: str | None
    fault: str = ""
    codec: str = ""
    size: str = ""
    fps: float = 0.0
    gop_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Check:
    """One finding of `doctor`; `remedy` says what to do where it is not ok."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of `check`."""

    kind: str
    where: str
    detail: str


@dataclass(frozen=True, slots=True)
class LineRefused:
    """A line of an import file that was not taken; `reason` is an error code, `figures` what it speaks of."""

    line: int
    reason: str
    figures: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did or would do: camera numbers added and changed, lines refused, lines mended with why."""

    added: tuple[int, ...]
    changed: tuple[int, ...]
    refused: tuple[LineRefused, ...]
    mended: tuple[LineRefused, ...] = ()
    unchanged: tuple[int, ...] = ()
