"""Insluiten: a bare page for each code, to be shown in a frame on somebody else's page: what it is, for whom, and the way here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wegwijs.addresses import of_code, of_frame, relative
from wegwijs.ledger.holders import Holder
from wegwijs.model import Element
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.items import main_mark
from wegwijs.views.korte_codes import Loose, file_of
from wegwijs.words import t


@dataclass(frozen=True)
class EmbedView:
    """What the bare page prints."""

    title: str
    kicker: str
    summary: str
    facts: tuple[str, ...]
    question: str
    mark: data.Mark | None
    url: str
    """The page behind the code, relative to the bare page: it leads on wherever the item is by now."""
    permalink: str
    site_title: str
    gone: bool
    """Whether it was withdrawn."""


def files(context: Context) -> Mapping[str, bytes]:
    """The bare pages, by path below the site root. What is gone keeps one too: somebody's page still shows it."""
    loose = Loose(context, "insluiten.html")
    register = context.register
    elements = {element.path: element for element in context.catalogue.model.elements.values()}
    made = {}
    for code in register.routes.codes:
        path = of_frame(code)
        here = context.address(path)
        view = _view(context, code, register.present.get(code), elements, here)
        made[file_of(context, path)] = loose.render(view, here)
    return made


def _view(context: Context, code: str, holder: Holder | None, elements: Mapping[str, Element], here: str) -> EmbedView:
    page = context.catalogue.by_path.get(holder.path) if holder else None
    element = elements.get(holder.path) if holder else None
    card = None
    mark = context.marks[element.layer] if element else None
    if page:
        card = context.card(page) if page.is_item else context.way_in(page)
        mark = main_mark(context, page, card.marks) if page.is_item else next(iter(card.marks), None)
    row = context.register.ledger.last.get(code)
    return EmbedView(
        title=holder.title if holder else row.title if row else "",
        kicker=_kicker(context, card, element),
        summary=card.summary if card else element.shape.kern if element else "",
        facts=tuple(fact for fact in (card.for_whom, card.duration, card.group) if fact) if card else (),
        question=element.questions[0].vraag if element and element.questions else "",
        mark=mark,
        url=relative(context.address(of_code(code)), here),
        permalink=context.permalink(code, ""),
        site_title=context.site_title,
        gone=holder is None or holder.is_withdrawn,
    )


def _kicker(context: Context, card: data.Card | None, element: Element | None) -> str:
    if element:
        return context.catalogue.model.layers[element.layer].shape.enkelvoud
    return (card.sort_title or card.kind_title) if card else t("ingetrokken.kop")
