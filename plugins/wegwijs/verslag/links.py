"""Links: every address outside the site with where it stands, and in words which of them no longer work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wegwijs.catalogue import Catalogue, Page
from wegwijs.model import Element
from wegwijs.model.loading import SOURCES
from wegwijs.problems import Place
from wegwijs.source import Value
from wegwijs.verslag.veilig import quoted
from wegwijs.words import plural, t

_ADDRESS = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+", re.IGNORECASE)


class State(StrEnum):
    """What became of an address."""

    FINE = "goed"
    GONE = "weg"
    MOVED = "verhuisd"
    UNKNOWN = "onbekend"
    """It does not answer to a program, or not now. Often a reader has no trouble at all."""


@dataclass(frozen=True)
class Answer:
    """What a host said of an address: a status of HTTP, or 0 with the reason when there was none; where it lives now, if it moved."""

    status: int
    moved_to: str = ""
    no_such_host: bool = False

    @property
    def state(self) -> State:
        """Whether a reader gets there."""
        if self.no_such_host or self.status in (404, 410):
            return State.GONE
        if not 200 <= self.status < 300:
            return State.UNKNOWN
        return State.MOVED if self.moved_to else State.FINE


def addresses(catalogue: Catalogue) -> Mapping[str, tuple[Place, ...]]:
    """Every address outside the site, without what comes after #, with the places that have it."""
    found: dict[str, list[Place]] = {}
    for address, place in (*_in_texts(catalogue), *_in_metadata(catalogue), *_in_sources(catalogue)):
        found.setdefault(address.partition("#")[0], []).append(place)
    return {address: tuple(sorted(set(places))) for address, places in sorted(found.items())}


def _parts(catalogue: Catalogue) -> tuple[Page | Element, ...]:
    return (*catalogue.everything, *catalogue.model.everything)


def _in_texts(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for part in _parts(catalogue):
        for reference in part.body.references:
            if _ADDRESS.fullmatch(reference.target):
                yield reference.target, Place(part.path, reference.line, reference.column)


def _in_metadata(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for part in _parts(catalogue):
        for path, text in _values(dict(part.source.meta), ()):
            if _ADDRESS.fullmatch(text):
                yield text, part.source.place(*path)


def _in_sources(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for source in catalogue.model.sources.values():
        if source.url:
            yield source.url, Place(SOURCES)


def _values(value: Value, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif value:
        rows: Iterable[tuple[str | int, Value]] = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in rows:
            yield from _values(inner, (*path, key))


def as_markdown(places: Mapping[str, Sequence[Place]], answers: Mapping[str, Answer]) -> str:
    """The list for the issue that stays; empty when nothing is gone or moved. What could not be found out stands folded below."""
    rows: dict[State, list[str]] = {state: [] for state in State}
    for address, answer in answers.items():
        where = ", ".join(quoted(f"{place.shown_path}:{place.line}", 160) for place in places[address][:3])
        more = f" {plural('links.meer', len(places[address]) - 3)}" if len(places[address]) > 3 else ""
        moved = f" {t('links.naar', adres=quoted(answer.moved_to, 300))}" if answer.state is State.MOVED else ""
        rows[answer.state].append(f"- [ ] {quoted(address, 300)}{moved} ({t('links.staat_in', plaatsen=where)}{more})")
    if not rows[State.GONE] and not rows[State.MOVED]:
        return ""
    lines = [t("links.inleiding"), ""]
    for state in (State.GONE, State.MOVED):
        if rows[state]:
            lines += [f"### {plural(f'links.{state.value}', len(rows[state]))}", "", *rows[state], ""]
    if rows[State.UNKNOWN]:
        unknown = [row.replace("- [ ] ", "- ", 1) for row in rows[State.UNKNOWN]]
        summary = plural("links.onbekend", len(unknown))
        lines += ["<details>", f"<summary>{summary}</summary>", "", *unknown, "", "</details>", ""]
    return "\n".join(lines)
