"""Gebruik: an experience on its way to the item it belongs to: what the form sends when a school says "wij gebruikten dit"."""

from __future__ import annotations

from pydantic import Field

from wegwijs.documents.shared import Ervaring
from wegwijs.fields import Slug

FOLDER = "ervaringen"
"""Where such a file stands in a package; it never comes into `content/`."""


class Gebruik(Ervaring):
    """Hoe een school iets uit de kennisbank gebruikte."""

    item: Slug = Field(description="Wat jullie gebruikten. Zoek op een woord uit de titel.", examples=["peerreview"])
