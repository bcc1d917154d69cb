"""Catalogus: the page where one chooses: every item as a short line, the panel to choose by, and the data its script reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from wegwijs import filters
from wegwijs.catalogue import Page
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.shelf import CURRENT, SHOWN_FIRST, Property, properties, shelf
from wegwijs.words import plural, t


@dataclass(frozen=True)
class Option:
    """A value to choose, with what one would get."""

    value: str
    title: str
    count: int
    url: str
    """The page with the same items, for who has no scripts; empty when there is none."""


@dataclass(frozen=True)
class Panel:
    """A facet as a group of boxes to tick."""

    id: str
    title: str
    question: str
    options: tuple[Option, ...]
    mark: data.Mark | None
    is_open: bool


@dataclass(frozen=True)
class Line:
    """An item on one line."""

    title: str
    url: str
    sort_title: str
    duration: str
    group: str
    status: data.Status
    code: str
    proven: str = ""


@dataclass(frozen=True)
class Lines:
    """The items of one content type."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class CatalogueView:
    """What the page of the catalogue prints."""

    title: str
    summary: str
    found: str
    """How many items there are to choose from now, in words."""
    total: str
    panels: tuple[Panel, ...]
    groups: tuple[Lines, ...]
    words: str
    """JSON of the sentences that the script needs."""
    data_url: str
    texts_url: str
    advice_url: str
    """The keuzehulp, for who would rather answer questions; empty when there is none."""
    has_feed: bool


@dataclass(frozen=True)
class Catalogus:
    """The whole catalogue, ready for its page and its data."""

    context: Context
    advice_url: str = ""

    @cached_property
    def properties(self) -> tuple[Property, ...]:
        """What one can choose by."""
        return properties(self.context)

    @cached_property
    def shelf(self) -> filters.Shelf:
        """The items as filters see them, in the order of the page."""
        return shelf(self.context, self.properties)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The item of each entry of the shelf."""
        by_path = {page.site_path: page for page in self.context.catalogue.items.values()}
        return tuple(by_path[entry.id] for entry in self.shelf.entries)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The scripts with data, by path below the site root. Their names change with their contents, so that a page
        never reads the data of another build from a browser's memory.
        """
        made = {}
        for name, variable, value in (
            ("kenmerken", "wegwijsCatalogus", self._facts()),
            ("teksten", "wegwijsTeksten", self._texts()),
        ):
            script = f"window.{variable}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()
            made[f"assets/catalogus/{name}-{hashlib.sha256(script).hexdigest()[:10]}.js"] = script
        return made

    def _facts(self) -> dict[str, object]:
        """What the filter needs of every item, in columns: numbers compress better beside their like."""
        entries = self.shelf.entries
        numbered: dict[tuple[str, str], int] = {}
        for facet in self.shelf.facets:
            for value in facet.values:
                numbered[facet.id, value] = len(numbered)
        by_title = sorted(range(len(entries)), key=lambda index: filters.SORTS["titel"](entries[index]))
        places = [0] * len(entries)
        for place, index in enumerate(by_title):
            places[index] = place
        return {
            "facetten": [
                {"id": facet.id, "waarden": facet.values, "standaard": facet.standard} for facet in self.shelf.facets
            ],
            "kenmerken": [
                sorted(numbered[facet, value] for facet, values in entry.values.items() for value in values)
                for entry in entries
            ],
            "getallen": {
                name: [entry.spans.get(name, 0) for entry in entries]
                for name in dict.fromkeys(rule.span for rule in filters.NUMBERS)
            },
            "dag": [entry.day.isoformat() for entry in entries],
            "titel": places,
        }

    def _texts(self) -> list[tuple[str, str, str]]:
        """What a card says besides the line of the page: summary, for whom; and the words to search."""
        return [
            (page.item.samenvatting, self.context.card(page).for_whom, " ".join(page.item.zoekwoorden))
            for page in self.pages
        ]

    def view(self) -> CatalogueView:
        """The page."""
        counted = filters.counts(self.shelf, filters.Choice())
        now = sum(entry.values["status"] <= frozenset(CURRENT) for entry in self.shelf.entries)
        facts, texts = self.files
        return CatalogueView(
            title=t("catalogus.titel"),
            summary=t("catalogus.samenvatting"),
            found=plural("catalogus.gevonden", now),
            total=t("catalogus.alles", aantal=len(self.pages)),
            panels=tuple(self._panel(each, counted[each.facet.id]) for each in self.properties),
            groups=tuple(self._groups()),
            words=json.dumps(WORDS, ensure_ascii=False),
            data_url=facts,
            texts_url=texts,
            advice_url=self.advice_url,
            has_feed=bool(self.context.site_url) and not self.context.edition.is_copy,
        )

    def _panel(self, each: Property, counted: Mapping[str, int]) -> Panel:
        urls = tuple(self.context.address(path) for path in each.pages) or ("",) * len(each.titles)
        options = tuple(
            Option(value, title, counted[value], url)
            for value, title, url in zip(each.facet.values, each.titles, urls, strict=True)
        )
        layer = self.context.catalogue.model.layers.get(each.layer)
        mark = self.context.marks[each.layer] if layer and layer.is_drawn else None
        return Panel(each.facet.id, each.title, each.question, options, mark, each.facet.id in SHOWN_FIRST)

    def _groups(self) -> Iterator[Lines]:
        for kind, pages in groupby(self.pages, key=lambda page: page.kind.id):
            yield Lines(kind, t(f"soort_item.{kind}.meer"), tuple(self._line(page) for page in pages))

    def _line(self, page: Page) -> Line:
        card = self.context.card(page)
        return Line(
            card.title,
            card.url,
            card.sort_title or card.kind_title,
            card.duration,
            card.group,
            card.status,
            card.code,
            card.proven,
        )


def words(*keys: str) -> dict[str, str]:
    """Sentences for a script, by the last part of their key, with their `{places}` still open."""
    return {key: t(f"catalogus.script.{key}") for key in keys}


WORDS = words(
    "geen", "een", "meer", "nog", "weg", "zonder", "bedoelde", "q",
    "duur", "groep", "voorbereiding", "vanaf", "tot", "sinds", "gekozen", "filters", "klaar"
)  # fmt: skip
