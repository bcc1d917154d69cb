"""Outlines: SVG path data as polygons, for a drawing program that knows no paths. It reads what `views.kaart.paths` writes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

Point = tuple[float, float]

_STEP = re.compile(r"([MLHVAaz])([^MLHVAaz]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?|-?\.\d+")
SEGMENTS = 8
"""Straight pieces in a quarter of a circle; on the size of a picture nobody sees them."""


def polygons(d: str) -> tuple[tuple[Point, ...], ...]:
    """The closed figures of a path. A second one inside the first is a hole."""
    found: list[list[Point]] = []
    for letter, text in _STEP.findall(d):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        if letter == "M":
            found.append([(numbers[0], numbers[1])])
        elif letter == "L":
            found[-1] += list(zip(numbers[::2], numbers[1::2], strict=True))
        elif letter == "H":
            found[-1] += [(x, found[-1][-1][1]) for x in numbers]
        elif letter == "V":
            found[-1] += [(found[-1][-1][0], y) for y in numbers]
        elif letter in "Aa":
            for at in range(0, len(numbers), 7):
                found[-1] += _arc(found[-1][-1], numbers[at : at + 7], is_relative=letter == "a")
    return tuple(tuple(points) for points in found)


def _arc(start: Point, numbers: list[float], *, is_relative: bool) -> Iterator[Point]:
    """Points on a part of a circle (SVG 2, implementation notes B.2.4; both radii are the same here)."""
    radius, _ry, _turn, large, sweep, x, y = numbers
    end = (start[0] + x, start[1] + y) if is_relative else (x, y)
    half = math.dist(start, end) / 2
    radius = max(radius, half)
    if not half:
        return
    away = math.sqrt(max(radius**2 - half**2, 0)) * (1 if bool(large) != bool(sweep) else -1)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    along = ((end[0] - start[0]) / (2 * half), (end[1] - start[1]) / (2 * half))
    centre = (middle[0] - along[1] * away, middle[1] + along[0] * away)
    begin = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = math.atan2(end[1] - centre[1], end[0] - centre[0]) - begin
    if sweep and turn <= 0:
        turn += 2 * math.pi
    elif not sweep and turn >= 0:
        turn -= 2 * math.pi
    count = max(2, math.ceil(abs(turn) / (math.pi / 2) * SEGMENTS))
    for step in range(1, count):
        angle = begin + turn * step / count
        yield centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
    yield end
