"""Facetpaginas: a page for each value of each facet, with its items: for who has no scripts, for search engines, for old links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegwijs import filters
from wegwijs.addresses import CATALOGUE
from wegwijs.catalogue import CONTENT, Page
from wegwijs.documents import KINDS
from wegwijs.views import data
from wegwijs.views.catalogus import Catalogus
from wegwijs.views.page import SitePage
from wegwijs.views.shelf import Property
from wegwijs.words import plural, t


@dataclass(frozen=True)
class FacetLine:
    """An item with its summary, on the page of a value it has."""

    title: str
    url: str
    sort_title: str
    summary: str
    for_whom: str
    duration: str
    group: str
    status: data.Status


@dataclass(frozen=True)
class FacetGroup:
    """The items of one content type."""

    id: str
    title: str
    lines: tuple[FacetLine, ...]


@dataclass(frozen=True)
class FacetView:
    """What the page of a value prints."""

    facet_title: str
    question: str
    title: str
    summary: str
    aliases: tuple[str, ...]
    entrance: data.Link | None
    """The page that introduces this value, when somebody wrote one."""
    catalogue: data.Link
    """The same choice in the catalogue, where one can narrow it down."""
    groups: tuple[FacetGroup, ...]
    others: tuple[data.Link, ...]
    here: str


def facet_pages(catalogus: Catalogus) -> Iterator[SitePage]:
    """A page for every value, also for one that no item has yet: an address that was shared keeps working."""
    context = catalogus.context
    by_path = {page.site_path: page for page in catalogus.pages}
    for each in catalogus.properties:
        if each.layer or not each.pages:
            continue
        holders: dict[str, list[Page]] = {value: [] for value in each.facet.values}
        for entry in filters.select(catalogus.shelf, filters.Choice()):
            for value in entry.values.get(each.facet.id, ()):
                holders[value].append(by_path[entry.id])
        links = tuple(data.Link(title, context.address(path)) for title, path in zip(each.titles, each.pages, strict=True))
        for value, title, path in zip(each.facet.values, each.titles, each.pages, strict=True):
            summary = t("facet.samenvatting", facet=each.title, waarde=title)
            view = _Page(catalogus, each, value, title, summary, tuple(holders[value]), links)
            yield SitePage(path, t("facet.titel", facet=each.title, waarde=title), summary, "", "facet.html", view)


@dataclass(frozen=True)
class _Page:
    """Makes the view of one value when its page is built."""

    catalogus: Catalogus
    property: Property
    value: str
    title: str
    summary: str
    pages: tuple[Page, ...]
    links: tuple[data.Link, ...]

    def __call__(self, _html: str) -> FacetView:
        context, facet = self.catalogus.context, self.property.facet
        known = context.catalogue.model.facets.get(facet.id)
        query = filters.address(filters.Choice({facet.id: frozenset({self.value})}), (facet,))
        count = plural("catalogus.gevonden", len(self.pages))
        return FacetView(
            facet_title=self.property.title,
            question=self.property.question,
            title=self.title,
            summary=self.summary,
            aliases=known.values[self.value].aliases if known else (),
            entrance=self._entrance(),
            catalogue=data.Link(t("facet.verfijn", aantal=count), f"{context.address(CATALOGUE)}?{query}"),
            groups=tuple(self._groups()),
            others=self.links,
            here=context.address(dict(zip(facet.values, self.property.pages, strict=True))[self.value]),
        )

    def _entrance(self) -> data.Link | None:
        for kind in KINDS:
            page = self.catalogus.context.catalogue.by_path.get(f"{CONTENT}/{kind.folder}/{self.value}.md")
            if kind.facet == self.property.facet.id and page:
                return data.Link(page.title, self.catalogus.context.address(page.site_path))
        return None

    def _groups(self) -> Iterator[FacetGroup]:
        grouped: dict[str, list[FacetLine]] = {}
        for page in self.pages:
            grouped.setdefault(page.kind.id, []).append(self._line(page))
        for kind, lines in grouped.items():
            yield FacetGroup(kind, t(f"soort_item.{kind}.meer"), tuple(lines))

    def _line(self, page: Page) -> FacetLine:
        card = self.catalogus.context.card(page)
        sort = card.sort_title or card.kind_title
        return FacetLine(card.title, card.url, sort, card.summary, card.for_whom, card.duration, card.group, card.status)
