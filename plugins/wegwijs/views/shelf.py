"""Shelf: the catalogue as filters see it: which properties readers choose by, and what every item has of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from wegwijs import filters
from wegwijs.addresses import of_element
from wegwijs.catalogue import Page, elements_touched, facet_values
from wegwijs.documents import KINDS, Item, Kind
from wegwijs.ervaringen import is_proven
from wegwijs.model import Facet, Layer
from wegwijs.views.context import Context
from wegwijs.words import t

FIRST = ("instrument", "training", "werkblad")
"""The content types that come before the others: what one can do comes before what one can read."""
SHOWN_FIRST = ("thema", "rol")
"""The facets that most people choose by; they are on top and open."""
STATUSES = ("actueel", "in-ontwikkeling", "historisch", "ingetrokken")
CURRENT = STATUSES[:2]
FOREVER = 9999
"""The last year of what still goes on."""


class Reader(Protocol):
    """What an item has of a property."""

    def __call__(self, page: Page, /) -> Iterable[str]: ...


@dataclass(frozen=True)
class Property:
    """A property as readers see it: the filter's facet with its words."""

    facet: filters.Facet
    title: str
    question: str
    titles: tuple[str, ...]
    """The reader's word for each value."""
    read: Reader
    layer: str = ""
    """For parts of the model: the layer they stand in."""
    pages: tuple[str, ...] = ()
    """For each value the page where its items stand without a script, if the facet has such pages."""


def item_kinds() -> tuple[Kind, ...]:
    """The content types that people look for, what one can do first."""
    kinds = [kind for kind in KINDS if issubclass(kind.shape, Item)]
    return tuple(sorted(kinds, key=lambda kind: FIRST.index(kind.id) if kind.id in FIRST else len(FIRST)))


def of_value(facet: str, value: str) -> str:
    """`catalogus/thema/uitval.md`: the page with all items of one value."""
    return f"catalogus/{facet}/{value}.md"


def properties(context: Context) -> tuple[Property, ...]:
    """Everything one can choose by. A name that is taken already gets a prefix, because each is a parameter in addresses."""
    taken = {filters.QUERY, filters.SORT, filters.LOOK, filters.SINCE, *(rule.id for rule in filters.NUMBERS)}
    taken |= {id for id, *_rest in OWN}
    model = context.catalogue.model
    facets = sorted(model.facets.values(), key=lambda facet: SHOWN_FIRST.index(facet.id) if facet.id in SHOWN_FIRST else 9)
    found = [_of_facet(facet, _free(facet.id, "kenmerk", taken)) for facet in facets]
    drawn_elsewhere = {facet.layer for facet in model.facets.values()}
    layers = [layer for layer in model.layers.values() if layer.elements and layer.id not in drawn_elsewhere]
    found += [_of_layer(layer, _free(layer.id, "laag", taken)) for layer in layers]
    kinds = tuple(kind.id for kind in item_kinds())
    found += [_own(id, kinds if id == "type" else values, words, read) for id, values, words, read in OWN]
    return tuple(found)


def _free(id: str, prefix: str, taken: set[str]) -> str:
    free = id if id not in taken else f"{prefix}-{id}"
    taken.add(free)
    return free


def _of_facet(facet: Facet, id: str) -> Property:
    values = tuple(facet.values)
    titles = tuple(value.title for value in facet.values.values())
    pages = tuple(of_value(id, value) for value in values)
    read = partial(_facet_values, facet.id)
    return Property(filters.Facet(id, values), facet.title, facet.question, titles, read, pages=pages)


def _facet_values(facet: str, page: Page, /) -> Iterable[str]:
    return facet_values(page, facet)


def _of_layer(layer: Layer, id: str) -> Property:
    values = tuple(element.id for element in layer.elements)
    titles = tuple(element.title for element in layer.elements)
    pages = tuple(of_element(element) for element in layer.elements)
    return Property(filters.Facet(id, values), layer.title, layer.shape.vraag, titles, _touched, layer.id, pages)


def _touched(page: Page, /) -> Iterable[str]:
    return (element for element, _basis, _path in elements_touched(page))


def _own(id: str, values: tuple[str, ...], words: str, read: Reader) -> Property:
    standard = CURRENT if id == "status" else ()
    titles = tuple(t(words.format(value)) for value in values)
    return Property(filters.Facet(id, values, standard), t(f"catalogus.veld.{id}"), t(f"catalogus.vraag.{id}"), titles, read)


def _facilitator(field: str, page: Page, /) -> Iterable[str]:
    found = getattr(page.meta, "begeleider", None)
    return (getattr(found, field),) if found else ()


def _practice(page: Page, /) -> Iterable[str]:
    """What schools told of it: of something that is beproefd they did tell, too."""
    if page.item.ervaringen:
        yield "verteld"
    if is_proven(page.item):
        yield "beproefd"


OWN: tuple[tuple[str, tuple[str, ...], str, Reader], ...] = (
    ("begeleider", ("niet-nodig", "handig", "nodig"), "begeleider.nodig.{}", partial(_facilitator, "nodig")),
    ("ervaring", ("geen", "enige", "veel"), "begeleider.ervaring.{}", partial(_facilitator, "ervaring")),
    ("type", (), "soort_item.{}.een", lambda page: (page.kind.id,)),
    ("herkomst", ("netwerk", "coalitie", "school", "partner"), "catalogus.herkomst.{}", lambda page: (page.item.herkomst.soort,)),
    ("praktijk", ("beproefd", "verteld"), "catalogus.praktijk.{}", _practice),
    ("status", STATUSES, "status.{}.titel", lambda page: (page.item.status,)),
)
"""The properties that come from fields of the items: name, values, the key of their words, and how they are read."""


def shelf(context: Context, chosen_by: tuple[Property, ...]) -> filters.Shelf:
    """All items as entries, instruments first, then by title."""
    pages = (page for kind in item_kinds() for page in context.catalogue.of_kind(kind.id))
    known = context.catalogue.items
    return filters.Shelf(
        tuple(property.facet for property in chosen_by),
        tuple(_entry(page, chosen_by) for page in pages if known.get(page.slug) is page),
    )


def _entry(page: Page, chosen_by: tuple[Property, ...]) -> filters.Entry:
    item = page.item
    values = {}
    for property in chosen_by:
        has = frozenset(property.read(page)).intersection(property.facet.values)
        if has:
            values[property.facet.id] = has
    words = " ".join((item.titel, item.samenvatting, *item.zoekwoorden))
    return filters.Entry(page.site_path, values, dict(_spans(page)), item.bijgewerkt or item.gepubliceerd, item.titel, words)


def _spans(page: Page) -> Iterator[tuple[str, filters.Span]]:
    for field in ("duur", "groep"):
        found = getattr(page.meta, field, None)
        if found:
            yield field, (found.min, found.max)
    preparation = getattr(page.meta, "voorbereiding", None)
    if preparation is not None:
        yield "voorbereiding", (preparation, preparation)
    period, year = getattr(page.meta, "periode", None), getattr(page.meta, "jaar", None) or page.item.herkomst.jaar
    if period:
        yield "jaar", (period.van, period.tot or FOREVER)
    elif year:
        yield "jaar", (year, year)
