"""Cells that a spreadsheet shows as they stand, whatever they begin with.

Belongs here: defusing one cell, and reading it back. Does not belong here: CSV files (services/).
"""

from __future__ import annotations

FORMULA_SIGNS = ("=", "+", "-", "@")


def safe_cell(value: object) -> str:
    """Give a cell's text; one that a spreadsheet would take for a formula gets a leading apostrophe."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_SIGNS) else text


def plain_cell(cell: str) -> str:
    """Give a cell's text without the apostrophe that `safe_cell` put before it."""
    text = cell.strip(" \t")
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_SIGNS else text
