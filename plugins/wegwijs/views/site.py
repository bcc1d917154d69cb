"""Site: every page of the site, with the text to render and the view to print. The one place that decides which pages there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

from wegwijs import addresses
from wegwijs.catalogue import Page
from wegwijs.model import Element
from wegwijs.search.files import search_files
from wegwijs.views import (
    beelden,
    begrippen,
    bladen,
    data,
    gesprekskaarten,
    groei,
    insluiten,
    inzichten,
    keuzemenu,
    kijkrichtingen,
    korte_codes,
    niveaus,
    onderhoud,
    pagedata,
    tijdlijn,
    versie,
    verzamelingen,
    weggelaten,
    witte_vlekken,
    zonder_internet,
)
from wegwijs.views.catalogus import Catalogus
from wegwijs.views.context import Context
from wegwijs.views.elements import element_view, layer_view, toolbox_view
from wegwijs.views.facetpaginas import facet_pages
from wegwijs.views.feed import feed_files
from wegwijs.views.formulier import form_files, form_pages
from wegwijs.views.gegevens import catalogue_files, item_files
from wegwijs.views.guide import help_index, help_views, manual_view
from wegwijs.views.items import item_view, sheet_view
from wegwijs.views.keuzehulp import HELPER, helper_files, helper_pages
from wegwijs.views.landing import home_view, kind_of_section, section_view
from wegwijs.views.page import SitePage
from wegwijs.views.situaties import situation_view
from wegwijs.views.ways_in import ingang_view
from wegwijs.words import t


def site_pages(context: Context) -> Mapping[str, SitePage]:
    """All pages by path. Pages of `content/` come first; a generated page never takes the place of a written one."""
    pages: dict[str, SitePage] = {}
    for generate in GENERATORS:
        pages |= {page.path: page for page in generate(context)}
    written = context.catalogue.pages
    paths = frozenset({*pages, *(page.site_path for page in written)})
    for page in written:
        pages[page.site_path] = _written(context, page, paths)
    return pages


def _written(context: Context, page: Page, paths: frozenset[str]) -> SitePage:
    template, view = _view_of(context, page, paths)
    summary = getattr(page.meta, "samenvatting", None) or ""
    return SitePage(page.site_path, page.title, summary, page.source.body, template, view)


def _view_of(context: Context, page: Page, paths: frozenset[str]) -> tuple[str, Callable[[str], object]]:
    section = kind_of_section(page.site_path)
    if page.kind.id == "situatie":
        return page.kind.template, partial(situation_view, context, page)
    if page.kind.id == "verzameling":
        return page.kind.template, partial(verzamelingen.editors_view, context, page)
    if page.is_item and page.item.status == "ingetrokken":
        return "ingetrokken.html", partial(korte_codes.withdrawn_view, context, page)
    if page.kind.template == "item.html":
        return page.kind.template, partial(item_view, context, page)
    if page.kind.facet:
        return page.kind.template, partial(ingang_view, context, page)
    if page.is_item:
        return page.kind.template, lambda _html: sheet_view(context, page)
    if page.site_path == "index.md":
        return "home.html", lambda _html: home_view(context, page, paths)
    if section:
        return "sectie.html", partial(section_view, context, section, page)
    if page.site_path == zonder_internet.PATH:
        return "zonder-internet.html", partial(zonder_internet.offline_view, context, page)
    pictures = beelden.beelden_of(context, page)
    if pictures:
        return "handleiding.html", partial(beelden.manual_view, page, pictures)
    plain = pagedata.PageView(page.title, getattr(page.meta, "samenvatting", None) or "")
    return "main.html", lambda _html: plain


def _elements(context: Context) -> list[SitePage]:
    model = context.catalogue.model
    found = []
    for layer in model.layers.values():
        found.append(
            SitePage(
                addresses.of_layer(layer),
                layer.title,
                layer.shape.vraag,
                "",
                "laag.html",
                _always(partial(layer_view, context, layer)),
            )
        )
        found += [_element(context, element) for element in layer.elements]
    if model.layers:
        found.append(
            SitePage(
                addresses.TOOLBOX, model.title, model.core, "", "toolbox.html", _always(partial(toolbox_view, context))
            )
        )
    return found


def _element(context: Context, element: Element) -> SitePage:
    return SitePage(
        addresses.of_element(element),
        element.title,
        element.shape.kern,
        element.source.body,
        "element.html",
        partial(element_view, context, element),
    )


def _guide(context: Context) -> list[SitePage]:
    found = [_help(code, view) for code, view in help_views().items()]
    found.append(
        SitePage(
            addresses.HELP,
            t("hulp.titel"),
            t("hulp.samenvatting"),
            "",
            "hulp-lijst.html",
            _always(partial(help_index, context)),
        )
    )
    found.append(
        SitePage(
            addresses.MANUAL,
            t("velden.titel"),
            t("velden.samenvatting"),
            "",
            "velden.html",
            _always(partial(manual_view, context)),
        )
    )
    return found


def _help(code: str, view: pagedata.HelpView) -> SitePage:
    return SitePage(addresses.of_help(code), view.title, view.explanation, "", "hulp.html", lambda _html: view)


def _always(make: Callable[[], object]) -> Callable[[str], object]:
    """A view that does not need the page's text."""
    return lambda _html: make()


def site_view(context: Context, footer: tuple[data.Link, ...]) -> data.SiteView:
    """What every page shows."""
    layers = context.catalogue.model.layers
    return data.SiteView(
        title=context.site_title,
        version=context.edition.version,
        layers=tuple(
            data.LayerLink(
                id,
                layer.title,
                layer.shape.enkelvoud,
                layer.shape.letter,
                layer.shape.kleur,
                layer.shape.vraag,
                context.marks[id].url,
            )
            for id, layer in layers.items()
            if layer.is_drawn
        ),
        footer=footer,
        home_url=context.address("index.md"),
        toolbox_url=context.address(addresses.TOOLBOX),
        search_url=context.address(addresses.CATALOGUE),
        collection_url=context.address(addresses.COLLECTION),
        version_url=context.address(addresses.THIS_VERSION),
        copy_day=zonder_internet.day_of(context) if context.edition.is_copy else "",
    )


@lru_cache(maxsize=2)
def _catalogus(context: Context) -> Catalogus:
    """The catalogue is costly to make and is asked for its page and for its data."""
    return Catalogus(context, context.address(HELPER) if context.helper else "")


def _catalogue_pages(context: Context) -> Iterable[SitePage]:
    catalogus = _catalogus(context)
    yield SitePage(
        addresses.CATALOGUE,
        t("catalogus.titel"),
        t("catalogus.samenvatting"),
        "",
        "catalogus.html",
        _always(catalogus.view),
    )
    yield from facet_pages(catalogus)


def _catalogue_files(context: Context) -> Mapping[str, bytes]:
    return _catalogus(context).files


def _search_files(context: Context) -> Mapping[str, bytes]:
    """The index of the search."""
    return search_files(context.catalogue, context.address, searchable(context))


def searchable(context: Context) -> list[tuple[str, str, str]]:
    """The pages that the site makes itself and that readers may look for: path, title and summary."""
    shown = (
        begrippen.pages,
        tijdlijn.pages,
        inzichten.pages,
        keuzemenu.pages,
        groei.pages,
        onderhoud.pages,
        helper_pages,
        verzamelingen.pages,
    )
    return [(page.path, page.title, page.description) for make in shown for page in make(context)]


GENERATORS: tuple[Callable[[Context], Iterable[SitePage]], ...] = (
    _guide,
    _elements,
    kijkrichtingen.pages,
    niveaus.pages,
    gesprekskaarten.pages,
    inzichten.pages,
    keuzemenu.pages,
    witte_vlekken.pages,
    begrippen.pages,
    tijdlijn.pages,
    versie.pages,
    weggelaten.pages,
    groei.pages,
    onderhoud.pages,
    korte_codes.pages,
    verzamelingen.pages,
    _catalogue_pages,
    helper_pages,
    form_pages,
)
"""Who makes pages without a file in `content/`; a later row may take the place of a page of an earlier one.
A new view of the catalogue is a function and a row."""

FILES: tuple[Callable[[Context], Mapping[str, bytes]], ...] = (
    versie.files,
    witte_vlekken.files,
    onderhoud.files,
    korte_codes.files,
    bladen.files,
    verzamelingen.files,
    _catalogue_files,
    helper_files,
    catalogue_files,
    form_files,
    _search_files,
)
"""Who makes files that are no pages, by path below the site root."""

ONLINE_FILES: tuple[Callable[[Context], Mapping[str, bytes]], ...] = (insluiten.files, item_files, feed_files)
"""Who makes files that only work on the web: for somebody else's page, for programs, for feed readers. A copy on disk does without."""


def site_files(context: Context) -> Mapping[str, bytes]:
    """Every file that is made besides the pages."""
    makers = FILES if context.edition.is_copy else (*FILES, *ONLINE_FILES)
    return {path: content for make in makers for path, content in make(context).items()}
