"""Vragen: the questions of the model as readers see them, and what a reader can do with the questions of a page."""

from __future__ import annotations

from wegwijs.addresses import QUESTION_PREFIX, of_cards, of_element
from wegwijs.model import Element, Vraag
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.words import t

ROLE, LEVEL = "rol", "niveau"
"""The facets that a question has a value of."""


def question_view(context: Context, element: Element, row: Vraag) -> data.Question:
    """A question with the words for whom and on which niveau."""
    return data.Question(
        f"{QUESTION_PREFIX}{row.id}",
        row.vraag,
        row.doel,
        value_title(context, ROLE, row.rol),
        row.rol,
        value_title(context, LEVEL, row.niveau),
        row.niveau,
        row.basis, t(f"basis.{row.basis}"),
        piece_of(element.shape.code, row.id),
    )


def piece_of(code: str | None, question: str = "") -> str:
    """How something is named in a collection: `c5zn`, or `c5zn~goede-begeleiding` for a question. A public format."""
    return f"{code}~{question}" if code and question else code or ""


def value_title(context: Context, facet: str, value: str) -> str:
    """The reader's word for a value; the value itself in a model without this facet."""
    found = context.catalogue.model.facets.get(facet)
    return found.title_of(value) if found else value


def question_tools(context: Context, element: Element) -> data.QuestionTools:
    """Whom and which niveau the questions can be sifted by, and where they are as cards."""
    cards = data.Link(t("vragen.kaarten"), context.address(of_cards(element))) if element.questions else None
    return data.QuestionTools(
        _options(context, ROLE, {row.rol for row in element.questions}),
        _options(context, LEVEL, {row.niveau for row in element.questions}),
        level_pages(context),
        cards,
    )


def _options(context: Context, facet: str, used: set[str]) -> tuple[tuple[str, str], ...]:
    found = context.catalogue.model.facets.get(facet)
    return tuple((id, value.title) for id, value in found.values.items() if id in used) if found else ()


def level_pages(context: Context) -> tuple[data.Link, ...]:
    """The pages of the niveaus, in the order of the facet."""
    model = context.catalogue.model
    facet = model.facets.get(LEVEL)
    known = ((value.title, model.elements.get(value.element or "")) for value in facet.values.values()) if facet else ()
    return tuple(data.Link(title, context.address(of_element(element))) for title, element in known if element)
