"""Bladen: for each instrument with steps a sheet for who leads the conversation and one for who takes part, ready to print.

They stand on an address with the code of the instrument, so that they move with it and never need a redirect of their own.
There are two for each instrument, so they are rendered straight from a template, like the pages behind codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wegwijs.addresses import SHEETS, of_code, of_sheet, relative
from wegwijs.catalogue import Page, elements_touched
from wegwijs.documents import Instrument
from wegwijs.qr import QrCode
from wegwijs.views import data, formats
from wegwijs.views.context import Context
from wegwijs.views.items import facts_of, main_mark, steps_of
from wegwijs.views.korte_codes import LeadView, Loose, file_of, up_from
from wegwijs.views.prints import has_sheets
from wegwijs.words import t

FACTS = ("rol", "duur", "groep", "voorbereiding", "begeleider")
"""What who leads the conversation must know."""
QUESTIONS = 3


@dataclass(frozen=True)
class BladView:
    """What a sheet prints."""

    sort: str
    kicker: str
    title: str
    summary: str
    goal: str
    facts: tuple[data.Fact, ...]
    steps: tuple[data.Step, ...]
    needs: tuple[str, ...]
    table_roles: tuple[tuple[str, str], ...]
    yields: tuple[str, ...]
    questions: tuple[str, ...]
    mark: data.Mark | None
    back: data.Link
    other: data.Link
    short: str
    code: str
    dated: str
    license: str
    qr: QrCode | None
    site_title: str
    version: str


def files(context: Context) -> Mapping[str, bytes]:
    """The sheets by path below the site root. What once may have had them leads on to the page behind its code."""
    sheet, lead = Loose(context, "blad.html"), Loose(context, "doorverwijzing.html")
    pages = {page.item.code: page for page in context.catalogue.items.values() if has_sheets(page)}
    once = {row.code for row in context.register.ledger.rows if row.code and row.address.startswith("instruments/")}
    made = {}
    for code in sorted({*once, *pages} - {None}, key=str):
        view = _view(context, pages[code], SHEETS[0]) if code in pages else None
        for sort in SHEETS:
            path = of_sheet(str(code), sort)
            here = context.address(path)
            if view:
                made[file_of(context, path)] = sheet.render(view if view.sort == sort else _other(context, view), here)
            else:
                made[file_of(context, path)] = lead.render(_lead(context, str(code), here), here)
    return made


def _lead(context: Context, code: str, here: str) -> LeadView:
    row = context.register.ledger.last[code]
    return LeadView(
        title=row.title or context.site_title,
        url=relative(context.address(of_code(code)), here),
        canonical=context.permalink(code, "") if context.site_url and not context.edition.is_copy else "",
        root=up_from(here) + context.address("index.md").removeprefix("./"),
        site_title=context.site_title,
        preview=None,
    )


def _other(context: Context, view: BladView) -> BladView:
    """The other sheet of the same instrument: only its name and its place differ."""
    sort = _beside(view.sort)
    return replace(view, sort=sort, kicker=t(f"blad.{sort}"), other=_link(context, view.code, of=sort))


def _beside(sort: str) -> str:
    return next(name for name in SHEETS if name != sort)


def _link(context: Context, code: str, *, of: str) -> data.Link:
    """From one sheet to the other."""
    here, there = (context.address(of_sheet(code, sort)) for sort in (of, _beside(of)))
    return data.Link(t(f"blad.{_beside(of)}"), relative(there, here))


def _view(context: Context, page: Page, sort: str) -> BladView:
    item = page.item
    assert isinstance(item, Instrument)
    here = context.address(of_sheet(item.code or "", sort))
    permalink = context.permalink(item.code, page.site_path)
    return BladView(
        sort=sort,
        kicker=t(f"blad.{sort}"),
        title=item.titel,
        summary=item.samenvatting,
        goal=item.doel,
        facts=tuple(fact for fact in facts_of(context, page) if fact.id in FACTS),
        steps=steps_of(item.stappen),
        needs=item.nodig,
        table_roles=tuple((row.wie, row.taak) for row in item.aan_tafel),
        yields=item.levert_op,
        questions=_questions(context, page),
        mark=main_mark(context, page, context.touched_layers(page)),
        back=data.Link(t("bladen.terug", titel=item.titel), relative(context.address(page.site_path), here)),
        other=_link(context, item.code or "", of=sort),
        short=context.short(permalink),
        code=item.code or "",
        dated=t("papier.versie_van", dag=formats.day(item.bijgewerkt or item.gepubliceerd)),
        license=item.licentie,
        qr=context.qr.of(permalink) if context.site_url else None,
        site_title=context.site_title,
        version=context.edition.version,
    )


def _questions(context: Context, page: Page) -> tuple[str, ...]:
    """The first question of each part of the model that the instrument touches, as far as there is room."""
    elements = context.catalogue.model.elements
    asked = (elements[id] for id, _basis, _path in elements_touched(page) if id in elements)
    return tuple(element.questions[0].vraag for element in asked if element.questions)[:QUESTIONS]
