"""Finding: the pages and files with which one finds an item: the catalogue, and a page for each value of a facet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wegwijs.addresses import CATALOGUE
from wegwijs.views.catalogus import Catalogus
from wegwijs.views.context import Context
from wegwijs.views.facetpaginas import facet_pages
from wegwijs.views.page import SitePage
from wegwijs.words import t


def finding_pages(context: Context) -> Iterator[SitePage]:
    """The catalogue and the pages of the facets."""
    catalogus = Catalogus(context)
    title, summary = t("catalogus.titel"), t("catalogus.samenvatting")
    yield SitePage(CATALOGUE, title, summary, "", "catalogus.html", lambda _html: catalogus.view())
    yield from facet_pages(catalogus)


def finding_files(context: Context) -> Mapping[str, bytes]:
    """The data that the catalogue's script reads."""
    return Catalogus(context).files
