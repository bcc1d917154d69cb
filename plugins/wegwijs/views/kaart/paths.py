"""Paths: boxes, and the outlines drawn around them as SVG path data. It knows no text and no model."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def cx(self) -> float:
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        return self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """The box inside this one, with this much less on every side."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def overlaps(self, other: Box, slack: float = 0.01) -> bool:
        """Whether the two share a surface; touching edges do not count."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        """Whether the other lies within this one."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def number(value: float) -> str:
    """A coordinate with at most one decimal, so that the same figure always gives the same bytes."""
    text = f"{round(value * 10) / 10:.1f}"
    return text[:-2] if text.endswith(".0") else text


def path(*steps: str | float) -> str:
    """Path data from letters and coordinates, in few characters: `path("M", 0, 0, "h", 10)` is `M0 0h10`."""
    text = ""
    for step in steps:
        token = step if isinstance(step, str) else number(step)
        text += f" {token}" if text[-1:].isdigit() and token[0].isdigit() else token
    return text


def rounded(box: Box, *radii: float) -> str:
    """A rectangle with round corners: one radius for all, or four, clockwise from the top left."""
    limit = min(box.w, box.h) / 2
    a, b, c, d = (min(r, limit) for r in (radii * 4 if len(radii) == 1 else radii))

    def corner(r: float, x: float, y: float) -> tuple[str | float, ...]:
        return ("a", r, r, 0, 0, 1, x, y) if r else ()

    return path(
        *("M", box.x + a, box.y, "H", box.right - b, *corner(b, b, b)),
        *("V", box.bottom - c, *corner(c, -c, c)),
        *("H", box.x + d, *corner(d, -d, -d)),
        *("V", box.y + a, *corner(a, a, -a), "z"),
    )


def hollow(outer: Box, inner: Box, radius: float, inner_radius: float) -> str:
    """A rectangle with a hole, to be filled with the even-odd rule."""
    return f"{rounded(outer, radius)} {rounded(inner, inner_radius)}"


def circle(cx: float, cy: float, r: float) -> str:
    """A full circle."""
    return rounded(Box(cx - r, cy - r, 2 * r, 2 * r), r)


def arc(cx: float, cy: float, r: float, begin: float, end: float) -> str:
    """A part of a circle, clockwise, from one angle to another in degrees (0 is to the right, 90 is down)."""
    x0, y0 = cx + r * math.cos(math.radians(begin)), cy + r * math.sin(math.radians(begin))
    x1, y1 = cx + r * math.cos(math.radians(end)), cy + r * math.sin(math.radians(end))
    large = 1 if end - begin > 180 else 0
    return path("M", x0, y0, "A", r, r, 0, large, 1, x1, y1)


def polygon(*points: tuple[float, float]) -> str:
    """A closed figure with straight sides."""
    first, *rest = points
    return path("M", *first, *(step for x, y in rest for step in ("L", x, y)), "z")


def chamfered(box: Box, *cuts: float) -> str:
    """A rectangle with its corners cut off: one cut for all, or four, clockwise from the top left."""
    a, b, c, d = cuts * 4 if len(cuts) == 1 else cuts
    x, y, r, m = box.x, box.y, box.right, box.bottom
    return polygon(
        *((x + a, y), (r - b, y), (r, y + b), (r, m - c)),
        *((r - c, m), (x + d, m), (x, m - d), (x, y + a)),
    )
