"""Verzameling: things that belong together for one occasion, in order, chosen by the editors, each with why."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from wegwijs.documents.shared import Document
from wegwijs.fields import Code, Sentence, Shape, Short, Slug, Text


class Stuk(Shape):
    """Een stuk van een verzameling: een item, een deel van het model of een vraag daaruit. Vul er één in."""

    item: Slug | None = Field(None, description="Een item, met de naam van zijn bestand.", examples=["peerreview"])
    element: Slug | None = Field(None, description="Een deel van het model.", examples=["dialoog"])
    vraag: Slug | None = Field(
        None,
        description="De id van een vraag. Zet bij element het deel waar de vraag bij staat.",
        examples=["wie-zwijgt"],
    )
    waarom: Text | None = Field(
        None, description="Waarom dit erbij hoort, in één zin.", examples=["Hiermee begin je rustig."]
    )


class Verzameling(Document):
    """Een verzameling voor één gelegenheid, in de volgorde waarin je haar gebruikt."""

    SECTIONS: ClassVar[tuple[str, ...]] = ("Zo gebruik je dit",)

    code: Code | None = Field(
        None, description="De korte code. Die geeft de redactie; hij verandert nooit.", examples=["vz4m"]
    )
    samenvatting: Sentence = Field(
        description="Eén zin: waarvoor je dit gebruikt en met wie. 40 tot 240 tekens.",
        examples=["Voor wie voor het eerst een gesprek over kwaliteit leidt en in een uur iets wil bereiken."],
    )
    stukken: tuple[Stuk, ...] = Field(min_length=1, max_length=24, description="Wat erin zit, in volgorde.")
    zoekwoorden: tuple[Short, ...] = Field(
        (),
        max_length=30,
        description="Woorden waarop mensen zoeken en die niet in de tekst staan.",
        examples=["[starten]"],
    )
    voorstel_redactie: tuple[Literal["tekst", "keuze"], ...] = Field(
        (), description="Wat de redactie voorstelt en geen bron noemt.", examples=["[tekst, keuze]"]
    )
