"""Ervaringen: what schools told about an item, added up. It counts, and never judges: a school that tells is a school that helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from wegwijs.documents.shared import Ervaring, Item, Tijd
from wegwijs.validation import fold

ENOUGH = 3
"""From how many different schools on an item is called beproefd."""


@dataclass(frozen=True)
class Length:
    """That schools made it shorter or longer than it says: to how many minutes, and how often of how many that told their time."""

    is_shorter: bool
    minutes: int
    count: int
    told: int

    @property
    def is_usual(self) -> bool:
        """Whether most of them did, and more than one."""
        return self.count > 1 and 2 * self.count > self.told


@dataclass(frozen=True)
class Tally:
    """The experiences with one item, added up."""

    count: int
    schools: int
    """Different schools for certain: names that are the same count once, and a group may hold the schools that are named apart."""
    teams: int
    """All teams; 0 when one of the experiences does not say how many."""
    year: int
    month: int | None
    """Of the latest one."""
    length: Length | None

    @property
    def is_proven(self) -> bool:
        """Whether so many schools used it that another may trust it to work: beproefd."""
        return self.schools >= ENOUGH


def tally(item: Item) -> Tally | None:
    """The experiences of an item together; None without any."""
    rows = item.ervaringen or ()
    if not rows:
        return None
    latest = max(rows, key=lambda row: (row.jaar, row.maand or 0))
    return Tally(
        count=len(rows),
        schools=_schools(rows),
        teams=sum(row.teams or 0 for row in rows) if all(row.teams for row in rows) else 0,
        year=latest.jaar,
        month=latest.maand,
        length=_length(rows, getattr(item, "duur", None)),
    )


def is_proven(item: Item) -> bool:
    """Whether an item is beproefd: used by three different schools, and not withdrawn."""
    found = tally(item)
    return bool(found and found.is_proven and item.status != "ingetrokken")


def _schools(rows: Sequence[Ervaring]) -> int:
    named = {fold(row.school) for row in rows if row.scholen in (None, 1)}
    groups = [row.scholen for row in rows if row.scholen and row.scholen > 1]
    return max(len(named), *groups) if groups else len(named)


def _length(rows: Sequence[Ervaring], planned: Tijd | None) -> Length | None:
    told = [row.minuten for row in rows if row.minuten]
    if not planned or not told:
        return None
    shorter = [count for count in told if count < planned.min]
    longer = [count for count in told if count > planned.max]
    most = max(shorter, longer, key=len)
    return Length(most is shorter, median_low(most), len(most), len(told)) if most else None
