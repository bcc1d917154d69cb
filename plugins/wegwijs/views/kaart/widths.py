"""Widths: how wide each letter of the map's typeface is, so that wrapping is computed and never guessed.

Atkinson Hyperlegible Next (npm @fontsource-variable/atkinson-hyperlegible-next 5.3.0), latin file, weight 600, in
thousandths of the type size, kerning left out (it only tightens). Made once with fonttools, again after a new font:

    font = instantiateVariableFont(TTFont("…-latin-wght-normal.woff2"), {"wght": 600})
    {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}      # then grouped by width
"""

from __future__ import annotations

WEIGHT = 600
CAP_HEIGHT = 0.668
"""Height of a capital as a part of the type size: text is centred on the middle of its capitals."""

_BY_WIDTH = {
    195: "'",
    252: ",",
    253: ".:;",
    255: "j",
    259: "‘’",
    285: "iìíî",
    298: "!",
    299: "ï",
    301: "l",
    303: " ",
    324: "()",
    349: "f",
    360: "t",
    362: '"',
    368: "r",
    369: "-",
    415: "IÌÍÎÏ",
    424: "/",
    430: "1",
    438: "•",
    455: "“”",
    492: "z",
    497: "s",
    499: "yÿ",
    502: "cç–",
    509: "v",
    522: "x",
    526: "?",
    529: "7",
    535: "×",
    536: "k",
    544: "aàáâä",
    546: "J",
    548: "L",
    555: "eèéêë",
    559: "uùúûü",
    562: "F",
    565: "hnñ",
    567: "oòóôö",
    569: "2",
    578: "9",
    582: "g",
    586: "d",
    587: "bp",
    589: "EÈÉÊË",
    591: "q",
    592: "3T",
    598: "+÷",
    602: "5",
    604: "S",
    615: "Z",
    617: "6=P",
    621: "48",
    627: "Y",
    628: "V",
    634: "B",
    639: "R",
    654: "CKÇ",
    656: "0",
    662: "AÀÁÂÄ",
    666: "X",
    674: "€",
    683: "D",
    687: "UÙÚÛÜ",
    699: "H",
    710: "NÑ",
    711: "G",
    723: "w",
    727: "&",
    737: "OÒÓÔÖ",
    747: "Q…",
    830: "—",
    848: "M",
    870: "m",
    874: "æ",
    877: "W",
    932: "œ",
    943: "Æ",
    953: "%",
    1018: "Œ",
}
WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
WIDEST = max(WIDTHS.values())
"""What a letter outside the table counts for: too wide is safe, too narrow is not."""


def measure(text: str, size: float) -> float:
    """The width of one line of text at this type size, in the same units as the size."""
    return sum(WIDTHS.get(letter, WIDEST) for letter in text) * size / 1000
