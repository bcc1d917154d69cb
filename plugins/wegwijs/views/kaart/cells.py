"""Cells: a plate with the text and marks of one part, measured first and placed later. It knows no layers."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijs.views.kaart.drawing import Badge, Line, Shape, Spot
from wegwijs.views.kaart.figure import FigurePart
from wegwijs.views.kaart.lines import longest_word, widest, wrap
from wegwijs.views.kaart.paths import Box, arc, circle, rounded
from wegwijs.views.kaart.style import Style
from wegwijs.views.kaart.widths import CAP_HEIGHT, measure

_AIR = 0.45
"""White beside a mark, as a part of its height."""


@dataclass(frozen=True)
class Look:
    """What the layer decides for all its plates."""

    form: str
    hue: str
    align: str = "middle"
    """`middle`, or `start` for text that begins at the left with its number at the right."""

    has_dial: bool = False
    is_small: bool = False
    heart: str = ""
    """The id of the part that carries the name of the layer."""


@dataclass(frozen=True)
class Cell:
    """One part, fitted to a width. `height` is the least it needs."""

    part: FigurePart
    style: Style
    look: Look
    lines: tuple[str, ...]
    is_stacked: bool
    """Whether the marks stand below the text because they do not fit beside it."""

    height: float

    @property
    def size(self) -> float:
        return self.style.small if self.look.is_small else self.style.text

    def spot(self, box: Box, d: str) -> Spot:
        """The plate at its place, with everything on it."""
        marks_box, text_box = self._split(box)
        left, right = _marks(self.part, self.style)
        badges: list[Badge] = []
        icons: tuple[Shape, ...] = ()
        x = marks_box.x
        if _has_dial(self.part, self.style, self.look):
            icons = dial(x + self.style.dial / 2, marks_box.cy, self.style.dial / 2)
            x += self.style.dial + self.style.mark * _AIR
        for kind, text in left:
            badges.append(badge(kind, text, x, marks_box.cy, self.style))
            x = badges[-1].box.right + self.style.mark * _AIR
        for kind, text in right:
            width = badge_width(text, self.style)
            badges.append(badge(kind, text, marks_box.right - width, marks_box.cy, self.style))
        return Spot(
            kind="deel", id=self.part.id, title=self.part.title, url=self.part.url, hue=self.look.hue,
            form=self.look.form, box=box, d=d, lines=self._lines(text_box), badges=tuple(badges), icons=icons,
            count=self.part.count, order=self.part.order, tone=self.part.tone, current=self.part.current,
            is_heart=self.part.id == self.look.heart,
        )  # fmt: skip

    def _split(self, box: Box) -> tuple[Box, Box]:
        """Where the marks stand and where the text stands."""
        style = self.style
        room = box.inset(style.pad, 0)
        text_height = len(self.lines) * style.line(self.size)
        before, after = _beside(self.part, style, self.look)
        if self.is_stacked:
            head = max(style.mark, style.dial if _has_dial(self.part, style, self.look) else 0)
            top = box.cy - (head + style.mark * _AIR / 2 + text_height) / 2
            if self.look.align == "middle":
                room = _middle(room, before + after - style.mark * _AIR if before + after else 0)
            low = 2 * box.cy - top
            return Box(room.x, low - head, room.w, head), Box(box.x, top, box.w, text_height)
        if self.look.align == "middle":
            room = _middle(room, before + widest(self.lines, self.size) + after)
        text = Box(room.x + before, box.cy - text_height / 2, room.w - before - after, text_height)
        return Box(room.x, box.cy - style.mark / 2, room.w, style.mark), text

    def _lines(self, box: Box) -> tuple[Line, ...]:
        starts = self.look.align == "start"
        x = box.x + (self.style.pad if self.is_stacked else 0) if starts else box.cx
        step = self.style.line(self.size)
        middles = (box.y + step * (index + 0.5) for index in range(len(self.lines)))
        return tuple(
            text_line(
                text, x, middle, self.size, "klein" if self.look.is_small else "deel", "start" if starts else "middle"
            )
            for text, middle in zip(self.lines, middles, strict=True)
        )


def cell(part: FigurePart, width: float, style: Style, look: Look, *, is_stacked: bool = False) -> Cell:
    """The part fitted to a width: marks beside the text when no word has to be cut for it, otherwise below it."""
    size = style.small if look.is_small else style.text
    is_stacked = is_stacked or not fits(part, width, style, look)
    room = width - 2 * style.pad - (0 if is_stacked else sum(_beside(part, style, look)))
    lines = wrap(_title(part, style), room, size)
    height = len(lines) * style.line(size)
    if is_stacked and (any(_marks(part, style)) or look.has_dial):
        height += max(style.mark, style.dial if _has_dial(part, style, look) else 0) + style.mark * _AIR / 2
    least = style.plate * (0.8 if look.is_small else 1)
    return Cell(part, style, look, lines, is_stacked, max(least, height + style.pad * 1.3))


def fits(part: FigurePart, width: float, style: Style, look: Look) -> bool:
    """Whether the marks can stand beside the text without cutting a word."""
    size = style.small if look.is_small else style.text
    return longest_word(_title(part, style), size) <= width - 2 * style.pad - sum(_beside(part, style, look))


def least_width(part: FigurePart, style: Style, look: Look) -> float:
    """The width below which a word would have to be cut."""
    size = style.small if look.is_small else style.text
    return max(longest_word(_title(part, style), size), sum(_beside(part, style, look))) + 2 * style.pad + 1


def easy_width(part: FigurePart, style: Style, look: Look) -> float:
    """The width at which the title stands on one line with its marks beside it."""
    size = style.small if look.is_small else style.text
    return measure(_title(part, style), size) + sum(_beside(part, style, look)) + 2 * style.pad + 1


def text_line(text: str, x: float, middle: float, size: float, kind: str, anchor: str) -> Line:
    """A line of text whose capitals are centred on a height."""
    width = measure(text, size)
    left = x if anchor == "start" else x - width / 2
    height = size * CAP_HEIGHT
    return Line(x, middle + height / 2, text, kind, anchor, Box(left, middle - height / 2, width, height))


def badge_width(text: str, style: Style) -> float:
    """A round mark for one character, longer for more."""
    return max(style.mark, measure(text, style.badge) + style.mark * 0.6)


def badge(kind: str, text: str, x: float, middle: float, style: Style) -> Badge:
    """A mark with its left side at x. The order of a route is round, a tone is square, a count is in between."""
    box = Box(x, middle - style.mark / 2, badge_width(text, style), style.mark)
    radius = {"toon": 3.0, "aantal": style.mark * 0.32}.get(kind, style.mark / 2)
    return Badge(kind, rounded(box, radius), text_line(text, box.cx, middle, style.badge, kind, "middle"), box)


def dial(cx: float, cy: float, r: float) -> tuple[Shape, ...]:
    """A knob to turn. All knobs stand alike: their position says nothing about a team."""
    inner = r * 0.66
    return (
        Shape("knop", circle(cx, cy, inner)),
        Shape("wijzer", rounded(Box(cx - r * 0.08, cy - inner * 0.82, r * 0.16, inner * 0.75), r * 0.08)),
        Shape("draai", arc(cx, cy, r * 0.92, 140, 400)),
    )


def _title(part: FigurePart, style: Style) -> str:
    return part.title if style.has_text else ""


def _middle(room: Box, width: float) -> Box:
    return Box(room.cx - width / 2, room.y, width, room.h)


def _marks(part: FigurePart, style: Style) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The marks before the text and after it, as kind and text."""
    if not style.has_text:
        return (), ()
    before = []
    if part.order is not None:
        before.append(("stap", str(part.order)))
    if part.tone is not None:
        before.append(("toon", part.tone.letter))
    after = () if part.count is None else (("aantal", str(part.count)),)
    return tuple(before), after


def _has_dial(part: FigurePart, style: Style, look: Look) -> bool:
    """Whether there is a knob: a number or letter takes its place, so that the map keeps its form in every state."""
    return look.has_dial and not _marks(part, style)[0]


def _beside(part: FigurePart, style: Style, look: Look) -> tuple[float, float]:
    """The room that marks take at the left and at the right of the text."""
    left, right = _marks(part, style)
    air = style.mark * _AIR
    before = sum(badge_width(text, style) + air for _, text in left)
    if _has_dial(part, style, look):
        before += style.dial + air
    return before, sum(badge_width(text, style) + air for _, text in right)
