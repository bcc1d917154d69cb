"""Werkblad: a sheet for the printer that belongs to an item: for the facilitator, for the participants, or to write on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from wegwijs.documents.shared import Item
from wegwijs.fields import Slug


class Werkblad(Item):
    """Een blad om te printen dat bij een item hoort."""

    bij: tuple[Slug, ...] = Field(
        min_length=1, max_length=60, description="De items waar het blad bij hoort.", examples=["[peerreview]"]
    )
    blad: Literal["begeleidersblad", "deelnemersblad", "canvas", "agenda", "opbrengstblad", "programma", "oefening"] = (
        Field(description="Wat voor blad het is.", examples=["canvas"])
    )
