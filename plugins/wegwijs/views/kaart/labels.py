"""Labels: the tab with letter and title that stands on a layer, like the tab of a folder."""

from __future__ import annotations

from wegwijs.views.kaart.cells import text_line
from wegwijs.views.kaart.drawing import Badge, Spot
from wegwijs.views.kaart.figure import FigureLayer
from wegwijs.views.kaart.paths import Box, rounded
from wegwijs.views.kaart.style import Style
from wegwijs.views.kaart.widths import measure


def beside(layer: FigureLayer, plate: Box, outline: str, style: Style) -> Spot:
    """The letter on a plate of its own, for a layer whose name stands on the plate beside it."""
    mark = style.tab * 0.66
    circle = Box(plate.cx - mark / 2, plate.cy - mark / 2, mark, mark)
    letter = text_line(layer.letter, circle.cx, circle.cy, style.label * 0.95, "letter", "middle")
    return Spot(
        kind="laag", id=layer.id, title=layer.title, url=layer.url, hue=layer.hue, form=layer.shape, box=plate,
        d=outline, badges=(Badge("letter", rounded(circle, mark / 2), letter, circle),),
    )  # fmt: skip


def label(layer: FigureLayer, x: float, bottom: float, style: Style) -> Spot:
    """The tab with its left side at x, standing on `bottom`. Only a letter when a part carries the layer's name."""
    title = layer.title if style.has_text and not layer.namesake else ""
    size, tab = style.label, style.tab
    mark = tab * 0.66
    width = tab + (measure(title, size) + tab * 0.4 if title else tab * 0.1)
    box = Box(x, bottom - tab, width, tab)
    circle = Box(x + (tab - mark) / 2 + tab * 0.05, box.cy - mark / 2, mark, mark)
    letter = text_line(layer.letter, circle.cx, circle.cy, size * 0.95, "letter", "middle")
    badge = Badge("letter", rounded(circle, mark / 2), letter, circle)
    lines = (text_line(title, circle.right + tab * 0.22, box.cy, size, "laag", "start"),) if title else ()
    return Spot(
        kind="laag", id=layer.id, title=layer.title, url=layer.url, hue=layer.hue, form=layer.shape, box=box,
        d=rounded(box, style.tab * 0.3, style.tab * 0.3, 0, 0), lines=lines, badges=(badge,),
    )  # fmt: skip


def label_width(layer: FigureLayer, style: Style) -> float:
    """The least width of a layer on which its tab can stand."""
    return label(layer, 0, 0, style).box.w + 4 * style.corner
