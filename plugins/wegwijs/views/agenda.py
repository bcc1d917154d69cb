"""Agenda: days for somebody's calendar, as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MOST_OCTETS = 75
"""Of a line, without its end."""


@dataclass(frozen=True)
class Day:
    """Something on a whole day."""

    uid: str
    """Stays the same when the day or the words change, so that a calendar moves it and does not have it twice."""
    day: date
    title: str
    text: str
    url: str
    written: date
    """When this was last changed."""


def calendar(name: str, days: Iterable[Day]) -> bytes:
    """A calendar of whole days, each with a reminder two weeks before."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Wegwijs in kwaliteit//onderhoud//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for day in days:
        lines += _event(day)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(day: Day) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(day.uid)}"
    yield f"DTSTAMP:{day.written:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(day.title)}"
    yield f"DESCRIPTION:{_text(day.text)}"
    if day.url:
        yield f"URL:{day.url}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield "TRIGGER:-P14D"
    yield f"DESCRIPTION:{_text(day.title)}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A text as a value: signs that mean something get a backslash, and line breaks are written as letters."""
    plain = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    if plain.isprintable():
        return plain
    return "\\n".join("".join(sign for sign in line if sign.isprintable()) for line in plain.splitlines())


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, the later ones after a space; a sign of several octets is never cut."""
    octets = line.encode()
    start, room = 0, MOST_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # in the middle of a sign
            end -= 1
        yield f"{' ' if start else ''}{octets[start:end].decode()}"
        start, room = end, MOST_OCTETS - 1
    yield f"{' ' if start else ''}{octets[start:].decode()}"
