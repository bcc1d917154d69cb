"""Lines: text cut into lines that fit a width, as even as they can be. Places nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from wegwijs.views.kaart.breaks import pieces
from wegwijs.views.kaart.widths import measure

_WORDS = re.compile(r"[^\s-]+-?|-")
_STEP = 2.0


def words(text: str) -> tuple[str, ...]:
    """What may stand on a line of its own: words, and the halves of a word with a hyphen, which the first keeps."""
    return tuple(_WORDS.findall(text))


@lru_cache(maxsize=4096)
def longest_word(text: str, size: float) -> float:
    """The width below which a word of the text would have to be cut."""
    return max((measure(word, size) for word in words(text)), default=0.0)


def widest(lines: tuple[str, ...], size: float) -> float:
    """The width of the longest line."""
    return max((measure(line, size) for line in lines), default=0.0)


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in as few lines as fit the width; then narrowed while the number of lines stays the same, so that
    "Toetsing en / afsluiting" comes out instead of "Toetsing en af- / sluiting" or a lonely last word.
    """
    best = _fill(text, width, size)
    floor = longest_word(text, size)
    narrower = width - _STEP
    while len(best) > 1 and narrower > floor:
        lines = _fill(text, narrower, size)
        if len(lines) > len(best):
            break
        best = lines
        narrower -= _STEP
    return best


def _fill(text: str, width: float, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for token in re.split(r"\s+", text.strip()):
        glue = " "
        for word in words(token):
            longer = f"{line}{glue}{word}" if line else word
            glue = ""
            if measure(longer, size) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _cut(word, width, size)
            lines.extend(whole)
    return (*lines, line) if line else tuple(lines)


def _cut(word: str, width: float, size: float) -> list[str]:
    """A word in pieces that fit, each but the last with a hyphen; a word that fits stays whole."""
    if measure(word, size) <= width:
        return [word]
    parts: list[str] = []
    for piece in (part for whole in pieces(word) for part in _letters(whole, width, size)):
        if parts and measure(f"{parts[-1]}{piece}-", size) <= width:
            parts[-1] += piece
        else:
            parts.append(piece)
    return [*(f"{part}-" for part in parts[:-1]), parts[-1]]


def _letters(piece: str, width: float, size: float) -> list[str]:
    """A piece that is still too wide, cut between letters: the last resort, for a box of a few letters wide."""
    if measure(f"{piece}-", size) <= width or len(piece) < 2:
        return [piece]
    half = len(piece) // 2
    return [*_letters(piece[:half], width, size), *_letters(piece[half:], width, size)]
