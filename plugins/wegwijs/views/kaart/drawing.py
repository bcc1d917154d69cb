"""Drawing: what the templates print, with every coordinate, line of text and class word settled. It decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.views.kaart.figure import Tone
from wegwijs.views.kaart.paths import Box, number


@dataclass(frozen=True)
class Shape:
    """A path without meaning of its own: a panel, an arrow, a knob."""

    kind: str
    """Becomes the class `kaart-<kind>`."""

    d: str
    hue: str = ""
    is_patterned: bool = False
    """Whether the pattern of its hue is laid over it on paper, for a copier without colour."""


@dataclass(frozen=True)
class Line:
    """One line of text; x is its middle or its begin, depending on the anchor."""

    x: float
    y: float
    text: str
    kind: str
    anchor: str
    box: Box
    """The room the line takes by the table of widths; tests compare it with the plate it stands on."""


@dataclass(frozen=True)
class Badge:
    """A small mark with a letter or number: a count of instruments, a place in a route, a tone, a layer's letter."""

    kind: str
    d: str
    line: Line
    box: Box


@dataclass(frozen=True)
class Spot:
    """One link of the map: a plate with its text and marks."""

    kind: str
    """`deel` or `laag`."""

    id: str
    title: str
    url: str
    hue: str
    form: str
    box: Box
    """The plate, which is also what can be hit."""

    d: str
    lines: tuple[Line, ...] = ()
    badges: tuple[Badge, ...] = ()
    icons: tuple[Shape, ...] = ()
    count: int | None = None
    order: int | None = None
    tone: Tone | None = None
    current: bool = False
    is_head: bool = False
    """Whether other parts stand under it in the same holder, so that it needs no outline of its own."""

    is_heart: bool = False
    """Whether the part carries the name of its layer."""

    is_quiet: bool = False
    """Whether it steps back because a route runs over other parts."""


@dataclass(frozen=True)
class LayerDrawing:
    """A layer as drawn: its label and its parts, in the order of the model."""

    id: str
    title: str
    letter: str
    hue: str
    form: str
    label: Spot
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Pattern:
    """What fills the panels of a hue on paper, so that layers differ without colour."""

    hue: str
    size: str
    d: str


@dataclass(frozen=True)
class Drawing:
    """One picture of the figure, at one width."""

    size: str
    """`breed`, `smal` or `mini`: a class word, and the beginning of the ids inside."""

    width: float
    height: float
    backdrop: tuple[Shape, ...]
    layers: tuple[LayerDrawing, ...]
    patterns: tuple[Pattern, ...]

    @property
    def view_box(self) -> str:
        return f"0 0 {number(self.width)} {number(self.height)}"

    @property
    def current(self) -> tuple[str, ...]:
        """The titles of the parts where the reader is."""
        return tuple(spot.title for spot in self.spots if spot.current)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every link in reading order."""
        return tuple(spot for layer in self.layers for spot in (layer.label, *layer.spots))
