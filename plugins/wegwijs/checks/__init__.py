"""Checks: the rules across documents, one function each. A new rule is a function and a row in CHECKS."""

from __future__ import annotations

from collections.abc import Callable

from wegwijs.catalogue import Catalogue, load_catalogue
from wegwijs.checks.beheer import check_keepers
from wegwijs.checks.bodies import check_html, check_links, check_sections
from wegwijs.checks.codes import check_codes
from wegwijs.checks.consistency import check_completeness, check_dates, check_numbers, check_titles
from wegwijs.checks.elements import check_model
from wegwijs.checks.files import check_files
from wegwijs.checks.keuzehulp import check_helper
from wegwijs.checks.language import check_abbreviations, check_sentences, check_summaries
from wegwijs.checks.references import (
    check_elements,
    check_facets,
    check_names,
    check_relations,
    check_sources,
    check_terms,
)
from wegwijs.checks.tables import check_tables
from wegwijs.checks.verzamelingen import check_collections
from wegwijs.problems import Problems
from wegwijs.tree import Tree

CHECKS: tuple[Callable[[Catalogue, Problems], None], ...] = (
    check_facets,
    check_elements,
    check_relations,
    check_sources,
    check_terms,
    check_names,
    check_codes,
    check_dates,
    check_numbers,
    check_completeness,
    check_keepers,
    check_titles,
    check_sections,
    check_html,
    check_links,
    check_files,
    check_model,
    check_helper,
    check_tables,
    check_collections,
    check_sentences,
    check_abbreviations,
    check_summaries,
)


def check_site(tree: Tree) -> tuple[Catalogue, Problems]:
    """Read a site and apply every rule. Never raises for what an author wrote."""
    problems = Problems()
    catalogue = load_catalogue(tree, problems)
    for check in CHECKS:
        check(catalogue, problems)
    return catalogue, problems
