"""Style: the measures of a drawing, one row for the wide one and one for the narrow one. Colours live in kaart.css."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """All lengths are units of the viewBox; a type size here is the type size on a screen when a unit is a pixel."""

    size: str
    width: float
    text: float
    """Type size of a part."""

    small: float
    """Type size of a part within a part."""

    label: float
    """Type size of a layer's label."""

    badge: float
    """Type size within a badge."""

    pad: float
    """White between the edge of a plate and its text."""

    gap: float
    """White between plates."""

    space: float
    """White between layers."""

    plate: float
    """The least height of a plate: never under 24 pixels on a screen of 320."""

    tab: float
    """Height of the label that stands on a layer."""

    edge: float
    """Thickness of the frame, and of a ring where no part stands on it."""

    inside: float
    """White between the frame and what it frames."""

    arrow: float
    """Room for an arrow between two parts of a row."""

    dial: float
    """Width of a knob."""

    corner: float
    most: int
    """The most plates beside each other."""

    has_sides: bool
    """Whether a ring may carry parts on its left and right side."""

    has_text: bool = True
    """Whether titles and marks are drawn; the map in small shows only the letters of the layers."""

    leading: float = 1.18

    @property
    def mark(self) -> float:
        """Height of a badge, and the least width."""
        return round(self.badge * 1.65)

    def line(self, size: float) -> float:
        """The distance from one line to the next."""
        return size * self.leading


WIDE = Style(
    size="breed", width=1200, text=22, small=20, label=19, badge=16.5, pad=16, gap=12, space=16, plate=60, tab=34,
    edge=14, inside=24, arrow=52, dial=36, corner=16, most=8, has_sides=True,
)  # fmt: skip
NARROW = Style(
    size="smal", width=340, text=16.5, small=15.5, label=15.5, badge=13.5, pad=10, gap=8, space=14, plate=46, tab=32,
    edge=8, inside=10, arrow=30, dial=24, corner=12, most=2, has_sides=False,
)  # fmt: skip
CHOICE = Style(
    size="keuze", width=700, text=15.5, small=15, label=15, badge=13, pad=9, gap=8, space=12, plate=44, tab=30,
    edge=10, inside=14, arrow=30, dial=24, corner=12, most=4, has_sides=True,
)  # fmt: skip
MINI = Style(
    size="mini", width=260, text=8, small=7, label=13, badge=8, pad=4, gap=4, space=5, plate=18, tab=17, edge=5,
    inside=7, arrow=13, dial=10, corner=6, most=8, has_sides=True, has_text=False,
)  # fmt: skip
