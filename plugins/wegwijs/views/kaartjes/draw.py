"""Draw: one card: the band and the mark of its layer, what it is, how it is called, the sentence, and where it stands on the map."""

from __future__ import annotations

import hashlib
import io
import math
from dataclasses import dataclass, field
from functools import cache, lru_cache

import PIL
from PIL import Image, ImageDraw

from wegwijs.views.kaart import SmallMap
from wegwijs.views.kaart.drawing import Drawing
from wegwijs.views.kaartjes.colours import colours
from wegwijs.views.kaartjes.face import FILE, HEAVY, REGULAR, STRONG, drawable, face, largest, lines
from wegwijs.views.kaartjes.small_map import FINE, marked

VERSION = 1
"""Goes up when the drawing changes, so that the cards that were kept are drawn again."""
SIZE = (1200, 630)
BAND = 36
LEFT = 92
RIGHT = 64
TOP = 64
MAP = 372
GAP = 56
LEADING = 38
TITLES = ((84, 2), (66, 3), (54, 4), (46, 5))
"""Type sizes of the title with the lines they may take."""
HUES = ("rood", "geel", "blauw", "groen")
FOOT = 566
"""The line on which the name of the site stands."""


@dataclass(frozen=True)
class Kaartje:
    """Everything that is drawn. Equal cards are equal pictures."""

    title: str
    kicker: str
    sentence: str
    facts: str
    site: str
    address: str
    hue: str = "inkt"
    letter: str = ""
    """Empty for what belongs to no layer."""
    marks: tuple[str, ...] = ()
    """The parts of the model that are marked on the map."""
    small_map: SmallMap | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        """The same key, the same bytes."""
        drawn = repr(
            (VERSION, SIZE, PIL.__version__, self, sorted(colours().items()), _typeface(), _map(self.small_map))
        )
        return hashlib.sha256(drawn.encode("utf-8")).hexdigest()


def _map(small: SmallMap | None) -> str:
    return _drawing(small.drawing) if small else ""


@lru_cache(maxsize=4)
def _drawing(drawing: Drawing) -> str:
    return hashlib.sha256(repr(drawing).encode("utf-8")).hexdigest()


@cache
def _typeface() -> str:
    return hashlib.sha256(FILE.read_bytes()).hexdigest()


def draw(card: Kaartje) -> bytes:
    """The card as a PNG."""
    image = Image.new("RGB", SIZE, colours()["paper"])
    pen = ImageDraw.Draw(image)
    _band(pen, card)
    width = SIZE[0] - LEFT - RIGHT
    if card.small_map:
        picture = marked(card.small_map, MAP, frozenset(card.marks))
        image.paste(picture, (SIZE[0] - RIGHT - MAP, TOP))
        width -= MAP + GAP
    bottom = _head(image, pen, card, width)
    _sentence(pen, card, width, bottom)
    _foot(pen, card)
    made = io.BytesIO()
    # Two hundred colours are enough for flat colours with smooth edges; half the bytes, half the time.
    few = image.quantize(200, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(made, "PNG", compress_level=6)
    return made.getvalue()


def _band(pen: ImageDraw.ImageDraw, card: Kaartje) -> None:
    """The colour of the layer; what belongs to no layer has them all."""
    hues = (card.hue,) if card.letter else HUES
    high = SIZE[1] / len(hues)
    for index, hue in enumerate(hues):
        pen.rectangle((0, round(index * high), BAND - 1, round((index + 1) * high)), fill=colours()[f"{hue}-strong"])


def _head(image: Image.Image, pen: ImageDraw.ImageDraw, card: Kaartje, width: int) -> int:
    """The mark, the kind and the title; gives where they end."""
    left = LEFT
    if card.letter:
        mark = _mark(card.hue, drawable(card.letter))
        image.paste(mark, (LEFT, TOP), mark)
        left += mark.width + 18
    kicker = lines(drawable(card.kicker), width - (left - LEFT), 30, 1)
    for line in kicker:
        pen.text((left, TOP + 30), line, fill=colours()[f"{card.hue}-ink"], font=face(30, STRONG), anchor="lm")
    y = TOP + (84 if kicker or card.letter else 0)
    size, title = largest(drawable(card.title) or drawable(card.site), width, TITLES)
    font = face(size, HEAVY)
    for line in title:
        y += round(size * (1.08 if y > TOP + 84 else 0.9))
        pen.text((LEFT - round(size * 0.05), y), line, fill=colours()["ink"], font=font, anchor="ls")
    return y


def _sentence(pen: ImageDraw.ImageDraw, card: Kaartje, width: int, y: int) -> None:
    """The sentence as far as there is room, above the facts."""
    facts = lines(drawable(card.facts), width, 29, 1)
    last = FOOT - 62 - (48 if facts else 0)
    room = min((last - y - 16) // LEADING, 5)
    if room > 1:
        y += 16
        for line in lines(drawable(card.sentence), width * 1.03, 29, room):
            y += LEADING
            pen.text((LEFT, y), line, fill=colours()["ink-soft"], font=face(29, REGULAR), anchor="ls")
    for line in facts:
        pen.text((LEFT, FOOT - 62), line, fill=colours()["ink"], font=face(29, STRONG), anchor="ls")


def _foot(pen: ImageDraw.ImageDraw, card: Kaartje) -> None:
    """The sign and the name of the site, and the address that leads here."""
    pen.line((LEFT, FOOT - 38, SIZE[0] - RIGHT, FOOT - 38), fill=colours()["line"], width=2)
    _sign(pen, LEFT, FOOT - 22)
    pen.text((LEFT + 58, FOOT), drawable(card.site), fill=colours()["ink"], font=face(30, HEAVY), anchor="lm")
    pen.text(
        (SIZE[0] - RIGHT, FOOT), drawable(card.address), fill=colours()["ink-soft"], font=face(25, STRONG), anchor="rm"
    )


def _sign(pen: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """The sheet with four tabs, as in the header of the site (40 × 40 there)."""
    pen.rectangle((x + 2, y + 2, x + 31, y + 41), outline=colours()["ink"], width=4)
    for top, length in ((12, 16), (20, 16), (28, 9)):
        pen.line((x + 9, y + top, x + 9 + length, y + top), fill=colours()["ink"], width=3)
    for index, hue in enumerate(HUES):
        pen.rectangle((x + 32, y + 4 + index * 9, x + 40, y + 10 + index * 9), fill=colours()[f"{hue}-strong"])


@cache
def _mark(hue: str, letter: str) -> Image.Image:
    """The letter of a layer on the shape of its hue, as the class `mark` in parts.css draws it."""
    high = 60 * FINE
    shape = SHAPES.get(hue, SHAPES["inkt"])
    wide = round(high * shape.ratio)
    image = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    strong = colours()[f"{hue}-strong"]
    if shape.points:
        pen.polygon([(x * wide, y * high) for x, y in shape.points], fill=strong)
    else:
        pen.rounded_rectangle((0, 0, wide - 1, high - 1), round(shape.corner * high), fill=strong)
    if shape.is_open:
        edge = round(high * 0.115)
        inner = (edge, edge, wide - 1 - edge, high - 1 - edge)
        pen.rounded_rectangle(inner, round(shape.corner * high) - edge, fill=colours()["sheet"])
    ink = colours()[f"{hue}-ink" if shape.is_open else f"{hue}-on-strong"]
    where = (wide * shape.middle, high * 0.5 + high * 0.185)
    pen.text(where, letter, fill=ink, font=face(round(high * 0.55), HEAVY), anchor="ms")
    return image.reduce(FINE)


@dataclass(frozen=True)
class _Shape:
    """What a mark looks like: how wide for its height, its corners, and where the letter stands."""

    ratio: float = 1.0
    corner: float = 0.03
    points: tuple[tuple[float, float], ...] = ()
    middle: float = 0.5
    is_open: bool = False


_HEXAGON = tuple(
    (0.5 + 0.5 * math.sin(turn * math.pi / 3), 0.5 - 0.5 * math.cos(turn * math.pi / 3)) for turn in range(6)
)
SHAPES = {
    "rood": _Shape(corner=0.5),
    "geel": _Shape(),
    "blauw": _Shape(2 / 1.75, points=((0, 0), (0.68, 0), (1, 0.5), (0.68, 1), (0, 1)), middle=0.43),
    "groen": _Shape(2.1 / 1.75, points=((0.16, 0), (0.84, 0), (1, 1), (0, 1))),
    "paars": _Shape(corner=0.23, is_open=True),
    "inkt": _Shape(points=_HEXAGON),
}
