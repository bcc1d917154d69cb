"""Mini: the map in small. The drawing is the same on every page of a site; a page only says which parts it marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wegwijs.views.kaart.draw import draw
from wegwijs.views.kaart.drawing import Drawing, Shape, Spot
from wegwijs.views.kaart.figure import Figure
from wegwijs.views.kaart.paths import circle
from wegwijs.views.kaart.style import MINI


@dataclass(frozen=True)
class MarkedSpot:
    """A part that is marked, with the hue of its layer."""

    hue: str
    spot: Spot


@dataclass(frozen=True)
class Mini:
    """What a page adds to the small map: the marked parts and how they are called, in the order of the model."""

    view_box: str
    marked: tuple[MarkedSpot, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class SmallMap:
    """The small map of a site: its drawing, and each part as it looks when it is marked."""

    drawing: Drawing
    spots: Mapping[str, MarkedSpot]

    def mark(self, current: frozenset[str]) -> Mini:
        """The marks of a page; parts that are not drawn are left out."""
        marked = tuple(spot for id, spot in self.spots.items() if id in current)
        return Mini(self.drawing.view_box, marked, tuple(row.spot.title for row in marked))


def small(figure: Figure) -> SmallMap:
    """The figure in small, with letters only: an image, nothing to click. Drawn once for a whole site."""
    drawing = draw(figure.plain(), MINI)
    spots = {
        spot.id: MarkedSpot(layer.hue, _with_dot(spot))
        for layer in drawing.layers
        for spot in layer.spots
        if spot.kind == "deel"
    }
    return SmallMap(drawing, spots)


def _with_dot(spot: Spot) -> Spot:
    dot = Shape("hier", circle(spot.box.cx, spot.box.cy, MINI.plate * 0.22))
    return replace(spot, current=True, icons=(dot,))
