"""The content of this repository: without a single problem, and true to the rules that no check can see at one item."""

from __future__ import annotations

import re

from tests.sites import Site


def test_nothing_has_to_be_put_right(real: Site) -> None:
    real.is_fine()


def test_there_is_something_of_every_kind(real: Site) -> None:
    for kind in ("instrument", "coalitie", "publicatie", "training", "werkblad", "thema", "rol"):
        assert real.catalogue.of_kind(kind), kind
    assert len(real.catalogue.items) >= 80
    assert len(real.catalogue.model.elements) >= 20


def test_every_value_of_theme_has_its_page(real: Site) -> None:
    values = set(real.catalogue.model.facets["thema"].values)
    assert {page.slug for page in real.catalogue.of_kind("thema")} == values


def test_no_person_can_be_reached_by_what_is_written_here(real: Site) -> None:
    """No e-mail addresses and no telephone numbers: the network is reached through its own site."""
    for path, entry in real.tree.entries.items():
        if path.endswith((".md", ".yml")):
            text = entry.read(1_000_000).decode("utf-8")
            assert not re.search(r"[\w.+-]+@[\w-]+\.\w{2,}", text), path
            assert not re.search(r"\b0\d{1,3}[- ]?\d{6,8}\b|\+31", text), path


def test_texts_use_the_words_of_this_site(real: Site) -> None:
    for path, entry in real.tree.entries.items():
        if path.startswith("content/") and path.endswith(".md") and "schrijfwijzer" not in path:
            text = entry.read(1_000_000).decode("utf-8").lower()
            found = re.search(r"\b(?:gelieve|middels|dient te|dienen te|in het kader van|ongeldige?)\b", text)
            assert not found, f"{path}: {found and found[0]}"
