"""Kiezer: the map to point at in a form. Each part carries the tick that shows once it is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wegwijs.views.kaart.draw import draw
from wegwijs.views.kaart.drawing import Drawing, LayerDrawing, Shape, Spot
from wegwijs.views.kaart.figure import Figure
from wegwijs.views.kaart.paths import circle, number
from wegwijs.views.kaart.style import CHOICE, NARROW, Style

TICK = 9.0
"""Half the width of the disc on which the tick stands."""


@dataclass(frozen=True)
class Picker:
    """The map at the width of a form, and the one for a telephone."""

    wide: Drawing
    narrow: Drawing


def picker(figure: Figure) -> Picker:
    """The figure to choose from. What can be chosen is known to the form; here each part only gets its tick."""
    return Picker(_ticked(figure, CHOICE), _ticked(figure, NARROW))


def _ticked(figure: Figure, style: Style) -> Drawing:
    drawing = draw(figure, style)
    return replace(drawing, layers=tuple(_with_ticks(layer) for layer in drawing.layers))


def _with_ticks(layer: LayerDrawing) -> LayerDrawing:
    return replace(layer, spots=tuple(_with_tick(spot) for spot in layer.spots))


def _with_tick(spot: Spot) -> Spot:
    """A disc on the upper right corner, where no text comes, with a tick in it."""
    x, y = spot.box.right - TICK * 0.7, spot.box.y + TICK * 0.7
    points = [(x - 4, y), (x - 1, y + 3.5), (x + 4.5, y - 3.5)]
    d = "M" + "L".join(f"{number(px)} {number(py)}" for px, py in points)
    return replace(spot, icons=(*spot.icons, Shape("gekozen", circle(x, y, TICK)), Shape("vink", d)))
