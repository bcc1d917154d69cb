"""Inzichten: the insights by role as a table one can walk through. What stands in it is data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegwijs.addresses import INSIGHTS
from wegwijs.model.inzichten import Inzicht, Inzichten, load_inzichten
from wegwijs.problems import Problems
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.page import SitePage
from wegwijs.words import t


@dataclass(frozen=True)
class Cell:
    """What one role can do with one insight; `id` is its anchor."""

    id: str
    role: str
    act: str
    question: str
    link_title: str


@dataclass(frozen=True)
class Row:
    """An insight with a cell for each role."""

    id: str
    number: int
    title: str
    core: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A role."""

    id: str
    number: int
    title: str
    description: str


@dataclass(frozen=True)
class InsightsView:
    """The whole table."""

    title: str
    summary: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    instrument: data.Card | None
    sources: tuple[data.Source, ...]
    proposal_note: str
    short_url: str
    permalink: str
    code: str = ""


def pages(context: Context) -> Iterator[SitePage]:
    """The page of the table, when there is one."""
    made = load_inzichten(context.catalogue.tree, Problems())
    if made:
        view = insights_view(context, made)
        yield SitePage(INSIGHTS, view.title, view.summary, "", "inzichten.html", lambda _html: view)


def insights_view(context: Context, made: Inzichten) -> InsightsView:
    """The rows and columns in the order of the editors; a cell that is missing is left empty in a preview."""
    item = context.catalogue.items.get(made.instrument or "")
    permalink = context.permalink(None, INSIGHTS)
    return InsightsView(
        title=made.titel,
        summary=t("inzichten.samenvatting"),
        columns=tuple(
            Column(role.id, number, role.titel, role.omschrijving) for number, role in enumerate(made.rollen, start=1)
        ),
        rows=tuple(
            Row(row.id, number, row.titel, row.kern, _cells(made, row))
            for number, row in enumerate(made.inzichten, start=1)
        ),
        instrument=context.card(item) if item else None,
        sources=context.sources(made.bronnen),
        proposal_note=t("inzichten.voorstel") if made.voorstel_redactie else "",
        short_url=context.short(permalink),
        permalink=permalink,
    )


def _cells(made: Inzichten, row: Inzicht) -> tuple[Cell, ...]:
    cells = []
    for role in made.rollen:
        cell = row.per_rol.get(role.id)
        link_title = t("inzichten.hier", inzicht=row.titel, rol=role.titel)
        act, question = (cell.handelen, cell.vraag) if cell else ("", "")
        cells.append(Cell(f"{row.id}-{role.id}", role.titel, act, question, link_title))
    return tuple(cells)
