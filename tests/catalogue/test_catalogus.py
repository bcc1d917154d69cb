"""The page of the catalogue: what one can choose by on the real site, its published parameters, and its weight."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import jinja2
import pytest

import wegwijs
from tests.bench.synthetic import write_items
from tests.catalogue.shelves import context
from tests.sites import Site
from wegwijs import filters
from wegwijs.tree import Tree
from wegwijs.views.catalogus import Catalogus
from wegwijs.views.facetpaginas import FacetView, facet_pages
from wegwijs.views.shelf import properties
from wegwijs.words import t

THEME = Path(wegwijs.__file__).parent / "theme"

PUBLISHED = """
thema rol soort niveau fase vermogens standaarden leerroute waarden omgeving kijkrichtingen rondom
begeleider ervaring type herkomst praktijk status q duur groep voorbereiding vanaf tot sinds sorteer weergave
""".split()
"""Parameters that stand in addresses people shared. Adding is fine; taking away or renaming breaks their links."""


@pytest.fixture(scope="module")
def catalogus(real: Site) -> Catalogus:
    return Catalogus(context(real))


def test_published_parameters_stay(catalogus: Catalogus) -> None:
    names = {filters.QUERY, filters.SORT, filters.LOOK, filters.SINCE, *(rule.id for rule in filters.NUMBERS)}
    assert set(PUBLISHED) <= names | {facet.id for facet in catalogus.shelf.facets}


def test_every_item_is_on_the_page_once_instruments_first(catalogus: Catalogus, real: Site) -> None:
    view = catalogus.view()
    lines = [line.url for group in view.groups for line in group.lines]
    assert len(lines) == len(set(lines)) == len(real.catalogue.items)
    assert [group.id for group in view.groups][:3] == ["instrument", "training", "werkblad"]


def test_lines_and_data_are_in_the_same_order(catalogus: Catalogus) -> None:
    """The script joins them by their place."""
    facts, texts = (json.loads(script.decode().split("=", 1)[1].rstrip(";\n")) for script in catalogus.files.values())
    lines = [line for group in catalogus.view().groups for line in group.lines]
    assert len(lines) == len(texts) == len(facts["dag"]) == len(facts["kenmerken"]) == len(facts["titel"])
    assert [line.url.rstrip("/") for line in lines] == [entry.id.removesuffix(".md") for entry in catalogus.shelf.entries]
    numbered = [(facet["id"], value) for facet in facts["facetten"] for value in facet["waarden"]]
    for entry, values in zip(catalogus.shelf.entries, facts["kenmerken"], strict=True):
        assert {numbered[number] for number in values} == {(facet, value) for facet, has in entry.values.items() for value in has}


def test_the_names_of_the_data_change_with_what_is_in_them(catalogus: Catalogus, site: Site) -> None:
    assert Catalogus(catalogus.context).files == catalogus.files
    assert set(Catalogus(context(site)).files).isdisjoint(catalogus.files)


def test_a_count_beside_a_box_is_that_of_the_filter(catalogus: Catalogus) -> None:
    tally = filters.counts(catalogus.shelf, filters.Choice())
    for panel in catalogus.view().panels:
        assert {option.value: option.count for option in panel.options} == tally[panel.id]


def test_what_is_history_is_out_unless_asked_for(catalogus: Catalogus) -> None:
    usual = {entry.id for entry in filters.select(catalogus.shelf, filters.Choice())}
    asked = {entry.id for entry in filters.select(catalogus.shelf, filters.parse("status=historisch", catalogus.shelf.facets))}
    assert "instruments/instellingsaudit.md" in asked
    assert usual.isdisjoint(asked)


def test_a_facet_with_a_name_that_is_taken_gets_another(site: Site) -> None:
    """Another sector may call a facet `duur` or a layer `status`; its addresses still mean one thing."""
    other = site.change("thema:", "duur:", "toolbox/facets.yml")
    names = [each.facet.id for each in properties(context(other))]
    assert "kenmerk-duur" in names
    assert len(names) == len(set(names))


def test_every_value_has_a_page_with_what_the_catalogue_finds(catalogus: Catalogus) -> None:
    pages = {page.path: page for page in facet_pages(catalogus)}
    for facet in ("thema", "rol", "soort", "niveau", "fase"):
        for value in catalogus.context.catalogue.model.facets[facet].values:
            view = pages[f"catalogus/{facet}/{value}.md"].view("")
            assert isinstance(view, FacetView)
            shown = {line.url for group in view.groups for line in group.lines}
            query = view.catalogue.url.partition("?")[2]
            entries = filters.select(catalogus.shelf, filters.parse(query, catalogus.shelf.facets))
            assert shown == {catalogus.context.address(entry.id) for entry in entries}
            assert query == f"{facet}={value}"


def test_the_page_of_a_theme_leads_to_its_introduction(catalogus: Catalogus) -> None:
    page = next(page for page in facet_pages(catalogus) if page.path == "catalogus/thema/uitval.md")
    view = page.view("")
    assert isinstance(view, FacetView)
    assert view.entrance
    assert view.entrance.url == "themas/uitval/"


def _page(catalogus: Catalogus) -> str:
    """The page as the site prints it, without the frame that all pages share."""
    frame = jinja2.DictLoader({"base.html": "{% block container %}{% endblock %}"})
    env = jinja2.Environment(loader=jinja2.ChoiceLoader([frame, jinja2.FileSystemLoader(THEME)]), autoescape=True)
    env.filters["url"] = lambda url: f"../{url}"
    return env.get_template("catalogus.html").render(view=catalogus.view(), t=t)


@pytest.fixture(scope="module")
def thousand(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Catalogus:
    folder = tmp_path_factory.mktemp("items")
    write_items(folder, 1000)
    toolbox = {entry.path: entry.read(1_000_000) for entry in real.tree.below("toolbox")}
    items = {f"content/instruments/{path.name}": path.read_bytes() for path in folder.iterdir()}
    return Catalogus(context(Site(Tree.of({**toolbox, **items}))))


def test_a_thousand_items_stay_light(thousand: Catalogus) -> None:
    """Page and data together, before the first filter: at most 150 kB gzip (design, section 7), the frame counted as 10 kB."""
    page = _page(thousand)
    assert page.count("<li><a ") >= 1000
    weight = sum(len(gzip.compress(part)) for part in (page.encode(), *thousand.files.values()))
    assert weight <= 140_000


def test_the_page_is_complete_without_a_script(thousand: Catalogus) -> None:
    """What only works with a script is hidden; the list and the ways to browse are not."""
    page = _page(thousand)
    assert re.search(r'<form class="finder"[^>]* hidden ', page)
    everything = page.split("data-alles", 1)[1]
    assert not re.search(r"\shidden[\s>=]", everything)
    assert 'href="../catalogus/thema/uitval/"' in page.split("<noscript>")[1].split("</noscript>")[0]
