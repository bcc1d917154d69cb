"""Begrippen: the glossary as a page, and the links that the build puts in running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from wegwijs.addresses import GLOSSARY, of_element
from wegwijs.catalogue import Catalogue
from wegwijs.glossary import Glossary
from wegwijs.views.context import Context
from wegwijs.views.data import Link
from wegwijs.views.page import SitePage
from wegwijs.words import t


@dataclass(frozen=True)
class TermRow:
    """A term with what it means; `id` is its anchor."""

    id: str
    term: str
    also: tuple[str, ...]
    text: str
    element: Link | None


@dataclass(frozen=True)
class GlossaryView:
    """All terms, by first letter."""

    title: str
    summary: str
    letters: tuple[tuple[str, tuple[TermRow, ...]], ...]


def glossary_of(catalogue: Catalogue) -> Glossary:
    """The terms as they are written in texts."""
    return Glossary({id: (row.term, *row.ook) for id, row in catalogue.model.terms.items()})


def pages(context: Context) -> Iterable[SitePage]:
    """The page with all terms, when there are any."""
    if context.catalogue.model.terms:
        view = glossary_view(context)
        yield SitePage(GLOSSARY, view.title, view.summary, "", "begrippen.html", lambda _html: view)


def glossary_view(context: Context) -> GlossaryView:
    """The terms in the order of the alphabet."""
    elements = context.catalogue.model.elements
    rows = []
    for id, term in context.catalogue.model.terms.items():
        element = elements.get(term.element or "")
        link = Link(element.title, context.address(of_element(element))) if element else None
        rows.append(TermRow(id, term.term, term.ook, term.uitleg, link))
    rows.sort(key=lambda row: (row.term.casefold(), row.id))
    letters = tuple((letter, tuple(found)) for letter, found in groupby(rows, key=lambda row: row.term[0].upper()))
    return GlossaryView(t("begrippen.titel"), t("begrippen.samenvatting"), letters)
