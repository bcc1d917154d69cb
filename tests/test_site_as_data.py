"""Catalogue: items, elements and what refers to what, also backwards."""

from __future__ import annotations

from tests.sites import Site
from wegwijs.catalogue import elements_touched, facet_values, owner_of, relations_of

SECOND = "content/instruments/tweede-gesprek.md"
BOOK = "content/publicaties/boek.md"


def test_items_are_known_by_the_name_of_their_file(site: Site) -> None:
    found = site.catalogue
    assert set(found.items) == {"gesprek-in-een-kring", "tweede-gesprek", "boek", "blad-voor-de-kring"}
    page = found.items["gesprek-in-een-kring"]
    assert (page.site_path, page.folder, page.title, page.is_item) == (
        "instruments/gesprek-in-een-kring.md",
        "content/instruments/gesprek-in-een-kring",
        "Gesprek in een kring",
        True,
    )
    assert not found.by_path["content/index.md"].is_item


def test_items_of_a_kind_come_in_the_order_of_their_titles(site: Site) -> None:
    more = site.copy(SECOND, "content/instruments/aap.md", ("code: ghjk\n", ""), ("Tweede gesprek", "élan in het team"))
    titles = [page.title for page in more.catalogue.of_kind("instrument")]
    assert titles == ["Gesprek in een kring", "Tweede gesprek", "élan in het team"]
    assert more.catalogue.of_kind("bestaat-niet") == ()


def test_what_touches_an_element_is_told_with_who_says_so(site: Site) -> None:
    changed = site.change("  bron: [dialoog]", "  redactie: [dialoog, vertrouwen]", SECOND)
    touching = changed.catalogue.touching
    assert [(touch.page.slug, touch.basis) for touch in touching["dialoog"]] == [
        ("gesprek-in-een-kring", "bron"),
        ("tweede-gesprek", "redactie"),
    ]
    assert [touch.page.slug for touch in touching["vertrouwen"]] == ["tweede-gesprek"]


def test_a_withdrawn_item_touches_nothing(site: Site) -> None:
    withdrawn = site.change("status: actueel", "status: ingetrokken", SECOND)
    assert [touch.page.slug for touch in withdrawn.catalogue.touching["dialoog"]] == ["gesprek-in-een-kring"]


def test_who_refers_to_an_item_and_how_is_known_from_the_other_side(site: Site) -> None:
    referring = site.catalogue.referring
    assert {slug: [(relation, page.slug) for relation, page in rows] for slug, rows in referring.items()} == {
        "tweede-gesprek": [("past_bij", "gesprek-in-een-kring"), ("voedt", "boek")],
        "gesprek-in-een-kring": [("bij", "blad-voor-de-kring")],
    }


def test_relations_and_elements_come_with_the_place_where_they_stand(site: Site) -> None:
    page = site.catalogue.items["gesprek-in-een-kring"]
    assert list(relations_of(page)) == [("past_bij", "tweede-gesprek", ("verwant", "past_bij", 0))]
    assert list(elements_touched(page)) == [("dialoog", "bron", ("elementen", "bron", 0))]
    assert list(relations_of(site.catalogue.items["boek"])) == [("voedt", "tweede-gesprek", ("voedt", 0))]


def test_a_facet_gives_values_whether_one_was_written_or_a_list(site: Site) -> None:
    page = site.catalogue.items["gesprek-in-een-kring"]
    assert facet_values(page, "soort") == ("werkvorm",)
    assert facet_values(page, "rol") == ("docent",)
    assert facet_values(page, "bestaat-niet") == ()


def test_the_owner_of_a_file_is_its_page_or_its_element(site: Site) -> None:
    found = site.catalogue
    assert owner_of(found, SECOND) is found.items["tweede-gesprek"]
    assert owner_of(found, "toolbox/waarden/dialoog.md") is found.model.elements["dialoog"]
    assert owner_of(found, "content/nergens.md") is None


def test_a_page_with_a_fault_is_looked_at_and_not_published(site: Site) -> None:
    flawed = site.change("jaar: 2020", "jaar: lang geleden", BOOK).catalogue
    assert [page.slug for page in flawed.flawed] == ["boek"]
    assert "boek" not in flawed.items
    assert "boek" in flawed.known
    assert "boek" in {page.slug for page in flawed.everything}


def test_a_file_that_cannot_be_read_is_known_to_be_there(site: Site) -> None:
    broken = site.change("---\n", "", SECOND)
    broken.says(f"{SECOND}:1:1 K001 …")
    assert broken.catalogue.broken == {SECOND}


def test_of_two_items_with_one_name_both_are_looked_at_and_one_is_found(site: Site) -> None:
    double = site.bytes(
        "content/werkbladen/tweede-gesprek.md", site.text("content/werkbladen/blad-voor-de-kring.md").encode()
    )
    double = double.change("Blad voor de kring", "Ander blad", "content/werkbladen/tweede-gesprek.md")
    double = double.change(
        "status: actueel", "status: actueel\nfacetten: {rol: [docnt]}", "content/werkbladen/tweede-gesprek.md"
    )
    assert double.codes == ["K065", "K012"]
    assert double.catalogue.items["tweede-gesprek"].path == SECOND
