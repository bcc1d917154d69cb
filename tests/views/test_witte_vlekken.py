"""Witte vlekken: where the knowledge base is thin, stale or without proof, as a map, a table and a file; never about schools."""

from __future__ import annotations

import csv
import io
from datetime import date
from itertools import product

import pytest

from tests.sites import Site
from tests.views.seen import context_of, page_of
from wegwijs.samples import SECOND
from wegwijs.views import witte_vlekken
from wegwijs.views.site import site_files, site_pages
from wegwijs.views.witte_vlekken import CSV, GapsView

GAPS = "toolbox/witte-vlekken.md"
TODAY = date(2026, 3, 1)
TOLD = """  - school: Een school
    jaar: 2024
    context: Een team van twaalf docenten deed dit op een studiedag.
    opbrengst: Iedereen kwam aan het woord en er lag een afspraak.
    bron: koers
"""


def tones(view: GapsView) -> dict[str, str]:
    """The letter that stands on each part of the map."""
    parts = (part for layer in view.kaart.figure.layers for part in layer.walk())
    return {part.title: part.tone.letter for part in parts if part.tone}


def reviewed(site: Site, day: str) -> Site:
    """The site with another review day for the item."""
    line = next(line for line in site.text().splitlines() if line.startswith("herzien_voor:"))
    return site.change(line, f"herzien_voor: {day}")


def test_a_part_has_the_letter_of_its_number(site: Site) -> None:
    assert tones(page_of(site, GAPS, GapsView)) == {"Dialoog": "B", "Vertrouwen": "A"}
    third = site.copy(SECOND, "content/instruments/derde.md", ("code: ghjk\n", ""), ("Tweede gesprek", "Derde gesprek"))
    assert tones(page_of(third, GAPS, GapsView))["Dialoog"] == "C"


def test_only_what_can_be_used_now_counts(site: Site) -> None:
    gone = site.change("status: actueel", "status: historisch", SECOND).change("status: actueel", "status: historisch")
    assert tones(page_of(gone, GAPS, GapsView)) == {"Dialoog": "A", "Vertrouwen": "A"}


@pytest.mark.parametrize(
    ("day", "letter"),
    [
        # behind its day, within half a year, later
        ("2026-02-28", "B"),
        ("2026-03-01", "C"),
        ("2026-08-30", "C"),
        ("2026-08-31", "D"),
    ],
)
def test_a_part_is_as_fresh_as_its_oldest_instrument(site: Site, day: str, letter: str) -> None:
    alone = reviewed(site.change("status: actueel", "status: historisch", SECOND), day)
    view = page_of(alone, "toolbox/witte-vlekken/versheid.md", GapsView, TODAY)
    assert tones(view) == {"Dialoog": letter, "Vertrouwen": "A"}


def test_on_a_niveau_only_its_own_instruments_count(site: Site) -> None:
    assert tones(page_of(site, "toolbox/witte-vlekken/aantal/instelling.md", GapsView))["Dialoog"] == "A"
    assert tones(page_of(site, "toolbox/witte-vlekken/aantal/leerroute.md", GapsView))["Dialoog"] == "B"


def test_every_measure_on_every_niveau_is_a_page_that_leads_to_the_others(site: Site) -> None:
    pages = site_pages(context_of(site))
    wanted = {
        f"toolbox/witte-vlekken/{measure}{level}.md"
        for measure, level in product(("aantal", "versheid", "ervaringen"), ("", "/leerroute", "/instelling"))
    } - {"toolbox/witte-vlekken/aantal.md"}
    assert wanted | {GAPS} == {path for path in pages if path.startswith("toolbox/witte-vlekken")}
    view = page_of(site, "toolbox/witte-vlekken/versheid/instelling.md", GapsView)
    assert [choice.current for choice in view.measures] == [False, True, False]
    assert [choice.url for choice in view.levels] == [
        "toolbox/witte-vlekken/versheid/",
        "toolbox/witte-vlekken/versheid/leerroute/",
        "toolbox/witte-vlekken/versheid/instelling/",
    ]


def test_an_empty_place_invites_and_takes_along_which_place_it_is(site: Site) -> None:
    door = "-- content/bijdragen/index.md --\n---\ntitel: Doe mee\n---\n\nTekst.\n"
    view = page_of(site.with_(door), "toolbox/witte-vlekken/aantal/leerroute.md", GapsView)
    invites = {part.title: part.invite.url for part in view.parts if part.invite}
    assert invites == {"Vertrouwen": "bijdragen/?element=vertrouwen&niveau=leerroute"}


def test_the_table_of_two_layers_counts_what_touches_both(real: Site) -> None:
    view = page_of(real, GAPS, GapsView)
    table = next(table for table in view.tables if table.id == "kruistabel")
    assert [column.title for column in table.columns][:2] == ["Responsief vermogen", "Professioneel vermogen"]
    both = [
        page
        for page in real.catalogue.of_kind("instrument")
        if {"begeleiding", "professioneel"} <= {*page.item.elementen.bron, *page.item.elementen.redactie}
        and page.item.status in ("actueel", "in-ontwikkeling")
    ]
    assert table.rows[0].title == "Begeleiding"
    assert table.rows[0].cells[1].count == len(both)
    empty = next(cell for row in table.rows for cell in row.cells if not cell.count)
    assert empty.invite
    assert empty.invite.url.count("element=") == 2


def test_the_file_says_what_the_page_says_and_opens_in_a_dutch_spreadsheet(site: Site) -> None:
    data = site_files(context_of(site, TODAY))[CSV]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    view = page_of(site, GAPS, GapsView, TODAY)
    assert [row["Deel"] for row in rows] == [part.title for part in view.parts]
    assert [row["Instrumenten"] for row in rows] == [dict(part.values)["Instrumenten"] for part in view.parts]
    assert rows[0]["Adres"] == "https://voorbeeld.nl/toolbox/waarden/dialoog/"


@pytest.mark.parametrize(("count", "letter"), [(0, "A"), (1, "B"), (2, "C"), (4, "D")])
def test_what_schools_told_counts(site: Site, count: int, letter: str) -> None:
    told = "ervaringen:\n" + TOLD * count if count else ""
    view = page_of(site.change("doel:", f"{told}doel:"), "toolbox/witte-vlekken/ervaringen.md", GapsView)
    assert dict(view.parts[0].values)["Ervaringen"] == str(count)
    assert tones(view)["Dialoog"] == letter


def test_the_day_is_said_and_is_that_of_the_latest_change_when_nobody_gives_one(site: Site) -> None:
    assert page_of(site, GAPS, GapsView, TODAY).day == "Stand van 1 maart 2026."
    days = [page.item.bijgewerkt or page.item.gepubliceerd for page in site.catalogue.items.values()]
    assert witte_vlekken.Dekking(context_of(site)).day == max(day for day in days if day)


def test_nothing_on_the_page_is_about_a_school(real: Site) -> None:
    """No score of a school or a team, ever: the names of schools are not in the file."""
    schools = {row.school for page in real.catalogue.of_kind("instrument") for row in page.item.ervaringen}
    text = site_files(context_of(real))[CSV].decode("utf-8-sig")
    assert schools
    assert not [school for school in schools if school in text]


def test_a_site_without_a_map_has_no_white_spots(site: Site) -> None:
    bare = site.change("vorm: basis", "vorm: los", "toolbox/model.yml")
    assert not [path for path in site_pages(context_of(bare)) if path.startswith("toolbox/witte-vlekken")]
    assert CSV not in site_files(context_of(bare))
