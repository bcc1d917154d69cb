"""Draw: from figure to drawing, the words of the layout turned into places. Each layer draws itself in its module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from wegwijs.views.kaart.drawing import Drawing, LayerDrawing, Spot
from wegwijs.views.kaart.figure import Figure, FigureLayer
from wegwijs.views.kaart.frame import frame
from wegwijs.views.kaart.panels import band, base
from wegwijs.views.kaart.paths import Box
from wegwijs.views.kaart.patterns import PATTERNS
from wegwijs.views.kaart.placed import Placed
from wegwijs.views.kaart.ring import ring, ring_width
from wegwijs.views.kaart.row import row, row_width
from wegwijs.views.kaart.style import WIDE, Style

MARGIN = 6.0
"""White around the drawing: a focus line around the outermost shape must not be cut."""

Draw = Callable[[Box], Placed]
DrawLayer = Callable[[FigureLayer, Style, Box], Placed]


def draw(figure: Figure, style: Style = WIDE) -> Drawing:
    """One drawing of the figure. Layers that share a word stack; a word that no layer has leaves no hole."""
    whole = _framed(figure.of_shape("kader"), partial(_content, figure, style), style)
    placed = whole(Box(MARGIN, MARGIN, style.width - 2 * MARGIN, 0))
    drawn = {layer.id: _quietened(layer) if figure.has_route else layer for layer in placed.layers}
    hues = {shape.hue for shape in placed.backdrop}
    return Drawing(
        size=style.size,
        width=style.width,
        height=placed.bottom + MARGIN,
        backdrop=placed.backdrop,
        layers=tuple(drawn[layer.id] for layer in figure.layers if layer.id in drawn),
        patterns=tuple(pattern for pattern in PATTERNS if pattern.hue in hues),
    )


def _quietened(layer: LayerDrawing) -> LayerDrawing:
    """The layer while a route runs: what is not on the route steps back."""

    def quiet(spot: Spot) -> Spot:
        return spot if spot.order is not None else replace(spot, is_quiet=True)

    return replace(layer, spots=tuple(quiet(spot) for spot in layer.spots))


def _framed(frames: Sequence[FigureLayer], inner: Draw, style: Style) -> Draw:
    """The content with its frames around it, the first one outermost."""
    for layer in reversed(frames):
        inner = partial(frame, layer, style, inner)
    return inner


def _content(figure: Figure, style: Style, box: Box) -> Placed:
    """Bands, then the middle, then the base, under each other."""
    rings, rows = figure.of_shape("ring"), figure.of_shape("rij")
    middle = [_ringed(rings, rows, style)] if rings or rows else []
    above, below = _drawn(band, figure.of_shape("band"), style), _drawn(base, figure.of_shape("basis"), style)
    return _stack([*above, *middle, *below], style, box)


def _ringed(rings: Sequence[FigureLayer], rows: Sequence[FigureLayer], style: Style) -> Draw:
    """The rows with the rings around them, the first ring outermost."""
    inner: Draw = partial(_stack, _drawn(row, rows, style), style)
    need = max((row_width(layer, style) for layer in rows), default=0.0)
    is_snug = len(rows) == 1 and bool(rows[0].heart)
    for layer in reversed(rings):
        inner = partial(ring, layer, style, inner, need, is_snug=is_snug)
        need, is_snug = ring_width(layer, style, need), False
    return inner


def _drawn(draw_layer: DrawLayer, layers: Sequence[FigureLayer], style: Style) -> list[Draw]:
    return [partial(draw_layer, layer, style) for layer in layers]


def _stack(steps: Sequence[Draw], style: Style, box: Box) -> Placed:
    """Drawings under each other, with the space of the style between them."""
    placed = Placed(box.y)
    for index, step in enumerate(steps):
        y = placed.bottom + (style.space if index else 0)
        placed += step(Box(box.x, y, box.w, box.h / len(steps)))
    return placed
