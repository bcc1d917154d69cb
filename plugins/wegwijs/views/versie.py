"""Versie: which edition of the site this is, for a person (`over/deze-versie`) and for a program (`versie.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from wegwijs.addresses import THIS_VERSION
from wegwijs.views import formats
from wegwijs.views.context import Context
from wegwijs.views.data import Link
from wegwijs.views.page import SitePage
from wegwijs.views.shelf import item_kinds
from wegwijs.words import t

FORMAT = "1.0"
PATH = "versie.json"
SHOWN = 10
"""Signs of a commit that a person reads aloud; `versie.json` has them all."""


@dataclass(frozen=True)
class VersionView:
    """What the page about this version prints."""

    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    contents: tuple[tuple[str, str], ...]
    absent: tuple[Link, ...]
    """What was left out because of a fault."""
    json_url: str


def pages(context: Context) -> Iterator[SitePage]:
    """The page about this version."""
    yield SitePage(
        THIS_VERSION, t("versie.titel"), t("versie.samenvatting"), "", "versie.html", partial(_view, context)
    )


def _view(context: Context, _html: str) -> VersionView:
    return VersionView(
        t("versie.titel"),
        t("versie.samenvatting"),
        tuple(_facts(context)),
        tuple(_contents(context)),
        _absent(context),
        PATH,
    )


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    edition = context.edition
    if edition.day:
        yield t("versie.dag"), formats.day(edition.day)
    yield t("versie.vorm"), t("versie.kopie") if edition.is_copy else t("versie.site")
    if edition.version:
        yield t("versie.programma"), edition.version
    if edition.commit:
        commit = edition.commit[:SHOWN]
        yield t("versie.commit"), t("versie.gewijzigd", commit=commit) if edition.is_changed else commit


def _contents(context: Context) -> Iterator[tuple[str, str]]:
    for kind in item_kinds():
        count = len(context.catalogue.of_kind(kind.id))
        if count:
            yield t(f"soort_item.{kind.id}.meer"), str(count)


def _absent(context: Context) -> tuple[Link, ...]:
    return tuple(Link(title, context.address(path)) for path, title in context.catalogue.absent.items())


def files(context: Context) -> Mapping[str, bytes]:
    """The same for programs. A public format, described in `content/over/gegevens.md`."""
    edition = context.edition
    told = {
        "formaat": "wegwijs-versie",
        "versie": FORMAT,
        "titel": context.site_title,
        "adres": context.site_url,
        "vorm": "kopie" if edition.is_copy else "site",
        "datum": edition.day.isoformat() if edition.day else None,
        "programma": edition.version,
        "commit": edition.commit or None,
        "gewijzigd": edition.is_changed,
        "items": {kind.id: len(context.catalogue.of_kind(kind.id)) for kind in item_kinds()},
        "kopie": _copy(context),
        "weggelaten": [
            {"adres": context.online(path), "titel": title} for path, title in context.catalogue.absent.items()
        ],
    }
    return {PATH: (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()}


def _copy(context: Context) -> dict[str, object] | None:
    copy = context.edition.copy
    if copy is None:
        return None
    return {"adres": context.site_url + copy.url, "bytes": copy.bytes, "sha256": copy.sha256}
