"""Grid: plates beside and under each other in a given width, with parts within parts. It knows no layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from wegwijs.views.kaart.cells import Cell, Look, cell, easy_width, fits, least_width
from wegwijs.views.kaart.drawing import Shape, Spot
from wegwijs.views.kaart.figure import FigurePart
from wegwijs.views.kaart.paths import Box, chamfered, rounded
from wegwijs.views.kaart.style import Style

PLATES: dict[str, Callable[[Box, Style], str]] = {
    "band": lambda box, style: rounded(box, style.plate / 2),
    "ring": lambda box, style: rounded(box, style.corner),
    "rij": lambda box, style: rounded(box, style.corner * 0.7),
    "basis": lambda box, _: rounded(box, 2),
    "kader": lambda box, style: chamfered(box, style.plate * 0.22),
}
"""The outline of a plate for each word of the layout: a layer is known by its shape too, not by its hue alone."""


@dataclass(frozen=True)
class Block:
    """A part with the parts within it, fitted to a width."""

    head: Cell
    width: float
    children: Grid | None = None

    @property
    def height(self) -> float:
        if self.children is None:
            return self.head.height
        return self.head.height + self.children.height + self._edge

    @property
    def _edge(self) -> float:
        return self.head.style.gap * 0.75

    def place(self, box: Box) -> tuple[tuple[Shape, ...], tuple[Spot, ...]]:
        """The holder behind the parts, and the parts; whatever height is left over is shared by all rows."""
        outline = PLATES[self.head.look.form]
        style, look = self.head.style, self.head.look
        if self.children is None:
            return (), (self.head.spot(box, outline(box, style)),)
        extra = (box.h - self.height) / (1 + len(self.children.rows))
        head = Box(box.x, box.y, box.w, self.head.height + extra)
        inner = Box(
            *(box.x + self._edge, head.bottom, box.w - 2 * self._edge),
            box.bottom - head.bottom - self._edge,
        )
        holder = Shape("houder", rounded(box, style.corner), look.hue)
        shapes, spots = self.children.place(inner)
        top = replace(self.head.spot(head, rounded(head.inset(style.gap * 0.35), style.corner * 0.7)), is_head=True)
        return (holder, *shapes), (top, *spots)


@dataclass(frozen=True)
class Grid:
    """Blocks in rows; the blocks of a row have the same height and fill the width."""

    rows: tuple[tuple[Block, ...], ...]
    gap: float

    @property
    def height(self) -> float:
        return sum(_tallest(row) for row in self.rows) + self.gap * max(0, len(self.rows) - 1)

    def boxes(self, box: Box) -> tuple[tuple[Block, Box], ...]:
        """Each block with its place; height left over is shared by the rows."""
        extra = (box.h - self.height) / max(1, len(self.rows))
        placed = []
        y = box.y
        for row in self.rows:
            height = _tallest(row) + extra
            x = box.x
            for block in row:
                placed.append((block, Box(x, y, block.width, height)))
                x += block.width + self.gap
            y += height + self.gap
        return tuple(placed)

    def place(self, box: Box) -> tuple[tuple[Shape, ...], tuple[Spot, ...]]:
        """Everything in the grid at its place."""
        shapes: list[Shape] = []
        spots: list[Spot] = []
        for block, place in self.boxes(box):
            more_shapes, more_spots = block.place(place)
            shapes += more_shapes
            spots += more_spots
        return tuple(shapes), tuple(spots)


def grid(parts: tuple[FigurePart, ...], width: float, style: Style, look: Look, *, gap: float | None = None) -> Grid:
    """The parts in as few rows as the width allows, the rows as equal as they can be."""
    gap = style.gap if gap is None else gap
    rows = _rows(parts, width, style, look, gap)
    return Grid(tuple(_row(row, width, style, look, gap) for row in rows), gap)


def block(part: FigurePart, width: float, style: Style, look: Look, *, is_stacked: bool = False) -> Block:
    """One part fitted to a width, with a grid of the parts within it."""
    if not part.children:
        return Block(cell(part, width, style, look, is_stacked=is_stacked), width)
    inner = width - 2 * style.gap * 0.75
    within = replace(look, is_small=True, has_dial=False)
    return Block(cell(part, width, style, look), width, grid(part.children, inner, style, within, gap=style.gap * 0.6))


def block_least(part: FigurePart, style: Style, look: Look) -> float:
    """The least width of a part with the parts within it under each other."""
    within = replace(look, is_small=True, has_dial=False)
    children = [least_width(child, style, within) + 1.5 * style.gap for child in part.children]
    return max(least_width(part, style, look), *children, 0)


def block_easy(part: FigurePart, style: Style, look: Look) -> float:
    """The width at which no line of a part, or of the parts within it, has to be broken."""
    within = replace(look, is_small=True, has_dial=False)
    children = [easy_width(child, style, within) + 1.5 * style.gap for child in part.children]
    return max(easy_width(part, style, look), *children, 0)


def _rows(
    parts: tuple[FigurePart, ...], width: float, style: Style, look: Look, gap: float
) -> tuple[tuple[FigurePart, ...], ...]:
    for count in range(1, len(parts) + 1):
        most = -(-len(parts) // count)
        each = (width - gap * (most - 1)) / most
        if most <= style.most and all(_stands(part, each, style, look) for part in parts):
            return split(parts, count)
    return split(parts, len(parts))


def _stands(part: FigurePart, width: float, style: Style, look: Look) -> bool:
    """Whether a part looks well at this width; plates with text at the left want their marks beside it."""
    if block_least(part, style, look) > width:
        return False
    return look.align == "middle" or fits(part, width, style, look)


def split(parts: tuple[FigurePart, ...], count: int) -> tuple[tuple[FigurePart, ...], ...]:
    """So many rows, the longer ones first."""
    short, longer = divmod(len(parts), max(1, count))
    rows, begin = [], 0
    for index in range(count):
        end = begin + short + (1 if index < longer else 0)
        rows.append(parts[begin:end])
        begin = end
    return tuple(rows)


def _row(parts: tuple[FigurePart, ...], width: float, style: Style, look: Look, gap: float) -> tuple[Block, ...]:
    each = (width - gap * (len(parts) - 1)) / len(parts)
    is_stacked = not all(fits(part, each, style, look) for part in parts)
    return tuple(block(part, each, style, look, is_stacked=is_stacked) for part in parts)


def _tallest(row: tuple[Block, ...]) -> float:
    return max(block.height for block in row)
