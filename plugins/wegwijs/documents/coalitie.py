"""Coalitie: a temporary working group of the network with one bounded job, or one of the werkgroepen before it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from wegwijs.documents.shared import Item
from wegwijs.fields import Number, Shape, Short, Slug, Text, Year


class Periode(Shape):
    """De jaren waarin iets liep."""

    van: Year = Field(description="Het jaar waarin het begon.", examples=["2022"])
    tot: Year | None = Field(
        None, description="Het jaar waarin het eindigde. Laat weg als het nog loopt.", examples=["2023"]
    )


class Coalitie(Item):
    """Een tijdelijke groep mensen uit scholen die samen één vraag uitzoekt en iets oplevert voor alle scholen."""

    SECTIONS: ClassVar[tuple[str, ...]] = ("In het kort", "Wat het opleverde", "Wat jij ermee kunt")

    ronde: Short | None = Field(None, description="De ronde, als een thema vaker terugkwam.", examples=["2.0"])
    vorm: Literal["coalitie", "werkgroep"] = Field(
        description="Of het een coalitie of een werkgroep was.", examples=["coalitie"]
    )
    periode: Periode = Field(description="Wanneer de groep werkte.", examples=["{van: 2022, tot: 2023}"])
    vraag: Text = Field(
        description="De vraag waar de groep aan werkte.", examples=["Hoe praten teams beter over hun cijfers?"]
    )
    deelnemers: Number | None = Field(None, ge=1, le=1000, description="Het aantal deelnemers.", examples=["22"])
    producten: tuple[Slug, ...] = Field(
        (),
        max_length=60,
        description="De items in deze kennisbank die eruit voortkwamen.",
        examples=["[speelse-dialoogmethodiek-data]"],
    )
