"""The model and the facets are data: a hospital with layers, parts and facets of its own needs no change of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites import Site
from wegwijs.addresses import url_of
from wegwijs.tree import read_tree
from wegwijs.views.context import Context
from wegwijs.views.figure import figure_of
from wegwijs.views.kaart import NARROW, WIDE, draw
from wegwijs.views.site import site_pages, site_view

HOSPITAL = Path(__file__).parent / "zorg"


@pytest.fixture(scope="module")
def hospital() -> Site:
    return Site(read_tree(HOSPITAL))


@pytest.fixture(scope="module")
def context(hospital: Site) -> Context:
    return Context(hospital.catalogue, url_of, site_title="Goede zorg", site_url="https://zorg.example/")


def test_it_has_no_problems(hospital: Site) -> None:
    hospital.is_fine()


def test_its_mistakes_are_told_in_its_own_words(hospital: Site) -> None:
    item = "content/instruments/korte-stilte.md"
    hospital.change("moment: overdracht", "moment: dienstwissel", item).says(
        f'{item}:7:20 K012 fout: Moment "dienstwissel" bestaat niet. Bedoelde je "overdracht"? Je kunt kiezen uit: overdracht, visite.'
    )
    hospital.change("bron: [rust]", "bron: [dialoog]", item).says(
        f'{item}:6:20 K014 fout: Het model heeft geen deel "dialoog". …'
    )
    hospital.change("plek: [zaal]", "rol: [docent]", item).says(
        f'{item}:7:32 K013 fout: Het kenmerk "rol" bestaat niet. Je kunt kiezen uit: moment, plek.'
    )


def test_every_page_is_made_and_has_what_its_template_prints(context: Context) -> None:
    pages = site_pages(context)
    assert set(pages) >= {
        "index.md",
        "instruments/korte-stilte.md",
        "toolbox/index.md",
        "toolbox/kern/index.md",
        "toolbox/pijlers/duurzaam.md",
        "toolbox/kern/naaste.md",
        "toolbox/wegen/langs-het-bed.md",
    }
    for page in pages.values():
        assert page.title
        assert page.view("<h2 id='x'>X</h2><p>tekst</p>") is not None


def test_its_map_shows_every_part_that_is_drawn(context: Context) -> None:
    model = context.catalogue.model
    for style in (WIDE, NARROW):
        drawing = repr(draw(figure_of(context.catalogue, context.address), style))
        for layer in model.layers.values():
            for element in layer.elements if layer.is_drawn else ():
                assert repr(context.address(f"toolbox/{layer.id}/{element.id}.md")) in drawing, element.id


def test_the_menu_shows_its_layers(context: Context) -> None:
    shown = site_view(context, ())
    assert [layer.title for layer in shown.layers] == ["De mens", "Pijlers", "Grondhouding"]


def test_no_name_of_the_network_s_own_model_stands_in_the_program() -> None:
    """Names of layers and of parts belong to `toolbox/`; a few common words are left out."""
    package = Path(site_pages.__code__.co_filename).parents[1]
    names = {
        "standaarden",
        "vermogens",
        "responsief",
        "wendbaarheid",
        "leerroute-niveau",
        "toetsing-en-afsluiting",
        "leeromgeving",
    }
    for path in package.rglob("*.py"):
        # an example in a description is no rule
        text = re.sub(r"examples=\[.*?\]|\"\"\".*?\"\"\"|#.*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name in names:
            assert not re.search(rf"[\"']{name}[\"']", text), f"{path.name}: {name}"
