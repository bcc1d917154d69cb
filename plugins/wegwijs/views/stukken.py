"""Stukken: a small script for each code with all there is to show of it, so that a collection can be read, printed and saved
from disk too, where nothing can be fetched. A page of a collection loads only those of the things that are in it.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Any

from wegwijs.addresses import QUESTION_PREFIX, of_code, of_element
from wegwijs.catalogue import Page, elements_touched
from wegwijs.model import Element
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.gesprekskaarten import talk_card
from wegwijs.views.items import facts_of, main_mark
from wegwijs.views.korte_codes import title_of
from wegwijs.words import t

FOLDER = "assets/stukken"
BEGIN, END = "<!--stuk-->", "<!--/stuk-->"
"""Between these marks of a template stands what goes into a booklet."""
MOST_QUESTIONS = 3
"""Questions that an item brings to a deck of gesprekskaarten: the first one of each of so many parts it touches."""

_MARKED = re.compile(f"{BEGIN}(.*?){END}", re.DOTALL)
_LOOSE = re.compile(r' (?:id|aria-labelledby|data-[\w-]+)="[^"]*"')
_HEADING = re.compile(r"(</?h)([2-5])\b")
_LINK = re.compile(r' (href|src)="([^"]*)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def cut(html: str) -> tuple[str, str]:
    """A finished page without the marks, and what stood between them; empty for a page that has none."""
    found = _MARKED.findall(html)
    return (html.replace(BEGIN, "").replace(END, ""), "".join(found)) if found else (html, "")


def loosened(context: Context, html: str, url: str) -> str:
    """A piece of a page that can stand anywhere: a level lower, without ids, its links complete and those of the web."""

    def address(found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        if _SCHEME.match(value):
            return found[0]
        path, hash_, anchor = value.partition("#")
        here = posixpath.normpath(posixpath.join(posixpath.dirname(url), path)) if path else url
        if path.endswith("/") and not here.endswith("/"):
            here += "/"
        own = " data-eigen" if name == "href" else ""
        return f'{own} {name}="{context.site_url}{_online(here)}{hash_}{anchor}"'

    lower = _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", _LOOSE.sub("", html))
    return re.sub(r">\s+<", "> <", _LINK.sub(address, lower)).strip()


def _online(address: str) -> str:
    """The address on the web of a page of a copy on disk."""
    if not address.endswith(".html"):
        return address.removeprefix("./")
    return re.sub(r"(?:(?<=/)|^)index/$", "", f"{address.removesuffix('.html')}/")


def files(
    context: Context, texts: Mapping[str, str], is_mine: Callable[[str], bool] = lambda _path: True
) -> Mapping[str, bytes]:
    """The scripts by path below the site root. `texts` has the cut of each page by its Markdown file.

    Where two processes make the pages, `is_mine` says of which pages this one has the cut; a code that leads to no page has the path "".
    """
    made = {}
    register = context.register
    pages = {page.path: page for page in context.catalogue.pages}
    elements = {element.path: element for element in context.catalogue.model.elements.values()}
    for code, target in register.routes.codes.items():
        holder = register.present.get(code)
        path = register.pages.get(holder.address, "") if holder else ""
        if not is_mine(path):
            continue
        if holder is None or holder.is_withdrawn:
            piece = _gone(context, code, holder.title if holder else title_of(context, target))
        elif holder.path in elements:
            piece = _of_element(context, elements[holder.path], code)
        elif holder.path in pages:
            piece = _of_page(context, pages[holder.path], code)
        else:
            continue
        if "adres" in piece and "weg" not in piece:
            piece["tekst"] = loosened(context, texts.get(path, ""), context.address(path))
        made[f"{FOLDER}/{code}.js"] = _script("wegwijsStuk", piece)
    return made


def _script(name: str, value: object) -> bytes:
    return f"{name}({json.dumps(value, ensure_ascii=False, separators=(',', ':'))});\n".encode()


def _piece(context: Context, code: str, title: str, kind: str, sentence: str, mark: data.Mark | None) -> dict[str, Any]:
    link = context.permalink(code, "")
    return {
        "code": code,
        "titel": title,
        "soort": kind,
        "zin": sentence,
        "kleur": mark.hue if mark else "inkt",
        "letter": mark.letter if mark else "",
        "link": link,
        "kort": context.short(link),
    }


def _gone(context: Context, code: str, title: str) -> dict[str, Any]:
    """Something that is withdrawn: it stays in the collection, and says so; its link tells why."""
    address = context.address(of_code(code))
    return {
        **_piece(context, code, title, t("ingetrokken.kop"), t("ingetrokken.uitleg"), None),
        "adres": address,
        "weg": True,
    }


def _of_page(context: Context, page: Page, code: str) -> dict[str, Any]:
    touched = [id for id, _basis, _path in elements_touched(page)]
    if not page.is_item:
        way = context.way_in(page)
        found = _piece(context, code, page.title, way.kind_title, way.summary, next(iter(way.marks), None))
        return {**found, "adres": way.url, "kaarten": _cards_of(context, touched)}
    card = context.card(page)
    kind = " · ".join(dict.fromkeys(part for part in (card.kind_title, card.sort_title) if part))
    return {
        **_piece(context, code, page.title, kind, card.summary, main_mark(context, page, card.marks)),
        "adres": card.url,
        "kenmerken": [part for part in (card.for_whom, card.duration, card.group) if part],
        "feiten": [[fact.label, fact.value] for fact in facts_of(context, page)],
        "kaarten": _cards_of(context, touched),
    }


def _of_element(context: Context, element: Element, code: str) -> dict[str, Any]:
    layer = context.catalogue.model.layers[element.layer]
    cards = [talk_card(context, element, row) for row in element.questions]
    return {
        **_piece(context, code, element.title, layer.shape.enkelvoud, element.shape.kern, context.marks[layer.id]),
        "adres": context.address(of_element(element)),
        "vragen": {
            card.id.partition(".")[2]: [
                card.text,
                card.purpose,
                card.role,
                f"{QUESTION_PREFIX}{card.id.partition('.')[2]}",
            ]
            for card in cards
        },
        "deel": element.id,
        "kaarten": [card.id for card in cards],
    }


def _cards_of(context: Context, touched: list[str]) -> list[str]:
    """The first question of each part that is touched: what an item brings to a deck of cards."""
    elements = context.catalogue.model.elements
    asked = [elements[id] for id in touched if id in elements and elements[id].questions]
    return [f"{element.id}.{element.questions[0].id}" for element in asked[:MOST_QUESTIONS]]
