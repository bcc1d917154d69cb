"""Holders: what there is now that has a code or ought to have one, beside what the ledger says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wegwijs.addresses import generated, of_element, url_of
from wegwijs.catalogue import Catalogue, Page
from wegwijs.ledger.ledger import Ledger
from wegwijs.ledger.rows import ADDRESS, LEDGER, OLD, Fault, read_old, read_rows
from wegwijs.redirects import Routes, find_routes
from wegwijs.source import Source
from wegwijs.tree import Sort, Tree

LIMIT = 50_000_000
"""Bytes of the ledger that are read: half a million rows. It grows as long as the site exists."""


@dataclass(frozen=True)
class Holder:
    """An item, a way in or a part of the model."""

    code: str
    """Empty when it has none yet."""
    address: str
    title: str
    source: Source = field(repr=False, compare=False)
    is_withdrawn: bool = False
    reason: str = ""
    successor: str = ""
    """The code of what came in its place."""

    @property
    def path(self) -> str:
        """The file."""
        return self.source.path


@dataclass(frozen=True)
class Register:
    """The ledger and what there is now."""

    ledger: Ledger
    holders: tuple[Holder, ...]
    pages: Mapping[str, str]
    """Every page, holders included: address → Markdown file below the site root."""
    old: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """The addresses of the old site: code and line."""
    faults: tuple[Fault, ...] = ()
    """Rows of the ledger that cannot be read."""
    old_faults: tuple[Fault, ...] = ()
    has_ledger: bool = False

    @cached_property
    def present(self) -> Mapping[str, Holder]:
        """Who has which code now; of two with the same code the first by file."""
        found: dict[str, Holder] = {}
        for holder in self.holders:
            if holder.code:
                found.setdefault(holder.code, holder)
        return found

    @cached_property
    def routes(self) -> Routes:
        """Where every code and every earlier address leads."""
        present = {code: holder.address for code, holder in self.present.items()}
        return find_routes(self.ledger, present, self.pages, {address: code for address, (code, _) in self.old.items()})


def register_of(catalogue: Catalogue) -> Register:
    """Read the ledger and set it beside the catalogue. A site without a ledger has an empty one."""
    rows, faults = read_rows(_text(catalogue.tree, LEDGER))
    old, old_faults = read_old(_text(catalogue.tree, OLD))
    return Register(
        Ledger(rows), holders_of(catalogue), pages_of(catalogue), old, faults, old_faults, LEDGER in catalogue.tree
    )


def _text(tree: Tree, path: str) -> str:
    entry = tree.entries.get(path)
    if entry is None or entry.sort is not Sort.FILE:
        return ""
    return entry.read(LIMIT).decode("utf-8", errors="replace")


def has_code(page: Page) -> bool:
    """Whether a document of this kind has a code: items and ways in do, ordinary pages do not."""
    return "code" in page.kind.shape.model_fields


def holders_of(catalogue: Catalogue) -> tuple[Holder, ...]:
    """Everything that has a code or ought to have one, by file."""
    found = [_of_page(catalogue, page) for page in catalogue.pages if has_code(page)]
    found += [
        Holder(element.shape.code or "", url_of(of_element(element)), element.title, element.source)
        for element in catalogue.model.elements.values()
    ]
    return tuple(sorted(found, key=lambda holder: holder.path))


def _of_page(catalogue: Catalogue, page: Page) -> Holder:
    code = getattr(page.meta, "code", None) or ""
    withdrawn = page.is_item and page.item.status == "ingetrokken"
    return Holder(
        code,
        url_of(page.site_path),
        page.title,
        page.source,
        withdrawn,
        (page.item.reden_ingetrokken or "") if withdrawn else "",
        _successor(catalogue, page) if withdrawn else "",
    )


def successors(catalogue: Catalogue, page: Page) -> tuple[Page, ...]:
    """The items that say that they replace this one, the usable ones first."""
    found = [other for relation, other in catalogue.referring.get(page.slug, ()) if relation == "vervangt"]
    return tuple(sorted(found, key=lambda other: (other.item.status == "ingetrokken", other.title.casefold())))


def _successor(catalogue: Catalogue, page: Page) -> str:
    return next((other.item.code for other in successors(catalogue, page) if other.item.code), "")


def pages_of(catalogue: Catalogue) -> Mapping[str, str]:
    """Every page of the site but the first: address → Markdown file below the site root."""
    paths = {*generated(catalogue), *(page.site_path for page in catalogue.pages)}
    return {address: path for path in sorted(paths) if ADDRESS.fullmatch(address := url_of(path))}
