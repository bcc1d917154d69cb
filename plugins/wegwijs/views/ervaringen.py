"""Ervaringen in words: `7 teams, laatst mei 2026, vaak ingekort tot 45 minuten`. Never stars, never a mark."""

from __future__ import annotations

from wegwijs.documents import Item
from wegwijs.ervaringen import Length, is_proven, tally
from wegwijs.views import formats
from wegwijs.views.data import Experience
from wegwijs.words import plural, t


def summary(item: Item) -> str:
    """All experiences with an item in one line; empty without any."""
    found = tally(item)
    if found is None:
        return ""
    if found.teams:
        who = plural("ervaringen.teams", found.teams)
    elif found.schools:
        who = plural("ervaringen.scholen", found.schools)
    else:
        who = plural("ervaringen.keer", found.count)
    parts = [who, t("ervaringen.laatst", wanneer=_moment(found.year, found.month))]
    if found.length:
        parts.append(_length(found.length))
    return ", ".join(parts)


def experiences(item: Item) -> tuple[Experience, ...]:
    """Each experience, the latest first."""
    rows = sorted(item.ervaringen, key=lambda row: (-row.jaar, -(row.maand or 0)))
    return tuple(
        Experience(row.school, _moment(row.jaar, row.maand), row.context, row.aangepast or "", row.opbrengst)
        for row in rows
    )


def _moment(year: int, month: int | None) -> str:
    return f"{formats.MONTHS[month - 1]} {year}" if month else str(year)


def _length(found: Length) -> str:
    how = "korter" if found.is_shorter else "langer"
    often = "vaak" if found.is_usual else "een_keer" if found.count == 1 else "soms"
    return t(f"ervaringen.duur.{how}.{often}", tijd=formats.minutes(found.minutes))


def proven_word(item: Item) -> str:
    """The word for an item that three schools used; empty for the others."""
    return t("ervaringen.beproefd") if is_proven(item) else ""
