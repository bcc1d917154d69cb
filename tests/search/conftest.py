"""The real site, indexed once, and small indexes made of a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.problems import Problems
from wegwijs.search import Index, build_index
from wegwijs.search.records import Record, Section
from wegwijs.tree import read_tree

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def real() -> Catalogue:
    """The catalogue of this repository."""
    return load_catalogue(read_tree(ROOT), Problems())


@pytest.fixture(scope="session")
def real_index(real: Catalogue) -> Index:
    """The search index of this repository."""
    return build_index(real)


def page(title: str, text: str = "", **fields: str) -> Record:
    """A page to find, with its title as path."""
    words = {
        "kind": "instrument",
        "kind_title": "Instrument",
        "status": "actueel",
        "summary": "",
        "keywords": "",
        "facets": "",
        **fields,
    }
    return Record(path=title, title=title, sections=(Section("", "", text),), **words)
