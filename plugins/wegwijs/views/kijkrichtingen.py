"""Kijkrichtingen: each way through the model as a page with the map lit up, and as a walk: a page for each step with its questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from wegwijs.addresses import of_cards, of_element, of_step
from wegwijs.model import Element
from wegwijs.views import data, pagedata
from wegwijs.views.context import Context
from wegwijs.views.elements import element_view
from wegwijs.views.figure import figure_of
from wegwijs.views.kaart import Kaart, Mini, kaart
from wegwijs.views.page import SitePage
from wegwijs.views.vragen import question_view
from wegwijs.words import t


@dataclass(frozen=True)
class Step:
    """A part of the model on the way, with the questions that belong to this way of looking."""

    number: int
    title: str
    url: str
    mark: data.Mark
    core: str
    questions: tuple[data.Question, ...]


@dataclass(frozen=True)
class DirectionView(pagedata.ElementView):
    """The page of a kijkrichting: that of any part of the model, with its way through the others."""

    kaart: Kaart
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class StepView:
    """One step on the way."""

    title: str
    summary: str
    mark: data.Mark
    heading: str
    place: str
    """`Stap 2 van 5`."""
    step: Step
    steps: tuple[Step, ...]
    direction: data.Link
    element: data.Link
    cards: data.Link
    kaart_mini: Mini | None
    previous: data.Link | None
    next: data.Link | None
    code: str
    short_url: str
    permalink: str


def route_of(context: Context, direction: Element) -> tuple[Element, ...]:
    """The parts a kijkrichting leads along, as far as they exist."""
    known = context.catalogue.model.elements
    return tuple(known[id] for id in direction.shape.route if id in known)


def pages(context: Context) -> Iterator[SitePage]:
    """For each kijkrichting its page, in the place of the ordinary one, and a page for each step."""
    for direction in context.catalogue.model.directions:
        yield SitePage(
            of_element(direction),
            direction.title,
            direction.shape.kern,
            direction.source.body,
            "kijkrichting.html",
            partial(direction_view, context, direction),
        )
        yield from _step_pages(context, direction)


def _step_pages(context: Context, direction: Element) -> Iterable[SitePage]:
    for index, part in enumerate(route_of(context, direction)):
        title = f"{part.title} · {direction.title}"
        make = partial(_step_page, context, direction, index)
        yield SitePage(of_step(direction, part), title, part.shape.kern, "", "kijkrichting-stap.html", make)


def direction_view(context: Context, direction: Element, html: str) -> DirectionView:
    """The way on the map and its steps. On this map a part that is a step leads to that step."""
    route = route_of(context, direction)
    steps = {of_element(part): of_step(direction, part) for part in route}
    figure = figure_of(
        context.catalogue, lambda path: context.address(steps.get(path, path)), route=[part.id for part in route]
    )
    return DirectionView(
        **vars(element_view(context, direction, html)),
        kaart=kaart(figure),
        steps=_steps(context, direction),
    )


def _steps(context: Context, direction: Element) -> tuple[Step, ...]:
    return tuple(
        Step(
            number,
            part.title,
            context.address(of_step(direction, part)),
            context.marks[part.layer],
            part.shape.kern,
            tuple(question_view(context, part, row) for row in part.questions if row.kijkrichting == direction.id),
        )
        for number, part in enumerate(route_of(context, direction), start=1)
    )


def _step_page(context: Context, direction: Element, index: int, _html: str) -> StepView:
    return step_view(context, direction, index)


def step_view(context: Context, direction: Element, index: int) -> StepView:
    """The step at `index`: the questions here, and the way back and on."""
    route = route_of(context, direction)
    part, steps = route[index], _steps(context, direction)
    permalink = context.permalink(None, of_step(direction, part))
    current = frozenset({part.id})
    return StepView(
        title=f"{part.title} · {direction.title}",
        summary=part.shape.kern,
        mark=context.marks[part.layer],
        heading=part.title,
        place=t("kijkrichting.stap_van", nummer=index + 1, totaal=len(route)),
        step=steps[index],
        steps=steps,
        direction=data.Link(direction.title, context.address(of_element(direction))),
        element=data.Link(part.title, context.address(of_element(part))),
        cards=data.Link(t("vragen.kaarten"), context.address(of_cards(direction))),
        kaart_mini=context.mini(current),
        previous=_link(steps, index - 1),
        next=_link(steps, index + 1),
        code="",
        short_url=context.short(permalink),
        permalink=permalink,
    )


def _link(steps: tuple[Step, ...], index: int) -> data.Link | None:
    return data.Link(steps[index].title, steps[index].url) if 0 <= index < len(steps) else None
