"""Ways in: the page of a theme or a role, with everything of the knowledge base that has that value."""

from __future__ import annotations

from wegwijs.catalogue import Page, elements_touched, facet_values
from wegwijs.documents import KINDS, Ingang
from wegwijs.views import data, pagedata
from wegwijs.views.context import Context
from wegwijs.views.sections import split
from wegwijs.words import t


def ingang_view(context: Context, page: Page, html: str) -> pagedata.IngangView:
    """Everything the page prints: the written introduction, the path, and the lists that the build makes."""
    meta = page.meta
    assert isinstance(meta, Ingang)
    _before, sections = split(html)
    items = context.catalogue.items
    chips = tuple(chip for id, basis, _path in elements_touched(page) if (chip := context.chip(id, basis)))
    return pagedata.IngangView(
        kind_title=t(f"soort_item.{page.kind.id}.een"),
        title=meta.titel,
        summary=meta.samenvatting,
        mark=chips[0].mark if chips else None,
        sections=sections,
        path=tuple(context.card(items[step.item], reason=step.waarom) for step in meta.pad if step.item in items),
        chips=chips,
        groups=_groups(context, page),
        sources=context.sources(meta.bronnen),
        proposal_note=t("voorstel.uitleg") if meta.voorstel_redactie else "",
    )


def _groups(context: Context, page: Page) -> tuple[data.Group, ...]:
    """The usable items with the value of this page, by content type."""
    found = []
    for kind in KINDS:
        pages = [
            other
            for other in context.catalogue.of_kind(kind.id)
            if other.is_item
            and other.item.status in ("actueel", "in-ontwikkeling")
            and page.slug in facet_values(other, page.kind.facet)
        ]
        if pages:
            found.append(
                data.Group(kind.folder, t(f"soort_item.{kind.id}.meer"), tuple(context.card(other) for other in pages))
            )
    return tuple(found)


def ways_in(context: Context, kind: str) -> tuple[data.Link, ...]:
    """Links to every theme, or every role."""
    return tuple(data.Link(page.title, context.address(page.site_path)) for page in context.catalogue.of_kind(kind))
