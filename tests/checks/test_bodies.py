"""Bodies: the headings of a page, its links, its images, and no HTML."""

from __future__ import annotations

import time

import pytest

from tests.sites import ITEM, Site

SECOND = "content/instruments/tweede-gesprek.md"
PLACE = "Daarna past een [tweede gesprek](tweede-gesprek.md)."
COLUMN = 42
"""Where in the sample the link begins."""


def linked(site: Site, target: str) -> Site:
    return site.change("(tweede-gesprek.md)", f"({target})")


# --- Links ---


@pytest.mark.parametrize(
    "target",
    [
        *("tweede-gesprek.md", "./tweede-gesprek.md", "../instruments/tweede-gesprek.md", "tweede%2Dgesprek.md"),
        *("tweede-gesprek.md#tips-en-valkuilen", "#tips-en-valkuilen", "tweede-gesprek.md?a=b#stappen", "#bronnen"),
        *(
            "../index.md",
            "../publicaties/boek.md",
            "../toolbox/index.md",
            "../toolbox/waarden/dialoog.md#vraag-luisteren",
        ),
        *(
            "../toolbox/waarden/index.md",
            "../hulp/k012.md",
            "../catalogus/index.md?thema=data",
            "gesprek-in-een-kring/kaart.csv",
        ),
        *("https://www.voorbeeld.nl/a(b)?c=d#e", "http://voorbeeld.nl", "mailto:info@voorbeeld.nl", "tel:+31301234567"),
    ],
)
def test_a_link_that_arrives_is_fine(site: Site, target: str) -> None:
    linked(site, target).is_fine()


@pytest.mark.parametrize(
    ("target", "line"),
    [
        # nowhere, with the nearest that is somewhere
        ("twede-gesprek.md", 'K090 fout: De link naar twede-gesprek.md komt nergens uit. Bedoelde je "tweede-gesprek.md"? …'),
        ("Tweede-Gesprek.md", 'K090 fout: De link naar Tweede-Gesprek.md komt nergens uit. Bedoelde je "tweede-gesprek.md"? …'),
        ("tweede-gesprek", 'K090 fout: De link naar tweede-gesprek komt nergens uit. Bedoelde je "tweede-gesprek.md"? …'),
        ("tweede-gesprek/", 'K090 fout: De link naar tweede-gesprek/ komt nergens uit. Bedoelde je "tweede-gesprek.md"? …'),
        ("tweede gesprek.md", 'K090 fout: De link naar tweede gesprek.md komt nergens uit. Bedoelde je "tweede-gesprek.md"? …'),
        ("../toolbox", 'K090 fout: De link naar ../toolbox komt nergens uit. Bedoelde je "../toolbox/index.md"? …'),
        ("../../mkdocs.yml", "K090 fout: De link naar ../../mkdocs.yml komt nergens uit. …"),
        ("../../../etc/passwd", "K090 fout: …"),
        ("%2e%2e/%2e%2e/geheim.md", "K090 fout: …"),
        ("javascript&colon;alert(1)", "K090 fout: …"),
        # the page is there, the place on it is not
        ("tweede-gesprek.md#tips", 'K091 fout: De plek #tips bestaat niet in tweede-gesprek.md. …'),
        ("#tips-en-valkuil", 'K091 fout: De plek #tips-en-valkuil bestaat niet in deze bladzijde. Bedoelde je "tips-en-valkuilen"? …'),
        ("#xyz", "K091 fout: De plek #xyz bestaat niet in deze bladzijde. Kijk welke koppen die bladzijde heeft."),
        ("../index.md#stappen", "K091 fout: …"),
        # not whole
        ("www.voorbeeld.nl", "K099 fout: De link naar www.voorbeeld.nl is niet volledig. Schrijf https://www.voorbeeld.nl, of …"),
        ("/instruments/x.md", "K099 fout: De link naar /instruments/x.md is niet volledig. Schrijf instruments/x.md, …"),
        # not safe
        *((target, f"K097 fout: De link naar {target} kan hier niet. …") for target in (
            "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java%73cript:alert(1)", "data:text/html,x", "vbscript:x",
            "file:///etc/passwd", "//voorbeeld.nl", "ftp://voorbeeld.nl", "C:\\map\\x.pdf", "\\\\server\\x", "c:/map",
        )),
    ],
)  # fmt: skip
def test_a_link_that_does_not_arrive_says_why_and_where(site: Site, target: str, line: str) -> None:
    linked(site, target).says(f"…:56:{COLUMN - 1} {line}")


def test_the_place_of_a_link_is_its_line_and_column(site: Site) -> None:
    text = site.text().split("\n")[55]
    assert text.index("[tweede gesprek]") + 1 == COLUMN - 1


def test_links_in_metadata_elements_and_pages_are_looked_at_too(site: Site) -> None:
    for path in ("content/index.md", "toolbox/waarden/dialoog.md", "content/werkbladen/blad-voor-de-kring.md"):
        changed = site.append("\nZie [dit](nergens.md).\n", path)
        assert [problem.place.path for problem in changed.problems if problem.code == "K090"] == [path]


def test_a_page_that_cannot_be_read_is_still_a_page_to_link_to(site: Site) -> None:
    site.change("---\n", "", SECOND).says(f"{SECOND}:1:1 K001 …")


def test_an_example_of_a_link_is_not_a_link(site: Site) -> None:
    site.append("\nSchrijf `[naam](bestand.md)`.\n\n```\n[naam](bestand.md) <b>\n```\n").is_fine()


# --- Images ---


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("![Een kring van stoelen](gesprek-in-een-kring/kring.png)", []),
        ("![](gesprek-in-een-kring/kring.png)", ["K092"]),
        ("![ ](gesprek-in-een-kring/kring.png)", ["K092"]),
        ("[![](gesprek-in-een-kring/kring.png)](tweede-gesprek.md)", ["K092"]),
        ("![Een kring](gesprek-in-een-kring/krin.png)", ["K093"]),
        ("![Een kring](tweede-gesprek.md)", ["K093"]),
        ("![Een kring](https://voorbeeld.nl/kring.png)", ["K093"]),
        ("![Een kring](mailto:kring@voorbeeld.nl)", ["K093"]),
        ("![Een kring](//voorbeeld.nl/kring.png)", ["K097"]),
        ("![Een kring](data:image/png;base64,AA)", ["K097"]),
    ],
)
def test_an_image_speaks_and_is_a_file_of_the_item(site: Site, typed: str, codes: list[str]) -> None:
    found = site.change("![Een kring van stoelen](gesprek-in-een-kring/kring.png)", typed).codes
    assert [code for code in found if code != "K088"] == codes
    assert ("K088" in found) == ("kring.png)" not in typed or "//" in typed)


# --- Headings ---


def test_headings_that_every_item_has_are_missed_with_the_nearest(site: Site) -> None:
    site.change("## Voorbereiding\n", "## Voorbereidingen\n").says(
        '…:41:1 K095 fout: De kop "Voorbereiding" ontbreekt. Bedoelde je "Voorbereidingen" daarmee? '
        "Zet ## Voorbereiding in de tekst en schrijf er iets onder."
    )
    site.change("## Voorbereiding\n", "## voorbereiding\n").says(
        '…:41:1 K095 fout: De kop "Voorbereiding" ontbreekt. Bedoelde je "Voorbereiding" in plaats van "voorbereiding"? …'
    )
    site.change("## Voorbereiding\n", "### Voorbereiding\n").says(
        '…:41:1 K095 fout: De kop "Voorbereiding" ontbreekt. …'
    )


def test_a_heading_may_be_written_in_every_way_of_markdown(site: Site) -> None:
    for typed in ("##Voorbereiding\n", "## **Voorbereiding** ##\n", "Voorbereiding\n---\n"):
        site.change("## Voorbereiding\n", typed).is_fine()
    site.change("## Voorbereiding\n", "```\n## Voorbereiding\n```\n").says(
        '…:41:1 K095 fout: De kop "Voorbereiding" ontbreekt. …'
    )


def test_under_a_heading_stands_something(site: Site) -> None:
    site.change("Zet de stoelen klaar in een kring.", "Volgt nog.").says(
        '…:50:1 K096 fout: Onder de kop "Voorbereiding" staat nog niets. …'
    )
    for typed in (
        "```\neen lijstje in code\n```",
        "- een\n- twee\n- drie",
        "| a | b |\n| - | - |\n| c | d |",
        "### Dieper\n\nDaar staat iets.",
    ):
        site.change("Zet de stoelen klaar in een kring.", typed).is_fine()


def test_headings_stand_in_their_order_and_other_headings_may_come_between(site: Site) -> None:
    site.change(
        "## Tips en valkuilen\n", "## Iets van onszelf\n\nNog een stuk tekst.\n\n## Tips en valkuilen\n"
    ).is_fine()
    turned = (
        site.change("## Voorbereiding\n", "## X\n")
        .change("## Zo doe je het\n", "## Voorbereiding\n")
        .change("## X\n", "## Zo doe je het\n")
    )
    turned.says(
        '…:50:1 K103 let op: De kop "Zo doe je het" staat niet op zijn vaste plek. De volgorde is: In het kort · '
        "Wanneer wel, wanneer niet · Voorbereiding · Zo doe je het · Wat het oplevert · Tips en valkuilen."
    )


def test_headings_that_the_page_makes_itself_are_refused(site: Site) -> None:
    for title in ("Bronnen", "Ervaringen"):
        site.append(f"\n## {title}\n\nEen mooi boek.\n").says(
            f'…:68:1 K098 fout: De kop "{title}" maakt de site zelf uit de gegevens. …'
        )
    site.append("\n## Bronnen\n\nEen mooi boek.\n", "content/index.md").is_fine()


def test_a_page_has_one_title(site: Site) -> None:
    site.change("## In het kort\n", "# Nog een titel\n\n## In het kort\n").says("…:42:1 K102 fout: …")
    site.append("\nNog een titel\n=====\n", "content/index.md").says(
        'content/index.md:7:1 K102 fout: De kop "Nog een titel" heeft één hekje; …'
    )


def test_the_model_says_which_headings_its_parts_have(site: Site) -> None:
    asked = site.change("  kijkrichtingen: 1", "  kijkrichtingen: 1\n  koppen: [Wat we bedoelen]", "toolbox/model.yml")
    assert asked.codes == ["K095", "K095", "K095"]


# --- HTML ---


def test_html_is_named_as_it_was_typed(site: Site) -> None:
    site.change("Ga in een kring zitten.", "Ga in een <b class='x'>kring</b> zitten.").says(
        "…:56:11 K094 fout: Hier staat HTML (<b class='x'>). …",
        "…:56:29 K094 fout: Hier staat HTML (</b>). …",
    )
    site.change("Ga in een kring zitten.", "Mail <info@voorbeeld.nl> als 5 < 6 is.").is_fine()
    assert site.append("\n<script>alert(1)</script>\n", ITEM).codes == ["K094", "K094"]


def test_a_thousand_dead_links_are_all_named_in_a_moment(site: Site) -> None:
    """Only the first get a hint: looking for the nearest page takes time."""
    links = "".join(f"\n[x](bladzijde-{number}.md)\n" for number in range(1000))
    start = time.process_time()
    found = [problem for problem in site.append(links).problems if problem.code == "K090"]
    assert len(found) == 1000
    assert time.process_time() - start < 10


def test_a_list_of_references_has_an_end(site: Site) -> None:
    many = ", ".join(f"item-{number}" for number in range(61))
    site.change("past_bij: [tweede-gesprek]", f"past_bij: [{many}]").says(
        '…:16:13 K027 fout: De lijst "verwant.past_bij" heeft 61 punten; …'
    )
    site.change("thema: [kwaliteitscultuur]", f"thema: [{many}]").says(
        '…:14:10 K027 fout: De lijst "facetten.thema" heeft 61 punten; …'
    )
