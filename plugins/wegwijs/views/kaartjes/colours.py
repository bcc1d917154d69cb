"""Colours: the light colours of the site, read from the stylesheet that owns them, so that a picture never drifts away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import wegwijs

ASSETS = Path(wegwijs.__file__).parent / "theme/assets"
_COLOUR = re.compile(r"^ {4}--([\w-]+): light-dark\((#[0-9a-f]{6}),", re.MULTILINE)


@cache
def colours() -> Mapping[str, str]:
    """`blauw-strong` → `#1f4fa8`."""
    return dict(_COLOUR.findall((ASSETS / "css/tokens.css").read_text(encoding="utf-8")))
