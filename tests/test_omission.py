"""One bad item does not stop the network: it is left out, its address stays, and a fault that others depend on still stops the build."""

from __future__ import annotations

import pytest

from tests.sites import ITEM, Site
from wegwijs.addresses import url_of
from wegwijs.catalogue import Catalogue
from wegwijs.omission import leave_out
from wegwijs.problems import Problems
from wegwijs.views.context import Context
from wegwijs.views.site import site_pages

SLUG = "gesprek-in-een-kring"
PATH = f"instruments/{SLUG}.md"


def left(site: Site) -> tuple[Catalogue, Problems]:
    return leave_out(site.catalogue, site.problems)


FAULTS = {
    "a value that is not there": lambda site: site.change("fase: [verkennen]", "fase: [verkenen]"),
    "a field that cannot be read": lambda site: site.change("gepubliceerd: ", "gepubliceerd: gisteren #"),
    "metadata that cannot be read": lambda site: site.change("titel: Gesprek in een kring", "titel: 'scheef"),
    "an attachment that is not what it says": lambda site: site.bytes(f"content/instruments/{SLUG}/kring.png", b"<html>"),
    "a file that is empty": lambda site: site.bytes(ITEM, b""),
}


@pytest.mark.parametrize("break_it", FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_item_goes_and_its_address_stays(site: Site, break_it: object) -> None:
    broken: Site = break_it(site)  # type: ignore[operator]
    assert broken.problems.errors
    catalogue, rest = left(broken)
    assert rest.errors == ()
    assert SLUG not in catalogue.items
    assert set(catalogue.absent) == {PATH}
    assert "tweede-gesprek" in catalogue.items


def test_the_page_in_its_place_has_its_title_and_no_text(site: Site) -> None:
    catalogue, _rest = left(site.change("fase: [verkennen]", "fase: [verkenen]"))
    pages = site_pages(Context(catalogue, url_of))
    assert (pages[PATH].template, pages[PATH].title, pages[PATH].markdown) == ("weggelaten.html", "Gesprek in een kring", "")


def test_a_title_that_cannot_be_read_is_made_of_the_name(site: Site) -> None:
    catalogue, _rest = left(site.bytes(ITEM, b""))
    assert catalogue.absent[PATH] == "Gesprek in een kring"


@pytest.mark.parametrize("path", ["content/index.md", "toolbox/waarden/dialoog.md", "toolbox/facets.yml"])
def test_a_fault_that_others_depend_on_still_stops_the_build(site: Site, path: str) -> None:
    _catalogue, rest = left(site.bytes(path, b"---\ntitel: 'scheef\n---\n"))
    assert {problem.place.path for problem in rest.errors} == {path}


def test_a_good_site_stays_whole(site: Site) -> None:
    catalogue, rest = left(site)
    assert (catalogue.pages, catalogue.absent, len(rest)) == (site.catalogue.pages, {}, 0)
