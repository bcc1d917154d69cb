"""QR: an address as a QR code, fast enough for every page of a large site. Only the pattern; what stands around it is the template's.

With the version, the level and the mask fixed, every module of a QR code is a sum, modulo two, of bits of the text (ISO/IEC 18004: the
error correction is linear). So of many addresses that differ in a few signs only the first is encoded from the start; the others are
the first one with a known pattern flipped for each bit in which they differ. That takes 0.05 ms a code where encoding takes 7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import segno

LEVEL = "m"
"""Fifteen per cent may be missing: a fold, a stain, a copy of a copy."""
MASK = 5
"""Any mask can be read; choosing the best one for each text is what makes encoding slow."""
QUIET = 4
"""The white edge, in modules, without which many readers find nothing."""

MOST_OTHERS = 6
"""Signs in which a text may differ from the one it is set beside; a code is four. Beyond that encoding is quicker than flipping, and
what comes next will look more like the new one: addresses come in rows."""


@dataclass(frozen=True)
class QrCode:
    """A code as a drawing: `path` draws the dark modules as strokes of one unit wide, on a square of `side` units."""

    text: str
    side: int
    path: str


class QrCodes:
    """Makes codes and remembers the patterns they have in common."""

    def __init__(self) -> None:
        self._first: dict[int, tuple[bytes, int]] = {}
        self._flips: dict[tuple[int, int, int], int] = {}
        self._sides: dict[int, int] = {}
        self._made: dict[str, QrCode] = {}

    def of(self, text: str) -> QrCode:
        """The code of an address; a page and its sheets have the same one."""
        if text not in self._made:
            self._made[text] = self._draw(text)
        return self._made[text]

    def _draw(self, text: str) -> QrCode:
        data = text.encode("utf-8")
        length = len(data)
        first, pattern = self._first.get(length, (b"", 0))
        others = [index for index in range(length) if data[index] != first[index]] if first else None
        if others is None or len(others) > MOST_OTHERS:
            pattern = self._encode(data)
            self._first[length] = (data, pattern)
        else:
            for index in others:
                different = data[index] ^ first[index]
                for bit in range(8):
                    if different >> bit & 1:
                        pattern ^= self._flip(first, index, bit)
        side = self._sides[length]
        return QrCode(text, side + 2 * QUIET, _path(pattern, side))

    def _flip(self, first: bytes, index: int, bit: int) -> int:
        """The modules that change when one bit of the text does."""
        key = (len(first), index, bit)
        if key not in self._flips:
            other = bytearray(first)
            other[index] ^= 1 << bit
            self._flips[key] = self._encode(bytes(other)) ^ self._first[len(first)][1]
        return self._flips[key]

    def _encode(self, data: bytes) -> int:
        """The modules of a code, row by row, as the bits of one number."""
        made = segno.make(data, error=LEVEL, mode="byte", mask=MASK, micro=False, boost_error=False)
        self._sides[len(data)] = len(made.matrix)
        return int("".join("1" if module else "0" for row in made.matrix for module in row), 2)


PIECE = 10
"""Modules that are drawn by looking them up; a thousand and some pieces are all there are."""


def _path(pattern: int, side: int) -> str:
    """The dark modules as strokes, row by row, in the coordinates of a square with a quiet edge."""
    bits = format(pattern, f"0{side * side}b")
    strokes = []
    for row in range(side):
        line = bits[row * side : (row + 1) * side]
        strokes.append(f"M{QUIET} {QUIET + row}.5")
        strokes += [_piece(line[at : at + PIECE]) for at in range(0, side, PIECE)]
    return "".join(strokes)


@cache
def _piece(bits: str) -> str:
    """A few modules beside each other: `1101` → `h2m1 0h1`."""
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in re.findall("0+|1+", bits))
