"""Face: the typeface of the site in a picture: which letters it has, and a text cut into lines that fit."""

from __future__ import annotations

import unicodedata
from functools import cache

from PIL.ImageFont import FreeTypeFont, Layout, truetype

from wegwijs.views.kaart.lines import wrap
from wegwijs.views.kaartjes.colours import ASSETS

FILE = ASSETS / "fonts/atkinson-hyperlegible-next.woff2"
UNKNOWN = "\uffff"
PLAIN = {
    "Ł": "L",
    "ł": "l",
    "Đ": "D",
    "đ": "d",
    "Ø": "O",
    "ø": "o",
    "ı": "i",
    "ẞ": "ß",
    "ß": "ss",
    "‐": "-",
    "‑": "-",
    "−": "–",
}
"""What looks most like a letter that the typeface may miss and that Unicode does not take apart."""
REGULAR, STRONG, HEAVY = 430, 640, 740
SLACK = 0.955
"""The table of widths is that of weight 600 without kerning; a heavier letter is a little wider."""


@cache
def face(size: int, weight: int) -> FreeTypeFont:
    """The typeface at a size. The basic layout is the same on every machine; the other one depends on what is installed."""
    font = truetype(FILE, size, layout_engine=Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@cache
def _is_there(letter: str) -> bool:
    font = face(24, REGULAR)
    shown = font.getmask(letter)
    return letter == " " or (bool(shown.getbbox()) and bytes(shown) != bytes(font.getmask(UNKNOWN)))


def drawable(text: str) -> str:
    """The text without what the typeface does not have, such as emoji; a letter with a rare accent loses the accent."""
    found = []
    for letter in unicodedata.normalize("NFC", text):
        if _is_there(letter):
            found.append(letter)
        else:
            base = PLAIN.get(letter) or unicodedata.normalize("NFKD", letter)
            found += [part for part in base if not unicodedata.combining(part) and _is_there(part)] or [" "]
    return " ".join("".join(found).split())


def lines(text: str, width: float, size: int, most: int) -> tuple[str, ...]:
    """The text in lines, as even as they can be; what is too much ends in three dots."""
    found = wrap(text, width * SLACK, size)
    if len(found) <= most:
        return found
    words = text.split()
    while len(words) > 1 and len(found) > most:
        words.pop()
        found = wrap(" ".join(words).rstrip(".,;:–-") + "…", width * SLACK, size)
    return found[:most]


def largest(text: str, width: float, sizes: tuple[tuple[int, int], ...]) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the text fits in the number of lines that goes with it; at the last one it is cut off."""
    for size, most in sizes[:-1]:
        found = wrap(text, width * SLACK, size)
        if len(found) <= most and not any(line.endswith("-") and line[:-1] + "-" not in text for line in found):
            return size, found
    size, most = sizes[-1]
    return size, lines(text, width, size, most)
