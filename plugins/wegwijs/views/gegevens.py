"""Gegevens: the catalogue for other programs: `catalogus.json`, `catalogus.csv` and a file for each item.

A public format with a version of its own, described in `content/over/gegevens.md`. Fields are named one by one, so that a change
in what authors write never changes it unseen: adding a field raises the second figure of VERSION, anything else the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from wegwijs.catalogue import Page, elements_touched, facet_values, relations_of
from wegwijs.ervaringen import is_proven
from wegwijs.views.context import Context
from wegwijs.views.csvfile import csv_file
from wegwijs.views.jsonfile import json_file
from wegwijs.views.shelf import item_kinds

VERSION = "1.1"
TEXTS = ("doel", "vraag", "voor_wie", "vooraf", "spreiding", "omvang", "uitgever", "url", "aanmelden", "ronde", "vorm", "blad")
LISTS = ("je_leert", "levert_op", "nodig", "makers", "zoekwoorden")
EXPERIENCE = ("school", "jaar", "maand", "scholen", "teams", "minuten", "context", "aangepast", "opbrengst")
NUMBERS = ("jaar", "deelnemers")


def items_of(context: Context) -> Iterator[Page]:
    """Every published item, in the order of the catalogue."""
    known = context.catalogue.items
    return (page for kind in item_kinds() for page in context.catalogue.of_kind(kind.id) if known.get(page.slug) is page)


def catalogue_files(context: Context) -> Mapping[str, bytes]:
    """The catalogue as a whole, by path below the site root."""
    items = list(_summaries(context).values())
    changed = max((item["bijgewerkt"] or item["gepubliceerd"] for item in items), default=None)
    catalogue = {
        "formaat": "wegwijs-catalogus",
        "versie": VERSION,
        "titel": context.site_title,
        "adres": context.site_url,
        "bijgewerkt": changed,
        "items": items,
    }
    return {"catalogus.json": json_file(catalogue), "catalogus.csv": csv_file(_rows(context, items))}


def item_files(context: Context) -> Mapping[str, bytes]:
    """A file for each item."""
    found = {}
    for page in items_of(context):
        whole = {"formaat": "wegwijs-item", "versie": VERSION, **_summaries(context)[page.slug], **details(context, page)}
        found[f"gegevens/{page.slug}.json"] = json_file(whole)
    return found


@lru_cache(maxsize=2)
def _summaries(context: Context) -> Mapping[str, dict[str, Any]]:
    """By slug; they stand in the catalogue as a whole and in the file of each item."""
    return {page.slug: summary(context, page) for page in items_of(context)}


def summary(context: Context, page: Page) -> dict[str, Any]:
    """What the catalogue tells of every item."""
    item, model = page.item, context.catalogue.model
    duration, group = getattr(item, "duur", None), getattr(item, "groep", None)
    facilitator = getattr(item, "begeleider", None)
    return {
        "id": page.slug,
        "type": page.kind.id,
        "code": item.code,
        "titel": item.titel,
        "samenvatting": item.samenvatting,
        "adres": context.online(page.site_path),
        "gegevens": f"{context.site_url}gegevens/{page.slug}.json",
        "status": item.status,
        "herkomst": {"soort": item.herkomst.soort, "naam": item.herkomst.naam, "jaar": item.herkomst.jaar},
        "kenmerken": {
            facet.id: [{"id": value, "titel": facet.title_of(value)} for value in facet_values(page, facet.id)]
            for facet in model.facets.values()
        },
        "elementen": [
            {"id": id, "titel": model.elements[id].title, "laag": model.elements[id].layer, "basis": basis}
            for id, basis, _path in elements_touched(page)
            if id in model.elements
        ],
        "duur": {"min": duration.min, "max": duration.max} if duration else None,
        "groep": {"min": group.min, "max": group.max} if group else None,
        "voorbereiding": getattr(item, "voorbereiding", None),
        "begeleider": {"nodig": facilitator.nodig, "ervaring": facilitator.ervaring} if facilitator else None,
        "gepubliceerd": item.gepubliceerd.isoformat(),
        "bijgewerkt": item.bijgewerkt.isoformat() if item.bijgewerkt else None,
        "beheerder": item.beheerder,
        "herzien_voor": item.herzien_voor.isoformat() if item.herzien_voor else None,
        "beproefd": is_proven(item),
        "licentie": item.licentie,
    }


def details(context: Context, page: Page) -> dict[str, Any]:
    """What the file of one item tells besides; what a content type does not have is left out."""
    item = page.item
    found: dict[str, Any] = {name: getattr(item, name) for name in (*TEXTS, *NUMBERS) if getattr(item, name, None)}
    found |= {name: list(getattr(item, name)) for name in LISTS if getattr(item, name, None)}
    period = getattr(item, "periode", None)
    if period:
        found["periode"] = {"van": period.van, "tot": period.tot}
    steps = getattr(item, "stappen", ()) or getattr(item, "programma", ())
    if steps:
        found["stappen"] = [{"titel": step.titel, "minuten": step.minuten, "uitleg": step.uitleg} for step in steps]
    seats = getattr(item, "aan_tafel", ())
    if seats:
        found["aan_tafel"] = [{"wie": seat.wie, "taak": seat.taak} for seat in seats]
    related: dict[str, list[str]] = {}
    for relation, slug, _path in relations_of(page):
        related.setdefault(relation, []).append(slug)
    base = f"{context.site_url}{page.site_path.removesuffix('.md')}"
    return {
        **found,
        "verwant": related,
        "bijlagen": [
            {"titel": row.titel, "adres": f"{base}/{row.bestand}", "licentie": row.licentie} for row in item.bijlagen
        ],
        "bronnen": [_source(context, row.bron, row.titel, row.url, row.plaats) for row in item.bronnen],
        "ervaringen": [
            {name: getattr(row, name) for name in EXPERIENCE}
            for row in item.ervaringen
        ],
        "voorstel_redactie": list(item.voorstel_redactie),
    }


def _source(context: Context, id: str | None, title: str | None, url: str | None, place: str | None) -> dict[str, Any]:
    known = context.catalogue.model.sources.get(id or "")
    if known:
        title, url = known.titel, known.url
    return {"titel": title, "url": url, "plaats": place}


def _rows(context: Context, items: list[dict[str, Any]]) -> Iterator[list[object]]:
    facets = tuple(context.catalogue.model.facets)
    yield [*(name for name, _read in COLUMNS), *facets, "elementen"]
    for item in items:
        titles = (", ".join(value["titel"] for value in item["kenmerken"][facet]) for facet in facets)
        yield [*(_at(item, path) for _name, path in COLUMNS), *titles, ", ".join(row["titel"] for row in item["elementen"])]


def _at(item: Any, path: str) -> object:
    for part in path.split("."):
        item = item[part] if item else None
    return item


COLUMNS = tuple(
    (path.replace(".", "_"), path)
    for path in (
        "id", "type", "titel", "samenvatting", "status", "adres", "duur.min", "duur.max", "groep.min", "groep.max",
        "voorbereiding", "begeleider.nodig", "begeleider.ervaring", "herkomst.soort", "herkomst.naam", "herkomst.jaar",
        "gepubliceerd", "bijgewerkt", "beheerder", "licentie", "code",
    )
)  # fmt: skip
"""The columns of the table, before those of the facets: their name, and where the value stands in the item."""
