"""Figure: what the map is drawn from, as plain values. It knows no model files, no addresses and no drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Form = Literal["band", "ring", "rij", "basis", "kader", "los"]
"""How a layer stands on the map; the word is the one that `toolbox/model.yml` uses under `vorm`."""


@dataclass(frozen=True)
class Tone:
    """How a part looks when the map is coloured by a measure ("witte vlekken"): never by colour alone."""

    level: int
    """0 is the emptiest, 3 the fullest; the stylesheet knows these four."""

    letter: str
    """What stands on the part, such as `A`; it goes with the legend of the page."""

    title: str
    """The meaning in words, for a screen reader: `nog geen instrumenten`."""


@dataclass(frozen=True)
class FigurePart:
    """One element of the model, as the map shows it."""

    id: str
    title: str
    url: str
    """Relative to the root of the site; templates print it with the `url` filter."""

    core: str = ""
    """The core sentence; the list shows it, the drawing does not."""

    count: int | None = None
    """How many instruments touch the part; None leaves the number away."""

    children: tuple[FigurePart, ...] = ()
    current: bool = False
    """Whether this is where the reader is ("je bent hier"), or what an instrument touches."""

    order: int | None = None
    """The place in the route of a kijkrichting, from 1; parts without one step back as soon as one part has it."""

    tone: Tone | None = None

    def alone(self) -> FigurePart:
        """The part without the parts within it, for where each stands by itself."""
        return replace(self, children=())

    def walk(self) -> Iterator[FigurePart]:
        """The part and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class FigureLayer:
    """One layer of the model: its looks and its parts."""

    id: str
    title: str
    singular: str
    letter: str
    hue: str
    """blauw, geel, rood, groen, paars or inkt: a class name, the stylesheet owns the colours."""

    shape: Form
    url: str
    parts: tuple[FigurePart, ...] = ()
    question: str = ""
    """The question the layer answers; the list shows it."""

    def walk(self) -> Iterator[FigurePart]:
        """All parts of the layer with their children, in reading order."""
        for part in self.parts:
            yield from part.walk()

    @property
    def namesake(self) -> FigurePart | None:
        """The part that has the title of the layer: it carries the name, so the layer's own label is only a letter."""
        return next((part for part in self.parts if part.title == self.title), None)

    @property
    def heart(self) -> str:
        """The id of the namesake, empty when there is none."""
        return self.namesake.id if self.namesake else ""


@dataclass(frozen=True)
class Figure:
    """Everything the map shows, in the reading order of the model."""

    layers: tuple[FigureLayer, ...] = field(default=())

    def of_shape(self, shape: Form) -> tuple[FigureLayer, ...]:
        """The layers that are drawn with this word, in order."""
        return tuple(layer for layer in self.layers if layer.shape == shape)

    def plain(self) -> Figure:
        """The figure with nothing lit and no numbers: equal for every page, so that it has to be drawn only once."""
        return Figure(tuple(replace(layer, parts=tuple(_plain(part) for part in layer.parts)) for layer in self.layers))

    @property
    def has_route(self) -> bool:
        """Whether some part has a place in a route, so that the others step back."""
        return any(part.order is not None for layer in self.layers for part in layer.walk())


def _plain(part: FigurePart) -> FigurePart:
    children = tuple(_plain(child) for child in part.children)
    return replace(part, count=None, current=False, order=None, tone=None, children=children)
