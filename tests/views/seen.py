"""What readers see of a site: its pages and files, made in the memory."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from tests.markdowns import rendered
from tests.sites import Site
from wegwijs.addresses import url_of
from wegwijs.views.context import Context
from wegwijs.views.site import site_pages

ONLINE = "https://voorbeeld.nl/"
View = TypeVar("View")


def context_of(site: Site, today: date | None = None) -> Context:
    """A site as it stands online."""
    return Context(site.catalogue, url_of, site_title="Proef", site_url=ONLINE, today=today)


def page_of(site: Site, path: str, kind: type[View], today: date | None = None) -> View:
    """The view of one page, with its text."""
    page = site_pages(context_of(site, today))[path]
    view = page.view(rendered(page.markdown))
    assert isinstance(view, kind), path
    return view
