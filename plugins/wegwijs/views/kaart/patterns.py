"""Patterns: what tells the layers apart on a copier without colour. The screen does not show them."""

from __future__ import annotations

from wegwijs.views.kaart.drawing import Pattern

PATTERNS = (
    Pattern("rood", "10", "M0 10 10 0M-1 1 1 -1M9 11 11 9"),
    Pattern("geel", "9", "M4.5 3.3a1.2 1.2 0 1 0 .01 0z"),
    Pattern("blauw", "10", "M0 0 10 10M-1 9 1 11M9 -1 11 1"),
    Pattern("groen", "8", "M0 4H8"),
    Pattern("paars", "9", "M0 4.5H9M4.5 0V9"),
    Pattern("inkt", "8", "M4 0V8"),
)
"""One for each hue, in the same manner as the patterns of tokens.css: a card and the map agree on paper."""
