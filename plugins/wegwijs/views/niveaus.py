"""Niveaus: the page of a niveau, with all questions and instruments that play on it, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from wegwijs.addresses import of_element
from wegwijs.catalogue import Page, elements_touched, facet_values
from wegwijs.model import Element, Layer
from wegwijs.views import data, pagedata
from wegwijs.views.context import Context
from wegwijs.views.dekking import USABLE
from wegwijs.views.elements import element_view
from wegwijs.views.page import SitePage
from wegwijs.views.vragen import LEVEL, level_pages, question_view
from wegwijs.words import plural, t

ALL_OPEN = 60
"""With so many questions the page shows them all; with more they lie folded, part by part."""


@dataclass(frozen=True)
class LevelPart:
    """A part of the model with its questions on this niveau."""

    title: str
    url: str
    count: str
    questions: tuple[data.Question, ...]


@dataclass(frozen=True)
class LevelLayer:
    """A layer with what there is for this niveau."""

    id: str
    title: str
    mark: data.Mark
    parts: tuple[LevelPart, ...]
    instruments: tuple[data.Card, ...]


@dataclass(frozen=True)
class LevelView(pagedata.ElementView):
    """The page of a niveau: that of any part of the model, with everything that belongs to the niveau."""

    count: str
    is_open: bool
    layers: tuple[LevelLayer, ...]
    others: tuple[data.Link, ...]


def pages(context: Context) -> Iterator[SitePage]:
    """The page of each niveau, in the place of the ordinary one."""
    for element in context.catalogue.model.of_meaning("niveau"):
        yield SitePage(
            of_element(element),
            element.title,
            element.shape.kern,
            element.source.body,
            "niveau.html",
            partial(level_view, context, element),
        )


def values_of(context: Context, element: Element) -> frozenset[str]:
    """The values of the facet niveau that this element explains."""
    facet = context.catalogue.model.facets.get(LEVEL)
    return frozenset(id for id, value in facet.values.items() if value.element == element.id) if facet else frozenset()


def instruments_on(context: Context, levels: frozenset[str]) -> tuple[Page, ...]:
    """The instruments that can be used now, on one of these niveaus, by title."""
    return tuple(
        page
        for page in context.catalogue.of_kind("instrument")
        if page.item.status in USABLE and levels & set(facet_values(page, LEVEL))
    )


def level_view(context: Context, element: Element, html: str) -> LevelView:
    """The questions and instruments of the niveau, by layer; a layer with neither stays away."""
    levels = values_of(context, element)
    instruments = instruments_on(context, levels)
    found = tuple(_layer(context, layer, levels, instruments) for layer in context.catalogue.model.layers.values())
    layers = tuple(layer for layer in found if layer.parts or layer.instruments)
    total = sum(len(part.questions) for layer in layers for part in layer.parts)
    return LevelView(
        **vars(element_view(context, element, html)),
        count=t(
            "niveau.telling",
            vragen=plural("niveau.vragen", total),
            instrumenten=plural("niveau.instrumenten", len(instruments)),
        ),
        is_open=total <= ALL_OPEN,
        layers=layers,
        others=tuple(link for link in level_pages(context) if link.url != context.address(of_element(element))),
    )


def _layer(context: Context, layer: Layer, levels: frozenset[str], instruments: tuple[Page, ...]) -> LevelLayer:
    parts = []
    for element in layer.elements:
        questions = tuple(question_view(context, element, row) for row in element.questions if row.niveau in levels)
        if questions:
            url = context.address(of_element(element))
            parts.append(LevelPart(element.title, url, plural("niveau.vragen", len(questions)), questions))
    inside = {element.id for element in layer.elements}
    touching = [page for page in instruments if inside & {id for id, _basis, _path in elements_touched(page)}]
    cards = tuple(context.card(page) for page in touching) if layer.is_drawn else ()
    return LevelLayer(layer.id, layer.title, context.marks[layer.id], tuple(parts), cards)
