"""Addresses are public: these do not change."""

from __future__ import annotations

import posixpath

import pytest

from tests.sites import Site
from wegwijs import addresses


def test_every_sort_of_page_has_its_fixed_address(site: Site) -> None:
    model = site.catalogue.model
    assert addresses.of_element(model.elements["dialoog"]) == "toolbox/waarden/dialoog.md"
    assert addresses.of_layer(model.layers["waarden"]) == "toolbox/waarden/index.md"
    assert addresses.of_help("K012") == "hulp/k012.md"
    assert addresses.of_code("pr4x") == "k/pr4x.md"
    assert (addresses.TOOLBOX, addresses.CATALOGUE) == ("toolbox/index.md", "catalogus/index.md")


@pytest.mark.parametrize(
    ("path", "online", "from_disk"),
    [
        ("index.md", "./", "index.html"),
        ("instruments/index.md", "instruments/", "instruments/index.html"),
        ("instruments/peerreview.md", "instruments/peerreview/", "instruments/peerreview.html"),
        ("k/pr4x.md", "k/pr4x/", "k/pr4x.html"),
        ("over/mindex.md", "over/mindex/", "over/mindex.html"),
    ],
)
def test_a_file_becomes_an_address(path: str, online: str, from_disk: str) -> None:
    assert addresses.url_of(path) == online
    assert addresses.url_of(path, directories=False) == from_disk


def test_generated_pages_are_known_with_their_anchors(site: Site) -> None:
    pages = addresses.generated(site.catalogue)
    assert {
        "toolbox/index.md",
        "toolbox/waarden/index.md",
        "catalogus/index.md",
        "hulp/k001.md",
        "hulp/index.md",
    } <= set(pages)
    assert {"vraag-luisteren", "instrumenten", "vragen"} <= pages["toolbox/waarden/dialoog.md"]


def test_an_item_has_the_anchors_of_its_text_and_those_of_its_template(site: Site) -> None:
    anchors = addresses.anchors_of(site.catalogue.items["gesprek-in-een-kring"])
    assert {"in-het-kort", "tips-en-valkuilen", "stappen", "bronnen"} <= anchors
    assert "stappen" not in addresses.anchors_of(site.catalogue.by_path["content/index.md"])


@pytest.mark.parametrize("page", ["", "./", "index.html", "a/", "a/b/", "a/b.html", "a/b/c/d/"])
@pytest.mark.parametrize("address", ["./", "index.html", "a/", "a/b/", "a/b.html", "a/c/", "b/", "assets/x.css", "a/b/?q=1", "a/b/c/d/#k"])
def test_seen_from_a_page_an_address_leads_to_the_same_place(page: str, address: str) -> None:
    start = posixpath.dirname("" if page == "./" else page) or "."
    seen = addresses.relative(address, page)
    assert seen.rstrip("/") == posixpath.relpath(address, start)
    assert seen.endswith("/") is address.endswith("/")
