"""Needed: every page can be reached by clicking, and every file is asked for by a page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial

from wegwijs.faults import Fault, fault
from wegwijs.postbuild.built import Built
from wegwijs.postbuild.links import style_addresses

DOORS = frozenset({"index.html", "404.html", "sitemap.xml", "robots.txt", "LEESMIJ.txt"})
"""What is opened without a link: by typing the address, by a search engine, from the folder."""
BY_SCRIPT = {
    "assets/js/zoek.js": "assets/zoek/",
    "assets/js/share.js": "assets/js/qr.js",
    "assets/js/stukken.js": "assets/stukken/",
    "assets/js/formulier.js": "assets/formulier/items/",
}
"""Scripts that decide by themselves which of their parts they load."""
ALONG = {"assets/fonts/atkinson-hyperlegible-next.woff2": "assets/fonts/OFL.txt"}
"""What must go along with a file, because its licence says so."""


def check_needed(built: Built) -> Iterator[Fault]:
    """Begin at the doors and follow everything; what was not seen is in nobody's way, and in nobody's use."""
    seen = _reached(built)
    for path in built.files:
        if path in seen:
            continue
        if path in built.pages:
            # A page behind a code or an earlier address is reached from paper, or from another site.
            if not built.pages[path].is_hidden:
                yield fault("B012", path)
        else:
            yield fault("B013", path)


def _reached(built: Built) -> frozenset[str]:
    hidden = {path for path, tags in built.pages.items() if tags.is_hidden}
    todo = [path for path in (*DOORS, *hidden) if path in built.files]
    styles: dict[str, list[str]] = {}
    for path, address in style_addresses(built):
        styles.setdefault(path, []).append(posixpath.normpath(posixpath.join(posixpath.dirname(path), address)))
    seen = set(todo)
    following = partial(_following, built, styles)
    while todo:
        for target in following(todo.pop()):
            if target in built.files and target not in seen:
                seen.add(target)
                todo.append(target)
    return frozenset(seen)


def _following(built: Built, styles: dict[str, list[str]], path: str) -> Iterator[str]:
    """What a file asks for. The sitemap names every page, so it is no way to find whether one is linked."""
    yield from (target for _reference, target in built.links.get(path, ()))
    yield from styles.get(path, ())
    if path in ALONG:
        yield ALONG[path]
    if path in BY_SCRIPT:
        yield from (part for part in built.files if part.startswith(BY_SCRIPT[path]))
    if path != "sitemap.xml":
        pages = built.pages
        yield from (
            target for target in built.addresses.get(path, ()) if target not in pages or pages[target].is_hidden
        )
