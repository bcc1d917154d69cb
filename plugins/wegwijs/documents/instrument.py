"""Instrument: a way to start a good conversation that someone can use tomorrow."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from wegwijs.documents.shared import AanTafel, Begeleider, Groep, Item, Stap, Tijd
from wegwijs.fields import Number, Short, Text


class Instrument(Item):
    """Een werkvorm, scan, spel of ander hulpmiddel waarmee je het gesprek over kwaliteit voert."""

    SECTIONS: ClassVar[tuple[str, ...]] = (
        "In het kort",
        "Wanneer wel, wanneer niet",
        "Voorbereiding",
        "Zo doe je het",
        "Wat het oplevert",
        "Tips en valkuilen",
    )
    HISTORIC_SECTIONS: ClassVar[tuple[str, ...]] = ("In het kort", "Hoe het werkte", "Wat ervoor in de plaats kwam")
    WHEN_CURRENT: ClassVar[tuple[str, ...]] = (
        "duur",
        "voorbereiding",
        "groep",
        "begeleider",
        "stappen",
        "levert_op",
        "herzien_voor",
    )

    doel: Text = Field(
        description="Waarvoor je het gebruikt, in één of twee zinnen.", examples=["Samen leren van een eigen vraag."]
    )
    duur: Tijd | None = Field(None, description="Hoelang het duurt, in minuten.", examples=["{min: 180, max: 240}"])
    spreiding: Short | None = Field(
        None,
        description="Hoe de tijd verdeeld is, als het niet in één keer gaat.",
        examples=["vier dagdelen in een halfjaar"],
    )
    voorbereiding: Number | None = Field(
        None, ge=0, le=20_000, description="Hoeveel minuten de organisator vooraf nodig heeft.", examples=["120"]
    )
    groep: Groep | None = Field(
        None, description="Voor hoeveel personen het geschikt is.", examples=["{min: 6, max: 20}"]
    )
    begeleider: Begeleider | None = Field(
        None,
        description="Of je een begeleider nodig hebt, en hoe ervaren.",
        examples=["{nodig: nodig, ervaring: enige}"],
    )
    stappen: tuple[Stap, ...] = Field(
        (), max_length=40, description="De stappen met hun minuten. Samen passen ze binnen de duur."
    )
    aan_tafel: tuple[AanTafel, ...] = Field((), max_length=20, description="Wie er aan tafel zitten en wat ze doen.")
    levert_op: tuple[Text, ...] = Field(
        (), max_length=12, description="Wat je na afloop hebt.", examples=["[drie afspraken]"]
    )
    nodig: tuple[Text, ...] = Field(
        (),
        max_length=20,
        description="Wat je nodig hebt: ruimte, materiaal, stukken.",
        examples=["[een rustige ruimte]"],
    )
