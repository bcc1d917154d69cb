"""Addresses: every page the site has, as the path of its Markdown file below the site root. Addresses are public and do not change."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from wegwijs.catalogue import Catalogue, Page
from wegwijs.model import Element, Layer
from wegwijs.words import messages

TOOLBOX = "toolbox/index.md"
CATALOGUE = "catalogus/index.md"
HELP = "hulp/index.md"
MANUAL = "bijdragen/velden.md"
GLOSSARY = "begrippen/index.md"
QUESTION_PREFIX = "vraag-"
"""A question of an element has the anchor `vraag-<id>`."""
ITEM_ANCHORS = frozenset({"stappen", "ervaringen", "bronnen", "feiten", "bijlagen"})
"""Anchors that the template of an item adds to those of its text."""


def of_element(element: Element) -> str:
    """`toolbox/standaarden/begeleiding.md`, which is also where its file is."""
    return f"toolbox/{element.layer}/{element.id}.md"


def of_layer(layer: Layer) -> str:
    """`toolbox/standaarden/index.md`."""
    return f"toolbox/{layer.id}/index.md"


def of_help(code: str) -> str:
    """`hulp/k012.md`."""
    return f"hulp/{code.lower()}.md"


def of_code(code: str) -> str:
    """`k/pr4x.md`: the page behind a short code."""
    return f"k/{code}.md"


def generated(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """The pages that have no file in `content/`, with the anchors that can be linked to."""
    pages: dict[str, frozenset[str]] = {path: frozenset() for path in (TOOLBOX, CATALOGUE, HELP, MANUAL)}
    for layer in catalogue.model.layers.values():
        pages[of_layer(layer)] = frozenset()
    for element in catalogue.model.everything:
        questions = frozenset(f"{QUESTION_PREFIX}{question.id}" for question in element.questions or ())
        pages[of_element(element)] = element.body.anchors | questions | frozenset({"instrumenten", "vragen"})
    if catalogue.model.terms:
        pages[GLOSSARY] = frozenset(catalogue.model.terms)
    for code in messages():
        pages[of_help(code)] = frozenset()
    return pages


def anchors_of(page: Page) -> frozenset[str]:
    """The anchors of a page made from a document."""
    return page.body.anchors | ITEM_ANCHORS if page.is_item else page.body.anchors


def url_of(site_path: str, *, directories: bool = True) -> str:
    """The address of a page, relative to the site root: `instruments/peerreview/`, or `instruments/peerreview.html` for a copy on disk."""
    stem = site_path.removesuffix(".md")
    if not directories:
        return f"{stem}.html"
    if stem == "index":
        return "./"
    return f"{stem.removesuffix('/index')}/"


def relative(url: str, page_url: str) -> str:
    """An address below the root as seen from a page, so that it works wherever the site stands, also on disk."""
    start = posixpath.dirname(page_url) if page_url not in ("", ".", "./") else ""
    found = posixpath.relpath(url, start or ".")
    return f"{found}/" if url.endswith("/") else found
