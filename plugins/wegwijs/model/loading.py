"""Loading: the files of `toolbox/` → Model. What cannot be read is left out and reported, so that a preview goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from wegwijs.body import read_body
from wegwijs.fields import SLUG, Shape
from wegwijs.model.parts import Element, Facet, Layer, Model
from wegwijs.model.shapes import BegripShape, BronShape, ElementShape, FacetShape, ModelShape
from wegwijs.problems import Place, Problems
from wegwijs.source import Source, read_data, read_document
from wegwijs.tree import Entry, Sort, Tree, whole
from wegwijs.validation import did_you_mean, salvage, validate

FOLDER = "toolbox"
MODEL, FACETS, SOURCES = "toolbox/model.yml", "toolbox/facets.yml", "toolbox/bronnen.yml"
TERMS = "toolbox/begrippen.yml"
"""A glossary is welcome, not needed."""
OTHER_FILES = re.compile(r"toolbox/(?:[a-z0-9-]+\.(?:yml|csv)|schema/[a-z0-9-]+\.json|README\.md)")
"""Data that other modules read, and what editors' programs read."""

Rows = TypeVar("Rows", bound=Shape)


def load_model(tree: Tree, problems: Problems) -> Model:
    """Read the whole model; every fault of the editors ends up in `problems`."""
    before = {problem.place.path for problem in problems.errors}
    shape = _model_shape(tree, problems)
    facets = {key: Facet.of(key, row) for key, row in _rows(tree, FACETS, FacetShape, problems).items()}
    sources = _rows(tree, SOURCES, BronShape, problems)
    terms = _rows(tree, TERMS, BegripShape, problems) if TERMS in tree else {}
    found = _elements(tree, shape, problems) if shape else {}
    unread = frozenset(problem.place.path for problem in problems.errors) - before
    flawed = tuple(element for elements in found.values() for element in elements if element.faulty)
    if shape is None:
        return Model(facets=facets, sources=sources, unread=unread)
    layers = {
        id: Layer(
            id, layer, tuple(sorted((part for part in found.get(id, ()) if not part.faulty), key=_place_in_layer))
        )
        for id, layer in shape.lagen.items()
    }
    return Model(shape.titel, shape.naam, shape.kern, layers, facets, sources, shape.eisen, terms, flawed, unread)


def _place_in_layer(element: Element) -> tuple[int, str]:
    return element.shape.volgorde, element.id


def _read_source(tree: Tree, path: str, problems: Problems) -> Source | None:
    if path not in tree:
        problems.add("K110", Place(path))
        return None
    entry = tree.entries[path]
    data = whole(entry, problems) if entry.sort is Sort.FILE else None
    return None if data is None else read_data(path, data, problems)


def _model_shape(tree: Tree, problems: Problems) -> ModelShape | None:
    source = _read_source(tree, MODEL, problems)
    return validate(ModelShape, source, problems) if source else None


def _rows(tree: Tree, path: str, cls: type[Rows], problems: Problems) -> Mapping[str, Rows]:
    """The rows of a file with `id: {fields}`; a faulty row is left out."""
    source = _read_source(tree, path, problems)
    found = {}
    for key in source.meta if source else ():
        assert source is not None
        if not re.fullmatch(SLUG, key):
            problems.add("K028", source.key_place(key), veld=key, waarde=key)
            continue
        row = validate(cls, source, problems, at=(key,))
        if row is not None:
            found[key] = row
    return found


def _elements(tree: Tree, shape: ModelShape, problems: Problems) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    paths: dict[str, str] = {}
    for entry in tree.below(FOLDER):
        layer, id = _address(entry, shape, problems)
        if not id:
            continue
        if id in paths:
            problems.add("K112", Place(entry.path), naam=id, ander=paths[id])
            continue
        paths[id] = entry.path
        data = whole(entry, problems)
        source = None if data is None else read_document(entry.path, data, problems)
        element, faulty = salvage(ElementShape, source, problems) if source else (None, frozenset())
        if source and element:
            body = read_body(source.body, source.body_line)
            found.setdefault(layer, []).append(Element(id, layer, element, source, body, faulty))
    return found


def _address(entry: Entry, shape: ModelShape, problems: Problems) -> tuple[str, str]:
    """The layer and the id of an element's file; two empty texts for another file."""
    parts = entry.path.split("/")
    if entry.sort is not Sort.FILE:
        problems.add("K086", Place(entry.path), soort=entry.sort.value)
    elif OTHER_FILES.fullmatch(entry.path):
        pass
    elif len(parts) != 3 or not entry.path.endswith(".md") or parts[2] == "index.md":
        problems.add("K120", Place(entry.path))
    elif parts[1] not in shape.lagen:
        problems.add("K113", Place(entry.path), naam=parts[1], bedoelde=did_you_mean(parts[1], shape.lagen))
    elif not re.fullmatch(SLUG, parts[2][:-3]):
        problems.add("K089", Place(entry.path), naam=parts[2])
    else:
        return parts[1], parts[2][:-3]
    return "", ""
