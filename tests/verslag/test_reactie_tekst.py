"""The comment on a contribution, word for word, and what it tells of each sort of change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sites import ITEM, Site
from tests.verslag.contributions import WHERE, comment, lines_below, report
from wegwijs.samples import SECOND
from wegwijs.verslag.tekst import as_markdown

NEW = "content/instruments/gesprek-op-de-gang.md"


@pytest.fixture
def good(site: Site) -> Site:
    """A new instrument with an experience and a sheet, and a shorter time for one that is there."""
    site = site.copy(ITEM, NEW, ("titel: Gesprek in een kring\ncode: bcdf", "titel: Gesprek op de gang"))
    site = site.change("bijlagen:\n  - bestand: kaart.csv\n    titel: Kaart met vragen\n", "", NEW)
    site = site.change("![Een kring van stoelen](gesprek-in-een-kring/kring.png)\n", "", NEW)
    site = site.change(
        "bronnen:",
        "ervaringen:\n  - {school: Vonk, jaar: 2026, context: Twee teams., opbrengst: Een afspraak.}\nbronnen:",
        NEW,
    )
    site = site.change("duur: {min: 45, max: 60}", "duur: {min: 60, max: 90}")
    return site.change("Laat stiltes vallen.", "Laat stiltes vallen. Tel tot tien.")


@pytest.fixture
def flawed(site: Site) -> Site:
    """Two mistakes and a sentence that is too long, in a file that also has things that are well done."""
    long = "Vraag door " + "en nog eens door " * 12 + "tot het stil wordt."
    site = site.change("fase: [verkennen]", "fase: [verkenen]").change(
        "duur: {min: 45, max: 60}", "duur: {min: 45, max: 50}"
    )
    return site.change("Laat stiltes vallen.", long).change("zoekwoorden: [kring]", "zoekwoorden: [kring, stoelen]")


def test_a_good_contribution(site: Site, good: Site, golden: Callable[[str, str], None]) -> None:
    golden("reactie-goed.md", comment(site, good))


def test_a_flawed_contribution(site: Site, flawed: Site, golden: Callable[[str, str], None]) -> None:
    golden("reactie-met-fouten.md", comment(site, flawed))


def test_an_empty_contribution(site: Site, golden: Callable[[str, str], None]) -> None:
    golden("reactie-leeg.md", comment(site, site))


def test_a_contribution_to_the_site_itself_is_for_somebody_else_to_read(site: Site) -> None:
    text = comment(site, site, "plugins/wegwijs/words/nl.yml", ".github/workflows/controle.yml")
    assert "Deze bijdrage verandert geen bladzijde. Ze raakt wel de site zelf" in text
    assert "- [ ] Iemand van techniek keek naar" in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("duur: {min: 45, max: 60}", "duur: {min: 60, max: 60}", "duur van 45–60 naar 60 minuten"),
        ("duur: {min: 45, max: 60}", "duur: {min: 60, max: 960}", "duur van 45–60 minuten naar 1–16 uur"),
        ("voorbereiding: 30", "voorbereiding: 45", "voorbereiding van 30 naar 45 minuten"),
        ("groep: {min: 4, max: 12}", "groep: {min: 4, max: 20}", "groep van 4–12 naar 4–20 mensen"),
        (
            "herzien_voor: 2027-11-01",
            "herzien_voor: 2028-11-01",
            "de dag om na te kijken van 1 november 2027 naar 1 november 2028",
        ),
        ("status: actueel", "status: in-ontwikkeling", "status van `actueel` naar `in ontwikkeling`"),
        ("begeleider: {nodig: handig,", "begeleider: {nodig: nodig,", "begeleider (nodig) van `handig` naar `nodig`"),
        ("rol: [docent]", "rol: [docent, student]", "kenmerken (`Voor wie`) erbij: `Student`"),
        ("zoekwoorden: [kring]", "zoekwoorden: [cirkel]", "zoekwoorden erbij: `cirkel`|zoekwoorden weg: `kring`"),
        ("minuten: 30", "minuten: 20", "stappen (`Rondje`) van 30 naar 20 minuten"),
        ("titel: Rondje", "titel: Ronde", "stappen erbij: `Ronde`|stappen weg: `Rondje`"),
        ("doel: Samen leren van één vraag.", "doel: " + "Samen leren van elkaar. " * 4, "doel herschreven"),
        ("naam: Kwaliteitsnetwerk mbo}", "naam: Kwaliteitsnetwerk mbo, jaar: 2017}", "herkomst (jaar) ingevuld: 2017"),
        ("  bron: [dialoog]", "  bron: [dialoog, vertrouwen]", "delen van het model (bron) erbij: `vertrouwen`"),
        ("bijlagen:\n  - bestand: kaart.csv\n    titel: Kaart met vragen\n", "", "bijlagen weg: `kaart.csv`"),
    ],
)
def test_a_change_is_told_in_words(site: Site, old: str, new: str, told: str) -> None:
    found = lines_below(comment(site, site.change(old, new)), "Wat je bijdraagt")
    assert found[1:] == [f"  - {line}" for line in told.split("|")]


def test_a_file_beside_an_item_is_told_with_the_item(site: Site) -> None:
    after = site.bytes("content/instruments/gesprek-in-een-kring/kaart.csv", b"vraag;wie\nWat;jij\n")
    found = lines_below(comment(site, after), "Wat je bijdraagt")
    assert found[1:] == ["  - bestanden erbij of veranderd: `kaart.csv`"]


def test_another_name_is_no_new_item(site: Site) -> None:
    after = site.copy(SECOND, "content/instruments/vervolggesprek.md").without(SECOND)
    (piece, *_rest) = [row for row in report(site, after).stukken if "gesprek.md" in row.pad]
    assert (piece.wat, piece.pad) == ("verplaatst", "content/instruments/vervolggesprek.md")
    assert "Het oude adres leidt naar het nieuwe." in comment(site, after)


def test_what_goes_away_asks_for_a_reason(site: Site) -> None:
    text = comment(site, site.without(SECOND))
    assert "- Weg: instrument `Tweede gesprek`" in text
    assert "wegwijs codes --intrekken" in text
    assert "`content/instruments/gesprek-in-een-kring.md`\n\n1. Regel" in text, "links to it are broken now"


def test_a_file_that_cannot_be_read_is_told_too(site: Site) -> None:
    text = comment(site, site.bytes(NEW, b"zomaar tekst"))
    assert f"- Niet te lezen: `{NEW}`" in text
    assert lines_below(text, "Dit moet nog")


def test_mistakes_that_were_there_already_are_not_for_the_contributor(site: Site) -> None:
    old = site.change("fase: [verkennen]", "fase: [verkenen]", SECOND)
    text = comment(old, old.change("zoekwoorden: [kring]", "zoekwoorden: [kring, stoel]"))
    assert not lines_below(text, "Dit moet nog")
    assert "In een bestand dat je niet aanraakte, staat ook nog een fout. Daar hoef jij niets mee." in text


def test_a_long_comment_stays_within_what_the_host_takes(site: Site) -> None:
    made = report(site, site.change("fase: [verkennen]", "fase: [verkenen]"))
    piece = made.stukken[0].model_copy(update={"titel": "t" * 120})
    row = piece.wijzigingen[0].model_copy(update={"wat": ("w" * 120,) * 12})
    many = piece.model_copy(update={"wijzigingen": (row,) * 40})
    text = as_markdown(made.model_copy(update={"stukken": (many,) * 40, "meldingen": made.meldingen * 60}), WHERE)
    assert len(text) < 60_000
    assert "Er zijn nog 60 dingen die moeten" in text
    assert "En nog 40 punten; de hele lijst staat bij de controle zelf." in text
