"""Shared: the groups of fields that several content types have. The description of a field is the manual's entry for authors."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from wegwijs.fields import Address, Choice, Code, Day, Minutes, Number, Sentence, Shape, Short, Slug, Text, Title, Year

Status = Literal["actueel", "in-ontwikkeling", "historisch", "ingetrokken"]
Licence = Literal["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0", "Alle rechten voorbehouden"]
Proposal = Literal[
    "doel",
    "duur",
    "voorbereiding",
    "groep",
    "begeleider",
    "stappen",
    "aan_tafel",
    "levert_op",
    "nodig",
    "vooraf",
    "programma",
    "je_leert",
    "tekst",
]


class Herkomst(Shape):
    """Waar iets vandaan komt."""

    soort: Literal["netwerk", "coalitie", "school", "partner"] = Field(
        description="Wie het maakte: het netwerk zelf, een coalitie, een school of een partner.", examples=["netwerk"]
    )
    naam: Short = Field(
        description="De naam van die organisatie of coalitie. Nooit een persoon.", examples=["Kwaliteitsnetwerk mbo"]
    )
    jaar: Year | None = Field(None, description="Het jaar waarin het ontstond.", examples=["2017"])


class Elementen(Shape):
    """De delen van het model die een item raakt, met wie dat zegt."""

    bron: tuple[Short, ...] = Field(
        (), max_length=60, description="Delen van het model die een bron zelf noemt.", examples=["[dialoog]"]
    )
    redactie: tuple[Short, ...] = Field(
        (), max_length=60, description="Delen van het model die er volgens de redactie bij horen.", examples=["[leerproces]"]
    )


class Verwant(Shape):
    """Hoe een item bij andere items hoort."""

    past_bij: tuple[Slug, ...] = Field(
        (), max_length=60, description="Items die goed samengaan met dit item.", examples=["[kwaliteitstafel]"]
    )
    volgt_op: tuple[Slug, ...] = Field(
        (), max_length=60, description="Items die hieraan voorafgaan.", examples=["[zelfevaluatie-team]"]
    )
    vervangt: tuple[Slug, ...] = Field(
        (), max_length=60, description="Oudere items waar dit item voor in de plaats komt.", examples=["[instellingsaudit]"]
    )


class Bijlage(Shape):
    """Een bestand dat bij het item hoort."""

    bestand: Short = Field(
        description="De naam van het bestand. Het staat in de map met de naam van het item.", examples=["canvas.pdf"]
    )
    titel: Title = Field(
        description="Hoe het bestand heet voor de lezer.", examples=["Canvas voor een onderzoeksvraag"]
    )
    licentie: Licence = Field(
        "CC BY 4.0", description="Wat anderen met het bestand mogen doen.", examples=["CC BY 4.0"]
    )


class Bron(Shape):
    """Een bron, uit de lijst in `toolbox/bronnen.yml` of voluit."""

    bron: Slug | None = Field(
        None, description="De naam van de bron in toolbox/bronnen.yml.", examples=["koers-bijlagen-2025"]
    )
    titel: Short | None = Field(
        None, description="De titel, als de bron niet in de lijst staat.", examples=["Werkboek dialoog"]
    )
    url: Address | None = Field(
        None, description="Het webadres van die bron.", examples=["https://www.kwaliteitsnetwerk-mbo.nl/"]
    )
    plaats: Short | None = Field(None, description="Waar in de bron het staat.", examples=["Werkprogramma, Toolbox"])


class Ervaring(Shape):
    """Hoe een school het gebruikte. Nooit namen van personen."""

    school: Short = Field(description="De school, of het soort school.", examples=["mboRijnland"])
    jaar: Year = Field(description="Het jaar waarin het was.", examples=["2023"])
    maand: Number | None = Field(
        None, ge=1, le=12, description="De maand waarin het was, als getal van 1 tot en met 12.", examples=["5"]
    )
    scholen: Number | None = Field(
        None,
        ge=0,
        le=200,
        description="Hoeveel scholen het waren, als het er meer zijn dan één. Vul 0 in als niemand weet welke school het was.",
        examples=["12"],
    )
    teams: Number | None = Field(None, ge=1, le=500, description="Hoeveel teams meededen.", examples=["5"])
    minuten: Minutes | None = Field(None, description="Hoelang het duurde, in minuten.", examples=["45"])
    context: Text = Field(
        description="Met wie en waarvoor de school het gebruikte.", examples=["Vijf teams, over begeleiding op stage."]
    )
    aangepast: Text | None = Field(
        None, description="Wat de school anders deed dan hier staat.", examples=["Ingekort tot 45 minuten."]
    )
    opbrengst: Text = Field(
        description="Wat het opleverde.", examples=["Twee afspraken die het team een halfjaar later nog volgde."]
    )
    bron: Slug | None = Field(
        None, description="De bron uit toolbox/bronnen.yml, als die er is.", examples=["kn-kwaliteit-maak-je-samen"]
    )


class Tijd(Shape):
    """Een tijd van ten minste tot ten hoogste, in minuten."""

    min: Minutes = Field(description="Het kortst, in minuten. Reken 480 minuten voor een hele dag.", examples=["60"])
    max: Minutes = Field(description="Het langst, in minuten.", examples=["90"])


class Groep(Shape):
    """Een aantal personen van ten minste tot ten hoogste."""

    min: Number = Field(ge=1, le=5000, description="Het kleinste aantal personen.", examples=["4"])
    max: Number = Field(ge=1, le=5000, description="Het grootste aantal personen.", examples=["12"])


class Begeleider(Shape):
    """Of er iemand nodig is die het gesprek leidt."""

    nodig: Literal["nodig", "handig", "niet-nodig"] = Field(
        description="Of je een begeleider nodig hebt.", examples=["handig"]
    )
    ervaring: Literal["geen", "enige", "veel"] = Field(
        description="Hoeveel ervaring die begeleider nodig heeft.", examples=["enige"]
    )


class Stap(Shape):
    """Een stap met minuten."""

    titel: Short = Field(description="De stap in een paar woorden.", examples=["Elk team vertelt zijn verhaal"])
    minuten: Minutes = Field(description="Hoelang de stap duurt, in minuten.", examples=["20"])
    uitleg: Text = Field(
        description="Wat je doet, zegt en vraagt.", examples=["Laat het team vertellen. Stel nog geen vragen."]
    )


class AanTafel(Shape):
    """Een rol aan tafel en wat die doet."""

    wie: Short = Field(description="De rol.", examples=["Gespreksleider"])
    taak: Text = Field(description="Wat die doet.", examples=["Bewaakt de tijd en de vraag."])


class Document(Shape):
    """Wat elke bladzijde van de kennisbank heeft."""

    SECTIONS: ClassVar[tuple[str, ...]] = ()
    """The headings every document of this class has, in order."""
    WHEN_CURRENT: ClassVar[tuple[str, ...]] = ()
    """Fields that may be unknown for history, but must be there for something people are to use now."""

    titel: Title = Field(description="De naam van het item, zoals mensen die zeggen.", examples=["Peerreview"])


class Item(Document):
    """Wat elk item van de kennisbank heeft."""

    code: Code | None = Field(
        None, description="De korte code van het item. Die geeft de redactie; hij verandert nooit.", examples=["pr4x"]
    )
    samenvatting: Sentence = Field(
        description="Eén zin: wat het is, voor wie en waarvoor. 40 tot 240 tekens.",
        examples=["Een gesprek van een dagdeel waarin twee teams elkaar helpen met een eigen vraag."],
    )
    status: Status = Field(
        description="Of je het nu kunt gebruiken: actueel, in ontwikkeling, historisch of ingetrokken.",
        examples=["actueel"],
    )
    reden_ingetrokken: Text | None = Field(
        None,
        description="Alleen bij een ingetrokken item: waarom het er niet meer is. Wie een oude link opent, leest dit.",
        examples=["De landelijke vragenlijst bestaat niet meer."],
    )
    hulp_gevraagd: Text | None = Field(
        None,
        description="Bij een item in ontwikkeling: waar je hulp bij zoekt. Dat staat bij de items die nog groeien.",
        examples=["Twee teams die het een keer uitproberen en vertellen hoelang het duurde."],
    )
    herkomst: Herkomst = Field(description="Waar het vandaan komt.")
    elementen: Elementen = Field(Elementen(), description="De delen van het model die het raakt.")
    facetten: dict[str, Choice] = Field(
        default_factory=dict,
        description="De kenmerken waarop lezers kiezen: soort, rol, niveau, fase en thema. De waarden staan in toolbox/facets.yml.",
        examples=[
            "{soort: werkvorm, rol: [docent], niveau: [leerroute], fase: [evalueren], thema: [kwaliteitscultuur]}"
        ],
    )
    verwant: Verwant = Field(Verwant(), description="Hoe het bij andere items hoort.")
    bijlagen: tuple[Bijlage, ...] = Field((), max_length=12, description="Bestanden die bij het item horen.")
    bronnen: tuple[Bron, ...] = Field((), max_length=30, description="Waar het staat wat je hier leest.")
    ervaringen: tuple[Ervaring, ...] = Field((), max_length=60, description="Hoe scholen het gebruikten.")
    beheerder: Short = Field(
        description="De rol of organisatie die het item bijhoudt. Nooit een persoon.",
        examples=["Bureau Kwaliteitsnetwerk mbo"],
    )
    gepubliceerd: Day = Field(
        description="De dag waarop het item voor het eerst verscheen: jaar-maand-dag.", examples=["2026-11-21"]
    )
    bijgewerkt: Day | None = Field(
        None, description="De dag van de laatste wijziging die een lezer merkt.", examples=["2027-02-01"]
    )
    herzien_voor: Day | None = Field(
        None, description="Voor welke dag iemand nakijkt of het nog klopt.", examples=["2027-11-01"]
    )
    licentie: Licence = Field(description="Wat anderen met de tekst mogen doen.", examples=["CC BY 4.0"])
    zoekwoorden: tuple[Short, ...] = Field(
        (),
        max_length=30,
        description="Woorden waarop mensen zoeken en die nog niet in de tekst staan.",
        examples=["[collegiale consultatie]"],
    )
    voorstel_redactie: tuple[Proposal, ...] = Field(
        (),
        description="De velden die geen bron noemt en die de redactie voorstelt. De site zegt dat erbij.",
        examples=["[duur, stappen]"],
    )
