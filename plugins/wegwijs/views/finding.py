"""Finding: the pages and files with which one finds an item: the catalogue, the pages of the facets, and the keuzehulp."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wegwijs.addresses import CATALOGUE
from wegwijs.views.catalogus import Catalogus
from wegwijs.views.context import Context
from wegwijs.views.facetpaginas import facet_pages
from wegwijs.views.keuzehulp import HELPER, helper_files, helper_pages
from wegwijs.views.page import SitePage
from wegwijs.words import t


def finding_pages(context: Context) -> Iterator[SitePage]:
    """The catalogue, a page for each value of a facet, and the keuzehulp."""
    helping = tuple(helper_pages(context))
    advice_url = context.address(HELPER) if any(page.path == HELPER for page in helping) else ""
    catalogus = Catalogus(context, advice_url)
    title, summary = t("catalogus.titel"), t("catalogus.samenvatting")
    yield SitePage(CATALOGUE, title, summary, "", "catalogus.html", lambda _html: catalogus.view())
    yield from facet_pages(catalogus)
    yield from helping


def finding_files(context: Context) -> Mapping[str, bytes]:
    """The data that the scripts of the catalogue and the keuzehulp read."""
    return {**Catalogus(context).files, **helper_files(context)}
