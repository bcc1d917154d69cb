"""Catalogue: the model and all documents together: lookups and back-references. Rules about them are in `checks`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from wegwijs.body import Body, read_body
from wegwijs.documents import KINDS, Document, Item, Kind, kind_of
from wegwijs.fields import SLUG
from wegwijs.model import Element, Model, load_model
from wegwijs.problems import Place, Problems
from wegwijs.source import Source, read_document
from wegwijs.tree import Entry, Sort, Tree, whole
from wegwijs.validation import salvage

CONTENT = "content"


@dataclass(frozen=True)
class Page:
    """A document with where it stands: the metadata as an object, the body, and the file they came from."""

    kind: Kind
    slug: str
    """The last part of the address; for an item unique over all kinds, because items refer to each other by it."""
    meta: Document
    source: Source = field(repr=False, compare=False)
    body: Body = field(repr=False, compare=False)
    faulty: frozenset[str] = frozenset()
    """Fields that could not be read; a page with any is only looked at for more problems, never published."""

    @property
    def path(self) -> str:
        """The file, from the root of the project."""
        return self.source.path

    @property
    def site_path(self) -> str:
        """The file as the site generator knows it: below `content/`."""
        return self.path.removeprefix(f"{CONTENT}/")

    @property
    def title(self) -> str:
        """What readers call it."""
        return self.meta.titel

    @property
    def is_item(self) -> bool:
        """Whether it is one of the things people look for, not an ordinary page."""
        return issubclass(self.kind.shape, Item)

    @property
    def item(self) -> Item:
        """The metadata of an item; only for pages that are one."""
        return cast(Item, self.meta)

    @property
    def folder(self) -> str:
        """Where the attachments of an item are."""
        return self.path.removesuffix(".md")


@dataclass(frozen=True)
class Touch:
    """An item that touches an element, and who says so: `bron` or `redactie`."""

    page: Page
    basis: str


@dataclass(frozen=True)
class Catalogue:
    """Everything that could be read, and the tree it was read from."""

    model: Model = field(default_factory=Model)
    pages: tuple[Page, ...] = ()
    """The pages without faulty fields: the ones that can be published."""
    flawed: tuple[Page, ...] = ()
    """The pages with faulty fields."""
    tree: Tree = field(default_factory=lambda: Tree({}), repr=False)
    broken: frozenset[str] = frozenset()
    """Files that are there but could not be read at all; a link to one of them is not called a dead link."""
    absent: Mapping[str, str] = field(default_factory=dict)
    """What is left out of this edition because of a fault: the file below `content/` and the title."""

    @cached_property
    def items(self) -> Mapping[str, Page]:
        """Items by slug; of two with the same slug the first by path counts."""
        return _by_slug(self.pages)

    @cached_property
    def known(self) -> Mapping[str, Page]:
        """Items by slug, flawed ones included: what may be referred to."""
        return _by_slug(self.everything)

    @cached_property
    def everything(self) -> tuple[Page, ...]:
        """Every page that can be looked at, by path."""
        return tuple(sorted((*self.pages, *self.flawed), key=lambda page: page.path))

    @cached_property
    def looked_at(self) -> tuple[Page, ...]:
        """Every item that checks look at: flawed ones, and ones whose name is taken, included."""
        return tuple(page for page in self.everything if page.is_item)

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        """Pages by file."""
        return {page.path: page for page in self.pages}

    def of_kind(self, kind: str) -> tuple[Page, ...]:
        """The items of one content type, by title."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Page, ...]]:
        return {
            kind.id: tuple(
                sorted(
                    (page for page in self.pages if page.kind is kind),
                    key=lambda page: (page.title.casefold(), page.slug),
                )
            )
            for kind in KINDS
        }

    @cached_property
    def touching(self) -> Mapping[str, tuple[Touch, ...]]:
        """For each element the items that touch it: those a source names first, then by title."""
        found: dict[str, list[Touch]] = {}
        for page in self.items.values():
            if page.item.status == "ingetrokken":
                continue
            for basis in ("bron", "redactie"):
                for element in getattr(page.item.elementen, basis):
                    found.setdefault(element, []).append(Touch(page, basis))
        return {
            element: tuple(sorted(touches, key=lambda touch: (touch.basis, touch.page.title.casefold())))
            for element, touches in found.items()
        }

    @cached_property
    def referring(self) -> Mapping[str, tuple[tuple[str, Page], ...]]:
        """For each slug who refers to it and how: `(name of the relation, page)`."""
        found: dict[str, list[tuple[str, Page]]] = {}
        for page in self.items.values():
            for relation, slug, _path in relations_of(page):
                found.setdefault(slug, []).append((relation, page))
        return {
            slug: tuple(sorted(rows, key=lambda row: (row[0], row[1].title.casefold()))) for slug, rows in found.items()
        }


def _by_slug(pages: tuple[Page, ...]) -> Mapping[str, Page]:
    found: dict[str, Page] = {}
    for page in pages:
        if page.is_item:
            found.setdefault(page.slug, page)
    return found


RELATIONS = ("past_bij", "volgt_op", "vervangt")
STEPS = ("pad", "instrumenten", "stukken")
"""Fields of ways in that hold steps, each with the slug of an item."""
OWN_RELATIONS = ("producten", "voedt", "vereist_voor", "bij")
"""Fields of single content types that hold slugs of items."""


def relations_of(page: Page) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Every reference of an item to another: the relation, the slug, and where it stands in the metadata."""
    related = getattr(page.meta, "verwant", None)
    for relation in RELATIONS if related else ():
        for index, slug in enumerate(getattr(related, relation)):
            yield relation, slug, ("verwant", relation, index)
    for path in STEPS:
        for index, step in enumerate(getattr(page.meta, path, None) or ()):
            if step.item:
                yield path, step.item, (path, index, "item")
    for relation in OWN_RELATIONS:
        for index, slug in enumerate(getattr(page.meta, relation, None) or ()):
            yield relation, slug, (relation, index)


def load_catalogue(tree: Tree, problems: Problems) -> Catalogue:
    """Read the model and every document of `content/`. Faults are collected; what cannot be read is left out."""
    model = load_model(tree, problems)
    pages = []
    broken = set()
    for entry in tree.below(CONTENT):
        if not entry.path.endswith(".md") or entry.sort is not Sort.FILE:
            continue
        page = _page(entry, problems)
        if page:
            pages.append(page)
        else:
            broken.add(entry.path)
    sound = tuple(page for page in pages if not page.faulty)
    flawed = tuple(page for page in pages if page.faulty)
    return Catalogue(model, sound, flawed, tree, frozenset(broken))


def _page(entry: Entry, problems: Problems) -> Page | None:
    kind = kind_of(entry.path)
    name = entry.path.rsplit("/", 1)[1].removesuffix(".md")
    if not re.fullmatch(SLUG, name):
        problems.add("K089", Place(entry.path), naam=f"{name}.md")
        return None
    data = whole(entry, problems)
    source = None if data is None else read_document(entry.path, data, problems)
    if source is None:
        return None
    meta, faulty = salvage(kind.shape, source, problems)
    if meta is None:
        return None
    return Page(kind, name, meta, source, read_body(source.body, source.body_line), faulty)


def elements_touched(page: Page) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """The elements an item touches: id, basis, and where it stands in the metadata."""
    touched = getattr(page.meta, "elementen", None)
    for basis in ("bron", "redactie") if touched else ():
        for index, element in enumerate(getattr(touched, basis)):
            yield element, basis, ("elementen", basis, index)


def facet_values(page: Page, facet: str) -> tuple[str, ...]:
    """The values an item has for a facet."""
    return page.item.facetten.get(facet, ())


def owner_of(catalogue: Catalogue, path: str) -> Element | Page | None:
    """The page or element that is made from a file."""
    if path in catalogue.by_path:
        return catalogue.by_path[path]
    return next((element for element in catalogue.model.elements.values() if element.path == path), None)
