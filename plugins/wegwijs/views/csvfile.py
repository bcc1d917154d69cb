"""Csvfile: a table as a file that opens well in a Dutch Excel and that cannot make a spreadsheet calculate."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection), in half and full width."""


def csv_file(rows: Iterable[Iterable[object]]) -> bytes:
    """Semicolons, because a comma is the Dutch decimal sign; a byte order mark, because Excel otherwise mistakes é for Ã©."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    """Numbers stay numbers; a text that would be a formula gets an apostrophe, which spreadsheets do not show."""
    if isinstance(value, str) and value.lstrip(" ").startswith(BEGINS_FORMULA):
        return f"'{value}"
    return "" if value is None else value
