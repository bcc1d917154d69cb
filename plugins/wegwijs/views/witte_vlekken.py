"""Witte vlekken: where the knowledge base is thin, by number, freshness and evidence. It never judges schools or teams."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product

from wegwijs.addresses import MEASURES, of_element, of_gaps, of_layer
from wegwijs.model import Element
from wegwijs.views import data, formats
from wegwijs.views.context import Context
from wegwijs.views.dekking import LETTERS, Dekking, tone, tone_of
from wegwijs.views.figure import figure_of
from wegwijs.views.kaart import Kaart, Tone, kaart
from wegwijs.views.page import SitePage
from wegwijs.words import t

CONTRIBUTE = "bijdragen/index.md"
CSV = "toolbox/witte-vlekken.csv"

@dataclass(frozen=True)
class Choice:
    """A way to look, as a link; `current` when the page shows it."""

    title: str
    url: str
    current: bool


@dataclass(frozen=True)
class GapCell:
    """A number in a table with its tone, or an empty place with a way to fill it."""

    heading: str
    count: int
    tone: Tone
    invite: data.Link | None


@dataclass(frozen=True)
class GapRow:
    """A row of a table of numbers."""

    title: str
    url: str
    mark: data.Mark
    cells: tuple[GapCell, ...]


@dataclass(frozen=True)
class GapTable:
    """Rows against columns."""

    id: str
    title: str
    question: str
    corner: str
    columns: tuple[data.Link, ...]
    rows: tuple[GapRow, ...]


@dataclass(frozen=True)
class PartRow:
    """A part of the model with all that was counted; `values` goes with the columns of the view."""

    title: str
    url: str
    mark: data.Mark
    tone: Tone
    values: tuple[tuple[str, str], ...]
    invite: data.Link | None


@dataclass(frozen=True)
class GapsView:
    """The white spots by one measure on one niveau."""

    title: str
    summary: str
    question: str
    day: str
    measures: tuple[Choice, ...]
    levels: tuple[Choice, ...]
    legend: tuple[Tone, ...]
    kaart: Kaart
    tables: tuple[GapTable, ...]
    columns: tuple[str, ...]
    parts: tuple[PartRow, ...]
    csv_url: str
    short_url: str
    permalink: str
    code: str = ""


def pages(context: Context) -> Iterator[SitePage]:
    """A page for each measure on each niveau; the number on all niveaus is the first."""
    gaps = Dekking(context)
    if gaps.layers:
        for measure, (level, level_title) in product(MEASURES, (("", ""), *gaps.levels)):
            title = _title(measure, level, level_title)
            make = partial(_page, gaps, measure, level, title)
            yield SitePage(of_gaps(measure, level), title, t("vlekken.samenvatting"), "", "witte-vlekken.html", make)


def _title(measure: str, level: str, level_title: str) -> str:
    if (measure, level) == (MEASURES[0], ""):
        return t("vlekken.titel")
    name = t(f"vlekken.maat.{measure}").lower()
    return t("vlekken.titel_op", maat=name, niveau=level_title.lower()) if level else t("vlekken.titel_van", maat=name)


def _page(gaps: Dekking, measure: str, level: str, title: str, _html: str) -> GapsView:
    return gaps_view(gaps, measure, level, title)


def gaps_view(gaps: Dekking, measure: str, level: str, title: str) -> GapsView:
    """The map, the tables and the list of all parts."""
    context = gaps.context
    current = [element for layer in gaps.layers for element in layer.elements if element.is_current]
    tones = {element.id: gaps.spot(element, level).tone(measure) for element in current}
    permalink = context.permalink(None, of_gaps(measure, level))
    return GapsView(
        title=title,
        summary=t("vlekken.samenvatting"),
        question=t(f"vlekken.vraag.{measure}"),
        day=t("vlekken.peildatum", dag=formats.day(gaps.day)),
        measures=tuple(
            Choice(t(f"vlekken.maat.{id}"), context.address(of_gaps(id, level)), id == measure) for id in MEASURES
        ),
        levels=tuple(
            Choice(name, context.address(of_gaps(measure, id)), id == level)
            for id, name in (("", t("vlekken.alle_niveaus")), *gaps.levels)
        ),
        legend=tuple(tone(measure, step) for step in range(len(LETTERS))),
        kaart=kaart(figure_of(context.catalogue, context.address, tones=tones, counted=False)),
        tables=(*_cross(gaps, level), _by_level(gaps)),
        columns=_columns(gaps),
        parts=tuple(_part(gaps, element, tones[element.id], level) for element in current),
        csv_url=CSV,
        short_url=context.short(permalink),
        permalink=permalink,
    )


def _cross(gaps: Dekking, level: str) -> Iterator[GapTable]:
    """The parts of the first two layers against each other: which instruments touch both."""
    if len(gaps.layers) < 2:
        return
    across, down = gaps.layers[0], gaps.layers[1]
    address = gaps.context.address
    yield GapTable(
        "kruistabel",
        t("vlekken.kruis", rijen=down.title, kolommen=across.title.lower()),
        t("vlekken.kruis_uitleg"),
        down.shape.enkelvoud,
        tuple(data.Link(element.title, address(of_element(element))) for element in across.top),
        tuple(
            GapRow(
                row.title,
                address(of_element(row)),
                gaps.context.marks[down.id],
                tuple(_both(gaps, row, column, level) for column in across.top),
            )
            for row in down.top
        ),
    )


def _both(gaps: Dekking, one: Element, other: Element, level: str) -> GapCell:
    found = gaps.instruments((one,), level) & gaps.instruments((other,), level)
    return _cell(other.title, len(found), _invite(gaps.context, one, other, level=level))


def _by_level(gaps: Dekking) -> GapTable:
    address = gaps.context.address
    return GapTable(
        "lagen-en-niveaus",
        t("vlekken.lagen"),
        t("vlekken.lagen_uitleg"),
        t("vlekken.laag"),
        tuple(data.Link(title, address(of_gaps(MEASURES[0], id))) for id, title in gaps.levels),
        tuple(
            GapRow(
                layer.title,
                address(of_layer(layer)),
                gaps.context.marks[layer.id],
                tuple(
                    _cell(title, len(gaps.instruments(layer.elements, id)), _invite(gaps.context, *layer.top[:1], level=id))
                    for id, title in gaps.levels
                ),
            )
            for layer in gaps.layers
        ),
    )


def _cell(heading: str, count: int, invite: data.Link | None) -> GapCell:
    return GapCell(heading, count, tone_of(count), None if count else invite)


def _columns(gaps: Dekking) -> tuple[str, ...]:
    """The columns of the list of parts."""
    names = ("eerste_keer", "over_tijd", "binnenkort", "ervaringen")
    return (t("vlekken.instrumenten"), *(title for _id, title in gaps.levels), *(t(f"vlekken.{name}") for name in names))


def _values(gaps: Dekking, element: Element, *, day: str) -> tuple[str, ...]:
    """What was counted at a part, in the order of the columns. `day` is how a date is written: `woord` or `getal`."""
    spot = gaps.spot(element)
    counts = (len(gaps.instruments((element,), id)) for id, _title in gaps.levels)
    first = spot.reviews[0] if spot.reviews else None
    written = "" if first is None else formats.day(first) if day == "woord" else first.isoformat()
    return (
        str(len(spot.instruments)),
        *map(str, counts),
        written,
        str(spot.overdue),
        str(spot.soon),
        str(spot.experiences),
    )


def _part(gaps: Dekking, element: Element, shown: Tone, level: str) -> PartRow:
    values = zip(_columns(gaps), _values(gaps, element, day="woord"), strict=True)
    return PartRow(
        element.title,
        gaps.context.address(of_element(element)),
        gaps.context.marks[element.layer],
        shown,
        tuple(values),
        _invite(gaps.context, element, level=level) if shown.level == 0 else None,
    )


def _invite(context: Context, *elements: Element, level: str = "") -> data.Link | None:
    """The way to fill an empty place; what is known about it goes along in the address. None for a site without a page about joining in."""
    if CONTRIBUTE not in context.by_site_path:
        return None
    query = "&".join([*(f"element={element.id}" for element in elements), *([f"niveau={level}"] if level else [])])
    title = t("vlekken.doe_mee_bij", delen=formats.listing(tuple(element.title for element in elements)))
    return data.Link(title, f"{context.address(CONTRIBUTE)}?{query}")


def files(context: Context) -> Mapping[str, bytes]:
    """The list of all parts for a spreadsheet: with a BOM and semicolons, as Dutch ones expect."""
    gaps = Dekking(context)
    if not gaps.layers:
        return {}
    text = io.StringIO()
    write = csv.writer(text, delimiter=";", lineterminator="\r\n")
    write.writerow((t("vlekken.laag"), t("vlekken.deel"), *_columns(gaps), t("vlekken.adres")))
    for layer in gaps.layers:
        for element in layer.elements:
            if element.is_current:
                address = context.online(of_element(element))
                write.writerow((layer.title, element.title, *_values(gaps, element, day="getal"), address))
    return {CSV: text.getvalue().encode("utf-8-sig")}
