"""Copies: what a copy on disk must do without: addresses of folders, the site's own address in links, and whatever needs a host."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijs.faults import Fault, fault
from wegwijs.postbuild.built import Built

ONLINE_ONLY = frozenset(
    {"404.html", "sitemap.xml", "sitemap.xml.gz", "feed.xml", "robots.txt", "CNAME", "_headers", "_redirects"}
)


def check_copy(built: Built) -> Iterator[Fault]:
    """Only for a copy."""
    if not built.is_copy:
        return
    for path in sorted(ONLINE_ONLY & set(built.files)):
        yield fault("B034", path)
    for page, tags in built.pages.items():
        for reference in tags.references:
            plain = reference.address.partition("#")[0].partition("?")[0]
            if built.site_url and plain.startswith(built.site_url) and not reference.is_meant:
                yield fault("B035", page, adres=reference.address)
            elif plain.endswith(("/", "..")) and "://" not in plain:
                yield fault("B036", page, adres=reference.address)
