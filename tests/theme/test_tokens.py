"""Colours: every pair that the site uses can be read, in light and in dark, by the measure of WCAG 2.2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import wegwijs

TOKENS = (Path(wegwijs.__file__).parent / "theme/assets/css/tokens.css").read_text(encoding="utf-8")
COLOURS = {
    name: (light, dark) for name, light, dark in re.findall(r"^ {4}(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\);", TOKENS, re.M)
}
PAIRS = re.findall(r"^ \* pair: (--[\w-]+) on (--[\w-]+) (text|ui)$", TOKENS, re.M)
NEEDED = {"text": 4.5, "ui": 3.0}
"""Success criteria 1.4.3 (text) and 1.4.11 (what one must see to use it)."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("above", "below", "use"), PAIRS)
def test_every_pair_of_colours_can_be_read(above: str, below: str, use: str, scheme: int) -> None:
    """The list of pairs stands in the file with the colours."""
    assert contrast(COLOURS[above][scheme], COLOURS[below][scheme]) >= NEEDED[use]


def test_every_colour_is_in_a_pair_or_is_a_line() -> None:
    """A colour that nobody measures is a colour that nobody can trust."""
    used = {name for pair in PAIRS for name in pair[:2]}
    assert set(COLOURS) - used == {"--line"}


def test_an_older_browser_gets_the_same_light_colours() -> None:
    """The fallback repeats the light colours; they may not drift apart."""
    block = TOKENS[TOKENS.index("@supports not") :]
    block = block[: block.index("\n  }\n")]
    assert dict(re.findall(r"(--[\w-]+): (#\w{6});", block)) == {name: light for name, (light, _dark) in COLOURS.items()}


def test_no_other_stylesheet_names_a_colour() -> None:
    """Colours live in one file; paper may say black and white."""
    for path in sorted((Path(wegwijs.__file__).parent / "theme/assets/css").glob("*.css")):
        if path.name not in ("tokens.css", "print.css"):
            text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
            text = re.sub(r"var\([^()]*(?:\([^()]*\))?[^()]*\)", "", text)
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", text) == [], path.name
