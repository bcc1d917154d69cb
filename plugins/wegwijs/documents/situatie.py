"""Situatie: what is going on, in people's own words, and with what one could begin, for who does not know the name of an instrument."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from wegwijs.documents.ingang import Padstap
from wegwijs.documents.shared import Bron, Document, Elementen
from wegwijs.fields import Code, Number, Sentence, Short, Slug


class Situatie(Document):
    """Iets wat speelt, zoals mensen het zelf zeggen, met instrumenten waarmee je kunt beginnen."""

    SECTIONS: ClassVar[tuple[str, ...]] = ("Wat er speelt", "Begin met deze vraag")

    code: Code | None = Field(
        None, description="De korte code. Die geeft de redactie; hij verandert nooit.", examples=["st7k"]
    )
    samenvatting: Sentence = Field(
        description="Eén zin: wat er aan de hand is en voor wie. 40 tot 240 tekens.",
        examples=["Voor teams die veel vergaderen en toch niet verder komen."],
    )
    woorden: tuple[Short, ...] = Field(
        (),
        max_length=40,
        description="Woorden en zinnetjes die mensen gebruiken als dit speelt. De zoekfunctie kent ze.",
        examples=["[langs elkaar heen, we luisteren niet]"],
    )
    elementen: Elementen = Field(Elementen(), description="De delen van het model die erbij horen.")
    thema: tuple[Slug, ...] = Field(
        (), max_length=8, description="Thema's uit toolbox/facets.yml die erbij horen.", examples=["[teamontwikkeling]"]
    )
    rol: tuple[Slug, ...] = Field(
        (), max_length=12, description="Met wie dit meestal speelt; waarden van de facet rol.", examples=["[onderwijsteam]"]
    )
    instrumenten: tuple[Padstap, ...] = Field(
        (), max_length=8, description="Instrumenten die de redactie aanraadt, de beste eerst, met waarom."
    )
    op_start: Number | None = Field(
        None,
        ge=1,
        le=20,
        description="De plaats op de startpagina, als de situatie daar staat. Acht is genoeg.",
        examples=["1"],
    )
    bronnen: tuple[Bron, ...] = Field((), max_length=30, description="Waar het staat wat je hier leest.")
    voorstel_redactie: tuple[Literal["tekst", "instrumenten"], ...] = Field(
        (), description="Wat de redactie voorstelt en geen bron noemt.", examples=["[tekst, instrumenten]"]
    )
