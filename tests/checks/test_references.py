"""References: everything that points at something else by name points at something that is there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sites import BASE, Site
from wegwijs.problems import Problems

FIRST = "content/instruments/gesprek-in-een-kring.md"
SECOND = "content/instruments/tweede-gesprek.md"
BOOK = "content/publicaties/boek.md"
SHEET = "content/werkbladen/blad-voor-de-kring.md"
DIALOOG = "toolbox/waarden/dialoog.md"
FACETS, SOURCES, MODEL = "toolbox/facets.yml", "toolbox/bronnen.yml", "toolbox/model.yml"


# --- Facets ---


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("fase: [verkenen]", '…:13:10 K012 fout: Fase "verkenen" bestaat niet. Bedoelde je "verkennen"? Je kunt kiezen uit: ver…'),
        ("fase: [Verkennen]", '…:13:10 K012 fout: Fase "Verkennen" bestaat niet. Bedoelde je "verkennen"? …'),
        ("fase: [iets heel anders]", '…:13:10 K012 fout: Fase "iets heel anders" bestaat niet. Je kunt kiezen uit: …'),
        ("fase: [verkennen, verkenen]", "…:13:21 K012 …"),
        ("fase: verkenen", "…:13:9 K012 …"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_exist_is_named_with_the_nearest(site: Site, typed: str, line: str) -> None:
    site.change("fase: [verkennen]", typed).says(line)


def test_a_word_that_readers_use_leads_to_the_value(site: Site) -> None:
    known = site.change("{titel: Verkennen}", "{titel: Verkennen, ook: [oriënteren]}", FACETS)
    known.change("fase: [verkennen]", "fase: [Oriënteren]").says(
        '…:13:10 K012 fout: Fase "Oriënteren" bestaat niet. Bedoelde je "verkennen"? …'
    )


def test_a_facet_that_does_not_exist_is_named_with_the_nearest(site: Site) -> None:
    site.change("  thema:", "  themas: [data]\n  thema:").says(
        '…:14:3 K013 fout: Het kenmerk "themas" bestaat niet. Bedoelde je "thema"? Je kunt kiezen uit: soort, rol, niveau, fase, thema.'
    )


def test_a_facet_with_one_value_takes_one(site: Site) -> None:
    site.change("soort: werkvorm", "soort: [werkvorm]").is_fine()
    site.change("soort: werkvorm", "soort: [werkvorm, spel]").says(
        "…:10:3 K026 fout: Bij Soort kies je één waarde; hier staan er 2. …"
    )


def test_facets_that_a_kind_needs_are_missed(site: Site) -> None:
    for line, facet in (("  rol: [docent]\n", "rol"), ("  soort: werkvorm\n", "soort")):
        site.change(line, "").says(f'…:9:1 K032 fout: Het kenmerk "{facet}" ontbreekt bij facetten. …')
    site.change("soort: werkvorm", "soort: []").says('…:9:1 K032 fout: Het kenmerk "soort" ontbreekt bij facetten. …')
    # a book needs no niveau
    assert "niveau" not in site.text(BOOK)
    site.change("  thema: [kwaliteitscultuur]\n", "", BOOK).says(
        f'{BOOK}:6:1 K032 fout: Het kenmerk "thema" ontbreekt bij facetten. …'
    )


def test_a_page_of_a_theme_is_called_like_its_value(site: Site) -> None:
    way_in = (
        "---\ntitel: Cultuur\nsamenvatting: Voor teams die willen weten hoe zij een lerende cultuur kunnen maken.\n"
        "pad:\n  - item: tweede-gesprek\n    waarom: Hier begin je.\n---\n\n"
        "## Wat er speelt\n\nEen heleboel dingen.\n\n## Wat helpt\n\nEen heleboel dingen.\n\n"
        "## Begin met deze vraag\n\nWat speelt er hier?\n"
    )
    site.with_(f"-- content/themas/kwaliteitscultuur.md --\n{way_in}").is_fine()
    site.with_(f"-- content/themas/kwaliteitscultur.md --\n{way_in}").says(
        'content/themas/kwaliteitscultur.md:1:1 K012 fout: Thema "kwaliteitscultur" bestaat niet. Bedoelde je "kwaliteitscultuur"? …'
    )


def test_a_way_in_is_checked_like_an_item(site: Site) -> None:
    """A theme may be called like an item; its path, parts and sources must exist."""
    way_in = (
        "---\ntitel: Data\nsamenvatting: Voor teams die samen beter naar hun cijfers willen leren kijken.\n"
        "elementen: {bron: [dialog]}\npad:\n  - item: data\n    waarom: Hier begin je.\n  - item: nergens\n    waarom: Hier ga je verder.\n"
        "bronnen:\n  - bron: koerst\n---\n\n"
        "## Wat er speelt\n\nEen heleboel dingen.\n\n## Wat helpt\n\nEen heleboel dingen.\n\n"
        "## Begin met deze vraag\n\nWat speelt er hier?\n"
    )
    named = site.copy(
        SECOND, "content/instruments/data.md", ("code: ghjk\n", ""), ("Tweede gesprek", "Heel iets anders")
    )
    named.with_(f"-- content/themas/data.md --\n{way_in}").says(
        'content/themas/data.md:4:20 K014 fout: Het model heeft geen deel "dialog". …',
        "content/themas/data.md:8:11 K060 fout: Er is geen item 'nergens'. …",
        'content/themas/data.md:11:11 K064 fout: De bron "koerst" staat niet in toolbox/bronnen.yml. Bedoelde je "koers"? …',
    )


# --- The model ---


def test_a_part_of_the_model_is_called_by_its_name_in_the_address(site: Site) -> None:
    for typed in ("dialog", "Dialoog", "DIALOOG"):
        site.change("bron: [dialoog]", f"bron: [{typed}]").says(
            f'…:8:10 K014 fout: Het model heeft geen deel "{typed}". Bedoelde je "dialoog"? …'
        )


def test_every_reference_inside_the_model_must_arrive(site: Site) -> None:
    site.change("volgorde: 2", "volgorde: 2\ndeel_van: dialog", "toolbox/waarden/vertrouwen.md").says(
        "toolbox/waarden/vertrouwen.md:5:11 K014 …"
    )
    site.change("[dialoog, vertrouwen]", "[dialoog, vertrouw]", "toolbox/kijkrichtingen/vanuit-de-waarden.md").says(
        'toolbox/kijkrichtingen/vanuit-de-waarden.md:5:18 K014 fout: Het model heeft geen deel "vertrouw". Bedoelde je "vertrouwen"? …'
    )
    site.change("vragen:", "relaties:\n  - {naar: nergens, hoe: hoort erbij}\nvragen:", DIALOOG).says(
        f"{DIALOOG}:6:12 K014 …"
    )
    site.change("kijkrichting: vanuit-de-waarden", "kijkrichting: vanuit-de-waarde", DIALOOG).says(
        f"{DIALOOG}:9:19 K014 …"
    )
    site.change("kijkrichting: vanuit-de-waarden", "kijkrichting: vertrouwen", DIALOOG).says(
        f'{DIALOOG}:9:19 K117 fout: "vertrouwen" is geen kijkrichting. Je kunt kiezen uit: vanuit-de-waarden.'
    )
    site.change("{titel: Leerroute}", "{titel: Leerroute, element: nergens}", FACETS).says(f"{FACETS}:1:1 K014 …")
    site.change("titel: Niveau", "uit_laag: warden\n  titel: Niveau", FACETS).says(
        f'{FACETS}:1:1 K113 fout: Het model heeft geen laag "warden". …'
    )


def test_roles_and_levels_of_questions_are_values_of_facets(site: Site) -> None:
    site.change("    rol: docent", "    rol: doccent", DIALOOG).says(
        f'{DIALOOG}:5:1 K115 fout: Er is geen vraag voor de rol "docent". …',
        f'{DIALOOG}:10:10 K012 fout: Voor wie "doccent" bestaat niet. Bedoelde je "docent"? …',
    )
    site.change("    niveau: leerroute", "    niveau: leeroute", DIALOOG).says(
        f'{DIALOOG}:11:13 K012 fout: Niveau "leeroute" bestaat niet. …'
    )
    (unknown,) = site.change("rollen: [docent]", "rollen: [doccent]", MODEL).problems.at(MODEL)
    assert unknown.line().startswith(f'{MODEL}:1:1 K012 fout: Voor wie "doccent" bestaat niet. Bedoelde je "docent"?')


# --- Relations ---


def test_items_refer_to_items_that_are_there(site: Site) -> None:
    site.change("past_bij: [tweede-gesprek]", "past_bij: [twede-gesprek]").says(
        "…:16:14 K060 fout: Er is geen item 'twede-gesprek'. Bedoelde je \"tweede-gesprek\"? "
        "Verwijs met de naam van het bestand, zonder .md."
    )
    site.change("voedt: [tweede-gesprek]", "voedt: [nergens]", BOOK).says(f"{BOOK}:12:9 K060 …")
    site.change("bij: [gesprek-in-een-kring]", "bij: [nergens]", SHEET).says(f"{SHEET}:6:7 K060 …")
    site.change("past_bij: [tweede-gesprek]", "past_bij: [gesprek-in-een-kring]").says(
        '…:16:14 K063 fout: Dit item noemt zichzelf bij "past_bij". …'
    )


def test_an_item_that_cannot_be_read_is_still_there_to_refer_to(site: Site) -> None:
    site.change("---\n", "", SECOND).says(f"{SECOND}:1:1 K001 …")
    site.change("doel: Samen", "doel: @Samen", SECOND).says(f"{SECOND}:15:7 K043 …")
    source = site.change("uitgever: Kwaliteitsnetwerk mbo", "uitgever: X\n  publicatie: boek", SOURCES)
    source.is_fine()
    source.change("---\n", "", BOOK).says(f"{BOOK}:1:1 K001 …")
    source.without(BOOK).says(f"{SOURCES}:1:1 K060 fout: Er is geen item 'boek' bij 'koers'. …")


def test_a_relation_has_an_item_of_the_right_sort(site: Site) -> None:
    site.change("voedt: [tweede-gesprek]", "voedt: [blad-voor-de-kring]", BOOK).says(
        f"{BOOK}:12:9 K069 fout: Het item 'blad-voor-de-kring' past niet bij \"voedt\"; daar hoort een instrument. …"
    )


def test_nobody_refers_to_what_is_withdrawn_except_what_came_in_its_place(site: Site) -> None:
    withdrawn = site.change("status: actueel", "status: ingetrokken", SECOND)
    problems = [problem for problem in withdrawn.problems if problem.code == "K061"]
    assert [problem.place.path for problem in problems] == [FIRST, BOOK]
    replaced = withdrawn.change("past_bij: [tweede-gesprek]", "vervangt: [tweede-gesprek]")
    assert [problem.place.path for problem in replaced.problems if problem.code == "K061"] == [BOOK]


def test_items_that_replace_each_other_in_a_ring_are_named_once(site: Site) -> None:
    ring = site.change("past_bij: [tweede-gesprek]", "vervangt: [tweede-gesprek]").change(
        "doel:", "verwant: {vervangt: [gesprek-in-een-kring]}\ndoel:", SECOND
    )
    ring.says(
        "…:16:3 K062 fout: Deze items vervangen elkaar in een kring: "
        "gesprek-in-een-kring → tweede-gesprek → gesprek-in-een-kring. …"
    )


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(0, 5), max_size=3, unique=True), min_size=6, max_size=6))
def test_a_ring_is_found_exactly_when_there_is_one(arrows: list[list[int]]) -> None:
    names = [f"deel-{letter}" for letter in "abcdef"]
    site = BASE
    text = BASE.text(SECOND).replace("code: ghjk\n", "")
    for name, others, titel in zip(
        names, arrows, ["Appel", "Broodje", "Citroen", "Druif", "Erwt", "Framboos"], strict=True
    ):
        made = text.replace("Tweede gesprek", titel).replace(
            "doel:", f"verwant: {{vervangt: [{', '.join(names[other] for other in others)}]}}\ndoel:"
        )
        site = site.bytes(f"content/instruments/{name}.md", made.encode())
    edges = {(a, b) for a, others in enumerate(arrows) for b in others if a != b}
    reach = set(edges)
    for _ in range(6):
        reach |= {(a, d) for a, b in reach for c, d in edges if b == c}
    on_a_ring = {names[a] for a, b in reach if a == b}
    codes = site.codes
    assert ("K062" in codes) == bool(on_a_ring)
    chains = [problem.text for problem in site.problems if problem.code == "K062"]
    assert all(name in on_a_ring for chain in chains for name in names if name in chain)
    assert len(set(chains)) == len(chains)


# --- Sources ---


def test_a_source_is_in_the_list_or_written_out(site: Site) -> None:
    site.change("- bron: koers", "- bron: koerst").says(
        '…:34:11 K064 fout: De bron "koerst" staat niet in toolbox/bronnen.yml. Bedoelde je "koers"? …'
    )
    site.change("- bron: koers", "- plaats: bladzijde 3").says(
        "…:34:5 K031 fout: Bij deze bron staat niet welke het is. …"
    )
    site.change("- bron: koers", "- titel: Een boek\n    plaats: bladzijde 3").is_fine()
    experience = (
        "ervaringen:\n  - {school: Een school, jaar: 2024, context: Een team, opbrengst: Een afspraak, bron: nergens}\n"
    )
    site.change("zoekwoorden:", f"{experience}zoekwoorden:").says('…:36:88 K064 fout: De bron "nergens" …')
    site.change("- bron: koers", "- bron: koerst", DIALOOG).says(f"{DIALOOG}:13:11 K064 …")
    site.change("- bron: koers", "- bron: koerst").change("voorbereiding: 30", "voorbereiding: x").says(
        "…:19:16 K018 …", "…:34:11 K064 …"
    )


# --- Names, codes, addresses ---


def test_a_name_belongs_to_one_item(site: Site) -> None:
    double = site.copy(SHEET, "content/werkbladen/boek.md", ("Blad voor de kring", "Ander blad"))
    double.says(
        f'content/werkbladen/boek.md:1:1 K065 fout: De naam "boek" is al van {BOOK}. Geef dit bestand een andere naam.'
    )


def test_a_code_belongs_to_one_item_or_element(site: Site) -> None:
    site.change("code: bcdf", "code: ghjk").says(
        f'{SECOND}:3:7 K067 fout: De code "ghjk" is al van …. Haal de code hier weg; …'
    )
    site.change("titel: Dialoog", "titel: Dialoog\ncode: bcdf", DIALOOG).says(
        f'{DIALOOG}:3:7 K067 fout: De code "bcdf" is al van …. Haal de code hier weg; …'
    )
    site.change("code: bcdf", "code: ghjk").change("voorbereiding: 30", "voorbereiding: x").says(
        "…:19:16 K018 …", f"{SECOND}:3:7 K067 …"
    )


def test_names_that_differ_only_in_capitals_are_the_same_on_windows(site: Site) -> None:
    folder = "content/instruments/gesprek-in-een-kring"
    site.bytes(f"{folder}/Kaart.csv", b"a;b").says(
        f"{folder}/Kaart.csv:1:1 K066 fout: Dit bestand heet hetzelfde als {folder}/kaart.csv, op hoofdletters na. …",
        f'{folder}/Kaart.csv:1:1 K088 let op: Niemand gebruikt "Kaart.csv"; …',
        f'{folder}/Kaart.csv:1:1 K089 fout: "Kaart.csv" kan niet in een adres. …',
    )


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("content/instruments/tweede-gesprek/index.md", SECOND),
        ("content/toolbox.md", "toolbox/index.md"),
        ("content/catalogus.md", "catalogus/index.md"),
        ("content/toolbox/waarden/dialoog.md", DIALOOG),
        ("content/toolbox/waarden/dialoog/index.md", DIALOOG),
    ],
)
def test_an_address_belongs_to_one_page(site: Site, path: str, other: str) -> None:
    problems = site.with_(f"-- {path} --\n---\ntitel: Een pagina\n---\n\nTekst.\n").problems
    (found,) = [problem for problem in problems if problem.code == "K065"]
    assert found.line().startswith(f"{path}:1:1 K065")
    assert f"is al van {other}." in found.text


def test_a_written_page_may_take_the_place_of_a_generated_one(site: Site) -> None:
    site.with_("-- content/hulp/index.md --\n---\ntitel: Hulp van de redactie\n---\n\nTekst.\n").is_fine()


# --- The glossary ---

TERMS = "-- toolbox/begrippen.yml --\n"


def test_terms_name_parts_and_sources_that_exist_and_are_written_one_way(site: Site) -> None:
    site.with_(
        f"{TERMS}kring:\n  term: kring\n  uitleg: Stoelen in het rond.\n  element: dialoog\n  bronnen: [koers]\n"
    ).is_fine()
    wrong = site.with_(
        f"{TERMS}kring:\n  term: kring\n  uitleg: Stoelen in het rond.\n  element: dialog\n  bronnen: [koerst]\n"
        "cirkel:\n  term: cirkel\n  ook: [Kring]\n  uitleg: Hetzelfde.\n"
    )
    assert wrong.codes == ["K014", "K064", "K123"]


def test_checks_collect_and_never_print(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert isinstance(site.problems, Problems)
    assert capsys.readouterr().out == ""
