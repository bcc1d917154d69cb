"""Ingang: a way in for a theme or a role: what plays, what helps, and a path through the knowledge base."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from wegwijs.documents.shared import Bron, Document, Elementen
from wegwijs.fields import Code, Sentence, Shape, Short, Slug, Text


class Padstap(Shape):
    """Een stap op een weg door de kennisbank."""

    item: Slug = Field(description="Het item, met de naam van zijn bestand.", examples=["peerreview"])
    waarom: Text = Field(
        description="Waarom deze stap, in één zin.", examples=["Hier hoor je hoe een ander team het doet."]
    )


class Ingang(Document):
    """Een bladzijde voor een thema of een rol. Het bestand heet zoals de waarde in toolbox/facets.yml."""

    SECTIONS: ClassVar[tuple[str, ...]] = ("Wat er speelt", "Wat helpt", "Begin met deze vraag")

    code: Code | None = Field(
        None, description="De korte code. Die geeft de redactie; hij verandert nooit.", examples=["th5m"]
    )
    samenvatting: Sentence = Field(
        description="Eén zin: wat je hier vindt en voor wie. 40 tot 240 tekens.",
        examples=["Voor teams die willen begrijpen waarom studenten stoppen en wat zij eraan kunnen doen."],
    )
    elementen: Elementen = Field(Elementen(), description="De delen van het model die erbij horen.")
    pad: tuple[Padstap, ...] = Field(min_length=1, max_length=8, description="Een weg door de kennisbank, in volgorde.")
    bronnen: tuple[Bron, ...] = Field((), max_length=30, description="Waar het staat wat je hier leest.")
    voorstel_redactie: tuple[Literal["tekst", "pad"], ...] = Field(
        (), description="Wat de redactie voorstelt en geen bron noemt.", examples=["[tekst, pad]"]
    )
    zoekwoorden: tuple[Short, ...] = Field(
        (),
        max_length=30,
        description="Woorden waarop mensen zoeken en die niet in de tekst staan.",
        examples=["[stoppen]"],
    )
