"""Pages: what every page says of itself, and that it asks nothing of a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijs.faults import Fault, fault
from wegwijs.postbuild.built import Built
from wegwijs.postbuild.links import style_addresses

_FOREIGN = re.compile(r"(?:https?:)?//[\w-]")
_IN_SCRIPT = re.compile(r"[\"'`](?:https?:)?//([\w.-]+\.[a-z]{2,})")
NAMESPACES = frozenset({"www.w3.org"})
"""Names that look like an address and are never fetched."""


def check_pages(built: Built) -> Iterator[Fault]:
    """A language, one heading of the first rank, a title; and a description where search engines look."""
    for path, tags in built.pages.items():
        if not tags.lang:
            yield fault("B006", path)
        if tags.headings != 1:
            yield fault("B007", path, aantal=tags.headings)
        if not tags.title:
            yield fault("B008", path)
        if not tags.description and not tags.is_hidden and path != "404.html":
            yield fault("B009", path)


def check_ids(built: Built) -> Iterator[Fault]:
    """An anchor is there once."""
    for path, tags in built.pages.items():
        for name, count in tags.ids.items():
            if count > 1:
                yield fault("B010", path, naam=name, aantal=count)


def check_strangers(built: Built) -> Iterator[Fault]:
    """No browser is sent to another host by itself. A link that a reader clicks is no request."""
    for path, tags in built.pages.items():
        for reference in tags.references:
            if reference.loads and _FOREIGN.match(reference.address):
                yield fault("B011", path, adres=reference.address)
    for path, address in style_addresses(built):
        if _FOREIGN.match(address):
            yield fault("B011", path, adres=address)
    for path in built.files:
        if path.startswith("assets/js/") and path.endswith(".js"):
            for host in _IN_SCRIPT.findall(built.files[path].decode("utf-8", errors="replace")):
                if host not in NAMESPACES:
                    yield fault("B011", path, adres=host)
