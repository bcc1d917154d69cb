"""Gegevens: the data of a verslag as a file, and the reading of it as something that anybody may have made."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from wegwijs.documents import KINDS

MOST_BYTES = 200_000
"""A verslag with all its lists full is smaller than this."""
MOST_PIECES, MOST_CHANGES, MOST_PROBLEMS, MOST_VALUES = 40, 40, 60, 12

Area = Literal["model", "techniek", "werkwijze", "overig"]
Good = Literal["geen_fouten", "stappen", "beheer", "bronnen", "ervaring", "voorstel", "vindbaar", "bijlage"]


def _text(most: int) -> BeforeValidator:
    def cut(value: object) -> object:
        if not isinstance(value, str):
            return value
        shown = "".join(sign if sign.isprintable() else " " for sign in value[: 4 * most])
        shown = " ".join(shown.split())
        return shown if len(shown) <= most else shown[: most - 1] + "…"

    return BeforeValidator(cut)


Word = Annotated[str, StringConstraints(max_length=120), _text(120)]
Line = Annotated[str, StringConstraints(max_length=200), _text(200)]
Code = Annotated[str, StringConstraints(pattern=r"\AK[0-9]{3}\Z")]
Name = Annotated[str, StringConstraints(pattern=r"\A[a-z_]{1,40}\Z")]
Kind = Annotated[str, StringConstraints(pattern=rf"\A(?:{'|'.join(kind.id for kind in KINDS)}|pagina)\Z")]
Address = Annotated[str, StringConstraints(max_length=200, pattern=r"\A(?:\./|(?:[a-z0-9-]+/)*)\Z")]
Count = Annotated[int, Field(ge=0, le=100_000)]


class Part(BaseModel):
    """A part of the data: nothing unknown, nothing guessed, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, regex_engine="python-re")


class Wijziging(Part):
    """What changed in one field, ready to be told in words."""

    veld: Name
    deel: Word = ""
    """Which part of the field: a step by its title, a facet by its name."""
    soort: Literal["van_naar", "erbij", "weg", "herschreven", "ingevuld", "leeg"]
    van: Word = ""
    naar: Word = ""
    wat: Annotated[tuple[Word, ...], Field(max_length=MOST_VALUES, strict=False)] = ()


class Stuk(Part):
    """One page that the contribution adds, changes, moves or takes away."""

    pad: Line
    titel: Word
    soort: Kind
    wat: Literal["nieuw", "veranderd", "verplaatst", "weg", "onleesbaar"]
    adres: Address = ""
    """Where it stands in the preview; empty when it is not there."""
    wijzigingen: Annotated[tuple[Wijziging, ...], Field(max_length=MOST_CHANGES, strict=False)] = ()
    tekst: bool = False
    """Whether the running text changed."""
    bijlagen: Annotated[tuple[Word, ...], Field(max_length=MOST_VALUES, strict=False)] = ()


class Melding(Part):
    """What the check says: the code and the values; the sentence is ours."""

    code: Code
    pad: Line
    regel: Count = 1
    waarden: Annotated[dict[Name, Line], Field(max_length=10)] = {}


class Verslag(Part):
    """What a contribution changes and what the check says about it."""

    formaat: Literal["wegwijs-verslag"]
    versie: Literal[1]
    stukken: Annotated[tuple[Stuk, ...], Field(max_length=MOST_PIECES, strict=False)] = ()
    meer_stukken: Count = 0
    goed: Annotated[tuple[Good, ...], Field(max_length=12, strict=False)] = ()
    meldingen: Annotated[tuple[Melding, ...], Field(max_length=MOST_PROBLEMS, strict=False)] = ()
    meer_meldingen: Count = 0
    elders: Count = 0
    """Errors that were there already, in files that the contribution does not touch."""
    raakt: Annotated[tuple[Area, ...], Field(max_length=4, strict=False)] = ()
    """What it changes besides content."""


def as_json(verslag: Verslag) -> bytes:
    """The data as a file."""
    return (verslag.model_dump_json(indent=1, exclude_defaults=True) + "\n").encode()


def read(data: bytes) -> Verslag | None:
    """The data of a file that anybody may have made; None when it is not exactly what we make ourselves."""
    if len(data) > MOST_BYTES:
        return None
    try:
        return Verslag.model_validate_json(data)
    except (ValidationError, RecursionError):
        return None
