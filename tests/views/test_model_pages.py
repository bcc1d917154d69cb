"""The pages beside the map: ways through the model with their steps, niveaus, cards to print, the two tables, years and terms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import wegwijs
from tests.sites import Site
from tests.views.seen import context_of, page_of
from wegwijs.samples import ITEM, SECOND
from wegwijs.views.begrippen import GlossaryView, glossary_of
from wegwijs.views.gesprekskaarten import ON_HANDOUT, ON_SHEET, SIZES, PickView, TalkCardsView
from wegwijs.views.inzichten import InsightsView
from wegwijs.views.keuzemenu import MenuView
from wegwijs.views.kijkrichtingen import DirectionView, StepView
from wegwijs.views.niveaus import LevelView
from wegwijs.views.pagedata import ElementView
from wegwijs.views.site import site_pages
from wegwijs.views.tijdlijn import TimelineView

WAY = "toolbox/kijkrichtingen/vanuit-de-waarden.md"
FIRST, LAST = (
    "toolbox/kijkrichtingen/vanuit-de-waarden/dialoog.md",
    "toolbox/kijkrichtingen/vanuit-de-waarden/vertrouwen.md",
)
DIALOOG, VERTROUWEN = "toolbox/waarden/dialoog.md", "toolbox/waarden/vertrouwen.md"
NIVEAU = """
  niveaus:
    titel: Niveaus
    enkelvoud: Niveau
    letter: N
    kleur: inkt
    vorm: los
    betekenis: niveau
    vraag: Op welk niveau speelt het?
"""
QUESTION = """  - id: vraag-{n}
    vraag: {text}
    doel: Samen verder komen.
    kijkrichting: vanuit-de-waarden
    rol: {role}
    niveau: {level}
"""


def asking(site: Site, path: str, *questions: tuple[str, str, str]) -> Site:
    """More questions of a part: text, role, niveau."""
    rows = "".join(
        QUESTION.format(n=n, text=text, role=role, level=level) for n, (text, role, level) in enumerate(questions)
    )
    return site.change("bronnen:\n", f"{rows}bronnen:\n", path)


@pytest.fixture
def levelled(site: Site) -> Site:
    """The small site with a page for the niveau leerroute."""
    return (
        site.change("\neisen:", f"{NIVEAU.rstrip()}\neisen:", "toolbox/model.yml")
        .copy(VERTROUWEN, "toolbox/niveaus/team.md", ("titel: Vertrouwen", "titel: Team"))
        .change("leerroute: {titel: Leerroute}", "leerroute: {titel: Leerroute, element: team}", "toolbox/facets.yml")
    )


# --- Kijkrichtingen ---


def test_a_way_of_looking_lights_up_its_parts_in_order(site: Site) -> None:
    site = site.change("route: [dialoog, vertrouwen]", "route: [vertrouwen, dialoog]", WAY)
    view = page_of(site, WAY, DirectionView)
    assert [(step.number, step.title) for step in view.steps] == [(1, "Vertrouwen"), (2, "Dialoog")]
    orders = {part.id: part.order for layer in view.kaart.figure.layers for part in layer.walk()}
    assert orders == {"dialoog": 2, "vertrouwen": 1, "vanuit-de-waarden": None}


def test_on_its_map_a_step_leads_to_the_step_and_the_rest_to_the_part(site: Site) -> None:
    view = page_of(site.change("[dialoog, vertrouwen]", "[dialoog]", WAY), WAY, DirectionView)
    urls = {part.id: part.url for layer in view.kaart.figure.layers for part in layer.walk()}
    assert urls["dialoog"] == "toolbox/kijkrichtingen/vanuit-de-waarden/dialoog/"
    assert urls["vertrouwen"] == "toolbox/waarden/vertrouwen/"


def test_one_walks_from_step_to_step_and_ends_at_the_cards(site: Site) -> None:
    first, last = page_of(site, FIRST, StepView), page_of(site, LAST, StepView)
    assert (first.place, last.place) == ("Stap 1 van 2", "Stap 2 van 2")
    assert first.previous is None
    assert first.next
    assert first.next.title == "Vertrouwen"
    assert last.previous
    assert last.previous.url == "toolbox/kijkrichtingen/vanuit-de-waarden/dialoog/"
    assert last.next is None
    assert last.cards.url == "toolbox/kijkrichtingen/vanuit-de-waarden/kaarten/"


def test_a_step_has_the_questions_of_its_own_way_of_looking_only(site: Site) -> None:
    other = site.copy(WAY, "toolbox/kijkrichtingen/van-buiten.md", ("Vanuit de waarden", "Van buiten"))
    other = other.change("kijkrichting: vanuit-de-waarden", "kijkrichting: van-buiten", DIALOOG)
    assert page_of(site, FIRST, StepView).step.questions
    assert page_of(other, FIRST, StepView).step.questions == ()


def test_a_step_that_does_not_exist_is_a_problem_and_the_way_goes_past_it(site: Site) -> None:
    wrong = site.change("[dialoog, vertrouwen]", "[dialoog, vertrouwn]", WAY)
    assert wrong.codes
    assert [step.title for step in page_of(wrong, WAY, DirectionView).steps] == ["Dialoog"]


# --- Niveaus ---


def test_a_niveau_has_its_questions_and_instruments_layer_by_layer(levelled: Site) -> None:
    levelled = asking(levelled, DIALOOG, ("Wat vindt de hele school?", "student", "instelling"))
    view = page_of(levelled, "toolbox/niveaus/team.md", LevelView)
    asked = {
        part.title: [question.text for question in part.questions] for layer in view.layers for part in layer.parts
    }
    assert asked["Dialoog"] == ["Wat hoor je als je echt luistert?"]
    shown = {layer.title: [card.title for card in layer.instruments] for layer in view.layers}
    assert shown["Waarden"] == ["Gesprek in een kring", "Tweede gesprek"]
    assert view.count.startswith("4 vragen en 2 instrumenten ")


def test_what_is_history_or_of_another_niveau_is_not_on_the_page(levelled: Site) -> None:
    levelled = levelled.change("niveau: [leerroute]", "niveau: [instelling]", SECOND)
    view = page_of(levelled, "toolbox/niveaus/team.md", LevelView)
    assert [card.title for layer in view.layers for card in layer.instruments] == ["Gesprek in een kring"]


def test_a_part_leads_to_the_pages_of_the_niveaus(levelled: Site) -> None:
    tools = page_of(levelled, DIALOOG, ElementView).tools
    assert [(link.title, link.url) for link in tools.level_pages] == [("Leerroute", "toolbox/niveaus/team/")]


# --- Gesprekskaarten ---


def test_nine_cards_fill_a_sheet_and_the_tenth_begins_another(site: Site) -> None:
    more = asking(site, DIALOOG, *(("Wat zie jij?", "docent", "leerroute") for _ in range(ON_SHEET)))
    view = page_of(more, "toolbox/waarden/dialoog/kaarten.md", TalkCardsView)
    assert [len(sheet.cards) for sheet in view.sheets] == [9, 1]
    assert view.count.startswith("10 kaarten")


def test_a_card_says_what_it_asks_why_of_whom_and_where_more_is(site: Site) -> None:
    card = page_of(site, "toolbox/waarden/dialoog/kaarten.md", TalkCardsView).sheets[0].cards[0]
    assert (card.id, card.part) == ("dialoog.luisteren", "Dialoog")
    assert (card.text, card.purpose) == ("Wat hoor je als je echt luistert?", "Aandacht geven aan wat iemand zegt.")
    assert "docent" in card.role
    assert card.address == "voorbeeld.nl/toolbox/waarden/dialoog"


@pytest.mark.parametrize(("length", "size"), [(60, "kort"), (61, "middel"), (95, "middel"), (96, "lang")])
def test_a_longer_question_stands_smaller_on_its_card(site: Site, length: int, size: str) -> None:
    text = "Wat vind jij".ljust(length - 1, "x") + "?"
    card = page_of(
        asking(site, DIALOOG, (text, "docent", "leerroute")), "toolbox/waarden/dialoog/kaarten.md", TalkCardsView
    )
    assert card.sheets[0].cards[1].size == size


def test_the_browser_cuts_the_sizes_at_the_same_lengths() -> None:
    text = (Path(wegwijs.__file__).parent / "theme/assets/js/gesprekskaarten.js").read_text(encoding="utf-8")
    found = re.findall(r'\[(\d+|Infinity), "(\w+)"\]', text)
    assert [name for _most, name in found] == [name for _most, name in SIZES]
    assert [most for most, _name in found[:-1]] == [str(most) for most, _name in SIZES[:-1]]
    assert f"ON_SHEET = {ON_SHEET};" in text


def test_the_cards_of_a_way_are_the_questions_along_it_and_then_its_own(site: Site) -> None:
    view = page_of(site, "toolbox/kijkrichtingen/vanuit-de-waarden/kaarten.md", TalkCardsView)
    assert [card.part for sheet in view.sheets for card in sheet.cards] == [
        "Dialoog",
        "Vertrouwen",
        "Vanuit de waarden",
    ]
    assert view.handout.questions == ("Wat hoor je als je echt luistert?",) * 2


def test_a_choice_of_ones_own_starts_from_the_cards_at_hand(site: Site) -> None:
    view = page_of(site, "toolbox/kijkrichtingen/vanuit-de-waarden/kaarten.md", TalkCardsView)
    assert view.choose.url.endswith("?kies=dialoog.luisteren_vertrouwen.luisteren_vanuit-de-waarden.luisteren")
    parts = [part for layer in page_of(site, "gesprekskaarten/index.md", PickView).layers for part in layer.parts]
    offered = {card.id for part in parts for card in part.cards}
    assert offered == {"dialoog.luisteren", "vertrouwen.luisteren", "vanuit-de-waarden.luisteren"}


def test_the_handout_keeps_to_one_page_and_says_how_many_more_there_are(site: Site) -> None:
    more = asking(site, DIALOOG, *(("Wat zie jij?", "docent", "leerroute") for _ in range(ON_HANDOUT + 2)))
    handout = page_of(more, "toolbox/waarden/dialoog/kaarten.md", TalkCardsView).handout
    assert len(handout.questions) == ON_HANDOUT
    assert "3" in handout.more


# --- The insights and the menu ---

INSIGHTS = """-- toolbox/inzichten.yml --
titel: 2 inzichten
instrument: gesprek-in-een-kring
rollen:
  - {id: team, titel: Team, omschrijving: Wie lesgeeft.}
  - {id: baas, titel: Leiding, omschrijving: Wie leiding geeft.}
inzichten:
  - id: begin-klein
    titel: Begin klein
    kern: Een kleine stap blijft.
    per_rol:
      team: {handelen: Kies één les., vraag: Wat is onze kleinste stap?}
      baas: {handelen: Vraag naar één stap., vraag: Waar geef ik tijd voor?}
bronnen: [{bron: koers}]
voorstel_redactie: [handelen, vraag]
"""


def test_the_insights_are_a_row_each_with_a_cell_for_each_role(site: Site) -> None:
    view = page_of(site.with_(INSIGHTS), "toolbox/inzichten.md", InsightsView)
    assert [(column.number, column.title) for column in view.columns] == [(1, "Team"), (2, "Leiding")]
    assert [(cell.id, cell.role) for cell in view.rows[0].cells] == [
        ("begin-klein-team", "Team"),
        ("begin-klein-baas", "Leiding"),
    ]
    assert view.rows[0].cells[1].question == "Waar geef ik tijd voor?"
    assert view.instrument
    assert view.instrument.url == "instruments/gesprek-in-een-kring/"
    assert view.proposal_note
    assert view.sources


def test_without_the_file_there_is_no_page(site: Site) -> None:
    pages = site_pages(context_of(site))
    assert not {"toolbox/inzichten.md", "toolbox/keuzemenu.md", "coalities/tijdlijn.md", "begrippen/index.md"} & set(
        pages
    )


MENU = """-- toolbox/keuzemenu.yml --
titel: Wat kies je
kern: Twee mogelijkheden naast elkaar, voor wie moet kiezen.
kenmerken:
  - {id: wie, titel: Wie doet het?}
  - {id: vaak, titel: Hoe vaak?}
opties:
  - {instrument: gesprek-in-een-kring, titel: Kring, kies_als: Kies deze als jullie een hele middag de tijd hebben.,
     per_kenmerk: {wie: Het team., vaak: Elk jaar.}}
  - {instrument: tweede-gesprek, titel: Tweede, kies_als: Kies deze als jullie maar een half uur de tijd hebben.,
     per_kenmerk: {wie: Twee mensen., vaak: Soms.}}
bronnen: [{bron: koers}]
"""


def test_the_menu_compares_the_options_and_leads_to_their_instruments(site: Site) -> None:
    view = page_of(site.with_(MENU), "toolbox/keuzemenu.md", MenuView)
    assert [choice.link.url for choice in view.choices if choice.link] == [
        "instruments/gesprek-in-een-kring/",
        "instruments/tweede-gesprek/",
    ]
    assert [(row.title, row.answers) for row in view.features] == [
        ("Wie doet het?", (("Kring", "Het team."), ("Tweede", "Twee mensen."))),
        ("Hoe vaak?", (("Kring", "Elk jaar."), ("Tweede", "Soms."))),
    ]


def test_an_option_says_when_its_instrument_is_not_finished(site: Site) -> None:
    view = page_of(
        site.with_(MENU).change("status: actueel", "status: in-ontwikkeling", ITEM), "toolbox/keuzemenu.md", MenuView
    )
    assert [choice.status.shown for choice in view.choices] == [True, False]


# --- Years and terms ---


def test_the_years_begin_with_the_latest_and_lead_to_what_was_made(real: Site) -> None:
    years = page_of(real, "coalities/tijdlijn.md", TimelineView).years
    assert [year for year, _rows in years] == sorted((year for year, _rows in years), reverse=True)
    rows = {row.link.title: row for _year, found in years for row in found}
    assert len(rows) == len(real.catalogue.of_kind("coalitie"))
    assert [link.url for link in rows["Coalitie Data 2.0"].products]
    assert all(row.question.endswith("?") for row in rows.values())


TERMS = """-- toolbox/begrippen.yml --
vsv: {term: vsv, ook: [voortijdig schoolverlaten], uitleg: Zonder diploma van school gaan.}
aandacht: {term: aandacht, uitleg: Merken dat iemand er is., element: dialoog}
audit: {term: audit, uitleg: Onderzoek door anderen.}
"""


def test_the_terms_stand_by_letter_and_lead_to_their_part_of_the_model(site: Site) -> None:
    view = page_of(site.with_(TERMS), "begrippen/index.md", GlossaryView)
    assert [(letter, [row.id for row in rows]) for letter, rows in view.letters] == [
        ("A", ["aandacht", "audit"]),
        ("V", ["vsv"]),
    ]
    first = view.letters[0][1][0]
    assert first.element
    assert first.element.url == "toolbox/waarden/dialoog/"


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        # the first use only, in any way of writing, with capitals
        ("<p>Vsv is voortijdig schoolverlaten.</p>", ["Vsv"]),
        ("<p>Over voortijdig schoolverlaten, dus vsv.</p>", ["voortijdig schoolverlaten"]),
        # whole words, and a term of two words in one go
        ("<p>Vsv-cijfers en een voortijdig einde.</p>", []),
        # never within a link, a heading or code
        ('<h2>Vsv</h2><p><a href="/">vsv</a> <code>vsv</code></p>', []),
    ],
)
def test_the_build_links_a_term_where_it_first_stands(site: Site, html: str, linked: list[str]) -> None:
    made = glossary_of(site.with_(TERMS).catalogue).link(html, "../begrippen/")
    assert re.findall(r'<a class="begrip" href="\.\./begrippen/#vsv">([^<]+)</a>', made) == linked
