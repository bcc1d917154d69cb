"""Onderhoud: the page that lists what must be looked at again, for whom and when, and the same as files for a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wegwijs.addresses import GROWING, MAINTENANCE
from wegwijs.documents import Item
from wegwijs.onderhoud import Review, by_keeper, due, is_due, names_of_files, reviews
from wegwijs.views import formats
from wegwijs.views.agenda import Day, calendar
from wegwijs.views.context import Context
from wegwijs.views.data import Link
from wegwijs.views.page import SitePage
from wegwijs.words import plural, t

FOLDER = MAINTENANCE.removesuffix(".md")
ALL = f"{FOLDER}/alles.ics"
CONTRIBUTE = "bijdragen/index.md"


def due_line(item: Item, today: date | None) -> str:
    """A kind line for the page of an item whose day has come; empty otherwise."""
    if not is_due(item, today) or not item.herzien_voor:
        return ""
    return t("onderhoud.op_pagina", dag=formats.day(item.herzien_voor))


@dataclass(frozen=True)
class ReviewRow:
    """An item with the day before which it is looked at."""

    link: Link
    kind: str
    day: str
    is_due: bool


@dataclass(frozen=True)
class KeeperGroup:
    """What one keeper looks after."""

    id: str
    name: str
    count: str
    agenda: Link | None
    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True)
class MaintenanceView:
    """What is due, and everything else by keeper."""

    title: str
    summary: str
    now: str
    as_of: str
    due: tuple[tuple[ReviewRow, str], ...]
    """What is due now, each with its keeper."""
    groups: tuple[KeeperGroup, ...]
    agenda: Link | None
    growing: Link
    """The shelf of what is not finished."""
    contribute: Link | None


def pages(context: Context) -> Iterable[SitePage]:
    """The page, when there is anything to look after."""
    if context.catalogue.items:
        yield SitePage(
            MAINTENANCE,
            t("onderhoud.titel"),
            t("onderhoud.samenvatting"),
            "",
            "onderhoud.html",
            lambda _html: maintenance_view(context),
        )


def maintenance_view(context: Context) -> MaintenanceView:
    """The page."""
    rows = reviews(context.catalogue)
    keepers = by_keeper(rows)
    names = names_of_files(keepers)
    late = due(rows, context.today)
    dated = any(row.day for row in rows)
    return MaintenanceView(
        title=t("onderhoud.titel"),
        summary=t("onderhoud.samenvatting"),
        now=plural("onderhoud.nu", len(late)) if late else t("onderhoud.niets_nu"),
        as_of=t("onderhoud.stand", dag=formats.day(context.today)) if context.today else "",
        due=tuple((_row(context, row), row.keeper) for row in late),
        groups=tuple(_group(context, name, names[name], rows) for name, rows in keepers.items()),
        agenda=Link(t("onderhoud.alles"), ALL) if dated else None,
        growing=Link(t("groei.titel"), context.address(GROWING)),
        contribute=context.page_link(CONTRIBUTE, t("onderhoud.doe_mee")),
    )


def _group(context: Context, name: str, file: str, rows: tuple[Review, ...]) -> KeeperGroup:
    agenda = Link(t("onderhoud.van_wie", naam=name), f"{FOLDER}/{file}.ics") if any(row.day for row in rows) else None
    return KeeperGroup(
        file, name, plural("onderhoud.items", len(rows)), agenda, tuple(_row(context, row) for row in rows)
    )


def _row(context: Context, row: Review) -> ReviewRow:
    page = row.page
    day = t("onderhoud.voor", dag=formats.day(row.day)) if row.day else t("onderhoud.zonder_dag")
    kind = t(f"soort_item.{page.kind.id}.een")
    return ReviewRow(Link(page.title, context.address(page.site_path)), kind, day, is_due(page.item, context.today))


def files(context: Context) -> Mapping[str, bytes]:
    """The calendar of everybody, and one for each keeper that has days in it."""
    rows = tuple(row for row in reviews(context.catalogue) if row.day)
    if not rows:
        return {}
    made = {ALL: calendar(t("onderhoud.agenda_naam", naam=context.site_title), _days(context, rows))}
    keepers = by_keeper(reviews(context.catalogue))
    for name, file in names_of_files(keepers).items():
        own = tuple(row for row in keepers[name] if row.day)
        if own:
            made[f"{FOLDER}/{file}.ics"] = calendar(t("onderhoud.agenda_naam", naam=name), _days(context, own))
    return made


def _days(context: Context, rows: Iterable[Review]) -> Iterator[Day]:
    for row in rows:
        item = row.page.item
        assert row.day
        yield Day(
            uid=f"nakijken-{item.code or row.page.slug}@wegwijs-in-kwaliteit",
            day=row.day,
            title=t("onderhoud.agenda_titel", titel=item.titel),
            text=t("onderhoud.agenda_tekst", titel=item.titel, naam=item.beheerder),
            url=context.permalink(item.code, row.page.site_path) if context.site_url else "",
            written=item.bijgewerkt or item.gepubliceerd,
        )
