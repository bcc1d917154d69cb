"""Panels: the layers that lie across the whole width, a band of knobs above and the stones of a base below."""

from __future__ import annotations

from collections.abc import Callable

from wegwijs.views.kaart.cells import Look
from wegwijs.views.kaart.drawing import Shape
from wegwijs.views.kaart.figure import FigureLayer
from wegwijs.views.kaart.grid import grid
from wegwijs.views.kaart.labels import label
from wegwijs.views.kaart.paths import Box, polygon, rounded
from wegwijs.views.kaart.placed import Placed, layer_drawing
from wegwijs.views.kaart.style import Style


def band(layer: FigureLayer, style: Style, place: Box) -> Placed:
    """A bar with round ends; its parts are knobs that can be turned."""
    look = Look("band", layer.hue, align="start", has_dial=True, heart=layer.heart)
    return _panel(layer, place, style, look, lambda box: rounded(box, style.corner * 1.6), slant=0)


def base(layer: FigureLayer, style: Style, place: Box) -> Placed:
    """A plinth that widens to the ground; its parts are stones."""
    slant = style.inside * 0.75
    look = Look("basis", layer.hue, heart=layer.heart)

    def plinth(box: Box) -> str:
        return polygon((box.x + slant, box.y), (box.right - slant, box.y), (box.right, box.bottom), (box.x, box.bottom))

    return _panel(layer, place, style, look, plinth, slant=slant)


def _panel(
    layer: FigureLayer, place: Box, style: Style, look: Look, outline: Callable[[Box], str], *, slant: float
) -> Placed:
    top = place.y + style.tab
    edge = style.gap
    inner = place.w - 2 * (edge + slant)
    parts = grid(layer.parts, inner, style, look)
    panel = Box(place.x, top, place.w, parts.height + 2 * edge)
    shapes, spots = parts.place(Box(place.x + edge + slant, top + edge, inner, parts.height))
    tab = label(layer, place.x + slant + style.corner * 2, top, style)
    back = Shape("vlak", outline(panel), layer.hue, is_patterned=True)
    return Placed(panel.bottom, (back, *shapes), (layer_drawing(layer, tab, spots),))
