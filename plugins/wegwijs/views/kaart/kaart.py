"""Kaart: one figure and the drawings of it that a page asks for. What is not printed is not drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from wegwijs.views.kaart.draw import draw
from wegwijs.views.kaart.drawing import Drawing, Shape, Spot
from wegwijs.views.kaart.figure import Figure, FigureLayer
from wegwijs.views.kaart.paths import circle
from wegwijs.views.kaart.style import MINI, NARROW, WIDE


@dataclass(frozen=True)
class Kaart:
    """Everything the partials of the map need; `figure` itself serves the list."""

    figure: Figure

    @cached_property
    def wide(self) -> Drawing:
        """The drawing for a screen or a sheet of paper."""
        return draw(self.figure, WIDE)

    @cached_property
    def narrow(self) -> Drawing:
        """The drawing for a phone: the same parts, laid out anew as a tall figure."""
        return draw(self.figure, NARROW)

    @cached_property
    def mini(self) -> Drawing:
        """The figure in small, with letters only and a mark on the current parts: an image, nothing to click."""
        current = {part.id for layer in self.figure.layers for part in layer.walk() if part.current}

        def marked(spot: Spot) -> Spot:
            if spot.kind != "deel" or spot.id not in current:
                return spot
            dot = Shape("hier", circle(spot.box.cx, spot.box.cy, MINI.plate * 0.22))
            return replace(spot, current=True, icons=(dot,))

        plain = _small(self.figure.plain())
        layers = tuple(replace(layer, spots=tuple(marked(spot) for spot in layer.spots)) for layer in plain.layers)
        return replace(plain, layers=layers)

    @property
    def loose(self) -> tuple[FigureLayer, ...]:
        """The layers that are not drawn: a row of links under the drawing."""
        return self.figure.of_shape("los")


@lru_cache(maxsize=8)
def _small(figure: Figure) -> Drawing:
    """The same on every page of a site, and thousands of pages carry it."""
    return draw(figure, MINI)


def kaart(figure: Figure) -> Kaart:
    """The map of a figure."""
    return Kaart(figure)
