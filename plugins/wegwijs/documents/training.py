"""Training: what one learns, for whom, and what it goes well with. No dates and no prices: those are with the network."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from wegwijs.documents.shared import Item, Stap, Tijd
from wegwijs.fields import Address, Slug, Text


class Training(Item):
    """Een training waarin je leert het gesprek over kwaliteit te voeren of te begeleiden."""

    SECTIONS: ClassVar[tuple[str, ...]] = ("In het kort", "Wat je leert", "Wat je ermee kunt")

    voor_wie: Text = Field(
        description="Voor wie de training is.", examples=["Voor wie een zelfevaluatie van een team begeleidt."]
    )
    je_leert: tuple[Text, ...] = Field(
        min_length=1, max_length=12, description="Wat je leert.", examples=["[open vragen stellen]"]
    )
    vooraf: Text | None = Field(
        None, description="Wat je eerst gedaan of gelezen moet hebben.", examples=["Geen voorkennis nodig."]
    )
    vereist_voor: tuple[Slug, ...] = Field(
        (),
        max_length=60,
        description="Instrumenten waarvoor je deze training gedaan moet hebben.",
        examples=["[instellingsdialoog]"],
    )
    duur: Tijd | None = Field(
        None, description="Hoelang de training duurt, in minuten.", examples=["{min: 960, max: 960}"]
    )
    programma: tuple[Stap, ...] = Field(
        (), max_length=40, description="Het programma met minuten, als het open materiaal is."
    )
    aanmelden: Address = Field(
        description="Het webadres waar je meer leest en je aanmeldt.",
        examples=["https://www.kwaliteitsnetwerk-mbo.nl/"],
    )
