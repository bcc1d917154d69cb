"""Row: parts from left to right with an arrow from each to the next; from top to bottom where there is no room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from wegwijs.views.kaart.cells import Look, fits
from wegwijs.views.kaart.drawing import Shape, Spot
from wegwijs.views.kaart.figure import FigureLayer, FigurePart
from wegwijs.views.kaart.grid import Block, block, block_easy, block_least, split
from wegwijs.views.kaart.labels import beside, label, label_width
from wegwijs.views.kaart.paths import Box, polygon, rounded
from wegwijs.views.kaart.placed import Placed, layer_drawing
from wegwijs.views.kaart.style import Style

_HEART = 1.25
"""How much more room the part gets that carries the name of the layer."""


def row(layer: FigureLayer, style: Style, place: Box) -> Placed:
    """A panel with the parts on their way."""
    look = Look("rij", layer.hue, heart=layer.heart)
    top = place.y + (0 if layer.heart else style.tab)
    edge = style.gap * 1.25
    inner = place.w - 2 * edge
    lines = [_line(parts, inner, style, look) for parts in _lines(layer.parts, inner, style, look)]
    natural = sum(_tallest(blocks) for blocks in lines) + style.arrow * (len(lines) - 1) + 2 * edge
    extra = max(0.0, place.h - (top - place.y) - natural) / max(1, len(lines))
    y = top + edge
    backs: list[Shape] = []
    arrows: list[Shape] = []
    spots: list[Spot] = []
    above: Box | None = None
    for blocks in lines:
        height = _tallest(blocks) + extra
        boxes = _boxes(blocks, Box(place.x + edge, y, inner, height), style)
        if above is not None:
            arrows.append(_down(above, boxes[0], layer.hue, style))
        arrows += [_right(left, right, layer.hue, style) for left, right in pairwise(boxes)]
        for blk, box in zip(blocks, boxes, strict=True):
            shapes, more = blk.place(_without_letter(blk, box, style))
            backs += shapes
            spots += more if not _letter_width(blk.head.part, style, look) else _joined(more, style)
        above = boxes[-1]
        y += height + style.arrow
    bottom = y + edge - (style.arrow if lines else 0)
    panel = Box(place.x, top, place.w, bottom - top)
    heart = next((spot for spot in spots if spot.is_heart), None)
    tab = _letter(layer, heart.box, style) if heart else label(layer, place.x + style.corner * 1.5, top, style)
    back = Shape("grond", rounded(panel, style.corner), layer.hue)
    return Placed(bottom, (back, *backs, *arrows), (layer_drawing(layer, tab, tuple(spots)),))


def _tallest(blocks: tuple[Block, ...]) -> float:
    return max(blk.height for blk in blocks)


def row_width(layer: FigureLayer, style: Style) -> float:
    """The least width at which all parts stand on one line."""
    parts = _need(layer.parts, style, Look("rij", layer.hue, heart=layer.heart)) + 2.5 * style.gap
    return max(parts, label_width(layer, style))


def _lines(parts: tuple[FigurePart, ...], width: float, style: Style, look: Look) -> tuple[tuple[FigurePart, ...], ...]:
    """The parts on as few lines as they fit on; on a narrow drawing each has a line of its own."""
    most = len(parts) if style.has_sides else 1
    for each in range(most, 1, -1):
        lines = split(parts, -(-len(parts) // each))
        if all(_need(line, style, look) <= width for line in lines):
            return lines
    return split(parts, len(parts))


def _need(parts: tuple[FigurePart, ...], style: Style, look: Look) -> float:
    """The least width of the parts with the arrows between them."""
    plates = sum(block_least(part, style, look) + _letter_width(part, style, look) for part in parts)
    return plates + style.arrow * (len(parts) - 1)


def _line(parts: tuple[FigurePart, ...], width: float, style: Style, look: Look) -> tuple[Block, ...]:
    """The parts of a line, each as wide as its text asks, what is left shared by all."""
    room = width - style.arrow * (len(parts) - 1)
    least = _least(parts, room, style, look)
    wish = [block_easy(part, style, look) * (_HEART if part.id == look.heart else 1) for part in parts]
    spare = room - sum(least)
    more = [max(0.0, want - need) for want, need in zip(wish, least, strict=True)]
    factor = min(1.0, spare / sum(more)) if sum(more) else 0.0
    rest = (spare - factor * sum(more)) / len(parts)
    widths = [need + factor * extra + rest for need, extra in zip(least, more, strict=True)]
    plates = [each - _letter_width(part, style, look) for part, each in zip(parts, widths, strict=True)]
    is_stacked = not all(
        part.children or fits(part, each, style, look) for part, each in zip(parts, plates, strict=True)
    )
    return tuple(
        block(part, each, style, look, is_stacked=is_stacked) for part, each in zip(parts, plates, strict=True)
    )


def _least(parts: tuple[FigurePart, ...], room: float, style: Style, look: Look) -> list[float]:
    """The least width of each part; parts within a part get their line unbroken if that costs no other part a word."""
    letters = [_letter_width(part, style, look) for part in parts]
    least = [block_least(part, style, look) + letter for part, letter in zip(parts, letters, strict=True)]
    kind = [
        block_easy(part, style, look) + letter if part.children else need
        for part, letter, need in zip(parts, letters, least, strict=True)
    ]
    return kind if sum(kind) <= room else least


def _boxes(blocks: tuple[Block, ...], place: Box, style: Style) -> list[Box]:
    """A part with others in it takes the full height; the others stand on the middle line, the heart the tallest."""
    boxes, x = [], place.x
    for blk in blocks:
        height = place.h
        if blk.children is None:
            height = min(
                height, max(blk.height, style.plate * (2.4 if blk.head.part.id == blk.head.look.heart else 1.6))
            )
        width = blk.width + _letter_width(blk.head.part, style, blk.head.look)
        boxes.append(Box(x, place.cy - height / 2, width, height))
        x += width + style.arrow
    return boxes


def _letter_width(part: FigurePart, style: Style, look: Look) -> float:
    """The room for the letter of the layer, beside the part that carries its name."""
    return style.tab * 1.15 if part.id == look.heart else 0.0


def _without_letter(blk: Block, box: Box, style: Style) -> Box:
    left = _letter_width(blk.head.part, style, blk.head.look)
    return Box(box.x + left, box.y, box.w - left, box.h)


def _joined(spots: tuple[Spot, ...], style: Style) -> tuple[Spot, ...]:
    """The plate of the heart, straight at the side where the letter is."""
    heart, *others = spots
    corner = style.corner * 0.7
    return (replace(heart, d=rounded(heart.box, 0, corner, corner, 0)), *others)


def _letter(layer: FigureLayer, heart: Box, style: Style) -> Spot:
    """The letter of the layer, at the left of the part that carries its name."""
    width = style.tab * 1.15
    plate = Box(heart.x - width, heart.y, width, heart.h)
    return beside(layer, plate, rounded(plate, style.corner * 0.7, 0, 0, style.corner * 0.7), style)


def _right(left: Box, right: Box, hue: str, style: Style) -> Shape:
    """A broad arrow in the space between two plates."""
    air = style.arrow * 0.14
    begin, end, y = left.right + air, right.x - air, left.cy
    shaft, head, half = style.arrow * 0.11, style.arrow * 0.28, style.arrow * 0.3
    neck = end - head
    return Shape(
        "pijl",
        polygon(
            *((begin, y - shaft), (neck, y - shaft), (neck, y - half), (end, y)),
            *((neck, y + half), (neck, y + shaft), (begin, y + shaft)),
        ),
        hue,
    )


def _down(above: Box, below: Box, hue: str, style: Style) -> Shape:
    """An arrow from the middle of one plate to the middle of the next, which stands on a lower line."""
    begin, end = above.bottom, below.y
    turn = begin + (end - begin) * 0.38
    air = min(style.arrow * 0.14, (end - begin) * 0.12)
    shaft = style.arrow * 0.1
    head, half = (end - begin) * 0.32, style.arrow * 0.3
    x0, x1 = above.cx, below.cx
    top, tip, neck = begin + air, end - air, end - air - head
    if abs(x0 - x1) < 1:
        points = [(x0 - shaft, top), (x0 + shaft, top), (x0 + shaft, neck), (x0 + half, neck)]
        points += [(x0, tip), (x0 - half, neck), (x0 - shaft, neck)]
        return Shape("pijl", polygon(*points), hue)
    bar = min(shaft, neck - turn) if neck > turn else shaft
    side = shaft if x0 > x1 else -shaft
    points = [(x0 - side, top), (x0 + side, top), (x0 + side, turn + bar), (x1 + side, turn + bar), (x1 + side, neck)]
    points += [(x1 + (half if side > 0 else -half), neck), (x1, tip), (x1 - (half if side > 0 else -half), neck)]
    points += [(x1 - side, neck), (x1 - side, turn - bar), (x0 - side, turn - bar)]
    return Shape("pijl", polygon(*points), hue)
