"""Feed: what is new or changed, for feed readers (Atom, RFC 4287), and when each page last changed, for search engines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from wegwijs.addresses import CATALOGUE
from wegwijs.catalogue import Catalogue, Page
from wegwijs.views.context import Context
from wegwijs.views.gegevens import items_of
from wegwijs.views.page import SitePage
from wegwijs.views.shelf import CURRENT
from wegwijs.words import t

MOST = 50
SITEMAP = "sitemap.xml"
PATH = "feed.xml"


def changed_on(page: Page) -> date:
    """The day of the last change that a reader notices."""
    return page.item.bijgewerkt or page.item.gepubliceerd


def feed_files(context: Context) -> Mapping[str, bytes]:
    """The feed; none when nobody knows where the site stands, because every address in it must be whole."""
    if not context.site_url:
        return {}
    pages = [page for page in items_of(context) if page.item.status in CURRENT]
    pages.sort(key=lambda page: page.slug)
    pages.sort(key=changed_on, reverse=True)
    return {PATH: "\n".join(_feed(context, pages[:MOST])).encode()}


def _feed(context: Context, pages: list[Page]) -> Iterator[str]:
    site = context.site_url
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">'
    yield f"<id>{escape(site + PATH)}</id>"
    yield f"<title>{escape(t('gegevens.feed', site=context.site_title))}</title>"
    yield f"<updated>{_moment(changed_on(pages[0]) if pages else date(1970, 1, 1))}</updated>"
    yield f"<link rel=\"self\" type=\"application/atom+xml\" href={quoteattr(site + PATH)}/>"
    yield f"<link rel=\"alternate\" type=\"text/html\" href={quoteattr(site)}/>"
    yield f"<author><name>{escape(context.site_title)}</name></author>"
    for page in pages:
        yield from _entry(context, page)
    yield "</feed>\n"


def _entry(context: Context, page: Page) -> Iterator[str]:
    item = page.item
    yield "<entry>"
    yield f"<id>{escape(context.permalink(item.code, page.site_path))}</id>"
    yield f"<title>{escape(item.titel)}</title>"
    yield f"<updated>{_moment(changed_on(page))}</updated>"
    yield f"<published>{_moment(item.gepubliceerd)}</published>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(context.online(page.site_path))}/>'
    for theme in context.facet_titles(page, "thema"):
        yield f"<category term={quoteattr(theme)}/>"
    yield f"<summary>{escape(item.samenvatting)}</summary>"
    yield "</entry>"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def newest(catalogue: Catalogue) -> date | None:
    """The day of the last change to any item."""
    return max((changed_on(page) for page in catalogue.items.values()), default=None)


HIDDEN = frozenset({"ingetrokken.html", "weggelaten.html"})
"""Templates of pages that ask search engines to pass them by."""


def sitemap(context: Context, pages: Mapping[str, SitePage]) -> Mapping[str, bytes]:
    """The pages for search engines (sitemaps.org). Ours and not the generator's: that one comes with a packed twin that holds the clock."""
    if not context.site_url or context.edition.is_copy:
        return {}
    days = last_changes(context)
    paths = (path for path, page in pages.items() if page.template not in HIDDEN)
    rows = (f"<url><loc>{escape(context.online(path))}</loc>{_last(days.get(path))}</url>" for path in sorted(paths))
    head = ('<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    return {SITEMAP: "\n".join((*head, *rows, "</urlset>\n")).encode()}


def _last(day: str | None) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""


def last_changes(context: Context) -> Mapping[str, str]:
    """The day each page last changed, by path. A page whose day nobody wrote down is left out: a guess would be a lie."""
    found: dict[str, date] = {}
    for page in context.catalogue.items.values():
        day = changed_on(page)
        for path in (page.site_path, f"{page.kind.folder}/index.md", CATALOGUE, "index.md"):
            found[path] = max(day, found.get(path, day))
    return {path: day.isoformat() for path, day in found.items()}
