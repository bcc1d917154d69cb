"""Gesprekskaarten: questions as cards on A4, nine on a sheet with mirrored backs, and a sheet for the participants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from wegwijs.addresses import CARDS, of_cards, of_element
from wegwijs.model import Element, Vraag
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.kijkrichtingen import route_of
from wegwijs.views.page import SitePage
from wegwijs.views.vragen import ROLE, value_title
from wegwijs.words import plural, t

ON_SHEET = 9
"""Three by three cards of 63 × 88 mm, the size of a playing card, fill an A4 with room for cut marks."""
ON_HANDOUT = 10
"""Questions that fit on one page with room to write."""
SIZES = ((60, "kort"), (95, "middel"), (10_000, "lang"))
"""How large a question can stand on its card, by its length in characters."""


@dataclass(frozen=True)
class TalkCard:
    """A card: the question in front; on the back what it is for and where it comes from."""

    id: str
    """`begeleiding.goede-begeleiding`: how an own choice names it in an address. Never changes."""
    text: str
    purpose: str
    role: str
    size: str
    part: str
    mark: data.Mark
    address: str


@dataclass(frozen=True)
class TalkSheet:
    """Up to nine cards; the names of both sides."""

    front: str
    back: str
    cards: tuple[TalkCard, ...]


@dataclass(frozen=True)
class Handout:
    """The one page each participant gets."""

    title: str
    core: str
    questions: tuple[str, ...]
    more: str


@dataclass(frozen=True)
class TalkCardsView:
    """The cards of a part of the model or of a kijkrichting."""

    title: str
    summary: str
    mark: data.Mark
    count: str
    sheets: tuple[TalkSheet, ...]
    handout: Handout
    back: data.Link
    choose: data.Link
    short_url: str


@dataclass(frozen=True)
class PickPart:
    """A part of the model with its questions to choose from."""

    id: str
    title: str
    mark: data.Mark
    address: str
    set: data.Link
    cards: tuple[TalkCard, ...]


@dataclass(frozen=True)
class PickLayer:
    """A layer with its parts."""

    id: str
    title: str
    mark: data.Mark
    parts: tuple[PickPart, ...]


@dataclass(frozen=True)
class PickView:
    """The page on which one chooses questions oneself."""

    title: str
    summary: str
    layers: tuple[PickLayer, ...]
    routes: tuple[data.Link, ...]
    on_handout: int
    short_url: str
    permalink: str
    code: str = ""


def pages(context: Context) -> Iterator[SitePage]:
    """The cards of every part that has questions, and the page to choose from all of them."""
    asked = [element for element in context.catalogue.model.elements.values() if element.questions]
    for element in asked:
        title, summary = t("kaarten.titel_van", deel=element.title), t("kaarten.samenvatting_van", deel=element.title)
        make = partial(_cards_page, context, element)
        yield SitePage(of_cards(element), title, summary, "", "gesprekskaarten.html", make)
    if asked:
        title, summary = t("kaarten.titel"), t("kaarten.samenvatting")
        yield SitePage(CARDS, title, summary, "", "gesprekskaarten-kiezen.html", lambda _html: pick_view(context))


def _cards_page(context: Context, element: Element, _html: str) -> TalkCardsView:
    return cards_view(context, element)


def cards_view(context: Context, element: Element) -> TalkCardsView:
    """The cards of a part; those of a kijkrichting are the questions along its way, and then its own."""
    route = route_of(context, element)
    along = [(part, row) for part in route for row in part.questions if row.kijkrichting == element.id]
    rows = [*along, *((element, row) for row in element.questions)]
    cards = tuple(talk_card(context, part, row) for part, row in rows)
    sheets = tuple(_sheets(cards))
    chosen = "_".join(_compact(cards))
    return TalkCardsView(
        title=t("kaarten.titel_van", deel=element.title),
        summary=t("kaarten.samenvatting_van", deel=element.title),
        mark=context.marks[element.layer],
        count=t(
            "kaarten.aantal", kaarten=plural("kaarten.kaart", len(cards)), vellen=plural("kaarten.vel", len(sheets))
        ),
        sheets=sheets,
        handout=_handout(element, [_first(part, element) for part in route] if route else [*element.questions]),
        back=data.Link(t("kaarten.terug", deel=element.title), context.address(of_element(element))),
        choose=data.Link(t("kaarten.kies_zelf"), f"{context.address(CARDS)}?kies={chosen}"),
        short_url=context.short(context.permalink(None, of_cards(element))),
    )


def _first(part: Element, direction: Element) -> Vraag | None:
    return next((row for row in part.questions if row.kijkrichting == direction.id), None)


def _handout(element: Element, rows: Iterable[Vraag | None]) -> Handout:
    texts = [row.vraag for row in rows if row]
    rest = len(texts) - ON_HANDOUT
    return Handout(
        t("kaarten.blad.gesprek", deel=element.title),
        element.shape.kern,
        tuple(texts[:ON_HANDOUT]),
        t("kaarten.blad.nog", aantal=rest) if rest > 0 else "",
    )


def talk_card(context: Context, element: Element, row: Vraag) -> TalkCard:
    """A question as a card."""
    return TalkCard(
        id=f"{element.id}.{row.id}",
        text=row.vraag,
        purpose=row.doel,
        role=t("kaarten.voor_wie", rol=value_title(context, ROLE, row.rol).lower()),
        size=next(name for most, name in SIZES if len(row.vraag) <= most),
        part=element.title,
        mark=context.marks[element.layer],
        address=_short(context, element),
    )


def _short(context: Context, element: Element) -> str:
    """The address one types over from a card."""
    return context.short(context.permalink(element.shape.code, of_element(element)))


def _sheets(cards: tuple[TalkCard, ...]) -> Iterator[TalkSheet]:
    rest = iter(cards)
    number = 0
    while on_sheet := tuple(islice(rest, ON_SHEET)):
        number += 1
        front, back = t("kaarten.voorkant", nummer=number), t("kaarten.achterkant", nummer=number)
        yield TalkSheet(front, back, on_sheet)


def _compact(cards: Iterable[TalkCard]) -> Iterator[str]:
    """A choice in an address: `begeleiding.goede-begeleiding.naar-wie`, part by part."""
    chosen: dict[str, list[str]] = {}
    for card in cards:
        part, _, question = card.id.partition(".")
        chosen.setdefault(part, []).append(question)
    return (".".join((part, *questions)) for part, questions in chosen.items())


def pick_view(context: Context) -> PickView:
    """Every question, layer by layer."""
    model = context.catalogue.model
    permalink = context.permalink(None, CARDS)
    layers = tuple(
        PickLayer(
            layer.id,
            layer.title,
            context.marks[layer.id],
            tuple(_part(context, element) for element in layer.elements if element.questions),
        )
        for layer in model.layers.values()
    )
    routes = tuple(data.Link(way.title, context.address(of_cards(way))) for way in model.directions if way.questions)
    return PickView(
        title=t("kaarten.titel"),
        summary=t("kaarten.samenvatting"),
        layers=tuple(layer for layer in layers if layer.parts),
        routes=routes,
        on_handout=ON_HANDOUT,
        short_url=context.short(permalink),
        permalink=permalink,
    )


def _part(context: Context, element: Element) -> PickPart:
    return PickPart(
        element.id,
        element.title,
        context.marks[element.layer],
        _short(context, element),
        data.Link(t("kaarten.kies.alles_van", deel=element.title), context.address(of_cards(element))),
        tuple(talk_card(context, element, row) for row in element.questions),
    )
