"""Cards: which pages have a picture of their own, and which picture stands for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wegwijs.addresses import of_code, of_layer, url_of
from wegwijs.catalogue import Page, elements_touched
from wegwijs.ledger.holders import has_code
from wegwijs.model import Element
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.items import main_mark
from wegwijs.views.kaartjes.draw import Kaartje
from wegwijs.views.page import SitePage
from wegwijs.words import t

FOLDER = "kaartjes"
HOME = "index.md"


def image_of(context: Context, path: str) -> str:
    """The file of the picture of a page, below the site root: its own, or that of the nearest page above it that has one."""
    found = _own(context, path)
    while not found:
        path = f"{path.removesuffix('/index.md').rpartition('/')[0]}/index.md".lstrip("/")
        found = _own(context, path)
    return found


def _own(context: Context, path: str) -> str:
    if path == HOME:
        return f"{FOLDER}/start.png"
    address = url_of(path)
    code = context.codes.get(address, "")
    if code:
        return f"{FOLDER}/{code}.png"
    is_section = path.endswith("/index.md") and context.register.pages.get(address) == path
    # Two dashes: no part of an address has them, so no two sections share a picture.
    return f"{FOLDER}/{address.rstrip('/').replace('/', '--')}.png" if is_section else ""


def cards(context: Context, pages: Mapping[str, SitePage]) -> Iterator[tuple[str, Kaartje]]:
    """Each picture with what is drawn on it, by file below the site root."""
    for page in pages.values():
        image = _own(context, page.path)
        if image:
            yield image, card_of(context, page)


def card_of(context: Context, page: SitePage) -> Kaartje:
    """What is drawn for a page."""
    written = context.by_site_path.get(page.path)
    element = context.elements_by_path.get(page.path)
    if element:
        return _of_element(context, page, element)
    if written and has_code(written):
        return _of_page(context, page, written)
    layer = next((layer for layer in context.catalogue.model.layers.values() if of_layer(layer) == page.path), None)
    mark = context.marks[layer.id] if layer else None
    marks = tuple(element.id for element in layer.elements) if layer and layer.is_drawn else ()
    return _card(
        context, page, "" if page.path == HOME else context.catalogue.model.title if layer else "", mark, marks
    )


def _of_element(context: Context, page: SitePage, element: Element) -> Kaartje:
    layer = context.catalogue.model.layers[element.layer]
    return _card(context, page, layer.shape.enkelvoud, context.marks[layer.id], (element.id,))


def _of_page(context: Context, page: SitePage, written: Page) -> Kaartje:
    marks = tuple(id for id, _basis, _path in elements_touched(written))
    if not written.is_item:
        card = context.way_in(written)
        return _card(context, page, card.kind_title, next(iter(card.marks), None), marks)
    card = context.card(written)
    kinds = dict.fromkeys(part for part in (card.kind_title, card.sort_title) if part)
    if written.item.status == "ingetrokken":
        kinds[t("ingetrokken.kop")] = None
    facts = [part for part in (card.duration, card.group) if part]
    return _card(context, page, " · ".join(kinds), main_mark(context, written, card.marks), marks, " · ".join(facts))


def _card(
    context: Context, page: SitePage, kicker: str, mark: data.Mark | None, marks: tuple[str, ...], facts: str = ""
) -> Kaartje:
    code = context.codes.get(url_of(page.path), "")
    site = context.short(context.site_url)
    return Kaartje(
        title=page.title,
        kicker=kicker,
        sentence=page.description,
        facts=facts,
        site=context.site_title,
        address=f"{site}/{url_of(of_code(code)).rstrip('/')}" if code and site else site,
        hue=mark.hue if mark else "inkt",
        letter=mark.letter if mark else "",
        marks=marks,
        small_map=context.small_map,
    )
