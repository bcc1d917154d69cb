"""Parts: the model as the rest of the program knows it: layers with elements, facets with values, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wegwijs.body import Body
from wegwijs.model.shapes import BegripShape, BronShape, ElementShape, FacetShape, LayerShape, Requirements, Vraag
from wegwijs.source import Source


@dataclass(frozen=True)
class Element:
    """One part of the model, with its text."""

    id: str
    layer: str
    shape: ElementShape
    source: Source = field(repr=False, compare=False)
    body: Body = field(repr=False, compare=False)
    faulty: frozenset[str] = frozenset()
    """Fields that could not be read; an element with any is only looked at for more problems."""

    @property
    def title(self) -> str:
        """What readers call it."""
        return self.shape.titel

    @property
    def path(self) -> str:
        """The file it comes from."""
        return self.source.path

    @property
    def is_current(self) -> bool:
        """Whether it belongs to the model now; earlier elements are shown as history."""
        return self.shape.status == "actueel"

    @property
    def questions(self) -> tuple[Vraag, ...]:
        """The questions to ask, in the order the editors chose."""
        return self.shape.vragen


@dataclass(frozen=True)
class Layer:
    """One layer of the model with its elements in order."""

    id: str
    shape: LayerShape
    elements: tuple[Element, ...] = ()

    @property
    def title(self) -> str:
        """The plural that readers see."""
        return self.shape.titel

    @property
    def is_drawn(self) -> bool:
        """Whether the layer has a place in the drawing; the others stand beside it."""
        return self.shape.vorm != "los"

    @property
    def top(self) -> tuple[Element, ...]:
        """The current elements that are not a part of another element."""
        return tuple(element for element in self.elements if element.is_current and not element.shape.deel_van)

    def children(self, parent: str) -> tuple[Element, ...]:
        """The current elements that fall under `parent`."""
        return tuple(element for element in self.elements if element.is_current and element.shape.deel_van == parent)


@dataclass(frozen=True)
class FacetValue:
    """A value readers can choose."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    element: str | None = None


@dataclass(frozen=True)
class Facet:
    """A property readers choose on. Its id is a parameter in addresses and never changes."""

    id: str
    title: str
    question: str
    is_single: bool
    values: Mapping[str, FacetValue]
    layer: str | None = None

    @classmethod
    def of(cls, id: str, shape: FacetShape) -> Facet:
        """The facet an editor described."""
        values = {key: FacetValue(key, value.titel, value.ook, value.element) for key, value in shape.waarden.items()}
        return cls(id, shape.titel, shape.vraag, shape.enkel == "true", values, shape.uit_laag)

    def title_of(self, value: str) -> str:
        """The reader's word for a value; the value itself when it is unknown, so that a preview can go on."""
        return self.values[value].title if value in self.values else value


@dataclass(frozen=True)
class Model:
    """Everything `toolbox/` means."""

    title: str = ""
    name: str = ""
    core: str = ""
    layers: Mapping[str, Layer] = field(default_factory=dict)
    facets: Mapping[str, Facet] = field(default_factory=dict)
    sources: Mapping[str, BronShape] = field(default_factory=dict)
    requirements: Requirements = Requirements()
    terms: Mapping[str, BegripShape] = field(default_factory=dict)
    """The glossary."""
    flawed: tuple[Element, ...] = ()
    """Elements with faulty fields: known by name, but not part of the model."""
    unread: frozenset[str] = frozenset()
    """Files of `toolbox/` that could not be read whole; nothing is called unknown because of them."""

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """Every element by id, layer by layer."""
        return {element.id: element for layer in self.layers.values() for element in layer.elements}

    @property
    def everything(self) -> tuple[Element, ...]:
        """Every element that can be looked at, flawed ones included."""
        return (*self.elements.values(), *self.flawed)

    def knows(self, element: str) -> bool:
        """Whether an element of this name exists, even if it could not be read."""
        return element in self.elements or any(path.endswith(f"/{element}.md") for path in self.unread)

    def layer_of(self, element: str) -> Layer | None:
        """The layer an element stands in."""
        found = self.elements.get(element)
        return self.layers[found.layer] if found else None

    def of_meaning(self, meaning: str) -> Iterator[Element]:
        """The elements of the layers with this meaning, such as every kijkrichting."""
        for layer in self.layers.values():
            if layer.shape.betekenis == meaning:
                yield from layer.elements

    @cached_property
    def directions(self) -> tuple[Element, ...]:
        """The kijkrichtingen: ways through the model."""
        return tuple(self.of_meaning("kijkrichting"))
