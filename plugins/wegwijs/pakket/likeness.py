"""Likeness: what in the knowledge base is much like something new: nearly the same text, or the very same attachment."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from wegwijs.attachments import MAX_FILE
from wegwijs.catalogue import CONTENT, Catalogue, Page
from wegwijs.tree import Sort

ALIKE = 0.35
"""The part of the runs of words that two texts share, from which on somebody should compare them."""
RUN = 4


def alike(catalogue: Catalogue, page: Page, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Keys of `importeren.lijkt` with the path of the other: `tekst` or `bijlage`."""
    own = _runs(page)
    for other in catalogue.looked_at:
        if other.path != page.path and own and _share(own, _runs(other)) >= ALIKE:
            yield "tekst", other.path
    digests = {hashlib.sha256(data).digest() for data in files.values()}
    sizes = {len(data) for data in files.values()}
    for entry in catalogue.tree.below(CONTENT):
        is_other = entry.sort is Sort.FILE and entry.path not in files and not entry.path.endswith(".md")
        if is_other and entry.size in sizes and hashlib.sha256(entry.read(MAX_FILE)).digest() in digests:
            yield "bijlage", entry.path


def _runs(page: Page) -> frozenset[tuple[str, ...]]:
    """Each run of a few words of the text, headings aside: they are the same on every page."""
    lines = (line for line in page.source.body.split("\n") if not line.startswith("#"))
    words = re.findall(r"[^\W\d_]+", " ".join(lines).lower())
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))


def _share(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """What the smaller of two texts has in common with the larger."""
    return len(one & other) / max(1, min(len(one), len(other)))
