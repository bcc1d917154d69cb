"""Formats: numbers, times and dates in plain Dutch."""

from __future__ import annotations

from datetime import date

from wegwijs.documents.shared import Groep, Tijd
from wegwijs.words import plural, t

DAY = 480
"""Minutes of a working day, the same eight hours that authors are asked to count with."""
HALF_DAY = 240

MONTHS = tuple("januari februari maart april mei juni juli augustus september oktober november december".split())


def minutes(count: int) -> str:
    """A length of time: `45 minuten`, `1,5 uur`, `2 dagen`. Days only for whole or half days of eight hours."""
    if count >= DAY and count % HALF_DAY == 0:
        return _unit(count / DAY, "dag")
    if count >= 120 or count == 60:
        return _unit(round(count / 15) / 4, "uur")
    return plural("tijd.minuut", count)


def _unit(amount: float, unit: str) -> str:
    return t(f"tijd.{unit}.een") if amount == 1 else t(f"tijd.{unit}.meer", aantal=_shown(amount))


def _shown(amount: float) -> str:
    return f"{amount:g}".replace(".", ",")


def duration(span: Tijd | None) -> str:
    """From–to in one unit: `45–60 minuten`, `1–1,5 uur`, `2–4 dagen`; empty when unknown."""
    if span is None:
        return ""
    if span.min == span.max:
        return minutes(span.max)
    for step, length, unit in UNITS:
        if span.min % step == 0 and span.max % step == 0 and span.min >= length:
            return t(f"tijd.{unit}.meer", aantal=f"{_shown(span.min / length)}–{_shown(span.max / length)}")
    if span.max <= 180:
        return t("tijd.minuut.meer", aantal=f"{span.min}–{span.max}")
    return f"{minutes(span.min)} – {minutes(span.max)}"


UNITS = ((HALF_DAY, DAY, "dag"), (30, 60, "uur"))
"""The step in which a unit is counted, its length, and its name; both ends of a span must be whole steps."""


def people(group: Groep | None) -> str:
    """`6–20 mensen`; empty when unknown."""
    if group is None:
        return ""
    if group.min == group.max:
        return plural("groep", group.max)
    return t("groep.meer", aantal=f"{group.min}–{group.max}")


def clock(count: int) -> str:
    """Minutes since the start as `1:05`."""
    return f"{count // 60}:{count % 60:02d}"


def day(value: date) -> str:
    """`21 november 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def size(count: int) -> str:
    """Bytes as people say them: `230 kB`, `1,4 MB`."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def listing(words: tuple[str, ...], *, most: int = 99) -> str:
    """`Docent, student en werkveld`; beyond `most` the rest is counted. Only the first word keeps its capital."""
    words = (*words[:1], *(word[:1].lower() + word[1:] for word in words[1:]))
    if len(words) > most:
        return t("en_meer", woorden=", ".join(words[:most]), aantal=len(words) - most)
    return t("en", eerste=", ".join(words[:-1]), laatste=words[-1]) if len(words) > 1 else "".join(words)
