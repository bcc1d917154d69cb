"""Landing: the home page and the first page of each section."""

from __future__ import annotations

from markupsafe import Markup

from wegwijs.addresses import CATALOGUE, GROWING, HELP, MANUAL, TOOLBOX
from wegwijs.catalogue import Page
from wegwijs.documents import KINDS, Item, Kind
from wegwijs.views import data, pagedata
from wegwijs.views.context import Context
from wegwijs.views.groei import STATUS as GROWS
from wegwijs.views.groei import invitation
from wegwijs.views.ways_in import ways_in
from wegwijs.views.zonder_internet import offline_link
from wegwijs.words import t

LATEST = 6
SITUATIONS = 8
STATUS_ORDER = ("actueel", "in-ontwikkeling", "historisch")

DOORS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("team", (("naar_kaart", TOOLBOX), ("naar_catalogus", CATALOGUE))),
    ("bijdragen", (("naar_bijdragen", "bijdragen/index.md"), ("naar_velden", MANUAL), ("naar_hulp", HELP))),
    ("ambassadeur", (("naar_delen", "over/delen.md"), ("naar_publicaties", "publicaties/index.md"))),
    (
        "zonder_internet",
        (("naar_zonder_internet", "over/zonder-internet.md"), ("naar_werkbladen", "werkbladen/index.md")),
    ),
)
"""The four groups that use the site, each with where it goes; a page that is not there is left out."""


def home_view(context: Context, page: Page, paths: frozenset[str]) -> pagedata.HomeView:
    """The page that asks what you want to talk about. `paths` are the pages that exist."""
    summary = getattr(page.meta, "samenvatting", None) or ""
    return pagedata.HomeView(
        title=page.title,
        summary=summary,
        question=t("start.vraag"),
        field_label=t("start.veld"),
        situations=_situations(context),
        doors=tuple(_door(context, id, links, paths) for id, links in DOORS),
        latest=_latest(context),
        offline=offline_link(context),
        kaart=context.mini(frozenset()),
    )


def _situations(context: Context) -> tuple[data.Link, ...]:
    """What people run into, in their own words, as the editors chose; without those the themes, then the model's own questions."""
    situations = [page for page in context.catalogue.of_kind("situatie") if getattr(page.meta, "op_start", None)]
    if situations:
        situations.sort(key=lambda page: getattr(page.meta, "op_start", 0))
        return tuple(data.Link(page.title, context.address(page.site_path)) for page in situations)
    model = context.catalogue.model
    asked = tuple(
        data.Link(layer.shape.vraag, context.marks[layer.id].url) for layer in model.layers.values() if layer.is_drawn
    )
    return ways_in(context, "thema")[:SITUATIONS] or asked


def _door(context: Context, id: str, links: tuple[tuple[str, str], ...], paths: frozenset[str]) -> data.Door:
    shown = tuple(data.Link(t(f"deur.{id}.{word}"), context.address(path)) for word, path in links if path in paths)
    return data.Door(id.replace("_", "-"), t(f"deur.{id}.titel"), t(f"deur.{id}.tekst"), shown)


def _latest(context: Context) -> tuple[data.Card, ...]:
    """The newest instruments that can be used, then by title, so that the order is always the same."""
    usable = [page for page in context.catalogue.of_kind("instrument") if page.item.status == "actueel"]
    usable.sort(key=lambda page: (page.item.bijgewerkt or page.item.gepubliceerd).toordinal(), reverse=True)
    return tuple(context.card(page) for page in usable[:LATEST])


def section_view(context: Context, kind: Kind, page: Page, html: str) -> pagedata.SectionView:
    """The first page of a section: its introduction, and its items by sort, history at the end."""
    return pagedata.SectionView(
        kind.id,
        page.title,
        getattr(page.meta, "samenvatting", None) or "",
        Markup(html),  # noqa: S704 - sanitised HTML
        _groups(context, kind),
        invitation(context) if kind.folder == GROWING.partition("/")[0] else None,
    )


def _groups(context: Context, kind: Kind) -> tuple[data.Group, ...]:
    if not issubclass(kind.shape, Item):
        ways = tuple(context.way_in(page) for page in context.catalogue.of_kind(kind.id))
        return (data.Group(kind.folder, t(f"soort_item.{kind.id}.meer"), ways),)
    apart = ("ingetrokken", GROWS) if kind.folder == GROWING.partition("/")[0] else ("ingetrokken",)
    pages = [page for page in context.catalogue.of_kind(kind.id) if page.item.status not in apart]
    groups: dict[tuple[int, str, str], list[Page]] = {}
    for page in pages:
        groups.setdefault(_group_of(context, page), []).append(page)
    ordered = sorted(groups.items(), key=lambda row: row[0])
    return tuple(
        data.Group(id, title, tuple(context.card(page) for page in rows)) for ((_order, title, id), rows) in ordered
    )


def _group_of(context: Context, page: Page) -> tuple[int, str, str]:
    """Where an item stands: by status first, the usable ones by sort."""
    status = page.item.status
    if status != "actueel":
        return STATUS_ORDER.index(status) + 100, t(f"status.{status}.titel"), status
    period = getattr(page.meta, "periode", None)
    if period:
        return -period.van, str(period.van), f"jaar-{period.van}"
    year = getattr(page.meta, "jaar", None)
    if year:
        return -year, str(year), f"jaar-{year}"
    sort = context.sort_title(page)
    return 0, sort or t("sectie.overig"), (sort or "overig").lower().replace(" ", "-")


def kind_of_section(site_path: str) -> Kind | None:
    """The content type whose first page this is."""
    return next((kind for kind in KINDS if site_path == f"{kind.folder}/index.md"), None)
