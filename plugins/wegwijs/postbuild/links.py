"""Links: every link, anchor, image, download and short code leads to a file that is there, capital for capital."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from wegwijs.faults import Fault, fault
from wegwijs.postbuild.built import Built
from wegwijs.postbuild.tags import Tags

_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)|@import\s+[\"']([^\"']+)")
ROOTED = frozenset({"404.html"})
"""Pages that may be shown at any address, so that their links begin at the root."""


def check_links(built: Built) -> Iterator[Fault]:
    """What a reader can click and what a browser loads."""
    for page, links in built.links.items():
        for reference, target in links:
            if reference.address.startswith("/") and page not in ROOTED:
                yield fault("B003", page, adres=reference.address)
            elif target not in built.files:
                yield missing(built, page, reference.address, target)
            else:
                anchor = reference.address.partition("#")[2]
                if anchor and target in built.pages and not _is_there(built.pages[target], anchor):
                    yield fault("B004", page, adres=reference.address)


def _is_there(page: Tags, anchor: str) -> bool:
    name, given, _value = anchor.partition("=")
    return unquote(anchor) in page.ids or bool(given and name in page.states)


def missing(built: Built, page: str, address: str, target: str) -> Fault:
    """What is wrong with an address that leads to no file."""
    near = built.by_lower.get(target.lower())
    return fault("B002", page, adres=address, bestand=near) if near else fault("B001", page, adres=address)


def check_styles(built: Built) -> Iterator[Fault]:
    """The typeface and images that stylesheets ask for."""
    for path, address in style_addresses(built):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address.partition("#")[0])))
        if not address.startswith(("data:", "#", "http:", "https:", "//")) and target not in built.files:
            yield missing(built, path, address, target)


def style_addresses(built: Built) -> Iterator[tuple[str, str]]:
    """Each address in a stylesheet, with the stylesheet."""
    for path in built.files:
        if path.endswith(".css"):
            for found in _URL.finditer(built.files[path].decode("utf-8", errors="replace")):
                yield path, found[1] or found[2]


def check_addresses(built: Built) -> Iterator[Fault]:
    """Addresses that are written out: short codes under QR codes, frames, feeds, data. In a copy only the codes can be looked up."""
    for path, targets in built.addresses.items():
        for target in targets:
            if built.is_copy and not target.startswith("k/"):
                continue
            if target not in built.files:
                yield fault("B005", path, adres=f"{built.site_url}{target.removesuffix('index.html')}")
