"""Ring: a layer that lies around what stands in the middle, with parts above, at the sides and below."""

from __future__ import annotations

from collections.abc import Callable

from wegwijs.views.kaart.cells import Look, cell, least_width
from wegwijs.views.kaart.drawing import Shape, Spot
from wegwijs.views.kaart.figure import FigureLayer, FigurePart
from wegwijs.views.kaart.grid import PLATES, grid
from wegwijs.views.kaart.labels import label, label_width
from wegwijs.views.kaart.paths import Box, hollow
from wegwijs.views.kaart.placed import Placed, layer_drawing
from wegwijs.views.kaart.style import Style

Inner = Callable[[Box], Placed]
"""Draws what the ring lies around, in a box whose height is only the least that it should take."""

_FOUR = 4


def ring(layer: FigureLayer, style: Style, inner: Inner, need: float, place: Box, *, is_snug: bool) -> Placed:
    """The ring and what is in it. `need` is the width that the middle asks for: without it no part goes to a side.
    A snug ring has no white between itself and what it lies around.
    """
    look = Look("ring", layer.hue, heart=layer.heart)
    above, sides, below = _deal(tuple(part.alone() for part in layer.walk()), place.w, style, look, need)
    gap, top = style.gap, place.y + style.tab
    side = _side(sides, style, look)
    head, foot = (grid(parts, place.w - 2 * gap, style, look) for parts in (above, below))
    strip = gap + head.height + gap if above else style.edge
    hole = Box(place.x + side, top + strip, place.w - 2 * side, 0)
    air = 0 if is_snug else gap
    middle_place = hole.inset(air, 0)

    middle = inner(Box(middle_place.x, hole.y + air, middle_place.w, 0))
    cells = [cell(part, side - 2 * gap, style, look) for part in sides]
    height = max([middle.bottom - hole.y + air, *(each.height for each in cells)])
    if height > middle.bottom - hole.y + air:
        middle = inner(Box(middle_place.x, hole.y + air, middle_place.w, height - 2 * air))
    hole = Box(hole.x, hole.y, hole.w, height)

    low = hole.bottom + (gap + foot.height + gap if below else style.edge)
    outer = Box(place.x, top, place.w, low - top)
    _, first = head.place(Box(place.x + gap, top + gap, place.w - 2 * gap, head.height))
    _, last = foot.place(Box(place.x + gap, hole.bottom + gap, place.w - 2 * gap, foot.height))
    places = (Box(x, hole.y, side - 2 * gap, height) for x in (outer.x + gap, hole.right + gap))
    beside = tuple(_plate(each.spot, box, style) for each, box in zip(cells, places, strict=False))
    tab = label(layer, place.x + style.corner * 2, top, style)
    back = Shape("vlak", hollow(outer, hole, style.corner * 1.8, style.corner), layer.hue, is_patterned=True)
    own = Placed(low, (back,), (layer_drawing(layer, tab, (*first, *beside, *last)),))
    return own + middle


def ring_width(layer: FigureLayer, style: Style, need: float) -> float:
    """The least width of a ring around something that needs this much itself."""
    look = Look("ring", layer.hue)
    plates = max((least_width(part, style, look) for part in layer.walk()), default=0.0)
    return max(need + 2 * style.edge, plates, label_width(layer, style)) + 2 * style.gap


def _deal(
    parts: tuple[FigurePart, ...], width: float, style: Style, look: Look, need: float
) -> tuple[tuple[FigurePart, ...], ...]:
    """The parts above, at the two sides and below, in reading order. Sides only when the middle keeps its room."""
    if len(parts) >= _FOUR and style.has_sides:
        above = (len(parts) - 2 + 1) // 2
        sides = parts[above : above + 2]
        if width - 2 * _side(sides, style, look) - style.gap >= need:
            return parts[:above], sides, parts[above + 2 :]
    half = (len(parts) + 1) // 2
    return parts[:half], (), parts[half:]


def _side(sides: tuple[FigurePart, ...], style: Style, look: Look) -> float:
    """Thickness of the ring at the left and at the right."""
    return max((least_width(part, style, look) for part in sides), default=style.edge - 2 * style.gap) + 2 * style.gap


def _plate(spot: Callable[[Box, str], Spot], box: Box, style: Style) -> Spot:
    return spot(box, PLATES["ring"](box, style))
