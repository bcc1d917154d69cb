"""Publicatie: something to read, see or hear, with its bibliographic facts and what it feeds."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from wegwijs.documents.shared import Item
from wegwijs.fields import Address, Short, Slug, Year


class Publicatie(Item):
    """Een boek, verslag, film of andere publicatie."""

    SECTIONS: ClassVar[tuple[str, ...]] = ("In het kort", "Wat erin staat", "Wat jij ermee kunt")

    makers: tuple[Short, ...] = Field(
        (), max_length=12, description="De makers, zoals ze in de publicatie staan.", examples=["[werkgroep Expertise]"]
    )
    uitgever: Short = Field(description="Wie het uitgaf.", examples=["Kwaliteitsnetwerk mbo"])
    jaar: Year = Field(description="Het jaar waarin het verscheen.", examples=["2017"])
    omvang: Short | None = Field(None, description="Hoe lang of dik het is.", examples=["2,5 minuut"])
    url: Address | None = Field(
        None, description="Het webadres waar je het vindt.", examples=["https://www.kwaliteitsnetwerk-mbo.nl/"]
    )
    voedt: tuple[Slug, ...] = Field(
        (), max_length=60, description="De instrumenten die hierop steunen.", examples=["[10-inzichten]"]
    )
