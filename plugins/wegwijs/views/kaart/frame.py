"""Frame: a layer that lies around everything, with its parts as gates in the lower edge."""

from __future__ import annotations

from collections.abc import Callable

from wegwijs.views.kaart.cells import Look, cell, easy_width
from wegwijs.views.kaart.drawing import Shape, Spot
from wegwijs.views.kaart.figure import FigureLayer
from wegwijs.views.kaart.grid import PLATES, Grid, grid
from wegwijs.views.kaart.labels import beside, label
from wegwijs.views.kaart.paths import Box, chamfered, hollow, rounded
from wegwijs.views.kaart.placed import Placed, layer_drawing
from wegwijs.views.kaart.style import Style

Inner = Callable[[Box], Placed]


def frame(layer: FigureLayer, style: Style, inner: Inner, place: Box) -> Placed:
    """The frame and what it frames. The name stands on top, in the middle when a part carries it."""
    look = Look("kader", layer.hue, heart=layer.heart)
    edge, inside = style.edge, style.inside
    signs = _signs(layer, place, style, look)
    top = place.y + (signs[-1].box.h - edge) / 2 if layer.heart else place.y + style.tab
    content = Box(place.x + edge + inside, top + edge + inside * 0.5, place.w - 2 * (edge + inside), 0)
    framed = _clear(inner, content, signs, style)

    parts = tuple(part.alone() for part in layer.walk() if part.id != layer.heart)
    gates = grid(parts, content.w, style, look)
    lower = inside + (style.gap if len(gates.rows) > 1 else 0)
    sill = Box(content.x, framed.bottom + lower, content.w, gates.height)
    hole_bottom, outer_bottom = _sill(gates, sill, style)
    outer = Box(place.x, top, place.w, outer_bottom - top)
    hole = Box(outer.x + edge, top + edge, outer.w - 2 * edge, hole_bottom - top - edge)
    spots = [*signs[1:], *_gates(gates, sill, style)]
    order = {part.id: index for index, part in enumerate(layer.walk())}
    spots.sort(key=lambda spot: order[spot.id])
    backs = (
        Shape("erf", rounded(outer, style.corner * 2), layer.hue),
        Shape("vlak", hollow(outer, hole, style.corner * 2, style.corner * 1.4), layer.hue, is_patterned=True),
    )
    bottom = max(outer.bottom, sill.bottom if gates.rows else 0)
    return Placed(bottom, backs, (layer_drawing(layer, signs[0], tuple(spots)),)) + framed


def _signs(layer: FigureLayer, place: Box, style: Style, look: Look) -> tuple[Spot, ...]:
    """The label of the layer, and the part that carries its name, hung on the upper edge."""
    heart = layer.namesake
    if heart is None:
        return (label(layer, place.x + style.corner * 3, place.y + style.tab, style),)
    letter = style.tab * 1.25
    most = place.w - 2 * style.corner * 3 - letter
    width = min(easy_width(heart, style, look) + style.pad, most)
    sign = cell(heart.alone(), width, style, look)
    left = Box(place.cx - (letter + width) / 2, place.y, letter, sign.height)
    right = Box(left.right, place.y, width, sign.height)
    cut = style.plate * 0.22
    return (
        beside(layer, left, chamfered(left, cut, 0, 0, cut), style),
        sign.spot(right, chamfered(right, 0, cut, cut, 0)),
    )


def _clear(inner: Inner, place: Box, signs: tuple[Spot, ...], style: Style) -> Placed:
    """The content as high as it can stand without touching the signs on the frame."""
    framed = inner(place)
    zones = [Box(sign.box.x, sign.box.y, sign.box.w, sign.box.h + style.gap) for sign in signs]
    touched = [spot.box for drawing in framed.layers for spot in (drawing.label, *drawing.spots)]
    panels_top = min((drawing.label.box.bottom for drawing in framed.layers), default=place.y)
    lowest = max(zone.bottom for zone in zones)
    if any(zone.overlaps(box) for zone in zones for box in touched) or lowest > panels_top:
        return inner(Box(place.x, lowest, place.w, 0))
    return framed


def _sill(gates: Grid, sill: Box, style: Style) -> tuple[float, float]:
    """Where the frame's lower edge begins and ends: behind one row of gates, around several."""
    if not gates.rows:
        return sill.y, sill.y + style.edge
    if len(gates.rows) == 1:
        return sill.cy - style.edge / 2, sill.cy + style.edge / 2
    return sill.y - style.gap, sill.bottom + style.gap


def _gates(gates: Grid, sill: Box, style: Style) -> list[Spot]:
    """The parts in the lower edge, all equally wide and no wider than their text asks."""
    boxes = gates.boxes(sill)
    wish = max((easy_width(each.head.part, style, each.head.look) for each, _ in boxes), default=0.0) + style.pad
    wish = max(wish, style.plate * 2.2)
    spots: list[Spot] = []
    for each, slot in boxes:
        width = min(slot.w, wish)
        box = Box(slot.cx - width / 2, slot.y, width, slot.h)
        spots.append(each.head.spot(box, PLATES["kader"](box, style)))
    return spots
