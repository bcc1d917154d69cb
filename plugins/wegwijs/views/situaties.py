"""Situaties: the page of one situation: what plays, a question to begin with, and the instruments that fit, each with why."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.catalogue import CONTENT, Page, elements_touched
from wegwijs.documents import KINDS, Situatie
from wegwijs.keuzehulp import Answers, advise, candidates
from wegwijs.views import data
from wegwijs.views.context import Context
from wegwijs.views.keuzehulp import HELPER, SITUATIONS, why
from wegwijs.views.sections import split
from wegwijs.views.shelf import of_value
from wegwijs.words import t


@dataclass(frozen=True)
class SituationView:
    """What the page of a situation prints."""

    title: str
    summary: str
    mark: data.Mark | None
    permalink: str
    sections: tuple[data.Section, ...]
    instruments: tuple[data.Card, ...]
    helper_url: str
    """The keuzehulp with this situation already chosen; empty when there is none."""
    themes: tuple[data.Link, ...]
    chips: tuple[data.Chip, ...]
    sources: tuple[data.Source, ...]
    proposal_note: str
    all: data.Link


def situation_view(context: Context, page: Page, html: str) -> SituationView:
    """Everything the page prints. `html` is the sanitised running text."""
    meta = page.meta
    assert isinstance(meta, Situatie)
    chips = tuple(chip for id, basis, _path in elements_touched(page) if (chip := context.chip(id, basis)))
    return SituationView(
        title=meta.titel,
        summary=meta.samenvatting,
        mark=chips[0].mark if chips else None,
        permalink=context.permalink(None, page.site_path),
        sections=split(html)[1],
        instruments=_instruments(context, page, meta),
        helper_url=f"{context.address(HELPER)}?situatie={page.slug}" if context.helper else "",
        themes=tuple(_theme(context, theme) for theme in meta.thema),
        chips=chips,
        sources=context.sources(meta.bronnen),
        proposal_note=t("voorstel.uitleg") if meta.voorstel_redactie else "",
        all=data.Link(t("situaties.alle"), context.address(SITUATIONS)),
    )


def _instruments(context: Context, page: Page, meta: Situatie) -> tuple[data.Card, ...]:
    """What the keuzehulp would say to who answers nothing else; without weights, what the editors name."""
    if context.helper:
        found = advise(candidates(context.catalogue, context.helper, page), context.helper, Answers())
        return tuple(context.card(row.candidate.page, reason=why(context, row.candidate)) for row in found)
    items = context.catalogue.items
    return tuple(context.card(items[row.item], reason=row.waarom) for row in meta.instrumenten if row.item in items)


def _theme(context: Context, theme: str) -> data.Link:
    """The page that introduces a theme, or else the list of everything that has it."""
    facet = context.catalogue.model.facets["thema"]
    for kind in KINDS:
        entrance = context.catalogue.by_path.get(f"{CONTENT}/{kind.folder}/{theme}.md")
        if kind.facet == facet.id and entrance:
            return data.Link(entrance.title, context.address(entrance.site_path))
    return data.Link(facet.title_of(theme), context.address(of_value(facet.id, theme)))
