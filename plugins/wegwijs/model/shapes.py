"""Shapes: what an editor writes in `toolbox/`. Descriptions are the manual's entries."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from wegwijs.documents.shared import Bron
from wegwijs.fields import Address, Code, Letter, Number, Sentence, Shape, Short, Slug, Text, Title, Year

Form = Literal["band", "ring", "rij", "basis", "kader", "los"]
Meaning = Literal["deel", "kijkrichting", "niveau", "begrip"]
Hue = Literal["rood", "geel", "blauw", "groen", "paars", "inkt"]
Basis = Literal["bron", "redactie"]


class LayerShape(Shape):
    """Een laag van het model."""

    titel: Title = Field(description="De naam van de laag.", examples=["Vermogens"])
    enkelvoud: Title = Field(description="Hoe één deel van de laag heet.", examples=["Vermogen"])
    letter: Letter = Field(description="De letter die overal bij de laag staat.", examples=["V"])
    kleur: Hue = Field(description="De kleur van de laag.", examples=["rood"])
    vorm: Form = Field(description="Hoe de laag op de kaart staat.", examples=["band"])
    betekenis: Meaning = Field("deel", description="Wat de delen zijn.", examples=["deel"])
    vraag: Short = Field(description="De vraag die de laag stelt.", examples=["Aan welke knop kun je draaien?"])


class Requirements(Shape):
    """Wat een deel van het model ten minste moet hebben."""

    vragen: Number = Field(0, ge=0, le=50, description="Het kleinste aantal vragen.", examples=["6"])
    rollen: tuple[Slug, ...] = Field(
        (), description="Rollen waarvoor er ten minste één vraag is.", examples=["[student, docent]"]
    )
    kijkrichtingen: Number = Field(
        0, ge=0, le=20, description="Uit hoeveel kijkrichtingen de vragen komen.", examples=["2"]
    )
    koppen: tuple[Short, ...] = Field(
        (), description="De koppen die elke tekst heeft, in volgorde.", examples=["[Wat we ermee bedoelen]"]
    )


class ModelShape(Shape):
    """Het model van kwaliteit."""

    titel: Title = Field(description="De titel van de kaart.", examples=["Referentiewaarden-toolbox"])
    naam: Title = Field(description="Hoe het gedachtegoed heet.", examples=["Referentiewaarden-gedachtegoed"])
    kern: Sentence = Field(
        description="Eén zin over het model.",
        examples=["Een gemeenschappelijke taal voor het goede gesprek over kwaliteit."],
    )
    lagen: dict[Slug, LayerShape] = Field(min_length=1, max_length=20, description="De lagen, in leesvolgorde.")
    eisen: Requirements = Field(Requirements(), description="Wat elk deel ten minste moet hebben.")


class Relatie(Shape):
    """Hoe een deel van het model samenhangt met een ander deel."""

    naar: Slug = Field(description="Het andere deel.", examples=["leerroute"])
    hoe: Short = Field(
        description="Hoe ze samenhangen; leest door na de titel.", examples=["geeft richting aan de leerroute"]
    )
    basis: Basis = Field("redactie", description="Of een bron dit zegt of de redactie.", examples=["bron"])


class Vraag(Shape):
    """Een vraag om te stellen."""

    id: Slug = Field(
        description="Een korte naam voor het adres van de vraag. Verandert nooit.", examples=["goede-begeleiding"]
    )
    vraag: Short = Field(
        description="De vraag, zoals je hem uitspreekt.", examples=["Wat is voor ons goede begeleiding?"]
    )
    doel: Text = Field(
        description="Waar de vraag voor dient.", examples=["Samen woorden vinden voor wat je belangrijk vindt."]
    )
    kijkrichting: Slug = Field(
        description="De kijkrichting waar de vraag bij hoort.", examples=["vanuit-de-standaarden"]
    )
    rol: Slug = Field(description="Voor wie de vraag is; een waarde van de facet rol.", examples=["docent"])
    niveau: Slug = Field(description="Het niveau; een waarde van de facet niveau.", examples=["leerroute"])
    basis: Basis = Field(
        "redactie", description="Of de vraag in een bron staat of van de redactie is.", examples=["redactie"]
    )


class ElementShape(Shape):
    """Een deel van het model."""

    titel: Title = Field(description="De naam van het deel.", examples=["Begeleiding"])
    code: Code | None = Field(
        None, description="De korte code. Die geeft de redactie; hij verandert nooit.", examples=["bg7h"]
    )
    kern: Sentence = Field(
        description="De kern in één zin.", examples=["Elke student weet bij wie hij terecht kan en wordt gezien."]
    )
    ook: tuple[Short, ...] = Field((), description="Andere namen voor hetzelfde.", examples=["[studiebegeleiding]"])
    volgorde: Number = Field(ge=0, le=1000, description="De plaats binnen de laag.", examples=["1"])
    deel_van: Slug | None = Field(None, description="Het deel waar dit onder valt.", examples=["opbrengsten"])
    status: Literal["actueel", "eerder"] = Field(
        "actueel", description="Of het nu bij het model hoort of vroeger.", examples=["actueel"]
    )
    sinds: Year | None = Field(None, description="Sinds welk jaar.", examples=["2025"])
    tot: Year | None = Field(None, description="Tot welk jaar.", examples=["2025"])
    route: tuple[Slug, ...] = Field(
        (),
        max_length=12,
        description="Alleen bij een kijkrichting: de delen waar je langs gaat.",
        examples=["[ambitie, leerroute, opbrengsten]"],
    )
    relaties: tuple[Relatie, ...] = Field((), max_length=20, description="Hoe het samenhangt met andere delen.")
    vragen: tuple[Vraag, ...] = Field((), max_length=40, description="Vragen om te stellen.")
    bronnen: tuple[Bron, ...] = Field((), max_length=30, description="Waar het staat wat je hier leest.")
    voorstel_redactie: tuple[Literal["kern", "duiding", "samenhang", "voorbeeld", "vragen", "relaties"], ...] = Field(
        (), description="Wat de redactie voorstelt en geen bron noemt.", examples=["[voorbeeld]"]
    )


class WaardeShape(Shape):
    """Een waarde van een facet."""

    titel: Short = Field(description="Hoe de waarde heet voor de lezer.", examples=["Werkvorm"])
    ook: tuple[Short, ...] = Field((), description="Woorden die hetzelfde betekenen.", examples=["[methode]"])
    element: Slug | None = Field(
        None, description="Het deel van het model dat dit uitlegt.", examples=["leerrouteniveau"]
    )


class FacetShape(Shape):
    """Een kenmerk waarop lezers kiezen."""

    titel: Short = Field(description="Hoe het facet heet.", examples=["Thema"])
    vraag: Short = Field(description="De vraag die het facet beantwoordt.", examples=["Waar wil je het over hebben?"])
    enkel: Literal["true", "false"] = Field(
        "false", description="true als een item precies één waarde kiest.", examples=["true"]
    )
    uit_laag: Slug | None = Field(
        None, description="De laag van het model waar de waarden bij horen.", examples=["niveaus"]
    )
    waarden: dict[Slug, WaardeShape] = Field(min_length=1, max_length=200, description="De waarden, in volgorde.")


class BegripShape(Shape):
    """Een term van het vak."""

    term: Short = Field(description="De term.", examples=["beroepspraktijkvorming"])
    ook: tuple[Short, ...] = Field((), max_length=30, description="Afkortingen en andere vormen.", examples=["[bpv, stage]"])
    uitleg: Text = Field(description="Wat het is, in een of twee zinnen.", examples=["Leren op de werkplek."])
    bronnen: tuple[Slug, ...] = Field((), description="Bronnen uit toolbox/bronnen.yml.", examples=["[koers-2025-2029]"])
    element: Slug | None = Field(None, description="Het deel van het model dat dit uitlegt.", examples=["rekenschap"])


class BronShape(Shape):
    """Een bron waar items naar verwijzen."""

    titel: Short = Field(description="De titel van de bron.", examples=["Koers 2025-2029"])
    uitgever: Short = Field(description="Wie de bron uitgaf.", examples=["Kwaliteitsnetwerk mbo"])
    jaar: Year | None = Field(None, description="Het jaar.", examples=["2025"])
    url: Address | None = Field(None, description="Het webadres.", examples=["https://www.kwaliteitsnetwerk-mbo.nl/"])
    publicatie: Slug | None = Field(
        None, description="De publicatie in deze kennisbank over deze bron.", examples=["koers-2025-2029"]
    )
