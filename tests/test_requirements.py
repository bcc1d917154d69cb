"""What the network asked of its toolbox (T1 to T16), and what on the real site shows it. A requirement without a row here fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

import pytest

from tests.markdowns import rendered
from tests.sites import BASE, Site
from wegwijs.addresses import of_element, of_layer, url_of
from wegwijs.catalogue import Page, elements_touched, facet_values
from wegwijs.model import Element
from wegwijs.samples import SECOND
from wegwijs.search import build_index
from wegwijs.search.query import search
from wegwijs.views.context import Context
from wegwijs.views.dekking import USABLE
from wegwijs.views.pagedata import ElementView, IngangView, ItemView, ToolboxView
from wegwijs.views.site import site_pages

WANTED = {
    "T1": "Teams get concrete footholds and handreikingen.",
    "T2": "It serves others than teams too.",
    "T3": "It is interactive: one can click.",
    "T4": "Every part of the gedachtegoed can be clicked.",
    "T5": "The ordeningsmodel is among the parts, every element of it.",
    "T6": "The waarden are among the parts.",
    "T7": "The instrumenten are among the parts.",
    "T8": "A click gives an explanation.",
    "T9": "A click gives questions to ask.",
    "T10": "From a part one comes at handreikingen to get to work.",
    "T11": "A handreiking says what the instrument is.",
    "T12": "A handreiking says how to use it.",
    "T13": "Peerreview and kwaliteitstafel have a handreiking.",
    "T14": "There is room for other instruments later.",
    "T15": "The same handreiking is reached by other ways too.",
    "T16": "The toolbox leads to the trainings and the leernetwerk that belong with it.",
}
MODEL = {
    "leerroute": {"ambitie", "leerroute", "opbrengsten", "meetbaar", "merkbaar", "bespreekbaar"},
    "standaarden": {"begeleiding", "leerproces", "leeromgeving", "toetsing-en-afsluiting"},
    "vermogens": {"responsief", "professioneel", "organisatie", "realisatie"},
    "omgeving": {"omgeving", "student", "werkveld", "samenleving"},
    "kijkrichtingen": {
        "van-ambitie-naar-opbrengsten",
        "vanuit-de-standaarden",
        "vanuit-de-omgeving",
        "vanuit-de-vermogens",
    },
    "niveaus": {"leerrouteniveau", "instellingsniveau", "sectorniveau"},
    "rondom": {"kwaliteitscultuur", "film-en-foto", "rekenschapsketen"},
}
VALUES = {"eigenaarschap", "dialoog", "vertrouwen", "rekenschap", "wendbaarheid"}
SHOWPIECES = ("peerreview", "kwaliteitstafel")
View = TypeVar("View")


class Seen:
    """A site as its readers see it: the views of its pages, with their text."""

    def __init__(self, site: Site) -> None:
        self.catalogue = site.catalogue
        self.pages = site_pages(Context(site.catalogue, url_of, site_url="https://voorbeeld.nl/"))
        self.addresses = {url_of(path) for path in self.pages}

    def page(self, path: str, kind: type[View]) -> View:
        """The view of a page."""
        page = self.pages[path]
        view = page.view(rendered(page.markdown))
        assert isinstance(view, kind), path
        return view

    def part(self, element: Element) -> ElementView:
        """The page of a part of the model."""
        return self.page(of_element(element), ElementView)

    def item(self, slug: str) -> ItemView:
        """The page of an item."""
        return self.page(self.catalogue.items[slug].site_path, ItemView)

    @cached_property
    def toolbox(self) -> ToolboxView:
        """The map."""
        return self.page("toolbox/index.md", ToolboxView)

    @property
    def current(self) -> list[Element]:
        """The parts of the model as it is now."""
        return [element for element in self.catalogue.model.elements.values() if element.is_current]

    @property
    def drawn(self) -> list[Element]:
        """The current parts on the drawing."""
        return [element for element in self.current if self.catalogue.model.layers[element.layer].is_drawn]

    @property
    def instruments(self) -> list[Page]:
        """The instruments that can be used now."""
        return [page for page in self.catalogue.of_kind("instrument") if page.item.status in USABLE]


@pytest.fixture(scope="module")
def seen(real: Site) -> Seen:
    return Seen(real)


def links_of_the_map(seen: Seen) -> Iterator[str]:
    """Every address on the drawing and in the rows below it."""
    for drawing in (seen.toolbox.kaart.wide, seen.toolbox.kaart.narrow):
        yield from (spot.url for layer in drawing.layers for spot in (layer.label, *layer.spots))
    for layer in seen.toolbox.kaart.loose:
        yield from (layer.url, *(part.url for part in layer.walk()))


def footholds_for_teams(seen: Seen) -> None:
    for_teams = [page for page in seen.instruments if "onderwijsteam" in facet_values(page, "rol")]
    assert len(for_teams) >= 20
    assert all(page.item.stappen for page in for_teams)  # type: ignore[attr-defined]


def others_too(seen: Seen) -> None:
    asked = {question.rol for element in seen.current for question in element.questions}
    helped = {role for page in seen.instruments for role in facet_values(page, "rol")}
    others = {"student", "werkveld", "teammanager", "bestuurder", "kwaliteitszorg"}
    assert others <= asked
    assert others <= helped


def it_is_interactive(seen: Seen) -> None:
    """On a wide screen a part opens beside the map; the panel has everything that one needs to begin."""
    assert {panel.id for panel in seen.toolbox.panels} == {element.id for element in seen.drawn}
    assert all(panel.core and panel.questions and panel.instruments for panel in seen.toolbox.panels)


def every_part_is_a_link(seen: Seen) -> None:
    parts = {url_of(of_element(element)) for element in seen.current}
    layers = {url_of(of_layer(layer)) for layer in seen.catalogue.model.layers.values()}
    assert set(links_of_the_map(seen)) == parts | layers
    assert parts | layers <= seen.addresses


def the_model_is_whole(seen: Seen) -> None:
    found = {
        id: {element.id for element in seen.catalogue.model.layers[id].elements if element.is_current} for id in MODEL
    }
    assert found == MODEL


def the_values_are_there(seen: Seen) -> None:
    values = seen.catalogue.model.layers["waarden"].elements
    assert {element.id for element in values if element.is_current} == VALUES
    assert {element.id for element in values if not element.is_current} == {"ontwikkeling", "continuiteit"}


def instruments_stand_in_the_model(seen: Seen) -> None:
    assert len(seen.instruments) >= 30
    shown = {card.url for element in seen.current for card in seen.part(element).instruments}
    assert {url_of(page.site_path) for page in seen.instruments} <= shown


def every_part_is_explained(seen: Seen) -> None:
    for element in seen.catalogue.model.elements.values():
        view = seen.part(element)
        titles = [section.title for section in view.sections]
        assert view.core, element.id
        assert titles[:3] == ["Wat we ermee bedoelen", "Hoe het samenhangt", "Zo kan het eruitzien"], element.id
        assert all(len(section.html) > 100 for section in view.sections), element.id
        assert view.sources, element.id


def every_part_asks(seen: Seen) -> None:
    for element in seen.current:
        groups = seen.part(element).question_groups
        questions = [question for group in groups for question in group.questions]
        assert len(questions) >= 6, element.id
        assert all(question.text.endswith("?") and question.purpose for question in questions), element.id
        assert len(groups) >= 2, element.id
        assert {"student", "docent", "werkveld", "teammanager"} <= {question.role_id for question in questions}, (
            element.id
        )


def every_part_leads_to_a_handreiking(seen: Seen) -> None:
    for element in seen.drawn:
        cards = seen.part(element).instruments
        assert cards, element.id
        assert all(card.url in seen.addresses and card.reason and card.basis in ("bron", "redactie") for card in cards)


def it_says_what_it_is(seen: Seen) -> None:
    for page in seen.instruments:
        view = seen.item(page.slug)
        assert all((view.goal, view.sort_title, view.summary)), page.slug
        titles = [section.title for section in view.sections]
        assert titles[0] == "In het kort", page.slug
        assert "Wanneer wel, wanneer niet" in titles, page.slug


def it_says_how(seen: Seen) -> None:
    for page in seen.instruments:
        view = seen.item(page.slug)
        titles = [section.title for section in view.sections]
        assert {"Voorbereiding", "Zo doe je het", "Wat het oplevert", "Tips en valkuilen"} <= set(titles), page.slug
        assert len(view.steps) >= 3, page.slug
        assert all(step.minutes > 0 and step.text for step in view.steps), page.slug
        assert view.steps_total, page.slug


def the_showpieces_can_be_run(seen: Seen) -> None:
    for slug in SHOWPIECES:
        view = seen.item(slug)
        sheets = " ".join(card.title.lower() for card in view.sheets)
        assert all(word in sheets for word in ("leider", "deelnemer", "agenda")), slug
        assert all((view.table_roles, view.yields, view.needs, view.experiences)), slug


def another_instrument_finds_its_place(_seen: Seen) -> None:
    """A file is enough: the part it touches shows it, counts it, and its page is there."""
    more = BASE.copy(
        SECOND, "content/instruments/derde-gesprek.md", ("code: ghjk\n", ""), ("Tweede gesprek", "Derde gesprek")
    )
    more.is_fine()
    before, after = Seen(BASE), Seen(more)
    dialoog = after.catalogue.model.elements["dialoog"]
    assert "instruments/derde-gesprek/" in after.addresses
    assert "Derde gesprek" in [card.title for card in after.part(dialoog).instruments]
    assert [_count(before), _count(after)] == [2, 3]


def _count(seen: Seen) -> int | None:
    parts = (part for layer in seen.toolbox.figure.layers for part in layer.walk())
    return next(part.count for part in parts if part.id == "dialoog")


def there_are_other_ways_in(seen: Seen) -> None:
    """One page with one address: by the model, the catalogue, themes, roles, worksheets and the search."""
    index = build_index(seen.catalogue)
    for slug in SHOWPIECES:
        page = seen.catalogue.items[slug]
        url = url_of(page.site_path)
        assert list(elements_touched(page))
        ways = [seen.pages[other.site_path] for other in seen.catalogue.pages if other.kind.facet]
        views = [way.view("") for way in ways]
        leading = [view for view in views if isinstance(view, IngangView) and url in _urls(view)]
        assert len(leading) >= 2, slug
        assert search(index, page.title)[0].path == page.site_path


def _urls(view: IngangView) -> set[str]:
    cards = (card for group in view.groups for card in group.cards)
    return {*(card.url for card in cards), *(card.url for card in view.path)}


def the_rest_of_the_support_is_near(seen: Seen) -> None:
    beside = {link.url for link in seen.toolbox.more}
    assert {"trainingen/", "over/netwerk/"} <= beside
    assert "Leernetwerk Referentiewaarden" in seen.pages["over/netwerk.md"].markdown
    assert any(seen.part(element).trainingen for element in seen.current)


SHOWN: dict[str, Callable[[Seen], None]] = {
    "T1": footholds_for_teams,
    "T2": others_too,
    "T3": it_is_interactive,
    "T4": every_part_is_a_link,
    "T5": the_model_is_whole,
    "T6": the_values_are_there,
    "T7": instruments_stand_in_the_model,
    "T8": every_part_is_explained,
    "T9": every_part_asks,
    "T10": every_part_leads_to_a_handreiking,
    "T11": it_says_what_it_is,
    "T12": it_says_how,
    "T13": the_showpieces_can_be_run,
    "T14": another_instrument_finds_its_place,
    "T15": there_are_other_ways_in,
    "T16": the_rest_of_the_support_is_near,
}


@pytest.mark.parametrize("requirement", WANTED)
def test_the_site_shows_what_was_asked(requirement: str, seen: Seen) -> None:
    assert requirement in SHOWN, f"{requirement} ({WANTED[requirement]}) is shown by nothing"
    SHOWN[requirement](seen)
