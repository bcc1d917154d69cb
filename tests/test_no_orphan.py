"""No orphan: every item of the real site is met on a page of a facet, of a theme and of the model, and the search finds it by its title."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

import pytest

from tests.sites import Site
from tests.views.seen import context_of
from wegwijs.addresses import url_of
from wegwijs.catalogue import Page
from wegwijs.search import build_index, search
from wegwijs.views.site import site_pages

WAYS = {
    "a facet": ("catalogus/", ("facet.html",)),
    "a theme": ("themas/", ("ingang.html",)),
    "a role": ("rollen/", ("ingang.html",)),
    "the model": ("toolbox/", ("element.html", "kijkrichting.html", "niveau.html")),
    "its section": ("", ("sectie.html", "in-ontwikkeling.html")),
}
USABLE = ("actueel", "in-ontwikkeling")


def addresses_in(view: object) -> Iterator[str]:
    """Every address that a view prints."""
    if dataclasses.is_dataclass(view):
        values = [getattr(view, field.name) for field in dataclasses.fields(view)]
        url = getattr(view, "url", None)
        if isinstance(url, str):
            yield url
    else:
        values = list(view) if isinstance(view, list | tuple) else []
    for value in values:
        yield from addresses_in(value)


@pytest.fixture(scope="module")
def met(real: Site) -> Mapping[str, frozenset[str]]:
    """For each way what one meets on it."""
    pages = site_pages(context_of(real)).values()
    return {
        way: frozenset(
            address
            for page in pages
            if page.path.startswith(folder) and page.template in templates
            for address in addresses_in(page.view(""))
        )
        for way, (folder, templates) in WAYS.items()
    }


def items(real: Site, *states: str) -> list[Page]:
    return [page for page in real.catalogue.items.values() if page.item.status in states and page.kind.id != "situatie"]


def missed(pages: list[Page], met: frozenset[str]) -> list[str]:
    return [page.site_path for page in pages if url_of(page.site_path) not in met]


@pytest.mark.parametrize("way", ["a facet", "a theme", "a role", "its section"])
def test_what_can_be_used_is_met_on_every_way(way: str, real: Site, met: Mapping[str, frozenset[str]]) -> None:
    found = items(real, *USABLE)
    assert len(found) > 60
    assert missed(found, met[way]) == []


def test_the_model_leads_to_every_item_or_to_the_item_a_sheet_belongs_to(
    real: Site, met: Mapping[str, frozenset[str]]
) -> None:
    found = items(real, *USABLE, "historisch")
    sheets = [page for page in found if page.kind.id == "werkblad"]
    assert missed([page for page in found if page not in sheets], met["the model"]) == []
    for sheet in sheets:
        owners = [real.catalogue.items[slug] for slug in sheet.meta.bij]  # type: ignore[attr-defined]
        assert len(missed(owners, met["the model"])) < len(owners), sheet.site_path


def test_history_stands_in_its_section_and_is_not_offered_for_use(
    real: Site, met: Mapping[str, frozenset[str]]
) -> None:
    found = items(real, "historisch")
    assert found
    assert missed(found, met["its section"]) == []
    assert len(missed(found, met["a facet"])) == len(found)


def test_the_search_finds_every_item_by_its_title(real: Site) -> None:
    index = build_index(real.catalogue)
    for page in items(real, *USABLE, "historisch"):
        assert page.site_path in [hit.path for hit in search(index, page.title)[:3]], page.title
