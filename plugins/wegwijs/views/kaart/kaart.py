"""Kaart: one figure and the drawings of it that a page asks for. What is not printed is not drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from wegwijs.views.kaart.draw import draw
from wegwijs.views.kaart.drawing import Drawing
from wegwijs.views.kaart.figure import Figure, FigureLayer
from wegwijs.views.kaart.style import NARROW, WIDE


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

    @property
    def loose(self) -> tuple[FigureLayer, ...]:
        """The layers that are not drawn: a row of links under the drawing."""
        return self.figure.of_shape("los")


def kaart(figure: Figure) -> Kaart:
    """The map of a figure."""
    return Kaart(figure)
