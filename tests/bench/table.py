"""Rows of the bench and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure against its target; `least` True where more is better."""

    what: str
    value: float
    target: float
    unit: str = ""
    least: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the target is met."""
        return self.value >= self.target if self.least else self.value <= self.target


def print_table(machine: str, rows: Sequence[Row]) -> None:
    """Print the table for people."""
    print(f"\n{machine}\n{'figure':<58} {'measured':>10} {'target':>12}")
    for row in rows:
        target = f"{'≥' if row.least else '≤'} {row.target:g}"
        print(f"{row.what:<58} {row.value:>10.2f} {target:>10} {row.unit:<4} {'' if row.met else 'MISSED'}")
