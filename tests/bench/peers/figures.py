"""The peers' table: what each measured, who is ahead in each row, and how it is written.

Belongs here: pure arithmetic, judging, Markdown. Does not belong here: processes, screens, clocks.
Invariants: 1. A figure is a number or a sentence why there is none; a sentence neither wins nor loses. 2. "Ahead" means
no peer is better by more than `LEVEL`: below that two runs of one player differ as much. 3. Every row in which we are
behind appears below the table with a reason, or with the words that none is known.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEVEL = 0.03
NO_REASON = "no reason is known yet"
Value = float | str


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: its key, words, unit, digits, and whether more is better; `slack` in units counts as level too."""

    key: str
    words: str
    unit: str = ""
    digits: int = 0
    more: bool = False
    slack: float = 0.0


FIGURES = (
    Figure("sub_ratio", "16 small streams 640x360: CPU a picture shown ÷ bare decode", "×", 2),
    Figure("sub_ratio_x", "the same, the X server's work included", "×", 2),
    Figure("sub_fps", "the same: pictures shown a second and tile (15 sent)", "fps", 1, more=True, slack=0.2),
    Figure("main_ratio", "one 1080p25 stream on the whole screen: CPU a picture shown ÷ bare decode", "×", 2),
    Figure("main_ratio_x", "the same, the X server's work included", "×", 2),
    Figure("main_fps", "the same: pictures shown a second (25 sent)", "fps", 1, more=True, slack=0.3),
    Figure("first_ms", "first picture of one small stream", "ms"),
    Figure("sixteen_ms", "sixteen opened at once: the last one showing", "ms"),
    Figure("latency_ms", "drawn by the camera to seen on the screen, median", "ms", slack=5.0),
    Figure("memory_mb", "memory a small stream (one of sixteen)", "MB", 1),
    Figure("late_ms", "16 small streams: lateness of a 10 ms timer in the GUI process, p99", "ms", 1, slack=0.3),
)
# Only what follows from how the console is built or was measured; a loss with another cause says that none is known.
REASONS = {
    "main_ratio": "8 MB a picture are written by the conversion and copied once more by the painting, which puts name "
                  "and state over it (1.4 ms of processor); whoever draws the bare picture saves the copy",
    "main_ratio_x": "as above",
    "first_ms": "name, port and, where there is a login, a redirect are looked at before libav is given the camera; "
                "and libav shows a picture when the next one begins (67 ms at 15 a second)",
    "memory_mb": "each stream has a thread, two scaling contexts and its tile's picture twice, painted and coming",
    "late_ms": "not traced to the end; readers and wall share one Python, and the wall writes words and badges beside "
               "the pictures. The goal is 5 ms",
    "sixteen_ms": "streams are opened 10 ms apart on purpose (setting stream.open_spacing_ms), 150 ms for sixteen, so "
                  "that thirty cameras are not called together",
    "latency_ms": "libav's RTSP reader holds each picture until the next one begins (67 ms at 15 a second), and the "
                  "wall looks for pictures every 50 ms, every 16 ms with at most four cameras",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One who took part and its figures by key."""

    name: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Loss:
    """A row in which somebody is ahead of us."""

    figure: Figure
    ours: float
    best: float
    who: str


def ratio(cpu_s: float, pictures: int, floor_cpu_s: float, floor_pictures: int) -> Value:
    """Give processor time a picture against that of bare decode."""
    if pictures <= 0:
        return "shows nothing"
    if floor_pictures <= 0 or floor_cpu_s <= 0:
        return "no floor"
    return (cpu_s / pictures) / (floor_cpu_s / floor_pictures)


def merged(values: Sequence[Value]) -> Value:
    """Give the median of one figure over the rounds; the first sentence where no round has a number."""
    numbers = [v for v in values if not isinstance(v, str)]
    if numbers:
        return statistics.median(numbers)
    return values[0] if values else "not measured"


def losses(ours: Column, peers: Sequence[Column], figures: Sequence[Figure] = FIGURES) -> list[Loss]:
    """Give the rows in which a peer is ahead of us, or in which we have no figure and a peer has."""
    found = []
    for figure in figures:
        theirs = [(v, p.name) for p in peers if not isinstance(v := p.values.get(figure.key, ""), str)]
        if not theirs:
            continue
        best, who = max(theirs) if figure.more else min(theirs)
        mine = ours.values.get(figure.key, "")
        if isinstance(mine, str):
            found.append(Loss(figure, float("nan"), best, who))
        elif _behind(figure, mine, best):
            found.append(Loss(figure, mine, best, who))
    return found


def _behind(figure: Figure, mine: float, best: float) -> bool:
    level = max(abs(mine) * LEVEL, figure.slack)
    return best - mine > level if figure.more else mine - best > level


def markdown(columns: Sequence[Column], machine: str, notes: Sequence[str],
             reasons: Mapping[str, str] | None = None) -> str:
    """Write the table; the first column is ours."""
    reasons = REASONS if reasons is None else reasons
    lost = {loss.figure.key: loss for loss in losses(columns[0], columns[1:])}
    lines = ["| figure | " + " | ".join(c.name for c in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for figure in FIGURES:
        cells = [_cell(figure, c.values.get(figure.key, "not measured")) for c in columns]
        cells[0] = f"**{cells[0]}**" if figure.key not in lost else cells[0]
        lines.append(f"| {figure.words} | " + " | ".join(cells) + " |")
    lines += ["", machine, ""]
    lines += [f"- {note}" for note in notes]
    if not lost:
        lines += ["", "Ahead in every row."]
    else:
        lines += ["", "Not ahead:", ""]
        lines += [f"- {x.figure.words}: {_cell(x.figure, x.ours)} against {_cell(x.figure, x.best)} of {x.who}: "
                  f"{reasons.get(x.figure.key, NO_REASON)}." for x in lost.values()]
    return "\n".join(lines) + "\n"


def _cell(figure: Figure, value: Value) -> str:
    if isinstance(value, str):
        return value
    if value != value:
        return "not measured"
    return f"{value:.{figure.digits}f} {figure.unit}".strip()
